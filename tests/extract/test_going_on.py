"""What a sentence adds to its figures behind the source that it names."""

import pytest

from audit import extract, read_article
from audit.model import AttributionKind


def statements_in(language: str, text: str) -> list[str]:
    article = read_article(f"---\nlanguage: {language}\n---\n\n{text}".encode(), format="markdown")
    return [
        " … ".join(span.text for span in each.contents)
        for each in extract(article)
        if each.kind is AttributionKind.INDIRECT
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The bridge cost £4m, according to the report, up from £3m in 2020.",
         "The bridge cost £4m … up from £3m in 2020"),
        ("en", "Rents rose 5%, according to the ministry, the highest since 1990.",
         "Rents rose 5% … the highest since 1990"),
        ("en", "Rents rose 5%, according to Ann Lee, compared with 3% in May.",
         "Rents rose 5% … compared with 3% in May"),
        ("fr", "Le musée a reçu 148 200 visiteurs, selon son rapport, soit 21 % de plus qu’en 2024.",
         "Le musée a reçu 148 200 visiteurs … soit 21 % de plus qu’en 2024"),
        ("fr", "Le pont a coûté 4 millions, a indiqué la ville, contre 3 millions en 2020.",
         "Le pont a coûté 4 millions … contre 3 millions en 2020"),
        ("fr", "Le toit de la halle, précise le document, devra être refait avant 2030.",
         "Le toit de la halle … devra être refait avant 2030"),
        ("fr", "Le pont, selon le rapport, devra être refait avant 2030.",
         "Le pont … devra être refait avant 2030"),
        ("es", "El museo recibió 148 200 visitantes, según el informe, un 21 % más que en 2024.",
         "El museo recibió 148 200 visitantes … un 21 % más que en 2024"),
        ("it", "Il ponte è costato 4 milioni, secondo il rapporto, contro i 3 del 2020.",
         "Il ponte è costato 4 milioni … contro i 3 del 2020"),
        ("it", "Il ponte, precisa il documento, dovrà essere rifatto entro il 2030.",
         "Il ponte … dovrà essere rifatto entro il 2030"),
        ("pt", "A ponte custou 4 milhões, segundo o relatório, contra 3 em 2020.",
         "A ponte custou 4 milhões … contra 3 em 2020"),
        ("nl", "De brug kostte 4 miljoen, volgens het rapport, tegen 3 miljoen in 2020.",
         "De brug kostte 4 miljoen … tegen 3 miljoen in 2020"),
        ("ru", "Мост обошёлся в 4 миллиона, по данным отчёта, против 3 миллионов в 2020 году.",
         "Мост обошёлся в 4 миллиона … против 3 миллионов в 2020 году"),
    ],
)  # fmt: skip
def test_figures_behind_the_source_are_of_the_statement(
    language: str, text: str, expected: str
) -> None:
    assert statements_in(language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Rents rose 5%, according to Ann Lee, 45, a broker.", "Rents rose 5%"),
        ("en", "Rents rose 5%, according to Ann Lee, a broker with 30 years in the trade.",
         "Rents rose 5%"),
        ("en", "Rents rose 5%, according to the ministry, and 300 people left.", "Rents rose 5%"),
        ("en", "Rents rose 5%, according to the ministry, which has 300 people.", "Rents rose 5%"),
        ("fr", "Le pont a fermé, selon Roy, ce que 300 habitants contestent.", "Le pont a fermé"),
        ("fr", "Le pont a fermé, selon Anne Roy, 45 ans, courtière à Lyon.", "Le pont a fermé"),
        ("fr", "Le pont a fermé, selon Anne Roy, courtière depuis 30 ans à Lyon.",
         "Le pont a fermé"),
    ],
)  # fmt: skip
def test_what_is_said_of_the_source_or_by_the_writer_is_not(
    language: str, text: str, expected: str
) -> None:
    assert statements_in(language, text) == [expected]
