"""Figures are found in a source by their values, however either language writes them."""

import pytest

from audit.match.indirect.reckoned.values import has_figure
from audit.match.prepared.source import prepare


@pytest.mark.parametrize(
    ("source", "figure"),
    [
        ("It had 84,600 visits.", "84.600"),
        ("Es kostet 1 900 000 Euro.", "1,9 Millionen Euro"),
        ("It cost 1.9 million euros.", "1,9 Mio. Euro"),
        ("The firm raised $5m.", "$5 million"),
        ("neunzehn Prozent", "19 %"),
        ("dix-neuf stations", "19"),
        ("два процента", "2 %"),
        ("50 to 60 percent", "50 %"),
        ("$1 to 3 trillion", "$1-3 trillion"),
        ("12,5 млн рублей", "12,5 млн рублей"),
        ("R$ 3,5 bilhões", "R$ 3,5 bilhões"),
    ],
)
def test_equal_values_are_the_same_figure(source: str, figure: str) -> None:
    assert has_figure(prepare(source), figure)


@pytest.mark.parametrize(
    ("source", "figure"),
    [
        ("Es zählte 86.400 Besuche.", "84.600"),
        ("Es kostet 1,6 Mio. Euro.", "1,9 Millionen Euro"),
        ("61 000 visiteurs, 400 objets, 81 ans", "81 000"),
        ("19 Leute kamen.", "19 Prozent"),
        ("19 Prozent kamen.", "19"),
        ("5 million people", "$5 million"),
        ("$1 trillion", "$1-3 trillion"),
        ("1.9 billion euros", "1,9 Millionen Euro"),
        ("The three of them.", "three dozen"),  # no digits: words are looked for as they stand
    ],
)
def test_other_values_and_other_kinds_are_another(source: str, figure: str) -> None:
    assert not has_figure(prepare(source), figure)
