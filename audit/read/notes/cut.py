"""Takes stretches out of a text, with everything that is known by its place in it."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from audit.model import Origin
from audit.read.parsed import Parsed

_GOES_ON = " \t\n\u00a0.,;:!?…)]”’»\"'"


def with_space(text: str, start: int, end: int, block: tuple[int, int]) -> tuple[int, int]:
    """The stretch of a mark with the space beside it, so that the words read on."""
    first, last = block
    before = start
    while before > first and text[before - 1] in " \t\u00a0\u202f\u2009":
        before -= 1
    if before == first:
        while end < last and text[end] in " \t\u00a0":
            end += 1
        return before, end
    follows = text[end : end + 1] if end < last else " "
    return (before, end) if follows in _GOES_ON else (start, end)


def without(
    parsed: Parsed, stretches: Iterable[tuple[int, int]]
) -> tuple[Parsed, Callable[[int], int]]:
    """An article without stretches of its text, and where an offset of the text is then.

    A stretch that would leave a block without words stays.
    """
    cuts = _joined(sorted(stretches))
    cuts = [cut for cut in cuts if not _empties(parsed, cut)]
    if not cuts:
        return parsed, lambda offset: offset
    starts = [start for start, _ in cuts]
    gone = [0, *accumulate(end - start for start, end in cuts)]

    def moved(offset: int) -> int:
        number = bisect_right(starts, offset)
        if number == 0:
            return offset
        start, end = cuts[number - 1]
        return start - gone[number - 1] if offset < end else offset - gone[number]

    pieces, at = [], 0
    for start, end in cuts:
        pieces.append(parsed.text[at:start])
        at = end
    pieces.append(parsed.text[at:])
    kept = [
        replace(link, start=start, end=end)
        for link in parsed.links
        if (start := moved(link.start)) < (end := moved(link.end))
    ]
    return (
        replace(
            parsed,
            text="".join(pieces),
            blocks=tuple(
                replace(block, start=moved(block.start), end=moved(block.end))
                for block in parsed.blocks
            ),
            links=tuple(kept),
            embeds=tuple(
                replace(embed, start=moved(embed.start), end=moved(embed.end))
                for embed in parsed.embeds
            ),
            anchors=_anchors(parsed.anchors, cuts, moved),
        ),
        moved,
    )


def _joined(stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in stretches:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif end > start:
            joined.append((start, end))
    return joined


def _empties(parsed: Parsed, cut: tuple[int, int]) -> bool:
    start, end = cut
    number = bisect_right(parsed.blocks, start, key=lambda block: block.start) - 1
    if number < 0:
        return False
    block = parsed.blocks[number]
    left = parsed.text[block.start : start] + parsed.text[end : block.end]
    return not left.strip()


def _anchors(
    anchors: tuple[tuple[int, int], ...],
    cuts: Sequence[tuple[int, int]],
    moved: Callable[[int], int],
) -> tuple[tuple[int, int], ...]:
    """The anchors of the text that is left, and one behind each cut."""
    origin = Origin(anchors, ())
    starts = [start for start, _ in cuts]

    def is_kept(offset: int) -> bool:
        number = bisect_right(starts, offset) - 1
        return number < 0 or offset >= cuts[number][1]

    placed = {moved(offset): at for offset, at in anchors if is_kept(offset)}
    for _, end in cuts:
        placed.setdefault(moved(end), origin.file_offset(end))
    placed.setdefault(0, anchors[0][1])
    return tuple(sorted(placed.items()))
