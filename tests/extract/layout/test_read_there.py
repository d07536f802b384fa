"""Words that an impersonal phrase says to stand in what was named before."""

import pytest

from audit.model import AttributionKind
from tests.extract.said import attributions


@pytest.mark.parametrize(
    ("language", "text", "document"),
    [
        (
            "de",
            "Die Stadt hat [das Gutachten](https://g.example/1) vorgelegt. Der Pfeiler sei „in miserablem Zustand“, heißt es darin.",
            "das Gutachten",
        ),
        (
            "de",
            "Am Montag erschien [ein Bericht](https://g.example/1) des Landes. Weiter heißt es dort: „Die Deiche brechen.“",
            "ein Bericht",
        ),
        (
            "fr",
            "Le préfet a publié [un rapport](https://g.example/1). « Le barrage tient bon », peut-on y lire.",
            "un rapport",
        ),
        (
            "es",
            "La junta difundió [el informe](https://g.example/1). «La presa aguanta bien», se lee.",
            "el informe",
        ),
    ],
)
def test_they_are_the_documents(language: str, text: str, document: str) -> None:
    [said] = attributions(f"---\nlang: {language}\n---\n{text}", format="markdown")
    assert said.kind in {AttributionKind.MIXED, AttributionKind.DIRECT}
    assert said.speaker_name == document
    assert said.cited == ("https://g.example/1",)


@pytest.mark.parametrize(
    "text",
    [
        "Die Stadt zahlt. Der Pfeiler sei „in miserablem Zustand“, heißt es dort.",  # nothing named
        "Die [Stadt](https://g.example/1) zahlt. Der Pfeiler sei „in miserablem Zustand“, heißt es dort.",
    ],
)
def test_without_a_document_they_are_nobodys(text: str) -> None:
    found = attributions(f"---\nlang: de\n---\n{text}", format="markdown")
    assert [each for each in found if each.kind is not AttributionKind.LINK and each.cited] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            "Der Entscheid kommt, [teilte der Verein mit](https://g.example/1). Es regnete. „Wir wollen es nicht verhindern“, heißt es dort.",
        ),
        (
            "fr",
            "Le port fermera, [écrit la mairie](https://g.example/1). « Nous n’avons plus un bateau », peut-on y lire.",
        ),
    ],
)
def test_they_may_be_where_somebody_says_so_behind_a_link(language: str, text: str) -> None:
    *_, said = attributions(f"---\nlang: {language}\n---\n{text}", format="markdown")
    assert said.cited == ("https://g.example/1",)
    *_, alone = attributions(
        f"---\nlang: {language}\n---\n{text.replace('](https://g.example/1)', '').replace('[', '')}",
        format="markdown",
    )
    assert alone.cited == ()
