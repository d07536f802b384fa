"""Lays a quotation's words beside a passage's: in order, as many and as close as can be."""

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

Block = tuple[int, int, int]
"""Words ``a:a+size`` of a quotation and ``b:b+size`` of a passage, which are the same."""


def matching_blocks(words: Sequence[str], tokens: Sequence[str]) -> list[Block]:
    """The stretches that are the same on both sides: a longest common subsequence of words.

    Where a word could be laid beside several, it goes beside the one next to its neighbour: "we
    must, we must act" has 'we must' dropped, not 'must, we'.
    """
    blocks = [
        (block.a, block.b, block.size)
        for block in LCSseq.editops(words, tokens).as_matching_blocks()
        if block.size
    ]
    return _leftward(_rightward(blocks, tokens), tokens)


def _rightward(blocks: Sequence[Block], tokens: Sequence[str]) -> list[Block]:
    """Moves the end of a block to the next one's start where the quotation has them together."""
    if not blocks:
        return []
    moved = [blocks[-1]]
    for a, b, size in reversed(blocks[:-1]):
        next_a, next_b, next_size = moved[-1]
        taken = 0
        if a + size == next_a:
            while (
                taken < size
                and next_b - taken - 1 > b + size - 1 - taken
                and tokens[next_b - taken - 1] == tokens[b + size - taken - 1]
            ):
                taken += 1
        if taken:
            moved[-1] = (next_a - taken, next_b - taken, next_size + taken)
        if taken < size:
            moved.append((a, b, size - taken))
    moved.reverse()
    return moved


def _leftward(blocks: Sequence[Block], tokens: Sequence[str]) -> list[Block]:
    """Moves the start of a block to the end of the one before where that swallows the block."""
    moved: list[Block] = []
    for a, b, size in blocks:
        if moved:
            before_a, before_b, before_size = moved[-1]
            end = before_b + before_size
            if before_a + before_size == a and list(tokens[end : end + size]) == list(
                tokens[b : b + size]
            ):
                moved[-1] = (before_a, before_b, before_size + size)
                continue
        moved.append((a, b, size))
    return moved
