"""Figures that a page has, but not where it plainly tells what a statement tells."""

import pytest

from audit.extract import extract
from audit.match import compare
from audit.model import FIGURES, Pairing, Resolution, Standing
from audit.read import read_article
from tests.match.test_attribution_checks import checked, record

AROUND = "It rains on the harbour for most of the time, and nobody there minds it very much. "


def lacks(statement: str, page: str, *, paired: bool = True) -> list[tuple[str, str]]:
    ways = {"paired": ("s1",)} if paired else {"candidates": ("s1",)}
    check = checked(statement, [record(1, f"{AROUND}{page} {AROUND}")], **ways)
    figures = (each for each in check.missing if each.nearest)
    return [(each.fact.span.text, each.nearest) for each in figures]


@pytest.mark.parametrize(
    ("statement", "page", "found"),
    [
        (
            "The audit recommends that the contract be put out to bid within 90 days.",
            (
                "The contract should be put out to bid within 180 days of this report, and not later."
                " All open refunds are to be paid within 90 days."
            ),
            ("90 days", "180 days"),
        ),
        (
            "The report told the owner to seal the joints within 24 months.",
            (
                "The joints of the spillway are to be sealed within 18 months by the owner."
                " The instruments have to be read again within 24 months."
            ),
            ("24 months", "18 months"),
        ),
        (  # a name that the page has no need of
            "The books show that the chairman, Percy Holt, lent the theatre a further £6m.",
            (
                "During the year the chairman lent the theatre a further £9m without interest."
                " The loss came to £11m, after £6m."
            ),
            ("£6m", "£9m"),
        ),
    ],
)
def test_the_sentence_that_tells_the_same_has_another_figure(
    statement: str, page: str, found: tuple[str, str]
) -> None:
    assert lacks(statement, page) == [found]
    ours, theirs = found
    swapped = page.replace(ours, "#").replace(theirs, ours).replace("#", theirs)
    assert lacks(statement, swapped) == []


@pytest.mark.parametrize(
    ("statement", "page", "found"),
    [
        (
            "Die Kämmerei schreibt, ein Drittel davon werde für Kontrollen gebraucht.",
            (
                "Ein Viertel davon wird für Kontrollen gebraucht, ein Drittel soll in Spülstationen für"
                " Geschirr fließen. Der Rest dient der Reinigung der Straßen und der Plätze in der Stadt,"
                " und es wird nicht reichen."
            ),
            ("ein Drittel", "Ein Viertel"),
        ),
        (
            "The ministry said that a quarter of the births in the canton take place at Burley.",
            (
                "A third of the births in the canton take place at Burley, and a quarter at home."
                " Nobody was asked whether they liked the road."
            ),
            ("a quarter", "A third"),
        ),
    ],
)
def test_of_two_clauses_the_one_that_tells_the_same_counts(
    statement: str, page: str, found: tuple[str, str]
) -> None:
    around = page.rpartition(". ")[0] + ". "
    check = checked(statement, [record(1, f"{around}{page}")], ("s1",))
    assert [(each.fact.span.text, each.nearest) for each in check.missing] == [found]


@pytest.mark.parametrize(
    "statement",
    [
        "The ministry said that a third of the births in the canton take place at Burley.",
        "The ministry said that a quarter of the births in the canton are at home.",
    ],
)
def test_each_clause_is_right_of_its_own(statement: str) -> None:
    page = "A third of the births in the canton take place at Burley, and a quarter at home."
    assert lacks(statement, page) == []


@pytest.mark.parametrize(
    ("statement", "page", "found"),
    [
        (
            "The minutes show that seven shops were warned.",
            "Seventeen shops were warned, and two were fined. Seven complaints are still open.",
            [("seven", "Seventeen")],
        ),
        (
            "The minutes show that seven shops were warned.",
            "Seven shops were warned. Seventeen complaints are still open.",
            [],
        ),
        (
            "The minutes show that nearly one in ten bridges of the county is in poor condition.",
            "Of 14,212 bridges of the county, 1,306 are in poor condition (9.2 per cent).",
            [],
        ),
    ],
)
def test_a_number_in_words_stands_before_what_it_counts(
    statement: str, page: str, found: list[tuple[str, str]]
) -> None:
    assert lacks(statement, page) == found


@pytest.mark.parametrize(
    ("statement", "page", "found"),
    [
        (
            "It scored 78 points out of 100.",
            "It scored 87 points out of 100, the best result in years. The Corran had 78 points.",
            [("78", "87")],
        ),
        (
            "They opened 600 of them.",
            "We asked the owners of 600 kettles, and opened 60 of them.",
            [("600", "60")],
        ),
        (
            "It scored 78 points out of 100.",
            "It scored 78 points out of 100. The next scored 87 points out of 100.",
            [],
        ),
        (  # whose figure it is tells nothing in common
            "Sanders has at least 232 votes.",
            "Clinton has at least 501 votes. There are 232 seats in the hall.",
            [],
        ),
    ],
)
def test_a_short_statement_is_read_word_for_word(
    statement: str, page: str, found: list[tuple[str, str]]
) -> None:
    text = f"Bench said so in [a report](https://paper1.example/story). {statement}"
    said = extract(read_article(text.encode(), format="markdown"))
    source = record(1, f"{AROUND}{page} {AROUND}")
    pairings = tuple(Pairing(each.id, Standing.UNLINKED, (), ("s1",)) for each in said)
    checks = compare(said, Resolution((source.source,), pairings), {"s1": source}, lambda _: ())
    missing = [each for check in checks for each in check.missing]
    assert [(each.fact.span.text.split()[0], each.nearest.split()[0]) for each in missing] == found


@pytest.mark.parametrize(
    ("statement", "there", "found"),
    [
        ("The club said that some five dozen runners were taken to hospital.", "63 runners", []),
        ("The club said that nearly 70 runners were taken to hospital.", "68 runners", []),
        (
            "The club said that some five dozen runners were taken to hospital.",
            "83 runners",
            [("five dozen", "83")],
        ),
        (
            "The club said that nearly 70 runners were taken to hospital.",
            "48 runners",
            [("70", "48")],
        ),
    ],
)
def test_a_rounder_figure_that_a_page_has_elsewhere_is_not_out_of_place(
    statement: str, there: str, found: list[tuple[str, str]]
) -> None:
    page = f"In the heat {there} were taken to hospital. The bridge has 60 lamps and 70 steps."
    assert lacks(statement, page) == found


def test_words_of_a_page_are_not_out_of_place_where_it_has_them() -> None:
    page = (
        "This feeling was reflected in another question that asked members how likely Dahl was to"
        " beat Roe in the spring election, to which 21 percent said “not too likely” and 14 percent"
        " said “not at all likely.” Roughly two-thirds of those who picked these options were"
        " supporters of Lind."
    )
    said = extract(
        read_article(f"{page} ([Post](https://paper1.example/a))".encode(), format="markdown")
    )
    source = record(1, f"{AROUND}{page} {AROUND}")
    pairings = tuple(Pairing(each.id, Standing.LINKED, ("s1",)) for each in said)
    checks = compare(said, Resolution((source.source,), pairings), {"s1": source}, lambda _: ())
    assert [each for check in checks for each in check.missing if each.fact.kind in FIGURES] == []
