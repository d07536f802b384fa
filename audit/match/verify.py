"""One quotation against one source: the verdict, the place, and what differs.

Words decide. A quotation is first looked for as it stands, then with its marks laid along the
source; only when neither finds it, the nearest passage is located, to show in what it differs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from audit.match.altered.cut import Whole, begins_sentence, whole
from audit.match.altered.differing import Differing, compare_nearest
from audit.match.altered.houses import as_house
from audit.match.cautions.added import cautioned
from audit.match.cautions.corrections import is_correction
from audit.match.edited.align import Alignment, align
from audit.match.edited.left_out import cautions_of_marks, cautions_of_sentence
from audit.match.edited.marked_diff import edits, marked_runs
from audit.match.edited.marks import Marked
from audit.match.find import find_words
from audit.match.language import languages_differ
from audit.match.passed_over.transcripts import skipped, speakers
from audit.match.pointing.selector import selector
from audit.match.prepared.quotation import Quotation
from audit.match.prepared.source import ZONE_RANK, Prepared, as_prepared, split_words
from audit.match.speakers.at_source import FAIR, has_the_words, with_speaker
from audit.match.typography import folds_used
from audit.match.weighing.weigh import HEAVIEST_FIRST
from audit.model import (
    CLOSEST_FIRST,
    UNSEEN,
    Caution,
    DiffOp,
    DiffRun,
    ExtractPage,
    Fold,
    HouseStyle,
    NotCompared,
    Page,
    Place,
    QuoteCheck,
    Style,
    Verdict,
    Zone,
)

LONGEST_QUOTE = 20_000
"""Characters of a quotation that are compared; a longer one is ``too-long``."""

_PRINTED = re.compile(r"[^\s“”„«»\"()\[\]]+?(?=[,.;:!?…]{0,3}(?:[\s“”„«»\"()\[\]]|$))")
_FEW_WORDS = 2
_MOST_PLACES = 100
_LEAST_FOR_READINGS = 0.4  # words that the nearest passage must share before it is read once more
_BESIDE = 9  # characters
_SAMPLE = (
    2_000  # characters of a source's beginning and of its middle, by which its language is told
)
_OUT_OF_SIGHT = UNSEEN | {Zone.FOLDED}
_HEAVIEST_FIRST_OR_NONE = (*HEAVIEST_FIRST, None)
_ZONE_CAUTIONS = {
    Zone.COMMENTS: Caution.ONLY_IN_COMMENTS,
    Zone.RELATED: Caution.ONLY_IN_RELATED,
    Zone.NAVIGATION: Caution.ONLY_IN_NAVIGATION,
    Zone.FOLDED: Caution.ONLY_IN_FOLDED,
    Zone.WITHDRAWN: Caution.WITHDRAWN,
    Zone.HIDDEN: Caution.ONLY_IN_HIDDEN,
}


def verify_quote(
    quote: str | Quotation,
    source: str | Page | Prepared,
    *,
    speaker: str | None = None,
    named: bool = True,
    written: str = "",
    style: Style | HouseStyle | str = Style.STRICT,
    extract: ExtractPage | None = None,
) -> QuoteCheck:
    """Compares a quotation with a source.

    Args:
        quote: The words, without the marks around them, or a quotation held against many sources.
        source: A string (taken as whole, all main text), a page, or one of them prepared for many
            quotations.
        speaker: Whom the article names for the words; needed to tell whether somebody else says
            them.
        named: The article has that name beside the words, not a pronoun that may stand for it:
            nothing is misattributed on the strength of a pronoun.
        written: The word or words by which the article has the speaker beside the words: 'she' is
            none whom the source has as 'he'.
        style: 'strict', 'light-edit' to let a short list of unmarked differences count as
            edited, or a house ('ap', 'reuters', 'guardian', 'bbc') to let those that its guide
            allows; with lines of one's own as a ``HouseStyle``.
        extract: Finds who says what on a page; without it nobody's voice is looked for.

    Raises:
        UsageError: ``style`` is none of these.
    """
    house = as_house(style)
    text = quote.text if isinstance(quote, Quotation) else quote
    if len(text) > LONGEST_QUOTE:
        return QuoteCheck(text, Verdict.NOT_COMPARED, NotCompared.TOO_LONG)
    quotation = quote if isinstance(quote, Quotation) else Quotation(quote)
    if not quotation.has_words:
        return QuoteCheck(quotation.text, Verdict.NOT_COMPARED, NotCompared.NOTHING_TO_COMPARE)
    prepared = as_prepared(source)
    check = _compared(quotation, prepared, house)
    if extract is None:
        return check
    return with_speaker(check, prepared, speaker, extract, named=named, written=written)


def _compared(quotation: Quotation, prepared: Prepared, style: HouseStyle) -> QuoteCheck:
    """The words alone, whoever says them."""
    check = _verbatim(quotation, prepared)
    if check is None or check.zone in _OUT_OF_SIGHT:
        other = _edited(quotation, prepared) or _differing(quotation, prepared, style)
        is_better = other.verdict in FAIR and other.zone not in _OUT_OF_SIGHT
        check = other if check is None or is_better else check
    if prepared.page.heard and check.verdict not in FAIR:
        check = _as_heard(check, quotation, prepared)
    if quotation.words.count(" ") < _FEW_WORDS and len(quotation.word_list) <= _FEW_WORDS:
        check = cautioned(check, Caution.SHORT)
    return check


def _as_heard(check: QuoteCheck, quotation: Quotation, prepared: Prepared) -> QuoteCheck:
    """A check against what a machine heard: what sounds alike is told apart from what differs."""
    from audit.match.heard.compare import compare_heard  # noqa: PLC0415 — few sources need it

    found = compare_heard(quotation, prepared)
    if found is None or found.check is None or found.place is None:
        return check
    return _placed(found.check, prepared, found.place, (found.place,))


def _verbatim(quotation: Quotation, prepared: Prepared) -> QuoteCheck | None:
    """The quotation as it stands, typography and the case of its first letter folded."""
    quote = quotation.text
    found = find_words(prepared, quotation.words, any_case=True, most=_MOST_PLACES)
    begins = begins_sentence(quotation.words)
    wholes = {
        prepared.place(*span): whole(prepared, *span, begins_sentence=begins) for span in found
    }
    places = [place for place, grown in wholes.items() if not grown.is_other]
    if not places:
        return None
    if len(places) > 1:
        places.sort(
            key=lambda place: (
                is_correction(prepared, place.start),
                ZONE_RANK[place.zone],
                place.start,
            )
        )
    best = places[0]
    passage = prepared.page.text[best.start : best.end]
    check = QuoteCheck(
        quote,
        Verdict.VERBATIM,
        score=1.0,
        parts=(best,),
        folds=folds_used(quote, passage) if prepared.pieces is None else (),
        diff=(DiffRun(DiffOp.EQUAL, quote, passage),),
    )
    if quotation.may_have_marks:
        aligned = align(prepared, quotation.marked)
        if aligned is not None:
            check = cautioned(check, *cautions_of_marks(prepared, quotation.marked, aligned))
    return _placed(_lacking(check, wholes[best]), prepared, best, places)


def _lacking(check: QuoteCheck, grown: Whole) -> QuoteCheck:
    """A check with what its passage's edges cut off a figure: its unit, a range's other end."""
    if grown.lacks_before:
        check = cautioned(check, Caution.TURNED_BEFORE)
    return cautioned(check, Caution.TURNED_AFTER) if grown.lacks_behind else check


def _placed(
    check: QuoteCheck, prepared: Prepared, hull: Place, places: Sequence[Place]
) -> QuoteCheck:
    """A check with its place, the way to it, and what its zone and its surroundings say of it."""
    check = replace(
        check,
        start=hull.start,
        end=hull.end,
        places=tuple(places),
        zone=hull.zone,
        selector=selector(prepared, hull),
    )
    caution = _ZONE_CAUTIONS.get(hull.zone)
    if caution is not None:
        check = cautioned(check, caution)
    if check.verdict in FAIR and all(
        is_correction(prepared, place.start) for place in check.places
    ):
        check = cautioned(check, Caution.ONLY_IN_CORRECTION)
    if has_the_words(check):
        check = cautioned(check, *cautions_of_sentence(prepared, check.quote, hull))
    return _as_spoken(check, prepared, hull)


def _as_spoken(check: QuoteCheck, prepared: Prepared, hull: Place) -> QuoteCheck:
    """What a transcript was read without, and whether two speakers say the words."""
    by_speaker = prepared.pieces is not None and prepared.pieces.speaker_by_speaker
    if prepared.pieces is None and len(check.parts) < 2:
        return check
    noise = prepared.noise_around(hull.start, hull.end)
    several = len(speakers(noise, hull.start, hull.end)) > 1
    if prepared.pieces is not None:
        notes = skipped(noise, hull.start, hull.end)
        if by_speaker and several:
            notes = (*notes, Fold.OTHER_TURNS)
        check = replace(check, folds=(*check.folds, *notes))
    if by_speaker or not several:
        return check
    voices = {speakers(noise, part.start, part.end) for part in check.parts}
    return cautioned(check, Caution.TWO_SPEAKERS) if len(frozenset().union(*voices)) > 1 else check


def _edited(quotation: Quotation, prepared: Prepared) -> QuoteCheck | None:
    """The quotation laid along the source: it differs at an ellipsis or in brackets only."""
    if not quotation.may_have_marks:
        return None
    marked = quotation.marked
    found = align(prepared, marked) if marked.has_inner_marks else None
    if found is not None and _cuts(prepared, marked, found):
        return None
    if found is None and "(" in quotation.text:
        marked = quotation.marked_with_round(prepared.page.text)
        found = align(prepared, marked) if marked.has_inner_marks else None
        if found is not None and (
            _cuts(prepared, marked, found) or _has_its_own(prepared, marked, found)
        ):
            return None
    return _aligned(quotation.text, prepared, marked, found) if found is not None else None


def _cuts(prepared: Prepared, marked: Marked, found: Alignment) -> bool:
    """Whether an ellipsis or an end of the quotation cuts a figure or a negation off."""
    return any(
        whole(prepared, *span, *marked.gaps[at : at + 2]).is_other
        for at, span in enumerate(found.spans)
    )


def _has_its_own(prepared: Prepared, marked: Marked, found: Alignment) -> bool:
    """Whether the source has round brackets of its own where the quotation has changed them."""
    text = prepared.page.text
    for index, gaps in enumerate(marked.gaps):
        if not any(gap.is_round for gap in gaps):
            continue
        if index < len(found.spans):
            start = prepared.start(found.spans[index][0])
            if text[max(start - _BESIDE, 0) : start].rstrip().endswith(")"):
                return True
        if index:
            end = prepared.end(found.spans[index - 1][1])
            if text[end : end + _BESIDE].lstrip().startswith("("):
                return True
    return False


def _aligned(quote: str, prepared: Prepared, marked: Marked, found: Alignment) -> QuoteCheck:
    parts = tuple(prepared.place(*span) for span in found.spans)
    hull = Place(parts[0].start, max(part.end for part in parts), parts[0].zone)
    check = QuoteCheck(
        quote,
        Verdict.EDITED,
        score=1.0,
        parts=parts,
        diff=marked_runs(quote, prepared, marked, found),
        edits=edits(marked),
        cautions=tuple(dict.fromkeys(cautions_of_marks(prepared, marked, found))),
    )
    return _placed(check, prepared, hull, (hull,))


def _differing(quotation: Quotation, prepared: Prepared, style: HouseStyle) -> QuoteCheck:
    """The nearest passage, also of what is left without a clause that reports the quotation."""
    check = _nearest(quotation, prepared, style)
    said = quotation.without_reporting
    if said is quotation or check.verdict in FAIR or not said.has_words:
        return check
    other = _verbatim(said, prepared) or _edited(said, prepared) or _nearest(said, prepared, style)
    if _rank_of(other) >= _rank_of(check) or _is_reported(prepared, other):
        return check
    return replace(other, quote=quotation.text, folds=(*other.folds, Fold.SAID_BETWEEN))


def _is_reported(prepared: Prepared, check: QuoteCheck) -> bool:
    """Whether the source has a clause inside a passage that reports its words."""
    if check.start is None or check.end is None:
        return False
    noise = prepared.noise_around(check.start, check.end)
    return any(
        each.kind is Fold.SAID_BETWEEN and check.start < each.end and each.start < check.end
        for each in noise
    )


def _nearest(quotation: Quotation, prepared: Prepared, style: HouseStyle) -> QuoteCheck:
    """The nearest passage, and whether what differs from it is the words.

    Where it stands among the notes and labels of a transcript, its other readings are asked as
    well.
    """
    found, reading = compare_nearest(quotation, prepared, style), prepared
    place = found.place
    if place is not None and found.score >= _LEAST_FOR_READINGS:
        others: list[tuple[Quotation, Prepared]] = []
        for said, other in _readings(quotation, prepared, place):
            check = _verbatim(said, other) or _edited(said, other)
            if check is not None:
                check = replace(check, quote=quotation.text)
                return cautioned(check, Caution.BROKEN_CHARACTERS) if other.mended else check
            others.append((said, other))
        for said, other in others:
            beside = compare_nearest(said, other, style)
            if _rank(beside) < _rank(found):
                found, reading = beside, other
    if found.check is None or found.place is None:
        return not_there(quotation, prepared, found.score)
    check = replace(found.check, quote=quotation.text)
    if reading is not prepared and reading.mended:
        check = cautioned(check, Caution.BROKEN_CHARACTERS)
    check = _placed(check, reading, found.place, (found.place,))
    return _unless_cut(check, prepared) if check.verdict is Verdict.ALTERED else check


def _readings(
    quotation: Quotation, prepared: Prepared, place: Place
) -> Iterator[tuple[Quotation, Prepared]]:
    """The other readings of a passage, each with the quotation as it is held against it."""
    printed = _PRINTED.findall(quotation.text)
    for other in (
        prepared.unbroken(printed, place.start, place.end),
        prepared.parted(place.start, place.end),
    ):
        if other is not None:
            yield quotation, other
    for other in prepared.spoken(place.start, place.end):
        if quotation.spoken.has_words:
            yield quotation.spoken, other


def _rank(found: Differing) -> tuple[int, int, int, int, float]:
    """Less is better: as of its check, then how many words differ, and how near the passage is."""
    check = found.check or QuoteCheck("", Verdict.ABSENT)
    differing = (
        len(side.split())
        for run in check.diff
        if run.op is not DiffOp.EQUAL and not run.marked
        for side in (run.quote, run.source)
    )
    return *_rank_of(check), sum(differing), -found.score


def _rank_of(check: QuoteCheck) -> tuple[int, int, int]:
    """Less is better: the verdict, then the heaviest difference, then how many there are."""
    heaviest = _HEAVIEST_FIRST_OR_NONE.index(check.weight)
    unmarked = sum(run.op is not DiffOp.EQUAL and not run.marked for run in check.diff)
    return CLOSEST_FIRST.index(check.verdict), -heaviest, unmarked


def _unless_cut(check: QuoteCheck, prepared: Prepared) -> QuoteCheck:
    """A difference counts only when the whole source was read: the words may stand in the rest."""
    if prepared.page.whole:
        return check
    return replace(check, verdict=Verdict.NOT_COMPARED, reason=NotCompared.SOURCE_NOT_WHOLE)


def not_there(quotation: Quotation, prepared: Prepared, score: float) -> QuoteCheck:
    """The check of words that a source does not have: absent, unless that cannot be said of it."""
    quote = quotation.text
    if not prepared.page.whole:
        return QuoteCheck(quote, Verdict.NOT_COMPARED, NotCompared.SOURCE_NOT_WHOLE, score=score)
    if prepared.page.sparse:
        return QuoteCheck(quote, Verdict.NOT_COMPARED, NotCompared.HARDLY_ANY_WORDS, score=score)
    text = prepared.folded.words
    middle = max(len(text) // 2, _SAMPLE)
    sample = split_words(text[:_SAMPLE] + text[middle : middle + _SAMPLE])
    if languages_differ(quotation.word_list, sample, quotation.written_in):
        return QuoteCheck(quote, Verdict.NOT_COMPARED, NotCompared.LANGUAGE_DIFFERS, score=score)
    return QuoteCheck(quote, Verdict.ABSENT, score=score)
