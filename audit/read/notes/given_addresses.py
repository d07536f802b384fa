"""Which addresses an article's notes give: their own, or those of notes they refer to."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from audit.languages.extraction.notes import note_words
from audit.model.addresses import on_domain
from audit.read.links.bare_links import bare_links
from audit.read.notes.author_year import (
    Reference,
    citation_alone,
    fitting,
    reference,
)
from audit.read.notes.entries import Entry
from audit.read.parsed import Parsed

_ENCYCLOPAEDIAS = ("wikipedia.org", "wikidata.org")
"""Where a note says who wrote or printed what it cites, beside that itself."""
_NAME = re.compile(r"[^\W\d_][\w’'-]+")
_NEAR = 80  # characters of a note in which 'op. cit.' and the author's name stand
_FURTHEST = 500  # notes before one that its 'op. cit.' may mean


def given_addresses(
    parsed: Parsed, entries: Sequence[Entry], words: Sequence[str]
) -> list[tuple[str, ...]]:
    """The addresses of each entry, whose ``words`` are given; in doubt none."""
    starts = [link.start for link in parsed.links]
    told: list[tuple[str, ...]] = []
    for entry, text in zip(entries, words, strict=True):
        own = list(entry.addresses)
        if entry.start is not None and entry.end is not None:
            first, last = bisect_left(starts, entry.start), bisect_left(starts, entry.end)
            own += [link.url for link in parsed.links[first:last]]
        elif not own:
            own += [link.url for link in bare_links(text)]
        sources = [url for url in own if not on_domain(url, *_ENCYCLOPAEDIAS)]
        told.append(tuple(dict.fromkeys(sources or own)))
    return _Referring(entries, words, told).all()


class _Referring:
    """Notes that refer to others: 'ibid.', 'Lee, op. cit.', a link to another entry."""

    def __init__(
        self, entries: Sequence[Entry], words: Sequence[str], told: list[tuple[str, ...]]
    ) -> None:
        self._entries, self._words, self._told = entries, words, told
        self._keys = {entry.key: number for number, entry in enumerate(entries) if entry.key}
        self._by_year = defaultdict[str, list[tuple[int, Reference]]](list)
        for number, text in enumerate(words):
            known = reference(text)
            if known is not None:
                self._by_year[known.year].append((number, known))

    def all(self) -> list[tuple[str, ...]]:
        for number in range(len(self._told)):
            if not self._told[number]:
                self._told[number] = self._of_other(number)
        return self._told

    def _of_other(self, number: int) -> tuple[str, ...]:
        """The addresses of the note that a note without any refers to."""
        entry, text = self._entries[number], self._words[number]
        for key in entry.leads_to:
            if key in self._keys:
                return self._told[self._keys[key]]
        same, earlier = _patterns()
        follows = number > 0 and self._entries[number - 1].group == entry.group
        before = self._told[number - 1] if follows else ()
        if same.match(text):
            return before
        found = earlier.search(text, 0, _NEAR)
        if found is not None:
            name = _NAME.match(text[: found.start()])
            return before if name is None else self._of_author(number, name[0])
        works = citation_alone(text)
        if len(works) != 1:
            return ()
        fits = [at for at in fitting(works[0], self._by_year[works[0].year]) if at != number]
        return self._told[fits[0]] if len(fits) == 1 else ()

    def _of_author(self, number: int, name: str) -> tuple[str, ...]:
        """Those of the one earlier note that begins with a name."""
        of_author = {
            self._told[at]
            for at in range(max(number - _FURTHEST, 0), number)
            if self._told[at] and name.lower() in self._words[at][:_NEAR].lower()
        }
        return of_author.pop() if len(of_author) == 1 else ()


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands for the note before at a note's beginning, or for an earlier one in it."""
    words = note_words()

    def either(phrases: Sequence[str]) -> str:
        return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))

    same = rf"\W{{0,3}}(?:{either(words.same)})(?!\w)"
    earlier = rf"(?<!\w)(?:{either(words.earlier)})(?!\w)"
    return re.compile(same, re.IGNORECASE), re.compile(earlier, re.IGNORECASE)
