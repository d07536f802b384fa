"""Initial letters that styles set apart from their word, in an element of their own."""

import re

_NAMED = re.compile(
    r"""\b(?:drop-?cap|first-?letter|initial|lettrine)|\bdrop\b|\bcapital\b|[\s"'](?:letter|cap)["'\s]""",
    re.IGNORECASE,
)
_STYLED = re.compile(r"float:\s{0,3}left|font-size|\ssize\s?=", re.IGNORECASE)
_ALONE = re.compile(r"\s{0,9}[“\"'‘«„]?([^\W\d_])\s{0,9}</")
_GOES_ON = re.compile(r"\s{1,200}[a-zß-öø-ÿа-я]")
_ALT = re.compile(  # of one letter: 'A ferry' is the description of a picture
    r"""\salt\s?=\s?(?:(["'])([“‘«„]?[A-ZÀ-ÖØ-ÞА-Я])\1|([A-ZÀ-ÖØ-ÞА-Я])(?=[\s>/]|$))"""
)
_OWN_WORDS = frozenset("AIOEYUÀÉÈÓВКСОУИЯАЄІ")  # in some language
_SLAVIC_WORDS = frozenset("WZKSV")
_SLAVIC = re.compile(
    r"<html\b[^<>]{0,300}\blang\s?=\s?[\"']?(?:be|bg|bs|cs|hr|mk|pl|ru|sk|sl|sr|uk)\b",
    re.IGNORECASE,
)
_HEAD = 2000  # characters in which a page says its language


def is_initial(rest: str, markup: str, after: int) -> bool:
    """Whether an element holds an initial letter, which styles set in a block of its own.

    ``rest`` are its attributes, ``after`` the offset in ``markup`` at which its content begins.
    """
    if _NAMED.search(rest) is not None:
        return True
    return _STYLED.search(rest) is not None and _ALONE.match(markup, after) is not None


def is_lone_initial(rest: str, markup: str, after: int) -> bool:
    """Whether an initial is all that an element holds, and no word by itself."""
    alone = _ALONE.match(markup, after)
    return (
        alone is not None
        and not _OWN_WORDS.intersection(alone[1])
        and is_initial(rest, markup, after)
    )


def initial_in_picture(rest: str) -> str:
    """The letter that a picture shows, empty where it is none: ``<img alt="W">``."""
    found = _ALT.search(rest)
    return (found[2] or found[3]) if found else ""


def goes_on(letter: str, markup: str, at: int) -> bool:
    """Whether a word goes on behind its initial letter and the white space that markup has there.

    'W' and ' e will' are 'We will'; what is a word by itself in the language is left alone. The
    white space begins at offset ``at`` of ``markup``.
    """
    initial = letter[-1:]
    if not initial.isupper() or initial in _OWN_WORDS:
        return False
    if _GOES_ON.match(markup, at) is None:
        return False
    return initial not in _SLAVIC_WORDS or _SLAVIC.search(markup, 0, _HEAD) is None
