"""The bytes of an answer, taken apart: framing by ``http.client``, coding by ``decoding``.

The same code reads an answer off the network, where it only finds the end of the message, and out of
an archive, where it makes the body. So a replay cannot differ from the day it was recorded.
"""

import http.client
import io
import re
from collections.abc import Iterator
from typing import BinaryIO, Protocol

from audit.capture.decoding import decoded
from audit.capture.exchange import Answer, Cut, Exchange

_PIECE = 16_384
_CHUNK_LINE = re.compile(rb"[0-9A-Fa-f]{1,8}[ \t]{0,8}(?:;[^\r\n]{0,1000})?\r?\n")
_NEWER_VERSIONS = frozenset({"HTTP/2", "HTTP/2.0", "HTTP/3", "HTTP/3.0"})


class UnparsableError(Exception):
    """Bytes that are no HTTP answer."""


class WireFull(http.client.HTTPException):
    """More bytes came than are kept."""


class _Readable(Protocol):
    def makefile(self, mode: str) -> BinaryIO: ...


class WireResponse(http.client.HTTPResponse):
    """An answer as ``http.client`` frames it, which passes over interim answers (RFC 9110, 15.2).

    ``begins`` is the offset, in the stream, of the final answer's status line. ``http.client`` itself
    takes a 103 for the answer. Archives note HTTP/2 and HTTP/3 in status lines that are otherwise
    those of HTTP/1.1, and are read as such.
    """

    begins = 0

    def __init__(self, stream: _Readable, method: str = "GET") -> None:
        super().__init__(stream, method=method)  # type: ignore[arg-type]  # a socket, to it, is what has makefile

    def _read_status(self) -> tuple[str, int, str]:
        while True:
            self.begins = self.fp.tell()
            version, status, reason = super()._read_status()  # type: ignore[misc]  # typeshed leaves it out
            if not 100 <= status < 200 or status == 101:
                return ("HTTP/1.1" if version in _NEWER_VERSIONS else version), status, reason
            http.client.parse_headers(self.fp)


class _Kept:
    """Bytes that were received, in the shape that ``http.client`` reads from."""

    def __init__(self, wire: bytes) -> None:
        self.stream = io.BytesIO(wire)

    def makefile(self, mode: str) -> BinaryIO:
        """The stream; ``mode`` is always 'rb'."""
        assert mode == "rb"
        return self.stream


def parsed(wire: bytes) -> WireResponse:
    """The status line and headers of an answer, ready to read its body.

    Raises:
        UnparsableError: The bytes are no HTTP answer.
    """
    response = WireResponse(_Kept(wire))
    try:
        response.begin()
    except (http.client.HTTPException, OSError) as error:
        raise UnparsableError from error
    return response


def is_whole_head(head: bytes | bytearray) -> bool:
    """Whether headers end in a blank line; ``http.client`` takes the end of the stream for one.

    A Location that is cut short would lead somewhere else.
    """
    return head.endswith((b"\n\r\n", b"\n\n"))


def drain(response: http.client.HTTPResponse) -> Cut | None:
    """Reads to the end of the message, keeping nothing, and says how it was cut, if it was."""
    try:
        while _next_piece(response):
            pass
    except WireFull:
        return Cut.LENGTH
    except TimeoutError:
        return Cut.TIME
    except (http.client.HTTPException, OSError):
        return Cut.DISCONNECT
    return Cut.DISCONNECT if response.length else None


def read_answer(exchange: Exchange, max_bytes: int) -> Answer:
    """The answer of an exchange that has one, its body decoded up to ``max_bytes``.

    Some tools archive a body without its chunks, or without its coding, under the headers that
    announced them. A body that is not framed as announced is therefore taken as it stands.

    Raises:
        UnparsableError: The bytes are no HTTP answer.
    """
    response = parsed(exchange.response)
    coding = response.headers.get("Content-Encoding", "").strip().lower()
    if exchange.cut is None and _is_unframed(response, exchange, coding):
        response.chunked, response.length = False, None
    ended_early: list[Cut] = []
    body = decoded(_pieces(response, ended_early), coding, max_bytes)
    cut = exchange.cut or body.cut or (ended_early[0] if ended_early else None)
    return Answer(exchange, response.status, response.headers, body.data, cut, body.unknown_coding)


def _is_unframed(response: WireResponse, exchange: Exchange, coding: str) -> bool:
    """Whether a tool has undone what frames the body, and left the header that announces it."""
    begin = response.fp.tell()
    if response.chunked:
        return _CHUNK_LINE.match(exchange.response, begin) is None
    # A Content-Length that counts the coded body, before a longer one that was decoded.
    length = response.length or len(exchange.response)
    return bool(coding) and begin + length < len(exchange.response)


def _next_piece(response: http.client.HTTPResponse) -> bytes:
    # Of a chunk that is cut short, read() drops what came of it. read1() does not, but before Python
    # 3.12 it loses count of a Content-Length.
    return response.read1(_PIECE) if response.chunked else response.read(_PIECE)


def _pieces(response: http.client.HTTPResponse, ended_early: list[Cut]) -> Iterator[bytes]:
    """The body as framed; ``ended_early`` is given the cut when the framing promises more."""
    try:
        while piece := _next_piece(response):
            yield piece
    except http.client.HTTPException:
        ended_early.append(Cut.DISCONNECT)
    else:
        if response.length:
            ended_early.append(Cut.DISCONNECT)
