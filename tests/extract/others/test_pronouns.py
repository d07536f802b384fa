"""The name behind a pronoun: in doubt there is none, and never one of another gender."""

import pytest

from audit import extract, read_article
from audit.model import Attribution


def _last(language: str, text: str) -> Attribution:
    page = f'<html lang="{language}"><body><article><p>{text}</p></article></body></html>'
    return extract(read_article(page.encode(), format="html"))[-1]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Claire Morel dirige le port. « Il tiendra », dit-elle.", "Claire Morel"),
        ("fr", "Claire Morel a reçu Paul Roy. « Il tiendra », dit-elle.", "Claire Morel"),
        ("fr", "Claire Morel a reçu Anne Roy. « Il tiendra », dit-elle.", "elle"),
        ("fr", "Paul Roy dirige le port. « Il tiendra », dit-elle.", "elle"),
        ("fr", "Paul Roy a reçu Marc Petit. « Il tiendra », dit-il.", "il"),
        ("es", "Clara Montes dirige el puerto. «Aguantará», dijo ella.", "Clara Montes"),
        ("es", "Pedro Ruiz dirige el puerto. «Aguantará», dijo ella.", "ella"),
        ("es", "Clara Montes recibió a Ana Ruiz. «Aguantará», dijo ella.", "ella"),
        ("ru", "Анна Белова руководит портом. «Он выдержит», — сказала она.", "Анна Белова"),
        ("ru", "Иван Крылов руководит портом. «Он выдержит», — сказала она.", "она"),
        ("ru", "Анна Белова встретила Веру Лось. «Он выдержит», — сказала она.", "она"),
        ("it", "Chiara Conti dirige il porto. «Terrà», ha detto lei.", "Chiara Conti"),
        ("it", "Paolo Conti dirige il porto. «Terrà», ha detto lei.", "lei"),
        ("nl", "Anneke de Boer leidt de haven. „Hij houdt het”, zei ze.", "Anneke de Boer"),
        ("nl", "Pieter de Boer leidt de haven. „Hij houdt het”, zei ze.", "ze"),
        ("nl", "Anneke Smit sprak met Lotte Vos. „Hij houdt het”, zei ze.", "ze"),
        ("fr", "Le port ferme. Sa sœur Rosalie s’en va. « Il tiendra », dit-elle.", "Rosalie"),
        ("es", "El puerto cierra. Su madre, Amparo, se va. «Aguantará», dijo ella.", "Amparo"),
        ("it", "Il porto chiude. Suo fratello Nereo ride. «Terrà», ha detto lui.", "Nereo"),
        ("de", "Anna Kern ging heim. Ihr Mann Hinnerk blieb. „Es hält“, sagte er.", "Hinnerk"),
        ("de", "Anna Kern ging heim. Ihre Tochter Ina blieb. „Es hält“, sagte sie.", "sie"),
        (
            "ru",
            "Порт закрыла мэр Агния Польская. Иван Крылов рад. «Да», — сказал он.",
            "Иван Крылов",
        ),
    ],
)
def test_a_pronoun_has_a_name_only_where_one_person_is_meant(
    language: str, text: str, name: str
) -> None:
    assert _last(language, text).speaker_name == name
