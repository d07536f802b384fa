"""Facts made by hand for the tests of rules."""

from dataclasses import replace

from audit.model import (
    Article,
    Attribution,
    AttributionCheck,
    AttributionKind,
    Capture,
    Fact,
    FactKind,
    Facts,
    Finding,
    Format,
    Missing,
    NotCompared,
    Outcome,
    Outlet,
    Page,
    PartCheck,
    Place,
    Post,
    QuoteCheck,
    Sentence,
    Source,
    SourceRecord,
    Span,
    Standing,
    Verdict,
    Zone,
)
from audit.rules import judge

WORDS = "we will close the school"
ARTICLE = Article(WORDS, (), (), (), Format.TEXT, "0" * 64)
URL = "https://gazette.example/a"
PAGE = Page("text", ())


def record(
    outcome: Outcome = Outcome.CAPTURED,
    page: Page | None = PAGE,
    *,
    id_: str = "s1",
    url: str = URL,
    outlet: str | None = "Harbour Gazette",
    status: int | None = 200,
    reason: str = "",
) -> SourceRecord:
    named = Outlet(outlet) if outlet else None
    source = Source(id_, url, url, Standing.LINKED, named)
    return SourceRecord(source, Capture(url, outcome, url, status=status, reason=reason), page)


def said(kind: AttributionKind = AttributionKind.DIRECT, **more: object) -> Attribution:
    made = Attribution("a1", kind, (Span(0, len(WORDS), WORDS),), speaker_name="Ada Brandt")
    return replace(made, **more)  # type: ignore[arg-type]  # fields of the test's choice


def compared(verdict: Verdict, attribution: Attribution | None = None, **more: object) -> Facts:
    """The facts of one attribution that was compared with one captured page."""
    check = replace(QuoteCheck(WORDS, verdict), **more)  # type: ignore[arg-type]  # as above
    whole = AttributionCheck(
        attribution or said(), Standing.LINKED, verdict, parts=(PartCheck(check, "s1"),)
    )
    return Facts(ARTICLE, (whole,), (record(),))


def posted(told: Post) -> Facts:
    """A post by @adabrandt in the article, and what its service says of it."""
    shown = Post("x", "Ada Brandt", "@adabrandt", "2025-03-01")
    facts = compared(Verdict.VERBATIM, said(AttributionKind.POST, post=shown))
    checks = (replace(facts.checks[0], source_id="s1"),)
    sources = (replace(facts.sources[0], page=replace(PAGE, post=told)),)
    return replace(facts, checks=checks, sources=sources)


def uncompared(
    attribution: Attribution,
    standing: Standing = Standing.UNLINKED,
    reason: NotCompared = NotCompared.NO_SOURCE,
) -> Facts:
    check = AttributionCheck(attribution, standing, Verdict.NOT_COMPARED, reason)
    return Facts(ARTICLE, (check,), ())


def not_in_cited(*others: SourceRecord) -> Facts:
    """The facts of a quotation that no link is tied to, and that the one page read does not have."""
    [check] = uncompared(said(), reason=NotCompared.NOT_IN_CITED).checks
    return Facts(ARTICLE, (replace(check, searched=("s1",)),), (record(), *others))


def lacking(
    closest: str = "The bill came to $1 trillion.", kind: FactKind = FactKind.NUMBER
) -> Facts:
    """The facts of a statement with a figure that its source does not have, and the sentence there."""
    missing = Missing(Fact(kind, Span(0, 2, "we")), "$1 trillion")
    check = AttributionCheck(
        said(AttributionKind.INDIRECT),
        Standing.LINKED,
        Verdict.NOT_COMPARED,
        NotCompared.INDIRECT,
        source_id="s1",
        missing=(missing,),
        closest=(Sentence(Place(0, len(closest), Zone.MAIN), closest),),
    )
    return Facts(ARTICLE, (check,), (record(),))


def only(facts: Facts) -> Finding:
    (finding,) = judge(facts)
    return finding
