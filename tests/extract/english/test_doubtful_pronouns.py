"""Pronouns that stand for either of two: no name is better than the wrong one."""

import pytest

from tests.extract.said import attributions

TWO_WOMEN_IN_OFFICE = (
    "Treasurer Ines Adler phoned Governor Mary Stone on Friday. “It was short,” she said."
)
SPOKEN_TO = "Sheriff Ekun Barlow gave the boy a lift. “I can drive,” she told him."
SPOKEN_TO_HER = "Nuru Osterman interviewed a diver. “Breathe out,” he told her."
OF_TWO = "Farmer Ekun Barlow promised a calf if she taught his sons. “I took the calf,” she said."
TOLD_BEFORE = (
    "Biologist Mary Stone told the panel that the count was off. The aide, Ekun Barlow, had "
    "signed it. “It was a guess,” she said."
)
ASKED = "Minister Nuru Osterman spoke. Ekun Barlow asked her when. “Soon,” she answered."
EITHER_SEX = "Andrea Moretti rowed home. Mary Stone slept. Moretti sang. “I sang,” he said."


@pytest.mark.parametrize(
    "text", [TWO_WOMEN_IN_OFFICE, SPOKEN_TO, SPOKEN_TO_HER, OF_TWO, TOLD_BEFORE, ASKED]
)
def test_who_may_be_either_has_no_name(text: str) -> None:
    assert attributions(text)[-1].speaker_name in {"he", "she"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (EITHER_SEX, "Andrea Moretti"),
        ("Sheriff Mary Stone gave the boy a lift. “I can drive,” she told him.", "Mary Stone"),
        ("Ekun Barlow met Ben Roy. “I can drive,” she told him.", "Ekun Barlow"),
        ("Ben Roy left. Ekun Barlow had taught his sons. “It was fun,” she said.", "Ekun Barlow"),
        ("Treasurer Ines Adler phoned the governor. “It was short,” she said.", "Ines Adler"),
        ("Treasurer Ines Adler phoned Governor Ben Roy. “It was short,” she said.", "Ines Adler"),
        ("Mary Stone had asked Governor Ben Roy. “He was kind,” she said.", "Mary Stone"),
    ],
)
def test_who_alone_may_be_meant_has_a_name(text: str, name: str) -> None:
    assert attributions(text)[-1].speaker_name == name
