"""The words of a block while it is being read: pieces of text between tags."""

import re

WHITE = " \t\n\r\f"
"""White space of HTML; a no-break space is none."""

_SPACES = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
_SEAM = "\0"  # no page has it: NULs are gone from a decoded page
_SEAMS = re.compile("\0+")
_ENDS_WORDS = ".!?…:;,)]»”"


class Buffer:
    """The pieces of the block that is being read, its lines, and how many characters are linked."""

    __slots__ = ("_ended", "_ended_at", "_has_seams", "lines", "linked", "pieces")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.lines: list[str] = []
        self.linked = 0
        self._ended = ""
        self._ended_at = -1
        self._has_seams = False

    def inline_ends(self, tag: str) -> None:
        """Notes that an inline element ended here."""
        self._ended = tag
        self._ended_at = len(self.pieces)

    def inline_starts(self, tag: str) -> None:
        """Notes that an inline element begins; directly behind another one, that is a seam.

        Styles set such neighbours apart: '<a>Home</a><a>News</a>', '<b>Published</b><i>12 May</i>'.
        """
        if self._ended_at != len(self.pieces) or not self.pieces:
            return
        if tag == "a" and self._ended == "a":
            self.pieces.append(" ")
        elif tag not in ("sub", "sup") and self._ended not in ("sub", "sup"):
            self.pieces.append(_SEAM)
            self._has_seams = True

    def end_line(self, *, preformatted: bool) -> None:
        """Ends a line of the block."""
        pieces = self.pieces
        text = pieces[0] if len(pieces) == 1 else "".join(pieces)
        pieces.clear()
        self._ended_at = -1
        if self._has_seams:
            text = _SEAMS.sub(_seam, text)
            self._has_seams = False
        text = text.strip("\n\r\f").rstrip() if preformatted else collapsed(text)
        if text and not text.isspace():
            self.lines.append(text)

    def take(self, *, preformatted: bool) -> tuple[str, int]:
        """The finished block and its linked characters; the buffer is empty then."""
        self.end_line(preformatted=preformatted)
        text = "\n".join(self.lines) if len(self.lines) != 1 else self.lines[0]
        linked = min(self.linked, len(text))
        self.lines.clear()
        self.linked = 0
        return text, linked


def collapsed(text: str) -> str:
    """A text with one space for each run of white space (CSS Text 3, 4.1.1), none at its ends."""
    if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text:
        text = _SPACES.sub(" ", text)
    return text.strip(" ")


def _seam(match: re.Match[str]) -> str:
    """What stands between two inline elements: a space where no word has such letters side by side."""
    text = match.string
    left, right = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if right.isupper() and (left.islower() or left.isdigit() or (left and left in _ENDS_WORDS)):
        return " "
    return " " if right.isdigit() and left.isalpha() else ""
