"""link-soft-404: the page says that there is no page, and answers as if there were."""

from collections.abc import Iterator

from audit.model import Facts, Finding, Outcome, Severity
from audit.rules.rule import Confidence, Rule
from audit.rules.sources import is_hidden_post, unread
from audit.rules.wording import LONGEST_ADDRESS, clip


def _find(facts: Facts) -> Iterator[Finding]:
    for record in unread(facts):
        if record.capture.outcome is Outcome.SOFT_404 and not is_hidden_post(record):
            yield RULE.finding(
                f"{clip(record.source.url, LONGEST_ADDRESS)} answers, but with a page that says there is none"
                f" ({clip(record.capture.reason, LONGEST_ADDRESS)}). Open it, and correct the link.",
                source_id=record.source.id,
            )


RULE = Rule(
    id="link-soft-404",
    summary="A link leads to a page that says it was not found, with a status of success",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    help=(
        "The server answers with status 200 and a page such as “Page not found”, or sends every lost page to its"
        " front page. Nothing was compared with that. Open the link; look for the page's new address, or a copy in a"
        " web archive. Example: the title is “Sorry, we could not find this page”."
    ),
    links=(
        "https://developers.google.com/search/docs/crawling-indexing/http-network-errors",
        "https://www.w3.org/Provider/Style/URI",
    ),
    find=_find,
)
