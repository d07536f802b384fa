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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # whoever speaks comes before whom the sentence is about
        ("“It may rain,” said Senator Kit Moss, a farmer. He said “we will wait and see”.", "Kit Moss"),
        ("Gil Orr met the mayor, said Ada Lund, who was there. “It was short,” she said.", "Ada Lund"),
        ("As Ann Lee reported, Petra Novak said it was over. “We lost,” she said.", "Petra Novak"),
        ("An aide to Ann Lee said it was over. “We have lost it all,” she said.", "she"),
        ("Ann Lee asked Eva Orr whether it was over. “It is far from over,” she said.", "she"),
        ("Ben Roy asked Eva Orr whether it was over. “It is far from over,” she said.", "Eva Orr"),
        ("Sens. Kit Moss and Ben Roy left. “It is far from over,” Moss said.", "Kit Moss"),
        # a name before a noun, and whose something is
        ("Ben Roy left. The Lee campaign sent word to Kelm. “We have lost it,” he said.", "Ben Roy"),
        ("Ann Lee left. Eva Orr's plan is what she called “a good and solid start” in May.", "Eva Orr"),
        ("Bernie Sand advocates a tax. “It is fair to all,” he said.", "Bernie Sand"),
        # words that are no part of a name
        ("Democrat Anna Holt left. “It is all done,” she said.", "Anna Holt"),
        ("Cutler Anna Holt left. “It is all done,” she said.", "Anna Holt"),
        ("Secretary of State Anna Holt left. “It is all done,” she said.", "Anna Holt"),
        ("Kelm MPP Anna Holt left. “It is all done,” Holt said.", "Anna Holt"),
        ("Asked by Anna Holt, Ben Roy sighed. “It is all done,” he said.", "Ben Roy"),
        ("FULL TEXT\n\nAnna Holt left.\n\nFULL TEXT\n\n“It is all done,” she said.", "Anna Holt"),
        # surnames that are first names too, and that two bear
        ("Elizabeth Warren left. Warren sat down. “It is all done,” she said.", "Elizabeth Warren"),
        ("Piet and Anna Holt left. “It is all done,” Holt said.", "Holt"),
        ("Piet and Anna Holt left. “It is all done,” Piet Holt said.", "Piet Holt"),
        ("Anna Holt has a stall. So has Eva Orr. “It is too dear,” she said.", "she"),
        ("Anna Holt and her sister Eva ran it. “I miss the place,” Anna said.", "Anna Holt"),
        ("Anna Holt left. Her coach, Zabo Tran, never asked. “He knew it all,” she said.", "she"),
        ("Ann Lee left. Roy, of Ava, Mo., who farms, said it was late.", "Roy"),
    ],
)  # fmt: skip
def test_whoever_spoke_last_is_meant_and_nobody_where_two_may_be(text: str, name: str) -> None:
    assert attributions(text)[-1].speaker_name == name
