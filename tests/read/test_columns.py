"""Where words stand in the file: the column that an editor shows, whatever the file is written in."""

import pytest

from audit import extract, read_article
from audit.model import Article

SAID = "“Nobody asked the fishermen of this town,” Tom Reyes said in the harbour."


def places(article: Article) -> list[tuple[int | None, int | None]]:
    starts = [
        said.contents[0].start
        for said in extract(article)
        if said.contents[0].text.startswith("Nobody")
    ]
    return [(article.line(start), article.column(start)) for start in starts]


def seen(text: str) -> list[tuple[int, int]]:
    """The lines and columns of the words, counted in the text of the file."""
    return [
        (number, at + 1)
        for number, line in enumerate(text.splitlines(), start=1)
        for at in range(len(line))
        if line.startswith("Nobody", at)
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("text", f"{SAID}\r\n\r\n  It rained. {SAID}\r\n"),
        ("markdown", f"{SAID}\n\n- It *rained*. {SAID}\n"),
        ("markdown", f"{SAID}\n\n> It &amp; \\*rained [here](https://x.example/). {SAID}\n"),
        ("html", f"<p>{SAID}</p>\n<p>It &amp; rained.\t{SAID}</p>"),
        ("html", f"<p>{SAID}</p><p>It   <i>rained</i>&nbsp;today. {SAID}</p>"),
    ],
)
def test_columns_count_from_one_in_characters(encoding: str, form: str, text: str) -> None:
    if form == "html" and encoding == "cp1252":
        text = f'<meta charset="cp1252">{text}'
    article = read_article(text.encode(encoding), form, name="a")
    assert places(article) == seen(text)
    assert len(places(article)) == 2


def test_what_was_fetched_has_no_columns() -> None:
    article = read_article(SAID.encode(), "text", url="https://news.example/a")
    assert places(article) == [(None, None)]
