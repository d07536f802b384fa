"""Where a passage ends: over what a source has in place of the quotation's outer words."""

from collections.abc import Sequence
from dataclasses import dataclass

from audit.match.prepared import Prepared
from audit.values.tokens import Token

_MOST_JOINED = 4  # words at an edge that are one word of the quotation
_WORDS_TO_EXTEND = 2  # more of them are words put in rather than words in the place of others
_SENTENCE_ENDS = frozenset(".!?…;:\n")


@dataclass(frozen=True, slots=True)
class Window:
    """Words of a source, their tokens, and where each token stands in the folded text."""

    words: Sequence[str]
    tokens: Sequence[Token]
    spans: Sequence[tuple[int, int]]


def reach(
    prepared: Prepared,
    window: Window,
    edge: int,
    step: int,
    *,
    words: Sequence[str],
    unmatched: Sequence[Token],
) -> tuple[int, int]:
    """Moves an edge of a passage outwards for tokens of the quotation that match nothing in it.

    Returns the edge, as an index of the window's tokens, and how many tokens of the quotation have
    the same letters there in other words. ``step`` is -1 at the first edge, 1 at the last.
    """
    if step < 0:
        near = window.tokens[max(edge - _MOST_JOINED, 0) : edge][::-1]
    else:
        near = window.tokens[edge : edge + _MOST_JOINED]
    beyond = [_letters(window.words, [token]) for token in near]
    taken = _same_letters(_letters(words, unmatched), beyond, step)
    if taken:
        return edge + step * taken, len(unmatched)
    return _extend(prepared, window.spans, edge, step, _spoken(words, unmatched)), 0


def _letters(words: Sequence[str], of: Sequence[Token]) -> str:
    """The letters of tokens, as one word."""
    joined = "".join(word for token in of for word in words[token.start : token.end])
    return joined.replace("'", "").lower()


def _same_letters(wanted: str, beyond: Sequence[str], step: int) -> int:
    """How many tokens at an edge have the same letters in other words: 'health care'."""
    letters = ""
    for taken, word in enumerate(beyond[:_MOST_JOINED], 1):
        letters = letters + word if step > 0 else word + letters
        if letters == wanted:
            return taken
        if len(letters) > len(wanted):
            break
    return 0


def _spoken(words: Sequence[str], of: Sequence[Token]) -> int:
    """How many tokens these may stand for when contractions are spelled out: "we're" for two."""
    count = sum(2 if any("'" in x for x in words[token.start : token.end]) else 1 for token in of)
    return count if count <= _WORDS_TO_EXTEND else 0


def _extend(
    prepared: Prepared, edges: Sequence[tuple[int, int]], edge: int, step: int, unmatched: int
) -> int:
    """Moves an edge over source words that stand where the quotation has other words.

    It stops at the end of a sentence or block: beyond it stands something else.
    """
    for _ in range(unmatched):
        outer = edge - 1 if step < 0 else edge
        if not 0 <= outer < len(edges):
            break
        left, right = sorted((outer, edge if step < 0 else edge - 1))
        between = prepared.page.text[prepared.end(edges[left][1]) : prepared.start(edges[right][0])]
        if not _SENTENCE_ENDS.isdisjoint(between):
            break
        edge += step
    return edge
