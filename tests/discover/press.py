"""A small press on loopback: sites with lists and pages, a web archive, a search service, and who asked what."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from html import escape
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from audit.config import Settings
from audit.jobs.one_article import audit_article
from audit.model import (
    ArchiveUse,
    Discover,
    DiscoverySettings,
    FetchSettings,
    Report,
    Services,
)
from audit.pipeline import Job
from tests.loopback import serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY = "2026-03-05"
SAID = "We will rebuild the northern breakwater before the winter storms arrive"


@dataclass
class Press:
    """What is served: ``pages`` by path, as (status, content type, body); ``asked`` are the paths asked for;
    ``locations`` are where those lead that redirect."""

    host: str = ""
    pages: dict[str, tuple[int, str, bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    locations: dict[str, str] = field(default_factory=dict)

    @property
    def base(self) -> str:
        return f"http://{self.host}"

    def put(
        self,
        path: str,
        body: str | bytes,
        kind: str = "text/html; charset=utf-8",
        status: int = 200,
    ) -> None:
        data = body if isinstance(body, bytes) else body.replace("{base}", self.base).encode()
        self.pages[path] = status, kind, data

    def story(
        self,
        path: str,
        title: str,
        *paragraphs: str,
        day: str | None = DAY,
        comments: str = "",
        head: str = "",
        more: str = "",
    ) -> None:
        said = "".join(f"<p>{text}</p>" for text in paragraphs)
        date = f'<meta property="article:published_time" content="{day}T09:00:00Z">' if day else ""
        self.put(
            path,
            f'<!doctype html><html lang="en"><head><title>{escape(title)}</title>{date}{head}</head>'
            f"<body><main><article><h1>{escape(title)}</h1>{said}"
            "<p>The town has waited for it since the great storm of nine years ago.</p>"
            f"</article></main>{more}"
            f'<section id="comments" class="comments"><h2>Comments</h2>{comments}</section></body></html>',
        )

    def sitemap(self, path: str, entries: list[tuple[str, str, str]]) -> None:
        """A news sitemap of (path, title, day)."""
        rows = "".join(
            f"<url><loc>{self.base}{where}</loc><news:news><news:publication_date>{day}"
            f"</news:publication_date><news:title>{escape(title)}</news:title></news:news></url>"
            for where, title, day in entries
        )
        self.put(
            path,
            '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
            f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{rows}</urlset>',
            "application/xml",
        )

    def robots(self, *paths: str, more: str = "") -> None:
        named = "\n".join(f"Sitemap: {self.base}{path}" for path in paths)
        self.put("/robots.txt", f"User-agent: *\n{more}\n{named}\n", "text/plain")


@contextmanager
def press() -> Iterator[Press]:
    served = Press()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append(self.path)
            served.headers.append(dict(self.headers))
            status, kind, body = served.pages.get(
                self.path,
                served.pages.get(
                    urlsplit(self.path).path, (404, "text/html", b"<p>no such page</p>")
                ),
            )
            location = served.locations.get(urlsplit(self.path).path)
            self.send_response(status if location is None else 302)
            if location is not None:
                self.send_header("Location", location)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None: ...

    with serving(Handler) as host:
        served.host = host
        yield served


def settings(served: Press, **discovery: object) -> Settings:
    """Settings under which the Kelmouth Echo's site is the press, and nobody else is asked."""
    host, _, port = served.host.partition(":")
    found = DiscoverySettings(
        discover=Discover.NAMED, sites={"kelmouth echo": (f"{served.base}/",)}
    )
    return Settings(
        fetch=FetchSettings(
            delay=0,
            retries=0,
            ask_robots=True,
            archive=ArchiveUse.NONE,
            allow_private=((host, int(port)),),
            services=Services(wayback=f"{served.base}/wayback"),
        ),
        discovery=replace(found, **discovery),  # type: ignore[arg-type]
    )


def article(path: Path, said: str = SAID, who: str = "Ann Lee told the Kelmouth Echo") -> Path:
    file = path / "story.html"
    file.write_text(
        '<!doctype html><html lang="en"><head><title>Breakwater to be rebuilt in Kelmouth</title>'
        f'<meta property="article:published_time" content="{DAY}T12:00:00Z"></head><body><article>'
        "<h1>Breakwater to be rebuilt in Kelmouth</h1>"
        "<p>The harbour council has voted for a new breakwater in Kelmouth this week.</p>"
        f"<p>“{said},” {who}.</p></article></body></html>",
        encoding="utf-8",
    )
    return file


def audit(path: Path, found: Settings, **job: object) -> Report:
    captures = path / "captures.warc.gz"
    return audit_article(
        Job(str(path / "story.html"), found, record_to=captures, **job)  # type: ignore[arg-type]
    )


def again(path: Path, found: Settings) -> Report:
    """The same audit offline, from its captures."""
    return audit_article(
        Job(
            str(path / "story.html"),
            found,
            archives=(path / "captures.warc.gz",),
            offline=True,
        )
    )


def searxng(results: list[dict[str, str]]) -> str:
    return json.dumps({"query": "", "number_of_results": len(results), "results": results})


def query_of(path: str, name: str = "q") -> str:
    return parse_qs(urlsplit(path).query)[name][0]
