"""Which links of an article stand on where words are: 'in a statement', 'on TV', 'the Merkur'."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from audit.extract.links.asked import is_on_asking
from audit.extract.links.documents.named import link_text
from audit.extract.links.leads import Lead, Leads
from audit.extract.links.on_outlet import NAME, names_its_outlet, names_its_site
from audit.extract.outlets.gazetteer import is_listed, triggers
from audit.extract.stretches import Stretches
from audit.languages.common import CommonWords, among
from audit.languages.extraction.linking import Linking
from audit.model import Article, Link, LinkRole

_RELATIVE = re.compile(r"\b((?=[^\W\d_a-z])[^\W\d_][\w’'-]{1,30}),\s([^\W\d_]{2,12})\s$")
WORDS = re.compile(r"[\w@-]+|\(")
"""A word that a link stands on, or a bracket there."""
_AS = 2  # words between 'as' and a link: 'wie zuerst [der Bote](url)'
_REACH = 40  # characters before a link in which a relative clause begins


class Places:
    """The links that say where words stand, whoever says them, in the order of the article."""

    def __init__(
        self,
        article: Article,
        words: CommonWords,
        known: Linking,
        leads: Leads,
        read_there: Iterable[str],
    ) -> None:
        self._read_there = {phrase.replace("-", " ") for phrase in read_there}
        self._article = article
        self._words = words
        self._known = known
        self._leads = leads

    def between(self, start: int, end: int) -> Iterator[int]:
        """The numbers of those that overlap a stretch."""
        return (self._numbers[number] for number in self._stretches.overlapping(start, end))

    @cached_property
    def _numbers(self) -> list[int]:
        """The numbers of the links that say where words stand, whoever says them."""
        return [
            number
            for number, link in enumerate(self._article.links)
            if link.role is LinkRole.SOURCE and self._names_a_place(link)
        ]

    @cached_property
    def _stretches(self) -> Stretches:
        links = self._article.links
        return Stretches((links[number].start, links[number].end) for number in self._numbers)

    def _names_a_place(self, link: Link) -> bool:
        words, known = self._words, self._known
        named = link_text(self._article, link)
        on = [word.lower() for word in WORDS.findall(named)]
        if " ".join(on).replace("-", " ") in self._read_there:  # 'heißt es dort'
            return True
        lead = self._leads.of(link)
        if lead is Lead.ABOUT:
            return self._is_listener(link, named)
        if any(among(word, words.link_on, words.nouns, known.documents) for word in on):
            return True
        if known.document_ends and any(word.endswith(known.document_ends) for word in on):
            return True
        if self._names_an_event(on, lead) or self._is_in_outlet(on, named):
            return True
        if self._is_cited(on, named, link) or self._is_reporter(on, named, link):
            return True
        if any(among(word, triggers().quotes) for word in on):  # 'zitiert ihn der Merkur'
            return True
        if is_on_asking(named):
            return True
        if any(among(word, triggers().reports) for word in on):  # 'rapporte L’Écho du Nord'
            names = any(name[:1].isupper() for name in NAME.findall(named))
            return names or self._tells_of_a_name(link)
        return (
            lead is Lead.PLACE
            or names_its_outlet(named, link)
            or names_its_site(named, link, self._words, self._known)
        )

    def _is_listener(self, link: Link, named: str) -> bool:
        """Whether a link is on an outlet behind a word that may be 'to' as well as 'against'."""
        ahead = self._article.text[max(link.start - _REACH, 0) : link.start].lower().split()
        return (
            ahead[-1:] != []
            and ahead[-1] in self._words.link_before
            and (
                names_its_outlet(named, link)
                or names_its_site(named, link, self._words, self._known)
            )
        )

    def _names_an_event(self, on: Sequence[str], lead: Lead) -> bool:
        """Whether a link stands on where words were spoken: 'lors du conseil', 'speaking on TV'."""
        words, known = self._words, self._known
        if not on:
            return False
        if on[0] in known.speaking:
            return len(on) > 1 and among(on[1], words.prepositions)
        leads = among(on[0], words.prepositions, words.link_before, words.times)
        return (leads or lead is Lead.PLACE) and any(among(word, known.events) for word in on)

    def _is_in_outlet(self, on: Sequence[str], named: str) -> bool:
        """Whether a link stands on when and where words were: 'am Dienstag im rbb-Inforadio'."""
        leads = bool(on) and among(on[0], self._words.prepositions, self._words.link_before)
        return leads and any(
            is_listed(part)
            for word in named.split()
            for first in [word.partition("-")[0]]
            for part in (word, first, first.upper())
        )

    def _is_cited(self, on: Sequence[str], named: str, link: Link) -> bool:
        """Whether a link stands on whom an article cites for the words: 'selon La Voix du Val'."""
        leads = triggers().leads
        names = any(name[:1].isupper() for name in NAME.findall(named))
        if len(on) > 1 and on[0] in leads:
            return names
        before = self._article.text[max(link.start - _REACH, 0) : link.start].lower().split()
        cites = before[-1:] != [] and before[-1] in leads and before[-1] not in self._words.say
        return cites and names and (named[:1].isupper() or (on or [""])[0] in self._known.definite)

    def _is_reporter(self, on: Sequence[str], named: str, link: Link) -> bool:
        """Whether a link is of who reported the words: '…, wie [der Bote](url) meldet'."""
        before = self._article.text[max(link.start - _REACH, 0) : link.start].lower().split()
        behind = WORDS.findall(self._article.text[link.end : link.end + _REACH].lower())
        near = [*before[-_AS:], *on]
        at = next((i for i, word in enumerate(near) if word in triggers().as_reported), None)
        if at is None or not any(name[:1].isupper() for name in NAME.findall(named)):
            return False
        told = [*near[at + 1 :], *behind[:1]]
        return any(word in self._words.say or word in triggers().reports for word in told)

    def _tells_of_a_name(self, link: Link) -> bool:
        """Whether a link stands in a clause on a name: 'the Courant, which [first reported it]'."""
        before = _RELATIVE.search(self._article.text[max(link.start - _REACH, 0) : link.start])
        return before is not None and before[2].lower() in self._words.relative
