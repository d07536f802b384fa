"""A page put together: blocks of words as one text, with the offsets of each."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from audit.markup.xml import why_unexpanded
from audit.model import Page, PageBlock, Zone


def joined(parts: Iterable[tuple[str, Zone]]) -> tuple[str, tuple[PageBlock, ...]]:
    """Blocks as one text, a line end between them, so that words neither glue nor split."""
    texts: list[str] = []
    blocks: list[PageBlock] = []
    at = 0
    for text, zone in parts:
        texts.append(text)
        blocks.append(PageBlock(at, at + len(text), zone))
        at += len(text) + 1
    return "\n".join(texts), tuple(blocks)


def paragraphs(text: str) -> Iterator[PageBlock]:
    """The stretches of lines between blank lines, without the white space around them."""
    start = end = at = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            if start == end:
                start = at + len(line) - len(line.lstrip())
            end = at + len(line.rstrip())
        elif end > start:
            yield PageBlock(start, end, Zone.MAIN)
            start = end
        at += len(line) + 1
    if end > start:
        yield PageBlock(start, end, Zone.MAIN)


def unread(why: str, url: str | None) -> Page:
    """A page without words, and why it has none."""
    return Page("", (), url=url, whole=False, why_not_whole=why)


def unless_unexpanded(page: Page, markup: str, subset: str, *, xml: bool) -> Page:
    """A page, marked as not whole where its document has an entity of its own.

    See ``why_unexpanded``.
    """
    why = why_unexpanded(markup, subset, xml=xml) if page.whole else ""
    return replace(page, whole=False, why_not_whole=why) if why else page
