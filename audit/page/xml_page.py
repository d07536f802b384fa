"""Feeds and other XML to a page: every element's words, escaped markup among them."""

from audit.markup.tokens import CDATA, COMMENT, decoded, tags
from audit.markup.xml import Root
from audit.model import Page, Zone
from audit.page.fragments import fragment_lines
from audit.page.layout import joined, unless_unexpanded
from audit.page.reader import PageReader, Received

_IN_LINE = frozenset({
    *("a", "abbr", "b", "bold", "cite", "code", "em", "i", "italic", "mark", "person", "q", "small"),
    *("span", "strong", "sub", "sup", "u", "xref"),
})  # fmt: skip
_ADDRESSES = ("http://", "https://", "urn:", "tag:")


def xml_text(markup: str) -> tuple[str | None, tuple[str, ...]]:
    """The title and the paragraphs of an XML document: RSS, Atom, or any other. Never an error."""
    title: str | None = None
    paragraphs: list[str] = []
    pieces: list[str] = []

    def finish(ended: str) -> None:
        nonlocal title
        text = "".join(pieces).strip()
        pieces.clear()
        if not text or (text.startswith(_ADDRESSES) and " " not in text):
            return
        lines = [" ".join(line.split()) for line in fragment_lines(text)]
        if ended == "title" and title is None:
            title = " ".join(lines) or None
        paragraphs.extend(lines)

    for text, tag, rest, _ in tags(markup, xml=True):
        pieces.append(decoded(text))
        if tag == CDATA:
            pieces.append(rest or "")
        elif tag and tag != COMMENT and tag.rpartition(":")[2] not in _IN_LINE:
            finish(tag.rpartition(":")[2] if rest is None else "")
    finish("")
    return title, tuple(paragraphs)


def _read(source: Received) -> Page | None:
    if source.said != "xml" and source.root is not Root.XML:
        return None
    markup, subset = source.without_subset
    title, paragraphs = xml_text(markup)
    text, blocks = joined((paragraph, Zone.MAIN) for paragraph in paragraphs)
    page = Page(text, blocks, title=title, url=source.url)
    return unless_unexpanded(page, markup, subset, xml=True)


READER = PageReader("xml", _read, media_types=("application/xml", "text/xml", "+xml"), also=(None,))
