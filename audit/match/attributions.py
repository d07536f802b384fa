"""The stage: every attribution of the article against the sources that should have its words.

The best of several sources counts. A quotation that credits no outlet may be found in any captured
source; one that credits an outlet whose own source, read whole, lacks the words is misattributed
when another source has them. Nothing is called absent unless all its sources were read whole.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from audit.markup.url import host_of, on_domain, shown_address
from audit.match.prepared import Prepared, prepare
from audit.match.quotation import Quotation
from audit.match.statements import closest_sentences, missing_facts
from audit.match.verify import verify_quote
from audit.match.voices import Voices, as_voices, name_of, one_voice
from audit.model import (
    CLOSEST_FIRST,
    WORST_FIRST,
    Attribution,
    AttributionCheck,
    AttributionKind,
    Caution,
    ExtractPage,
    Missing,
    NotCompared,
    Outlet,
    Page,
    Pairing,
    PartCheck,
    QuoteCheck,
    Resolution,
    Source,
    SourceRecord,
    Standing,
    Style,
    Verdict,
)

_NEVER_COMPARED = {
    AttributionKind.INDIRECT: NotCompared.INDIRECT,
    AttributionKind.LINK: NotCompared.NOTHING_TO_COMPARE,
    AttributionKind.UNATTRIBUTED: NotCompared.NO_SOURCE,
}
_HAS_THE_WORDS = frozenset({Verdict.VERBATIM, Verdict.EDITED, Verdict.MISATTRIBUTED})
# A source that the article does not name for the words must be plainly the one quoted.
_FEWEST_WORDS_ELSEWHERE = 4
_LEAST_SCORE_ELSEWHERE = 0.75


def compare(
    attributions: Sequence[Attribution],
    resolution: Resolution,
    records: Mapping[str, SourceRecord],
    extract: ExtractPage,
    style: Style = Style.STRICT,
    *,
    begin: Callable[[str], None] = lambda _: None,
) -> tuple[AttributionCheck, ...]:
    """What came of every attribution, in their order.

    Args:
        attributions: Those of the article.
        resolution: Its sources, and the pairing of each attribution with them.
        records: What came back for each source, by its id.
        extract: Finds who says what on a source page.
        style: How strictly quotations are held to their sources.
        begin: Told the id of a source before each piece of work with it.
    """
    pairings = {pairing.attribution_id: pairing for pairing in resolution.pairings}
    reader = _Reader(records, extract, style, begin)
    return tuple(
        _check(attribution, pairings[attribution.id], reader) for attribution in attributions
    )


class _Reader:
    """Holds each source folded and searched for voices once, and compares quotations with it."""

    def __init__(
        self,
        records: Mapping[str, SourceRecord],
        extract: ExtractPage,
        style: Style,
        begin: Callable[[str], None],
    ) -> None:
        self.records = records
        self._begin = begin
        self._extract = extract
        self._style = style
        self._prepared: dict[str, Prepared] = {}
        self._quotations: dict[str, tuple[Quotation, ...]] = {}
        self._said: dict[str, Voices] = {}
        self._parts: dict[tuple[str, str], tuple[QuoteCheck, ...]] = {}

    def readable(self, ids: Iterable[str]) -> list[str]:
        return [source_id for source_id in ids if self.records[source_id].page is not None]

    def is_whole(self, source_id: str) -> bool:
        page = self.records[source_id].page
        return page is not None and page.whole

    def parts(self, attribution: Attribution, source_id: str) -> tuple[QuoteCheck, ...]:
        """A check for each part of an attribution against one readable source, worked out once."""
        key = attribution.id, source_id
        if key not in self._parts:
            self._parts[key] = tuple(
                verify_quote(
                    quotation,
                    self.page(source_id),
                    speaker=name_of(attribution),
                    style=self._style,
                    extract=lambda page: self._voices(source_id, page),
                )
                for quotation in self._quoted(attribution)
            )
        return self._parts[key]

    def _quoted(self, attribution: Attribution) -> tuple[Quotation, ...]:
        """The parts of an attribution made ready once, for all sources."""
        if attribution.id not in self._quotations:
            self._quotations[attribution.id] = tuple(
                Quotation(content.text) for content in attribution.contents
            )
        return self._quotations[attribution.id]

    def page(self, source_id: str) -> Prepared:
        """A readable source folded, for work with it that begins now."""
        self._begin(source_id)
        if source_id not in self._prepared:
            page = self.records[source_id].page
            assert page is not None
            self._prepared[source_id] = prepare(page)
        return self._prepared[source_id]

    def _voices(self, source_id: str, page: Page) -> Voices:
        if source_id not in self._said:
            self._said[source_id] = as_voices(self._extract(page))
        return self._said[source_id]


def _check(attribution: Attribution, pairing: Pairing, reader: _Reader) -> AttributionCheck:
    reason = _NEVER_COMPARED.get(attribution.kind)
    if reason is not None:
        return _never_compared(attribution, pairing, reader, reason)
    check = _from_paired(attribution, pairing, reader)
    if check.verdict in {Verdict.ABSENT, Verdict.NOT_COMPARED}:
        check = _from_elsewhere(attribution, pairing, reader, check)
    if attribution.post is not None and attribution.post.truncated:
        check = _cut_short(check)
    return check


def _never_compared(
    attribution: Attribution, pairing: Pairing, reader: _Reader, reason: NotCompared
) -> AttributionCheck:
    """What is not compared word by word; of a statement, what its sources lack is noted."""
    paired = pairing.source_ids[0] if pairing.source_ids else None
    check = AttributionCheck(
        attribution, pairing.standing, Verdict.NOT_COMPARED, reason, source_id=paired
    )
    readable = reader.readable(pairing.source_ids)
    if attribution.kind is not AttributionKind.INDIRECT or not readable:
        return check
    missing: tuple[Missing, ...] = ()
    if len(readable) == len(pairing.source_ids):
        missing = missing_facts(attribution, [reader.page(source_id) for source_id in readable])
    said = " ".join(content.text for content in attribution.contents)
    closest = closest_sentences(said, reader.page(readable[0]))
    return replace(check, source_id=readable[0], missing=missing, closest=closest)


def _from_paired(attribution: Attribution, pairing: Pairing, reader: _Reader) -> AttributionCheck:
    """The best of the sources that the article or the sources file gives for the words."""
    readable = reader.readable(pairing.source_ids)
    if not readable:
        reason = NotCompared.SOURCE_NOT_CAPTURED if pairing.source_ids else NotCompared.NO_SOURCE
        return _uncompared(attribution, pairing, reason)
    source_id, parts = _best(attribution, readable, reader)
    check = _checked(attribution, pairing.standing, parts, source_id)
    if check.verdict is not Verdict.ABSENT:
        return check
    unread = [other for other in pairing.source_ids if other not in readable]
    if unread:
        return _uncompared(attribution, pairing, NotCompared.SOURCE_NOT_CAPTURED, unread[0])
    in_part = [other for other in readable if not reader.is_whole(other)]
    if in_part:
        return _uncompared(attribution, pairing, NotCompared.SOURCE_NOT_WHOLE, in_part[0])
    return check


def _best(
    attribution: Attribution, source_ids: Sequence[str], reader: _Reader
) -> tuple[str, tuple[QuoteCheck, ...]]:
    """The source that has the words best, all parts together."""
    compared = [(source_id, reader.parts(attribution, source_id)) for source_id in source_ids]

    def rank(pair: tuple[str, tuple[QuoteCheck, ...]]) -> tuple[list[int], float]:
        ranks = sorted((CLOSEST_FIRST.index(part.verdict) for part in pair[1]), reverse=True)
        return ranks, -sum(part.score for part in pair[1])

    return min(compared, key=rank)


def _checked(
    attribution: Attribution,
    standing: Standing,
    parts: Sequence[QuoteCheck],
    source_id: str,
) -> AttributionCheck:
    worst = min(parts, key=lambda part: WORST_FIRST.index(part.verdict))
    return AttributionCheck(
        attribution,
        standing,
        worst.verdict,
        worst.reason,
        tuple(PartCheck(part, source_id) for part in parts),
        source_id,
    )


def _uncompared(
    attribution: Attribution,
    pairing: Pairing,
    reason: NotCompared,
    source_id: str | None = None,
) -> AttributionCheck:
    source_id = source_id or next(iter(pairing.source_ids), None)
    parts = tuple(
        PartCheck(QuoteCheck(content.text, Verdict.NOT_COMPARED, reason), source_id)
        for content in attribution.contents
    )
    return AttributionCheck(
        attribution, pairing.standing, Verdict.NOT_COMPARED, reason, parts, source_id
    )


def _from_elsewhere(
    attribution: Attribution, pairing: Pairing, reader: _Reader, check: AttributionCheck
) -> AttributionCheck:
    """A second look, at the captured sources that the article does not name for the words."""
    others = [other for other in reader.records if other not in pairing.source_ids]
    outlet = attribution.outlet
    if outlet is not None:
        own = [other for other in others if _is_of(reader.records[other].source, outlet)]
        found = _found(attribution, pairing, reader, own)
        if found is not None and not pairing.source_ids:
            note = f"Compared with {_name(reader.records, found)}, the outlet's source."
            return replace(found, notes=(note,))
        if found is not None and found.verdict in _HAS_THE_WORDS:
            note = f"The words stand on another page of {outlet.name} than the one given for them."
            return replace(found, found_elsewhere=True, notes=(note,))
        others = [other for other in others if other not in own]
    found = _found(attribution, pairing, reader, others)
    if found is None:
        return check
    where = _name(reader.records, found)
    if outlet is None:
        note = f"Found on {where} (the article names no outlet)."
        return replace(found, found_elsewhere=True, notes=(note,))
    if found.verdict not in _HAS_THE_WORDS:
        return check
    # Only a page of the outlet's own can show that the outlet lacks the words.
    asked = any(_is_of(reader.records[paired].source, outlet) for paired in pairing.source_ids)
    if not asked or check.verdict is not Verdict.ABSENT or not _long_enough(attribution):
        note = f"The words stand on {where}, which the article does not name for them."
        return replace(check, notes=(*check.notes, note))
    note = f"{outlet.name}'s source was read whole and lacks the words; they stand on {where}."
    return replace(
        found, verdict=Verdict.MISATTRIBUTED, reason=None, found_elsewhere=True, notes=(note,)
    )


def _found(
    attribution: Attribution, pairing: Pairing, reader: _Reader, source_ids: Sequence[str]
) -> AttributionCheck | None:
    """The check against the best of sources that plainly have at least one part of the words."""
    speaker = name_of(attribution)
    plain = [
        source_id
        for source_id in reader.readable(source_ids)
        if any(_plainly(part, speaker) for part in reader.parts(attribution, source_id))
    ]
    if not plain:
        return None
    source_id, parts = _best(attribution, plain, reader)
    kept = [part if _plainly(part, speaker) else None for part in parts]
    return _checked(
        attribution,
        pairing.standing,
        [
            part or QuoteCheck(whole.quote, Verdict.NOT_COMPARED, NotCompared.NO_SOURCE)
            for part, whole in zip(kept, parts, strict=True)
        ],
        source_id,
    )


def _plainly(part: QuoteCheck, speaker: str | None) -> bool:
    """Whether a source that is not named for words is plainly theirs.

    A word or two may stand by chance.
    """
    if Caution.SHORT in part.cautions:
        same = speaker is not None and part.said_by is not None and one_voice(speaker, part.said_by)
        return same and part.verdict in _HAS_THE_WORDS
    if part.verdict is Verdict.ALTERED:
        long_enough = len(part.quote.split()) >= _FEWEST_WORDS_ELSEWHERE
        spliced = Caution.SPLICED in part.cautions
        return long_enough and part.score >= _LEAST_SCORE_ELSEWHERE and not spliced
    if part.verdict is Verdict.MISATTRIBUTED:
        return len(part.quote.split()) >= _FEWEST_WORDS_ELSEWHERE
    return part.verdict in _HAS_THE_WORDS


def _long_enough(attribution: Attribution) -> bool:
    """Whether words are too many to stand elsewhere by chance."""
    return all(
        len(content.text.split()) >= _FEWEST_WORDS_ELSEWHERE for content in attribution.contents
    )


def _is_of(source: Source, outlet: Outlet) -> bool:
    if source.outlet is not None:
        return source.outlet.name == outlet.name
    return on_domain(source.url, *outlet.domains)


def _name(records: Mapping[str, SourceRecord], check: AttributionCheck) -> str:
    """A source as an editor knows it: by its outlet, else by its host."""
    assert check.source_id is not None
    source = records[check.source_id].source
    return (
        source.outlet.name
        if source.outlet is not None
        else host_of(source.url) or shown_address(source.url)
    )


def _cut_short(check: AttributionCheck) -> AttributionCheck:
    """The caution that a post's words end where the service cut them off, on the last part."""
    if not check.parts:
        return check
    *rest, last = check.parts
    quote_check = replace(last.check, cautions=(*last.check.cautions, Caution.CUT_SHORT))
    return replace(check, parts=(*rest, replace(last, check=quote_check)))
