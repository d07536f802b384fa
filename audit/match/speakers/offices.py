"""Whom a page calls by an office that an article credits words to: 'the mayor'.

Only where the page leaves no doubt: 'Mayor Ann Lee', 'Ann Lee, the mayor', and nobody else by that
office. A former mayor and a deputy one are none.
"""

import re
from collections.abc import Iterator

from audit.languages.comparison.comparing import articles, comparing
from audit.languages.extraction.offices import offices_of
from audit.match.prepared.source import Prepared
from audit.match.speakers.surnames import places_of
from audit.match.speakers.voices import person_names, plain_letters

_LONGEST = 3  # words of an office
_REACH = 60  # characters of a name on either side
_FULL = 2  # names of a person
_PART = r"[^\W\d_a-zß-öø-ÿ][\w'’.-]{0,20}"
_NAME = rf"{_PART}(?:[ \u00a0]{_PART}){{1,3}}"
_BEHIND = re.compile(rf"[ \u00a0]({_NAME})")
_BEFORE = re.compile(rf"(?<!\w)({_NAME}),[ \u00a0](?:([^\W\d_]{{1,5}})[ \u00a0])?$")
_WORD_BEFORE = re.compile(r"(?<!\w)((?:[^\W\d_]{1,20}-){0,3}[^\W\d_]{0,20})[ \u00a0]$")


def holder_of(description: str, source: Prepared) -> str:
    """The full name of the only one whom a page calls by an office; empty where it is none.

    Empty of a description that has a name, too.
    """
    article, _, rest = description.replace("’", "'").replace("'", "' ").partition(" ")
    words = rest.split()
    if article.rstrip("'").casefold() not in articles() or not 0 < len(words) <= _LONGEST:
        return ""
    if offices_of(source.language).isdisjoint(map(str.casefold, words)) or person_names(
        description
    ):
        return ""
    called = dict[str, str]()
    doubted = set[str]()
    for name, is_sure in _called(" ".join(words), source.page.text):
        names = person_names(name)
        if len(names) >= _FULL:
            surname = plain_letters(names[-1])
            if is_sure:
                called[surname] = name
            else:
                doubted.add(surname)
    return next(iter(called.values())) if len(called) == 1 and doubted <= called.keys() else ""


def _called(office: str, text: str) -> Iterator[tuple[str, bool]]:
    """The names right behind an office, or before it and a comma, and whether it is surely so."""
    low, wanted = text.casefold(), office.casefold()
    if len(low) != len(text):
        return
    for at, end in places_of(wanted, low):
        if low[at - 1 : at].isalnum():
            continue
        around = text[max(at - _REACH, 0) : at]
        behind = _BEHIND.match(text, end, end + _REACH)
        if behind is not None:
            yield behind[1], not _is_of_another(around)
        before = _BEFORE.search(around)
        if before is not None:
            yield before[1], before[2] is None or before[2].casefold() in articles()


def _is_of_another(before: str) -> bool:
    """Whether a word before an office may make it another: 'former', 'deputy', 'vice-'."""
    word = _WORD_BEFORE.search(before)
    if word is None or not word[1]:
        return before[-1:] == "-"
    return word[1].casefold() not in articles() | comparing().said
