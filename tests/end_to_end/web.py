"""A small web for one test: pages written into a WARC archive."""

from dataclasses import dataclass
from html import escape
from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

DATE = "2026-03-01T12:00:00Z"


@dataclass(frozen=True)
class Answer:
    url: str
    body: str
    status: str = "200 OK"
    content_type: str = "text/html; charset=utf-8"
    location: str | None = None
    date: str = DATE


def write_web(path: Path, answers: list[Answer]) -> None:
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True, warc_version="1.1")
        for answer in answers:
            headers = [("Content-Type", answer.content_type)]
            if answer.location is not None:
                headers.append(("Location", answer.location))
            body = answer.body.encode()
            record = writer.create_warc_record(
                answer.url,
                "response",
                payload=BytesIO(body),
                length=len(body),
                http_headers=StatusAndHeaders(answer.status, headers, protocol="HTTP/1.1"),
                warc_headers_dict={"WARC-Date": answer.date},
            )
            writer.write_record(record)


def page(title: str, paragraphs: list[str], comments: tuple[str, ...] = (), head: str = "") -> str:
    """A news page with what stands around the words on a real one."""
    body = "\n".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    said = "\n".join(f'<div class="comment"><p>{escape(text)}</p></div>' for text in comments)
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>{head}
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<main><article><h1>{escape(title)}</h1>
{body}
</article></main>
<section id="comments" class="comments"><h2>Comments</h2>{said}</section>
<footer><p>All rights reserved.</p></footer></body></html>"""
