"""Where in the article something stands, in the terms its reader can use."""

from dataclasses import dataclass

from audit.model import Article, Attribution, Finding, Report, Span


@dataclass(frozen=True, slots=True)
class Where:
    """A line of the user's file or, for a fetched article, a paragraph; both count from 1."""

    line: int | None = None
    paragraph: int | None = None

    def __str__(self) -> str:
        if self.line is not None:
            return f"line {self.line}"
        return "" if self.paragraph is None else f"paragraph {self.paragraph}"


def where(article: Article, offset: int) -> Where:
    """The place of a text offset."""
    return Where(article.line(offset), article.paragraph(offset))


def spans(attribution: Attribution) -> tuple[Span, ...]:
    """Where an attribution stands for its reader: its words, else its cue, else its speaker."""
    if attribution.contents:
        return attribution.contents
    return tuple(span for span in (attribution.cue, attribution.speaker) if span)[:1]


def where_said(article: Article, attribution: Attribution) -> Where:
    """The place of an attribution's words."""
    stands = spans(attribution)
    return where(article, stands[0].start) if stands else Where()


def where_found(report: Report) -> tuple[Where, ...]:
    """The place each finding points to: its attribution, else the first link to its source.

    A source that only the sources file names has no place in the article.
    """
    article = report.facts.article
    attributions = {check.attribution.id: check.attribution for check in report.facts.checks}
    addresses = {record.source.id: record.source.url for record in report.facts.sources}
    links = {link.url: link.start for link in reversed(article.links)}

    def place(finding: Finding) -> Where:
        if finding.attribution_id in attributions:
            return where_said(article, attributions[finding.attribution_id])
        start = links.get(addresses.get(finding.source_id or "", ""))
        return Where() if start is None else where(article, start)

    return tuple(place(finding) for finding in report.findings)


def name_of(article: Article) -> str:
    """What the article is called where a file name is expected: its path, else its address."""
    return article.path or article.url or "<stdin>"
