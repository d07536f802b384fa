"""Pages in a list: JSON Lines (https://jsonlines.org), an object for each page.

    {"url": "https://…", "html": "<html>…", "title": "…", "date": "2026-11-29"}

``url`` and either ``html`` or ``text`` are needed; ``date`` is that of publication, in ISO 8601 or
as mails have it (RFC 5322). Other keys are left alone.
"""

import gzip
import json
import re
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from email.utils import parsedate_to_datetime
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO, cast

from audit.capture import supplied
from audit.corpus.entry import Kept
from audit.corpus.given import Complain, Given, GivenCapture, GivenText
from audit.errors import UsageError
from audit.files import open_file
from audit.model import Page, PageBlock, Zone
from audit.page.layout import paragraphs
from audit.read import is_url

_LONGEST_LINE = 40_000_000  # bytes
_LONGEST_TITLE = 1_000  # characters
_LONGEST_URL = 4_000
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class _WrongError(Exception):
    """A line is no page; the text says why."""


def pages_in(path: Path, complain: Complain) -> Iterator[Given]:
    """The pages of a list; a line that is none is told, and the next one read.

    Raises:
        UsageError: The file cannot be read, or a line has no end.
    """
    try:
        with ExitStack() as stack:
            lines = stack.enter_context(open_file(path))
            if path.suffix.lower() == ".gz":
                lines = cast("BinaryIO", stack.enter_context(gzip.open(lines)))
            for number in count(1):
                line = lines.readline(_LONGEST_LINE)
                if not line:
                    break
                name = f"{path}, line {number}"
                if len(line) == _LONGEST_LINE:
                    most = _LONGEST_LINE // 1_000_000
                    raise UsageError(f"{name}: is longer than {most} MB; is it JSON Lines?")
                if line.strip():
                    try:
                        page = _page(line, name)
                    except _WrongError as error:
                        complain(name, str(error))
                    else:
                        yield page
    except (OSError, EOFError, zlib.error) as error:
        why = getattr(error, "strerror", None) or "it is damaged"
        raise UsageError(f"{path}: cannot be read ({why})") from error


def _page(line: bytes, name: str) -> Given:
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError):
        raise _WrongError("is no JSON object") from None
    if not isinstance(row, dict):
        raise _WrongError("is no JSON object")
    url, html, text = (_said(row, key) for key in ("url", "html", "text"))
    if url is None or not is_url(url) or len(url) > _LONGEST_URL or not url.isprintable():
        raise _WrongError("has no address (url)")
    if html is not None:
        capture = supplied(url, html.encode(), content_type="text/html; charset=utf-8", file=name)
        return GivenCapture(name, capture, _day(row), _title(row))
    if text is None:
        raise _WrongError("has neither html nor text")
    page = _of_text(text, url, _title(row))
    return GivenText(name, Kept(url, sha256(text.encode()).hexdigest(), page, _day(row)))


def _of_text(text: str, url: str, title: str | None) -> Page:
    """A page of plain text, its title above it where it does not stand there already."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if title is None or text.lstrip().startswith(title):
        return Page(text, tuple(paragraphs(text)), title=title, url=url)
    above = f"{title}\n\n"
    blocks = (
        PageBlock(block.start + len(above), block.end + len(above), block.zone)
        for block in paragraphs(text)
    )
    return Page(
        above + text, (PageBlock(0, len(title), Zone.HEADLINE), *blocks), title=title, url=url
    )


def _said(row: dict[str, Any], key: str) -> str | None:
    """A text without the halves of characters that JSON may have; None where it is empty."""
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        return None
    return value.encode("utf-8", "replace").decode()


def _title(row: dict[str, Any]) -> str | None:
    title = _said(row, "title")
    return " ".join(title[:_LONGEST_TITLE].split()) if title is not None else None


def _day(row: dict[str, Any]) -> str | None:
    given = (_said(row, "date") or "").strip()
    try:
        if (day := _DAY.match(given)) is not None:
            return date.fromisoformat(day.group()).isoformat()
        return parsedate_to_datetime(given).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
