"""A year alone in brackets cites the work of the one author that its sentence names."""

import pytest

from audit.model import Article
from audit.read import read_article

LEE, MOE = "https://a.example/lee", "https://a.example/moe"
LISTED = (
    f"Lee, A. (2021). Ferries of the north. {LEE}",
    f"Moe, B. (2021). Bridges. {MOE}",
    "Lee, A. (2019). Boats.",
)
FORMS = pytest.mark.parametrize("form", ["markdown", "html", "text"])


def read(words: str, form: str) -> Article:
    if form == "html":
        listed = "".join(f"<p>{entry}</p>" for entry in LISTED)
        page = f"<article><p>{words}</p><h2>References</h2>{listed}</article>"
        return read_article(page.encode(), form)
    heading = "## References" if form == "markdown" else "References"
    return read_article("\n\n".join((words, heading, *LISTED)).encode(), form)


def cited(article: Article) -> list[tuple[str, ...] | None]:
    return [
        None if mark.note is None else article.notes[mark.note].addresses for mark in article.marks
    ]


@FORMS
@pytest.mark.parametrize(
    "words",
    [
        "Lee found that ferry traffic fell by 11 percent (2021).",
        "In her study of the north, Ann Lee found that traffic fell (2021). It rained.",
        "Lee argues that “the ferry is over and done with” (2021, p. 4).",
        "Moe came to town. As Lee has it, traffic fell by 11 percent (2021).",
    ],
)
def test_it_is_the_work_of_the_author_that_the_sentence_names(words: str, form: str) -> None:
    article = read(words, form)
    assert cited(article) == [(LEE,)]
    assert "(2021" not in article.text.partition("References")[0]


@FORMS
@pytest.mark.parametrize(
    "words",
    [
        "Lee and Moe found that traffic fell by 11 percent (2021).",
        "Lee found, and Moe denied, that traffic fell by 11 percent (2021).",
        "The town paid 12 million for a ferry (2021).",
        "Lee came to town. The council paid 12 million for a ferry (2021).",
        "Lee found that traffic fell by 11 percent (2020).",
    ],
)
def test_in_doubt_it_is_a_year(words: str, form: str) -> None:
    article = read(words, form)
    assert cited(article) == []
    assert words in article.text
