"""Copy that is taken over but for a figure: the page's sentence has another one in its very slot."""

import pytest

from tests.match.indirect.instead.test_told_otherwise import SAYS, WAYS, instead

# Statement, page, what the page has: the statement's figure stands on the page, of something else.
CHANGED = [
    (
        "nearly 73 politicians and activists joined her state leadership council.",
        "Nearly 70 politicians and activists joined her state leadership council. It has 73 seats.",
        "70",
    ),
    (
        "he was preferred 51 percent to 18 percent, with 10 percent not planning to vote.",
        ("Against Sen. Ann Holt he was preferred 51 percent to 38 percent, with 10 percent not planning "
        "to vote. Of women 18 percent were undecided."),
        "38 percent",
    ),
    (
        "73 percent of members called the plan right compared to only 27 percent who said otherwise.",
        ("In the poll 73 percent of members called the plan right compared to only 24 percent who said "
        "otherwise."),
        "24 percent",
    ),
    (
        "three of his 13 co-defendants were released to home confinement last week.",
        ("Three of his 15 co-defendants were released to home confinement last week. The trial was put "
        "off for 13 weeks."),
        "15",
    ),
    (
        "fewer than 80 days remain until the ballots of the mill town are counted.",
        "Fewer than 70 days remain until the ballots of the mill town are counted.",
        "70 days",
    ),
]  # fmt: skip

FAITHFUL = [
    (  # the page tells it twice, and once as the statement has it
        "at least twelve people were hurt when the stand at the old harbour fell.",
        ("At least ten people were hurt when the stand at the old harbour fell. Late at night the police "
        "said that at least twelve people were hurt when the stand fell."),
    ),
    (  # rounded
        "some 70 politicians and activists joined her state leadership council.",
        "Some 73 politicians and activists joined her state leadership council.",
    ),
    (  # of something else
        "the north mine employs 240 people in three shifts at its two oldest shafts.",
        ("The south mine employs 310 people in two shifts. The north mine employs 240 people in three "
        "shifts at its two oldest shafts."),
    ),
    (
        "more than 120,000 euros were spent on the roof of the old town hall.",
        "123,400 euros were spent on the roof of the old town hall.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "page", "there"), CHANGED)
def test_another_figure_in_the_same_sentence_is_told(statement: str, page: str, there: str) -> None:
    for ways in WAYS:
        assert [nearest for _, nearest in instead(f"{SAYS['en']} {statement}", page, **ways)] == [
            there
        ]


@pytest.mark.parametrize(("statement", "page"), FAITHFUL)
def test_nor_of_one_told_twice_rounded_or_of_another_thing(statement: str, page: str) -> None:
    for ways in WAYS:
        assert instead(f"{SAYS['en']} {statement}", page, **ways) == []
