"""Statements with the verb of saying behind them, dialogue between dashes, sources, outlets that cite."""

from typing import NamedTuple

import pytest

from audit import read_article
from audit.extract.others.quotations import claims_in
from audit.languages.extraction.phrasebook import phrasebook


class _Row(NamedTuple):
    language: str
    text: str
    words: str
    speaker: str


ROWS = [
    _Row("fr", "Le pont rouvrira en mai, a indiqué le préfet.", "Le pont rouvrira", "le préfet"),
    _Row("fr", "Les travaux dureront deux ans, a précisé lundi la mairie.", "Les travaux", "la mairie"),
    _Row("fr", "Il n’y aura pas de hausse, assure Claire Morel, directrice du port.", "Il n’y aura", "Claire Morel"),
    _Row("fr", "Le budget est tenu, ajoute-t-elle.", "Le budget", "elle"),
    _Row("fr", "La route sera coupée, a-t-il prévenu.", "La route", "il"),
    _Row("fr", "« Le pont tiendra », selon Paul Roy.", "Le pont tiendra", "Paul Roy"),
    _Row("fr", "« Le pont tiendra », dixit Paul Roy.", "Le pont tiendra", "Paul Roy"),
    _Row("fr", "Selon le maire, la route serait coupée.", "la route", "le maire"),
    _Row("fr", "D’après l’enquête, le pont aurait bougé.", "le pont aurait", "l’enquête"),
    _Row("fr", "Le maire a reçu les pêcheurs, qui affirment que le port est trop cher.", "le port", "les pêcheurs"),
    _Row("fr", "Elle a interrogé Paul Roy, qui juge que le port est trop cher.", "le port", "Paul Roy"),
    _Row("fr", "– Le pont tiendra, dit Paul Roy. Il tiendra longtemps.", "Le pont tiendra", "Paul Roy"),
    _Row("fr", "— Le pont tiendra, répondit-elle.", "Le pont tiendra", "elle"),
    _Row("fr", "« Le pont tiendra », a déclaré hier soir Paul Roy.", "Le pont tiendra", "Paul Roy"),
    _Row("fr", "« Le pont tiendra », explique de son côté Claire Morel.", "Le pont tiendra", "Claire Morel"),
    _Row("fr", "« Le pont tiendra », tempère toutefois la préfète.", "Le pont tiendra", "la préfète"),
    _Row("fr", "Le Courrier cite Paul Roy : « Le pont tiendra. »", "Le pont tiendra", "Paul Roy"),
    _Row("fr", "Le Monde cite un conseiller : « Le pont tiendra. »", "Le pont tiendra", "un conseiller"),
    _Row("fr", "Le préfet a indiqué que la route rouvrirait en mai.", "la route", "Le préfet"),
    _Row("fr", "Interrogée par l’AFP, Claire Morel a confirmé que le port fermera.", "le port", "Claire Morel"),
    _Row("fr", "Pour Claire Morel, « le port est perdu ».", "le port est", "Claire Morel"),
    _Row("fr", "À en croire le syndicat, le port fermera.", "le port", "le syndicat"),
    _Row("es", "El puente abrirá en mayo, indicó el delegado del Gobierno.", "El puente", "el delegado del Gobierno"),
    _Row("es", "Las obras durarán dos años, precisó ayer la alcaldesa.", "Las obras", "la alcaldesa"),
    _Row("es", "No habrá subidas, asegura Clara Montes, directora del puerto.", "No habrá", "Clara Montes"),
    _Row("es", "El presupuesto alcanza, añadió ella.", "El presupuesto", "ella"),
    _Row("es", "El puente cerrará en otoño, según el alcalde.", "El puente", "el alcalde"),
    _Row("es", "Según el alcalde, el puente habría cedido.", "el puente", "el alcalde"),
    _Row("es", "De acuerdo con el informe, el puente se movió.", "el puente", "el informe"),
    _Row("es", "La alcaldesa recibió a los pescadores, que afirman que el puerto es caro.", "el puerto", "los pescadores"),
    _Row("es", "Habló con Pedro Ruiz, quien considera que el puerto es caro.", "el puerto", "Pedro Ruiz"),
    _Row("es", "—El puente aguantará —dijo Pedro Ruiz—. Aguantará mucho.", "El puente aguantará", "Pedro Ruiz"),
    _Row("es", "– El puente aguantará – respondió ella.", "El puente aguantará", "ella"),
    _Row("es", "«El puente aguantará», declaró anoche Pedro Ruiz.", "El puente aguantará", "Pedro Ruiz"),
    _Row("es", "«El puente aguantará», explica por su parte Clara Montes.", "El puente aguantará", "Clara Montes"),
    _Row("es", "«El puente aguantará», matizó sin embargo la consejera.", "El puente aguantará", "la consejera"),
    _Row("es", "El País cita a Pedro Ruiz: «El puente aguantará».", "El puente aguantará", "Pedro Ruiz"),
    _Row("es", "La Tercera escribió: «El puente aguantará».", "El puente aguantará", "La Tercera"),
    _Row("es", "«El puente aguantará», informó El Nacional.", "El puente aguantará", "El Nacional"),
    _Row("es", "«El puente aguantará», publicó El Mundo.", "El puente aguantará", "El Mundo"),
    _Row("es", "El delegado indicó que la carretera abrirá en mayo.", "la carretera", "El delegado"),
    _Row("es", "«El puente aguantará», dijo Pedro Ruiz a Efe.", "El puente aguantará", "Pedro Ruiz"),
    _Row("es", "A juicio de Clara Montes, el puerto está perdido.", "el puerto", "Clara Montes"),
    _Row("es", "En palabras del alcalde, el puente es «una ruina».", "una ruina", "alcalde"),
    _Row("ru", "Мост откроют в мае, сообщил мэр города.", "Мост откроют", "мэр города"),
    _Row("ru", "Ремонт займёт два года, уточнила вчера Анна Белова.", "Ремонт", "Анна Белова"),
    _Row("ru", "Повышения не будет, говорят эксперты.", "Повышения", "эксперты"),
    _Row("ru", "Денег хватит, добавила она.", "Денег", "она"),
    _Row("ru", "По словам мэра, мост откроют в мае.", "мост", "мэра"),
    _Row("ru", "Мост откроют в мае, по словам Анны Беловой.", "Мост", "Анны Беловой"),
    _Row("ru", "По данным полиции, мост закрыт.", "мост", "полиции"),
    _Row("ru", "Как сообщает ТАСС, мост закрыт.", "мост", "ТАСС"),
    _Row("ru", "Как заявил мэр, мост откроют в мае.", "мост", "мэр"),
    _Row("ru", "Мэр уверен: мост откроют в мае.", "мост", "Мэр"),
    _Row("ru", "Эксперты предупреждают: мост опасен.", "мост", "Эксперты"),
    _Row("ru", "Анна Белова объяснила: денег не хватит.", "денег", "Анна Белова"),
    _Row("ru", "— Мост выдержит, — сказал Иван Крылов. — Он крепкий.", "Мост выдержит", "Иван Крылов"),
    _Row("ru", "- Мост выдержит, - сказала она.", "Мост выдержит", "она"),
    _Row("ru", "– Мост выдержит, – ответил мэр.", "Мост выдержит", "мэр"),
    _Row("ru", "Мэр принял рыбаков, которые считают, что порт слишком дорог.", "порт", "рыбаков"),
    _Row("ru", "«Мост выдержит», — рассказал «Коммерсанту» Иван Крылов.", "Мост выдержит", "Иван Крылов"),
    _Row("ru", "«Мост выдержит», — заявил накануне вечером Иван Крылов.", "Мост выдержит", "Иван Крылов"),
    _Row("ru", "«Мост выдержит», — в свою очередь отметила Анна Белова.", "Мост выдержит", "Анна Белова"),
    _Row("ru", "Мэр сообщил, что дорогу откроют в мае.", "дорогу", "Мэр"),
    _Row("ru", "РБК приводит слова Ивана Крылова: «Мост выдержит».", "Мост выдержит", "Ивана Крылова"),
    _Row("ru", "Мост опасен, считает инженер Пётр Лось.", "Мост", "инженер Пётр Лось"),
    _Row("ru", "В мэрии пообещали: дорогу откроют в мае.", "дорогу", "мэрии"),
    _Row("fr", "La route, selon le maire, sera coupée.", "La route", "le maire"),
    _Row("es", "El puente, según Pedro Ruiz, cerrará en otoño.", "El puente", "Pedro Ruiz"),
    _Row("ru", "Мост, по мнению Анны Беловой, опасен.", "Мост", "Анны Беловой"),
    _Row("fr", "Le pont, a dit Paul Roy, rouvrira en mai.", "Le pont", "Paul Roy"),
    _Row("es", "El puente, explicó Clara Montes, abrirá en mayo.", "El puente", "Clara Montes"),
    _Row("pt", "A ponte abre em maio, indicou o presidente da câmara.", "A ponte", "o presidente da câmara"),
    _Row("ru", "«Мост закрыт», — сообщает ТАСС со ссылкой на мэрию.", "Мост закрыт", "ТАСС"),
    _Row("ru", "«Мост закрыт», — передаёт ТАСС.", "Мост закрыт", "ТАСС"),
    _Row("fr", "Cité par Le Monde, Paul Roy affirme : « Le pont tient. »", "Le pont tient", "Paul Roy"),
]  # fmt: skip


def found(language: str, text: str) -> list[tuple[str, str | None]]:
    """(words, speaker) of every claim of a text."""
    article = read_article(text.encode(), format="text")
    return [
        (claim.contents[0].text, claim.speaker.text if claim.speaker else None)
        for claim in claims_in(article, phrasebook(language))[0]
    ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text)
def test_who_says_it_is_found_behind_the_words(row: _Row) -> None:
    speakers = [
        speaker for words, speaker in found(row.language, row.text) if words.startswith(row.words)
    ]
    assert row.speaker in speakers


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Paul Roy, maire de Lyon, a remercié la préfète."),
        ("es", "Pedro Ruiz, alcalde de Lugo, felicitó a la consejera."),
        ("ru", "Мэр пришёл на мост, поздравил рабочих и уехал."),
        ("fr", "Avant la réunion, a annoncé le préfet la fermeture."),
        ("es", "Tras la reunión, anunció el alcalde la reapertura."),
    ],
)
def test_a_verb_with_an_object_of_its_own_states_nothing(language: str, text: str) -> None:
    assert found(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("es", "El hotel tiene, según el ministerio, 70 camas, pero faltan médicos.", ["El hotel tiene", "70 camas"]),
        ("es", "La obra costó, según el informe, 14,2 millones de euros.", ["La obra costó", "14,2 millones de euros"]),
        ("fr", "La clinique compte, selon le ministère, 70 lits.", ["La clinique compte", "70 lits"]),
        ("es", "El hotel cerrará en mayo, según El Faro, un diario.", ["El hotel cerrará en mayo"]),
    ],
)  # fmt: skip
def test_how_many_stands_behind_a_source_between_commas(
    language: str, text: str, words: list[str]
) -> None:
    [claim] = claims_in(read_article(text.encode(), format="text"), phrasebook(language))[0]
    assert [each.text for each in claim.contents] == words
