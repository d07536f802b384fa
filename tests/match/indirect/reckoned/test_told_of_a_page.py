"""Figures that reporters tell otherwise than their page does, each beside near misses.

Shares of so many, changes of less, times in other units, votes, and tables with a unit of their own.
"""

import pytest

from audit import extract, read_article
from audit.match.indirect.statements import missing_facts
from audit.match.prepared.source import prepare
from audit.model import FIGURES, AttributionKind, FactKind

_AND = " Nobody was hurt, and the repairs take a long time for everybody in town."
_AUF_DEUTSCH = (
    " Verletzt wurde niemand, und die Arbeiten werden für alle in der Stadt noch lange dauern."
    " Der Rat will im Herbst darüber entscheiden, sagte die Bürgermeisterin am Dienstag."
)
_TABLE = (
    "Summary of the year\nGroup results (in $ millions, year to 30 September)\n2025 2024\n"
    "Sales 2,310 2,140\nOperating profit 655 702\nFees and charges 84 91\n"
    "Earnings per share ($) 0.62 0.68\nMargin (%) 12.4 13.1\nIt opened three shops."
)
_FAIR = [
    # a share of so many is one figure
    ("nearly three in ten dollars are spent online", "Some 29% of dollars are spent online."),
    ("roughly two in five litres are lost", "About 41% of the litres are lost."),
    ("one in four of the boats sank", "It said 26 percent of the boats sank."),
    ("fewer than half of the voters came", "Turnout of voters was 41.3%."),
    ("less than a third of the voters came", "Turnout of voters was 27%."),
    # a time counted to the day of writing, and from one year to another
    ("she has served for seven years", "She was appointed in 2019."),
    ("the mayor has led the town for nine years", "The mayor of the town took over in 2017."),
    ("over four years the firm lost money", "The firm lost money between 2021 and 2024."),
    ("the tests of the ship took six years", "Tests of the ship ran from 2012 to 2017."),
    # a minus
    ("rents fell by 6.2 percent", "Rents: -6.2 percent in the city."),
    ("output dropped by more than 3 percent", "Output of the mills (-3.3 percent) fell."),
    # a change that is worked out
    ("membership dropped by nearly 40 percent", "Membership fell from 146 to 91."),
    ("visits were down by roughly 20 percent", "Visits fell from 510 to 402."),
    ("funding has fallen by roughly 40 percent", "Funding went from $48m in 2010 to $29m in 2024."),
    ("trips fell by 50 percent", "Trips fell from 2,900 in 2012 to 1,450 in 2024."),
    ("trust was ten points higher", "Trust in the mayor was 72%. On the council it was 62%."),
    ("support was nine points lower", "Support was 58 percent, with 31 against. Later it was 49 percent."),
    ("twelve of the 18 people were adults", "The storm took 18 people, six of them children."),
    # units that are nearly as much
    ("the trial took nearly two months", "The trial took seven weeks."),
    ("the work takes up to two months", "The work takes six to eight weeks."),
    ("the path is about six kilometres long", "The path is 4 miles long."),
    ("the pipe is about five miles long", "The pipe is 7.6 kilometres long."),
    ("about three dozen boats sank", "In the storm 37 boats sank."),
    ("some two dozen boats sank", "In the storm 26 boats sank."),
    ("rates rose a quarter of a point", "Rates rose 25 basis points."),
    ("rates fell half of a percentage point", "Rates fell 50 basis points."),
    ("the motion passed 52-48", "The motion passed, 52 percent to 48 percent."),
    ("it was passed by 17 votes to 9", "Seventeen voted to pass it. Nine did not."),
    ("the party lost by 310 votes to 402", "It won by 402 votes to 310."),
]  # fmt: skip
_OTHER = [
    ("three in ten dollars are spent online", "Some 39% of dollars are spent online."),
    ("fewer than half of the voters came", "Turnout of voters was 31.3%."),
    ("she has been jailed for seven years", "She was jailed in 2019 for nine years."),
    ("over six years the firm lost money", "The firm lost money between 2021 and 2024."),
    ("rents rose by 6.2 percent", "Rents: -6.2 percent in the city."),
    ("membership dropped by nearly 50 percent", "Membership fell from 146 to 91."),
    ("membership fell by 60 percent", "Membership fell from 146 to 91."),
    ("trust was 14 points higher", "Trust in the mayor was 72%. On the council it was 62%."),
    ("the trial took nearly three months", "The trial took seven weeks."),
    ("the path is about nine kilometres long", "The path is 4 miles long."),
    ("about three dozen boats sank", "In the storm 47 boats sank."),
    ("rates rose half of a point", "Rates rose 25 basis points."),
    ("it was passed by 17 votes to 6", "It was passed by 17 votes to 9. Ostrander lost 6."),
    ("it was passed by 21-9", "It was passed by 17-9. In all 21 came."),
    ("the party won by 310 votes to 402", "The party won by 402 votes to 310."),
]
_IN_THE_TABLE = [
    "operating profit came to $655m",
    "operating profit came to $655 million",
    "it earned 62 cents a share",
    "operating profit fell 7 per cent",
    "turnover rose 8 per cent to $2.31bn",
    "fees fell by a few dollars to $84 million",
    "operating profit fell by $47m",
]
_NOT_IN_THE_TABLE = [
    "operating profit came to $665m",
    "operating profit came to $84m of the operating profit of $702bn",
    "it earned 26 cents a share",
    "operating profit fell 9 per cent",
    "operating profit fell by $74m",
]


def _missing(statement: str, page: str) -> list[tuple[str, str]]:
    article = read_article(f"# A\n\nOfficials said {statement}.\n".encode(), "markdown")
    (indirect,) = [each for each in extract(article) if each.kind is AttributionKind.INDIRECT]
    assert any(fact.kind in FIGURES for fact in indirect.facts)
    return [
        (each.fact.span.text, each.nearest)
        for each in missing_facts(indirect, [prepare(page)])
        if each.fact.kind in FIGURES or (each.fact.kind is FactKind.DATE and each.nearest)
    ]


@pytest.mark.parametrize(("statement", "page"), _FAIR)
def test_what_is_told_of_a_page_is_not_missing(statement: str, page: str) -> None:
    assert _missing(statement, page + _AND) == []


@pytest.mark.parametrize(("statement", "page"), _OTHER)
def test_what_is_another_figure_is_missing(statement: str, page: str) -> None:
    assert _missing(statement, page + _AND)


@pytest.mark.parametrize("statement", _IN_THE_TABLE)
def test_a_table_is_of_the_unit_that_its_caption_or_the_head_of_a_row_tells(statement: str) -> None:
    assert _missing(statement, _TABLE + _AND) == []


_IN_HEADS = (
    "Summary of the half year\n£m unless stated H1 2026 H1 2025\nNet debt 188.5 164.2\n"
    "Allocations ($ million)\nItem 2026\nBuses 38.5\nIt opened three shops.\n"
    "Year Visits Subsidy per visit (£)\n2024 41,310 4.10\n2025 31,204 9.90\nThe pool shut."
)


@pytest.mark.parametrize(
    ("statement", "is_there"),
    [
        ("net debt was £188.5m", True),
        ("net debt was £188.5 million", True),
        ("buses will get $38.5 million", True),
        ("each visit cost the town £9.90", True),
        ("each visit cost the town £9.80", False),
        ("each visit cost the town $9.90", False),
        ("net debt was £181.5m", False),
        ("buses will get $83.5 million", False),
        ("buses will get $38.5 billion", False),
    ],
)
def test_the_unit_over_a_table_and_rows_of_one_figure(statement: str, *, is_there: bool) -> None:
    assert (_missing(statement, _IN_HEADS + _AND) == []) is is_there


@pytest.mark.parametrize("statement", _NOT_IN_THE_TABLE)
def test_a_figure_that_no_row_has_is_missing(statement: str) -> None:
    assert _missing(statement, _TABLE + _AND)


@pytest.mark.parametrize(
    ("statement", "page"),
    [
        ("it costs roughly three times as much", "Es kostet rund dreimal so viel wie zuvor."),
        ("the price is four times what it was", "Der Preis ist auf das Vierfache gestiegen."),
    ],
)
def test_a_small_number_in_words_is_not_missing_abroad(statement: str, page: str) -> None:
    assert _missing(statement, page + _AUF_DEUTSCH) == []


@pytest.mark.parametrize(
    ("statement", "page", "found"),
    [
        (
            "37 pools had closed since 2010",
            "Since 2010, 73 pools had closed, and 12 libraries.",
            ("37", "73"),
        ),
        (
            "121,000 people live behind the levees",
            "An estimated 218,000 people live behind levees, 9 of them in boats.",
            ("121,000", "218,000"),
        ),
        (
            "spending on the upkeep of levees fell by 40 percent",
            "Of these levees, 58 percent were rated poor. The upkeep is dear.",
            ("40 percent", ""),
        ),
        (
            "nearly 50 houses in the street were damp",
            "In the street 41 of 64 houses were damp.",
            ("50", "41"),
        ),
        (
            "earnings missed forecasts by nine cents",
            "Forecasts of earnings were at 71 cents.",
            ("nine cents", ""),
        ),
        (
            "the boats were worth 321 million crowns",
            "The boats had a value of 312 million crowns and 40 men.",
            ("321 million", "312 million crowns"),
        ),
        (
            "a closure of the port would cost 7.4 million",
            "If the port closed for a day, 4.7 million would be lost.",
            ("7.4 million", "4.7 million"),
        ),
        (
            "nearly 9,700 people voted for Ash Green",
            "Ash Green won by 3,412 votes to 2,908 and the turnout was low.",
            ("9,700", ""),
        ),
        (
            "the council voted by 17 votes to 6",
            "The council voted by 17 votes to 9, and 6 stayed away.",
            ("17 votes to 6", "17 votes to 9"),
        ),
    ],
)
def test_the_figure_shown_beside_it_is_of_the_same(
    statement: str, page: str, found: tuple[str, str]
) -> None:
    assert _missing(statement, page + _AND) == [found]


@pytest.mark.parametrize(
    ("statement", "page"),
    [
        ("it was passed by 17 votes to 9", "The vote on it: 9 against and 17 in favour."),
        ("the rovers won 3-1", "The rovers won 3–1 in the rain."),
        ("the senate passed it by 52 votes to 48", "In the senate 52 were for it, 48 against it."),
        ("it was rejected by 9 votes to 17", "Of the members 17 voted against, 9 for it."),
        ("Lund won by 402 votes to 310", "Lund had 402 votes and Berg had 310."),
        ("it was passed by 17 votes to 9", "The first failed 17 to 12. The second had 17 for, 9 against."),
        ("the council backed it by 11 votes to 8", "Vote of the council\nFor 11\nAgainst 8\nAbsent 2"),
        ("Berg lost by 310 votes against 402", "Lund won by 402 votes to 310."),
        ("the season of 2019-20 was short", "The season of 2019/20 was short."),
        ("seven against two voted for it", "It was 7-2 in the end."),
        ("three in five of the boats sank", "Of 50 boats, 30 sank."),
        ("one in six has moved away", "Of the 120 families 20 moved away."),
    ],
)  # fmt: skip
def test_a_vote_or_a_share_told_in_other_words_is_not_missing(statement: str, page: str) -> None:
    assert _missing(statement, page + _AND) == []
