"""Two sentences without a space between them are two; an address is one word."""

import pytest

from tests.extract.said import attributions, quoted


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The council met on Monday.Ann Lee said: “We have no other plan.”", "Ann Lee"),
        ("Nobody was hurt in the fire.Ben Marsh said: “We got out in time.”", "Ben Marsh"),
        ("It had been closed for years.Mayor Joan Rigby said: “It is safe.”", "Mayor Joan Rigby"),
    ],
)
def test_a_full_stop_inside_a_word_ends_a_sentence(text: str, speaker: str) -> None:
    assert [who for who, _ in quoted(text)] == [speaker]


@pytest.mark.parametrize(
    "name", ["Booking.Com", "Provereno.Media", "Heise.De", "Prof.Lee", "Change.Org"]
)
def test_but_not_in_an_address(name: str) -> None:
    [said] = attributions(f"“It is over,” {name} said on Monday.")
    assert said.speaker is not None
    assert said.speaker.text == name
