"""Quotation marks of several styles, and marks that do not pair."""

import pytest

from tests.extract.said import quoted


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("“", "”"),
        ('"', '"'),
        ("«", "»"),
        ("„", "“"),
        ("``", "''"),
        ("''", "''"),
        ("‘", "’"),
        ("„", '"'),
        ("„", "''"),
        (",,", "''"),
        (",,", '"'),
        ("‟", "“"),
    ],
)
def test_marks_of_many_styles_enclose_the_words(left: str, right: str) -> None:
    text = f"{left}We will rebuild the bridge by spring,{right} Anna Lindqvist said on Monday."
    assert quoted(text) == [("Anna Lindqvist", ("We will rebuild the bridge by spring,",))]


def test_british_marks_are_not_confused_with_apostrophes() -> None:
    text = "‘It’s the dogs’ fault that we can’t sleep,’ Mr Jones said. The neighbours’ cat agreed."
    assert quoted(text) == [("Mr Jones", ("It’s the dogs’ fault that we can’t sleep,",))]


def test_apostrophes_alone_quote_nothing() -> None:
    assert quoted("The students’ union won’t meet in the ’90s hall, which isn’t heated.") == []


def test_nested_marks_belong_to_the_words_around_them() -> None:
    text = "“He told me ‘never again’ and left,” Maria Sol said."
    assert quoted(text) == [("Maria Sol", ("He told me ‘never again’ and left,",))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('Er sagte: „Das "neue Haus" ist gut." Sie nickte.', ['Das "neue Haus" ist gut.']),
        ('Er sagte: „Das ("neu") ist gut.“ Sie las „Wort" vor.', ['Das ("neu") ist gut.', "Wort"]),
        ("Es kostet 1,,2 Euro,, und ''mehr'' nicht.", ["mehr"]),
    ],
)
def test_typed_marks_close_low_ones_where_none_opened_between(text: str, words: list[str]) -> None:
    assert [span for _, spans in quoted(text) for span in spans] == words


def test_a_quotation_reopened_in_the_next_paragraph_goes_on() -> None:
    text = (
        "“The water came at night, Peter Hall said.\n\n"
        "“The water came at night and we ran,” Peter Hall said. “It took the house.\n\n"
        "“It took the barn.”"
    )
    assert quoted(text)[-1] == (
        "Peter Hall",
        ("The water came at night and we ran,", "It took the house.", "It took the barn."),
    )


def test_a_mark_left_open_encloses_nothing() -> None:
    assert quoted('The sign said "no entry and everyone went in.\n\nNobody minded much.') == []


def test_inches_are_no_quotation() -> None:
    assert quoted('The board is 6" by 4" and painted blue.') == []
