"""Reads the line that signs a block quotation: '— Ann Lee, BBC', '(Post)', 'Source: Reuters'."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from audit.extract.claims import Carried, span
from audit.extract.outlets.mentions import Mention, find_mentions
from audit.extract.places import links_between
from audit.extract.sentences import Token, sentences
from audit.languages.common import CommonWords
from audit.languages.extraction.layout import Layout
from audit.model import Article, Block, BlockKind, Span

_LONGEST = 200  # characters of a signature
_MOST_WORDS = 25
_GAP = 20  # blanks at most before its dash
_LONGEST_NAME = 9  # words
_DASH = re.compile(r"(?:(?<=\n)-|—|–|―|--)\s*(?=[^\s—–-])")
_DASH_OR_HYPHEN = re.compile(r"\s{0,20}(?:--?|—|–|―)\s{0,20}(?=[^\s—–-])")
_PARENTHESIS = re.compile(r"\(([^()\n]{1,120})\)\s*\Z")
_BRACKETS = re.compile(r"\s{0,9}\(([^()\n]{1,160})\)\s{0,9}\.?\s{0,9}")
_WORD = re.compile(r"[^\W\d_]+")
_LABEL = re.compile(r"\s*([^\W\d_]{2,20})\s?:\s*")
_ENDS = frozenset(".?!…”\"»’')]}“\n")
_MOST_BARE = 14  # words of a signature without a sign
_OPENS = " \t\n—–―-(["
_STOPS = frozenset(",;()|[]/")
DASHES = frozenset({"—", "–", "―", "--", "-"})
"""What stands before a signature."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who is quoted: the words that name them, the outlet, the addresses; ``start`` of it all."""

    start: int
    end: int
    speaker: Span | None
    carried: Carried | None
    urls: tuple[str, ...]


def _words_in(text: str) -> list[str]:
    """The words of a text."""
    return _WORD.findall(text)


class Signatures:
    """Reads the signatures of one article."""

    def __init__(self, article: Article, words: CommonWords, layout: Layout) -> None:
        self._article = article
        self._words = words
        self._layout = layout
        self.roles = words.roles

    def closing(self, block: Block) -> Signature | None:
        """The signature in which the last block of a quotation ends."""
        text = self._article.text
        near = max(block.start, block.end - _LONGEST)
        for dash in reversed(list(_DASH.finditer(text, near, block.end))):
            before = text[max(block.start, dash.start() - _GAP) : dash.start()].rstrip(" \t")
            if (not before or before[-1] in _ENDS) and self._may_sign(dash.end(), block.end):
                return self.read(dash.start(), block.end)
        label = _LABEL.match(text, block.start, block.end)
        if label is not None and label[1].lower() in self._layout.credits:
            return self.read(block.start, block.end) if block.end - near < _LONGEST else None
        signed = self.bare(block.start, block.end) if block.end - near < _LONGEST else None
        if signed is not None:
            return signed
        found = _PARENTHESIS.search(text, near, block.end)
        if found is not None and self._urls(found.start(1), found.end(1)):
            return self.read(found.start(), block.end)
        return None

    def whole(self, block: Block) -> Signature | None:
        """The signature that a block of its own below a quotation is: '— Ann Lee, BBC'."""
        if block.kind not in {BlockKind.PARAGRAPH, BlockKind.CAPTION}:
            return None
        dash = _DASH.match(self._article.text, block.start, block.end)
        signs = dash is not None and self._may_sign(dash.end(), block.end)
        return self.read(block.start, block.end) if signs else None

    def credit(self, block: Block) -> Signature | None:
        """The credit that a block of its own below a quotation is: 'Source: [Ann Lee, Post](url)'.

        It names who speaks only where more stands behind a name: an outlet's may look the same.
        """
        label = _LABEL.match(self._article.text, block.start, block.end)
        if label is None or label[1].lower() not in self._layout.credits:
            return None
        if block.end - block.start > _LONGEST or not self._urls(block.start, block.end):
            return None
        found = self.read(block.start, block.end)
        speaker = found.speaker
        goes_on = speaker is not None and self._article.text[speaker.end : block.end].lstrip()
        is_outlet = (
            found.carried is not None
            and speaker is not None
            and (found.carried.span.start <= speaker.start)
        )
        named = goes_on and goes_on[0] in ",(" and not is_outlet
        return found if named else replace(found, speaker=None)

    def below(self, block: Block) -> Signature | None:
        """The signature that a block below a block quotation is, with a dash or without."""
        if block.kind not in {BlockKind.PARAGRAPH, BlockKind.CAPTION}:
            return None
        return self.whole(block) or self.bare(block.start, block.end)

    def behind(self, start: int, end: int) -> Signature | None:
        """The signature that all between two offsets is, which opens with a dash or a hyphen."""
        dash = _DASH_OR_HYPHEN.match(self._article.text, start, end)
        signs = dash is not None and self._may_sign(dash.end(), end)
        return self.read(start, end) if signs else None

    def in_brackets(self, start: int, end: int) -> Signature | None:
        """The signature in brackets that all between two offsets is, with a link in it.

        '(Jo Beck, mayor, [press conference](url), 3 May)'.
        """
        found = _BRACKETS.fullmatch(self._article.text, start, end)
        if found is None or not self._urls(found.start(1), found.end(1)):
            return None
        return self.read(found.start(1), found.end(1))

    def bare(self, start: int, end: int) -> Signature | None:
        """The signature that all between two offsets is without a sign: a name and a link.

        'Ann Lee, mayor, [Post](url)', not 'Ann Lee, the mayor, told the [Post](url) so'.
        """
        text, words = self._article.text, _words_in(self._article.text[start:end])
        links = links_between(self._article, start, end)
        if not links or len(words) > _MOST_BARE or not self._may_sign(start, end):
            return None
        outside, at = [], start
        for link in links:
            outside += _words_in(text[at : link.start])
            at = link.end
        outside += _words_in(text[at:end])
        found = self.read(start, end)
        if found.speaker is None or any(word.lower() in self._words.say for word in outside):
            return None
        full = sum(word[:1].isupper() for word in found.speaker.text.split()) > 1
        behind = text[found.speaker.end : end].lstrip("*_ ")[:1]
        return found if full and behind and behind in ",(" else None

    def read(self, start: int, end: int) -> Signature:
        """The signature that stands at these offsets, whatever its form."""
        text = self._article.text
        at = start
        while at < end and text[at] in _OPENS:
            at += 1
        label = _LABEL.match(text, at, end)
        if label is not None and label[1].lower() in self._layout.credits:
            at = label.end()
        tokens = self._tokens(at, end)
        named = [token._replace(text="The") if token.text == "the" else token for token in tokens]
        mentions = find_mentions(named, self._words)  # 'the Guardian' can be nothing else here
        return Signature(
            start, end, self._speaker(tokens, mentions), self._outlet(tokens, mentions),
            self._urls(start, end),
        )  # fmt: skip

    def _may_sign(self, start: int, end: int) -> bool:
        words = self._article.text[start:end].strip()
        begins = words.lstrip("([“\"„«'’*_")[:1]
        many = len(words.split())
        if not begins or many > _MOST_WORDS or end - start > _LONGEST:
            return False
        if words[-1] in "!?" or (words.rstrip(")")[-1:] == "." and many > _LONGEST_NAME):
            return False
        return begins.isupper() or many <= _LONGEST_NAME

    def _tokens(self, start: int, end: int) -> list[Token]:
        only = replace(self._article, blocks=(Block(start, end, BlockKind.PARAGRAPH),))
        return [token for sentence in sentences(only, (), self._words) for token in sentence.tokens]

    def _urls(self, start: int, end: int) -> tuple[str, ...]:
        links = links_between(self._article, start, end)
        return tuple(dict.fromkeys(link.url for link in links))

    def _speaker(self, tokens: Sequence[Token], mentions: Sequence[Mention]) -> Span | None:
        """The name that a signature begins with, up to a comma, a dash or the outlet behind it."""
        if not tokens:
            return None
        stop = self._name_end(tokens, mentions)
        while stop > 0 and tokens[stop - 1].text in {".", "*"}:
            stop -= 1
        first = tokens[0]
        plain = first.text[0].isalnum() and not first.text[0].isdigit()
        if not stop or stop > _LONGEST_NAME or not plain:
            return None
        return span(self._article, first.start, tokens[stop - 1].end)

    def _name_end(self, tokens: Sequence[Token], mentions: Sequence[Mention]) -> int:
        """The index at which a comma, a dash, or the outlet or the link behind a name stands."""
        links = links_between(self._article, tokens[0].start, tokens[-1].end)
        linked = {link.start for link in links}
        outlet = mentions[0].start if mentions else 0
        for at, token in enumerate(tokens):
            if token.text in _STOPS or token.text in DASHES or token.text == ":":
                return at
            named = at > 0 and tokens[0].is_name
            if named and (at == outlet or token.start in linked):
                stop = at
                while stop > 1 and self._leads(tokens[stop - 1]):
                    stop -= 1
                return stop
        return len(tokens)

    def _leads(self, token: Token) -> bool:
        words = self._words
        return not token.is_name and (
            token.low in words.prepositions or token.low in words.determiners or not token.is_word
        )

    def _outlet(self, tokens: Sequence[Token], mentions: Sequence[Mention]) -> Carried | None:
        if not mentions:
            return None
        named = mentions[-1]
        start, end = tokens[named.start].start, tokens[named.end - 1].end
        return Carried(
            named.outlet, Span(start, end, self._article.text[start:end]), was_told=False
        )
