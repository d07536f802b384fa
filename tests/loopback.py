"""A server of files or handlers on loopback that ends with the test that began it."""

import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import ThreadingHTTPServer
from typing import Any


class _Quiet(ThreadingHTTPServer):
    """A client that hangs up is no error: a trace of it would stand in what another test reads."""

    daemon_threads = True

    def __init__(self, *words: Any) -> None:
        self._answering: dict[threading.Thread, socket.socket] = {}
        super().__init__(*words)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        self._answering[threading.current_thread()] = request
        super().process_request_thread(request, client_address)
        del self._answering[threading.current_thread()]

    def hang_up(self) -> None:
        """Ends what is still answered: beside a thread that runs, later tests fork no workers."""
        for thread, request in list(self._answering.items()):
            with suppress(OSError):
                request.shutdown(socket.SHUT_RDWR)
            thread.join()

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serving(handler: Callable[..., Any]) -> Iterator[str]:
    """The host and port of a server that runs meanwhile."""
    server = _Quiet(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
        server.hang_up()
