"""The report from top to bottom: what is wrong, the evidence of it, what is fine, the sources."""

from collections.abc import Iterator

from audit.model import Article, Report
from audit.report.counts import count
from audit.report.escape import address, code, fenced, inline
from audit.report.in_words.day import audited_line
from audit.report.in_words.gist import row
from audit.report.in_words.scale import RESULTS, Result
from audit.report.markdown.lists import fine, statements, unnamed, unread_sources, untold
from audit.report.markdown.quotation import anchor, answers, evidence
from audit.report.markdown.sources import kept_of, sources
from audit.report.outline import Entry, Outline, left_to_read, outline
from audit.report.passages import clip
from audit.report.places import name_of
from audit.report.repeat import repeat_line
from audit.report.settings import project_settings
from audit.report.words import cut_short

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
    yield f"# Citation audit: {inline(clip(article.title or name_of(article), _LONGEST_TITLE))}"
    yield _result(report, groups)
    for title, entries in (("Problems", groups.problems), ("To check by hand", groups.by_hand)):
        if entries:
            yield f"## {title}"
            yield RESULTS[entries[0].result]
            for entry in entries:
                yield from evidence(article, groups, entry)
                yield from answers(entry.findings)
    yield from unread_sources(groups)
    yield from answers(groups.alone, in_article=False)
    yield from statements(article, groups, left_to_read(groups.statements))
    yield from untold(article, groups.untold)
    yield from unnamed(article, left_to_read(groups.unnamed))
    if groups.fine:
        yield "## Fine"
        yield from fine(article, groups, groups.fine)
    yield "## Sources"
    yield from sources(report.facts.sources)
    yield SCOPE
    yield from _kept(report)


def _result(report: Report, groups: Outline) -> str:
    """The box at the head, as a block quotation: it is one in plain text, too."""
    article = report.facts.article
    counts = count(groups)
    rows = [_row(article, entry, groups) for entry in groups.to_look_at]
    lines = [
        f"**{counts.result}**",
        *(["", *rows] if rows else []),
        "",
        counts.headline,
        "",
        " · ".join(_about(report)),
    ]
    if told := project_settings(report):
        lines += ["", inline(told)]
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _row(article: Article, entry: Entry, groups: Outline) -> str:
    """One line: what is wrong, in words, and a link to its evidence."""
    is_problem = entry.result is Result.PROBLEM
    word = f"**{entry.result}**" if is_problem else entry.result.value
    said = inline(row(article, entry, groups))
    return f"- {word} {said} [{entry.label}](#{anchor(entry)})"


def _about(report: Report) -> Iterator[str]:
    article = report.facts.article
    yield audited_line(report)
    yield address(article.url) if article.url else code(name_of(article))
    if article.byline:
        yield f"by {inline(clip(article.byline, _LONGEST_TITLE))}"
    if article.published:
        yield f"published {inline(article.published)}"


def _kept(report: Report) -> Iterator[str]:
    """What the audit can be proved and repeated with, folded."""
    article = report.facts.article
    yield "<details>\n<summary>Evidence, and how to repeat this audit</summary>"
    yield "\n".join(
        [
            *kept_of(report.facts.sources),
            f"- The article: SHA-256 {code(article.sha256)}",
            *(
                f"- Captures: {code(archive.path)}, SHA-256 {code(archive.sha256)}{cut_short(archive)}"
                for archive in report.archives
            ),
            f"- Tool: citeaudit {inline(report.tool_version)}",
        ]
    )
    if line := repeat_line(report.repeat):
        yield "This computes the report again from the pages that were kept, without a network:"
        yield fenced(line, "sh")
    yield "</details>"
