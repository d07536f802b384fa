"""What stands before a person's name in a language, or in its place: 'Mayor', 'the director'."""

from functools import cache

from audit.languages.extraction.english import LANGUAGE, lexicon
from audit.languages.extraction.phrasebook import languages, phrasebook


@cache
def titles_of(language: str | None) -> frozenset[str]:
    """The titles before a name; those of English of a language without a folder, or of none."""
    if language is not None and language != LANGUAGE and language in languages():
        return phrasebook(language).words.titles
    return lexicon().titles


@cache
def offices_of(language: str | None) -> frozenset[str]:
    """The same with what somebody is, which a name need not follow: 'the director said'."""
    if language is not None and language != LANGUAGE and language in languages():
        words = phrasebook(language).words
        return words.roles | words.titles
    return lexicon().roles | lexicon().titles
