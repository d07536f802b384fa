"""Figures that a page has of another year, name, side, day of the week, or row of a table."""

import pytest

from audit.extract import extract
from audit.match import compare
from audit.model import FIGURES, FactKind, Pairing, Resolution, Standing
from audit.read import read_article
from tests.match.test_attribution_checks import record, voices

_TABLE = """Pupils per school, as counted in September
School 2019 2024
Birchwood 430 395
Eastgate 512 548
Riverside 267 301
The lists are kept at the town hall and may be seen there in the mornings.
"""


def _told(statement: str) -> list[str]:
    """What the page with the table has instead, of the figures that are told."""
    text = f"The council said that {statement}\n\nNobody at the town hall wanted to talk about it."
    said = extract(read_article(text.encode(), format="text"))
    source = record(1, _TABLE)
    pairings = tuple(Pairing(each.id, Standing.LINKED, ("s1",), ()) for each in said)
    checks = compare(said, Resolution((source.source,), pairings), {"s1": source}, voices)
    return [
        missing.nearest
        for check in checks
        for missing in check.missing
        if missing.fact.kind in FIGURES or (missing.fact.kind is FactKind.DATE and missing.nearest)
    ]


@pytest.mark.parametrize(
    ("statement", "there"),
    [
        ("Birchwood had 548 pupils in 2024.", "395"),
        ("Birchwood had 395 pupils in 2019.", "430"),
        ("Riverside had 301 pupils in 2019 and 267 in 2024.", "267"),
        ("Eastgate had 301 pupils.", "Eastgate 512 548"),
    ],
)
def test_a_cell_of_another_row_or_year_is_told(statement: str, there: str) -> None:
    assert there in _told(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "Birchwood had 395 pupils in 2024.",
        "In 2019 Birchwood had 430 pupils, in 2024 395.",
        "Riverside grew from 267 pupils in 2019 to 301 in 2024.",
        "Eastgate has 548 pupils, Riverside 301.",
        "Birchwood lost 35 pupils between 2019 and 2024.",
    ],
)
def test_a_cell_of_its_own_row_and_year_is_not(statement: str) -> None:
    assert _told(statement) == []
