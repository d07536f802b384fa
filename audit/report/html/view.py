"""What the template shows of one report: plain values, in the order of the page."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from audit.model import (
    Article,
    DiffOp,
    DiffRun,
    NotCompared,
    PartCheck,
    Report,
    Robots,
    SourceRecord,
    Verdict,
)
from audit.report.counts import Counts, count
from audit.report.html.marks import Mark, Paragraph, paragraphs
from audit.report.html.sources import Link, SourceView, ending, facts_kept, link, sources
from audit.report.outline import NOBODY_NAMED, Entry, Outline, credited, outline, says_more
from audit.report.passages import clip, source_passage
from audit.report.places import name_of, spans, where_said
from audit.report.repeat import repeat_line
from audit.report.settings import project_settings
from audit.report.source_names import passage_address, searched, source_title
from audit.report.words import CAUTIONS, REASONS, TOLD_BY_RULES

_LONGEST_WORDS = 700  # characters of a quotation on its card
_IN_LIST = 90
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of the source: what stands before the words, the words, what stands behind."""

    before: str
    words: str
    after: str
    language: str | None


@dataclass(frozen=True, slots=True)
class PartView:
    """One part of a quotation at its source. ``diff`` is empty where no word differs."""

    title: str | None
    source: Link | None
    ending: str | None
    passage: Passage | None
    diff: tuple[DiffRun, ...]
    remarks: tuple[str, ...]
    kept: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """The evidence of one quotation.

    ``short`` are its words in a list, ``tag`` says more than its verdict does, or is empty.
    ``findings`` are (severity, rule, message).
    """

    mark: Mark
    verdict: str
    who: str
    place: str
    words: tuple[str, ...]
    short: str
    tag: str
    findings: tuple[tuple[str, str, str], ...]
    notes: tuple[str, ...]
    parts: tuple[PartView, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A statement or words of nobody named, in a list."""

    mark: Mark
    who: str
    place: str
    words: str
    link: Link | None
    findings: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class View:
    """One report as the page shows it; ``prefix`` begins every id, ``name`` is unique on the page.

    ``placed`` are the ids of the marks that stand in the article; others have no words there.
    """

    prefix: str
    name: str
    title: str
    counts: Counts
    about: tuple[tuple[str, str], ...]
    address: Link | None
    language: str | None
    paragraphs: tuple[Paragraph, ...]
    placed: frozenset[str]
    problems: tuple[Card, ...]
    by_hand: tuple[Card, ...]
    fine: tuple[Card, ...]
    statements: tuple[Line, ...]
    unnamed: tuple[Line, ...]
    to_look_at: tuple[tuple[str, str, Link, str], ...]
    on_article: tuple[tuple[str, str, str], ...]
    sources: tuple[SourceView, ...]
    repeat: str
    archives: tuple[tuple[str, str], ...]
    tool: str


def view(report: Report, number: int | None = None) -> View:
    """The values of one report; its number, from 1, where it is one of several."""
    prefix = f"article-{number}-" if number else ""
    article = report.facts.article
    groups = outline(report)
    records = {record.source.id: record for record in report.facts.sources}
    marked = _marks(groups, prefix)
    shown = tuple(
        paragraphs(
            article,
            [
                (marked[entry.check.attribution.id], entry.check.attribution.contents)
                for entry in (*groups.quotations, *groups.statements, *groups.unnamed)
            ],
        )
    )
    placed = {
        mark.id for paragraph in shown for piece in paragraph.pieces for mark, _ in piece.refs
    }

    def cards(entries: tuple[Entry, ...]) -> tuple[Card, ...]:
        return tuple(_card(article, records, marked, entry) for entry in entries)

    def lines(entries: tuple[Entry, ...]) -> tuple[Line, ...]:
        return tuple(_line(article, marked, entry) for entry in entries)

    title = clip(article.title or name_of(article), 200)
    return View(
        prefix=prefix,
        name=f"{number}. {title}",
        title=title,
        counts=count(groups),
        about=tuple(_about(report)),
        address=link(article.url, article.url) if article.url else None,
        language=_language(article.language),
        paragraphs=shown,
        placed=frozenset(placed),
        problems=cards(groups.problems),
        by_hand=cards(groups.by_hand),
        fine=cards(groups.fine),
        statements=lines(groups.statements),
        unnamed=lines(groups.unnamed),
        to_look_at=tuple(
            (
                finding.severity.value,
                finding.rule,
                link(record.source.url, record.source.url),
                finding.message if says_more(record, finding) else ending(record.capture),
            )
            for record, finding in groups.sources
        ),
        on_article=tuple(
            (finding.severity.value, finding.rule, finding.message) for finding in groups.article
        ),
        sources=tuple(sources(report.facts.sources)),
        repeat=repeat_line(report.repeat),
        archives=tuple((archive.path, archive.sha256) for archive in report.archives),
        tool=f"citeaudit {report.tool_version}",
    )


def _marks(groups: Outline, prefix: str) -> Mapping[str, Mark]:
    """The mark of each attribution by its id: quotations by number, S… and N… for the rest."""
    marks = {}
    for entry in groups.quotations:
        marks[entry.check.attribution.id] = _mark(prefix, str(entry.number), entry.check.verdict)
    for letter, entries, look in (
        ("S", groups.statements, "statement"),
        ("N", groups.unnamed, "unnamed"),
    ):
        for number, entry in enumerate(entries, start=1):
            marks[entry.check.attribution.id] = _mark(prefix, f"{letter}{number}", look)
    return marks


def _mark(prefix: str, label: str, look: str) -> Mark:
    return Mark(label, f"{prefix}mark-{label}", f"{prefix}quotation-{label}", look)


def _about(report: Report) -> Iterator[tuple[str, str]]:
    article = report.facts.article
    if article.path or not article.url:
        yield "Article", name_of(article)
    if article.byline:
        yield "By", clip(article.byline, 200)
    if article.published:
        yield "Published", article.published
    if report.when:
        yield "Newest source read", report.when
    yield "SHA-256 of the article", article.sha256
    if told := project_settings(report):
        yield "Settings", told


def _card(
    article: Article, records: Mapping[str, SourceRecord], marked: Mapping[str, Mark], entry: Entry
) -> Card:
    check, attribution = entry.check, entry.check.attribution
    words = tuple(clip(span.text, _LONGEST_WORDS) for span in attribution.contents)
    several = len(check.parts) > 1
    return Card(
        mark=marked[attribution.id],
        verdict=check.verdict.value,
        who=credited(attribution) or "nobody named",
        place=str(where_said(article, attribution)),
        words=words,
        short=clip(" + ".join(words), _IN_LIST),
        tag=_tag(entry),
        findings=_findings(entry),
        notes=tuple(_notes(records, entry)),
        parts=tuple(
            _part(part, records.get(part.source_id or ""), f"Part {number}" if several else None)
            for number, part in enumerate(check.parts, start=1)
        ),
    )


def _tag(entry: Entry) -> str:
    rules = [
        finding.rule for finding in entry.findings if finding.rule != f"quote-{entry.check.verdict}"
    ]
    return rules[0] if rules else entry.check.reason or ""


def _notes(records: Mapping[str, SourceRecord], entry: Entry) -> Iterator[str]:
    """Why nothing was compared, unless a finding or a part says it, and the notes of matching."""
    check = entry.check
    told = (check.reason in TOLD_BY_RULES and entry.findings) or (
        check.reason is NotCompared.SOURCE_NOT_CAPTURED
        and any(part.source_id in records for part in check.parts)
    )
    if check.reason and not told:
        yield REASONS[check.reason]
    yield from check.notes
    if looked := searched(records, check):
        yield looked


def _findings(entry: Entry) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (finding.severity.value, finding.rule, finding.message) for finding in entry.findings
    )


def _line(article: Article, marked: Mapping[str, Mark], entry: Entry) -> Line:
    attribution = entry.check.attribution
    return Line(
        mark=marked[attribution.id],
        who=credited(attribution),
        place=str(where_said(article, attribution)),
        words=clip(" + ".join(span.text for span in spans(attribution)), 2 * _IN_LIST),
        link=link(attribution.url, attribution.url) if attribution.url else None,
        # The heading of their list says already that nobody is named.
        findings=tuple(finding for finding in _findings(entry) if finding[1] != NOBODY_NAMED),
    )


def _part(part: PartCheck, record: SourceRecord | None, title: str | None) -> PartView:
    check = part.check
    if title:
        title = f"{title}, {check.verdict}: “{clip(check.quote, _IN_LIST)}”"
    if record is None:
        return PartView(title, None, None, None, (), (), ())
    passage = _passage(record, part)
    differs = any(run.op is not DiffOp.EQUAL for run in check.diff)
    return PartView(
        title=title,
        source=link(source_title(record), passage_address(record, check)),
        ending=None if passage else ending(record.capture),
        passage=passage,
        diff=check.diff if differs else (),
        remarks=tuple(_remarks(record, part)),
        kept=tuple(facts_kept(record.capture)),
    )


def _passage(record: SourceRecord, part: PartCheck) -> Passage | None:
    text = source_passage(record.page, part)
    if text is None:
        return None
    words = part.check.selector.exact if part.check.selector else ""
    before, words, after = text.partition(words) if words and words in text else (text, "", "")
    return Passage(before, words, after, _language(record.page.language if record.page else None))


def _remarks(record: SourceRecord, part: PartCheck) -> Iterator[str]:
    check = part.check
    if record.page is not None and not record.page.whole:
        why = clip(record.page.why_not_whole, 200)
        yield f"Read only in part: {why}" if why else "Read only in part."
    if check.verdict is Verdict.ALTERED and check.score < 1:
        yield f"Words that agree: {check.score:.0%}"
    if check.weight is not None:
        yield f"Heaviest difference: {check.weight}"
    if record.capture.robots is Robots.DISALLOWED:
        yield "The site’s robots.txt asks programs not to read the page."
    if check.said_by:
        yield f"Said there by {clip(check.said_by, _IN_LIST)}"
    yield from (CAUTIONS[caution] for caution in check.cautions)
    for label, names in (("Marked changes", check.edits), ("Typography not counted", check.folds)):
        if names:
            yield f"{label}: {', '.join(names)}"
    if len(check.places) > 1:
        yield f"The words stand at {len(check.places)} places of the page; the first is shown."


def _language(name: str | None) -> str | None:
    """A language that a browser understands (BCP 47), else None."""
    return name if name and _LANGUAGE.fullmatch(name) else None
