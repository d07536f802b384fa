"""Rounded figures of statements in other languages than English beside their source's."""

import pytest

from audit import extract, read_article
from audit.match.indirect.statements import missing_facts
from audit.match.prepared.source import prepare
from audit.model import AttributionKind

# language, statement, figures: the source's, and one that it is not
_PAIRS = [
    ("de", "Laut dem Bericht kamen rund {} Leute.", "300", "Es kamen {} Leute.", "312", "3120"),
    ("de", "Laut dem Bericht kamen fast {} Leute.", "400", "Es kamen {} Leute.", "391", "291"),
    ("de", "Laut dem Bericht kostet es knapp {} Millionen Euro.", "39",
     "Es kostet {} Millionen Euro.", "38,7", "28,7"),
    ("fr", "Selon le rapport, environ {} personnes sont venues.", "300",
     "En tout, {} personnes sont venues.", "312", "3120"),
    ("fr", "Selon le rapport, près de {} % des sondés refusent.", "40",
     "En tout, {} % des sondés refusent.", "39,6", "29,6"),
    ("es", "Según el informe, unas {} personas acudieron.", "300",
     "En total, {} personas acudieron.", "312", "3120"),
    ("es", "Según el informe, casi el {} % de los vecinos se niega.", "40",
     "En total, el {} % de los vecinos se niega.", "39,6", "29,6"),
    ("it", "Secondo il rapporto, circa {} persone sono venute.", "300",
     "In tutto {} persone sono venute.", "312", "3120"),
    ("it", "Secondo il rapporto, oltre {} persone sono venute.", "600",
     "In tutto {} persone sono venute.", "611", "911"),
    ("nl", "Volgens het rapport kwamen er ongeveer {} mensen.", "300",
     "Er kwamen {} mensen.", "312", "3120"),
    ("pt", "Segundo o relatório, cerca de {} pessoas vieram.", "300",
     "No total, {} pessoas vieram.", "312", "3120"),
    ("ru", "По данным отчёта, пришли около {} человек.", "300",
     "Всего пришли {} человек.", "312", "3120"),
    ("ru", "По данным отчёта, пришли более {} человек.", "600",
     "Всего пришли {} человек.", "611", "911"),
]  # fmt: skip
_AND = {
    "de": "Verletzt wurde niemand, und die Arbeiten dauern noch eine ganze Weile in der Stadt.",
    "fr": "Personne n’a été blessé, et les travaux vont durer encore longtemps dans la ville.",
    "es": "Nadie resultó herido, y las obras van a durar todavía mucho tiempo en la ciudad.",
    "it": "Nessuno è rimasto ferito, e i lavori dureranno ancora a lungo in tutta la città.",
    "nl": "Niemand raakte gewond, en het werk gaat nog een hele tijd duren in de stad.",
    "pt": "Ninguém ficou ferido, e as obras vão durar ainda muito tempo em toda a cidade.",
    "ru": "Никто не пострадал, и работы в городе продлятся ещё довольно долго, говорят там.",
}


def _missing(language: str, statement: str, source: str) -> list[str]:
    text = f"---\nlanguage: {language}\n---\n\n{statement}\n"
    page = prepare(f"{source} {_AND[language]}")
    found = [
        each
        for each in extract(read_article(text.encode(), "markdown"))
        if each.kind is AttributionKind.INDIRECT
    ]
    assert any(each.facts for each in found)
    return [missing.fact.span.text for each in found for missing in missing_facts(each, [page])]


@pytest.mark.parametrize(("language", "statement", "told", "source", "value", "other"), _PAIRS)
def test_a_rounded_figure_is_held_against_what_it_may_be_rounded_from(
    language: str, statement: str, told: str, source: str, value: str, other: str
) -> None:
    statement = statement.format(told)
    assert _missing(language, statement, source.format(value)) == []
    assert _missing(language, statement, source.format(other)) != []
