"""No regular expression of the package takes more than linear time on what is made to slow it down."""

import pytest

from tests.patterns.samples import TO_BE_FOUND
from tests.patterns.scan import run


def test_no_pattern_takes_more_than_linear_time() -> None:
    assert run() == []


@pytest.mark.fuzz
def test_no_pattern_takes_more_than_linear_time_under_any_attack() -> None:
    assert run("--all") == []


def test_the_check_finds_patterns_that_do() -> None:
    found = {row["where"].partition(" ")[2] for row in run("--samples")}
    assert found == TO_BE_FOUND
