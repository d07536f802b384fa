"""source-paywalled: a cited page shows its text to subscribers only."""

from collections.abc import Iterator

from audit.model import (
    READ_WHOLE,
    Facts,
    Finding,
    NotCompared,
    Outcome,
    Severity,
    SourceRecord,
    Verdict,
)
from audit.rules.rule import Confidence, Rule
from audit.rules.sources import decided_by
from audit.rules.wording import LONGEST_ADDRESS, clip


def _find(facts: Facts) -> Iterator[Finding]:
    for record in facts.sources:
        if record.capture.outcome is Outcome.PAYWALLED or _is_cut(facts, record):
            yield RULE.finding(
                f"{clip(record.source.url, LONGEST_ADDRESS)} is behind a subscription: only what is open of it"
                " could be read. With a subscription, save the page and give it as `file` in the sources file.",
                source_id=record.source.id,
                severity=Severity.NOTE if _is_enough(facts, record) else None,
            )


def _is_enough(facts: Facts, record: SourceRecord) -> bool:
    """Whether what is open of a page was enough to compare all words with that it decided."""
    verdicts = [check.verdict for check in decided_by(facts, record)]
    return bool(verdicts) and Verdict.NOT_COMPARED not in verdicts


def _is_cut(facts: Facts, record: SourceRecord) -> bool:
    """Whether a page that came says it is for subscribers, and lacks words of the article."""
    page = record.page
    if page is None or not page.for_subscribers:
        return False
    reasons = {check.reason for check in decided_by(facts, record)}
    return record.capture.outcome in READ_WHOLE and NotCompared.SOURCE_NOT_WHOLE in reasons


RULE = Rule(
    id="source-paywalled",
    summary="A cited page is behind a subscription, so that it was read only in part",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    help=(
        "The page answers with its first paragraphs, or with none. What stands behind the wall could not be"
        " compared, and no word is called absent for it. If you subscribe, open the page, save it, and name the"
        " saved file in the sources file. Readers meet the same wall: an open source beside it helps them."
        " Where the open part was enough to compare all words, it is a note."
        " Example: the page says of itself that it is not accessible for free."
    ),
    links=("https://schema.org/isAccessibleForFree",),
    find=_find,
)
