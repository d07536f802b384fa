"""The links of a page, with the words they stand on, and the feeds that its head declares."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from audit.discover.listing import LONGEST_TEXT, Child, Listing, absolute
from audit.discover.site.teasers import beginnings
from audit.markup.addresses.link_roles import role_of
from audit.markup.addresses.sheets import is_sheet_of
from audit.markup.tokens import COMMENT, attributes_of, decoded, tags
from audit.model import Candidate, LinkRole, Provider

_LARGEST = 3_000_000  # characters of a page that are looked through
_MOST_LINKS = 2000
_FEED_TYPES = re.compile(
    r"application/(?:rss\+xml|atom\+xml|feed\+json|json)\s*(?:;|$)", re.IGNORECASE
)
_FEWEST_WORDS = 3  # of a headline; menus have fewer
_OF_STORY = re.compile(
    r"/(?:19|20)\d\d[/-]?\d\d[/-]?\d\d/|[-/.]\d{5,12}(?:\.\w{3,5})?/?$"
)  # a day, or a number
_SECTION = re.compile(r"(?:/[\w-]{1,40}){1,3}(?:/|\.html?)?")
# What sites link to on each of their pages beside the sections of their news.
_NO_SECTION = re.compile(
    r"/(?:about|accessib|account|advert|app|archive|author|career|contact|cookie|faq|game|help|imprint"
    r"|impressum|job|login|log-in|newsletter|podcast|privacy|datenschutz|register|search|shop|sign"
    r"|sitemap|subscri|abo|terms|video|weather|wetter)",
    re.IGNORECASE,
)
_MOST_SECTIONS = 40
_LISTS = frozenset({Provider.HOME_PAGE, Provider.SECTION})
_NO_FEED = re.compile(r"/(?:comments|wp-json|oembed)\b", re.IGNORECASE)


def read_links(markup: str, base: str, provider: Provider, where: str) -> Listing:
    """The pages that a page links to by a headline, and the feeds it declares (``children``).

    Where the page is a list, the words below a headline tell of what it leads to.
    """
    links: dict[str, str] = {}
    feeds: dict[str, None] = {}
    for url, text, is_feed in _links(markup[:_LARGEST], base):
        if is_feed:
            feeds.setdefault(url)
        elif (
            len(text.split()) >= _FEWEST_WORDS
            or url.count("-") >= _FEWEST_WORDS
            or (text and _OF_STORY.search(url))
        ):
            links[url] = max(links.get(url, ""), text, key=len)
    told = beginnings(markup, base) if provider in _LISTS else {}
    entries = tuple(
        Candidate(url, provider, title=text[:LONGEST_TEXT], summary=told.get(url, ""), where=where)
        for url, text in links.items()
        if role_of(url) is LinkRole.SOURCE
    )
    return Listing(provider, entries, tuple(map(Child, feeds)))


def section_pages(markup: str, base: str) -> tuple[tuple[str, str], ...]:
    """The sections of a site as its first page links to them, each as (address, name)."""
    host = urlsplit(base).hostname
    found: dict[str, str] = {}
    for url, text, is_feed in _links(markup[:_LARGEST], base):
        parts = urlsplit(url)
        if (
            not is_feed
            and parts.hostname == host
            and not parts.query
            and 0 < len(text.split()) < _FEWEST_WORDS
            and _SECTION.fullmatch(parts.path)
            and not _NO_SECTION.search(parts.path)
        ):
            found.setdefault(url, text)
    return tuple(found.items())[:_MOST_SECTIONS]


def next_page(markup: str, base: str) -> str:
    """The address at which the same article goes on; empty where a page names none.

    Many sites call the next of their stories 'next', too: an article's own pages have its address
    with something behind it.
    """
    for _, tag, rest, _ in tags(markup[:_LARGEST]):
        if tag not in {"a", "link"} or rest is None or "next" not in rest:
            continue
        attributes = attributes_of(rest)
        if "next" in attributes.get("rel", "").lower().split():
            url = _linked(base, attributes)
            if url and is_sheet_of(url, base):
                return url
    return ""


def _links(markup: str, base: str) -> Iterator[tuple[str, str, bool]]:
    """Each link as (address, words, whether it is a feed of the page)."""
    href = ""
    pieces: list[str] = []
    found = 0
    for text, tag, rest, _ in tags(markup):
        if href:
            pieces.append(text)
        if tag == "link" and rest is not None:
            attributes = attributes_of(rest)
            if "alternate" in attributes.get("rel", "").lower().split() and _FEED_TYPES.match(
                attributes.get("type", "")
            ):
                url = _linked(base, attributes)
                if url and not _NO_FEED.search(url):
                    yield url, attributes.get("title", ""), True
        elif tag == "base" and rest is not None:
            base = _linked(base, attributes_of(rest)) or base
        elif tag == "a":
            if href:
                found += 1
                yield href, " ".join(decoded(" ".join(pieces)).split()), False
            if found >= _MOST_LINKS:
                return
            pieces.clear()
            href = _linked(base, attributes_of(rest)) if rest is not None else ""
        elif tag and tag != COMMENT and href:
            pieces.append(" ")


def _linked(base: str, attributes: Mapping[str, str]) -> str:
    return absolute(base, attributes.get("href", "")).partition("#")[0]
