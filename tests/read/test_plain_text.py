from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.model import Article, BlockKind
from audit.read import read_article

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"

UNMEANT = "\0\x1b" + "".join(map(chr, range(0x80, 0xA0)))  # no text has these, see decode_page


def shown(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, article.text[block.start : block.end]) for block in article.blocks]


def read(text: str) -> Article:
    return read_article(text.encode(), "text")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_text_is_that_of_the_file_mark_and_line_endings_included(
    tmp_path: Path, mark: str, end: str
) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(f"{mark}One.{end}{end}Two.{end}".encode())
    with path.open(newline="", encoding="utf-8") as file:
        assert read_article(path).text == file.read()


def test_a_file_with_a_paragraph_a_line_has_its_lines_as_blocks() -> None:
    article = read_article(ARTICLES / "russia-taliban.txt")
    kinds = {article.line(block.start): block.kind.value for block in article.blocks}
    headings = [line for line, kind in kinds.items() if kind == "heading"]
    items = [line for line, kind in kinds.items() if kind == "list-item"]
    assert len(headings) == 4
    assert len(items) == 4
    assert all("\n" not in words for _, words in shown(article))


def test_hard_wrapped_lines_are_one_paragraph_until_a_blank_line() -> None:
    text = (
        "The minister said on Tuesday that the bridge, which\n"
        "was closed in March after cracks were found in two\n"
        "of its piers, would “open again before the winter”.\n"
        "\n"
        "Nobody at the ministry would say who pays for what\n"
        "the engineers found.\n"
    )
    assert [kind for kind, _ in shown(read(text))] == ["paragraph", "paragraph"]


def test_short_paragraphs_that_end_their_sentences_are_not_joined() -> None:
    text = "The bridge is closed.\nNobody knows why.\nThe mayor was not there.\n"
    assert len(read(text).blocks) == 3


def test_a_list_item_of_a_wrapped_file_goes_on_in_the_next_line() -> None:
    text = (
        "What the report of the engineers found, in short, is\n"
        "that the bridge is old and needs the following:\n"
        "- new bearings, of which none were in store and so\n"
        "must be made,\n"
        "- paint.\n"
    )
    assert [words for kind, words in shown(read(text)) if kind == "list-item"] == [
        "new bearings, of which none were in store and so\nmust be made,",
        "paint.",
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("At a Glance", "heading"),
        ("A “Courageous Step” or a Betrayal?", "heading"),
        ("What happens next", "heading"),
        ("Nobody knows.", "paragraph"),
        ("Why does it matter?", "paragraph"),
        ("“Never Again!”", "paragraph"),
        ("— Anna Example (@anna) December 6, 2024", "paragraph"),
        ("https://example.org/A", "paragraph"),
        ("The report said:", "paragraph"),
    ],
)
def test_a_heading_is_short_and_ends_like_no_sentence(line: str, kind: str) -> None:
    paragraph = "The bridge over the river was closed on Monday, and the mayor was not there.\n"
    text = f"{paragraph}{line}\n{paragraph}"
    assert shown(read(text))[1] == (kind, line)


def test_a_short_last_line_heads_nothing() -> None:
    text = "The bridge over the river was closed on Monday, the mayor said.\nAnna Example\n"
    assert shown(read(text))[-1][0] == "paragraph"


def test_lines_behind_angle_brackets_are_quotations_numbered_in_order() -> None:
    article = read("She wrote.\n\n> One.\n> Two.\n\nHe wrote.\n\n> Three.\n")
    assert [(block.kind, block.group) for block in article.blocks] == [
        (BlockKind.PARAGRAPH, None),
        (BlockKind.QUOTE, 0),
        (BlockKind.QUOTE, 0),
        (BlockKind.PARAGRAPH, None),
        (BlockKind.QUOTE, 1),
    ]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("See https://example.org/a.", "https://example.org/a"),
        ("(See https://example.org/a_(b))", "https://example.org/a_(b)"),
        ("“https://example.org/a,” he said", "https://example.org/a"),
        ("HTTP://EXAMPLE.ORG/?q=1&r=2;", "HTTP://EXAMPLE.ORG/?q=1&r=2"),
    ],
)
def test_an_address_written_out_is_a_link_without_the_punctuation_around_it(
    text: str, url: str
) -> None:
    article = read(text)
    assert [link.url for link in article.links] == [url]
    assert [article.text[link.start : link.end] for link in article.links] == [url]


@pytest.mark.parametrize("text", ["See https://example.org/a… now.", "See https:// now."])
def test_an_address_cut_short_is_no_link(text: str) -> None:
    assert read(text).links == ()


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters=UNMEANT), min_size=1))
def test_blocks_of_any_text_are_in_order_apart_and_not_blank(text: str) -> None:
    article = read("A" + text)
    assert article.text == "A" + text
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(article.text)
        assert article.text[block.start : block.end].strip()
        end = block.end


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("What the Papers Say\n\n", "What the Papers Say"),
        ("The end of the night train\n\n", "The end of the night train"),
        ("LISBON, Nov. 18 — Power was back for most of the town on Wednesday night.\n\n", None),
        ("“It is over.”\n\n", None),
    ],
)
def test_a_heading_at_the_beginning_is_the_title(opening: str, title: str | None) -> None:
    said = "The bridge was shut on Monday, and nobody could say for how long it would be.\n\n" * 3
    article = read_article(f"{opening}{said}".encode(), format="text")
    assert article.title == title
    assert article.text.startswith(opening.strip())
