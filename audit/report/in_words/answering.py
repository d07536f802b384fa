"""How a finding is answered where it is read: the lines to paste that let it stand, with a reason."""

import json

from audit.model import Finding, Severity

OPEN = frozenset({Severity.ERROR, Severity.WARNING, Severity.NOTE})
"""The findings that nobody has answered yet."""

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


def waive_comment(finding: Finding) -> str:
    """The comment for the article, at the paragraph of the words."""
    return f"<!-- citeaudit: ignore[{finding.rule}] {_REASON} -->"
