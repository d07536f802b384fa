"""Which links and words name a document: a report, a letter, a ruling."""

import itertools
import re
from bisect import bisect_right

from audit.extract.engine import Reading
from audit.extract.links.leads import Lead, Leads
from audit.extract.links.named_again import is_institution
from audit.extract.stretches import Stretches
from audit.languages.common import among
from audit.languages.extraction.linking import Linking
from audit.model import Article, Link, LinkRole

_WORDS = re.compile(r"[\w@-]+|\(")
_OPENING = 4  # tokens of a sentence in which its subject is looked for


class Documents:
    """What an article calls a document, or leads to one; ``stretches`` are those of its links."""

    def __init__(
        self,
        article: Article,
        reading: Reading,
        known: Linking,
        *,
        stretches: Stretches,
        leads: Leads,
    ) -> None:
        self._article = article
        self._words = reading.words
        self._sentences = reading.sentences
        self._known = known
        self._stretches = stretches
        self._leads = leads

    def only_one(self, start: int, end: int) -> list[int]:
        """The first link of a stretch, if all there have one address and it may be a document's."""
        links = self._article.links
        beside = [
            number
            for number in self._stretches.overlapping(start, end)
            if links[number].role is LinkRole.SOURCE
        ]
        alone = len({links[number].url for number in beside}) == 1
        theirs = alone and self._leads.of(links[beside[0]]) is not Lead.ABOUT
        may_be = theirs and (self._may_be(beside[0]) or self.tells_of(links[beside[0]]))
        return beside[:1] if may_be else []

    def tells_of(self, link: Link) -> bool:
        """Whether a link stands in a sentence on a document: 'The report, [out](url), is'."""
        at = bisect_right(self._sentences, link.start, key=lambda each: each.tokens[0].start)
        opening = [token.low for token in self._sentences[at - 1].tokens[:_OPENING]] if at else []
        return any(
            among(word, self._known.documents) and among(before, self._words.determiners)
            for before, word in itertools.pairwise(opening)
        )

    def _may_be(self, number: int) -> bool:
        """Whether a link stands on a document, an institution that has one, or a verb of saying."""
        on = link_text(self._article, self._article.links[number])
        words = _WORDS.findall(on.lower())
        if self.is_on(number) or any(self._words.say.get(word) for word in words):
            return True
        return is_institution(on, on, self._known) or any(
            among(word, self._words.link_on) for word in words
        )

    def is_on(self, number: int) -> bool:
        """Whether the words of a link name a document before they say whose or on what."""
        return self.is_one(link_text(self._article, self._article.links[number]))

    def is_one(self, text: str) -> bool:
        """Whether words name a document before they say whose or on what."""
        words = _WORDS.findall(text.lower())
        head = itertools.takewhile(lambda word: word not in self._words.prepositions, words)
        ends = self._known.document_ends
        return any(among(word, self._known.documents) or word.endswith(ends) for word in head)


def is_written_out(words: str) -> bool:
    """Whether the words of a link are an address."""
    return words.startswith(("http://", "https://"))


def link_text(article: Article, link: Link) -> str:
    """The words that a link stands on."""
    return article.text[link.start : link.end]
