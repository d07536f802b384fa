"""Ties the article's hyperlinks to the attributions that they stand with."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from audit.extract.claims import Carried, Claim
from audit.extract.engine import Reading
from audit.extract.links.asked import is_on_asking
from audit.extract.links.citing_notes import Citations
from audit.extract.links.documents.before import DocumentBefore
from audit.extract.links.documents.named import Documents, is_written_out, link_text
from audit.extract.links.documents.opening import OpeningDocument
from audit.extract.links.leads import Leads
from audit.extract.links.linked_heading import LinkedHeadings
from audit.extract.links.named_again import NamedAgain, is_institution, short_of
from audit.extract.links.occasions import has_new_place
from audit.extract.links.on_outlet import is_named_as_outlet, is_on_outlet
from audit.extract.links.places import WORDS, Places
from audit.extract.links.sentence_before import SentenceBefore
from audit.extract.links.told_here import is_told_here
from audit.extract.links.told_paper import PaperTold
from audit.extract.outlets.gazetteer import is_listed
from audit.extract.shared_sentences import Reach
from audit.extract.stretches import Stretches
from audit.languages.common import among
from audit.languages.extraction.layout import layout
from audit.languages.extraction.linking import linking
from audit.markup.addresses.link_roles import is_about_person
from audit.markup.addresses.url import host_of
from audit.model import Article, AttributionKind, Link, LinkRole, OutletKind, Span

_VERB_GROUP = re.compile(r"[^\S\n](?:[a-zà-öø-ÿ-]{1,20}[^\S\n]){1,4}")  # 'has repeatedly '
_LONGEST_ASIDE = 200  # characters between a document and its verb
_REACH = 40  # characters before a link in which a relative clause begins
_BESIDE = 2  # characters between a name and its address
_MOST_PAGES = 4  # of an outlet that is named again: one of them has what it says
_OPENS_ASIDE = (",", "(")
_BY_NAME = frozenset({LinkRole.SOURCE, LinkRole.HOME})


class Links:
    """The links of an article, found by the words that they stand on."""

    def __init__(self, article: Article, reading: Reading, language: str) -> None:
        self._article = article
        self._words = reading.words
        self._sentences = reading.sentences
        self._speakers = reading.speakers
        self._known = linking(language)
        self._data = layout(language).data
        self._all = Stretches((link.start, link.end) for link in article.links)
        self._citations = Citations(article, reading, self._known, layout(language))
        self._again = NamedAgain(article, reading.words, self._known)
        self._leads = Leads(article, reading.words, self._known)
        self._places = Places(
            article, reading.words, self._known, self._leads, layout(language).read_there
        )
        self._documents = Documents(
            article, reading, self._known, stretches=self._all, leads=self._leads
        )
        self._document_before = DocumentBefore(
            article, reading, language, self._documents, self._places.between
        )
        self._sentence_before = SentenceBefore(article, reading, self._known)
        self._opening_document = OpeningDocument(article, reading, self._known)
        self._headings = LinkedHeadings(article)
        self._paper_told = PaperTold(article, self._known, self._is_on_outlet)

    def of(
        self, claim: Claim, carried: Carried | None, reach: Reach, *, marked: bool
    ) -> tuple[str, ...]:
        """The addresses that the article gives for a claim's words, nearest first.

        Those on the words, the cue, the outlet or the name of an institution, and those of a note
        that only cites, come first; then one in the same sentences that says where the words stand
        ('in a statement', 'the letter'); then the one link of the article on the outlet or document
        that is named here again. Other links there are background, or lead to the speaker's
        profile: to look for the words behind them would accuse the article for nothing.
        ``reach`` is where in its sentences the links of the claim may stand.
        ``marked`` words have a note that says where they stand: no other place needs to be guessed.
        """
        links = self._article.links
        if not links:
            return ()
        numbers = [*self._on(claim, carried, reach), *self._citations.of(reach)]
        if not numbers:
            places = (self._place(start, end, claim) for start, end in reach)
            found = [number for number in places if number is not None]
            if found:
                numbers = [min(found)]
            elif not marked:
                numbers = self._elsewhere(claim, carried, self._whole(claim))
            if not numbers and not marked and (carried is None or _is_itself(claim, carried)):
                near = (
                    self._asked(claim),
                    self._opening_document.of(claim),
                    self._sentence_before.of(claim),
                    self._sentence_before.after(claim),
                    self._below_heading(claim),
                )
                numbers = [number for number in near if number is not None][:1]
        return tuple(dict.fromkeys(links[number].url for number in numbers))

    def _below_heading(self, claim: Claim) -> int | None:
        """The link that is the heading above, but for words told here, or said in 'an email'."""
        own = any(
            is_told_here(self._article, start, end, claim.contents)
            for start, end in self._whole(claim)
        ) or any(
            has_new_place(self._sentences[number], claim.contents, self._words, self._known)
            for number in claim.sentences
        )
        return None if own or claim.named is None else self._headings.of(claim)

    def _asked(self, claim: Claim) -> int | None:
        """The link on that an outlet asked for the words, whose clause has a cue of its own."""
        for start, end in self._whole(claim):
            found = next(iter(self._asking.overlapping(start, end)), None)
            if found is not None:
                return self._on_asking[found]
        return None

    @cached_property
    def _on_asking(self) -> list[int]:
        """The numbers of the links on that an outlet asked somebody."""
        return [
            number
            for number, link in enumerate(self._article.links)
            if link.role is LinkRole.SOURCE and is_on_asking(link_text(self._article, link))
        ]

    @cached_property
    def _asking(self) -> Stretches:
        links = self._article.links
        return Stretches((links[number].start, links[number].end) for number in self._on_asking)

    def on_person(self, claim: Claim) -> str | None:
        """The address of the only link beside words, where it stands on the person who says them.

        It may lead to the words or to the person: what it lacks is no absence.
        """
        named = claim.named
        if named is None:
            return None
        reach = self._whole(claim)
        beside = {
            self._article.links[number].url
            for start, end in reach
            for number in self._all.overlapping(start, end)
            if self._article.links[number].role is LinkRole.SOURCE
        }
        for number in self._at(named, reach, {LinkRole.SOURCE}):
            url = self._article.links[number].url
            if len(beside) == 1 and not is_about_person(url, self._name(named)):
                return url
        return None

    def _whole(self, claim: Claim) -> list[tuple[int, int]]:
        """The sentences of a claim."""
        within = (self._sentences[number].tokens for number in dict.fromkeys(claim.sentences))
        return [(tokens[0].start, tokens[-1].end) for tokens in within]

    def _on(
        self, claim: Claim, carried: Carried | None, reach: Sequence[tuple[int, int]]
    ) -> Iterable[int]:
        """The links on a claim's words, cue, outlet, and on its speaker unless that is a person."""
        named = claim.named
        if named is not None and self._is_record(named.text):  # 'according to [its filing]'
            yield from self._at(named, reach, {LinkRole.SOURCE})
        for span in (*claim.contents, claim.cue, carried.span if carried is not None else None):
            if span is not None:
                roles = {LinkRole.SOURCE} if span in claim.contents else _BY_NAME
                yield from self._at(span, reach, roles)
        yield from self._on_particle(claim, reach)
        yield from self._address_behind(claim, reach)
        yield from self._before_colon(claim)
        yield from self._on_adverb(claim)
        yield from self._in_aside(claim, reach)
        if named is None or not named.text.split()[-1][:1].isupper():
            return
        institution = is_institution(
            self._name(named), named.text, self._known
        ) or is_named_as_outlet(named.text, self._words, self._known)
        yield from self._joined(claim, named, reach)
        for number in self._at(named, reach, _BY_NAME):
            link = self._article.links[number]
            of_name = self._same(link_text(self._article, link), named.text)
            if of_name and (institution or self._is_cited(claim, named, link)):
                yield number

    def _is_record(self, name: str) -> bool:
        """Whether who says something is a document, or data."""
        return self._documents.is_one(name) or name.lower().split()[-1] in self._data

    def _joined(self, claim: Claim, named: Span, reach: Sequence[tuple[int, int]]) -> Iterable[int]:
        """The links in a name of several outlets, 'according to [BBC](url) and [Sky](url)'.

        So are those in a document's name.
        """
        joined = {word.lower() for word in named.text.split()} & self._words.conjunctions
        document = self._documents.is_one(named.text)  # 'Un sondage [Ifop](url) indique'
        if not (joined or document) or claim.cue is None:
            return
        for number in self._at(named, reach, _BY_NAME):
            link = self._article.links[number]
            first, *rest = link_text(self._article, link).split() or [""]
            bare = rest if rest and first.lower() in self._known.definite else [first, *rest]
            if document or is_listed(" ".join(bare)) or self._is_on_outlet(link):
                yield number

    def _on_particle(self, claim: Claim, reach: Sequence[tuple[int, int]]) -> Iterable[int]:
        """The first link behind a cue that stands on the particle of its verb: 'kündigte … an'."""
        cue = claim.cue
        if cue is None or not self._known.particles:
            return
        for start, end in reach:
            if not start <= cue.start < end:
                continue
            for number in self._all.beginning_in(cue.end, end):
                link = self._article.links[number]
                on = link_text(self._article, link).lower()
                if link.role is LinkRole.SOURCE and on in self._known.particles:
                    yield number
                    return

    def _address_behind(self, claim: Claim, reach: Sequence[tuple[int, int]]) -> Iterable[int]:
        """An address written out right behind who says it: 'according to the Pit <https://…>'."""
        if claim.named is None:
            return
        for number in self._all.beginning_in(claim.named.end, claim.named.end + _BESIDE + 1):
            link = self._article.links[number]
            if link.role is LinkRole.SOURCE and is_written_out(link_text(self._article, link)):
                yield from (number for start, end in reach if start <= link.start < end)

    def _before_colon(self, claim: Claim) -> Iterable[int]:
        """The link on what somebody does before a colon: 'Lee [shook her head](url): “…”'."""
        cue, speaker = claim.cue, claim.speaker
        if cue is None or speaker is None or cue.text != ":":
            return
        for number in self._all.beginning_in(speaker.end, speaker.end + _BESIDE):
            link = self._article.links[number]
            does = link_text(self._article, link)[:1].islower() and link.end <= cue.start
            if does and link.role is LinkRole.SOURCE and link.start <= speaker.end + 1:
                yield number

    def _on_adverb(self, claim: Claim) -> Iterable[int]:
        """The links on a word between a subject and its verb: 'Lee has [repeatedly] said'."""
        cue, speaker = claim.cue, claim.speaker
        if cue is None or speaker is None or not 0 < cue.start - speaker.end <= _REACH:
            return
        if _VERB_GROUP.fullmatch(self._article.text, speaker.end, cue.start) is None:
            return
        for number in self._all.beginning_in(speaker.end, cue.start):
            link = self._article.links[number]
            if link.role is LinkRole.SOURCE and link.end <= cue.start:
                yield number

    def _in_aside(self, claim: Claim, reach: Sequence[tuple[int, int]]) -> Iterable[int]:
        """The only link between a document and its verb: 'The review, [out in May], warned'.

        So is one on when or to whom a person spoke: 'Lee, who [testified on Friday], said'.
        """
        cue, speaker = claim.cue, claim.speaker
        if cue is None or speaker is None or not 0 < cue.start - speaker.end <= _LONGEST_ASIDE:
            return
        if not any(start <= speaker.start and cue.start < end for start, end in reach):
            return
        within = [
            number
            for number in self._all.beginning_in(speaker.end, cue.start)
            if self._article.links[number].role is LinkRole.SOURCE
        ]
        if len({self._article.links[number].url for number in within}) != 1:
            return
        link = self._article.links[within[0]]
        if link.end > cue.start or not link_text(self._article, link)[:1].islower():
            return
        ahead = self._article.text[speaker.end : link.start].lower().split()
        opens = ahead[-1:] != [] and ahead[-1].endswith(_OPENS_ASIDE)
        speaks = ahead[:1] == [","] and among(ahead[-1], self._words.relative)
        if self._documents.is_one(speaker.text):
            if opens:
                yield within[0]
        elif speaks and self._is_spoken(link):
            yield within[0]

    def _is_spoken(self, link: Link) -> bool:
        """Whether a link stands on that somebody spoke: 'who [testified on Friday](url)'."""
        on = WORDS.findall(link_text(self._article, link).lower())[:2]
        speaks = bool(on) and (on[0] in self._known.speaking or on[0] in self._words.say)
        return speaks and all(
            among(word, self._words.prepositions, self._words.link_before, self._words.times)
            for word in on[1:]
        )  # not 'who [wrote a novel](url)'

    def _at(
        self, span: Span, reach: Sequence[tuple[int, int]], roles: Iterable[LinkRole]
    ) -> Iterable[int]:
        """The links of some roles on a span, in the sentences of its claim."""
        for number in self._all.overlapping(span.start, span.end):
            link = self._article.links[number]
            if link.role in roles and any(
                link.start < end and start < link.end for start, end in reach
            ):
                yield number

    def _is_cited(self, claim: Claim, named: Span, link: Link) -> bool:
        """Whether a name of one word is no person's: on its own site, or behind 'according to'.

        Articles name persons in full somewhere.
        """
        name = short_of(named.text, self._known)  # 'De Zuiderbode' is one word too
        if len(name.split()) > 1 or short_of(self._name(named), self._known) != name:
            return False
        says = claim.cue is None or claim.cue.text.lower().split()[-1] in self._words.say
        whole = "".join(named.text.lower().split())  # 'De Bode' has its article in debode.nl
        site = host_of(link.url).replace("-", "").split(".")
        return not says or name in site or whole in site

    def _same(self, name: str, other: str) -> bool:
        return short_of(name, self._known) == short_of(other, self._known)

    def _name(self, speaker: Span) -> str:
        return self._speakers.resolve(speaker)

    def _elsewhere(
        self, claim: Claim, carried: Carried | None, reach: Sequence[tuple[int, int]]
    ) -> list[int]:
        """The link that other sentences have on what is named here again."""
        if any(is_told_here(self._article, start, end, claim.contents) for start, end in reach):
            return []
        paper = self._paper_told.of(claim.contents, reach)
        told = [paper] if paper is not None else []
        return self._named_again(claim, carried) or told or self._document_before.of(claim, reach)

    def _is_on_outlet(self, link: Link) -> bool:
        return is_on_outlet(self._article, link, self._words, self._known)

    def _named_again(self, claim: Claim, carried: Carried | None) -> list[int]:
        """The link on what is named again; of a statement those of a few pages of one outlet."""
        most = _MOST_PAGES if claim.kind is AttributionKind.INDIRECT else 1
        if carried is not None:
            return self._again.outlet(
                carried.outlet, carried.span, claim.contents[0].start, most=most
            )
        if claim.named is None:
            return []
        found = self._again.speaker(claim.named, self._name(claim.named), most=most)
        if not found and claim.cue is not None:
            told = self._again.told(claim.cue, claim.named)
            found = [told] if told is not None else []
        return found

    def _place(self, start: int, end: int, claim: Claim) -> int | None:
        """The number of the first link of a stretch that says where the words stand.

        What stands on the speaker's name says it where that is a document, not a person. What was
        told the author stands in documents alone: not 'told me when we met by [the dam](url)'.
        """
        links, named = self._article.links, claim.named
        places = self._places.between(start, end)
        if is_told_here(self._article, start, end, claim.contents):
            places = (number for number in places if self._documents.is_on(number))
        if named is None:
            return next(places, None)
        on_name = range(named.start, named.end)
        first = next(
            (
                number
                for number in places
                if links[number].start not in on_name or self._documents.is_on(number)
            ),
            None,
        )
        if named.text.split()[-1][:1].isupper():
            return first
        of_name = self._all.beginning_in(named.start, named.end)
        own = (
            number
            for number in of_name
            if links[number].role is LinkRole.SOURCE
            and links[number].start < end
            and start < links[number].end
        )
        return min(
            (number for number in (first, next(own, None)) if number is not None), default=None
        )


def _is_itself(claim: Claim, carried: Carried) -> bool:
    """Whether what carried the words is an institution that says them: 'the Court said'."""
    return carried.span == claim.named and carried.outlet.kind is OutletKind.INSTITUTION
