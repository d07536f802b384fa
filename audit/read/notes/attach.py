"""Gives an article its notes and the places that cite them, and takes the marks out of its words.

A mark is tied to an entry only where one fits. Decisions:
docs/decisions/2026-11-28-notes-and-marks.md.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from audit.model import BlockKind, Note, NoteMark, Span
from audit.read.notes.author_year import Citation, Cited, Reference, citations, fitting, reference
from audit.read.notes.closing import closing_list
from audit.read.notes.cut import with_space, without
from audit.read.notes.entries import Entry
from audit.read.notes.given_addresses import given_addresses
from audit.read.notes.lists import find_lists
from audit.read.notes.numbers import Mark, find_marks
from audit.read.notes.signs import signed_list
from audit.read.parsed import UNSOURCED, UNTIED, Parsed

_MOST = 20_000  # entries; the longest encyclopaedia articles have some thousand
_DOUBT = 2  # entries that fit: as good as any number
_IN_NO_LIST = -1
_AROUND = " \t\n\u00a0^↑↩\ufe0e\ufe0f⤴"


def with_notes(parsed: Parsed) -> Parsed:
    """The article with ``notes`` and ``marks``; marks are no text, notes no prose."""
    found = _Found(parsed)
    return found.article()


@dataclass(frozen=True, slots=True)
class _Citing:
    """A mark that was found: its place, what of the text is no word, each label's entries.

    ``says_unsourced`` is as ``NoteMark`` has it.
    """

    at: int
    stretch: tuple[int, int] | None
    fits: tuple[tuple[str, tuple[int, ...]], ...]
    says_unsourced: bool = False


class _Found:
    """The entries of an article, and the marks that cite them."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._entries: list[Entry] = []
        self._of_blocks: set[int] = set()
        self._declared()
        self._unsure: list[tuple[range, frozenset[int]]] = []
        self._listed()

    def article(self) -> Parsed:
        parsed = self._parsed
        citing = [*self._by_markup(), *self._by_number()]
        citing += self._by_author()
        kept = self._kept(citing)
        numbers = {number: at for at, number in enumerate(kept)}
        cuts = [mark.stretch for mark in citing if mark.stretch is not None]
        left, moved = without(parsed, cuts)
        blocks = tuple(
            replace(block, kind=BlockKind.NOTE, group=None) if number in self._of_blocks else block
            for number, block in enumerate(left.blocks)
        )
        marks = [
            NoteMark(
                moved(mark.at),
                numbers.get(fits[0]) if len(fits) == 1 else None,
                label,
                is_ambiguous=len(fits) > 1,
                says_unsourced=mark.says_unsourced,
            )
            for mark in sorted(citing, key=lambda mark: mark.at)
            for label, fits in mark.fits
        ]
        left = replace(left, blocks=blocks)
        notes = tuple(self._notes(left, _moved(self._entries, kept, moved)))
        return replace(left, notes=notes, marks=tuple(marks))

    def _declared(self) -> None:
        """The entries that the markup declares."""
        for entry in self._parsed.entries[:_MOST]:
            self._entries.append(
                Entry(
                    entry.label,
                    _IN_NO_LIST if entry.is_further else 0,
                    entry.start,
                    entry.end,
                    entry.key,
                    entry.words,
                    entry.addresses,
                    entry.leads_to,
                )
            )
        spans = sorted((e.start, e.end or e.start) for e in self._entries if e.start is not None)
        self._of_blocks |= set(_covered(self._parsed, spans))

    def _listed(self) -> None:
        """Those of lists under headings, and of a list at the end."""
        for found in find_lists(self._parsed, frozenset(self._of_blocks), 1):
            if len(self._entries) + len(found.entries) > _MOST:
                break
            first = len(self._entries)
            self._entries += found.entries
            if found.is_sure:
                self._of_blocks |= found.blocks
            else:
                self._unsure.append((range(first, len(self._entries)), found.blocks))
        taken = self._of_blocks.union(*(blocks for _, blocks in self._unsure))
        for ending in (signed_list, closing_list):
            closing = ending(self._parsed, taken, len(self._entries))
            if closing is not None:
                first = len(self._entries)
                self._entries += closing.entries
                self._unsure.append((range(first, len(self._entries)), closing.blocks))
                break

    def _kept(self, citing: Sequence[_Citing]) -> list[int]:
        """The numbers of the entries that are notes.

        Those of a list that may be prose and that nothing cites are not among them.
        """
        cited = {number for mark in citing for _, fits in mark.fits for number in fits}
        dropped: set[int] = set()
        for numbers, blocks in self._unsure:
            if cited.isdisjoint(numbers):
                dropped.update(numbers)
            else:
                self._of_blocks |= blocks
        return [number for number in range(len(self._entries)) if number not in dropped]

    def _by_markup(self) -> Iterator[_Citing]:
        keys = defaultdict[str, list[int]](list)
        for number, entry in enumerate(self._entries):
            if entry.key is not None:
                keys[entry.key].append(number)
        labels = self._labels()
        for ref in self._parsed.refs:
            if ref.keys == (UNSOURCED,):
                yield _Citing(ref.at, None, ((ref.label, ()),), says_unsourced=True)
                continue
            fits = []
            for key in ref.keys:
                matching = keys.get(key) or (
                    labels.get(ref.label, []) if len(ref.keys) == 1 else []
                )
                fits.append((ref.label, tuple(matching[:_DOUBT])))
            if ref.keys == (UNTIED,) and not fits[0][1]:
                continue
            if ref.end is not None:
                yield self._citing(ref.at, ref.end, tuple(fits))
            else:
                yield _Citing(ref.at, None, tuple(fits))

    def _labels(self) -> Mapping[str, list[int]]:
        """The entries of each label: of the text's lists, else what the markup declares."""
        listed = defaultdict[str, list[int]](list)
        declared = defaultdict[str, list[int]](list)
        for number, entry in enumerate(self._entries):
            if entry.label:
                (listed if entry.key is None else declared)[entry.label].append(number)
        return declared | listed

    def _by_number(self) -> list[_Citing]:
        labels = self._labels()
        listed = {entry.label for entry in self._entries if entry.key is None and entry.label}
        taken = self._of_blocks.union(*(blocks for _, blocks in self._unsure))
        by_url: dict[tuple[str, str], int] = {}
        found = []
        known = {ref.at for ref in self._parsed.refs if ref.end is not None}
        marks = list(find_marks(self._parsed, labels.keys(), taken, listed))
        numbered = any("1" in mark.labels for mark in marks) or any(map(str.isdecimal, labels))
        for mark in marks:
            if mark.start in known or not (numbered or self._is_sure(mark, listed)):
                continue
            if mark.url is not None:
                fits = self._linked(mark, mark.url, by_url)
            else:
                fits = tuple(
                    (label, tuple(labels.get(label, ())[:_DOUBT])) for label in mark.labels
                )
            found.append(self._citing(mark.start, mark.end, fits))
        return found

    def _is_sure(self, mark: Mark, listed: Container[str]) -> bool:
        """Whether a mark stands alone, without a list or a note 1: '[538]' may be a name."""
        if not mark.labels[0][:1].isalnum():
            return True  # a sign, which a list has, or a key
        if not mark.labels[0].isdecimal() and mark.labels[0] in listed:
            return True  # '[iv]'
        return mark.url is not None or "^" in self._parsed.text[mark.start : mark.end]

    def _linked(
        self, mark: Mark, url: str, by_url: dict[tuple[str, str], int]
    ) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """A mark that leads to its source itself is its own entry, one for each address."""
        label = mark.labels[0]
        number = by_url.setdefault((label, url), len(self._entries))
        if number == len(self._entries):
            self._entries.append(Entry(label, _IN_NO_LIST, addresses=(url,)))
        return ((label, (number,)),)

    def _by_author(self) -> list[_Citing]:
        text = self._parsed.text
        references = [
            (number, known)
            for number, entry in enumerate(self._entries)
            if entry.start is not None and (known := reference(text[entry.start : entry.end]))
        ]
        if not references:
            return []
        by_year = defaultdict[str, list[tuple[int, Reference]]](list)
        for number, known in references:
            by_year[known.year].append((number, known))
        taken = self._of_blocks.union(*(blocks for _, blocks in self._unsure))
        found = []
        missing = []
        for citation in citations(self._parsed, taken):
            fits = _fits_of(citation, by_year)
            if citation.is_apart and not _is_of_one(citation, by_year):
                continue
            mark = self._citing(citation.start, citation.end, fits)
            if any(matching for _, matching in fits):
                found.append(mark)
            elif citation.is_bracketed or citation.readings[0][0].others:
                missing.append(mark)
        return [*found, *missing] if found else []

    def _citing(
        self, start: int, end: int, fits: tuple[tuple[str, tuple[int, ...]], ...]
    ) -> _Citing:
        block = _block_of(self._parsed, start)
        cut = with_space(self._parsed.text, start, end, block)
        at = start
        while at > block[0] and self._parsed.text[at - 1] in " \t\n\u00a0\u2009\u202f":
            at -= 1
        return _Citing(at, cut, fits)

    def _notes(self, left: Parsed, entries: Sequence[Entry]) -> Iterator[Note]:
        """The notes with their words and addresses, in the article as it is ``left``."""
        words: list[str] = []
        spans: list[Span | None] = []
        for entry in entries:
            if entry.start is None or entry.end is None:
                spans.append(None)
                words.append(entry.words)
                continue
            span = _stripped(left.text, entry.start, entry.end)
            spans.append(span)
            words.append(span.text)
        addresses = given_addresses(left, entries, words)
        for entry, text, place, told in zip(entries, words, spans, addresses, strict=True):
            yield Note(entry.label, text, place, told, entry.group)


def _moved(
    entries: Sequence[Entry], kept: Sequence[int], moved: Callable[[int], int]
) -> list[Entry]:
    """The entries that are kept, where they stand once the marks are out of the text."""
    found = []
    for number in kept:
        entry = entries[number]
        if entry.start is not None and entry.end is not None:
            entry = replace(entry, start=moved(entry.start), end=moved(entry.end))
        found.append(entry)
    return found


def _fits_of(
    citation: Citation, by_year: Mapping[str, Sequence[tuple[int, Reference]]]
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The entries that fit a citation, by the longest reading of its names that fits any."""

    def fits(cited: Cited) -> tuple[str, tuple[int, ...]]:
        return cited.label, tuple(fitting(cited, by_year.get(cited.year, ()))[:_DOUBT])

    readings = [tuple(map(fits, reading)) for reading in citation.readings]
    return next(
        (reading for reading in readings if any(matching for _, matching in reading)), readings[-1]
    )


def _is_of_one(citation: Citation, by_year: Mapping[str, Sequence[tuple[int, Reference]]]) -> bool:
    """Whether the names of a sentence that has only a year in brackets fit one entry in all."""
    fits = {
        number
        for reading in citation.readings
        for cited in reading
        for number in fitting(cited, by_year.get(cited.year, ()))
    }
    return len(fits) == 1


def _covered(parsed: Parsed, spans: Sequence[tuple[int, int]]) -> Iterator[int]:
    """The numbers of the blocks that begin in one of the spans, or hold one; the spans ascend."""
    starts = [start for start, _ in spans]
    for number, block in enumerate(parsed.blocks):
        at = bisect_right(starts, block.end - 1) - 1
        if at >= 0 and (spans[at][1] > block.start or starts[at] >= block.start):
            yield number


def _block_of(parsed: Parsed, offset: int) -> tuple[int, int]:
    number = bisect_right(parsed.blocks, offset, key=lambda block: block.start) - 1
    block = parsed.blocks[max(number, 0)]
    return block.start, block.end


def _stripped(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip(_AROUND))
    words = words.strip(_AROUND)
    return Span(start, start + len(words), words)
