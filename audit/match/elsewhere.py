"""A second look for words: in the pages that the article cites and does not name for them.

The links beside words are no claim that these stand there, and other pages are still less: what
they lack is no absence, and another person's words there no change of these. Only the words
themselves count, and a change of them in the mouth of the same speaker.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from audit.markup.addresses.url import host_of, shown_address
from audit.match.best import best_of, checked
from audit.match.discovered import may_be_told_by
from audit.match.reader import Reader
from audit.match.speakers.speeches import is_own_speech
from audit.match.speakers.voices import name_of, one_voice
from audit.model import (
    Attribution,
    AttributionCheck,
    Caution,
    NotCompared,
    Outlet,
    Pairing,
    Place,
    QuoteCheck,
    Sentence,
    SourceRecord,
    Standing,
    Verdict,
    Zone,
)

_NEXT = 40  # characters between two halves of a quotation
_IS_THERE = frozenset({Verdict.VERBATIM, Verdict.EDITED})
_HAS_THE_WORDS = _IS_THERE | {Verdict.MISATTRIBUTED}
_LACKS = frozenset({Verdict.ABSENT, Verdict.ALTERED})
_FEWEST_LACKING = 6  # words of a half that a page lacks
# A source that the article does not name for the words must be plainly the one quoted.
_FEWEST_WORDS = 4
_LEAST_SCORE = 0.75
_ALL = 1.0  # of words that stand in pieces: fewer may stand by chance
_FEWEST_OF_NOBODY = 8
_LEAST_OF_NOBODY = 0.85
_FEWEST_SHOWN = 2  # words that are shown where they stand as they are, though perhaps by chance
_FEWEST_NEARLY = 4  # words of a passage that is shown beside others that may be meant


def from_elsewhere(
    attribution: Attribution, pairing: Pairing, reader: Reader, check: AttributionCheck
) -> AttributionCheck:
    """The check of words that their own sources lack or that have none, after a second look.

    An outlet whose own source, read whole, lacks words that another page has is misattributed.
    """
    others = [other for other in reader.with_page if other not in pairing.source_ids]
    if attribution.outlet is not None:
        own = [other for other in others if is_of(reader.records[other], attribution.outlet)]
        found = _on_own_pages(attribution.outlet, pairing, reader, check, own)
        if found is not None:
            return found
        others = [other for other in others if other not in own]
    if pairing.own_reporting:
        return _told_here(pairing, reader, check, others)
    unasked = set(others)
    beside = [other for other in pairing.candidates if other in unasked]
    found = _found(attribution, pairing, reader, beside)
    if found is not None:
        note = f"Found on {_name(reader.records, found)}, which the article links beside the words."
        found = _with_other_half(found, pairing, reader)
        return replace(found, found_elsewhere=True, notes=(note,))
    found = _found(attribution, pairing, reader, others)
    if found is None or (_own_unread(pairing, check) and found.verdict is Verdict.MISATTRIBUTED):
        return check if pairing.source_ids else _beside_nearest(check, reader)
    if attribution.outlet is None:
        note = f"Found on {_name(reader.records, found)} (the article names no outlet)."
        return replace(found, found_elsewhere=True, notes=(note,))
    if found.verdict not in _HAS_THE_WORDS:
        return check
    return _on_others_page(attribution.outlet, pairing, reader, check, found)


def _with_other_half(found: AttributionCheck, pairing: Pairing, reader: Reader) -> AttributionCheck:
    """The check of a quotation of which a page linked beside it has one half, and no page another.

    'I want a van,' she said. 'I want it now.' Whose first words stand there as hers, their second
    ones are held against that page, too: if no page that the article cites has them.
    """
    source_id, attribution = found.source_id or "", found.attribution
    own = reader.parts(attribution, source_id)
    has_own = any(
        part.verdict in _IS_THERE
        and len(part.quote.split()) >= _FEWEST_WORDS
        and _same_voice(attribution, source_id, part, reader)
        for part in own
    )
    lacking = [at for at, part in enumerate(own) if part.verdict in _LACKS]
    if not has_own or not lacking or not reader.is_whole(source_id):
        return found
    unread = [
        other
        for other, record in reader.records.items()
        if record.source.standing is not Standing.DISCOVERED and other not in reader.with_page
    ]
    elsewhere = any(
        reader.parts(attribution, other)[at].verdict in _HAS_THE_WORDS
        for other in reader.with_page
        if other != source_id and reader.may_have(attribution, other)
        for at in lacking
    )
    if unread or elsewhere or any(len(own[at].quote.split()) < _FEWEST_LACKING for at in lacking):
        return found
    return checked(attribution, pairing.standing, list(own), source_id)


def _told_here(
    pairing: Pairing, reader: Reader, check: AttributionCheck, others: Sequence[str]
) -> AttributionCheck:
    """The check of words that were said to the article's own paper.

    What was said elsewhere in nearly these words may well differ: it is shown, and judged in no
    way.
    """
    found = _found(check.attribution, pairing, reader, others)
    if found is None or found.verdict not in _IS_THERE:
        return _beside_nearest(check, reader)
    note = f"Found on {_name(reader.records, found)} too."
    return replace(found, found_elsewhere=True, notes=(note,))


def of_nobody_beside(
    attribution: Attribution, pairing: Pairing, reader: Reader
) -> AttributionCheck | None:
    """The check of words that nobody is named for against the pages that their sentence links.

    What these lack says nothing: that they have the words, or nearly the same ones, is told.
    """
    readable = reader.readable(pairing.candidates)
    if not readable or len(readable) < len(pairing.candidates):
        return None
    source_id, parts = best_of(attribution, readable, reader)
    if not all(
        len(part.quote.split()) >= _FEWEST_WORDS
        and (part.verdict in _IS_THERE or _is_hardly_changed(part, _FEWEST_WORDS))
        for part in parts
    ):
        return None
    where = _named(reader.records[source_id])
    note = f"Found on {where}, which the article links beside the words."
    found = checked(attribution, pairing.standing, parts, source_id)
    return replace(found, found_elsewhere=True, notes=(note,))


def of_nobody_elsewhere(
    attribution: Attribution, pairing: Pairing, reader: Reader
) -> AttributionCheck | None:
    """The check of many words that nobody is named for, and no page, against all pages cited.

    Changed they are only where hardly anything differs, and where no page is left unread that may
    have them as they are.
    """
    cited = [
        source_id
        for source_id, record in reader.records.items()
        if record.source.standing is not Standing.DISCOVERED
    ]
    readable = reader.readable(cited)
    if not readable:
        return None
    source_id, parts = best_of(attribution, readable, reader)
    there = all(part.verdict in _IS_THERE for part in parts)
    near = len(readable) == len(cited) and all(
        part.verdict in _IS_THERE or _is_hardly_changed(part, _FEWEST_OF_NOBODY) for part in parts
    )
    if not there and not near:
        return None
    note = f"Found on {_named(reader.records[source_id])} (the article names nobody for the words)."
    found = checked(attribution, pairing.standing, parts, source_id)
    return replace(found, found_elsewhere=True, notes=(note,))


def _is_hardly_changed(part: QuoteCheck, fewest: int) -> bool:
    return (
        part.verdict is Verdict.ALTERED
        and len(part.quote.split()) >= fewest
        and part.score >= _LEAST_OF_NOBODY
        and Caution.SPLICED not in part.cautions
    )


def _on_own_pages(
    outlet: Outlet,
    pairing: Pairing,
    reader: Reader,
    check: AttributionCheck,
    own: Sequence[str],
) -> AttributionCheck | None:
    """The check against pages of the named outlet that were not given for the words."""
    found = _found(check.attribution, pairing, reader, own, own=True)
    if found is None:
        return None
    record = reader.records[found.source_id or ""]
    if record.source.standing is Standing.DISCOVERED and found.verdict not in _HAS_THE_WORDS:
        return None  # the search for these words has weighed that page, which it found for others
    if not pairing.source_ids:
        note = f"Compared with {_name(reader.records, found)}, the outlet's source."
        return replace(found, notes=(note,))
    if found.verdict not in (_IS_THERE if _own_unread(pairing, check) else _HAS_THE_WORDS):
        return None
    note = f"The words stand on another page of {outlet.name} than the one given for them."
    return replace(found, found_elsewhere=True, notes=(note,))


def _on_others_page(
    outlet: Outlet,
    pairing: Pairing,
    reader: Reader,
    check: AttributionCheck,
    found: AttributionCheck,
) -> AttributionCheck:
    """The check of words of a named outlet that were found on a page of somebody else."""
    where = _name(reader.records, found)
    # Only a page of the outlet's own can show that the outlet lacks the words.
    asked = any(is_of(reader.records[paired], outlet) for paired in pairing.source_ids)
    if not asked or check.verdict is not Verdict.ABSENT or not _long_enough(check.attribution):
        note = f"The words stand on {where}, which the article does not name for them."
        part = next(each.check for each in found.parts if each.check.start is not None)
        beside = _beside(check, found.source_id or "", part, reader)
        return replace(beside, notes=(*check.notes, note))
    note = f"{outlet.name}'s source was read whole and lacks the words; they stand on {where}."
    return replace(
        found, verdict=Verdict.MISATTRIBUTED, reason=None, found_elsewhere=True, notes=(note,)
    )


def _beside_nearest(check: AttributionCheck, reader: Reader) -> AttributionCheck:
    """Words without a source, beside the passage of a page that has nearly the same ones.

    Whether they are meant is for the editor: nobody is known to say them there, or somebody else.
    """
    near = [
        (part.score, source_id, part)
        for source_id in reader.with_page
        if reader.may_have(check.attribution, source_id)
        for part in reader.parts(check.attribution, source_id)
        if _is_nearly_there(part)
    ]
    if not near:
        return check
    _, source_id, part = max(near, key=lambda found: found[0])
    return _beside(check, source_id, part, reader)


def _beside(
    check: AttributionCheck, source_id: str, part: QuoteCheck, reader: Reader
) -> AttributionCheck:
    """A check of words without a source, with a passage that may be meant."""
    assert part.start is not None
    assert part.end is not None
    place = Place(part.start, part.end, part.zone or Zone.MAIN)
    if Caution.SPLICED in part.cautions:  # pages may lie between its passages
        place = max(part.parts, key=lambda each: each.end - each.start)
    text = reader.page(source_id).page.text[place.start : place.end]
    return replace(check, source_id=source_id, closest=(Sentence(place, text),))


def _is_nearly_there(part: QuoteCheck) -> bool:
    if part.verdict in _HAS_THE_WORDS and part.start is not None:
        return len(part.quote.split()) >= _FEWEST_SHOWN
    return (
        part.verdict is Verdict.ALTERED
        and part.start is not None
        and len(part.quote.split()) >= _FEWEST_NEARLY
        and part.score >= (_ALL if Caution.SPLICED in part.cautions else _LEAST_SCORE)
    )


def _own_unread(pairing: Pairing, check: AttributionCheck) -> bool:
    """Whether the words have sources of their own, and these could not be compared."""
    return bool(pairing.source_ids) and check.verdict is Verdict.NOT_COMPARED


def _found(
    attribution: Attribution,
    pairing: Pairing,
    reader: Reader,
    source_ids: Sequence[str],
    *,
    own: bool = False,
) -> AttributionCheck | None:
    """The check against the best of sources that plainly have at least one part of the words.

    ``own`` says that these are the named outlet's.
    """

    def plainly(source_id: str, part: QuoteCheck) -> bool:
        standing = reader.records[source_id].source.standing
        if standing is Standing.DISCOVERED and not may_be_told_by(
            attribution, source_id, part, reader
        ):
            return False
        return _plainly(
            part,
            lambda: _same_voice(attribution, source_id, part, reader),
            own=own or _has_another(reader.parts(attribution, source_id)),
        )

    plain = [
        source_id
        for source_id in reader.readable(source_ids)
        if reader.may_have(attribution, source_id)
        and any(plainly(source_id, part) for part in reader.parts(attribution, source_id))
    ]
    if not plain:
        return None
    source_id, parts = best_of(attribution, plain, reader)
    return checked(
        attribution,
        pairing.standing,
        [
            part
            if plainly(source_id, part) or _stands_next_to(part, parts)
            else QuoteCheck(part.quote, Verdict.NOT_COMPARED, NotCompared.NO_SOURCE)
            for part in parts
        ],
        source_id,
    )


def _stands_next_to(part: QuoteCheck, parts: Sequence[QuoteCheck]) -> bool:
    """Whether words too short to be found alone stand right beside others of their quotation.

    '“We're for sale,” he wrote. “We have never been more …”' of 'We're not for sale. We have …'.
    """
    if part.verdict is not Verdict.ALTERED or part.start is None or part.end is None:
        return False
    places = [(each.start, each.end) for each in parts if _has_another([each])]
    return any(
        min(abs((start or 0) - part.end), abs(part.start - (end or 0))) <= _NEXT
        for start, end in places
    )


def _has_another(parts: Sequence[QuoteCheck]) -> bool:
    """Whether a page has a part of a quotation word for word: then the others are of that page."""
    return any(
        part.verdict in _IS_THERE and len(part.quote.split()) >= _FEWEST_WORDS for part in parts
    )


def _same_voice(attribution: Attribution, source_id: str, part: QuoteCheck, reader: Reader) -> bool:
    """Whether the speaker whom the article names says a passage in a source."""
    speaker, there = name_of(attribution), reader.said_by(source_id, part)
    if speaker is None:
        return False
    if there is None:
        page = reader.page(source_id)
        return bool(part.parts) and all(is_own_speech(page, place, speaker) for place in part.parts)
    return one_voice(speaker, there)


def _plainly(part: QuoteCheck, same: Callable[[], bool], *, own: bool) -> bool:
    """Whether a source that is not named for words is plainly theirs.

    A word or two may stand by chance. ``same`` tells whether the speaker is the same there.
    """
    if Caution.SHORT in part.cautions:
        return part.verdict in _HAS_THE_WORDS and same()
    if part.verdict is Verdict.ALTERED:
        long_enough = len(part.quote.split()) >= _FEWEST_WORDS
        spliced = Caution.SPLICED in part.cautions
        near = long_enough and part.score >= _LEAST_SCORE and not spliced
        return near and (own or same())
    if part.verdict is Verdict.MISATTRIBUTED:
        return len(part.quote.split()) >= _FEWEST_WORDS
    return part.verdict in _HAS_THE_WORDS


def _long_enough(attribution: Attribution) -> bool:
    """Whether words are too many to stand elsewhere by chance."""
    return all(len(content.text.split()) >= _FEWEST_WORDS for content in attribution.contents)


def is_of(record: SourceRecord, outlet: Outlet) -> bool:
    """Whether a source is a page of an outlet."""
    source = record.source
    if source.outlet is not None:
        return source.outlet.name == outlet.name
    return outlet.publishes(source.url)


def _name(records: Mapping[str, SourceRecord], check: AttributionCheck) -> str:
    """A source as an editor knows it: by its outlet, else by its host."""
    assert check.source_id is not None
    return _named(records[check.source_id])


def _named(record: SourceRecord) -> str:
    outlet, url = record.source.outlet, record.source.url
    return outlet.name if outlet is not None else host_of(url) or shown_address(url)
