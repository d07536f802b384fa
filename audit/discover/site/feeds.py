"""Feeds: RSS 0.9x, 1.0 and 2.0, Atom (RFC 4287), JSON Feed 1.1."""

import re
from collections.abc import Iterator
from typing import Any

from audit.discover.days import day_of
from audit.discover.listing import LONGEST_TEXT, MOST_ENTRIES, Listing, absolute
from audit.markup.json_ld import parse_json
from audit.markup.tokens import CDATA, COMMENT, attributes_of, decoded, tags
from audit.model import Candidate, Provider

_ROOT = re.compile(r"<(?:[\w-]{1,40}:)?(?:rss|feed|RDF)[\s>]")
_WITHIN = 20_000
_JSON = re.compile(r"\s*\{")
_MARKUP = re.compile(r"<[^<>]{0,2000}+>")
_DAYS = ("pubdate", "published", "date", "issued")
_CHANGES = ("updated", "modified")
_SUMMARIES = ("description", "summary", "content", "encoded")
_VALUES = frozenset({"title", "link", "guid", "id", "category", *_DAYS, *_CHANGES, *_SUMMARIES})
_PREFIXES = frozenset({"", "a10", "atom", "content", "dc", "dcterms", "rss"})


def is_feed(text: str) -> bool:
    """Whether a text is a feed."""
    if _JSON.match(text):
        return "https://jsonfeed.org/version/" in text[:_WITHIN]
    return _ROOT.search(text, 0, _WITHIN) is not None


def read_feed(text: str, where: str) -> Listing:
    """The pages that a feed lists; never an error."""
    found: list[Candidate] = []
    trouble = ""
    for values in _of_json(text) if _JSON.match(text) else _of_xml(text):
        if len(found) >= MOST_ENTRIES:
            trouble = f"it has more than {MOST_ENTRIES} entries"
            break
        candidate = _candidate(values, where)
        if candidate is not None:
            found.append(candidate)
    return Listing(Provider.FEED, tuple(found), trouble=trouble)


def _candidate(values: dict[str, str], where: str) -> Candidate | None:
    linked = values.get("link") or values.get("guid") or values.get("id") or ""
    url = absolute(where, linked)
    if not url:
        return None
    return Candidate(
        url,
        Provider.FEED,
        title=_plain(values.get("title", "")),
        day=_first_day(values, _DAYS),
        changed=_first_day(values, _CHANGES),
        summary=_plain(" ".join(values.get(name, "") for name in _SUMMARIES)),
        keywords=_plain(values.get("category", "")),
        where=where,
    )


def _first_day(values: dict[str, str], names: tuple[str, ...]) -> str | None:
    days = (day_of(values[name]) for name in names if name in values)
    return next((day for day in days if day is not None), None)


def _plain(text: str) -> str:
    """A text without the markup in it."""
    text = text[: 2 * LONGEST_TEXT]
    return " ".join(decoded(_MARKUP.sub(" ", text)).split())[:LONGEST_TEXT]


def _of_xml(text: str) -> Iterator[dict[str, str]]:
    """The values of each ``<item>`` or ``<entry>`` by its elements' names, without prefixes."""
    entry: _Entry | None = None
    for before, tag, rest, _ in tags(text, xml=True):
        name = tag.rpartition(":")[2]
        if name in {"item", "entry"}:
            if entry is not None:
                yield entry.values
            entry = _Entry() if rest is not None else None
        elif entry is not None:
            entry.hear(before, tag, rest)
    if entry is not None:
        yield entry.values


class _Entry:
    """One entry of a feed while it is being read."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self._open = ""
        self._depth = 0  # elements of the same name that are open
        self._pieces: list[str] = []

    def hear(self, before: str, tag: str, rest: str | None) -> None:
        """Takes in a text and the tag, comment or CDATA section behind it."""
        if self._open:
            self._pieces.append(decoded(before))
            if tag == CDATA:
                self._pieces.append(rest or "")
        if not tag or tag in {COMMENT, CDATA}:
            return
        prefix, _, name = tag.rpartition(":")
        if rest is None:
            self._end(name)
        else:
            self._start(prefix, name, rest)

    def _start(self, prefix: str, name: str, rest: str) -> None:
        if name == "link" and _is_of_page(attributes := attributes_of(rest)):
            self._keep("link", attributes["href"])
        elif name == "category" and (term := attributes_of(rest).get("term", "")):
            self._keep("category", term)
        if rest.endswith("/"):
            return
        if self._open:
            self._depth += name == self._open
        elif name in _VALUES and prefix in _PREFIXES:
            self._open, self._depth = name, 1
            self._pieces.clear()

    def _end(self, name: str) -> None:
        if name != self._open:
            return
        self._depth -= 1
        if not self._depth:
            self._keep(name, "".join(self._pieces))
            self._open = ""

    def _keep(self, name: str, text: str) -> None:
        text = text.strip()[: 2 * LONGEST_TEXT]
        if not text:
            return
        if name == "category" and name in self.values:
            self.values[name] = f"{self.values[name]} {text}"[: 2 * LONGEST_TEXT]
        else:
            self.values.setdefault(name, text)


def _is_of_page(attributes: dict[str, str]) -> bool:
    """Whether the link of an Atom entry leads to its page (RFC 4287, 4.2.7.2)."""
    return "href" in attributes and attributes.get("rel", "alternate") == "alternate"


def _of_json(text: str) -> Iterator[dict[str, str]]:
    feed = parse_json(text)
    items: Any = feed.get("items") if isinstance(feed, dict) else None
    for item in items if isinstance(items, list) else ():
        if not isinstance(item, dict):
            continue
        tags_of = item.get("tags")
        given = {
            "link": item.get("url") or item.get("external_url") or item.get("id"),
            "title": item.get("title"),
            "published": item.get("date_published"),
            "updated": item.get("date_modified"),
            "summary": item.get("summary"),
            "content": item.get("content_text") or item.get("content_html"),
            "category": " ".join(map(str, tags_of[:50])) if isinstance(tags_of, list) else None,
        }
        yield {name: value for name, value in given.items() if isinstance(value, str)}
