"""Quotations in two halves, one of which is too short to be found by itself."""

import pytest

from audit.model import Verdict
from tests.match.test_attribution_checks import checked, record


@pytest.mark.parametrize(
    ("first", "there", "verdict"),
    [
        ("We're for sale", "We're not for sale", Verdict.ALTERED),
        ("We sold it", "We never sold it", Verdict.ALTERED),
        ("They will pay", "They will not pay", Verdict.ALTERED),
        ("We're not for sale", "We're not for sale", Verdict.VERBATIM),
    ],
)
@pytest.mark.parametrize("is_beside", [True, False])
def test_the_short_half_of_a_quotation_is_held_against_what_stands_beside_the_other(
    first: str, there: str, verdict: Verdict, *, is_beside: bool
) -> None:
    rest = "The boats have never been more certain of a harbour than now."
    between = " " if is_beside else f" {'It rained all day in the town and nobody came. ' * 9}"
    page = record(1, f"I was asked what we do. {there}.{between}{rest} That is all that I can say.")
    found = checked(f"“{first},” Anna Lindqvist wrote. “{rest}”", [page], candidates=("s1",))
    if not is_beside and verdict is not Verdict.VERBATIM:
        verdict = Verdict.NOT_COMPARED
    assert found.parts[0].check.verdict is verdict
