"""Where in the article something stands, in the terms its reader can use."""

from dataclasses import dataclass, replace

from audit.model import Article, Attribution, BlockKind, Finding, Report, Span
from audit.report.passages import clip

_FAR = 500  # columns: a line in which nobody counts along
_LOST = 1_000  # columns: a line that is a whole page
_FIRST_WORDS = 6
_MARKS = " \n\t\"'“”„«»‘’"  # a paragraph may begin with; its first words stand in ours
_MOST_ABOVE = 200  # paragraphs that are looked through for a heading
_LONGEST_WORDS = 60  # characters
_LONGEST_LISTED = 160
_BEFORE_WORDS = " ,;:"  # what is left of a sentence that begins with a quotation


@dataclass(frozen=True, slots=True)
class Where:
    """A line and a column of the user's file or, where it has none to name, a paragraph.

    All count from 1, columns in characters. ``words`` are the first of the paragraph, ``heading``
    is the nearest one above it.
    """

    line: int | None = None
    column: int | None = None
    paragraph: int | None = None
    words: str = ""
    heading: str = ""

    def __str__(self) -> str:
        if self._is_lost:  # nobody counts 1,485 columns
            return f"paragraph {self.paragraph}"
        if self.line is not None:
            column = f", column {self.column}" if self.is_far else ""
            return f"line {self.line}{column}"
        return "" if self.paragraph is None else f"paragraph {self.paragraph}"

    @property
    def numbers(self) -> str:
        """``:line:column``; empty where there is no line to name."""
        return "" if self.line is None else f":{self.line}:{self.column}"

    @property
    def is_far(self) -> bool:
        """Whether the place is far inside a long line, as in a minified page."""
        return self.column is not None and self.column > _FAR

    @property
    def more(self) -> str:
        """What finds the place where no line does: paragraph, heading, first words; else empty."""
        if self.paragraph is None or (self.line is not None and not self.is_far):
            return ""
        return ", ".join(filter(None, (f"paragraph {self.paragraph}", self._words)))

    @property
    def near(self) -> str:
        """The same without what the place itself says."""
        is_paragraph = self.line is None or self._is_lost
        return self._words if is_paragraph else self.more

    @property
    def in_full(self) -> str:
        """The place with all that finds it."""
        return f"{self} ({self.near})" if self.near else str(self)

    @property
    def _is_lost(self) -> bool:
        """Whether the line is so long that the paragraph alone is a place."""
        return self.paragraph is not None and self.column is not None and self.column > _LOST

    @property
    def _words(self) -> str:
        parts = [f"under “{self.heading}”"] if self.heading else []
        parts += [f"“{self.words}”"] if self.words else []
        return ", ".join(parts)


def where(article: Article, offset: int) -> Where:
    """The place of a text offset."""
    line, column, paragraph = (
        article.line(offset),
        article.column(offset),
        article.paragraph(offset),
    )
    place = Where(line, column, paragraph)
    if paragraph is None or (line is not None and not place.is_far):
        return place
    block = article.blocks[paragraph - 1]
    begin = article.text[block.start : min(block.end, block.start + _LONGEST_WORDS)]
    words = " ".join(begin.lstrip(_MARKS).split()[:_FIRST_WORDS])
    return replace(place, words=f"{words} …", heading=_heading(article, paragraph))


def _heading(article: Article, paragraph: int) -> str:
    """The words of the nearest heading above a paragraph; empty for none, and for a heading.

    The title of the article is none that finds a place in it.
    """
    title = " ".join((article.title or "").split())
    for at in range(paragraph - 1, max(paragraph - 1 - _MOST_ABOVE, -1), -1):
        block = article.blocks[at]
        if block.kind is BlockKind.HEADING:
            words = " ".join(article.text[block.start : block.end].split())
            return clip(words, _LONGEST_WORDS) if at < paragraph - 1 and words != title else ""
    return ""


def spans(attribution: Attribution) -> tuple[Span, ...]:
    """Where an attribution stands for its reader: its words, else its cue, else its speaker."""
    if attribution.contents:
        return attribution.contents
    return tuple(span for span in (attribution.cue, attribution.speaker) if span)[:1]


def spans_found(finding: Finding, attribution: Attribution) -> tuple[Span, ...]:
    """The same of a finding: the words that it speaks of, where it names them among several."""
    stands = spans(attribution)
    return tuple(span for span in stands if span.text == finding.words)[:1] or stands


def where_said(article: Article, attribution: Attribution) -> Where:
    """The place of an attribution's words."""
    stands = spans(attribution)
    return where(article, stands[0].start) if stands else Where()


def placed_words(article: Article, said: Attribution) -> tuple[str, str]:
    """The place of a sentence, empty where there is none to name, and its words for a list."""
    words = " … ".join(span.text for span in said.contents).lstrip(_BEFORE_WORDS)
    return str(where_said(article, said)), clip(words, _LONGEST_LISTED)


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
            stands = spans_found(finding, attributions[finding.attribution_id])
            return where(article, stands[0].start) if stands else Where()
        start = links.get(addresses.get(finding.source_id or "", ""))
        return Where() if start is None else where(article, start)

    return tuple(place(finding) for finding in report.findings)


def end_found(finding: Finding, report: Report, place: Where) -> tuple[int, int]:
    """The line and the column behind the last character of what a finding speaks of.

    ``place`` is where it begins, and has a line.
    """
    article = report.facts.article
    checks = (check.attribution for check in report.facts.checks)
    said = next((said for said in checks if said.id == finding.attribution_id), None)
    line, column = place.line or 1, place.column or 1
    if said is None:
        return line, column + 1
    ends = [max(span.end - 1, span.start) for span in spans_found(finding, said)]
    last = max(((article.line(at) or 1, article.column(at) or 1) for at in ends), default=(1, 1))
    return max((line, column), last)[0], max((line, column), last)[1] + 1


def name_of(article: Article) -> str:
    """What the article is called where a file name is expected: its path, else its address."""
    return article.path or article.url or "<stdin>"
