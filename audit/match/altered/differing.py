"""A quotation that does not stand in its source: the passage it is nearest to, and how it differs from it.

A quotation with ellipses is compared fragment by fragment, each with the passage nearest to it: a fair mark
hides neither a change in a fragment nor a fragment that stands nowhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from audit.match.altered.diff import Difference, difference, quote_words
from audit.match.altered.light_edit import light_edits
from audit.match.altered.nearest import Passage, is_near, nearest
from audit.match.altered.splice import find_splice
from audit.match.altered.weigh import HEAVIEST_FIRST, Weighed, weigh_words
from audit.match.edited.align import MOST_LITERALS, MOST_WORDS_LEFT_OUT, words_between
from audit.match.edited.marked_diff import edits
from audit.match.edited.marks import Mark, Marked, QuoteWord, read_marks
from audit.match.find import find_words
from audit.match.prepared import Prepared, join_words
from audit.model import (
    Caution,
    DiffKind,
    DiffOp,
    DiffRun,
    Place,
    QuoteCheck,
    Style,
    Verdict,
    Weight,
    Zone,
)

_WINDOW = 2_000  # characters of folded words beside the longest fragment in which the others are looked for
_SHORT_FRAGMENT = 4
_LONG_FRAGMENT = 6  # words that do not stand in a row by chance
_FEW_CHANGED = 3  # words: so few are a change of this passage, wherever else they may stand
_BRACKETS = frozenset("[(")


@dataclass(frozen=True, slots=True)
class Differing:
    """What came of it: a check where a passage is near enough, and the score of the nearest in any case."""

    check: QuoteCheck | None
    place: Place | None
    score: float


@dataclass(frozen=True, slots=True)
class _Fragment:
    """Words between two ellipses, brackets among them, and the passage nearest to them."""

    words: tuple[QuoteWord, ...]
    passage: Passage | None = None
    diff: Difference | None = None
    is_beside: bool = False  # the passage stands near that of a longer fragment

    @property
    def plain(self) -> list[str]:
        return [word.word.lower() for word in self.words if word.gap is None]

    @property
    def is_there(self) -> bool:
        """Whether a passage is near; of a word or two every word must be there."""
        if self.passage is None:
            return False
        if len(self.plain) < _SHORT_FRAGMENT and self.passage.words > len(self.plain):
            return False
        return (
            is_near(_same(self), len(self.plain))
            or self.passage.matched == len(self.plain)
            or (self.is_beside and self.is_half_there)
        )

    @property
    def is_half_there(self) -> bool:
        """Whether half of the words are there: enough beside a fragment that is there."""
        passage = self.passage
        least = max(len(self.plain) / 2, _SHORT_FRAGMENT - 1)
        return passage is not None and passage.has_content and passage.matched >= least


def compare_nearest(quote: str, prepared: Prepared, style: Style) -> Differing:
    """The quotation beside the nearest passage of a source.

    Where no word differs unmarked, or in light editing only words of its short list, the check is
    verbatim or edited all the same; else it is altered.
    """
    marked = read_marks(quote)
    ellipses, fragments = _split(quote_words(marked, quote))
    if not fragments:
        return Differing(None, None, 0.0)
    if len(fragments) > MOST_LITERALS:
        fragments = [_Fragment(tuple(word for one in fragments for word in one.words))]
    if len(fragments) > 1:
        return _by_fragments(quote, prepared, style, (marked, ellipses, fragments))
    words = fragments[0].words
    fragment = _compared(quote, prepared, words, None)
    passage, diff = fragment.passage, fragment.diff
    if passage is None or diff is None:
        return Differing(None, None, 0.0)
    place = prepared.place(passage.start, passage.end)
    score = min(passage.matched / len(fragment.plain), 1.0)
    check = _fair(quote, marked, place, diff, style)
    if check is not None:
        return Differing(check, place, 1.0)
    same = _same(fragment)
    altered = _altered(quote, (place,), diff.runs, diff.weighed, score)
    if is_near(same, len(fragment.plain)) and len(fragment.plain) - same.matched <= _FEW_CHANGED:
        return Differing(altered, place, score)
    splice = find_splice(prepared, quote, [word for word in words if word.gap is None])
    if splice is not None:
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
        return Differing(check, _hull(places), 1.0)
    return Differing(altered if is_near(same, len(fragment.plain)) else None, place, score)


def _same(fragment: _Fragment) -> Passage:
    """The passage, words that differ in style alone counted as matching."""
    assert fragment.passage is not None
    assert fragment.diff is not None
    style = sum(len(run.quote.split()) for run in fragment.diff.runs if run.weight is Weight.STYLE)
    return replace(
        fragment.passage, matched=min(fragment.passage.matched + style, len(fragment.plain))
    )


def _split(words: Sequence[QuoteWord]) -> tuple[list[tuple[QuoteWord, ...]], list[_Fragment]]:
    """The ellipses before each fragment and behind the last, and the fragments; brackets alone are none."""
    ellipses: list[tuple[QuoteWord, ...]] = []
    fragments: list[_Fragment] = []
    waiting: list[QuoteWord] = []
    current: list[QuoteWord] = []
    for word in (*words, None):
        is_ellipsis = word is not None and word.gap is not None and word.gap.mark is Mark.ELLIPSIS
        if word is not None and not is_ellipsis:
            current.append(word)
            continue
        if any(one.gap is None for one in current):
            ellipses.append(tuple(waiting))
            fragments.append(_Fragment(tuple(current)))
            waiting = []
        else:
            waiting += current
        current = []
        if word is not None:
            waiting.append(word)
    return [*ellipses, tuple(waiting)], fragments


def _compared(
    quote: str, prepared: Prepared, words: tuple[QuoteWord, ...], within: tuple[int, int] | None
) -> _Fragment:
    fragment = _Fragment(words)
    plain = fragment.plain
    marks = [
        sum(one.gap is None for one in words[:index])
        for index, word in enumerate(words)
        if word.gap is not None
    ]
    passage = nearest(prepared, plain, marks, within)
    if passage is None:
        return fragment
    diff = difference(quote, words, prepared, passage.start, passage.end)
    return _Fragment(words, passage, diff)


def _fair(
    quote: str, marked: Marked, place: Place, diff: Difference, style: Style
) -> QuoteCheck | None:
    """A check when no word differs unmarked, or, in light editing, only words of its short list."""
    unmarked: tuple[DiffKind, ...] | None = ()
    if diff.unmarked:
        unmarked = light_edits(diff.weighed) if style is Style.LIGHT_EDIT else None
    if unmarked is None:
        return None
    marks = edits(marked) if any(map(_leaves_out, diff.runs)) else ()
    return QuoteCheck(
        quote,
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
    return min((one.weight for one in weighed), key=HEAVIEST_FIRST.index, default=None)


def _hull(places: Sequence[Place]) -> Place:
    first = min(places, key=lambda place: place.start)
    return Place(first.start, max(place.end for place in places), first.zone)


def _by_fragments(
    quote: str,
    prepared: Prepared,
    style: Style,
    split: tuple[Marked, list[tuple[QuoteWord, ...]], list[_Fragment]],
) -> Differing:
    marked, ellipses, fragments = split
    fragments = _located(quote, prepared, fragments)
    there = [one for one in fragments if one.is_there]
    total = sum(len(one.plain) for one in fragments)
    passages = [one.passage for one in there if one.passage is not None]
    matched = sum(passage.matched for passage in passages)
    score = matched / total
    if not there:
        best = max((one.passage for one in fragments if one.passage), key=_matched, default=None)
        if best is None:
            return Differing(None, None, 0.0)
        return Differing(None, prepared.place(best.start, best.end), best.matched / total)
    spans = [(passage.start, passage.end) for passage in passages]
    places = tuple(prepared.place(*span) for span in spans)
    hull = _hull(places)
    longest = max(passage.matched for passage in passages)
    whole = Passage(
        0, 0, matched, matched, has_content=_has_content(there, prepared.vocabulary.small)
    )
    is_meant = is_near(whole, total) or (
        2 * matched >= total and (longest >= _LONG_FRAGMENT or matched >= 2 * _SHORT_FRAGMENT)
    )
    if not is_meant:
        return Differing(None, hull, score)
    runs, weighed = _runs(quote, prepared, ellipses, fragments)
    in_order = all(a[1] <= b[0] for a, b in pairwise(spans))
    near = all(
        words_between(prepared, a[1], b[0]) <= MOST_WORDS_LEFT_OUT for a, b in pairwise(spans)
    )
    notes = tuple(dict.fromkeys(note for one in there if one.diff for note in one.diff.same_words))
    diff = Difference(runs, notes, tuple(weighed))
    if in_order and near:
        check = _fair(quote, marked, hull, diff, style)
        if check is not None:
            return Differing(replace(check, parts=places), hull, 1.0)
    elif not diff.unmarked or not near:
        weighed = [*weighed, Weighed(DiffKind.ORDER if near else DiffKind.SPLICE, Weight.SERIOUS)]
    check = _altered(quote, places, runs, weighed, score)
    if not in_order:
        check = replace(check, cautions=(Caution.FRAGMENTS_REVERSED,), weight=Weight.SERIOUS)
    elif not near:
        check = replace(check, cautions=(Caution.SPLICED,), weight=Weight.SERIOUS)
    return Differing(check, hull, score)


def _matched(passage: Passage) -> int:
    return passage.matched


def _has_content(fragments: Sequence[_Fragment], small: frozenset[str]) -> bool:
    return any(word not in small for one in fragments for word in one.plain)


def _located(quote: str, prepared: Prepared, fragments: Sequence[_Fragment]) -> list[_Fragment]:
    """Each fragment with its passage: the longest first, then the others near it, then anywhere."""
    order = sorted(range(len(fragments)), key=lambda index: -len(fragments[index].plain))
    found: dict[int, _Fragment] = {}
    anchor: tuple[int, int] | None = None
    for index in order:
        words = fragments[index].words
        here = fragments[index]
        if anchor is not None:
            here = _verbatim_near(quote, prepared, words, anchor, before=index < order[0])
            if not here.is_there:
                before = (max(anchor[0] - _WINDOW, 0), anchor[0])
                window = before if index < order[0] else (anchor[1], anchor[1] + _WINDOW)
                here = replace(_compared(quote, prepared, words, window), is_beside=True)
        if not here.is_there:
            here = _compared(quote, prepared, words, None)
        found[index] = here
        if anchor is None and here.is_there and here.passage is not None:
            anchor = here.passage.start, here.passage.end
    return [found[index] for index in range(len(fragments))]


def _verbatim_near(
    quote: str,
    prepared: Prepared,
    words: tuple[QuoteWord, ...],
    anchor: tuple[int, int],
    *,
    before: bool,
) -> _Fragment:
    """The fragment where it stands as it is, on the side of the anchor where the quotation has it."""
    plain = [word.word for word in words if word.gap is None]
    if len(plain) != len(words):
        return _Fragment(words)
    spans = [
        span
        for span in find_words(prepared, join_words(plain), any_case=True)
        if prepared.place(*span).zone is not Zone.HIDDEN
    ]
    side = [span for span in spans if (span[1] <= anchor[0] if before else span[0] >= anchor[1])]
    if not side and len(plain) < _SHORT_FRAGMENT - 1:
        return _Fragment(words)  # a word or two stand elsewhere by chance
    side = side or spans
    if not side:
        return _Fragment(words)
    start, end = side[-1] if before else side[0]
    passage = Passage(start, end, len(plain), len(plain), has_content=True)
    return _Fragment(words, passage, difference(quote, words, prepared, start, end))


def _runs(
    quote: str,
    prepared: Prepared,
    ellipses: Sequence[tuple[QuoteWord, ...]],
    fragments: Sequence[_Fragment],
) -> tuple[tuple[DiffRun, ...], list[Weighed]]:
    """The diff over all fragments, and the weighed differences; what stands nowhere is put in unmarked."""
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
            found = weigh_words(plain, prepared.vocabulary)
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
