"""Identifiers that stand for an address: 'doi:10.1000/182', 'arXiv:2101.00001', 'PMID: 1234'."""

import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from urllib.parse import quote

from audit.model import Link

_FILE = "identifiers.toml"
_MAY_BE = re.compile(r"10\.\d{4}|arxiv:|PMC|PMID", re.IGNORECASE)
_KEPT = "/:;().-_~"  # in an address as they are


def identifier_links(text: str, offset: int, trimmed: Callable[[str], str]) -> list[Link]:
    """The identifiers of ``text`` as links to where they lead, in the order of the table.

    ``offset`` is added to the spans. ``trimmed`` takes the punctuation of the sentence off an
    address.
    """
    if _MAY_BE.search(text) is None:
        return []
    links = []
    for pattern, url in _table():
        for match in pattern.finditer(text):
            identifier = trimmed(match[1])
            if not identifier or identifier.endswith("/"):
                continue
            end = match.start(1) + len(identifier)
            address = url.replace("{}", quote(identifier, safe=_KEPT))
            links.append(Link(offset + match.start(), offset + end, address))
    return links


@cache
def _table() -> tuple[tuple[re.Pattern[str], str], ...]:
    text = (files(__package__) / _FILE).read_text(encoding="utf-8")
    return tuple(
        (re.compile(entry["pattern"], re.IGNORECASE), entry["url"])
        for entry in tomllib.loads(text)["identifier"]
    )
