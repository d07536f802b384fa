"""The sitemaps that a robots.txt names (sitemaps.org, 'Specifying the Sitemap location')."""

import re

from audit.discover.listing import absolute

_LINE = re.compile(rb"^[ \t]*sitemap[ \t]*:[ \t]*([^\r\n#]{1,2100})", re.IGNORECASE | re.MULTILINE)
_LONGEST = 500_000  # bytes, the least that a program has to read (RFC 9309, 2.5)
_MOST = 200


def first_question(site: str) -> str:
    """The address that is asked for first at an outlet: its robots.txt, or a list by name."""
    return f"{site}robots.txt" if site == absolute(site, "/") else site


def is_robots_txt(url: str) -> bool:
    """Whether an address is that of a robots.txt: asked for one, some sites lead elsewhere."""
    return url == absolute(url, "/robots.txt")


def sitemaps_named(body: bytes, base: str) -> tuple[str, ...]:
    """The addresses of the sitemaps, in their order and each once.

    No line is of one program alone.
    """
    found = dict.fromkeys(
        absolute(base, match[1].decode("utf-8", errors="replace"))
        for match in _LINE.finditer(body[:_LONGEST])
    )
    return tuple(url for url in found if url)[:_MOST]
