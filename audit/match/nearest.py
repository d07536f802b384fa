"""Locates the passage of a source that is most like a quotation. It shows; it never decides a verdict.

Candidates come from the quotation's rarest words, which vote for the place where the quotation would begin;
the best few are measured by the longest common subsequence of words.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest

from rapidfuzz.distance import LCSseq

from audit.match.lexicon import SMALL_WORDS
from audit.match.prepared import ZONE_RANK, Prepared
from audit.model import Zone

_VOTES = 4_000  # occurrences of words that are looked at, beside a tenth of the source
_CANDIDATES = 5
_WORDS_TO_EXTEND = 3
_SENTENCE_ENDS = frozenset(".!?…;:\n")


@dataclass(frozen=True, slots=True)
class Passage:
    """``tokens[first:last]`` of a source, and how many of the quotation's words it has in order."""

    first: int
    last: int
    matched: int


def nearest(prepared: Prepared, words: Sequence[str]) -> Passage | None:
    """The passage most like the lower-case ``words``, or None where none has any of them.

    Text that no reader sees is left out. Among equals, main text comes first, then the earlier one.
    """
    passages = []
    for start, stop in _candidates(prepared, words):
        passage = _fit(prepared, words, start, stop)
        if passage is None:
            continue
        zone = prepared.token_place(passage.first, passage.first + 1).zone
        if zone is not Zone.HIDDEN:
            length = passage.last - passage.first
            passages.append(((-passage.matched, ZONE_RANK[zone], length, passage.first), passage))
    return min(passages, key=lambda ranked: ranked[0])[1] if passages else None


def is_near(matched: int, words: int, length: int, *, has_content: bool) -> bool:
    """Whether a passage is near enough to be the one quoted.

    Args:
        matched: words of the quotation that the passage has, in order.
        words: words of the quotation.
        length: words of the passage.
        has_content: whether a word that is not among the commonest is in both.

    Below 12 words about 80 % must match, from 20 words 60 %, in between in proportion; from four words on
    one may always differ. Words that merely occur scattered are not a passage.
    """
    share = 0.8 - 0.2 * min(max(words - 12, 0), 8) / 8
    needed = min(share * words, words - 1) if words >= 4 else words
    return has_content and matched >= needed and length - matched <= max(6, words)


def has_content(words: Sequence[str]) -> bool:
    """Whether one of the lower-case words is not among the commonest of the language."""
    return any(word not in SMALL_WORDS for word in words)


def _candidates(prepared: Prepared, words: Sequence[str]) -> list[tuple[int, int]]:
    """Windows of the source, as token ranges, that the rarest words of the quotation point to."""
    postings = prepared.postings
    count = len(words)
    rarest = sorted(
        (len(postings[word]), index) for index, word in enumerate(words) if word in postings
    )
    width = max(4, count // 4)
    votes: Counter[int] = Counter()
    left = _VOTES + len(prepared.tokens) // 10
    for often, index in rarest:
        left -= often
        if left < 0 and votes:
            break
        for at in postings[words[index]][: _VOTES * 10]:
            votes[(at - index) // width] += 1
    slack = max(6, count // 3)
    pairs = [(votes[bucket] + votes.get(bucket + 1, 0), -bucket) for bucket in votes]
    chosen: list[int] = []
    for _, bucket in nlargest(3 * _CANDIDATES, pairs):
        if all(abs(bucket - other) > 1 for other in chosen[:_CANDIDATES]):
            chosen.append(bucket)
    return [
        (
            max(-bucket * width - slack, 0),
            min((2 - bucket) * width + count + slack, len(prepared.tokens)),
        )
        for bucket in chosen[:_CANDIDATES]
    ]


def _fit(prepared: Prepared, words: Sequence[str], start: int, stop: int) -> Passage | None:
    """The shortest part of a window that keeps the longest common subsequence, less stray outer words."""
    tokens = prepared.lowered
    matched = int(LCSseq.similarity(words, tokens[start:stop]))
    if not matched:
        return None
    start, stop = _shrink(tokens, words, (start, stop), matched)
    blocks = [
        (block.a, block.b + start, block.size)
        for block in LCSseq.editops(words, tokens[start:stop]).as_matching_blocks()
        if block.size
    ]
    while len(blocks) > 1 and _is_stray(blocks[0], blocks[1]):
        del blocks[0]
    while len(blocks) > 1 and _is_stray(blocks[-1], blocks[-2]):
        del blocks[-1]
    matched = sum(size for _, _, size in blocks)
    first = _extend(prepared, blocks[0][1], -1, _spoken(words[: blocks[0][0]]))
    last_a, last_b, size = blocks[-1]
    last = _extend(prepared, last_b + size, 1, _spoken(words[last_a + size :]))
    return Passage(first, last, matched)


def _shrink(
    tokens: Sequence[str], words: Sequence[str], window: tuple[int, int], matched: int
) -> tuple[int, int]:
    """The window cut from both ends as far as it keeps ``matched`` words; by bisection."""
    start, stop = window
    low, high = start, stop
    while low + 1 < high:
        middle = (low + high) // 2
        if LCSseq.similarity(words, tokens[start:middle]) >= matched:
            high = middle
        else:
            low = middle
    stop = high
    low, high = start, stop
    while low + 1 < high:
        middle = (low + high) // 2
        if LCSseq.similarity(words, tokens[middle:stop]) >= matched:
            low = middle
        else:
            high = middle
    return low, stop


def _is_stray(outer: tuple[int, int, int], inner: tuple[int, int, int]) -> bool:
    """Whether a few matching words stand too far from the rest to belong to the passage."""
    (_, first, size), (_, second, _) = sorted((outer, inner), key=lambda block: block[1])
    between = second - first - size
    return between > 2 * outer[2] + 2


def _spoken(words: Sequence[str]) -> int:
    """How many words these may stand for when contractions are spelled out: "we're" for two."""
    return sum(2 if "'" in word else 1 for word in words)


def _extend(prepared: Prepared, edge: int, step: int, unmatched: int) -> int:
    """Moves an edge over source words that stand where the quotation has other words.

    It stops at the end of a sentence or block: beyond it stands something else.
    """
    text = prepared.page.text
    for _ in range(min(unmatched, _WORDS_TO_EXTEND)):
        outer = edge - 1 if step < 0 else edge
        if not 0 <= outer < len(prepared.tokens):
            break
        inner = edge if step < 0 else edge - 1
        left, right = sorted((outer, inner))
        between = text[
            prepared.token_place(left, left + 1).end : prepared.token_place(right, right + 1).start
        ]
        if not _SENTENCE_ENDS.isdisjoint(between):
            break
        edge += step
    return edge
