"""The one way in: a file, standard input or a fetched page becomes an Article."""

import os
import re
from bisect import bisect_right
from hashlib import sha256
from pathlib import Path

from audit.errors import ReadError
from audit.model import Article, Comment, Origin
from audit.read.byline import author_alone, byline_in
from audit.read.date_line import date_line
from audit.read.format import packed_reader, reader_for
from audit.read.loading import load, refuse_what_is_no_text
from audit.read.notes.attach import with_notes
from audit.read.parsed import Parsed
from audit.read.reader import Given

_LINE_END = re.compile(r"\r\n|\r|\n")


def read_article(
    source: str | os.PathLike[str] | bytes,
    format: str | None = None,  # noqa: A002 — the public API names it so
    *,
    url: str | None = None,
    content_type: str | None = None,
    name: str | None = None,
) -> Article:
    """Reads an article, keeping the way back to the lines of its file.

    Args:
        source: The path of a local file, or the bytes of standard input or of a fetched page.
        format: 'html', 'markdown', 'text', 'docx' or 'odt'. Office documents are known by their
            parts; without a format the content type decides, then the suffix of the file, then how
            the bytes begin.
        url: The address that ``source`` was fetched from. Such an article has no lines.
        content_type: The Content-Type header that came with ``source``.
        name: What messages and ``Article.path`` call bytes that were not fetched.

    Raises:
        ReadError: There is no such file, it is no text, or it has no words an audit could read.
        UsageError: ``format`` is no format.
    """
    if isinstance(source, bytes):
        data, called, path = source, name or url or "the article", name
    else:
        called = path = os.fspath(source)
        data = load(Path(source))
    reader = packed_reader(data)
    if reader is None:
        refuse_what_is_no_text(data, called)
        reader = reader_for(data, format, content_type, path or url)
    parsed = with_notes(reader.read(data, Given(called, content_type, url)))
    if not any(parsed.text[block.start : block.end].strip() for block in parsed.blocks):
        raise ReadError(f"{called} has no text of an article: check that it is the right file")
    origin = None if url else _origin(parsed)
    return Article(
        text=parsed.text,
        blocks=parsed.blocks,
        links=parsed.links,
        embeds=parsed.embeds,
        format=reader.format,
        sha256=sha256(data).hexdigest(),
        origin=origin,
        title=parsed.title,
        byline=author_alone(parsed.byline, parsed.language)
        or byline_in(parsed.text, parsed.blocks, parsed.language),
        published=parsed.published or date_line(parsed.text, parsed.blocks),
        language=parsed.language,
        path=path,
        url=url,
        quotations=parsed.quotations,
        comments=() if isinstance(source, bytes) else _comments(parsed, origin),
        notes=parsed.notes,
        marks=parsed.marks,
        canonical=parsed.canonical,
        publisher=parsed.publisher,
    )


def _origin(parsed: Parsed) -> Origin | None:
    """The way back to the lines of a file, None where it has none."""
    if parsed.decoded is None:
        return None
    lead = int(parsed.decoded.startswith("\ufeff"))
    return Origin(parsed.anchors, line_starts(parsed.decoded), lead)


def _comments(parsed: Parsed, origin: Origin | None) -> tuple[Comment, ...]:
    if origin is None:
        return ()
    return tuple(
        Comment(comment.text, bisect_right(origin.line_starts, comment.at), comment.block)
        for comment in parsed.comments
    )


def line_starts(decoded: str) -> tuple[int, ...]:
    """The offsets at which lines begin, as an editor counts them: after LF, CR LF or CR."""
    return (0, *(match.end() for match in _LINE_END.finditer(decoded)))
