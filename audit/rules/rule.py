"""What a rule is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from audit.model import Facts, Finding, Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One judgement on the facts.

    ``id`` is its name on the command line and in every format, ``summary`` one line without a full
    stop, ``help`` what an editor should know and do, with an example. ``find`` is a pure function:
    the same facts give the same findings.
    """

    id: str
    summary: str
    severity: Severity
    help: str
    find: Callable[[Facts], Iterator[Finding]]

    def finding(
        self,
        message: str,
        *,
        attribution_id: str | None = None,
        source_id: str | None = None,
        severity: Severity | None = None,
    ) -> Finding:
        """A finding of this rule, at its severity or a milder one; its message on one line."""
        line = " ".join(message.split())
        return Finding(self.id, severity or self.severity, line, attribution_id, source_id)
