"""What houses let stand in a quotation, by the examples that their guides give, and their siblings."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit.match import verify_quote
from audit.match.altered.houses import house_lines, house_rules
from audit.model import DiffKind, HouseLine, HouseStyle, Style, Verdict, Weight

_BEFORE = "The council met on Monday to look at the winter."
_PAIRS = tomllib.loads(Path(__file__).with_name("houses.toml").read_text(encoding="utf-8"))
_FAIR = frozenset({Verdict.VERBATIM, Verdict.EDITED})


def _cases(group: str) -> Iterator[tuple[str, str, str]]:
    for house, groups in _PAIRS.items():
        for quote, said in groups[group]:
            yield house, quote, said


def test_there_are_forty_pairs_of_each_house() -> None:
    assert all(len(groups["stands"]) + len(groups["not"]) >= 40 for groups in _PAIRS.values())


@pytest.mark.parametrize(("house", "quote", "said"), [*_cases("stands")])
def test_a_house_lets_stand_what_its_guide_says(house: str, quote: str, said: str) -> None:
    source = f"{_BEFORE} “{said},” she said."
    assert verify_quote(quote, source, style=house).verdict in _FAIR


@pytest.mark.parametrize(("house", "quote", "said"), [*_cases("not")])
def test_it_lets_nothing_else_stand(house: str, quote: str, said: str) -> None:
    source = f"{_BEFORE} “{said},” she said."
    strict, check = verify_quote(quote, source), verify_quote(quote, source, style=house)
    assert check.verdict not in _FAIR
    assert check.verdict is strict.verdict
    if strict.weight is Weight.SERIOUS:
        assert check.weight is Weight.SERIOUS


def test_what_a_guide_forbids_is_more_than_a_note() -> None:
    source = f"{_BEFORE} “We, um, came to the harbour in the morning,” she said."
    weights = {
        style: verify_quote("We came to the harbour in the morning", source, style=style).weight
        for style in (Style.STRICT, Style.AP, Style.REUTERS, Style.BBC)
    }
    assert weights == {
        Style.STRICT: Weight.STYLE,
        Style.AP: Weight.MINOR,
        Style.REUTERS: Weight.MINOR,
        Style.BBC: Weight.STYLE,
    }


def test_a_deletion_that_is_shown_is_fair_everywhere() -> None:
    said = "We will win by fair means or foul, and of course the devil take the hindmost"
    quote = "We will win by fair means or foul ... and the devil take the hindmost"
    shown = "We will win by fair means or foul ... the devil take the hindmost"
    for style in Style:
        assert verify_quote(shown, said, style=style).verdict is Verdict.EDITED
        assert verify_quote(quote, said, style=style).verdict is not Verdict.ABSENT


_FILLERS = frozenset({DiffKind.FILLER_DROPPED})


def test_a_line_of_ones_own_holds_over_the_guide() -> None:
    said = f"{_BEFORE} “We, um, came to the harbour in the morning,” she said."
    quote = "We came to the harbour in the morning"
    may = HouseStyle(Style.AP, (HouseLine(_FILLERS, is_allowed=True, rule="We drop ums."),))
    assert verify_quote(quote, said, style=may).verdict is Verdict.EDITED
    may_not = HouseLine(_FILLERS, is_allowed=False, rule="Nothing goes.", weight=Weight.SERIOUS)
    check = verify_quote(quote, said, style=HouseStyle(Style.GUARDIAN, (may_not,)))
    assert (check.verdict, check.weight) == (Verdict.ALTERED, Weight.SERIOUS)
    assert check.diff[1].weight is Weight.SERIOUS


@pytest.mark.parametrize("style", [*Style])
def test_no_line_lets_stand_what_is_serious(style: Style) -> None:
    line = HouseLine(frozenset(DiffKind), is_allowed=True, rule="All goes.", weight=Weight.STYLE)
    not_allowed = HouseLine(frozenset(DiffKind), is_allowed=False, rule="-", weight=Weight.STYLE)
    for quote, said in (
        ("It costs $3 to get to the harbour", "It costs four dollars to get to the harbour"),
        ("We were not at the harbour", "We were at the harbour"),
    ):
        for lines in ((), (line,), (not_allowed,)):
            check = verify_quote(quote, said, style=HouseStyle(style, lines))
            assert (check.verdict, check.weight) == (Verdict.ALTERED, Weight.SERIOUS)


def test_every_line_has_a_guide_and_no_line_gainsays_another() -> None:
    for style, line in house_rules():
        assert re.fullmatch(r"https?://[\w.-]+/\S*", line.guide)
        assert line.rule.endswith(".")
        assert line.kinds or line.printed
        others = [other for other in house_lines(HouseStyle(style)) if other is not line]
        assert all(line.kinds.isdisjoint(other.kinds) for other in others)
    assert not house_lines(HouseStyle())
