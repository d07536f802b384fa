"""A clause that reports a quotation between its halves, beside words that differ."""

import pytest

from audit import verify_quote
from audit.model import DiffOp, Fold, Weight

_AROUND = "The council met on Monday to look at the winter and the boats that were lost in it."


@pytest.mark.parametrize(
    "clause",
    ["Ms Frost told TV Valmere", "said Ms Frost, 71", "the mayor told the Orne Gazette on Friday"],
)
def test_a_clause_of_the_source_is_passed_over_where_a_word_differs(clause: str) -> None:
    source = f"{_AROUND} “We plan to leave the port,” {clause}, “and we want to go in spring.”"
    check = verify_quote("We plan to leave the port and we wish to go in spring", source)
    changed = [(run.quote, run.source) for run in check.diff if run.op is not DiffOp.EQUAL]
    assert changed == [("wish", "want")]
    assert check.weight is Weight.SERIOUS
    assert Fold.SAID_BETWEEN in check.folds


@pytest.mark.parametrize(
    ("quote", "there"),
    [
        ("The port will stay. Four weeks later they told us to leave it", ("Four", "Five")),
        ("The port will shut. Five weeks later they told us to leave it", ("shut", "stay")),
        ("The port will stay. Some weeks later they told us to leave it", ("Some", "Five")),
    ],
)
def test_a_clause_right_beside_a_changed_word_is_no_part_of_the_change(
    quote: str, there: tuple[str, str]
) -> None:
    clause = "said Sam Orr, who leads the union"
    source = (
        f"{_AROUND} “The port will stay,” {clause}. “Five weeks later they told us to leave it.”"
    )
    check = verify_quote(quote, source)
    changed = [(run.quote, run.source) for run in check.diff if run.op is not DiffOp.EQUAL]
    assert [(a.split()[0], b.split()[0]) for a, b in changed] == [there]
    assert Fold.SAID_BETWEEN in check.folds


@pytest.mark.parametrize(
    ("quote", "weight"),
    [
        ("We plan, she said, to leave the port in the spring", None),
        ("We plan to leave,” Ms Frost told TV Valmere on Friday, “the port in the spring", None),
        ("We plan, she said, to leave the port in the autumn", Weight.SERIOUS),
    ],
)
def test_a_clause_of_the_quotation_is_too(quote: str, weight: Weight | None) -> None:
    source = f"{_AROUND} “We plan to leave the port in the spring,” she said."
    check = verify_quote(quote, source)
    assert check.weight is weight
    assert Fold.SAID_BETWEEN in check.folds


def test_a_clause_that_both_have_hides_nothing() -> None:
    source = f"{_AROUND} “We plan to leave,” said Ms Frost, who leads the Port Union, “in spring.”"
    check = verify_quote(
        "We plan to leave,” said Ms Frost, who leads the Fish Union, “in spring", source
    )
    assert check.weight is Weight.SERIOUS


@pytest.mark.parametrize(
    "source",
    [
        "»Wir werden im Frühling gehen«, sagte Frost dem Boten. »Das war ein Fehler von uns.«",
        "»Wir werden im Frühling gehen«, sagte die Bürgermeisterin, »das war ein Fehler von uns.«",
        "„Wir werden im Frühling gehen“, sagte Frost. „Das war ein Fehler von uns.“",
    ],
)
def test_marks_may_point_inwards(source: str) -> None:
    check = verify_quote("Wir werden im Frühling gehen. Das war ein Fehler von uns", source)
    assert Fold.SAID_BETWEEN in check.folds


def test_what_stands_between_two_quotations_that_nobody_joins_is_kept() -> None:
    source = "»Wir werden im Frühling gehen«, steht im Brief. »Das war ein Fehler von uns.«"
    check = verify_quote("Wir werden im Frühling gehen. Das war ein Fehler von uns", source)
    assert Fold.SAID_BETWEEN not in check.folds
