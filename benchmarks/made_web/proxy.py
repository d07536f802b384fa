"""A proxy on loopback that answers for every host of the made web, over TLS too, and counts."""

import json
import ssl
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Protocol

import trustme

from benchmarks.made_web.lists import Answer

CONTROL = "control.invalid"
"""The host that tells what was asked since it was asked last: a count for each address (JSON)."""


class Answers(Protocol):
    """A web: which hosts it has, and what comes of a GET."""

    @property
    def hosts(self) -> list[str]:
        """The hosts."""
        ...

    def answer(self, url: str) -> Answer:
        """What comes of a GET."""
        ...


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), OSError):  # clients hang up on what has no end
            super().handle_error(request, client_address)


@contextmanager
def serving(web: Answers, authority: trustme.CA) -> Iterator[str]:
    """The address of the proxy, which runs meanwhile."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*web.hosts, "other.example").configure_cert(context)
    asked: Counter[str] = Counter()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_CONNECT(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.connection = context.wrap_socket(self.connection, server_side=True)
            self.rfile = self.connection.makefile("rb")
            self.wfile = self.connection.makefile("wb", buffering=0)
            self.close_connection = False

        def do_GET(self) -> None:
            host = (self.headers.get("Host") or "").partition(":")[0]
            url = self.path if self.path.startswith("http") else f"https://{host}{self.path}"
            if host == CONTROL:
                counts = json.dumps(asked).encode()
                asked.clear()
                self._send(Answer(200, "application/json", counts))
                return
            asked[url] += 1
            self._send(web.answer(url))

        def finish(self) -> None:
            """Closes what was opened in the tunnel, too."""
            super().finish()
            self.connection.close()

        def _send(self, answer: Answer) -> None:
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.kind)
            if answer.location:
                self.send_header("Location", answer.location)
            if isinstance(answer.body, bytes):
                self.send_header("Content-Length", str(len(answer.body)))
                self.end_headers()
                self.wfile.write(answer.body)
                return
            self.send_header("Connection", "close")
            self.end_headers()
            for piece in answer.body():
                self.wfile.write(piece)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 — the same
            """Quiet."""

    server = _Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
