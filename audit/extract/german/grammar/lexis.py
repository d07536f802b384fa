"""The words that German is read with: its phrasebook of cues, and its grammar."""

from dataclasses import dataclass, replace

from audit.languages.extraction.german import LANGUAGE, Grammar, grammar
from audit.languages.extraction.phrasebook import Phrasebook, phrasebook


@dataclass(frozen=True, slots=True)
class Lexis:
    """The phrasebook, in which a noun alone makes no agency a listener, and the grammar."""

    book: Phrasebook
    grammar: Grammar


def lexis_of_german() -> Lexis:
    """The words of German: case tells whether 'die Agentur' speaks or is told."""
    book = phrasebook(LANGUAGE)
    listeners = book.listeners
    plain = replace(book, passing=book.passing - listeners, closed=book.closed - listeners)
    return Lexis(plain, grammar())
