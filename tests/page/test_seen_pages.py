"""A faithful quotation is found whatever stands on the page beside its words, and an unfaithful one is not."""

import pytest

from audit.match import verify_quote
from audit.model import Caution, Verdict
from audit.page.formats import source_text
from tests.page.seen_pages import QUOTE, WRITTEN_AFTER, WRITTEN_BEFORE, SeenPage, article

_TOLD = frozenset({Caution.ONLY_IN_FOLDED, Caution.ONLY_IN_HIDDEN, Caution.WITHDRAWN})


@pytest.mark.parametrize("seen", [*WRITTEN_BEFORE, *WRITTEN_AFTER], ids=lambda seen: seen.name)
def test_a_quotation_is_found_whatever_stands_beside_its_words(seen: SeenPage) -> None:
    page = source_text(seen.markup.encode(), "text/html; charset=utf-8")
    found = verify_quote(QUOTE, page)
    if seen.lacks:
        assert found.verdict is Verdict.ALTERED
        return
    assert found.verdict is Verdict.VERBATIM
    assert _TOLD.intersection(found.cautions) == ({seen.caution} - {None})
    assert found.start is not None
    assert page.text[found.start : found.end].split()[:3] == ["We", "will", "reopen"]


@pytest.mark.parametrize("seen", [*WRITTEN_BEFORE, *WRITTEN_AFTER], ids=lambda seen: seen.name)
def test_an_altered_quotation_is_altered_there_too(seen: SeenPage) -> None:
    page = source_text(seen.markup.encode(), "text/html; charset=utf-8")
    found = verify_quote(QUOTE.replace("nobody", "everybody"), page)
    assert found.verdict is Verdict.ALTERED


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("10<sup>2</sup> is not 102", "10² is not 102"),
        ("5 km<sup>2</sup> of ice", "5 km2 of ice"),
        ("the 21<sup>st</sup> day", "the 21st day"),
        ("<sup>14</sup>C and H<sub>2</sub>O", "14C and H2O"),
        ("in 2024<sup>3</sup> it was", "in 2024 it was"),
        ("the war.<sup>1–3</sup> Then", "the war. Then"),
        ("10,000<sup>3</sup> boats", "10,000 boats"),
        ("1.5°C<sup>2</sup> of warming", "1.5°C of warming"),
        ("<span data-caps=initial>W</span>e will", "We will"),
        ("<span class=drop-cap>W</span>\n e will", "We will"),
        ("<span class=drop-cap>A</span> boat", "A boat"),
        ("<div class=dropcap>W</div>e will", "We will"),
        ("<p class=dropcap>W</p><p>e will", "We will"),
        ("<p class=dropcap>A</p><p>boat came", "A"),
        ("<img class=letter alt='W' src=w.png>e will", "We will"),
        ("<i>X</i> marks it", "X marks it"),
        ("<span class=dropcap>W</span>e will", "We will"),
        ("a <span class='not-sr-only'>boat</span>", "a boat"),
    ],
)
def test_figures_are_marks_only_where_they_cite(markup: str, words: str) -> None:
    page = source_text(article(f"<p>{markup}</p>").encode(), "text/html; charset=utf-8")
    assert words in page.text.split("\n")


@pytest.mark.parametrize(
    ("struck", "written"),
    [
        ("We will <del>not</del> pay for it", "We will not pay for it"),
        ("<strike>We will not pay</strike> for it", "We will not pay for it"),
        ("We will <s>not <b>ever</b></s> pay for it", "We will not ever pay for it"),
        (
            "We will <span style='text-decoration: line-through'>not</span> pay for it",
            "We will not pay for it",
        ),
        ("We will <span class='strikethrough'>not</span> pay for it", "We will not pay for it"),
        ("We will <del>not</del> <ins>surely</ins> pay for it", "We will not pay for it"),
    ],
)
def test_struck_words_are_withdrawn(struck: str, written: str) -> None:
    page = source_text(article(f"<p>{struck}</p>").encode(), "text/html")
    found = verify_quote(written, page)
    assert (found.verdict, found.cautions) == (Verdict.VERBATIM, (Caution.WITHDRAWN,))


def test_struck_words_of_markdown_are_withdrawn() -> None:
    text = b"# Ferry\n\nWe will ~~not~~ pay for the ferry, she said.\n"
    page = source_text(text, "text/markdown")
    assert verify_quote("We will pay for the ferry", page).cautions == ()
    assert verify_quote("We will not pay for the ferry", page).cautions == (Caution.WITHDRAWN,)
