"""Hears the XML of an office document, element by element, and keeps its paragraphs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from audit.markup.rendering.lines import SUPERSCRIPT
from audit.model import Zone

_WORD = frozenset({
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
})  # fmt: skip
_MARKUP_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    **dict.fromkeys(_WORD, "w"),
    _MARKUP_COMPATIBILITY: "mc",
    f"{_ODF}text:1.0": "text",
    f"{_ODF}office:1.0": "office",
    f"{_ODF}style:1.0": "style",
    f"{_ODF}svg-compatible:1.0": "svg",
}
_PARAGRAPHS = frozenset({"w:p", "text:p", "text:h"})
# What will not be printed, or is printed twice: deletions, what was moved away, comments,
# descriptions.
_LEFT_OUT = frozenset({
    *("w:del", "w:moveFrom", "w:instrText", "mc:Fallback"),
    *("text:tracked-changes", "text:note-citation", "text:ruby-text", "office:annotation"),
    *("office:forms", "svg:title", "svg:desc", "text:index-title-template"),
})  # fmt: skip
_SIGNS = {
    **dict.fromkeys(("w:tab", "w:ptab", "text:tab", "text:s"), " "),
    **dict.fromkeys(("w:br", "w:cr", "text:line-break"), "\n"),
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}
_STRIKES = frozenset({"w:strike", "w:dstrike", "w:vanish", "w:webHidden"})
_OFF = frozenset({"false", "0", "off", "none"})
_DEEPEST = 200  # elements inside each other; what is deeper is passed over
_MOST_STYLES = 10_000


@dataclass(slots=True)
class _Paragraph:
    words: list[str] = field(default_factory=list)
    whole: list[str] = field(default_factory=list)  # with its struck words


class Paragraphs:
    """A target of an XML parser; ``blocks`` are the paragraphs with words, and where they count.

    A paragraph inside another one (a text box, a footnote) comes behind it.
    """

    def __init__(self) -> None:
        self.blocks: list[tuple[str, Zone]] = []
        self._names: list[str] = []
        self._open: list[_Paragraph] = []
        self._behind: list[_Paragraph] = []
        self._left_out = 0  # how many of the open elements are
        self._struck: list[bool] = []  # for each open run or span
        self._struck_styles: set[str] = set()
        self._raised: list[bool] = []
        self._raised_styles: set[str] = set()
        self._style = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        name = _named(tag)
        self._names.append(name)
        if name in _LEFT_OUT or len(self._names) > _DEEPEST:
            self._left_out += 1
        elif self._left_out:
            return
        elif name in _PARAGRAPHS:
            self._open.append(_Paragraph())
        elif name in _SIGNS and self._in_text():
            self._add(_SIGNS[name])
        elif name in {"w:r", "text:span"}:
            style = _value(attributes, "style-name")
            self._struck.append(style in self._struck_styles)
            self._raised.append(style in self._raised_styles)
        elif name == "text:hidden-text":
            self._struck.append(True)
            self._raised.append(False)
        elif name in _STRIKES and self._names[-3:-1] == ["w:r", "w:rPr"]:
            self._struck[-1] |= _value(attributes, "val") not in _OFF
        elif name == "w:vertAlign" and self._names[-3:-1] == ["w:r", "w:rPr"]:
            self._raised[-1] |= _value(attributes, "val") == "superscript"
        elif name == "style:style":
            self._style = _value(attributes, "name")
        elif name == "style:text-properties" and len(self._struck_styles) < _MOST_STYLES:
            line = _value(attributes, "text-line-through-style") or "none"
            if line not in _OFF or _value(attributes, "display") == "none":
                self._struck_styles.add(self._style)
            if _value(attributes, "text-position").startswith("super"):
                self._raised_styles.add(self._style)

    def data(self, text: str) -> None:
        """Characters of an element."""
        if not self._left_out and self._open and self._is_printed():
            self._add(text.translate(SUPERSCRIPT) if any(self._raised) else text)

    def end(self, _: str) -> None:
        """An element ends."""
        name = self._names.pop()
        if name in _LEFT_OUT or len(self._names) >= _DEEPEST:
            self._left_out -= 1
        elif self._left_out:
            return
        elif name in {"w:r", "text:span", "text:hidden-text"}:
            self._struck.pop()
            self._raised.pop()
        elif name in _PARAGRAPHS:
            ended = self._open.pop()
            if self._open:
                self._behind.append(ended)
                return
            for paragraph in (ended, *self._behind):
                self._keep(paragraph)
            self._behind.clear()

    def close(self) -> None:
        """The document ends."""

    def _is_printed(self) -> bool:
        """Whether characters here are words: Word sets them in elements of their own."""
        return self._names[-1] == "w:t" or self._names[-1].startswith("text:")

    def _in_text(self) -> bool:
        return bool(self._open) and "w:pPr" not in self._names

    def _add(self, text: str) -> None:
        paragraph = self._open[-1]
        paragraph.whole.append(text)
        if not any(self._struck):
            paragraph.words.append(text)

    def _keep(self, paragraph: _Paragraph) -> None:
        kept = [(paragraph.words, Zone.MAIN)]
        if len(paragraph.whole) > len(paragraph.words):
            kept.append((paragraph.whole, Zone.WITHDRAWN))
        for words, zone in kept:
            lines = (" ".join(line.split()) for line in "".join(words).split("\n"))
            text = "\n".join(line for line in lines if line)
            if text:
                self.blocks.append((text, zone))


def _named(tag: str) -> str:
    """An element's name with the prefix that is used here, whatever the document's own is."""
    space, _, local = tag.removeprefix("{").rpartition("}")
    return f"{_PREFIXES.get(space, '')}:{local}"


def _value(attributes: Mapping[str, str], local: str) -> str:
    """The attribute of a name, whatever its prefix; empty where there is none."""
    return next((text for name, text in attributes.items() if name.endswith(f"}}{local}")), "")
