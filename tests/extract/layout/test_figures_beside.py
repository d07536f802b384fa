"""Statements with a figure beside what an article cites: held against all of it, tied to nothing."""

import pytest

from audit.model import Attribution, AttributionKind
from tests.extract.said import attributions

CITED = "The firm cut its forecast, it said in [a filing](https://f.example/1)."


def stated(text: str) -> list[Attribution]:
    return [
        each
        for each in attributions(text, format="markdown")
        if each.kind is AttributionKind.INDIRECT
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sales fell 4.2 percent to $2.3 billion",
        "Some 412 shops in nine towns were closed",
        "The average loaf weighs 12,000 grams by now",
    ],
)
def test_a_figure_beside_a_source_is_a_statement_of_nobody(sentence: str) -> None:
    for text in (f"{CITED} {sentence}.", f"{sentence}. {CITED}", f"{CITED}\n\n{sentence}."):
        found = [each for each in stated(text) if each.cue is None]
        assert [(each.contents[0].text, each.cited, each.speaker) for each in found] == [
            (sentence, (), None)
        ]


@pytest.mark.parametrize(
    "text",
    [
        f"{CITED} Sales fell in 2025 for all of us.",  # a year alone
        f"{CITED} Did sales fall by 40 percent this year?",
        f"{CITED} Marta Olin, 71, left with her cat.",
        f"{CITED} Lee told this newspaper of some 40 jobs.",  # said to the author
        "The firm cut its forecast. Sales fell 4.2 percent to $2.3 billion.",  # nothing is cited
        f"{CITED}\n\nNobody minded.\n\nSales fell 4.2 percent to $2.3 billion.",
    ],
)
def test_other_sentences_are_no_such_statements(text: str) -> None:
    assert not [each for each in stated(text) if each.cue is None]


@pytest.mark.parametrize(
    ("language", "text", "statement"),
    [
        (
            "de",
            "Das [Prüfungsamt](https://p.example/1) stellte fest, dass in 37 Fällen „keinerlei Belege“ vorgelegen hätten.",
            "dass in 37 Fällen „keinerlei Belege“ vorgelegen hätten.",
        ),
        (
            "de",
            "Das [Landgericht](https://p.example/1) stellte fest, dass 61 Rechnungen „frei erfunden“ gewesen seien.",
            "dass 61 Rechnungen „frei erfunden“ gewesen seien.",
        ),
    ],
)
def test_a_figure_beside_a_phrase_is_of_who_says_the_phrase(
    language: str, text: str, statement: str
) -> None:
    found = stated(f"---\nlang: {language}\n---\n{text}")
    assert [(each.contents[0].text, each.cited) for each in found] == [
        (statement, ("https://p.example/1",))
    ]


@pytest.mark.parametrize(
    ("language", "text", "speaker", "words"),
    [
        (
            "de",
            "Anton Huber sagte [der Post](https://p.example/1): „Das Seil hält.“ Den Schaden bezifferte er auf 1,8 Millionen Euro.",
            "Anton Huber",
            "Den Schaden bezifferte er auf 1,8 Millionen Euro",
        ),
        (
            "fr",
            "Le rapport, [rendu public](https://p.example/1), est nuancé. Il juge la gare « utile à la vallée » et chiffre le coût d’un arrêt à 340 euros.",
            "Il",
            "chiffre le coût d’un arrêt à 340 euros",
        ),
        (
            "es",
            "El [informe](https://p.example/1) cifra en 96 los pozos de la región.",
            "El informe",
            "El informe cifra en 96 los pozos de la región",
        ),
        (
            "en",
            "“It is done,” Ann Lee [said](https://p.example/1). She put the cost of it at £12,000.",
            "Ann Lee",
            "She put the cost of it at £12,000",
        ),
    ],
)
def test_how_much_somebody_says_a_thing_is(
    language: str, text: str, speaker: str, words: str
) -> None:
    [said] = stated(f"---\nlang: {language}\n---\n{text}")
    assert said.contents[0].text == words
    assert said.speaker_name == speaker
    assert said.cited == ("https://p.example/1",)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Den Schaden bezifferte die Kammer auf 640.000 Euro."),  # who does is in doubt
        ("en", "The house, valued at £2m, was sold in the spring."),
        ("en", "She put the figure on the shelf at 8."),
    ],
)
def test_in_doubt_nobody_says_how_much_it_is(language: str, text: str) -> None:
    assert stated(f"---\nlang: {language}\n---\n{text}") == []
