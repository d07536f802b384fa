"""The differences that a style lets pass as edited: a short list, or that of a house.

Those of ``light-edit`` are what news agencies allow in a spoken quotation without a mark: every
difference of style, and intensifiers, 'and', 'but', 'so' and articles where they are dropped. Never
a changed negation, modal, pronoun or content word; words put in never pass.
"""

from collections.abc import Sequence

from audit.match.altered.houses import may_stand
from audit.match.weighing.weigh import Weighed
from audit.model import DiffKind, HouseStyle, Style, Weight

_ALSO = frozenset(
    {
        DiffKind.INTENSIFIER_DROPPED,
        DiffKind.CONJUNCTION_DROPPED,
        DiffKind.ARTICLE_DROPPED,
    }
)


def light_edits(differences: Sequence[Weighed], house: HouseStyle) -> tuple[DiffKind, ...] | None:
    """The names of a diff's unmarked differences, each once; None where one may not stand."""
    names = dict.fromkeys(difference.kind for difference in differences)
    passes = all(_passes(difference, house) for difference in differences)
    return tuple(names) if passes else None


def _passes(difference: Weighed, house: HouseStyle) -> bool:
    told = may_stand(difference, house)
    if told is None and house.style is Style.LIGHT_EDIT:
        return difference.weight is Weight.STYLE or difference.kind in _ALSO
    return told is True
