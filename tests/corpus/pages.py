"""Pages to be found in a corpus, in every form in which they are given."""

import json
from collections.abc import Mapping
from pathlib import Path

from tests.capture.archives import packed, response
from tests.capture.server import http

QUOTE = "We will not dig a single metre until all 14 conditions of the harbour board are met"
AROUND = (
    "The mayor spoke in a hall full of fishermen, and stayed for an hour to hear what they had to"
    " say about the survey of the sea bed, the price of diesel and the ferry."
)


def html(*paragraphs: str, title: str = "A vote", day: str | None = None, comment: str = "") -> str:
    """A page of an outlet; ``comment`` stands among its readers' comments."""
    head = f'<meta property="article:published_time" content="{day}T08:00:00Z">' if day else ""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in (*paragraphs, AROUND))
    below = f'<section id="comments" class="comments"><p>{comment}</p></section>' if comment else ""
    return (
        f"<!doctype html><html><head><title>{title}</title>{head}</head>"
        f"<body><article><h1>{title}</h1>{body}</article>{below}</body></html>"
    )


def answer(page: str) -> bytes:
    """The answer of a server with a page."""
    return http("200 OK", page.encode())


def warc(path: Path, pages: Mapping[str, str]) -> Path:
    """An archive with the page of each address."""
    path.write_bytes(packed(*(response(url, answer(page)) for url, page in pages.items())))
    return path


def lines(path: Path, *rows: object) -> Path:
    """A list with a row for each page."""
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def row(number: int, text: str, host: str = "news.example", **more: str) -> dict[str, str]:
    """A row of a list: a page of plain text."""
    return {"url": f"https://{host}/{number}", "text": text, **more}
