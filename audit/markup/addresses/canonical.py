"""Compares URLs by what they lead to."""

import re
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

from audit.markup.addresses.url import plain_host

# What says how a reader came, and not to which page.
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|twclid|ttclid|yclid|li_fat_id|igsh|igshid"
    r"|mc_[ce]id|mkt_tok|_hsenc|_hsmi|_gl|_ga|oly_(?:enc|anon)_id|vero_id|ref_src|ref_url|cmpid|CMP|ocid"
    r"|at_\w+|smid|sref|ns_\w+|__twitter_impression|wt_zmc|xtor|taid"
)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_AMP_ENDS = re.compile(r"(?<=[^/])(?:/amp/?|\.amp(?=\.html?$))")
_DOI = re.compile(r"/(10\.\d{4,9}/.+)")


def canonical(url: str) -> str:
    """A URL for comparing, never for fetching.

    Scheme and host lower-cased, default port, fragment, user and tracking parameters dropped, http
    taken for https (RFC 3986, 6.2; tracking parameters by their usual names), and the forms of a
    page for small screens for the page: ``m.``, ``/amp``. A DOI has no case (ISO 26324). A URL that
    cannot be split is returned as it is.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return url
    host = plain_host(url)
    if host in {"doi.org", "dx.doi.org"} and (doi := _DOI.fullmatch(parts.path)):
        return f"https://doi.org/{doi[1].lower()}"
    if port is not None and port != _DEFAULT_PORTS.get(parts.scheme.lower()):
        host = f"{host}:{port}"
    return urlunsplit(("https", host, _path(parts.path), _query(parts), ""))


def untracked(url: str) -> str:
    """A URL without tracking parameters, and as it is in everything else."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    kept = [
        pair for pair in parts.query.split("&") if not _TRACKING.fullmatch(pair.partition("=")[0])
    ]
    return urlunsplit(parts._replace(query="&".join(kept)))


def _path(path: str) -> str:
    ends = _AMP_ENDS.search(path, max(len(path) - len("/amp.amp.html"), 0))
    if ends is not None and (ends.end() == len(path) or path[ends.start()] == "."):
        path = path[: ends.start()] + path[ends.end() :]
    return path or "/"


def _query(parts: SplitResult) -> str:
    return urlencode(
        [
            (key, value)
            for key, value in parse_qsl(parts.query, keep_blank_values=True)
            if not _TRACKING.fullmatch(key) and (key.lower(), value) not in _AMP_PARAMETERS
        ]
    )


_AMP_PARAMETERS = frozenset({("amp", ""), ("amp", "1"), ("amp", "true"), ("outputtype", "amp")})
