"""Finds quotations that join passages from different places as if said in one breath."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from audit.match.altered.edges import words_beside
from audit.match.edited.align import words_between
from audit.match.edited.marks import QuoteWord
from audit.match.find import find_words
from audit.match.prepared.source import Prepared, join_words
from audit.model import UNSEEN, DiffKind, DiffOp, DiffRun, Weight

_FEWEST_WORDS = 8
_FEWEST_WORDS_EACH = 3
_MOST_PASSAGES = 3
_NEAR = 12  # words: what is left out between nearer passages is a plain omission
_FEWEST_IN_A_ROW = 6
_FEWEST_TELLING = 2  # of these
_ENOUGH_TELLING = 3  # of a run that is no chance, however little it is of a quotation
_LEAST_COVERED = 0.3  # of a quotation's words by such runs
_MOST_BESIDE = 4  # words beside a run that are shown with what the source has there
_MORE_BETWEEN = 6  # words between two runs than the quotation has
_WORDS_SHOWN = 6  # of what follows and what comes before a seam


@dataclass(frozen=True, slots=True)
class Splice:
    """The passages, as (start, end) in the folded words, and the diff over their seams."""

    spans: tuple[tuple[int, int], ...]
    runs: tuple[DiffRun, ...]


class _Run(NamedTuple):
    """Words ``first`` to ``last`` of a quotation that stand at ``span`` of the folded words."""

    first: int
    last: int
    span: tuple[int, int]


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
    runs: list[_Run] = []
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
        runs.append(_Run(at, at + longest, span))
        at += longest
    covered = sum(run.last - run.first for run in runs)
    is_telling = any(
        _tell(prepared, words[run.first : run.last]) >= _ENOUGH_TELLING for run in runs
    )
    if not runs or (covered < _LEAST_COVERED * len(words) and not is_telling):
        return None
    return Splice(
        tuple(run.span for run in runs), tuple(_runs_and_rest(prepared, quote, words, runs))
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
    found: list[_Run],
) -> Iterator[DiffRun]:
    """Equal runs for what stands in the source, and the words between them.

    These are beside what the source has in their place, where that is plain; else put in.
    """
    text = prepared.page.text
    before: _Run | None = None
    for run in [*found, None]:
        done = before.last if before is not None else 0
        first = run.first if run is not None else len(words)
        if done < first:
            yield _rest(prepared, quote, words[done:first], before, run)
        elif run is not None and before is not None:
            yield DiffRun(DiffOp.DELETE, "", "…", kind=DiffKind.SPLICE, weight=Weight.SERIOUS)
        if run is not None:
            place = prepared.place(*run.span)
            quoted = quote[words[run.first].start : words[run.last - 1].end]
            yield DiffRun(DiffOp.EQUAL, quoted, text[place.start : place.end])
        before = run


def _rest(
    prepared: Prepared,
    quote: str,
    words: list[QuoteWord],
    before: _Run | None,
    after: _Run | None,
) -> DiffRun:
    """Words that stand in none of the runs beside them, with those that the source has there."""
    put_in = quote[words[0].start : words[-1].end]
    span = _in_their_place(prepared, len(words), before, after)
    if span is None:
        return DiffRun(
            DiffOp.INSERT, put_in, "", kind=DiffKind.CLAUSE_PUT_IN, weight=Weight.SERIOUS
        )
    place = prepared.place(*span)
    there = prepared.page.text[place.start : place.end].strip()
    return DiffRun(DiffOp.REPLACE, put_in, there, kind=DiffKind.CONTENT, weight=Weight.SERIOUS)


def _in_their_place(
    prepared: Prepared, many: int, before: _Run | None, after: _Run | None
) -> tuple[int, int] | None:
    """Where the source has others in the place of so many words; None where that is not plain.

    Between two runs it is what stands there, beside one alone as many words of its sentence.
    """
    if before is not None and after is not None:
        start, end = before.span[1], after.span[0]
        is_near = start <= end and words_between(prepared, start, end) <= many + _MORE_BETWEEN
        span = (start, end) if is_near else None
    elif many > _MOST_BESIDE:
        return None
    else:
        run, step = (before, 1) if before is not None else (after, -1)
        span = words_beside(prepared, run.span, step, many) if run is not None else None
    return span if span is not None and prepared.folded.words[slice(*span)].strip() else None


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
