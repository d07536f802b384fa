"""quote-spliced: two passages that stand apart in the source are quoted as one."""

from collections.abc import Iterator

from audit.model import AttributionKind, Facts, Finding, Severity, Verdict
from audit.rules.facts import is_splice, parts_with
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import page_name, quoted


def _find(facts: Facts) -> Iterator[Finding]:
    for check, part, record in parts_with(facts, Verdict.ALTERED):
        if check.attribution.kind is AttributionKind.POST or not is_splice(part):
            continue
        yield RULE.finding(
            f"{quoted(part.check.quote)} joins passages that stand apart in {page_name(record)},"
            " with no mark between them.",
            words=part.check.quote,
            attribution_id=check.attribution.id,
            source_id=part.source_id,
        )


RULE = Rule(
    id="quote-spliced",
    summary="A quotation joins passages that stand apart in the source, with no mark between them",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    help=(
        "Each half is in the source, but other words stand between them there. Put an ellipsis where"
        " words were left out, or close the quotation and open a second one. Where what stands between"
        " turns the meaning, an ellipsis is not enough."
        " Example: “We closed it. They paid for it”, where the source has three sentences between the two."
    ),
    links=(
        "https://www.theguardian.com/guardian-observer-style-guide-q",
        "https://www.spj.org/spj-code-of-ethics/",
    ),
    find=_find,
)
