"""Figures of statements in other languages than English, each as its press writes it."""

import pytest

from audit.extract.facts.by_language import figures_of
from audit.model import FactKind, Span
from tests.extract.said import attributions

AMOUNT, NUMBER, SHARE, DATE = (
    FactKind.AMOUNT,
    FactKind.NUMBER,
    FactKind.PERCENTAGE,
    FactKind.DATE,
)


def found(language: str, text: str) -> list[tuple[FactKind, str]]:
    facts = figures_of(language, [Span(0, len(text), text)])
    assert all(text[fact.span.start : fact.span.end] == fact.span.text for fact in facts)
    return [(fact.kind, fact.span.text) for fact in facts]


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        ("de", "Das Bad zählte 84.600 Besuche.", [(NUMBER, "84.600")]),
        ("de", "Es kostet 1,9 Millionen Euro.", [(AMOUNT, "1,9 Millionen Euro")]),
        ("de", "Die Orgel von 1743 hat 2.184 Pfeifen.", [(DATE, "1743"), (NUMBER, "2.184")]),
        ("de", "Am 12. März 2026 waren es 78 Prozent.", [(DATE, "12. März 2026"), (SHARE, "78 Prozent")]),
        ("fr", "Elle coûtera 1,2 milliard d’euros.", [(AMOUNT, "1,2 milliard d’euros")]),
        ("fr", "Le tracé a 38 voix et 12 000 voyageurs.", [(NUMBER, "38"), (NUMBER, "12 000")]),
        ("fr", "Elle ouvrira à l’automne 2028, à 38 %.", [(DATE, "2028"), (SHARE, "38 %")]),
        ("es", "El 45 % pagó 3,5 millones de euros.", [(SHARE, "45 %"), (AMOUNT, "3,5 millones de euros")]),
        ("es", "Vinieron 1.200 el 12 de mayo de 2025.", [(NUMBER, "1.200"), (DATE, "12 de mayo de 2025")]),
        ("pt", "Custará R$ 3,5 bilhões e terá 19 estações.", [(AMOUNT, "R$ 3,5 bilhões"), (NUMBER, "19")]),
        ("ru", "В 2024 году 12,5 млн рублей и 45 %.", [(DATE, "2024"), (AMOUNT, "12,5 млн рублей"), (SHARE, "45 %")]),
    ],
)  # fmt: skip
def test_figures_are_found_whole(
    language: str, text: str, figures: list[tuple[FactKind, str]]
) -> None:
    assert found(language, text) == figures


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Um 14.30 Uhr und um 15 Uhr war Schluss."),
        ("fr", "C’est fini à 14h30."),
        ("xx", "300 of them"),
    ],
)
def test_the_time_of_day_and_a_language_without_words_have_none(language: str, text: str) -> None:
    assert found(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        ("de", "Es waren rund 300 Leute da, fast 80 Prozent.", ["300", "80 Prozent"]),
        ("fr", "Environ 50 personnes sont venues.", ["50"]),
        ("ru", "Около 300 домов.", ["300"]),
    ],
)
def test_rounded_figures_are_some(language: str, text: str, figures: list[str]) -> None:
    assert [figure for _, figure in found(language, text)] == figures


def test_of_a_range_the_end_alone_is_one() -> None:
    assert found("de", "Empfohlen werden 50 bis 60 Prozent.") == [(SHARE, "60 Prozent")]


def test_statements_of_an_article_carry_them() -> None:
    text = (
        "Die Stadt hat am Dienstag über das Bad und die Kosten gesprochen.\n\n"
        "Das Bad zählte im vergangenen Jahr 84.600 Besuche, teilte die Stadt am Dienstag mit."
    )
    [said] = attributions(text)
    assert [fact.span.text for fact in said.facts] == ["84.600"]


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        (
            "de",
            "Nach zwölf Minuten waren drei von fünf Bremsen defekt",
            ["zwölf Minuten", "drei", "fünf"],
        ),
        ("fr", "Les exportations sont un quart de la production", ["un quart"]),
        ("fr", "Le feu a pris à quatre heures et a duré six heures", ["six heures"]),
        ("es", "Los trabajos duraron cuatro horas, desde las nueve horas", ["cuatro horas"]),
        ("pt", "O incêndio durou 4 horas e começou às quatro horas", ["4 horas"]),
        ("fr", "Neuf voix contre six ont suffi", ["Neuf", "six"]),
        ("es", "Se perforaron veintiún pozos", ["veintiún"]),
        ("it", "Sono dodici operai", ["dodici"]),
        ("nl", "Een kwart van de twaalf huizen", ["Een kwart", "twaalf"]),
        ("de", "Zwei Tage später kam eine Antwort", []),
        ("fr", "Un pont neuf, et rien de plus", []),
        ("de", "Das war der achte Vorfall", []),
        ("es", "Eran 12 casas", ["12"]),
    ],
)
def test_numbers_and_parts_in_words_are_figures_of_what_stands_behind_them(
    language: str, text: str, figures: list[str]
) -> None:
    found = figures_of(language, [Span(10, 10 + len(text), text)])
    assert [fact.span.text for fact in found] == figures
    assert all(text[fact.span.start - 10 : fact.span.end - 10] == fact.span.text for fact in found)
