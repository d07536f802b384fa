"""The persons that statements name in languages other than English."""

import pytest

from audit.extract.facts.persons import persons_of
from audit.model import FactKind, Span


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "fr",
            "Marie de la Tour et Paul Roy ont signé à Saint-Malo",
            ["Marie de la Tour", "Paul Roy"],
        ),
        (
            "es",
            "Luis Vega y la ministra Ana María Soler viajaron",
            ["Luis Vega", "Ana María Soler"],
        ),
        ("it", "Carlo Conti vive a San Marino", ["Carlo Conti"]),
        ("nl", "Piet van den Berg reed te hard in Den Haag", ["Piet van den Berg"]),
        ("pt", "João da Silva fugiu para São Paulo", ["João da Silva"]),
        ("de", "Anna Lind habe das Haus in Bad Ems verkauft", ["Anna Lind"]),
        ("de", "das Haus Otto Brandts stehe leer", []),  # a source has 'Brandt'
        ("ru", "Иван Петров встретил Анну Белову", []),  # and so it is with every case there
        ("xx", "Anna Lind", []),
    ],
)
def test_full_names_of_a_statement(language: str, text: str, names: list[str]) -> None:
    facts = persons_of(language, [Span(3, 3 + len(text), text)])
    assert [fact.span.text for fact in facts] == names
    assert {fact.kind for fact in facts} <= {FactKind.NAME}
    assert all(text[fact.span.start - 3 : fact.span.end - 3] == fact.span.text for fact in facts)
