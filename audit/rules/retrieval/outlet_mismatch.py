"""outlet-mismatch: the text names one outlet, and the link leads to another."""

import re
from collections.abc import Iterator

from audit.markup.addresses.url import host_of
from audit.model import (
    READ_WHOLE,
    AttributionCheck,
    Facts,
    Finding,
    Outlet,
    OutletKind,
    Severity,
    SourceRecord,
    Standing,
)
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import clip, quoted

# Agencies are printed by others, under an address of the others; an institution is the source
# itself.
_NO_MISMATCH = frozenset({OutletKind.AGENCY, OutletKind.INSTITUTION})
_CARRY_OTHERS = frozenset({"yahoo.com", "msn.com", "aol.com", "news.google.com", "apple.news"})
_SECOND_LEVEL = frozenset({"ac", "co", "com", "gov", "net", "org"})
_LONGEST_HOST = 100  # characters


def _find(facts: Facts) -> Iterator[Finding]:
    records = {record.source.id: record for record in facts.sources}
    told = set()
    for check in facts.checks:
        attribution, outlet = check.attribution, check.attribution.outlet
        record = None if check.found_elsewhere else records.get(check.source_id or "")
        if outlet is None or record is None or check.standing is not Standing.LINKED:
            continue
        around = _around(facts, check)
        link = outlet.name, record.source.id, around
        if link in told:  # a quotation and the statement around it have one link
            continue
        other = _another(around, outlet, record)
        if other is not None:
            told.add(link)
            host = clip(host_of(_address(record)), _LONGEST_HOST)
            yield RULE.finding(
                f"The text names {quoted(outlet.name)}, and the link leads to {quoted(other.name)} ({host}).",
                attribution_id=attribution.id,
                source_id=record.source.id,
                severity=None if record.page is not None else Severity.NOTE,
                confidence=None if record.page is not None else Confidence.LOW,
            )


def _another(around: str, outlet: Outlet, record: SourceRecord) -> Outlet | None:
    """The outlet that a link leads to, where that is plainly another than the text means."""
    other = record.background.publisher
    if other is None or not outlet.domains or outlet.kind in _NO_MISMATCH:
        return None
    addresses = (record.source.url, _address(record))
    if any(outlet.publishes(url) for url in addresses):
        return None
    if other.kind in _NO_MISMATCH or _CARRY_OTHERS & set(other.domains):
        return None
    if _same_house(outlet, other) or _is_named(other, around):
        return None
    # A page that names the outlet reports on it, or prints it: syndication, a guest piece.
    page = record.page
    return None if page is not None and _is_named(outlet, page.text) else other


def _address(record: SourceRecord) -> str:
    """Where a link ends, as far as it could be followed."""
    read = record.capture.outcome in READ_WHOLE
    return record.capture.final_url if read else record.source.url


def _same_house(named: Outlet, other: Outlet) -> bool:
    """Whether two outlets share a domain's name, or one's name begins the other's."""
    if {_label(domain) for domain in named.domains} & {_label(domain) for domain in other.domains}:
        return True
    words = [outlet.name.removeprefix("The ").casefold().split() for outlet in (named, other)]
    shorter, longer = sorted(words, key=len)
    return longer[: len(shorter)] == shorter


def _label(domain: str) -> str:
    """The name that was registered: 'bbc' of bbc.co.uk, 'sky' of news.sky.com."""
    labels = domain.split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    return labels[-1] if labels else domain


def _around(facts: Facts, check: AttributionCheck) -> str:
    """The paragraph of an attribution."""
    article = facts.article
    contents = check.attribution.contents
    number = article.paragraph(contents[0].start) if contents else None
    if number is None:
        return article.text
    block = article.blocks[number - 1]
    return article.text[block.start : block.end]


def _is_named(outlet: Outlet, text: str) -> bool:
    name = re.escape(outlet.name.removeprefix("The "))
    return re.search(rf"(?<!\w){name}(?!\w)", text, re.IGNORECASE) is not None


RULE = Rule(
    id="outlet-mismatch",
    summary="The text names one outlet, and the link leads to the site of another",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    help=(
        "A reader who follows the link finds another outlet than the one named. Nothing is said where the other"
        " outlet is named beside it, where its page names the first (it reports on it, or prints its words), nor"
        " of news agencies and institutions, of sites that carry others, of posts and short links, and of sites that"
        " no list of outlets has. It is a note where the page could not be read. Link to the outlet that is named, or name the one that is linked. Example: “told CNN”, with a"
        " link to foxnews.com."
    ),
    links=(
        "https://www.spj.org/spj-code-of-ethics/",
        "https://www.bbc.com/editorialguidelines/guidelines/accuracy",
    ),
    find=_find,
)
