"""source-newer-than-article: a source was published, or changed, after the article."""

from collections.abc import Iterator
from datetime import date, timedelta

from audit.model import Facts, Finding, Severity, SourceRecord, Verdict
from audit.rules.rule import Confidence, Rule
from audit.rules.sources import decided_by
from audit.rules.wording import page_name

_SLACK = timedelta(days=1)  # days are those of two places, with two midnights
_DIFFERS = frozenset({Verdict.ALTERED, Verdict.ABSENT})


def _find(facts: Facts) -> Iterator[Finding]:
    day = facts.article.published
    if day is None:
        return
    for record in facts.sources:
        background = record.background
        if _after(background.published, day):
            yield RULE.finding(
                f"{page_name(record)} gives {background.published} as the day of its publication, and the"
                f" article {day}. Check that it is the page that was quoted.",
                source_id=record.source.id,
            )
        elif _after(background.modified, day) and _words_differ(facts, record):
            yield RULE.finding(
                f"{page_name(record)} was changed on {background.modified}, after the article ({day}): it may"
                " have had the words then. A copy of that day may be in a web archive.",
                source_id=record.source.id,
                severity=Severity.NOTE,
                confidence=Confidence.LOW,
            )


def _after(day: str | None, other: str) -> bool:
    try:
        return day is not None and date.fromisoformat(day) > date.fromisoformat(other) + _SLACK
    except (ValueError, OverflowError):  # no day, or the last of all days
        return False


def _words_differ(facts: Facts, record: SourceRecord) -> bool:
    """Whether words of the article were compared with the source and are not there as quoted."""
    return any(check.verdict in _DIFFERS for check in decided_by(facts, record))


RULE = Rule(
    id="source-newer-than-article",
    summary="A source was published after the article, or changed after it and lacks the words",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    help=(
        "The days are those that the pages give for themselves; one day is let pass for time zones. An article"
        " cannot quote what was not there yet: perhaps the link was put in later, or leads to a newer page on the"
        " same matter. A page that was only changed later is a note, and only where words differ: sites change"
        " that day for small things. Example: the article is of 2 March, the source of 9 March."
    ),
    links=("https://schema.org/datePublished", "https://schema.org/dateModified"),
    find=_find,
)
