"""Tells in which language an article is written, so that the right words are looked for in it.

Small words decide, among the languages that have the text's letters. Where neither tells, it is no
language that we know: it is read without grammar (``without_grammar/``), never as English.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from audit.languages.extraction import english, phrasebook
from audit.languages.extraction.neighbours import spoken_elsewhere
from audit.languages.recognition import (
    function_words,
    languages_of_function_words,
    letters,
    recognised,
)
from audit.model import Article

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH_ENDING = re.compile(r"[’'](?:s|re|ve|ll)\b")  # 's' is a word in Polish and in Czech
_SAMPLE = 1_500  # characters that are looked at
_FEWEST_HITS = 4
_FEW_HITS = 2  # enough where the letters leave no other language with as many
_CLEAR_LEAD = 1.2
_FAIR_LEAD = 2.0
_LONG_WITHOUT = 9  # words of a text in English, one of which is a function word
_STRANGE = 0.5  # words with letters of another alphabet, to each small word of the language
_FOREIGN = 0.5  # share of such words in a text that is not in the language it declares
_VOCABULARY_HITS = 2
_VOCABULARY_SHARE = 0.3  # of the words of a short text that have to be in a phrasebook
_SHORT = 60  # words
_FOREIGN_MARKS = frozenset("«»„「」『』¿¡")  # no English text has them


@cache
def languages() -> tuple[str, ...]:
    """The ISO 639-1 codes of the languages whose reporting verbs are known."""
    return (english.LANGUAGE, *phrasebook.languages())


def language_of(article: Article) -> str | None:
    """The ISO 639-1 code of the article's language; None where it is none of ``languages``.

    What the article declares is believed if it is one of these and its letters do not belie it.
    Otherwise its most frequent function words decide. A text in plain letters in which nothing
    tells is English; any other in doubt is none.
    """
    sample = _sample(article)
    words = _WORD.findall(_ENGLISH_ENDING.sub("", sample))
    common = _common(words)
    strange = _strange(common)
    declared = (article.language or "").replace("_", "-").split("-", 1)[0].lower()
    if declared in languages() and strange[declared] <= _FOREIGN * len(common):
        return declared
    small = Counter(map(str.lower, words))
    hits = _hits(small)
    found = _told(small, hits, strange) or _by_vocabulary(small, hits, strange)
    if found is None and declared in {"", english.LANGUAGE}:
        in_doubt = hits[english.LANGUAGE] + 1 < max(hits.values())
        foreign = small.total() >= _LONG_WITHOUT or not "".join(words).isascii()
        foreign |= not spoken_elsewhere().isdisjoint(small)
        in_doubt |= hits[english.LANGUAGE] == 0 and foreign
        if strange[english.LANGUAGE] == 0 and not in_doubt and _FOREIGN_MARKS.isdisjoint(sample):
            found = english.LANGUAGE
    return found if found in languages() else None


def _sample(article: Article) -> str:
    start = article.blocks[0].start if article.blocks else 0
    return article.text[start : start + _SAMPLE]


def letters_and_words(article: Article) -> tuple[int, Mapping[str, int], Mapping[str, int]]:
    """What tells of an article's language.

    The number of its words that are no names, how many of them have letters that each language
    lacks, and how many are small words of each.
    """
    words = _WORD.findall(_sample(article))
    common = _common(words)
    small = Counter(map(str.lower, words))
    return len(common), _strange(common), _hits(small)


def _hits(small: Mapping[str, int]) -> dict[str, int]:
    """How many words are small words of each language."""
    hits = dict.fromkeys(function_words(), 0)
    spoken_in = languages_of_function_words()
    for word in small.keys() & spoken_in.keys():
        for code in spoken_in[word]:
            hits[code] += small[word]
    return hits


def _common(words: Sequence[str]) -> list[str]:
    """The words that are no names: a name keeps its letters in another language.

    Where few are in a script without capitals, they are names.
    """
    small = [word for word in words if word[0].islower()]
    without_case = [word for word in words if word[0].lower() == word[0].upper()]
    return small + without_case if len(without_case) > len(small) else small


def _strange(words: Sequence[str]) -> Mapping[str, int]:
    """How many words have letters that a language has not."""
    special = Counter(
        "".join(sorted({letter for letter in word if not letter.isascii()}))
        for word in words
        if not word.isascii()
    )
    latin = sum(word.isascii() for word in words)
    strange = {code: latin if _own_script(known) else 0 for code, known in letters().items()}
    for signs, often in special.items():
        for code, known in letters().items():
            if not known.issuperset(signs):
                strange[code] += often
    return strange


@cache
def _own_script(known: frozenset[str]) -> bool:
    """Whether a language writes in letters other than Latin."""
    return any("\u036f" < letter < "\u1e00" for letter in known)


def _told(small: Counter[str], hits: Mapping[str, int], strange: Mapping[str, int]) -> str | None:
    """The language that the small words of a text tell, of those that its letters allow."""
    possible = {code for code, hit in hits.items() if strange[code] <= _STRANGE * hit}
    best = max((hits[code] for code in possible), default=0)
    fewest, lead = (_FEWEST_HITS, _CLEAR_LEAD) if best >= _FEWEST_HITS else (_FEW_HITS, _FAIR_LEAD)
    if best < fewest:
        return None
    return recognised(small.elements(), among=possible, fewest=fewest, lead=lead, least=0)


def _by_vocabulary(
    small: Counter[str], hits: Mapping[str, int], strange: Mapping[str, int]
) -> str | None:
    """The language of a short text by all the words that its phrasebook lists."""
    length = small.total()
    if not 0 < length <= _SHORT:
        return None
    listed = Counter(
        {
            code: sum(map(small.__getitem__, small.keys() & _vocabulary(code)))
            for code in phrasebook.languages()
            if strange[code] == 0
        }
    )
    others = (hit for code, hit in hits.items() if code not in listed and strange[code] == 0)
    first, second = [*listed.most_common(2), ("", 0), ("", 0)][:2]
    enough = first[1] >= max(_VOCABULARY_HITS, _VOCABULARY_SHARE * length)
    clear = first[1] >= _FAIR_LEAD * max(second[1], *others, 0)
    return first[0] if enough and clear else None


@cache
def _vocabulary(code: str) -> frozenset[str]:
    book = phrasebook.phrasebook(code)
    return book.say | book.closed | book.determiners | book.roles | book.joining
