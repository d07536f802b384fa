"""Finds outlets where German grammar tells them: 'schrieb der Spiegel', 'sagte sie der SZ'.

Names such as 'Spiegel' and 'Zeit' mean other things too. They are outlets where they tell something
themselves, or stand in the dative right behind who told them something.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from audit.extract.claims import Carried, Claim
from audit.extract.others.carriers import Carriers
from audit.extract.others.grammar.tokens import is_word
from audit.extract.outlets.gazetteer import known_names
from audit.extract.sentences import Sentence, Token
from audit.extract.shared_sentences import Reach
from audit.languages.common import among
from audit.languages.extraction.german import grammar
from audit.languages.extraction.phrasebook import Phrasebook
from audit.model import Article, Outlet, Span

_MARKS = frozenset("„“”«»\"‚‘’'")
_AT_HOME = frozenset({"DE", "AT", "CH"})
_MOST_WORDS = 5  # of an outlet's name
_LONGEST = 60  # characters of a name in marks
_FARTHEST = 14  # tokens between a verb of saying and who was told


def outlet_at(
    tokens: Sequence[Token], at: int, stop: int, book: Phrasebook
) -> tuple[int, Outlet] | None:
    """Where the name of a known outlet at a token ends, and the outlet; in whatever case."""
    if tokens[at].quote >= 0:
        inside = tuple(_nominative(word, book) for word in tokens[at].text[:_LONGEST].split())
        outlet = _called(inside)
        return (at + 1, outlet) if outlet is not None else None
    part = tokens[at].text.partition("-")[0]
    if part != tokens[at].text and len(part) > 1 and part.isupper():
        outlet = _called((part,))  # 'im ZDF-Morgenmagazin'
        return (at + 1, outlet) if outlet is not None else None
    if tokens[at].text not in _firsts():
        first = _nominative(tokens[at].text, book)
        if first not in _firsts():
            return None
    for length in range(min(_MOST_WORDS, stop - at), 0, -1):
        words = tuple(_nominative(token.text, book) for token in tokens[at : at + length])
        outlet = _called(words)
        if outlet is not None:
            return at + length, outlet
    return None


@cache
def _firsts() -> frozenset[str]:
    """The words with which names of outlets begin, less their German article."""
    names = known_names()
    articled = {
        name.words[1] for article in grammar().definite for name in names.get(article.title(), ())
    }
    return frozenset(names) | articled


@cache
def _by_words() -> Mapping[tuple[str, ...], Outlet]:
    """Outlets by the words of their names, less their German article; those at home come first."""
    found: dict[tuple[str, ...], Outlet] = {}
    for group in known_names().values():
        for name in group:
            articled = (
                name.words[0].istitle()
                and name.words[0].lower() in grammar().definite
                and len(name.words) > 1
            )
            words = name.words[1:] if articled else name.words
            at_home = name.outlet.country in _AT_HOME
            if words not in found or (at_home and found[words].country not in _AT_HOME):
                found[words] = name.outlet
    return found


def _called(words: tuple[str, ...]) -> Outlet | None:
    return _by_words().get(words)


def _nominative(word: str, book: Phrasebook) -> str:
    return book.declined.get(word, word)


class GermanCarriers:
    """The outlets that carried words: those of all languages, and those of German grammar."""

    def __init__(
        self,
        article: Article,
        sentences: Sequence[Sentence],
        book: Phrasebook,
        reports: frozenset[str],
    ) -> None:
        self._article = article
        self._sentences = sentences
        self._book = book
        self._reports = reports
        self.shared = Carriers(article, sentences, book)

    def of(self, claim: Claim, reach: Reach) -> Carried | None:
        """The outlet that carried a claim's words, None where no outlet did."""
        if claim.speaker is None:
            return None
        itself = self._speaking(claim, claim.speaker)
        carried = itself or self.shared.of(claim, reach) or self._told(claim, claim.speaker)
        return carried or self._told_before(claim)

    def _speaking(self, claim: Claim, speaker: Span) -> Carried | None:
        """The outlet that speaks itself: 'schrieb der Spiegel', 'dem Spiegel zufolge'."""
        cue = claim.cue.text.lower() if claim.cue is not None else ""
        if cue not in self._reports:
            return None
        tokens = self._tokens_of(claim, speaker)
        first = 0
        while first < len(tokens) and (
            among(tokens[first].low, grammar().definite, self._book.named)
            or tokens[first].text in _MARKS
        ):
            first += 1
        if first >= len(tokens):
            return None
        found = outlet_at(tokens, first, len(tokens), self._book)
        if found is None or any(token.text not in _MARKS for token in tokens[found[0] :]):
            return None
        return Carried(found[1], speaker, was_told=False)

    def _tokens_of(self, claim: Claim, speaker: Span) -> list[Token]:
        return [
            token
            for number in dict.fromkeys(claim.sentences)
            for token in self._sentences[number].tokens
            if speaker.start <= token.start < speaker.end
        ]

    def _told(self, claim: Claim, speaker: Span) -> Carried | None:
        """The outlet in the dative right behind the verb and its subject: 'sagte sie der SZ'."""
        if claim.cue is None:
            return None
        begin = (
            max(claim.cue.end, speaker.end) if speaker.start > claim.cue.start else claim.cue.end
        )
        for number in dict.fromkeys(claim.sentences):
            tokens = self._sentences[number].tokens
            start = next((i for i, token in enumerate(tokens) if token.start >= begin), None)
            if start is None or tokens[start].start > begin + 2:
                continue
            for at in range(start, min(start + _FARTHEST, len(tokens) - 1)):
                if tokens[at].low not in grammar().of_listener:
                    passed = (self._book.times, self._book.adverbs, grammar().on_request)
                    if among(tokens[at].low, *passed):
                        continue
                    break
                told = self._listener(tokens, at, len(tokens))
                if told is None:
                    break
                return told[1]
        return None

    def _told_before(self, claim: Claim) -> Carried | None:
        """The outlet between an auxiliary and its verb: 'hatte sie zuvor dem Spiegel gesagt'."""
        if claim.cue is None:
            return None
        for number in dict.fromkeys(claim.sentences):
            tokens = self._sentences[number].tokens
            verb = next((i for i, t in enumerate(tokens) if t.end == claim.cue.end), None)
            if verb is None:
                continue
            first = verb - 1
            while first > max(verb - _FARTHEST, 0) and is_word(tokens[first]):
                if tokens[first].low in self._book.auxiliaries:
                    break
                first -= 1
            if tokens[max(first, 0)].low not in self._book.auxiliaries:
                continue
            for at in range(first + 1, verb - 1):
                led = tokens[at - 1].low in self._book.prepositions  # 'mit der Zeit gesagt'
                if tokens[at].low in grammar().of_listener and not led:
                    told = self._listener(tokens, at, verb)
                    if told is not None and self._is_passed(tokens[told[0] : verb]):
                        return told[1]
        return None

    def _is_passed(self, between: Sequence[Token]) -> bool:
        """Whether only when something was said stands between who was told and the verb."""
        return all(among(token.low, self._book.times, self._book.adverbs) for token in between)

    def _listener(self, tokens: Sequence[Token], at: int, stop: int) -> tuple[int, Carried] | None:
        """The outlet behind its article in the dative, and where its name ends."""
        first = at + 1 + (tokens[at + 1].text in _MARKS)
        found = outlet_at(tokens, first, stop, self._book)
        if found is None:
            return None
        start, end = tokens[first].start, tokens[found[0] - 1].end
        name = Span(start, end, self._article.text[start:end])
        return found[0], Carried(found[1], name, was_told=True)
