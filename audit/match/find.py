"""Finds words in a prepared source exactly, by one search of the folded text."""

from collections.abc import Iterator
from itertools import islice

from audit.match.folding.fold import is_continuous
from audit.match.prepared.source import Prepared

MOST_OCCURRENCES = 50_000
"""How many occurrences of one literal are looked at; bounds the work on hostile pages."""

_AS_MANY_READ = 400
"""Characters that are read in the time that one place takes which an index gives."""

_BY_PLACE = frozenset("İΣ")  # letters whose small form hangs on what stands beside them

LONGEST_ENDING = 8
"""Letters of a word that a bracket may stand for."""


def find_words(
    prepared: Prepared,
    words: str,
    *,
    any_case: bool,
    open_start: bool = False,
    open_end: bool = False,
    most: int = MOST_OCCURRENCES,
) -> list[tuple[int, int]]:
    """Where folded words stand in ``prepared.folded.words``, as (start, end), ascending.

    They stand at whole words; ``open_start`` and ``open_end`` let the first or last word go on for
    a few letters, which the passage then includes. ``any_case`` frees the case of the first
    letter. ``most`` ends the search of one spelling.
    """
    is_closed = not (open_start or open_end)
    spellings = _spellings(words) if any_case else (words,)
    if is_closed and not prepared.has_spaces:
        return sorted(
            span for each in spellings for span in _beside_continuous(prepared, each, most)
        )
    found: list[tuple[int, int]] = []
    for spelling in spellings:
        for start in _starts(prepared, spelling, most, open_start=open_start, open_end=open_end):
            end = start + len(spelling)
            if open_start:
                start = prepared.folded.words.rfind(" ", 0, start) + 1  # noqa: PLW2901
            if open_end:
                end = prepared.folded.words.find(" ", end)
            if end - start - len(spelling) <= LONGEST_ENDING:
                found.append((start, end))
    found.sort()
    return found


def _starts(
    prepared: Prepared, spelling: str, most: int, *, open_start: bool, open_end: bool
) -> Iterator[int]:
    """Where words begin that stand with a space at each end that is not open."""
    lead = "" if open_start or is_continuous(spelling[0]) else " "
    trail = "" if open_end or is_continuous(spelling[-1]) else " "
    needle = f"{lead}{spelling}{trail}"
    is_whole = bool(lead and trail) and not (open_start or open_end)
    may_go_by_index = is_whole and _BY_PLACE.isdisjoint(spelling)
    by_index = may_go_by_index and prepared.is_worth_indexing()
    places = _by_index if by_index else _occurrences
    return (at + len(lead) for at in places(prepared, needle, most))


def _beside_continuous(prepared: Prepared, words: str, most: int) -> Iterator[tuple[int, int]]:
    """Where words stand in a text whose scripts have no spaces: 'は2024年' has '2024' whole."""
    haystack = prepared.folded.words
    for start in _occurrences(prepared, words, most):
        end = start + len(words)
        ends = ((haystack[start - 1], words[0]), (haystack[end], words[-1]))
        if all(" " in pair or any(map(is_continuous, pair)) for pair in ends):
            yield start, end


def _spellings(words: str) -> tuple[str, ...]:
    """The words with the first letter as it is and in its other case."""
    first = words[0]
    other = first.lower() if first.isupper() else first.upper()
    return (words,) if other == first or len(other) != 1 else (words, other + words[1:])


def _by_index(prepared: Prepared, needle: str, most: int) -> Iterator[int]:
    """The occurrences of whole words, tried where the rarest of them stands."""
    haystack = prepared.folded.words
    rarest: list[int] | None = None
    before = at = 0
    for word in needle.split():
        found = prepared.index.get(word.lower(), [])
        if rarest is None or len(found) < len(rarest):
            rarest, before = found, at
        at += len(word) + 1
    if len(rarest or ()) * _AS_MANY_READ > len(haystack):
        return _occurrences(prepared, needle, most)
    starts = (place - before for place in rarest or ())
    return islice((start for start in starts if haystack.startswith(needle, start)), most)


def _occurrences(prepared: Prepared, needle: str, most: int) -> Iterator[int]:
    haystack = prepared.folded.words
    at = haystack.find(needle)
    for _ in range(most):
        if at < 0:
            return
        yield at
        at = haystack.find(needle, at + 1)
