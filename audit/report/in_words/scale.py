"""The one scale on which a report tells an editor what came out: problem, check, fine."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from audit.model import AttributionKind, Finding, Severity, Verdict


class Result(StrEnum):
    """What an editor has to do about a row of the report."""

    PROBLEM = "problem"
    CHECK = "check"
    FINE = "fine"


RESULTS: Mapping[Result, str] = {
    Result.PROBLEM: "The article and its source differ, and nothing in the article says so.",
    Result.CHECK: "To be looked at by hand: it could not be compared, or there may be a good reason.",
    Result.FINE: "Compared, and nothing is left to do.",
}
"""What each word of the scale means."""

SIGNS: Mapping[Result, str] = {Result.PROBLEM: "!", Result.CHECK: "?", Result.FINE: "✓"}
"""A sign for each, so that none is told by its colour alone."""

OF_SEVERITY: Mapping[Severity, str] = {
    Severity.ERROR: "problem",
    Severity.WARNING: "check",
    Severity.NOTE: "note",
    Severity.WAIVED: "waived",
    Severity.KNOWN: "known",
}
"""What a finding is called beside its row: its severity in the words of the scale."""

_COMPARED = frozenset({AttributionKind.DIRECT, AttributionKind.MIXED, AttributionKind.POST})
_BY_HAND = frozenset({Severity.ERROR, Severity.WARNING})


def result_of(kind: AttributionKind, verdict: Verdict, findings: Sequence[Finding]) -> Result:
    """Where a row stands: by its gravest finding, or by what comparing its words showed.

    An error or a warning that is waived or known is still to be seen. Only quotations are compared
    word by word, so that of the others no verdict counts.
    """
    if any(finding.severity is Severity.ERROR for finding in findings):
        return Result.PROBLEM
    without_waiver = {finding.before or finding.severity for finding in findings}
    if without_waiver & _BY_HAND or (kind in _COMPARED and verdict is Verdict.NOT_COMPARED):
        return Result.CHECK
    return Result.FINE
