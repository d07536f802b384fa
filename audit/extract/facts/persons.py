"""Finds the persons whom a statement in another language than English names in full.

Only what is surely a name: a first name of the language's lists, and one to three capitalised words
behind it. None in a language that declines names, nor one that may stand in the genitive: a source
has it in another form.
"""

import re
from collections.abc import Iterator, Sequence

from audit.languages.extraction.phrasebook import Phrasebook, languages, phrasebook
from audit.model import Fact, FactKind, Span

_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")
_LONGEST = 4  # words, small ones aside


def persons_of(language: str, contents: Sequence[Span]) -> tuple[Fact, ...]:
    """The full names in the parts of a statement, in order."""
    if language not in languages():
        return ()
    book = phrasebook(language)
    if book.genitive_men:
        return ()
    return tuple(fact for content in contents for fact in _persons(content, book))


def _persons(content: Span, book: Phrasebook) -> Iterator[Fact]:
    words = list(_WORD.finditer(content.text))
    at = 0
    while at < len(words):
        stop = _behind_name(content.text, words, at, book)
        if stop - at > 1 and not _may_be_genitive(words[stop - 1].group(), book):
            start, end = words[at].start(), words[stop - 1].end()
            name = Span(content.start + start, content.start + end, content.text[start:end])
            yield Fact(FactKind.NAME, name)
        at = max(stop, at + 1)


def _behind_name(text: str, words: Sequence[re.Match[str]], at: int, book: Phrasebook) -> int:
    """The number behind the words of a name that begins at one; that one where none does."""
    first = words[at].group()
    if not first[0].isupper() or first.lower() not in book.given:
        return at
    stop, named = at + 1, 1
    while stop < len(words) and named < _LONGEST:
        if text[words[stop - 1].end() : words[stop].start()] not in {" ", "\u00a0"}:
            break
        word = words[stop].group()
        if word[0].isupper() and word.lower() not in book.closed:
            named += 1
        elif word.lower() not in book.nobiliary:
            break
        stop += 1
    while stop > at + 1 and not words[stop - 1].group()[0].isupper():
        stop -= 1
    return stop if stop - at > 1 else at


def _may_be_genitive(surname: str, book: Phrasebook) -> bool:
    """Whether a surname may have the ending of whose something is: 'das Haus Otto Brandts'."""
    return book.nouns_capitalised and surname.endswith(("s", "’"))
