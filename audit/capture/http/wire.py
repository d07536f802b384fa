"""The bytes of an answer, taken apart: head and framing here, coding by ``decoding`` (RFC 9112).

The same code reads an answer off the network, where it only finds the end of the message, and out
of an archive, where it makes the body. So a replay cannot differ from the day it was recorded.

``http.client`` is not used for it: it takes a 103 for the answer, allows a hundred header lines,
believes the first of two lengths, and does not look at what ends a chunk.
"""

import io
import re
from collections.abc import Iterator
from email.message import Message
from typing import BinaryIO

from audit.capture.http.decoding import decoded
from audit.capture.http.exchange import Answer, Cut, Exchange

HEADROOM = 1_048_576  # bytes of status line, headers and framing that a body may bring along
_PIECE = 65_536
_LARGEST_HEAD = 262_144  # bytes, as Chromium has it
_MOST_INTERIM = 50
_LONGEST_CHUNK_LINE = 4096
_STATUS_LINE = re.compile(rb"HTTP/([0-9])(?:\.[0-9])?[ \t]{1,9}([0-9]{3})(?:[ \t][^\r\n]*)?\r?\n?")
_VERSIONS = frozenset({b"1", b"2", b"3"})  # archives note HTTP/2 and HTTP/3 in lines like these
_CHUNK_LINE = re.compile(rb"[ \t]{0,8}([0-9A-Fa-f]{1,16})[ \t]{0,8}(?:;[^\r\n]*)?\r?\n")
_GZIP_MAGIC = b"\x1f\x8b\x08"  # of a page that is compressed and does not say so
_OPENED = re.compile(rb"<(?:html|body)[\s>]", re.IGNORECASE)
_CLOSED = re.compile(rb"</(?:html|body)\s{0,9}>", re.IGNORECASE)
_OPENED_WITHIN = 16_384
_WITHOUT_BODY = frozenset({204, 304})


class UnparsableError(Exception):
    """Bytes that are no HTTP answer."""


class WireFull(Exception):  # noqa: N818 — a bound that is reached, not an error of anybody's
    """More bytes came than are kept."""


class _FramingError(Exception):
    """The body breaks off, or is not framed as announced."""


class WireResponse:
    """An answer read from a stream: the head at once, the body piece by piece.

    Interim answers are passed over (RFC 9110, 15.2). ``begins`` is the offset, in the stream, of
    the final answer's status line. ``chunked`` and ``length`` say how the body is framed: in
    chunks, by its length, or (neither) by the end of the stream. ``is_whole_head`` is False when
    the stream ended before the blank line: a Location that is cut short would lead somewhere else.

    Raises:
        UnparsableError: The bytes are no HTTP answer, or its head has no bounds.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._head_left = _LARGEST_HEAD
        self.begins = stream.tell()
        self.status = self._read_status()
        self.headers = self._read_headers()
        for _ in range(_MOST_INTERIM):
            if not 100 <= self.status < 200 or self.status == 101 or not self.is_whole_head:
                break
            self.begins = stream.tell()
            self.status = self._read_status()
            self.headers = self._read_headers()
        else:
            raise UnparsableError("interim answers without end")
        self.transfer_codings = [
            name.strip().lower()
            for field in self.headers.get_all("Transfer-Encoding", ())
            for name in field.split(",")
            if name.strip()
        ]
        self.chunked = self.transfer_codings[-1:] == ["chunked"]
        self.length = None if self.chunked else self._announced_length()

    def pieces(self) -> Iterator[bytes]:
        """The body as framed.

        Raises:
            _FramingError: It ends before its framing says so, or its chunks are none.
            OSError: The stream broke off.
            WireFull: The stream reached its bound.
        """
        if self.chunked:
            while size := self._chunk_size():
                yield from self._exactly(size)
                if self._stream.readline(2) not in {b"\r\n", b"\n"}:
                    raise _FramingError
            self._pass_trailers()
        elif self.length is not None:
            yield from self._exactly(self.length)
        else:
            while piece := self._stream.read(_PIECE):
                yield piece

    def _line(self) -> bytes:
        line = self._stream.readline(self._head_left + 1)
        self._head_left -= len(line)
        if self._head_left < 0:
            raise UnparsableError("a head without bounds")
        return line

    def _read_status(self) -> int:
        line = self._line()
        self.is_whole_head = line.endswith(b"\n")
        found = _STATUS_LINE.fullmatch(line)
        if found is None or found[1] not in _VERSIONS or found[2] < b"100":
            raise UnparsableError("no status line")
        return int(found[2])

    def _read_headers(self) -> Message:
        """The header fields; lines that are none are passed over (RFC 9112, 5.1 and 5.2)."""
        fields: list[tuple[str, str]] = []
        while (line := self._line()) not in {b"\r\n", b"\n"}:
            self.is_whole_head = line.endswith(b"\n")
            if not self.is_whole_head:
                break
            # A CR that ends no line is a blank (RFC 9112, 2.2): such a line is no end of the head.
            text = line.removesuffix(b"\n").removesuffix(b"\r").decode("latin-1").replace("\r", " ")
            name, colon, value = text.partition(":")
            if text.startswith((" ", "\t")) and fields:
                fields[-1] = fields[-1][0], f"{fields[-1][1]} {text.strip()}".strip()
            elif colon and name.strip():
                fields.append((name.strip(), value.strip()))
        headers = Message()
        for name, value in fields:
            headers[name] = value
        return headers

    def _announced_length(self) -> int | None:
        """The Content-Length.

        Two that differ make a message that cannot be read (RFC 9112, 6.3).
        """
        if self.status in _WITHOUT_BODY:
            return 0
        lengths = {
            value.strip()
            for field in self.headers.get_all("Content-Length", ())
            for value in field.split(",")
        }
        if len(lengths) > 1:
            raise UnparsableError("two lengths")
        announced = lengths.pop() if lengths else ""
        return int(announced[:18]) if announced.isascii() and announced.isdigit() else None

    def _exactly(self, count: int) -> Iterator[bytes]:
        while count:
            piece = self._stream.read(min(count, _PIECE))
            if not piece:
                raise _FramingError
            count -= len(piece)
            yield piece

    def _chunk_size(self) -> int:
        line = _CHUNK_LINE.fullmatch(self._stream.readline(_LONGEST_CHUNK_LINE))
        if line is None:
            raise _FramingError
        return int(line[1], 16)

    def _pass_trailers(self) -> None:
        left = _LARGEST_HEAD
        while (line := self._stream.readline(_LARGEST_HEAD)) not in {b"\r\n", b"\n", b""}:
            left -= len(line)
            if left < 0:
                raise _FramingError


def parsed(wire: bytes) -> WireResponse:
    """The status line and headers of an answer, ready to read its body.

    Raises:
        UnparsableError: The bytes are no HTTP answer.
    """
    return WireResponse(io.BytesIO(wire))


def payload_begin(message: bytes) -> int:
    """Where the payload of an HTTP message begins: after the line that ends its head."""
    end = 0
    for line in io.BytesIO(message):
        end += len(line)
        if line in {b"\r\n", b"\n"}:
            break
    return end


def drain(response: WireResponse) -> Cut | None:
    """Reads to the end of the message, keeping nothing, and says how it was cut, if it was."""
    try:
        for _ in response.pieces():
            pass
    except WireFull:
        return Cut.LENGTH
    except TimeoutError:
        return Cut.TIME
    except (_FramingError, OSError):
        return Cut.DISCONNECT
    return None


def read_answer(exchange: Exchange, max_bytes: int) -> Answer:
    """The answer of an exchange that has one, its body decoded up to ``max_bytes``.

    Some tools archive a body without its chunks, or without its coding, under the headers that
    announced them. A body that is not framed as announced is therefore taken as it stands.

    Raises:
        UnparsableError: The bytes are no HTTP answer.
    """
    stream = io.BytesIO(exchange.response)
    response = WireResponse(stream)
    by_its_end = not response.chunked and response.length is None
    if exchange.cut is None and _is_unframed(response, exchange, stream.tell()):
        response.chunked, response.length = False, None
    codings = [*response.headers.get_all("Content-Encoding", ()), *response.transfer_codings]
    coding = ",".join(codings).lower().removesuffix("chunked").strip(" ,")
    ended_early: list[Cut] = []
    body = decoded(_noting_an_early_end(response.pieces(), ended_early), coding, max_bytes)
    if not coding and body.data.startswith(_GZIP_MAGIC) and _says_html(response):
        body = decoded([body.data], "gzip", max_bytes)
    cut = exchange.cut or (ended_early[0] if ended_early else None) or body.cut
    if cut is None and by_its_end and _is_unclosed(body.data):
        cut = Cut.DISCONNECT
    return Answer(exchange, response.status, response.headers, body.data, cut, body.unknown_coding)


def _is_unclosed(page: bytes) -> bool:
    """Whether a page stops before the end tags that its author wrote for such pages.

    Where nothing but the end of the connection ends a body, that is all that tells a cut one.
    """
    if _OPENED.search(page, 0, _OPENED_WITHIN) is None:
        return False
    return _CLOSED.search(page, max(len(page) - _OPENED_WITHIN, 0)) is None


def _says_html(response: WireResponse) -> bool:
    return "html" in response.headers.get("Content-Type", "").lower()


def _is_unframed(response: WireResponse, exchange: Exchange, begin: int) -> bool:
    """Whether a tool has undone what frames the body, and left the header that announces it."""
    if response.chunked:
        return _CHUNK_LINE.match(exchange.response, begin) is None
    # A Content-Length that counts the coded body, before a longer one that was decoded.
    return response.length is not None and begin + response.length < len(exchange.response)


def _noting_an_early_end(pieces: Iterator[bytes], ended_early: list[Cut]) -> Iterator[bytes]:
    try:
        yield from pieces
    except _FramingError:
        ended_early.append(Cut.DISCONNECT)
