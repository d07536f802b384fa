"""From facts to findings: one file per rule."""

from audit.model import Facts, Finding, Severity
from audit.rules import (
    ellipsis_drops_negation,
    fragments_out_of_order,
    post_differs,
    post_signature_differs,
    quote_absent,
    quote_altered,
    quote_cut_short,
    quote_misattributed,
    quote_negation_changed,
    quote_number_changed,
    quote_only_in_comments,
    quote_spliced,
    quote_unattributed,
    source_unavailable,
    source_unlinked,
    statement_figure_missing,
)
from audit.rules.rule import Rule

__all__ = ["RULES", "Rule", "judge"]

RULES: tuple[Rule, ...] = (
    quote_number_changed.RULE,
    quote_negation_changed.RULE,
    quote_altered.RULE,
    quote_absent.RULE,
    quote_misattributed.RULE,
    quote_spliced.RULE,
    fragments_out_of_order.RULE,
    post_differs.RULE,
    ellipsis_drops_negation.RULE,
    quote_cut_short.RULE,
    quote_only_in_comments.RULE,
    post_signature_differs.RULE,
    source_unlinked.RULE,
    source_unavailable.RULE,
    statement_figure_missing.RULE,
    quote_unattributed.RULE,
)
"""Every rule, errors first; a new rule is a new file and a new line here."""

_SEVEREST_FIRST = tuple(Severity)


def judge(facts: Facts) -> tuple[Finding, ...]:
    """What the rules find, severest first, then in the order of the article, then of its sources."""
    checks = {check.attribution.id: at for at, check in enumerate(facts.checks)}
    sources = {record.source.id: at for at, record in enumerate(facts.sources)}

    def order(finding: Finding) -> tuple[int, int, int, str, str]:
        return (
            _SEVEREST_FIRST.index(finding.severity),
            checks.get(finding.attribution_id or "", len(checks)),
            sources.get(finding.source_id or "", len(sources)),
            finding.rule,
            finding.message,
        )

    return tuple(sorted((finding for rule in RULES for finding in rule.find(facts)), key=order))
