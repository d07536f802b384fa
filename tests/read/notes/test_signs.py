"""Notes by signs at the end of an article, in text, Markdown and HTML."""

import pytest

from audit.model import Article, BlockKind
from audit.read import read_article

LEE, MOE = "https://a.example/lee", "https://a.example/moe"
PROSE = ("Traffic fell by 11 percent in May.*", "Ann Lee called it “over and done with”†, it says.")
NOTES = (f"* Harbour office, {LEE}", f"† Moe, Bridges, {MOE}")


def read(form: str, *paragraphs: str) -> Article:
    if form == "html":
        return read_article("".join(f"<p>{text}</p>" for text in paragraphs).encode(), form)
    if form == "markdown":
        paragraphs = tuple(text.replace("*", "\\*") for text in paragraphs)
    return read_article("\n\n".join(paragraphs).encode(), form)


def cited(article: Article) -> list[tuple[str, tuple[str, ...] | None]]:
    return [
        (
            article.text[: mark.at].split()[-1],
            None if mark.note is None else article.notes[mark.note].addresses,
        )
        for mark in article.marks
    ]


FORMS = pytest.mark.parametrize("form", ["text", "markdown", "html"])


@FORMS
def test_each_sign_cites_its_note(form: str) -> None:
    article = read(form, *PROSE, "It rained.", *NOTES)
    assert cited(article) == [("May.", (LEE,)), ("with”", (MOE,))]
    assert article.text.startswith("Traffic fell by 11 percent in May.")
    assert "done with”, it says." in article.text
    assert [block.kind for block in article.blocks[-2:]] == [BlockKind.NOTE] * 2
    assert [note.label for note in article.notes] == ["*", "†"]


def test_they_may_stand_on_lines_of_one_paragraph() -> None:
    article = read("text", *PROSE, "It rained.", "\n".join(reversed(NOTES)))
    assert cited(article) == [("May.", (LEE,)), ("with”", (MOE,))]


def test_a_raised_sign_cites_it_too() -> None:
    article = read("html", "Traffic fell by 11 percent in May.<sup>*</sup>", "It rained.", NOTES[0])
    assert cited(article) == [("May.", (LEE,))]


@FORMS
@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Traffic fell by 11 percent in May.", NOTES[0]),  # nothing cites it
        (PROSE[0], NOTES[0], "* Another, of the same sign."),
        (PROSE[0], NOTES[0], "The article goes on."),
        (PROSE[0], NOTES[1]),
        ("They call it a f***ing shame.", NOTES[0]),
    ],
)
def test_in_doubt_there_is_no_note(form: str, paragraphs: tuple[str, ...]) -> None:
    article = read(form, *paragraphs)
    assert (article.notes, article.marks) == ((), ())


def test_stressed_words_of_plain_text_have_no_marks() -> None:
    article = read("text", "They fell *so* far, and *very* fast.", NOTES[0])
    assert (article.notes, article.marks) == ((), ())
