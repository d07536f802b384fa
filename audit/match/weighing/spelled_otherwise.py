"""Whether two runs of words are the same ones, parted, marked or counted otherwise."""

from collections.abc import Sequence

from audit.languages.comparison.spelling import spelling
from audit.languages.comparison.values import value_words
from audit.languages.extraction import english
from audit.values.spellings import is_marked_otherwise

_DIGIT_ONE = "1"


def are_parted_otherwise(quoted: Sequence[str], there: Sequence[str]) -> bool:
    """Whether the same letters are one word on one side and two on the other: 'on line'.

    What is another word so is no spelling: 're-sign', 'no where' and 'now here'.
    """
    if {len(quoted), len(there)} != {1, 2}:
        return False
    joined, other = ("".join(words).lower() for words in (quoted, there))
    return (
        joined == other
        and joined.isalpha()
        and (joined not in spelling().hyphen_makes_another_word)
    )


def is_one(quoted: Sequence[str], there: Sequence[str], language: str | None) -> bool:
    """Whether an article counts what a digit counts: 'een op de drie' and '1 op de 3'."""
    if len(quoted) != 1 or len(there) != 1:
        return False
    pair = {quoted[0].lower(), there[0].lower()}
    return _DIGIT_ONE in pair and not value_words(language).once.isdisjoint(pair)


def are_marked_otherwise(quoted: Sequence[str], there: Sequence[str], language: str | None) -> bool:
    """Whether nothing differs but marks of letters that houses leave out."""
    in_english = language in (None, english.LANGUAGE)
    return len(quoted) == len(there) and all(
        a == b or is_marked_otherwise(a, b, in_english=in_english)
        for a, b in zip(quoted, there, strict=True)
    )
