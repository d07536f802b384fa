"""quote-spliced: two passages that stand apart in the source are quoted as one."""

from collections.abc import Iterator

from audit.model import Facts, Finding, Severity
from audit.rules.facts import altered_parts, is_splice
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import page_name, quoted


def _find(facts: Facts) -> Iterator[Finding]:
    for check, part, record in altered_parts(facts):
        if not is_splice(part):
            continue
        yield RULE.on_part(
            f"{quoted(part.check.quote)} joins passages that stand apart in {page_name(record)},"
            " with no mark between them.",
            check,
            part,
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
