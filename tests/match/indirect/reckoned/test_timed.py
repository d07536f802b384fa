"""Times of day in statements beside the times of their source."""

import pytest

from audit.extract import extract
from audit.match.indirect.statements import missing_facts
from audit.match.prepared.source import prepare
from audit.read import read_article

_AROUND = "The station was inspected by the company in spring, and nobody was hurt in the fire."


def _missing(told: str, source: str) -> list[str]:
    article = read_article(f"Officials said the fire broke out {told}.".encode(), format="text")
    [statement] = extract(article)
    found = missing_facts(statement, [prepare(f"{source} {_AROUND}")])
    return [each.fact.span.text for each in found]


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("shortly before 10 a.m.", "At 09:52 a fire was detected."),
        ("just after 7pm", "Smoke was seen at 19:04."),
        ("around 3:30 p.m.", "The alarm came at 3.21pm."),
        ("at 7 p.m.", "It was seen at 7 that evening, and again at 11:15 p.m."),
        ("at 12:40 p.m.", "The call came at 12:40."),
        ("at 10 o'clock", "The call came at 10 a.m."),
        ("at 6:15 a.m.", "The call came in the early morning."),
        ("by midnight", "The call came at 3:10 a.m."),
    ],
)
def test_a_time_that_is_told_roughly_is_there(told: str, source: str) -> None:
    assert _missing(told, source) == []


@pytest.mark.parametrize(
    ("told", "source", "missing"),
    [
        ("shortly before 10 a.m.", "At 09:12 a fire was detected.", "10 a.m."),
        ("at 10 a.m.", "At 09:52 a fire was detected.", "10 a.m."),
        ("at 7:40 p.m.", "The alarm came at 7:04 p.m.", "7:40 p.m."),
        ("around 3 p.m.", "The alarm came at 5:21 p.m.", "3 p.m."),
    ],
)
def test_another_time_is_missing(told: str, source: str, missing: str) -> None:
    assert _missing(told, source) == [missing]
