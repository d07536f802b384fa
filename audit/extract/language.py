"""Tells in which language an article is written, so that the right words are looked for in it."""

import re
from functools import cache

from audit.languages import english, phrasebook
from audit.languages.recognition import recognised
from audit.model import Article

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 1_500  # characters that are looked at
_FEWEST_HITS = 4
_CLEAR_LEAD = 1.2


@cache
def languages() -> tuple[str, ...]:
    """The ISO 639-1 codes of the languages whose reporting verbs are known."""
    return (english.LANGUAGE, *phrasebook.languages())


def language_of(article: Article) -> str:
    """The ISO 639-1 code of the article's language, one of ``languages``.

    What the article declares is believed if it is one of these. Otherwise its most frequent
    function words decide; in doubt it is English.
    """
    declared = (article.language or "").replace("_", "-").split("-", 1)[0].lower()
    if declared in languages():
        return declared
    start = article.blocks[0].start if article.blocks else 0
    words = _WORD.findall(article.text[start : start + _SAMPLE].lower())
    found = recognised(words, fewest=_FEWEST_HITS, lead=_CLEAR_LEAD, least=0)
    return found if found in languages() else english.LANGUAGE
