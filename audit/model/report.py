"""What the audit hands to its formats."""

from dataclasses import dataclass
from enum import StrEnum

from audit.model.article import Article
from audit.model.capture import Capture, Pairing, Source
from audit.model.check import AttributionCheck, Page, QuoteCheck, Style


class Severity(StrEnum):
    """How much a finding matters; what fails a build is chosen by ``--fail-on``."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's judgement on the facts of one attribution or one source."""

    rule: str
    severity: Severity
    message: str
    attribution_id: str | None = None
    source_id: str | None = None


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source, what came back for it, and its text (None when there was none to read)."""

    source: Source
    capture: Capture
    page: Page | None = None


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive file of captures: its path as the user gave it or as it was written.

    ``sha256`` is of its first ``size`` bytes: all that it had. A later run may have added to it.
    """

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that rules may look at: collected before any judgement."""

    article: Article
    checks: tuple[AttributionCheck, ...]
    sources: tuple[SourceRecord, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One audited article.

    ``when`` is the newest WARC-Date among the captures used (ISO 8601, UTC), None when nothing was
    fetched: never the clock, so that a report computed again is the same. ``repeat`` is the
    command line, as arguments, that computes it again offline. ``own`` is the capture of the article
    itself where it was fetched; ``pairings`` tie the attributions to sources, in their order.
    """

    tool_version: str
    facts: Facts
    findings: tuple[Finding, ...]
    when: str | None
    archives: tuple[Archive, ...] = ()
    repeat: tuple[str, ...] = ()
    style: Style = Style.STRICT
    own: Capture | None = None
    pairings: tuple[Pairing, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteAnswer:
    """One quotation tried against one source: what came back for it, its text, and the check."""

    capture: Capture
    page: Page | None
    check: QuoteCheck
