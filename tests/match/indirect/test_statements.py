"""Indirect statements: which figures and names their source lacks, and what stands nearest."""

import pytest

from audit.extract import extract
from audit.match.indirect.closest import closest_sentences
from audit.match.indirect.statements import missing_facts
from audit.match.prepared.source import prepare
from audit.model import Attribution, Page, PageBlock, Zone
from audit.read import read_article

SOURCE = (
    "The ministry valued the minerals at $1 trillion in 2010. About 60 per cent of it is copper, Anna"
    " Lindqvist told reporters. Twelve mines, 1,200 jobs and €640 million are planned.\nIt rained."
)


def said(text: str) -> Attribution:
    [attribution] = extract(read_article(text.encode(), format="text"))
    return attribution


def missing(text: str, source: str | Page = SOURCE) -> list[tuple[str, str]]:
    found = missing_facts(said(text), [prepare(source)])
    return [(missing.fact.span.text, missing.nearest) for missing in found]


def test_a_figure_that_the_source_lacks_is_named_with_the_nearest() -> None:
    text = "The minister said that the minerals were worth $1-3 trillion."
    assert missing(text) == [("$1-3 trillion", "$1 trillion")]


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that the minerals were worth $1 trillion.",
        "The minister said that 60% of it was copper.",
        "The minister said that 12 mines would open.",
        "The minister said that 1200 jobs were planned.",
        "The minister said that 640 million euros were planned.",
        "The minister said that Lindqvist had told reporters of 1,200 jobs.",
    ],
)
def test_figures_written_in_another_way_are_there(text: str) -> None:
    assert missing(text) == []


def test_another_figure_is_not_there() -> None:
    assert missing("The minister said that 62% of it was copper.") == [("62%", "60 per cent")]
    assert missing("The minister said that 900 million euros were planned.") == [
        ("900 million euros", "€640 million")
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Dara Whelan said that a third of the work would move.", "We cannot sell for 2015 again."),
        ("The union said that 12 mines would open.", "The first mine was opened in 1987."),
        (
            "The clerk said that £40 had been paid.",
            "The fund has 9,000,000 members in the country.",
        ),
    ],
)
def test_a_figure_of_another_kind_is_near_to_none(text: str, source: str) -> None:
    assert [nearest for _, nearest in missing(text, f"{source} It rained all day.")] == [""]


def test_nothing_is_missing_while_the_source_was_read_in_part() -> None:
    page = Page(SOURCE, (PageBlock(0, len(SOURCE), Zone.MAIN),), whole=False)
    assert missing("The minister said that 99 mines would open.", page) == []


def test_the_closest_sentences_come_best_first() -> None:
    found = closest_sentences("the minerals were worth $1-3 trillion in 2010", prepare(SOURCE))
    place = found[0].place
    assert found[0].text == SOURCE[place.start : place.end]
    assert found[0].text.startswith("The ministry valued the minerals")


YEARS = "At the present rate the backlog of repairs will be cleared in 2071. The board met in 2019."


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("The board said that the backlog of repairs will be cleared in 2051.", [("2051", "2071")]),
        ("The board said that the backlog of repairs will be cleared in 2071.", []),
        ("The board said that it rained on all of the days of spring in 2051.", [("2051", "")]),
    ],
)
def test_a_year_is_held_against_that_of_the_sentence_that_tells_of_the_same(
    text: str, nearest: list[tuple[str, str]]
) -> None:
    assert missing(text, YEARS) == nearest


def test_figures_of_another_language_are_held_against_the_source() -> None:
    page = "Im vergangenen Jahr kamen 86.400 Besucher in das Bad. Es kostet 1.900.000 Euro."
    text = "Das Bad zählte im vergangenen Jahr 84.600 Besuche, teilte die Stadt am Dienstag mit."
    assert missing(text, page) == [("84.600", "86.400")]
    text = "Das Bad koste 1,9 Millionen Euro im Jahr, teilte die Stadt am Dienstag mit."
    assert missing(text, page) == []
