"""Who speaks, where an age or what somebody keeps to themselves stands by the words."""

import pytest

from audit import extract, read_article


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "«Vendimos el huerto», explica este agricultor de 62 años.", "este agricultor"),
        ("es", "«No queda agua», dice una vecina de 71 años de Lorca.", "una vecina"),
        ("fr", "« On ne dort plus », raconte une infirmière de 41 ans.", "une infirmière"),
        ("fr", "Une sage-femme, qui préfère taire son nom : « On compte. »", "Une sage-femme"),
        ("fr", "Un élève, qui cache son visage : « On nous a oubliés. »", "Un élève"),
        ("fr", "Luc Amadieu, qui aime son métier : « On recommence. »", "Luc Amadieu"),
    ],
)
def test_a_description_ends_before_an_age_and_a_relative(
    language: str, text: str, name: str
) -> None:
    article = read_article(f"---\nlanguage: {language}\n---\n\n{text}".encode(), format="markdown")
    [said] = [each for each in extract(article) if each.kind.value == "direct"]
    assert said.speaker_name == name
