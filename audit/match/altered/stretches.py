"""The matching stretches of a quotation and a passage: which of them are the passage's own."""

from collections.abc import Sequence
from dataclasses import dataclass

from audit.match.weighing.canonical import without_contractions
from audit.match.weighing.word_alignment import Block
from audit.values.stretch import Token

_SMALL_WORTH = 0.4  # of a word that stands everywhere, in deciding where a passage ends
_GAP_COST = 0.5  # for each word between two matching stretches
_LONGEST_SPOKEN = 6  # words between two stretches that may be the same in contractions
_SHORT_GAP = 2  # words: a change of so few costs less than the smallest word is worth
_SHORT_GAP_COST = 0.3
_LEFT_OUT_COST = 0.2  # for each word of the source that the quotation passes over


def tightened(blocks: list[Block], words: Sequence[str], tokens: Sequence[str]) -> list[Block]:
    """The blocks, each as near to the longest of them as its words stand anywhere."""
    if len(blocks) < 2:
        return blocks
    moved = list(blocks)
    longest = max(range(len(moved)), key=lambda at: moved[at][2])
    for at in range(longest - 1, -1, -1):
        a, b, size = moved[at]
        for place in range(moved[at + 1][1] - size, b, -1):
            if tokens[place : place + size] == words[a : a + size]:
                moved[at] = (a, place, size)
                break
    for at in range(longest + 1, len(moved)):
        a, b, size = moved[at]
        for place in range(moved[at - 1][1] + moved[at - 1][2], b):
            if tokens[place : place + size] == words[a : a + size]:
                moved[at] = (a, place, size)
                break
    return moved


@dataclass(frozen=True, slots=True)
class Gaps:
    """What stands between matching stretches, on both sides."""

    words: Sequence[str]
    ours: Sequence[Token]
    there: Sequence[str]
    theirs: Sequence[Token]

    def are_same(self, ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
        """Whether the tokens between are the same words spoken out: "we're gonna"."""
        if max(ours[1] - ours[0], theirs[1] - theirs[0]) > _LONGEST_SPOKEN:
            return False
        quoted = self.words[self.ours[ours[0]].start : self.ours[ours[1] - 1].end]
        told = self.there[self.theirs[theirs[0]].start : self.theirs[theirs[1] - 1].end]
        return without_contractions(quoted) == without_contractions(told)


def worthiest(
    blocks: list[Block],
    words: Sequence[str],
    marks: Sequence[int],
    small: frozenset[str],
    gaps: Gaps | None,
) -> list[Block]:
    """The run of blocks worth most, less the gaps between them (Kadane's algorithm)."""
    best = (0.0, 0, 0)
    worth, begun = 0.0, 0
    for index, (a, b, size) in enumerate(blocks):
        if index:
            a_before, b_before, size_before = blocks[index - 1]
            gap_a, gap_b = a - a_before - size_before, b - b_before - size_before
            owned = any(a_before + size_before <= mark <= a for mark in marks)
            gap = gap_a if owned else max(gap_a, gap_b)
            is_short = 0 < gap <= _SHORT_GAP
            if gaps is not None and gap_a and gap_b and not is_short:
                between = (a_before + size_before, a), (b_before + size_before, b)
                is_short = gaps.are_same(*between)
            if is_short:
                worth -= _SHORT_GAP_COST
            else:
                worth -= (_GAP_COST if gap_a else _LEFT_OUT_COST) * gap
        if worth <= 0:
            worth, begun = 0.0, index
        worth += sum(_SMALL_WORTH if words[a + k] in small else 1.0 for k in range(size))
        if worth > best[0]:
            best = worth, begun, index + 1
    return blocks[best[1] : best[2]]
