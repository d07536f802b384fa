"""How requests is used: a session a fetch, whose transport adapter asks archives and network alike.

All that requests would decide by itself (redirects, proxies, passwords from files) is left to our
own code.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.client import HTTPMessage
from typing import Any

import requests
from requests.adapters import BaseAdapter
from requests.cookies import RequestsCookieJar
from requests.structures import CaseInsensitiveDict

from audit._version import __version__
from audit.capture.http.cookies import as_on_the_day
from audit.capture.http.dates import warc_date
from audit.capture.http.exchange import Exchange, Failure
from audit.capture.http.policy import Target, examine, is_below
from audit.capture.http.wire import parsed
from audit.model import Outcome

HEADERS = {
    "User-Agent": f"citeaudit/{__version__} (checks quotations against their sources)",
    "Accept": "text/html,application/xhtml+xml,application/json;q=0.9,text/*;q=0.8,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate, br, zstd",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class _Head:
    msg: HTTPMessage


@dataclass(frozen=True, slots=True)
class _Raw:
    """What the adapter brings back; requests takes cookies from ``_original_response.msg``."""

    exchange: Exchange
    _original_response: _Head | None = None


class ExchangeAdapter(BaseAdapter):
    """The transport adapter: hands a prepared request to ``ask`` and takes its exchange in."""

    def __init__(self, ask: Callable[[requests.PreparedRequest], Exchange]) -> None:
        super().__init__()
        self._ask = ask

    def send(self, request: requests.PreparedRequest, *_: Any, **__: Any) -> requests.Response:
        """Asks; the response's ``raw`` is a ``_Raw``. A failure is a response without a status."""
        exchange = self._ask(request)
        response = requests.Response()
        response.url, response.request = str(request.url), request
        if exchange.failure is not None:
            response.raw = _Raw(exchange)
            return response
        head = parsed(exchange.response)
        response.status_code = head.status
        cookies = as_on_the_day(head.headers, warc_date(exchange.date))
        response.raw = _Raw(exchange, _Head(cookies))
        return response

    def close(self) -> None:
        """Holds nothing open."""


class Session(requests.Session):
    """A session that leaves redirects to its caller, who judges and keeps each hop.

    Cookies go back to the host that set them and, unlike browsers have it, to its port: two servers
    at one address are two.
    """

    def __init__(self) -> None:
        super().__init__()
        self._jars: dict[int, RequestsCookieJar] = {}

    def use_cookies_of(self, target: Target) -> None:
        """Sends and keeps cookies for one target until the next is set."""
        port = 0 if target.port in {80, 443} else target.port
        self.cookies = self._jars.setdefault(port, RequestsCookieJar())

    def get_redirect_target(self, resp: requests.Response) -> str | None:  # noqa: ARG002 — the base class asks so
        """Never: see ``redirects``."""
        return None


def session_through(adapter: ExchangeAdapter, user_agent: str | None) -> Session:
    """A session whose every request goes through an adapter."""
    session = Session()
    # A proxy of the environment would hide the connected address; .netrc would send passwords.
    session.trust_env = False
    session.headers = CaseInsensitiveDict(HEADERS)
    if user_agent is not None:
        session.headers["User-Agent"] = f"{user_agent} {HEADERS['User-Agent']}"
    session.mount("http://", adapter)
    session.mount("https://", adapter)
    return session


def prepared(
    session: Session,
    url: str,
    *,
    malformed: Outcome,
    headers: Mapping[str, Mapping[str, str]] | None = None,
) -> requests.PreparedRequest | Failure:
    """The request for an address, with the cookies of its host; a failure where it is none to ask for.

    ``headers`` go with it if it leads below the address that is their key, as it is sent.
    """
    target = examine(url)
    if isinstance(target, Failure):
        return target
    session.use_cookies_of(target)
    try:
        request = session.prepare_request(requests.Request("GET", target.url))
    except requests.RequestException:  # a host that is no domain name, for instance
        return Failure(malformed, "the address is not well formed")
    for base, more in (headers or {}).items():
        if is_below(str(request.url), base):
            request.headers.update(more)
    return request


def sent(session: Session, request: requests.PreparedRequest) -> Exchange:
    """The exchange that a request led to."""
    raw: Any = session.send(request, stream=True).raw
    assert isinstance(raw, _Raw)
    return raw.exchange


def question_of(request: requests.PreparedRequest) -> tuple[str, str]:
    """What makes two requests the same: the URL, and the cookies that go with it."""
    return str(request.url), str(request.headers.get("Cookie", ""))
