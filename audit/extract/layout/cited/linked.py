"""The links of a sentence with the tokens that they stand on, and whose names those are."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from audit.extract.outlets.gazetteer import is_listed
from audit.extract.outlets.mentions import find_mentions
from audit.extract.places import links_between
from audit.extract.sentences import Token
from audit.languages.common import CommonWords, among
from audit.languages.extraction.layout import Layout
from audit.languages.extraction.linking import Linking
from audit.markup.addresses.url import hostname
from audit.model import Article, Link


class Linked(NamedTuple):
    """A link in a sentence; ``first`` to ``stop`` are the tokens that begin on it."""

    tokens: Sequence[Token]
    first: int
    stop: int
    link: Link

    @property
    def on(self) -> Sequence[Token]:
        """The tokens that the link stands on."""
        return self.tokens[self.first : self.stop]

    @property
    def behind(self) -> Sequence[Token]:
        """The tokens of the sentence behind the link."""
        return self.tokens[self.stop :]


class CitingWords(NamedTuple):
    """The words of a language by which a citation is known."""

    words: CommonWords
    layout: Layout
    linking: Linking

    def names_outlet(self, on: Sequence[Token], link: Link) -> bool:
        """Whether words on a link are the name of an outlet, with no words before it."""
        named = [token for token in on if token.is_word]
        if is_listed(" ".join(token.text for token in named)):  # 'El País'
            return True
        while named and named[0].low in self.words.determiners:
            named.pop(0)
        if len(named) == 1 and named[0].is_name and self.is_short_name(named[0], link):
            return True
        if is_listed(" ".join(token.text for token in named)):
            return True
        mentions = find_mentions(named, self.words)
        return bool(mentions) and mentions[0].start == 0

    def is_short_name(self, token: Token, link: Link) -> bool:
        """Whether one word names an outlet, by what it is or by the link's site: 'the Gazette'."""
        in_address = len(token.low) > 2 and token.low in (hostname(link.url) or "")
        return in_address or among(token.low, self.words.outlet_words, self.linking.institutions)

    def is_data(self, token: Token) -> bool:
        """Whether a word is one for data, or for a document."""
        ends = self.linking.document_ends  # 'Forsa-Umfrage'
        return among(token.low, self.layout.data, self.linking.documents) or token.low.endswith(
            ends
        )

    def tells(self, token: Token) -> bool:
        """Whether a word may be the verb of who tells: 'indique'."""
        return token.low in self.words.say

    def shows(self, token: Token) -> bool:
        """Whether a word may be the verb of data: 'suggests'."""
        return token.low in self.layout.shows

    def decides(self, token: Token) -> bool:
        """Whether a word may be the verb of who settles or counts something: 'ordered'."""
        return token.low in self.linking.decides

    def is_cited_on(self, token: Token) -> bool:
        """Whether a word is one that a citation stands on, whatever it names: 'source', 'here'."""
        return among(token.low, self.words.link_on, self.layout.credits, self.layout.data)

    def before_determiners(self, tokens: Sequence[Token], at: int) -> int:
        """The token that the determiners right before ``at`` begin at; ``at`` without any."""
        while at and tokens[at - 1].low in self.words.determiners:
            at -= 1
        return at


def linked_in(article: Article, tokens: Sequence[Token]) -> Iterator[Linked]:
    """The links of a sentence that a token of it begins on, in order."""
    for link in links_between(article, tokens[0].start, tokens[-1].end):
        inside = [at for at, token in enumerate(tokens) if link.start <= token.start < link.end]
        if inside:
            yield Linked(tokens, inside[0], inside[-1] + 1, link)
