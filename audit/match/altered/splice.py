"""Finds quotations that join passages from different places as if they had been said in one breath."""

import itertools
from dataclasses import dataclass

from audit.match.edited.align import words_between
from audit.match.edited.marks import QuoteWord
from audit.match.find import find_words
from audit.match.prepared import Prepared, join_words
from audit.model import UNSEEN, DiffOp, DiffRun

_FEWEST_WORDS = 8
_FEWEST_WORDS_EACH = 3
_MOST_PASSAGES = 3
_NEAR = 12  # words: what is left out between nearer passages is a plain omission
_WORDS_SHOWN = 6  # of what follows and what comes before a seam


@dataclass(frozen=True, slots=True)
class Splice:
    """The passages, as (start, end) in the folded words, and the diff over their seams."""

    spans: tuple[tuple[int, int], ...]
    runs: tuple[DiffRun, ...]


def find_splice(prepared: Prepared, quote: str, words: list[QuoteWord]) -> Splice | None:
    """The passages that together have all words of a quotation verbatim, far apart or in another order."""
    if len(words) < _FEWEST_WORDS:
        return None
    cuts = [0]
    while cuts[-1] < len(words):
        longest = _longest_verbatim(prepared, words, cuts[-1])
        if longest < _FEWEST_WORDS_EACH or len(cuts) > _MOST_PASSAGES:
            return None
        cuts.append(cuts[-1] + longest)
    spans: list[tuple[int, int]] = []
    for start, stop in itertools.pairwise(cuts):
        span = _place(prepared, words[start:stop], spans[-1][1] if spans else 0)
        if span is None:
            return None
        spans.append(span)
    seams = list(itertools.pairwise(spans))
    if all(a[1] <= b[0] and words_between(prepared, a[1], b[0]) <= _NEAR for a, b in seams):
        return None
    return Splice(tuple(spans), _runs(prepared, quote, words, cuts, spans))


def _longest_verbatim(prepared: Prepared, words: list[QuoteWord], start: int) -> int:
    """How many words from ``start`` on stand in the source in one piece; by bisection."""
    low, high = 0, len(words) - start + 1
    while low + 1 < high:
        middle = (low + high) // 2
        found = find_words(
            prepared, _joined(words[start : start + middle]), any_case=start == 0, most=1
        )
        low, high = (middle, high) if found else (low, middle)
    return low


def _place(prepared: Prepared, words: list[QuoteWord], after: int) -> tuple[int, int] | None:
    """Where words stand that a reader sees: the next place after an offset, else the first."""
    spans = [
        span
        for span in find_words(prepared, _joined(words), any_case=True)
        if prepared.place(*span).zone not in UNSEEN
    ]
    following = [span for span in spans if span[0] >= after]
    return next(iter(following or spans), None)


def _joined(words: list[QuoteWord]) -> str:
    return join_words([word.word for word in words])


def _runs(
    prepared: Prepared,
    quote: str,
    words: list[QuoteWord],
    cuts: list[int],
    spans: list[tuple[int, int]],
) -> tuple[DiffRun, ...]:
    """Equal runs for the passages and, between them, how the source goes on and comes back."""
    text = prepared.page.text
    runs: list[DiffRun] = []
    for number, (start, end) in enumerate(spans):
        place = prepared.place(start, end)
        if runs:
            before = prepared.place(*spans[number - 1])
            goes_on = " ".join(text[before.end : before.end + 200].split()[:_WORDS_SHOWN])
            comes_from = " ".join(
                text[max(place.start - 200, 0) : place.start].split()[-_WORDS_SHOWN:]
            )
            runs.append(DiffRun(DiffOp.DELETE, "", f"{goes_on} … {comes_from}"))
        quoted = quote[words[cuts[number]].start : words[cuts[number + 1] - 1].end]
        runs.append(DiffRun(DiffOp.EQUAL, quoted, text[place.start : place.end]))
    return tuple(runs)
