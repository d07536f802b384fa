"""Names who speaks by signs alone: a name and a colon before, a dash and a name behind.

'Anna Lind: ”Nej.”' and '„Nem.” – Kovács Anna' say so in every language; '”Nej”, säger Lind' does
not: the word beside a name may be 'to' as well as 'says'. In doubt there is no speaker.
"""

import re
from collections.abc import Sequence

from audit.extract.claims import span
from audit.extract.quotes import Quotation
from audit.extract.sentences import IN_WORD
from audit.languages.extraction.neighbours import words_of
from audit.languages.extraction.particles import particles
from audit.model import Article, Block, Span

_WORD = re.compile(rf"[^\W\d_]{IN_WORD}*(?:[.’'·・=-][^\W\d_]{IN_WORD}*)*\.?")
_HAS_CASE = re.compile(r"[A-Za-zÀ-\u02afΑ-ωΆ-ώА-Яа-яЀ-ӿ\u1e00-\u1eff]")
_FEWEST, _MOST = 2, 4  # words of a full name
_MOST_UNCASED = 3  # words of a name whose script has no capitals
_LONGEST = 60  # characters of a name
_LONGEST_EAST_ASIAN, _SHORTEST_EAST_ASIAN = 8, 2  # characters
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_COLON = re.compile(r"\s{0,2}[:：]\s{0,2}$")
_DASH = re.compile(r"[.,]?\s{0,2}[—–―-]{1,2}\s{0,2}")
_SENTENCE_END = re.compile(r"[.!?…。！？।؟\n]\s{0,2}|[.!?…。！？][”“»«’」』\"]\s{0,2}")


class Signs:
    """The signs beside the quotations of one article."""

    def __init__(self, article: Article, codes: Sequence[str] = ()) -> None:
        self._article = article
        self._given = frozenset[str]().union(*(words_of("given", code) for code in codes))
        self._elsewhere: dict[str, bool] = {}

    def speaker_of(self, quotation: Quotation) -> Span | None:
        """Who says a quotation, None where signs do not tell."""
        block = self._article.blocks[quotation.block]
        return self._before_colon(quotation, block) or self._behind_dash(quotation, block)

    def _before_colon(self, quotation: Quotation, block: Block) -> Span | None:
        """The name with which its sentence begins, and which ends at a colon right before it."""
        start = sentence_start(self._article, quotation, block, _LONGEST)
        if start is None:
            return None
        colon = _COLON.search(self._article.text, start, quotation.outer_start)
        if colon is None:
            return None
        name = span(self._article, start, colon.start())
        if _HAS_CASE.search(name.text):
            return name if _is_full_name(name.text) else None
        if not _may_be_name(name.text):
            return None
        given = name.text.split()[0] in self._given
        return name if given or self._stands_elsewhere(name) else None

    def _behind_dash(self, quotation: Quotation, block: Block) -> Span | None:
        """The name behind a dash, with which its paragraph ends as a signature does."""
        text = self._article.text
        dash = _DASH.match(text, quotation.outer_end, block.end)
        if dash is None:
            return None
        line = text[dash.end() : min(dash.end() + _LONGEST, block.end)].partition("\n")[0]
        cut = re.search("[,،、(（]", line)
        name = line[: cut.start()] if cut is not None else line
        alone = dash.end() + len(line) == block.end or "\n" in text[dash.end() : block.end]
        if not alone and cut is None:
            return None
        found = span(self._article, dash.end(), dash.end() + len(name))
        if _HAS_CASE.search(name):
            return found if _is_full_name(found.text) else None
        begins = not text[block.start : quotation.outer_start].strip()
        return found if begins and _may_be_name(found.text) else None

    def _stands_elsewhere(self, name: Span) -> bool:
        """Whether the article has a name in another place than before a colon.

        A script without capitals does not tell a name from 'and so she said:'.
        """
        if name.text not in self._elsewhere:
            pattern = re.compile(rf"(?<!\w){re.escape(name.text)}(?!\s{{0,2}}[:：])")
            self._elsewhere[name.text] = pattern.search(self._article.text) is not None
        return self._elsewhere[name.text]


def sentence_start(article: Article, quotation: Quotation, block: Block, reach: int) -> int | None:
    """Where the sentence before a quotation begins; None where that is out of reach."""
    first = max(quotation.outer_start - reach, block.start)
    before = article.text[first : quotation.outer_start]
    ends = [match.end() for match in _SENTENCE_END.finditer(before)]
    real = [end for end in ends if not _is_initial(before, end)]
    if real:
        return first + real[-1]
    return None if first > block.start else first


def _is_initial(text: str, end: int) -> bool:
    """Whether a full stop is that of an initial: 'J. Novák'."""
    before = text[:end].rstrip()
    return before.endswith(".") and (len(before) < 3 or not before[-3].isalnum())


def _is_full_name(text: str) -> bool:
    """Whether a text is nothing but two to four capitalised words, particles aside."""
    words = [match.group() for match in _WORD.finditer(text)]
    if "".join(words) != "".join(text.split()):
        return False
    named = [word for word in words if word not in particles()]
    return _FEWEST <= len(named) <= _MOST and all(word[0].isupper() for word in named)


def _may_be_name(text: str) -> bool:
    """Whether a text in a script without capitals is as short as a name, and nothing else."""
    if _EAST_ASIAN.fullmatch(text.replace("・", "").replace(" ", "")):
        return _SHORTEST_EAST_ASIAN <= len(text) <= _LONGEST_EAST_ASIAN
    words = [match.group() for match in _WORD.finditer(text)]
    return "".join(words) == "".join(text.split()) and _FEWEST <= len(words) <= _MOST_UNCASED
