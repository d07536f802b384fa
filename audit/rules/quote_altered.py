"""quote-altered: a quotation and its source differ, and no mark says so."""

from collections.abc import Iterator

from audit.model import AttributionKind, Facts, Finding, Severity, Verdict
from audit.rules.facts import is_splice, parts_with
from audit.rules.rule import Rule
from audit.rules.wording import differences, page_name, quoted


def _find(facts: Facts) -> Iterator[Finding]:
    for check, part, record in parts_with(facts, Verdict.ALTERED):
        if check.attribution.kind is AttributionKind.POST or is_splice(part):
            continue  # post-differs and quote-spliced say more of these
        what = differences(part.check.diff) or "the words stand in another order"
        yield RULE.finding(
            f"{quoted(part.check.quote)} was compared with {page_name(record)} and differs: {what}.",
            attribution_id=check.attribution.id,
            source_id=part.source_id,
        )


RULE = Rule(
    id="quote-altered",
    summary="A quotation differs from its source, and no ellipsis or bracket says so",
    severity=Severity.ERROR,
    help=(
        "The passage was found at the source with other words. Typography is never counted; a"
        " changed, added or dropped word, number or sign is. Restore the words of the source, or mark"
        " the change: an ellipsis for words left out, square brackets for words put in. Example: the"
        " source has “we will not close the school”, the article “we will close the school”."
    ),
    find=_find,
)
