"""Whether a page of few words asks its reader for something, and tells nothing."""

import re
import tomllib
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from audit.markup.offers import is_addressed
from audit.markup.promised import count_words, is_unspaced

_WHOLE = 4  # letters of a word that is taken whole
_MOST_WORDS = 90
_FEWEST_THINGS = 2
_FEWEST_UNADDRESSED = 3
_SENTENCE_END = re.compile(r"(?<=[.!?])\s|(?<=。)|\n")
_OPENING = 5  # words of the sentence that a page begins with
_SHARE = 0.3  # of its words that speak to the reader, where it begins so
_SHARE_BELOW = 0.5
_SPOKEN = re.compile('[“”„«»"「]')
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*+")
_DATE_LINE = re.compile(
    r"20\d\d-\d\d-\d\d|\d{1,2}\.?\s[^\W\d_]{3,12}\s20\d\d|[^\W\d_]{3,12}\s\d{1,2},\s20\d\d"
)


def asks_instead(
    shown: Sequence[str], language: str, *, fields: int, buttons: int, has_headline: bool
) -> bool:
    """Whether what a page shows speaks to its reader of a device, an account, a choice, a check.

    An article of that length may do one of these; it says something else besides, or has somebody
    say it. Where there are ``fields`` to fill in below words to the reader, one word of these is
    enough, as on a page without a headline; with ``buttons`` two, and three without.
    """
    total = sum(map(count_words, shown))
    if not 0 < total <= _MOST_WORDS or _is_told(shown):
        return False
    sentences = [part for text in shown for part in _SENTENCE_END.split(text)]
    addressed = [sentence for sentence in sentences if is_addressed(sentence, language)]
    if has_headline and not addressed:
        return False
    speaking = {*addressed, *filter(_is_of_us, sentences)}
    opening = next((part for part in sentences if count_words(part) >= _OPENING), "")
    begins_so = opening in speaking
    least = _SHARE if begins_so else _SHARE_BELOW
    if sum(count_words(part) for part in sentences if part in speaking) < least * total:
        return False
    found = _found("\n".join(shown).casefold())
    if not has_headline or (fields and begins_so):
        # Those who make a page may speak of what they do: 'We regret the delay'.
        least = 1 if addressed else _FEWEST_UNADDRESSED
        return sum(found) >= (1 if fields else least)
    return _are_enough(found, buttons, begins_so=begins_so)


def speaks(text: str, language: str) -> bool:
    """Whether a text speaks to its reader, or of those who make the page."""
    return is_addressed(text, language) or _is_of_us(text)


def _is_told(shown: Sequence[str]) -> bool:
    """Whether somebody says something on a page, or it has its day, as a notice does."""
    return any(_SPOKEN.search(text) or _DATE_LINE.fullmatch(text.strip()) for text in shown)


def _found(plain: str) -> Sequence[int]:
    """How many words a text has of each thing that a page asks about."""
    words = frozenset(_WORD.findall(plain))
    return [thing.found_in(plain, words) for thing in _things()]


def _are_enough(found: Sequence[int], buttons: int, *, begins_so: bool) -> bool:
    """Whether words of enough things stand beside buttons to do something about them."""
    things = sum(map(bool, found))
    fewest = 1 if begins_so else _FEWEST_THINGS
    if buttons >= fewest and sum(found) >= _FEWEST_THINGS:
        return True
    return things >= (_FEWEST_THINGS if buttons else _FEWEST_THINGS + 1)


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


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "instead.toml").read_text(encoding="utf-8"))


class _Thing(NamedTuple):
    """The words of one thing: whole ones, beginnings, and those of scripts without spaces."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]
    unspaced: tuple[str, ...]

    def found_in(self, plain: str, words: AbstractSet[str]) -> int:
        """How many of its words stand in a text, of which ``words`` are all."""
        return (
            len(self.whole & words)
            + sum(word.startswith(self.beginnings) for word in words)
            + sum(word in plain for word in self.unspaced)
        )


@cache
def _things() -> Sequence[_Thing]:
    things = []
    for text in _read()["things"].values():
        words = frozenset(text.split())
        unspaced = frozenset(filter(is_unspaced, words))
        whole = frozenset(word for word in words - unspaced if len(word) <= _WHOLE)
        things.append(_Thing(whole, tuple(words - unspaced - whole), tuple(unspaced)))
    return tuple(things)
