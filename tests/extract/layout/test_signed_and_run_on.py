"""Quotations that a dash and a name sign, and those whose cue comes with their last paragraph."""

import pytest

from audit.extract import extract
from audit.read import read_article
from tests.extract.said import attributions

SAID = "We will reopen the ferry in spring, and nobody will pay more."


def said(text: str) -> list[tuple[list[str], str | None]]:
    article = read_article(text.encode(), "markdown")
    return [
        ([content.text for content in found.contents], found.speaker_name)
        for found in extract(article)
    ]


@pytest.mark.parametrize(
    "signed",
    [
        f"“{SAID}” -Commissioner Peter Starling",
        f"“{SAID}” — Peter Starling, harbour master",
        f"“{SAID}”\n– Peter Starling",
        f"“{SAID}”\n\n— Commissioner Peter Starling",
        f'"{SAID}" -- *Peter Starling*',
    ],
)
def test_who_signs_said_it_and_nobody_of_the_paragraph_before(signed: str) -> None:
    [(words, speaker)] = said(f"# Ferry\n\nThe commission reacted on Monday.\n\n{signed}\n")
    assert words == [SAID]
    assert speaker == "Peter Starling"


@pytest.mark.parametrize(
    ("below", "speaker"),
    [
        ("— Oui, je pars.", None),
        ("— Yes, I am sure of it!", None),
        ("– a line of the song", None),
        ("The boats are old.", None),
    ],
)
def test_a_line_that_is_no_name_signs_nothing(below: str, speaker: str | None) -> None:
    found = said(f"# Ferry\n\nIt rained on Monday.\n\n“{SAID}”\n\n{below}\n")
    assert found[0] == ([SAID], speaker)


def test_a_verb_of_saying_goes_before_a_signature() -> None:
    [(_, speaker)] = said(f"The mayor said: “{SAID}”\n\n— Dr. Maria Gomez\n")
    assert speaker == "the mayor"


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (["“We started with nothing.", "“Then the ferry came,” said Ann Lee."], "Ann Lee"),
        (
            ['"We had nothing.', '"There was no road.', '"Then it came," said Ann Lee, the mayor.'],
            "Ann Lee",
        ),
        (
            ["„Wir haben mit nichts angefangen.", "„Dann kam die Fähre“, sagte Anna Lehmann."],
            "Anna Lehmann",
        ),
        (
            [
                "« Nous avons commencé avec rien, cet hiver sur l'île.",
                "« Puis le ferry est revenu », a déclaré Anne Morel, la maire du village.",
            ],
            "Anne Morel",
        ),
    ],
)
def test_a_cue_behind_the_last_paragraph_is_for_all(paragraphs: list[str], speaker: str) -> None:
    [(words, named)] = said("\n\n".join(paragraphs))
    assert len(words) == len(paragraphs)
    assert named == speaker


_SITE = "https://vik.example/x"


@pytest.mark.parametrize(
    "text",
    [
        f"- “It was never safe.” Ann Lee, engineer, [May 4]({_SITE})\n- “It is fine, we think.” Bob Roe\n",
        f"> It was never safe.\n\nAnn Lee, [Courier]({_SITE})\n\nThe mayor disagrees.\n",
        f"> “It was never safe.”\n>\n> **Ann Lee**, engineer, [told the Courier]({_SITE})\n",
    ],
)
def test_a_name_and_a_link_sign_without_a_dash(text: str) -> None:
    found = attributions(text, format="markdown")
    [said] = [each for each in found if "never" in each.contents[0].text]
    assert (said.speaker_name, said.url) == ("Ann Lee", _SITE)


@pytest.mark.parametrize(
    "below",
    [
        f"Ann Lee, the mayor, told the [Courier]({_SITE}) that it would close.",
        f"Ann Lee opened the [dam]({_SITE}).",
        f"Kelmouth, [May 4]({_SITE})",
        "Ann Lee, engineer",
    ],
)
def test_a_sentence_below_a_quotation_or_a_place_signs_nothing(below: str) -> None:
    found = attributions(f"> It was never safe.\n\n{below}\n\nThe mayor left.\n", format="markdown")
    [said] = [each for each in found if "never" in each.contents[0].text]
    assert (said.kind.value, said.speaker) == ("unattributed", None)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_who_stands_behind_words_of_one_line_does_not_say_those_of_the_next(between: str) -> None:
    lines = ["“It was never safe.” Ann Lee, engineer", "“It is fine, we think.” Bob Roe, mayor"]
    text = between.join(f"- {line}" for line in lines)
    assert [each.speaker for each in attributions(text, format="markdown")] == [None, None]
    assert len(attributions(f"{lines[0]}{between}{lines[1]}")) == 2
