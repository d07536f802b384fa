import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.model import (
    AttributionCheck,
    AttributionKind,
    Caution,
    Confidence,
    DiffKind,
    DiffOp,
    DiffRun,
    EditMark,
    Fact,
    FactKind,
    Facts,
    Finding,
    HouseLine,
    Missing,
    NetworkFault,
    NotCompared,
    Note,
    NoteMark,
    Outcome,
    Outlet,
    Page,
    PageBlock,
    PartCheck,
    Post,
    PrintedAs,
    QuoteCheck,
    Severity,
    Span,
    Standing,
    Verdict,
    Weight,
    Zone,
)
from audit.rules import RULES, judge
from tests.rules.made import (
    ARTICLE,
    PAGE,
    URL,
    WORDS,
    compared,
    lacking,
    not_in_cited,
    only,
    posted,
    record,
    said,
    uncompared,
)

DIFF = (
    DiffRun(DiffOp.EQUAL, "we will", "we will"),
    DiffRun(DiffOp.DELETE, "", "not"),
    DiffRun(DiffOp.EQUAL, "close the", "close the"),
    DiffRun(DiffOp.REPLACE, "school", "harbour"),
)


def test_an_altered_quotation_says_what_was_compared_and_what_differs() -> None:
    finding = only(compared(Verdict.ALTERED, diff=DIFF))
    assert finding == Finding(
        "quote-altered",
        Severity.ERROR,
        "“we will close the school” was compared with Harbour Gazette (gazette.example) and differs:"
        " the source also has “not”; the article has “school”, the source “harbour”.",
        attribution_id="a1",
        source_id="s1",
        words=WORDS,
        confidence=Confidence.HIGH,
    )


def test_another_speaker_of_altered_words_is_told_beside_the_difference() -> None:
    facts = compared(
        Verdict.ALTERED,
        diff=DIFF,
        weight=Weight.SERIOUS,
        cautions=(Caution.OTHER_NAME,),
        said_by="Tom Orr",
    )
    altered, credit = sorted(judge(facts), key=lambda finding: finding.rule)
    assert (altered.rule, altered.severity) == ("quote-altered", Severity.ERROR)
    assert (credit.rule, credit.severity) == ("quote-misattributed", Severity.WARNING)
    assert "are those of “Tom Orr”; the article credits “Ada Brandt”" in credit.message


def test_marked_differences_are_not_told_as_alterations() -> None:
    marked = (
        DiffRun(DiffOp.DELETE, "…", "not now", marked=True),
        DiffRun(DiffOp.INSERT, "gladly", ""),
    )
    assert only(compared(Verdict.ALTERED, diff=marked)).message.endswith(
        "differs: the article adds “gladly”."
    )


def test_many_differences_are_counted_and_not_all_told() -> None:
    diff = tuple(DiffRun(DiffOp.INSERT, f"word{number}", "") for number in range(5))
    message = only(compared(Verdict.ALTERED, diff=diff)).message
    assert message.endswith("adds “word2”; 2 more differences.")


def test_an_altered_order_without_other_words_is_told_as_such() -> None:
    assert "another order" in only(compared(Verdict.ALTERED)).message


def test_a_splice_is_one_finding_of_its_own() -> None:
    finding = only(compared(Verdict.ALTERED, diff=DIFF, cautions=("spliced",)))
    assert (finding.rule, finding.severity) == ("quote-spliced", Severity.ERROR)


@pytest.mark.parametrize("cautions", [(), ("spliced",)])
def test_an_altered_post_is_one_finding_of_its_own(cautions: tuple[str, ...]) -> None:
    facts = compared(Verdict.ALTERED, said(AttributionKind.POST), diff=DIFF, cautions=cautions)
    assert (only(facts).rule, only(facts).severity) == ("post-differs", Severity.ERROR)


@pytest.mark.parametrize(
    ("told", "message"),
    [
        (Post("x", "Ada B.", "adabrandt", "2025-03-02"), ""),
        (Post("x", "Ada Brandt", "AdaBrandt"), ""),
        (Post("x"), ""),
        (Post("x", "Somebody", "somebody", "2025-03-01"), "@adabrandt, the service by @somebody"),
        (Post("x", "Ada Brandt", "adabrandt", "2024-03-01"), "of 2025-03-01, the service of 2024"),
        (Post("mastodon", None, "adabrandt@social.example"), ""),
    ],
)
def test_whose_post_and_of_when_is_held_against_the_service(told: Post, message: str) -> None:
    found = judge(posted(told))
    assert [finding.rule for finding in found] == ["post-signature-differs"] * bool(message)
    assert message in "".join(finding.message for finding in found)


@pytest.mark.parametrize(
    ("weight", "severity"),
    [
        (Weight.SERIOUS, Severity.ERROR),
        (Weight.MINOR, Severity.WARNING),
        (Weight.STYLE, Severity.NOTE),
    ],
)
def test_the_weight_of_a_difference_decides_its_severity(
    weight: Weight, severity: Severity
) -> None:
    diff = (DiffRun(DiffOp.REPLACE, "shut", "close", kind=DiffKind.CONTENT, weight=weight),)
    finding = only(compared(Verdict.ALTERED, diff=diff, weight=weight))
    assert (finding.rule, finding.severity) == ("quote-altered", severity)


@pytest.mark.parametrize(
    ("kind", "left_out", "says"),
    [
        (DiffKind.NUMBER, "The check of 2022 found nothing", "leaves out words of"),
        (DiffKind.NEGATION, "unless the court does not agree", "leaves out words of"),
        (DiffKind.NUMBER, "forty-two", "in a figure: the source also has “forty-two”"),
        (DiffKind.NEGATION, "not at all", "in a negation: the source also has “not at all”"),
    ],
)
def test_a_clause_left_out_with_a_figure_or_negation_is_no_changed_one(
    kind: DiffKind, left_out: str, says: str
) -> None:
    diff = (DiffRun(DiffOp.DELETE, "", left_out, kind=kind, weight=Weight.SERIOUS),)
    finding = only(compared(Verdict.ALTERED, diff=diff))
    assert says in finding.message
    assert f"the source also has “{left_out}”" in finding.message
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize("kind", [DiffKind.NUMBER, DiffKind.NEGATION])
def test_a_changed_number_or_negation_is_told_by_its_own_rule_alone(kind: DiffKind) -> None:
    diff = (
        DiffRun(DiffOp.REPLACE, "41", "14", kind=kind, weight=Weight.SERIOUS),
        DiffRun(DiffOp.REPLACE, "a", "the", kind=DiffKind.FUNCTION_WORD, weight=Weight.MINOR),
    )
    finding = only(compared(Verdict.ALTERED, diff=diff, weight=Weight.SERIOUS))
    assert finding.rule == f"quote-{kind}-changed"
    assert "the article has “41”, the source “14”" in finding.message
    assert "the" not in finding.message.split("“14”")[1]


def test_a_figure_that_a_statement_has_alone_is_named_with_the_nearest() -> None:
    finding = only(lacking())
    assert finding.severity is Severity.WARNING
    assert finding.message.endswith("read whole; its nearest sentence has “$1 trillion”.")
    assert only(lacking("Nobody knows the bill.")).message.endswith("which was read whole.")


def test_absent_words_are_said_to_be_absent_from_that_page() -> None:
    finding = only(compared(Verdict.ABSENT))
    assert (finding.rule, finding.severity) == ("quote-absent", Severity.ERROR)
    assert (
        "was not found in Harbour Gazette (gazette.example), which was read whole"
        in finding.message
    )


def test_words_said_by_another_person_name_both() -> None:
    finding = only(compared(Verdict.MISATTRIBUTED, said_by="Tom Reyes"))
    assert (finding.rule, finding.severity) == ("quote-misattributed", Severity.ERROR)
    assert "where “Tom Reyes” says it; the article credits “Ada Brandt”" in finding.message


def test_words_found_at_another_outlet_name_both() -> None:
    facts = compared(Verdict.MISATTRIBUTED, said(outlet=Outlet("Bay Courier")))
    assert "was found in Harbour Gazette (gazette.example)" in only(facts).message
    assert "the article credits “Bay Courier”" in only(facts).message


def test_brackets_that_change_a_negation_show_what_they_stand_for() -> None:
    diff = (DiffRun(DiffOp.REPLACE, "[do not]", "fully", marked=True),)
    facts = compared(Verdict.EDITED, diff=diff, cautions=("brackets-change-negation",))
    assert (only(facts).rule, only(facts).severity) == (
        "brackets-change-negation",
        Severity.WARNING,
    )
    assert "there stands “fully”" in only(facts).message


def test_words_that_the_named_outlet_lacks_are_told_with_where_they_stand() -> None:
    facts = compared(Verdict.VERBATIM, said(outlet=Outlet("Bay Courier")))
    check = replace(
        facts.checks[0],
        verdict=Verdict.MISATTRIBUTED,
        found_elsewhere=True,
        source_id=facts.sources[0].source.id,
    )
    finding = only(replace(facts, checks=(check,)))
    assert (finding.rule, finding.severity) == ("quote-misattributed", Severity.WARNING)
    assert "stands in Harbour Gazette (gazette.example)" in finding.message
    assert "names “Bay Courier” for it" in finding.message


def test_an_ellipsis_that_drops_a_negation_shows_what_it_drops() -> None:
    diff = (DiffRun(DiffOp.DELETE, "…", "and never", marked=True),)
    facts = compared(Verdict.EDITED, diff=diff, cautions=("ellipsis-drops-negation",))
    assert (only(facts).rule, only(facts).severity) == ("ellipsis-drops-negation", Severity.WARNING)
    assert "hold a negation: “and never”" in only(facts).message


@pytest.mark.parametrize(
    ("caution", "place"),
    [
        ("only-in-comments", "readers' comments"),
        ("only-in-related", "links to other articles"),
        ("only-in-navigation", "navigation"),
        ("only-in-hidden", "no reader sees"),
    ],
)
def test_words_outside_the_text_of_the_page_are_a_warning(caution: str, place: str) -> None:
    finding = only(compared(Verdict.VERBATIM, cautions=("short", caution)))
    assert (finding.rule, finding.severity) == ("quote-only-in-comments", Severity.WARNING)
    assert place in finding.message


@pytest.mark.parametrize(
    ("caution", "rule", "severity"),
    [
        ("only-in-folded", "quote-only-in-folded", Severity.NOTE),
        ("withdrawn", "quote-withdrawn", Severity.WARNING),
    ],
)
def test_words_that_a_page_folds_or_strikes_have_rules_of_their_own(
    caution: str, rule: str, severity: Severity
) -> None:
    finding = only(compared(Verdict.VERBATIM, cautions=(caution,)))
    assert (finding.rule, finding.severity) == (rule, severity)


@pytest.mark.parametrize("caution", ["other-name", "authors-words"])
def test_another_name_that_may_be_wrong_is_a_note(caution: str) -> None:
    finding = only(compared(Verdict.VERBATIM, cautions=(caution,), said_by="Ann Lee"))
    assert (finding.rule, finding.severity) == ("quote-other-name", Severity.NOTE)
    assert "“Ann Lee”" in finding.message


@pytest.mark.parametrize("caution", ["namesake", "unnamed"])
def test_a_namesake_and_somebody_unnamed_are_a_warning(caution: str) -> None:
    finding = only(compared(Verdict.VERBATIM, cautions=(caution,), said_by="Ann Brandt"))
    assert (finding.rule, finding.severity) == ("quote-namesake", Severity.WARNING)
    assert "Ada Brandt" in finding.message


def test_a_figure_of_a_statement_within_another_is_named_once() -> None:
    facts = lacking()
    [check] = facts.checks
    outer = replace(check, attribution=replace(check.attribution, id="a2"))
    assert only(replace(facts, checks=(check, outer))).attribution_id == "a1"


@pytest.mark.parametrize(
    ("figure", "kind", "nearest", "others", "severity"),
    [
        ("sieben Stunden", FactKind.AMOUNT, "", 0, Severity.NOTE),
        ("half", FactKind.PERCENTAGE, "", 0, Severity.WARNING),
        ("seven", FactKind.NUMBER, "six", 0, Severity.WARNING),
        ("three", FactKind.NUMBER, "", 1, Severity.WARNING),  # 'three of five'
        ("160", FactKind.NUMBER, "", 0, Severity.WARNING),
    ],
)
def test_a_number_in_words_that_has_no_other_in_its_place_is_a_note(
    figure: str, kind: FactKind, nearest: str, others: int, severity: Severity
) -> None:
    facts = lacking()
    [check] = facts.checks
    fact = Fact(kind, Span(0, len(figure), figure))
    more = tuple(Fact(FactKind.NUMBER, Span(20 + at, 21 + at, "5")) for at in range(others))
    check = replace(
        check,
        attribution=replace(check.attribution, facts=(fact, *more)),
        missing=(Missing(fact, nearest),),
    )
    assert only(replace(facts, checks=(check,))).severity is severity


@pytest.mark.parametrize("verdict", [Verdict.ALTERED, Verdict.VERBATIM, Verdict.ABSENT])
def test_a_figure_in_quoted_words_is_told_by_what_became_of_them(verdict: Verdict) -> None:
    facts = lacking()
    quoted = compared(verdict, said(AttributionKind.MIXED, id="a2")).checks
    found = judge(replace(facts, checks=(*facts.checks, *quoted)))
    assert not any(finding.rule == "statement-figure-missing" for finding in found)


def test_a_figure_beside_quoted_words_that_nobody_compared_is_named() -> None:
    facts = lacking()
    quoted = uncompared(said(AttributionKind.MIXED, id="a2")).checks
    found = judge(replace(facts, checks=(*facts.checks, *quoted)))
    assert any(finding.rule == "statement-figure-missing" for finding in found)


def test_a_question_quoted_as_a_statement_is_a_warning() -> None:
    finding = only(compared(Verdict.VERBATIM, cautions=("question",)))
    assert (finding.rule, finding.severity) == ("quote-question", Severity.WARNING)


def in_house(printed: PrintedAs, quote: str, *edits: EditMark) -> Facts:
    line = HouseLine(frozenset(), is_allowed=False, rule="Not so.", printed=frozenset({printed}))
    verdict = Verdict.EDITED if edits else Verdict.VERBATIM
    facts = compared(verdict, said(AttributionKind.MIXED), quote=quote, edits=edits)
    return replace(facts, house=(line,))


@pytest.mark.parametrize(
    ("printed", "quote", "edits"),
    [
        (PrintedAs.SQUARE_BRACKETS, "we [the council] will close it", (EditMark.BRACKETS,)),
        (PrintedAs.ROUND_BRACKETS, "we (the council) will close it", (EditMark.BRACKETS,)),
        (PrintedAs.TIGHT_ELLIPSIS, "we came...we closed the school", (EditMark.ELLIPSIS,)),
        (PrintedAs.TIGHT_ELLIPSIS, "we came… and closed the school", (EditMark.ELLIPSIS,)),
        (PrintedAs.FRAGMENT, "the school", ()),
    ],
)
def test_what_a_house_advises_against_is_a_note(
    printed: PrintedAs, quote: str, edits: tuple[EditMark, ...]
) -> None:
    finding = only(in_house(printed, quote, *edits))
    assert (finding.rule, finding.severity) == ("quote-house-rule", Severity.NOTE)
    others = [other for other in PrintedAs if other is not printed]
    assert all(judge(in_house(other, quote, *edits)) == () for other in others)


def test_an_ellipsis_with_spaces_is_as_houses_have_it() -> None:
    quote = "we came ... and closed the school"
    assert judge(in_house(PrintedAs.TIGHT_ELLIPSIS, quote, EditMark.ELLIPSIS)) == ()


def test_words_before_a_quotation_that_turn_it_are_a_warning() -> None:
    finding = only(compared(Verdict.VERBATIM, cautions=("turned-before",)))
    assert (finding.rule, finding.severity) == ("quote-cut-short", Severity.WARNING)


@pytest.mark.parametrize(("start", "told"), [(26, False), (60, False), (120, True), (0, True)])
def test_a_part_that_goes_on_where_another_ends_is_not_cut_short(start: int, *, told: bool) -> None:
    facts = compared(Verdict.VERBATIM, cautions=("turned-after",), start=0, end=24)
    [check] = facts.checks
    behind = QuoteCheck("but not before May", Verdict.VERBATIM, start=start, end=start + 18)
    parts = (*check.parts, PartCheck(behind, "s1"))
    found = judge(replace(facts, checks=(replace(check, parts=parts),)))
    assert [finding.rule for finding in found] == ["quote-cut-short"] * told


@pytest.mark.parametrize("verdict", [Verdict.VERBATIM, Verdict.EDITED])
@pytest.mark.parametrize("caution", ["short", "cut-short"])
def test_a_faithful_quotation_has_no_finding(verdict: Verdict, caution: str) -> None:
    assert judge(compared(verdict, cautions=(caution,))) == ()


def test_words_of_nobody_named_are_a_note() -> None:
    facts = uncompared(said(AttributionKind.UNATTRIBUTED), Standing.UNATTRIBUTED)
    assert (only(facts).rule, only(facts).severity) == ("quote-unattributed", Severity.NOTE)


@pytest.mark.parametrize(
    "kind", [AttributionKind.DIRECT, AttributionKind.MIXED, AttributionKind.POST]
)
def test_quoted_words_without_a_source_are_a_warning(kind: AttributionKind) -> None:
    finding = only(uncompared(said(kind)))
    assert (finding.rule, finding.severity) == ("source-unlinked", Severity.WARNING)
    assert "is quoted from “Ada Brandt”" in finding.message


def test_a_statement_is_unlinked_only_where_an_outlet_is_named() -> None:
    indirect = said(AttributionKind.INDIRECT)
    assert judge(uncompared(indirect, reason=NotCompared.INDIRECT)) == ()
    named = replace(indirect, outlet=Outlet("Port Radio"))
    finding = only(uncompared(named, reason=NotCompared.INDIRECT))
    assert finding.rule == "source-unlinked"
    assert "is reported from “Port Radio”" in finding.message


@pytest.mark.parametrize("standing", [Standing.LINKED, Standing.SUPPLIED, Standing.DISCOVERED])
def test_words_with_a_source_are_not_unlinked(standing: Standing) -> None:
    assert judge(uncompared(said(), standing, NotCompared.SOURCE_NOT_CAPTURED)) == ()


def test_words_found_elsewhere_are_not_unlinked() -> None:
    facts = compared(Verdict.VERBATIM)
    check = replace(facts.checks[0], standing=Standing.UNLINKED, found_elsewhere=True)
    assert judge(replace(facts, checks=(check,))) == ()


OF_THEIR_OWN = {
    Outcome.NOT_FOUND: "link-dead",
    Outcome.GONE: "link-dead",
    Outcome.SOFT_404: "link-soft-404",
    Outcome.PAYWALLED: "source-paywalled",
}


COMPARED_WITH_NONE = [
    o for o in Outcome if o not in {"captured", "from-archive", Outcome.IS_ARTICLE}
]


@pytest.mark.parametrize("outcome", COMPARED_WITH_NONE)
def test_a_source_that_was_not_captured_is_at_most_a_warning(outcome: Outcome) -> None:
    unread = record(outcome, None, status=403, reason="one\ntwo")
    finding = only(Facts(ARTICLE, (), (unread,)))
    rule = OF_THEIR_OWN.get(outcome, "source-unavailable")
    assert (finding.rule, finding.severity) == (rule, Severity.WARNING)
    assert finding.source_id == "s1"
    if rule == "source-unavailable":
        assert f"could not be read ({outcome}: one two)" in finding.message


@pytest.mark.parametrize("fault", [*NetworkFault, None])
def test_only_a_host_that_no_name_server_knows_is_a_dead_link(fault: NetworkFault | None) -> None:
    unread = record(Outcome.NETWORK_ERROR, None, status=None, reason="dns: it says")
    unread = replace(unread, capture=replace(unread.capture, fault=fault))
    rule = "link-dead" if fault is NetworkFault.DNS else "source-unavailable"
    assert only(Facts(ARTICLE, (), (unread,))).rule == rule


def test_a_source_read_in_part_is_said_to_be_so() -> None:
    finding = only(Facts(ARTICLE, (), (record(Outcome.TRUNCATED, status=None),)))
    assert f"{URL} could be read only in part (truncated)" in finding.message


@pytest.mark.parametrize("outcome", [Outcome.CAPTURED, Outcome.FROM_ARCHIVE])
def test_a_source_that_was_captured_has_no_finding(outcome: Outcome) -> None:
    assert judge(Facts(ARTICLE, (), (record(outcome),))) == ()


def test_each_part_has_its_own_finding() -> None:
    parts = tuple(
        PartCheck(QuoteCheck(words, verdict), "s1")
        for words, verdict in (
            ("one", Verdict.ABSENT),
            ("two", Verdict.VERBATIM),
            ("three", Verdict.ABSENT),
        )
    )
    check = AttributionCheck(said(), Standing.LINKED, Verdict.ABSENT, parts=parts)
    messages = [f.message for f in judge(Facts(ARTICLE, (check,), (record(),)))]
    assert [message.split()[0] for message in messages] == ["“one”", "“three”"]


def test_findings_come_severest_first_then_in_the_order_of_the_article() -> None:
    def at(id_: str, facts: Facts) -> AttributionCheck:
        return replace(facts.checks[0], attribution=replace(facts.checks[0].attribution, id=id_))

    checks = (
        at("n", uncompared(said(AttributionKind.UNATTRIBUTED), Standing.UNATTRIBUTED)),
        at("w", uncompared(said())),
        at("e2", compared(Verdict.ABSENT)),
        at("e1", compared(Verdict.ALTERED)),
    )
    dead = record(Outcome.GONE, None, id_="s2", url="https://gone.example/")
    found = judge(Facts(ARTICLE, checks, (record(), dead)))
    assert [f.attribution_id or f.source_id for f in found] == ["e2", "e1", "w", "s2", "n"]


@given(st.text(), st.text(), st.text())
def test_a_message_is_one_short_line_whatever_it_names(words: str, name: str, url: str) -> None:
    diff = tuple(DiffRun(DiffOp.REPLACE, words * 40, name * 40) for _ in range(9))
    facts = compared(Verdict.ALTERED, said(speaker_name=name), quote=words * 40, diff=diff)
    dead = record(Outcome.GONE, None, url=url * 40, outlet=None, reason=name * 40)
    other = replace(compared(Verdict.ABSENT).checks[0].parts[0], source_id=dead.source.id)
    absent = replace(facts.checks[0], parts=(facts.checks[0].parts[0], other))
    for finding in judge(Facts(ARTICLE, (absent,), (dead,))):
        assert len(finding.message.splitlines()) == 1
        assert len(finding.message) < 1500


ACCUSING = re.compile(
    r"\b(false|fake|fabricat\w*|lie[sd]?|liar|made up|invent\w*)\b", re.IGNORECASE
)


@pytest.mark.parametrize("text", [lambda rule: rule.help, lambda rule: rule.summary])
def test_no_rule_accuses(text: Callable[[object], str]) -> None:
    assert not [rule.id for rule in RULES if ACCUSING.search(text(rule))]


def test_rules_have_distinct_names_in_the_form_of_names() -> None:
    names = [rule.id for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", name) for name in names)
    assert not [
        rule.id for rule in RULES if rule.summary.endswith(".") or not rule.help.endswith(".")
    ]


# Those that tests/rules/test_sources_of_articles.py and tests/waive hold to whole runs.
ON_SOURCES = {
    *("source-unavailable", "source-paywalled", "link-soft-404", "link-moved", "post-unavailable"),
    *("outlet-mismatch", "source-newer-than-article", "source-changed", "quote-language-differs"),
    "waiver-invalid",
    "source-discovered",
}


def test_words_in_no_cited_page_are_a_warning_and_not_compared_with_nothing() -> None:
    unread = record(Outcome.TIMED_OUT, None, id_="s2")
    findings = {finding.rule: finding for finding in judge(not_in_cited(unread))}
    assert findings.keys() == {"quote-not-in-cited", "source-unavailable"}
    finding = findings["quote-not-in-cited"]
    assert finding.severity is Severity.WARNING
    assert "in the page that the article cites (1 more could not be read" in finding.message
    text = "Es regnete den ganzen Tag am Hafen."
    page = Page(text, (PageBlock(0, len(text), Zone.MAIN),))
    read = record(Outcome.CAPTURED, page, id_="s2")
    [other] = judge(not_in_cited(read))
    assert "in the page that the article cites (1 more could not be compared)" in other.message


def test_a_rule_gives_findings_of_its_own_name_and_severity() -> None:
    everything = (
        compared(Verdict.ALTERED),
        compared(Verdict.ALTERED, cautions=("spliced",)),
        compared(Verdict.ALTERED, cautions=("fragments-reversed",)),
        compared(
            Verdict.ALTERED, diff=(DiffRun(DiffOp.REPLACE, "41", "14", kind=DiffKind.NUMBER),)
        ),
        compared(
            Verdict.ALTERED, diff=(DiffRun(DiffOp.DELETE, "", "not", kind=DiffKind.NEGATION),)
        ),
        compared(Verdict.VERBATIM, cautions=("turned-after",), end=2),
        compared(Verdict.VERBATIM, cautions=("question",)),
        compared(Verdict.NOT_COMPARED, reason=NotCompared.TRANSCRIPT_UNCERTAIN),
        compared(Verdict.ALTERED, said(AttributionKind.POST)),
        compared(Verdict.ABSENT),
        compared(Verdict.MISATTRIBUTED),
        compared(Verdict.EDITED, cautions=("ellipsis-drops-negation", "only-in-comments")),
        compared(Verdict.EDITED, cautions=("brackets-change-negation",)),
        compared(Verdict.VERBATIM, cautions=("only-in-folded", "withdrawn")),
        compared(Verdict.VERBATIM, cautions=("other-name",), said_by="Ann Lee"),
        compared(Verdict.VERBATIM, cautions=("namesake",), said_by="Ann Brandt"),
        in_house(PrintedAs.FRAGMENT, "the school"),
        uncompared(said()),
        not_in_cited(),
        uncompared(said(AttributionKind.UNATTRIBUTED), Standing.UNATTRIBUTED),
        lacking(),
        lacking(kind=FactKind.WORD),
        Facts(replace(ARTICLE, text="It isnâ€™t so, and wasnâ€™t."), (), ()),
        Facts(ARTICLE, (), (record(Outcome.GONE, None),)),
        posted(Post("x", handle="somebody")),
        Facts(
            replace(
                ARTICLE,
                notes=(Note("1", "Gazette", None), Note("2", "Post", None)),
                marks=(NoteMark(1, 0, "1"), NoteMark(2, None, "7")),
            ),
            (),
            (),
        ),
    )
    fired = set()
    for rule in RULES:
        for facts in everything:
            for finding in rule.find(facts):
                assert (finding.rule, finding.severity) == (rule.id, rule.severity)
                fired.add(finding.rule)
    assert {rule.id for rule in RULES} - fired == ON_SOURCES


def test_words_found_only_in_what_was_given_for_others_are_a_warning() -> None:
    facts = compared(Verdict.VERBATIM)
    [check] = facts.checks
    elsewhere = replace(
        check, standing=Standing.SUPPLIED, source_id="s1", found_elsewhere=True, searched=("s1",)
    )
    finding = only(replace(facts, checks=(elsewhere,)))
    assert (finding.rule, finding.severity) == ("quote-misattributed", Severity.WARNING)
    assert "the sources file gives for it" in finding.message


@pytest.mark.parametrize(
    ("page", "rules"),
    [
        (replace(PAGE, whole=False, why_not_whole="a notice alone"), ["source-unavailable"]),
        (replace(PAGE, whole=False, why_not_whole="it breaks off"), ["source-unavailable"]),
        (PAGE, []),
        (replace(PAGE, whole=False, why_not_whole="a wall", for_subscribers=True), []),
    ],
)
def test_a_page_that_answered_with_a_part_of_its_text_is_told_where_it_was_needed(
    page: Page, rules: list[str]
) -> None:
    [lacks] = lacking().checks
    stated = replace(lacks.attribution, facts=(lacks.missing[0].fact,))
    check = replace(lacks, attribution=stated, missing=(), closest=())
    found = judge(Facts(ARTICLE, (check,), (record(page=page),)))
    assert [each.rule for each in found] == rules
    assert all(each.severity is Severity.NOTE for each in found)
    assert all(page.why_not_whole in each.message for each in found)
    unneeded = replace(check, source_id=None)
    assert not any(
        each.rule == "source-unavailable"
        for each in judge(Facts(ARTICLE, (unneeded,), (record(page=page),)))
    )


@pytest.mark.parametrize(
    ("there", "told"),
    [("we never", "in a sentence of"), ("Ann Lee", "in a sentence of")],
)
def test_a_word_that_stands_otherwise_is_told_with_what_stands_there(there: str, told: str) -> None:
    facts = lacking(kind=FactKind.WORD)
    [check] = facts.checks
    missing = replace(check.missing[0], nearest=there)
    [finding] = [
        each
        for each in judge(replace(facts, checks=(replace(check, missing=(missing,)),)))
        if each.rule == "statement-word-changed"
    ]
    assert told in finding.message
    assert "last name" not in finding.message
