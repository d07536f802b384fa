"""Boxes of fact-checks: what is checked, who said it, and where."""

import pytest

from audit.model import AttributionKind
from tests.extract.said import attributions

SAID = "Half of the buses run without insurance."
SPEECH = "https://video.example/speech"
LINKED = f'Councillor Rex Dunmore (<a href="{SPEECH}">speech, 3 May</a>)'


def told(text: str, form: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (" … ".join(part.text for part in said.contents), said.speaker_name, said.url)
        for said in attributions(text, format=form)
    ]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("html", f"<p><b>Claim:</b> “{SAID}”</p><p><b>Claimed by:</b> {LINKED}</p><p>False</p>"),
        ("markdown", f"**Claim:** “{SAID}”\n\n**Claimed by:** [Rex Dunmore]({SPEECH})"),
        ("markdown", f"**Claim:** “{SAID}”  \n**Claimed by:** [Rex Dunmore]({SPEECH})"),
        (
            "markdown",
            f"| Claim | “{SAID}” |\n|---|---|\n| Claimed by | Rex Dunmore ([speech]({SPEECH})) |",
        ),
        ("html", f"<dl><dt>Claim</dt><dd>“{SAID}”</dd><dt>Claimed by</dt><dd>{LINKED}</dd></dl>"),
        ("markdown", f"**The claim:** {SAID}\n\n**Who said it:** Rex Dunmore\n\n**Where:** [it]({SPEECH})"),
        ("markdown", f"**Behauptung:** „{SAID}“\n\n**Aufgestellt von:** Rex Dunmore ([Rede]({SPEECH}))"),
        ("markdown", f"**Affirmation :** « {SAID} »\n\n**Dit par :** Rex Dunmore ([discours]({SPEECH}))"),
    ],
)  # fmt: skip
def test_what_a_box_checks_is_whose_the_box_says(form: str, text: str) -> None:
    assert told(text, form) == [(SAID, "Rex Dunmore", SPEECH)]


def test_words_without_marks_are_a_statement() -> None:
    text = f"**Claim:** {SAID}\n\n**Claimed by:** Rex Dunmore ([speech]({SPEECH}))"
    [said] = attributions(text, format="markdown")
    assert said.kind is AttributionKind.INDIRECT
    assert (said.speaker_name, said.url) == ("Rex Dunmore", SPEECH)


def test_a_claim_that_names_who_says_it_is_left_to_them() -> None:
    text = f"Claim: Ann Lee said “the sea is dry”.\n\nClaimed by: Facebook users ([post]({SPEECH}))"
    said = {words: name for words, name, _ in told(text, "markdown")}
    assert said["the sea is dry"] == "Ann Lee"


def test_a_box_in_which_nobody_is_named_gives_words_to_nobody() -> None:
    found = told(f"**Claim:** “{SAID}”\n\n**Verdict:** False. Rex Dunmore has a bus.", "markdown")
    assert [(name, url) for words, name, url in found if words == SAID] == [(None, None)]
