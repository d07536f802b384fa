"""The ways in which reporters of other languages name who says something, one by one."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit import read_article
from audit.errors import ReadError
from audit.extract.claims import Claim
from audit.extract.language import language_of
from audit.extract.others.carriers import Carriers
from audit.extract.others.persons.names import Names
from audit.extract.others.quotations import claims_in
from audit.languages.extraction.phrasebook import languages as phrasebooks
from audit.languages.extraction.phrasebook import phrasebook
from audit.model import Article, AttributionKind


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
        ("it", "«È falso», ha detto Luigi Conti all’Ansa.", "Luigi Conti"),
        ("it", "«La legge – ha spiegato De Luca – è sbagliata».", "De Luca"),
        ("it", "A detta della sindaca, la legge è «sbagliata».", "sindaca"),
        ("nl", "„Dat is niet waar”, zei Van Dam tegen de NOS.", "Van Dam"),
        ("nl", "Volgens de burgemeester is het plan „onzin”.", "de burgemeester"),
        ("nl", "Vos heeft het plan “onzin” genoemd.", "Vos"),
        ("pt", "“É falso”, disse Luís Vaz.", "Luís Vaz"),
        ("pt", "«É falso», afirmou o ministro da Fazenda, Fernando Haddad.", "Fernando Haddad"),
        ("pt", "Segundo o ministro Luís Vaz, “não há dinheiro”.", "o ministro Luís Vaz"),
        ("pt", "Na opinião do governo, a lei é “má”.", "governo"),
        ("pt", "Na opinião dele, a lei é “má”.", "dele"),
        ("pt", "Para Vaz, a lei é “má”.", "Vaz"),
        ("pt", "“Estou farto”, queixou-se o vizinho.", "o vizinho"),
        ("pt", "“Saiam”, disse-lhe a diretora da escola, Marta Lima.", "Marta Lima"),
        ("pt", "«Nunca», limitou-se a dizer o autarca.", "o autarca"),
        ("pt", "A ministra afirmou na terça-feira que “não há plano B”.", "A ministra"),
        ("pt", "“É falso”, disse o ministro a jornalistas.", "o ministro"),
        ("pt", "O plano foi chamado de “loucura” pelo governo.", "governo"),
        ("pt", "“Eu cortaria”, disse ao Valor Econômico um ex-diretor.", "um ex-diretor"),
        ("pt", "O líder do governo no Senado, Murilo Sá, disse: “Não”.", "Murilo Sá"),
        ("pt", "“Não”, respondeu, por escrito, o gabinete.", "o gabinete"),
        ("pt", "O marido tentava sorrir: “Não”, brincou.", "O marido"),
        ("pt", "Rui Sá saiu. Perguntado sobre isso, sorri: “Talvez”.", "Rui Sá"),
        ("pt", "A resposta não agradou à diretora da escola, Rute Sá. “Não”, diz.", "Rute Sá"),
        ("pt", "Foi o próprio Sá quem confirmou. “Chegou a hora”, escreveu.", "o próprio Sá"),
        ("pt", "— Não sei — respondeu Ana.", "Ana"),
        ("ru", "«Это неправда», — сказал Иван Петров.", "Иван Петров"),
        ("ru", "«Это неправда», – он сказал.", "он"),
        ("ru", "Как заявил министр Иван Петров, «денег нет».", "министр Иван Петров"),
        ("ru", "По словам Петрова, «денег нет».", "Петрова"),
        ("ru", "По его словам, «денег нет».", "его"),
        ("ru", "«Денег нет», — сообщили в пресс-службе министерства.", "пресс-службе министерства"),
        ("ru", "— Денег нет, — ответил Петров.", "Петров"),
        ("ru", "Глава компании «Ромашка» Анна Котова сказала: «Да».", "Глава компании «Ромашка» Анна Котова"),
        ("de", "Nachbar Sven Lind (39): „Ich habe den Lärm gehört.“", "Nachbar Sven Lind"),
        ("de", "Das Land, so Roth, stehe „an der Seite der Leute“.", "Roth"),
        ("de", "„Der Beste hat gewonnen“, ist Lind überzeugt.", "Lind"),
        ("de", "„Nein“, sagte eine mit der Sache vertraute Person.", "eine mit der Sache vertraute Person"),
        ("de", "Die Äußerung sei, nach ihren Worten, „nicht hilfreich“.", "ihren"),
        ("de", "„Nein“, sagte Karin Roth bei der Vorlage der Zahlen.", "Karin Roth"),
        ("de", "Die Freiheitlichen orteten „Postenschacher“.", "Die Freiheitlichen"),
        ("de", "Roth schwieg. „Wir haben alles versucht.“", None),
        ("de", "Karin Roth schwieg. „Wir haben alles versucht.“", "Karin Roth"),
        ("de", "Im Ministerium hört man, die Optik sei „suboptimal“.", "Ministerium"),
        ("de", "Lind schwieg. Roths Antwort: „Drei Wochen vor dem Urteil.“", "Roths"),
        ("fr", "Un autre, pilier du groupe, n’a pas de mots assez durs : « Il ment. »", "Un autre"),
        ("fr", "Pour l’avocat général, cela suffit : « un crime ».", "l’avocat général"),
        ("fr", "De l’avis de Roy, la loi est « mauvaise ».", "Roy"),
        ("fr", "Le secrétaire du parti, Paul Roy, accuse l’exécutif de « mentir ».", "Paul Roy"),
        ("fr", "L’UDC et le MCG, rejoints par d’autres, jugent le tracé « fou ».", "L’UDC et le MCG"),
        ("fr", "Le député (LR) Cyril Roy, présent, a promis : « Paris doit comprendre. »", "Le député (LR) Cyril Roy"),
        ("fr", "« On a perdu », a-t-il laissé entendre.", "il"),
        ("fr", "« J’ai fait mon temps, se désole le savant. C’est tout. »", "le savant"),
        ("fr", "La fédération était qualifiée de « club ».", None),
        ("es", "Luis Vega calló. «Nunca», se limitó a decir.", "Luis Vega"),
        ("es", "«Nunca», acertó a decir una de ellas.", "una de ellas"),
        ("es", "«Nunca», explica un portavoz de Vega, que insiste en que la firma «cumple con todo».", "un portavoz de Vega"),
        ("es", "Desde la Secretaría de Agricultura respondieron que «no hay».", "la Secretaría de Agricultura"),
        ("es", "Es una idea que el PP ve «bolivariana».", "el PP"),
        ("es", "«No me consta», respondió lacónico el ministro de Trabajo.", "el ministro de Trabajo"),
        ("es", "En su opinión, el auto «está lleno de agujeros».", "su"),
        ("es", "Médicos sin Fronteras ha pedido «respeto».", "Médicos sin Fronteras"),
        ("ru", "«Денег нет», — отметил эксперт по безопасности Олег Вершин.", "эксперт по безопасности Олег Вершин"),
        ("ru", "Официально в Минстрое заявили, что «денег нет».", "Минстрое"),
        ("ru", "В докладе, вышедшем в пятницу, говорится о «серьёзных нарушениях».", "докладе"),
        ("ru", "«Нет», — сообщил Петров РИА Новости.", "Петров"),
        ("ru", "«Нет», — сказал Петров «Коммерсанту».", "Петров"),
        ("ru", "Слухи об этом авторы статьи называют «фантазиями».", "авторы статьи"),
        ("ru", "«Денег нет», — сообщила «Коммерсанту» глава банка Анна Котова.", "глава банка Анна Котова"),
        ("ru", "«Приятно побеждать», — не скрывал радости вратарь Артём Зуб.", "вратарь Артём Зуб"),
    ],
)  # fmt: skip
def test_the_speaker_of_words(language: str, text: str, speaker: str | None) -> None:
    found = claims(language, text)
    quoted = [
        attribution for attribution in found if attribution.kind is not AttributionKind.INDIRECT
    ]
    assert {
        attribution.speaker.text if attribution.speaker else None for attribution in quoted or found
    } == {speaker}


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "„Ich gehe“, sagte Moor, „und zwar sofort.“", ["Ich gehe", "und zwar sofort."]),
        ("fr", "« C’est faux, a dit Roy, et vil. »", ["C’est faux,", "et vil."]),
        ("es", "«Es falso —dijo Vega—. Lo probaré».", ["Es falso", "Lo probaré"]),
        ("pt", "— Não sei — disse Ana. — Talvez.", ["Não sei", "Talvez."]),
        ("ru", "«Денег нет, — сказал Петров, — и всё».", ["Денег нет,", "и всё"]),
        ("ru", "— Денег нет, — сказал он. — И всё.", ["Денег нет,", "И всё."]),
    ],
)
def test_words_around_their_speaker_are_parts_of_one_claim(
    language: str, text: str, words: list[str]
) -> None:
    [attribution] = claims(language, text)
    assert [content.text for content in attribution.contents] == words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Zeitung „Nordblick“ erscheint seit 1950."),
        ("fr", "La librairie ouvre près du restaurant « Le Chat roux »."),
        ("es", "La revista «Faro Azul» cumple diez años."),
        ("pt", "A revista “Farol Azul” faz dez anos."),
        ("pt", "Vaz pronunciou a palavra “crise” e saiu."),
        ("ru", "Футбольный клуб «Сокол» играет в субботу."),
        ("de", "Die Fachzeitschrift „Ecology Today“ hat sie veröffentlicht, sagte Roth."),
        ("de", "Die Schau „Staub und Licht“ wird eröffnet, sagte Roth."),
        ("de", "„Staub und Licht“ heißt die Schau, wie Roth sagte."),
        ("de", "Der „Nordblicker Bote“ hat Roth befragt, wie sie sagte."),
        ("fr", "Le disque s’appelle « Les Heures lentes », a dit Roy."),
        ("fr", "Roy a dit tout le bien qu’il pense du plan « Horizon 27 »."),
        ("es", "Rafael Montoya, “El Niño del Almendro”, dijo que no."),
        ("es", "Vega pronunció la palabra “crisis” y se fue."),
        ("ru", "Тренер «Ростка» сказал, что всё хорошо."),
        ("ru", "«Торпедо» уступило, сказал тренер."),
        ("ru", "Она выступила в так называемый «день тишины», сказал мэр."),
    ],
)
def test_names_in_quotation_marks_are_nobodys_words(language: str, text: str) -> None:
    assert all(claim.kind is AttributionKind.INDIRECT for claim in claims(language, text))


def test_scare_quotes_have_no_speaker() -> None:
    [attribution] = claims("de", "Das „Spiegelei-Prinzip“ setzt sich im Handel durch.")
    assert (attribution.kind.value, attribution.speaker) == ("unattributed", None)


@pytest.mark.parametrize(
    ("language", "text", "outlet", "name", "told"),
    [
        ("de", "„Das ist falsch“, sagte er der BBC.", "BBC", "BBC", True),
        ("de", "Im Interview mit dem ZDF sagte Eva Roth: „Nein.“", "ZDF", "ZDF", False),
        ("de", "„Nein“, sagte Lind der „Süddeutschen Zeitung“.", "Süddeutsche Zeitung", "Süddeutschen Zeitung", True),
        ("fr", "« Non », dit Roy dans un entretien au Monde.", "Le Monde", "Monde", False),
        ("fr", "« Non », a affirmé Jean Roy à l’AFP.", "Agence France-Presse", "AFP", True),
        ("es", "«No», dijo Vega en una entrevista con El País.", "El País", "El País", False),
        ("pt", "“Não”, disse ele à Folha de S.Paulo.", "Folha de S.Paulo", "Folha de S.Paulo", True),
        ("pt", "Em entrevista ao Globo, Vaz disse: “Não”.", "O Globo", "Globo", False),
        ("ru", "«Нет», — сказал Петров в интервью Би-би-си.", "BBC", "Би-би-си", False),
    ],
)  # fmt: skip
def test_the_outlet_that_carried_the_words(
    language: str, text: str, outlet: str, name: str, *, told: bool
) -> None:
    article, book = article_of(text), phrasebook(language)
    [claim], sentences = claims_in(article, book)
    found = Carriers(article, sentences, book).of(claim, ((0, len(text)),))
    assert found is not None
    assert (found.outlet.name, found.span.text, found.was_told) == (outlet, name, told)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Die Kuratorin Dilek Sancar kam. „Nein“, sagte Sancar.", "Dilek Sancar"),
        ("de", "Studienleiterin Henrike Voll kam mit Tom Adam. „Nein“, sagte sie.", "Henrike Voll"),
        ("de", "Henrike Voll kam. „Nein“, sagte er.", "er"),
        ("de", "Der Bau kostet 3 Millionen Euro. „Nein“, sagte er.", "er"),
        ("de", "„Nein“, sagte die Kammer der Anwälte.", "die Kammer der Anwälte"),
        ("fr", "Sabine Delorme a reçu Marc Hamelin. « Non », a-t-elle dit.", "Sabine Delorme"),
        ("fr", "« Non », assure l’entourage du chef de l’État.", "l’entourage du chef de l’État"),
        ("es", "Habló José María Vega. «No», dijo Vega.", "José María Vega"),
        ("pt", "Chegou a atriz Sónia Meira. “Não”, disse ela.", "Sónia Meira"),
        ("ru", "По словам адвоката Дмитрия Лукашевича, «денег нет».", "Дмитрий Лукашевич"),
        ("ru", "По словам Евгении Даниловой, «денег нет».", "Евгения Данилова"),
        ("ru", "Пришёл Иван Петров. По словам Петрова, «денег нет».", "Иван Петров"),
        ("ru", "По словам Петрова, «денег нет».", "Петрова"),
        ("ru", "Пришёл Иван Петров. Ответил источник. «Денег нет», — сказал он.", "он"),
    ],
)
def test_speakers_are_named_in_full(language: str, text: str, name: str) -> None:
    article, book = article_of(text), phrasebook(language)
    found, sentences = claims_in(article, book)
    names = Names(Carriers(article, sentences, book).sentences_without_outlets(), book)
    assert [
        names.resolve(attribution.speaker)
        for attribution in found
        if attribution.speaker is not None
    ] == [name]


def test_guillemets_inside_guillemets_belong_to_the_words() -> None:
    text = "«Он играл в «Спартаке» и ушёл», — сказал Петров."
    assert claims("ru", text)[0].contents[0].text == "Он играл в «Спартаке» и ушёл"


def test_a_headline_that_names_a_matter_has_no_speaker() -> None:
    text = "Cyberattaque à l’hôpital : « On est revenus au papier »\n\n"
    text += "Depuis dimanche, plus un ordinateur ne fonctionne au centre hospitalier. " * 3
    assert claims("fr", text)[0].speaker is None


def test_a_pronoun_never_stands_for_an_outlet() -> None:
    text = "Eva Roth sprach mit der Deutschen Welle. „Das ist falsch“, sagte sie."
    article, book = article_of(text), phrasebook("de")
    [claim], sentences = claims_in(article, book)
    assert claim.speaker is not None
    people = Carriers(article, sentences, book).sentences_without_outlets()
    assert Names(people, book).resolve(claim.speaker) == "Eva Roth"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("„Wir bauen die Brücke bis zum Herbst“, sagte sie, und das ist nicht die einzige.", "de"),
        ("« Nous sommes prêts », a déclaré le maire dans une lettre aux habitants de la ville.", "fr"),
        ("«Estamos listos», dijo el alcalde en una carta a los vecinos de la ciudad.", "es"),
        ("«Мы готовы, и это не всё», — сказал он, но сроков не назвал.", "ru"),
        ("“We are ready,” the mayor said in a letter to the people of the town.", "en"),
        ("“Estamos prontos, mas não é fácil”, disse o prefeito em uma carta aos moradores da cidade.", "pt"),
        ("“Siamo pronti, ma non è facile”, ha detto il sindaco in una lettera agli abitanti della città.", "it"),
        ("Lorem ipsum.", "en"),
    ],
)  # fmt: skip
def test_the_language_is_told_by_its_small_words(text: str, language: str | None) -> None:
    assert language_of(article_of(text)) == language


def test_the_declared_language_is_believed() -> None:
    page = b'<html lang="de-AT"><body><article><p>Nein.</p></article></body></html>'
    assert language_of(read_article(page, format="html")) == "de"


SCRAPS = """Lind Roth sagte dit a-t-il dijo сказал laut selon según по словам zufolge der die la el le a hat
wurde von par por dass que что wie как BBC l’AFP au Monde hieß es в пресс-службе 12 „ “ « » — – - , . : ; ? ! ( ) …"""
SOUP = st.lists(st.sampled_from([*SCRAPS.split(), "\n", "\n\n"]), max_size=60).map(" ".join)


@pytest.mark.parametrize("language", phrasebooks())
@given(text=SOUP | st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_spans_lie_in_the_text_and_hold_its_words(language: str, text: str) -> None:
    try:
        article = article_of(text)
    except ReadError:
        return
    book = phrasebook(language)
    found, sentences = claims_in(article, book)
    told = Carriers(article, sentences, book)
    names = Names(told.sentences_without_outlets(), book)
    for claim in found:
        assert claim.contents
        assert claim.speaker is None or names.resolve(claim.speaker)
        carried = told.of(claim, ((0, len(article.text)),))
        outlet = carried.span if carried is not None else None
        for span in (*claim.contents, claim.cue, claim.speaker, outlet):
            if span is not None:
                assert article.text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    "unit",
    [
        "« ",
        "« a, dit ",
        " —dijo ",
        "сказал ",
        "„a“ sagte ",
        "laut ",
        "a — ",
        "« a » : ",
        "Иван Петров, ",
        "« « a » ",
    ],
)
@pytest.mark.parametrize("language", phrasebooks())
def test_time_stays_linear_on_hostile_text(language: str, unit: str) -> None:
    def seconds(size: int) -> float:
        article = article_of(unit * (size // len(unit)) + " end.")
        start = time.process_time()
        claims_in(article, phrasebook(language))
        return time.process_time() - start

    seconds(1_000)
    small, large = seconds(10_000), seconds(100_000)
    assert large < 30 * small + 0.3
