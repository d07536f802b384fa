"""What houses let stand in a quotation, by the examples that their guides give, and their siblings."""

import re

import pytest

from audit.match import verify_quote
from audit.match.altered.houses import allowed, house_rules
from audit.model import Style, Verdict, Weight

_BEFORE = "The council met on Monday to look at the winter."
_AP = [
    ("We are No. 1 in the county", "We are number one in the county"),
    ("I met Gov. Lee at the harbour", "I met Governor Lee at the harbour"),
    ("I met Sen. Lee at the harbour", "I met Senator Lee at the harbour"),
    ("They live on St. Mary's island", "They live on Saint Mary's island"),
    ("It costs $3 to get there", "It costs three dollars to get there"),
    ("It grew by 5 percent in a year", "It grew by five per cent in a year"),
    ("We are going to close the harbour", "We are gonna close the harbour"),
    ("I want to see the harbour", "I wanna see the harbour"),
]
_NOT_AP = [
    ("We were at the harbour in the morning", "We was at the harbour in the morning"),
    ("We came to the harbour in the morning", "We, um, came to the harbour in the morning"),
    ("It is, you know, our harbour", "It is, well, you know, our harbour"),
]
_NOT_REUTERS = [
    ("We will win by fair means and the devil take the hindmost", "We will win by fair means or foul and the devil take the hindmost"),
    ("We came to the harbour in the morning", "We, um, came to the harbour in the morning"),
    ("We were at the harbour in the morning", "We was at the harbour in the morning"),
]  # fmt: skip
_GUARDIAN = [
    ("We came to the harbour in the morning", "We, um, came to the harbour in the morning"),
    ("We came to the harbour in the morning", "We came to the, er, harbour in the morning"),
    ("We were at the harbour in the morning", "We was at the harbour in the morning"),
    ("They do it every morning at the harbour", "They does it every morning at the harbour"),
]
_NOT_GUARDIAN = [
    ("We have to close the harbour", "We maybe have to close the harbour"),
    ("We came to the harbour in the morning", "We came to the old harbour in the morning"),
]
_CASES = [
    *(("ap", *pair, Verdict.EDITED) for pair in _AP),
    *(("ap", *pair, Verdict.ALTERED) for pair in _NOT_AP),
    *(("reuters", *pair, Verdict.ALTERED) for pair in _NOT_REUTERS),
    *(("guardian", *pair, Verdict.EDITED) for pair in _GUARDIAN),
    *(("guardian", *pair, Verdict.ALTERED) for pair in _NOT_GUARDIAN),
]


@pytest.mark.parametrize(("style", "quote", "said", "verdict"), _CASES)
def test_a_house_lets_stand_what_its_guide_says(
    style: str, quote: str, said: str, verdict: Verdict
) -> None:
    source = f"{_BEFORE} “{said},” she said."
    assert verify_quote(quote, source).verdict is Verdict.ALTERED
    assert verify_quote(quote, source, style=style).verdict is verdict


def test_a_deletion_that_is_shown_is_fair_everywhere() -> None:
    said = "We will win by fair means or foul, and of course the devil take the hindmost"
    quote = "We will win by fair means or foul ... and the devil take the hindmost"
    shown = "We will win by fair means or foul ... the devil take the hindmost"
    for style in Style:
        assert verify_quote(shown, said, style=style).verdict is Verdict.EDITED
        assert verify_quote(quote, said, style=style).verdict is not Verdict.ABSENT


@pytest.mark.parametrize("style", [Style.AP, Style.REUTERS, Style.GUARDIAN])
def test_nothing_serious_ever_stands(style: Style) -> None:
    for quote, said in (
        (
            "It costs $3 to get to the harbour and back",
            "It costs four dollars to get to the harbour and back",
        ),
        ("We were not at the harbour", "We were at the harbour"),
    ):
        check = verify_quote(quote, said, style=style)
        assert (check.verdict, check.weight) == (Verdict.ALTERED, Weight.SERIOUS)


def test_every_line_has_a_guide_and_no_line_gainsays_another() -> None:
    for line in house_rules():
        assert re.fullmatch(r"https?://[\w.-]+/\S*", line.guide)
        assert line.rule.endswith(".")
        if not line.is_allowed:
            assert not line.kinds & allowed(line.style)
    assert not allowed(Style.STRICT)
