"""HTML source to tokens that know where in the file they stand.

A subset of the tokenizer of the WHATWG HTML standard (13.2.5): what a browser takes for text, for a
tag, for a comment is so here. Written here because neither of the usual parsers will do: lxml and
with it Beautiful Soup forget where in the file a text stands, and the ``html.parser`` of Python
3.11 takes quadratic time on unclosed constructs. This one looks at no character more than a fixed
number of times and does not recurse.

Left out: the escaped states of ``<script>``, since nothing in a script is text here; and CDATA
sections, which only SVG and MathML have, are comments everywhere.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from html import unescape
from html.entities import html5


class TokenKind(Enum):
    """What a token is."""

    TEXT = auto()  # text in which character references count
    RAW = auto()  # the inside of a script, a style …
    START = auto()
    END = auto()
    COMMENT = auto()  # one that is meant for us, whole; others are passed over


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch ``source[start:end]``; ``name`` is of a tag, or of the element a RAW text is in."""

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


_NAME = re.compile(r"[^\t\n\f\r />]+")
_BETWEEN_ATTRIBUTES = re.compile(r"[\t\n\f\r /]*")
_ATTRIBUTE_NAME = re.compile(r"=?[^\t\n\f\r />=]*")
_EQUALS = re.compile(r"[\t\n\f\r ]*=[\t\n\f\r ]*")
_UNQUOTED = re.compile(r"[^\t\n\f\r >]*")
_COMMENT_END = re.compile(r"--!?>")
_FOR_US = re.compile(r"<!--[ \t\r\n]{0,20}citeaudit\b")
_REFERENCE = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]{0,31});?")
_LONGEST_NUMBER = 8  # digits that any code point fits in

_RAW_TEXT = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes"})
_ESCAPABLE_TEXT = frozenset({"title", "textarea"})
_RAW_END = {
    name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE)
    for name in _RAW_TEXT | _ESCAPABLE_TEXT
}


def tokenize(source: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of ``source[start:end]`` in order; doctypes, and comments but our own, are passed over.

    A tag that the end of the file cuts short is dropped, as the standard says.
    """
    source = source if end is None else source[:end]
    at = text_from = start
    while (at := source.find("<", at)) >= 0:
        after, tag = _markup(source, at)
        if after == at:  # a '<' that is text
            at += 1
            continue
        if text_from < at:
            yield Token(TokenKind.TEXT, text_from, at)
        at = text_from = after
        if tag is None:
            continue
        yield tag
        if tag.kind is TokenKind.START and tag.name in _RAW_END:
            closing = _RAW_END[tag.name].search(source, at)
            inside_end = closing.start() if closing else len(source)
            kind = TokenKind.RAW if tag.name in _RAW_TEXT else TokenKind.TEXT
            if at < inside_end:
                yield Token(kind, at, inside_end, tag.name)
            at = text_from = inside_end
    if text_from < len(source):
        yield Token(TokenKind.TEXT, text_from, len(source))


def characters(source: str, token: Token) -> Iterator[tuple[str, int]]:
    """The text of a TEXT token as (text, file offset) pieces, character references decoded."""
    at = token.start
    for match in _REFERENCE.finditer(source, token.start, token.end):
        if at < match.start():
            yield source[at : match.start()], at
        yield _decoded(match.group()), match.start()
        at = match.end()
    if at < token.end:
        yield source[at : token.end], at


def text_of(source: str, token: Token) -> str:
    """The text of a TEXT token."""
    return "".join(piece for piece, _ in characters(source, token))


def _markup(source: str, at: int) -> tuple[int, Token | None]:
    """Where the markup that begins at ``at`` ends, and its tag; ``at`` itself when it is text."""
    following = source[at + 1 : at + 2]
    if following.isascii() and following.isalpha():
        return _tag(source, at, at + 1, TokenKind.START)
    if following == "/":
        second = source[at + 2 : at + 3]
        if second.isascii() and second.isalpha():
            return _tag(source, at, at + 2, TokenKind.END)
        return (_past(source, ">", at + 2), None) if second else (at, None)
    if source.startswith("!--", at + 1):
        if source.startswith((">", "->"), at + 4):  # an empty comment, closed at once
            return source.index(">", at + 4) + 1, None
        closing = _COMMENT_END.search(source, at + 4)
        if closing is None:
            return len(source), None
        end = closing.end()
        return end, Token(TokenKind.COMMENT, at, end) if _FOR_US.match(source, at) else None
    if following in {"!", "?"}:
        return _past(source, ">", at + 2), None
    return at, None


def _past(source: str, mark: str, at: int) -> int:
    found = source.find(mark, at)
    return len(source) if found < 0 else found + len(mark)


def _tag(source: str, start: int, name_at: int, kind: TokenKind) -> tuple[int, Token | None]:
    name = _NAME.match(source, name_at)
    assert name is not None  # a letter stands there
    at = name.end()
    attributes: dict[str, str] = {}
    while True:
        at = _end(_BETWEEN_ATTRIBUTES, source, at)
        if at >= len(source):
            return len(source), None
        if source[at] == ">":
            return at + 1, Token(kind, start, at + 1, name.group().lower(), attributes)
        name_end = _end(_ATTRIBUTE_NAME, source, at)
        attribute = source[at:name_end].lower()
        at, value = _value(source, name_end)
        attributes.setdefault(attribute, value)


def _value(source: str, at: int) -> tuple[int, str]:
    """Where the value of an attribute whose name ends at ``at`` ends, and the value."""
    equals = _EQUALS.match(source, at)
    if equals is None:
        return at, ""
    at = equals.end()
    if source[at : at + 1] in {'"', "'"}:
        closing = source.find(source[at], at + 1)
        if closing < 0:
            return len(source), ""
        return closing + 1, _decoded_value(source[at + 1 : closing])
    end = _end(_UNQUOTED, source, at)
    return end, _decoded_value(source[at:end])


def _end(pattern: re.Pattern[str], source: str, at: int) -> int:
    match = pattern.match(source, at)
    assert match is not None  # the patterns match the empty string
    return match.end()


def _decoded_value(value: str) -> str:
    if "&" not in value:
        return value
    return _REFERENCE.sub(lambda match: _decoded_in_value(match, value), value)


def _decoded_in_value(match: re.Match[str], value: str) -> str:
    """In ``?a=1&copy=2`` the ``&copy`` is no reference (13.2.5.73)."""
    reference = match.group()
    if not reference.endswith(";") and reference[1] != "#":
        ambiguous = value[match.end() : match.end() + 1] == "="
        if ambiguous or reference[1:] not in html5:
            return reference
    return _decoded(reference)


def _decoded(reference: str) -> str:
    if reference[1] == "#":
        digits = reference.strip("&#xX;").lstrip("0")
        if len(digits) > _LONGEST_NUMBER:
            return "\ufffd"
    return unescape(reference)
