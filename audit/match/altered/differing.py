"""A quotation that is not in its source: the nearest passage, and how it differs.

A quotation with ellipses is compared fragment by fragment, each with the passage nearest to it: a
fair mark hides neither a change in a fragment nor a fragment that stands nowhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from audit.match.altered.diff import Difference
from audit.match.altered.fragments import (
    SHORT_FRAGMENT,
    Fragment,
    compared,
    located,
    split,
)
from audit.match.altered.houses import weighed_by
from audit.match.altered.light_edit import light_edits
from audit.match.altered.moved_verb import find_moved_verb
from audit.match.altered.nearest import Passage, is_near
from audit.match.altered.splice import find_runs, find_splice
from audit.match.edited.align import MOST_LITERALS, MOST_WORDS_LEFT_OUT, words_between
from audit.match.edited.marked_diff import edits
from audit.match.edited.marks import QuoteWord
from audit.match.prepared.quotation import Quotation
from audit.match.prepared.source import Prepared
from audit.match.weighing.weigh import HEAVIEST_FIRST, Weighed, weigh_words
from audit.model import (
    Caution,
    DiffKind,
    DiffOp,
    DiffRun,
    Fold,
    HouseStyle,
    Place,
    QuoteCheck,
    Verdict,
    Weight,
)

_LONG_FRAGMENT = 6  # words that do not stand in a row by chance
_FEWEST_TELLING = 2  # words of such a fragment
_FEW_CHANGED = 3  # words: so few are a change of this passage, wherever else they may stand
_BRACKETS = frozenset("[(")


@dataclass(frozen=True, slots=True)
class Differing:
    """What came of it: a check where a passage is near, and the nearest one's score."""

    check: QuoteCheck | None
    place: Place | None
    score: float


_NOWHERE = Differing(None, None, 0.0)


def compare_nearest(quotation: Quotation, prepared: Prepared, style: HouseStyle) -> Differing:
    """The quotation beside the nearest passage of a source.

    Where no word differs unmarked, or in light editing only words of its short list, the check is
    verbatim or edited all the same; else it is altered.
    """
    ellipses, fragments = split(quotation.marked_words)
    if not fragments:
        return _NOWHERE
    if len(fragments) > MOST_LITERALS:
        fragments = [Fragment(tuple(word for fragment in fragments for word in fragment.words))]
    if len(fragments) > 1:
        return _by_fragments(quotation, prepared, style, ellipses, fragments)
    return _in_one_piece(quotation, prepared, style, fragments[0].words)


def _in_one_piece(
    quotation: Quotation, prepared: Prepared, style: HouseStyle, words: tuple[QuoteWord, ...]
) -> Differing:
    """A quotation without ellipses inside."""
    moved = find_moved_verb(quotation, prepared)
    if moved is not None:
        place = prepared.place(moved.start, moved.end)
        weighed = weighed_by(moved.difference, style)
        altered = _altered(quotation.text, (place,), weighed.runs, weighed.weighed, 1.0)
        return Differing(altered, place, 1.0)
    quote = quotation.text
    fragment = compared(quote, prepared, words, None)
    passage, near = fragment.passage, None
    if passage is None:
        return _NOWHERE
    place = prepared.place(passage.start, passage.end)
    score = min(passage.matched / len(fragment.plain), 1.0)
    if fragment.diff is not None:
        diff = weighed_by(fragment.diff, style)
        check = _fair(quotation, place, diff, style)
        if check is not None:
            return Differing(check, place, 1.0)
        same = fragment.matching_in_style
        if is_near(same, len(fragment.plain)):
            altered = _altered(quote, (place,), diff.runs, diff.weighed, score)
            near = Differing(altered, place, score)
            if len(fragment.plain) - same.matched <= _FEW_CHANGED:
                return near
    plain = [word for word in words if word.gap is None]
    return (
        _spliced(quote, prepared, plain)
        or near
        or _by_runs(quote, prepared, plain)
        or Differing(None, place, score)
    )


def _spliced(quote: str, prepared: Prepared, words: list[QuoteWord]) -> Differing | None:
    """A quotation put together of passages that stand apart."""
    splice = find_splice(prepared, quote, words)
    if splice is None:
        return None
    places = tuple(prepared.place(*span) for span in splice.spans)
    check = QuoteCheck(
        quote,
        Verdict.ALTERED,
        score=1.0,
        parts=places,
        diff=splice.runs,
        cautions=(Caution.SPLICED,),
        weight=Weight.SERIOUS,
    )
    return Differing(check, hull_of(places), 1.0)


def _by_runs(quote: str, prepared: Prepared, words: list[QuoteWord]) -> Differing | None:
    """A quotation of which whole runs stand in the source, between words that do not."""
    found = find_runs(prepared, quote, words)
    if found is None:
        return None
    places = tuple(prepared.place(*span) for span in found.spans)
    covered = sum(len(run.quote.split()) for run in found.runs if run.op is DiffOp.EQUAL)
    check = QuoteCheck(
        quote,
        Verdict.ALTERED,
        score=min(covered / len(words), 1.0),
        parts=places,
        diff=found.runs,
        cautions=(Caution.SPLICED,) if len(places) > 1 else (),
        weight=Weight.SERIOUS,
    )
    return Differing(check, hull_of(places), check.score)


def _fair(
    quotation: Quotation, place: Place, diff: Difference, style: HouseStyle
) -> QuoteCheck | None:
    """A check when no word differs unmarked, or, in light editing, only words of its short list."""
    unmarked: tuple[DiffKind, ...] | None = ()
    if diff.unmarked:
        unmarked = light_edits(diff.weighed, style)
    if unmarked is None:
        return None
    marks = edits(quotation.marked) if any(map(_leaves_out, diff.runs)) else ()
    return QuoteCheck(
        quotation.text,
        Verdict.EDITED if marks or unmarked else Verdict.VERBATIM,
        score=1.0,
        parts=(place,),
        diff=diff.runs,
        folds=diff.same_words,
        edits=(*marks, *unmarked),
        weight=_heaviest(diff.weighed),
    )


def _leaves_out(run: DiffRun) -> bool:
    """Whether a mark stands for anything: an ellipsis may be the source's own."""
    return run.marked and (
        any(char.isalnum() for char in run.source) or not _BRACKETS.isdisjoint(run.quote)
    )


def _altered(
    quote: str,
    places: tuple[Place, ...],
    runs: tuple[DiffRun, ...],
    weighed: Sequence[Weighed],
    score: float,
) -> QuoteCheck:
    return QuoteCheck(
        quote,
        Verdict.ALTERED,
        score=score,
        parts=places,
        diff=runs,
        weight=_heaviest(weighed) or Weight.SERIOUS,
    )


def _heaviest(weighed: Sequence[Weighed]) -> Weight | None:
    return min(
        (difference.weight for difference in weighed), key=HEAVIEST_FIRST.index, default=None
    )


def hull_of(places: Sequence[Place]) -> Place:
    """From the first of the passages to the last, in the zone of the first."""
    first = min(places, key=lambda place: place.start)
    return Place(first.start, max(place.end for place in places), first.zone)


def _by_fragments(
    quotation: Quotation,
    prepared: Prepared,
    style: HouseStyle,
    ellipses: Sequence[tuple[QuoteWord, ...]],
    fragments: Sequence[Fragment],
) -> Differing:
    """A quotation with ellipses inside: its fragments together are near, or they are not."""
    fragments = located(quotation.text, prepared, fragments)
    total = sum(len(fragment.plain) for fragment in fragments)
    there = [fragment for fragment in fragments if fragment.is_there]
    if not there:
        return _best_of(fragments, prepared, total)
    passages = [fragment.passage for fragment in there if fragment.passage is not None]
    spans = [(passage.start, passage.end) for passage in passages]
    places = tuple(prepared.place(*span) for span in spans)
    hull = hull_of(places)
    score = sum(passage.matched for passage in passages) / total
    if not _are_meant(there, passages, total, prepared.vocabulary.small):
        return Differing(None, hull, score)
    runs, weighed = _runs(quotation.text, prepared, ellipses, fragments)
    diff = weighed_by(Difference(runs, _same_words(there), tuple(weighed)), style)
    runs, weighed = diff.runs, list(diff.weighed)
    displaced = _displaced(prepared, spans)
    if displaced is None:
        check = _fair(quotation, hull, diff, style)
        if check is not None:
            return Differing(replace(check, parts=places), hull, 1.0)
    altered = _altered(quotation.text, places, runs, weighed, score)
    if displaced is not None:
        runs = tuple(_disowned(run, displaced) for run in runs)
        altered = replace(altered, diff=runs, cautions=(displaced,), weight=Weight.SERIOUS)
    return Differing(altered, hull, score)


def _disowned(run: DiffRun, displaced: Caution) -> DiffRun:
    """A run whose ellipsis does not own up to where the fragments stand."""
    if not run.marked:
        return run
    kind = DiffKind.ORDER if displaced is Caution.FRAGMENTS_REVERSED else DiffKind.SPLICE
    return replace(run, marked=False, kind=kind, weight=Weight.SERIOUS)


def _best_of(fragments: Sequence[Fragment], prepared: Prepared, total: int) -> Differing:
    """The passage that has most of one fragment, where none is near enough."""
    passages = [fragment.passage for fragment in fragments if fragment.passage is not None]
    if not passages:
        return _NOWHERE
    best = max(passages, key=lambda passage: passage.matched)
    return Differing(None, prepared.place(best.start, best.end), best.matched / total)


def _are_meant(
    there: Sequence[Fragment], passages: Sequence[Passage], total: int, small: frozenset[str]
) -> bool:
    """Whether the fragments found are enough of a quotation of so many words."""
    matched = sum(passage.matched for passage in passages)
    has_content = any(word not in small for fragment in there for word in fragment.plain)
    if is_near(Passage(0, 0, matched, matched, has_content=has_content), total):
        return True
    if any(_stands_whole(fragment, small) for fragment in there):
        return True
    longest = max(passage.matched for passage in passages)
    return 2 * matched >= total and (longest >= _LONG_FRAGMENT or matched >= 2 * SHORT_FRAGMENT)


def _stands_whole(fragment: Fragment, small: frozenset[str]) -> bool:
    """Whether a long fragment that tells something stands in the source word for word."""
    passage, words = fragment.passage, fragment.plain
    if passage is None or len(words) < _LONG_FRAGMENT or passage.words != len(words):
        return False
    telling = sum(word not in small for word in words)
    return passage.in_a_row >= len(words) and telling >= _FEWEST_TELLING


def _displaced(prepared: Prepared, spans: Sequence[tuple[int, int]]) -> Caution | None:
    """What is wrong with where fragments stand: another order, or too far apart."""
    if any(before[1] > after[0] for before, after in pairwise(spans)):
        return Caution.FRAGMENTS_REVERSED
    if any(
        words_between(prepared, before[1], after[0]) > MOST_WORDS_LEFT_OUT
        for before, after in pairwise(spans)
    ):
        return Caution.SPLICED
    return None


def _same_words(fragments: Sequence[Fragment]) -> tuple[Fold, ...]:
    """The names of the differences that leave the words the same, each once."""
    diffs = (fragment.diff for fragment in fragments if fragment.diff is not None)
    return tuple(dict.fromkeys(name for diff in diffs for name in diff.same_words))


def _runs(
    quote: str,
    prepared: Prepared,
    ellipses: Sequence[tuple[QuoteWord, ...]],
    fragments: Sequence[Fragment],
) -> tuple[tuple[DiffRun, ...], list[Weighed]]:
    """The diff over all fragments, and the weighed differences.

    What stands nowhere is put in unmarked.
    """
    runs: list[DiffRun] = []
    weighed: list[Weighed] = []
    last: int | None = None
    for marks, fragment in zip(ellipses, fragments, strict=False):
        passage = fragment.passage if fragment.is_there else None
        if marks:
            between = ""
            if passage is not None and last is not None and last < passage.start:
                between = prepared.page.text[prepared.end(last) : prepared.start(passage.start)]
            shown = quote[marks[0].start : marks[-1].end]
            op = DiffOp.REPLACE if between.strip() else DiffOp.INSERT
            runs.append(DiffRun(op, shown, between.strip(), marked=True))
        if passage is None or fragment.diff is None:
            plain = [word.word for word in fragment.words if word.gap is None]
            found = weigh_words(plain, prepared.vocabulary, prepared.language)
            weighed.append(found)
            shown = quote[fragment.words[0].start : fragment.words[-1].end]
            runs.append(DiffRun(DiffOp.INSERT, shown, "", kind=found.kind, weight=found.weight))
        else:
            runs += fragment.diff.runs
            weighed += fragment.diff.weighed
            last = passage.end
    if ellipses[-1]:
        marks = ellipses[-1]
        runs.append(DiffRun(DiffOp.INSERT, quote[marks[0].start : marks[-1].end], "", marked=True))
    return tuple(runs), weighed
