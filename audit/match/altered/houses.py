"""What the published guides of news houses let stand unmarked in a quotation: ``houses.toml``.

Only what a guide says is in the table. What it says nothing of is held to its source as in
``strict``. Lines of one's own hold over those of a guide.
"""

import tomllib
from dataclasses import replace
from functools import cache
from importlib.resources import files

from audit.errors import UsageError
from audit.match.altered.diff import Difference
from audit.match.weighing.weigh import HEAVIEST_FIRST, Weighed
from audit.model import DiffKind, DiffRun, HouseLine, HouseStyle, PrintedAs, Style, Weight


def as_house(style: Style | HouseStyle | str) -> HouseStyle:
    """The house of a style, told by name or as it is.

    Raises:
        UsageError: No style has the name.
    """
    if isinstance(style, HouseStyle):
        return style
    try:
        return HouseStyle(Style(style))
    except ValueError:
        raise UsageError(f"style {style!r}: it is one of {', '.join(Style)}") from None


@cache
def house_rules() -> tuple[tuple[Style, HouseLine], ...]:
    """All lines, in the order of the file."""
    text = (files(__package__) / "houses.toml").read_text(encoding="utf-8")
    return tuple(
        (
            Style(table["house"]),
            HouseLine(
                frozenset(map(DiffKind, table.get("kinds", ()))),
                table["allowed"],
                table["rule"],
                table["guide"],
                Weight(table["weight"]) if "weight" in table else None,
                frozenset(map(PrintedAs, table.get("printed", ()))),
            ),
        )
        for table in tomllib.loads(text)["rule"]
    )


@cache
def house_lines(house: HouseStyle) -> tuple[HouseLine, ...]:
    """The lines that hold, those of one's own first."""
    own = tuple(line for style, line in house_rules() if style is house.style)
    return (*house.lines, *own)


@cache
def line_on(kind: DiffKind, house: HouseStyle) -> HouseLine | None:
    """The line that holds for a kind of difference, if any does."""
    return next((line for line in house_lines(house) if kind in line.kinds), None)


def weighed_by(difference: Difference, house: HouseStyle) -> Difference:
    """A diff in which what may not stand in a house weighs as much as its line says."""
    if not house_lines(house):
        return difference
    runs = tuple(_reweighed_run(run, house) for run in difference.runs)
    weighed = tuple(replace(each, weight=_weight(each, house)) for each in difference.weighed)
    ordered = sorted(weighed, key=lambda each: HEAVIEST_FIRST.index(each.weight))
    return replace(difference, runs=runs, weighed=tuple(ordered))


def _reweighed_run(run: DiffRun, house: HouseStyle) -> DiffRun:
    if run.weight is None or run.marked:
        return run
    return replace(run, weight=_weight(Weighed(run.kind, run.weight), house))


def _weight(difference: Weighed, house: HouseStyle) -> Weight:
    line = line_on(difference.kind, house)
    if line is None or line.weight is None or line.is_allowed:
        return difference.weight
    return Weight.SERIOUS if difference.weight is Weight.SERIOUS else line.weight


def may_stand(difference: Weighed, house: HouseStyle) -> bool | None:
    """Whether a line lets a difference stand; None where none says anything of it."""
    line = line_on(difference.kind, house)
    if line is None:
        return None
    return line.is_allowed and difference.weight is not Weight.SERIOUS
