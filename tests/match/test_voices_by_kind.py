"""Words that a page gives to a pronoun, an office or a spokesman: nobody is accused over them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from audit.match import verify_quote
from audit.model import Page, PageBlock, Verdict, Zone
from audit.pages import extract_page

SAID = {
    "en": "This is the route that the engineers recommended to us in the spring",
    "de": "Das ist der Weg, den uns die Ingenieure im Frühjahr empfohlen haben",
    "fr": "C'est le chemin que les ingénieurs nous ont recommandé au printemps",
}
CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("voices.toml").read_text(encoding="utf-8")
)["case"]


def page_of(text: str) -> Page:
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(PageBlock(at, at + len(line), Zone.MAIN))
        at += len(line) + 1
    return Page(text, blocks=tuple(blocks), whole=True)


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_only_another_name_beside_the_words_accuses(case: dict[str, Any]) -> None:
    said = SAID[case.get("language", "en")]
    page = page_of(case["page"].strip().replace("SAID", said))
    found = verify_quote(said, page, speaker=case["speaker"], extract=extract_page)
    wanted = Verdict.MISATTRIBUTED if case.get("another") else Verdict.VERBATIM
    assert found.verdict is wanted, found.said_by
