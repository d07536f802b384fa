"""The stage: every attribution of the article against the sources that should have its words.

The best of several sources counts. What none of them has is looked for in the other pages that the
article cites (``elsewhere``). Nothing is called absent unless all its sources were read whole.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from audit.match.best import best_of, checked
from audit.match.discovered import from_discovered
from audit.match.earlier import stood_before
from audit.match.elsewhere import (
    from_elsewhere,
    of_nobody_beside,
    of_nobody_elsewhere,
)
from audit.match.folding.fold import fold
from audit.match.language import language_told
from audit.match.reader import Reader
from audit.match.stated import check_stated
from audit.model import (
    Attribution,
    AttributionCheck,
    AttributionKind,
    Caution,
    ExtractPage,
    HouseStyle,
    Keep,
    NotCompared,
    Pairing,
    PartCheck,
    QuoteCheck,
    Resolution,
    SourceRecord,
    Standing,
    Style,
    Verdict,
)

_NEVER_COMPARED = {
    AttributionKind.INDIRECT: NotCompared.INDIRECT,
    AttributionKind.LINK: NotCompared.NOTHING_TO_COMPARE,
}
# Words of nobody may be a name or a turn of phrase: fewer, or words far from those there, say
# nothing.
_FEWEST_OF_NOBODY = 5
_MOST_WORDS = 2_000  # of an article, by which its language is told
_LEAST_SCORE_OF_NOBODY = 0.75
_THERE = frozenset({Verdict.VERBATIM, Verdict.EDITED})
_FOUND = frozenset({*_THERE, Verdict.ALTERED})


def compare(
    attributions: Sequence[Attribution],
    resolution: Resolution,
    records: Mapping[str, SourceRecord],
    extract: ExtractPage,
    style: Style | HouseStyle = Style.STRICT,
    *,
    begin: Callable[[str], None] = lambda _: None,
    keep: Keep | None = None,
) -> tuple[AttributionCheck, ...]:
    """What came of every attribution, in their order.

    A figure that nobody states, and that no page which the article cites tells of, is left out:
    there is nothing to say of it.

    Args:
        attributions: Those of the article.
        resolution: Its sources, and the pairing of each attribution with them.
        records: What came back for each source, by its id.
        extract: Finds who says what on a source page.
        style: How strictly quotations are held to their sources.
        begin: Told the id of a source before each piece of work with it.
        keep: Keeps what is worked out of pages for the next time.
    """
    pairings = {pairing.attribution_id: pairing for pairing in resolution.pairings}
    reader = Reader(records, extract, style, begin, _language_of(attributions), keep=keep)
    spoken_for = {
        source_id
        for attribution in attributions
        if attribution.speaker_name is not None
        for source_id in pairings[attribution.id].source_ids
    }
    checks: dict[str, AttributionCheck] = {}
    for said in sorted(attributions, key=lambda said: said.kind is AttributionKind.INDIRECT):
        pairing = _beside_found(pairings[said.id], checks, records)
        checks[said.id] = _check(said, pairing, reader, spoken_for)
    in_order = (checks[said.id] for said in attributions)
    return tuple(check for check in in_order if not _tells_nothing(check))


def _beside_found(
    pairing: Pairing, checks: Mapping[str, AttributionCheck], records: Mapping[str, SourceRecord]
) -> Pairing:
    """A pairing with the one page on which the quotations beside a statement were found."""
    quoted = (checks[name] for name in pairing.quoted_beside if name in checks)
    found = {check.source_id for check in quoted if check.verdict in _FOUND}
    page = found.pop() if len(found) == 1 else None
    if page is None or records[page].source.standing is Standing.DISCOVERED:
        return pairing
    return replace(pairing, candidates=(page,))


def _language_of(attributions: Sequence[Attribution]) -> str | None:
    """The language that an article's words are plainly in, its quotations and statements."""
    words = (
        word
        for said in attributions
        for part in said.contents
        for word in fold(part.text).words.split()
    )
    return language_told([*islice(words, _MOST_WORDS)])


def _tells_nothing(check: AttributionCheck) -> bool:
    said = check.attribution
    return (
        said.kind is AttributionKind.INDIRECT
        and said.cue is None
        and said.speaker is None
        and check.standing is Standing.UNLINKED
        and check.source_id is None
    )


def _check(
    attribution: Attribution, pairing: Pairing, reader: Reader, spoken_for: set[str]
) -> AttributionCheck:
    """The check of one attribution.

    Pages that are ``spoken_for`` have what somebody says whose words they are cited for: that they
    lack other words is no wonder.
    """
    reason = _NEVER_COMPARED.get(attribution.kind)
    if reason is not None:
        return check_stated(attribution, pairing, reader, reason)
    if pairing.standing is Standing.DISCOVERED:
        found = from_discovered(attribution, pairing, reader)
        if found is not None:
            return replace(found, searched=reader.searched(attribution))
        pairing = replace(pairing, standing=Standing.UNLINKED, source_ids=())
    if attribution.kind is AttributionKind.UNATTRIBUTED:
        return _of_nobody(attribution, pairing, reader)
    check = _from_paired(attribution, pairing, reader)
    if check.verdict in {Verdict.ABSENT, Verdict.NOT_COMPARED}:
        check = from_elsewhere(attribution, pairing, reader, check)
    if (
        check.reason is NotCompared.NO_SOURCE
        and not spoken_for.issuperset(pairing.candidates)
        and reader.all_lack(attribution)
    ):
        check = _uncompared(attribution, pairing, NotCompared.NOT_IN_CITED)
    notes = (*check.notes, *stood_before(check, reader.records))
    check = replace(check, searched=reader.searched(attribution), notes=notes)
    if attribution.post is not None and attribution.post.truncated:
        check = _cut_short(check)
    return check


def _of_nobody(attribution: Attribution, pairing: Pairing, reader: Reader) -> AttributionCheck:
    """Words that the article names nobody for, held against the page that it ties them to.

    There they are, or plainly the same words changed; that the page lacks them is a reason alone.
    Where they are tied to none, as a block quotation below a paragraph often is, all pages that the
    article cites may have them.
    """
    searched: tuple[str, ...] = ()
    reason = NotCompared.NO_SOURCE
    if pairing.source_ids:
        check = _from_paired(attribution, pairing, reader)
        searched = reader.searched(attribution)
        many = all(len(part.text.split()) >= _FEWEST_OF_NOBODY for part in attribution.contents)
        near = all(
            part.check.verdict in _THERE
            or part.check.score >= _LEAST_SCORE_OF_NOBODY
            or Caution.SPLICED in part.check.cautions
            for part in check.parts
        )
        if check.verdict in _THERE or (check.verdict is Verdict.ALTERED and many and near):
            return replace(check, searched=searched)
        if check.verdict in {Verdict.ABSENT, Verdict.ALTERED} and many:
            reason = NotCompared.NOT_IN_CITED
    else:
        found = of_nobody_beside(attribution, pairing, reader)
        if found is None and all(
            len(part.text.split()) >= _FEWEST_OF_NOBODY for part in attribution.contents
        ):
            found = of_nobody_elsewhere(attribution, pairing, reader)
        if found is not None:
            return replace(found, searched=reader.searched(attribution))
    paired = next(iter(pairing.source_ids), None)
    return AttributionCheck(
        attribution,
        pairing.standing,
        Verdict.NOT_COMPARED,
        reason,
        source_id=paired,
        searched=searched,
    )


def _from_paired(attribution: Attribution, pairing: Pairing, reader: Reader) -> AttributionCheck:
    """The best of the sources that the article or the sources file gives for the words."""
    readable = reader.readable(pairing.source_ids)
    if not readable:
        reason = NotCompared.SOURCE_NOT_CAPTURED if pairing.source_ids else NotCompared.NO_SOURCE
        return _uncompared(attribution, pairing, reason)
    source_id, parts = best_of(attribution, readable, reader)
    check = checked(attribution, pairing.standing, parts, source_id)
    if check.verdict is not Verdict.ABSENT:
        return check
    unread = [other for other in pairing.source_ids if other not in readable]
    if unread:
        return _uncompared(attribution, pairing, NotCompared.SOURCE_NOT_CAPTURED, unread[0])
    in_part = [other for other in readable if not reader.is_whole(other)]
    if in_part:
        return _uncompared(attribution, pairing, NotCompared.SOURCE_NOT_WHOLE, in_part[0])
    return check


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


def _cut_short(check: AttributionCheck) -> AttributionCheck:
    """The caution that a post's words end where the service cut them off, on the last part."""
    if not check.parts:
        return check
    *rest, last = check.parts
    quote_check = replace(last.check, cautions=(*last.check.cautions, Caution.CUT_SHORT))
    return replace(check, parts=(*rest, replace(last, check=quote_check)))
