"""The claims of a German article, sentence by sentence, and whose words go on without a cue."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from audit.extract.claims import Claim, span, take_run
from audit.extract.datelines import less_datelines
from audit.extract.german.grammar.clauses import Clause, clauses
from audit.extract.german.grammar.forms import FIRST, SECOND, is_word
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.grammar.phrases import last_document
from audit.extract.german.grammar.who_speaks import speaks
from audit.extract.german.mended import mended
from audit.extract.german.quotations.before_colon import said_before
from audit.extract.german.quotations.leading import is_of_own, is_of_voice, only_joins
from audit.extract.german.quotations.names_in_marks import less_names
from audit.extract.german.quotations.quoted import cue_of, is_told_behind, speaker_of
from audit.extract.german.quotations.read import Read
from audit.extract.german.reported.according_to_that import according_to_that
from audit.extract.german.reported.complements import is_reported
from audit.extract.german.reported.pointing_back import points_back
from audit.extract.german.reported.sentence_reports import Reader, Report
from audit.extract.german.voices import Voice, Voices
from audit.extract.others.gapped import gapped, is_led_anew
from audit.extract.others.grammar.tokens import refined
from audit.extract.others.interruptions import settle
from audit.extract.others.nobody import bears_words
from audit.extract.others.quotations import is_direct
from audit.extract.others.statements.reported import words_span
from audit.extract.phrase import Phrase
from audit.extract.quotes import Quotation, find_quotations
from audit.extract.sentences import Sentence, sentences
from audit.model import Article, AttributionKind, BlockKind, Span

_FEW_WORDS = 5  # fewer in quotation marks without a cue may be a title or a scare quote
_SHORT_LEAD = 4  # tokens that only lead to words, their colon among them: 'Nur so viel:'
_FEWEST_REPORTED = 2  # words of a statement, beside those in marks
_MOST_QUOTED = 12  # quotations of a sentence among which those of a cue are looked for


def claims_in(
    article: Article, lexis: Lexis, *, without: frozenset[int]
) -> tuple[list[Claim], list[Sentence]]:
    """The claims of a German article, and the sentences that they number.

    There is one for every quotation, in order, then one for every statement. ``without`` are the
    numbers of blocks that are left out.
    """
    quotations = settle(
        article, less_names(article, find_quotations(article), lexis.book), lexis.book
    )
    read = [
        Sentence(refined(sentence.tokens, lexis.book), sentence.block)
        for sentence in sentences(article, quotations, replace(lexis.book.words, say={}))
        if sentence.block not in without
    ]
    read = less_datelines(mended(read, lexis.book))
    walk = _Walk(article, read, quotations, lexis)
    for number in range(len(read)):
        walk.read(number)
    return walk.quoted + walk.stated, read


class _Walk:
    """Goes through an article's sentences and knows who spoke last."""

    def __init__(
        self,
        article: Article,
        read: Sequence[Sentence],
        quotations: Sequence[Quotation],
        lexis: Lexis,
    ) -> None:
        self.quoted: list[Claim] = []
        self.stated: list[Claim] = []
        self._article = article
        self._read = read
        self._quotations = quotations
        self._lexis = lexis
        self._voices = Voices(article, read, lexis)
        self._run_on: Claim | None = None  # the claim of a quotation that goes on in the next block

    def read(self, number: int) -> None:
        """Adds the claims of a sentence."""
        tokens, block = self._read[number]
        found = clauses(tokens, self._lexis)
        heading = self._article.blocks[block].kind is BlockKind.HEADING
        told = Reader(tokens, found, self._lexis).reports()
        spoken = [each for each in told if not bears_words(tokens, each.speaker, self._lexis.book)]
        read = Read(tokens, found, spoken, self._voices.surnames)
        self._voices.enter(read, number)
        voice = self._voices.last
        spoke = self._quotes(read, number)
        if not heading:
            spoke = self._statements(read, number) or spoke
            if spoke is None and self._goes_on(found, number, voice):
                spoke = self._continued(read, number)
            if spoke is None:
                spoke = self._hence(read, number)
        if spoke is not None:
            moods = {clause.mood for clause in found}
            in_subjunctive = spoke.in_subjunctive or not moods.isdisjoint({FIRST, SECOND})
            self._voices.last = spoke._replace(in_subjunctive=in_subjunctive)

    def _span(self, read: Read, phrase: Phrase) -> Span:
        return words_span(self._article, read.tokens, phrase)

    def _statements(self, read: Read, number: int) -> Voice | None:
        """Adds a claim for each report without quotation marks; who speaks last in the sentence."""
        block = self._read[number].block
        voice: Voice | None = None
        pointing = points_back(read.tokens, read.clauses, self._lexis)
        if pointing is not None:
            verb, who = (self._span(read, part) for part in pointing)
            self._give_back(who, None, verb, number)
        for report in read.reports:
            speaker = self._span(read, report.speaker)
            meant = self._meant(read, report.speaker, report.meant, number)
            if voice is None:
                voice = Voice(speaker, meant, block, number)
            cue = self._span(read, report.cue)
            contents, numbers = list(self._contents(read, report, cue)), [number]
            if report.is_back:
                before = self._sentence_before(number)
                if before is None:
                    self._give_back(speaker, meant, cue, number)
                    continue
                contents, numbers = [before], [number - 1, number]
            if contents:
                claim = Claim(
                    AttributionKind.INDIRECT, contents, cue, speaker, block, numbers, meant
                )
                self.stated.append(claim)
        return voice

    def _give_back(self, speaker: Span, meant: Span | None, cue: Span, number: int) -> None:
        """Gives the words right before a sentence their speaker: '„…“ Das sagte Lind'."""
        block = self._read[number].block
        last = self.quoted[-1] if self.quoted else None
        if last is None or last.block != block or last.sentences[-1] != number - 1:
            return
        if last.speaker is None and self._read[number - 1].tokens[0].quote >= 0:
            last.kind = AttributionKind.DIRECT
            last.speaker, last.meant, last.cue = speaker, meant, cue
            last.sentences.append(number)

    def _meant(self, read: Read, speaker: Phrase, meant: Phrase | None, number: int) -> Span | None:
        """Whom a speaker stands for: a relative pronoun, 'es', 'darin'."""
        if meant is not None:
            return self._span(read, meant)
        low = read.tokens[speaker.start].low
        if number == 0 or len(speaker) > 1:
            return None
        if (
            low == "es"
            and self._voices.last is not None
            and self._voices.is_near(number, self._voices.last)
        ):
            named = self._voices.last.meant or self._voices.last.speaker
            opens = named.text.split()[0].lower()
            return named if opens in self._lexis.grammar.neuter else None
        if low in self._lexis.grammar.therein:
            before = self._read[number - 1].tokens
            document = last_document(before, self._lexis)
            return None if document is None else words_span(self._article, before, document)
        return None

    def _contents(self, read: Read, report: Report, cue: Span) -> Iterator[Span]:
        """The words of a report; of one that holds words in marks, where these are its own."""
        tokens = read.tokens
        told = [tokens[i] for content in report.contents for i in content]
        marked = any(token.quote >= 0 for token in told)
        if sum(map(is_word, told)) < _FEWEST_REPORTED or (marked and not self._has_quoted(cue)):
            return
        for content in report.contents:
            if any(is_word(tokens[i]) or tokens[i].quote >= 0 for i in content):
                yield self._span(read, content)

    def _has_quoted(self, cue: Span) -> bool:
        """Whether a cue of the sentence read last is one of quoted words."""
        return any(claim.cue == cue for claim in self.quoted[-_MOST_QUOTED:])

    def _sentence_before(self, number: int) -> Span | None:
        """The words of the sentence before, None where they are quoted or of another part."""
        if number == 0:
            return None
        tokens, block = self._read[number - 1]
        here = self._read[number].block
        kind = self._article.blocks[block].kind
        if block < here - 1 or (block != here and kind is BlockKind.HEADING):
            return None
        if any(token.quote >= 0 for token in tokens):
            return None
        stop = len(tokens)
        while stop > 0 and not is_word(tokens[stop - 1]):
            stop -= 1
        return words_span(self._article, tokens, range(stop)) if stop > 1 else None

    def _goes_on(self, found: Sequence[Clause], number: int, voice: Voice | None) -> bool:
        """Whether a sentence in the subjunctive goes on with what somebody said."""
        if voice is None or not self._voices.is_near(number, voice):
            return False
        return is_reported(
            found, after_subjunctive=self._voices.is_after_subjunctive(number, voice)
        )

    def _continued(self, read: Read, number: int) -> Voice | None:
        voice = self._voices.last
        if voice is None:
            return None
        block = self._read[number].block
        tokens = read.tokens
        stop = len(tokens)
        while stop > 0 and not is_word(tokens[stop - 1]):
            stop -= 1
        if stop > _FEWEST_REPORTED and not any(token.quote >= 0 for token in tokens):
            words = words_span(self._article, tokens, range(stop))
            claim = Claim(AttributionKind.INDIRECT, [words], None, voice.speaker, block, [number])
            claim.meant = voice.meant
            self.stated.append(claim)
        return voice._replace(block=block, number=number, in_subjunctive=True)

    def _hence(self, read: Read, number: int) -> Voice | None:
        """Adds what goes on with the source of the sentence before: 'Demnach starben drei'."""
        voice = self._voices.last
        found = according_to_that(read.tokens, read.clauses, self._lexis)
        if voice is None or voice.number != number - 1 or found is None:
            return None
        word, said = found
        stands, contents = self._span(read, word), [self._span(read, part) for part in said]
        block, meant = self._read[number].block, voice.meant or voice.speaker
        self.stated.append(
            Claim(AttributionKind.INDIRECT, contents, stands, stands, block, [number], meant)
        )
        return voice._replace(block=block, number=number)

    def _quotes(self, read: Read, number: int) -> Voice | None:
        """Adds the claims of a sentence's quotations; who says the last of them."""
        tokens, block = self._read[number]
        alone = all(token.quote >= 0 or not is_word(token) for token in tokens)
        here: dict[tuple[int, int], Claim] = {}
        spoke: Voice | None = None
        for index, token in enumerate(tokens):
            if token.quote < 0:
                continue
            quotation = self._quotations[token.quote]
            words = span(self._article, quotation.start, quotation.end)
            if not words.text:
                continue
            run = self._run_on if index == 0 else None
            claim = (
                self._tied(read, index, number, here) if run is None or run.cue is None else None
            )
            claim = claim or run or self._with_former(read, index, here)
            claim = claim or self._untied(read, index, number, words, alone=alone)
            if not claim.contents:
                self.quoted.append(claim)
                take_run(self.quoted, claim, run)
            claim.contents.append(words)
            claim.sentences.append(number)
            if claim.kind is AttributionKind.MIXED and is_direct(tokens, index):
                claim.kind = AttributionKind.DIRECT
            self._run_on = claim if quotation.runs_on else None
            if claim.speaker is not None:
                spoke = Voice(claim.speaker, claim.meant, block, number)
        return spoke

    def _with_former(
        self, read: Read, index: int, here: dict[tuple[int, int], Claim]
    ) -> Claim | None:
        """The claim of the words before in the sentence, where nothing else says the later ones.

        'Rice nannte Shultz einen „Patrioten“, der die Welt „zu einem besseren Ort“ gemacht habe'.
        """
        if not here:
            return None
        former = list(here.values())[-1]
        if not former.contents or former.cue is None:
            return None
        start = former.contents[-1].end
        between = [token for token in read.tokens[:index] if token.start >= start]
        if read.tokens[index].text[:1].isupper() and not only_joins(between, self._lexis):
            return None
        told = [
            (clause.said, clause.stop)
            for clause in read.clauses
            if clause.said is not None and clause.finite is not None
            if clause.start < index and read.tokens[clause.start].start >= start
        ]
        if len(told) == 1 and read.tokens[told[0][0].start].start == former.cue.start:
            goes_on = only_joins(read.tokens[told[0][1] : index], self._lexis)
            return former if goes_on else None  # '„…“, sagte Lind, doch „…“'
        apart = bool(told) or any(token.text in {":", ";"} for token in between)
        apart = apart or is_led_anew(read.tokens, index)
        return None if apart else former

    def _tied(
        self, read: Read, index: int, number: int, here: dict[tuple[int, int], Claim]
    ) -> Claim | None:
        """The claim of a quotation that its sentence gives to somebody."""
        block = self._read[number].block
        report = read.holding(index) or read.led_to(index)
        spoken = gapped(
            read.tokens, index, self._lexis.book, lambda who: speaks(read.tokens, who, self._lexis)
        )
        if spoken is not None:
            report = None
        if report is not None and not is_told_behind(read, report, index, self._lexis):
            spoken = said_before(read, index, self._lexis)
        if report is not None and spoken is None:
            cue, subject, meant = report.cue, report.speaker, report.meant
        else:
            if spoken is None and (
                self._is_told_on(read, index, number) or is_led_anew(read.tokens, index)
            ):
                return None
            found = spoken or cue_of(read, index, self._lexis)
            if found is None or found.subject is None:
                return None
            named = speaker_of(read, found, found.subject, self._lexis)
            if named is None:
                return None
            cue, subject, meant = range(found.start, found.end), named, None
        key = (cue.start, subject.start)
        if key not in here:
            here[key] = Claim(
                AttributionKind.MIXED,
                [],
                self._span(read, cue),
                self._span(read, subject),
                block,
                meant=self._meant(read, subject, meant, number),
            )
        return here[key]

    def _is_told_on(self, read: Read, index: int, number: int) -> bool:
        """Whether words stand in a clause in the subjunctive that goes on with the last speaker."""
        if self._voices.last is None or not self._voices.is_near(number, self._voices.last):
            return False
        if self._voices.last.block != self._read[number].block:
            return False
        after = self._voices.is_after_subjunctive(number, self._voices.last)
        after |= self._voices.last.number == number - 1 and self._has_words(number - 1)
        colon = index > 0 and read.tokens[index - 1].text == ":"
        colon = colon and any(c.said is not None for c in read.clauses if c.start < index)
        return not colon and is_reported(read.clauses, after_subjunctive=after)

    def _has_words(self, number: int) -> bool:
        """Whether somebody's quoted words stand in a sentence."""
        return any(
            claim.speaker is not None and number in claim.sentences for claim in self.quoted[-3:]
        )

    def _untied(self, read: Read, index: int, number: int, words: Span, *, alone: bool) -> Claim:
        """A quotation whose sentence names nobody: the speaker goes on, or it is nobody's words."""
        block = self._read[number].block
        nobody = Claim(AttributionKind.UNATTRIBUTED, [], None, None, block)
        if self._article.blocks[block].kind not in {BlockKind.PARAGRAPH, BlockKind.QUOTE}:
            return nobody
        direct = index == 0 and is_direct(read.tokens, index)
        voice = None
        if self._is_carried_on(read, index, number, alone=alone):
            voice = self._voices.last
        elif alone and (
            len(words.text.split()) >= _FEW_WORDS or (direct and words.text[-1] in ".?!…")
        ):
            voice = self._voices.nearest(number)
        if voice is None:
            return nobody
        kind = AttributionKind.DIRECT if direct else AttributionKind.MIXED
        return Claim(kind, [], None, voice.speaker, block, meant=voice.meant)

    def _is_carried_on(self, read: Read, index: int, number: int, *, alone: bool) -> bool:
        """Whether the words around a quotation tell that the last speaker goes on.

        In the subjunctive, with nothing but 'Und' before it, or with a few words and a colon.
        """
        voice = self._voices.last
        if voice is None:
            return False
        if self._is_told_on(read, index, number):
            return True
        if voice.block != self._read[number].block or index == 0:
            return False
        if is_of_voice(read.tokens[:index], self._lexis) or is_of_own(
            read.tokens, index, self._lexis
        ):
            return True
        just_quoted = self.quoted and voice.number >= number - 1
        if just_quoted and not alone and only_joins(read.tokens[:index], self._lexis):
            return True
        if read.tokens[index - 1].text != ":":
            return False
        return index <= _SHORT_LEAD
