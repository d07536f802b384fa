"""The notes of a page: where its marks lead, and which of its runs are notes."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple
from urllib.parse import unquote

from audit.markup.tokens import decoded
from audit.model import Block, BlockKind
from audit.read.html.blocks import DroppedMark, Outline
from audit.read.parsed import NoteEntry, NoteRef
from audit.read.runs import Run

_NAMED = re.compile(
    r"""\s(?:id|name)\s{0,9}=\s{0,9}(?:"([^"]{1,200})"|'([^']{1,200})'|([^\s>"']{1,200}))""",
    re.IGNORECASE,
)
_RAISED = re.compile(
    r"<sup\b[^<>]{0,300}>\s{0,9}([\[(]?\d[\d,–\s-]{0,20}[\])]?)\s{0,9}</sup", re.IGNORECASE
)
_MARK = re.compile(r"\[?\(?(?:\d{1,3}|[a-z]|\*{1,3}|[†‡§])\)?\]?", re.IGNORECASE)
_MOST_CLIMBED = 50  # elements around a place that are looked at
_LONGEST_NOTE = 20_000  # characters
_HOLDS_NOTE = frozenset({"li", "dd", "div", "td", "tr", "aside", "section"})
_MOST_ALIKE = 2  # places of one name: more than one is doubt enough
_COMMENT = "cmnt"  # of Google Docs: a remark, which a page need not carry


class _Place(NamedTuple):
    """A place among the runs of a page: the index of the run, and the offset in it."""

    run: int
    offset: int


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The runs of a note: from where its words begin up to a place that is no part of it.

    ``is_further`` says that only notes lead to it: an entry of a bibliography.
    """

    key: str
    label: str
    start: _Place
    end: _Place
    is_further: bool = False


@dataclass(frozen=True, slots=True)
class PageNotes:
    """The marks and notes of a page by the indexes of its runs.

    ``runs`` are those that hold notes.
    """

    marks: tuple[tuple[_Place, DroppedMark], ...]
    stretches: tuple[_Stretch, ...]
    runs: frozenset[int]
    leads: Mapping[str, tuple[str, ...]]


def page_notes(page: Outline, source: str) -> PageNotes:
    """What of a page are notes: what its marks lead on to, and what such a note leads to."""
    finder = _Finder(page, source)
    return finder.notes()


def _runs_of(stretches: Sequence[_Stretch]) -> frozenset[int]:
    """The numbers of the runs that stretches hold."""
    return frozenset(
        number
        for stretch in stretches
        for number in range(stretch.start.run, stretch.end.run + (stretch.end.offset > 0))
    )


class _Finder:
    def __init__(self, page: Outline, source: str) -> None:
        self._page = page
        self._source = source
        self._starts = [placed.run.anchors[0][1] for placed in page.runs]
        ascending = all(a <= b for a, b in zip(self._starts, self._starts[1:], strict=False))
        self._starts = self._starts if ascending else []
        self._names: dict[str, list[int]] = {}

    def notes(self) -> PageNotes:
        marks = [(self._place_of_mark(mark), mark) for mark in self._page.marks]
        marks += [(place, mark) for place, mark in self._linked()]
        if not marks or not self._starts:
            return PageNotes((), (), frozenset(), {})
        self._names = _named(self._source)
        wanted, citing = self._cited_further_on(marks)
        stretches = self._stretches(wanted, citing)
        leads = self._leads(stretches)
        further = {key: "" for keys in leads.values() for key in keys if key not in wanted}
        if further:
            stretches += [
                replace(stretch, is_further=True)
                for stretch in self._stretches(further, frozenset())
            ]
        stretches += self._siblings(stretches)
        stretches.sort(key=lambda stretch: stretch.start)
        held = _runs_of(stretches)
        keys = {stretch.key for stretch in stretches}
        kept = [
            (place, mark)
            for place, mark in marks
            if place.run not in held and self._cites(mark, keys)
        ]
        return PageNotes(tuple(kept), tuple(stretches), held, leads)

    def _cited_further_on(
        self, marks: Sequence[tuple[_Place, DroppedMark]]
    ) -> tuple[dict[str, str], set[int]]:
        """The keys of what marks lead on to, with their labels, and the runs of the marks."""
        wanted: dict[str, str] = {}
        citing: set[int] = set()
        for place, mark in marks:
            for key in mark.keys:
                if any(target > place for target in self._targets(key)):
                    wanted.setdefault(key, mark.label if len(mark.keys) == 1 else "")
                    citing.add(place.run)
        return wanted, citing

    def _cites(self, mark: DroppedMark, keys: Collection[str]) -> bool:
        """Whether a mark cites a note, one that the page has or one that is missing.

        Not a way back.
        """
        if any(key in keys for key in mark.keys):
            return True
        if mark.at < 0 or any(key.startswith(_COMMENT) for key in mark.keys):
            return False
        return not any(self._targets(key) for key in mark.keys)

    def _targets(self, key: str) -> list[_Place]:
        return [self._beginning(at) for at in self._names.get(key, ())]

    def _beginning(self, at: int) -> _Place:
        """Where the words begin behind a file offset."""
        place = self._place(at)
        ended = place.offset >= len(self._page.runs[place.run].run.text)
        return _Place(place.run + 1, 0) if ended else place

    def _place_of_mark(self, mark: DroppedMark) -> _Place:
        place = self._place(mark.at) if self._starts else _Place(0, 0)
        return place if place.run >= mark.run else _Place(mark.run, 0)

    def _place(self, at: int) -> _Place:
        """Where the words before a file offset end."""
        number = max(bisect_right(self._starts, at) - 1, 0)
        return _Place(number, offset_in(self._page.runs[number].run, at))

    def _linked(self) -> Iterator[tuple[_Place, DroppedMark]]:
        """Marks that are still among the words: '<a href="https://site/page#fn1">1</a>'."""
        for number, placed in enumerate(self._page.runs):
            for start, end, href in placed.run.links:
                _, hash_sign, key = href.partition("#")
                label = placed.run.text[start:end]
                if hash_sign and key and _MARK.fullmatch(label):
                    mark = DroppedMark(-end, number, (unquote(key),), label.strip("[]()"))
                    yield _Place(number, start), mark

    def _stretches(self, keys: Mapping[str, str], cited_in: Collection[int]) -> list[_Stretch]:
        """The notes with these keys, in the order of the page.

        Each ends at the latest where the next begins.
        """
        starts = []
        for key, label in keys.items():
            for at in self._names.get(key, ()):
                place = self._beginning(at)
                if place.run < len(self._page.runs) and self._may_be_note(place):
                    starts.append((place, key, label))
        starts.sort()
        places = [place for place, _, _ in starts]
        found = []
        for number, (place, key, label) in enumerate(starts):
            following = (
                places[number + 1] if number + 1 < len(places) else _Place(len(self._page.runs), 0)
            )
            end = min(self._end(place, key, following, cited_in), following)
            if end > place and place.run not in cited_in:
                found.append(_Stretch(key, label, place, end))
        return found

    def _may_be_note(self, place: _Place) -> bool:
        return self._page.elements[self._page.runs[place.run].element].kind is not BlockKind.HEADING

    def _end(self, place: _Place, key: str, following: _Place, cited_in: Collection[int]) -> _Place:
        """Where the element ends that is a note or holds the beginning of one."""
        elements, runs = self._page.elements, self._page.runs
        at = runs[place.run].element
        chain = [at]
        while at > 0 and len(chain) < _MOST_CLIMBED:
            at = elements[at].parent
            chain.append(at)
        own = next((e for e in chain if elements[e].attributes.get("id") == key), None)
        holder = own if own is not None else chain[0]
        if own is None or elements[holder].name == "dt":
            around = elements[holder].parent
            if around > 0 and elements[around].name in _HOLDS_NOTE | {"dl"}:
                holder = (
                    around
                    if self._begins(around, place.run) or elements[holder].name == "dt"
                    else holder
                )
        length = 0
        run = place.run
        while run < len(runs) and run <= following.run and length < _LONGEST_NOTE:
            if run in cited_in or not self._is_in(runs[run].element, holder):
                break
            length += len(runs[run].run.text)
            run += 1
        return _Place(run, 0)

    def _siblings(self, stretches: Sequence[_Stretch]) -> list[_Stretch]:
        """The other items of lists whose items are notes: what is listed and not cited."""
        elements, runs = self._page.elements, self._page.runs
        lists: dict[int, int] = {}
        taken: set[int] = set()
        for stretch in stretches:
            item = self._item(stretch.start.run)
            taken.update(range(stretch.start.run, max(stretch.end.run, stretch.start.run + 1)))
            if item is not None:
                lists[elements[item].parent] = lists.get(elements[item].parent, 0) + 1
        found: dict[int, _Stretch] = {}
        for number in range(len(runs)) if lists else ():
            item = self._item(number) if number not in taken else None
            if item is None or elements[item].parent not in lists:
                continue
            begun = found.get(item)
            start = begun.start if begun is not None else _Place(number, 0)
            found[item] = _Stretch(f" {item}", "", start, _Place(number + 1, 0))
        return list(found.values())

    def _item(self, run: int) -> int | None:
        """The innermost list item around a run."""
        at = self._page.runs[run].element
        for _ in range(_MOST_CLIMBED):
            if self._page.elements[at].name == "li" or at <= 0:
                break
            at = self._page.elements[at].parent
        return at if self._page.elements[at].name == "li" else None

    def _begins(self, element: int, run: int) -> bool:
        """Whether an element begins with a run."""
        return run == 0 or not self._is_in(self._page.runs[run - 1].element, element)

    def _is_in(self, element: int, holder: int) -> bool:
        for _ in range(_MOST_CLIMBED):
            if element == holder:
                return True
            if element <= holder:
                return False
            element = self._page.elements[element].parent
        return False

    def _leads(self, stretches: Sequence[_Stretch]) -> dict[str, tuple[str, ...]]:
        """The entries further on that notes lead to: 'Lee 2024, p. 4' to the book."""
        leads: dict[str, tuple[str, ...]] = {}
        if not stretches:
            return leads
        first = stretches[0].start
        for stretch in stretches:
            run = self._page.runs[stretch.start.run].run
            keys = [
                unquote(href[1:])
                for start, _, href in run.links
                if href.startswith("#") and start >= stretch.start.offset
            ]
            keys = [key for key in keys if any(at > first for at in self._targets(key))]
            if keys:
                leads[stretch.key] = tuple(dict.fromkeys(key for key in keys if key != stretch.key))
        return leads


def _named(source: str) -> dict[str, list[int]]:
    """The named places of a page: the file offsets of their tags, two of each name."""
    names: dict[str, list[int]] = {}
    for match in _NAMED.finditer(source):
        name = unquote(decoded(match[1] or match[2] or match[3]))
        tag = source.rfind("<", max(match.start() - 2_000, 0), match.start())
        places = names.setdefault(name, [])
        if tag >= 0 and len(places) < _MOST_ALIKE and tag not in places:
            places.append(tag)
    return names


def offset_in(run: Run, at: int) -> int:
    """The offset in a run of what stands at a file offset, or of the end of the words before it."""
    number = max(bisect_right(run.anchors, at, key=lambda pair: pair[1]) - 1, 0)
    offset, place = run.anchors[number]
    last = run.anchors[number + 1][0] if number + 1 < len(run.anchors) else len(run.text)
    return min(offset + max(at - place, 0), last)


def placed_notes(
    notes: PageNotes, page: Outline, blocks: Mapping[int, int], made: Sequence[Block]
) -> tuple[tuple[NoteRef, ...], tuple[NoteEntry, ...]]:
    """The marks and notes of a page in the text of its article.

    ``blocks`` are the numbers of its runs' ``made`` blocks.
    """

    def at(place: _Place) -> int | None:
        number = blocks.get(place.run)
        return None if number is None else made[number].start + place.offset

    refs = []
    for place, mark in notes.marks:
        start = at(place)
        if start is None:
            continue
        end = at(_Place(place.run, -mark.at)) if mark.at < 0 else None
        begins = made[blocks[place.run]].start
        text = page.runs[place.run].run.text
        back = place.offset - len(text[: place.offset].rstrip())
        refs.append(
            NoteRef(
                start if end is not None else max(start - back, begins), mark.keys, mark.label, end
            )
        )
    entries = [
        NoteEntry(address, mark.label, addresses=(address,))
        for address, mark in {
            key: mark for _, mark in notes.marks for key in mark.keys if "://" in key
        }.items()
    ]
    for stretch in notes.stretches:
        start = at(stretch.start)
        last = stretch.end if stretch.end.offset else None
        end = at(last) if last is not None else _end_of(stretch, blocks, made)
        if start is not None and end is not None and end > start:
            entries.append(
                NoteEntry(
                    stretch.key,
                    stretch.label,
                    start,
                    end,
                    leads_to=notes.leads.get(stretch.key, ()),
                    is_further=stretch.is_further,
                )
            )
    return tuple(refs), tuple(entries)


def _end_of(stretch: _Stretch, blocks: Mapping[int, int], made: Sequence[Block]) -> int | None:
    for run in range(stretch.end.run - 1, stretch.start.run - 1, -1):
        if run in blocks:
            return made[blocks[run]].end
    return None


def raised(
    source: str, page: Outline, blocks: Mapping[int, int], made: Sequence[Block]
) -> Iterator[tuple[int, int]]:
    """The figures of an article that its page sets higher: '<sup>1</sup>'."""
    shown = sorted(blocks)
    starts = [page.runs[number].run.anchors[0][1] for number in shown]
    for match in _RAISED.finditer(source):
        at = bisect_right(starts, match.start(1)) - 1
        if at < 0:
            continue
        run = page.runs[shown[at]].run
        start = offset_in(run, match.start(1))
        if run.text.startswith(match[1], start):
            begins = made[blocks[shown[at]]].start
            yield begins + start, begins + start + len(match[1])


def ordinals(page: Outline, blocks: Mapping[int, int]) -> dict[int, int]:
    """The numbers of the items of ordered lists, by the block with which each begins."""
    counts: dict[int, int] = {}
    numbers: dict[int, int] = {}
    for index, element in enumerate(page.elements):
        if element.name == "li" and page.elements[element.parent].name == "ol":
            first = page.elements[element.parent].attributes.get("start", "1")
            begins = int(first) if first.isdecimal() and len(first) < len("10000") else 1
            numbers[index] = counts[element.parent] = counts.get(element.parent, begins - 1) + 1
    found: dict[int, int] = {}
    for run, block in blocks.items():
        at = page.runs[run].element
        for _ in range(3):
            if at in numbers:
                found[block] = numbers.pop(at)
                break
            at = page.elements[at].parent if at > 0 else 0
    return found
