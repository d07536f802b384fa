"""A source as it came, to a page with its text, and to who says what on it."""

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from audit.extract import extract
from audit.extract.language import language_of
from audit.model import (
    READ_WHOLE,
    UNSEEN,
    Article,
    Attribution,
    AttributionKind,
    Block,
    BlockKind,
    Capture,
    Format,
    Outcome,
    Page,
    Source,
    Span,
    Zone,
)
from audit.page import NO_WORDS, source_text
from audit.page.sparse import has_hardly_any_words
from audit.pages.as_json import (
    page_as_json,
    page_of_json,
    voices_alone,
    voices_as_json,
    voices_of_json,
)
from audit.pages.cache import usual_cache

_Made = TypeVar("_Made")

_IN_PART = frozenset({  # what came of the page may have the words all the same
    *(Outcome.TRUNCATED, Outcome.TOO_LARGE, Outcome.TIMED_OUT, Outcome.PAYWALLED),
    *(Outcome.LOGIN_REQUIRED, Outcome.CONSENT_REQUIRED, Outcome.NEEDS_JAVASCRIPT),
})  # fmt: skip
_LONGEST_PART = 2_000_000  # bytes of a page that is not whole: of a bomb there is no end
_BY_OTHERS = (b"%PDF", b"PK\x03\x04")  # what these are read as hangs on what is installed
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_SENTENCE = re.compile(r"\w[.!?。！？](?!\w)")
_READ_BY_NOBODY = frozenset({*UNSEEN, Zone.STRUCTURED})


def can_be_read(capture: Capture) -> bool:
    """Whether an outcome brings words, all of them or a part."""
    return capture.outcome in READ_WHOLE | _IN_PART


def read_page(capture: Capture) -> Page | None:
    """The text of a capture, None where it has none; see ``read_capture``."""
    return read_capture(capture)[1]


def read_capture(capture: Capture) -> tuple[Capture, Page | None]:
    """A capture with its text; the text is marked as not whole when more was there than was read.

    What is no text to the web may be to us: a PDF or an office document that could be read is
    ``captured``.
    """
    if not capture.body or not (can_be_read(capture) or capture.outcome is Outcome.NOT_TEXT):
        return capture, None
    body = capture.body[:_LONGEST_PART] if capture.outcome in _IN_PART else capture.body
    page = _page(body, capture)
    if capture.outcome in READ_WHOLE:
        if not page.text and not page.whole:
            outcome = Outcome.EMPTY if page.why_not_whole == NO_WORDS else Outcome.NOT_TEXT
            return replace(capture, outcome=outcome, reason=page.why_not_whole), None
        # A note of one line is what its owner says the source is; one line among links is not, nor
        # is a page without a sentence, as a browser saves one that waits for its script.
        is_note = capture.file is not None and any(map(str.isalnum, page.text))
        if is_note and capture.content_type in _PAGES:
            is_note = _SENTENCE.search(page.text) is not None
        if is_note and page.sparse and has_hardly_any_words(_blocks_of(page)):
            page = replace(page, sparse=False)
        return capture, page
    if capture.outcome is Outcome.NOT_TEXT:
        if page.text:
            return replace(capture, outcome=Outcome.CAPTURED, reason=""), page
        return replace(capture, reason=page.why_not_whole or capture.reason), None
    return capture, replace(
        page, whole=False, why_not_whole=capture.reason or capture.outcome.value
    )


def _blocks_of(page: Page) -> Iterable[tuple[str, Zone]]:
    return ((page.text[block.start : block.end], block.zone) for block in page.blocks)


def read_source(source: Source, capture: Capture) -> tuple[Capture, Page | None]:
    """A source's capture with its text, heard by a machine where the user says so."""
    capture, page = read_capture(capture)
    return capture, replace(page, heard=True) if page is not None and source.heard else page


def _page(body: bytes, capture: Capture) -> Page:
    """The text of a body, or what it was when it was read before."""
    packed_only = capture.outcome is Outcome.NOT_TEXT
    said = capture.content_type, capture.final_url

    def read() -> Page:
        return source_text(body, *said, packed_only=packed_only)

    if packed_only or body.startswith(_BY_OTHERS):
        return read()
    made_of = "page", hashlib.sha256(body).hexdigest(), *said
    return usual_cache().get(
        made_of,
        read,
        lambda page: page_as_json(page) if page.url == capture.final_url else None,
        lambda told: page_of_json(told, capture.final_url),
    )


def voices_of(page: Page) -> Sequence[Attribution]:
    """Who says what on a source page, as ``extract_page`` has it: names and places alone."""
    if page.voices:
        return extract_page(page)
    blocks = [(block.start, block.end, block.zone.value) for block in page.blocks]
    text = hashlib.sha256(page.text.encode("utf-8", "surrogatepass")).hexdigest()
    return usual_cache().get(
        ("voices", text, blocks, page.url),
        lambda: voices_alone(extract_page(page)),
        voices_as_json,
        lambda told: voices_of_json(told, page.text),
    )


def keep_part(
    made_of: tuple[object, ...],
    make: Callable[[], _Made],
    told: Callable[[_Made], Any],
    read: Callable[[Any], _Made],
) -> _Made:
    """Keeps what comparing works out of a page; see ``audit.model.Keep``."""
    return usual_cache().get(made_of, make, told, read)


def extract_page(page: Page) -> tuple[Attribution, ...]:
    """Who says what on a source page, in the words that its readers see.

    Where captions name the voices, these say it.
    """
    if page.voices:
        return tuple(
            Attribution(
                f"a{number}",
                AttributionKind.DIRECT,
                (Span(voice.start, voice.end, page.text[voice.start : voice.end]),),
                speaker_name=voice.name,
            )
            for number, voice in enumerate(page.voices, 1)
        )
    blocks = tuple(
        Block(
            block.start,
            block.end,
            BlockKind.HEADING if block.zone is Zone.HEADLINE else BlockKind.PARAGRAPH,
        )
        for block in page.blocks
        if block.zone not in _READ_BY_NOBODY
    )
    article = Article(page.text, blocks, (), (), Format.TEXT, sha256="", url=page.url)
    if page.language and language_of(article) is None:
        # what a page declares is often its template's: it is asked only where the words do not tell
        article = replace(article, language=page.language)
    return extract(article)
