"""Gives every quotation of an article its speaker, sentence by sentence."""

from collections.abc import Sequence

from audit.extract.claims import Claim, span, take_run
from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.cues.speaking import is_acted_on, may_speak, tells_nothing_done
from audit.extract.english.cues.whose import main_subject
from audit.extract.english.grammar.ends import clause_end
from audit.extract.english.grammar.subjects import meant
from audit.extract.english.labels import (
    is_chanted,
    is_label,
    is_listed_thing,
    is_name_alone,
    is_title,
)
from audit.extract.english.quotations.beside import deed_behind
from audit.extract.english.quotations.clause import Parsed, Tie, is_direct, nearest_before
from audit.extract.english.quotations.own_sentence import find_tie
from audit.extract.phrase import Phrase
from audit.extract.quotes import Quotation
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import LANGUAGE, Lexicon
from audit.languages.extraction.english_small_words import small_words
from audit.languages.extraction.layout import layout
from audit.model import Article, AttributionKind, BlockKind, Span

_OWN_WORDS = 2  # of the reporter's, beside a quotation
_NEAR = 8  # tokens
_SENTENCES_ON = 1  # how far a speaker goes on without being named again


def attribute_quotations(
    article: Article,
    quotations: Sequence[Quotation],
    parsed: Sequence[Parsed],
    words: Lexicon,
    names: frozenset[str],
) -> list[Claim]:
    """A claim for every quotation, in order; parts of one statement share a claim.

    ``names`` are the single words that are names in this article.
    """
    reader = _Reader(article, parsed, words, names)
    for number, sentence in enumerate(parsed):
        for index, token in enumerate(sentence.tokens):
            if token.quote >= 0:
                reader.read(quotations[token.quote], number, index)
    return reader.claims


class _Reader:
    """Reads quotations in the order of the article and remembers who is speaking."""

    def __init__(
        self, article: Article, parsed: Sequence[Parsed], words: Lexicon, names: frozenset[str]
    ) -> None:
        self._names = names
        self.claims: list[Claim] = []
        self._article = article
        self._parsed = parsed
        self._words = words
        self._run_on: Claim | None = None  # the claim of a quotation that goes on in the next block
        self._speaking: Claim | None = None  # the last claim of whole sentences
        self._number = -1
        self._alone = False
        self._here: dict[tuple[int, int], Claim] = {}

    def read(self, quotation: Quotation, number: int, index: int) -> None:
        """Takes in one quotation: token ``index`` of sentence ``number``."""
        content = span(self._article, quotation.start, quotation.end)
        if not content.text:
            return
        tokens = self._parsed[number].tokens
        if number != self._number:
            self._number, self._alone, self._here = number, _stands_alone(tokens), {}
        claim = (
            self._continued(index)
            or self._tied(index)
            or self._introduced(index)
            or self._untied(index)
        )
        if not claim.contents:
            self.claims.append(claim)
            if index == 0:
                take_run(self.claims, claim, self._run_on)
        claim.contents.append(content)
        claim.sentences.append(number)
        if claim.kind is AttributionKind.MIXED and is_direct(tokens, index):
            claim.kind = AttributionKind.DIRECT
        if claim.kind is AttributionKind.DIRECT and claim.speaker is not None:
            self._speaking = claim
        self._run_on = claim if quotation.runs_on else None

    @property
    def _current(self) -> Parsed:
        return self._parsed[self._number]

    def _continued(self, index: int) -> Claim | None:
        """The claim that a quotation standing alone goes on with: '“…,” he said. “…”'."""
        if not self._alone:
            return None
        if self._run_on is not None and index == 0:
            return self._run_on
        last = self._speaking
        if last is None or last.block not in {
            self._current.block,
            self._current.block - 1,
        }:
            return None
        return last if last.sentences[-1] in {self._number, self._number - 1} else None

    def _tied(self, index: int) -> Claim | None:
        tie = find_tie(self._current, index, self._words)
        if tie is None:
            return None
        key = (tie.cue.start, tie.subject.start)
        if key not in self._here:
            self._here[key] = self._claim(self._current, tie, AttributionKind.MIXED)
        return self._here[key]

    def _introduced(self, index: int) -> Claim | None:
        """A quotation that opens its block behind one that ends in a colon: 'Ward stated:'."""
        if index > 0 or self._number == 0:
            return None
        before = self._parsed[self._number - 1]
        tokens = before.tokens
        if before.block == self._current.block or tokens[-1].text != ":":
            return None
        tie = nearest_before(tokens, before.cues, len(tokens), self._words)
        if tie is not None:
            claim = self._claim(before, tie, AttributionKind.DIRECT)
            claim.block = self._current.block
            return claim
        return None

    def _untied(self, index: int) -> Claim:
        """A quotation whose sentence has no cue.

        Its subject, or the speaker goes on, or it is nobody's.
        """
        sentence = self._current
        listed = self._listed(index)
        if listed is not None:
            return listed
        introduced = index > 1 and sentence.tokens[index - 1].text == ":"  # by somebody else
        in_body = self._article.blocks[sentence.block].kind in _BODY
        speaker: Span | None = None
        if in_body and _may_be_said(sentence.tokens, index, self._words):
            speaker = (
                self._going_on() or self._subject(index)
                if self._alone
                else self._subject(index) or (None if introduced else self._going_on())
            )
        if speaker is None:
            return Claim(AttributionKind.UNATTRIBUTED, [], None, None, sentence.block)
        opens = sentence.tokens[0].quote >= 0 and is_direct(sentence.tokens, 0)
        kind = AttributionKind.DIRECT if opens else AttributionKind.MIXED
        claim = Claim(kind, [], None, speaker, sentence.block)
        if kind is AttributionKind.MIXED and not is_direct(sentence.tokens, index):
            self._in_a_deed(claim, index)
        return claim

    def _listed(self, index: int) -> Claim | None:
        """The claim of a quotation that this one is listed with: 'called “wasteful” and “mad”'."""
        tokens = self._current.tokens
        at = index - 1
        if at >= 0 and tokens[at].low in small_words().listing | {","}:
            at -= 1
        if at < 0 or at == index - 1 or tokens[at].quote < 0 or not self.claims:
            return None
        quoted = (
            claim for claim in reversed(self.claims) if claim.kind is not AttributionKind.INDIRECT
        )
        last = next(quoted, None)
        if last is None or last.speaker is None or self._number not in last.sentences:
            return None
        return last

    def _in_a_deed(self, claim: Claim, index: int) -> None:
        """Takes the verb behind the subject for the cue, and its object for the statement.

        'Lindqvist campaigned against a “fire sale” of the harbour' is said of what is campaigned
        against.
        """
        sentence = self._current
        tokens = sentence.tokens
        assert claim.speaker is not None
        subject = next(
            (i for i, token in enumerate(tokens) if token.end == claim.speaker.end), None
        )
        verb = None if subject is None else deed_behind(tokens, subject + 1, index, self._words)
        if verb is None:
            return
        key = (verb.start, -1)
        claim.cue = self._span(tokens, verb)
        if key not in self._here:
            end = clause_end(tokens, verb.stop, self._words)
            while not (tokens[end - 1].is_word or tokens[end - 1].quote >= 0):
                end -= 1
            if sum(token.is_word for token in tokens[verb.stop : end]) < _OWN_WORDS:
                return
            words = self._span(tokens, Phrase(verb.stop, end))
            self._here[key] = Claim(
                AttributionKind.INDIRECT,
                [words],
                claim.cue,
                claim.speaker,
                claim.block,
                [self._number],
            )
            self.claims.append(self._here[key])

    def _going_on(self) -> Span | None:
        """The speaker of the last quotation, in the same block or when this one stands alone."""
        if not self.claims:
            return None
        last, block = self.claims[-1], self._current.block
        whole = last.kind is AttributionKind.DIRECT
        near = last.block == block or (last.block == block - 1 and self._alone and whole)
        return last.speaker if near and self._number - last.sentences[-1] <= _SENTENCES_ON else None

    def _subject(self, index: int) -> Span | None:
        """Who the sentence is about, or, when the quotation stands alone, the one before it."""
        if self._alone:
            return self._who_spoke_last()
        tokens = self._current.tokens
        subject = self._who_may_speak(tokens, index)
        if (
            subject is None
            or is_acted_on(tokens, subject, index, self._words)
            or _is_said_to_be(tokens, subject, index, self._words)
        ):
            return None
        return self._span(tokens, subject)

    def _who_spoke_last(self) -> Span | None:
        """Who says something in the sentence before, or whom it is about."""
        if self._number == 0:
            return None
        sentence = self._parsed[self._number - 1]
        tokens = sentence.tokens
        if sentence.block < self._current.block - 1 or _asks_reader(tokens, self._words):
            return None
        tie = nearest_before(tokens, sentence.cues, len(tokens), self._words)
        if tie is None and sentence.block == self._current.block:
            tie = _closing(tokens, sentence.cues)
        if tie is not None:
            speaks = tie.cue.kind is CueKind.SAY or may_speak(tokens, tie.subject, self._words)
            return self._span(tokens, tie.subject) if speaks else None
        if sentence.block != self._current.block and tokens[-1].is_word:
            return None  # a line: '“…” Ann Lee, engineer' above another's
        subject = self._who_may_speak(tokens, len(tokens))
        return None if subject is None else self._span(tokens, subject)

    def _who_may_speak(self, tokens: list[Token], index: int) -> Phrase | None:
        """Whom the words before ``index`` are about, if that is somebody who may speak."""
        subject = _of_quoted_verb(tokens, index) or main_subject(tokens, index, self._words)
        if subject is None or not may_speak(tokens, subject, self._words):
            return None
        first = tokens[subject.start].low.partition("'")[0]
        if first in layout(LANGUAGE).addresses or first in small_words().writers:
            return None  # 'You repeat the mantra “I am a tree.”', 'I filed it under “never again”'
        if tells_nothing_done(tokens, self._words):
            return None
        known = subject != Phrase(0, 1) or self._is_known(tokens[0])
        return subject if known else None

    def _is_known(self, first: Token) -> bool:
        """Whether a sentence's first word is no mere word with a capital: 'Oats', 'Google'."""
        if among(first.low, self._words.pronouns, self._words.roles):
            return True
        return first.text in self._names

    def _claim(self, sentence: Parsed, tie: Tie, kind: AttributionKind) -> Claim:
        tokens = sentence.tokens
        cue = self._span(tokens, Phrase(tie.cue.start, tie.cue.end))
        claim = Claim(kind, [], cue, self._span(tokens, tie.subject), sentence.block)
        claim.meant = self._span(tokens, meant(tokens, tie.subject, self._words))
        return claim

    def _span(self, tokens: list[Token], phrase: Phrase) -> Span:
        return span(self._article, tokens[phrase.start].start, tokens[phrase.stop - 1].end)


_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.EMBED})


_FEWEST_BESIDE_A_DEED = 4  # words; fewer are mostly the reporter's own distance


def _may_be_said(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether quoted words without a cue may be somebody's.

    Not a title, a label in a noun phrase ('the “smart motorway” scheme'), a name that something
    goes by ('known as “the Loop”'), nor a few words beside a verb that says nothing.
    """
    if _is_spoken_of(tokens, index, words) or is_listed_thing(tokens, index, words):
        return False
    if is_chanted(tokens, index, words):
        return True
    if _stands_alone(tokens) and tokens[index].text.rstrip().endswith((".", "!", "?")):
        return True
    if is_title(tokens, index) or is_label(tokens, index, words):
        return False
    if is_name_alone(tokens, index, words):
        return False
    return len(tokens[index].text.split()) >= _FEWEST_BESIDE_A_DEED


def _is_spoken_of(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether words are spoken of or printed: 'I hate the phrase “…”', 'a poster that says “…”'."""
    before = tokens[index - 1].low if index else ""
    uses = any(token.low in small_words().uses for token in tokens[max(index - 5, 0) : index])
    if before == "," and index > 2 and tokens[index - 2].low == "reading":
        return True  # 'They wore hats reading, “…”'
    if before in words.say or before in small_words().glosses:
        return True
    told = tokens[index - 2].low if index > 1 and before in words.be else ""
    if told in small_words().spoken_of or told in small_words().glosses:
        return True  # 'The technical term is “…”'
    if any(token.low in small_words().somebody for token in tokens[max(index - _NEAR, 0) : index]):
        return True  # 'They found that somebody had labelled it “…”'
    return before in small_words().spoken_of and not uses


def _asks_reader(tokens: list[Token], words: Lexicon) -> bool:
    """Whether a question is put to the reader: 'Remember Ann Lee's letter? “…”'."""
    return tokens[-1].text == "?" and tokens[0].low in words.imperatives


def _is_said_to_be(tokens: list[Token], subject: Phrase, index: int, words: Lexicon) -> bool:
    """Whether a sentence only tells what its subject is: 'The mood was “…”', 'He is a “…” man'."""
    verb = deed_behind(tokens, subject.stop, index, words)
    if verb is None or tokens[verb.start].low not in words.be:
        return False
    return not any(token.low.endswith("ing") for token in tokens[verb.stop : verb.stop + 2])


def _closing(tokens: list[Token], cues: Sequence[Cue]) -> Tie | None:
    """Who says the whole of a sentence at its end: 'It was over, said Lee. “…”'."""
    last = cues[-1] if cues else None
    if last is None or last.subject is None or last.kind is not CueKind.SAY or not last.inverted:
        return None
    ends = not any(token.is_word for token in tokens[last.subject.stop :])
    return Tie(last, last.subject) if ends else None


def _stands_alone(tokens: list[Token]) -> bool:
    return all(token.quote >= 0 or not token.is_word for token in tokens)


def _of_quoted_verb(tokens: list[Token], index: int) -> Phrase | None:
    """The pronoun whose verb the words begin with: 'When the client wept, she “told him so”'."""
    if not 1 < index < len(tokens):
        return None
    opens = tokens[index - 2].text == "," and not is_direct(tokens, index)
    spoken = opens and tokens[index - 1].low in small_words().one_person
    return Phrase(index - 1, index) if spoken else None
