"""The command that computes a report again, shown where it is one of ours and nothing else."""

import re
import shlex
import unicodedata
from collections.abc import Sequence

from audit.model import ArchiveUse, Confidence, Discover, Style

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_RULE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ANY = re.compile(r"[^-].*")
_WITH_A_VALUE = {
    "--sources": _ANY,
    "--pages": _ANY,
    "--captures": _ANY,
    "--corpus": _ANY,
    "--baseline": _ANY,
    "--discover": re.compile("|".join(Discover)),
    "--style": re.compile("|".join(Style)),
    "--archive": re.compile(ArchiveUse.SAVE),
    "--select": _RULE,
    "--ignore": _RULE,
    "--min-confidence": re.compile("|".join(Confidence)),
    "--today": _DAY,
}
"""The options that ``citeaudit check`` writes into a report, with what each may have."""
_ALONE = frozenset({"--no-inline-waivers", "--no-sources"})
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_MOST_WORDS = 1000
_LONGEST_WORD = 5000  # characters; longer than any path or address that is asked


def repeat_line(words: Sequence[str]) -> str:
    """The command as a line for a POSIX shell; empty for what no audit has written.

    A report may come from anybody, and its reader may run what it shows: only ``citeaudit check``
    with the options of a repetition is shown, which ask no network and write to no place of their
    own.
    """
    return shlex.join(words) if is_repetition(words) else ""


def is_repetition(words: Sequence[str]) -> bool:
    """Whether words are a command line that ``citeaudit check`` writes into its reports."""
    if len(words) < 4 or len(words) > _MOST_WORDS or not all(map(_is_plain, words)):
        return False
    tool, command, name, *options, last = words
    if (tool, command, last) != ("citeaudit", "check", "--offline"):
        return False
    rest = iter(options)
    for option in rest:
        if option in _ALONE:
            continue
        value = _WITH_A_VALUE.get(option)
        if value is None or value.fullmatch(next(rest, "")) is None:
            return False
    return name == "-" or _ANY.fullmatch(name) is not None


def _is_plain(word: str) -> bool:
    return len(word) <= _LONGEST_WORD and not any(
        unicodedata.category(character) in _UNSEEN for character in word
    )
