"""One exchange over the network: a pinned address, a deadline, and every byte kept.

The name is resolved here, its addresses are judged, and the connection goes to one that was judged:
no second look-up lies between the check and the bytes (DNS rebinding). One connection serves one
exchange, so that no bytes of another can get into its record.
"""

import http.client
import io
import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO, cast
from urllib.parse import urlsplit

from requests.utils import DEFAULT_CA_BUNDLE_PATH
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util.ssl_ import create_urllib3_context

from audit.capture.http.dates import warc_now
from audit.capture.http.exchange import Cut, Exchange, Failure, Request, network_failure
from audit.capture.http.policy import Target, examine, permitted, permitted_unseen
from audit.capture.http.proxies import Proxy, proxy_for, without_authorization
from audit.capture.http.wire import HEADROOM, UnparsableError, WireFull, WireResponse, drain
from audit.errors import UsageError
from audit.model import FetchSettings, NetworkFault, Outcome

Resolve = Callable[[str, int, float], Sequence[str]]
"""Host, port and seconds to its IP addresses; raises ``OSError`` (``TimeoutError``, ``gaierror``).
"""

_AHEAD = 65_536  # bytes that are read at once
_LAST_LOOK = 0.05  # seconds that a server has to send more than it announced
_OTHER_BYTES = 262_144  # of the body of a redirect or an error
_OTHER_SECONDS = 2.0
_OPENING = b"HTTP/1.1 "


def look_up(host: str, port: int, seconds: float) -> list[str]:
    """The IP addresses of a host, by the system's resolver.

    ``getaddrinfo`` knows no time-out, so a thread asks it; one that hangs is left behind.

    Raises:
        TimeoutError: There was no answer in time.
        socket.gaierror: The name has no address, or is no name.
    """
    answers: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put(list(dict.fromkeys(str(entry[4][0]) for entry in found)))
        except OSError as error:
            answers.put(error)
        except UnicodeError as error:  # a label that is empty or longer than 63 characters
            answers.put(socket.gaierror(socket.EAI_NONAME, str(error)))

    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except queue.Empty:
        raise TimeoutError("the name was not resolved in time") from None
    if isinstance(answer, OSError):
        raise answer
    return answer


@dataclass(slots=True)
class _Tape:
    """What one connection carries, and how long it may last."""

    deadline: float  # on time.monotonic()
    read_timeout: float
    limit: int
    sent: bytearray = field(default_factory=bytearray)
    received: bytearray = field(default_factory=bytearray)

    def patience(self, most: float) -> float:
        """Seconds that the next step may take."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError("the deadline has passed")
        return min(most, left)


class _Arriving(io.RawIOBase):
    """The receiving side of a socket, onto a tape."""

    def __init__(self, sock: socket.socket, tape: _Tape) -> None:
        self._sock = sock
        self._file = sock.makefile("rb", buffering=0)
        self._tape = tape

    def readable(self) -> bool:
        return True

    def close(self) -> None:
        self._file.close()
        super().close()

    def tell(self) -> int:
        return len(self._tape.received)

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer)[: self._tape.limit - len(self._tape.received)]
        if not view:
            raise WireFull
        self._sock.settimeout(self._tape.patience(self._tape.read_timeout))
        count = self._file.readinto(view) or 0  # None is for sockets without a time-out
        self._tape.received += view[:count]
        return count


class _TapedSocket:
    """The little of a socket that is used here, with both directions on a tape."""

    def __init__(self, sock: socket.socket, tape: _Tape) -> None:
        self._sock = sock
        self._tape = tape

    def sendall(self, data: bytes) -> None:
        self._sock.settimeout(self._tape.patience(self._tape.read_timeout))
        self._tape.sent += data
        self._sock.sendall(data)

    def makefile(self, mode: str) -> BinaryIO:
        assert mode == "rb"
        return cast("BinaryIO", io.BufferedReader(_Arriving(self._sock, self._tape), _AHEAD))

    def close(self) -> None:
        self._sock.close()


class _Pinned(HTTPConnection):
    """A connection to given addresses, whatever its host's name resolves to by now."""

    def pin(self, addresses: Sequence[str], connect_timeout: float, tape: _Tape) -> None:
        """Sets where to connect, for how long to try, and where to keep what is said."""
        self._addresses = addresses
        self._connect_timeout = connect_timeout
        self._tape = tape
        self.peer: str | None = None

    def _new_conn(self) -> socket.socket:
        failure: OSError = OSError("the name has no address")
        for address in self._addresses:
            patience = self._tape.patience(self._connect_timeout)
            try:
                sock = socket.create_connection((address, self.port), patience)
            except OSError as error:
                failure = error
            else:
                self.peer = address
                return sock
        raise failure

    def connect(self) -> None:
        super().connect()
        assert self.sock is not None
        self.sock = cast("socket.socket", _TapedSocket(self.sock, self._tape))


class _PinnedTLS(_Pinned, HTTPSConnection):
    """The same, over TLS; the certificate is always verified against the host's name."""


class Network:
    """Asks servers, within the bounds of the settings. Safe to use from several threads.

    Neither .netrc nor certificates from the environment are used, and proxies only where the
    settings say so: a proxy hides from the policy which address is connected to.

    Args:
        settings: Time-outs, size bound, allowed exceptions, certificates.
        resolve: How a host's name becomes addresses; what it answers is not trusted.

    Raises:
        UsageError: ``settings.ca_bundle`` holds no certificates.
    """

    def __init__(self, settings: FetchSettings, resolve: Resolve = look_up) -> None:
        self._settings = settings
        self._resolve = resolve
        self._allow = {(host.lower().strip("[]"), port) for host, port in settings.allow_private}
        self._tls = _tls_context(settings)

    def ask(self, request: Request, deadline: float) -> Exchange:
        """Sends one request and keeps the answer, or the failure; ``deadline`` is monotonic."""
        url = request.url
        date = warc_now()
        settings = self._settings
        tape = _Tape(deadline, settings.read_timeout, settings.max_bytes + HEADROOM)
        target = examine(url)
        if isinstance(target, Failure):
            return Exchange(url, date, failure=target)
        proxy = proxy_for(url) if settings.use_proxy else None
        if isinstance(proxy, Failure):
            return Exchange(url, date, failure=proxy)
        addresses = self._addresses(target, proxy, tape)
        if isinstance(addresses, Failure):
            return Exchange(url, date, failure=addresses)
        connection = self._connection(target, proxy)
        connection.pin(addresses, settings.connect_timeout, tape)
        asked, headers = _path_of(url), dict(request.headers)
        if proxy is not None and target.scheme == "http":
            asked, headers = url, {**headers, **proxy.headers}
        received, cut, failure = b"", None, None
        try:
            connection.request("GET", asked, headers=headers)
            received, cut = _heard(connection, tape)
        except (OSError, http.client.HTTPException, UnparsableError, WireFull) as error:
            failure = _explained(error)
        finally:
            connection.close()
        return Exchange(
            url=url,
            date=date,
            request=without_authorization(bytes(tape.sent)),
            response=received,
            cut=cut,
            address=connection.peer if proxy is None else None,
            failure=failure,
            via_proxy=proxy is not None,
        )

    def _addresses(self, target: Target, proxy: Proxy | None, tape: _Tape) -> list[str] | Failure:
        """The addresses of the target that may be connected to, or those of the proxy."""
        way = target if proxy is None else proxy
        if proxy is not None and (refusal := permitted_unseen(target, self._allow)):
            return refusal
        try:
            found = self._resolve(way.host, way.port, tape.patience(tape.read_timeout))
        except OSError as error:
            return _explained(error)
        if not found:
            return network_failure(NetworkFault.DNS, "the host's name has no address")
        if proxy is not None:
            return list(found)
        refusals = [permitted(target, address, self._allow) for address in found]
        if all(refusals):
            assert refusals[0] is not None
            return refusals[0]
        return [address for address, refusal in zip(found, refusals, strict=True) if not refusal]

    def _connection(self, target: Target, proxy: Proxy | None) -> _Pinned:
        way = target if proxy is None else proxy
        if target.scheme == "http":
            return _Pinned(way.host, way.port)
        connection = _PinnedTLS(way.host, way.port, ssl_context=self._tls)
        if proxy is not None:
            connection.set_tunnel(target.host, target.port, proxy.headers)
        return connection


def _path_of(url: str) -> str:
    """The path of an address with its query, as a request line has it."""
    parts = urlsplit(url)
    path = parts.path or "/"
    return f"{path}?{parts.query}" if parts.query else path


def _heard(connection: _Pinned, tape: _Tape) -> tuple[bytes, Cut | None]:
    """The bytes of the answer to what was asked, to the end of its message if that came."""
    assert isinstance(connection.sock, _TapedSocket)
    with connection.sock.makefile("rb") as stream:
        try:
            response = WireResponse(stream)
        except UnparsableError:
            head = bytes(tape.received)
            if b"\n" in head or not _OPENING.startswith(head[: len(_OPENING)]):
                raise
            raise http.client.RemoteDisconnected("within the status line") from None
        if not response.is_whole_head:
            raise http.client.RemoteDisconnected("within the headers")
        if not 200 <= response.status < 300:  # its status says what it is: hardly any body is kept
            tape.limit = min(tape.limit, stream.tell() + _OTHER_BYTES)
            tape.deadline = min(tape.deadline, time.monotonic() + _OTHER_SECONDS)
        cut = drain(response)
        end = stream.tell()
        if cut is None and response.length is not None and _goes_on(stream, tape):
            cut = Cut.DISCONNECT
    kept = memoryview(tape.received)[response.begins : len(tape.received) if cut else end]
    return bytes(kept), cut


def _goes_on(stream: BinaryIO, tape: _Tape) -> bool:
    """Whether more comes after a body of the announced length, which then was not the whole.

    A line end, or another answer, is no part of it.
    """
    tape.read_timeout = _LAST_LOOK
    try:
        more = stream.read1(_AHEAD)  # type: ignore[attr-defined]  # a buffered reader has it
    except (OSError, WireFull):
        return False
    return bool(more.strip()) and not more.lstrip().startswith(b"HTTP/")


def _tls_context(settings: FetchSettings) -> ssl.SSLContext:
    ca_bundle = settings.ca_bundle
    if settings.use_system_certificates:
        context = _system_context()
    else:
        context = create_urllib3_context()
        context.load_verify_locations(DEFAULT_CA_BUNDLE_PATH)
    context.check_hostname = True
    context.verify_mode = ssl.CERT_REQUIRED
    if ca_bundle is not None:
        try:
            context.load_verify_locations(ca_bundle)
        except OSError as error:  # ssl.SSLError is one
            raise UsageError(
                f"{ca_bundle}: no certificates can be read from it ({error.strerror or error})"
            ) from error
    return context


def _system_context() -> ssl.SSLContext:
    try:
        import truststore  # noqa: PLC0415 — an extra
    except ModuleNotFoundError:
        raise UsageError(
            "--system-certificates needs truststore beside citeaudit: pipx inject citeaudit truststore,"
            " or pip install truststore"
        ) from None
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _explained(error: Exception) -> Failure:
    """The outcome that stands for an exception, in the order from the special to the general."""
    match error:
        case TimeoutError():
            return Failure(Outcome.TIMED_OUT, "no whole answer came in time")
        case ssl.SSLCertVerificationError():
            return Failure(
                Outcome.TLS_ERROR, f"the certificate is not accepted: {error.verify_message}"
            )
        case ssl.SSLError():
            return Failure(Outcome.TLS_ERROR, "no secure connection could be agreed on")
        case socket.gaierror():
            return network_failure(NetworkFault.DNS, "the host's name could not be resolved")
        case http.client.RemoteDisconnected():
            return network_failure(NetworkFault.CLOSED, "the server hung up before it had answered")
        case ConnectionRefusedError():
            return network_failure(
                NetworkFault.REFUSED_CONNECTION, "nothing answers at that host and port"
            )
        case ConnectionError():
            return network_failure(NetworkFault.RESET, "the connection broke off before an answer")
        case OSError():
            return network_failure(NetworkFault.UNREACHABLE, "the host cannot be reached from here")
        case _:
            return Failure(Outcome.BAD_RESPONSE, "what came back is no HTTP answer")
