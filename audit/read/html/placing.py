"""The words of a block, each tied to where it stands in the file."""

import re
from typing import Protocol

from audit.markup.rendering.lines import Buffer
from audit.markup.tokens import pieces
from audit.read.runs import Anchor, Run

_WORD = re.compile(r"\S+")


class _Reader(Protocol):
    at: int

    def anchor(self) -> Anchor | None: ...


class Placed(Buffer):
    """A buffer that knows what stands in it where in the file, and in which hyperlink.

    Between a text of the file and the words of its block only white space differs, so the words of
    one are those of the other in order. ``comments`` are those among the words, by index.
    """

    __slots__ = ("_places", "_reader", "comments", "has_words")

    def __init__(self, reader: _Reader) -> None:
        super().__init__()
        self._reader = reader
        self._places: list[tuple[str, int, Anchor | None, bool]] = []
        self.comments: list[int] = []
        self.has_words = False  # in the line that is being read

    def place(self, text: str, at: int, anchor: Anchor | None, *, literal: bool) -> None:
        """Notes the file offset of a text.

        Character references in it count unless it is ``literal``.
        """
        self._places.append((text, at, anchor, literal))
        self.has_words = self.has_words or not text.isspace()

    def seam(self, text: str = "") -> None:
        """As ``Buffer`` has it; the text stands where the tag does that makes it."""
        if text.strip() and not self.is_struck:
            self.place(text, self._reader.at, self._reader.anchor(), literal=True)
        super().seam(text)

    def run(self, *, preformatted: bool) -> Run | None:
        """The finished block, None where it has no words; the buffer is empty then."""
        text, _, _ = self.take(preformatted=preformatted)
        places, self._places = self._places, []
        self.comments = []
        self.has_words = False
        if not text:
            return None
        anchors: list[tuple[int, int]] = []
        links: list[tuple[int, int, Anchor]] = []
        at = 0
        for written, place, anchor, literal in places:
            for piece, piece_at in [(written, place)] if literal else pieces(written, place):
                for word in _WORD.finditer(piece):
                    while text[at].isspace():
                        at += 1
                    place_at = piece_at + word.start()
                    if not anchors:
                        anchors.append((0, max(place_at - at, 0)))
                    if at - anchors[-1][0] != place_at - anchors[-1][1]:
                        anchors.append((at, place_at))
                    end = at + len(word[0])
                    if anchor is not None:
                        start = links.pop()[0] if links and links[-1][2] is anchor else at
                        links.append((start, end, anchor))
                    at = end
        return Run(
            text, tuple(anchors), tuple((start, end, link.href) for start, end, link in links)
        )
