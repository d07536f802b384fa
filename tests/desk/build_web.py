"""Builds each half's small replayable web, ``HALF/web.warc.gz``, from ``HALF/pages`` and ``sites``.

A page is a file: fields a line each (``url``, ``site``, ``outlet``, ``title``, ``author``, ``date``;
``language``, ``status``, ``location`` and ``type`` where needed), a line ``---``, the body, and, after another
such line, readers' comments. ``sites`` has what stands around the body on sites of a kind. All people,
outlets and facts were invented for this project. Dates and record ids are fixed: the archive comes
out the same each time (WARC/1.1, ISO 28500:2017; one gzip member a record).

    python -m tests.desk.build_web            write the archives
    python -m tests.desk.build_web --check    fail when one is not what would be written
"""

import argparse
import gzip
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from string import Template
from uuid import NAMESPACE_URL, uuid5

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE = Path(__file__).parent
HALVES = (
    "first",
    "second",
    "last",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twentyfirst",
    "twentysecond",
)
FIRST_DATE = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
RULE = "\n---\n"


@dataclass(frozen=True, slots=True)
class WebPage:
    """One address of a small web: the name by which the gold calls it, and its answer."""

    name: str
    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


def read_page(path: Path) -> WebPage:
    """One file of ``pages`` as the server of its site would answer."""
    head, _, rest = path.read_text(encoding="utf-8").partition(RULE)
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    body, _, comments = rest.partition(RULE)
    status = int(fields.get("status", "200"))
    if "location" in fields:
        headers, answer = (("Location", fields["location"]),), b""
    else:
        headers = (("Content-Type", fields.get("type", "text/html; charset=utf-8")),)
        answer = around(fields, body, comments).encode()
    return WebPage(path.stem, fields["url"], status, headers, answer)


def around(fields: dict[str, str], body: str, comments: str) -> str:
    """A body as its site shows it; as it is, where no site is named."""
    if "site" not in fields:
        return body
    template = Template((HERE / "sites" / f"{fields['site']}.html").read_text(encoding="utf-8"))
    return template.substitute({"language": "en"} | fields, body=body, comments=comments)


def pages(half: str) -> list[WebPage]:
    """All pages of a half, by name."""
    return [read_page(path) for path in sorted((HERE / half / "pages").glob("*.page"))]


def archive(half: str) -> bytes:
    """The bytes of a half's archive, gzip-compressed record by record."""
    buffer = BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    for number, page in enumerate(pages(half), start=1):
        write_exchange(writer, number, page)
    return buffer.getvalue()


def write_exchange(writer: WARCWriter, number: int, page: WebPage) -> None:
    """Writes the response of one page."""
    moment = FIRST_DATE + timedelta(seconds=number)
    status = HTTPStatus(page.status)
    writer.write_record(
        writer.create_warc_record(
            page.url,
            "response",
            payload=BytesIO(page.body),
            length=len(page.body),
            http_headers=StatusAndHeaders(
                f"{status.value} {status.phrase}",
                [*page.headers, ("Content-Length", str(len(page.body)))],
                protocol="HTTP/1.1",
            ),
            warc_headers_dict={
                "WARC-Date": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "WARC-Record-ID": f"<{uuid5(NAMESPACE_URL, f'citeaudit desk {page.url}').urn}>",
            },
        )
    )


def main() -> int:
    """Writes or checks the archives; the exit code is 1 when a check fails."""
    parser = argparse.ArgumentParser(description="Builds the archives of tests/desk.")
    parser.add_argument("--check", action="store_true", help="compare only; write nothing")
    check = parser.parse_args().check
    stale = False
    for half in HALVES:
        path, built = HERE / half / "web.warc.gz", archive(half)
        if not check:
            path.write_bytes(built)
            print(f"{half}: {len(pages(half))} pages, {len(built)} bytes")
        # Records are compared, not compressed bytes: zlib's builds compress the same differently.
        elif not path.is_file() or gzip.decompress(path.read_bytes()) != gzip.decompress(built):
            stale = True
            print(f"{half}: not as built from the pages; run python -m tests.desk.build_web")
    return int(stale)


if __name__ == "__main__":
    sys.exit(main())
