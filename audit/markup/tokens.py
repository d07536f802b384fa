"""Markup to a flat run of texts and tags, as fast as Python can and in linear time.

The tokenizer of the WHATWG HTML standard (13.2.5), as far as text goes: what a browser takes for
text, for a tag and for a comment is so here. Kinder than the standard in one point: a tag whose
quotation mark never closes ends at the next '>', where a browser drops the rest of the page.
"""

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

COMMENT = "!"
CDATA = "!["
"""The names under which comments and the CDATA sections of XML are given; no tag has them."""

LITERAL = frozenset({"iframe", "noembed", "noframes", "plaintext", "script", "style", "xmp"})
"""Elements in which neither tags nor references count."""

_SPACE = r"[\t\n\f\r ]"
_ATTRIBUTES = (
    rf"""[^>=]*+(?:={_SPACE}*+(?:"[^"]*+"|'[^']*+'|[^\t\n\f\r >"'][^\t\n\f\r >]*+)?+[^>=]*+)*+"""
)
_NAME = r"([a-zA-Z][^\t\n\f\r />]*+)"
# Every quantifier is possessive and each match ends at '>' or at the end: no place is looked at
# twice.
_TAG = re.compile(rf"<(?:{_NAME}({_ATTRIBUTES})>?|/{_NAME}[^>]*+>?|([!?/]))")
_LENIENT_TAG = re.compile(rf"<(?:{_NAME}([^>]*+)>?|/{_NAME}[^>]*+>?|([!?/]))")
_ATTRIBUTE = re.compile(
    r"""([^\t\n\f\r />][^\t\n\f\r />=]*+)"""
    rf"""(?:{_SPACE}*+={_SPACE}*+(?:"([^"]*+)"|'([^']*+)'|([^\t\n\f\r >]*+)))?+"""
)
_RAW_END = {
    name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE)
    for name in (*LITERAL, "textarea", "title")
}
_COMMENT_END = re.compile(r"--!?>")
_LONG_NUMBER = re.compile(r"&#(?:[0-9]{20,}|[xX][0-9a-fA-F]{20,});?")
_REFERENCE = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]{0,31});?")
_NAMED = re.compile(r"&([a-zA-Z][a-zA-Z0-9]{0,31})(;?)(=?)")
_MOST_NAMES = 2000  # that are kept; a page with more has made them up
_NEARBY = 2000  # characters in which the <svg> around a <style/> is looked for


class _Lowered(dict[str, str]):
    """Names of tags in lower case: one string for all that are the same, hashed once."""

    def __missing__(self, name: str) -> str:
        if len(self) >= _MOST_NAMES or len(name) > 40:
            return name.lower()
        lowered = self[name] = name.lower()
        return lowered


_LOWERED = _Lowered()


def tags(markup: str, *, xml: bool = False) -> Iterator[tuple[str, str, str | None, int]]:
    """The markup as (text, tag, rest, at): a text, and what follows it at offset ``at``.

    ``tag`` is the lower-case name of a tag, ``COMMENT``, ``CDATA`` or, at the end of a stretch,
    empty. ``rest`` is what else stands in a start tag, unread, or the text of the comment; None
    for an end tag. With ``xml``, CDATA sections count and no element is special.
    """
    at, size = 0, len(markup)
    pattern = _TAG
    literal = ""  # the element whose end tag alone counts now
    unclosed: set[str] = set()  # those that have no end tag any more
    while at < size:
        if literal:
            closing = _RAW_END[literal].search(markup, at)
            if closing is None:
                if literal in LITERAL:
                    break
                unclosed.add(literal)
            if closing is not None:
                yield markup[at : closing.start()], "", "", closing.start()
                at = closing.start()
            literal = ""
        for match in pattern.finditer(markup, at):
            start = match.start()
            tag, rest, ended, other = match.groups()
            text = markup[at:start]
            if other is not None:
                at, tag, rest = _declaration(markup, start, other, xml=xml)
                yield text, tag, rest, start
                break
            at = match.end()
            if at == size and markup[-1] != ">" and pattern is _TAG:
                # It is cut off, or its quotation mark swallowed what follows.
                yield text, "", "", start
                at = start if markup.find(">", start) >= 0 else at
                pattern = _LENIENT_TAG
                break
            if tag is None:
                yield text, _LOWERED[ended], None, start
                continue
            tag = _LOWERED[tag]
            yield text, tag, rest, start
            if tag in _RAW_END and not (
                xml or tag in unclosed or _closes_itself(markup, start, rest)
            ):
                literal = tag
                break
        else:
            break
    if at < size:
        yield markup[at:], "", "", size


def attributes_of(rest: str) -> dict[str, str]:
    """The attributes of a tag by lower-case name, of two of a name the first.

    References decoded.
    """
    found = _ATTRIBUTE.findall(rest)
    found.reverse()
    attributes = {name: double or single or bare for name, double, single, bare in found}
    if "&" in rest:
        attributes = {name: _decoded_value(value) for name, value in attributes.items()}
    if rest.islower():
        return attributes
    return {name.lower(): value for name, value in attributes.items()}


def decoded(text: str) -> str:
    """A text with its character references decoded (HTML, 13.2.5.72), those without ';' too."""
    if "&" not in text:
        return text
    return unescape(_LONG_NUMBER.sub("\ufffd", text))


def pieces(text: str, at: int) -> Iterator[tuple[str, int]]:
    """A text at offset ``at`` as (decoded text, offset) pieces, one for each reference."""
    done = 0
    for match in _REFERENCE.finditer(text):
        if done < match.start():
            yield text[done : match.start()], at + done
        yield decoded(match.group()), at + match.start()
        done = match.end()
    if done < len(text):
        yield text[done:], at + done


def _decoded_value(value: str) -> str:
    """In ``?a=1&copy=2`` the ``&copy`` is no reference (HTML, 13.2.5.73)."""
    return decoded(_NAMED.sub(_literal_if_ambiguous, value))


def _literal_if_ambiguous(match: re.Match[str]) -> str:
    name, semicolon, equals = match.groups()
    known = name + semicolon in html5 and not (equals and not semicolon)
    return match[0] if known else f"&amp;{match[0][1:]}"


def _declaration(markup: str, start: int, mark: str, *, xml: bool) -> tuple[int, str, str]:
    """Where what begins with '<!', '<?' or '</' ends, what it is, and its text."""
    if markup.startswith("<!--", start):
        if markup.startswith((">", "->"), start + 4):  # an empty comment, closed at once
            return markup.index(">", start + 4) + 1, COMMENT, ""
        closing = _COMMENT_END.search(markup, start + 4)
        if closing is None:
            return len(markup), COMMENT, markup[start + 4 :]
        return closing.end(), COMMENT, markup[start + 4 : closing.start()]
    if xml and markup.startswith("<![CDATA[", start):
        end = markup.find("]]>", start + 9)
        return (
            (end + 3, CDATA, markup[start + 9 : end])
            if end >= 0
            else (len(markup), CDATA, markup[start + 9 :])
        )
    if mark == "/" and start + 2 >= len(markup):
        return len(markup), "", ""
    end = markup.find(">", start + 2)
    if end < 0:
        return len(markup), COMMENT, markup[start + 1 :]
    return end + 1, COMMENT, markup[start + 1 : end]


def _closes_itself(markup: str, start: int, rest: str) -> bool:
    """Whether a tag is written '<style/>' where that counts: in SVG."""
    if not rest.endswith("/"):
        return False
    nearby = max(0, start - _NEARBY)
    return markup.rfind("<svg", nearby, start) > markup.rfind("</svg", nearby, start)
