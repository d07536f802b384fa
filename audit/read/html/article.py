"""A web page to an article: its main block, with the way back to the file."""

from collections import deque
from collections.abc import Sequence
from itertools import takewhile

from audit.model import BlockKind
from audit.read.assembly import Assembly
from audit.read.comments import covering
from audit.read.html.blocks import Element, Outline, outline
from audit.read.html.main_block import MainBlock, main_block
from audit.read.html.metadata import Head, read_head
from audit.read.html.notes import ordinals, page_notes, placed_notes, raised
from audit.read.html.trafilatura_text import MainText, main_text
from audit.read.links.addresses import resolver
from audit.read.parsed import Parsed
from audit.read.quoting import Cited

_MOST_TAGS = 50_000
_DEEPEST = 200  # elements in elements
_DEEPEST_CELL = 20  # elements around a run, up to its row
_TITLE = "title"


def read_html(source: str, url: str | None = None, *, xml: bool = False) -> Parsed:
    """The article of a page: the text of its main block as a browser shows it.

    The first ``<h1>`` of the main block is the title, no block; else a paragraph that opens it in
    the style of a title, as Google Docs exports one. The words of embedded posts are
    blocks of kind ``embed``. White space and line breaks are as in ``blocks``.

    Args:
        source: The decoded page.
        url: The address it was fetched from; relative links lead from there.
        xml: Whether it is XHTML, in which '<p/>' has ended and CDATA sections are text.

    Raises:
        ReadError: The page has too many elements to be an article.
    """
    page = outline(source, xml=xml)
    head = read_head(source, xml=xml)
    found = _witness(page)
    chosen = main_block(page, found.text)
    headline = _first_h1(page, chosen.runs) or _styled_title(page, chosen.runs)
    assembly = Assembly(resolver(url, head.base, head.canonical))
    of_headline = set(headline)
    notes = page_notes(page, source)
    runs = sorted({*chosen.runs, *notes.runs}) if notes.runs else chosen.runs
    body = [run for run in runs if run not in of_headline]
    blocks = _assemble(assembly, page, chosen, body, Cited(source))
    refs, entries = placed_notes(notes, page, blocks, assembly.blocks)
    title = _words(page, headline) or head.title
    title = title or _words(page, _first_h1(page, range(len(page.runs))))
    return Parsed(
        text=assembly.text,
        blocks=assembly.blocks,
        links=assembly.links,
        embeds=assembly.embeds,
        quotations=assembly.quotations,
        anchors=assembly.anchors,
        title=title or head.window_title,
        byline=head.byline or found.author,
        published=head.published or found.published or head.shown,
        language=head.language,
        comments=covering(
            page.comments,
            blocks,
            [frame.before_run for frame in page.wordless_embeds],
        ),
        refs=refs,
        entries=entries,
        ordinals=ordinals(page, blocks),
        raised=tuple(raised(source, page, blocks, assembly.blocks)),
        canonical=_own_address(head, url),
        publisher=head.publisher,
    )


def _own_address(head: Head, url: str | None) -> str | None:
    """The absolute address that a page gives for itself."""
    told = head.canonical or head.shared
    return resolver(url, head.base, None)(told) if told else None


def _witness(page: Outline) -> MainText:
    """What trafilatura finds, on a page of a size and depth that its tree walks are fit for."""
    if page.tags > _MOST_TAGS or page.depth > _DEEPEST:
        return MainText()
    return main_text(page)


def _first_h1(page: Outline, runs: Sequence[int]) -> list[int]:
    """The runs of the first ``<h1>`` among ``runs``."""
    places = [page.runs[index].element for index in runs]
    first = next((at for at, place in enumerate(places) if _is_h1(page.elements[place])), None)
    return _together(page, runs[first:]) if first is not None else []


def _styled_title(page: Outline, runs: Sequence[int]) -> list[int]:
    """The first runs where they are a paragraph of the class ``title``."""
    if not runs:
        return []
    first = page.elements[page.runs[runs[0]].element]
    is_title = first.name == "p" and _TITLE in first.attributes.get("class", "").lower().split()
    return _together(page, runs) if is_title else []


def _together(page: Outline, runs: Sequence[int]) -> list[int]:
    """The first of some runs, with those of the same element behind it."""
    return list(
        takewhile(lambda index: page.runs[index].element == page.runs[runs[0]].element, runs)
    )


def _is_h1(element: Element) -> bool:
    return element.name == "h1" and element.group is None


def _words(page: Outline, runs: Sequence[int]) -> str | None:
    return " ".join(" ".join(page.runs[index].run.text.split()) for index in runs) or None


def _assemble(
    assembly: Assembly, page: Outline, chosen: MainBlock, body: Sequence[int], cited: Cited
) -> dict[int, int]:
    """Adds the article's runs, and gives the index of the block that each became."""
    blocks = {}
    term: int | None = None
    wordless = deque(frame for frame in page.wordless_embeds if chosen.holds[frame.element])
    for index in (*body, len(page.runs)):
        while wordless and wordless[0].before_run <= index:
            frame = wordless.popleft()
            if frame.title:
                assembly.add(frame.title, BlockKind.EMBED, (frame.group,), frame.post)
            else:
                assembly.add_wordless((frame.group,), frame.post)
        if index < len(page.runs):
            placed = page.runs[index]
            element = page.elements[placed.element]
            group = None if element.group is None else (element.group,)
            blocks[index] = assembly.block_count
            signs = 0 if element.signs else None
            if signs is None and element.quote is not None:
                signs = cited.signs_from(placed.run)
            run = cited.linked(placed.run)
            term = _term(page, placed.element, term)
            row = term if term is not None else _row(page, placed.element)
            assembly.add(
                run,
                element.kind,
                group,
                element.post,
                quote=element.quote,
                signs_from=signs,
                row=row,
            )
    return blocks


def _term(page: Outline, number: int, last: int | None) -> int | None:
    """The index of the ``dt`` that an element of a list of terms belongs to: it is as a row."""
    if page.elements[number].kind is not BlockKind.LIST_ITEM:
        return None
    for _ in range(_DEEPEST_CELL):
        if number < 0 or page.elements[number].name in {"li", "dl"}:
            return None
        if page.elements[number].name in {"dt", "dd"}:
            return number if page.elements[number].name == "dt" else last
        number = page.elements[number].parent
    return None


def _row(page: Outline, number: int) -> int | None:
    """The index of the row that a cell's element stands in; None outside tables."""
    if page.elements[number].kind is not BlockKind.CELL:
        return None
    for _ in range(_DEEPEST_CELL):
        if number < 0 or page.elements[number].name == "tr":
            return number if number >= 0 else None
        number = page.elements[number].parent
    return None
