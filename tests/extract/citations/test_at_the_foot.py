"""The reference at the foot of an article: whose words are in it."""

import pytest

from tests.extract.said import attributions

DOI = "https://doi.org/10.5555/x.1"
ARTICLE = """“Sleep matters,” said Ann Lee, who was not involved in the study.

The study found that 40 percent of bees slept badly. “It was odd,” said Karin Holm, who led it.

“We saw 300 bees,” the authors wrote. In the paper, Karin Holm called them “tired and cross”.

An earlier study found that 12 percent slept badly.

{}
"""
LINES = [
    "Journal reference: Holm K. et al., Sleep loss, Apidology. doi:10.5555/x.1",
    "**Study:** [Sleep loss in foragers](https://doi.org/10.5555/x.1)",
    "DOI: 10.5555/x.1",
    "Originalpublikation: Holm K.: Sleep loss. DOI: 10.5555/x.1",
]


def tied(article: str) -> dict[str, str | None]:
    return {
        said.contents[0].text.rstrip(","): said.url
        for said in attributions(article, format="markdown")
        if said.speaker is not None
    }


@pytest.mark.parametrize("line", LINES)
def test_what_the_paper_says_is_tied_to_it_and_what_is_said_of_it_is_not(line: str) -> None:
    found = tied(ARTICLE.format(line))
    assert found["40 percent of bees slept badly"] == DOI
    assert found["We saw 300 bees"] == DOI
    assert found["tired and cross"] == DOI
    assert found["Sleep matters"] is None
    assert found["It was odd"] is None
    assert found["12 percent slept badly"] is None


@pytest.mark.parametrize(
    "line",
    [
        "Journal reference: Holm K., Sleep loss. doi:10.5555/x.1\n\nReference: Orr, doi:10.5555/y.2",
        "[The study](https://bees.example/s) is out.\n\nJournal reference: doi:10.5555/x.1",
        "More on bees: doi:10.5555/x.1",
    ],
)
def test_of_several_papers_none_is_guessed(line: str) -> None:
    assert tied(ARTICLE.format(line))["We saw 300 bees"] is None
