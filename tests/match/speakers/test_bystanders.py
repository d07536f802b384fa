"""Words that a page has one person say to, of or beside another, to whom an article gives them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from audit.match import verify_quote
from audit.match.speakers.voices import person_names
from audit.model import Caution, Page, PageBlock, QuoteCheck, Verdict, Zone
from audit.pages import extract_page

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("bystanders.toml").read_text(encoding="utf-8")
)["case"]


def page_of(text: str) -> Page:
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(PageBlock(at, at + len(line), Zone.MAIN))
        at += len(line) + 1
    return Page(text, blocks=tuple(blocks), whole=True)


def level(check: QuoteCheck) -> str:
    if check.verdict is not Verdict.MISATTRIBUTED:
        return "quiet"
    return "warning" if Caution.OTHER_NAME in check.cautions else "error"


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_who_only_stands_beside_words_does_not_say_them(case: dict[str, Any]) -> None:
    page = page_of(case["page"].strip())
    check = verify_quote(case["said"], page, speaker=case["speaker"], extract=extract_page)
    assert level(check) == case["level"], check.said_by


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_a_pronoun_in_the_article_accuses_nobody(case: dict[str, Any]) -> None:
    page, speaker = page_of(case["page"].strip()), case["speaker"]
    check = verify_quote(case["said"], page, speaker=speaker, named=False, extract=extract_page)
    assert level(check) == "quiet", check.said_by


@pytest.mark.parametrize(
    ("description", "names"),
    [
        *[
            (text, ())
            for text in (
                "the Port Vale captain",
                "the captain of Port Vale",
                "l'entraîneur du Stade Rennais",
                "el presidente del Real Madrid",
                "the council's Labour Party leader",
                "Governor Tom Strand's office",
            )
        ],
        ("the union's Priya Nair", ("Priya", "Nair")),
        ("the chair of the trustees, Sir Ewan Grieve", ("Ewan", "Grieve")),
        ("le maire de Paris, Anne Hidalgo", ("Anne", "Hidalgo")),
        ("la ministre Ursula von der Leyen", ("Ursula", "Leyen")),
        ("Tom Pike's lawyer Anna Lee", ("Anna", "Lee")),
    ],
)
def test_what_an_office_is_in_is_no_persons_name(description: str, names: tuple[str, ...]) -> None:
    assert person_names(description) == names


@pytest.mark.parametrize(
    ("speaker", "page"),
    [
        ("Anna Lee", "“We waited for the boats,” said Tom Pike, who could not sleep."),
        ("Jo Hart", "“We waited for the boats,” said Tom Pike, who drew a chart of the coast."),
    ],
)
def test_the_letters_of_a_name_inside_a_word_are_nobody(speaker: str, page: str) -> None:
    said = "We waited for the boats"
    check = verify_quote(said, page_of(page), speaker=speaker, extract=extract_page)
    assert level(check) == "error"
