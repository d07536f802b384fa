"""The report from top to bottom: the result, the problems, what to check, what is fine, the sources."""

import shlex
from collections.abc import Iterator

from audit.model import Article, Report
from audit.report.counts import Counts, count
from audit.report.escape import address, code, fenced, inline
from audit.report.markdown.lists import fine, statements, unnamed, unread_sources
from audit.report.markdown.quotation import LONGEST_WORDS, anchor, evidence, shown_words
from audit.report.markdown.record import Records
from audit.report.markdown.sources import sources
from audit.report.outline import Entry, Outline, credited, outline
from audit.report.passages import clip
from audit.report.places import name_of, where_said
from audit.report.settings import project_settings
from audit.report.words import VERDICTS

SCOPE = (
    "This audit compares words and does not judge what is true; “absent” means that the page which"
    " was read lacks the words, not that somebody invented them."
)
_LONGEST_TITLE = 200


def render_markdown(report: Report) -> str:
    """The whole report as GitHub-flavoured Markdown; the same report gives the same text."""
    groups = outline(report)
    return "\n\n".join(block for block in _blocks(report, groups) if block) + "\n"


def _blocks(report: Report, groups: Outline) -> Iterator[str]:
    article = report.facts.article
    records = {record.source.id: record for record in report.facts.sources}
    yield f"# Citation audit: {inline(clip(article.title or name_of(article), _LONGEST_TITLE))}"
    yield _result(report, count(groups))
    yield SCOPE
    yield from _summary(article, groups)
    yield "## Problems"
    yield from _each(
        article, records, groups.problems, "None among the quotations that were compared."
    )
    yield "## To check by hand"
    yield from _each(article, records, groups.by_hand, "No quotation is left to check.")
    yield from unread_sources(groups)
    yield from statements(article, groups.statements)
    yield from unnamed(article, groups.unnamed)
    yield "## Fine"
    yield from fine(article, records, groups.fine)
    yield "## Sources"
    yield from sources(report.facts.sources)
    yield from _repeat(report)


def _result(report: Report, counts: Counts) -> str:
    """The box at the head, as a block quotation: it is one in plain text, too."""
    lines = [
        f"**{counts.headline}: {counts.result}**",
        "",
        *_about(report.facts.article),
    ]
    if report.when:
        lines.append(f"- Newest source read: {inline(report.when)}")
    if told := project_settings(report):
        lines.append(f"- {inline(told)}")
    lines.append(f"- Tool: citeaudit {inline(report.tool_version)}")
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _about(article: Article) -> Iterator[str]:
    yield f"- Article: {address(article.url) if article.url else code(name_of(article))}"
    if article.byline:
        yield f"- By: {inline(clip(article.byline, _LONGEST_TITLE))}"
    if article.published:
        yield f"- Published: {inline(article.published)}"
    yield f"- SHA-256 of the article: {code(article.sha256)}"


def _summary(article: Article, groups: Outline) -> Iterator[str]:
    """The table of all quotations, and what the verdicts in it mean."""
    yield "## Summary"
    if not groups.quotations:
        yield "No quotation was found in the article."
        return
    rows = ["| | Result | Where | Who | Words | Verdict |", "| --: | --- | --- | --- | --- | --- |"]
    for result, entries in (
        ("**problem**", groups.problems),
        ("check", groups.by_hand),
        ("fine", groups.fine),
    ):
        rows.extend(_row(article, entry, result) for entry in entries)
    yield "\n".join(rows)
    used = {entry.check.verdict for entry in groups.quotations}
    yield "\n".join(
        f"- **{verdict}**: {VERDICTS[verdict]}" for verdict in VERDICTS if verdict in used
    )


def _row(article: Article, entry: Entry, result: str) -> str:
    attribution = entry.check.attribution
    cells = (
        str(entry.number),
        result,
        str(where_said(article, attribution)),
        inline(clip(credited(attribution), LONGEST_WORDS)),
        inline(shown_words(attribution)),
        f"[{entry.check.verdict}](#{anchor(entry)})",
    )
    return f"| {' | '.join(cells)} |"


def _each(
    article: Article, records: Records, entries: tuple[Entry, ...], none: str
) -> Iterator[str]:
    if not entries:
        yield none
    for entry in entries:
        yield from evidence(article, records, entry)


def _repeat(report: Report) -> Iterator[str]:
    if not report.repeat:
        return
    yield "## Repeat this audit"
    yield "This command computes the report again from the pages that were kept, without a network."
    yield fenced(shlex.join(report.repeat), "sh")
    if report.archives:
        yield "\n".join(
            f"- Captures: {code(archive.path)}, SHA-256 {code(archive.sha256)}"
            for archive in report.archives
        )
