"""Who says words whose verb stands elsewhere, or is somebody else's, in seven languages."""

from dataclasses import replace

import pytest

from audit import extract, read_article
from audit.model import AttributionKind


def _said(language: str, text: str) -> list[tuple[str, str | None]]:
    """The quoted words of a text and the name of who says them."""
    article = replace(read_article(text.encode(), format="text"), language=language)
    return [
        (content.text, said.speaker_name)
        for said in extract(article)
        if said.kind is not AttributionKind.INDIRECT
        for content in said.contents
    ]


@pytest.mark.parametrize(
    ("language", "text", "first", "second"),
    [
        ("nl", 'Voorzitter Mieke Struik sprak van "een pleister", schoolleider Hans Kok van "een stap".', "Mieke Struik", "Hans Kok"),
        ("fr", "Le maire Yves Tanguy parle de « ruine », la préfète Anne Roux de « simple ajustement ».", "Yves Tanguy", "Anne Roux"),
        ("es", "El alcalde Julián Mora habló de «fracaso» y la concejala Ana Ruiz de «avance histórico».", "Julián Mora", "Ana Ruiz"),
        ("it", "Il sindaco Ugo Belli parla di «disastro», la preside Anna Nardi di «grande occasione».", "Ugo Belli", "Anna Nardi"),
        ("pt", 'O prefeito Cláudio Rangel falou em "marco", a vereadora Denise Tavares em "pura propaganda".', "Cláudio Rangel", "Denise Tavares"),
        ("de", "Anna Struck sprach von „einem Pflaster“, Schulleiter Hans Kock von „einem ersten Schritt“.", "Anna Struck", "Hans Kock"),
        ("de", "Die Grünen sprachen von „Betrug am Wähler“, die FDP von „einem guten Tag“.", "Die Grünen", "die FDP"),
        # what goes on with the same speaker
        ("de", "Karl Lind sprach von „Betrug am Wähler“ und von „Lügen aller Art“.", "Karl Lind", "Karl Lind"),
    ],
)  # fmt: skip
def test_a_verb_that_is_said_once_has_two_subjects(
    language: str, text: str, first: str, second: str
) -> None:
    assert [name for _, name in _said(language, text)] == [first, second]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La capitana Noelia Prats calló.\n\n—¿Seguirá usted en el banquillo? —le preguntaron."),
        ("es", "Habló el alcalde Julián Mora. «Estoy bien», dijo.\n\n—¿Y la familia? —insistieron."),
        ("it", "La ciclista Chiara Fontana sorride. «Sto bene», dice.\n\n– E adesso? – le chiedono."),
        ("pt", "O músico Tomás Vilar sorri. «Estou bem», diz.\n\n— E a família? — perguntaram."),
    ],
)  # fmt: skip
def test_one_person_is_not_the_subject_of_a_plural(language: str, text: str) -> None:
    assert all(name is None for words, name in _said(language, text) if words[-1] == "?")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("it", "Delusa la rivale Marta Zorzi: «La gamba c’era, la testa no».", "Marta Zorzi"),
        ("it", "Soddisfatto il tecnico Paolo Neri: «Una vittoria meritata da tutti».", "Paolo Neri"),
        ("es", "Contenta la entrenadora Beatriz Solana: «Hemos jugado muy bien».", "Beatriz Solana"),
        ("it", "Bella la vittoria: «Una serata che non scorderemo».", None),
    ],
)  # fmt: skip
def test_whoever_stands_behind_how_they_are_speaks(
    language: str, text: str, name: str | None
) -> None:
    assert [who for _, who in _said(language, text)] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La bióloga Inés Galarza dirige el estudio. A su juicio, el animal «comía de todo».", "Inés Galarza"),
        ("El perito Raúl Ocaña vio el puente. En su opinión, el daño es «muy grave y antiguo».", "Raúl Ocaña"),
        # two who may be meant
        ("El perito Raúl Ocaña habló con Ana Ruiz. En su opinión, el daño es «muy grave y antiguo».", "su"),
    ],
)  # fmt: skip
def test_whose_view_it_is(text: str, name: str) -> None:
    assert _said("es", text)[-1][1] == name


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La loi dite « Grandes lignes » oblige l’État à consulter les communes."),
        ("fr", "Les mesures dites « Sécurité pour tous » coûtent cher."),
    ],
)
def test_what_a_thing_is_called_is_nobody_s_words(language: str, text: str) -> None:
    assert _said(language, text) == []


def test_a_noun_with_its_article_is_no_verb_of_saying() -> None:
    for text in (
        "Rol is teleurgesteld, maar ze begrijpt het besluit.",
        "Dat is, meent men, de vraag.",
    ):
        article = replace(read_article(text.encode(), format="text"), language="nl")
        assert [said for said in extract(article) if said.speaker is not None] == []
