"""The words under which a page is found: of its text, and of a quotation.

SQLite's tokenizer takes both apart, at whatever is neither letter nor digit, and folds capitals and
accents. What it does not know is folded before, as for comparing: characters that nobody sees,
ligatures, lines that end within a word, and scripts that have no spaces.
"""

import re
import sqlite3
from typing import Self

from audit.corpus.schema import TOKENIZER
from audit.match.folding.characters import CONTINUOUS, INVISIBLE, LIGATURES
from audit.match.folding.fold import fold
from audit.match.prepared.quotation import Quotation
from audit.match.prepared.source import split_words

_LONGEST = 60  # characters of a word that is looked for
_MOST = 200  # different words of a quotation
_BROKEN = re.compile(r"-[ \t]{0,20}\r?\n")
_TO_FOLD = re.compile(rf"[{INVISIBLE}{''.join(LIGATURES)}{CONTINUOUS}\u2010\uff00-\uffef]")


def indexable(text: str) -> str:
    """A text as the tokenizer is to see it."""
    if _BROKEN.search(text) is None and (
        text.isascii() or _TO_FOLD.search("".join(set(text))) is None
    ):
        return text
    return " ".join(split_words(fold(text).words))


class Tokenizer:
    """SQLite's own way to take texts apart; a context manager, for use in a single thread."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect(":memory:", isolation_level=None)
        self._connection.execute(
            "CREATE VIRTUAL TABLE word USING fts5"
            f" (text, content='', detail=none, tokenize={TOKENIZER!r})"
        )
        self._connection.execute("CREATE VIRTUAL TABLE term USING fts5vocab (word, row)")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def words_of(self, quotation: Quotation) -> tuple[str, ...]:
        """The words of a quotation that its source has, each once, as the index has them.

        Those in an editor's brackets are not the source's, nor are words of which a bracket stands
        for an end.
        """
        said = quotation.text
        if quotation.may_have_marks:
            tokens = (
                token
                for literal in quotation.marked.literals
                for token in literal.tokens[
                    literal.open_start : len(literal.tokens) - literal.open_end
                ]
            )
            said = " ".join(said[token.start : token.end] for token in tokens)
        run = self._connection.execute
        run("INSERT INTO word (rowid, text) VALUES (1, ?)", (sound(indexable(said)),))
        rows = run("SELECT term FROM term WHERE length(term) <= ? LIMIT ?", (_LONGEST, _MOST))
        words = tuple(term for (term,) in rows)
        run("INSERT INTO word (word) VALUES ('delete-all')")
        return words


def sound(text: str) -> str:
    """A text without halves of characters, which names of files and JSON may have."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()
