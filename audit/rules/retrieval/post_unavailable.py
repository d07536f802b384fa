"""post-unavailable: a post that the article cites is shown to nobody who asks."""

from collections.abc import Iterator

from audit.model import Facts, Finding, Severity
from audit.rules.rule import Confidence, Rule
from audit.rules.sources import is_hidden_post, unread
from audit.rules.wording import LONGEST_ADDRESS, clip


def _find(facts: Facts) -> Iterator[Finding]:
    for record in unread(facts):
        if is_hidden_post(record):
            yield RULE.finding(
                f"The post at {clip(record.source.url, LONGEST_ADDRESS)} cannot be read any more, or not by everyone"
                f" ({clip(record.capture.reason, LONGEST_ADDRESS)}). If you have seen it, keep a picture or a copy.",
                source_id=record.source.id,
            )


RULE = Rule(
    id="post-unavailable",
    summary="A post was deleted, is protected, or is shown to nobody who asks",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    help=(
        "The service that gives the words of posts has none for this one. That is so when its author has deleted or"
        " protected it, or has closed the account; it says nothing about the words. Open the post; if it is gone, look"
        " for a copy in a web archive, and say in the article that it was deleted. Example: “status 404”."
    ),
    links=("https://oembed.com/",),
    find=_find,
)
