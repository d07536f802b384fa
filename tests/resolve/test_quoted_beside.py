"""The quotations in the paragraph of a statement that has no source: what is told of them."""

import pytest

from audit import extract, read_article
from audit.model import AttributionKind, Capture
from audit.resolve import resolve

_QUOTED = "“The bearings are worse than we thought,” said Ann Lee."


def quoted_beside(text: str) -> list[str]:
    """The quoted words that stand beside the last statement of an article."""
    article = read_article(f"---\nlanguage: en\n---\n\n{text}".encode(), "markdown")
    said = {each.id: each for each in extract(article)}
    found = resolve(article, tuple(said.values()), (), fetch=_no_fetch)
    statements = [
        pairing
        for pairing in found.pairings
        if said[pairing.attribution_id].kind is AttributionKind.INDIRECT
    ]
    return [said[each].contents[0].text for each in statements[-1].quoted_beside]


def _no_fetch(url: str) -> Capture:
    raise AssertionError(url)


def test_quotations_of_its_paragraph_stand_beside_a_statement() -> None:
    assert quoted_beside(f"{_QUOTED} She said the costs rose to 12.8 million euros.") == [
        "The bearings are worse than we thought,"
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{_QUOTED}\n\nShe said the costs rose to 12.8 million euros.",
        f"{_QUOTED} The costs rose to 12.8 million, [she said](https://a.example/1).",
        f"{_QUOTED} The road is [closed](https://a.example/1). The costs rose 40%, she said.",
        f"{_QUOTED} She told the BBC that the costs rose to 12.8 million euros.",
    ],
)
def test_none_does_in_another_paragraph_or_beside_a_link(text: str) -> None:
    assert quoted_beside(text) == []
