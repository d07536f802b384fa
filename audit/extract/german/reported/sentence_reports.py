"""Finds what a German sentence reports, by whom: the words with and without quotation marks.

A report is a stretch of tokens that a verb of saying or a source governs. Quotation marks inside it
do not end it: who reports, says them.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from audit.extract.german.grammar.clauses import Clause, Kind
from audit.extract.german.grammar.forms import FIRST, INDICATIVE, Said, is_word
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.grammar.named_behind import named_behind
from audit.extract.german.grammar.phrases import first_subject, opening_phrase
from audit.extract.german.grammar.subjects import antecedent, subject_of
from audit.extract.german.grammar.who_speaks import speaks
from audit.extract.german.reported.complements import (
    ASIDE,
    LIKE,
    TAG,
    said_behind,
    trimmed,
)
from audit.extract.german.reported.going_on import (
    behind_semicolon,
    going_on,
    has_verb_before,
    is_interrupted,
    stands_before,
    told_before,
)
from audit.extract.german.reported.impersonal import impersonal, it_told
from audit.extract.german.reported.like import reports_like, told_like
from audit.extract.german.reported.named_sources import Source, sources_in
from audit.extract.german.reported.noun_claims import held_by
from audit.extract.german.reported.pointing_back import is_told_back
from audit.extract.german.reported.valued import valued, valuer
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among

_APART = frozenset({"", ",", ":", "–", "—"})


class Report(NamedTuple):
    """What somebody says in a sentence: ``contents`` are its tokens, in order.

    ``speaker`` and ``cue`` are tokens too; ``meant`` is whom a relative pronoun stands for.
    ``is_back``: the sentence before is what is said.
    """

    cue: Phrase
    speaker: Phrase
    contents: tuple[Phrase, ...]
    meant: Phrase | None = None
    is_back: bool = False


class Reader:
    """Reads the reports of one sentence."""

    def __init__(self, tokens: Sequence[Token], found: Sequence[Clause], lexis: Lexis) -> None:
        self._tokens = tokens
        self._clauses = found
        self._lexis = lexis

    def reports(self) -> Iterator[Report]:
        """The reports of the sentence: those of verbs in order, then those of sources."""
        of_verbs = [self._of_clause(n, clause) for n, clause in enumerate(self._clauses)]
        of_nouns = [self._of_noun(n) for n in range(len(self._clauses))]
        named = [report for report in of_nouns if report is not None]
        begins = {report.contents[0].start for report in named}
        found = [
            report
            for report in of_verbs
            if report is not None and not (report.contents and report.contents[0].start in begins)
        ]
        found += named
        for number, known in enumerate(found):
            again = (later.contents[:1] == known.contents[:1] for later in found[number + 1 :])
            if not (known.contents and any(again)):
                yield known  # what a tag behind it says once more is the tag's
        for source in sources_in(self._tokens, self._lexis):
            report = self._of_source(source)
            if report is not None:
                yield report

    def _of_noun(self, number: int) -> Report | None:
        """'der Vorwurf der Partei, er habe …': whose it is, says it."""
        held = held_by(self._tokens, self._clauses, number, self._lexis)
        return Report(held.noun, held.holder, (held.words,)) if held is not None else None

    def _wonach(self, clause: Clause) -> Report | None:
        """'eine Studie, wonach …': the noun before says it."""
        speaker = antecedent(self._tokens, clause, self._lexis)
        if speaker is None or clause.finite is None:
            return None
        words = range(clause.body + 1, trimmed(self._tokens, clause.stop))
        return Report(range(clause.body, clause.body + 1), speaker, (words,)) if words else None

    def _of_clause(self, number: int, clause: Clause) -> Report | None:
        tokens = self._tokens
        opener = tokens[clause.body].low
        if clause.kind is Kind.FRAGMENT or (opener == TAG and clause.sign in ASIDE):
            return self._tag(number, clause) if opener == TAG else None
        nobody = impersonal(self._tokens, clause, self._lexis, self._place_before(number))
        if nobody is not None and opener != LIKE:
            return self._said_by(number, clause, nobody[0], nobody[1])
        if clause.kind is Kind.LAST and opener in self._lexis.grammar.with_content:
            return self._wonach(clause)
        if clause.kind is Kind.LAST and opener == LIKE:
            return self._like(number, clause, nobody)
        subject = subject_of(tokens, clause, self._clauses, self._lexis) or it_told(
            tokens, clause, self._lexis
        )
        if subject is None or clause.finite is None:
            return None
        return self._said_by(number, clause, subject, self._cue(clause))

    def _place_before(self, number: int) -> int | None:
        """Where the place begins that a relative clause parts from its 'heißt es'."""
        first = self._clauses[0]
        if number < 2 or first.kind is not Kind.FRAGMENT:
            return None
        between = self._clauses[1:number]
        return first.body if all(other.kind is Kind.LAST for other in between) else None

    def _cue(self, clause: Clause) -> Phrase:
        said = clause.said
        at = clause.finite or clause.body
        return range(said.start, said.stop) if said is not None else range(at, at + 1)

    def _said_by(self, number: int, clause: Clause, subject: Phrase, cue: Phrase) -> Report | None:
        """The report of a clause whose subject is known: behind it, or before it."""
        tokens = self._tokens
        meant = None
        if (
            len(subject) == 1
            and tokens[subject.start].low in self._lexis.grammar.relative
            and (clause.kind is Kind.LAST)
        ):
            meant = antecedent(tokens, clause, self._lexis)
            if meant is None:
                return None
        subject = valuer(tokens, clause, subject, self._lexis)
        figures = valued(tokens, clause, subject, self._lexis)
        if figures:
            return Report(cue, subject, figures, meant)
        contents = said_behind(tokens, self._clauses, number, subject, self._lexis)
        reported = number > 0 and self._is_reported(number)
        if contents is not None and not (reported and clause.kind is Kind.FIRST):
            before = told_before(tokens, self._clauses, number)
            return Report(
                cue, subject, (contents,) if before is None else (before, contents), meant
            )
        spans = self._around_verb(number, clause) or behind_semicolon(
            self._tokens, self._clauses, number
        )
        if spans and speaks(tokens, subject, self._lexis):
            return Report(cue, subject, spans, meant)
        tagged = self._tagged(number, clause, subject)
        if tagged:
            return Report(cue, subject, tagged, meant)
        if is_told_back(tokens, self._clauses, clause, self._lexis):
            before = stands_before(tokens, self._clauses, number)
            told = () if before is None else (before,)  # '… ist aus, das teilte die Stadt mit'
            return Report(cue, subject, told, meant, is_back=not told)
        return None

    def _tagged(self, number: int, clause: Clause, subject: Phrase) -> tuple[Phrase, ...]:
        """What stands before a clause that says it, and goes on behind: '…, sagte Lind, …'."""
        if clause.kind is not Kind.FIRST or clause.sign not in ASIDE or clause.is_coordinated:
            return ()
        if clause.said is None:
            return self._felt(number, clause, subject)
        if not self._may_tag(number, clause.said):
            return ()
        grammar = self._lexis.grammar
        known = among(clause.said.lemma, grammar.bare, grammar.cite, grammar.with_es)
        near = self._tokens[max(clause.start - 2, 0) : clause.start]
        quoted = clause.start > 1 and any(token.quote >= 0 for token in near)
        before = stands_before(self._tokens, self._clauses, number)
        if before is None or not (known or quoted or speaks(self._tokens, subject, self._lexis)):
            return ()
        after = going_on(self._tokens, self._clauses, number, self._lexis)
        return (before,) if after is None or self._is_reported(number) else (before, after)

    def _felt(self, number: int, clause: Clause, subject: Phrase) -> tuple[Phrase, ...]:
        """What a sentence in the subjunctive says, before any verb: 'Er sei froh, freut sich Lind'.

        Not what a preposition leads to: 'Gegen den Vorwurf, er sei …, wehrt sich Lind'.
        """
        before = self._clauses[0]
        told = number == 1 and before.kind is Kind.MAIN and before.mood == FIRST
        ends = number + 1 == len(self._clauses) and clause.sign == ","
        words = stands_before(self._tokens, self._clauses, number) if told and ends else None
        return (words,) if words is not None and speaks(self._tokens, subject, self._lexis) else ()

    def _around_verb(self, number: int, clause: Clause) -> tuple[Phrase, ...]:
        """What stands around a verb with its subject: 'Damals, sagte Lind, sei es kalt gewesen'."""
        if clause.said is None or clause.finite != clause.body or number == 0:
            return ()
        before = stands_before(self._tokens, self._clauses, number)
        rest = going_on(self._tokens, self._clauses, number, self._lexis)
        if clause.kind is not Kind.MAIN or before is None or rest is None:
            return ()
        return (before, rest) if self._clauses[number + 1].kind is Kind.FIRST else ()

    def _may_tag(self, number: int, said: Said) -> bool:
        """Whether a clause says what stands before it, not when or why it says something."""
        if said.lemma not in self._lexis.grammar.say or said.is_passive:
            return False
        earlier = self._clauses[:number]
        openers = [self._tokens[each.body].low for each in earlier if each.kind is Kind.LAST]
        opening = self._tokens[self._clauses[0].body].low
        led = opening in self._lexis.book.prepositions and self._clauses[0].finite is None
        if openers and openers[0] != opening and led:
            return False  # 'Auf die Frage, ob er komme, antwortete Lind'
        only = all(other.kind in {Kind.LAST, Kind.FRAGMENT} for other in earlier)
        quoted = any(self._tokens[i].quote >= 0 for i in range(self._clauses[number].start))
        if openers and only and not quoted:
            return among(openers[0], self._lexis.grammar.that, self._lexis.grammar.whether)
        return True

    def _tag(self, number: int, clause: Clause) -> Report | None:
        """', so Lind': who says what stands before it and behind it."""
        if clause.sign not in ASIDE or number == 0:
            return None
        told, before = self._told_by(clause), stands_before(self._tokens, self._clauses, number)
        if told is None or before is None:
            return None
        cue, subject = told
        rest = self._behind_tag(number, clause, before)
        return Report(cue, subject, (before,) if rest is None else (before, rest))

    def _told_by(self, clause: Clause) -> tuple[Phrase, Phrase] | None:
        """The cue and the speaker of a tag: 'so Lind', 'so sagte Lind'."""
        at, stop = clause.body, clause.stop
        if clause.finite is None:
            cue = range(at, at + 1)
            subject = opening_phrase(self._tokens, at + 1, stop, self._lexis)
            if subject is not None and subject.stop == stop:
                subject = named_behind(self._tokens, subject, self._lexis)
        elif clause.finite == at + 1:
            cue = range(at + 1, at + 2)
            nobody = impersonal(self._tokens, clause, self._lexis)
            if nobody is None and (clause.said is None or clause.said.is_passive):
                return None
            subject = (
                nobody[0]
                if nobody is not None
                else first_subject(self._tokens, at + 2, stop, stop, self._lexis)
            )
        else:
            return None
        nameless = self._lexis.book.alone - self._lexis.book.articles
        if subject is None:
            return None
        lows = {self._tokens[at].low for at in subject}
        nobodys = self._lexis.grammar.own_wish | self._lexis.grammar.titles  # 'so das Motto'
        nobody_s = not lows.isdisjoint(nobodys)
        return None if nobody_s or (len(subject) == 1 and lows <= nameless) else (cue, subject)

    def _behind_tag(self, number: int, clause: Clause, before: Phrase) -> Phrase | None:
        """What is said behind a tag: not what is in apposition to the speaker."""
        tokens = self._tokens
        behind = clause.stop + 1
        rest = range(behind, trimmed(tokens, len(tokens)))
        if self._is_reported(number):
            return None
        if len(rest) < 2 and not any(tokens[at].quote >= 0 for at in rest):
            return None
        finite = self._clauses[number - 1].finite
        if finite is not None and finite == before.stop - 1:
            return rest  # 'Der Präsident sei, so Lind, schuld daran'
        apposed = tokens[behind].is_name or tokens[behind].low in self._lexis.grammar.apposed
        return None if apposed else rest

    def _like(
        self, number: int, clause: Clause, nobody: tuple[Phrase, Phrase] | None
    ) -> Report | None:
        """'Wie Lind sagte, …', '…, wie Lind sagte', 'wie aus dem Bericht hervorgeht'."""
        told = nobody or told_like(self._tokens, self._clauses, clause, self._lexis)
        if told is None or clause.sign not in _APART or self._is_said_by_tag(number - 1):
            return None
        subject, cue = told
        start = self._clause_start(number)
        before = range(start, trimmed(self._tokens, clause.start))
        behind = range(clause.stop + 1, trimmed(self._tokens, len(self._tokens)))
        if number == 0:
            contents: tuple[Phrase, ...] = (behind,)
        elif len(behind) > 0 and (
            not has_verb_before(self._clauses, number)
            or is_interrupted(self._tokens, self._clauses, number)
        ):
            contents = (before, behind)
        else:
            contents = (before,)
        contents = tuple(content for content in contents if len(content) > 0)
        return Report(cue, subject, contents) if contents else None

    def _is_reported(self, number: int) -> bool:
        """Whether the clause behind one tells who reported it."""
        return reports_like(self._tokens, self._clauses, number + 1, self._lexis)

    def _is_said_by_tag(self, number: int) -> bool:
        """Whether a clause gives what stands before it to who says it: '„…“, sagte Lind'."""
        if number < 1:
            return False
        clause = self._clauses[number]
        if self._tokens[clause.body].low == TAG:
            return self._tag(number, clause) is not None
        if clause.kind is not Kind.FIRST or clause.said is None:
            return False
        subject = subject_of(self._tokens, clause, self._clauses, self._lexis)
        return subject is not None and bool(self._tagged(number, clause, subject))

    def _clause_start(self, number: int) -> int:
        first = number
        while first > 0 and self._clauses[first].sign not in {":", ";"}:
            first -= 1
        return self._clauses[first].start

    def _of_source(self, source: Source) -> Report | None:
        """What a source reports: its clause and what follows, less the source itself."""
        tokens = self._tokens
        own = next(
            (n for n, c in enumerate(self._clauses) if c.start <= source.start < c.stop), None
        )
        if own is None:
            return None
        meant = None
        if source.is_own:
            holder = self._main_of(own)
            if holder is not None:
                meant = subject_of(tokens, holder, self._clauses, self._lexis)
            if meant is not None and not speaks(tokens, meant, self._lexis):
                meant = None  # 'Das würde nach seiner Schätzung viel kosten'
        start = self._clauses[self._first_of(own)].body
        stop = self._source_end(own)
        before = range(start, trimmed(tokens, source.start, start))
        behind_at = source.stop
        while behind_at < stop and not (is_word(tokens[behind_at]) or tokens[behind_at].quote >= 0):
            behind_at += 1
        contents = tuple(part for part in (before, range(behind_at, stop)) if len(part) > 0)
        marked = any(tokens[i].quote >= 0 for part in contents for i in part)
        if not contents or (sum(len(part) for part in contents) < 2 and not marked):
            return None
        return Report(source.cue, source.speaker, contents, meant)

    def _main_of(self, number: int) -> Clause | None:
        clause = self._clauses[number]
        return clause if clause.finite is not None else None

    def _first_of(self, number: int) -> int:
        """The clause with which what a source reports begins."""
        first = number
        while first > 0:
            clause = self._clauses[first]
            if clause.sign in {":", ";", "–", "—"}:
                return first
            if (
                clause.kind is Kind.MAIN
                and clause.finite is not None
                and (clause.finite > clause.body)
            ):
                return first
            if clause.kind is Kind.LAST:
                apart = first < number and self._clauses[first - 1].kind is Kind.FRAGMENT
                return first - apart  # 'Der Wolf, den Lind sah, ist nach Angaben der Stadt tot'
            if clause.kind is Kind.FIRST and clause.is_coordinated:
                return first
            first -= 1
        return first

    def _source_end(self, number: int) -> int:
        for other in self._clauses[number + 1 :]:
            if other.sign == ":" and self._tokens[other.start].quote >= 0:
                return trimmed(self._tokens, other.start)
            if other.sign == ";" or (
                other.kind is Kind.FIRST
                and other.said is not None
                and not other.is_coordinated
                and other.sign == ","
            ):
                return trimmed(self._tokens, other.start)
            if other.is_coordinated and other.kind is Kind.MAIN and other.mood == INDICATIVE:
                return trimmed(self._tokens, other.start)
        return trimmed(self._tokens, len(self._tokens))
