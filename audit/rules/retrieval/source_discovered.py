"""source-discovered: the words stand on a page that nobody linked, and that a search has found."""

from collections.abc import Iterator

from audit.model import Facts, Finding, Severity, Standing, Verdict
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import LONGEST_ADDRESS, clip, quoted

_LONGEST = 600  # characters of how a page was found


def _find(facts: Facts) -> Iterator[Finding]:
    records = {record.source.id: record for record in facts.sources}
    for check in facts.checks:
        record = records.get(check.source_id or "")
        if record is None or record.source.discovery is None:
            continue
        if check.standing is not Standing.DISCOVERED or check.verdict is Verdict.NOT_COMPARED:
            continue
        address = clip(record.source.url, LONGEST_ADDRESS)
        how = clip(str(record.source.discovery), _LONGEST)
        stand = "stand in other words" if check.verdict is Verdict.ALTERED else "stand"
        yield RULE.finding(
            f"{quoted(check.attribution.contents[0].text)}: the words {stand} on {address}, which the"
            f" article does not link. It was found {how}. If that is the page meant, link it or name it"
            " in the sources file.",
            attribution_id=check.attribution.id,
            source_id=record.source.id,
        )


RULE = Rule(
    id="source-discovered",
    summary="The article links to no source for the words, and a search has found a page that has them",
    severity=Severity.NOTE,
    confidence=Confidence.HIGH,
    help=(
        "The article names somebody for the words and gives no page, so the named outlet's site, web"
        " archives and whatever else the settings name were searched. The page was taken for the source"
        " because the words stand in it; the message says by which way it was found. Look whether it is the"
        " page that was meant, and link it: readers have no search. `citeaudit sources ARTICLE"
        " --discover` writes it into a sources file. Example: “told the BBC”, with no link, and the"
        " words stand in a report that the BBC's sitemap lists."
    ),
    links=("https://www.spj.org/spj-code-of-ethics/",),
    find=_find,
)
