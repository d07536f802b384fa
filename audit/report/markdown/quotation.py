"""One row with its evidence: the two passages, what differs, and where each can be looked up."""

from collections.abc import Iterator, Sequence

from audit.model import Article, Finding, PartCheck, QuoteCheck, SourceRecord, Verdict
from audit.report.diff import diff_lines, shown_diff
from audit.report.escape import code, fenced, inline
from audit.report.in_words.answering import waive_comments, waive_tables
from audit.report.in_words.gist import advice, gist, told_rules
from audit.report.in_words.scale import OF_SEVERITY
from audit.report.markdown.record import ending, passage_link, unread
from audit.report.outline import Entry, Outline, credited
from audit.report.passages import article_passage, clip, source_passage
from audit.report.places import spans, where_said
from audit.report.source_names import searched, sought
from audit.report.words import CAUTIONS, VERDICTS

LONGEST_WORDS = 80  # characters of a quotation in a heading, a table or a list
_LONGEST_SENTENCE = 300  # characters of a source's sentence that is shown beside a statement


def anchor(entry: Entry) -> str:
    """The name that links inside the report lead to."""
    return f"quotation-{entry.label}"


def evidence(article: Article, groups: Outline, entry: Entry) -> Iterator[str]:
    """The blocks of one row that is a problem or is to be checked by hand."""
    attribution = entry.check.attribution
    where = where_said(article, attribution)
    context = ", ".join(part for part in (str(where), credited(attribution)) if part)
    yield f'<a id="{anchor(entry)}"></a>'
    yield f"### {entry.label}. {inline(f'{entry.result}, {context}' if context else entry.result)}"
    told = told_rules(entry, groups)
    yield f"{inline(gist(entry, groups))}" + (f" ({', '.join(told)})" if told else "")
    if lines := list(_why(groups, entry)):
        yield "\n".join(f"- {line}" for line in lines)
    passage = article_passage(article, spans(attribution))
    if passage:
        yield f"In the article, {inline(where.in_full)}:" if where.in_full else "In the article:"
        yield f"> {inline(passage)}"
    yield from _nearest(groups, entry)
    yield from _parts(groups, entry)


def _parts(groups: Outline, entry: Entry) -> Iterator[str]:
    """Each part at its source; of parts that were not compared, each source once."""
    parts = entry.check.parts
    if all(part.check.verdict is Verdict.NOT_COMPARED for part in parts):
        for part in {part.source_id: part for part in reversed(parts)}.values():
            yield from _at_the_source(part, groups)
        return
    for number, part in enumerate(parts, start=1):
        if len(parts) > 1:
            yield f"Part {number} of {len(parts)}, {part.check.verdict}: {inline(_quote(part))}"
            if (
                part.check.verdict is Verdict.VERBATIM
                and entry.check.verdict is not Verdict.VERBATIM
            ):
                continue  # it is not what this row is about
        yield from _at_the_source(part, groups)


def answers(findings: Sequence[Finding], *, in_article: bool = True) -> Iterator[str]:
    """The lines to paste where findings are let stand, folded; none where all are answered."""
    tables = waive_tables(findings)
    if not tables:
        return
    yield "<details>\n<summary>Let it stand</summary>"
    yield "In the settings, `citeaudit.toml`, with your reason:"
    yield fenced(tables, "toml")
    if in_article:
        comments = " or ".join(map(code, waive_comments(findings)))
        yield f"Or in the article, before its paragraph: {comments}"
    yield "</details>"


def _quote(part: PartCheck) -> str:
    return f"“{clip(part.check.quote, LONGEST_WORDS)}”"


def _why(groups: Outline, entry: Entry) -> Iterator[str]:
    """What else the rules found, why nothing was compared, and what the verdict means."""
    check = entry.check
    told_already = told_rules(entry, groups)
    for finding in entry.findings:
        if finding.rule not in told_already:
            yield f"{OF_SEVERITY[finding.severity]}: {inline(finding.message)} ({finding.rule})"
        elif finding.before is not None:
            why = f": {finding.waiver.reason}" if finding.waiver else ""
            yield inline(f"{finding.severity}{why}")
    if not entry.letter and check.verdict is not Verdict.NOT_COMPARED:
        yield f"{check.verdict}: {VERDICTS[check.verdict]}"
    if told := advice(entry, groups):
        yield told
    for note in check.notes:
        yield inline(note)
    if looked := searched(groups.records, check):
        yield inline(looked)
    whole = [finding for finding in entry.findings if finding.rule not in told_already]
    yield from map(inline, sought(check, whole))


def _nearest(groups: Outline, entry: Entry) -> Iterator[str]:
    """The sentence of the source that is nearest to a statement."""
    record = groups.records.get(entry.check.source_id or "")
    if record is None or not entry.check.closest:
        return
    sentence = entry.check.closest[0]
    yield f"Nearest at the source, {passage_link(record, None)}:"
    yield f"> {inline(clip(sentence.text, _LONGEST_SENTENCE))}"


def _at_the_source(part: PartCheck, groups: Outline) -> Iterator[str]:
    record = groups.records.get(part.source_id or "")
    if record is None:
        return
    check = part.check
    passage = source_passage(record.page, part)
    if passage is not None:
        yield f"At the source, {passage_link(record, check)}:"
        yield f"> {inline(passage)}"
    if lines := diff_lines(shown_diff(check)):
        yield "Word by word (`-` the article, `+` the source, `!` a difference that the article marks):"
        yield fenced("\n".join(lines), "diff")
    details = list(_details(record, check, found=passage is not None))
    if details:
        yield "\n".join(f"- {line}" for line in details)


def _details(record: SourceRecord, check: QuoteCheck, *, found: bool) -> Iterator[str]:
    if not found:
        yield f"Source: {passage_link(record, check)}, {ending(record.capture)}"
    if partly := unread(record):
        yield partly
    if check.said_by:
        yield f"Said there by: {inline(clip(check.said_by, LONGEST_WORDS))}"
    for caution in check.cautions:
        yield inline(CAUTIONS[caution])
    for label, names in (("Marked changes", check.edits), ("Typography not counted", check.folds)):
        if names:
            yield f"{label}: {inline(', '.join(names))}"
    if len(check.places) > 1:
        yield f"The words stand at {len(check.places)} places of the page; the first is shown."
