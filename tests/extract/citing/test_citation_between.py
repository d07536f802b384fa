"""A citation in brackets between two sentences is of the one before it."""

import pytest

from audit import extract, read_article
from audit.model import AttributionKind

ROWS = [
    ("Ann Berg came from the dairy in Ede. ([Post](https://a.example/1)) The union said that it would oppose the sale. ([Post](https://a.example/2)) The mayor spoke of a betrayal. ([Post](https://a.example/3))",
     [("Ann Berg came from the dairy in Ede", 1), ("it would oppose the sale", 2), ("The mayor spoke of a betrayal", 3)]),
    ("Der Mieterverein begrüßte die Senkung der Preise. ([Post](https://a.example/1)) Haushalte sparen im Jahr rund 230 Euro. ([Post](https://a.example/2))",
     [("Der Mieterverein begrüßte die Senkung der Preise", 1), ("Haushalte sparen im Jahr rund 230 Euro", 2)]),
    ("El agua será más cara en Arden desde julio. ([Cronos](https://a.example/1)) Los regantes de la zona rechazan el plan. ([Cronos](https://a.example/2))",
     [("El agua será más cara en Arden desde julio", 1), ("Los regantes de la zona rechazan el plan", 2)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_it_is_tied_to_the_sentence_before(text: str, expected: list[tuple[str, int]]) -> None:
    said = extract(read_article(text.encode(), format="markdown"))
    found = [
        (" ".join(part.text for part in each.contents), each.cited)
        for each in said
        if each.kind is AttributionKind.INDIRECT
    ]
    for words, number in expected:
        assert any(
            words == there and f"https://a.example/{number}" in cited for there, cited in found
        )
