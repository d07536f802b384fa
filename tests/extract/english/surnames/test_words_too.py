"""Surnames that are months and auxiliaries too."""

import pytest

from tests.extract.said import attributions


def names(text: str) -> list[str | None]:
    return [said.speaker_name for said in attributions(text)]


@pytest.mark.parametrize(
    "said",
    ["“It is over,” May said.", "“It is over,” said May.", "May told MPs: “It is over.”",
     "“It is over,” May, 61, said.", "May said the vote was lost."],
)  # fmt: skip
def test_may_is_the_person_whom_an_article_names_in_full(said: str) -> None:
    assert names(f"Theresa May spoke for an hour. {said}") == ["Theresa May"]


def test_other_surnames_of_the_kind() -> None:
    assert names("Jane March is a nurse. “No,” March said in March.") == ["Jane March"]
    assert names("George Will writes. “No,” Will said. It will rain.") == ["George Will"]


@pytest.mark.parametrize(
    "text",
    ["“It was a bad month,” May said.", "Prices rose in May. “It may rain,” May said."],
)
def test_without_a_full_name_nobody_is_named_may(text: str) -> None:
    assert names(text) == [None]


def test_a_month_beside_the_name_stays_one() -> None:
    text = "Theresa May resigned in May. “I left in May,” May said. On May 7, Ann Lee said it was over."
    assert names(text) == ["Theresa May", "Ann Lee"]
