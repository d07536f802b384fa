"""Finds quotations that join passages from different places as if said in one breath."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from audit.match.edited.align import words_between
from audit.match.edited.marks import QuoteWord
from audit.match.find import find_words
from audit.match.prepared import Prepared, join_words
from audit.model import UNSEEN, DiffKind, DiffOp, DiffRun, Weight

_FEWEST_WORDS = 8
_FEWEST_WORDS_EACH = 3
_MOST_PASSAGES = 3
_NEAR = 12  # words: what is left out between nearer passages is a plain omission
_FEWEST_IN_A_ROW = 6
_FEWEST_TELLING = 2  # of these
_ENOUGH_TELLING = 3  # of a run that is no chance, however little it is of a quotation
_LEAST_COVERED = 0.3  # of a quotation's words by such runs
_WORDS_SHOWN = 6  # of what follows and what comes before a seam


@dataclass(frozen=True, slots=True)
class Splice:
    """The passages, as (start, end) in the folded words, and the diff over their seams."""

    spans: tuple[tuple[int, int], ...]
    runs: tuple[DiffRun, ...]


def find_splice(prepared: Prepared, quote: str, words: list[QuoteWord]) -> Splice | None:
    """The passages, apart or in another order, that together have all words of a quotation."""
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


def find_runs(prepared: Prepared, quote: str, words: list[QuoteWord]) -> Splice | None:
    """The runs of a quotation that stand in the source word for word, where these are enough of it.

    Six words in a row, some of them telling, do not stand anywhere by chance.
    """
    runs: list[tuple[int, int, tuple[int, int]]] = []
    at = 0
    while at + _FEWEST_IN_A_ROW <= len(words):
        if not _may_stand(prepared, words[at : at + _FEWEST_IN_A_ROW]):
            at += 1
            continue
        longest = _longest_verbatim(prepared, words, at)
        span = (
            _place(prepared, words[at : at + longest], 0) if longest >= _FEWEST_IN_A_ROW else None
        )
        if span is None:
            at += 1
            continue
        runs.append((at, at + longest, span))
        at += longest
    covered = sum(last - first for first, last, _ in runs)
    is_telling = any(
        _tell(prepared, words[first:last]) >= _ENOUGH_TELLING for first, last, _ in runs
    )
    if not runs or (covered < _LEAST_COVERED * len(words) and not is_telling):
        return None
    return Splice(
        tuple(span for *_, span in runs), tuple(_runs_and_rest(prepared, quote, words, runs))
    )


def _may_stand(prepared: Prepared, words: list[QuoteWord]) -> bool:
    """A quick look whether words may stand in a row: each does, and enough of them tell."""
    if _tell(prepared, words) < _FEWEST_TELLING:
        return False
    lowered = (word.word.lower() for word in words)
    return all(prepared.find_word(word, 0, len(prepared.lowered), 1) for word in lowered)


def _tell(prepared: Prepared, words: list[QuoteWord]) -> int:
    """How many words tell of something."""
    small = prepared.vocabulary.small
    return sum(word.word.lower() not in small for word in words)


def _runs_and_rest(
    prepared: Prepared,
    quote: str,
    words: list[QuoteWord],
    found: list[tuple[int, int, tuple[int, int]]],
) -> Iterator[DiffRun]:
    """Equal runs for what stands in the source, and the words between them as put in."""
    text = prepared.page.text
    done = 0
    for first, last, span in [*found, (len(words), len(words), None)]:
        if done < first:
            put_in = quote[words[done].start : words[first - 1].end]
            yield DiffRun(
                DiffOp.INSERT, put_in, "", kind=DiffKind.CLAUSE_PUT_IN, weight=Weight.SERIOUS
            )
        elif span is not None and first:
            yield DiffRun(DiffOp.DELETE, "", "…", kind=DiffKind.SPLICE, weight=Weight.SERIOUS)
        if span is not None:
            place = prepared.place(*span)
            quoted = quote[words[first].start : words[last - 1].end]
            yield DiffRun(DiffOp.EQUAL, quoted, text[place.start : place.end])
        done = last


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
            runs.append(
                DiffRun(
                    DiffOp.DELETE,
                    "",
                    f"{goes_on} … {comes_from}",
                    kind=DiffKind.SPLICE,
                    weight=Weight.SERIOUS,
                )
            )
        quoted = quote[words[cuts[number]].start : words[cuts[number + 1] - 1].end]
        runs.append(DiffRun(DiffOp.EQUAL, quoted, text[place.start : place.end]))
    return tuple(runs)
