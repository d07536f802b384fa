"""The words of a Word document's paragraphs, with their links and footnotes."""

import re
from collections.abc import Iterator
from itertools import count
from typing import Any, NamedTuple

from audit.read.office import DEEPEST, Note, comment_entry
from audit.read.parsed import NoteEntry
from audit.read.runs import Anchor, Run, RunBuilder

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# What is not in the text as it will be printed: deletions, what was moved away, second renderings.
_LEFT_OUT = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_MC}Fallback", f"{_W}pPr", f"{_W}rPr"})
_STRIKES = (f"{_W}strike", f"{_W}dstrike", f"{_W}vanish", f"{_W}webHidden")
_OFF = frozenset({"false", "0", "off", "none"})
_SIGNS = {f"{_W}tab": " ", f"{_W}noBreakHyphen": "\u2011", f"{_W}softHyphen": "\u00ad"}
_REFERENCES = frozenset(
    {f"{_W}footnoteReference", f"{_W}endnoteReference", f"{_W}commentReference"}
)
_FIELD_LINK = re.compile(r'^\s*HYPERLINK\s+(?:\\l\s+)?"([^"]+)"')
_REAL_NOTE = 1  # the ids below are of separators


class Placed(NamedTuple):
    """A paragraph element; ``row`` numbers the row of a table that it stands in."""

    element: Any
    row: int | None


class Words:
    """Reads the elements of an opened document; what is nested too deep is passed over."""

    def __init__(self, document: Any) -> None:
        self._body = document.element.body
        if self._body is None:
            raise ValueError("the document has no body")
        self._links = _addresses(document.part)
        self._styles = {style.style_id: style.name or "" for style in document.styles}
        self._notes: dict[str, Any] = {}
        self._comments: dict[str, Any] = {}
        self._labels: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        self._links_of: dict[
            str, dict[str, str]
        ] = {}  # of the parts of notes, by the first letter of their keys
        self._read_notes(document.part)

    def paragraphs(self) -> Iterator[Placed]:
        """The paragraphs of the body, in order, those of tables among them."""
        yield from _paragraphs(self._body, 0, count())

    def notes(self) -> Iterator[Note]:
        """The footnotes and endnotes, in order; a label is what one is numbered that was cited."""
        for key, note in self._notes.items():
            runs = [self.run(each.element, key) for each in _paragraphs(note, 0, count())]
            yield Note(key, self._labels.get(key, ""), runs)

    def comments(self) -> Iterator[NoteEntry]:
        """The comments that give an address: the sources that somebody named for the words."""
        for key, comment in self._comments.items():
            told = (self.run(each.element, key) for each in _paragraphs(comment, 0, count()))
            entry = comment_entry(key, told)
            if entry is not None:
                yield entry

    def style(self, paragraph: Any) -> str:
        """The name of a paragraph's style in small letters without blanks: 'heading1', 'title'."""
        found = paragraph.find(f"{_W}pPr/{_W}pStyle")
        style_id = found.get(f"{_W}val", "") if found is not None else ""
        return str(self._styles.get(style_id, style_id)).lower().replace(" ", "")

    def is_numbered(self, paragraph: Any) -> bool:
        """Whether a paragraph is an item of a list by itself; its style may make it one too."""
        return paragraph.find(f"{_W}pPr/{_W}numPr") is not None

    def ordinal(self, paragraph: Any) -> int | None:
        """The number of a paragraph in its list, counted from 1.

        None where it has none, or a list in it.
        """
        found = paragraph.find(f"{_W}pPr/{_W}numPr")
        number = found.find(f"{_W}numId") if found is not None else None
        level = found.find(f"{_W}ilvl") if found is not None else None
        if number is None or (level is not None and level.get(f"{_W}val") not in {None, "0"}):
            return None
        key = number.get(f"{_W}val", "")
        self._counts[key] = self._counts.get(key, 0) + 1
        return self._counts[key]

    def is_celled(self, paragraph: Any) -> bool:
        """Whether a paragraph stands in a table."""
        parent = paragraph.getparent()
        return parent is not None and parent.tag == f"{_W}tc"

    def run(self, paragraph: Any, note: str = "") -> Run | None:
        """The words of a paragraph with the places that cite notes, None when it has no words.

        ``note`` is the key of the note that it is of.
        """
        links = self._links_of.get(note[0], {}) if note else self._links
        reader = _Paragraph(links, self._labels)
        reader.read(paragraph, None, 0)
        return reader.builder.take()

    def _read_notes(self, part: Any) -> None:
        from docx.oxml.parser import parse_xml  # noqa: PLC0415 — of the extra, entities off

        for relation in part.rels.values():
            kind = relation.reltype.rpartition("/")[2]
            if relation.is_external or kind not in {"footnotes", "endnotes", "comments"}:
                continue
            self._links_of[kind[0]] = _addresses(relation.target_part)
            for note in parse_xml(relation.target_part.blob):
                number = note.get(f"{_W}id", "")
                if kind == "comments":
                    self._comments[kind[0] + number] = note
                elif number.isdigit() and int(number) >= _REAL_NOTE:
                    self._notes[kind[0] + number] = note


def _addresses(part: Any) -> dict[str, str]:
    """The outside addresses that a part's relationships name."""
    return {
        relation.rId: relation.target_ref
        for relation in part.rels.values()
        if relation.is_external and relation.reltype.endswith("/hyperlink")
    }


def _paragraphs(
    element: Any, depth: int, rows: Iterator[int], row: int | None = None
) -> Iterator[Placed]:
    for child in element:
        if child.tag == f"{_W}p":
            yield Placed(child, row)
        elif child.tag not in _LEFT_OUT and depth < DEEPEST:
            own = next(rows) if child.tag == f"{_W}tr" else row
            yield from _paragraphs(child, depth + 1, rows, own)


def _is_struck(run: Any) -> bool:
    """Whether a run is struck through or hidden: it is no part of the words."""
    properties = run.find(f"{_W}rPr")
    if properties is None:
        return False
    marks = (properties.find(name) for name in _STRIKES)
    return any(mark is not None and mark.get(f"{_W}val", "true") not in _OFF for mark in marks)


def _next(labels: dict[str, str], kind: str) -> str:
    return str(sum(key[0] == kind for key in labels) + 1)


class _Paragraph:
    """Collects one paragraph, run by run."""

    def __init__(self, links: dict[str, str], labels: dict[str, str]) -> None:
        self.builder = RunBuilder()
        self._links = links
        self._labels = labels
        self._field: list[str] | None = None  # the instruction of a field that is being given
        self._field_anchor: Anchor | None = None
        self._last: tuple[str, Anchor | None] | None = None

    def read(self, element: Any, anchor: Anchor | None, depth: int) -> None:
        for child in element:
            tag = child.tag
            if tag in _LEFT_OUT or depth > DEEPEST or (tag == f"{_W}r" and _is_struck(child)):
                continue
            if tag == f"{_W}t":
                self._add(child.text or "", anchor or self._field_anchor)
            elif tag in _SIGNS:
                self._add(_SIGNS[tag], anchor or self._field_anchor)
            elif tag in {f"{_W}br", f"{_W}cr"}:
                self._flush()
                self.builder.break_line(0)
            elif tag == f"{_W}hyperlink":
                address = self._links.get(child.get(f"{_R}id", ""))
                self.read(child, Anchor(address) if address else anchor, depth + 1)
            elif tag in _REFERENCES:
                self._note(tag.rpartition("}")[2][0] + child.get(f"{_W}id", ""))
            elif tag in {f"{_W}fldChar", f"{_W}instrText"}:
                self._in_field(child)
            elif tag == f"{_W}fldSimple":
                link = _FIELD_LINK.match(child.get(f"{_W}instr", ""))
                self.read(child, Anchor(link.group(1)) if link else anchor, depth + 1)
            else:
                self.read(child, anchor, depth + 1)
        if depth == 0:
            self._flush()

    def _add(self, text: str, anchor: Anchor | None) -> None:
        """Holds text back until its link ends; equal anchors grow."""
        if self._last is not None and self._last[1] is anchor:
            self._last = (self._last[0] + text, anchor)
        else:
            self._flush()
            self._last = (text, anchor)

    def _flush(self) -> None:
        if self._last is not None:
            self.builder.add(self._last[0], 0, self._last[1])
            self._last = None

    def _note(self, key: str) -> None:
        """Cites a note: a footnote by its number in the order of the text, a comment by none."""
        self._flush()
        label = "" if key[0] == "c" else self._labels.setdefault(key, _next(self._labels, key[0]))
        self.builder.cite(key, label)

    def _in_field(self, element: Any) -> None:
        """HYPERLINK fields, as older documents and some programs write links."""
        if element.tag == f"{_W}instrText":
            if self._field is not None:
                self._field.append(element.text or "")
            return
        state = element.get(f"{_W}fldCharType")
        if state == "begin":
            self._field = []
        elif state == "separate" and self._field is not None:
            link = _FIELD_LINK.match("".join(self._field))
            self._field_anchor = Anchor(link.group(1)) if link else None
            self._field = None
        elif state == "end":
            self._field, self._field_anchor = None, None
