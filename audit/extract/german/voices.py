"""Who speaks in a German article from sentence to sentence, where no verb tells."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from audit.extract.german.grammar.clauses import Kind
from audit.extract.german.grammar.forms import INDICATIVE, is_word
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.grammar.subjects import subject_of
from audit.extract.german.grammar.who_speaks import speaks
from audit.extract.german.quotations.read import Read
from audit.extract.others.grammar.persons import subject_in
from audit.extract.others.statements.reported import words_span
from audit.extract.sentences import Sentence, Token
from audit.languages.common import among
from audit.model import Article, Span

_FARTHEST = 2  # sentences from the last words of a speaker who goes on


class Voice(NamedTuple):
    """Who spoke last, in which block and sentence."""

    speaker: Span
    meant: Span | None
    block: int
    number: int
    in_subjunctive: bool = False


class Voices:
    """Knows who spoke last while an article's sentences are read one by one."""

    def __init__(self, article: Article, read: Sequence[Sentence], lexis: Lexis) -> None:
        self.last: Voice | None = None
        self.surnames = frozenset(
            token.low
            for sentence in read
            for before, token in pairwise(sentence.tokens)
            if before.is_name and token.is_name
            if not among(before.low, lexis.book.closed, lexis.book.determiners)
        )
        self._article = article
        self._read = read
        self._lexis = lexis
        self._subjects: list[Span | None] = []  # by sentence: who may speak in it
        self._tells = False  # whether the sentence before has a verb of saying
        self._people = frozenset(
            token.low
            for sentence in read
            for before, token in pairwise(sentence.tokens)
            if token.is_name and is_word(token) and is_word(before)
        )

    def enter(self, read: Read, number: int) -> None:
        """Goes on to a sentence: the subject of the one before may be who speaks in it."""
        self._hear(number)
        self._subjects.append(self._subject(read))
        self._tells = any(c.said is not None and c.kind is Kind.MAIN for c in read.clauses)

    def is_near(self, number: int, voice: Voice) -> bool:
        """Whether a sentence is near enough to somebody's words to go on with them."""
        block = self._read[number].block
        return voice.block in {block, block - 1} and number - voice.number <= _FARTHEST

    def is_after_subjunctive(self, number: int, voice: Voice) -> bool:
        """Whether the sentence right before was reported in the subjunctive."""
        return voice.in_subjunctive and voice.number == number - 1

    def nearest(self, number: int) -> Voice | None:
        """Whom the sentence before is about or who spoke last, if that is near."""
        voice = self._about(number) or self.last
        return voice if voice is not None and number - voice.number <= 1 else None

    def _subject(self, read: Read) -> Span | None:
        """Whom a sentence without quotations is about, if that can speak."""
        main = next((c for c in read.clauses if c.kind is Kind.MAIN), None)
        if main is None or main.mood != INDICATIVE:
            return None
        if any(token.quote >= 0 for token in read.tokens) or self._is_to_be_done(read.tokens):
            return None
        subject = subject_of(read.tokens, main, read.clauses, self._lexis)
        if subject is None or not speaks(read.tokens, subject, self._lexis):
            return None
        if read.tokens[subject.start].low in self._lexis.book.pronouns:
            return None
        return words_span(self._article, read.tokens, subject)

    def _hear(self, number: int) -> None:
        """Lets the subject of the sentence before be who speaks: 'Lind winkt ab. Das sei teuer'."""
        if number == 0 or self._read[number - 1].block != self._read[number].block:
            return
        subject = self._subjects[number - 1]
        spoke = self.last is not None and self.last.number == number - 1
        if subject is not None and self._is_word(subject) and not self._tells:
            return  # a country or a party that something is said of
        if subject is not None and not spoke:
            self.last = Voice(subject, None, self._read[number].block, number - 1)

    def _is_word(self, subject: Span) -> bool:
        """Whether a subject is one word that is nobody's surname."""
        return " " not in subject.text and subject.text.lower() not in self.surnames

    def _is_to_be_done(self, tokens: Sequence[Token]) -> bool:
        """Whether something is to be done to whom a sentence is about: 'sollen gehört werden'."""
        modals = self._lexis.grammar.hearsay | self._lexis.grammar.able
        at = next((i for i, token in enumerate(tokens) if token.low in modals), len(tokens))
        end = next((i for i in range(at, len(tokens)) if not is_word(tokens[i])), len(tokens))
        return at < end and tokens[end - 1].low == "werden"

    def _about(self, number: int) -> Voice | None:
        """Whom the sentence before is about, if it is of this block and has no quotation."""
        if number == 0 or self._read[number - 1].block != self._read[number].block:
            return None
        tokens, block = self._read[number - 1]
        if any(token.quote >= 0 for token in tokens):
            return None
        if self.last is not None and self.last.number == number - 1:
            return self.last
        subject = subject_in(tokens, self._lexis.book, self._people, anything=False)
        if subject is None or self._is_to_be_done(tokens):
            return None
        speaker = words_span(self._article, tokens, subject)
        if self.last is not None and speaker.text.lower() in self._lexis.book.pronouns:
            return self.last
        return Voice(speaker, None, block, number - 1)
