"""A date on a line of its own near the top of a plain text is the article's."""

import pytest

from audit import read_article


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("30 November 2016", "2016-11-30"),
        ("November 30, 2016", "2016-11-30"),
        ("Wednesday, 30th Nov. 2016", "2016-11-30"),
        ("Published: 2016-11-30", "2016-11-30"),
        ("30 November 2016, 14:05", "2016-11-30"),
        ("31 June 2016", None),
        ("On 30 November 2016 the bridge fell.", None),
        ("Volume 30, November 2016", None),
    ],
)
def test_a_line_that_is_a_date_dates_the_article(line: str, published: str | None) -> None:
    text = f"The bridge at Vik\n\n{line}\n\nThe bridge fell at noon, the mayor said.\n"
    assert read_article(text.encode(), format="text").published == published


def test_two_dates_or_one_far_below_date_nothing() -> None:
    two = "The bridge\n\n30 November 2016\n\n1 December 2016\n\nIt fell.\n"
    below = "It fell.\n\n" * 8 + "30 November 2016\n"
    for text in (two, below):
        assert read_article(text.encode(), format="text").published is None
