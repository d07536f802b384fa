"""Statements without a source, beside the pages that the article cites for other words."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from audit.extract import extract
from audit.match import compare
from audit.model import (
    AttributionCheck,
    AttributionKind,
    Page,
    PageBlock,
    Pairing,
    Resolution,
    SourceRecord,
    Standing,
    Zone,
)
from audit.read import read_article
from tests.match.test_attribution_checks import checked, record

GAZETTE = (
    "« Nous ne vendrons pas le moulin », a déclaré le maire, Bastien Cazals. Selon un sondage de"
    " l'association des riverains, 68 % des habitants s'opposent à la vente du moulin."
)
POST = (
    "The council of Harrow Bay put off its vote on the ferry, whose cost has risen to $14.2 million, said"
    " the mayor, Lucas Ferreira. A survey by the harbour authority found that 61 percent of islanders"
    " support the ferry, while 22 percent oppose it. Nine years ago 1,240 people lived on the island."
)


def statement(text: str, pages: Sequence[str] = (POST,), *, whole: bool = True) -> AttributionCheck:
    records = [record(number, words, whole=whole) for number, words in enumerate(pages, 1)]
    found = checked(text, records)
    assert found.attribution.kind is AttributionKind.INDIRECT
    return found


@pytest.mark.parametrize(
    ("text", "lacks", "has"),
    [
        (
            "A survey by the harbour authority found that 63 percent of islanders support the ferry.",
            "63 percent",
            "61 percent",
        ),
        (
            "The mayor said that the cost had risen to $15.2 million.",
            "$15.2 million",
            "$14.2 million",
        ),
        ("The mayor said that 1,420 people lived on the island.", "1,420", "1,240"),
    ],
)
def test_a_sentence_that_plainly_tells_the_same_has_another_figure(
    text: str, lacks: str, has: str
) -> None:
    found = statement(text, (POST, GAZETTE))
    assert [(each.fact.span.text, each.nearest) for each in found.missing] == [(lacks, has)]
    assert found.found_elsewhere
    assert has in found.closest[0].text


@pytest.mark.parametrize(
    "text",
    [
        "A survey by the harbour authority found that 61 percent of islanders support the ferry.",
        "A survey by the harbour authority found that 22 percent of islanders oppose the ferry.",
        "The mayor said that the cost had risen to more than $14 million.",
    ],
)
def test_figures_that_stand_there_are_found(text: str) -> None:
    found = statement(text)
    assert (found.found_elsewhere, found.missing) == (True, ())


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("A survey by Ipsos found that 63 percent of islanders support the ferry.", (POST,)),
        ("The harbour authority said that 63 percent of islanders never take the bus.", (POST,)),
        (
            "The harbour authority said that 32 percent of islanders oppose the ferry in a survey.",
            (POST,),
        ),
        ("The mayor said that the harbour had lost 40 jobs.", (POST,)),
        ("The harbour authority said that 63 percent of islanders support the ferry.", ("No.",)),
        (  # one of two pages has it
            "A survey by the harbour authority found that 63 percent of islanders support the ferry.",
            (POST, POST.replace("61", "63")),
        ),
    ],
)
def test_in_doubt_nothing_is_said(text: str, pages: Sequence[str]) -> None:
    assert not statement(text, pages).missing


def test_a_page_read_in_part_lacks_nothing() -> None:
    text = "A survey by the harbour authority found that 63 percent of islanders support the ferry."
    assert not statement(text, whole=False).missing


@pytest.mark.parametrize(
    ("zone", "missing"),
    [(Zone.NAVIGATION, ["17"]), (Zone.COMMENTS, ["17"]), (Zone.RELATED, ["17"]), (Zone.INSET, [])],
)
def test_a_figure_beside_a_pages_text_is_none_of_it(zone: Zone, missing: list[str]) -> None:
    text = "The harbour authority said that 17 islanders were asked about the ferry."
    beside = "Cited 17 times"
    page = f"{beside}\n{POST}"
    blocks = PageBlock(0, len(beside), zone), PageBlock(len(beside) + 1, len(page), Zone.MAIN)
    cited = record(1, page)
    found = checked(text, [replace(cited, page=Page(page, blocks))], ["s1"])
    assert [each.fact.span.text for each in found.missing] == missing


@pytest.mark.parametrize(
    ("sentence", "page", "lacks", "has"),
    [
        (
            "Sales fell 4.2 percent to $2.31 billion in the quarter ended March 31.",
            "Net sales decreased 4.2 percent to $2.13 billion in the quarter ended March 31.",
            "$2.31 billion",
            "$2.13 billion",
        ),
        (
            "The trial enrolled 420 adults with chronic sleep problems in the valley.",
            "The trial enrolled 240 adults with chronic sleep problems in the valley.",
            "420",
            "240",
        ),
    ],
)
def test_a_figure_that_nobody_states_is_held_against_the_same_sentence(
    sentence: str, page: str, lacks: str, has: str
) -> None:
    around = "It rains on the harbour for most of the year, and nobody there minds it very much. "
    records = [record(1, around + page + " " + around)]
    [check] = _of_nobody(sentence, records)
    [missing] = check.missing
    assert (missing.fact.span.text, missing.nearest) == (lacks, has)


def test_one_that_no_page_tells_of_is_left_out() -> None:
    records = [record(1, POST)]
    assert _of_nobody("Some 43 of the 60 overflow pipes were replaced.", records) == []


BESIDE = "It also raised its estimate of household debt to 191% of income, the most in Europe."


@pytest.mark.parametrize(
    ("page", "has"),
    [
        ("Household debt stands at 181% of income, the board was told.", "181%"),
        ("Last year household debt reached 187% of income after tax.", "187%"),
    ],
)
def test_a_page_of_the_same_paragraph_needs_the_words_beside_the_figure_alone(
    page: str, has: str
) -> None:
    around = "It rains on the harbour for most of the year, and nobody there minds it very much. "
    records = [record(1, around + page + " " + around)]
    [check] = _of_nobody(BESIDE, records, candidates=("s1",))
    assert [missing.nearest for missing in check.missing] == [has]
    assert _of_nobody(BESIDE, records) == []  # cited in another paragraph


@pytest.mark.parametrize(
    "page",
    [
        "Household debt stands at 191% of income.",
        "Corporate debt stands at 181% of income.",
        "Public debt stands at 61% of output.",
        "Household debt stands at 40,000 a head.",
    ],
)
def test_there_nothing_is_said_of_another_figure(page: str) -> None:
    around = "It rains on the harbour for most of the year, and nobody there minds it very much. "
    found = _of_nobody(BESIDE, [record(1, around + page + " " + around)], candidates=("s1",))
    assert not any(check.missing for check in found)


@pytest.mark.parametrize(
    ("sentence", "page", "lacks", "has"),
    [
        (
            "The biggest of them is Northgate Holdings, with 361.",
            "Land registry data names 22 firms. Northgate Holdings has the most, 316.",
            "361",
            "316",
        ),
        (
            "Her team played recordings of low and high songs to 960 females.",
            "We played songs to 690 females. They went for the low songs, twice as often as for others.",
            "960",
            "690",
        ),
        (
            "The survey of 1,520 adults found that phones are read in bed.",
            "We asked 5,120 adults about their nights. Phones are read in bed, they said.",
            "1,520",
            "5,120",
        ),
    ],
)
def test_digits_in_another_order_need_one_word_beside_them(
    sentence: str, page: str, lacks: str, has: str
) -> None:
    around = "It rains on the harbour for most of the year, and nobody there minds it very much. "
    records = [record(1, around + page), record(2, around)]
    [check] = _of_nobody(sentence, records, candidates=("s1", "s2"))
    assert [(each.fact.span.text, each.nearest) for each in check.missing] == [(lacks, has)]
    right = f"{around}{lacks} is another's number here."
    also = [record(1, around + page), record(2, right)]
    assert _of_nobody(sentence, also, candidates=("s1", "s2")) == []  # it may be from there


@pytest.mark.parametrize(
    ("statement", "page", "lacks", "has"),
    [
        (
            "The union said that the plant lost 45 jobs in five years.",
            "The plant lost 54 jobs in five years. Some 45 men retired from it before that, in the spring.",
            "45",
            "54",
        ),
        (
            "The board urged the firm to replace fuel hoses on all vessels by the end of 2025.",
            (
                "The board recommends that the firm replace fuel hoses on all vessels by the end of 2024."
                " It wrote so in March 2025, in a letter that nobody has answered."
            ),
            "2025",
            "2024",
        ),
    ],
)
def test_a_figure_that_stands_elsewhere_on_the_page_is_not_in_its_place(
    statement: str, page: str, lacks: str, has: str
) -> None:
    around = "It rains on the harbour for most of the year, and nobody there minds it very much. "
    for ways in ({"candidates": ("s1",)}, {"paired": ("s1",)}):
        check = checked(statement, [record(1, around + page)], **ways)
        assert [(each.fact.span.text, each.nearest) for each in check.missing] == [(lacks, has)]
        both = page.replace(has, f"{lacks} and not {has}", 1)
        assert not checked(statement, [record(1, around + both)], **ways).missing


@pytest.mark.parametrize(
    "page",
    [
        (
            "We sampled the air of 1,204 households in the winter. The 22 households with more than six"
            " plants had the same levels of formaldehyde as those with none."
        ),
        (
            "It came back from households by post, all 1,204 of them. Some 22 households with more than six"
            " plants had the same levels of formaldehyde as those with none."
        ),
    ],
)
def test_a_figure_of_the_same_elsewhere_on_the_page_is_in_its_place_there(page: str) -> None:
    said = (
        "Lee said that of 1,204 households, those with more than six plants had the same levels of"
        " formaldehyde as those with none."
    )
    assert not checked(said, [record(1, page)], ("s1",)).missing
    assert not checked(said, [record(1, page)], candidates=("s1",)).missing


@pytest.mark.parametrize(
    ("page", "has"),
    [
        ("The fleet has 23 boats. Fourteen of them are more than 40 years old.", "Fourteen"),
        ("There are 23 boats. Of these, 14 are by now more than 40 years old.", "14"),
        ("The fleet has 23 boats. Fourteen of them need paint, and 9 are 40 years old.", None),
        ("The fleet has 23 boats. Fourteen of them need paint in the spring.", None),
    ],
)
def test_of_two_sentences_with_a_figure_in_common_the_other_one_is_in_its_place(
    page: str, has: str | None
) -> None:
    around = "It rains on the harbour for most of the time, and nobody there minds it very much. "
    said = "Eleven of the 23 boats are more than 40 years old, the auditor found."
    check = checked(said, [record(1, around + page)], candidates=("s1",))
    assert [each.nearest for each in check.missing] == ([has] if has else [])


def _of_nobody(
    sentence: str, records: Sequence[SourceRecord], candidates: tuple[str, ...] = ()
) -> list[AttributionCheck]:
    text = f"It said so in [a filing](https://other.example/1). {sentence}"
    attributions = extract(read_article(text.encode(), format="markdown"))
    pairings = (Pairing(each.id, Standing.UNLINKED, (), candidates) for each in attributions)
    resolution = Resolution(tuple(each.source for each in records), tuple(pairings))
    by_id = {each.source.id: each for each in records}
    found = compare(attributions, resolution, by_id, lambda _: ())
    return [
        check
        for check in found
        if check.attribution.kind is AttributionKind.INDIRECT and check.attribution.cue is None
    ]


@pytest.mark.parametrize(
    ("statement_there", "missing"),
    [
        ("A spokeswoman said that 19 in 20 of its parcels arrive on time.", []),
        ("A spokeswoman said that 17 in 20 of its parcels arrive on time.", ["18 percent"]),
        ("A spokeswoman said that 19 in 20 of its vans are new.", ["18 percent"]),
    ],
)
def test_a_figure_that_another_page_of_the_same_has_in_other_words_is_not_held_against_the_first(
    statement_there: str, missing: list[str]
) -> None:
    around = "It rains on the harbour for most of the year, and nobody there minds it very much. "
    watchdog = (
        "Some 18 percent of parcels arrived late in the year to March, on time were the others."
    )
    records = [record(1, around + watchdog), record(2, around + statement_there)]
    sentence = "Of its parcels 95 percent arrived on time."
    found = _of_nobody(sentence, records, candidates=("s1", "s2"))
    assert [each.nearest for check in found for each in check.missing] == missing


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Lucas Ferreira said that 340 goats were sold at 12 percent less.", True),
        ("Lucas Ferreira said that 341 goats were sold at 12 percent less.", False),
        ("Lucas Ferreira said that two ferries were sold.", False),  # 'two' may stand by chance
        ("Otto Lind said that 340 goats were sold at 12 percent less.", False),
    ],
)
def test_the_only_page_beside_that_has_all_figures_has_the_statement(
    said: str, *, found: bool
) -> None:
    page = (
        "Two days before, the mayor, Lucas Ferreira, opened the fair. There were 340 goats in the"
        " pens. Prices, he said, had fallen by 12 percent."
    )
    check = checked(said, [record(1, page)], candidates=("s1",))
    assert (check.found_elsewhere and not check.missing) is found
    assert not checked(said, [record(1, page)]).found_elsewhere
