"""link-dead: nothing is at the address that the article cites."""

from collections.abc import Iterator

from audit.model import Facts, Finding, Severity
from audit.rules.rule import Confidence, Rule
from audit.rules.sources import is_dead, is_hidden_post, unread
from audit.rules.wording import LONGEST_ADDRESS, clip


def _find(facts: Facts) -> Iterator[Finding]:
    for record in unread(facts):
        if is_dead(record) and not is_hidden_post(record):
            yield RULE.finding(
                f"{clip(record.source.url, LONGEST_ADDRESS)} leads nowhere ({clip(record.capture.reason, LONGEST_ADDRESS)})."
                " Correct the link, or link to a copy in a web archive.",
                source_id=record.source.id,
            )


RULE = Rule(
    id="link-dead",
    summary="A link leads to a page or a host that is not there",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    help=(
        "The server says that it has no such page (404) or has taken it down (410), or no name server knows the"
        " host. A reader cannot look the words up. Look for a typing error; search the outlet for the page's new"
        " address; or link to a copy in a web archive. Example: “status 410: taken down for good”."
    ),
    links=(
        "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5",
        "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.11",
        "https://www.w3.org/Provider/Style/URI",
    ),
    find=_find,
)
