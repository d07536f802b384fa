"""The ways in which reporters of other languages name who says something, one by one."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit import read_article
from audit.errors import ReadError
from audit.extract.claims import Claim
from audit.extract.language import LANGUAGES, language_of
from audit.extract.names import Names
from audit.extract.phrasebook import phrasebook
from audit.extract.plain import claims_in
from audit.extract.told import Told
from audit.model import Article


def article_of(text: str) -> Article:
    return read_article(text.encode("utf-8", "surrogatepass"), format="text")


def claims(language: str, text: str) -> list[Claim]:
    return claims_in(article_of(text), phrasebook(language))[0]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("de", "„Das ist falsch“, sagte Anna Lind.", "Anna Lind"),
        ("de", "»Das ist falsch«, sagte sie.", "sie"),
        ("de", "„Das ist falsch“, so ein Regierungssprecher.", "ein Regierungssprecher"),
        ("de", "„Das ist falsch“, teilte das Ministerium am Freitag mit.", "das Ministerium"),
        ("de", "Der Sprecher des Rates, Jonas Keil, sagte am Montag: „Das ist falsch.“", "Jonas Keil"),
        ("de", "Anna Lind, Leiterin der Behörde, sagte: „Das ist falsch.“", "Anna Lind"),
        ("de", "Am Montag sagte Ministerin Eva Roth: „Das ist falsch.“", "Ministerin Eva Roth"),
        ("de", "„Nein“, sagte die Biologin Eva Roth der Deutschen Welle.", "die Biologin Eva Roth"),
        ("fr", "« Non », a dit le préfet Yann Le Goff.", "le préfet Yann Le Goff"),
        ("es", "Ayer, Vega acusó al alcalde y dijo: «No».", "Vega"),
        ("de", "Lind hat den Plan als „Unsinn“ bezeichnet.", "Lind"),
        ("de", "Roth wurde von der Opposition als „Lügnerin“ bezeichnet.", "der Opposition"),
        ("de", "Der Polizei zufolge sind zwei Menschen verletzt.", "Der Polizei"),
        ("de", "Wie die Polizei am Sonntag mitteilte, sind zwei tot.", "die Polizei"),
        ("de", "Aus dem Ministerium hieß es: „Wir prüfen das.“", "dem Ministerium"),
        ("fr", "« C’est faux », a déclaré Jean Roy.", "Jean Roy"),
        ("fr", "« C’est faux », a-t-il ajouté.", "il"),
        ("fr", "« Venez ! », crie-t-elle.", "elle"),
        ("fr", "« C’est faux », a dit le maire de Lyon, Jean Roy.", "Jean Roy"),
        ("fr", "Jean Roy, ministre de la Culture, a déclaré lundi : « C’est faux. »", "Jean Roy"),
        ("fr", "D’après lui, la loi est « mauvaise ».", "lui"),
        ("fr", "Le plan a été qualifié de « fou » par la gauche.", "la gauche"),
        ("fr", "“C’est faux”, estime un proche du dossier.", "un proche du dossier"),
        ("es", "«Es falso», dijo Luis Vega.", "Luis Vega"),
        ("es", "“Es falso”, ha dicho el ministro de Trabajo, Luis Vega.", "Luis Vega"),
        ("es", "Luis Vega, ministro de Trabajo, dijo el lunes: «Es falso».", "Luis Vega"),
        ("es", "La ley, según Vega, es «mala».", "Vega"),
        ("es", "Vega: «Es falso».", "Vega"),
        ("es", "—No sé —respondió Ana.", "Ana"),
        ("ru", "«Это неправда», — сказал Иван Петров.", "Иван Петров"),
        ("ru", "«Это неправда», – он сказал.", "он"),
        ("ru", "Как заявил министр Иван Петров, «денег нет».", "министр Иван Петров"),
        ("ru", "По словам Петрова, «денег нет».", "Петрова"),
        ("ru", "По его словам, «денег нет».", "его"),
        ("ru", "«Денег нет», — сообщили в пресс-службе министерства.", "пресс-службе министерства"),
        ("ru", "— Денег нет, — ответил Петров.", "Петров"),
        ("ru", "Глава компании «Ромашка» Анна Котова сказала: «Да».", "Глава компании «Ромашка» Анна Котова"),
    ],
)  # fmt: skip
def test_the_speaker_of_words(language: str, text: str, speaker: str) -> None:
    assert [one.speaker.text if one.speaker else None for one in claims(language, text)] == [
        speaker
    ]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "„Ich gehe“, sagte Moor, „und zwar sofort.“", ["Ich gehe", "und zwar sofort."]),
        ("fr", "« C’est faux, a dit Roy, et vil. »", ["C’est faux,", "et vil."]),
        ("es", "«Es falso —dijo Vega—. Lo probaré».", ["Es falso", "Lo probaré"]),
        ("ru", "«Денег нет, — сказал Петров, — и всё».", ["Денег нет,", "и всё"]),
        ("ru", "— Денег нет, — сказал он. — И всё.", ["Денег нет,", "И всё."]),
    ],
)
def test_words_around_their_speaker_are_parts_of_one_claim(
    language: str, text: str, words: list[str]
) -> None:
    [one] = claims(language, text)
    assert [content.text for content in one.contents] == words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Zeitung „Nordblick“ erscheint seit 1950."),
        ("fr", "La librairie ouvre près du restaurant « Le Chat roux »."),
        ("es", "La revista «Faro Azul» cumple diez años."),
        ("ru", "Футбольный клуб «Сокол» играет в субботу."),
    ],
)
def test_names_in_quotation_marks_are_nobodys_words(language: str, text: str) -> None:
    assert claims(language, text) == []


def test_scare_quotes_have_no_speaker() -> None:
    [one] = claims("de", "Das „Spiegelei-Prinzip“ setzt sich im Handel durch.")
    assert (one.kind.value, one.speaker) == ("unattributed", None)


@pytest.mark.parametrize(
    ("language", "text", "outlet", "name", "told"),
    [
        ("de", "„Das ist falsch“, sagte er der BBC.", "BBC", "BBC", True),
        ("de", "Im Interview mit dem ZDF sagte Eva Roth: „Nein.“", "ZDF", "ZDF", False),
        ("de", "„Nein“, sagte Lind der „Süddeutschen Zeitung“.", "Süddeutsche Zeitung", "Süddeutschen Zeitung", True),
        ("fr", "« Non », dit Roy dans un entretien au Monde.", "Le Monde", "Monde", False),
        ("fr", "« Non », a affirmé Jean Roy à l’AFP.", "Agence France-Presse", "AFP", True),
        ("es", "«No», dijo Vega en una entrevista con El País.", "El País", "El País", False),
        ("ru", "«Нет», — сказал Петров в интервью Би-би-си.", "BBC", "Би-би-си", False),
    ],
)  # fmt: skip
def test_the_outlet_that_carried_the_words(
    language: str, text: str, outlet: str, name: str, *, told: bool
) -> None:
    article, book = article_of(text), phrasebook(language)
    [claim], sentences = claims_in(article, book)
    found = Told(article, sentences, book).of(claim)
    assert found is not None
    assert (found.outlet.name, found.span.text, found.was_told) == (outlet, name, told)


def test_a_pronoun_never_stands_for_an_outlet() -> None:
    text = "Eva Roth sprach mit der Deutschen Welle. „Das ist falsch“, sagte sie."
    article, book = article_of(text), phrasebook("de")
    [claim], sentences = claims_in(article, book)
    assert claim.speaker is not None
    people = Told(article, sentences, book).people()
    assert Names(people, book.words).resolve(claim.speaker) == "Eva Roth"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("„Wir bauen die Brücke bis zum Herbst“, sagte sie, und das ist nicht die einzige.", "de"),
        ("« Nous sommes prêts », a déclaré le maire dans une lettre aux habitants de la ville.", "fr"),
        ("«Estamos listos», dijo el alcalde en una carta a los vecinos de la ciudad.", "es"),
        ("«Мы готовы, и это не всё», — сказал он, но сроков не назвал.", "ru"),
        ("“We are ready,” the mayor said in a letter to the people of the town.", "en"),
        ("“Estamos prontos, mas não é fácil”, disse o prefeito em uma carta aos moradores da cidade.", "en"),
        ("Lorem ipsum.", "en"),
    ],
)  # fmt: skip
def test_the_language_is_told_by_its_small_words(text: str, language: str) -> None:
    assert language_of(article_of(text)) == language


def test_the_declared_language_is_believed() -> None:
    page = b'<html lang="de-AT"><body><article><p>Nein.</p></article></body></html>'
    assert language_of(read_article(page, format="html")) == "de"


SCRAPS = """Lind Roth sagte dit a-t-il dijo сказал laut selon según по словам zufolge der die la el le a hat
wurde von par por dass que что wie как BBC l’AFP au Monde hieß es в пресс-службе 12 „ “ « » — – - , . : ; ? ! ( ) …"""
SOUP = st.lists(st.sampled_from([*SCRAPS.split(), "\n", "\n\n"]), max_size=60).map(" ".join)


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
@given(text=SOUP | st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_spans_lie_in_the_text_and_hold_its_words(language: str, text: str) -> None:
    try:
        article = article_of(text)
    except ReadError:
        return
    book = phrasebook(language)
    found, sentences = claims_in(article, book)
    told = Told(article, sentences, book)
    for claim in found:
        assert claim.contents
        carried = told.of(claim)
        outlet = carried.span if carried is not None else None
        for span in (*claim.contents, claim.cue, claim.speaker, outlet):
            if span is not None:
                assert article.text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    "unit", ["« ", "« a, dit ", " —dijo ", "сказал ", "„a“ sagte ", "laut ", "a — "]
)
@pytest.mark.parametrize("language", ["de", "es", "fr", "ru"])
def test_time_stays_linear_on_hostile_text(language: str, unit: str) -> None:
    def seconds(size: int) -> float:
        article = article_of(unit * (size // len(unit)) + " end.")
        start = time.process_time()
        claims_in(article, phrasebook(language))
        return time.process_time() - start

    seconds(1_000)
    small, large = seconds(10_000), seconds(100_000)
    assert large < 30 * small + 0.3
