"""Ties the article's hyperlinks to the attributions that they stand with."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from audit.extract.claims import Claim
from audit.extract.posts.found import FoundPost
from audit.extract.sentences import Sentence
from audit.extract.stretches import Stretches
from audit.languages.common import CommonWords, among
from audit.model import Article, Attribution, AttributionKind, Link, Span

_WORDS = re.compile(r"[\w@-]+|\(")
_REACH = 40  # characters before a link in which the word that leads to it is looked for


class Links:
    """The links of an article, found by the words that they stand on."""

    def __init__(self, article: Article, words: CommonWords) -> None:
        self._article = article
        self._words = words
        self._all = Stretches((link.start, link.end) for link in article.links)

    def of(self, claim: Claim, outlet: Span | None, sentences: Sequence[Sentence]) -> str | None:
        """The link that the article gives for a claim's words, None where it gives none.

        One on the words, the cue or the outlet comes first; then one in the same sentences that
        says where the words stand ('in a statement', 'the letter'). Other links there are
        background, or lead to the speaker's profile: to look for the words behind them would accuse
        the article for nothing.
        """
        links = self._article.links
        if not links:
            return None
        reach = [(sentence.tokens[0].start, sentence.tokens[-1].end) for sentence in sentences]
        for span in (*claim.contents, claim.cue, outlet):
            if span is None:
                continue
            for number in self._all.overlapping(span.start, span.end):
                link = links[number]
                if any(link.start < end and start < link.end for start, end in reach):
                    return link.url
        places = (self._place(start, end, claim.named) for start, end in reach)
        found = [number for number in places if number is not None]
        return links[min(found)].url if found else None

    def _place(self, start: int, end: int, named: Span | None) -> int | None:
        """The number of the first link of a stretch that says where the words stand.

        What stands on the speaker's name says it where that is a document, not a person.
        """
        links = self._article.links
        places = (self._naming_places[number] for number in self._places.overlapping(start, end))
        if named is None:
            return next(places, None)
        on_name = range(named.start, named.end)
        first = next((number for number in places if links[number].start not in on_name), None)
        if named.text.split()[-1][:1].isupper():
            return first
        of_name = self._all.beginning_in(named.start, named.end)
        own = (
            number for number in of_name if links[number].start < end and start < links[number].end
        )
        return min(
            (number for number in (first, next(own, None)) if number is not None), default=None
        )

    @cached_property
    def _naming_places(self) -> list[int]:
        """The numbers of the links that say where words stand, whoever says them."""
        return [
            number for number, link in enumerate(self._article.links) if self._names_a_place(link)
        ]

    @cached_property
    def _places(self) -> Stretches:
        links = self._article.links
        return Stretches((links[number].start, links[number].end) for number in self._naming_places)

    def _names_a_place(self, link: Link) -> bool:
        text, words = self._article.text, self._words
        on = [word.lower() for word in _WORDS.findall(text[link.start : link.end])]
        if any(among(word, words.link_on, words.nouns) for word in on):
            return True
        before = _WORDS.findall(text[max(link.start - _REACH, 0) : link.start])
        while before and before[-1].lower() in words.determiners:
            before.pop()
        return bool(before) and before[-1].lower() in words.link_before


def free_links(
    article: Article, found: Iterable[Attribution], posts: Sequence[FoundPost]
) -> list[Attribution]:
    """An attribution of kind link for every link of the body that carries nobody's words."""
    used = {url for attribution in found for url in (attribution.url, *attribution.cited)}
    taken = {number for post in posts for number in post.blocks}
    held = Stretches((article.blocks[n].start, article.blocks[n].end) for n in taken)
    free: list[Attribution] = []
    for link in article.links:
        in_post = next(held.overlapping(link.start, link.start + 1), None) is not None
        if link.url in used or in_post:
            continue
        used.add(link.url)
        words = Span(link.start, link.end, article.text[link.start : link.end])
        free.append(
            Attribution("", AttributionKind.LINK, (words,), url=link.url, cited=(link.url,))
        )
    return [*free, *_of_marks(article, used)]


def _of_marks(article: Article, used: set[str | None]) -> Iterator[Attribution]:
    """The addresses of notes whose words do not stand in the text: on the word before the mark."""
    for mark in article.marks:
        note = article.notes[mark.note] if mark.note is not None else None
        if note is None or note.span is not None:
            continue
        for url in note.addresses:
            if url not in used:
                used.add(url)
                start = max(mark.at - _REACH, 0)
                start += max(article.text[start : mark.at].rstrip().rfind(" "), -1) + 1
                words = Span(start, mark.at, article.text[start : mark.at])
                yield Attribution("", AttributionKind.LINK, (words,), url=url, cited=(url,))
