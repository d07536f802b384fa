"""Blocks that are none of a page's text by what they say: the words that ``box_words.toml`` has."""

import tomllib
from importlib.resources import files

from audit.model import Zone


def _read() -> dict[str, list[str]]:
    return tomllib.loads((files(__package__) / "box_words.toml").read_text(encoding="utf-8"))


_WORDS = _read()
_LABELS = frozenset(_WORDS["labels"])
_LEADS = tuple(_WORDS["leads"])
_LONGEST_LABEL = 60  # characters
LONGEST_BOX = 300
"""Characters of such a block."""
_LINKED = 0.5  # the share of a block that leads to another page
_MARKS = " .:…-–—•|>»*[]()↓"


def zone_of_box(text: str, linked: int) -> Zone | None:
    """The zone of a block that is a label of an advertisement, or leads to another story; else None.

    ``linked`` characters of it stand in links.
    """
    length = len(text)
    if length > LONGEST_BOX:
        return None
    if linked >= _LINKED * length and linked:
        plain = text.casefold().replace("’", "'").lstrip(_MARKS)
        lead = next((lead for lead in _LEADS if plain.startswith(lead)), None)
        if lead is not None and plain[len(lead) :].lstrip()[:1] in {":", "|", "–", "—", ">", "»"}:
            return Zone.RELATED
    if length <= _LONGEST_LABEL and text.casefold().replace("’", "'").strip(_MARKS) in _LABELS:
        return Zone.NAVIGATION
    return None
