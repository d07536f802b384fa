"""What a server says is a picture, a recording or a font."""

from audit.model import Page
from audit.page.layout import unread
from audit.page.reader import PageReader, Received


def _read(source: Received) -> Page:
    return unread("not text", source.url)


READER = PageReader("not-text", _read, media_types=("audio/", "font/", "image/", "video/"))
