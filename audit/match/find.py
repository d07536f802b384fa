"""Finds words in a prepared source exactly, by one search of the folded text."""

from collections.abc import Iterator

from audit.match.folding.fold import is_continuous
from audit.match.prepared import Prepared

MOST_OCCURRENCES = 50_000
"""How many occurrences of one literal are looked at; bounds the work on hostile pages."""

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
    for spelling in _spellings(words) if any_case else (words,):
        needle = spelling
        if not (open_start or is_continuous(spelling[0])):
            needle = f" {needle}"
        if not (open_end or is_continuous(spelling[-1])):
            needle = f"{needle} "
        lead = needle.startswith(" ")
        for at in _occurrences(haystack, needle, most):
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


def _occurrences(haystack: str, needle: str, most: int) -> Iterator[int]:
    at = haystack.find(needle)
    for _ in range(most):
        if at < 0:
            return
        yield at
        at = haystack.find(needle, at + 1)
