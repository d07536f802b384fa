"""How a finding is answered where it is read: the lines to paste, with a reason."""

import json
from collections.abc import Iterable

from audit.model import Finding, Severity

_OPEN = frozenset({Severity.ERROR, Severity.WARNING, Severity.NOTE})
_REASON = "say why"


def waive_table(finding: Finding) -> str:
    """The table for the settings file (TOML)."""
    return "\n".join(
        (
            "[[waive]]",
            f"rule = {json.dumps(finding.rule)}",
            f"fingerprint = {json.dumps(finding.fingerprint)}",
            f"reason = {json.dumps(_REASON)}",
        )
    )


def waive_tables(findings: Iterable[Finding]) -> str:
    """The tables of all that nobody has answered yet; empty where there is none."""
    return "\n\n".join(waive_table(finding) for finding in findings if finding.severity in _OPEN)


def waive_comments(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The comments of all that nobody has answered yet, each once."""
    open_ = (finding for finding in findings if finding.severity in _OPEN)
    return tuple(dict.fromkeys(waive_comment(finding) for finding in open_))


def waive_comment(finding: Finding) -> str:
    """The comment for the article, at the paragraph of the words."""
    return f"<!-- citeaudit: ignore[{finding.rule}] {_REASON} -->"
