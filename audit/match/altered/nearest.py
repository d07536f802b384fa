"""Locates the passage of a source that is most like a quotation.

It shows; it never decides a verdict. Candidates come from the quotation's longer words and from
pairs of its small ones, which vote for the place where the quotation would begin; the best few are
measured by the longest common subsequence of words.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import accumulate, chain, pairwise
from math import sqrt

from audit.match.altered.edges import Window, letters_alone, reach
from audit.match.altered.stretches import Gaps, tightened, worthiest
from audit.match.folding.fold import is_continuous
from audit.match.prepared.source import ZONE_RANK, Prepared, join_words, locate_words
from audit.match.prepared.years import signed_there, unsigned
from audit.match.weighing.word_alignment import Block, matching_blocks
from audit.model import UNSEEN
from audit.values.stretch import Token
from audit.values.tokens import has_long_form, has_values, key_pairs, tokens

_MOST_TELLING = 16  # words of a quotation that vote
_MOST_ASKED = 48  # words of a quotation that are looked for
_FEWEST_TELLING = 6
_MOST_PAIRS = 64
_HITS_EACH = 2_000
_CANDIDATES = 5
_LONG_ROW = 8  # words that do not stand in a row by chance
_NEARLY_ALL = 0.9
_MOST_AT_EDGES = 10  # words that may match at both in another spelling
_LONGEST_WORD = 40  # characters


@dataclass(frozen=True, slots=True)
class Passage:
    """``folded.words[start:end]``, and how many of the quotation's words it has in order.

    ``words`` are its own, ``in_a_row`` those of the longest stretch that the quotation has as it
    is, ``shared`` those that the quotation has in any order.
    """

    start: int
    end: int
    matched: int
    words: int
    has_content: bool
    in_a_row: int = 0
    shared: int = 0


def nearest(
    prepared: Prepared,
    words: Sequence[str],
    marks: Sequence[int] = (),
    within: tuple[int, int] | None = None,
    *,
    by_value: bool = False,
) -> Passage | None:
    """The passage most like the folded ``words``, or None where none has any of them.

    Args:
        prepared: The source. Text that no reader sees is left out; among equals, main text comes
            first, then the earlier one.
        words: The quotation's.
        marks: Before which of them an editor's mark stands, which may own up to a gap.
        within: Offsets of the folded words between which to look.
        by_value: Whether to look for figures and words in any of their spellings, too.
    """
    passages = []
    least = 0
    lowered = [unsigned(word).lower() for word in words]
    for start, stop in _candidates(
        prepared, lowered, within, _values(prepared, words, by_value=by_value)
    ):
        passage = _fit(prepared, words, marks, start, stop, by_value=by_value, least=least)
        if passage is None:
            continue
        zone = prepared.zone(prepared.start(passage.start))
        if zone not in UNSEEN:
            least = max(least, passage.matched)
            length = passage.end - passage.start
            rank = (-passage.matched, ZONE_RANK[zone], length, passage.start)
            passages.append((rank, passage, start, stop))
    if not passages:
        return None
    _, best, start, stop = min(passages, key=lambda ranked: ranked[0])
    language = prepared.language
    if by_value or not (has_values(words, language) or has_long_form(words, language)):
        return best
    # another window may show more of the same passage
    stop = max(stop, *(end for _, other, _, end in passages if other.start == best.start))
    valued = _fit(prepared, words, marks, start, stop, by_value=True)
    return valued if valued is not None and valued.matched >= best.matched else best


def is_near(passage: Passage, words: int) -> bool:
    """Whether a passage is near enough to be the one that a quotation of so many words is from.

    Below 12 words about 80 % must match, from 20 words 60 %, in between in proportion; from four
    words on one may always differ, and so may a third beside eight in a row. Half of them are
    enough where nearly all stand in the passage, only in another order. Words that merely occur
    scattered are not a passage.
    """
    share = 0.8 - 0.2 * min(max(words - 12, 0), 8) / 8
    needed = min(share * words, words - 1) if words >= 4 else words
    enough = passage.matched >= needed - 1e-9 or (
        passage.in_a_row >= _LONG_ROW and 3 * passage.in_a_row >= 2 * words
    )
    moved = passage.shared >= _NEARLY_ALL * words and passage.words <= words + 2
    enough = enough or (moved and 2 * passage.matched >= words)
    most_between = words if words < 6 else max(6, words)
    return passage.has_content and enough and passage.words - passage.matched <= most_between


def _candidates(
    prepared: Prepared,
    words: Sequence[str],
    within: tuple[int, int] | None,
    values: Sequence[tuple[int, list[int]]],
) -> list[tuple[int, int]]:
    """Windows of the source, as offsets of its folded words, that the quotation's words point to.

    ``values`` are places of its figures and respelled words by their index, in order.
    """
    starts = list(accumulate(_lengths(words), initial=0))
    length = starts[-1]
    width = max(24, length // 5)
    votes: defaultdict[int, float] = defaultdict(float)
    first, last = within or (0, len(prepared.lowered))
    inside = [(at, hits[bisect_left(hits, first) : bisect_left(hits, last)]) for at, hits in values]
    for index, hits in chain(_hits(prepared, words, first, last), inside):
        if hits:
            start, weight = starts[index], 1 / sqrt(len(hits))
            for bucket, many in Counter([(at - start) // width for at in hits]).items():
                votes[bucket] += many * weight
    slack = max(40, length // 3)
    beside = votes.get
    pairs = [(vote + beside(bucket + 1, 0.0), -bucket) for bucket, vote in votes.items()]
    chosen: list[int] = []
    for _, bucket in nlargest(3 * _CANDIDATES, pairs):
        if len(chosen) < _CANDIDATES and all(abs(bucket - other) > 1 for other in chosen):
            chosen.append(bucket)
    return [
        (
            max(-bucket * width - slack, first, 0),
            min((2 - bucket) * width + length + slack, last),
        )
        for bucket in chosen
    ]


def _lengths(words: Sequence[str]) -> Iterator[int]:
    """How many characters each word takes with the space behind it, which some scripts lack."""
    for word, following in pairwise([*words, " "]):
        yield len(word) + (not (is_continuous(word[-1]) or is_continuous(following[0])))


def _values(
    prepared: Prepared, words: Sequence[str], *, by_value: bool
) -> list[tuple[int, list[int]]]:
    """Where the values of a quotation's words stand, and all its letters in one."""
    if not by_value:
        return []
    small = prepared.vocabulary.small
    found = [
        (token.start, prepared.values.find(key, _HITS_EACH))
        for token in tokens(words, prepared.language)
        for key in (token.key, *token.also)
        if key not in small
    ]
    found.append((0, prepared.find_letters("".join(words), _CANDIDATES)))
    return [(index, hits) for index, hits in found if hits]


def _hits(
    prepared: Prepared, words: Sequence[str], first: int, last: int
) -> Iterator[tuple[int, list[int]]]:
    """Where a quotation's telling words stand, by index: the longest, which are the rarest.

    Where few tell anything, pairs of small words do; in scripts without spaces, pairs of
    characters.
    """
    small = prepared.vocabulary.small
    telling = [
        index
        for index, word in enumerate(words)
        if word not in small and not is_continuous(word[0])
    ]
    telling.sort(key=lambda index: -len(words[index]))
    asked: dict[str, list[int]] = {}
    there = 0
    for index in telling:
        if words[index] not in asked:
            if len(asked) == _MOST_ASKED:
                break
            asked[words[index]] = _places(prepared, words[index], first, last)
        if asked[words[index]]:
            there += 1
            yield index, asked[words[index]]
        if there == _MOST_TELLING:
            break
    if len(telling) >= _FEWEST_TELLING and not any(is_continuous(word[0]) for word in words):
        return
    for index in range(min(len(words) - 1, _MOST_PAIRS)):
        if index in telling:
            continue
        pair = join_words(words[index : index + 2])
        if not is_continuous(words[index][0]):
            pair = f" {pair} "
        yield index, prepared.find_pair(pair, first, last, _HITS_EACH)
    if len(words) == 1:
        yield 0, prepared.find_all(words[0], first, last, _HITS_EACH)


def _places(prepared: Prepared, word: str, first: int, last: int) -> list[int]:
    """Where a word stands, which has no spaces beside it among scripts that have none."""
    if prepared.has_spaces:
        return prepared.find_word(word, first, last, _HITS_EACH)
    return prepared.find_all(word, first, last, _HITS_EACH)


def _fit(
    prepared: Prepared,
    words: Sequence[str],
    marks: Sequence[int],
    start: int,
    stop: int,
    *,
    by_value: bool,
    least: int = 0,
) -> Passage | None:
    """The part of a window worth most: matching words count, gaps between them cost.

    None where fewer than ``least`` words can match.
    """
    start, stop = _at_blanks(prepared.lowered, start, stop)
    there, edges = locate_words(prepared.folded.words[start:stop], start)
    if by_value:
        there = signed_there(prepared, there, edges, words)
        ours, keys, theirs, their_keys = key_pairs(
            words, there, prepared.language, breaks=frozenset(marks)
        )
    else:
        ours, keys = _plain(words)
        theirs, their_keys = _plain(there)
        if _has_fewer(keys, their_keys, least):
            return None
    blocks = matching_blocks(keys, their_keys)
    if not blocks:
        return _in_letters(words, there, edges) if by_value else None
    small = prepared.vocabulary.small
    at_marks = _at_marks(ours, marks)
    gaps = Gaps(words, ours, there, theirs) if by_value else None
    blocks = worthiest(tightened(blocks, keys, their_keys), keys, at_marks, small, gaps)
    spans = [(edges[token.start][0], edges[token.end - 1][1]) for token in theirs]
    window = Window(there, theirs, spans)
    first, last = blocks[0][1], blocks[-1][1] + blocks[-1][2]
    before, after = ours[: blocks[0][0]], ours[blocks[-1][0] + blocks[-1][2] :]
    joined = 0
    if before and 0 not in marks:
        first, joined = reach(prepared, window, first, -1, words=words, unmatched=before)
    if after and len(words) not in marks:
        last, more = reach(prepared, window, last, 1, words=words, unmatched=after)
        joined += more
    rows = [sum(ours[a + k].end - ours[a + k].start for k in range(size)) for a, _, size in blocks]
    shared = (keys[a + k] for a, _, size in blocks for k in range(size))
    between = [word.lower() for word in there[theirs[first].start : theirs[last - 1].end]]
    quoted = [word.lower() for word in words]
    matched = sum(rows) + joined
    return Passage(
        spans[first][0],
        spans[last - 1][1],
        matched,
        len(between) - _longer(ours, theirs, blocks),
        joined > 0 or any(word not in small for word in shared),
        max(rows),
        max(sum((Counter(quoted) & Counter(between)).values()), matched),
    )


def _longer(ours: Sequence[Token], theirs: Sequence[Token], blocks: Sequence[Block]) -> int:
    """How many more words a source has for values that match: '2:14:30' is seven there."""
    pairs = ((ours[a + k], theirs[b + k]) for a, b, size in blocks for k in range(size))
    return sum(max(b.end - b.start - a.end + a.start, 0) for a, b in pairs)


def _at_marks(tokens: Sequence[Token], marks: Sequence[int]) -> list[int]:
    """Before which tokens an editor's marks stand."""
    at_mark = {token.start: index for index, token in enumerate(tokens)}
    return [at_mark.get(mark, len(tokens)) for mark in marks]


def _has_fewer(words: Sequence[str], others: Sequence[str], least: int) -> bool:
    """Whether fewer than ``least`` words can match others: a quick look."""
    if least <= _MOST_AT_EDGES:
        return False
    return sum((Counter(words) & Counter(others)).values()) + _MOST_AT_EDGES < least


def _in_letters(
    words: Sequence[str], there: Sequence[str], edges: Sequence[tuple[int, int]]
) -> Passage | None:
    """A passage that has the letters of all words and none of the words: 'email' for 'e-mail'."""
    found = letters_alone(words, there)
    if found is None:
        return None
    first, last = found
    count = len(words)
    return Passage(
        edges[first][0], edges[last - 1][1], count, last - first, has_content=True, in_a_row=count
    )


def _at_blanks(text: str, start: int, stop: int) -> tuple[int, int]:
    """A window whose ends are moved inwards to a blank, where one is near."""
    blank = text.find(" ", start, start + _LONGEST_WORD)
    start = blank if blank >= 0 else start
    blank = text.rfind(" ", max(stop - _LONGEST_WORD, start), stop)
    return start, blank if blank >= 0 else stop


def _plain(words: Sequence[str]) -> tuple[list[Token], list[str]]:
    """A token for each word."""
    keys = [unsigned(word).lower() for word in words]
    return [Token(at, at + 1, key) for at, key in enumerate(keys)], keys
