"""Compares URLs by what they lead to."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref_src|ref_url|cmpid|ocid|at_\w+|smid|sref"
)
_DEFAULT_PORTS = {"http": 80, "https": 443}


def canonical(url: str) -> str:
    """A URL for comparing, never for fetching.

    Scheme and host lower-cased, default port, fragment, user and tracking parameters dropped, and
    http taken for https (RFC 3986, 6.2; tracking parameters by their usual names).
    A URL that cannot be split is returned as it is.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return url
    host = (parts.hostname or "").removeprefix("www.")
    if port is not None and port != _DEFAULT_PORTS.get(parts.scheme.lower()):
        host = f"{host}:{port}"
    query = urlencode(
        [
            (key, value)
            for key, value in parse_qsl(parts.query, keep_blank_values=True)
            if not _TRACKING.fullmatch(key)
        ]
    )
    return urlunsplit(("https", host, parts.path or "/", query, ""))
