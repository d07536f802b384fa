"""Words in the cells of a table: whose they are and where they stand, by their row."""

import pytest

from audit import extract, read_article
from tests.extract.said import attributions
from tests.read import documents as word
from tests.read import open_documents as opened

_HEAD = "What they said:\n\n| Who | Words | Source |\n|---|---|---|\n"
_AT = "https://vik.example/x"


def _rows(*rows: str) -> str:
    return _HEAD + "\n".join(f"| {row} |" for row in rows) + "\n"


def _html(*rows: str) -> str:
    cells = ("</td><td>".join(row.split(" | ")) for row in rows)
    body = "".join(f"<tr><td>{row}</td></tr>" for row in cells)
    return f'<html lang="en"><article><p>They said:</p><table>{body}</table></article></html>'


def _word(*rows: tuple[str, ...]) -> bytes:
    """A Word file with a table; its first link stands in the last cell of the first row."""
    made = "".join(
        f"<w:tr>{''.join(f'<w:tc>{word.paragraph(cell)}</w:tc>' for cell in row)}</w:tr>"
        for row in rows
    )
    return word.document(word.paragraph("They said:") + f"<w:tbl>{made}</w:tbl>", links=(_AT,))


def _open(*rows: tuple[str, ...]) -> bytes:
    made = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell>{opened.paragraph(cell)}</table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in rows
    )
    return opened.open_text(opened.paragraph("They said:") + f"<table:table>{made}</table:table>")


@pytest.mark.parametrize("office", ["docx", "odt"])
def test_a_row_of_an_office_document_does_so_too(office: str) -> None:
    link = word.link(1, "Echo") if office == "docx" else opened.anchor(_AT, "Echo")
    build = _word if office == "docx" else _open
    rows = [
        ("Ann Lee, mayor", "“It is over and done.”", link),
        ("Eva Holm", "“Not at all, not ever.”", "none"),
        ("38% of schools lack a nurse", link, "-"),
    ]
    found = extract(read_article(build(*rows)))
    assert [
        (each.contents[0].text, each.speaker and each.speaker.text, each.url)
        for each in found
        if each.kind.value != "link"
    ] == [
        ("It is over and done.", "Ann Lee", _AT),
        ("Not at all, not ever.", "Eva Holm", None),
        ("38% of schools lack a nurse", None, _AT),
    ]


@pytest.mark.parametrize(
    "row",
    [
        f"Ann Lee, mayor | “It is over and done.” | [Echo]({_AT})",
        f"“It is over and done.” | Ann Lee | [Echo]({_AT})",
        f"Ann Lee | [“It is over and done.”]({_AT})",
    ],
)
def test_a_row_names_who_says_its_words_and_where(row: str) -> None:
    found = attributions(
        _rows(row, "Bo Holm | “Not at all.” | [Post](https://vik.example/y)"), format="markdown"
    )
    said = [each for each in found if "over" in each.contents[0].text]
    assert [(each.speaker and each.speaker.text, each.url) for each in said] == [("Ann Lee", _AT)]


def test_a_row_of_a_page_does_so_too() -> None:
    link = f'<a href="{_AT}">Echo</a>'
    found = attributions(_html(f"Ann Lee | “It is over and done.” | {link}"), format="html")
    assert [(each.speaker and each.speaker.text, each.url) for each in found] == [("Ann Lee", _AT)]


def test_a_cell_with_a_figure_is_a_statement_of_its_rows_source() -> None:
    text = _rows(f"38% of schools lack a nurse | [Health Atlas]({_AT})", "Nothing | none")
    [found] = attributions(text, format="markdown")
    assert (found.contents[0].text, found.url) == ("38% of schools lack a nurse", _AT)


@pytest.mark.parametrize(
    "row",
    [
        "Ann Lee and Bo Holm | “It is over.” | [Echo](https://vik.example/x), [Post](https://b.example/y)",
        "[Ann Lee](https://vik.example/ann) | “It is over and done.” | none",
        "Oslo | “It is over and done.” | [Subscribe](https://vik.example/subscribe)",
    ],
)
def test_a_row_that_leaves_it_open_ties_nothing(row: str) -> None:
    found = attributions(_rows(row), format="markdown")
    [said] = [each for each in found if "over" in each.contents[0].text]
    assert not said.cited


def test_a_cell_of_figures_alone_is_no_statement() -> None:
    text = _rows(f"2024 | 41,200 | [Tourist board]({_AT})")
    assert {each.kind.value for each in attributions(text, format="markdown")} == {"link"}


def test_the_outlet_behind_words_is_not_who_a_row_says_speaks() -> None:
    page = (
        "<dl><dt>Sarah Abbot, nurse</dt><dd>“I sleep in the car.” "
        '(<a href="https://post.example/1">Nursing Post</a>)</dd></dl>'
    )
    [said] = extract(read_article(page.encode(), format="html"))
    assert (said.speaker_name, said.url) == ("Sarah Abbot", "https://post.example/1")
