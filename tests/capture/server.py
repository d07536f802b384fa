"""A server on loopback that says exactly what a test tells it to, to the byte."""

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from typing import Self

Reply = bytes | Callable[[socket.socket], None]

WORDS = (
    "The harbour tunnel opens in spring, the minister said, and it will cost less than was feared. "
)
ARTICLE = f"<!doctype html><title>Tunnel</title><h1>Tunnel</h1><p>{WORDS * 30}</p>".encode()


def http(
    status: int | str, body: bytes = b"", *headers: str, kind: str = "text/html; charset=utf-8"
) -> bytes:
    """A well-formed answer with a Content-Length."""
    lines = [
        f"HTTP/1.1 {status}",
        f"Content-Length: {len(body)}",
        f"Content-Type: {kind}",
        *headers,
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def redirect(to: str, status: int = 302, *headers: str) -> bytes:
    return http(f"{status} Moved", b"", f"Location: {to}", *headers)


def chunked(*pieces: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def trickle(head: bytes, every: float) -> Callable[[socket.socket], None]:
    """Sends ``head``, then one byte after another until nobody listens."""

    def send(connection: socket.socket) -> None:
        connection.sendall(head)
        with contextlib.suppress(OSError):
            while True:
                time.sleep(every)
                connection.sendall(b"x")

    return send


def reset(connection: socket.socket) -> None:
    """Breaks the connection off so that the other side gets a reset."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")


def silence(connection: socket.socket) -> None:
    """Says nothing until the other side gives up."""
    connection.recv(1)


class Server:
    """Answers by path. Of several replies each serves one request, the last serves all further ones."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self._tls = tls
        self._replies: dict[str, list[Reply]] = {}
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.connections = 0
        self.requests: list[bytes] = []

    def __enter__(self) -> Self:
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def url(self, path: str = "/") -> str:
        return f"http{'s' if self._tls else ''}://127.0.0.1:{self.port}{path}"

    def on(self, path: str, *replies: Reply) -> str:
        """Sets what is answered at a path (its query included), and gives its URL."""
        self._replies[path] = list(replies)
        return self.url(path)

    def asked(self, path: str) -> int:
        """How many requests came for a path."""
        return sum(request.split(b" ", 2)[1] == path.encode() for request in self.requests)

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                self.connections += 1
                threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), contextlib.ExitStack() as stack:
            stack.enter_context(connection)
            if self._tls is not None:
                connection = stack.enter_context(
                    self._tls.wrap_socket(connection, server_side=True)
                )
            request = b""
            while b"\r\n\r\n" not in request and (piece := connection.recv(65536)):
                request += piece
                if not request.startswith(b"GET "[: len(request)]):
                    connection.sendall(http("400 Bad Request"))
                    return
            if not request:
                return
            self.requests.append(request)
            replies = self._replies.get(request.split(b" ", 2)[1].decode(), [http("404 Not Found")])
            reply = replies.pop(0) if len(replies) > 1 else replies[0]
            if callable(reply):
                reply(connection)
            else:
                connection.sendall(reply)


@contextlib.contextmanager
def canary() -> Iterator[Server]:
    """A server that nobody may connect to."""
    with Server() as server:
        yield server
        assert server.connections == 0, "a refused address was connected to"
