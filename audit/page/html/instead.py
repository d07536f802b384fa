"""Whether a page of few words asks its reader for something, and tells nothing."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from audit.markup.offers import is_addressed
from audit.markup.promised import count_words, is_unspaced

_WHOLE = 4  # letters of a word that is taken whole
_MOST_WORDS = 90
_FEWEST_THINGS = 2
_SENTENCE_END = re.compile(r"(?<=[.!?])\s|(?<=。)|\n")
_OPENING = 5  # words of the sentence that a page begins with
_SHARE = 0.3  # of its words that speak to the reader, where it begins so
_SHARE_BELOW = 0.5
_SPOKEN = re.compile('[“”„«»"「]')
_WORD = re.compile(r"[^\W\d_]+")


def asks_instead(
    shown: Sequence[str], language: str, *, fields: int, buttons: int, has_headline: bool
) -> bool:
    """Whether what a page shows speaks to its reader of a device, an account, a choice, a check.

    An article of that length may do one of these; it says something else besides, or has somebody
    say it. Where there are ``fields`` to fill in, one word of these is enough, as on
    a page without a headline; with ``buttons`` two, and three without.
    """
    total = sum(map(count_words, shown))
    if not 0 < total <= _MOST_WORDS or any(map(_SPOKEN.search, shown)):
        return False
    sentences = [part for text in shown for part in _SENTENCE_END.split(text)]
    addressed = [sentence for sentence in sentences if is_addressed(sentence, language)]
    if has_headline and not addressed:
        return False
    speaking = [
        *addressed,
        *(part for part in sentences if _is_of_us(part) and part not in addressed),
    ]
    opening = next((part for part in sentences if count_words(part) >= _OPENING), "")
    least = _SHARE if opening in speaking else _SHARE_BELOW
    if sum(map(count_words, speaking)) < least * total:
        return False
    plain = "\n".join(shown).casefold()
    found = [len(set(thing.findall(plain))) for thing in _things()]
    if fields or not has_headline:
        return any(found)
    if buttons:
        return sum(map(bool, found)) >= _FEWEST_THINGS or (
            buttons >= _FEWEST_THINGS and sum(found) >= _FEWEST_THINGS
        )
    return sum(map(bool, found)) > _FEWEST_THINGS


def _is_of_us(text: str) -> bool:
    """Whether those who make the page speak of themselves."""
    words = _WORD.findall(text.casefold())
    return not _we().isdisjoint(words) or any(word.endswith(_of_us()) for word in words)


@cache
def _of_us() -> tuple[str, ...]:
    return tuple(_read()["we_endings"].split())


@cache
def _we() -> frozenset[str]:
    return frozenset(_read()["we"].split())


def _read() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "instead.toml").read_text(encoding="utf-8"))


@cache
def _things() -> Sequence[re.Pattern[str]]:
    return tuple(
        re.compile("|".join(map(_beginning, dict.fromkeys(words.split()))))
        for words in _read()["things"].values()
    )


def _beginning(word: str) -> str:
    """A pattern of a word at the beginning of one; short ones are whole ones."""
    if is_unspaced(word):
        return re.escape(word)
    end = r"(?![^\W\d_])" if len(word) <= _WHOLE else ""
    return rf"(?<![^\W\d_]){re.escape(word)}{end}"
