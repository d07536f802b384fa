"""What requests does: spelling an address as it is sent, and keeping the cookies of a server.

Loaded where an address is not plain, or a page is led to with cookies: see ``session``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from email.message import Message

import requests
from requests.cookies import RequestsCookieJar, extract_cookies_to_jar, get_cookie_header

from audit.capture.http.cookies import as_on_the_day
from audit.capture.http.dates import warc_date
from audit.capture.http.exchange import Exchange
from audit.capture.http.wire import parsed


@dataclass(frozen=True, slots=True)
class _Head:
    msg: Message


@dataclass(frozen=True, slots=True)
class _Raw:
    """An answer as requests takes cookies from it."""

    _original_response: _Head


def spelled(url: str) -> str | None:
    """An address as it is sent.

    None for one that cannot be, such as a host that is no domain name.
    """
    try:
        return str(_prepared(url).url)
    except requests.RequestException:
        return None


def cookies_for(url: str, answers: Iterable[tuple[str, Exchange]]) -> str:
    """The Cookie header for an address.

    Args:
        url: The address, as it is sent.
        answers: The earlier answers of its server, in order, each with the address that was asked.
    """
    jar = RequestsCookieJar()
    for asked, exchange in answers:
        head = _Head(as_on_the_day(parsed(exchange.response).headers, warc_date(exchange.date)))
        extract_cookies_to_jar(jar, _prepared(asked), _Raw(head))  # type: ignore[no-untyped-call]
    return get_cookie_header(jar, _prepared(url)) or ""  # type: ignore[no-untyped-call]


def _prepared(url: str) -> requests.PreparedRequest:
    return requests.Request("GET", url).prepare()
