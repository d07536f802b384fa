"""Reads the line above a block quotation without a verb: 'In her words:', 'From the ruling:'.

Few such lines say whose words follow ('The recipe is simple:', 'Here is what you need:'): they name
a document, or somebody's words, or say of a person or a document that it goes on.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.extract.claims import Carried, Claim, span
from audit.extract.engine import Reading
from audit.extract.named import Named
from audit.extract.outlets.mentions import find_mentions
from audit.extract.places import links_between
from audit.extract.sentences import Sentence, Token, last_sentence
from audit.languages.common import among
from audit.languages.extraction.layout import Layout
from audit.languages.extraction.linking import Linking
from audit.model import Article, Link, LinkRole, PostService, Span

_LABEL = re.compile(r"((?:[^\W\d_][\w.’'-]{0,30} ){0,3}[^\W\d_][\w’'-]{0,30}) ?:\s")
_LONGEST = 20  # words of such a line
_LONGEST_SUBJECT = 6
_FULL, _LONGEST_NAME = 2, 4  # words of a name in full
_SHORTEST = 3  # letters of the last word of a subject
_NETWORKS = frozenset(service.value for service in PostService)
_BACK = 2  # sentences before it in which a document is looked for


@dataclass(frozen=True, slots=True)
class LedUp:
    """Who is said to have the words below, None where only their place is told; and its address.

    ``sentences`` are the numbers of those that say so.
    """

    speaker: Span | None
    cue: Span | None
    url: str | None
    sentences: tuple[int, ...]
    carried: Carried | None = None


class LeadingUp:
    """Reads the lines above the block quotations of one article."""

    def __init__(
        self, article: Article, reading: Reading, layout: Layout, linking: Linking, named: Named
    ) -> None:
        self._article = article
        self._reading = reading
        self._layout = layout
        self._linking = linking
        self._named = named

    def read(self, block: int) -> LedUp | None:
        """What the last sentence of a block says of the words below, where it ends in a colon."""
        number = last_sentence(self._reading.sentences, block)
        if number is None:
            return None
        sentence = self._reading.sentences[number]
        body = [token for token in sentence.tokens if token.is_word or token.text in {",", "’s"}]
        text = self._article.text[sentence.tokens[0].start : sentence.tokens[-1].end]
        if not text.endswith((":", "：")) or not 0 < len(body) <= _LONGEST:
            return None
        return (
            self._words_of(body, number)
            or self._presents(body, sentence, number)
            or self._goes_on(body, number)
            or self._shown(body, sentence, number)
            or self._comes_from(body, sentence, number)
        )

    def document_before(self, number: int) -> tuple[Span | None, str | None]:
        """The document that the sentences before name last, with its link: 'her [letter](url)'.

        A document without a link counts in the sentence before alone.
        """
        sentences = self._reading.sentences
        for before in range(number - 1, max(number - 1 - _BACK, -1), -1):
            sentence = sentences[before]
            if sentences[number].block - sentence.block > 1:
                break
            link = self._document_link(sentence)
            if link is not None:
                on = list(self._tokens_on(sentence, link))
                while on and on[0].low in self._reading.words.prepositions:
                    on = on[1:]
                place = len(on) == 1 and on[0].low in _NETWORKS  # 'auf X'
                document = any(map(self._is_document, on)) and not place
                return self._span(on) if document else None, link.url
            named = [
                token for token in sentence.tokens if token.is_word and self._is_document(token)
            ]
            if named and before == number - 1:
                return self._span(named[-1:]), None
        return None, None

    def is_place(self, words: str) -> bool:
        """Whether an engine's speaker is a place: 'Dort heißt es:', 'The passage reads:'."""
        low = words.lower()
        return low in self._layout.there or low.split()[-1] in self._layout.passages

    def is_beside(self, claim: Claim) -> bool:
        """Whether somebody does something with a passage shown below: 'a line that fans sing:'."""
        sentence = self._reading.sentences[claim.sentences[0]]
        return claim.speaker is not None and any(
            token.low in self._layout.passages
            and token.end < claim.speaker.start
            and sentence.tokens[at + 1].low in self._reading.words.relative
            for at, token in enumerate(sentence.tokens[:-1])
        )

    def turns(self, contents: Sequence[Span]) -> Iterator[tuple[Span | None, list[Span]]]:
        """The paragraphs of a quotation by who says them, where labels tell: 'Mr Kelder: I do.'."""
        speaker: Span | None = None
        said: list[Span] = []
        for words in contents:
            label = _LABEL.match(words.text)
            if label is not None and self._named.is_person(label[1]):
                if said:
                    yield speaker, said
                start = words.start
                speaker, said = Span(start, start + label.end(1), label[1]), []
                words = span(self._article, start + label.end(), words.end)  # noqa: PLW2901 — less its label
            if words.text:
                said.append(words)
        if said:
            yield speaker, said

    def _words_of(self, body: Sequence[Token], number: int) -> LedUp | None:
        """'In her words:', 'In Lee's own words:', 'In the words of Ann Lee:'."""
        at = next((i for i, token in enumerate(body) if token.low in self._layout.words_of), None)
        if at is None or at == 0 or body[0].low not in self._reading.words.prepositions:
            return None
        if at + 1 < len(body):  # 'in the words of Lee'
            person = [token for token in body[at + 1 :] if token.is_name]
            behind = len(body) - len(person) - at - 1 == 1
            return self._led(person, body[: at + 1], number) if person and behind else None
        own = [token for token in body[1:at] if token.low not in self._layout.own]
        if own and own[-1].low in {"'s", "’s"}:
            own = own[:-1]
        plain = len(own) == 1 and among(own[0].low, self._layout.possessives)
        named = bool(own) and all(token.is_name for token in own)
        return self._led(own, body[:1], number) if plain or named else None

    def _goes_on(self, body: Sequence[Token], number: int) -> LedUp | None:
        """'The court held:', 'He ends:', 'Lee put it this way:', 'Die dpa meldete:'."""
        words = self._reading.words
        for at, token in enumerate(body):
            if not among(token.low, self._layout.leads) and token.low not in words.say:
                continue
            if [self._determines(each) for each in body[at + 1 : at + 2]] == [True] and any(
                each.low not in self._layout.possessives and self._is_document(behind)
                for each, behind in zip(body[at + 1 : at + 2], body[at + 2 : at + 3], strict=False)
            ):
                return None  # 'Lee opened the letter:'
            subject = list(body[:at])
            for comma in (i for i, each in enumerate(subject) if each.text == ","):
                subject = list(body[comma + 1 : at])
            while subject and subject[0].low in words.conjunctions:
                subject = subject[1:]
            while (
                len(subject) > 1 and len(subject[-1].text) < _SHORTEST and not subject[-1].is_name
            ):
                subject = subject[:-1]  # 'La lettre se termine'
            if 0 < len(subject) <= _LONGEST_SUBJECT and (
                self._may_speak(subject) or self._is_asked(subject, number)
            ):
                return self._led(subject, body[at : at + 1], number)
            return None
        return None

    def _is_asked(self, subject: Sequence[Token], number: int) -> bool:
        """Whether a name alone is of who spoke there: 'Lee put it best in [an interview](url):'."""
        if len(subject) != 1 or not subject[0].is_name or self._determines(subject[0]):
            return False
        sentence = self._reading.sentences[number]
        link = self._document_link(sentence)
        return link is not None and any(
            token.low in self._linking.events for token in self._tokens_on(sentence, link)
        )

    def _may_speak(self, subject: Sequence[Token]) -> bool:
        words = self._reading.words
        lows = {token.low for token in subject}
        if len(subject) == 1 and subject[0].low in words.pronouns:
            return True
        if not lows.isdisjoint(words.roles | self._linking.institutions):
            return True
        if any(self._is_document(token) for token in subject):
            return True
        if any(mention.end == len(subject) for mention in find_mentions(subject, words)):
            return True
        return self._named.is_person(" ".join(token.text for token in subject))

    def _shown(self, body: Sequence[Token], sentence: Sentence, number: int) -> LedUp | None:
        """'From the ruling:', 'The key passage:', 'The memo opens with a warning:'."""
        link = self._document_link(sentence)
        lead = body[: _LONGEST_SUBJECT + 1]
        at = next((i for i, token in enumerate(lead) if self._is_document(token)), None)
        definite = at is not None and any(map(self._determines, lead[:at]))
        passage = any(token.low in self._layout.passages for token in body)
        if at is not None and definite and (passage or at + 1 >= len(body) or at <= _BACK):
            begin = next(i for i in range(at - 1, -1, -1) if self._determines(lead[i]))
            url = link.url if link is not None else self.document_before(number)[1]
            led = self._led(body[begin : at + 1], (), number)
            return LedUp(led.speaker, None, url, led.sentences)
        if not passage:
            return None
        if link is not None:
            return LedUp(span(self._article, link.start, link.end), None, link.url, (number,))
        document, url = self.document_before(number)
        return LedUp(document, None, url, (number,)) if document or url else None

    def _determines(self, token: Token) -> bool:
        return among(token.low, self._linking.definite, self._reading.words.determiners)

    def _presents(self, body: Sequence[Token], sentence: Sentence, number: int) -> LedUp | None:
        """'Here’s Ann Lee [on the radio](url):', 'And here, again, is Ann Lee:'."""
        if not any(token.low in self._layout.presents for token in body[:_BACK]):
            return None
        start = next((i for i, token in enumerate(body[1:], 1) if token.is_name), None)
        if start is None or start > _LONGEST_SUBJECT:
            return None
        stop = start
        while stop < len(body) and body[stop].is_name:
            stop += 1
        name = body[start:stop]
        follows = body[stop].low if stop < len(body) else ","
        ends = follows == "," or follows in self._reading.words.prepositions
        known = self._named.is_person(" ".join(token.text for token in name))
        if (
            not ends
            or self._determines(name[0])
            or not (known or _FULL <= len(name) <= _LONGEST_NAME)
        ):
            return None
        link = self._document_link(sentence) or self._only_place(sentence, name[-1])
        led = self._led(name, (), number)
        return LedUp(led.speaker, None, link.url if link is not None else None, led.sentences)

    def _only_place(self, sentence: Sentence, name: Token) -> Link | None:
        """The only link of a sentence, if it is behind a name: 'Lee [in the Courier](url)'."""
        links = links_between(self._article, name.end, sentence.tokens[-1].end)
        sources = [link for link in links if link.role is LinkRole.SOURCE]
        return sources[0] if len({link.url for link in sources}) == 1 else None

    def _comes_from(self, body: Sequence[Token], sentence: Sentence, number: int) -> LedUp | None:
        """'My favourite line comes from [Arlo Finch](url):', with the link on who ends it."""
        links = [
            link
            for link in links_between(
                self._article, sentence.tokens[0].start, sentence.tokens[-1].end
            )
            if link.role is LinkRole.SOURCE
        ]
        if len(links) != 1:
            return None
        on = list(self._tokens_on(sentence, links[0]))
        ahead = [token.low for token in body if token.end <= links[0].start]
        leads = bool(ahead) and ahead[-1] in self._reading.words.prepositions
        if not leads or ahead[-1] in self._linking.about or not on or body[-1] is not on[-1]:
            return None
        if not _FULL <= len(on) <= _LONGEST_NAME or not all(token.is_name for token in on):
            return None
        return LedUp(self._span(on), None, links[0].url, (number,))

    def _led(self, speaker: Sequence[Token], cue: Sequence[Token], number: int) -> LedUp:
        mentions = find_mentions(list(speaker), self._reading.words)
        named = self._span(speaker)
        carried = None
        if mentions and mentions[0].end == len(speaker):
            carried = Carried(mentions[0].outlet, named, was_told=False)
        return LedUp(named, self._span(cue) if cue else None, None, (number,), carried)

    def _document_link(self, sentence: Sentence) -> Link | None:
        """The only link of a sentence, if it stands on a document or on a verb of saying."""
        start, end = sentence.tokens[0].start, sentence.tokens[-1].end
        links = [
            link
            for link in links_between(self._article, start, end)
            if link.role is LinkRole.SOURCE
        ]
        if len({link.url for link in links}) != 1:
            return None
        say = self._reading.words.say
        on = self._tokens_on(sentence, links[0])
        return links[0] if any(self._is_document(each) or each.low in say for each in on) else None

    def _tokens_on(self, sentence: Sentence, link: Link) -> Iterator[Token]:
        return (token for token in sentence.tokens if link.start <= token.start < link.end)

    def _is_document(self, token: Token) -> bool:
        return token.low in self._linking.documents or token.low.endswith(
            self._linking.document_ends
        )

    def _span(self, tokens: Sequence[Token]) -> Span:
        return span(self._article, tokens[0].start, tokens[-1].end)
