"""Words in the cells of a table: whose they are and where they stand, by their row."""

import pytest

from tests.extract.said import attributions

_HEAD = "What they said:\n\n| Who | Words | Source |\n|---|---|---|\n"
_AT = "https://vik.example/x"


def _rows(*rows: str) -> str:
    return _HEAD + "\n".join(f"| {row} |" for row in rows) + "\n"


def _html(*rows: str) -> str:
    cells = ("</td><td>".join(row.split(" | ")) for row in rows)
    body = "".join(f"<tr><td>{row}</td></tr>" for row in cells)
    return f'<html lang="en"><article><p>They said:</p><table>{body}</table></article></html>'


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
