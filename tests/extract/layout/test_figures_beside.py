"""Statements with a figure beside what an article cites: held against all of it, tied to nothing."""

import pytest

from audit.model import FIGURES, Attribution, AttributionKind
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
        "Fourteen shops were closed",
        "The loan will be paid off in 2031",
        "One in five of those on leave came back",
        "Marta Olin, 71, left with her cat",
        "The vote was 4 to 1",
        "The trial begins on 4 June",
        "It wants a vote in November 2027",
    ],
)
def test_a_figure_beside_a_source_is_a_statement_of_nobody(sentence: str) -> None:
    for text in (f"{CITED} {sentence}.", f"{sentence}. {CITED}", f"{CITED}\n\n{sentence}."):
        found = [each for each in stated(text) if each.cue is None]
        assert [(each.contents[0].text, each.cited, each.speaker) for each in found] == [
            (sentence, (), None)
        ]


def test_an_address_that_cites_nothing_leaves_its_sentence_to_the_pages_of_the_paragraph() -> None:
    sentence = "Sales fell 4.2 percent (via www.f.example/3) to $2.3 billion"
    [found] = [each for each in stated(f"{CITED} {sentence}.") if each.cue is None]
    assert (found.contents[0].text, found.cited) == (sentence, ())


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("The paper did its sums: three of eighteen nurses stay", "three of eighteen nurses stay"),
        ("There is a catch: it costs 4,120 euros a day", "it costs 4,120 euros a day"),
        ("No winger ran further: 121 miles", "No winger ran further: 121 miles"),
    ],
)
def test_what_a_colon_leads_up_to_is_one_without_what_leads_up(text: str, statement: str) -> None:
    [found] = [each for each in stated(f"{CITED} {text}.") if each.cue is None]
    assert found.contents[0].text == statement


@pytest.mark.parametrize(
    "text",
    [
        f"{CITED} Sales fell for both of us, and for me and you.",
        f"{CITED} Did sales fall by 40 percent this year?",
        f"{CITED} Lee told this newspaper of some 40 jobs.",  # said to the author
        f"{CITED} Sales fell 4.2 percent to $2.3 billion https://f.example/2 and more",
        "The firm cut its forecast. Sales fell 4.2 percent to $2.3 billion.",  # nothing is cited
        f"{CITED} “Sales fell 4.2 percent to $2.3 billion,” Lee said.",  # hers
        f"{CITED}\n\nNobody minded.\n\nSales fell 4.2 percent to $2.3 billion.",
    ],
)
def test_other_sentences_are_no_such_statements(text: str) -> None:
    assert not [each for each in stated(text) if each.cue is None]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The fund approved 22 of 64 in its [first round](https://f.example/1), worth £8.4m.",
            ["The fund approved 22 of 64 in its first round, worth £8.4m"],
        ),
        (
            "A trial of 742 homes that [the Institute](https://f.example/1) ran ended in May.",
            ["A trial of 742 homes that the Institute ran ended in May"],
        ),
        (
            "The advisory rates it 8.1 out of 10 and warns that it “runs [anything](https://f.example/1)”.",
            ["The advisory rates it 8.1 out of 10 and warns that it"],
        ),
        (
            "The trail, the warden [said](https://f.example/1), is safe. It has 412 steps, all new.",
            ["It has 412 steps, all new"],
        ),
    ],
)
def test_so_is_one_beside_a_link_that_nothing_says_to_have_it(text: str, parts: list[str]) -> None:
    found = [each for each in stated(text) if not each.cited and each.speaker is None]
    assert [span.text for each in found for span in each.contents] == parts


@pytest.mark.parametrize(
    "told",
    [
        "It is “a dead lake”, and some {} tonnes of it lie",
        "Some {} tonnes of it are “a dead lake” that lies",
    ],
)
def test_of_a_sentence_with_quoted_words_it_is_what_stands_beside_them(told: str) -> None:
    link = "<a href='https://f.example/1'>the shore</a>"
    page = f"<article lang='en'><p>{told.format('4,120')} on {link}.</p></article>"
    [found] = [
        each for each in attributions(page, format="html") if each.kind is AttributionKind.INDIRECT
    ]
    assert [fact.span.text for fact in found.facts] == ["4,120 tonnes"]
    assert not any("dead lake" in span.text for span in found.contents)


@pytest.mark.parametrize(
    ("language", "text", "statement"),
    [
        (
            "de",
            "Das [Prüfungsamt](https://p.example/1) stellte fest, dass in 37 Fällen „keinerlei Belege“ vorgelegen hätten.",
            "in 37 Fällen „keinerlei Belege“ vorgelegen hätten",
        ),
        (
            "de",
            "Das [Landgericht](https://p.example/1) stellte fest, dass 61 Rechnungen „frei erfunden“ gewesen seien.",
            "61 Rechnungen „frei erfunden“ gewesen seien",
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
            "Den Schaden … auf 1,8 Millionen Euro",
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
    assert " … ".join(span.text for span in said.contents) == words
    assert said.speaker is not None
    assert (said.speaker_name or said.speaker.text) == speaker  # a pronoun of nobody is no name
    assert said.cited == ("https://p.example/1",)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The house, valued at £2m, was sold in the spring."),
        ("en", "She put the figure on the shelf at 8."),
    ],
)
def test_in_doubt_nobody_says_how_much_it_is(language: str, text: str) -> None:
    assert stated(f"---\nlang: {language}\n---\n{text}") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "es",
            "Un [informe](https://p.example/1) se publicó ayer. El documento señala la falta de otras 46 piezas.",
        ),
        (
            "en",
            "[A report](https://p.example/1) came out today. The document lists 46 pieces that are lost.",
        ),
        (
            "en",
            "The [audit](https://p.example/1) came out today. The report puts the loss so far at 46 pieces.",
        ),
    ],
)
def test_a_document_named_before_tells_the_figure(language: str, text: str) -> None:
    [said] = stated(f"---\nlang: {language}\n---\n{text}")
    assert said.speaker is not None
    assert said.cited == ("https://p.example/1",)


def test_what_a_document_is_like_is_not_what_it_tells() -> None:
    text = "[A report](https://p.example/1) came out today. The report runs to 460 pages of print."
    assert [each.cited for each in stated(text)] == [()]


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        (
            "es",
            "La maqueta, de 12,5 metros de eslora, vale 4.600 euros, según [un informe](https://p.example/1).",
            ["4.600 euros"],
        ),
        (
            "en",
            "The model, at 12 metres long, cost $4,600, according to [a report](https://p.example/1).",
            ["$4,600"],
        ),
        (
            "en",
            "The model cost $4,600, and 12 men built it, according to [a report](https://p.example/1).",
            ["$4,600", "12"],
        ),
    ],
)
def test_a_figure_in_an_aside_may_be_the_articles_own(
    language: str, text: str, figures: list[str]
) -> None:
    [said] = stated(f"---\nlang: {language}\n---\n{text}")
    assert [fact.span.text for fact in said.facts if fact.kind in FIGURES] == figures
