"""Statements that a note alone backs: which words are for the mark, and which are nobody's."""

import pytest

from audit.model import FIGURES, Attribution, AttributionKind
from tests.extract.said import attributions

NOTES = "\n\n[^1]: The report, https://x.example/1.\n[^2]: The paper, https://x.example/2.\n[^3]: A thought of mine.\n"
PAGE = (
    "<html lang='en'><body><article><p>The bridge is closed and has been so for long.</p><p>{}</p>"
    "<h2>References</h2><ol><li id='fn1'>The report, <a href='https://x.example/1'>1</a>.</li>"
    "<li id='fn2'>The paper, <a href='https://x.example/2'>2</a>.</li></ol></article></body></html>"
)


def stated(text: str, format: str = "markdown") -> list[tuple[list[str], tuple[str, ...]]]:  # noqa: A002 — as in the API
    found: list[Attribution] = [
        each
        for each in attributions(text, format=format)
        if each.kind is AttributionKind.INDIRECT and each.cue is None and each.cited
    ]
    assert all(each.speaker is None for each in found)
    return [
        ([part.text for part in each.contents], tuple(url[-1] for url in each.cited))
        for each in found
    ]


@pytest.mark.parametrize(
    ("sentence", "statements"),
    [
        ("Sales were down 7.4% to 1.92 billion.[^1]", [(["Sales were down 7.4% to 1.92 billion"], ("1",))]),
        (
            "The loss came to 88 million,[^1] and net debt stood at 460 million.[^2]",
            [(["The loss came to 88 million"], ("1",)), (["net debt stood at 460 million"], ("2",))],
        ),
        (
            "The bridge of 1743 is closed,[^1] and who is to blame is anybody's guess.",
            [(["The bridge of 1743 is closed"], ("1",))],
        ),
        (
            "Ann Lee (born 12 May 1921) kept the bridge from 1958 to 1983.[^1][^2]",
            [(["Ann Lee", "kept the bridge from 1958 to 1983"], ("1", "2"))],
        ),
        ("You will have seen that the firm closes 44 shops.[^1]", [(["You will have seen that the firm closes 44 shops"], ("1",))]),
    ],
)  # fmt: skip
def test_the_words_before_a_mark_are_for_it(
    sentence: str, statements: list[tuple[list[str], tuple[str, ...]]]
) -> None:
    assert stated(f"The bridge is closed. {sentence}{NOTES}") == statements


def test_they_are_so_in_html() -> None:
    marked = (
        "Sales were down 7.4% to 1.92 billion.<sup><a href='#fn1'>1</a></sup> The loss came to 88"
        " million,<sup><a href='#fn2'>2</a></sup> which nobody expected."
    )
    assert stated(PAGE.format(marked), "html") == [
        (["Sales were down 7.4% to 1.92 billion"], ("1",)),
        (["The loss came to 88 million"], ("2",)),
    ]


def test_an_author_and_a_year_are_a_mark() -> None:
    text = (
        "The sea warms. At 27 °C no seedling survived (Brandvold & Toft, 2021).\n\n## References\n\n"
        "Brandvold, S. and Toft, A. (2021). Heat of seedlings. https://x.example/1\n"
    )
    assert stated(text) == [(["At 27 °C no seedling survived"], ("1",))]


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge is the pride of everybody here.[^1]",  # no figure to look for
        "I have been unable to find 2 better sentences.[^3]",  # a remark
        "The firm closes 44 shops.[^1][^3]",  # which of both has it?
        "The firm closes 44 shops. Nobody knows why.[^1]",
        "Lee said that the firm closes 44 shops.[^1]",  # read as hers
        "“The firm closes 44 shops,” Lee said.[^1]",
    ],
)
def test_other_sentences_are_no_such_statements(sentence: str) -> None:
    assert stated(f"The bridge is closed. {sentence}{NOTES}") == []


def test_a_note_that_talks_at_length_is_a_remark() -> None:
    note = "\n\n[^1]: " + "And so it goes on. " * 20 + "https://x.example/1\n"
    assert stated(f"The bridge is closed. The firm closes 44 shops.[^1]{note}") == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "Oduya (2023) put the effect at 0.3 per cent of it.",
            "put the effect at 0.3 per cent of it",
        ),
        ("A second look by Oduya (2023) found 61 towns without it.", "found 61 towns without it"),
        (
            "Oduya (2023) walked 900 miles of the coast and “saw no bridge at all”.",
            "walked 900 miles of the coast",
        ),
    ],
)
def test_what_a_work_that_a_sentence_begins_with_says(sentence: str, words: str) -> None:
    text = f"{sentence}\n\n## References\n\n- Oduya, C. (2023). Small. https://x.example/1\n"
    said = attributions(text, format="markdown")
    found = [each for each in said if words in each.contents[0].text]
    assert found
    assert all(each.cited == ("https://x.example/1",) for each in found)


@pytest.mark.parametrize("many", ["a thousand headlines", "a hundred sermons", "a dozen songs"])
def test_many_of_something_is_no_figure(many: str) -> None:
    text = f"The study that launched {many} followed 44 shops.[^1]{NOTES}"
    found = attributions(text, format="markdown")
    [said] = [each for each in found if each.kind is AttributionKind.INDIRECT]
    assert [fact.span.text for fact in said.facts if fact.kind in FIGURES] == ["44"]
