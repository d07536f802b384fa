import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.errors import ReadError
from audit.model import Article, BlockKind
from audit.read import read_article
from audit.read.markdown.reader import MOST_SIGNS

PATIENCE = 30.0  # seconds of CPU on a busy machine; anything quadratic takes hours


def read(source: str) -> Article:
    return read_article(source.encode(), "markdown")


def shown(source: str) -> list[tuple[str, str]]:
    article = read(source)
    return [(block.kind.value, article.text[block.start : block.end]) for block in article.blocks]


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("One\ntwo **three** _four_", [("paragraph", "One two three four")]),
        ("One  \ntwo", [("paragraph", "One\ntwo")]),
        ("One<br>two<br><br>three", [("paragraph", "One\ntwo"), ("paragraph", "three")]),
        (r"A \*star\* &amp; &#8220;q&rdquo;", [("paragraph", "A *star* & “q”")]),
        ("`a  b` ``c ` d``", [("paragraph", "a b c ` d")]),
        ("![alt](i.png) words", [("paragraph", "words")]),
        (
            "One\n\n## Two ##\n\nThree",
            [("paragraph", "One"), ("heading", "Two"), ("paragraph", "Three")],
        ),
        (
            "- One\n- Two\n\n  more",
            [("list-item", "One"), ("list-item", "Two"), ("list-item", "more")],
        ),
        ("> One\n> two\n>\n> Three", [("quote", "One two"), ("quote", "Three")]),
        ("|a|b|\n|-|-|\n|c\\|d|e|", [("cell", "a"), ("cell", "b"), ("cell", "c|d"), ("cell", "e")]),
        ("```\na\n  b\n```\n\nc", [("code", "a\n  b"), ("paragraph", "c")]),
        ("One <!-- two --> three\n\n<!--\nfour\n-->", [("paragraph", "One three")]),
        ("One\n\n***\n\nTwo", [("paragraph", "One"), ("paragraph", "Two")]),
        ("<div>\n<p>One &amp; two</p>\n</div>", [("paragraph", "One & two")]),
    ],
)
def test_the_text_is_what_is_rendered(source: str, blocks: list[tuple[str, str]]) -> None:
    assert shown(source) == blocks


def test_items_of_a_list_are_a_line_apart_and_other_blocks_a_blank_line() -> None:
    assert read("One\n\n- Two\n- Three\n\nFour").text == "One\n\nTwo\nThree\n\nFour"


def test_links_have_spans_and_addresses_that_are_absolute() -> None:
    article = read(
        "[One *word*](https://a.example/1 'title') [two][ref] <https://a.example/3> "
        "https://a.example/4, [five](/relative) [six](javascript:alert) "
        '<a href="https://a.example/7">seven</a>\n\n[ref]: https://a.example/2\n'
    )
    assert [(article.text[link.start : link.end], link.url) for link in article.links] == [
        ("One word", "https://a.example/1"),
        ("two", "https://a.example/2"),
        ("https://a.example/3", "https://a.example/3"),
        ("https://a.example/4", "https://a.example/4"),
        ("seven", "https://a.example/7"),
    ]


def test_front_matter_gives_title_byline_date_and_language_and_is_no_text() -> None:
    article = read(
        "---\ntitle: 'T: U'\nauthor: Anna Example # editor\ndate: 2024-05-01\nlang: en\n"
        "tags: [a, b]\n---\n\nWords.\n"
    )
    assert article.text == "Words."
    assert article.line(0) == 9
    assert (article.title, article.byline) == ("T: U", "Anna Example")
    assert (article.published, article.language) == ("2024-05-01", "en")


@pytest.mark.parametrize(
    "source",
    [
        '+++\ntitle = "Ferry “reopens”"\nauthor = "Nora Vale"\ndate = 2024-05-01\nlang = "en"\n[x]\ny = 1\n+++\nWords.\n',
        (
            '\ufeff+++\r\ntitle = "Ferry “reopens”"\r\nauthor = "Nora Vale"\r\ndate = 2024-05-01T08:00:00Z\r\n'
            'lang = "en"\r\n+++\r\nWords.\r\n'
        ),
        '{\n"title": "Ferry “reopens”", "author": "Nora Vale",\n"date": "2024-05-01", "lang": "en", "x": {"y": 1}\n}\n\nWords.\n',
        '{"title": "Ferry “reopens”", "author": "Nora Vale", "date": "2024-05-01", "lang": "en"}\nWords.\n',
    ],
)
def test_front_matter_in_toml_and_json_is_read_as_well(source: str) -> None:
    article = read(source)
    assert article.text == "Words."
    assert (article.title, article.byline) == ("Ferry “reopens”", "Nora Vale")
    assert (article.published, article.language) == ("2024-05-01", "en")


@pytest.mark.parametrize(
    "source",
    [
        "+++\ntitle = \n+++\n\nWords.",
        "+++\n\nWords.",
        '{"title": "Ferry", Words.',
        '{"title": "Ferry"} and more words.',
        "{\n" + '"a": [' * 5_000 + "\n\nWords.",
    ],
)
def test_what_is_no_toml_or_json_is_text(source: str) -> None:
    article = read(source)
    assert article.title is None
    assert "ords." in article.text


def test_dashes_that_nothing_closes_are_no_front_matter() -> None:
    assert read("---\n\nWords.\n").text == "Words."


@pytest.mark.parametrize(
    ("source", "title", "blocks"),
    [
        ("\ufeff# T &amp; *U*\n\nWords.\n\n# Part", "T & U", ["Words.", "Part"]),
        ("*Kicker*\n\nT\n=\n\nWords.", "T", ["Kicker", "Words."]),
        ("Words.\n\n# Part\n\n# Part two", None, ["Words.", "Part", "Part two"]),
    ],
)
def test_the_first_heading_of_the_first_level_is_the_title(
    source: str, title: str | None, blocks: list[str]
) -> None:
    assert read(source).title == title
    assert [words for _, words in shown(source)] == blocks


@pytest.mark.parametrize(
    "source",
    [
        "> One.\n>\n> Two.\n>\n> — N (@n_n) May 1, 2024\n",
        "> One.\n>\n> Two.\n> — N (@n\\_n) [May 1, 2024](https://x.com/n_n/status/12)\n",
        (
            "<blockquote class='twitter-tweet'><p>One.<br><br>Two.</p>&mdash; N (@n_n)\n"
            "<a href='https://x.com/n_n/status/12'>May 1, 2024</a></blockquote>\n"
        ),
    ],
)
def test_a_signed_quotation_is_an_embedded_post(source: str) -> None:
    article = read(f"Before.\n\n{source}\nAfter.\n")
    assert [article.text[block.start : block.end] for block in article.blocks] == [
        "Before.",
        "One.",
        "Two.",
        "— N (@n_n) May 1, 2024",
        "After.",
    ]
    (embed,) = article.embeds
    assert embed.service == "x"
    assert embed.permalink == ("https://x.com/n_n/status/12" if "status" in source else None)
    assert [block.group for block in article.blocks] == [None, 0, 0, 0, None]
    assert article.blocks[1].kind is BlockKind.EMBED


def test_a_quotation_without_signature_is_no_post() -> None:
    article = read("> Words.\n>\n> — Anna Example\n")
    assert article.embeds == ()
    assert [block.kind for block in article.blocks] == [BlockKind.QUOTE, BlockKind.QUOTE]


@pytest.mark.parametrize(
    "source",
    [
        "Words.\n\n1. 1\n2. > - [b](https://e.example/b 'b') b\n",
        "# #a# a ##\n\n> *a*\nlazy **b** `c`\n",
        "|a|b|\n|-|-|\n|aa | a|\n| c\\|d | d|\n",
        "\ufeff- a\n\n\t\tcode\n\n      more\n",
        "\u00a0\nwords\r\nmore\rwords\n",
        "&amp; a &lt; b <b>c</b> \\d\n",
    ],
)
def test_every_letter_is_found_in_the_file(source: str) -> None:
    article = read(source)
    assert article.origin is not None
    for at, character in enumerate(article.text):
        if character.isalnum():
            assert source[article.origin.file_offset(at)] == character


PIECES = st.sampled_from(
    [
        *(
            "# ",
            "> ",
            "- ",
            "1. ",
            "\n",
            "\n\n",
            "\r\n",
            "  ",
            "\t",
            "*",
            "**",
            "_",
            "`",
            "```\n",
            "[a]",
        ),
        *("\\", "[b](http://c.d 't')", "|e|f|\n|-|-|\n|g\\|h|i|\n", "<j>", "</j>", "<!--", "-->"),
        *(
            "&amp;",
            "word ",
            "— K (@l) May 1, 2020",
            "<http://m.n>",
            "![o](p)",
            "---\n",
            "<p>",
            "<br>",
        ),
        "<a href='http://q.r'>",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_of_any_markdown_the_blocks_are_in_order_and_every_letter_is_found_in_the_file(
    source: str,
) -> None:
    try:
        article = read(source)
    except ReadError:
        return
    origin = article.origin
    assert origin is not None
    assert list(origin.anchors) == sorted(origin.anchors)
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(article.text)
        end = block.end
    for at, character in enumerate(article.text):
        assert 1 <= origin.line(at) <= len(origin.line_starts)
        if character.isalpha():
            assert source[origin.file_offset(at)] == character


@pytest.mark.parametrize(
    "pattern", ["[", "[a](", "![", "*a **", "`", "> ", "- a\n  - ", "<!--", "|a\\|b"]
)
def test_markdown_made_to_exhaust_is_read_in_seconds(pattern: str) -> None:
    begun = time.process_time()
    read("Words. " + pattern * (50_000 // len(pattern)))
    assert time.process_time() - begun < PATIENCE


def test_a_table_of_escaped_pipes_is_read_in_seconds() -> None:
    columns = 3_000
    row = "|" + "a\\|b|" * columns + "\n"
    begun = time.process_time()
    read("|" + "a|" * columns + "\n|" + "-|" * columns + "\n" + row * 3)
    assert time.process_time() - begun < PATIENCE


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("[the Gazette](https://www.google.com/url?q=https://g.example/a?id%3D1&sa=D)", "https://g.example/a?id=1"),
        ("<https://l.facebook.com/l.php?u=https%3A%2F%2Fg.example%2Fa>", "https://g.example/a"),
        ("https://nam1.safelinks.protection.outlook.com/?url=https%3A%2F%2Fg.example%2Fa&data=1", "https://g.example/a"),
        ("[x](https://www.google.com/url?q=https://user:secret@g.example/a)", "https://g.example/a"),
        ("[https://g.example/a](https://t.co/AbC)", "https://g.example/a"),
        ("[g.example/a…](https://t.co/AbC)", "https://t.co/AbC"),
        ("[https://g.example/a…](https://t.co/AbC)", "https://t.co/AbC"),
        ("[https://g.example/a](https://h.example/b)", "https://h.example/b"),
    ],
)  # fmt: skip
def test_a_link_leads_to_the_page_that_a_wrapper_names(link: str, url: str) -> None:
    article = read_article(f"The ferry opens in spring ({link} ).".encode(), format="markdown")
    assert [link.url for link in article.links] == [url]


@pytest.mark.parametrize("sign", ["[", "*a "])
def test_a_file_of_nothing_but_signs_is_refused_with_one_line(sign: str) -> None:
    source = ("An article. " + sign * (MOST_SIGNS + 1)).encode()
    with pytest.raises(ReadError, match=r"^the article has 500001 of the signs \[, \* and _"):
        read_article(source, format="markdown")
