"""A finding is as sure as what it rests on, which may be less than its rule usually is."""

from dataclasses import replace

import pytest

from audit.model import AttributionKind, Caution, Confidence, Facts, Standing, Verdict
from tests.rules.made import compared, only, said


def standing(facts: Facts, standing: Standing) -> Facts:
    return replace(facts, checks=(replace(facts.checks[0], standing=standing),))


LONG = "we will close the school by the spring"
ALTERED = compared(Verdict.ALTERED)
SAID_BY = compared(Verdict.MISATTRIBUTED, said_by="Tom Reyes")
BY_PRONOUN = compared(Verdict.MISATTRIBUTED, said(name_is_written=False), said_by="Tom Reyes")


@pytest.mark.parametrize(
    ("facts", "sure"),
    [
        (ALTERED, Confidence.HIGH),
        (standing(ALTERED, Standing.SUPPLIED), Confidence.HIGH),
        (standing(ALTERED, Standing.UNLINKED), Confidence.MEDIUM),
        (
            standing(compared(Verdict.ALTERED, quote=LONG, score=0.9), Standing.UNLINKED),
            Confidence.HIGH,
        ),
        (
            standing(compared(Verdict.ALTERED, quote=LONG, score=0.5), Standing.UNLINKED),
            Confidence.MEDIUM,
        ),
        (compared(Verdict.ALTERED, cautions=(Caution.SHORT,)), Confidence.LOW),
        (compared(Verdict.ABSENT), Confidence.MEDIUM),
        (compared(Verdict.ALTERED, said(AttributionKind.MIXED)), Confidence.HIGH),
        (SAID_BY, Confidence.HIGH),
        (standing(SAID_BY, Standing.UNLINKED), Confidence.MEDIUM),
        (BY_PRONOUN, Confidence.LOW),
        (compared(Verdict.MISATTRIBUTED, said(speaker_name=None), said_by="Tom"), Confidence.LOW),
        (compared(Verdict.MISATTRIBUTED), Confidence.MEDIUM),
    ],
)
def test_how_sure_a_finding_is(facts: Facts, sure: Confidence) -> None:
    assert only(facts).confidence is sure
