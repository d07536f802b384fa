"""'Per' before a name: according to them, or a given name."""

import pytest

from tests.extract.said import attributions


@pytest.mark.parametrize(
    "text",
    [
        "Per Dahlgren runs the ferry. “The tide does not wait for a form,” he said.",
        "Per Dahlgren, who runs the ferry, shrugged. “The tide does not wait for a form,” he said.",
        "Per Dahlgren said no. “The tide does not wait for a form,” Dahlgren said.",
        "Asked again, the skipper, Per Dahlgren, shrugged. “The tide does not wait,” he said.",
    ],
)
def test_a_given_name_before_a_verb(text: str) -> None:
    assert attributions(text)[-1].speaker_name == "Per Dahlgren"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Per Reuters, the ferry will stop in May.", "Reuters"),
        ("Per Dahlgren, the ferry will stop in May.", "Dahlgren"),
        ("Per the report, half of the ferries are unsafe.", "the report"),
        ("The ferry will stop in May, per Adam Dahlgren.", "Adam Dahlgren"),
    ],
)
def test_according_to(text: str, speaker: str) -> None:
    assert attributions(text)[0].speaker_name == speaker


def test_no_cue_behind_a_comma() -> None:
    assert not attributions("The principal, Per Dahlgren, braced himself for the vote.")
