"""Addresses that stand in the text as text: ``https://…``, and identifiers that lead to one."""

import re

from audit.model import Link
from audit.read.links.addresses import only_absolute
from audit.read.links.identifiers import identifier_links

# One class, one repeat: what follows a match is never looked at twice.
_ADDRESS = re.compile(r"\bhttps?://[^\s<>\"“”«»‘`|\\^{}\x00-\x1f\x7f]+", re.IGNORECASE)
_CLOSERS = {")": "(", "]": "["}
_NEVER_LAST = ".,;:!?'’*_~"


def bare_links(text: str, offset: int = 0) -> list[Link]:
    """The http and https addresses and the identifiers written out in ``text``, in order.

    Punctuation that belongs to the sentence is left off: a closing bracket is part of an address
    only when the address opens it. An address that an ellipsis cuts short leads nowhere and is no
    link. ``offset`` is added to the spans.
    """
    links = []
    for match in _ADDRESS.finditer(text):
        address = match.group()
        if "…" in address or address.endswith("..."):
            continue
        address = _without_punctuation(address)
        target = only_absolute(address)
        if target is not None:
            start = offset + match.start()
            links.append(Link(start, start + len(address), target))
    return _with_identifiers(links, identifier_links(text, offset, _without_punctuation))


def _with_identifiers(links: list[Link], identifiers: list[Link]) -> list[Link]:
    """The links, and of the identifiers those that stand in no link, in order."""
    if not identifiers:
        return links
    found: list[Link] = []
    for link in sorted([*links, *identifiers], key=lambda link: (link.start, -link.end)):
        if not found or link.start >= found[-1].end:
            found.append(link)
    return found


def _without_punctuation(address: str) -> str:
    end = len(address)
    unopened = {
        closer: address.count(closer) - address.count(opener) for closer, opener in _CLOSERS.items()
    }
    while end:
        last = address[end - 1]
        if last in _NEVER_LAST:
            end -= 1
        elif unopened.get(last, 0) > 0:
            unopened[last] -= 1
            end -= 1
        else:
            break
    return address[:end]
