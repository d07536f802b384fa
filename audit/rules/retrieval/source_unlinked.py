"""source-unlinked: words are quoted, or an outlet named, without a page to compare with."""

from collections.abc import Iterator

from audit.model import (
    Attribution,
    Facts,
    Finding,
    NotCompared,
    Severity,
)
from audit.rules.facts import QUOTED
from audit.rules.no_page import why_no_page
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import nearly_there, quoted, speaker_of, what_was_searched


def _find(facts: Facts) -> Iterator[Finding]:
    records = {record.source.id: record for record in facts.sources}
    for check in facts.checks:
        if check.is_unlinked and _names_a_source(check.attribution):
            why = why_no_page(check.attribution, facts.article)
            if why is not None:
                yield RULE.finding(
                    f"{_what(check.attribution)}, {why}",
                    attribution_id=check.attribution.id,
                    severity=Severity.NOTE,
                    confidence=Confidence.LOW,
                )
                continue
            if check.reason is NotCompared.NOT_IN_CITED:  # a rule of its own
                continue
            so = (
                "it was searched for, and not found"
                if check.search is not None
                else "it was looked for only in the pages cited for other words"
                + ("" if check.closest else ", and not found")
                if check.searched
                else "it was compared with nothing"
            )
            yield RULE.finding(
                f"{_what(check.attribution)}, and the article links to no source for it, so {so}."
                f"{what_was_searched(check)}{nearly_there(check, records)} Add a link, or name the page in the sources file.",
                attribution_id=check.attribution.id,
            )


def _names_a_source(attribution: Attribution) -> bool:
    return attribution.kind in QUOTED or attribution.outlet is not None


def _what(attribution: Attribution) -> str:
    words = quoted(attribution.contents[0].text) if attribution.contents else "A statement"
    verb = "is quoted" if attribution.kind in QUOTED else "is reported"
    credited = attribution.outlet.name if attribution.outlet else speaker_of(attribution)
    return f"{words} {verb} from {quoted(credited)}" if credited else f"{words} {verb}"


RULE = Rule(
    id="source-unlinked",
    summary="Words are quoted or an outlet is named, and no page was given to compare with",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    help=(
        "Nothing could be compared. Link the words or the outlet's name to the page that has them, or"
        " add a [[source]] with outlet, speaker or line and the url to the sources file. For words from"
        " an interview of your own, check your notes or the recording."
        " Example: “It pays for itself,” the mayor told the paper, with no link; where she told you, waive it: `<!-- citeaudit: ignore[source-unlinked] own interview, notes 2 Nov -->`."
    ),
    links=(
        "https://www.spj.org/spj-code-of-ethics/",
        "https://www.bbc.com/editorialguidelines/guidelines/accuracy",
    ),
    find=_find,
)
