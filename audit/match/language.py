"""Tells when a quotation and a source are plainly in different languages; silent when in doubt."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from audit.languages.folders import folders
from audit.languages.recognition import recognised

_CHARACTERS = 2_000  # of a page's beginning and of its middle, by which its language is told
_SAMPLE = 2_000  # words of a page that are looked at
_FEWEST_HITS = 3
_CLEAR_LEAD = 2.0
_LEAST = 1  # word of another language that is always reckoned with
_FEWEST_LETTERS = 12


def languages_differ(quote: Sequence[str], page: Sequence[str], written_in: str | None) -> bool:
    """Whether two runs of folded words are, beyond doubt, in two scripts or two languages.

    A few words tell no language: they are taken to be in that of the article, ``written_in``.
    """
    sample = _sample(tuple(page[:_SAMPLE]))
    scripts = _scripts(quote), sample.scripts
    if sum(scripts[0].values()) >= _FEWEST_LETTERS and scripts[1]:
        main_script = scripts[0].most_common(1)[0][0]
        if scripts[1][main_script] < 0.02 * sum(scripts[1].values()):
            return True
    languages = language_told(quote) or written_in, sample.language
    return None not in languages and languages[0] != languages[1]


class _Sample(NamedTuple):
    """What is told of the words of a page: its letters by script, and its language."""

    scripts: Counter[str]
    language: str | None


@lru_cache(maxsize=64)  # every quotation that a page lacks asks
def _sample(words: tuple[str, ...]) -> _Sample:
    return _Sample(_scripts(words), language_told(words))


def _scripts(words: Sequence[str]) -> Counter[str]:
    """Letters by script, told by the first word of their Unicode name.

    Kana and Han count as one.
    """
    counts: Counter[str] = Counter()
    for char, often in Counter("".join(words)).items():
        if char.isalpha():
            script = unicodedata.name(char, "OTHER").split(" ", 1)[0].split("-", 1)[0]
            counts["EAST ASIAN" if script in ("CJK", "HIRAGANA", "KATAKANA") else script] += often
    return counts


def language_of_page(text: str) -> str | None:
    """The code of the language that a page's text is plainly in; None in doubt."""
    middle = max(len(text) // 2, _CHARACTERS)
    return _language_of(text[:_CHARACTERS] + text[middle : middle + _CHARACTERS])


@lru_cache(maxsize=64)  # other readings of the page ask again
def _language_of(sample: str) -> str | None:
    return language_told(sample.split())


def language_told(words: Sequence[str]) -> str | None:
    """The code of the language with a folder that folded words are plainly in."""
    lowered = (word.lower() for word in words)
    return recognised(lowered, among=folders(), fewest=_FEWEST_HITS, lead=_CLEAR_LEAD, least=_LEAST)
