"""How many words a page says that it has, and whether it asks to pay or to sign in."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

_A_MINUTE = 130  # words that are read in one: few, as minutes are rounded up
_MOST = 100_000
_WORD_COUNT = re.compile(
    r"\"wordCount\"\s{0,9}:\s{0,9}\"?(\d{1,6})\b"
    r"|<meta\s[^<>]{0,60}word[-_]?count\"?[^<>]{0,20}\scontent\s?=\s?[\"']?(\d{1,6})\b",
    re.IGNORECASE,
)
_MINUTES = re.compile(
    r"\"timeRequired\"\s{0,9}:\s{0,9}\"PT?(\d{1,3})M"
    r"|<meta\s[^<>]{0,60}\scontent\s?=\s?[\"']?(\d{1,3}) ?(?:min(?:ute)?s?|minuten|minutos|minuti|мин)\b",
    re.IGNORECASE,
)
_HEAD = 300_000  # characters in which a page says so
_LONGEST_CALL = 600  # characters of a block in which it asks


def promised_words(markup: str, *, by_minutes: bool) -> int:
    """How many words a page says that its text has, at least; 0 where it says nothing.

    By schema.org ``wordCount``, and with ``by_minutes`` by ``timeRequired`` and the time to read
    that ``<meta>`` elements give.
    """
    head = markup[:_HEAD]
    counts = [int(found[1] or found[2]) for found in _WORD_COUNT.finditer(head)]
    if counts or not by_minutes:
        return min(max(counts, default=0), _MOST)
    minutes = [int(found[1] or found[2]) for found in _MINUTES.finditer(head)]
    return _A_MINUTE * max(minutes, default=0)


def asks(blocks: Iterable[str]) -> bool:
    """Whether a short text of a page asks its reader to pay or to sign in."""
    wanted = _asks()
    return any(
        wanted.search(block.casefold().replace("’", "'"))
        for block in blocks
        if len(block) < _LONGEST_CALL
    )


@cache
def _asks() -> re.Pattern[str]:
    told = tomllib.loads((files(__package__) / "promised.toml").read_text(encoding="utf-8"))
    words = "|".join(map(re.escape, told["asks"]))
    return re.compile(rf"(?<![^\W\d_])(?:{words})")
