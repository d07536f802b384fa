"""HTML and XHTML to a page.

The order of the text: what a reader sees, in reading order; then what the page says of itself as
data, the ``articleBody`` of its JSON-LD first; then what no reader sees.
"""

from collections.abc import Sequence

from audit.markup.json_ld import StructuredArticle, structured_article
from audit.markup.xml import XHTML_SUFFIXES, Root
from audit.model import Page, Zone
from audit.page.fragments import fragment_lines
from audit.page.html.text import HtmlText, html_text
from audit.page.html.wholeness.why import SUBSCRIPTION, Wholeness, wholeness
from audit.page.json.text import script_words
from audit.page.layout import joined, unless_unexpanded
from audit.page.reader import PageReader, Received

_FRAMES = "made of frames: their pages hold the text"
_SCRIPT = "made by a script that was not run: save it from a browser"
_SHELL = 1500  # characters: a page that shows fewer, and keeps more in a script, is made by it


def html_page(markup: str, url: str | None, *, xml: bool = False) -> Page:
    """A page of HTML, or with ``xml`` of XHTML."""
    found = html_text(markup, xml=xml)
    article = structured_article(found.scripts)
    bodies = [line for body in article.bodies for line in fragment_lines(body)]
    states = _kept_by_scripts(found)
    text, blocks = joined((
        *found.blocks,
        *((line, Zone.STRUCTURED) for line in (*bodies, *_said_of_itself(found, article, bodies))),
        *((line, Zone.FOLDED) for line in found.folded),
        *((line, Zone.WITHDRAWN) for line in found.withdrawn),
        *((line, Zone.HIDDEN) for line in (*found.hidden, *states)),
    ))  # fmt: skip
    why = _why_not_whole(found, article, bodies, states)
    how_whole = Wholeness(why) if why else wholeness(markup, found, article, bodies, url)
    why = how_whole.why
    return Page(
        text,
        blocks,
        title=found.title,
        language=found.language,
        url=url,
        whole=not why,
        why_not_whole=why,
        seams=tuple(blocks[index].start + offset for index, offset in found.seams),
        for_subscribers=why == SUBSCRIPTION,
        sparse=how_whole.is_sparse,
    )


def _said_of_itself(
    found: HtmlText, article: StructuredArticle, bodies: Sequence[str]
) -> Sequence[str]:
    """Summaries and descriptions that do not stand in the text that is seen."""
    said = [line for text in article.summaries for line in fragment_lines(text)]
    said += found.descriptions
    if not said:
        return ()
    seen = "\n".join((*(text for text, _ in found.blocks), *bodies))
    return [line for line in dict.fromkeys(said) if line not in seen]


def _kept_by_scripts(found: HtmlText) -> Sequence[str]:
    """The prose in the scripts of a page that shows little itself."""
    if sum(len(text) for text, _ in found.blocks) >= _SHELL:
        return ()
    return [line for state in found.states for line in script_words(state)]


def _why_not_whole(
    found: HtmlText, article: StructuredArticle, bodies: Sequence[str], states: Sequence[str]
) -> str:
    if found.framed and not found.blocks:
        return _FRAMES
    if not article.free:
        return SUBSCRIPTION
    is_shell = bool(states) and (not found.blocks or sum(map(len, states)) > _SHELL)
    return _SCRIPT if is_shell and not bodies else ""


def _read_html(source: Received) -> Page | None:
    if source.said != "html" and source.root is not Root.HTML:
        return None
    # To HTML, a document type ends at its first '>'.
    return unless_unexpanded(html_page(source.text, source.url), *source.without_subset, xml=False)


def _read_xhtml(source: Received) -> Page | None:
    if source.said != "xhtml" and source.root is not Root.XHTML:
        return None
    page = html_page(source.without_subset[0], source.url, xml=True)
    return unless_unexpanded(page, *source.without_subset, xml=True)


READER = PageReader("html", _read_html, media_types=("text/html",), also=("xml", None))
XHTML_READER = PageReader(
    *("xhtml", _read_xhtml, ("application/xhtml+xml",), XHTML_SUFFIXES),
    also=("xml", None),
)
