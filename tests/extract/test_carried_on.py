"""Whose link goes on to the sentence behind it, and whose does not."""

import pytest

from audit import extract, read_article
from audit.model import AttributionKind

_AT = "https://a.example/1"


def cited(language: str, text: str) -> dict[str, tuple[str, ...]]:
    """The links of each statement, by its last words."""
    written = text.replace("(U)", f"({_AT})")
    article = read_article(f"---\nlanguage: {language}\n---\n\n{written}".encode(), "markdown")
    return {
        said.contents[-1].text: said.cited
        for said in extract(article)
        if said.kind is AttributionKind.INDIRECT
    }


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", ("The health office [announced](U) that 41 people fell ill with it. Nine of them were"
         " children, the office said."), "Nine of them were children"),
        ("en", "Police [said](U) two men were arrested. Officers found 12 knives, police said.",
         "Officers found 12 knives"),
        ("de", ("Die Stadt will die Brücke sperren, heißt es in einer [Mitteilung](U). Laut"
         " Mitteilung kostet die Reparatur 4 Millionen Euro."),
         "kostet die Reparatur 4 Millionen Euro"),
        ("de", ("Das Amt stellte am Montag [den Jahresbericht](U) vor. Laut Bericht stiegen die"
         " Mieten um 11 Prozent."), "stiegen die Mieten um 11 Prozent"),
        ("de", ("Die Polizei [teilte mit](U), dass zwei Männer festgenommen wurden. Nach Angaben der"
         " Polizei wurden 12 Messer gefunden."), "wurden 12 Messer gefunden"),
        ("es", ("El ayuntamiento cerrará el puente, según [una nota](U). La reparación costará 4"
         " millones, según la misma nota."), "La reparación costará 4 millones"),
        ("fr", ("La ville fermera le pont, selon [un communiqué](U). Les travaux coûteront 4"
         " millions, selon le même document."), "Les travaux coûteront 4 millions"),
        ("it", ("Il comune chiuderà il ponte, secondo [una nota](U). I lavori costeranno 4 milioni,"
         " secondo la stessa nota."), "I lavori costeranno 4 milioni"),
        ("pt", ("A câmara vai fechar a ponte, segundo [um comunicado](U). As obras custarão 4"
         " milhões, segundo o mesmo comunicado."), "As obras custarão 4 milhões"),
        ("nl", ("De gemeente sluit de brug, staat in [een rapport](U). Volgens hetzelfde rapport"
         " kost de reparatie 4 miljoen euro."), "kost de reparatie 4 miljoen euro"),
        (
            "it",
            ("Il ponte resta chiuso, secondo [una nota](U). I lavori dureranno 12 mesi, spiega la"
            " nota."),
            "I lavori dureranno 12 mesi",
        ),
        (
            "es",
            ("El puente sigue cerrado, según [un comunicado](U). Las obras durarán 12 meses, señala el"
            " comunicado."),
            "Las obras durarán 12 meses",
        ),
        (
            "fr",
            ("« Le pont est fermé », a dit la maire Anne Gill [à La Vigie](U). Les travaux dureront 12"
            " mois, a indiqué la maire."),
            "Les travaux dureront 12 mois",
        ),
        (
            "fr",
            ("Le pont est fermé, selon [La Vigie](U). Les travaux dureront 12 mois, selon la même"
            " source."),
            "Les travaux dureront 12 mois",
        ),
    ],
)  # fmt: skip
def test_who_goes_on_has_the_link_of_the_sentence_before(
    language: str, text: str, words: str
) -> None:
    assert cited(language, text)[words] == (_AT,)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The fire office [announced](U) a ban. The housing office said rents rose 11%.",
         "rents rose 11%."),
        (("Mayor Ann Lee [told the council](U) she was broke. In an interview on Friday, Lee said the"
         " city owes $4 million."), "the city owes $4 million."),
        ("The company [was fined](U) $2 million. The company said it had 900 workers.",
         "it had 900 workers."),
        ("The deputy mayor [said](U) the pool would close. The mayor said it had 900 visitors.",
         "it had 900 visitors."),
    ],
)  # fmt: skip
def test_who_speaks_elsewhere_has_not(text: str, words: str) -> None:
    found = cited("en", text)
    assert {words.rstrip("."), words} & found.keys()
    assert not any(urls for said, urls in found.items() if said.rstrip(".") == words.rstrip("."))


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        (
            "de",
            "Die Polizei [meldete](U) 31 Unfälle. Laut Gutachten waren 12 vermeidbar.",
            "waren 12 vermeidbar",
        ),
        (
            "fr",
            (
                "« Non », a dit la maire Anne Gill [à La Vigie](U). La maire de Lyon a indiqué que 12 ponts"
                " fermeraient."
            ),
            "12 ponts fermeraient",
        ),
    ],
)
def test_another_document_and_another_mayor_have_it_not(
    language: str, text: str, words: str
) -> None:
    assert not cited(language, text)[words]


def test_the_court_is_the_one_that_was_named_in_full() -> None:
    text = (
        "The European Court of Human Rights [ruled](https://e.example/9) that the detention was "
        "unlawful. The applicant had been held for “eleven days”, the Court said."
    )
    found = extract(read_article(text.encode(), format="markdown"))
    assert {said.url for said in found} == {"https://e.example/9"}
