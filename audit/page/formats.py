"""From the bytes of a source to its text, block by block, each with its zone.

The order of the text: what a reader sees, in reading order; then what the page says of itself as data, the
``articleBody`` of its JSON-LD first; then what no reader sees.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from audit.markup.charset import decode_page, is_binary
from audit.markup.json_ld import parse_json, structured_article
from audit.model import Page, PageBlock, Zone
from audit.page.captions import is_captions, turns
from audit.page.entities import why_unexpanded, without_subset
from audit.page.fragments import fragment_lines
from audit.page.html.text import html_text
from audit.page.json_text import json_text, script_words
from audit.page.kinds import Kind, is_pdf, kind_of, kind_of_text
from audit.page.markdown_text import markdown_html
from audit.page.pdf_text import can_read_pdf, pdf_pages
from audit.page.post_facts import post_facts
from audit.page.xml_text import xml_text

_MARKUP = frozenset({Kind.HTML, Kind.XHTML, Kind.XML, None})
"""What may have a document type; None is not known yet."""
_SUBSCRIPTION = "behind a subscription"
_SHELL = 1500  # characters: a page that shows fewer, and keeps more in a script, is made by it


def source_text(data: bytes, content_type: str | None = None, url: str | None = None) -> Page:
    """The text of a source: HTML, XML, JSON, Markdown, captions, PDF or plain text; never an error.

    Args:
        data: The body as received, after transfer and content decoding.
        content_type: The Content-Type header, if there was one; without one, the bytes tell.
        url: Where it came from.

    Returns:
        The page. What holds no text that can be read is empty and not whole; so is not whole what
        says of itself that a subscription hides a part of it.
    """
    if not data:
        return Page("", (), url=url)
    page = _page(data, content_type, url)
    if page.whole and not page.text.strip():
        return replace(page, whole=False, why_not_whole="no words could be found in it")
    return page


def _page(data: bytes, content_type: str | None, url: str | None) -> Page:
    if is_pdf(data):
        return _pdf_page(data, url)
    kind = kind_of(content_type, url)
    if kind is Kind.NO_TEXT:
        return _unread("not text", url)
    text = decode_page(data, content_type)
    if kind in (Kind.TEXT, None) and is_captions(text):
        return _captions_page(_with_line_feeds(text), url)
    if kind in (Kind.JSON, None) and text.lstrip()[:1] in ("{", "["):
        value = parse_json(text)
        if value is not None:
            return _json_page(value, url)
    bare, subset = without_subset(text) if kind in _MARKUP else (text, "")
    if kind in (Kind.XML, None):
        kind = kind_of_text(bare) or kind
    if kind in _MARKUP and kind is not None:
        is_xml = kind is not Kind.HTML
        markup = bare if is_xml else text  # to HTML, a document type ends at its first '>'
        page = _xml_page(markup, url) if kind is Kind.XML else _html_page(markup, url, xml=is_xml)
        why = why_unexpanded(bare, subset, xml=is_xml)
        return replace(page, whole=False, why_not_whole=why) if why and page.whole else page
    if kind is None and is_binary(data):
        return _unread("not text", url)
    text = _with_line_feeds(text)
    if kind is Kind.MARKDOWN:
        return _html_page(markdown_html(text), url)
    why = "its JSON cannot be read" if kind is Kind.JSON else ""
    return Page(text, tuple(_paragraphs(text)), url=url, whole=not why, why_not_whole=why)


def _html_page(markup: str, url: str | None, *, xml: bool = False) -> Page:
    found = html_text(markup, xml=xml)
    article = structured_article(found.scripts)
    structured = [line for body in article.bodies for line in fragment_lines(body)]
    said = [line for text in article.summaries for line in fragment_lines(text)]
    said += found.descriptions
    if said:
        seen = "\n".join((*(text for text, _ in found.blocks), *structured))
        said = [line for line in dict.fromkeys(said) if line not in seen]
    why = "" if article.free else _SUBSCRIPTION
    hidden = list(found.hidden)
    if sum(len(text) for text, _ in found.blocks) < _SHELL:
        hidden += (states := [line for state in found.states for line in script_words(state)])
        if sum(map(len, states)) > _SHELL and not structured:
            why = why or "made by a script that was not run: save it from a browser"
    text, blocks = _joined((
        *found.blocks,
        *((line, Zone.STRUCTURED) for line in (*structured, *said)),
        *((line, Zone.HIDDEN) for line in hidden),
    ))  # fmt: skip
    if found.framed and not found.blocks:
        why = "made of frames: their pages hold the text"
    return Page(
        text,
        blocks,
        title=found.title,
        language=found.language,
        url=url,
        whole=not why,
        why_not_whole=why,
        seams=tuple(blocks[index].start + offset for index, offset in found.seams),
        for_subscribers=why == _SUBSCRIPTION,
    )


def _json_page(value: object, url: str | None) -> Page:
    facts = post_facts(value)
    if facts.is_notice:
        return _unread(facts.cut, url)
    found = json_text(value)
    if found.is_post and not found.paragraphs:
        return _unread("an embed without the words of the post", url)
    text, blocks = _joined((
        *((paragraph, Zone.MAIN) for paragraph in found.paragraphs),
        *((paragraph, Zone.COMMENTS) for paragraph in found.replies),
    ))  # fmt: skip
    return Page(
        text,
        blocks,
        title=found.author,
        url=url,
        whole=not facts.cut,
        why_not_whole=facts.cut,
        post=facts.post,
    )


def _xml_page(markup: str, url: str | None) -> Page:
    title, paragraphs = xml_text(markup)
    text, blocks = _joined((paragraph, Zone.MAIN) for paragraph in paragraphs)
    return Page(text, blocks, title=title, url=url)


def _captions_page(text: str, url: str | None) -> Page:
    said = turns(text)
    joined, blocks = _joined((turn.text, Zone.MAIN) for turn in said)
    times = tuple(
        (block.start + offset, seconds)
        for block, turn in zip(blocks, said, strict=True)
        for offset, seconds in turn.times
    )
    return Page(joined, blocks, url=url, times=times)


def _pdf_page(data: bytes, url: str | None) -> Page:
    if not can_read_pdf():
        return _unread("a PDF: install citeaudit[pdf] to have it read", url)
    pages = pdf_pages(data)
    if pages is None:
        return _unread("a PDF that cannot be read", url)
    text = "\n".join(pages)
    if not text.strip():
        return _unread("a PDF of images, without text", url)
    starts: list[int] = []
    at = 0
    for page in pages:
        starts.append(at)
        at += len(page) + 1
    return Page(text, tuple(_paragraphs(text)), url=url, sheets=tuple(starts))


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _paragraphs(text: str) -> Iterator[PageBlock]:
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


def _joined(parts: Iterable[tuple[str, Zone]]) -> tuple[str, tuple[PageBlock, ...]]:
    """Blocks as one text, a line end between them, so that words neither glue nor split."""
    texts: list[str] = []
    blocks: list[PageBlock] = []
    at = 0
    for text, zone in parts:
        texts.append(text)
        blocks.append(PageBlock(at, at + len(text), zone))
        at += len(text) + 1
    return "\n".join(texts), tuple(blocks)


def _unread(why: str, url: str | None) -> Page:
    return Page("", (), url=url, whole=False, why_not_whole=why)
