"""The words of a block while it is being read: pieces of text between tags."""

import re
from itertools import accumulate

WHITE = " \t\n\r\f"
"""White space of HTML; a no-break space is none."""

_SPACES = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
_NEIGHBOURS = "\0n"  # no page has these: NULs are gone from a decoded page
_SEAM = "\0s"
_NEIGHBOUR = re.compile("(?:\0n)+")
_WIDE_SEAM = re.compile("(?<![ \t\n\r\f])([ \t\n\r\f]*+)\0s(?:[ \t\n\r\f]|\0s)*+")
_WORD = re.compile(r"\w")
_EXPONENT = "\0^"
_STRIKE, _STRIKE_ENDS = "\0d", "\0e"
_STRUCK = re.compile(f"{_STRIKE}.*?(?:{_STRIKE_ENDS}|\\Z)", re.DOTALL)
_INSERT, _INSERT_ENDS = "\0i", "\0j"
_INSERTED = re.compile(f"{_INSERT}.*?(?:{_INSERT_ENDS}|\\Z)", re.DOTALL)
_CONCEAL, _CONCEAL_ENDS = "\0h", "\0g"
_CONCEALED = re.compile(f"{_CONCEAL}.*?(?:{_CONCEAL_ENDS}|\\Z)", re.DOTALL)
_CONCEAL_MARKS = re.compile(f"{_CONCEAL}|{_CONCEAL_ENDS}")
_MARKS = re.compile("\0.")
_TAIL = 12  # characters that are looked at before a raised figure
_RAISED_FIGURE = re.compile(r"(?<=\d)\0\^([+\-−]?\d{1,9})(?![\d/⁄])")
SUPERSCRIPT = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
"""Figures and signs to those that are set higher."""
_RAISED = frozenset({"sub", "sup"})
_ENDS_WORDS = ".!?…:;,)]»”"


class Buffer:
    """The pieces of the block that is being read, its lines, and how many characters are linked.

    ``withdrawn`` are the lines with struck words of the block that was taken last, those words in
    them; ``concealed`` those with words that a style hides.
    """

    __slots__ = (
        *("_has_marks", "_is_struck", "_seams", "_with_concealed", "_with_struck", "concealed"),
        *("lines", "linked", "pieces", "withdrawn"),
    )

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.lines: list[str] = []
        self.linked = 0
        self._seams: list[tuple[int, int]] = []  # line and offset in it
        self._has_marks = False
        self._is_struck = False
        self._with_struck: list[str] = []
        self._with_concealed: list[str] = []
        self.withdrawn = self.concealed = ""

    def meet(self, ended: str, started: str) -> None:
        """Notes that an inline element begins where another ended: they may stand apart.

        Styles set such neighbours apart: '<a>Home</a><a>News</a>', '<b>Published</b><i>12 May</i>'.
        """
        if not self.pieces:
            return
        if ended == started == "a":
            self.seam(" ")
        elif ended not in _RAISED and started not in _RAISED:
            self.pieces.append(_NEIGHBOURS)
            self._has_marks = True

    def seam(self, text: str = "") -> None:
        """Puts a text here that a browser's own text of the page does not have.

        See ``Page.seams``.
        """
        self.pieces.append(f"{_SEAM}{text}{_SEAM}" if text.strip() else f"{text}{_SEAM}")
        self._has_marks = True

    def tail(self) -> str:
        """The end of the text so far, without what is noted in it."""
        return _MARKS.sub("", "".join(self.pieces[-6:])[-2 * _TAIL :])[-_TAIL:]

    def raise_figure(self) -> None:
        """Notes that what follows is set higher: behind a figure it is its exponent."""
        self.pieces.append(_EXPONENT)
        self._has_marks = True

    @property
    def is_struck(self) -> bool:
        """Whether the words from here on are struck out."""
        return self._is_struck

    def strike(self, *, ends: bool = False) -> None:
        """Notes that the words from here on are struck out, or no longer are."""
        self._is_struck = not ends
        self.pieces.append(_STRIKE_ENDS if ends else _STRIKE)
        self._has_marks = True

    def insert(self, *, ends: bool = False) -> None:
        """Notes that the words from here on were put in later, or no longer are."""
        self.pieces.append(_INSERT_ENDS if ends else _INSERT)
        self._has_marks = True

    def conceal(self, *, ends: bool = False) -> None:
        """Notes that a style hides the words from here on, or no longer does."""
        self.pieces.append(_CONCEAL_ENDS if ends else _CONCEAL)
        self._has_marks = True

    def end_line(self, *, preformatted: bool) -> None:
        """Ends a line of the block."""
        pieces = self.pieces
        text = pieces[0] if len(pieces) == 1 else "".join(pieces)
        pieces.clear()
        offsets: list[int] = []
        if self._has_marks:
            self._has_marks = False
            if _EXPONENT in text:
                text = _RAISED_FIGURE.sub(lambda figure: figure[1].translate(SUPERSCRIPT), text)
                text = text.replace(_EXPONENT, "")
            if _STRIKE in text or _STRIKE_ENDS in text:
                text = self._unstruck(text)
            if _CONCEAL in text:
                text = self._unconcealed(text)
            if _INSERT in text or _INSERT_ENDS in text:
                text = text.replace(_INSERT, "").replace(_INSERT_ENDS, "")
            text = _NEIGHBOUR.sub(_between, text)
            text, offsets = _without_seams(text if preformatted else collapsed(text))
        text = text.strip("\n\r\f").rstrip() if preformatted else collapsed(text)
        if text and not text.isspace():
            if offsets:
                self._seams.extend((len(self.lines), offset) for offset in offsets)
            self.lines.append(text)

    def _unstruck(self, text: str) -> str:
        """A line without its struck words, which are kept with the line around them."""
        left = _STRUCK.sub("", text).replace(_STRIKE_ENDS, "")
        if _MARKS.sub("", left) != _MARKS.sub("", text):
            self._with_struck.append(collapsed(_MARKS.sub("", _INSERTED.sub("", text))))
        if self._is_struck:  # the next line still is
            self.pieces.append(_STRIKE)
            self._has_marks = True
        return left

    def _unconcealed(self, text: str) -> str:
        """A line without what a style hides inside of it, which is kept with the line around it.

        What ends the line stays: a button may show the rest of a text.
        """
        end = max(text.rfind(_CONCEAL_ENDS), 0)
        if text.count(_CONCEAL) != text.count(_CONCEAL_ENDS) or not _WORD.search(text, end + 2):
            return _CONCEAL_MARKS.sub("", text)
        whole = _MARKS.sub("", text)
        self._with_concealed.append(collapsed(whole))
        return _CONCEALED.sub("", text)

    def take(self, *, preformatted: bool) -> tuple[str, int, list[int]]:
        """The finished block, its linked characters and its seams; the buffer is empty then."""
        lines, pieces = self.lines, self.pieces
        if not (lines or preformatted or self._has_marks):
            text = collapsed(pieces[0] if len(pieces) == 1 else "".join(pieces))
            pieces.clear()
            linked, self.linked = self.linked, 0
            self.withdrawn = self.concealed = ""
            return ("" if text.isspace() else text), min(linked, len(text)), []
        self.end_line(preformatted=preformatted)
        text = "\n".join(lines) if len(lines) != 1 else lines[0]
        linked = min(self.linked, len(text))
        seams: list[int] = []
        if self._seams:
            starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
            seams = [starts[line] + offset for line, offset in self._seams]
            self._seams.clear()
        lines.clear()
        self.linked = 0
        self.withdrawn = "\n".join(self._with_struck)
        self._with_struck.clear()
        self.concealed = "\n".join(self._with_concealed)
        self._with_concealed.clear()
        return text, linked, seams


def _without_seams(text: str) -> tuple[str, list[int]]:
    """A collapsed text without its seams, and the offsets at which they were, between words."""
    text = _WIDE_SEAM.sub(_narrow, text).strip(" ")
    pieces = text.split(_SEAM)
    offsets = list(accumulate(map(len, pieces)))[:-1]
    text = "".join(pieces)
    lead = len(text) - len(text.lstrip(" "))
    end = len(text.strip(" "))
    return text.strip(" "), [at - lead for at in offsets if 0 < at - lead < end]


def _narrow(match: re.Match[str]) -> str:
    """A seam with the white space around it before it."""
    return f" {_SEAM}" if match[0].replace(_SEAM, "") else _SEAM


def collapsed(text: str) -> str:
    """A text with one space for each run of white space (CSS Text 3, 4.1.1), none at its ends."""
    if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text:
        text = _SPACES.sub(" ", text)
    return text.strip(" ")


def _between(match: re.Match[str]) -> str:
    """What stands between two inline elements: a space, unless a word may go on."""
    text = match.string
    left, right = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if right.isupper() and (left.islower() or left.isdigit() or (left and left in _ENDS_WORDS)):
        return f" {_SEAM}"
    return f" {_SEAM}" if right.isdigit() and left.isalpha() else ""
