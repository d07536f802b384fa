import json
import re
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from audit.report.escape import address, code, fenced, inline, json_text, link, visible
from tests.report.poison import POISONS

GFM = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
SET_OFF_BY_GITHUB = re.compile(r"@|www\.|://|#[0-9]|gh-[0-9]|:[a-z+-]\w*:", re.IGNORECASE)

texts = st.text(
    st.one_of(
        st.sampled_from("\\`*_{}[]()<>#+-.!|~&$@:;/='\"\n\t 1aw\u202e\u200b\u200d\x1b"),
        st.characters(),
    )
) | st.lists(st.sampled_from(POISONS), max_size=3).map(" ".join)


def shown(tokens: list[Token]) -> str:
    return "".join(token.content for token in tokens if token.type in {"text", "code_inline"})


def paragraph(markdown: str) -> list[Token]:
    """The inline tokens of Markdown that must be one paragraph."""
    tokens = GFM.parse(markdown)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    return tokens[1].children or []


@given(texts)
def test_inline_text_renders_as_itself_and_as_nothing_but_text(text: str) -> None:
    if not visible(text):
        assert inline(text) == ""
        return
    children = paragraph(inline(text))
    assert {token.type for token in children} <= {"text", "text_special", "code_inline"}
    # A renderer trims what is no ASCII space at the edges of a paragraph, too.
    assert shown(children).strip() == visible(text).strip()


@given(texts)
def test_inline_text_fills_one_table_cell(text: str) -> None:
    tokens = GFM.parse(f"| a | b |\n| --- | --- |\n| {inline(text)} | end |\n\nafter")
    cells = [
        shown(tokens[at + 1].children or [])
        for at, token in enumerate(tokens)
        if token.type == "td_open"
    ]
    assert [cell.strip() for cell in cells] == [visible(text).strip(), "end"]


@given(texts)
def test_inline_text_leaves_nothing_for_github_to_turn_into_a_mention_or_a_link(text: str) -> None:
    outside = "\n".join(
        t.content for t in GFM.parseInline(inline(text))[0].children or [] if t.type == "text"
    )
    assert not SET_OFF_BY_GITHUB.search(outside)


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        (
            "Prices rose by 3.5 % on 2025-03-02 at 08:00:02.",
            "Prices rose by 3.5 % on 2025-03-02 at 08:00:02.",
        ),
        ("“Yes,” he said (twice).", "“Yes,” he said (twice)."),
        ("AT&T's plan", "AT&T's plan"),
        ("by @ann, see https://t.co/x.", "by `@ann`, see `https://t.co/x`."),
        ("1. first", "1\\. first"),
        ("- dash", "\\- dash"),
        ("a|b", "a\\|b"),
        ("&copy;", "\\&copy;"),
        ("x@`y", "``x@`y``"),
    ],
)
def test_inline_text_stays_readable(text: str, markdown: str) -> None:
    assert inline(text) == markdown


@given(texts)
def test_code_spans_show_the_text(text: str) -> None:
    if not visible(text):
        assert code(text) == ""
        return
    (span,) = [token for token in paragraph(code(text)) if token.type == "code_inline"]
    assert span.content == visible(text)


@given(texts)
def test_fenced_text_is_one_block_of_the_same_lines(text: str) -> None:
    tokens = GFM.parse(f"before\n\n{fenced(text, 'diff')}\n\nafter")
    (block,) = [token for token in tokens if token.type == "fence"]
    assert len(tokens) == 7
    assert block.info == "diff"
    lines = text.replace("\r\n", "\n").split("\n")
    assert len(block.content.removesuffix("\n").split("\n")) == len(lines)
    plain = [line for line in lines if line.isascii() and line.isprintable()]
    assert set(plain) <= set(block.content.split("\n"))


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//evil.example/x",
        "https:evil.example",
        "https:///evil.example",
        "https://",
        " https://evil.example",
        "https://bank.example@evil.example/",
        "https://user:secret@evil.example/",
        "https://bank.example\\@evil.example/",
        "file:///etc/passwd",
        "",
    ],
)
def test_only_plain_web_addresses_become_links(url: str) -> None:
    for markdown in (f"x {address(url)}", link("label", url)):
        assert "link_open" not in {token.type for token in paragraph(markdown)}


@given(texts, texts)
def test_a_link_leads_to_its_address_whatever_the_address_holds(label: str, rest: str) -> None:
    url = "https://site.example/" + rest
    for markdown in (link(label, url), address(url)):
        children = paragraph(markdown)
        (opening,) = [token for token in children if token.type == "link_open"]
        assert children[0] is opening
        assert children[-1].type == "link_close"
        assert str(opening.attrs["href"]).startswith("https://site.example/")


def test_an_address_is_kept_but_for_what_no_address_may_hold() -> None:
    url = "https://site.example/a_(b)?q=1&lt=2,3#:~:text=a%20b,-c"
    assert address(url) == f"<{url}>"
    assert (
        address("https://site.example/é|`<>&copy;")
        == "<https://site.example/%C3%A9%7C%60%3C%3E&copy%3B>"
    )


@given(texts)
def test_visible_text_is_one_line_without_controls(text: str) -> None:
    line = visible(text)
    assert not [c for c in line if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}]
    assert not set(line) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff")
    assert visible(line) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\u202eb", "a⟦U+202E⟧b"),
        ("\x1b[31m", "⟦U+001B⟧[31m"),
        ("pay\u200dpal", "pay⟦U+200D⟧pal"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\U0001f469\u200d\U0001f4bb", "\U0001f469\u200d\U0001f4bb"),
        ("two\r\nlines\u2028three", "two lines three"),
        ("\ud800", "⟦U+D800⟧"),
    ],
)
def test_what_a_reader_could_not_see_is_shown_by_number(text: str, line: str) -> None:
    assert visible(text) == line


@given(texts)
def test_json_text_comes_back_and_shows_nothing_invisible(text: str) -> None:
    written = json_text(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text
    written.encode()
    assert not set(written) & set("\u202e\u200b\u2028\ufeff\x7f\x9b")


@pytest.mark.parametrize(
    "unit", ["@", "`", ":a", "&#", "[", "https://", "\u200d", "\x1b", "|", "www."]
)
def test_escaping_takes_linear_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    for escape in (inline, code, fenced, visible, json_text, address):
        began = time.process_time()
        assert escape(text)
        assert time.process_time() - began < 5, "100 kB take a fraction of a second when linear"
