"""An outlet that was linked before and is 'the paper' where it was told words."""

import pytest

from audit import extract, read_article

URL = "https://www.abendblatt-hollern.example/1"
_TOLD = {
    "de": (
        "Sie meldete sich im [Hollerner Abendblatt]({}) zu Wort.\n\n„Das ist jetzt vorbei“, {}",
        ["sagte sie dem Blatt.", "sagte Jonas Reitz der Zeitung.", "so Jonas Reitz gegenüber der Zeitung."],
        ["sagte sie.", "sagte Jonas Reitz der Menge."],
    ),
    "en": (
        "He spoke to [the Orme Packet](https://ormepacket.example/1).\n\n“It is over now,” {}",
        ["Omar Haddad told the paper.", "he told the newspaper.", "Ann Lee said to the same paper."],
        ["Omar Haddad said.", "he told the crowd.", "Ann Lee said of the paper."],
    ),
    "es": (
        "Habló con [El Diario del Norte]({}).\n\n«Se acabó todo aquí», {}",
        ["dijo Luis Vega al diario.", "declaró Vega al periódico."],
        ["dijo Luis Vega.", "dijo Luis Vega a la gente."],
    ),
    "nl": (
        "Hij sprak met [De Zuiderbode](https://zuiderbode.example/1).\n\n‘Het is nu voorbij’, {}",
        ["zei Jan Wolf tegen de krant.", "zei hij tegen het dagblad."],
        ["zei Jan Wolf.", "zei hij tegen de menigte."],
    ),
}  # fmt: skip


_SAME = {
    "de": "Laut [Hollerner Abendblatt]({}) schließt das Bad. Laut derselben Zeitung {}",
    "en": "The pool will close, reports [the Orme Packet](https://ormepacket.example/1). According to the same newspaper, {}",
    "es": "La piscina cerrará, informa [El Diario del Norte]({}). Según el mismo diario, {}",
}
_HALVES = {
    "de": "stiegen die Mieten um 12 Prozent.",
    "en": "rents rose by 12 percent.",
    "es": "los alquileres subieron un 12 %.",
}
_ANOTHER = {
    "de": "Laut dem Verband ",
    "en": "According to the union, ",
    "es": "Según el sindicato, ",
}


@pytest.mark.parametrize("language", _SAME)
def test_the_same_paper_is_the_one_that_was_linked_before(language: str) -> None:
    given = "https://ormepacket.example/1" if language == "en" else URL
    text = _SAME[language].format(*[URL] * (_SAME[language].count("{}") - 1), _HALVES[language])
    head, dot, _ = text.partition(". ")
    other = f"{head}{dot}{_ANOTHER[language]}{_HALVES[language]}"
    for said, url in ((text, given), (other, None)):
        article = read_article(
            f"---\nlanguage: {language}\n---\n\n{said}".encode(), format="markdown"
        )
        last = [each for each in extract(article) if "12" in each.contents[0].text]
        assert [each.url for each in last] == [url]


def url_of(language: str, text: str) -> str | None:
    article = read_article(f"---\nlanguage: {language}\n---\n\n{text}".encode(), format="markdown")
    [said] = [each for each in extract(article) if each.kind.value == "direct"]
    return said.url


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (language, text.format(*[URL] * (text.count("{}") - 1), tail))
        for language, (text, tails, _) in _TOLD.items()
        for tail in tails
    ],
)
def test_the_paper_is_the_outlet_linked_before(language: str, text: str) -> None:
    assert url_of(language, text) is not None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (language, text.format(*[URL] * (text.count("{}") - 1), tail))
        for language, (text, _, tails) in _TOLD.items()
        for tail in tails
    ],
)
def test_whoever_told_it_nothing_is_not_tied_to_it(language: str, text: str) -> None:
    assert url_of(language, text) is None


@pytest.mark.parametrize(
    "told",
    [
        "“It was old,” Ann Lee said in [an interview with KALD](https://kald.example/1). “They knew,” she told the station.",
        "Ann Lee gave [an interview](https://kald.example/1) to the radio. “They knew,” she told the paper.",
    ],
)
def test_an_outlet_of_another_paragraph_is_not_meant_where_this_one_links_elsewhere(
    told: str,
) -> None:
    text = f"Bob Roe told [the Harbor Herald](https://herald.example/1) of it.\n\n{told}"
    article = read_article(f"---\nlanguage: en\n---\n\n{text}".encode(), format="markdown")
    said = {each.contents[0].text: each for each in extract(article)}["They knew,"]
    assert (said.url, said.outlet) == ("https://kald.example/1", None)
