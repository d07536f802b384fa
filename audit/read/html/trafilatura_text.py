"""What trafilatura takes for the main text of a page, and for its author and date.

Adrien Barbaresi, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and
Extraction", ACL 2021. It loses where in the file a text stands, so it serves as a witness only: the
words themselves come from our own parse.

It is given that parse, built up as a tree, and not the file: so both speak of the same elements,
and markup broken enough to upset its tree walks (an ``<iframe>`` around all, say) never reaches it.
"""

import logging
from dataclasses import dataclass
from typing import Any

import lxml.html
from lxml.etree import SubElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from audit.markup.rendering.elements import NOT_IN_LINE
from audit.read.html.blocks import Element, Outline
from audit.read.html.metadata import iso_date, short_line
from audit.read.runs import Run

# The clock must not change what is read: no date is refused for being in the future.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
_NOT_IN_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
_TOLD_BY = ("class", "id", "role", "itemprop")
_ONCE_ONLY = frozenset({"html", "head", "body"})

for _library in ("trafilatura", "htmldate"):  # what it has to say is no message to our user
    logging.getLogger(_library).addHandler(logging.NullHandler())

_BESIDE_NAMES = " ·•|/,;:–—-"  # what parts a name from the date in its line: 'Jo Marsh · 20 Nov'


@dataclass(frozen=True, slots=True)
class MainText:
    """The main text, and the author and ISO 8601 date that were found beside it."""

    text: str = ""
    author: str | None = None
    published: str | None = None


def main_text(page: Outline) -> MainText:
    """The main text of a page, empty when none is found."""
    document = bare_extraction(
        _tree(page),
        fast=True,
        favor_recall=True,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=_DATES,
    )
    if not isinstance(document, Document):
        return MainText()
    author = (short_line(document.author) or "").strip(_BESIDE_NAMES) or None
    return MainText(document.text or "", author, iso_date(document.date))


def _tree(page: Outline) -> Any:
    """The shown elements and runs of a page as an lxml tree."""
    root = lxml.html.Element("html")
    nodes = {0: SubElement(root, "body")}
    for placed in page.runs:
        at = placed.element
        path = []
        while at not in nodes:
            path.append(at)
            at = page.elements[at].parent
        for index in reversed(path):
            element = page.elements[index]
            nodes[index] = SubElement(nodes[element.parent], _name(element), _attributes(element))
        _write(nodes[placed.element], placed.run)
    return root


def _name(element: Element) -> str:
    known = element.name in NOT_IN_LINE and element.name not in _ONCE_ONLY
    return element.name if known else "div"


def _attributes(element: Element) -> dict[str, str]:
    told = {name: element.attributes.get(name, "") for name in _TOLD_BY}
    return {name: value.translate(_NOT_IN_XML) for name, value in told.items() if value}


def _write(node: Any, run: Run) -> None:
    if node.text or _last(node) is not None:  # runs of one element are apart
        SubElement(node, "br")
        SubElement(node, "br")
    at = 0
    for start, end, href in run.links:
        _append(node, run.text[at:start])
        link = SubElement(node, "a", {"href": href.translate(_NOT_IN_XML)})
        link.text = run.text[start:end].translate(_NOT_IN_XML)
        at = end
    _append(node, run.text[at:])


def _append(node: Any, text: str) -> None:
    text = text.translate(_NOT_IN_XML)
    last = _last(node)
    if last is not None:
        last.tail = (last.tail or "") + text
    else:
        node.text = (node.text or "") + text


def _last(node: Any) -> Any:
    """The last child, None where there is none; lxml counts children one by one."""
    return next(node.iterchildren(reversed=True), None)
