"""Surnames that are months, companies that somebody speaks for, what only looks like a speaker."""

import pytest

from audit.model import AttributionKind
from tests.extract.said import attributions


def _shown(text: str, words: str) -> str | None:
    """The name behind quoted words, None where nobody says them."""
    return next(
        each.speaker_name
        for each in attributions(text)
        if each.kind is not AttributionKind.INDIRECT
        and any(content.text.startswith(words) for content in each.contents)
    )


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Theresa May opened the ward. “We are late,” May said. “I know it.”",
            "We are late",
            "Theresa May",
        ),
        ("Mr. May told the court he was ill. “I was ill,” May said.", "I was ill", "May"),
        (
            "Paul August farms there. The ward opened in August. “It is dry,” August said.",
            "It is dry",
            "Paul August",
        ),
        ("The ward opened on 3 May. In May, Paul Lee called it “a shed”.", "a shed", "Paul Lee"),
        (
            "A spokeswoman for the line, Kolej Dolna, Ewa Rudzik, left. “It must end,” she wrote.",
            "It must end",
            "Ewa Rudzik",
        ),
        (
            "A lawyer for the province, Ola Moe, said it was over. He called it “a relief”.",
            "a relief",
            "Ola Moe",
        ),
        (
            "A friend who works in fashion calls it “camouflage for money”.",
            "camouflage",
            "a friend",
        ),
        ("A neighbour who lives upstairs calls it “the cave”.", "the cave", "a neighbour"),
        ("Patch notes: fixed “an issue where the bear could fly”.", "an issue", None),
        ("Release notes: added “dark mode for the whole app”.", "dark mode", None),
        ("Smith notes: “It was dark in the hall that day.”", "It was dark", "Smith"),
        ("The fight is not “unfair”, you are under-levelled.", "unfair", None),
    ],
)
def test_who_is_shown(text: str, words: str, name: str | None) -> None:
    assert _shown(text, words) == name
