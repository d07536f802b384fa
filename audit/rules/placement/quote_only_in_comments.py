"""quote-only-in-comments: the words stand on the page, but not in what the page publishes."""

from collections.abc import Iterator

from audit.model import Caution, Facts, Finding, Severity
from audit.rules.facts import all_parts
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import page_name, quoted

_PLACES = {
    Caution.ONLY_IN_COMMENTS: "the readers' comments",
    Caution.ONLY_IN_RELATED: "the links to other articles",
    Caution.ONLY_IN_NAVIGATION: "the navigation",
    Caution.ONLY_IN_HIDDEN: "a part that no reader sees",
}


def _find(facts: Facts) -> Iterator[Finding]:
    for check, part, record in all_parts(facts):
        for caution in part.check.cautions:
            if caution in _PLACES:
                yield RULE.on_part(
                    f"{quoted(part.check.quote)} was found in {page_name(record)} only in"
                    f" {_PLACES[caution]}, not in the text of the article there.",
                    check,
                    part,
                )


RULE = Rule(
    id="quote-only-in-comments",
    summary="The words stand only in the comments, related links or navigation of the source",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    help=(
        "The words were found, but not in what the outlet published under its name: they are a reader's"
        " comment, the teaser of another article, or part of a menu. Look up who wrote them. If they are"
        " from another article, link to that one."
        " Example: the words stand under the story, signed by a reader."
    ),
    links=("https://www.bbc.com/editorialguidelines/guidelines/accuracy",),
    find=_find,
)
