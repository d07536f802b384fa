"""An ellipsis in the place of an aside: a clause between dashes, or in brackets, turns nothing."""

import pytest

from audit import verify_quote
from audit.model import Caution, Verdict

_DROPS = {Caution.ELLIPSIS_DROPS_NEGATION, Caution.ELLIPSIS_DROPS_CONDITION}


@pytest.mark.parametrize(
    "left_out",
    [
        "– I'm not making that up –",
        "— and I never thought I would say so —",
        "(we did not get it in the end)",
        "-- unless I am quite wrong --",
    ],
)
def test_an_aside_turns_nothing(left_out: str) -> None:
    source = f"They spent £4m on advisers {left_out} and they still have to find the rest of it."
    check = verify_quote(
        "They spent £4m on advisers … and they still have to find the rest", source
    )
    assert check.verdict is Verdict.EDITED
    assert _DROPS.isdisjoint(check.cautions)


@pytest.mark.parametrize(
    "left_out",
    [
        "– not only –",
        "but not on the roof, only on windows,",
        "unless it rains – as it may –",
        "(not)",
    ],
)
def test_what_is_no_aside_of_its_own_is_told(left_out: str) -> None:
    source = f"They spent £4m on advisers {left_out} and they still have to find the rest of it."
    check = verify_quote(
        "They spent £4m on advisers … and they still have to find the rest", source
    )
    assert not _DROPS.isdisjoint(check.cautions)
