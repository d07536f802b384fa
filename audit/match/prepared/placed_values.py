"""The figures, dates, titles and spellings of a source, and where they stand in it.

What a word is by itself is looked up where it stands; what words amount to together is read once,
and only where a figure, a date or a title may begin.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property, lru_cache
from heapq import merge
from itertools import pairwise
from typing import NamedTuple

from audit.languages.comparison.values import languages_with_values
from audit.values.measured import SHARE, Measured, measured
from audit.values.spellings import respelled
from audit.values.stretch import Token
from audit.values.tokens import is_plain_key, own_tokens, token_at, tokens

_MOST_READ_ANYHOW = 20_000  # words of a text whose language is not plain
_MOST_KEPT = 10_000  # keys whose places are known
_READ_EACH = 64  # words around one of which it is asked whether it stands alone


class Pair(NamedTuple):
    """Two numbers that stand side by side, the words between them, and those of all of it."""

    first: float
    second: float
    between: str
    text: str


class PlacedValues:
    """The tokens of a source's folded words; see ``audit.values.tokens``.

    Places are offsets of the space before a token. No slots: the cached properties live in the
    instance's dictionary.

    Args:
        words: The folded words, in their own case.
        starts: Where each begins.
        lowered: The text that they are of, in lower case.
        find_word: Finds a word in lower case wherever it stands.
        language: The one that the source is plainly in; None in doubt.
        has_spaces: Whether all of it is in scripts that part words by spaces.
        read_own: Reads the tokens that begin where a figure, a date or a title may.
    """

    def __init__(
        self,
        words: Sequence[str],
        starts: Sequence[int],
        lowered: str,
        find_word: Callable[[str], list[int]],
        language: str | None,
        *,
        has_spaces: bool,
        read_own: Callable[[Sequence[str]], list[Token]],
    ) -> None:
        self._words = words
        self._starts = starts
        self._lowered = lowered
        self._find_word = find_word
        self._language = language
        self._has_spaces = has_spaces
        self._read_own = read_own
        self._found: dict[str, list[int]] = {}

    def find(self, key: str, most: int) -> list[int]:
        """Where tokens stand that have a key, at most so many."""
        found = self._found.get(key)
        if found is None:
            found = self._find(key)
            if len(self._found) < _MOST_KEPT:
                self._found[key] = found
        return found[:most]

    def _find(self, key: str) -> list[int]:
        if not self._has_spaces:
            return self._everywhere.get(key, [])
        hits = self._hits(key)
        is_known = "_own" in self.__dict__ or len(hits) * _READ_EACH > len(self._words)
        if not is_known and is_plain_key(key, self._language):
            return [hit for hit in hits if self._is_token(self._number(hit), key)]
        plain = (hit for hit in hits if self._is_plain(self._number(hit), key))
        return list(merge(self._placed.get(key, ()), plain))

    def spans(self, is_wanted: Callable[[str], bool]) -> list[tuple[int, int]]:
        """Where the figures, dates and titles stand whose keys are wanted."""
        starts, words = self._starts, self._words
        return [
            (starts[token.start], starts[token.end - 1] + len(words[token.end - 1]))
            for token in self._own
            if is_wanted(token.key)
        ]

    def side_by_side(self, most: int) -> Iterator[Pair]:
        """The numbers that stand side by side, with at most so many words between, and ranges."""
        words = self._words
        for token in self._own:
            if ".." in token.key:
                ends = [each.value for each in measured(token.key)]
                if len(ends) == 2:
                    yield Pair(ends[0], ends[1], "", " ".join(words[token.start : token.end]))
        for one, other in pairwise(self._own):
            if other.start - one.end > most:
                continue
            first, second = _number(one.key), _number(other.key)
            if first is not None and second is not None:
                between = " ".join(words[one.end : other.start]).lower()
                yield Pair(first, second, between, " ".join(words[one.start : other.end]))

    @property
    def keys(self) -> Collection[str]:
        """The keys of all figures, dates and titles, and of words that only may begin one."""
        return self._placed

    @cached_property
    def measures(self) -> tuple[Measured, ...]:
        """All figures, of shares in words both ways in which they are read."""
        return tuple(each for key in self._placed for each in measured(key))

    @cached_property
    def figures(self) -> frozenset[tuple[float, str]]:
        """The numbers of all figures with their units, and without: a share is no number.

        In a text of which no language is plain, as every language reads them.
        """
        found: Iterator[Measured] | tuple[Measured, ...] = self.measures
        if self._language is None:
            found = (each for key in self._keys_anyhow() for each in measured(key))
        told = [(figure.value, figure.unit) for figure in found]
        return frozenset([*told, *((value, "") for value, unit in told if unit != SHARE)])

    def _keys_anyhow(self) -> list[str]:
        """The keys of the tokens of all languages, those that take most words at their place."""
        words = self._words[:_MOST_READ_ANYHOW]
        longest: dict[int, int] = {}
        found: list[tuple[int, int, str]] = []
        for language in languages_with_values():
            for token in own_tokens(words, language):
                longest[token.start] = max(token.end, longest.get(token.start, 0))
                found += [(token.start, token.end, key) for key in (token.key, *token.also)]
        return [key for start, end, key in found if end == longest[start]]

    @cached_property
    def _own(self) -> list[Token]:
        """The tokens that begin where a figure, a date or a title may."""
        return self._read_own(self._words)

    @cached_property
    def _taken(self) -> frozenset[int]:
        """The numbers of the words that these take."""
        return frozenset(at for token in self._own for at in range(token.start, token.end))

    @cached_property
    def _placed(self) -> dict[str, list[int]]:
        """Where these stand, by their keys."""
        return self._by_key(self._own)

    @cached_property
    def _everywhere(self) -> dict[str, list[int]]:
        """Where all tokens stand, by their keys."""
        return self._by_key(tokens(self._words, self._language))

    def _by_key(self, found: Sequence[Token]) -> dict[str, list[int]]:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for token in found:
            place = max(self._starts[token.start] - 1, 0)
            for key in (token.key, *token.also):
                places[key].append(place)
        return dict(places)

    @cached_property
    def _spellings(self) -> dict[str, list[str]]:
        """The words in lower case whose key may be another than they are, by that key."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in set(self._lowered.split()):
            for key in _other_keys(word):
                found[key].append(word)
        return dict(found)

    def _hits(self, key: str) -> list[int]:
        """Where words stand of which a spelling is a key; some are part of something else."""
        spellings = [*self._spellings.get(key, ())]
        if " " not in key:
            spellings.append(key)
        return sorted(hit for word in spellings for hit in self._find_word(word))

    def _number(self, hit: int) -> int:
        """The number of the word that stands behind a space."""
        return bisect_left(self._starts, hit + 1)

    def _is_token(self, at: int, key: str) -> bool:
        """Whether a word alone is a token with a key; what stands around it is read for that."""
        token = token_at(self._words, at, self._language)
        return token is not None and key in (token.key, *token.also)

    def _is_plain(self, at: int, key: str) -> bool:
        """Whether a word is none of what was read, and has a key."""
        return at not in self._taken and respelled(self._words[at]) == key


def _number(key: str) -> float | None:
    """The plain number that a key is, None of a date, a range, or a figure of some unit."""
    found = [each for each in measured(key) if not each.unit] if key.startswith("=") else []
    return found[0].value if len(found) == 1 else None


@lru_cache(maxsize=50_000)
def _other_keys(word: str) -> tuple[str, ...]:
    """The keys of a lower-case word, or of it with a capital, that are not the word itself."""
    return tuple({respelled(word), respelled(word.capitalize())} - {word})
