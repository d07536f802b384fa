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
