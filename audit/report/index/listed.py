"""What a batch keeps of a finished report: a small record for the index, the log and programs."""

import json
from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from audit.markup.addresses.url import host_of
from audit.model import Outcome, Report, Severity
from audit.report.counts import count
from audit.report.in_words.gist import row
from audit.report.in_words.scale import Result
from audit.report.json.read_back import Finished
from audit.report.outline import outline
from audit.report.places import name_of, where_found
from audit.report.settings import project_settings

_LONGEST_NAME = 1000  # characters of a name, a title or an address

_MOST_ROWS = 50  # of one article


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """A finding with its place: a line of the user's file, else a paragraph, both from 1.

    ``at`` is the place as it stands behind a file's name, ``:line:column``, or ``:1:1`` for the
    file as a whole; empty where the article has no lines. ``more`` is what finds the place there.
    """

    rule: str
    severity: Severity
    message: str
    fingerprint: str
    words: str | None
    line: int | None
    paragraph: int | None
    at: str
    more: str
    source: str | None


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A source: its address, its host, the outlet that the article names, how asking for it ended.

    ``is_read`` says that its page could be read; ``reason`` says what lies behind an outcome.
    """

    url: str
    host: str
    outlet: str | None
    outcome: Outcome
    reason: str
    is_read: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """One article of a batch.

    ``name`` is its path or address, ``folder`` that of its report as written from the index, None
    where it has none. The five figures, ``not_compared`` and ``nothing`` are those of
    ``audit.report.counts``; ``to_look_at`` are the first problems and what is to be checked, a line
    each. ``is_whole`` says that every source was read whole, ``has_comments``
    that its file has comments for us. ``settings`` is one line on what a project's file has set.
    """

    name: str
    title: str
    folder: str | None
    quotations: int
    compared: int
    problems: int
    by_hand: int
    fine: int
    is_whole: bool
    has_comments: bool
    not_compared: tuple[tuple[str, int], ...]
    nothing: str
    to_look_at: tuple[tuple[Result, str], ...]
    settings: str
    findings: tuple[ListedFinding, ...]
    sources: tuple[ListedSource, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """An input that gave no report, and why, in one line."""

    name: str
    reason: str


class Recorded(Sequence[Finished]):
    """Finished reports that are told of by their records, where these are enough."""

    @abstractmethod
    def rows(self) -> Iterator[Listed]:
        """The record of each, in order; no report is read for it."""


def rows_of(finished: Iterable[Finished]) -> Iterator[Listed]:
    """The records of finished reports."""
    if isinstance(finished, Recorded):
        return finished.rows()
    return (listed(done.report) for done in finished)


def listed(report: Report, folder: str | None = None) -> Listed:
    """The record of a report."""
    article = report.facts.article
    whole = ":1:1" if article.origin is not None else ""
    groups = outline(report)
    counts = count(groups)
    addresses = {record.source.id: record.source.url for record in report.facts.sources}
    places = where_found(report)
    return Listed(
        name=name_of(article)[:_LONGEST_NAME],
        title=(article.title or "")[:_LONGEST_NAME],
        folder=folder,
        quotations=counts.quotations,
        compared=counts.compared,
        problems=counts.problems,
        by_hand=counts.by_hand,
        fine=counts.fine,
        not_compared=counts.not_compared,
        nothing=counts.nothing,
        to_look_at=tuple(
            (entry.result, row(article, entry, groups)) for entry in groups.to_look_at[:_MOST_ROWS]
        ),
        is_whole=all(
            record.page is not None and record.page.whole for record in report.facts.sources
        ),
        has_comments=bool(article.comments),
        settings=project_settings(report),
        findings=tuple(
            ListedFinding(
                rule=finding.rule,
                severity=finding.severity,
                message=finding.message,
                fingerprint=finding.fingerprint,
                words=finding.words,
                line=place.line,
                paragraph=place.paragraph,
                at=place.numbers or whole,
                more=place.more,
                source=addresses.get(finding.source_id or ""),
            )
            for finding, place in zip(report.findings, places, strict=True)
        ),
        sources=tuple(
            ListedSource(
                url=record.source.url,
                host=host_of(record.source.url),
                outlet=record.source.outlet.name if record.source.outlet is not None else None,
                outcome=record.capture.outcome,
                reason=record.capture.reason,
                is_read=record.page is not None,
            )
            for record in report.facts.sources
        ),
    )


def as_json(row: Listed) -> str:
    """A record as one line of JSON; lone surrogates come back from a parser as they were."""
    return json.dumps(asdict(row), ensure_ascii=True, separators=(",", ":"))


def from_json(text: str) -> Listed:
    """A record that ``as_json`` wrote; who calls knows that it did."""
    tree: dict[str, Any] = json.loads(text)
    findings = (
        ListedFinding(**{**each, "severity": Severity(each["severity"])})
        for each in tree["findings"]
    )
    sources = (
        ListedSource(**{**each, "outcome": Outcome(each["outcome"])}) for each in tree["sources"]
    )
    tree["not_compared"] = tuple((why, number) for why, number in tree["not_compared"])
    tree["to_look_at"] = tuple((Result(result), line) for result, line in tree["to_look_at"])
    return Listed(**{**tree, "findings": tuple(findings), "sources": tuple(sources)})
