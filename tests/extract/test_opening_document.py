"""Links on how a document got to readers, and what 'her statement' says behind one."""

import pytest

from tests.extract.said import attributions

AT = "https://s.example/1"


@pytest.mark.parametrize(
    "text",
    [
        f"In a statement that [was read in court]({AT}), Ann Lee said he was sorry: “He never was.”",
        f"In a letter which [the Courier published]({AT}), Tom Holm said it was late: “Go home.”",
        f"In a speech that was [broadcast on Friday]({AT}), Ann Lee said it was late: “Go home.”",
        f"---\nlang: fr\n---\nDans une lettre qui [a été lue à l’audience]({AT}), Anne Roy a dit : « Le pont est perdu. »",
        f"Ann Lee [wrote]({AT}) that she was “done with it”. “The bridge is a heap of rust,” her statement read.",
        f"Tom Holm [tweeted]({AT}) that he was “done with it”. “The bridge is gone for good,” his post said.",
    ],
)
def test_the_link_is_that_of_the_words(text: str) -> None:
    said = [each for each in attributions(text, format="markdown") if each.kind != "indirect"]
    assert {each.cited for each in said} == {(AT,)}


@pytest.mark.parametrize(
    "text",
    [
        f"In a city that [was founded in 1321]({AT}), Ann Lee said it was late: “Go home.”",
        f"In a letter to a man who [published the law]({AT}), Ann Lee said it was late: “Go home.”",
        f"In a house that [was built in May]({AT}), Ann Lee said it was late: “Go home.”",
        f"In a letter that [was read in court]({AT}), Tom Holm said no, and Ann Lee told reporters: “Go home.”",
        f"Ann Lee [told the Courier]({AT}) that she was “done with it”. “The bridge is a heap of rust,” her statement read.",
        f"Ann Lee [said]({AT}) that she was “done with it”. “The bridge is a heap of rust,” her letter read.",
        f"Ann Lee [wrote]({AT}) that she was “done with it”.\n\n“The bridge is a heap of rust,” her statement read.",
        f"Ann Lee [wrote]({AT}) that she was “done with it”. “The bridge is a heap of rust,” her sister read.",
    ],
)
def test_other_links_are_not(text: str) -> None:
    said = [each for each in attributions(text, format="markdown") if each.kind != "indirect"]
    assert said[-1].cited == ()
