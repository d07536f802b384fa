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
from audit.extract.layout.figures import YEAR, figure_in_digits, has_figure
from audit.extract.links.named_again import is_institution
from audit.extract.outlets.gazetteer import triggers
from audit.extract.outlets.mentions import Mention, find_mentions
from audit.extract.places import links_between, text_outside
from audit.extract.sentences import Sentence, Token
from audit.languages.common import CommonWords, among
from audit.languages.extraction.layout import Layout
from audit.languages.extraction.linking import Linking
from audit.languages.extraction.own_reporting import unsourced
from audit.markup.addresses.url import hostname
from audit.model import Article, AttributionKind, BlockKind, Link, Span

_FEWEST_WORDS = 4  # of a statement
_FEWEST_BESIDE = 2  # of them outside the link
_MOST_CITING = 12  # tokens of a citation
_BEFORE_FIGURE = 2  # words: 'more than 40 %', not 'subscribe here for 40 % off'
_MOST_BEHIND = 3  # words behind data that a sentence ends in: 'have since shown'
_LEADS_TO = 20  # characters between a parenthesis and the link in it: '(see the '
_MOST_LEADING = 2  # words of 'has risen', before a figure
_NEXT = 24  # characters behind a link in which its figure stands
_BEHIND = 6  # tokens between data and such a verb behind: 'a [paper] by Lee and Holm puts'
_OPENING = 4  # tokens of a subject such as 'the biggest trial'
_LONGEST_SUBJECT = 12
_SHORTEST_TELLING = 2  # tokens of 'indique Lee'
_NEAR = 4  # tokens between data and the verb that says what they show
_SHARE = 0.7  # of a block that is all link and no statement
_WORD = re.compile(r"\w[\w’'.&-]*")
_CLAUSE = re.compile(r"[,;:—–](?=\s)|[()]")
_DASHES = frozenset("-–—")
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION})
_OPENS, _CLOSES = frozenset("(["), frozenset(")]")


class _Citation(NamedTuple):
    """A link that backs the words from ``start`` to ``end``; ``named`` says whose they are."""

    start: int
    end: int
    link: Link
    named: Span | None
    carried: Carried | None


def cited_statements(
    article: Article,
    reading: Reading,
    words: CommonWords,
    known: tuple[Layout, Linking],
    claims: Sequence[Claim],
) -> Iterator[Claim]:
    """A claim of kind indirect for every sentence that only a citation ties to its source."""
    said: dict[int, list[Claim]] = {}
    for claim in claims:
        for number in claim.sentences:
            said.setdefault(number, []).append(claim)
    finder = _Finder(article, words, *known)
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
            yield Claim(
                AttributionKind.INDIRECT,
                [span(article, found.start, found.end)],
                None,
                found.named,
                sentence.block,
                [number],
                cited=(found.link.url,),
                carried=found.carried,
            )


def _beside_phrases(
    said: Sequence[Claim], number: int, sentence: Sentence, finder: "_Finder", article: Article
) -> Iterator[Claim]:
    """What a document has beside the phrases that are quoted from it in the same sentence.

    'The [decision](url) values the land at £310,000 and calls it “surplus”.'
    """
    if any(claim.kind in {AttributionKind.DIRECT, AttributionKind.INDIRECT} for claim in said):
        return
    quoted = [span for claim in said for span in claim.contents]
    for found in finder.documents(sentence):
        if any(span.start <= found.link.start < span.end for span in quoted):
            continue
        if has_figure(text_outside(article, found.start, found.end, quoted)):
            content = span(article, found.start, found.end)
            yield Claim(
                AttributionKind.INDIRECT,
                [content],
                None,
                found.named,
                sentence.block,
                [number],
                cited=(found.link.url,),
            )


class _Finder:
    def __init__(
        self, article: Article, words: CommonWords, layout: Layout, known: Linking
    ) -> None:
        self._known = known
        self._documents = known.documents
        self._article = article
        self._words = words
        self._layout = layout
        self._on = words.link_on | layout.credits | layout.data
        self._all_link: tuple[int, bool] = (-1, False)  # the last block that was asked for

    def citations(self, sentence: Sentence, before: Sentence | None) -> Iterator[_Citation]:
        """The citations of a sentence; one that is all of it backs the sentence before."""
        tokens = sentence.tokens
        start, end = tokens[0].start, tokens[-1].end
        links = links_between(self._article, start, end)
        if not links or self._is_all_link(sentence.block):
            return
        since = start
        for link in links:
            inside = [at for at, token in enumerate(tokens) if link.start <= token.start < link.end]
            if not inside:
                continue
            cites = self._cites(tokens, inside, link)
            if cites is None:
                found = self._backed_by_place(tokens, inside, link)
            else:
                begins, found = tokens[cites.start].start, None
                if begins > start:
                    found = self._backed(since, begins, link, tokens, inside)
                elif before is not None and cites.stop >= len(tokens) - 1:
                    own = before.tokens
                    found = self._backed(own[0].start, own[-1].end, link, tokens, inside)
                since = tokens[cites.stop - 1].end
            if found is not None:
                yield found

    def _cites(self, tokens: Sequence[Token], inside: Sequence[int], link: Link) -> range | None:
        """The tokens around a link that only cite."""
        return (
            self._in_brackets(tokens, inside, link)
            or self._dated(tokens, inside, link)
            or self._shown(tokens, inside)
            or self._told_behind(tokens, inside, link)
        )

    def _backed_by_place(
        self, tokens: Sequence[Token], inside: Sequence[int], link: Link
    ) -> _Citation | None:
        """What a link backs by the words that it stands on."""
        start, end = tokens[0].start, tokens[-1].end
        has_figure = self._has_figure(start, end)
        if has_figure and self._is_data(tokens, inside, link):
            return self._backed(start, end, link, tokens, inside)
        begins = self._of_subject(tokens, inside, link) if has_figure else None
        if begins is not None:
            return self._backed(begins, end, link, tokens, None)
        if self._is_figure(link) or self._leads_to_figure(tokens, inside, link):
            return self._backed(*self._clause(link, start, end), link, tokens, None)
        if has_figure and self._is_told(tokens, inside):
            return self._backed(start, end, link, tokens, None)
        return None

    def documents(self, sentence: Sentence) -> Iterator[_Citation]:
        """The data and documents with a link that a sentence is from, as what backs all of it."""
        tokens = sentence.tokens
        start, end = tokens[0].start, tokens[-1].end
        for link in links_between(self._article, start, end):
            inside = [at for at, token in enumerate(tokens) if link.start <= token.start < link.end]
            if inside and self._is_data(tokens, inside, link):
                found = self._backed(start, end, link, tokens, inside)
                if found is not None:
                    yield found
                return

    def _is_all_link(self, number: int) -> bool:
        """Whether a block is a list of links, or one with a word before it: 'Read more: …'."""
        if self._all_link[0] != number:
            block = self._article.blocks[number]
            links = links_between(self._article, block.start, block.end)
            linked = sum(link.end - link.start for link in links)
            self._all_link = number, linked > _SHARE * (block.end - block.start)
        return self._all_link[1]

    def _in_brackets(
        self, tokens: Sequence[Token], inside: Sequence[int], link: Link
    ) -> range | None:
        """The brackets around a link that names its source: '([Post](url))', '(see [data](u))'."""
        first, stop = inside[0], inside[-1] + 1
        while first > 0 and tokens[first].text not in _OPENS and inside[0] - first < _MOST_CITING:
            first -= 1
        while stop < len(tokens) and tokens[stop].text not in _CLOSES | _OPENS:
            stop += 1
        if tokens[first].text not in _OPENS or stop >= len(tokens) or stop - first > _MOST_CITING:
            return None
        around = range(first, stop + 1)
        if tokens[stop].text not in _CLOSES:
            return None
        if not self._names_a_source(tokens, around, inside, link):
            return None
        return around

    def _dated(self, tokens: Sequence[Token], inside: Sequence[int], link: Link) -> range | None:
        """A link at the end of a sentence on an outlet and a year: 'the toll [Reuters, 2024](url)'.

        One on an outlet alone cites where it is the whole sentence, or behind a dash or ', via',
        where a document does too: ', per [a memo]'.
        """
        stop = inside[-1] + 1
        if any(token.is_word for token in tokens[stop:]):
            return None
        on = [tokens[at] for at in inside]
        led = self._led(tokens, inside)
        if led is not None:
            named = on[1:] if on[0].low in self._layout.credits else on
            document = any(among(token.low, self._layout.data, self._documents) for token in named)
            return range(led, stop) if document or self._names_outlet(named, link) else None
        if not self._names_outlet(on, link):
            return None
        first = inside[0]
        years = any(YEAR.fullmatch(token.text) for token in on)
        alone = not any(token.is_word for token in tokens[:first])
        bracketed = on[0].text in _OPENS and on[-1].text in _CLOSES
        if not (years or alone or bracketed):
            return None
        while first and tokens[first - 1].low in self._words.determiners:
            first -= 1
        return range(first, stop)

    def _led(self, tokens: Sequence[Token], inside: Sequence[int]) -> int | None:
        """Where what leads to the source in a link begins: a dash, or ', via', also in the link."""
        first = inside[0]
        if tokens[first].low in self._layout.credits and len(inside) > 1:
            return first if first > 1 and tokens[first - 1].text == "," else None
        while first and tokens[first - 1].low in self._words.determiners:
            first -= 1
        before = tokens[first - 1] if first else None
        if before is None:
            return None
        behind_comma = first > 1 and tokens[first - 2].text == ","
        credited = before.low in self._layout.credits and behind_comma
        return first - 1 if credited or before.text in _DASHES else None

    def _shown(self, tokens: Sequence[Token], inside: Sequence[int]) -> range | None:
        """Data that a sentence ends in, behind a comma: '…, [official figures](url) show'."""
        if not any(tokens[at].low in self._layout.data for at in inside):
            return None
        before, behind = (
            inside[0] - 1,
            [token for token in tokens[inside[-1] + 1 :] if token.is_word],
        )
        while before >= 0 and tokens[before].low in self._words.determiners:
            before -= 1
        shows = any(tokens[at].low in self._layout.shows for at in inside)  # '[research suggests]'
        if before < 0 or tokens[before].text != "," or len(behind) > _MOST_BEHIND:
            return None
        return range(before, len(tokens)) if behind or shows else None

    def _told_behind(
        self, tokens: Sequence[Token], inside: Sequence[int], link: Link
    ) -> range | None:
        """Who tells the figures before a comma behind it: '…, [indique le musée](url)'."""
        closes = not any(token.is_word for token in tokens[inside[-1] + 1 :])
        if not closes or not self._has_figure(tokens[0].start, tokens[-1].end):
            return None
        first = inside[0]
        while first and tokens[first].text != "," and inside[0] - first < _BEHIND:
            first -= 1
        tail = tokens[first + 1 : inside[-1] + 1]
        if tokens[first].text != "," or len(tail) < _SHORTEST_TELLING:
            return None
        tells = self._tells(tail[0]) or (
            any(among(token.low, triggers().reports) or self._tells(token) for token in tail)
            and self._names_outlet([tokens[at] for at in inside], link)
        )
        return range(first, len(tokens)) if tells else None

    def _tells(self, token: Token) -> bool:
        """Whether a word may be the verb of who tells: 'indique'."""
        return token.low in self._words.say

    def _names_a_source(
        self, tokens: Sequence[Token], around: range, inside: Sequence[int], link: Link
    ) -> bool:
        """Whether what stands in brackets is a source: an outlet, a name, 'source', 'data'."""
        own = [tokens[at] for at in around]
        if find_mentions(own, self._words):
            return True
        linked = [tokens[at] for at in inside if tokens[at].is_word]
        if len(linked) <= _MOST_BEHIND and (
            any(token.low in self._on for token in linked)
            or (linked and linked[-1].low in self._words.roles)  # '([transit board](url))'
        ):
            return True
        if len(linked) == 1 and linked[0].is_name:
            return self._is_short_name(linked[0], link)
        return _is_title(linked) and not any(self._words.say.get(token.low) for token in linked)

    def _is_short_name(self, token: Token, link: Link) -> bool:
        """Whether one word names an outlet, by what it is or by the link's site: 'the Gazette'."""
        in_address = len(token.low) > 2 and token.low in (hostname(link.url) or "")
        return in_address or among(token.low, self._words.outlet_words, self._known.institutions)

    def _names_outlet(self, linked: Sequence[Token], link: Link) -> bool:
        """Whether a link stands on the name of an outlet, and on no words before it."""
        named = [token for token in linked if token.is_word]
        while named and named[0].low in self._words.determiners:
            named.pop(0)
        if len(named) == 1 and named[0].is_name and self._is_short_name(named[0], link):
            return True
        mentions = find_mentions(named, self._words)
        return bool(mentions) and mentions[0].start == 0

    def _is_figure(self, link: Link) -> bool:
        """Whether a link stands on a figure, with few words more: '[40 percent of drivers]'."""
        text = self._article.text[link.start : link.end]
        bare = YEAR.sub(" ", text)
        figure = figure_in_digits().search(bare)
        if figure is None or len(text.split()) > _MOST_CITING // 2:
            return False
        return len(bare[: figure.start()].split()) <= _BEFORE_FIGURE

    def _of_subject(self, tokens: Sequence[Token], inside: Sequence[int], link: Link) -> int | None:
        """Where the words begin that data are the subject of, if their one link says when or what.

        'The trial, [published in May](url), gave 420 adults', 'A study found it [twice as high]'.
        """
        start, end = tokens[0].start, tokens[-1].end
        if not self._opens_with_data(tokens) or len(links_between(self._article, start, end)) != 1:
            return None
        if tokens[inside[0]].low in self._known.gives:
            return link.end
        before = tokens[1 : inside[0]][:_LONGEST_SUBJECT]
        return start if any(token.low in self._layout.shows for token in before) else None

    def _opens_with_data(self, tokens: Sequence[Token]) -> bool:
        """Whether a sentence begins with data, or a document: 'The biggest trial so far'."""
        opening = tokens[:_OPENING]
        if opening[0].low not in self._words.determiners:
            return False
        return any(among(token.low, self._layout.data, self._documents) for token in opening[1:])

    def _leads_to_figure(self, tokens: Sequence[Token], inside: Sequence[int], link: Link) -> bool:
        """Whether a link stands on what happened, before how much: 'rents [rose](url) 11%'."""
        on = [tokens[at] for at in inside]
        if (
            len(on) > _MOST_LEADING
            or not inside[0]
            or not all(
                token.is_word and token.text.islower() and token.text.isalpha() for token in on
            )
        ):
            return False
        words = self._words
        known = (words.determiners, words.prepositions, words.pronouns, words.times, self._on)
        before = tokens[inside[0] - 1]
        if among(on[0].low, *known) or among(before.low, *known[:2]) or not before.is_word:
            return False
        behind = YEAR.sub("    ", self._article.text[link.end : link.end + _NEXT])
        figure = figure_in_digits().search(behind)
        if figure is None or len(behind[: figure.start()].split()) > 1:
            return False
        return not figure[0].strip().isdigit()  # 'the old [town](url) 40 years ago'

    def _has_figure(self, start: int, end: int) -> bool:
        return has_figure(self._article.text[start:end])

    def _is_data(self, tokens: Sequence[Token], inside: Sequence[int], link: Link) -> bool:
        """Whether a link stands on the data that its sentence is from.

        'in [official figures]', '[a study](url) of drivers found', 'как показывают [данные]'.
        """
        linked = [tokens[at] for at in inside]
        if not any(among(token.low, self._layout.data, self._documents) for token in linked):
            behind = tokens[inside[-1] + 1 : inside[-1] + 2]
            shows = bool(behind) and behind[0].low in self._layout.shows
            name = self._article.text[link.start : link.end]
            return shows and (  # '[The Gazette] puts it at'
                self._names_outlet(linked, link) or is_institution(name, name, self._known)
            )
        before = inside[0] - 1
        while before >= 0 and tokens[before].low in self._words.determiners:
            before -= 1
        if before >= 0 and tokens[before].low in self._words.link_before:
            return True
        around = (
            *tokens[max(before - _NEAR, 0) : before + 1],
            *tokens[inside[-1] + 1 : inside[-1] + 1 + _BEHIND],
        )
        return any(token.low in self._layout.shows for token in around)

    def _is_told(self, tokens: Sequence[Token], inside: Sequence[int]) -> bool:
        """Whether a link stands on a verb of saying or showing alone: 'it is [estimated]'."""
        known = (self._layout.shows, self._words.say.keys())
        return len(inside) == 1 and any(tokens[inside[0]].low in words for words in known)

    def _clause(self, link: Link, start: int, end: int) -> tuple[int, int]:
        """The clause that a link stands in: figures beside it may be from elsewhere."""
        text = self._article.text
        for sign in _CLAUSE.finditer(text, start, end):
            if sign.end() <= link.start:
                start = sign.end()
            elif sign.start() >= link.end:
                return start, sign.start()
        return start, end

    def _backed(
        self,
        start: int,
        end: int,
        link: Link,
        tokens: Sequence[Token],
        inside: Sequence[int] | None,
    ) -> _Citation | None:
        text = self._article.text
        while end > start and not (text[end - 1].isalnum() or text[end - 1] in '%€£$)”’»"'):
            end -= 1
        while start < end and not (text[start].isalnum() or text[start] in '$€£¥(“„«"‘'):
            start += 1
        beside = len(_WORD.findall(text[start : max(link.start, start)])) + len(
            _WORD.findall(text[min(link.end, end) : end])
        )
        if len(_WORD.findall(text[start:end])) < _FEWEST_WORDS or beside < _FEWEST_BESIDE:
            return None
        if inside is None:
            return _Citation(start, end, link, None, None)
        named, carried = self._named([tokens[at] for at in inside], link)
        return _Citation(start, end, link, named, carried)

    def _named(self, linked: Sequence[Token], link: Link) -> tuple[Span | None, Carried | None]:
        """Whose the words are: the outlet on the link, else what the link stands on."""
        mentions: list[Mention] = find_mentions(linked, self._words)
        if mentions:
            first = mentions[0]
            name = span(self._article, linked[first.start].start, linked[first.end - 1].end)
            return name, Carried(mentions[0].outlet, name, was_told=False)
        told = list(linked)
        while len(told) > 1 and (self._tells(told[0]) or told[0].low in self._layout.shows):
            told.pop(0)
        while len(told) > 1 and told[-1].low in self._layout.shows:
            told.pop()
        words = span(self._article, link.start, link.end)
        if told and len(told) < len(linked):
            if told[0].low in self._words.prepositions:
                return None, None  # 'on one estimate'
            words = span(self._article, told[0].start, told[-1].end)
        plain = {token.low for token in linked if token.is_word}
        if plain <= self._words.link_on | self._layout.credits:
            return None, None
        return words, None


def _is_title(linked: Sequence[Token]) -> bool:
    """Whether each longer word begins as in a title: 'Labour Force Survey', 'Ann Lee 2024'."""
    big = [token for token in linked if len(token.text) > 3 or token.is_name]
    return len(big) > 1 and all(token.text[0].isupper() or token.text[0].isdigit() for token in big)


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
    at = last.text.rfind("(")
    if at <= 0 or not last.text.endswith(")"):
        return
    links = links_between(article, last.start + at, last.end)
    if links and links[0].start <= last.start + at + _LEADS_TO:
        claim.contents[-1] = span(article, last.start, last.start + at)
