"""The pages of the paragraph above, for statements of who goes on: candidates, and no more."""

import pytest

from audit import extract, read_article
from audit.model import AttributionKind, Capture, Resolution
from audit.resolve import resolve

_AT = "https://a.example/1"
_LEE = "“We are broke,” Mayor Ann Lee [told the council](U)."


def resolved(text: str) -> tuple[Resolution, list[str]]:
    """What is resolved of an article, and the ids of its statements."""
    written = text.replace("(U)", f"({_AT})")
    article = read_article(f"---\nlanguage: en\n---\n\n{written}".encode(), "markdown")
    said = extract(article)
    ids = [each.id for each in said if each.kind is AttributionKind.INDIRECT]
    return resolve(article, said, (), fetch=_no_fetch), ids


def _no_fetch(url: str) -> Capture:
    raise AssertionError(url)


def candidates(text: str) -> tuple[str, ...]:
    """The addresses that may have the last statement of an article."""
    found, ids = resolved(text)
    urls = {source.id: source.url for source in found.sources}
    pairing = next(each for each in found.pairings if each.attribution_id == ids[-1])
    assert not pairing.source_ids
    return tuple(urls[name] for name in pairing.candidates)


@pytest.mark.parametrize(
    "text",
    [
        f"{_LEE}\n\nShe said the city owes $4 million.",
        f"{_LEE}\n\nLee said the city owes $4 million.",
        f"{_LEE}\n\nLee said the city owes $4 million.\n\nIt has 31 debts, she said.",
        "The health office [announced](U) a recall.\n\nNine were children, the office said.",
    ],
)
def test_who_goes_on_in_the_next_paragraph_may_be_on_the_page_above(text: str) -> None:
    assert candidates(text) == (_AT,)


@pytest.mark.parametrize(
    "text",
    [
        f"{_LEE}\n\nSam Orr said the city owes $4 million.",
        f"{_LEE}\n\n“No,” said Sam Orr.\n\nLee said the city owes $4 million.",
        f"{_LEE}\n\nIt was late.\n\nLee said the city owes $4 million.",
        f"{_LEE}\n\nRead [the budget](https://b.example/2).\n\nLee said the city owes $4 million.",
        "The fire office [announced](U) a ban.\n\nRents rose 11%, the housing office said.",
    ],
)
def test_another_voice_a_link_or_a_paragraph_between_ends_it(text: str) -> None:
    assert candidates(text) == ()
