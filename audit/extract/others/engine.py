"""Reads an article in a language that has a phrasebook."""

from audit.extract.engine import Reading, introductions
from audit.extract.named import Named
from audit.extract.others.carriers import Carriers
from audit.extract.others.introduced import introduction
from audit.extract.others.persons.names import Names
from audit.extract.others.quotations import claims_in
from audit.languages.extraction.phrasebook import phrasebook
from audit.model import Article


class OtherLanguage:
    """The engine for the language of an ISO 639-1 code."""

    def __init__(self, language: str) -> None:
        self._book = phrasebook(language)

    def read(self, article: Article, *, without: frozenset[int]) -> Reading:
        """Reads an article but for the blocks with these numbers."""
        claims, sentences = claims_in(article, self._book, without=without)
        carriers = Carriers(article, sentences, self._book)
        named = Named(article, self._book.words, self._book.men | self._book.women)

        return Reading(
            claims=claims,
            sentences=sentences,
            speakers=Names(carriers.sentences_without_outlets(), self._book, claims),
            outlets=carriers,
            words=self._book.words,
            known_names=None,
            introduced=introductions(
                sentences,
                lambda sentence, number: introduction(article, sentence, number, self._book, named),
            ),
        )
