"""Quotations as papers print them beside what was said: the strict verdict, the weight, and light editing."""

import pytest

from audit.match import verify_quote
from audit.model import Verdict
from benchmarks.quote_cases.published import PUBLISHED, Published


@pytest.mark.parametrize("pair", PUBLISHED, ids=lambda pair: pair.quote[:40])
def test_the_strict_verdict_and_the_weight_are_an_editors(pair: Published) -> None:
    check = verify_quote(pair.quote, pair.transcript)
    assert (check.verdict.value, check.weight or "") == (pair.verdict, pair.weight)


@pytest.mark.parametrize("pair", PUBLISHED, ids=lambda pair: pair.quote[:40])
def test_light_editing_passes_style_and_nothing_that_weighs(pair: Published) -> None:
    check = verify_quote(pair.quote, pair.transcript, style="light-edit")
    if pair.weight == "style":
        assert check.verdict is Verdict.EDITED
        assert check.edits
    elif pair.weight:
        assert check.verdict is Verdict.ALTERED
    else:
        assert check.verdict.value == pair.verdict


@pytest.mark.parametrize(
    ("quote", "name"),
    [
        ("It is a bridge for everybody in this town", "intensifier-dropped"),
        ("It is really a bridge everybody in this town", None),
        ("It really is a bridge for everybody in this town", None),
        ("It is really bridge for everybody in this town", "article-dropped"),
        ("It is very really a bridge for everybody in this town", None),
        ("It is really the bridge for everybody in this town", None),
    ],
)
def test_light_editing_drops_small_words_and_puts_in_none(quote: str, name: str | None) -> None:
    source = "He laughed. “It is really a bridge for everybody in this town,” he said."
    check = verify_quote(quote, source, style="light-edit")
    if name is None:
        assert check.verdict is Verdict.ALTERED
    else:
        assert (check.verdict, check.edits) == (Verdict.EDITED, (name,))
