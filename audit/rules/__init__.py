"""From facts to findings: one file per rule, in rooms by what it is about."""

from collections.abc import Iterable

from audit.model import Facts, Finding, Severity
from audit.rules import article_misread, note_missing, note_uncited, waiver_invalid
from audit.rules.comparison import (
    brackets_change_negation,
    ellipsis_drops_negation,
    fragments_out_of_order,
    quote_absent,
    quote_altered,
    quote_house_rule,
    quote_language_differs,
    quote_negation_changed,
    quote_number_changed,
    quote_spliced,
    statement_figure_missing,
    statement_word_changed,
    transcript_uncertain,
)
from audit.rules.placement import (
    quote_cut_short,
    quote_misattributed,
    quote_namesake,
    quote_not_in_cited,
    quote_only_in_comments,
    quote_only_in_folded,
    quote_other_name,
    quote_question,
    quote_unattributed,
    quote_withdrawn,
)
from audit.rules.retrieval import (
    link_dead,
    link_moved,
    link_soft_404,
    outlet_mismatch,
    post_differs,
    post_signature_differs,
    post_unavailable,
    source_changed,
    source_discovered,
    source_newer_than_article,
    source_paywalled,
    source_unavailable,
    source_unlinked,
)
from audit.rules.rule import Confidence, Rule

__all__ = ["RULES", "Confidence", "Rule", "in_order", "judge"]

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
    brackets_change_negation.RULE,
    quote_cut_short.RULE,
    quote_withdrawn.RULE,
    quote_only_in_comments.RULE,
    quote_only_in_folded.RULE,
    quote_namesake.RULE,
    quote_other_name.RULE,
    quote_question.RULE,
    transcript_uncertain.RULE,
    post_signature_differs.RULE,
    quote_language_differs.RULE,
    quote_not_in_cited.RULE,
    statement_figure_missing.RULE,
    statement_word_changed.RULE,
    source_unlinked.RULE,
    source_discovered.RULE,
    source_unavailable.RULE,
    source_paywalled.RULE,
    post_unavailable.RULE,
    outlet_mismatch.RULE,
    link_dead.RULE,
    link_soft_404.RULE,
    source_newer_than_article.RULE,
    source_changed.RULE,
    link_moved.RULE,
    quote_unattributed.RULE,
    quote_house_rule.RULE,
    article_misread.RULE,
    note_missing.RULE,
    note_uncited.RULE,
    waiver_invalid.RULE,
)
"""Every rule, errors first; a new rule is a new file and a new line here."""

_SEVEREST_FIRST = tuple(Severity)


def judge(facts: Facts) -> tuple[Finding, ...]:
    """What the rules find, severest first, then by place in the article, then by source."""
    return in_order((finding for rule in RULES for finding in rule.find(facts)), facts)


def in_order(findings: Iterable[Finding], facts: Facts) -> tuple[Finding, ...]:
    """Findings severest first, then in the order of the article, then of its sources."""
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

    return tuple(sorted(findings, key=order))
