"""Safari's web archives to the pages in them: a property list with the page and its frames."""

import plistlib
import re
from collections.abc import Iterator
from typing import Any
from xml.parsers.expat import ExpatError

from audit.model import Page
from audit.page.layout import unread
from audit.page.reader import Inner, PageReader, Received, Unwrapped

_BINARY = b"bplist00"
_XML_MARK = b"<!DOCTYPE plist"
_BEGINS_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,99}<")  # else it stands below something: a mail
_SNIFFED = 1000  # bytes
_KEY = b"WebMainResource"
_MOST_FRAMES = 50
_DEEPEST = 3  # frames inside each other
_BROKEN = "a broken web archive: save the page anew"


def _read(source: Received) -> Page | Unwrapped | None:
    data = source.data
    is_xml = _BEGINS_XML.match(data) and _XML_MARK in data[:_SNIFFED]
    if not (data.startswith(_BINARY) or is_xml):
        return None
    if _KEY not in data:
        return unread("a property list, not a page", source.url)
    try:
        archive = plistlib.loads(data)
    # What no property list is fails in as many ways inside the library.
    except (plistlib.InvalidFileException, ExpatError, ValueError, TypeError, LookupError):
        return unread(_BROKEN, source.url)
    except (AttributeError, OverflowError, RecursionError, MemoryError):
        return unread(_BROKEN, source.url)
    pages = list(_pages(archive, 0))[:_MOST_FRAMES]
    return Unwrapped(tuple(pages)) if pages else unread(_BROKEN, source.url)


def _pages(archive: Any, depth: int) -> Iterator[Inner]:
    if not isinstance(archive, dict) or depth > _DEEPEST:
        return
    main = archive.get("WebMainResource")
    data = main.get("WebResourceData") if isinstance(main, dict) else None
    if isinstance(main, dict) and isinstance(data, bytes):
        media_type = str(main.get("WebResourceMIMEType") or "text/html")[:200]
        charset = main.get("WebResourceTextEncodingName")
        named = f"; charset={str(charset)[:40]}" if charset else ""
        yield Inner(data, media_type + named)
    frames = archive.get("WebSubframeArchives")
    for frame in frames[:_MOST_FRAMES] if isinstance(frames, list) else ():
        yield from _pages(frame, depth + 1)


READER = PageReader(
    "webarchive",
    _read,
    media_types=("application/x-webarchive",),
    suffixes=(".webarchive",),
    always=True,
    packed=True,
)
