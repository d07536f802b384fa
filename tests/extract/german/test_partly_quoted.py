"""What somebody reports with a few words of it in quotation marks: a statement as a whole."""

from dataclasses import replace

import pytest

from audit import extract, read_article
from audit.model import AttributionKind


def _stated(text: str) -> list[tuple[str | None, tuple[str, ...]]]:
    """Who states what, with the words in marks among it."""
    article = replace(read_article(text.encode(), format="text"), language="de")
    return [
        (each.speaker_name, tuple(content.text for content in each.contents))
        for each in extract(article)
        if each.kind is AttributionKind.INDIRECT
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "Landrätin Silke Drews betonte, die Brücke bleibe trotz des Lochs „voll tragfähig“.",
            "Silke Drews",
            ("die Brücke bleibe trotz des Lochs „voll tragfähig“",),
        ),
        (
            "Imker Rolf Beer sagte, dass „kaum ein Volk“ den Winter überstanden habe.",
            "Rolf Beer",
            ("„kaum ein Volk“ den Winter überstanden habe",),
        ),
        (
            "Imker Rolf Beer sagte, dass „kaum ein Volk“ lebe und 60 Imker aufgeben wollten.",
            "Rolf Beer",
            ("„kaum ein Volk“ lebe und 60 Imker aufgeben wollten",),
        ),
        (
            "Wirtin Eva Noll klagte, dass der Saal „nass“ sei und zwölf Feste abgesagt wurden.",
            "Eva Noll",
            ("der Saal „nass“ sei und zwölf Feste abgesagt wurden",),
        ),
        (
            "Der Fonds sei, so Bankier Uwe Lamm, „bis auf den letzten Cent“ verspielt.",
            "Uwe Lamm",
            ("Der Fonds sei", "„bis auf den letzten Cent“ verspielt"),
        ),
    ],
)
def test_it_is_a_statement_too(text: str, speaker: str, words: tuple[str, ...]) -> None:
    assert _stated(text) == [(speaker, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Imker Rolf Beer sagte: „Kaum ein Volk hat den Winter überstanden.“",
        "„Kaum ein Volk hat den Winter überstanden“, sagte Imker Rolf Beer.",
        "Imker Rolf Beer sprach von einem „Winter ohne Ende“.",
        "Der Verein „Bienen im Tal“ lädt am Sonntag zum Fest.",
    ],
)
def test_words_in_marks_alone_are_none(text: str) -> None:
    assert _stated(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Landrätin Silke Drews sagte nicht, dass die Brücke gesperrt werde.",
        "Imker Rolf Beer bestätigte nie, dass die Völker krank gewesen seien.",
        "Kein Sprecher der Bank erklärte, dass der Fonds verspielt sei.",
        "Imkerin Eva Beer hatte im Mai erfahren, dass die Wiese verkauft sei.",
    ],
)
def test_what_nobody_said_is_none(text: str) -> None:
    assert _stated(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Silke Drews sagte, dass die Brücke nicht gesperrt werde.",
            "die Brücke nicht gesperrt werde",
        ),
        ("Silke Drews sagte nicht nur, dass die Brücke halte.", "die Brücke halte"),
        ("Die Brücke sei nicht gesperrt, sagte Silke Drews.", "Die Brücke sei nicht gesperrt"),
    ],
)
def test_a_negation_in_what_is_said_is_said(text: str, words: str) -> None:
    assert _stated(text) == [("Silke Drews", (words,))]
