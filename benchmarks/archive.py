"""What archiving costs: CPU milliseconds a page, over real HTTP on loopback.

    python benchmarks/archive.py

Pages are generated: some 160 kB, more than 2,000 tags. The server is another process, whose time does
not count. Each figure is the least of several runs.
"""

import gzip
import multiprocessing
import random
import re
import time
import zlib
from collections.abc import Callable
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

from audit.again import recheck
from audit.capture import open_client, open_evidence
from audit.capture.archive.replay import Index
from audit.capture.archive.warc import Recorder, packed
from audit.capture.http.exchange import Exchange
from audit.config import Settings
from audit.jobs.one_article import audit_article
from audit.model import FetchSettings
from audit.page import source_text
from audit.pipeline import Job
from audit.report.json.read_back import finished
from audit.report.write import write_reports
from audit.workers import Limits, Workers

PAGES = 30
RUNS = 5
WORDS = ["".join(random.Random(n).choices("etaoinshrdlu", k=2 + n % 8)) for n in range(3000)]


def page(number: int) -> bytes:
    """A page of generated words."""
    generator = random.Random(number)
    parts = [f"<!doctype html><html lang='en'><head><title>Page {number}</title></head><body>"]
    size = 0
    while size < 160_000:
        words = " ".join(generator.choices(WORDS, k=24))
        link = f"<a href='/{generator.randrange(10**6)}'>{generator.choice(WORDS)}</a>"
        parts.append(f"<div class='c{generator.randrange(40)}'><p>{words} {link}.</p></div>\n")
        size += len(parts[-1])
    return "".join([*parts, "</body></html>"]).encode()


class Site(BaseHTTPRequestHandler):
    """Serves the pages, and 304 to whoever has them."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answers."""
        if self.headers.get("If-None-Match") is not None:
            self.send_response(304)
            self.end_headers()
            return
        body = page(int(self.path[1:]))
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", f'"{self.path}"')
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def serve(port: "multiprocessing.Queue[int]") -> None:
    """Serves until it is ended."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    port.put(server.server_address[1])
    server.serve_forever()


def spent(work: Callable[[], object], pages: int = PAGES) -> float:
    """The CPU time of one piece of work, in milliseconds a page."""
    before = time.process_time()
    work()
    return (time.process_time() - before) * 1000 / pages


def least(work: Callable[[], object]) -> float:
    """The least of several runs."""
    return min(spent(work) for _ in range(RUNS))


def zipped(bodies: list[bytes], level: int) -> None:
    """Packs pages as warcio would."""
    for body in bodies:
        gzip.compress(body, level)


def rechecked(folder: Path, port: int, urls: list[str]) -> float:
    """An article that quotes every page, audited once and asked again."""
    words = [re.sub(rb"<[^>]+>", b"", page(number)).split(b"\n")[3] for number in range(PAGES)]
    quotes = (
        f"“{said.decode().strip()},” Ann Lee [said]({url}).\n"
        for said, url in zip(words, urls, strict=True)
    )
    article = folder / "story.md"
    article.write_text("\n".join(quotes), encoding="utf-8")
    settings = FetchSettings(allow_private=(("127.0.0.1", port),), delay=0.0)
    report = audit_article(
        Job(
            str(article),
            Settings(fetch=settings),
            record_to=folder / "captures.warc.gz",
            folder=folder,
        )
    )
    write_reports(finished(report), folder)
    best = float("inf")
    for _ in range(RUNS):
        before = time.process_time()
        with Workers(Limits(), 1) as workers:
            found = recheck(folder / "report.json", settings, (), workers)
        best = min(best, (time.process_time() - before) * 1000 / PAGES)
        assert {source.change for source in found.sources} == {"unchanged"}
        assert {word.presence for word in found.words} == {"still-there"}
        found.archive.unlink()
    return best


def main() -> None:
    """Prints a table."""
    queue: multiprocessing.Queue[int] = multiprocessing.Queue()
    server = multiprocessing.Process(target=serve, args=(queue,), daemon=True)
    server.start()
    port = queue.get()
    settings = FetchSettings(allow_private=(("127.0.0.1", port),), delay=0.0)
    urls = [f"http://127.0.0.1:{port}/{number}" for number in range(PAGES)]
    bodies = [page(number) for number in range(PAGES)]
    rows: list[tuple[str, float]] = []
    with TemporaryDirectory() as name:
        folder = Path(name)

        def fetched(archive: Path) -> None:
            with open_client(settings, record_to=archive) as client:
                for url in urls:
                    client(url)

        def again(archive: Path) -> None:
            with open_client(settings, record_to=archive) as client:
                for url in urls:
                    capture = client(url)
                    source_text(capture.body, capture.content_type, capture.final_url)

        first = min(spent(partial(fetched, folder / f"{run}.warc.gz")) for run in range(RUNS))
        rows.append(("fetch and archive", first))
        archive = folder / "0.warc.gz"
        sound = archive.read_bytes()

        def not_modified() -> float:
            archive.write_bytes(sound)
            return spent(lambda: fetched(archive))

        def not_modified_and_read() -> float:
            archive.write_bytes(sound)
            return spent(lambda: again(archive))

        rows.append(("asked again, 304, revisit records", min(not_modified() for _ in range(RUNS))))
        rows.append(("… and its text read", min(not_modified_and_read() for _ in range(RUNS))))
        archive.write_bytes(sound)
        rows.append(("recheck of a report, 304 all round", rechecked(folder, port, urls)))
        rows.append(("index the archive", least(lambda: Index([archive]))))
        with open_client(settings, archives=[archive], offline=True) as client:
            captures = [client(url) for url in urls]
        evidence = open_evidence([archive])
        rows.append(
            (
                "read a record back, hash it",
                least(
                    lambda: [evidence.reread(capture, len(capture.body)) for capture in captures]
                ),
            )
        )
        answers = [b"HTTP/1.1 200 OK\r\n\r\n" + body for body in bodies]

        def recorded() -> None:
            recorder = Recorder(folder / "recorded.warc.gz")
            for url, answer in zip(urls, answers, strict=True):
                recorder.keep(Exchange(url, "2026-01-01T00:00:00Z", response=answer))
            recorder.close()
            recorder.path.unlink()

        rows.append(("write a record", least(recorded)))
    rows.append(("pack it: as here", least(lambda: [packed(body) for body in bodies])))
    for level in (1, 6, 9):
        work = least(partial(zipped, bodies, level))
        rows.append((f"pack it: zlib {zlib.ZLIB_VERSION}, level {level}", work))
    server.terminate()
    for text, value in rows:
        print(f"{text:42} {value:8.2f} ms")


if __name__ == "__main__":
    main()
