"""Finds statements that a link backs without a verb of saying: '… drivers ([Reuters](url))'.

A citation stands in parentheses or brackets at the end of what it is for, or on the figure itself,
or on the data that it is from. A link on other words is background, and to look there for what the
sentence says would accuse the article for nothing.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from audit.extract.claims import Carried, Claim, span
from audit.extract.engine import Reading
from audit.extract.layout.cited.backing import backed_by, is_on_data
from audit.extract.layout.cited.citing import citing_around, is_credit
from audit.extract.layout.cited.linked import CitingWords, Linked, linked_in
from audit.extract.layout.figures import has_figure
from audit.extract.outlets.mentions import find_mentions
from audit.extract.places import links_between, text_outside
from audit.extract.sentences import Sentence, Token
from audit.languages.common import among
from audit.languages.extraction.own_reporting import unsourced
from audit.model import Article, AttributionKind, BlockKind, Link, Span

_CREDIT = re.compile(r"\W{0,3}(\w{3,14})(?:\s?[:/©]|\sby\b)")
_FEWEST_WORDS = 4  # of a statement
_FEWEST_BESIDE = 2  # of them outside the link
_LEADS_TO = 20  # characters between a parenthesis and the link in it: '(see the '
_SHARE = 0.7  # of a block that is all link and no statement
_WORD = re.compile(r"\w[\w’'.&-]*")
_NO_NAME = re.compile(r"https?://|[a-z]{2,6}:\s?\S*\d|[\W\d]+$", re.IGNORECASE)  # 'PMID: 3123', '1'
_CLOSES = re.compile(r"[)\]]")
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION})


class _Citation(NamedTuple):
    """A link that backs the words from ``start`` to ``end``; ``named`` says whose they are."""

    start: int
    end: int
    link: Link
    named: Span | None
    carried: Carried | None


def cited_statements(
    article: Article, reading: Reading, known: CitingWords, claims: Sequence[Claim]
) -> Iterator[Claim]:
    """A claim of kind indirect for every sentence that only a citation ties to its source."""
    said: dict[int, list[Claim]] = {}
    for claim in claims:
        for number in claim.sentences:
            said.setdefault(number, []).append(claim)
    finder = _Finder(article, known)
    for number, sentence in enumerate(reading.sentences):
        if article.blocks[sentence.block].kind not in _KINDS:
            continue
        if number in said:
            yield from _beside_phrases(said[number], number, sentence, finder, article)
            continue
        before = reading.sentences[number - 1] if number else None
        if before is not None and (before.block != sentence.block or number - 1 in said):
            before = None
        for found in finder.citations(sentence, before):
            yield _claim(article, found, sentence, number)


def _beside_phrases(
    said: Sequence[Claim], number: int, sentence: Sentence, finder: "_Finder", article: Article
) -> Iterator[Claim]:
    """What a document has beside the phrases that are quoted from it in the same sentence.

    'The [decision](url) values the land at £310,000 and calls it “surplus”.'
    """
    if any(claim.kind in {AttributionKind.DIRECT, AttributionKind.INDIRECT} for claim in said):
        return
    found = finder.document(sentence)
    if found is None:
        return
    quoted = [span for claim in said for span in claim.contents]
    if any(span.start <= found.link.start < span.end for span in quoted):
        return
    if has_figure(text_outside(article, found.start, found.end, quoted)):
        yield _claim(article, found._replace(carried=None), sentence, number)


def _claim(article: Article, found: _Citation, sentence: Sentence, number: int) -> Claim:
    return Claim(
        AttributionKind.INDIRECT,
        [span(article, found.start, found.end)],
        None,
        found.named,
        sentence.block,
        [number],
        cited=(found.link.url,),
        carried=found.carried,
    )


class _Finder:
    def __init__(self, article: Article, known: CitingWords) -> None:
        self._article = article
        self._known = known
        self._all_link: tuple[int, bool] = (-1, False)  # the last block that was asked for

    def citations(self, sentence: Sentence, before: Sentence | None) -> Iterator[_Citation]:
        """The citations of a sentence; one that is all of it backs the sentence before."""
        tokens = sentence.tokens
        start = since = tokens[0].start
        for linked in linked_in(self._article, tokens):
            if self._is_all_link(sentence.block):
                return
            cites = citing_around(self._article, linked, self._known)
            if cites is None:
                found = self._backed_by_place(linked)
            else:
                begins, found = tokens[cites.start].start, None
                if begins > start:
                    found = self._backed(since, begins, linked)
                elif before is not None and cites.stop >= len(tokens) - 1:
                    own = before.tokens
                    found = self._backed(own[0].start, own[-1].end, linked)
                since = tokens[cites.stop - 1].end
            if found is not None:
                yield found

    def document(self, sentence: Sentence) -> _Citation | None:
        """The first data or document with a link in a sentence, as what backs all of it."""
        tokens = sentence.tokens
        for linked in linked_in(self._article, tokens):
            if is_on_data(self._article, linked, self._known):
                return self._backed(tokens[0].start, tokens[-1].end, linked)
        return None

    def _backed_by_place(self, linked: Linked) -> _Citation | None:
        """What a link backs by the words that it stands on."""
        backed = backed_by(self._article, linked, self._known)
        if backed is None:
            return None
        return self._backed(backed.start, backed.end, linked, by_whom=backed.by_whom)

    def _is_all_link(self, number: int) -> bool:
        """Whether a block is a list of links, or one with a word before it: 'Read more: …'."""
        if self._all_link[0] != number:
            block = self._article.blocks[number]
            links = links_between(self._article, block.start, block.end)
            linked = sum(link.end - link.start for link in links)
            self._all_link = number, linked > _SHARE * (block.end - block.start)
        return self._all_link[1]

    def _backed(
        self, start: int, end: int, linked: Linked, *, by_whom: bool = True
    ) -> _Citation | None:
        """The citation of a stretch, None where that is no statement."""
        text, link = self._article.text, linked.link
        credit = _CREDIT.match(text, start, end)
        if credit is not None and credit[1].lower() in self._known.layout.pictures:
            return None  # 'Picture by Lee. Source: [X](url)'
        while end > start and not (text[end - 1].isalnum() or text[end - 1] in '%€£$)”’»"'):
            end -= 1
        while start < end and not (text[start].isalnum() or text[start] in '$€£¥(“„«"‘'):
            start += 1
        beside = len(_WORD.findall(text[start : max(link.start, start)])) + len(
            _WORD.findall(text[min(link.end, end) : end])
        )
        if len(_WORD.findall(text[start:end])) < _FEWEST_WORDS or beside < _FEWEST_BESIDE:
            return None
        if is_credit(linked.tokens[: linked.first], self._known):
            by_whom = self._known.names_outlet(linked.on, link)  # 'H/T [Dan Wu](url)' told of it
        named, carried = self._named(linked) if by_whom else (None, None)
        return _Citation(start, end, link, named, carried)

    def _named(self, linked: Linked) -> tuple[Span | None, Carried | None]:
        """Whose the words are: the outlet on the link, else what the link stands on."""
        on, known = linked.on, self._known
        mentions = find_mentions(on, known.words)
        if mentions:
            first = mentions[0]
            name = span(self._article, on[first.start].start, on[first.end - 1].end)
            return name, Carried(first.outlet, name, was_told=False)
        told = _who_tells(on, known)
        words = span(self._article, linked.link.start, linked.link.end)
        if told and len(told) < len(on):
            if told[0].low in known.words.prepositions:
                return None, None  # 'on one estimate'
            words = span(self._article, told[0].start, told[-1].end)
        plain = (known.words.link_on, known.layout.credits)
        if _NO_NAME.match(words.text) or all(
            among(token.low, *plain) for token in on if token.is_word
        ):
            return None, None
        return words, None


def _who_tells(on: Sequence[Token], known: CitingWords) -> list[Token]:
    """The words on a link less the verb of whom they name, or of what stands in a document."""
    told = list(on)
    if told[1:2] and known.decides(told[1]) and not known.decides(told[-1]):
        told.pop(0)  # 'a décidé la mairie'
    while len(told) > 1 and (
        known.tells(told[0]) or known.shows(told[0]) or known.decides(told[0])
    ):
        told.pop(0)
    while len(told) > 1 and (known.shows(told[-1]) or known.decides(told[-1])):
        told.pop()
    within = [at for at, each in enumerate(told) if each.low in known.words.prepositions]
    if within and 0 < within[-1] < len(told) - 1 and known.is_data(told[-1]):
        return told[within[-1] + 1 :]  # 'steht in der Niederschrift'
    if within and within[-1] == len(told) - 1 and len(told) < len(on):
        told.pop()  # 'kündigte die Stadt an'
    return told


def without_citation(article: Article, claim: Claim) -> None:
    """Takes the citation in parentheses off the end of a statement: it is no part of its words.

    Nor is '[citation needed]'.
    """
    if claim.kind is not AttributionKind.INDIRECT or not claim.contents:
        return
    last = claim.contents[-1]
    wanting = unsourced().search(last.text)
    if wanting is not None and wanting.start() > 0 and wanting.end() == len(last.text):
        last = claim.contents[-1] = span(article, last.start, last.start + wanting.start())
    at = max(last.text.rfind("("), last.text.rfind("["))
    if at <= 0 or (not last.text.endswith((")", "]")) and _CLOSES.search(last.text, at)):
        return
    links = links_between(article, last.start + at, last.end)
    if links and links[0].start <= last.start + at + _LEADS_TO:
        claim.contents[-1] = span(article, last.start, last.start + at)
