"""A PDF of two columns that is drawn line by line reads on in each of them."""

from itertools import zip_longest

import pytest

from audit.match import verify_quote
from audit.model import Verdict
from audit.page.formats import source_text
from audit.page.pdf.columns import Piece, gap_of, in_columns
from tests.page.test_formats import pdf

_LEFT = [
    "The harbour master said on",
    "Monday that he had warned the",
    "board of the crack in the crane",
    "three times before it fell, and",
    "that nobody had ever answered",
    "one of his letters. The crane",
    "has stood still since then, and",
    "ships unload at the old pier.",
]
_RIGHT = [
    "The board, for its part, holds",
    "that every letter was read on",
    "the day it came. Its chair, Ines",
    "Morel, told this newspaper that",
    "a new crane had been ordered in",
    "March and would be delivered",
    "before the herring season, and",
    "that no one would lose a job.",
]
_SAID = (
    "he had warned the board of the crack in the crane three times before it fell",
    "a new crane had been ordered in March and would be delivered before the herring season",
)


def _across(left: list[str], right: list[str]) -> list[str]:
    """Lines of a content stream, each drawn over both columns."""
    return [
        f"{one}) Tj 250 0 Td ({other}) Tj -250 0 Td ("
        for one, other in zip_longest(left, right, fillvalue="")
    ]


@pytest.mark.parametrize("said", _SAID)
def test_what_a_column_says_is_there(said: str) -> None:
    page = source_text(pdf(_across(_LEFT, _RIGHT)), "application/pdf")
    assert verify_quote(said, page).verdict is Verdict.VERBATIM


@pytest.mark.parametrize("said", _SAID)
def test_a_headline_over_both_columns_parts_them(said: str) -> None:
    lines = ["Crane in the harbour: what the master and the board of the port each say of it"]
    page = source_text(pdf([*lines, *_across(_LEFT, _RIGHT)]), "application/pdf")
    assert verify_quote(said, page).verdict is Verdict.VERBATIM


def test_what_no_column_says_is_absent() -> None:
    page = source_text(pdf(_across(_LEFT, _RIGHT)), "application/pdf")
    check = verify_quote("The crane will never be used again in this harbour", page)
    assert check.verdict is Verdict.ABSENT


def test_one_column_has_no_gap() -> None:
    places = [(72.0, 700.0 - 14 * line, 300.0 + line, 712.0 - 14 * line) for line in range(20)]
    assert gap_of(places) is None
    assert in_columns([Piece(*place, "words") for place in places]) == ""


def test_lines_of_unlike_length_are_no_columns() -> None:
    lines = [
        "one two three four five six seven eight nine ten eleven"[: 12 + 7 * (n % 6)]
        for n in range(30)
    ]
    page = source_text(pdf(lines), "application/pdf")
    assert len(page.text.split()) < 2 * sum(len(line.split()) for line in lines)
