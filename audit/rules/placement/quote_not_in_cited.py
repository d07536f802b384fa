"""quote-not-in-cited: no link is tied to a quotation, and no page that the article cites has it."""

import re
from collections.abc import Iterator

from audit.languages.extraction.english import given_names
from audit.markup.addresses.canonical import canonical
from audit.model import (
    Article,
    Attribution,
    AttributionCheck,
    Facts,
    Finding,
    NotCompared,
    Severity,
    SourceRecord,
)
from audit.rules.facts import QUOTED, linked_beside
from audit.rules.no_page import why_no_page
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import nearly_there, page_name, quoted, speaker_of, what_was_searched

_WORD = re.compile(r"\w[\w’'-]{0,60}")
_REACH = 4  # signs between words and their mark


def _find(facts: Facts) -> Iterator[Finding]:
    records = {record.source.id: record for record in facts.sources}
    for check in facts.checks:
        said = check.attribution
        if check.reason is not NotCompared.NOT_IN_CITED:
            continue
        if said.kind in QUOTED:
            if why_no_page(said, facts.article) is not None:
                continue  # a note of source-unlinked
            yield RULE.finding(
                _message(check, records),
                attribution_id=said.id,
                severity=None if _may_be_quoted(check, facts) else Severity.NOTE,
            )
        elif check.source_id is not None and _is_cited(facts.article, check.attribution):
            words = quoted(check.attribution.contents[0].text)
            yield RULE.finding(
                f"{words} was not found in {page_name(records[check.source_id])}, which the note or link"
                " at the words leads to. Cite the page that has them.",
                attribution_id=check.attribution.id,
                source_id=check.source_id,
            )


def _may_be_quoted(check: AttributionCheck, facts: Facts) -> bool:
    """Whether a page linked beside words may quote their speaker: it names them, or has no name.

    One that tells nothing of Ann Lee is background, and her words are from elsewhere.
    """
    said = check.attribution
    names = _WORD.findall(said.speaker_name or "")
    alone = len(names) == 1 and names[0].lower() not in given_names()  # 'Campaigners'
    if not names or alone or not names[-1][:1].isupper():
        return True
    linked = linked_beside(said.contents[0], facts.article)
    beside = [each for each in facts.sources if canonical(each.source.url) in linked]
    pages = [each.page for each in beside if each.page is not None]
    named = re.compile(rf"(?<!\w){re.escape(names[-1])}(?!\w)", re.IGNORECASE)
    unread = not pages or len(pages) < len(beside)
    return unread or any(named.search(page.text) for page in pages)


def _is_cited(article: Article, attribution: Attribution) -> bool:
    """Whether a note is cited behind words that nobody is named for, or a link is on them."""
    start, end = attribution.contents[0].start, attribution.contents[-1].end
    behind = end
    while behind < min(end + _REACH, len(article.text)) and not article.text[behind].isspace():
        behind += 1
    marked = any(end <= mark.at <= behind for mark in article.marks)
    return marked or any(link.start < end and start < link.end for link in article.links)


def _is_whole(record: SourceRecord) -> bool:
    return record.page is not None and record.page.whole


def _left(others: int, read: int) -> str:
    """Of how many other pages nothing is said: those read are in another language, or too short."""
    unread = others - read
    told = [
        f"{unread} more could not be read, or not in full" if unread else "",
        f"{read} more could not be compared" if read else "",
    ]
    return f" ({', '.join(filter(None, told))})" if others else ""


def _message(check: AttributionCheck, records: dict[str, SourceRecord]) -> str:
    attribution = check.attribution
    words = quoted(attribution.contents[0].text)
    who = speaker_of(attribution)
    credited = attribution.outlet.name if attribution.outlet else who
    said = f"{words} ({credited})" if credited else words
    pages = [page for name in check.searched if (page := records[name].page) is not None]
    whole = sum(page.whole for page in pages)
    left = _left(
        len(records) - whole, sum(_is_whole(record) for record in records.values()) - whole
    )
    which = "the page" if whole == 1 else f"any of the {whole} pages"
    return (
        f"{said} was not found in {which} that the article cites{left}, and no link is tied to the"
        f" words.{what_was_searched(check)}{nearly_there(check, records)} Link them to the page that has them, or name it in the sources file."
    )


RULE = Rule(
    id="quote-not-in-cited",
    summary="No link is tied to a quotation, and none of the pages that the article cites has it",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    help=(
        "The article gives no page for the words, so all pages that it cites were searched. That they"
        " lack the words says nothing of the words: another page, an interview or a phone call may have"
        " them: it is a note where no page linked beside them names their speaker. Link the words to their page, or add a [[source]] to the sources file. Example: “It pays"
        " for itself,” Lee said, in a paragraph that links to the budget alone."
    ),
    links=(
        "https://www.spj.org/spj-code-of-ethics/",
        "https://www.bbc.com/editorialguidelines/guidelines/accuracy",
    ),
    find=_find,
)
