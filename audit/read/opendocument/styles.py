"""What the styles of a document say of its paragraphs, stretches of text and lists."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from audit.read.opendocument.names import FO, OFFICE, STYLE, TEXT, plain

_LONGEST_LINE = 20  # styles, each the parent of the one before
_UNSAID = frozenset({"", "none", "zxx"})


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str
    withdrawn: bool
    raised: bool


@dataclass(slots=True)
class Styles:
    """The styles of a document, by family and name; ``numbered`` are those of numbered lists."""

    language: str = ""
    numbered: set[str] = field(default_factory=set)
    _styles: dict[tuple[str, str], _Style] = field(default_factory=dict)

    def add(self, root: Any) -> None:
        """Adds the styles that stand in a part; what comes later goes before."""
        for group in root:
            if group.tag not in {f"{OFFICE}styles", f"{OFFICE}automatic-styles"}:
                continue
            for element in group:
                if element.tag == f"{STYLE}style":
                    key = (element.get(f"{STYLE}family", ""), element.get(f"{STYLE}name", ""))
                    self._styles[key] = _style(element)
                elif element.tag == f"{TEXT}list-style" and _is_numbered(element):
                    self.numbered.add(element.get(f"{STYLE}name", ""))
                elif element.tag == f"{STYLE}default-style":
                    self.language = _language(element) or self.language

    def names(self, style: str) -> Iterator[str]:
        """The names of a paragraph's style and of those it is made from, plain, nearest first."""
        for name, _ in self._line("paragraph", style):
            yield plain(name)

    def withdrawn(self, style: str) -> bool:
        """Whether a stretch of text is struck through or hidden: it is no part of the words."""
        return any(each.withdrawn for _, each in self._line("text", style))

    def raised(self, style: str) -> bool:
        """Whether a stretch of text is set higher than its line."""
        return any(each.raised for _, each in self._line("text", style))

    def _line(self, family: str, name: str) -> Iterator[tuple[str, _Style]]:
        for _ in range(_LONGEST_LINE):
            if not name:
                return
            style = self._styles.get((family, name), _Style("", withdrawn=False, raised=False))
            yield name, style
            name = style.parent


def _style(element: Any) -> _Style:
    said = element.find(f"{STYLE}text-properties")
    parent = element.get(f"{STYLE}parent-style-name", "")
    if said is None:
        return _Style(parent, withdrawn=False, raised=False)
    lines = {said.get(f"{STYLE}text-line-through-{each}", "none") for each in ("style", "type")}
    return _Style(
        parent,
        withdrawn=lines != {"none"} or said.get(f"{TEXT}display") == "none",
        raised=said.get(f"{STYLE}text-position", "").startswith("super"),
    )


def _is_numbered(element: Any) -> bool:
    level = element.find(f"{TEXT}list-level-style-number")
    return (
        level is not None
        and level.get(f"{TEXT}level", "1") == "1"
        and bool(level.get(f"{STYLE}num-format", ""))
    )


def _language(element: Any) -> str:
    said = element.find(f"{STYLE}text-properties")
    if element.get(f"{STYLE}family") != "paragraph" or said is None:
        return ""
    language, country = said.get(f"{FO}language", ""), said.get(f"{FO}country", "")
    if language in _UNSAID:
        return ""
    return f"{language}-{country}" if country not in _UNSAID else language
