"""quote-only-in-folded: the words stand in a part of the page that is hidden until it is opened."""

from collections.abc import Iterator

from audit.model import Caution, Facts, Finding, Severity
from audit.rules.facts import cautioned_parts
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import page_name, quoted


def _find(facts: Facts) -> Iterator[Finding]:
    for check, part, record in cautioned_parts(facts, Caution.ONLY_IN_FOLDED):
        yield RULE.on_part(
            f"{quoted(part.check.quote)} was found in {page_name(record)} only in a part that the page hides until it is opened.",
            check,
            part,
        )


RULE = Rule(
    id="quote-only-in-folded",
    summary="The words stand only in a part of the source that is hidden until it is opened",
    severity=Severity.NOTE,
    confidence=Confidence.MEDIUM,
    help=(
        "The words were found in the page, in a part that it does not show at once: a tab, a folded"
        " section, a text behind a paywall, or one that a script puts in its place. Open the page and see"
        " that a reader can get to them."
        " Example: the answer stands in the second tab of a list of questions."
    ),
    links=("https://html.spec.whatwg.org/multipage/interaction.html#the-hidden-attribute",),
    find=_find,
)
