"""Statements behind datelines, with a bare plural, a second verb or an infinitive, and pronouns."""

from dataclasses import replace

import pytest

from audit import extract, read_article


@pytest.mark.parametrize(
    ("language", "text", "words", "speaker"),
    [
        ("es", "Bogotá, 14 mar (EFE).- El Gobierno anunció que abrirá el puente.", "abrirá", "Gobierno"),
        ("es", "MADRID, 14 Mar. (EUROPA PRESS) - El Gobierno anunció que abrirá el puente.", "abrirá", "Gobierno"),
        ("es", "Ana Durán lo calificó de «digno», aunque reconoció que queda mucho por hacer.", "queda", "Durán"),
        ("fr", "Des habitants ont affirmé que le pont tremblait la nuit.", "le pont", "habitants"),
        ("fr", "Des chercheurs de Lausanne ont indiqué que les abeilles dorment.", "les abeilles", "chercheurs"),
        ("fr", "Le maire et la préfète débattent. Elle le juge « utile », lui y voit « une verrue ».", "une verrue", "lui"),
        ("it", "L’attore Samuele Adu dice di non averlo ancora visto.", "non averlo", "Adu"),
        ("it", "L’attrice Ada Conti confessa di temere uno sciopero.", "temere", "Conti"),
        ("ru", "«Опоздавших ждать не будем!» — обратился к рыбакам глава района Пётр Ильин.", "Опоздавших", "Ильин"),
        ("ru", "«Опоздавших ждать не будем!» — обратилась к собравшимся глава региона.", "Опоздавших", "глава"),
        ("ru", "Галина Ним рассказала «Вечерней Самаре»: «Дым пошёл сразу с двух сторон».", "Дым", "Ним"),
        ("es", "El intendente de Lima, Lautaro Paz, fue al cine. Explicó que la obra costará el doble.", "la obra", "Paz"),
        # whom a preposition leads to does not speak
        ("ru", "«Опоздавших ждать не будем!» — обратился к рыбакам.", "Опоздавших", None),
        ("es", "Lima ganó por 3. - La prensa celebró que abrirá el puente.", "Lima", None),
    ],
)  # fmt: skip
def test_who_states_what(language: str, text: str, words: str, speaker: str | None) -> None:
    article = replace(read_article(text.encode(), format="text"), language=language)
    at = article.text.index(words)
    found = [
        each.speaker.text
        for each in extract(article)
        if each.speaker is not None
        if any(content.start <= at < content.end for content in each.contents)
    ]
    assert bool(found) is (speaker is not None)
    assert speaker is None or speaker in found[0]
