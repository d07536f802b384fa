"""What the published guides of news houses let stand unmarked in a quotation: ``houses.toml``.

Only what a guide says is in the table. What it says nothing of is held to its source as in
``strict``.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from audit.model import DiffKind, Style


@dataclass(frozen=True, slots=True)
class HouseRule:
    """One line of a guide: differences, whether they may stand, where that is published."""

    style: Style
    kinds: frozenset[DiffKind]
    is_allowed: bool
    rule: str
    guide: str


@cache
def house_rules() -> tuple[HouseRule, ...]:
    """All lines, in the order of the file."""
    text = (files(__package__) / "houses.toml").read_text(encoding="utf-8")
    return tuple(
        HouseRule(
            Style(table["house"]),
            frozenset(map(DiffKind, table["kinds"])),
            table["allowed"],
            table["rule"],
            table["guide"],
        )
        for table in tomllib.loads(text)["rule"]
    )


@cache
def allowed(style: Style) -> frozenset[DiffKind]:
    """The kinds of unmarked differences that pass in a house's style."""
    lines = (line for line in house_rules() if line.style is style and line.is_allowed)
    return frozenset[DiffKind]().union(*(line.kinds for line in lines))
