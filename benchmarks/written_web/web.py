"""A written web as a whole: its sites with stories and noise, its articles, copies, and answers."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from html import escape
from importlib.resources import files
from itertools import islice
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from benchmarks.made_web.kinds import Kind
from benchmarks.made_web.lists import HTML, NOT_FOUND, Answer
from benchmarks.made_web.outlets import Lists, Site
from benchmarks.made_web.site import WAYBACK, cdx_answer
from benchmarks.made_web.world import Asked, MadeArticle
from benchmarks.written_web.noise import days_of, headlines
from benchmarks.written_web.page import Page, path_of
from benchmarks.written_web.site import Written

_DAY = re.compile(r"\{(-?\d+):([^}]*)\}")
_BEFORE, _BEHIND = 14, 4  # days around a story of which its outlets have all pages
_AGO, _RARE = 400, 1  # days before of which they have a few a day
_NOISE = 2600


@dataclass(slots=True)
class WrittenWeb:
    """All sites, and the articles, dated from a day on backwards.

    Args:
        name: The module's, and the stories' beside it.
        sites: As they answer.
        today: The day on which they are asked.
        ago: Days before it on which an article is from, where its story does not say.
    """

    name: str
    sites: Sequence[Written]
    today: date
    articles: list[MadeArticle] = field(default_factory=list)
    given: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    _by_host: dict[str, Written] = field(default_factory=dict)
    _right: dict[str, list[str]] = field(default_factory=dict)
    _by_key: dict[str, tuple[Written, Page]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        told = tomllib.loads((files(__package__) / f"{self.name}.toml").read_text("utf-8"))
        sites = {site.key: site for site in self.sites}
        days: defaultdict[str, list[date]] = defaultdict(list)
        for story in told["story"]:
            at = self.today - timedelta(story["ago"])
            for page in story.get("page", ()):
                made = self._page(sites[page["at"]], page, at)
                sites[page["at"]].pages.append(made)
                self._by_key[made.key] = sites[page["at"]], made
                days[page["at"]].append(at)
        for site in self.sites:
            self._fill(site, days[site.key])
            for host in (site.host, *site.hosts):
                self._by_host[host] = site
        for story in told["story"]:
            self.articles.append(self._article(story, sites))

    @property
    def hosts(self) -> list[str]:
        """All hosts."""
        return [WAYBACK, *self._by_host]

    def _page(self, site: Written, told: Mapping[str, Any], at: date) -> Page:
        day = at + timedelta(told.get("day", 0))
        title, section = told["title"], told.get("section", site.sections[0])
        changed = told.get("changed")
        return Page(
            told["key"],
            told.get("path") or path_of(site.path, title, day, section, told.get("slug", "")),
            title,
            day,
            section,
            _dated(told["text"], at),
            told.get("summary", ""),
            told.get("keywords", ""),
            _dated(told.get("comments", ""), at),
            at + timedelta(changed) if changed is not None else None,
            _dated(told.get("was", ""), at),
            told.get("kind", "story"),
            told.get("author", "Staff"),
            told.get("canonical", ""),
            told.get("listed", True),
        )

    def _fill(self, site: Written, days: Sequence[date]) -> None:
        """Adds what else the site has published: all around its stories, a little before."""
        wanted: set[date] = set()
        for day in days:
            wanted.update(days_of(day - timedelta(_BEFORE), day + timedelta(_BEHIND), 1))
        wanted.update(days_of(self.today - timedelta(4), self.today, 1))
        every = [day for day in sorted(wanted) for _ in range(site.each)]
        long_ago = days_of(self.today - timedelta(_AGO), self.today, _RARE)
        every = [*(day for day in long_ago if day not in wanted), *every][-_NOISE:]
        told = islice(headlines(site.lang, site.key), len(every))
        seen = {page.path for page in site.pages}
        for at, (day, (title, summary)) in enumerate(zip(every, told, strict=True)):
            if day > self.today:
                continue
            section = site.sections[at % len(site.sections)]
            path = path_of(site.path, title, day, section)
            if path in seen:
                continue
            seen.add(path)
            text = f"{summary}\n\n{title}, as this newspaper has reported before. {summary} Nobody has said when that may change.\n\nMore is to be known next week."
            site.pages.append(Page("", path, title, day, section, text, summary, section))

    def _article(self, story: Mapping[str, Any], sites: Mapping[str, Written]) -> MadeArticle:
        at = self.today - timedelta(story["ago"])
        asked = []
        for told in story["asked"]:
            right = tuple(told.get("right", ()))
            kind = Kind[told.get("kind", "PLAIN" if right else "NOWHERE")]
            site = Site(told["at"], sites[told["at"]].host, Lists.NOTHING)
            asked.append(Asked(" ".join(told["words"].split()), kind, site, frozenset(right)))
        body = "".join(
            f"<p>{part}</p>" if not part.startswith("<") else part
            for part in (" ".join(each.split()) for each in _dated(story["text"], at).split("\n\n"))
            if part
        )
        title = escape(story["title"])
        html = (
            f"<!doctype html><html lang='{story.get('lang', 'en')}'><head><title>{title}</title>"
            f"<meta property='article:published_time' content='{at}T12:00:00Z'></head>"
            f"<body><article><h1>{title}</h1>{body}</article></body></html>"
        )
        return MadeArticle(story["name"], html, tuple(asked))

    def key_of(self, url: str) -> str:
        """The key of the page that an address leads to: of a copy, that of the page."""
        parts = urlsplit(url)
        if parts.hostname == WAYBACK:
            return self.key_of(unquote(url.partition("/web/")[2].partition("/")[2]))
        site = self._by_host.get(parts.hostname or "")
        page = site.page_at(unquote(parts.path)) if site is not None else None
        return page.key or page.path if page is not None else url

    def answer(self, url: str) -> Answer:
        """What comes of a GET."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        if host == WAYBACK:
            return self._wayback(url, parts.path, parts.query)
        site = self._by_host.get(host)
        if site is None:
            return NOT_FOUND
        if parts.scheme == "http":
            return Answer(301, HTML, b"", url.replace("http://", "https://", 1))
        return site.answer(host, parts.path, parts.query)

    def _wayback(self, url: str, path: str, query: str) -> Answer:
        if "/cdx" in path:
            return cdx_answer(parse_qs(query), self._copies)
        stamp, _, original = url.partition("/web/")[2].partition("/")
        parts = urlsplit(unquote(original))
        site = self._by_host.get(parts.hostname or "")
        page = site.page_at(parts.path) if site is not None and site.is_copied else None
        if site is not None and page is None and site.is_copied and parts.path in {"/", site.front}:
            return _first_page_of(site, stamp)
        if site is None or page is None:
            return NOT_FOUND
        wanted = _stamp(page)
        if stamp.rstrip("id_").rstrip("_") != wanted:
            return Answer(302, HTML, b"", f"https://{WAYBACK}/web/{wanted}id_/{original}")
        kind = "story" if page.kind == "metered" else page.kind
        then = replace(page, text=page.was or page.text, changed=None, kind=kind)
        return Answer(200, HTML, site.shell(site, then, ()).encode())

    def _copies(self, domain: str) -> list[tuple[str, str]]:
        """The copies of a domain's pages, as (moment, address)."""
        found = []
        for site in self.sites:
            if not site.is_copied:
                continue
            own = [host for host in (site.host, *site.hosts) if host == domain or host.endswith(f".{domain}")]  # fmt: skip
            for page in site.pages if own else ():
                if page.is_listed and (page.key or page.number % 3 == 0):
                    found.append((_stamp(page), f"https://{own[0]}{page.path}"))
                if page.number % 11 == 0:
                    found.append((_stamp(page), f"https://{own[0]}{page.path}?utm_source=share"))
            if own:
                days = {page.day for page in site.pages}
                found += [(f"{day:%Y%m%d}040000", f"https://{own[0]}{site.section_path(name)}") for day in days for name in site.sections]  # fmt: skip
        return sorted(found, key=lambda row: row[1])


def _first_page_of(site: Written, stamp: str) -> Answer:
    """The copy of a first page that is nearest to a moment: there is one each evening."""
    day = date.fromisoformat(f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}")
    evening = f"{day:%Y%m%d}180000"
    if stamp.rstrip("id_").rstrip("_") != evening:
        return Answer(302, HTML, b"", f"https://{WAYBACK}/web/{evening}id_/{site.root}/")
    then = replace(site, pages=[page for page in site.pages if page.day <= day])
    return then.answer(site.host, site.front or "/", "")


def _stamp(page: Page) -> str:
    return f"{page.day:%Y%m%d}201500"


def _dated(text: str, at: date) -> str:
    """A text with its days written out: ``{-1:%A}`` is the weekday before the article's."""
    return _DAY.sub(lambda found: f"{at + timedelta(int(found[1])):{found[2]}}".lstrip("0"), text)
