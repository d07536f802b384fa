"""The proxies of the environment, for those who can reach the web through nothing else."""

import base64
import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from requests.utils import get_environ_proxies, select_proxy

from audit.capture.http.exchange import Failure, network_failure
from audit.model import NetworkFault

_AUTHORIZATION = re.compile(
    rb"^(?:(?:proxy-)?authorization|x-api-key|x-subscription-token|api-key"
    rb"|ocp-apim-subscription-key):[^\r\n]*\r\n",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Proxy:
    """An HTTP proxy; ``headers`` hold the credentials that its address gives."""

    host: str
    port: int
    headers: dict[str, str]


def proxy_for(url: str) -> Proxy | Failure | None:
    """The proxy that ``HTTP_PROXY``, ``HTTPS_PROXY`` and ``NO_PROXY`` name for a URL, or None."""
    address = select_proxy(url, get_environ_proxies(url))
    if not address:
        return None
    bad = network_failure(NetworkFault.PROXY, "the environment names none that can be used")
    try:
        parts = urlsplit(address if "://" in address else f"http://{address}")
        port = parts.port or 80
    except ValueError:
        return bad
    if parts.scheme != "http" or not parts.hostname:
        return bad
    headers = {}
    if parts.username is not None:
        pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        headers["Proxy-Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
    return Proxy(parts.hostname, port, headers)


def without_authorization(request: bytes) -> bytes:
    """A request as it may be kept: without what a proxy or a service is told in confidence."""
    return _AUTHORIZATION.sub(b"", request)
