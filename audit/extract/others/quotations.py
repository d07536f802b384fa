"""Ties quotations to their speakers in languages other than English.

One engine for all: what differs is in the languages' phrasebooks. A speaker stands in the sentence
of the words (see ``cues``), inside the marks (``interruptions``), or goes on: '„…“, sagte sie.
„…“'.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from audit.extract.claims import Claim, span, take_run
from audit.extract.datelines import less_datelines
from audit.extract.others.cue import Cue
from audit.extract.others.cues import find_cue
from audit.extract.others.grammar.noun_phrases import phrase_from
from audit.extract.others.grammar.persons import (
    is_person,
    person_behind_verb,
    subject_in,
    tried_by,
    whose,
)
from audit.extract.others.grammar.subjects import is_impersonal, subject_of
from audit.extract.others.grammar.tokens import is_verb, is_word, refined
from audit.extract.others.interruptions import settle
from audit.extract.others.nobody import is_list_of_words, is_named_so, is_nobody
from audit.extract.others.statements.added import with_added
from audit.extract.others.statements.back import back_cue, told_back
from audit.extract.others.statements.reported import (
    is_apart,
    is_of_quotation,
    statements,
    words_span,
)
from audit.extract.others.statements.understood import understood
from audit.extract.others.without_subject import (
    alone_above,
    is_anybody,
    is_of_several,
    is_to_somebody,
)
from audit.extract.phrase import Phrase
from audit.extract.quotes import Quotation, find_quotations
from audit.extract.sentences import Sentence, Token, sentences
from audit.languages.extraction.phrasebook import Phrasebook
from audit.model import Article, AttributionKind, BlockKind, Span

_ASKS = "?"
_FARTHEST = 3  # sentences from the last words of a speaker who goes on
_LOOKED_AT = 120  # tokens of a sentence in which another name is looked for
_FULL_NAME = 2  # words
_FEW_WORDS = 5  # fewer in quotation marks without a cue may be a title or a scare quote


def claims_in(
    article: Article, book: Phrasebook, *, without: frozenset[int] = frozenset()
) -> tuple[list[Claim], list[Sentence]]:
    """The claims of an article in the phrasebook's language, and the sentences that they number.

    There is one for every quotation, in order, then one for every 'according to' and 'said that'.
    ``without`` are the numbers of blocks that are left out, such as the signatures of posts.
    """
    quotations = settle(article, find_quotations(article), book)
    read = [
        Sentence(refined(sentence.tokens, book), sentence.block)
        for sentence in sentences(article, quotations, replace(book.words, say={}))
        if sentence.block not in without
    ]
    read = less_datelines(read)
    quoted = _Quoted(article, book)
    quoted.learn(read)
    for number, sentence in enumerate(read):
        quoted.read(sentence, number, quotations)
    used = {
        claim.cue.start: claim.contents[0].start
        for claim in reversed(quoted.claims)
        if claim.cue is not None
    }
    stated = [
        claim
        for number, sentence in enumerate(read)
        if article.blocks[sentence.block].kind is not BlockKind.HEADING
        for claim in statements(article, sentence, number, book)
        if claim.cue is not None and is_apart(article, claim, used.get(claim.cue.start))
        if not is_of_quotation(claim, claim.cue, quotations)
    ]
    stated = with_added(article, read, book, quoted.claims, stated)
    stated += understood(article, read, book, (*quoted.claims, *stated))
    told = {number for claim in (*quoted.claims, *stated) for number in claim.sentences}
    back = [claim for claim in told_back(article, read, book) if told.isdisjoint(claim.sentences)]
    return quoted.claims + stated + back, read


class _Quoted:
    """The claims of quotations so far, sentence by sentence."""

    def __init__(self, article: Article, book: Phrasebook) -> None:
        self.claims: list[Claim] = []
        self._article = article
        self._book = book
        self._previous: Sentence | None = None
        self._since: list[Sentence] = []  # those behind the last one with a quotation
        self._people = frozenset[str]()
        self._surnames = frozenset[str]()
        self._read_in: list[Claim] = []  # what documents say: nobody goes on with it
        self._run_on: Claim | None = None  # the claim of a quotation that goes on in the next block

    def learn(self, read: Sequence[Sentence]) -> None:
        """Takes note of the words that are names in mid-sentence, and of surnames."""
        self._surnames = frozenset(
            token.low
            for sentence in read
            for before, token in pairwise(sentence.tokens)
            if before.is_name and token.is_name and before.low not in self._book.determiners
        )
        self._people = frozenset(
            token.low
            for sentence in read
            for before, token in pairwise(sentence.tokens)
            if token.is_name and is_word(token) and is_word(before)
        )

    def read(self, sentence: Sentence, number: int, quotations: Sequence[Quotation]) -> None:
        tokens = sentence.tokens
        self._told_so(sentence, number)
        alone = all(token.quote >= 0 or not is_word(token) for token in tokens)
        alone = alone and not is_list_of_words(tokens)
        here: dict[int, Claim] = {}
        for index, token in enumerate(tokens):
            if token.quote < 0:
                continue
            quotation = quotations[token.quote]
            words_in = span(self._article, quotation.start, quotation.end)
            if not words_in.text:
                continue
            claim = self._continued(sentence.block, number, index) if alone else None
            if claim is None:
                claim = self._tied(sentence, index, here)
            if claim is None:
                claim = self._untied(sentence, number, index, words_in, alone=alone)
            if not claim.contents:
                self.claims.append(claim)
                if index == 0:
                    take_run(self.claims, claim, self._run_on)
            claim.contents.append(words_in)
            claim.sentences.append(number)
            if claim.kind is AttributionKind.MIXED and is_direct(tokens, index):
                claim.kind = AttributionKind.DIRECT
            self._run_on = claim if quotation.runs_on else None
        self._previous = sentence
        quoted = any(token.quote >= 0 for token in tokens)
        self._since = [] if quoted else [*self._since, sentence][-_FARTHEST:]

    def _told_so(self, sentence: Sentence, number: int) -> None:
        """Gives words alone the speaker of the sentence behind: '«Mai». Così la sindaca ha detto'.

        Only what opens with such a word, and has words nobody says right before it.
        """
        tokens = sentence.tokens
        if not self.claims or self._previous is None:
            return
        back = None if tokens[0].low in self._book.so else back_cue(tokens, self._book)
        if back is None and tokens[0].low not in self._book.so:
            return
        last = self.claims[-1]
        right_before = last.sentences[-1] == number - 1 and last.block == sentence.block
        alone = all(token.quote >= 0 or not is_word(token) for token in self._previous.tokens)
        if last.cue is not None or not (right_before and alone):
            return
        if any(token.quote >= 0 for token in tokens):
            return
        opens = back is None
        subject = self._who_did_so(tokens[1:]) if back is None else back.subject
        if subject is None:
            return
        last.speaker = words_span(self._article, tokens[1:] if opens else tokens, subject)
        cue = range(1) if back is None else range(back.start, back.end)
        last.cue = words_span(self._article, tokens, cue)
        last.kind = AttributionKind.DIRECT
        last.sentences.append(number)

    def _who_did_so(self, tokens: Sequence[Token]) -> Phrase | None:
        """Who a sentence is about behind its 'so': whoever is named before its first comma."""
        first = next((at for at, token in enumerate(tokens) if token.text == ","), len(tokens))
        behind = person_behind_verb(tokens[:first], self._book)
        if behind is not None and all(tokens[at].is_name for at in behind[-_FULL_NAME:]):
            return behind
        return subject_in(tokens, self._book, self._people, anything=False)

    def _continued(self, block: int, number: int, index: int) -> Claim | None:
        if self._run_on is not None and index == 0:
            return self._run_on
        if not self.claims:
            return None
        last = self.claims[-1]
        near = last.block == block and number - last.sentences[-1] <= 1
        return last if near and last.kind is AttributionKind.DIRECT and last.speaker else None

    def _tied(self, sentence: Sentence, index: int, here: dict[int, Claim]) -> Claim | None:
        tokens = sentence.tokens
        cue = find_cue(tokens, index, self._book)
        if cue is None or self._is_headline(sentence, cue):
            return None
        words_in = tokens[index].text
        if is_nobody(tokens, cue, self._book):
            return Claim(AttributionKind.UNATTRIBUTED, [], None, None, sentence.block)
        if cue.start in here and " " not in words_in and words_in[:1].islower():
            return None  # a word in quotation marks behind words with a speaker
        if cue.start not in here:
            if (
                cue.subject is None
                and not self._book.articles
                and is_anybody(tokens, cue, self._book)
            ):
                return None
            impersonal = cue.subject is None and is_impersonal(tokens, cue.start, self._book)
            if impersonal:
                cue = cue._replace(subject=self._document(tokens, cue))
                if cue.subject is None:
                    return Claim(AttributionKind.UNATTRIBUTED, [], None, None, sentence.block)
            subject = self._whose(tokens, cue)
            speaker = (
                words_span(self._article, tokens, subject)
                if subject is not None
                else self._understood(
                    sentence.block, to_somebody=is_to_somebody(tokens, cue, self._book)
                )
            )
            if speaker is None:
                return None
            if cue.subject is None and is_of_several(tokens, cue, speaker, self._book):
                return Claim(AttributionKind.UNATTRIBUTED, [], None, None, sentence.block)
            words = words_span(self._article, tokens, range(cue.start, cue.end))
            here[cue.start] = Claim(AttributionKind.MIXED, [], words, speaker, sentence.block)
            if impersonal:
                self._read_in.append(here[cue.start])
        return here[cue.start]

    def _whose(self, tokens: Sequence[Token], cue: Cue) -> Phrase | None:
        """Whose the subject of a cue is, if it is a saying; one with an article and a verb speaks.

        'Das sagt das Urteil', 'argumenta la sentencia'.
        """
        if cue.subject is None:
            return None
        named = whose(tokens, cue.subject, self._book)
        articled = tokens[cue.subject.start].low in self._book.articles
        itself = articled and tokens[cue.start].text != ":"
        return cue.subject if named is None and itself else named

    def _document(self, tokens: Sequence[Token], cue: Cue) -> Phrase | None:
        """What is read in: 'il decreto' of 'si legge nel decreto'."""
        if cue.end + 1 >= len(tokens):
            return None
        book = self._book
        leads = tokens[cue.end].low in book.prepositions | book.joining | book.speaking_from
        return phrase_from(tokens, cue.end + 1, len(tokens), book) if leads else None

    def _is_headline(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether a headline only names its matter before a colon.

        'Cyberattaque à l’hôpital : « … »'.
        """
        if self._article.blocks[sentence.block].kind is not BlockKind.HEADING:
            return False
        if sentence.tokens[cue.start].text != ":" or cue.subject is None:
            return False
        names = [at for at in cue.subject if sentence.tokens[at].is_name]
        return len(names) < 2 and cue.subject.stop < cue.start

    def _understood(self, block: int, *, to_somebody: bool = False) -> Span | None:
        """Who says what has a verb but no subject: 'El alcalde cede. «Es falso», dijo'."""
        judged, tried = self._judged(block)
        if judged and not to_somebody:
            return tried
        last = self.claims[-1] if self.claims else None
        spoke = last is not None and all(claim is not last for claim in self._read_in)
        voice = self._voice(block, anything=True) or self._spoken_of(block)
        voice = voice or self._told_behind(block)
        if voice is not None or last is None or last.speaker is None or not spoke:
            return voice or alone_above(self._article, self._since, block, self._book)
        return None if self._is_of_another(last.speaker) else last.speaker

    def _told_behind(self, block: int) -> Span | None:
        """Who says something behind the words of the sentence before.

        'O sindicato fala em «má-fé», mas a diretora Serra garante que não. «É falso», diz'.
        """
        if self._previous is None or self._previous.block != block or not self.claims:
            return None
        tokens = self._previous.tokens[:_LOOKED_AT]
        quoted = max((at for at, token in enumerate(tokens) if token.quote >= 0), default=-1)
        cue = self.claims[-1].cue
        for at in range(quoted + 1, len(tokens) if quoted >= 0 else 0):
            if not is_verb(tokens, at, self._book):
                continue
            subject = subject_of(tokens, at, len(tokens), self._book)
            own = cue is None or not cue.start <= tokens[at].start < cue.end
            if own and subject is not None and subject.start > quoted:
                named = is_person(tokens, subject, self._book)
                return words_span(self._article, tokens, subject) if named else None
        return None

    def _voice(self, block: int, *, anything: bool = False) -> Span | None:
        """Whom the sentence before is about, if it is of this block and has no quotation."""
        if self._previous is None or self._previous.block != block:
            return None
        tokens = self._previous.tokens
        if any(token.quote >= 0 for token in tokens):
            return None
        subject = subject_in(tokens, self._book, self._people, anything=anything)
        return words_span(self._article, tokens, subject) if subject is not None else None

    def _judged(self, block: int) -> tuple[bool, Span | None]:
        """Whether the sentence before tells of a court and whom it tries, and who that is.

        Either may speak next where the court is but a judge, and so nobody is named.
        """
        if self._previous is None or self._previous.block != block:
            return False, None
        tokens = self._previous.tokens
        found = tried_by(tokens, self._book)
        if found is None:
            return False, None
        court, person = found
        speaks = tokens[court].low in self._book.bodies
        return True, words_span(self._article, tokens, person) if speaks else None

    def _spoken_of(self, block: int) -> Span | None:
        """Whom a sentence of this block is about behind the last quotation, the nearest one."""
        for sentence in reversed(self._since):
            if sentence.block != block:
                return None
            tokens = sentence.tokens
            subject = subject_in(tokens, self._book, self._people, anything=False)
            if subject is not None and tokens[subject.start].low not in self._book.pronouns:
                return words_span(self._article, tokens, subject)
        return None

    def _untied(
        self, sentence: Sentence, number: int, index: int, words_in: Span, *, alone: bool
    ) -> Claim:
        """A quotation whose sentence names nobody: the speaker goes on, or it is nobody's words."""
        block = sentence.block
        in_body = self._article.blocks[block].kind in {BlockKind.PARAGRAPH, BlockKind.QUOTE}
        direct = index == 0 and is_direct(sentence.tokens, index)
        whole = alone and direct and words_in.text[-1] in ".?!…"
        enough = len(words_in.text.split()) >= _FEW_WORDS or whole
        lows = [token.low for token in sentence.tokens]
        named_so = not alone and is_named_so(sentence.tokens, index, self._book)
        if named_so or not self._book.impersonal.isdisjoint(pairwise(lows)):
            return Claim(AttributionKind.UNATTRIBUTED, [], None, None, block)
        reported = " " in words_in.text and any(low in self._book.reported for low in lows)
        goes_on = in_body and (enough or reported)
        speaker = self._going_on(block, number, alone=alone or reported) if goes_on else None
        if speaker is None:
            return Claim(AttributionKind.UNATTRIBUTED, [], None, None, block)
        kind = AttributionKind.DIRECT if direct else AttributionKind.MIXED
        return Claim(kind, [], None, speaker, block)

    def _going_on(self, block: int, number: int, *, alone: bool) -> Span | None:
        """Whose words a quotation goes on with whose sentence names nobody."""
        voice = self._voice(block) if alone else None
        last = self.claims[-1] if self.claims else None
        if last is None or last.speaker is None or any(last is each for each in self._read_in):
            return voice
        if last.contents[-1].text.rstrip().endswith(_ASKS) and (last.block != block or not alone):
            return voice  # who is asked answers
        near = last.block == block or (last.block == block - 1 and alone)
        if not near or number - last.sentences[-1] > (_FARTHEST if alone else 2):
            return voice
        if voice is not None and voice.text.lower() in self._book.pronouns and not self._reports():
            return last.speaker
        return voice or (None if self._is_of_another(last.speaker) else last.speaker)

    def _is_of_another(self, speaker: Span) -> bool:
        """Whether the sentences since the last quotation have somebody else's surname."""
        words = set(speaker.text.lower().split())
        return any(
            token.is_name and token.low in self._surnames and token.low not in words
            for sentence in self._since
            for token in sentence.tokens[:_LOOKED_AT]
        )

    def _reports(self) -> bool:
        """Whether the sentence before has a verb of saying.

        'Sie sei müde, sagte sie', not 'Sie lacht'.
        """
        tokens = self._previous.tokens if self._previous is not None else []
        return any(is_verb(tokens, at, self._book) for at in range(len(tokens)))


def is_direct(tokens: Sequence[Token], index: int) -> bool:
    """Whether a quotation is a sentence of its own, not words inside the reporter's."""
    first = next((char for char in tokens[index].text if char.isalnum()), "")
    if not (first.isupper() or first.isdigit()):
        return False
    return index == 0 or tokens[index - 1].quote >= 0 or not is_word(tokens[index - 1])
