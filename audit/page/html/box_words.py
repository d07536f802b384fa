"""Blocks that are none of a page's text by what they say: the words that ``box_words.toml`` has."""

import re
import tomllib
from importlib.resources import files
from typing import Any

from audit.model import Zone


def _read() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "box_words.toml").read_text(encoding="utf-8"))


_WORDS = _read()
_LABELS = frozenset(_WORDS["labels"])
_LEADS = tuple(_WORDS["leads"])
_STAMPS = tuple(_WORDS["stamps"])
_OF_STAMPS = frozenset(_WORDS["of_stamps"].split())
# What a player shows of a recording: how much is over, and how long it is.
_PLAYED = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d\d\s?[/|–-]\s?-?(?:\d{1,2}:)?\d{1,2}:\d\d")
_WORD_OR_FIGURE = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)?|\d+")
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
    if length > _LONGEST_LABEL:
        return Zone.MAIN
    plain = text.strip(_MARKS).casefold()
    is_label = plain in _LABELS or _is_stamp(plain) or _PLAYED.fullmatch(plain) is not None
    return Zone.NAVIGATION if is_label else Zone.MAIN


def _is_stamp(plain: str) -> bool:
    """Whether a line says nothing but when the page was changed: 'Updated at 10.44 BST'."""
    if not plain.startswith(_STAMPS):
        return False
    lead = max((lead for lead in _STAMPS if plain.startswith(lead)), key=len)
    rest = _WORD_OR_FIGURE.findall(plain[len(lead) :])
    return any(map(str.isdecimal, rest)) and all(
        word.isdecimal() or word in _OF_STAMPS for word in rest
    )
