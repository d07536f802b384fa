"""Statements whose paragraph quotes words that are found on a page that nothing ties to them."""

from collections.abc import Sequence

import pytest

from audit.extract import extract
from audit.match import compare
from audit.model import AttributionCheck, AttributionKind, Capture, Resolution
from audit.read import read_article
from audit.resolve import resolve
from tests.match.test_attribution_checks import record, voices

BRIDGE = (
    "The Altenwied bridge will not open in December. “The bearings are worse than we thought,” said"
    " Ann Lee, who heads the roads office. The repair budget now stands at 12.8 million euros. The"
    " bridge was built in 1971, and 14,300 cars crossed it every day."
)
FERRY = (
    "The ferry has carried 2,900 people a day since the bridge closed. “We are full,” said its"
    " master, Bo Roe."
)
QUOTED = "“The bearings are worse than we thought,” said Ann Lee."


def statement(text: str, pages: Sequence[str]) -> AttributionCheck:
    """The check of the last statement of an article that cites the pages for other words."""
    article = read_article(f"---\nlanguage: en\n---\n\n{text}".encode(), "markdown")
    said = extract(article)
    records = {f"s{number}": record(number, words) for number, words in enumerate(pages, 1)}
    found = resolve(article, said, (), fetch=_no_fetch)
    sources = tuple(each.source for each in records.values())
    checks = compare(said, Resolution(sources, found.pairings), records, voices)
    return [each for each in checks if each.attribution.kind is AttributionKind.INDIRECT][-1]


def _no_fetch(url: str) -> Capture:
    raise AssertionError(url)


@pytest.mark.parametrize(
    ("text", "lacks", "has"),
    [
        ("She put the repair budget at 12.9 million euros.", "12.9 million euros", "12.8"),
        ("Some 15,300 cars crossed it every day, Lee added.", "15,300", "14,300"),
    ],
)
def test_a_figure_that_the_page_of_the_quoted_words_has_otherwise_is_told(
    text: str, lacks: str, has: str
) -> None:
    found = statement(f"{QUOTED} {text}", [BRIDGE, FERRY])
    assert [each.fact.span.text for each in found.missing] == [lacks]
    assert found.missing[0].nearest.startswith(has)
    assert (found.source_id, found.found_elsewhere) == ("s1", True)


@pytest.mark.parametrize(
    "text",
    [
        "She put the repair budget at 12.8 million euros.",
        "More than 14,000 cars crossed it every day, Lee added.",
        "She said that 40 shops had closed since.",
    ],
)
def test_a_figure_that_it_has_or_tells_nothing_of_is_not(text: str) -> None:
    assert statement(f"{QUOTED} {text}", [BRIDGE, FERRY]).missing == ()


def test_words_on_two_pages_tell_of_none() -> None:
    text = f"{QUOTED} “We are full,” said Bo Roe. Lee said that 15,300 cars crossed it every day."
    assert statement(text, [BRIDGE, FERRY]).source_id != "s2"


def test_words_that_no_page_has_tell_of_none() -> None:
    text = "“Nothing will ever be as it was here,” said Ann Lee. Lee said the tolls were 9 euros a car."
    assert statement(text, [BRIDGE, FERRY]).missing == ()
