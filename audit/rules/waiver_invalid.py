"""waiver-invalid: a comment in the article that would waive findings, and cannot."""

from collections.abc import Iterator

from audit.model import Facts, Finding, Severity
from audit.rules.rule import Confidence, Rule


def _find(facts: Facts) -> Iterator[Finding]:
    return (RULE.finding(remark) for remark in facts.remarks)


RULE = Rule(
    id="waiver-invalid",
    summary="A comment in the article would waive findings, but cannot be understood",
    severity=Severity.NOTE,
    confidence=Confidence.HIGH,
    help=(
        "It waives nothing. Write the rule in brackets and, behind them, the reason; without a reason nobody can"
        " answer for it later. Example: `<!-- citeaudit: ignore[source-unlinked] own interview, notes 2 Nov -->`."
    ),
    links=("https://spec.commonmark.org/0.31.2/#html-comment",),
    find=_find,
)
