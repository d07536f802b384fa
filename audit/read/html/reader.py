"""The reader of HTML articles."""

import re
from dataclasses import replace

from audit.markup.xml import XHTML_SUFFIXES, is_xhtml, without_subset
from audit.model import Format
from audit.read.decoding import decode_html
from audit.read.parsed import Parsed
from audit.read.reader import Given, Reader

_SNIFFED = 1024  # bytes
_BEGINS = re.compile(
    rb"<(?:!doctype\s+html|!--|html|head|body|meta|title|script|style|link|article|main|section"
    rb"|header|div|h[1-6]|p|blockquote|ul|ol|table|a|b|br)[\s/>-]",
    re.IGNORECASE,
)


def _begins_so(data: bytes) -> bool:
    beginning = data[:_SNIFFED].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\f")
    return _BEGINS.match(beginning) is not None


def _read(data: bytes, given: Given) -> Parsed:
    from audit.read.html.article import read_html  # noqa: PLC0415 — the only user of trafilatura here

    decoded = decode_html(data, given.called, given.content_type)
    xml = is_xhtml(decoded, given.content_type, given.url or given.called)
    markup = without_subset(decoded)[0] if xml else decoded
    return replace(read_html(markup, given.url, xml=xml), decoded=decoded)


READER = Reader(
    Format.HTML,
    (".html", ".htm", *XHTML_SUFFIXES),
    ("text/html", "application/xhtml+xml"),
    _read,
    _begins_so,
)
