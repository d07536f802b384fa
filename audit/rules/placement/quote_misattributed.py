"""quote-misattributed: the words are there, but another person, outlet or cited page has them."""

from collections.abc import Iterator

from audit.markup.addresses.canonical import canonical
from audit.model import (
    AttributionCheck,
    AttributionKind,
    Caution,
    Facts,
    Finding,
    PartCheck,
    Severity,
    SourceRecord,
    Standing,
    Verdict,
)
from audit.rules.confidence import of_credit
from audit.rules.facts import (
    altered_parts,
    is_anothers,
    linked_beside,
    once_a_voice,
    parts_with,
    plain_addresses,
)
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import page_name, quoted, speaker_of, told_apart

_THERE = frozenset({Verdict.VERBATIM, Verdict.EDITED})
_SAID = frozenset({AttributionKind.DIRECT, AttributionKind.MIXED})
_FEWEST_WORDS = 4  # fewer stand on two pages by chance


def _find(facts: Facts) -> Iterator[Finding]:
    for check, part, record in once_a_voice(parts_with(facts, Verdict.MISATTRIBUTED)):
        by_pronoun = Caution.OTHER_NAME in part.check.cautions
        yield RULE.on_part(
            _message(check, part, record),
            check,
            part,
            severity=Severity.WARNING if by_pronoun else None,
            confidence=Confidence.MEDIUM if by_pronoun else of_credit(check, part),
        )

    for check, part, record in altered_parts(facts):
        if is_anothers(part):
            yield RULE.on_part(
                f"The words of {page_name(record)} that {quoted(part.check.quote)} differs from are"
                f" those of {quoted(part.check.said_by or '')}; the article credits"
                f" {quoted(speaker_of(check.attribution) or 'nobody by name')}.",
                check,
                part,
                severity=Severity.WARNING,
                confidence=of_credit(check, part),
            )

    records = {record.source.id: record for record in facts.sources}
    for check in facts.checks:
        found = records.get(check.source_id or "")
        if found is not None and _is_another_outlets(check):
            outlet = check.attribution.outlet
            yield RULE.finding(
                f"{quoted(check.attribution.contents[0].text)} stands in {page_name(found)}; the"
                f" article names {quoted(outlet.name) if outlet else 'another outlet'} for it, whose"
                " page was read whole and lacks the words.",
                attribution_id=check.attribution.id,
                source_id=check.source_id,
                severity=Severity.WARNING,
            )
            continue
        own = _lacking(check, found, facts) if found is not None else None
        if found is not None and own is not None:
            there, given = told_apart(found, own)
            yield RULE.finding(
                f"{quoted(check.attribution.contents[0].text)} stands in {there}, not in"
                f" {given}, which the article gives for it and which was read whole.",
                attribution_id=check.attribution.id,
                source_id=check.source_id,
                severity=Severity.WARNING,
            )
        elif found is not None and _may_be_on_the_wrong_page(check, found, Standing.SUPPLIED):
            yield RULE.finding(
                f"{quoted(check.attribution.contents[0].text)} stands in {page_name(found)}, and not in"
                " what could be read of the page or file that the sources file gives for it.",
                attribution_id=check.attribution.id,
                source_id=check.source_id,
                severity=Severity.WARNING,
            )


def _is_another_outlets(check: AttributionCheck) -> bool:
    """Whether the named outlet lacks words that a page of somebody else has, whoever says them."""
    return check.verdict is Verdict.MISATTRIBUTED and all(
        part.check.verdict is not Verdict.MISATTRIBUTED for part in check.parts
    )


def _lacking(check: AttributionCheck, found: SourceRecord, facts: Facts) -> SourceRecord | None:
    """The page that the article gives for words found on another: read whole, and without them.

    The paragraph itself links to it, and not to the other: else the link may have been read wrong.
    """
    if not _may_be_on_the_wrong_page(check, found, Standing.LINKED):
        return None
    said = check.attribution
    cited, beside = plain_addresses(said.cited), linked_beside(said.contents[0], facts.article)
    if not cited <= beside or canonical(found.source.url) in beside:
        return None
    own = [record for record in facts.sources if canonical(record.source.url) in cited]
    return own[0] if own and all(_was_read_whole(record, check) for record in own) else None


def _may_be_on_the_wrong_page(
    check: AttributionCheck, found: SourceRecord, standing: Standing
) -> bool:
    """Whether spoken words, too many for chance, were found elsewhere than said.

    Where an outlet is named for them, on another page of that outlet.
    """
    said = check.attribution
    return (
        check.found_elsewhere
        and check.standing is standing
        and (said.outlet is None or said.outlet == found.source.outlet)
        and said.kind in _SAID
        and check.verdict in _THERE
        and all(len(part.text.split()) >= _FEWEST_WORDS for part in said.contents)
    )


def _was_read_whole(record: SourceRecord, check: AttributionCheck) -> bool:
    """Whether the whole of a source was searched for the words of a check."""
    page = record.page
    return page is not None and page.whole and record.source.id in check.searched


def _message(check: AttributionCheck, part: PartCheck, record: SourceRecord | None) -> str:
    words = quoted(part.check.quote)
    outlet = check.attribution.outlet
    if part.check.said_by:
        credited = speaker_of(check.attribution) or "nobody by name"
        return (
            f"{words} stands in {page_name(record)}, where {quoted(part.check.said_by)} says it;"
            f" the article credits {quoted(credited)}."
        )
    credited = quoted(outlet.name) if outlet else "another outlet"
    return (
        f"{words} was found in {page_name(record)}; the article credits {credited}, whose page was"
        " read whole and lacks the words."
    )


RULE = Rule(
    id="quote-misattributed",
    summary="The words are at a source, but there somebody else says them, or another page has them",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    help=(
        "Either a source has a different, named person say the words (a warning where it is 'he' or 'she'"
        " in a paragraph that names nobody else, and mostly where whom the article names stands in the"
        " paragraph without saying it), or the page of the outlet that"
        " the article names lacks them and another captured page has them; where no outlet is named and"
        " another page that the article cites has them, or other notes than those that the sources file gives"
        " for the words, it is a warning. A group and its spokesperson"
        " count as one voice. Where the words differ, too, it is a warning beside the error on them. Check who said the words, and where, and correct the credit."
        " Example: the article has the mayor say it, the page the leader of the opposition."
    ),
    links=(
        "https://www.spj.org/spj-code-of-ethics/",
        "https://www.bbc.com/editorialguidelines/guidelines/accuracy",
    ),
    find=_find,
)
