"""One quotation with its evidence: the two passages, what differs, and where each can be looked up."""

from collections.abc import Iterator

from audit.model import (
    Article,
    Attribution,
    DiffOp,
    PartCheck,
    QuoteCheck,
    SourceRecord,
    Verdict,
)
from audit.report.diff import diff_lines
from audit.report.escape import fenced, inline
from audit.report.markdown.record import Records, ending, kept, passage_link, unread
from audit.report.outline import Entry, credited
from audit.report.passages import article_passage, clip, source_passage
from audit.report.places import spans, where_said
from audit.report.source_names import searched
from audit.report.words import CAUTIONS, REASONS, TOLD_BY_RULES

LONGEST_WORDS = 80  # characters of a quotation in a heading, a table or a list


def anchor(entry: Entry) -> str:
    """The name that links inside the report lead to."""
    return f"quotation-{entry.number}"


def shown_words(attribution: Attribution) -> str:
    """The words in quotation marks, parts joined by a plus, clipped."""
    parts = (f"“{clip(span.text, LONGEST_WORDS)}”" for span in attribution.contents)
    return " + ".join(parts)


def evidence(article: Article, records: Records, entry: Entry) -> Iterator[str]:
    """The blocks of one quotation that is a problem or is to be checked by hand."""
    check, attribution = entry.check, entry.check.attribution
    place = str(where_said(article, attribution))
    context = ", ".join(part for part in (credited(attribution), place) if part)
    title = f"{check.verdict}: {shown_words(attribution)}" + (f" ({context})" if context else "")
    yield f'<a id="{anchor(entry)}"></a>'
    yield f"### {entry.number}. {inline(title)}"
    yield "\n".join(f"- {line}" for line in _why(records, entry))
    passage = article_passage(article, spans(attribution))
    if passage:
        yield f"In the article, {place}:" if place else "In the article:"
        yield f"> {inline(passage)}"
    for number, part in enumerate(check.parts, start=1):
        if len(check.parts) > 1:
            yield f"Part {number} of {len(check.parts)}, {part.check.verdict}: {inline(_quote(part))}"
        yield from _at_the_source(part, records)


def _quote(part: PartCheck) -> str:
    return f"“{clip(part.check.quote, LONGEST_WORDS)}”"


def _why(records: Records, entry: Entry) -> Iterator[str]:
    """Why this quotation is shown: what the rules found, else why nothing was compared."""
    for finding in entry.findings:
        yield f"**{finding.severity}** ({finding.rule}): {inline(finding.message)}"
    reason = entry.check.reason
    if reason and not (reason in TOLD_BY_RULES and entry.findings):
        yield REASONS[reason]
    for note in entry.check.notes:
        yield inline(note)
    if looked := searched(records, entry.check):
        yield inline(looked)


def _at_the_source(part: PartCheck, records: Records) -> Iterator[str]:
    record = records.get(part.source_id) if part.source_id else None
    if record is None:
        return
    check = part.check
    passage = source_passage(record.page, part)
    if passage is not None:
        yield f"At the source, {passage_link(record, check)}:"
        yield f"> {inline(passage)}"
    lines = diff_lines(check.diff)
    if lines and any(run.op is not DiffOp.EQUAL for run in check.diff):
        yield "Word by word (`-` the article, `+` the source, `!` a difference that the article marks):"
        yield fenced("\n".join(lines), "diff")
    yield "\n".join(f"- {line}" for line in _details(record, check, found=passage is not None))


def _details(record: SourceRecord, check: QuoteCheck, *, found: bool) -> Iterator[str]:
    if not found:
        yield f"Source: {passage_link(record, check)}, {ending(record.capture)}"
    partly = unread(record)
    if partly:
        yield partly
    evidence_kept = kept(record)
    if evidence_kept:
        yield f"Evidence: {evidence_kept}"
    if check.verdict is Verdict.ALTERED and check.score < 1:
        yield f"Words that agree: {check.score:.0%}"
    if check.weight is not None:
        yield f"Heaviest difference: {check.weight}"
    if check.said_by:
        yield f"Said there by: {inline(clip(check.said_by, LONGEST_WORDS))}"
    for caution in check.cautions:
        yield inline(CAUTIONS[caution])
    for label, names in (("Marked changes", check.edits), ("Typography not counted", check.folds)):
        if names:
            yield f"{label}: {inline(', '.join(names))}"
    if len(check.places) > 1:
        yield f"The words stand at {len(check.places)} places of the page; the first is shown."
