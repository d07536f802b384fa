"""Figures that no sentence has another one for: what two figures or dates of a page come to."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from audit.model import Missing
from tests.match.indirect.reckoned.test_derived import missing_of

_PAGES = tomllib.loads(
    (Path(__file__).parent / "probes" / "worked_out_last.toml").read_text(encoding="utf-8")
)["pages"]
_SAYS = {"en": "The report said that", "de": "Der Bericht teilte mit,"}
_SAYS |= {
    "pt": "O relatório diz que",
    "fr": "Le rapport indique que",
    "es": "El informe indica que",
}


def _statements(group: str) -> list[tuple[dict[str, Any], str]]:
    return [(page, statement) for page in _PAGES for statement in page[group]]


def _missing(page: dict[str, Any], statement: str) -> list[Missing]:
    language = page["language"]
    return missing_of(f"{_SAYS[language]} {statement}", page["text"], language)


@pytest.mark.parametrize(("page", "statement"), _statements("faithful"))
def test_a_figure_that_two_others_make_is_not_missing(page: dict[str, Any], statement: str) -> None:
    assert not _missing(page, statement)


@pytest.mark.parametrize(("page", "statement"), _statements("wrong"))
def test_another_is(page: dict[str, Any], statement: str) -> None:
    assert _missing(page, statement)


_TABLE = """Daily riders in thousands, by line
Line 2019 2023
Harbour 214 196
Castle 87 92
Forest 133 95
Fares have been the same since the spring of the year before last.
"""


@pytest.mark.parametrize(
    ("statement", "is_right"),
    [
        ("The operator said that together the lines carried 434,000 riders a day.", True),
        ("The operator said that 51,000 fewer riders came each day.", True),
        ("The operator said that the Castle line gained 5,000 riders a day.", True),
        ("The operator said that together the lines carried 443,000 riders a day.", False),
        ("The operator said that 15,000 fewer riders came each day.", False),
    ],
)
def test_what_the_columns_of_a_table_come_to_is_not_missing(
    statement: str, *, is_right: bool
) -> None:
    assert bool(missing_of(statement, _TABLE)) != is_right


@pytest.mark.parametrize(
    ("statement", "is_right"),
    [
        ("The club said that Alder were 1-0 ahead at the break.", True),
        ("The club said that Alder were 3-0 ahead at the break.", False),
        ("The club said that Alder won 1-0.", False),
    ],
)
def test_a_score_on_the_way_to_the_result_is_not_missing(statement: str, *, is_right: bool) -> None:
    page = "Alder won 2-1 at home against Birch on Sunday. Rain had fallen since the morning."
    assert bool(missing_of(statement, page)) != is_right


_GAMES = """Games of the club by month
Month Wins Losses
May 13 7
June 15 11
July 18 12
August 18 10
Nobody at the club wanted to talk about the season when the paper called.
"""


@pytest.mark.parametrize(
    ("statement", "is_right"),
    [
        ("The league said that the club finished 64-40.", True),
        ("The league said that there were 64 wins and 40 losses.", True),
        ("The league said that the club finished 46-40.", False),
        ("The league said that there were 74 wins and 40 losses.", False),
    ],
)
def test_two_columns_may_be_a_result(statement: str, *, is_right: bool) -> None:
    assert bool(missing_of(statement, _GAMES)) != is_right
