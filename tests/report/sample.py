"""A report built by hand: every verdict, every standing but one, a post, a dead link, a saved page."""

from collections import Counter

from audit.model import (
    Archive,
    Article,
    Attribution,
    AttributionCheck,
    AttributionKind,
    Caution,
    DiffOp,
    DiffRun,
    EditMark,
    Fact,
    FactKind,
    Facts,
    Finding,
    Fold,
    Format,
    Link,
    Missing,
    NamedWaiver,
    NotCompared,
    Origin,
    Outlet,
    PartCheck,
    Place,
    Post,
    QuoteCheck,
    Report,
    Selector,
    Sentence,
    Span,
    Standing,
    Verdict,
    Waiver,
    Zone,
)
from audit.rules import RULES, in_order, judge
from audit.waive import Baseline, Policy, settle
from audit.waive.fingerprint import article_id, digests_of
from tests.report.sample_sources import (
    COURIER_TEXT,
    DEAD,
    GAZETTE,
    GAZETTE_TEXT,
    POST,
    POST_TEXT,
    line_blocks,
    sources,
)

PARAGRAPHS = (
    "“We will close the school in June,” Mayor Ada Brandt told the Harbour Gazette.",
    "The plan is “late, costly … and wanted,” according to the Bay Courier.",
    "“Nobody asked the fishermen,” said Tom Reyes, a skipper.",
    "“A gift to the town,” Brandt wrote in a statement.",
    "“The water is clean,” a spokesman told Port Radio.",
    "The inspectors see a risk of flooding.",
    "“Ships come first,” said Lena Ortiz, the pilot.",
    "A “second chance” for the harbour?",
    "First load through the tunnel today…",
    "“It pays for itself,” Brandt said.",
)
TEXT = "\n".join(PARAGRAPHS)


def span(words: str) -> Span:
    """The first place of the words in the article."""
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def article() -> Article:
    blocks = line_blocks(TEXT)
    starts = tuple(block.start for block in blocks)
    link = span("the Harbour Gazette")
    dead = span("told Port Radio")
    return Article(
        text=TEXT,
        blocks=blocks,
        links=(Link(link.start, link.end, GAZETTE), Link(dead.start, dead.end, DEAD)),
        embeds=(),
        format=Format.TEXT,
        sha256="a" * 64,
        origin=Origin(anchors=((0, 0),), line_starts=starts),
        title="The harbour tunnel",
        byline="Nora Vale",
        published="2025-03-02",
        language="en",
        path="articles/tunnel.txt",
    )


def found(text: str, words: str, quote: str, verdict: Verdict, **more: object) -> QuoteCheck:
    """A check whose passage is the words as the page has them."""
    start = text.index(words)
    end = start + len(words)
    place = Place(start, end, Zone.MAIN)
    fields: dict[str, object] = {
        "score": 1.0,
        "parts": (place,),
        "places": (place,),
        "zone": Zone.MAIN,
        "selector": Selector(words, "", "", ":~:text=" + words.replace(" ", "%20")),
        **more,
    }
    return QuoteCheck(quote, verdict, start=start, end=end, **fields)  # type: ignore[arg-type]  # fields of the test's choice


def checks() -> tuple[AttributionCheck, ...]:
    return (
        compared(
            said("a1", "We will close the school in June,", "Mayor Ada Brandt", "Ada Brandt"),
            "s1",
            found(
                GAZETTE_TEXT,
                "We will not close the school in July",
                "We will close the school in June,",
                Verdict.ALTERED,
                score=0.857,
                diff=(
                    DiffRun(DiffOp.EQUAL, "We will", "We will"),
                    DiffRun(DiffOp.DELETE, "", "not"),
                    DiffRun(DiffOp.EQUAL, "close the school in", "close the school in"),
                    DiffRun(DiffOp.REPLACE, "June", "July"),
                ),
                said_by="Ada Brandt",
            ),
        ),
        compared(
            Attribution(
                "a2",
                AttributionKind.MIXED,
                (span("late, costly … and wanted,"),),
                outlet=Outlet("Bay Courier", ("courier.example",)),
                outlet_span=span("the Bay Courier"),
            ),
            "s2",
            found(
                COURIER_TEXT,
                "late, costly and not needed by those who live there, and wanted",
                "late, costly … and wanted,",
                Verdict.EDITED,
                diff=(
                    DiffRun(DiffOp.EQUAL, "late, costly", "late, costly"),
                    DiffRun(
                        DiffOp.DELETE, "…", "and not needed by those who live there,", marked=True
                    ),
                    DiffRun(DiffOp.EQUAL, "and wanted", "and wanted"),
                ),
                edits=(EditMark.ELLIPSIS,),
                cautions=(Caution.ELLIPSIS_DROPS_NEGATION,),
            ),
            standing=Standing.SUPPLIED,
        ),
        compared(
            said("a3", "Nobody asked the fishermen,", "Tom Reyes"),
            "s1",
            found(
                GAZETTE_TEXT,
                "Nobody asked the fishermen",
                "Nobody asked the fishermen,",
                Verdict.MISATTRIBUTED,
                said_by="Ada Brandt",
            ),
        ),
        compared(
            said("a4", "A gift to the town,", "Brandt", "Ada Brandt"),
            "s1",
            found(
                GAZETTE_TEXT,
                "A gift to the town",
                "A gift to the town,",
                Verdict.VERBATIM,
                folds=(Fold.PUNCTUATION,),
            ),
            standing=Standing.UNLINKED,
            found_elsewhere=True,
            notes=("Found on gazette.example (the article names no outlet).",),
        ),
        AttributionCheck(
            said("a5", "The water is clean,", "a spokesman"),
            Standing.LINKED,
            Verdict.NOT_COMPARED,
            NotCompared.SOURCE_NOT_CAPTURED,
            parts=(
                PartCheck(
                    QuoteCheck(
                        "The water is clean,",
                        Verdict.NOT_COMPARED,
                        NotCompared.SOURCE_NOT_CAPTURED,
                    ),
                    "s3",
                ),
            ),
            source_id="s3",
        ),
        AttributionCheck(
            Attribution(
                "a6",
                AttributionKind.INDIRECT,
                (span("a risk of flooding"),),
                speaker=span("The inspectors"),
            ),
            Standing.UNLINKED,
            Verdict.NOT_COMPARED,
            NotCompared.INDIRECT,
            missing=(Missing(Fact(FactKind.NAME, span("flooding")), "3 floods"),),
            closest=(Sentence(Place(0, 9, Zone.MAIN), "The river | rose."),),
        ),
        compared(
            said("a7", "Ships come first,", "Lena Ortiz"),
            "s1",
            QuoteCheck("Ships come first,", Verdict.ABSENT),
        ),
        AttributionCheck(
            Attribution("a8", AttributionKind.UNATTRIBUTED, (span("second chance"),)),
            Standing.UNATTRIBUTED,
            Verdict.NOT_COMPARED,
            NotCompared.NO_SOURCE,
        ),
        compared(
            Attribution(
                "a9",
                AttributionKind.POST,
                (span("First load through the tunnel today…"),),
                url=POST,
                post=Post("x", "Harbour crew", "@harbour", "2025-03-01", POST, truncated=True),
            ),
            "s4",
            found(
                POST_TEXT,
                "First load through the tunnel today",
                "First load through the tunnel today…",
                Verdict.VERBATIM,
                cautions=(Caution.CUT_SHORT,),
            ),
        ),
        AttributionCheck(
            said("a10", "It pays for itself,", "Brandt said", "Ada Brandt"),
            Standing.UNLINKED,
            Verdict.NOT_COMPARED,
            NotCompared.NO_SOURCE,
        ),
    )


def said(id_: str, words: str, speaker: str, name: str | None = None) -> Attribution:
    return Attribution(
        id_,
        AttributionKind.DIRECT,
        (span(words),),
        speaker=span(speaker),
        speaker_name=name or speaker,
    )


def compared(
    attribution: Attribution,
    source_id: str,
    check: QuoteCheck,
    *,
    standing: Standing = Standing.LINKED,
    found_elsewhere: bool = False,
    notes: tuple[str, ...] = (),
) -> AttributionCheck:
    return AttributionCheck(
        attribution,
        standing,
        check.verdict,
        parts=(PartCheck(check, source_id),),
        source_id=source_id,
        found_elsewhere=found_elsewhere,
        notes=notes,
    )


def findings(facts: Facts) -> tuple[Finding, ...]:
    """What is found in the sample; somebody answers for one finding, and another is known."""
    defaults = {rule.id: rule.severity for rule in RULES}
    plain = settle(judge(facts), facts, (), Policy(), defaults)
    own = next(finding for finding in plain if finding.rule == "source-unlinked")
    old = next(finding for finding in plain if finding.rule == "quote-unattributed")
    [name] = digests_of([old], facts, "")
    waiver = Waiver("own interview, notes 2 Nov", "citeaudit.toml", "Nora Vale", "2025-12-31")
    policy = Policy(
        waivers=(NamedWaiver(own.rule, own.fingerprint, waiver),),
        baseline=Baseline(
            entries={article_id(facts.article): {name[:16]: Counter({old.severity: 1})}}
        ),
    )
    return in_order(settle(judge(facts), facts, (), policy, defaults), facts)


def report() -> Report:
    facts = Facts(article(), checks(), sources())
    return Report(
        tool_version="1.2.3",
        facts=facts,
        findings=findings(facts),
        when="2025-03-03T08:00:02Z",
        archives=(Archive("captures.warc.gz", "e" * 64, 4096),),
        repeat=(
            *("citeaudit", "check", "articles/tunnel.txt"),
            *("--captures", "my captures.warc.gz", "--offline"),
        ),
    )
