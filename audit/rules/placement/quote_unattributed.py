"""quote-unattributed: words in quotation marks or set off, and nobody named for them."""

from collections.abc import Iterator

from audit.model import Article, AttributionKind, BlockKind, Facts, Finding, Severity, Span
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import quoted

_MARKS = frozenset("\"“”„«»‹›‘’'「『`")


def _find(facts: Facts) -> Iterator[Finding]:
    for check in facts.checks:
        attribution = check.attribution
        if attribution.kind is not AttributionKind.UNATTRIBUTED or attribution.inside is not None:
            continue  # in somebody's statement they are part of it
        first = check.attribution.contents[0]
        if _is_set_off(facts.article, first):
            yield RULE.finding(
                f"{quoted(first.text)} is set as a block quotation and nobody is named for it.",
                words=first.text,
                attribution_id=check.attribution.id,
            )
            continue
        for span in check.attribution.contents:
            yield RULE.finding(
                f"{quoted(span.text)} stands in quotation marks and nobody is named for it.",
                words=span.text,
                attribution_id=check.attribution.id,
            )


def _is_set_off(article: Article, words: Span) -> bool:
    """Whether words stand in a block quotation, and in no marks of their own there."""
    number = article.paragraph(words.start)
    if number is None:
        return False
    block = article.blocks[number - 1]
    marked = words.start > block.start and article.text[words.start - 1] in _MARKS
    return block.kind is BlockKind.QUOTE and not marked


RULE = Rule(
    id="quote-unattributed",
    summary="Words stand in quotation marks and nobody is named for them",
    severity=Severity.NOTE,
    confidence=Confidence.LOW,
    help=(
        "Often this is right: a title, a nickname, a word used with distance. Where the words are"
        " somebody's, name who said them, so that a reader can look them up."
        " Example: a so-called “ghost fleet”, and nobody is said to call it so."
    ),
    links=("https://www.bbc.com/editorialguidelines/guidelines/accuracy",),
    find=_find,
)
