"""A quotation that is a figure and hardly more: the one figure of its unit that a source has."""

from collections.abc import Sequence

from audit.match.prepared.source import Prepared
from audit.values.tokens import tokens

_MOST_BESIDE = 2  # small words


def other_figure(prepared: Prepared, words: Sequence[str]) -> tuple[int, int] | None:
    """Where the only figure of a quoted one's unit stands, as offsets of the folded words.

    None where the quotation says more than a figure with a unit, or the source has several.
    """
    if len(words) > 2 * _MOST_BESIDE + 1:
        return None
    small = prepared.vocabulary.small
    found = tokens(words, prepared.language)
    units = [_unit(token.key) for token in found if token.key.startswith("=")]
    others = [token.key for token in found if not token.key.startswith("=")]
    if (
        len(units) != 1
        or not units[0]
        or len(others) > _MOST_BESIDE
        or not small.issuperset(others)
    ):
        return None
    spans = prepared.values.spans(lambda key: _unit(key) == units[0])
    return spans[0] if len(spans) == 1 else None


def _unit(key: str) -> str:
    return key.partition(" ")[2] if key.startswith("=") else ""
