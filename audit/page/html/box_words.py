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
_LONGEST_LEAD = 40
_AFTER_LEAD = frozenset(":|–—>»")
_LINKED = 0.5  # the share of a block that leads to another page
_ALONE = 0.9  # of a block: it is a link by itself
_LEAST_ALONE = 15  # characters of it
_MARKS = " .:…-–—•|>»*[]()↓"


def zone_of_box(text: str, linked: int) -> Zone:
    """The zone of a block that is a label of an advertisement, or leads to another story.

    Else main text. The block is no longer than ``LONGEST_BOX``; ``linked`` characters of it stand
    in links.
    """
    length = len(text)
    if linked and linked >= _LINKED * length:
        plain = text[:_LONGEST_LEAD].casefold().replace("’", "'").lstrip(_MARKS)
        if plain.startswith(_LEADS) and any(
            plain[len(lead) :].lstrip()[:1] in _AFTER_LEAD
            for lead in _LEADS
            if plain.startswith(lead)
        ):
            return Zone.RELATED
    if linked >= _ALONE * length and length >= _LEAST_ALONE:
        return Zone.INSET
    if length <= _LONGEST_LABEL and text.strip(_MARKS).casefold() in _LABELS:
        return Zone.NAVIGATION
    return Zone.MAIN
