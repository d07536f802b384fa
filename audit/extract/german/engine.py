"""Reads an article in German, whose clauses tell by their verbs what is reported."""

from audit.extract.engine import Reading, introductions
from audit.extract.german.article_claims import claims_in
from audit.extract.german.grammar.lexis import lexis_of_german
from audit.extract.german.outlets import GermanCarriers
from audit.extract.named import Named
from audit.extract.others.introduced import introduction
from audit.extract.others.persons.names import Names
from audit.languages.extraction import german
from audit.languages.extraction.phrasebook import phrasebook
from audit.model import Article


class German:
    """The engine for German."""

    def __init__(self) -> None:
        self._book = phrasebook(german.LANGUAGE)
        self._lexis = lexis_of_german()

    def read(self, article: Article, *, without: frozenset[int]) -> Reading:
        """Reads an article but for the blocks with these numbers."""
        claims, sentences = claims_in(article, self._lexis, without=without)
        carriers = GermanCarriers(article, sentences, self._book, self._lexis.grammar.carrying)
        named = Named(article, self._book.words, self._book.men | self._book.women)

        return Reading(
            claims=claims,
            sentences=sentences,
            speakers=Names(carriers.shared.sentences_without_outlets(), self._book, claims),
            outlets=carriers,
            words=self._book.words,
            known_names=None,
            introduced=introductions(
                sentences,
                lambda sentence, number: introduction(article, sentence, number, self._book, named),
            ),
        )
