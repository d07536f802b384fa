"""Sources that nobody linked: where they are looked for, what may be one, and how one was found."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from audit.model.choices import Discover
from audit.model.counted import counted


class Provider(StrEnum):
    """Where an address came from that may be a source."""

    LINKS = "links"  # another link of the article
    CORPUS = "corpus"  # the pages that the user has indexed
    SITEMAP = "sitemap"
    FEED = "feed"
    HOME_PAGE = "home-page"  # the outlet's first page
    SECTION = "section"  # the page of a section, which the first page links to
    PAGE_LINKS = "page-links"  # a page of the outlet that was read in this search
    WAYBACK = "wayback"  # the Wayback Machine's index of copies
    EARLIER = "earlier"  # a copy there of a page that has other words today
    SEARCH_SERVICE = "search-service"  # the one that the user has set
    ARCHIVE = "archive"  # captures that the run was given


_PLACES: Mapping[Provider, str] = {
    Provider.LINKS: "the article's other links",
    Provider.CORPUS: "the corpus",
    Provider.SITEMAP: "the sitemap",
    Provider.FEED: "the feed",
    Provider.HOME_PAGE: "the first page",
    Provider.SECTION: "the page of a section",
    Provider.PAGE_LINKS: "the links of the pages that were read",
    Provider.WAYBACK: "the Wayback Machine's index",
    Provider.EARLIER: "an earlier version of the page, which has other words today; it is kept by",
    Provider.SEARCH_SERVICE: "the search service",
    Provider.ARCHIVE: "the captures at hand",
}


@dataclass(frozen=True, slots=True)
class SearchService:
    """A search engine of the user's own choice, as the settings have it.

    ``url`` is a template: ``{query}`` stands for the words, ``{from}`` and ``{to}`` for the first
    and the last day (ISO 8601). Answers are RSS, Atom, or JSON, in which ``results`` names the list
    (keys joined by dots) and ``address``, ``title``, ``date`` and ``summary`` the values of each of
    its objects. ``key_env`` names the environment variable with the key, which goes in the header
    ``key_header``, behind ``key_prefix``. With ``phrase``, quotations are sent whole.
    """

    url: str
    results: str = "results"
    address: str = "url"
    title: str = "title"
    date: str = "publishedDate"
    summary: str = "content"
    key_env: str | None = None
    key_header: str = "Authorization"
    key_prefix: str = ""
    phrase: bool = False

    @property
    def prefix(self) -> str:
        """How the addresses begin at which it is asked."""
        return self.url.partition("{")[0]

    @property
    def folder(self) -> str:
        """The address below which it is asked."""
        return self.prefix.partition("?")[0].rpartition("/")[0] + "/"


@dataclass(frozen=True, slots=True)
class DiscoverySettings:
    """How far a search goes.

    ``discover`` is None where nobody has said. ``discover_requests`` are for one attribution,
    ``discover_total`` for an article, redirects not counted; ``discover_time`` is the seconds for
    all searches of an article. Pages of ``discover_days`` before the article's own day to the day
    after it come into question. ``sites`` are addresses of an outlet's site, its sitemaps and
    feeds, by its name in lower case.
    """

    discover: Discover | None = None
    discover_requests: int = 6
    discover_total: int = 40
    discover_time: float = 120.0
    discover_days: int = 10
    sites: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    search: SearchService | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address that may be a source, as a provider lists it.

    ``day`` is that of publication (ISO 8601), None where the provider gives none; ``changed`` that
    of the last change. ``stamp`` is the moment (14 digits) of a web archive's copy that stands for
    the page. ``where`` is the address of the list it is in, ``query`` what was asked there, empty
    where lists are read whole. ``rank`` counts from 1 in the order in which the list's ``of``
    entries were tried; ``score`` is what that order rests on. ``text`` is the page's text where the
    provider has it.
    """

    url: str
    provider: Provider
    title: str = ""
    day: str | None = None
    changed: str | None = None
    summary: str = ""
    keywords: str = ""
    stamp: str | None = None
    where: str = ""
    query: str = ""
    rank: int = 0
    of: int = 0
    score: float = 0.0
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Discovery:
    """How a source was found: see ``Candidate``. ``words`` are those that ranked it first."""

    provider: Provider
    where: str
    query: str
    words: tuple[str, ...]
    rank: int
    of: int

    def __str__(self) -> str:
        """How, for a reader: 'in the sitemap …, number 1 of 400 by the words “…”'."""
        place = _place(self.provider, self.where)
        asked = f", asked for “{self.query}”" if self.query else ""
        ranked = f", number {self.rank} of {self.of}" if self.of else ""
        by = f" by the words {_listed(self.words)}" if self.words and self.of else ""
        return f"in {place}{asked}{ranked}{by}"


@dataclass(frozen=True, slots=True)
class Searched:
    """One place in which a source was looked for.

    ``listed`` counts the addresses it gave that came into question, ``trouble`` says why it gave
    none or not all.
    """

    provider: Provider
    where: str
    query: str = ""
    listed: int = 0
    trouble: str = ""

    def __str__(self) -> str:
        asked = f" for “{self.query}”" if self.query else ""
        trouble = f"; {self.trouble}" if self.trouble else ""
        return f"{_place(self.provider, self.where)}{asked} ({counted(self.listed, 'page')} listed{trouble})"


@dataclass(frozen=True, slots=True)
class Search:
    """The search for the source of one attribution.

    ``words`` are those by which what the places list was ranked, the rarest first; ``read`` are the
    addresses of the pages that were read, in that order. ``elsewhere`` are the addresses of pages
    on which the words stand and which are no source for them, each with why. ``found`` is the id of
    the source, None where nothing was found.
    """

    attribution_id: str
    places: tuple[Searched, ...]
    words: tuple[str, ...]
    read: tuple[str, ...] = ()
    elsewhere: tuple[tuple[str, str], ...] = ()
    found: str | None = None

    def sentences(self) -> Iterator[str]:
        """Sentences about a search that has found nothing."""
        places = ", ".join(map(str, self.places)) or "nowhere"
        read = f"{counted(len(self.read), 'page')} {'was' if len(self.read) == 1 else 'were'} read"
        ranked = f", ranked by the words {_listed(self.words)}" if self.words and self.read else ""
        yield f"Searched, not found: {places}; {read}{ranked}."
        for url, why in self.elsewhere:
            yield f"The words stand on {url}, which was not taken for their source: {why}."


def _place(provider: Provider, where: str) -> str:
    return f"{_PLACES[provider]} {where}" if where else _PLACES[provider]


def _listed(words: tuple[str, ...]) -> str:
    return "“" + " ".join(words) + "”"


class Fit(StrEnum):
    """What a page that was found has of the words that are searched."""

    THERE = "there"  # all of them
    PART = "part"  # of several parts, some
    NEAR = "near"  # plainly this passage, in other words
    OTHER_SPEAKER = "other-speaker"  # all of them, and somebody else says them
    UNPUBLISHED = "unpublished"  # only in readers' comments, links to other pages, hidden text
    NONE = "none"
