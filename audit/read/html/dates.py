"""The days that a page gives for its publication and its last change."""

import re

from audit.read.html.metadata import read_head

_META = re.compile(rb"<meta\b[^<>]{1,2000}>", re.IGNORECASE)
_SCRIPT = re.compile(rb"<script\b[^<>]{0,1000}ld\+json[^<>]{0,1000}>", re.IGNORECASE)
_END = b"</script>"
_MOST = 2_000_000  # characters of such elements


def read_dates(page: bytes) -> tuple[str | None, str | None]:
    """The days of publication and of the last change (ISO 8601), by JSON-LD or ``<meta>``.

    Only the elements that can say so are read: a page of a source is large, and they are few. A
    page whose encoding does not keep ASCII as it is (UTF-16) gives none.
    """
    pieces = [match.group() for match in _META.finditer(page)]
    at = 0
    while opening := _SCRIPT.search(page, at):
        end = page.find(_END, opening.end())
        if end < 0:
            break
        at = end + len(_END)
        pieces.append(page[opening.start() : at])
    source = b"".join(pieces)[:_MOST].decode("latin-1")
    head = read_head(source)
    return head.published, head.modified
