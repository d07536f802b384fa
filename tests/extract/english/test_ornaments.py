"""Signs that belong to no sentence part no cue from its words."""

import pytest

from audit.model import AttributionKind
from tests.extract.said import attributions

_WORDS = "The bridge will not open this year,"


@pytest.mark.parametrize(
    "behind",
    [
        "said 🚀 Anna Holt.",
        "🚀 Anna Holt said.",
        "said Anna Holt 👩🏽‍⚕️ on Monday.",
        "said *Anna Holt*.",
        "said Anna Holt* on Monday.",
        "Anna Holt® said on Monday.",
        "Anna Holt¹ said on Monday.",
        "Anna Holt‡ said on Monday.",
        "said \u200fAnna Holt\u200e on Monday.",
        "said\u200b Anna Holt on Monday.",
    ],
)
def test_a_sign_beside_a_name_leaves_the_words_to_it(behind: str) -> None:
    [found] = attributions(f"“{_WORDS}” {behind}")
    assert (found.speaker_name, found.contents[0].text) == ("Anna Holt", _WORDS)


@pytest.mark.parametrize("dash", ["―", "—"])
def test_a_dash_that_looks_alike_is_one(dash: str) -> None:
    [found] = attributions(f"Three aides {dash} all retired {dash} have also said they back Lee.")
    assert found.speaker_name == "Three aides"


def test_a_raised_figure_of_a_number_is_part_of_it() -> None:
    [found] = attributions("Anna Holt said the room had 40 m² and a door.")
    assert found.contents[0].text == "the room had 40 m² and a door"


@pytest.mark.parametrize(
    "text",
    [
        "Nobody here agrees on what makes a pie “lazy”.",
        "If it says “detox” on the bottle, put it back.",
        "Brightness: “10,000 lux”",
        "The sign on the door says “slow walkers”.",
        "“Daily Show” host Anna Holt showed that it had failed.",
    ],
)
def test_what_nobody_says_is_given_to_nobody(text: str) -> None:
    found = [each for each in attributions(text) if each.kind is not AttributionKind.INDIRECT]
    assert [each.kind for each in found] == [AttributionKind.UNATTRIBUTED]
