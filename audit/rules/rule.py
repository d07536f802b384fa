"""What a rule is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from audit.model import AttributionCheck, Confidence, Facts, Finding, PartCheck, Severity
from audit.rules.confidence import of_part

__all__ = ["Confidence", "Rule"]


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
        confidence: Confidence | None = None,
    ) -> Finding:
        """A finding of this rule, at its severity or a milder one; its message on one line.

        ``confidence`` is that of this finding, where it is not the rule's.
        """
        return Finding(
            rule=self.id,
            severity=severity or self.severity,
            message=" ".join(message.split()),
            attribution_id=attribution_id,
            source_id=source_id,
            words=words,
            confidence=confidence or self.confidence,
        )

    def on_part(
        self,
        message: str,
        check: AttributionCheck,
        part: PartCheck,
        severity: Severity | None = None,
        confidence: Confidence | None = None,
    ) -> Finding:
        """A finding on one part of a quotation; its words name it among the others.

        Without a ``confidence`` it is as sure as what the part rests on.
        """
        return self.finding(
            message,
            words=part.check.quote,
            attribution_id=check.attribution.id,
            source_id=part.source_id,
            severity=severity,
            confidence=confidence or of_part(self.confidence, check, part),
        )
