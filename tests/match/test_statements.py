"""Indirect statements: which figures and names their source lacks, and what stands nearest."""

import pytest

from audit.extract import extract
from audit.match.prepared import prepare
from audit.match.statements import closest_sentences, missing_facts
from audit.model import Attribution, Page, PageBlock, Zone
from audit.read import read_article

SOURCE = (
    "The ministry valued the minerals at $1 trillion in 2010. About 60 per cent of it is copper, Anna"
    " Lindqvist told reporters. Twelve mines, 1,200 jobs and €640 million are planned.\nIt rained."
)


def said(text: str) -> Attribution:
    [one] = extract(read_article(text.encode(), format="text"))
    return one


def missing(text: str, source: str | Page = SOURCE) -> list[tuple[str, str]]:
    found = missing_facts(said(text), [prepare(source)])
    return [(one.fact.span.text, one.nearest) for one in found]


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


def test_nothing_is_missing_while_the_source_was_read_in_part() -> None:
    page = Page(SOURCE, (PageBlock(0, len(SOURCE), Zone.MAIN),), whole=False)
    assert missing("The minister said that 99 mines would open.", page) == []


def test_the_closest_sentences_come_best_first() -> None:
    found = closest_sentences("the minerals were worth $1-3 trillion in 2010", prepare(SOURCE))
    place = found[0].place
    assert found[0].text == SOURCE[place.start : place.end]
    assert found[0].text.startswith("The ministry valued the minerals")
