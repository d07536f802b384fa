"""The short list of differences that ``--style light-edit`` lets pass as edited, by name.

They are what news agencies allow in a spoken quotation without a mark: every difference of style,
and intensifiers, 'and', 'but', 'so' and articles where they are dropped. Never a changed negation,
modal, pronoun or content word; words put in never pass.
"""

from collections.abc import Sequence

from audit.match.altered.weigh import Weighed
from audit.model import DiffKind, Weight

_ALSO = frozenset(
    {
        DiffKind.INTENSIFIER_DROPPED,
        DiffKind.CONJUNCTION_DROPPED,
        DiffKind.ARTICLE_DROPPED,
    }
)


def light_edits(differences: Sequence[Weighed]) -> tuple[DiffKind, ...] | None:
    """The names of the unmarked differences of a diff, each once, or None where one is not on the list."""
    names = dict.fromkeys(difference.kind for difference in differences)
    passes = all(
        difference.weight is Weight.STYLE or difference.kind in _ALSO for difference in differences
    )
    return tuple(names) if passes else None
