"""Outlets as German, French, Spanish and Russian name them, in every case, contraction and order."""

import tomllib
from dataclasses import replace
from pathlib import Path

from audit import extract, read_article


def sentences(name: str) -> list[list[str]]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    rows: list[list[str]] = tomllib.loads(text)["sentences"]
    return rows


SENTENCES = sentences("abroad.toml")
DISPATCHES = sentences("abroad_dispatches.toml")
FOUND = 47  # of the outlets named
FOUND_IN_DISPATCHES = 17


BEFORE = {
    "de": "Der Konzern will seine Netze verkaufen.",
    "fr": "Le maire a nié les faits.",
    "es": "El alcalde negó los hechos.",
    "ru": "Завод остановлен.",
}


def outlets_in(language: str, text: str) -> set[str]:
    text = f"{BEFORE[language]} {text}"
    article = replace(read_article(text.encode(), format="text"), language=language)
    return {found.outlet.name for found in extract(article) if found.outlet is not None}


def test_outlets_are_found_as_each_language_names_them() -> None:
    named = [row for row in SENTENCES if row[2]]
    missed = [row for row in named if row[2] not in outlets_in(row[0], row[1])]
    assert len(named) >= 50
    assert len(named) - len(missed) >= FOUND, missed


def test_outlets_are_found_in_dispatches() -> None:
    named = [row for row in DISPATCHES if row[2]]
    missed = [row for row in named if row[2] not in outlets_in(row[0], row[1])]
    assert len(named) - len(missed) >= FOUND_IN_DISPATCHES, missed


def test_an_outlet_whose_name_holds_an_article_is_one() -> None:
    assert outlets_in("fr", "« Je pars », confie l’élu à La Voix du Nord.") == {"La Voix du Nord"}
    assert outlets_in("fr", "« Je pars », a dit Anne Leroy au Figaro.") == {"Le Figaro"}
    assert outlets_in("fr", "« Je pars », a dit La Fontaine du Nord.") == set()


def test_no_outlet_is_found_that_is_not_named() -> None:
    every = [*SENTENCES, *DISPATCHES]
    found = [(text, outlets_in(language, text) - {name}) for language, text, name in every]
    assert [(text, wrong) for text, wrong in found if wrong] == []


IN_ITALIAN = [
    ("«Non so quando si parte», ha detto Maria Rossi alla Repubblica.", "La Repubblica"),
    ("«Non so quando si parte», ha raccontato Maria Rossi al Corriere della Sera.", "Corriere della Sera"),
    ("«Non so quando si parte», ha detto Maria Rossi alla folla.", None),
]  # fmt: skip


def test_outlets_in_italian() -> None:
    for text, name in IN_ITALIAN:
        article = replace(read_article(text.encode(), format="text"), language="it")
        found = {each.outlet.name for each in extract(article) if each.outlet is not None}
        assert found == ({name} if name else set()), text
