"""Lines of one's own on quotations, in the settings."""

from pathlib import Path

import pytest

from audit.config import load_settings
from audit.errors import UsageError
from audit.model import DiffKind, HouseLine, HouseStyle, PrintedAs, Style, Weight

_LINES = """
style = "guardian"

[[house]]
kinds = ["filler-dropped", "repeat-dropped"]
allowed = false
weight = "minor"
rule = "Nothing is left out unmarked."
guide = "https://gazette.example/style#quotes"

[[house]]
printed = ["round-brackets"]
allowed = true
rule = "Round brackets will do."
"""


def test_lines_hold_over_those_of_the_style(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(_LINES, encoding="utf-8")
    settings = load_settings(path, {})
    first, second = settings.house
    assert first == HouseLine(
        frozenset({DiffKind.FILLER_DROPPED, DiffKind.REPEAT_DROPPED}),
        is_allowed=False,
        rule="Nothing is left out unmarked.",
        guide="https://gazette.example/style#quotes",
        weight=Weight.MINOR,
    )
    assert second.printed == {PrintedAs.ROUND_BRACKETS}
    assert settings.house_style == HouseStyle(Style.GUARDIAN, settings.house)


@pytest.mark.parametrize(
    "table",
    [
        'house = "ap"',
        '[[house]]\nkinds = ["nonsense"]\nallowed = true\nrule = "-"',
        '[[house]]\nkinds = ["inflection"]\nallowed = "yes"\nrule = "-"',
        '[[house]]\nkinds = ["inflection"]\nrule = "-"',
        '[[house]]\nkinds = ["inflection"]\nallowed = true',
        '[[house]]\nallowed = true\nrule = "-"',
        '[[house]]\nkinds = ["inflection"]\nallowed = true\nrule = "-"\nguide = "javascript:a"',
    ],
)
def test_a_line_that_says_nothing_or_nonsense_is_refused(table: str, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(UsageError, match="house"):
        load_settings(path, {})
