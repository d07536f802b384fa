"""A run of words that becomes one block, each character tied to where it stands in the file."""

import re
from dataclasses import dataclass, replace

_PIECES = re.compile(r"[ \t\n\r\f]+|[^ \t\n\r\f]+")
_SPACE = " \t\n\r\f"
_NEVER_APART = ".,;:!?…)]”’»"  # signs that no space stands before once a mark is gone
_MAY_OPEN = "”’»"  # of them those that open a quotation in some languages: '»Das ist so«'


@dataclass(frozen=True, slots=True)
class Run:
    """The text of one block.

    ``anchors`` are (offset in the run, file offset) pairs as in ``Origin``; ``links`` are (start,
    end, address as written) in offsets of the run. ``refs`` are the places at which it cites notes,
    each with the note's key and what is shown; ``raised`` the stretches that are set higher.
    """

    text: str
    anchors: tuple[tuple[int, int], ...]
    links: tuple[tuple[int, int, str], ...] = ()
    refs: tuple[tuple[int, str, str], ...] = ()
    raised: tuple[tuple[int, int], ...] = ()

    def moved(self, by: int) -> "Run":
        """The same run in a file in which it stands ``by`` characters later."""
        return replace(self, anchors=tuple((offset, at + by) for offset, at in self.anchors))


@dataclass(frozen=True, slots=True, eq=False)
class Anchor:
    """An open hyperlink; two of one address are two links."""

    href: str


class RunBuilder:
    """Collects a run piece by piece, white space collapsed as CSS ``white-space: normal`` does."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._chunks: list[str] = []
        self._length = 0
        self._anchors: list[tuple[int, int]] = []
        self._links: list[tuple[int, int, Anchor]] = []
        self._pending: tuple[str, int] | None = None
        self._refs: list[tuple[int, str, str]] = []
        self._raised: list[tuple[int, int]] = []
        self._raised_from: int | None = None

    @property
    def has_words(self) -> bool:
        """Whether the run so far has any words."""
        return self._length > 0

    @property
    def at_line_break(self) -> bool:
        """Whether the last thing added is a line break."""
        return self._pending is not None and self._pending[0] == "\n"

    def add(self, text: str, at: int, anchor: Anchor | None = None) -> None:
        """Adds the text that stands in the file from ``at``, inside the hyperlink ``anchor``."""
        for match in _PIECES.finditer(text):
            piece = match.group()
            if piece[0] not in _SPACE:
                self.add_verbatim(piece, at + match.start(), anchor)
            elif self._length and self._pending is None:
                self._pending = (" ", at + match.start())

    def add_verbatim(self, text: str, at: int, anchor: Anchor | None = None) -> None:
        """Adds text with its white space as it is."""
        if self._pending:
            separator, separator_at = self._pending
            self._pending = None
            at_mark = bool(self._refs) and self._refs[-1][0] == self._length
            opens = text[0] in _MAY_OPEN and text[1:2].isalnum()
            if not at_mark or opens or text[0] not in _NEVER_APART:
                self._append(separator, separator_at)
        start = self._length
        self._append(text, at)
        if anchor is not None:
            if self._links and self._links[-1][2] is anchor:
                start = self._links.pop()[0]
            self._links.append((start, self._length, anchor))

    def cite(self, key: str, label: str) -> None:
        """Notes that a note is cited here, whose mark is no part of the words."""
        self._refs.append((self._length, key, label))

    def raise_line(self) -> None:
        """Begins a stretch that is set higher."""
        self._raised_from = self._length + (1 if self._pending else 0)

    def lower_line(self) -> None:
        """Ends it."""
        if self._raised_from is not None and self._raised_from < self._length:
            self._raised.append((self._raised_from, self._length))
        self._raised_from = None

    def break_line(self, at: int) -> None:
        """Ends the line; at the beginning or the end of a run that has no effect."""
        if self._length:
            self._pending = ("\n", at)

    def take(self) -> Run | None:
        """The run so far, None when it has no words; the builder begins anew."""
        text = "".join(self._chunks)
        run = None
        if text.strip():
            links = tuple((start, end, anchor.href) for start, end, anchor in self._links)
            run = Run(text, tuple(self._anchors), links, tuple(self._refs), tuple(self._raised))
        self._begin()
        return run

    def _append(self, text: str, at: int) -> None:
        if not self._anchors or self._length - self._anchors[-1][0] != at - self._anchors[-1][1]:
            self._anchors.append((self._length, at))
        self._chunks.append(text)
        self._length += len(text)
