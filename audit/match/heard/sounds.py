"""How words sound, roughly: what a machine may have heard one for the other."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import jellyfish
from rapidfuzz.distance import Indel

from audit.languages.comparison.homophones import homophones

_LONGEST = 60  # letters


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """The key of a word's sound: by Metaphone where its letters are Latin, else the letters."""
    plain = _plain(word)[:_LONGEST]
    plain = homophones().get(plain, plain)
    if not plain.isascii() or any(char.isdigit() for char in plain):
        return plain or word.lower()
    return jellyfish.metaphone(plain).replace(" ", "").lower() or plain or word.lower()


def alike(ours: Sequence[str], theirs: Sequence[str]) -> float:
    """How alike two runs of words sound, from 0 to 1, wherever their words begin and end."""
    one, other = "".join(map(_plain, ours)), "".join(map(_plain, theirs))
    by_letters = Indel.normalized_similarity(one, other)
    if not (one.isascii() and other.isascii()):
        return by_letters
    return max(by_letters, Indel.normalized_similarity(sound(one), sound(other)))


def _plain(word: str) -> str:
    """The letters and digits of a word, lower-case, without the marks of Latin letters."""
    apart = unicodedata.normalize("NFD", word.lower().replace("ß", "ss"))
    return "".join(char for char in apart if char.isalnum())
