"""Where a statement ends before what its speaker did besides, or how it was said."""

import pytest

from tests.extract.said import stated


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # said as it is, and told in the past
        ("Ida Moen said the plan is mad, and she railed against the board.", "the plan is mad"),
        ("She said she admires his patience and highlighted their aims.", "she admires his patience"),
        ("He said the vote is close and accused the board of fraud.", "the vote is close"),
        ("She said the plan is sound and the council backed it in May.", "the plan is sound and the council backed it in May"),
        ("He said it covers rent and related costs.", "it covers rent and related costs"),
        ("He said she phones him daily and calls the office too.", "she phones him daily and calls the office too"),
        # under what condition, and beside what
        ("The aide confirmed the meeting on the condition of anonymity because she may not speak.", "the meeting"),
        ("An aide said on condition of anonymity that the deal was off.", "the deal was off"),
        ("She said the deal stands on condition of payment.", "the deal stands on condition of payment"),
        ("He acknowledged some copying even as he defended his wife.", "some copying"),
        ("She said taxes would rise even as she opened her new pool.", "taxes would rise"),
        ("He said that prices rose even as wages fell.", "prices rose even as wages fell"),
        # the verb of the noun that tells it
        ("Ida Moen's claim that the pier was sound drew applause.", "the pier was sound"),
        ("The port's promise that rents would fall is worthless.", "rents would fall"),
        ("Her warning that ferries may sink has gone unheard.", "ferries may sink"),
        ("The board rejected Ida Moen's claim that the pier was sound and safe.", "the pier was sound and safe"),
        # how narrowly it was said, and what was left out
        ("The port said only that no date was set.", "no date was set"),
        ("He says simply that rents are low.", "rents are low"),
        # what a suspect did, and what who tells of it did
        ("Cpl. Moen said the suspect was polite, even sorry, and left on a bicycle.", "the suspect was polite, even sorry, and left on a bicycle"),
        ("Ida Moen said the driver was calm, and walked to the car.", "the driver was calm, and walked to the car"),
        ("Ida Moen said the game was over, and left the room.", "the game was over"),
        ("He said he was only asking, but he did not apologise for it.", "he was only asking"),
    ],
)  # fmt: skip
def test_a_statement_ends_before_what_its_speaker_does(text: str, words: str) -> None:
    assert stated(text)[0][1] == (words,)


@pytest.mark.parametrize(
    "text",
    [
        "Neither Ida Moen nor the port would say where.",
        "Asked for a date, he did not say when.",
        "For nine years, Ida Moen wrote in a boat shed.",
        "After the war, Kwame Obi wrote on the backs of maps.",
        "Ida Moen looked up, said “oh,” and closed the door.",
        "If the clerk says “not today,” ask for her name.",
        "Ida Moen wrote him up and then sent him home.",
        "“We sank,” she said, and the pilot agreed.",
        "Reader, I believed.",
        "Others worry about the ferries that carry 900 people.",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert stated(text) == []
