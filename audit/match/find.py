"""Finds words in a prepared source exactly, by one search of the folded text."""

from collections.abc import Iterator
from itertools import islice

from audit.match.folding.fold import is_continuous
from audit.match.prepared import Prepared

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
    haystack = prepared.folded.words
    found: list[tuple[int, int]] = []
    may_go_by_index = not (open_start or open_end) and _BY_PLACE.isdisjoint(words)
    for spelling in _spellings(words) if any_case else (words,):
        needle = spelling
        if not (open_start or is_continuous(spelling[0])):
            needle = f" {needle}"
        if not (open_end or is_continuous(spelling[-1])):
            needle = f"{needle} "
        lead = needle.startswith(" ")
        by_index = may_go_by_index and lead and needle.endswith(" ")
        places = _by_index if by_index and prepared.is_worth_indexing() else _occurrences
        for at in places(prepared, needle, most):
            start = at + lead
            end = start + len(spelling)
            if open_start:
                start = haystack.rfind(" ", 0, start) + 1
            if open_end:
                end = haystack.find(" ", end)
            if end - start - len(spelling) <= LONGEST_ENDING:
                found.append((start, end))
    found.sort()
    return found


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
