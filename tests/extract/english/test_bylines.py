"""Who wrote an article, or stands in a name of a thing, is not who 'she' is in it."""

import pytest

from audit import extract, read_article

TITLE = "# Harbour misses its deadline\n\n"
TEXT = "The new quay will not be ready before summer, the harbour said on Tuesday.\n\n“There is too much silt,” she said.\n"


def name_of_she(*blocks: str) -> str | None:
    article = read_article(("\n\n".join(blocks)).encode(), format="markdown")
    [said] = [each for each in extract(article) if "silt" in each.contents[0].text]
    assert said.speaker is not None
    assert said.speaker.text == "she"
    return None if said.speaker_name == "she" else said.speaker_name


@pytest.mark.parametrize(
    "line",
    [
        "By Ingrid Vasquez",
        "By Ingrid Vasquez, *The Lantern*, 28 November 2026",
        "Ingrid Vasquez | 28 November 2026",
        "*Words by Ingrid Vasquez, pictures by Bo Marsh*",
        "Ingrid Vasquez, Environment Correspondent",
        "Published 28 November 2026 by Ingrid Vasquez",
        "Photo: Ingrid Vasquez",
    ],
)
def test_who_wrote_the_article_is_behind_no_pronoun(line: str) -> None:
    assert name_of_she(TITLE.strip(), line, TEXT) is None


def test_several_lines_stand_before_the_text() -> None:
    lines = ("By Ingrid Vasquez", "28 November 2026", "Reading time: 4 minutes")
    assert name_of_she(TITLE.strip(), *lines, TEXT) is None


@pytest.mark.parametrize(
    "before",
    [
        "Ingrid Vasquez runs the harbour of Kelsing.",
        "By Tuesday Ingrid Vasquez had seen enough of it.",
        "Who runs the harbour? Ingrid Vasquez, since May.",
    ],
)
def test_who_is_named_in_the_text_is(before: str) -> None:
    assert name_of_she(TITLE.strip(), "By Jana Roth", before, TEXT) == "Ingrid Vasquez"


@pytest.mark.parametrize(
    "thing", ["the steps of Low Row library", "the gate of Hale Green school", "Marl Quay hospital"]
)
def test_the_name_of_a_thing_is_nobodys(thing: str) -> None:
    text = f"Eleven people were waiting at {thing} on Tuesday. “There is too much silt,” she said."
    assert name_of_she(TITLE.strip(), text) is None


@pytest.mark.parametrize(
    "before",
    [
        "Leanne Potts's son Alfie was five weeks old when he fell ill.",
        "Anna Birk's boat had sunk in the night.",
    ],
)
def test_who_a_sentence_opens_with_as_an_owner_may_go_on(before: str) -> None:
    first = "“It is back,” said Miriam Castell, a nurse."
    assert (
        name_of_she(TITLE.strip(), first, f"{before} “There is too much silt,” she said.") is None
    )
