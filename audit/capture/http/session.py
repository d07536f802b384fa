"""The requests of one way to a page: the address as it is sent, our headers, and cookies.

All that an HTTP library would decide by itself (redirects, proxies, passwords from files) is left
to our own code. What requests is needed for, addresses that are not plain and cookies that are sent
back, it is loaded for: a replay of other pages does without.
"""

import re
from collections.abc import Callable, Mapping

from audit._version import __version__
from audit.capture.http.exchange import Exchange, Failure, Request
from audit.capture.http.policy import examine, is_below
from audit.capture.http.wire import parsed
from audit.model import Outcome

HEADERS = {
    "User-Agent": f"citeaudit/{__version__} (checks quotations against their sources)",
    "Accept": "text/html,application/xhtml+xml,application/json;q=0.9,text/*;q=0.8,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate, br, zstd",
    "Connection": "close",
}

# What requests leaves as it is: nothing to write out, to encode, to decode or to fold.
_ESCAPED = "%(?:[0189A-F][0-9A-F]|2[0-9A-CF]|3[A-F]|40|5[B-E]|60|7[B-DF])"
_PLAIN = re.compile(
    r"https?://[a-z0-9][a-z0-9.-]*(?::[1-9][0-9]{0,3})?"
    rf"/(?:[A-Za-z0-9_~!$&'()*+,;=:@/-]|(?<!/)\.|\.(?=[A-Za-z0-9])|{_ESCAPED})*"
    rf"(?:\?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|{_ESCAPED})+)?"
)


class Session:
    """One a fetch: cookies are kept on the way to a page and no longer.

    Cookies go back to the host that set them and, unlike browsers have it, to its port: two servers
    at one address are two.
    """

    def __init__(self, ask: Callable[[Request], Exchange], user_agent: str | None) -> None:
        """``ask`` puts a request to archives and network alike."""
        self._ask = ask
        self._headers = dict(HEADERS)
        if user_agent is not None:
            self._headers["User-Agent"] = f"{user_agent} {HEADERS['User-Agent']}"
        self._port = 0
        self._answers: dict[int, list[tuple[str, Exchange]]] = {}  # by port, with what was asked

    def prepared(
        self,
        url: str,
        *,
        malformed: Outcome,
        headers: Mapping[str, Mapping[str, str]] | None = None,
    ) -> Request | Failure:
        """The request for an address, with the cookies of its host.

        A failure where it is none to ask for. ``headers`` go with it if it leads below the address
        that is their key, as it is sent.
        """
        target = examine(url)
        if isinstance(target, Failure):
            return target
        address = _spelled(target.url)
        if address is None:
            return Failure(malformed, "the address is not well formed")
        self._port = 0 if target.port in {80, 443} else target.port
        sent = dict(self._headers)
        cookies = self._cookies_for(address)
        if cookies:
            sent["Cookie"] = cookies
        for base, more in (headers or {}).items():
            if is_below(address, base):
                sent.update(more)
        return Request(address, sent)

    def sent(self, request: Request) -> Exchange:
        """The exchange that a request led to."""
        exchange = self._ask(request)
        if exchange.failure is None:
            self._answers.setdefault(self._port, []).append((request.url, exchange))
        return exchange

    def _cookies_for(self, address: str) -> str:
        answers = [
            (asked, exchange)
            for asked, exchange in self._answers.get(self._port, ())
            if "Set-Cookie" in parsed(exchange.response).headers
        ]
        if not answers:
            return ""
        from audit.capture.http.by_requests import cookies_for  # noqa: PLC0415 — as said above

        return cookies_for(address, answers)


def _spelled(url: str) -> str | None:
    """An address as it is sent, None for one that cannot be."""
    if _PLAIN.fullmatch(url):
        return url
    from audit.capture.http.by_requests import spelled  # noqa: PLC0415 — as said above

    return spelled(url)
