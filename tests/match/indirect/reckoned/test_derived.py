"""Statements beside a page of some length, whose figures it has, or from which they are worked out."""

import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from audit.extract import extract
from audit.match.indirect.statements import missing_facts
from audit.match.prepared.source import prepare
from audit.model import FIGURES, Missing
from audit.read import read_article

_PAGES = tomllib.loads(
    (Path(__file__).parent / "probes" / "derived.toml").read_text(encoding="utf-8")
)["page"]


def _statements(group: str) -> Iterator[tuple[str, str, str]]:
    for page in _PAGES:
        for statement in page.get(group, ()):
            yield page["language"], statement, page["text"]


def missing_of(statement: str, page: str, language: str = "en") -> list[Missing]:
    article = f"<html lang={language}><body><article><p>{statement}</p></article></body></html>"
    found = extract(read_article(article.encode(), format="html"))
    missing = chain.from_iterable(missing_facts(each, [prepare(page)]) for each in found)
    return [each for each in missing if each.fact.kind in FIGURES or each.nearest]


@pytest.mark.parametrize(("language", "statement", "page"), [*_statements("supported")])
def test_a_figure_that_the_page_gives_is_not_missing(
    language: str, statement: str, page: str
) -> None:
    assert not missing_of(statement, page, language)


@pytest.mark.parametrize(("language", "statement", "page"), [*_statements("unsupported")])
def test_a_figure_that_it_does_not_give_is(language: str, statement: str, page: str) -> None:
    assert missing_of(statement, page, language)


_RUINS = "The fire brigade met on Monday. Nobody could say how the fire began. It rained all day."


@pytest.mark.parametrize(
    ("statement", "given", "other"),
    [
        (
            "The choir said that it had raised €26,500 for the organ.",
            "The choir took in €31,000 for the organ and spent €4,500.",
            "The choir took in €31,000 for the organ and spent €5,400.",
        ),
        (
            "The brewery said that it would keep 45 pubs.",
            "The brewery will sell 15 of its 60 pubs.",
            "The brewery will sell 25 of its 60 pubs.",
        ),
        (
            "The museum said that ten visitors had been hurt or robbed.",
            "Four visitors of the museum were hurt. Six others were robbed.",
            "Four visitors of the museum were hurt. Three others were robbed.",
        ),
        (
            "The clinic said that 10 percent of the patients had waited outside.",
            "Every tenth of the patients waited outside the clinic.",
            "Every fifth of the patients waited outside the clinic.",
        ),
        (
            "The lab said that the river had 50 percent more lead than allowed.",
            "The river has 1.5 times as much lead as allowed, the lab said.",
            "The river has 2.5 times as much lead as allowed, the lab said.",
        ),
        (
            "The farm said that 65 percent of the barley was sold at home.",
            "Abroad, 35 percent of the barley was sold, the farm said.",
            "Abroad, 45 percent of the barley was sold, the farm said.",
        ),
        (
            "The shipyard said that 34 cranes were in use.",
            "Of the 41 cranes in the yard, 7 are idle.",
            "Of the 41 cranes in the yard, 9 are idle.",
        ),
        (
            "The orchestra said that 88 concerts had taken place.",
            "The orchestra had planned 90 concerts, of which 2 were called off.",
            "The orchestra had planned 90 concerts, of which 5 were called off.",
        ),
        (
            "The dairy said that the old barn held 150 cows.",
            "The new barn of the dairy holds 300 cows, twice as many as the old barn.",
            "The new barn of the dairy holds 500 cows, twice as many as the old barn.",
        ),
        (
            "The zoo said that 40 of the animals had been born abroad.",
            "The zoo has 160 animals, a quarter of them born abroad.",
            "The zoo has 160 animals, a half of them born abroad.",
        ),
        (
            "The bakery said that its ovens had become €1.5 million dearer.",
            "The ovens will cost €7.2 million, up from €5.7 million.",
            "The ovens will cost €7.2 million, up from €5.9 million.",
        ),
        (
            "The mill said that the pumps would use 70 percent less power.",
            "The pumps of the mill will use 70 percent less power.",
            "The pumps of the mill will use 30 percent less power.",
        ),
        (
            "The charity said that it had housed 17 dogs.",
            "The charity housed seventeen dogs and raised €17 million.",
            "The charity housed fifty dogs and raised €17 million.",
        ),
        (
            "The club said that each ticket had cost $40.",
            "The club sold 300 tickets for $12,000.",
            "The club sold 300 tickets for $21,000.",
        ),
    ],
)
def test_what_a_pencil_makes_of_a_page(statement: str, given: str, other: str) -> None:
    assert not missing_of(statement, f"{_RUINS} {given} {_RUINS}")
    assert missing_of(statement, f"{_RUINS} {other} {_RUINS}")


@pytest.mark.parametrize(("day", "is_told"), [("June 17", False), ("June 27", True)])
def test_a_day_is_counted_from_another(day: str, is_told: bool) -> None:  # noqa: FBT001
    page = "The strike of the pilots began on June 3 and lasted two weeks, the airline said."
    statement = f"The airline said that the strike of the pilots had ended on {day}."
    assert bool(missing_of(statement, f"{_RUINS} {page} {_RUINS}")) is is_told
