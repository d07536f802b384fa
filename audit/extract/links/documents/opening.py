"""The link on how a document got to readers, where it opens the sentence of the words.

'In a letter that was [read in court](url), Ann Lee said: “…”' has the words there; 'In a letter
that [rejected the report](url)' has not: nothing says that the link leads to the letter.
"""

import re

from audit.extract.claims import Claim
from audit.extract.engine import Reading
from audit.extract.places import links_between
from audit.extract.sentences import Sentence
from audit.languages.common import among
from audit.languages.extraction.linking import Linking
from audit.model import Article, Link, LinkRole

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_OPENING = 6  # words, at most, up to the document: 'In a long and angry letter'
_BETWEEN = 3  # words, at most, from the relative pronoun to the link: 'that has been'


class OpeningDocument:
    """The documents that open sentences of one article."""

    def __init__(self, article: Article, reading: Reading, known: Linking) -> None:
        self._article = article
        self._reading = reading
        self._known = known

    def of(self, claim: Claim) -> int | None:
        """The number of such a link before who says a claim's words, None where none is sure."""
        if claim.named is None:
            return None
        for number in dict.fromkeys(claim.sentences):
            sentence = self._reading.sentences[number]
            first, last = sentence.tokens[0], sentence.tokens[-1]
            if first.start < claim.named.start < last.end:
                return self._before(sentence, claim.named.start)
        return None

    def _before(self, sentence: Sentence, speaker: int) -> int | None:
        start = sentence.tokens[0].start
        links = links_between(self._article, start, speaker)
        if len({link.url for link in links}) != 1 or links[0].role is not LinkRole.SOURCE:
            return None
        link = links[0]
        between = [each for each in sentence.tokens if link.end <= each.start < speaker]
        closes = any(each.text == "," for each in between)
        first = not any(self._reading.words.say.get(each.low) for each in between)
        shown = closes and first and self._opens(sentence, link) and self._is_shown(link)
        return self._article.links.index(link) if shown else None

    def _opens(self, sentence: Sentence, link: Link) -> bool:
        """Whether a document and a clause on it, with the link, open a sentence."""
        words, known = self._reading.words, self._known
        ahead = [each for each in sentence.tokens if each.is_word and each.start < link.end]
        if not ahead or not among(ahead[0].low, words.prepositions, words.link_before):
            return False
        if ahead[0].low in known.about:
            return False
        clause = next((at for at, word in enumerate(ahead) if word.low in words.relative), None)
        if clause is None or not 1 < clause <= _OPENING or clause + 1 >= len(ahead):
            return False
        near = sum(clause < at and word.end <= link.start for at, word in enumerate(ahead))
        document = ahead[clause - 1].low
        is_one = among(document, known.documents, known.events) or document.endswith(
            known.document_ends
        )
        return is_one and ahead[clause].start < link.end and near <= _BETWEEN

    def _is_shown(self, link: Link) -> bool:
        """Whether the words of a link say that a document was read, and of no other one."""
        on = [word.lower() for word in _WORD.findall(self._article.text[link.start : link.end])]
        shows = any(word in self._known.shown for word in on)
        return shows and not any(among(word, self._known.about) for word in on)
