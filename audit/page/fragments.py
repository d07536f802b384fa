"""Strings inside JSON: text, or markup, or markup that was escaped once too often."""

import re
from typing import Any

from audit.page.html.text import html_text

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile(r"[\r\n\u2028\u2029]+")


def well_formed(text: str) -> str:
    """A string of JSON as text that can be encoded: it may hold NULs and halves of characters."""
    return _LONE_SURROGATE.sub("\ufffd", text).replace("\0", "")


def one_line(value: Any) -> str | None:
    """A string of JSON on one line; None for what is no string, or an empty one."""
    return " ".join(well_formed(value).split()) or None if isinstance(value, str) else None


def fragment_lines(text: str) -> list[str]:
    """The paragraphs of a string of JSON, without tags, entities decoded."""
    text = well_formed(text)
    if not _TAG.search(text) and _ENTITY.search(text):
        text = _visible(f"<pre>{text}</pre>")  # the lines of what may be plain text stay
    if _TAG.search(text):
        text = _visible(text)
    lines = (line.strip() for line in _LINE_END.split(text))
    return [line for line in lines if line]


def _visible(markup: str) -> str:
    return "\n".join(block for block, _ in html_text(markup).blocks)
