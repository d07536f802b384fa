"""What a list of pages has in it, whatever its format: a sitemap, a feed, a page with links."""

import zlib
from dataclasses import dataclass
from urllib.parse import urljoin

from audit.markup.characters.charset import decode_page
from audit.model import Candidate, Provider

MOST_ENTRIES = 50_000
"""Entries of a list that are read: as many as the sitemaps protocol allows in one."""
LARGEST = 52_428_800
"""Bytes of a list, unpacked: as many as the sitemaps protocol allows."""
LONGEST_ADDRESS = 2048
"""Characters of an address, by the same protocol."""
LONGEST_TEXT = 2000
"""Characters of a title or a summary that are read."""
_GZIP = b"\x1f\x8b"
_PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class Child:
    """A list that another one names; ``changed`` is the day of its last change (ISO 8601)."""

    url: str
    changed: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of pages as it was read.

    ``children`` are other lists that it names. ``trouble`` says in a few words what of it could not
    be read.
    """

    provider: Provider
    entries: tuple[Candidate, ...] = ()
    children: tuple[Child, ...] = ()
    trouble: str = ""


def unpacked(body: bytes) -> tuple[bytes, str]:
    """The bytes of a list, unpacked where they are gzip, and what is wrong with them.

    No more than ``LARGEST`` bytes come out, whatever is packed in there.
    """
    if not body.startswith(_GZIP):
        return (body, "") if len(body) <= LARGEST else (body[:LARGEST], "it is too large")
    inflating = zlib.decompressobj(zlib.MAX_WBITS | 16)
    pieces: list[bytes] = []
    size = 0
    try:
        for at in range(0, len(body), _PIECE):
            piece = inflating.decompress(body[at : at + _PIECE], LARGEST - size + 1)
            pieces.append(piece)
            size += len(piece)
            if size > LARGEST:
                return b"".join(pieces)[:LARGEST], "it is too large"
    except zlib.error:
        return b"".join(pieces), "it is broken"
    return b"".join(pieces), "" if inflating.eof else "it is cut off"


def characters(body: bytes, content_type: str | None) -> tuple[str, str]:
    """The text of a list, and what is wrong with it."""
    data, trouble = unpacked(body)
    return decode_page(data, content_type), trouble


def absolute(base: str, text: str) -> str:
    """An address of the web as a list at ``base`` has it, written out; empty for what is none."""
    try:
        return address(urljoin(base, text.strip())) if text.strip() else ""
    except ValueError:  # 'http://[x': the library's, for what is no address
        return ""


def address(text: str) -> str:
    """An address of the web as a list has it; empty for what is none."""
    url = text.strip()
    if len(url) > LONGEST_ADDRESS or not url.lower().startswith(("http://", "https://")):
        return ""
    return url if url.isprintable() and " " not in url else ""
