"""A quotation is worked out once, however many readings of however many sources it is held against."""

import sys
from collections import Counter
from types import CodeType, FrameType

import pytest

from audit.match import prepare, verify_quote
from audit.match.edited.marks import read_marks
from audit.match.folding.fold import fold
from audit.match.prepared.quotation import Quotation
from audit.model import Verdict

TRANSCRIPT = """ANN LEE: We have signed nothing in May and [applause] we will not sign it before June.

BEN ROE: The port was paid for by the town.

ANN LEE: The bridge (laughter) will be built from steel, and nobody has asked us what it costs.

BEN ROE: That is not what the council was told in March.
"""


class Calls:
    """Counts how often functions are called with a text, by their code."""

    def __init__(self, text: str, *functions: CodeType) -> None:
        self.count: Counter[str] = Counter()
        self._text = text
        self._functions = functions

    def __call__(self, frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if event == "call" and code in self._functions:
            first = frame.f_locals[code.co_varnames[0]]
            self.count[code.co_name] += first == self._text


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [
        ("We have signed nothing in April and we will not sign it before July", Verdict.ALTERED),
        ("We have signed nothing in May … we will surely sign it before June", Verdict.ALTERED),
        ("We have signed [nothing] in May and they will not sign it before", Verdict.ALTERED),
        ("The bridge will be built from steel, and nobody has asked us", Verdict.VERBATIM),
        ("Whales sing in the northern sea at night when nobody listens", Verdict.ABSENT),
    ],
)
def test_a_quotation_is_folded_and_its_marks_are_read_once(quote: str, verdict: Verdict) -> None:
    sources = [prepare(TRANSCRIPT), prepare(TRANSCRIPT.replace("June", "July"))]
    calls = Calls(quote, fold.__code__, read_marks.__code__)
    sys.setprofile(calls)
    try:
        quotation = Quotation(quote)
        checks = [verify_quote(quotation, source) for source in sources]
    finally:
        sys.setprofile(None)
    assert checks[0].verdict is verdict
    assert calls.count["fold"] == 1
    assert calls.count["read_marks"] <= 1
    assert checks == [verify_quote(quote, source) for source in sources]
