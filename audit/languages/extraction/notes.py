"""The words around notes and references, of all languages at once.

An article may list its sources in another language than its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from audit.languages.folders import folders, has, read
from audit.languages.schema import key

_FILE = "notes.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWords:
    """The words around footnotes and references; in lower case."""

    headings: tuple[str, ...] = key(
        "Headings of lists of sources, numbered or not: 'references', 'works cited'."
    )
    remarks: tuple[str, ...] = key(
        "Headings of lists of notes that are numbered, or remarks of any kind: 'notes'."
    )
    same: tuple[str, ...] = key("What stands for the note before: 'ibid.'.")
    earlier: tuple[str, ...] = key(
        "What stands for an earlier note of the same author: 'op. cit.'."
    )
    joining: tuple[str, ...] = key("Words between two authors: 'and'.")
    others: tuple[str, ...] = key("What stands for further authors: 'et al.', 'and others'.")
    leading: tuple[str, ...] = key(
        "What may stand in brackets before a source that is cited: 'source', 'via', 'see also'."
    )
    locators: tuple[str, ...] = key("What stands before a page or a chapter: 'p.', 'chap.'.")
    pages: tuple[str, ...] = key("What stands before the number of a page at its edge: 'page'.")
    of_pages: tuple[str, ...] = key("Between that number and how many there are: 'of'.")
    columns: tuple[str, ...] = key(
        "What stands before the number of a column in a record, as it is written: 'Column'."
    )
    marks: tuple[str, ...] = key("Words of a note's mark in brackets, before its number: 'note'.")
    queries: tuple[str, ...] = key(
        "What an editor asks of a text in brackets: 'citation needed', 'who?'."
    )


@cache
def note_words() -> NoteWords:
    """The words of all languages."""
    found = [read(code, _FILE, NoteWords) for code in folders() if has(code, _FILE)]
    return NoteWords(**{name: _joined(words[name] for words in found) for name in found[0]})


def _joined(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for words in lists for word in words))
