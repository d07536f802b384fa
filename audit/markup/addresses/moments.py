"""The address that opens a recording at a moment, as its service has it.

YouTube reads ``t=90s`` in the query (its own 'Share … start at'), Vimeo ``#t=90s``; others get the
fragment ``#t=90`` of W3C Media Fragments URI 1.0, which browsers read for files.
"""

from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

from audit.markup.addresses.url import on_domain

_MOMENT = "t="


def pointed(url: str, directive: str) -> str:
    """An address with a selector's directive behind it; what it had as a fragment is dropped."""
    bare = url.partition("#")[0]
    if not directive:
        return bare
    if directive.startswith(_MOMENT) and directive[len(_MOMENT) :].isdecimal():
        seconds = directive[len(_MOMENT) :]
        if on_domain(bare, "youtube.com", "youtu.be"):
            return _of_youtube(bare, seconds)
        if on_domain(bare, "vimeo.com"):
            return f"{bare}#t={seconds}s"
    return f"{bare}#{directive}"


def _of_youtube(url: str, seconds: str) -> str:
    parts = urlsplit(url)
    query = parse_qs(parts.query)
    path = parts.path.strip("/").split("/")
    video = (query.get("v") or [""])[0]
    if not video and path[0] in ("embed", "live", "shorts", "v") and len(path) > 1:
        video = path[1]
    elif not video and on_domain(url, "youtu.be"):
        video = path[0]
    if not video:
        return f"{url}#t={seconds}"
    asked = urlencode({"v": video, "t": f"{seconds}s"})
    return urlunsplit(("https", "www.youtube.com", "/watch", asked, ""))
