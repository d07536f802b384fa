"""Sitemaps, news sitemaps and indexes of sitemaps (sitemaps.org 0.9; Google's news extension).

A sitemap is flat, and may have 50,000 entries: it is read by one expression that looks at each
character once, not by a parser of XML. So nothing in it is expanded, included or fetched, a broken
one is read as far as it goes, and depth costs nothing.
"""

import re
from itertools import islice

from audit.discover.days import day_of
from audit.discover.listing import (
    LONGEST_ADDRESS,
    LONGEST_TEXT,
    MOST_ENTRIES,
    Child,
    Listing,
    absolute,
    address,
)
from audit.markup.tokens import decoded
from audit.model import Candidate, Provider

_ROOT = re.compile(r"<(?:[\w-]{1,40}:)?(urlset|sitemapindex)[\s>/]", re.IGNORECASE)
_WITHIN = 20_000  # characters in which the first element stands
_ENTRY = re.compile(r"<(?:[\w-]{1,40}+:)?+(?:url|sitemap)(?=[\s>])[^>]*+>", re.IGNORECASE)
_VALUE = re.compile(
    r"<(?!(?:image|video):)(?:[\w-]{1,40}+:)?+(loc|lastmod|title|keywords|publication_date)(?=[\s>])[^>]*+>"
    r"(?:\s*+<!\[CDATA\[((?:[^\]]++|\](?!\]>))*+)|([^<]*+))",
    re.IGNORECASE,
)
_PICTURES = re.compile(r"<(?:image|video)(?::(?:image|video))?[\s>]", re.IGNORECASE)
_LONGEST_ENTRY = 20_000  # characters
_LINE = re.compile(r"[^\r\n]++")


def is_sitemap(text: str) -> bool:
    """Whether a text is a sitemap or an index of sitemaps."""
    return _ROOT.search(text, 0, _WITHIN) is not None


def is_plain_sitemap(text: str) -> bool:
    """Whether a text is a sitemap of addresses alone, one a line (sitemaps.org, 'Text file')."""
    first = _LINE.search(text.lstrip("\ufeff \t\r\n")[: 2 * LONGEST_ADDRESS])
    return first is not None and bool(address(first[0]))


def read_plain_sitemap(text: str, where: str) -> Listing:
    """The pages that a sitemap of addresses alone lists; never an error."""
    lines = islice(_LINE.finditer(text.removeprefix("\ufeff")), MOST_ENTRIES + 1)
    urls = [address(line[0]) for line in lines]
    trouble = f"it has more than {MOST_ENTRIES} entries" if len(urls) > MOST_ENTRIES else ""
    pages = dict.fromkeys(filter(None, urls[:MOST_ENTRIES]))
    entries = (Candidate(url, Provider.SITEMAP, where=where) for url in pages)
    return Listing(Provider.SITEMAP, tuple(entries), trouble=trouble)


def read_sitemap(text: str, where: str) -> Listing:
    """The pages or the sitemaps that a sitemap lists; never an error."""
    root = _ROOT.search(text, 0, _WITHIN)
    if root is None:
        return Listing(Provider.SITEMAP, trouble="it is no sitemap")
    is_index = root[1].lower() == "sitemapindex"
    entries: list[Candidate] = []
    children: list[Child] = []
    trouble = ""
    illustrated = _PICTURES.search(text) is not None
    starts = _ENTRY.finditer(text, root.end())
    start = next(starts, None)
    while start is not None:
        following = next(starts, None)
        end = following.start() if following is not None else len(text)
        if len(entries) + len(children) >= MOST_ENTRIES:
            trouble = f"it has more than {MOST_ENTRIES} entries"
            break
        last = min(end, start.end() + _LONGEST_ENTRY)
        values = _values(text, start.end(), last, illustrated=illustrated)
        start = following
        place = values.get("loc", "")
        is_of_site = place.startswith("/") and not place.startswith("//")
        url = absolute(where, place) if is_of_site else address(place)
        if not url:
            continue
        changed = day_of(values.get("lastmod", ""))
        if is_index:
            children.append(Child(url, changed))
            continue
        entries.append(
            Candidate(
                url,
                Provider.SITEMAP,
                title=values.get("title", ""),
                day=day_of(values.get("publication_date", "")),
                changed=changed,
                keywords=values.get("keywords", ""),
                where=where,
            )
        )
    return Listing(Provider.SITEMAP, tuple(entries), tuple(children), trouble)


def _values(text: str, start: int, end: int, *, illustrated: bool) -> dict[str, str]:
    """The values of one entry by name, of several the first; those of its pictures left out."""
    picture = _PICTURES.search(text, start, end) if illustrated else None
    values: dict[str, str] = {}
    for match in _VALUE.finditer(text, start, end):
        name = match[1].lower()
        if name == "title" and picture is not None and picture.start() < match.start():
            continue
        given, plain = match[2], match[3]
        value = given if given is not None else decoded(plain)
        values.setdefault(name, " ".join(value[:LONGEST_TEXT].split()))
    return values
