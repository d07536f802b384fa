"""Words that nobody is quoted with at the source: when they are those of the page's author."""

import pytest

from audit.match import verify_quote
from audit.model import Caution, Page, PageBlock, Verdict, Zone
from tests.match.speakers.test_voices_of_a_source import of_lines

SAID = "The firm has one good Christmas left in it, and no more than that"
SAW = "I saw Fiona Lascelles at a conference this week."
LINES = ("On stage", "2025-10-04 by Wim Achterberg", SAW)


def found(
    *lines: str, speaker: str = "Fiona Lascelles", named: bool = True
) -> tuple[Verdict, bool]:
    """The verdict, and whether the author's words are cautioned."""
    blocks, at = [], 0
    for line in lines:
        blocks.append(PageBlock(at, at + len(line), Zone.MAIN))
        at += len(line) + 1
    page = Page("\n".join(lines), tuple(blocks))
    check = verify_quote(SAID, page, speaker=speaker, named=named, extract=of_lines)
    return check.verdict, Caution.AUTHORS_WORDS in check.cautions


OWN = f"My own view is that {SAID}."


def test_an_author_who_says_i_and_speaks_of_the_other_is_no_other() -> None:
    assert found(*LINES[:3], OWN) == (Verdict.MISATTRIBUTED, False)
    assert found(*LINES[:2], OWN, speaker="Ruth Pemberley") == (Verdict.MISATTRIBUTED, False)


@pytest.mark.parametrize(
    "lines",
    [
        ("On stage", "By Wim Achterberg", "Fiona Lascelles spoke.", f"{SAID}."),  # nobody says I
        (
            "Lascelles",
            "By Wim Achterberg",
            "She spoke.",
            f"I say that it is so. {SAID}.",
        ),  # a speech?
    ],
)
def test_what_is_less_sure_is_cautioned(lines: tuple[str, ...]) -> None:
    assert found(*lines) == (Verdict.VERBATIM, True)


def test_a_pronoun_in_the_article_is_only_cautioned() -> None:
    assert found(*LINES[:3], OWN, named=False) == (Verdict.VERBATIM, True)


@pytest.mark.parametrize(
    "lines",
    [
        ("On stage", SAW, OWN),  # no byline
        ("On stage", "By our news desk", SAW, OWN),
        ("On stage", "By News Desk", SAW, OWN),
        ("On stage", "By Fiona Lascelles", "I was there.", OWN),  # her own page
        ("On stage", "By Wim Achterberg", SAW, f"“{SAID}.”"),
        ("On stage", "By Wim Achterberg", SAW, f"“It is so. {SAID}, I think.”"),
        ("On stage", "By Wim Achterberg", SAW, "She wrote:", f"{SAID}."),
        ("On stage", "By Wim Achterberg", SAW, "“It is so.", f"“{SAID}."),
        ("On stage", "By Wim Achterberg", SAW, f"Lascelles: {SAID}."),
        ("On stage", "By Wim Achterberg", SAW, "Is it so?", f"{SAID}.", "Why is that?", "I know."),
        ("On stage", "By Wim Achterberg", SAW, f"Lascelles thinks the same: {SAID}."),
    ],
)
def test_words_that_may_be_anybodys_accuse_nobody(lines: tuple[str, ...]) -> None:
    assert found(*lines) == (Verdict.VERBATIM, False)
