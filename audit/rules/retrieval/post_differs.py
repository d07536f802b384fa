"""post-differs: the words of an embedded or pasted post are not those of the post."""

from collections.abc import Iterator

from audit.model import AttributionKind, Facts, Finding, Severity, Verdict
from audit.rules.facts import parts_with, severity_of
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import differences, page_name, quoted


def _find(facts: Facts) -> Iterator[Finding]:
    for check, part, record in parts_with(facts, Verdict.ALTERED):
        if check.attribution.kind is not AttributionKind.POST:
            continue
        what = differences(part.check.diff) or "the words stand in another order or place"
        yield RULE.on_part(
            f"The post shown as {quoted(part.check.quote)} was compared with the post at"
            f" {page_name(record)} and differs: {what}.",
            check,
            part,
            severity_of(part),
        )


RULE = Rule(
    id="post-differs",
    summary="The words of a post in the article differ from the post itself",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    help=(
        "The words of the post as its service gives them were compared with the words shown in the"
        " article. Links and a cut that the service itself makes (“…” at the end) are not counted."
        " Posts can be edited: if the article shows an earlier version, say so."
        " Example: the post says “opens on Friday”, the article shows “opened on Friday”."
    ),
    links=(
        "https://oembed.com/",
        "https://www.spj.org/spj-code-of-ethics/",
    ),
    find=_find,
)
