"""Attributions against their sources: the best source wins, nothing is accused unread."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from audit.extract import extract
from audit.match import compare
from audit.model import (
    Article,
    Attribution,
    AttributionCheck,
    Block,
    BlockKind,
    Capture,
    Caution,
    Format,
    NotCompared,
    Outcome,
    Outlet,
    Page,
    PageBlock,
    Pairing,
    Resolution,
    Source,
    SourceRecord,
    Standing,
    Verdict,
    Zone,
)
from audit.read import read_article

SAID = "We will rebuild the bridge by spring if the money lasts"


def page(text: str, *, whole: bool = True) -> Page:
    return Page(text, (PageBlock(0, len(text), Zone.MAIN),), whole=whole)


def voices(one: Page) -> Sequence[Attribution]:
    block = Block(0, len(one.text), BlockKind.PARAGRAPH)
    return extract(Article(one.text, (block,), (), (), Format.TEXT, ""))


def record(
    number: int, text: str | None, *, outlet: str | None = None, whole: bool = True
) -> SourceRecord:
    url = f"https://paper{number}.example/story"
    source = Source(
        f"s{number}", url, url, Standing.LINKED, Outlet(outlet) if outlet is not None else None
    )
    outcome = Outcome.CAPTURED if text is not None else Outcome.NOT_FOUND
    read = page(text, whole=whole) if text is not None else None
    return SourceRecord(source, Capture(url, outcome, url), read)


def checked(
    text: str,
    records: Sequence[SourceRecord],
    paired: Sequence[str] = (),
    candidates: Sequence[str] = (),
) -> AttributionCheck:
    """The check of the only attribution of a text, paired with sources by id."""
    [attribution] = extract(read_article(text.encode(), format="text"))
    standing = Standing.LINKED if paired else Standing.UNLINKED
    resolution = Resolution(
        tuple(each.source for each in records),
        (Pairing(attribution.id, standing, tuple(paired), tuple(candidates)),),
    )
    [check] = compare([attribution], resolution, {each.source.id: each for each in records}, voices)
    return check


QUOTE = f"“{SAID},” Anna Lindqvist said."
TOLD = f"“{SAID},” Anna Lindqvist told the Kelmouth Echo."
HAS = record(1, f"It rained. “{SAID},” Anna Lindqvist said.")
LACKS = record(2, "It rained all day and the fair was called off.")


def test_the_best_of_several_sources_wins() -> None:
    changed = record(3, f"“{SAID.replace('spring', 'autumn')},” Anna Lindqvist said.")
    check = checked(QUOTE, [LACKS, changed, HAS], ["s2", "s3", "s1"])
    assert (check.verdict, check.source_id) == (Verdict.VERBATIM, "s1")


def test_words_that_a_source_read_whole_lacks_are_absent() -> None:
    assert checked(QUOTE, [LACKS], ["s2"]).verdict is Verdict.ABSENT


def test_a_source_that_was_not_captured_is_no_absence() -> None:
    check = checked(QUOTE, [record(3, None)], ["s3"])
    assert (check.verdict, check.reason) == (
        Verdict.NOT_COMPARED,
        NotCompared.SOURCE_NOT_CAPTURED,
    )
    assert check.source_id == "s3"


def test_nothing_is_absent_while_one_of_its_sources_is_unread() -> None:
    check = checked(QUOTE, [LACKS, record(3, None)], ["s2", "s3"])
    assert check.reason is NotCompared.SOURCE_NOT_CAPTURED
    check = checked(QUOTE, [LACKS, record(3, "It rained all", whole=False)], ["s2", "s3"])
    assert check.reason is NotCompared.SOURCE_NOT_WHOLE


def test_a_quotation_that_credits_no_outlet_may_be_found_anywhere() -> None:
    check = checked(QUOTE, [LACKS, HAS])
    assert check.verdict is Verdict.VERBATIM
    assert check.found_elsewhere
    assert check.notes == ("Found on paper1.example (the article names no outlet).",)


def test_a_change_is_seen_at_a_source_that_the_article_does_not_name() -> None:
    check = checked(QUOTE.replace("by spring", "by autumn"), [LACKS, HAS])
    assert check.verdict is Verdict.ALTERED
    assert check.found_elsewhere


def test_a_quotation_found_nowhere_without_a_source_is_not_compared() -> None:
    check = checked(QUOTE, [LACKS])
    assert (check.verdict, check.reason) == (Verdict.NOT_COMPARED, NotCompared.NO_SOURCE)
    assert check.searched == ("s2",)
    assert checked(QUOTE, [LACKS], candidates=["s2"]).reason is NotCompared.NOT_IN_CITED


@pytest.mark.parametrize(
    ("first", "is_changed"),
    [("Rain, and more rain,", True), ("Snow, and more snow,", False), ("Rain,", False)],
)
def test_a_page_with_one_part_word_for_word_is_that_of_the_others(
    first: str,
    is_changed: bool,  # noqa: FBT001
) -> None:
    diary = "Rain, and more rain. Mr Garth preached on the flood, to general resentment."
    second = "Mr Garth preached on the flood, to general relief."
    check = checked(f"“{first}” Anna Lindqvist said. “{second}”", [record(6, diary)])
    assert (check.verdict is Verdict.ALTERED) == is_changed


def test_a_quotation_is_compared_with_nothing_only_where_no_page_was_read() -> None:
    check = checked(QUOTE, [record(3, None)])
    assert (check.verdict, check.reason) == (Verdict.NOT_COMPARED, NotCompared.NO_SOURCE)
    assert check.searched == ()
    check = checked(QUOTE, [record(3, "It rained all", whole=False)])
    assert (check.verdict, check.reason) == (Verdict.NOT_COMPARED, NotCompared.NO_SOURCE)
    assert check.searched == ("s3",)


RIVAL = record(4, "“We will not rebuild the bridge by spring if the money lasts,” Bo Holm said.")


def test_words_whose_source_was_not_read_are_not_held_against_another_persons() -> None:
    """Whatever else is read: a dead link, a slow server, a page read in part."""
    for unread in (record(3, None), record(3, "It rained all", whole=False)):
        for others in ([RIVAL], [RIVAL, LACKS], [LACKS, RIVAL]):
            check = checked(QUOTE, [unread, *others], ["s3"])
            assert check.verdict is Verdict.NOT_COMPARED
            assert not check.found_elsewhere


def test_words_whose_source_was_not_read_are_found_elsewhere_or_changed_by_the_same_speaker() -> (
    None
):
    found = checked(QUOTE, [record(3, None), HAS], ["s3"])
    assert (found.verdict, found.source_id) == (Verdict.VERBATIM, "s1")
    changed = checked(QUOTE.replace("by spring", "by autumn"), [record(3, None), HAS], ["s3"])
    assert (changed.verdict, changed.source_id) == (Verdict.ALTERED, "s1")


def test_another_persons_like_words_are_no_change_of_a_quotation_without_a_link() -> None:
    assert checked(QUOTE, [RIVAL]).reason is NotCompared.NO_SOURCE
    assert checked(QUOTE, [RIVAL], candidates=["s4"]).reason is NotCompared.NOT_IN_CITED


def test_words_found_at_a_candidate_count_and_what_it_lacks_accuses_nobody() -> None:
    check = checked(QUOTE, [LACKS, HAS], candidates=["s2", "s1"])
    assert (check.verdict, check.source_id) == (Verdict.VERBATIM, "s1")
    assert check.searched == ("s2", "s1")
    check = checked(QUOTE, [LACKS], candidates=["s2"])
    assert (check.verdict, check.reason) == (Verdict.NOT_COMPARED, NotCompared.NOT_IN_CITED)


def test_an_outlets_source_that_lacks_what_another_has_is_misattributed() -> None:
    echo = replace(LACKS, source=replace(LACKS.source, outlet=Outlet("Kelmouth Echo")))
    check = checked(TOLD, [echo, HAS], ["s2"])
    assert check.verdict is Verdict.MISATTRIBUTED
    assert check.source_id == "s1"
    assert "Kelmouth Echo" in check.notes[0]


def test_words_on_another_page_of_the_outlet_are_not_misattributed() -> None:
    echo = Outlet("Kelmouth Echo")
    given = replace(LACKS, source=replace(LACKS.source, outlet=echo))
    other = replace(HAS, source=replace(HAS.source, outlet=echo))
    check = checked(TOLD, [given, other], ["s2"])
    assert (check.verdict, check.source_id) == (Verdict.VERBATIM, "s1")
    assert "another page of Kelmouth Echo" in check.notes[0]


def test_a_link_to_somebody_else_shows_nothing_of_the_outlet() -> None:
    check = checked(TOLD, [LACKS, HAS], ["s2"])
    assert check.verdict is Verdict.ABSENT
    assert "paper1.example" in check.notes[0]


def test_an_outlet_without_a_source_is_not_accused_when_another_has_the_words() -> None:
    check = checked(TOLD, [HAS])
    assert (check.verdict, check.reason) == (Verdict.NOT_COMPARED, NotCompared.NO_SOURCE)
    assert "paper1.example" in check.notes[0]


def test_an_outlet_without_a_link_is_compared_with_a_captured_source_of_its_own() -> None:
    echo = replace(HAS, source=replace(HAS.source, outlet=Outlet("Kelmouth Echo")))
    check = checked(TOLD, [echo])
    assert check.verdict is Verdict.VERBATIM
    assert not check.found_elsewhere


def test_the_worst_part_is_the_verdict_of_an_attribution() -> None:
    text = f"“{SAID},” Anna Lindqvist said. “It will be twice as wide as the old one was.”"
    source = record(1, f"“{SAID}. It will be thrice as wide as the old one was,” Lindqvist said.")
    check = checked(text, [source], ["s1"])
    assert check.verdict is Verdict.ALTERED
    assert [part.check.verdict for part in check.parts] == [Verdict.VERBATIM, Verdict.ALTERED]


def test_an_indirect_statement_is_never_called_supported() -> None:
    check = checked("Anna Lindqvist said that the bridge would open in spring.", [HAS], ["s1"])
    assert (check.verdict, check.reason) == (Verdict.NOT_COMPARED, NotCompared.INDIRECT)


def test_a_word_or_two_count_elsewhere_only_in_the_mouth_of_the_same_speaker() -> None:
    text = "The vote was called “regrettable” by Anna Lindqvist."
    by_chance = record(1, "It rained. A regrettable fog lay over the river all day long.")
    same = record(2, "“It is regrettable,” Anna Lindqvist said. “We shall go on.”")
    assert checked(text, [by_chance]).reason is NotCompared.NO_SOURCE
    assert checked(text, [by_chance, same]).verdict is Verdict.VERBATIM


@pytest.mark.parametrize(
    "text",
    [
        f"According to the Atlantic, “{SAID}.”",
        f"The Atlantic reported: “{SAID}.”",
        f"“{SAID},” the Kelmouth Echo wrote.",
        f"“{SAID},” according to Spiegel Online.",
    ],
)
def test_an_outlet_that_reports_what_a_person_says_is_credited_rightly(text: str) -> None:
    assert checked(text, [HAS], ["s1"]).verdict is Verdict.VERBATIM


def test_nobody_is_misattributed_by_a_pronoun() -> None:
    check = checked(f"Ruth Pemberley was there. “{SAID},” she said.", [HAS], ["s1"])
    assert check.verdict is Verdict.VERBATIM
    assert check.parts[0].check.cautions == (Caution.OTHER_NAME,)


def test_the_passage_that_has_nearly_the_words_is_shown_and_judges_nothing() -> None:
    nobody = record(3, f"It rained. {SAID.replace('spring', 'autumn')}. The fair was called off.")
    check = checked(QUOTE, [LACKS, nobody])
    assert (check.verdict, check.reason) == (Verdict.NOT_COMPARED, NotCompared.NO_SOURCE)
    assert check.source_id == "s3"
    assert [each.text for each in check.closest] == [SAID.replace("spring", "autumn")]


def test_two_words_that_stand_in_nobodys_mouth_are_shown() -> None:
    check = checked(
        "The vote was called “plainly regrettable” by Anna Lindqvist.",
        [record(1, "It rained. A plainly regrettable fog lay over the river.")],
    )
    assert check.reason is NotCompared.NO_SOURCE
    assert [each.text for each in check.closest] == ["plainly regrettable"]


def test_few_words_that_are_near_by_chance_are_not_shown() -> None:
    by_chance = record(3, "We rebuilt the old bridge by the sea.")
    check = checked("“We will rebuild the bridge,” Anna Lindqvist said.", [by_chance])
    assert not check.closest


def test_of_words_welded_from_two_places_the_longer_passage_is_shown() -> None:
    welded = "We keep the harbour open all winter, and nobody in the town pays for it"
    first = "We keep the harbour open all winter, which is dear."
    between = "The fair was called off last week for want of money and of anybody who would come."
    there = f"{first} {between} It is known, and nobody in the town pays for it."
    check = checked(f"“{welded},” Anna Lindqvist said.", [LACKS, record(3, there)])
    assert check.reason is NotCompared.NO_SOURCE
    assert [each.text for each in check.closest] == ["We keep the harbour open all winter"]
    half = checked(f"“{welded},” Anna Lindqvist said.", [LACKS, record(3, f"{first} {between}")])
    assert not half.closest


LONG = "If the fund is not paid by June, we will leave the talks and not come back."


@pytest.mark.parametrize(
    ("there", "verdict"),
    [(LONG, Verdict.VERBATIM), (LONG.replace("June", "July"), Verdict.ALTERED)],
)
def test_many_words_that_nobody_is_named_for_are_held_against_the_pages_cited(
    there: str, verdict: Verdict
) -> None:
    check = of_nobody(LONG, [LACKS, record(3, f"Thank you. {there}")])
    assert (check.verdict, check.found_elsewhere) == (verdict, True)


def test_what_nobody_is_named_for_is_never_absent_nor_changed_while_a_page_is_unread() -> None:
    assert of_nobody(LONG, [LACKS]).reason is NotCompared.NO_SOURCE
    changed = record(3, f"Thank you. {LONG.replace('June', 'July')}")
    assert of_nobody(LONG, [changed, record(4, None)]).reason is NotCompared.NO_SOURCE


def of_nobody(words: str, records: Sequence[SourceRecord]) -> AttributionCheck:
    """The check of a block quotation that stands below a paragraph which does not introduce it."""
    article = read_article(f"The talks go on.\n\n> {words}\n".encode(), format="markdown")
    [said] = extract(article)
    resolution = Resolution(
        tuple(each.source for each in records), (Pairing(said.id, Standing.UNLINKED, ()),)
    )
    [check] = compare([said], resolution, {each.source.id: each for each in records}, voices)
    return check


def test_what_was_said_to_the_paper_itself_is_held_against_no_other_page() -> None:
    text = f"“{SAID},” Anna Lindqvist told this newspaper on Friday."
    elsewhere = record(3, f"“{SAID.replace('spring', 'autumn')},” Anna Lindqvist said on Monday.")
    [said] = extract(read_article(text.encode(), format="text"))
    for there, verdict in ((elsewhere, Verdict.NOT_COMPARED), (HAS, Verdict.VERBATIM)):
        pairing = Pairing(said.id, Standing.UNLINKED, own_reporting=True)
        records = {there.source.id: there}
        [check] = compare([said], Resolution((there.source,), (pairing,)), records, voices)
        assert check.verdict is verdict
        assert bool(check.closest) == (verdict is Verdict.NOT_COMPARED)


@pytest.mark.parametrize(
    ("words", "page"),
    [
        (
            "packed one suitcase, a small one",
            (
                "De aanvaller zei woensdag na de training dat hij rustig afwacht. „Ik heb één koffer"
                " gepakt, een kleine”, zei hij. „De rest komt wel, of niet.” Dat was het."
            ),
        ),
        (
            "will sleep on the floor",
            (
                "Der Trainer sagte nach dem Spiel, dass er nicht nach Hause fahren werde. „Ich schlafe auf"
                " dem Boden“, sagte er und ging. Die Mannschaft hat das Angebot nicht angenommen."
            ),
        ),
    ],
)
def test_a_few_words_are_in_the_language_of_their_article(words: str, page: str) -> None:
    text = (
        f"The player told the paper that he had “{words}”. The club said that it would not be the end of"
        " it, and that the money was not what it was about."
    )
    said = extract(read_article(text.encode(), format="text"))
    pairings = tuple(Pairing(each.id, Standing.LINKED, ("s1",)) for each in said)

    def first(source: SourceRecord) -> AttributionCheck:
        resolution = Resolution((source.source,), pairings)
        checks = compare(said, resolution, {"s1": source}, voices)
        return next(each for each in checks if each.reason is not NotCompared.INDIRECT)

    check = first(record(1, page))
    assert (check.verdict, check.reason) == (Verdict.NOT_COMPARED, NotCompared.LANGUAGE_DIFFERS)
    english = (
        "It rained all day and the fair was called off, since nobody was there to see it at all."
    )
    assert first(record(1, english)).verdict is Verdict.ABSENT


@pytest.mark.parametrize(
    "behind",
    ["The river has waited long enough for us all", "We shall sing on it before the geese do"],
)
def test_a_half_that_the_page_beside_it_lacks_is_held_against_it(behind: str) -> None:
    quote = f"“{SAID},” Anna Lindqvist said. “{behind}.”"
    assert checked(quote, [HAS], candidates=["s1"]).verdict is Verdict.ABSENT
    has_other = record(3, f"It snowed. “{behind},” Anna Lindqvist said.")
    elsewhere = checked(quote, [HAS, has_other], candidates=["s1"])
    assert elsewhere.verdict is Verdict.NOT_COMPARED
    unread = record(4, None)
    assert checked(quote, [HAS, unread], candidates=["s1"]).verdict is Verdict.NOT_COMPARED
    another = record(5, f"It rained. “{SAID},” Tom Pike said.")
    assert checked(quote, [another], candidates=["s5"]).verdict is not Verdict.ABSENT
    cut = record(6, f"It rained. “{SAID},” Anna Lindqvist said.", whole=False)
    assert checked(quote, [cut], candidates=["s6"]).verdict is Verdict.NOT_COMPARED
