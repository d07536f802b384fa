"""Changes and ranges of statements, one end of which a page has otherwise."""

import pytest

from audit.extract import extract
from audit.match import compare
from audit.model import Pairing, Resolution, Standing
from audit.read import read_article
from tests.match.test_attribution_checks import record

_AND = (
    " Nobody was hurt, and the repairs take a long time for everybody in town. It has eight shops,"
    " 17 lamps and 70 steps, and the river is as high as it was in the spring."
)


def _found(statement: str, page: str) -> list[tuple[str, str]]:
    said = extract(read_article(statement.encode(), format="markdown"))
    source = record(1, page + _AND)
    pairings = tuple(Pairing(each.id, Standing.LINKED, ("s1",), ()) for each in said)
    checks = compare(said, Resolution((source.source,), pairings), {"s1": source}, lambda _: ())
    return [(each.fact.span.text, each.nearest) for check in checks for each in check.missing]


@pytest.mark.parametrize(
    ("statement", "page", "found"),
    [
        (
            "The union said the company cut its drivers from 14 to eight.",
            "The company cut its drivers from 14 to six.",
            [("14 to eight", "14 to six")],
        ),
        (
            "The union said the company cut its drivers from 17 to six.",
            "The company cut its drivers from 14 to six.",
            [("17 to six", "14 to six")],
        ),
        (
            "The union said that the company cut its drivers from 14 to six.",
            "The company cut its drivers from 14 to six.",
            [],
        ),
        (  # of something else
            "The union said the company cut its drivers from 14 to eight.",
            "The company cut its drivers from 14 to six, and its mechanics from 14 to eight.",
            [],
        ),
    ],
)
def test_the_other_end_is_told(statement: str, page: str, found: list[tuple[str, str]]) -> None:
    assert [each for each in _found(statement, page) if " to " in each[0]] == found


@pytest.mark.parametrize(
    ("statement", "page", "found"),
    [
        (
            "She sat on the shire council for 17 years, the club said.",
            "She served for 12 years on the shire council. She ran in 17 countries.",
            [("17 years", "12 years")],
        ),
        (
            "The club said that the town hall was closed for nine weeks.",
            "For six weeks the town hall was shut. The fair lasts nine days.",
            [("nine weeks", "six weeks")],
        ),
    ],
)
def test_two_words_in_a_row_tell_what_a_figure_is_of(
    statement: str, page: str, found: list[tuple[str, str]]
) -> None:
    assert _found(statement, page) == found


@pytest.mark.parametrize(
    ("statement", "page", "found"),
    [
        (
            "The club said that its ground had been called safe until 2035 in January.",
            "In January we were told that the pitch was safe until 2030.",
            [("2035", "2030")],
        ),
        (
            "The club said that its ground had been called safe since 2035 in January.",
            "In January we were told that the pitch was safe until 2030.",
            [],
        ),
    ],
)
def test_a_year_behind_the_same_two_words_is_another(
    statement: str, page: str, found: list[tuple[str, str]]
) -> None:
    assert [each for each in _found(statement, page) if each[1].startswith("20")] == found
