"""quote-not-in-cited: no link is tied to a quotation, and no page that the article cites has it."""

from collections.abc import Iterator

from audit.model import AttributionCheck, Facts, Finding, NotCompared, Severity, SourceRecord
from audit.rules.facts import QUOTED
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import quoted, speaker_of


def _find(facts: Facts) -> Iterator[Finding]:
    records = {record.source.id: record for record in facts.sources}
    for check in facts.checks:
        if check.reason is NotCompared.NOT_IN_CITED and check.attribution.kind in QUOTED:
            yield RULE.finding(_message(check, records), attribution_id=check.attribution.id)


def _message(check: AttributionCheck, records: dict[str, SourceRecord]) -> str:
    attribution = check.attribution
    words = quoted(attribution.contents[0].text)
    who = speaker_of(attribution)
    credited = attribution.outlet.name if attribution.outlet else who
    said = f"{words} ({credited})" if credited else words
    pages = [page for name in check.searched if (page := records[name].page) is not None]
    whole = sum(page.whole for page in pages)
    unread = len(records) - whole
    left = f" ({unread} more could not be read, or not in full)" if unread else ""
    which = "the page" if whole == 1 else f"any of the {whole} pages"
    return (
        f"{said} was not found in {which} that the article cites{left}, and no link is tied to the"
        " words. Link them to the page that has them, or name it in the sources file."
    )


RULE = Rule(
    id="quote-not-in-cited",
    summary="No link is tied to a quotation, and none of the pages that the article cites has it",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    help=(
        "The article gives no page for the words, so all pages that it cites were searched. That they"
        " lack the words says nothing of the words: another page, an interview or a phone call may have"
        " them. Link the words to their page, or add a [[source]] to the sources file. Example: “It pays"
        " for itself,” Lee said, in a paragraph that links to the budget alone."
    ),
    links=(
        "https://www.spj.org/spj-code-of-ethics/",
        "https://www.bbc.com/editorialguidelines/guidelines/accuracy",
    ),
    find=_find,
)
