"""Tells whether a label is a person's name, by the full names that an article gives anywhere."""

import re
from collections.abc import Container
from functools import cached_property

from audit.languages.common import CommonWords
from audit.languages.extraction.particles import particles_and_joining
from audit.model import Article

_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")
_FIRST_NAME = re.compile(
    r"(?:[^\W\d_A-Z],? |^(?=[^\W\d_a-z])[^\W\d_][\w’'-]{1,30} )"
    r"(?=[^\W\d_a-z])[^\W\d_][\w’'-]{1,30} \Z",
    re.MULTILINE,
)
_BEFORE = 80  # characters before a surname that are looked at
_MOST = 4  # words of a name
_LONGEST_RUN = 12  # capitalised words in which one is looked for


class Named:
    """The persons whom an article names in full: by a given name, or behind a title or a role.

    ``given`` are the given names of its language, lower-cased.
    """

    def __init__(self, article: Article, words: CommonWords, given: Container[str]) -> None:
        self._article = article
        self._words = words
        self._given = given

    def is_person(self, label: str) -> bool:
        """Whether a label names a person: with a given name, or as the article does in full."""
        written = _WORD.findall(label)
        if not 0 < len(written) <= _MOST:
            return False
        if not all(word[0].isupper() or word in particles_and_joining() for word in written):
            return False
        if len(written) > 1 and written[0].lower() in self._given:
            return True
        return bool(self._full.get(written[-1].lower()))

    def full(self, label: str) -> str | None:
        """The only full name that a label may stand for, None where there are none or several."""
        written = _WORD.findall(label)
        found = self._full.get(written[-1].lower(), set()) if written else set[str]()
        return next(iter(found)) if len(found) == 1 else None

    def names(self) -> frozenset[str]:
        """All full names."""
        return frozenset().union(*self._full.values())

    @cached_property
    def _full(self) -> dict[str, set[str]]:
        """Full names by their last word, lower-cased."""
        found: dict[str, set[str]] = {}
        run: list[str] = []
        end = 0
        for match in _WORD.finditer(self._article.text):
            word = match.group()
            adjoins = self._article.text[end : match.start()] in {" ", "\u00a0", ". "}
            belongs = word[0].isupper() or (bool(run) and word in particles_and_joining())
            if run and not (adjoins and belongs and len(run) < _LONGEST_RUN):
                self._take(run, found)
                run = []
            if word[0].isupper() or (run and belongs):
                run.append(word)
            end = match.end()
        self._take(run, found)
        return found

    def _take(self, run: list[str], found: dict[str, set[str]]) -> None:
        for start, word in enumerate(run[:-1]):
            first = word.lower()
            titled = first in self._words.titles or first in self._words.roles
            if not (titled or first in self._given):
                continue
            name = run[start + titled :][:_MOST] if len(run) - start > 2 else run[start:]
            while name and name[-1] in particles_and_joining():
                name = name[:-1]
            if not name or name[0] in particles_and_joining():  # 'Bürgermeisterin von Kelm'
                continue
            found.setdefault(name[-1].lower(), set()).add(" ".join(name))
            return


def is_surname(word: str, text: str) -> bool:
    """Whether a text has a word as the last of a longer name: 'the boxer Bea Ferreira'."""
    return word.isalpha() and any(
        _FIRST_NAME.search(text[max(each.start() - _BEFORE, 0) : each.start()]) is not None
        for each in re.finditer(rf"\b{re.escape(word)}\b", text)
    )
