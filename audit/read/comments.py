"""Comments in an article's markup that are meant for us, and the block that each covers.

One that stands among the words of a block covers that block; one that stands alone covers the next.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

LONGEST = 2_000  # characters of a comment that are kept
_FOR_US = re.compile(r"<!--[ \t\r\n]{0,20}citeaudit\b")


def is_for_us(source: str, at: int = 0) -> bool:
    """Whether a comment is meant for us that begins at an offset."""
    return _FOR_US.match(source, at) is not None


@dataclass(frozen=True, slots=True)
class PlacedComment:
    """A comment as it is written, and where its file has it.

    ``run`` is the number of runs that end before it: the index of the one it stands in
    (``inside``), or of the next. ``embeds`` is the number of wordless embeds before it.
    """

    text: str
    at: int
    run: int
    inside: bool
    embeds: int = 0


@dataclass(frozen=True, slots=True)
class ParsedComment:
    """A comment, its file offset, and the index of the block that it covers.

    None where there is none.
    """

    text: str
    at: int
    block: int | None


def covering(
    comments: Iterable[PlacedComment],
    blocks: Mapping[int, int],
    embeds: Sequence[int] = (),
) -> tuple[ParsedComment, ...]:
    """The comments with their blocks.

    Args:
        comments: In the order of the file.
        blocks: The index of the block that a run became, by the index of the run; ascending.
        embeds: Of each wordless embed, the index of the run that it stands before: a comment that
            stands alone before one covers no block.
    """
    shown = list(blocks)
    found = []
    next_at = 0
    for comment in comments:
        while next_at < len(shown) and shown[next_at] < comment.run:
            next_at += 1
        run = shown[next_at] if next_at < len(shown) else None
        if comment.inside:
            run = run if run == comment.run else None
        elif run is not None and comment.embeds < len(embeds) and embeds[comment.embeds] <= run:
            run = None
        found.append(ParsedComment(comment.text, comment.at, None if run is None else blocks[run]))
    return tuple(found)
