"""Tells names in quotation marks, which nobody says, in German: 'das Magazin „Der Spiegel“'."""

import re
from collections.abc import Sequence

from audit.extract.quotes import Quotation
from audit.model import Article

_LONGEST = 6  # words of a name
_REACH = 40  # characters before a mark that are looked at
_BEHIND_NOUN = re.compile(r"[A-ZÄÖÜ][\w-]*[a-zäöüß\d]\s$")
_BEHIND_SOURCE = re.compile(r"\b(?:laut|Laut|von|vom|namens|Namens)\s$")
_IN_BRACKETS = re.compile(r"\(\s?$")
_DETERMINED = re.compile(
    r"\b(?:der|die|das|dem|den|des|im|am|vom|zum|zur|beim|ins|Der|Die|Das|Dem|Im|Am)\s"
    r"(?:[a-zäöü][\w-]*(?:e|en|er)\s)?$"
)
_WORD = re.compile(r"[\w.'’-]+")
_ENDS = frozenset(".!?…,")
_ADDRESS = re.compile(r"^\w[\w-]*\.(?:de|com|org|net|ch|at|tv|eu)$")


def less_names(article: Article, quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The quotations but for those that are names by what stands before them and how they look."""
    return tuple(words for words in quotations if not _is_name(article, words))


def _is_name(article: Article, quotation: Quotation) -> bool:
    text = article.text[quotation.start : quotation.end]
    words = _WORD.findall(text[:120])
    if not 1 <= len(words) <= _LONGEST or text[-1] in _ENDS:
        return False
    if _ADDRESS.match(text):
        return True
    if not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    block = article.blocks[quotation.block]
    before = article.text[max(quotation.outer_start - _REACH, block.start) : quotation.outer_start]
    if _BEHIND_NOUN.search(before) or (_IN_BRACKETS.search(before) and len(words) <= 3):
        return True
    run = all(word[0].isupper() or word[0].isdigit() for word in words) and len(words) > 1
    if _DETERMINED.search(before) or _BEHIND_SOURCE.search(before):
        return run or any(len(word) > 1 and word.isupper() for word in words)
    return False
