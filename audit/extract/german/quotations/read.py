"""A German sentence as the grammar reads it, and what several ties of its quotations ask of it."""

from collections.abc import Sequence
from typing import NamedTuple

from audit.extract.german.grammar.clauses import Clause, Kind
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.reported.sentence_reports import Report
from audit.extract.others.cue import Cue
from audit.extract.sentences import Token


class Read(NamedTuple):
    """A sentence as the grammar reads it."""

    tokens: Sequence[Token]
    clauses: Sequence[Clause]
    reports: Sequence[Report]
    surnames: frozenset[str] = frozenset()  # of the article, lower-cased

    def holding(self, index: int) -> Report | None:
        """The innermost report that holds a token."""
        held = [
            report
            for report in self.reports
            if any(index in content for content in report.contents)
        ]
        return min(reversed(held), key=lambda report: sum(map(len, report.contents)), default=None)

    def led_to(self, index: int) -> Report | None:
        """The report before the colon of a quotation: 'Laut Lind ist das gut: „…“'."""
        if index == 0 or self.tokens[index - 1].text != ":":
            return None
        behind = (r for r in self.reports if r.contents and r.contents[-1].stop == index - 1)
        return next(behind, None)

    def clause_at(self, index: int) -> int:
        """The number of the clause that holds a token."""
        return next(
            (n for n, clause in enumerate(self.clauses) if clause.start <= index < clause.stop),
            len(self.clauses) - 1,
        )


def cue_by(clause: Clause, subject: range) -> Cue:
    """The cue of a clause: its verb of saying, else its finite verb."""
    at = clause.finite or clause.body
    if clause.said is not None:
        return Cue(clause.said.start, clause.said.stop, subject)
    return Cue(at, at + 1, subject)


def is_led_to(read: Read, number: int, lexis: Lexis) -> bool:
    """Whether a sentence begins with what its verb is about: 'Gegen den Vorwurf, …, wehrt sich'."""
    opens = read.clauses[0]
    if number == 0 or opens.kind is not Kind.FRAGMENT:
        return False
    return read.tokens[opens.body].low in lexis.book.prepositions


def is_label_verb(clause: Clause, lexis: Lexis) -> bool:
    """Whether a clause's verb calls something something: 'nannte den Plan „tot“'."""
    return clause.said is not None and clause.said.lemma in lexis.grammar.label


def names_itself(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether somebody only has a name: 'die sich „Rat der Weisen“ nennt'."""
    return any(token.low == "sich" for token in tokens[clause.start : clause.stop])
