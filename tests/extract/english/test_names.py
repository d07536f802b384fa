"""Whom a pronoun or a surname stands for."""

import pytest

from tests.extract.said import attributions


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Lind met Piet Moreau in Vik. “It is done,” she said.", "Anna Lind"),
        ("Anna Lind met Piet Moreau in Vik. “It is done,” he said.", "Piet Moreau"),
        (
            "Petra Novak works at Charles University in Prague. “It is done,” she said.",
            "Petra Novak",
        ),
        ("Petra Novak spoke to New Scientist. “It is done,” she said.", "Petra Novak"),
        ("A deal by Mrs. Robin Quill and Mr. Kit Moss. “It is done,” she said.", "Robin Quill"),
        (
            "The firm hired Ann Lee. Later Ben Roy left. Lee stayed. “It is done,” she said.",
            "Ann Lee",
        ),
        ("Manager Gary Poll praised Dean Marsh’s goal. “It is done,” he said.", "Gary Poll"),
        ("Kelham Town lost. Piet Moreau saw Town off. “It is done,” he said.", "Piet Moreau"),
        ("From the BBC's Chris Mason: “It is done.”", "Chris Mason"),
        ("“It is done,” No 10 said.", "No 10"),
        ("Poll laughed. “Ask me in May.”", "Poll"),
        ("Piet Moreau was there. “It is done,” they said.", "they"),
        ("In a post, the local MP, Jo Tarrant, wrote: “It is done.”", "Jo Tarrant"),
    ],
)
def test_a_pronoun_stands_for_the_person_it_can(text: str, name: str) -> None:
    assert attributions(text)[-1].speaker_name == name


_FORMER = "Harriet Ogden sold the mill. “We lost,” she told the Gazette.\n\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Judge Priestley recalls the hour. “It is done,” he said.", "Priestley"),
        ("Professor Priestley recalls the hour. “It is done,” he said.", "Priestley"),
        ("Dean Priestley, of the union, recalls it. “It is done,” he said.", "Dean Priestley"),
        ("The weavers recall the hour. “It is done,” he said.", "he"),
        ("The weavers recall the hour. “It is done,” she said.", "Harriet Ogden"),
    ],
)
def test_who_was_she_is_not_taken_for_he(text: str, name: str) -> None:
    assert attributions(_FORMER + text)[-1].speaker_name == name


def test_a_dean_has_no_first_name() -> None:
    text = "The dean, Petra Novak, left. “It is done,” Dean Novak said."
    assert attributions(text)[-1].speaker_name == "Petra Novak"
