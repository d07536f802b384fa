"""Resolves a speaker to the fullest name that an article gives, where no grammar is known."""

import re
from itertools import pairwise

from audit.extract.sentences import IN_WORD
from audit.model import Article, Span

_WORD = re.compile(rf"[^\W\d_]{IN_WORD}*(?:[.’'·-][^\W\d_]{IN_WORD}*)*")
_LONGEST = 4  # words of a name


class Names:
    """The runs of capitalised words of an article, by their last word."""

    def __init__(self, article: Article) -> None:
        self._by_surname: dict[str, set[str]] = {}
        for run in _runs(article.text):
            self._by_surname.setdefault(run.split()[-1], set()).add(run)

    def is_surname(self, word: str) -> bool:
        """Whether a word ends a full name elsewhere in the article."""
        return word in self._by_surname

    def resolve(self, speaker: Span) -> str:
        """'Erik Ström' of 'kommunalrådet Erik Ström', and of 'Ström' if one person is meant."""
        runs = _runs(speaker.text, fewest=1)
        if not runs:
            return speaker.text
        full = self._by_surname.get(runs[-1], set())
        return min(full, key=len) if _is_one(full) else runs[-1]


def _runs(text: str, *, fewest: int = 2) -> list[str]:
    """The runs of so many words to four that begin with a capital, with nothing between them."""
    runs: list[list[re.Match[str]]] = [[]]
    words = list(_WORD.finditer(text))
    for before, word in pairwise([None, *words]):
        if word is None:
            continue
        apart = before is not None and text[before.end() : word.start()].strip(" \xa0")
        if apart or not word.group()[0].isupper():
            runs.append([])
        if word.group()[0].isupper():
            runs[-1].append(word)
    return [text[run[0].start() : run[-1].end()] for run in runs if fewest <= len(run) <= _LONGEST]


def _is_one(names: set[str]) -> bool:
    """Whether all names may be one person's: each ends in the shortest."""
    shortest = min(names, key=len, default="")
    return bool(shortest) and all(name.endswith(shortest) for name in names)
