"""Spellings of one word that are no rule of letters: kana for kanji, "hab's" for 'habe es'."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any


def are_kana_of(one: str, other: str) -> bool:
    """Whether two stretches are one in kana, or a kanji and what houses write for it."""
    known = _read()["kana"]
    if other in known.get(one, "").split() or one in known.get(other, "").split():
        return True
    if one.isascii() or other.isascii():
        return False
    return in_kana(one) == other or in_kana(other) == one  # two kanji of one sound are two words


def in_kana(text: str) -> str:
    """A text with those kanji in kana that houses write so, each in its first reading."""
    if text.isascii():
        return text
    known = _read()["kana"]
    return _kanji().sub(lambda found: known[found[0]].split()[0], text)


@cache
def _kanji() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_read()["kana"], key=len, reverse=True)))


def is_cut_off(first: str, there: str, language: str | None) -> bool:
    """Whether a quotation's first word lacks a small one that lost its vowel: 'il' of "qu'il"."""
    small = _read()["cut_off"].get(language, "").split() if language else ()
    elided, tie, rest = there.lower().rpartition("'")
    return bool(tie) and elided in small and rest == first.lower()


def are_elided(ours: Sequence[str], theirs: Sequence[str], language: str | None) -> bool:
    """Whether folded words are the same when small ones are spoken with those before them."""
    if language is None or language not in _read()["elided"]:
        return False
    return ours != theirs and _elided(ours, language) == _elided(theirs, language)


def _elided(words: Sequence[str], language: str) -> str:
    return _behind_e(language).sub(r"\1'\2", " ".join(words).lower())


@cache
def _behind_e(language: str) -> re.Pattern[str]:
    """A small word that loses its 'e' behind another, and the last one of that."""
    words = _read()["elided"].get(language, "").split()
    ends = "|".join(word.removeprefix("e") for word in words) or "(?!)"
    return re.compile(rf"(\w)e? e({ends})\b")


@cache
def _read() -> dict[str, Any]:
    text = (files("audit.languages") / "other_letters.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
