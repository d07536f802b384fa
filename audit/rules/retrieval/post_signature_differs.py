"""post-signature-differs: a post is shown as of another account or day than its service says."""

from collections.abc import Iterator
from datetime import date

from audit.model import Facts, Finding, Post, Severity
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import page_name

_MOST_DAYS = 1  # an embed shows the day in its reader's time zone


def _find(facts: Facts) -> Iterator[Finding]:
    records = {record.source.id: record for record in facts.sources}
    for check in facts.checks:
        shown = check.attribution.post
        record = records.get(check.source_id or "")
        told = record.page.post if record is not None and record.page is not None else None
        if shown is None or told is None or check.found_elsewhere:
            continue
        for what in (_author(shown, told), _day(shown, told)):
            if what:
                yield RULE.finding(
                    f"The post at {page_name(record)} was compared with how it is shown: {what}.",
                    attribution_id=check.attribution.id,
                    source_id=check.source_id,
                )


def _author(shown: Post, told: Post) -> str:
    """Accounts differ by their handles.

    Names are changed freely, and count where a handle is missing.
    """
    if shown.handle and told.handle:
        if _bare(shown.handle) == _bare(told.handle):
            return ""
        return f"the article has it by @{shown.handle.lstrip('@')}, the service by @{told.handle}"
    if not shown.author or not told.author or shown.author.casefold() == told.author.casefold():
        return ""
    return f"the article has it by {shown.author}, the service by {told.author}"


def _bare(handle: str) -> str:
    """A handle without its server, which an instance leaves off the names of its own users."""
    return handle.lstrip("@").partition("@")[0].casefold()


def _day(shown: Post, told: Post) -> str:
    written, other = _date(shown.date), _date(told.date)
    if written is None or other is None or abs((written - other).days) <= _MOST_DAYS:
        return ""
    return f"the article has it of {written}, the service of {other}"


def _date(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


RULE = Rule(
    id="post-signature-differs",
    summary="A post is shown as another account's, or of another day, than its service says",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    help=(
        "The account and the day that the article shows with a post were compared with those that the"
        " service gives for it. Names that are shown beside an account change freely and are not compared where"
        " both give the account. One day's difference is not counted: embeds show their reader's time."
        " Example: the article shows a post as of 5 March by @mayor, the service gives it as of 9 March."
    ),
    links=("https://oembed.com/",),
    find=_find,
)
