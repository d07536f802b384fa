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


@pytest.mark.parametrize(
    ("line", "byline", "published"),
    [
        ("By Ann Lee | 4 May 2024", "Ann Lee", "2024-05-04"),
        ("*By Ann Lee and Bob Roe*", "Ann Lee and Bob Roe", None),
        ("By Ann Lee, The Lantern, May 4, 2024", "Ann Lee", "2024-05-04"),
        ("Von Anna Berg", "Anna Berg", None),
        ("Par Clémence d’Ardouin", "Clémence d’Ardouin", None),
        ("The Lantern, 4 May 2024", None, "2024-05-04"),
        ("By Moonlight", None, None),
        ("By Ann Lee’s account, the bridge fell on 4 May 2024.", None, None),
        ("By the river stood three men, 4 May 2024 or not.", None, None),
    ],
)
@pytest.mark.parametrize("format_", ["markdown", "text", "html"])
def test_a_line_near_the_top_has_the_byline_and_the_day(
    line: str, byline: str | None, published: str | None, format_: str
) -> None:
    text = f"# The bridge at Vik\n\n{line}\n\nThe bridge fell at noon, the mayor said.\n"
    if format_ == "text":
        text = text.replace("# ", "").replace("*", "")
    elif format_ == "html":
        told = line.strip("*")
        text = f"<article><h1>The bridge</h1><p>{told}</p><p>The bridge fell at noon, the mayor said.</p></article>"
    article = read_article(text.encode(), format=format_)
    assert (article.byline, article.published) == (byline, published)


_TIME = '<time datetime="{}"{}>then</time>'


@pytest.mark.parametrize(
    ("times", "published"),
    [
        ([("2024-05-04T09:12:00Z", "")], "2024-05-04"),
        ([("2024-05-04", ""), ("2024-05-04T10:00", "")], "2024-05-04"),
        ([("2024-05-04", ' class="entry-date published"'), ("2024-05-09", "")], "2024-05-04"),
        ([("2024-05-04", ' itemprop="datePublished"'), ("2023-01-09", "")], "2024-05-04"),
        ([("2024-05-04", ""), ("2024-05-09", "")], None),
        ([("PT3H", "")], None),
    ],
)
def test_the_time_of_a_page_dates_it(times: list[tuple[str, str]], published: str | None) -> None:
    shown = "".join(_TIME.format(*each) for each in times)
    page = f"<article><h1>The bridge</h1><p>{shown}</p><p>The bridge fell at noon.</p></article>"
    assert read_article(page.encode(), format="html").published == published


def test_what_a_page_declares_goes_before_its_time() -> None:
    page = (
        '<head><meta property="article:published_time" content="2020-01-02"></head>'
        '<article><time datetime="2024-05-04">then</time><p>The bridge fell at noon.</p></article>'
    )
    assert read_article(page.encode(), format="html").published == "2020-01-02"


def test_a_day_in_a_table_or_behind_prose_dates_nothing() -> None:
    born = (
        "<table><tr><th>Born</th><td>12 May 1921</td></tr></table><p>Ada Holm kept the light.</p>"
    )
    long = f"<p>{'Ada Holm kept the light at Vik for forty years. ' * 3}</p><p>12 May 1921</p>"
    for body in (born, long):
        page = f"<article><h1>Ada Holm</h1>{body}</article>"
        assert read_article(page.encode(), format="html").published is None
