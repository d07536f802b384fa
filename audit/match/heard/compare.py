"""A quotation that differs from a machine's transcript: by what was heard, or by words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from audit.match.altered.cut import whole
from audit.match.altered.diff import difference
from audit.match.altered.differing import Differing, hull_of
from audit.match.altered.fragments import split
from audit.match.edited.marked_diff import edits
from audit.match.edited.marks import QuoteWord
from audit.match.folding.fold import fold
from audit.match.heard.misheard import is_swallowed, may_be_misheard, same_letters
from audit.match.heard.sounds import alike
from audit.match.heard.track import track_of
from audit.match.prepared.quotation import Quotation
from audit.match.prepared.source import Prepared, join_words, split_words
from audit.match.weighing.weigh import HEAVIEST_FIRST
from audit.model import (
    DiffKind,
    DiffOp,
    DiffRun,
    Fold,
    NotCompared,
    QuoteCheck,
    Verdict,
    Weight,
)

_LEAST_SHARED = 0.5  # of a quotation's words, in a passage that may be the one
_FEWEST_WORDS = 4
_ENOUGH = 0.75  # of the words that are there or may have been misheard
_MOST_RUNS = 5  # of a diff, and words, that count as an edge
_MOST_WORDS = 4
_MOST_SPLIT = 2  # words more than the quotation has, of which one may be made
_LONGEST_EDGE = 200  # characters
_ALIKE = 0.6


def compare_heard(quotation: Quotation, prepared: Prepared) -> Differing | None:
    """The quotation beside the passage of a transcript that sounds most like it.

    ``not-compared`` where all that differs may be the machine's, ``altered`` where more does; None
    where no passage sounds like it.
    """
    _, fragments = split(quotation.marked_words)
    track = track_of(prepared)
    runs: list[DiffRun] = []
    spans: list[tuple[int, int]] = []
    matched = total = 0
    near = True
    for fragment in fragments:
        plain = [word.word for word in fragment.words if word.gap is None]
        found = track.find(plain, _marks(fragment.words))
        if found is None:
            return None
        passage, is_near = found
        edges = (
            (word.gap,) if word.gap is not None else ()
            for word in (fragment.words[0], fragment.words[-1])
        )
        grown = whole(prepared, passage.start, passage.end, *edges)
        first, last = _edges(quotation.text, fragment.words, prepared, grown.start, grown.end)
        diff = difference(quotation.text, fragment.words, prepared, first, last)
        spans.append((first, last))
        runs += diff.runs
        matched += passage.matched
        total += len(plain)
        near = near and is_near
    if not spans or any(before[1] > after[0] for before, after in pairwise(spans)):
        return None
    score = min(matched / total, 1.0)
    if not near and (total < _FEWEST_WORDS or score < _LEAST_SHARED):
        return None
    places = tuple(prepared.place(*span) for span in spans)
    check = _check(quotation, tuple(_judged(runs, prepared)), near=near)
    return Differing(replace(check, score=score, parts=places), hull_of(places), score)


def _check(quotation: Quotation, runs: tuple[DiffRun, ...], *, near: bool) -> QuoteCheck:
    """What the differences amount to: a machine's capitals and its hearing accuse nobody."""
    words = sum(len(run.quote.split()) for run in runs if not run.marked)
    told = sum(len(run.quote.split()) for run in runs if run.weight in (None, Weight.STYLE))
    near = near or told >= _ENOUGH * words
    unmarked = [run for run in runs if run.op is not DiffOp.EQUAL and not run.marked]
    weights = [run.weight for run in unmarked if run.weight is not None]
    weight = min(weights, key=HEAVIEST_FIRST.index, default=None)
    check = QuoteCheck(quotation.text, Verdict.ALTERED, diff=runs, weight=weight)
    misheard = any(run.kind is DiffKind.MISHEARD for run in unmarked)
    if not near or (misheard and weight is Weight.STYLE):
        return replace(check, verdict=Verdict.NOT_COMPARED, reason=NotCompared.TRANSCRIPT_UNCERTAIN)
    if unmarked:
        return check
    marks = edits(quotation.marked) if any(run.marked for run in runs) else ()
    verdict = Verdict.EDITED if marks else Verdict.VERBATIM
    return replace(check, verdict=verdict, edits=marks, folds=(Fold.CAPITALS,))


def _edges(
    quote: str, words: tuple[QuoteWord, ...], prepared: Prepared, start: int, end: int
) -> tuple[int, int]:
    """A passage whose outer words are those that sound most like the quotation's."""
    text = prepared.folded.words
    for step in (1, -1):
        runs = difference(quote, words, prepared, start, end).runs[::-step]
        count = _outside(runs)
        if not count or count >= len(runs) or any(run.marked for run in runs[:count]):
            continue
        kept = runs[:count] if runs[count - 1].quote else runs[: count - 1]
        ours = [word for run in kept[::-step] for word in split_words(fold(run.quote).words)]
        taken = sum(_length(run) for run in runs[:count])
        inner = end - taken if step > 0 else start + taken
        outer = _words_beside(text, inner, step, len(ours) + _MOST_SPLIT)
        fits = [_fit(ours, outer, n, step, prepared) for n in range(len(outer) + 1)]
        best = max(range(len(fits)), key=lambda n: (fits[n], -n))
        if kept != runs[:count] and fits[best] < _ALIKE:
            continue
        moved = sum(len(word) + 1 for word in outer[:best])
        start, end = (start, inner + moved) if step > 0 else (inner - moved, end)
    return start, end


def _outside(runs: Sequence[DiffRun]) -> int:
    """How many runs at an edge, outermost first, may stand for words that stand nearer."""
    words = 0
    for at, run in enumerate(runs[:_MOST_RUNS]):
        if not run.quote and not run.marked and len(run.source.split()) > _MOST_SPLIT:
            return at + 1
        words += len(run.quote.split())
        if words > _MOST_WORDS:
            break
    return int(bool(runs) and runs[0].op is not DiffOp.EQUAL)


def _length(run: DiffRun) -> int:
    """How far a run's words reach in the folded words of the source."""
    words = split_words(fold(run.source).words)
    return len(join_words(words)) + 1 if words else 0


def _words_beside(text: str, at: int, step: int, most: int) -> list[str]:
    """The words behind an offset of folded words, or before it, the nearest first."""
    if step > 0:
        return text[at + 1 : at + _LONGEST_EDGE].split(" ")[:most] if at < len(text) - 1 else []
    return text[max(at - _LONGEST_EDGE, 0) : at - 1].split(" ")[::-1][:most] if at > 1 else []


def _fit(
    ours: Sequence[str], outer: Sequence[str], count: int, step: int, prepared: Prepared
) -> float:
    """How well words stand for the nearest of those at an edge, none of them for the swallowed.

    A pronoun is not swallowed where another stands in its place: 'us' for 'him'.
    """
    if not count:
        pronouns = prepared.vocabulary.pronouns
        stead = any(word in pronouns for word in outer[: len(ours)])
        changed = stead and any(word.lower() in pronouns for word in ours)
        return _ALIKE if is_swallowed(ours, prepared.vocabulary) and not changed else 0.0
    return alike(ours, outer[:count][::step]) if ours else 0.0


def _marks(words: tuple[QuoteWord, ...]) -> list[int]:
    return [
        sum(before.gap is None for before in words[:at])
        for at, word in enumerate(words)
        if word.gap is not None
    ]


def _judged(runs: Sequence[DiffRun], prepared: Prepared) -> Iterator[DiffRun]:
    """The runs, those as misheard that may be; neighbours that differ are asked together."""
    for differs, group in groupby(runs, lambda run: run.op is not DiffOp.EQUAL and not run.marked):
        told = list(group)
        if not differs:
            yield from told
            continue
        quoted = " ".join(filter(None, (run.quote for run in told)))
        there = " ".join(filter(None, (run.source for run in told)))
        heaviest = min((run.weight or Weight.SERIOUS for run in told), key=HEAVIEST_FIRST.index)
        kind = next(run.kind for run in told if (run.weight or Weight.SERIOUS) is heaviest)
        whole_run = DiffRun(
            _OPS[bool(quoted), bool(there)], quoted, there, kind=kind, weight=heaviest
        )
        if same_letters(quoted, there):
            yield DiffRun(DiffOp.EQUAL, quoted, there)
        elif heaviest is not Weight.STYLE and _may_be_misheard(whole_run, prepared):
            yield replace(whole_run, kind=DiffKind.MISHEARD, weight=Weight.STYLE)
        else:
            for run in told:
                misheard = run.weight is not Weight.STYLE and _may_be_misheard(run, prepared)
                yield (
                    replace(run, kind=DiffKind.MISHEARD, weight=Weight.STYLE) if misheard else run
                )


def _may_be_misheard(run: DiffRun, prepared: Prepared) -> bool:
    return may_be_misheard(run, prepared.vocabulary, prepared.language)


_OPS = {(True, True): DiffOp.REPLACE, (True, False): DiffOp.INSERT, (False, True): DiffOp.DELETE}
