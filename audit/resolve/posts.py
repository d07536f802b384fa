"""Knows the addresses of posts on X, and where the public embed service gives their words.

The service is ``publish.twitter.com/oembed`` (oEmbed 1.0; X's own embeds use it). It asks for the
twitter.com form of an address; archives may hold its answer under the x.com form.
"""

import re
from urllib.parse import quote

_POST = re.compile(
    r"https?://(?:www\.|mobile\.|m\.)?(?:x|twitter)\.com/(?P<user>\w{1,20}|i/web)/status(?:es)?/(?P<id>\d{1,25})(?:[/?#].*)?",
    re.IGNORECASE,
)
_SHORT = re.compile(r"https?://t\.co/\w{1,30}", re.IGNORECASE)


def post_id(url: str) -> str | None:
    """The id of the post at an address of X or Twitter, None when it is none."""
    match = _POST.fullmatch(url)
    return match["id"] if match is not None else None


def is_short_link(url: str) -> bool:
    """Whether an address is one of X's short links, which say nothing of where they lead."""
    return _SHORT.fullmatch(url) is not None


def embed_addresses(url: str) -> tuple[str, ...]:
    """Where the embed service answers with a post's words, the address to ask live first.

    Raises:
        ValueError: ``url`` is no address of a post on X or Twitter.
    """
    match = _POST.fullmatch(url)
    if match is None:
        raise ValueError(f"no post: {url}")
    path = f"{match['user']}/status/{match['id']}"
    return tuple(
        f"https://publish.twitter.com/oembed?url={quote(f'https://{host}/{path}', safe='')}"
        for host in ("twitter.com", "x.com")
    )
