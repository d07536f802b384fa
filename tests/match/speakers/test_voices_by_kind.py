"""Words that a page gives to a pronoun, an office or a spokesman: nobody is accused over them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from audit.extract import extract
from audit.match import verify_quote
from audit.match.speakers.voices import person_names, speaks_as_outlet
from audit.model import Article, Block, BlockKind, Format, Page, PageBlock, Verdict, Zone
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
    written = case.get("written", "")
    found = verify_quote(
        said,
        page,
        speaker=case["speaker"],
        extract=extract_page,
        named=not written,
        written=written,
    )
    wanted = Verdict.MISATTRIBUTED if case.get("another") else Verdict.VERBATIM
    assert found.verdict is wanted, found.said_by


@pytest.mark.parametrize(
    "said",
    [
        "“{said},” Agencia EFE reported on Tuesday.",
        "“{said},” according to TV Globo.",
        "South China Morning Post wrote: “{said}.”",
        "“{said},” the Deutsche Bundesbank said.",
    ],
)
def test_an_outlet_by_a_part_of_its_name_is_no_person(said: str) -> None:
    text = said.format(said=SAID["en"])
    blocks = (Block(0, len(text), BlockKind.PARAGRAPH),)
    [found] = extract(Article(text, blocks, (), (), Format.TEXT, ""))
    assert speaks_as_outlet(found)


@pytest.mark.parametrize(
    ("name", "is_person"),
    [
        *[(name, False) for name in ("Die Zeit", "La Presse", "El Universal", "De Morgen")],
        *[(name, True) for name in ("La Toya Jackson", "Ben Carson", "Al Gore", "Anna Lee")],
    ],
)
def test_an_article_before_a_name_makes_no_second_one(name: str, *, is_person: bool) -> None:
    assert bool(person_names(name)) is is_person
