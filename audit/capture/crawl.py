"""The pages of a crawl: a WARC or WACZ file whose pages are articles to audit."""

from collections.abc import Callable, Iterator
from pathlib import Path

from audit.capture.archive.records import scan
from audit.capture.http.policy import without_credentials
from audit.model.addresses import path_of

_HTML = (b"text/html", b"application/xhtml+xml")
_LONGEST_HEAD = 16_384  # bytes of an answer's head


def crawled_pages(path: Path, cut: Callable[[int], None] | None = None) -> Iterator[str]:
    """The addresses of the HTML pages in an archive that were found (200), each once, in its order.

    The first page of a site is none: it lists articles.

    Args:
        path: The archive.
        cut: Told the offset at which its whole records end, where its last one is cut short.

    Raises:
        CaptureError: The archive cannot be read.
    """
    seen: set[str] = set()
    for record in scan(path, cut):
        url = without_credentials(record.uri).partition("#")[0]
        if record.kind != "response" or url in seen or path_of(url) in {"", "/"}:
            continue
        if url.startswith(("http://", "https://")) and _is_page(record.opening):
            seen.add(url)
            yield url


def _is_page(opening: bytes) -> bool:
    head = opening[:_LONGEST_HEAD].partition(b"\r\n\r\n")[0].lower()
    status, *fields = head.split(b"\r\n")
    if not status.startswith(b"http/") or status.split(b" ")[1:2] != [b"200"]:
        return False
    types = (
        value.strip()
        for name, _, value in (each.partition(b":") for each in fields)
        if name == b"content-type"
    )
    return next(types, b"").startswith(_HTML)
