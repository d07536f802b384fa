"""Articles, the pages that they quote, and a server of those that counts what it is asked for."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from audit.capture.archive.record import Record
from audit.capture.archive.records import salvage
from tests.end_to_end.run import ROOT
from tests.end_to_end.web import Answer, page, write_web
from tests.loopback import serving

WORDS = "We will rebuild the bridge number {} by spring if the money lasts"
ENTRY = "from audit.cli import entry; entry()"
DIES = """
import os, signal
from audit.capture.archive.appending import ArchiveFile

append = ArchiveFile.append
left = NUMBER

def append_or_die(self, record):
    global left
    left -= 1
    if left:
        return append(self, record)
    record = record[: {"within": len(record) // 2, "after": None}["MOMENT"]]
    append(self, record)
    os.kill(os.getpid(), signal.SIGKILL)

ArchiveFile.append = append_or_die
"""
"""Ends the command without a word within or after its so-many-th record."""


def page_of(number: int) -> str:
    """A page on which somebody speaks of a bridge."""
    return page(f"Bridge {number}", [f"“{WORDS.format(number)},” Anna Lindqvist said."] * 3)


def write_articles(folder: Path, site: str, articles: int, pages: int) -> None:
    """Articles that quote two pages each; every fifth is wrong in one word."""
    folder.mkdir(parents=True, exist_ok=True)
    for at in range(articles):
        first, second = at % pages, (at * 7 + 1) % pages
        words = WORDS.format(first)
        if at % 5 == 4:
            words = words.replace("will", "will not")
        text = f"# Article {at}\n\n“{words},” Anna Lindqvist [said]({site}/{first}).\n\n"
        text += f"“{WORDS.format(second)},” Anna Lindqvist [said]({site}/{second}).\n"
        (folder / f"a{at:02}.md").write_text(text, encoding="utf-8")


def write_archive(path: Path, site: str, pages: int) -> None:
    """The pages as an archive."""
    write_web(path, [Answer(f"{site}/{number}", page_of(number)) for number in range(pages)])


@contextmanager
def press(seconds: float = 0.0) -> Iterator[tuple[str, Counter[str]]]:
    """A server of the pages, and how often it was asked for each path."""
    asked: Counter[str] = Counter()

    class Press(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked[self.path] += 1
            time.sleep(seconds)
            number = self.path[1:]
            body = (page_of(int(number)) if number.isdigit() else "no").encode()
            self.send_response(200 if number.isdigit() else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    with serving(Press) as site:
        yield site, asked


def begun(folder: Path, *words: str, entry: str = ENTRY) -> "subprocess.Popen[bytes]":
    """The command, begun in a folder."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-c", entry, *words],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def recorded(folder: Path) -> set[str]:
    """The addresses of all answers that stand whole in archives below a folder."""
    return {
        record.uri
        for path in folder.rglob("captures.warc.gz")
        if path.stat().st_size
        for record in salvage(path)
        if isinstance(record, Record) and record.kind == "response"
    }


def killed_again_and_again(
    begin: Callable[[], "subprocess.Popen[bytes]"],
    how: Sequence[signal.Signals],
    after: Callable[[], None],
    seed: int,
) -> bytes:
    """Kills a command at random points, once for each signal, then lets it end: what it said last.

    ``after`` is called after each death.
    """
    generator = random.Random(seed)
    for number in how:
        process = begin()
        try:
            process.communicate(timeout=generator.uniform(0.3, 2.5))
        except subprocess.TimeoutExpired:
            process.send_signal(number)
            process.communicate(timeout=60)
        after()
    process = begin()
    _, error = process.communicate(timeout=300)
    return error
