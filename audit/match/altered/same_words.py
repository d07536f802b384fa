"""Differences that leave the words the same: they are noted, and the quotation stays verbatim."""

from collections.abc import Sequence

from audit.languages.comparison.comparing import comparing
from audit.languages.comparison.spelling import spelling
from audit.languages.extraction import english
from audit.model import Fold

_SHORTEST_PART = 3  # letters: 'health care' and 'healthcare', but not 'a part' and 'apart'


def case_note(quoted: str, there: str, *, starts_sentence: bool, headline: bool) -> Fold | None:
    """``CAPITALS`` where two words that differ in case are one word; None where not.

    In a headline, capitals say nothing of the word. ``starts_sentence`` says that the word which
    has the capital begins a sentence.
    """
    if headline or quoted == there:
        return Fold.CAPITALS
    lowered = quoted.lower()
    if lowered in spelling().capitals_make_another_word and quoted.isupper() != there.isupper():
        return None
    if lowered in spelling().capital_makes_another_word and not starts_sentence:
        return None
    return Fold.CAPITALS


def is_headline(words: Sequence[str]) -> bool:
    """Whether most of the longer words begin with a capital, as in headlines and shouted text."""
    longer = [word for word in words if len(word) >= 4 and word[0].isalpha()]
    return len(longer) >= 2 and sum(word[0].isupper() for word in longer) > 0.6 * len(longer)


def same_words_note(
    quoted: Sequence[str], there: Sequence[str], *, has_hyphen: bool
) -> Fold | None:
    """The name of the difference between two runs of words that are the same, or None.

    Args:
        quoted: folded words of the quotation.
        there: folded words of the source.
        has_hyphen: whether the side with more words is written with hyphens.
    """
    if not quoted or not there:
        return None
    joined, other = _letters(quoted), _letters(there)
    if joined != other:
        return None
    if len(quoted) == len(there):
        if list(map(_letters, zip(quoted, strict=True))) != list(
            map(_letters, zip(there, strict=True))
        ):
            return None  # 'no where' and 'now here'
        changed = {
            word
            for word in (*quoted, *there)
            if word.lower() in spelling().apostrophe_makes_another_word
        }
        return None if changed else Fold.APOSTROPHES
    parts = quoted if len(quoted) > len(there) else there
    return Fold.COMPOUNDS if _is_compound(parts, joined, has_hyphen=has_hyphen) else None


def _is_compound(parts: Sequence[str], joined: str, *, has_hyphen: bool) -> bool:
    if all(len(part) == 1 and part.isupper() for part in parts):  # J. K. and JK
        return True
    if has_hyphen:
        return joined not in spelling().hyphen_makes_another_word
    if parts[0].isdecimal() and all(part.isalpha() for part in parts[1:]):  # 5 km and 5km
        return True
    small = comparing(english.LANGUAGE).small
    return all(
        len(part) >= _SHORTEST_PART and part.isalpha() and part.lower() not in small
        for part in parts
    )


def _letters(words: Sequence[str]) -> str:
    return "".join(words).replace("'", "").lower()
