"""What a rule is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from audit.model import AttributionCheck, Facts, Finding, PartCheck, Severity


class Confidence(StrEnum):
    """How often a finding of a rule is one that an editor acts on."""

    HIGH = "high"  # words were compared, or a server said so
    MEDIUM = "medium"  # a page or a sentence was read for what it means
    LOW = "low"  # often there is a good reason


@dataclass(frozen=True, slots=True)
class Rule:
    """One judgement on the facts.

    ``id`` is its name on the command line and in every format, ``summary`` one line without a full
    stop, ``help`` what an editor should know and do, with an example. ``links`` lead to the
    standard or the style guide behind it. ``find`` is a pure function: the same facts give the same
    findings.
    """

    id: str
    summary: str
    severity: Severity
    confidence: Confidence
    help: str
    links: tuple[str, ...]
    find: Callable[[Facts], Iterator[Finding]]

    def finding(
        self,
        message: str,
        *,
        words: str | None = None,
        attribution_id: str | None = None,
        source_id: str | None = None,
        severity: Severity | None = None,
    ) -> Finding:
        """A finding of this rule, at its severity or a milder one; its message on one line."""
        line = " ".join(message.split())
        return Finding(self.id, severity or self.severity, line, attribution_id, source_id, words)

    def on_part(
        self,
        message: str,
        check: AttributionCheck,
        part: PartCheck,
        severity: Severity | None = None,
    ) -> Finding:
        """A finding on one part of a quotation; its words name it among the others."""
        return self.finding(
            message,
            words=part.check.quote,
            attribution_id=check.attribution.id,
            source_id=part.source_id,
            severity=severity,
        )
