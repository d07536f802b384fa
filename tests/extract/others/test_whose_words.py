"""Names near words that are not theirs, and names that lists lack, in six languages."""

from dataclasses import replace

import pytest

from audit import extract, read_article


def _first(language: str, text: str) -> tuple[str | None, str | None]:
    article = replace(read_article(text.encode(), format="text"), language=language)
    found = extract(article)
    return (found[0].speaker.text if found[0].speaker else None, found[0].speaker_name)


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        # a subject behind the comma is no apposition
        ("it", "Secondo la procura, Carlo Conti vive a San Marino.", "la procura"),
        ("fr", "Selon le préfet Luc Morel, Marie Tour a reçu un prix.", "le préfet Luc Morel"),
        ("es", "Según adelantó la Cadena SER, la Guardia Civil bloqueó tres cuentas.", "la Cadena SER"),
        ("es", "Según el ministro de Trabajo, Luis Vega, la ley está lista.", "Luis Vega"),
        # an object behind a verb, a matter before a colon, what only names a thing
        ("es", "Ni confirmó ni desmintió la noticia: «Ya hablaremos».", None),
        ("es", "Respondió el técnico: «Tengo contrato».", "el técnico"),
        ("ru", "Ним подала жалобу. Ответ пришёл в мае: «Нарушений не выявлено».", None),
        ("fr", "Il est né dans ce qu’on appelle ici « le pays noir ».", None),
        # an 'and' goes on with the subject before the words
        ("ru", "Посол назвал обвинения «голословными» и потребовал извинений.", "Посол"),
        ("ru", "Ева Зуб назвала игру «позорной» и ушла с поля.", "Ева Зуб"),
        # an outlet that was told stands before who speaks
        ("ru", "Как заявил газете «Труд» министр Яков Репин, урожай будет рекордным.", "министр Яков Репин"),
        ("pt", "O fogo está controlado, adiantou à Lusa o comandante Rui Falcato.", "o comandante Rui Falcato"),
        # adjectives with a capital
        ("ru", "Глава Заполярского округа Эльвира Тайшина заявила, что школ мало.", "Глава Заполярского округа Эльвира Тайшина"),
        # a title before the name of an apposition
        ("fr", "Son avocat, Me Florent Dubreuil, dénonce « un acharnement ».", "Me Florent Dubreuil"),
    ],
)  # fmt: skip
def test_who_speaks_beside_others(language: str, text: str, speaker: str | None) -> None:
    assert _first(language, text)[0] == speaker


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "«Нет», — сказал министр обороны Иван Петрович Сидоров.", "Иван Петрович Сидоров"),
        ("ru", "«Нет», — сказала мэр Парижа Анн Идальго.", "Анн Идальго"),
        ("ru", "Адвокат Полины Резник Артём Скворцов пояснил: «Нет».", "Артём Скворцов"),
        ("ru", "Мэр Риги Янис Озолс пообещал «найти деньги».", "Янис Озолс"),
        ("pt", "“Não”, disse o prefeito de Lisboa Carlos Dias.", "Carlos Dias"),
    ],
)
def test_a_name_is_a_name_less_whose_office_it_is(language: str, text: str, name: str) -> None:
    assert _first(language, text)[1] == name


@pytest.mark.parametrize(
    "words",
    [
        "Les salariés ont fait des efforts et les dividendes, eux, n'ont jamais fait d'efforts",
        "On attend, dit-on, la décision depuis des mois dans cette ville",
    ],
)
def test_a_pronoun_between_commas_cuts_no_quotation(words: str) -> None:
    text = f"---\nlanguage: fr\n---\n\n« {words} », a dit Claire Vasseur."
    [said] = extract(read_article(text.encode(), format="markdown"))
    assert [part.text for part in said.contents] == [words]
