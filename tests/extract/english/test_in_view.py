"""Words of whose view a sentence tells, in a wording without a verb of saying beside them."""

import pytest

from tests.extract.said import quoted


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("For Ruth Katz, a historian, the treaty was “a truce with a date on it.”", "Ruth Katz"),
        ("To historian Ruth Katz, it is “a truce with a date on it.”", "historian Ruth Katz"),
        ("“A masterpiece of delay” is how critic Jo Vane described the report.", "critic Jo Vane"),
        ("“A masterpiece of delay” was how Jo Vane put it.", "Jo Vane"),
        ("The trial was “a waste of blood,” in the words of one regulator.", "one regulator"),
        ("The trial was “a waste of blood,” in Ida Moe’s words.", "Ida Moe"),
        ("Here’s Max Orn on CNBC: “We lost it all in one day.”", "Max Orn"),
        ("Ida Moe, per the Lancet: “The trial was a waste.”", "Ida Moe"),
    ],
)
def test_whose_view_it_is_says_the_words(text: str, speaker: str) -> None:
    assert [said for said, _ in quoted(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "For years, the treaty was “a truce with a date on it.”",
        "To win, the plan is “a truce with a date on it.”",
        "“A masterpiece of delay” is how long it took.",
    ],
)
def test_what_is_no_person_has_no_view(text: str) -> None:
    assert [said for said, _ in quoted(text)] == [None]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kaja Holm was quoted by Interfax as saying “the border stays open”.", "Kaja Holm"),
        ("He was quoted in the Daily Star as calling it “a gift to landlords”.", "He"),
        ("“We are done for good,” the Tass agency quoted him as saying.", "him"),
        ("“We are done for good,” state media quoted the general as saying.", "the general"),
        ("“We are done for good,” the paper quoted Ann Lee, a nurse, as saying.", "Ann Lee"),
    ],
)
def test_who_is_quoted_says_it_whoever_quotes(text: str, speaker: str) -> None:
    assert [said for said, _ in quoted(text)] == [speaker]
