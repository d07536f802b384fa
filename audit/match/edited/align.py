"""Lays a marked quotation along a source: every literal verbatim, in order, every gap owned up to.

Nothing here is approximate. The chain of literals is found by dynamic programming over their
occurrences, each tied to the nearest one before it that its gap allows: linear in the number of
occurrences.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from audit.match.edited.marks import Gap, Literal, Mark, Marked
from audit.match.find import MOST_OCCURRENCES, find_words
from audit.match.prepared.source import ZONE_RANK, Prepared
from audit.model import UNSEEN

MOST_WORDS_LEFT_OUT = 400
"""Words of the source that one ellipsis may stand for: about two minutes of speech."""

MOST_WORDS_REPLACED = 8
"""Words of the source that one pair of brackets may stand for."""

MOST_LITERALS = 64
"""A quotation with more marks than this is not laid along a source.

Bounds the work on hostile articles.
"""

_LONGEST_WORD = 40  # characters, spaces included: an upper bound that spares counting far gaps


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where each literal of a quotation stands, as (start, end) in the folded words."""

    spans: tuple[tuple[int, int], ...]


def align(prepared: Prepared, marked: Marked) -> Alignment | None:
    """The best passage that has all literals in order, or None; never in text that no reader sees.

    Passages in the main text are better, then shorter ones, then earlier ones.
    """
    if not 0 < len(marked.literals) <= MOST_LITERALS:
        return None
    most = MOST_OCCURRENCES // len(marked.literals)
    occurrences = [_occurrences(prepared, literal, most) for literal in marked.literals]
    if not all(occurrences):
        return None
    starts = [start for start, _ in occurrences[0]]
    reached = list(range(len(starts)))
    links: list[list[int]] = []
    for index in range(1, len(occurrences)):
        link = _tie(prepared, marked.gaps[index], occurrences[index - 1 : index + 1], reached)
        starts = [starts[back] if back >= 0 else -1 for back in link]
        reached = [number for number, back in enumerate(link) if back >= 0]
        links.append(link)
    ranked = []
    for number in reached:
        zone = prepared.zone(prepared.start(starts[number]))
        if zone not in UNSEEN:
            length = occurrences[-1][number][1] - starts[number]
            ranked.append((ZONE_RANK[zone], length, starts[number], number))
    if not ranked:
        return None
    number = min(ranked)[-1]
    spans = [occurrences[-1][number]]
    for index in range(len(links) - 1, -1, -1):
        number = links[index][number]
        spans.append(occurrences[index][number])
    spans.reverse()
    return Alignment(tuple(spans))


def _occurrences(prepared: Prepared, literal: Literal, most: int) -> list[tuple[int, int]]:
    return find_words(
        prepared,
        literal.words,
        any_case=literal.any_case,
        open_start=literal.open_start,
        open_end=literal.open_end,
        most=most,
    )


def _tie(
    prepared: Prepared,
    gaps: Sequence[Gap],
    neighbours: Sequence[list[tuple[int, int]]],
    reached: Sequence[int],
) -> list[int]:
    """For each occurrence of a literal, the nearest reached one of the literal before it, or -1."""
    before, here = neighbours
    ends = [before[number][1] for number in reached]
    link = [-1] * len(here)
    for number, (start, _) in enumerate(here):
        nearest = bisect_right(ends, start) - 1
        if nearest >= 0 and _allows(prepared, gaps, ends[nearest], start):
            link[number] = reached[nearest]
    return link


def _allows(prepared: Prepared, gaps: Sequence[Gap], end: int, start: int) -> bool:
    most = words_allowed(gaps)
    if start - end > (most + 1) * _LONGEST_WORD or words_between(prepared, end, start) > most:
        return False
    return prepared.reads_on(prepared.start(end - 1), prepared.start(start))


def words_between(prepared: Prepared, end: int, start: int) -> int:
    """How many words stand between two offsets of the folded words.

    Two characters, without spaces.
    """
    spaces = prepared.folded.words.count(" ", end, start)
    return spaces - 1 if spaces else (start - end) // 2


def words_allowed(gaps: Sequence[Gap]) -> int:
    """How many words of the source the marks of one gap may stand for."""
    if any(gap.mark is Mark.ELLIPSIS for gap in gaps):
        return MOST_WORDS_LEFT_OUT
    return MOST_WORDS_REPLACED * sum(gap.mark is Mark.WORDS and not gap.is_round for gap in gaps)
