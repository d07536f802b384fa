"""What asking the web costs: CPU per page, thirty hosts side by side, memory on bombs and huge pages.

    .venv/bin/python -m benchmarks.fetching

Everything is served on loopback, by processes of their own, so that their CPU and memory are not counted.
"""

import gzip
import multiprocessing
import random
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli
import zstandard

from audit.capture.client import Client
from audit.match import prepare, verify_quote
from audit.model import FetchSettings
from audit.pages import read_capture

PAGES = 60
HOSTS = 30
LATENCY = 0.3
LARGE = 50_000_000
QUOTE = "the harbour council voted against the second crossing on page"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n"


def article(number: int) -> bytes:
    """A page of some 160 kB with more than 2,000 tags, as sites make them."""
    words = random.Random(number).choices(
        [
            "the",
            "council",
            "of",
            "a",
            "harbour",
            "town",
            "has",
            "met",
            "to",
            "speak",
            "about",
            "its",
            "bridge",
            "again",
            "and",
            "again",
        ],
        k=9000,
    )
    body = [f"<h1>Story {number}</h1>"]
    for at in range(0, len(words), 45):
        text = " ".join(words[at : at + 45])
        body.append(
            f"<div class='block block-{at}' data-track='story-{number}-{at}'><p>{text[:90]}"
            f" <a href='/story/{at}' class='link link--inline'>{text[90:120]}</a> {text[120:]}"
            f" <em>{at}</em></p><span class='share' aria-hidden='true'></span><img src='/i/{at}.jpg' alt=''>"
            f"<svg viewBox='0 0 1 1'><path d='M0 0h1v1z'/></svg></div>"
        )
    body.insert(len(body) // 2, f"<p>“{QUOTE} {number},” the mayor said.</p>")
    script = f"<script>window.data = {{}};{'var x = 1; ' * 4000}</script>"
    menu = "".join(f"<li><a href='/section/{n}'>Section {n}</a></li>" for n in range(150))
    page = f"<!doctype html><html lang='en'><head><title>Story {number}</title>{script}</head>"
    return (
        f"{page}<body><nav><ul>{menu}</ul></nav><main>{''.join(body)}</main></body></html>".encode()
    )


def whole(body: bytes, *headers: bytes) -> bytes:
    """A well-formed answer."""
    return b"".join((HEAD, *headers, b"Content-Length: %d\r\n\r\n" % len(body), body))


def served(reply: Callable[[bytes], bytes], latency: float = 0.0) -> tuple[int, Callable[[], None]]:
    """The port of a server in a process of its own, and what ends it."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=200)
    process = multiprocessing.get_context("fork").Process(
        target=_serve, args=(listener, reply, latency), daemon=True
    )
    process.start()
    port: int = listener.getsockname()[1]
    listener.close()
    return port, process.terminate


def _serve(listener: socket.socket, reply: Callable[[bytes], bytes], latency: float) -> None:
    def answer(connection: socket.socket) -> None:
        with connection:
            path = connection.recv(65536).split(b" ", 2)[1]
            time.sleep(latency)
            data = reply(path)
            try:
                connection.sendall(data)
                while data.endswith(ENDLESS):
                    connection.sendall(ENDLESS)
            except OSError:
                return

    with ThreadPoolExecutor(64) as pool:
        while True:
            pool.submit(answer, listener.accept()[0])


ENDLESS = b"<p>words and words " * 2000


def per_page() -> float:
    """CPU milliseconds for fetching, archiving, reading and comparing one page."""
    pages = [whole(gzip.compress(article(n)), b"Content-Encoding: gzip\r\n") for n in range(PAGES)]
    port, end = served(lambda path: pages[int(path[1:])])
    settings = FetchSettings(allow_private=(("127.0.0.1", port),), delay=0.0)
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "captures.warc.gz"
        before = 0.0
        with Client(settings, record_to=archive) as client:
            for number in range(PAGES):
                if number == 5:  # what is done once has been done
                    before = time.process_time()
                page = read_capture(client(f"http://127.0.0.1:{port}/{number}"))[1]
                assert page is not None
                check = verify_quote(f"{QUOTE} {number}", prepare(page))
                assert check.verdict == "verbatim", check
        spent = time.process_time() - before
    end()
    return spent / (PAGES - 5) * 1000


def side_by_side() -> float:
    """Seconds for thirty pages of thirty hosts that each take 300 ms."""
    page = whole(article(0))
    port, end = served(lambda _: page, LATENCY)
    names = [f"host{number}.example" for number in range(HOSTS)]
    settings = FetchSettings(allow_private=tuple((name, port) for name in names))
    begin = time.monotonic()
    with (
        Client(settings, resolve=lambda *_: ["127.0.0.1"]) as client,
        ThreadPoolExecutor(32) as pool,
    ):
        captures = pool.map(client, [f"http://{name}:{port}/" for name in names])
        assert all(capture.outcome == "captured" for capture in captures)
    spent = time.monotonic() - begin
    end()
    return spent


BOMBS: dict[str, Callable[[], bytes]] = {
    "gzip bomb, 1 GB": lambda: whole(
        gzip.compress(b"<p>words " * 110_000_000, 6), b"Content-Encoding: gzip\r\n"
    ),
    "brotli bomb, 1 GB": lambda: whole(
        brotli.compress(b"<p>words " * 110_000_000, quality=3), b"Content-Encoding: br\r\n"
    ),
    "zstd bomb, 1 GB": lambda: whole(
        zstandard.compress(b"<p>words " * 110_000_000), b"Content-Encoding: zstd\r\n"
    ),
    "endless body": lambda: HEAD + b"\r\n" + ENDLESS,
    "50 MB page": lambda: whole((article(1) * (LARGE // 160_000 + 1))[:LARGE]),
}


def memory(name: str) -> float:
    """Peak megabytes of a process that asks for a page, archives it, reads it and compares words."""
    data = BOMBS[name]()
    port, end = served(lambda _: data)
    most = LARGE + 1 if name.startswith("50 MB") else 20_000_000
    command = [sys.executable, __file__, "ask", str(port), str(most)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 — ourselves
    end()
    return float(printed.stdout.split()[-1])


def ask(port: int, most: int) -> None:
    """In a process of its own: one page, and the peak of memory in megabytes."""
    settings = FetchSettings(allow_private=(("127.0.0.1", port),), max_bytes=most)
    with tempfile.TemporaryDirectory() as folder:
        with Client(settings, record_to=Path(folder) / "captures.warc.gz") as client:
            page = read_capture(client(f"http://127.0.0.1:{port}/"))[1]
        if page is not None:
            verify_quote(f"{QUOTE} 1", prepare(page))
    # Not getrusage(): what that says of a child includes what its parent had.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    print(int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0]) / 1024)


def main() -> None:
    """Prints a table."""
    print(f"{'one page, fetched to compared':45} {per_page():8.1f} ms CPU (wanted: 15)")
    print(f"{'thirty hosts of 300 ms each':45} {side_by_side():8.2f} s      (wanted: 2.5)")
    for name in BOMBS:
        wanted = 600 if name.startswith("50 MB") else 250
        print(f"{name:45} {memory(name):8.0f} MB     (wanted: {wanted})")


if __name__ == "__main__":
    if sys.argv[1:2] == ["ask"]:
        ask(int(sys.argv[2]), int(sys.argv[3]))
    else:
        main()
