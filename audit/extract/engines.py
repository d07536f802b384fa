"""Which engine reads an article in a language, and which words every room knows of it."""

from collections.abc import Container
from dataclasses import dataclass

from audit.extract.engine import Engine
from audit.languages.common import CommonWords
from audit.languages.extraction import english, german, phrasebook
from audit.languages.extraction.layout import Layout, layout
from audit.languages.extraction.linking import Linking, linking


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a language that are read alike by whatever engine; None is no known language.

    ``given`` are first names.
    """

    language: str | None
    words: CommonWords
    layout: Layout
    linking: Linking
    given: Container[str]


def vocabulary_of(language: str | None) -> Vocabulary:
    """The words of a language, by its code."""
    code = language or ""
    return Vocabulary(language, _words(language), layout(code), linking(code), _given(language))


def engine_of(language: str | None) -> Engine:
    """The engine of a language; the expressions of the others are not compiled."""
    if language is None:
        from audit.extract.without_grammar.engine import WithoutGrammar  # noqa: PLC0415 — as said

        return WithoutGrammar()
    if language == english.LANGUAGE:
        from audit.extract.english.engine import English  # noqa: PLC0415 — as said

        return English()
    if language == german.LANGUAGE:
        from audit.extract.german.engine import German  # noqa: PLC0415 — as said

        return German()
    from audit.extract.others.engine import OtherLanguage  # noqa: PLC0415 — as said

    return OtherLanguage(language)


def _words(language: str | None) -> CommonWords:
    if language is None:
        from audit.extract.without_grammar.engine import NO_WORDS  # noqa: PLC0415 — see above

        return NO_WORDS
    if language == english.LANGUAGE:
        return english.lexicon()
    return phrasebook.phrasebook(language).words


def _given(language: str | None) -> Container[str]:
    if language is None:
        return ()
    if language == english.LANGUAGE:
        return english.given_names()
    book = phrasebook.phrasebook(language)
    return book.men | book.women
