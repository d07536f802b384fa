"""Words as tokens that are equal where their values are: '$4.2bn' and '4.2 billion dollars'.

A token is a word under the key of its spelling, or a run of words that are one figure, date, time
or title under the key of its value. What may be read in several ways ('3m': millions or metres) has
further keys, of which one counts where the other side has it.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from audit.languages.comparison.values import value_words
from audit.values.dates import Dates, slashed_date
from audit.values.figures import DOLLARS, Figures
from audit.values.glued import Glued
from audit.values.names import Names, roman
from audit.values.numbers.ordinals import ORDINAL_SIGN
from audit.values.numbers.spelled import Numbers, numbers
from audit.values.phrases import Phrases
from audit.values.spellings import respelled
from audit.values.stretch import Found, Stretch
from audit.values.units import is_long

_METRE = "m"
_GROUP = 3  # digits between spaces of thousands
_MOST_KEPT = 500  # words
# So many words in a row of which none may begin a token of its own kind are more than any token
# has: 'ten o'clock in the morning' has four.
_LONGEST_TAIL = 12
_MOST_KNOWN = 50_000  # words
_MOST_STRETCHES = 10_000  # that are kept with what they begin with
_FAR_MINUTES = 4  # words from the minutes to the hour that they are of
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


def own_tokens(words: Sequence[str], language: str | None = None) -> list[Token]:
    """The tokens that begin where one of its own kind may, without the plain words between them."""
    return list(_reader(language).own(words, 0, frozenset()))


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
    if a_keys != b_keys and (_is_unsure(ours, language) or _is_unsure(theirs, language)):
        known_a = frozenset(key for token in a for key in (token.key, *token.also))
        known_b = frozenset(key for token in b for key in (token.key, *token.also))
        a = tokens(ours, language, beside=known_b, breaks=breaks)
        b = tokens(theirs, language, beside=known_a)
        a_keys, b_keys = settled(a, b)
    return a, a_keys, b, b_keys


def has_values(words: Sequence[str], language: str | None = None) -> bool:
    """Whether a figure, a date or a title may stand in folded words: a quick look."""
    return _reader(language).has_values(words)


def has_long_form(words: Sequence[str], language: str | None = None) -> bool:
    """Whether a word stands in folded words that a shorter form may stand for: 'Monsieur'."""
    long_forms = _reader(language).long_forms
    return any(word.lower() in long_forms for word in words)


def _is_unsure(words: Sequence[str], language: str | None) -> bool:
    """Whether the other side may tell how words are to be grouped.

    So it is with '1 300', 'no 10', 'a third', 'two thirty', '$5-$6', 'point five', 'ten to six',
    '01/09/2025', 'hundred', 'a dollar', 'third quarter', 'one in ten', 'jeder zehnte'.
    """
    figures, leads = numbers(language), _leads(language)
    known = value_words(language)
    currencies, units = known.currencies, known.units
    low = [word.lower() for word in words]
    if any(map(slashed_date, low)):
        return True
    for at in range(1, len(low)):
        before, word = low[at - 1], low[at]
        if before in leads and _is_led(low, at, language):
            return True
        if before.isdecimal() and word.isdecimal() and len(word) == _GROUP:
            return True
        if _are_two_numbers(before, word, figures):
            return True
        if word in known.class_letters.values() and before in figures.ordinals:
            return True
        is_number = before[0].isdigit() or before in figures.small
        if is_number and any(tie[0] == word for tie in known.shares):
            return True
        if before in known.each and (word[0].isdigit() or word in figures.ordinals):
            return True
        is_scale = word in figures.hundreds or word in figures.scales
        counts = before in figures.starts and before not in figures.ordinals
        if is_scale and not (counts or is_number):
            return True
        if word in currencies and 1 < at < len(low) - 1 and low[at - 2] == word:
            return True
        unit = low[at - 2] if before in known.joined_by and at > 1 else before
        is_parted = unit in currencies or units.get(unit) == _METRE
        if is_parted and (word in figures.tens or word in figures.small):
            return True
    return False


@cache
def _leads(language: str | None) -> frozenset[str]:
    """Words behind which a number may be grouped in several ways."""
    known = value_words(language)
    return known.number_signs | known.once | known.decade_leads | known.point | known.ties_of_hours


@cache
def _ties_of_hours(language: str | None) -> frozenset[str]:
    return value_words(language).ties_of_hours


def _is_led(low: Sequence[str], at: int, language: str | None) -> bool:
    """Whether the word before one tells that it may be grouped in several ways."""
    known, figures, before, word = value_words(language), numbers(language), low[at - 1], low[at]
    is_one = before in known.number_signs or before in known.once
    is_many = word in known.fractions or word in known.currencies or is_long(known.units.get(word))
    if is_one and (word[0].isdigit() or is_many):
        return True
    if before in known.decade_leads or (before in known.point and word in figures.small):
        return True
    return before in _ties_of_hours(language) and _may_be_hour(low, at, figures)


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


def _are_two_numbers(one: str, other: str, figures: Numbers) -> bool:
    """Whether both of two neighbours are spelled numbers, the second no ones behind tens."""
    if other in figures.tens:
        return one in figures.small or one in figures.tens
    return other in figures.small and one in figures.small


def _may_be_hour(low: Sequence[str], at: int, figures: Numbers) -> bool:
    """Whether a number stands at a word, and one soon before it."""
    return any(
        word[0].isdigit() or word in figures.small or word in figures.tens
        for word in low[max(at - _FAR_MINUTES, 0) : at - 1]
    )


class _Reader:
    """Reads words in one language."""

    def __init__(self, language: str | None) -> None:
        words = value_words(language)
        self._numbers = numbers(language)
        figures = Figures(words, self._numbers)
        names = Names(words, self._numbers)
        dates = Dates(words, self._numbers, self.may_start)
        self._phrases = phrases = Phrases(words, self._numbers)
        self._ways = (dates.read, phrases.read, names.numbered, figures.read, names.read)
        self._ordinal_ends = words.ordinal_ends
        self._glued = Glued(words, figures.units)
        leads = words.once | words.before_day | words.between | words.point | DOLLARS.keys()
        leads |= phrases.leads | words.short_of | words.each
        self._leads = leads - {"us"}
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
        self._may = _Known(self._looked_at)
        self._may_behind = _Known(lambda word: self._may[word] or word.lower() in behind)
        self._may_lead = _Known(lambda word: word.lower() in self._leads or self.may_start(word))
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
        may, may_lead, may_behind = self._may, self._may_lead, self._may_behind
        done = 0
        for at, word in enumerate(words):
            if not may_lead[word] or at < done:
                continue
            if not (may[word] or (at + 1 < len(words) and may_behind[words[at + 1]])):
                continue
            found = self._found(words, at, beside)
            if found is not None:
                done = at + found[0]
                yield Token(offset + at, offset + done, found[1][0], found[1][1:])
            elif may[word]:
                yield Token(offset + at, offset + at + 1, respelled(word))

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

    def may_start_at(self, words: Sequence[str], at: int) -> bool:
        """Whether a token of its own kind may begin at a word, alone or with the next."""
        if self.may_start(words[at]):
            return True
        return (
            words[at].lower() in self._leads
            and at + 1 < len(words)
            and self._may_behind[words[at + 1]]
        )


@cache
def _reader(language: str | None) -> _Reader:
    return _Reader(language)
