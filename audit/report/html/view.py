"""What the template shows of one report: plain values, in the order of the page."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from audit.model import Report
from audit.report.counts import Counts, count, figures_told
from audit.report.html.cards import Card, Line, card, line
from audit.report.html.languages import language_of
from audit.report.html.marks import Mark, Paragraph, paragraphs
from audit.report.html.sources import Link, SourceView, ending, link, sources
from audit.report.in_words.answering import waive_tables
from audit.report.in_words.day import audited_line
from audit.report.in_words.gist import row
from audit.report.in_words.scale import OF_SEVERITY, Result
from audit.report.outline import (
    Entry,
    Outline,
    beside_address,
    left_to_read,
    outline,
    says_more,
)
from audit.report.passages import clip
from audit.report.places import name_of, placed_words
from audit.report.repeat import repeat_line
from audit.report.settings import project_settings
from audit.report.words import UNTOLD, cut_short


@dataclass(frozen=True, slots=True)
class Row:
    """One line of what to look at: its mark, its word on the scale, what is wrong, its rules."""

    mark: Mark
    result: str
    said: str
    rules: str


@dataclass(frozen=True, slots=True)
class Alone:
    """A finding that stands on no words: its word on the scale, the source if it has one."""

    word: str
    rule: str
    link: Link | None
    said: str


@dataclass(frozen=True, slots=True)
class View:
    """One report as the page shows it; ``prefix`` begins every id, ``name`` is unique on the page.

    ``placed`` are the ids of the marks that stand in the article; others have no words there.
    ``worst`` is where the article stands on the scale; ``rows`` are what an editor reads first.
    """

    prefix: str
    name: str
    title: str
    counts: Counts
    worst: str
    rows: tuple[Row, ...]
    audited: str
    byline: tuple[str, ...]
    settings: str
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
    untold: tuple[tuple[str, str], ...]
    untold_means: str
    alone: tuple[Alone, ...]
    alone_answers: str
    sources: tuple[SourceView, ...]
    repeat: str
    archives: tuple[tuple[str, str], ...]
    tool: str


def view(report: Report, number: int | None = None) -> View:
    """The values of one report; its number, from 1, where it is one of several."""
    prefix = f"article-{number}-" if number else ""
    article = report.facts.article
    groups = outline(report)
    marked = _marks(groups, prefix)
    shown = tuple(
        paragraphs(
            article,
            [
                (marked[entry.check.attribution.id], entry.check.attribution.contents)
                for entry in _marked(groups)
            ],
        )
    )
    placed = {
        mark.id for paragraph in shown for piece in paragraph.pieces for mark, _ in piece.refs
    }

    def cards(entries: tuple[Entry, ...]) -> tuple[Card, ...]:
        return tuple(card(article, groups, marked, entry) for entry in entries)

    def lines(entries: tuple[Entry, ...], told: Callable[[Entry], str]) -> tuple[Line, ...]:
        return tuple(line(article, marked, entry, told(entry)) for entry in left_to_read(entries))

    counts = count(groups)
    title = clip(article.title or name_of(article), 200)
    problems, by_hand = cards(groups.problems), cards(groups.by_hand)
    return View(
        prefix=prefix,
        name=f"{number}. {title}",
        title=title,
        counts=counts,
        worst=counts.worst.value,
        rows=tuple(
            Row(shown_card.mark, shown_card.result, row(article, entry, groups), shown_card.rules)
            for shown_card, entry in zip((*problems, *by_hand), groups.to_look_at, strict=True)
        ),
        audited=audited_line(report),
        byline=tuple(_byline(report)),
        settings=project_settings(report),
        about=(("SHA-256 of the article", article.sha256), *_newest(report)),
        address=link(article.url, article.url) if article.url else None,
        language=language_of(article.language),
        paragraphs=shown,
        placed=frozenset(placed),
        problems=problems,
        by_hand=by_hand,
        fine=cards(groups.fine),
        statements=lines(groups.statements, lambda entry: figures_told(entry, groups)),
        unnamed=lines(groups.unnamed, lambda _: ""),
        untold=tuple(placed_words(article, said) for said in groups.untold),
        untold_means=UNTOLD,
        alone=tuple(_alone(groups)),
        alone_answers=waive_tables(groups.alone),
        sources=tuple(sources(report.facts.sources)),
        repeat=repeat_line(report.repeat),
        archives=tuple(
            (archive.path, f"{archive.sha256}{cut_short(archive)}") for archive in report.archives
        ),
        tool=f"citeaudit {report.tool_version}",
    )


def _alone(groups: Outline) -> Iterator[Alone]:
    """The findings on sources and on the article."""
    for record, finding in groups.sources:
        yield Alone(
            OF_SEVERITY[finding.severity],
            finding.rule,
            link(record.source.url, record.source.url),
            beside_address(record, finding)
            if says_more(record, finding)
            else ending(record.capture),
        )
    for finding in groups.article:
        yield Alone(OF_SEVERITY[finding.severity], finding.rule, None, finding.message)


def _marked(groups: Outline) -> tuple[Entry, ...]:
    """All that has a mark in the article, each once."""
    rows = (*groups.quotations, *groups.to_look_at, *groups.statements, *groups.unnamed)
    return tuple({entry.label: entry for entry in rows}.values())


def _marks(groups: Outline, prefix: str) -> Mapping[str, Mark]:
    """The mark of each attribution by its id; what is only listed has a look of its own."""
    looks = {"": "", "S": "statement", "N": "unnamed"}
    marks = {}
    for entry in _marked(groups):
        look = looks[entry.letter] if entry.result is Result.FINE else ""
        marks[entry.check.attribution.id] = _mark(prefix, entry.label, look or entry.result)
    return marks


def _mark(prefix: str, label: str, look: str) -> Mark:
    return Mark(label, f"{prefix}mark-{label}", f"{prefix}quotation-{label}", look)


def _byline(report: Report) -> Iterator[str]:
    """What is known of the article, in the order of a byline."""
    article = report.facts.article
    if article.path or not article.url:
        yield name_of(article)
    if article.byline:
        yield f"by {clip(article.byline, 200)}"
    if article.published:
        yield f"published {article.published}"


def _newest(report: Report) -> Iterator[tuple[str, str]]:
    if report.when:
        yield "Newest source read", report.when
