"""What an earlier audit said, with what only its ``report.json`` has: lengths and parts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from audit.errors import ReadError
from audit.report.counts import count
from audit.report.json.read_back import read_file
from audit.report.outline import outline, row_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from audit.model import (
        Archive,
        Attribution,
        Capture,
        HouseLine,
        NotCompared,
        Pairing,
        Report,
        Source,
        Style,
        Verdict,
    )
    from audit.report.counts import Counts


@dataclass(frozen=True, slots=True)
class EarlierCapture:
    """A capture as a report tells of it: without its body, which had ``length`` bytes."""

    capture: Capture
    length: int


@dataclass(frozen=True, slots=True)
class EarlierCheck:
    """What a report says of one attribution; ``parts`` are the objects of its JSON."""

    attribution: Attribution
    verdict: Verdict
    reason: NotCompared | None
    source_id: str | None
    found_elsewhere: bool
    parts: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class EarlierSource:
    """A source, what came back for it, and for the short link that led to it."""

    source: Source
    capture: EarlierCapture
    trail: EarlierCapture | None


@dataclass(frozen=True, slots=True)
class EarlierReport:
    """What a report says. ``article_sha256`` is of the article's bytes, ``own`` its capture.

    ``numbers`` are what its readers call the attributions ('quotation 3'), by id; ``counts`` its
    figures as they follow from the rest. ``report`` is all of it read back, ``tree`` as the file
    has it.
    """

    path: Path
    tool_version: str
    style: Style
    house: tuple[HouseLine, ...]
    article_sha256: str
    article_published: str | None
    own: EarlierCapture | None
    checks: tuple[EarlierCheck, ...]
    pairings: tuple[Pairing, ...]
    sources: tuple[EarlierSource, ...]
    archives: tuple[Archive, ...]
    numbers: Mapping[str, str]
    counts: Counts
    report: Report
    tree: Mapping[str, Any]


def load_report(path: Path) -> EarlierReport:
    """Reads a ``report.json``.

    Raises:
        ReadError: The file cannot be read, or does not hold one report of this version's schema.
    """
    found = read_file(path)
    if len(found) != 1:
        raise ReadError(f"{path} holds {len(found)} reports: give the report.json of one audit")
    report, tree = found[0].report, found[0].tree
    article = report.facts.article
    return EarlierReport(
        path=path,
        tool_version=report.tool_version,
        style=report.style,
        house=report.house,
        article_sha256=article.sha256,
        article_published=article.published,
        own=_capture(report.own, tree["article"]["capture"]),
        checks=tuple(
            EarlierCheck(
                check.attribution,
                check.verdict,
                check.reason,
                check.source_id,
                check.found_elsewhere,
                tuple(said["parts"]),
            )
            for check, said in zip(report.facts.checks, tree["attributions"], strict=True)
        ),
        pairings=report.pairings,
        sources=tuple(
            EarlierSource(
                replace(record.source, trail=None),
                EarlierCapture(record.capture, int(source["length"])),
                _capture(record.source.trail, source["trail"]),
            )
            for record, source in zip(report.facts.sources, tree["sources"], strict=True)
        ),
        archives=report.archives,
        numbers=_numbers(report),
        counts=count(outline(report)),
        report=report,
        tree=tree,
    )


def _numbers(report: Report) -> dict[str, str]:
    """What readers of a report call its attributions: the numbers that it shows."""
    groups = outline(report)
    rows = row_of(check.attribution for check in report.facts.checks)
    shown = {
        entry.check.attribution.id: f"{kind} {entry.number}"
        for kind, entries in (
            ("quotation", groups.quotations),
            ("statement", groups.statements),
            ("words of nobody", groups.unnamed),
        )
        for entry in entries
    }
    return {
        check.attribution.id: shown.get(rows[check.attribution.id], check.attribution.id)
        for check in report.facts.checks
    }


def _capture(capture: Capture | None, tree: Mapping[str, Any] | None) -> EarlierCapture | None:
    return EarlierCapture(capture, int(tree["length"])) if capture and tree else None
