"""What the guide of a news house says of unmarked differences and of marks in a quotation."""

from dataclasses import dataclass, field
from enum import StrEnum

from audit.model.check import Weight
from audit.model.choices import Style
from audit.model.comparison import DiffKind


class PrintedAs(StrEnum):
    """How a quotation is printed, which a house may have a rule on."""

    SQUARE_BRACKETS = "square-brackets"
    ROUND_BRACKETS = "round-brackets"
    TIGHT_ELLIPSIS = "tight-ellipsis"  # with no space on one of its sides
    FRAGMENT = "fragment"  # a word or two


@dataclass(frozen=True, slots=True)
class HouseLine:
    """One line of a guide: differences or marks, whether they may stand, where that is published.

    ``weight`` is that of a difference which may not stand; None leaves its own. What is serious
    stays so, whatever a line says. ``guide`` is an address, empty in a table of one's own.
    """

    kinds: frozenset[DiffKind]
    is_allowed: bool
    rule: str
    guide: str = ""
    weight: Weight | None = None
    printed: frozenset[PrintedAs] = frozenset()


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """A style, and lines of one's own that hold over those of its guide."""

    style: Style = Style.STRICT
    lines: tuple[HouseLine, ...] = field(default=())
