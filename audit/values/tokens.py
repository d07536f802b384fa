"""Words as tokens that are equal where their values are: '$4.2bn' and '4.2 billion dollars'.

A token is a word under the key of its spelling, or a run of words that are one figure, date, time
or title under the key of its value. What may be read in several ways ('3m': millions or metres) has
further keys, of which one counts where the other side has it.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from audit.languages.comparison.values import value_words
from audit.values.figures import DOLLARS, Figures
from audit.values.glued import Glued
from audit.values.names import Names, roman
from audit.values.numbers.ordinals import ORDINAL_SIGN
from audit.values.numbers.spelled import numbers
from audit.values.phrases import Phrases
from audit.values.shares import is_share_of, shares_of, shares_of_both
from audit.values.spellings import respelled
from audit.values.stretch import Found, Stretch
from audit.values.times.dates import Dates
from audit.values.times.decades import cohort_in_one_word
from audit.values.unsure import is_unsure

_MOST_KEPT = 500  # words
# So many words in a row of which none may begin a token of its own kind are more than any token
# has: 'ten o'clock in the morning' has four.
_LONGEST_TAIL = 12
_MOST_KNOWN = 50_000  # words
_MOST_STRETCHES = 10_000  # that are kept with what they begin with
_LONGEST_SHARE = 12  # words
_DIGITS_OF_CENTURY = 2
_AHEAD = 64  # words behind one that a token which begins there, or before, may need


class Token(NamedTuple):
    """``words[start:end]`` of a text under one key; ``also`` are other keys that it may have."""

    start: int
    end: int
    key: str
    also: tuple[str, ...] = ()


def tokens(
    words: Sequence[str],
    language: str | None = None,
    *,
    beside: frozenset[str] = frozenset(),
    breaks: frozenset[int] = frozenset(),
) -> list[Token]:
    """The tokens of folded words, in their own case.

    Args:
        words: Folded words, one by one.
        language: Whose signs and words count; English ones where none is told.
        beside: Keys on the other side, which settle what can be read in several ways.
        breaks: Indices of words that no token reaches over: an editor's mark stands before them.
    """
    reading = _reader(language)
    if not reading.has_values(words):
        return [Token(at, at + 1, respelled(word)) for at, word in enumerate(words)]
    if len(words) <= _MOST_KEPT:
        return list(_kept(tuple(words), language, beside, breaks))
    return _read(words, language, beside, breaks)


def own_tokens(
    words: Sequence[str],
    language: str | None = None,
    *,
    breaks: frozenset[int] = frozenset(),
) -> list[Token]:
    """The tokens that begin where one of its own kind may, without the plain words between them.

    ``breaks`` as of ``tokens``.
    """
    reading = _reader(language)
    if breaks:
        edges = sorted({0, *breaks, len(words)})
        return [
            token
            for first, last in pairwise(edges)
            for token in reading.own(words[first:last], first, frozenset())
        ]
    return list(reading.own(words, 0, frozenset()))


def token_at(words: Sequence[str], at: int, language: str | None) -> Token | None:
    """The one of the tokens of folded words that begins at a word, without reading all of them.

    None where the word is within one. What stands behind a token does not hang on what stands
    before it, so that it is enough to begin where no token can reach.
    """
    reading = _reader(language)
    first, quiet, is_plain = at, 0, not reading.may_start_at(words, at)
    while first and quiet < _LONGEST_TAIL:
        first -= 1
        quiet = 0 if reading.may_start_at(words, first) else quiet + 1
        is_plain = is_plain and quiet > 0
    if is_plain:
        return Token(at, at + 1, respelled(words[at]))
    for token in reading.read(words[first : at + _AHEAD], first, frozenset()):
        if token.end > at:
            return token if token.start == at else None
    return None


def is_plain_key(key: str, language: str | None) -> bool:
    """Whether only a word itself has a key, in one of its spellings: no figure, no short form."""
    reading = _reader(language)
    is_value = key.startswith("=") or " " in key or key in reading.long_forms
    return not is_value and not reading.may_start(key)


@lru_cache(maxsize=256)
def _kept(
    words: tuple[str, ...],
    language: str | None,
    beside: frozenset[str],
    breaks: frozenset[int],
) -> list[Token]:
    """The tokens of a stretch, which is asked for again while one quotation is compared."""
    return _read(words, language, beside, breaks)


def _read(
    words: Sequence[str],
    language: str | None,
    beside: frozenset[str],
    breaks: frozenset[int],
) -> list[Token]:
    reading = _reader(language)
    out: list[Token] = []
    edges = [*sorted(edge for edge in breaks if 0 < edge < len(words)), len(words)]
    first = 0
    for last in edges:
        out += reading.read(words[first:last], first, beside)
        first = last
    return out


def settled(ours: Sequence[Token], theirs: Sequence[Token]) -> tuple[list[str], list[str]]:
    """The keys of both sides; of several that a token may have, one that the other side has."""
    mine = {key for token in ours for key in (token.key, *token.also)}
    others = {key for token in theirs for key in (token.key, *token.also)}
    return [_settle(token, others) for token in ours], [_settle(token, mine) for token in theirs]


def _settle(token: Token, other: set[str]) -> str:
    if not token.also:
        return token.key
    shared = sorted(key for key in (token.key, *token.also) if key in other)
    return shared[0] if shared else token.key


def key_pairs(
    ours: Sequence[str],
    theirs: Sequence[str],
    language: str | None,
    *,
    breaks: frozenset[int] = frozenset(),
) -> tuple[list[Token], list[str], list[Token], list[str]]:
    """Both sides as tokens with their settled keys."""
    a, b = tokens(ours, language, breaks=breaks), tokens(theirs, language)
    a_keys, b_keys = settled(a, b)
    if a_keys == b_keys:
        return a, a_keys, b, b_keys
    shares = _reader(language).shares_of_both(ours, theirs)
    if shares or is_unsure(ours, language) or is_unsure(theirs, language):
        known_a = frozenset(key for token in a for key in (token.key, *token.also))
        known_b = frozenset(key for token in b for key in (token.key, *token.also))
        a = tokens(ours, language, beside=known_b | shares, breaks=breaks)
        b = tokens(theirs, language, beside=known_a | shares)
        a_keys, b_keys = settled(a, b)
    return a, a_keys, b, b_keys


def has_values(words: Sequence[str], language: str | None = None) -> bool:
    """Whether a figure, a date or a title may stand in folded words: a quick look."""
    return _reader(language).has_values(words)


def has_long_form(words: Sequence[str], language: str | None = None) -> bool:
    """Whether a word stands in folded words that a shorter form may stand for: 'Monsieur'."""
    long_forms = _reader(language).long_forms
    return any(word.lower() in long_forms for word in words)


def _meanings(short: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """What each short word may stand for, under the keys of its spellings."""
    return {word: tuple(map(respelled, told.split())) for word, told in short.items()}


def _plain(words: Sequence[str], first: int, last: int, offset: int) -> Iterator[Token]:
    """A token for each word of a stretch that has none of its own kind."""
    for at in range(first, last):
        yield Token(offset + at, offset + at + 1, respelled(words[at]))


class _Known(dict[str, bool]):
    """What was found of words, each looked at once."""

    def __init__(self, look: Callable[[str], bool]) -> None:
        super().__init__()
        self._look = look

    def __missing__(self, word: str) -> bool:
        known = self._look(word)
        if len(self) < _MOST_KNOWN:
            self[word] = known
        return known


_OF_A_UNIT = re.compile(r"\d[^\d.,]|[^\d.,\s]\d")


class _Reader:
    """Reads words in one language."""

    def __init__(self, language: str | None) -> None:
        words = value_words(language)
        self._words = words
        self._numbers = numbers(language)
        figures = Figures(words, self._numbers)
        self._names = names = Names(words, self._numbers)
        dates = Dates(words, self._numbers, self.may_start)
        self._phrases = phrases = Phrases(words, self._numbers)
        self._ways = (dates.read, phrases.read, names.numbered, figures.read, names.read)
        self._ordinal_ends = words.ordinal_ends
        self._glued = Glued(words, figures.units)
        leads = words.once | words.before_day | words.between | words.point | DOLLARS.keys()
        leads |= phrases.leads | words.short_of | words.each
        self._leads = leads - {"us"}
        self._before_ordinals = _meanings(words.before_ordinals)
        self._behind_ordinals = _meanings(words.behind_ordinals)
        self._starts = (
            self._numbers.starts
            | {phrase.split()[0] for phrase in words.before_hour}
            | words.moments.keys()
            | words.months.keys()
            | words.decades.keys()
            | words.currencies.keys()
            | figures.units_of.rare
            | names.starts
            | phrases.starts
        ) - self._leads
        behind = figures.units_of.starts
        self._halved, self._joined_by = figures.units_of.halved, words.joined_by
        self._may = _Known(self._looked_at)
        self._may_behind = _Known(lambda word: self._may[word] or word.lower() in behind)
        self._may_lead = _Known(
            lambda word: (
                word.lower() in self._leads
                or word.lower() in self._before_ordinals
                or word.lower() in self._behind_ordinals
                or word.lower() in self._halved
                or self.may_start(word)
            )
        )
        known = words.all_words() | self._numbers.all_words() | DOLLARS.keys() | {ORDINAL_SIGN}
        self._may_stand_in = _Known(
            lambda word: not word.isalpha() or word.lower() in known or self.may_start(word)
        )
        self._found_alone = lru_cache(maxsize=_MOST_STRETCHES)(self._found_in)
        self.long_forms = {
            *words.initials.values(),
            *(word for meanings in words.titles.values() for word in meanings.split()),
        }
        """Words that shorter forms stand for."""

    def may_start(self, word: str) -> bool:
        """Whether a word may begin a token of its own kind: a quick look."""
        return self._may[word]

    def _looked_at(self, word: str) -> bool:
        lowered = word.lower()
        return (
            any(char.isnumeric() for char in word)
            or lowered in self._starts
            or self._numbers.may_start(lowered)
            or self._phrases.may_start(lowered)
            or self._names.may_start(lowered)
            or bool(cohort_in_one_word(self._words, self._numbers, lowered))
            or roman(word, self._ordinal_ends) is not None
        )

    def has_values(self, words: Sequence[str]) -> bool:
        """Whether any word may begin a token of its own kind."""
        return any(map(self._may.__getitem__, words))

    def read(self, words: Sequence[str], offset: int, beside: frozenset[str]) -> Iterator[Token]:
        """The tokens of a stretch of words that begins at ``offset`` of a text."""
        at = 0
        for token in self.own(words, offset, beside):
            yield from _plain(words, at, token.start - offset, offset)
            yield token
            at = token.end - offset
        yield from _plain(words, at, len(words), offset)

    def own(self, words: Sequence[str], offset: int, beside: frozenset[str]) -> Iterator[Token]:
        """The tokens that begin where one of its own kind may."""
        may, may_lead = self._may, self._may_lead
        shared = frozenset(filter(is_share_of, beside)) if beside else beside
        done = 0
        for at, word in enumerate(words):
            if not may_lead[word] or at < done:
                continue
            may_have = may[word] or (at + 1 < len(words) and self._leads_on(words, at))
            found = None
            if shared and (may_have or word.lower() in self._words.once):
                found = self._share_of(words, at, shared)
            if found is None and may_have:
                found = self._found(words, at, beside)
            if found is not None:
                done = at + found[0]
                yield Token(offset + at, offset + done, found[1][0], found[1][1:])
            elif meanings := self._short_for(words, at):
                yield Token(offset + at, offset + at + 1, f"{word.lower()}.", meanings)
            elif may[word]:
                yield Token(offset + at, offset + at + 1, respelled(word))

    def _short_for(self, words: Sequence[str], at: int) -> tuple[str, ...]:
        """What a word may be short for where an ordinal is on its side: 's. XIX', '19-го в.'."""
        word = words[at].lower()
        found = self._before_ordinals.get(word)
        if found and at + 1 < len(words) and self._is_small_ordinal(words[at + 1]):
            return found
        found = self._behind_ordinals.get(word)
        last = at - 1
        if found and last > 0 and words[last].lower() in self._ordinal_ends:
            last -= 1
        return found if found and last >= 0 and self._is_small_ordinal(words[last]) else ()

    def _is_small_ordinal(self, word: str) -> bool:
        if roman(word, self._ordinal_ends) is not None:
            return True
        digits = word[:_DIGITS_OF_CENTURY].rstrip("".join(self._ordinal_ends))
        end = word[len(digits) :].lower()
        return digits.isdecimal() and (not end or end in self._ordinal_ends)

    def _found(self, words: Sequence[str], at: int, beside: frozenset[str]) -> Found | None:
        """The token that begins at a word: how many words it takes, and its keys.

        Nothing behind the first word that stands in no value can be part of it: the words up to
        there tell all, and mostly are few and stand so in many texts.
        """
        stop = at + 1
        last = min(at + _AHEAD, len(words))
        while stop < last and self._may_stand_in[words[stop]]:
            stop += 1
        stretch = tuple(words[at : stop + 1])
        if at and words[at - 1].lower() in self._words.by_so_much:
            ties = (n for n, word in enumerate(stretch) if word.lower() in self._words.ranges)
            first = stretch[: next(ties, None)]
            if _OF_A_UNIT.search(" ".join(first)):  # 'by 20p to 95p', but not 'by 8 to 3'
                stretch = first
        return self._found_in(stretch, beside) if beside else self._found_alone(stretch)

    def _found_in(self, words: Sequence[str], beside: frozenset[str] = frozenset()) -> Found | None:
        """The token that a stretch begins with, in the first way in which one does."""
        raw, owner = self._glued.read(words)
        if not self.may_start_at(raw, 0):
            return None
        low = [word.lower() for word in raw]
        stretch = Stretch(raw, low, beside)
        found = next((found for way in self._ways if (found := way(stretch, 0))), None)
        if found is None:
            return None
        end, keys = found
        # a token ends with a word: what was cut off one belongs to it
        while end < len(raw) and owner[end] == owner[end - 1]:
            keys = (f"{keys[0]} {low[end]}",)
            end += 1
        return owner[end - 1] + 1, keys

    def shares_of_both(self, ours: Sequence[str], theirs: Sequence[str]) -> frozenset[str]:
        """The keys of shares of a noun that both sides have, one of them in whole numbers."""
        low, there = ([word.lower() for word in side] for side in (ours, theirs))
        return shares_of_both(self._words, self._numbers, low, there, self.may_start)

    def _share_of(self, words: Sequence[str], at: int, shared: frozenset[str]) -> Found | None:
        """The share of a noun that begins at a word and has one of these keys."""
        low = [word.lower() for word in words[at : at + _LONGEST_SHARE]]
        shares = shares_of(self._words, self._numbers, low, 0)
        return next(((end, (key,)) for end, key in shares if key in shared), None)

    def may_start_at(self, words: Sequence[str], at: int) -> bool:
        """Whether a token of its own kind may begin at a word, alone or with the next."""
        if self.may_start(words[at]):
            return True
        if at + 1 < len(words) and self._leads_on(words, at):
            return True
        return bool(self._short_for(words, at))

    def _leads_on(self, words: Sequence[str], at: int) -> bool:
        """Whether a word begins a token of its own kind with what stands behind it."""
        word = words[at].lower()
        if word in self._leads and self._may_behind[words[at + 1]]:
            return True
        return word in self._halved and words[at + 1].lower() in self._joined_by


@cache
def _reader(language: str | None) -> _Reader:
    return _Reader(language)
