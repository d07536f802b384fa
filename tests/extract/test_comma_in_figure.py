"""A comma inside a figure parts no clause, whatever the language and whoever says it."""

import pytest

from audit.model import FactKind
from tests.extract.said import attributions, stated


@pytest.mark.parametrize("figure", ["2,3", "12,5", "1,250"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Secondo Aldo Pacifico i risparmi si fermano a {} milioni, scrive la Gazzetta di ieri.",
        "Secondo il consigliere Aldo Pacifico i risparmi sono {} milioni di euro, e non bastano.",
        "I risparmi, secondo Aldo Pacifico, sono {} milioni, un terzo di quelli promessi a maggio.",
        "D’après Anne Martin la rénovation coûte {} millions d’euros, a écrit la Gazette hier.",
        "Selon Anne Martin la rénovation coûte {} millions d’euros, a écrit la Gazette hier.",
        "Según Ana Martín la reforma cuesta {} millones de euros, escribe la Gaceta de hoy.",
        "Segundo Ana Martins a reforma custa {} milhões de euros, escreve a Gazeta de hoje.",
        "Volgens Anna de Vries kost de verbouwing {} miljoen euro, schrijft de Gazet vandaag.",
        "Laut Matthias Obermoser kostet der Umbau {} Millionen Euro, meldet die Gazette heute.",
        "По словам Анны Ивановой, ремонт школы стоит {} миллиона рублей, пишет газета города.",
        "According to Anne Martin, the reform costs {} million dollars, the Gazette wrote today.",
    ],
)
def test_a_statement_is_the_same_with_any_figure(sentence: str, figure: str) -> None:
    with_comma, without = stated(sentence.format(figure)), stated(sentence.format("471"))
    assert [
        (who, tuple(part.replace(figure, "471") for part in parts)) for who, parts in with_comma
    ] == without


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        (
            "Secondo Aldo Pacifico i risparmi si fermano a 2,3 milioni, [scrive la Gazzetta]",
            "2,3 milioni",
        ),
        (
            "Secondo Aldo Pacifico i passeggeri sono 9,4 milioni, [scrive la Gazzetta]",
            "9,4 milioni",
        ),
        (
            "D’après Anne Martin la rénovation coûte 2,3 millions, [écrit la Gazette]",
            "2,3 millions",
        ),
    ],
)
def test_the_figure_is_whole(sentence: str, figure: str) -> None:
    said = attributions(f"{sentence}(https://gazette.example/a).", format="markdown")
    figures = {
        fact.span.text for each in said for fact in each.facts if fact.kind is FactKind.NUMBER
    }
    assert figures == {figure}
