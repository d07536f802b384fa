"""Figures of statements that are rounder than their source's, or in another unit."""

import pytest

from audit import extract, read_article
from audit.match.indirect.statements import missing_facts
from audit.match.prepared.source import prepare
from audit.model import AttributionKind

_AND = "Nobody was hurt, and the repairs take a long time for everybody in town."
_FAIR = [
    (
        "the company earned €4.1 million in the first nine months",
        "The company earned €4.1 million between 1 January and 30 September.",
    ),
    ("the show will run for nine months", "It runs from January 1 to September 30, the show said."),
    ("the works will take six months", "The works go on from 1 July to 31 December."),
    ("the budget grows by 23 million", "The budget goes up from 48 to 71 million euros."),
    ("the budget is 23 million more", "The budget of 48 million euros goes up to 71 million."),
    ("more than 600 houses were damaged", "The council counted 611 damaged houses."),
    ("over 600 houses were damaged", "The council counted 642 damaged houses."),
    ("at least 50 people were hurt", "The hospital said that 52 people were hurt."),
    (
        "nearly 40 percent of the houses were damaged",
        "It said 39.6 percent of houses were damaged.",
    ),
    ("almost 600 houses were damaged", "The council counted 593 damaged houses."),
    ("about 1.2 million people lost power", "The operator said 1,187,400 people lost power."),
    ("some 600 houses were damaged", "The council counted 611 damaged houses."),
    ("23 percent of the houses were damaged", "It said 23.4 percent of houses were damaged."),
    ("1.2 million people lost power", "The operator said 1,187,400 people lost power."),
    ("a third of the houses were damaged", "It said 33 % of the houses were damaged."),
    ("two thirds of the houses were damaged", "It said 66.7 percent of houses were damaged."),
    ("half of the houses were damaged", "It said 50 percent of the houses were damaged."),
    ("one in three houses was damaged", "It said 33 percent of the houses were damaged."),
    ("the road is 10 miles long", "The road is 16 kilometres long."),
    ("the wall is 10 feet high", "The wall is 3 metres high."),
    ("the repairs took eight days a house", "Days a house took for repairs: 7.7."),
    ("the road is eleven miles long", "The length of the road, in miles, is 10.6."),
    ("hundreds of houses were damaged", "The council counted 411 damaged houses."),
    ("thousands of people lost power", "The operator said 4,117 people lost power."),
    # No word in common: millions that are rounded to two digits or more are no chance.
    ("sales had come to £21m", "Turnover for the year was £21.3 million."),
    ("the fair drew 4.6 million guests", "Tickets sold in the year: 4,583,120."),
    ("some $1.3bn had gone", "In all, $1.29 billion cannot be traced."),
    # a figure of two digits is told to the last of them, or in steps of five
    ("almost 1.4 million people lost power", "The operator said 1,384,000 people lost power."),
    ("nearly 85,000 people lost power", "The operator said 84,716 people lost power."),
    ("nearly 85,000 people lost power", "The operator said 82,300 people lost power."),
    ("more than 1.2 million people lost power", "The operator said 1,242,000 people lost power."),
    ("over 12,000 houses were damaged", "The council counted 12,911 damaged houses."),
    ("more than 250 houses were damaged", "The council counted 281 damaged houses."),
    ("at least 13 houses were damaged", "The council counted 15 damaged houses."),
    ("under 450 houses were damaged", "The council counted 411 damaged houses."),
    ("more than 150 houses were damaged", "The council counted 187 damaged houses."),
    ("just over half of the houses were damaged", "It said 52 percent of houses were damaged."),
    ("almost half of the houses were damaged", "It said 45 percent of the houses were damaged."),
    ("more than half of the houses were damaged", "It said 61 percent of houses were damaged."),
    # No word in common: millions that are rounded to two digits or more are no chance.
    ("sales had come to £21m", "Turnover for the year was £21.3 million."),
    ("the fair drew 4.6 million guests", "Tickets sold in the year: 4,583,120."),
    ("some $1.3bn had gone", "In all, $1.29 billion cannot be traced."),
]
_OTHER = [
    ("the works will take seven months", "The works go on from 1 July to 31 December."),
    ("the budget grows by 33 million", "The budget goes up from 48 to 71 million euros."),
    ("the repairs took eight days a house", "Days a house took for repairs: 9.7."),
    ("at least 418 houses were damaged", "The council counted 481 damaged houses."),
    ("nearly 4.12 million people lost power", "The operator said 4.02 million people lost power."),
    ("600 houses were damaged", "The council counted 911 damaged houses."),
    ("600 houses were damaged", "The council counted 611 damaged houses."),
    ("more than 700 houses were damaged", "The council counted 611 damaged houses."),
    ("more than 600 houses were damaged", "The council counted 911 damaged houses."),
    (
        "nearly 40 percent of the houses were damaged",
        "It said 29.6 percent of houses were damaged.",
    ),
    ("nearly 40 percent of the houses were damaged", "It said 41 percent of houses were damaged."),
    ("about 2,000 houses were damaged", "The houses were built in 2024, and 91 were damaged."),
    ("the land is worth £301,000", "The land has been valued at £310,000."),
    ("a third of the houses were damaged", "It said 25 percent of houses were damaged."),
    ("the road is 20 miles long", "The road is 16 kilometres long."),
    ("about 600 houses were damaged", "The county has 611 shops that sell bread."),
    ("hundreds of houses were damaged", "The council counted 4,117 damaged houses."),
    ("sales had come to £21m", "Turnover for the year was £21.7 million."),
    ("the fair drew 4.5 million guests", "Tickets sold in the year: 4,583,120."),
    ("the parish took in £4m", "Receipts of the year: £4.2m, all of it in coins."),
    ("almost 1.4 million people lost power", "The operator said 1,214,000 people lost power."),
    ("more than 12,000 houses were damaged", "The council counted 14,711 damaged houses."),
    ("nearly 82,000 people lost power", "The operator said 73,300 people lost power."),
    ("almost half of the houses were damaged", "It said 39 percent of the houses were damaged."),
    ("three series were made", "The first two series were made here. The third series was not."),
    ("five boats were lost", "Four boats were lost in May. The fifth boat was sold in June."),
    ("sales had come to £21m", "Turnover for the year was £21.7 million."),
    ("the fair drew 4.5 million guests", "Tickets sold in the year: 4,583,120."),
    ("the parish took in £4m", "Receipts of the year: £4.2m, all of it in coins."),
]


def _missing(statement: str, source: str) -> list[str]:
    article = read_article(f"# A\n\nOfficials said {statement}.\n".encode(), "markdown")
    page = prepare(f"{source} {_AND}")
    (indirect,) = [each for each in extract(article) if each.kind is AttributionKind.INDIRECT]
    assert indirect.facts
    return [missing.fact.span.text for missing in missing_facts(indirect, [page])]


@pytest.mark.parametrize(("statement", "source"), _FAIR)
def test_a_rounder_figure_is_not_missing(statement: str, source: str) -> None:
    assert _missing(statement, source) == []


@pytest.mark.parametrize(("statement", "source"), _OTHER)
def test_another_figure_is_missing(statement: str, source: str) -> None:
    assert _missing(statement, source)
