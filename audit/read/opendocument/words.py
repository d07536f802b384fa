"""The paragraphs of an OpenDocument text, and the words, links and marks of notes in each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from audit.read.office import DEEPEST, Note, comment_entry
from audit.read.opendocument.names import DRAW, OFFICE, SVG, TABLE, TEXT, XLINK
from audit.read.opendocument.styles import Styles
from audit.read.parsed import NoteEntry
from audit.read.runs import Anchor, Run, RunBuilder

_PARAGRAPHS = frozenset({f"{TEXT}p", f"{TEXT}h"})
# What is not in the text as it is read: deletions, forms, descriptions, lists made of the text.
_LEFT_OUT = frozenset({
    *(f"{TEXT}tracked-changes", f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph"),
    *(f"{TEXT}ruby-text", f"{TEXT}table-of-content", f"{TEXT}illustration-index"),
    *(f"{TEXT}table-index", f"{TEXT}object-index", f"{TEXT}user-index"),
    *(f"{TEXT}alphabetical-index", f"{OFFICE}forms", f"{SVG}title", f"{SVG}desc"),
})  # fmt: skip
_SIGNS = {f"{TEXT}s": " ", f"{TEXT}tab": " "}
_A_NUMBER = re.compile("[0-9]{1,6}")
_ASIDE = frozenset({f"{TEXT}note", f"{OFFICE}annotation"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph element, and where it stands.

    ``ordinal`` is its number in a list, ``row`` that of a table's row of which it is in a cell.
    """

    element: Any
    listed: bool = False
    row: int | None = None
    ordinal: int | None = None


class Words:
    """Reads the elements of a document's body; what is nested too deep is passed over."""

    def __init__(self, body: Any, styles: Styles) -> None:
        self._body = body
        self._styles = styles
        self._counts: dict[str, int] = {}
        self._rows = count()
        self._notes: dict[str, tuple[str, Any]] = {}  # label and element, by key
        self._comments: dict[str, Any] = {}
        self._ended = {
            element.get(f"{OFFICE}name", "") for element in body.iter(f"{OFFICE}annotation-end")
        }

    def paragraphs(self) -> Iterator[Placed]:
        """The paragraphs of the body, in order; those of a text box come behind its own."""
        yield from self._placed(self._body, 0)

    def run(self, paragraph: Any) -> Run | None:
        """The words of a paragraph with the places that cite notes, None when it has no words."""
        reader = _Paragraph(self, self._styles)
        reader.read(paragraph, None, 0)
        return reader.builder.take()

    def notes(self) -> Iterator[Note]:
        """The notes cited so far, in order."""
        for key, (label, note) in list(self._notes.items()):  # one may cite another
            held = note.find(f"{TEXT}note-body")
            yield Note(key, label, list(self._runs(note if held is None else held)))

    def comments(self) -> Iterator[NoteEntry]:
        """The comments cited so far that give an address."""
        for key, comment in list(self._comments.items()):
            entry = comment_entry(key, self._runs(comment))
            if entry is not None:
                yield entry

    def _runs(self, element: Any) -> Iterator[Run | None]:
        return (self.run(placed.element) for placed in self._placed(element, 0))

    def note(self, element: Any) -> tuple[str, str]:
        """The key and the label of a note that is cited."""
        shown = element.find(f"{TEXT}note-citation")
        label = "".join(shown.itertext()).strip() if shown is not None else ""
        key = _key(element.get(f"{TEXT}id", "") or f"-{len(self._notes)}")
        self._notes[key] = (label or str(len(self._notes) + 1), element)
        return key, self._notes[key][0]

    def comment(self, element: Any) -> str | None:
        """The key of a comment where it is cited here: at its end, or where it has none."""
        name = element.get(f"{OFFICE}name", "")
        if element.tag == f"{OFFICE}annotation":
            key = f"c{name or '-'}" if name in self._ended else f"c-{len(self._comments)}"
            self._comments.setdefault(key, element)
            return None if name in self._ended else key
        return f"c{name}" if f"c{name}" in self._comments else None

    def _placed(
        self, element: Any, depth: int, *, listed: bool = False, row: int | None = None
    ) -> Iterator[Placed]:
        for child in element:
            tag = child.tag
            if tag in _PARAGRAPHS:
                yield Placed(child, listed, row)
                yield from self._boxed(child, depth + 1)
            elif tag == f"{TEXT}list" and depth < DEEPEST:
                yield from self._items(child, depth + 1, listed=listed)
            elif tag == f"{TEXT}section" and child.get(f"{TEXT}display") == "none":
                continue
            elif isinstance(tag, str) and tag not in _LEFT_OUT | _ASIDE and depth < DEEPEST:
                own = next(self._rows) if tag == f"{TABLE}table-row" else row
                yield from self._placed(child, depth + 1, listed=listed, row=own)

    def _items(self, element: Any, depth: int, *, listed: bool) -> Iterator[Placed]:
        """The paragraphs of a list; those of the outermost level have its numbers."""
        style = element.get(f"{TEXT}style-name", "")
        counts = not listed and style in self._styles.numbered
        goes_on = element.get(f"{TEXT}continue-numbering") == "true"
        if counts and not goes_on and element.get(f"{TEXT}continue-list") is None:
            self._counts[style] = 0
        for item in element:
            ordinal = None
            if counts and item.tag == f"{TEXT}list-item":
                start = item.get(f"{TEXT}start-value", "")
                before = self._counts.get(style, 0)
                ordinal = int(start) if _A_NUMBER.fullmatch(start) else before + 1
                self._counts[style] = ordinal
            for placed in self._placed(item, depth, listed=True):
                yield replace(placed, ordinal=ordinal)
                ordinal = None

    def _boxed(self, paragraph: Any, depth: int) -> Iterator[Placed]:
        """The paragraphs of the text boxes in a paragraph: the words below a picture, say."""
        for child in paragraph:
            if not isinstance(child.tag, str) or child.tag in _LEFT_OUT | _ASIDE or depth > DEEPEST:
                continue
            if child.tag == f"{DRAW}text-box":
                yield from self._placed(child, depth + 1)
            else:
                yield from self._boxed(child, depth + 1)


def _key(name: str) -> str:
    return f"n{name}"


class _Paragraph:
    """Collects one paragraph, element by element."""

    def __init__(self, words: Words, styles: Styles) -> None:
        self.builder = RunBuilder()
        self._words = words
        self._styles = styles

    def read(self, element: Any, anchor: Anchor | None, depth: int) -> None:
        self._add(element.text, anchor)
        for child in element:
            if isinstance(child.tag, str) and depth < DEEPEST:
                self._read_child(child, anchor, depth + 1)
            self._add(child.tail, anchor)

    def _read_child(self, child: Any, anchor: Anchor | None, depth: int) -> None:
        tag, style = child.tag, child.get(f"{TEXT}style-name", "")
        if tag in _LEFT_OUT or tag == f"{DRAW}text-box":
            return
        if tag in _SIGNS:
            self._add(_SIGNS[tag], anchor)
        elif tag == f"{TEXT}line-break":
            self.builder.break_line(0)
        elif tag == f"{TEXT}note":
            self.builder.cite(*self._words.note(child))
        elif tag == f"{TEXT}note-ref":  # cites a note that another place has
            key = _key(child.get(f"{TEXT}ref-name", ""))
            self.builder.cite(key, "".join(child.itertext()).strip())
        elif tag in {f"{OFFICE}annotation", f"{OFFICE}annotation-end"}:
            comment = self._words.comment(child)
            if comment is not None:
                self.builder.cite(comment, "")
        elif tag == f"{TEXT}a":
            address = child.get(f"{XLINK}href", "")
            self.read(child, Anchor(address) if address else anchor, depth)
        elif tag == f"{TEXT}span" and self._styles.withdrawn(style):
            return
        elif tag == f"{TEXT}span" and self._styles.raised(style):
            self.builder.raise_line()
            self.read(child, anchor, depth)
            self.builder.lower_line()
        else:
            self.read(child, anchor, depth)

    def _add(self, text: str | None, anchor: Anchor | None) -> None:
        if text:
            self.builder.add(text, 0, anchor)
