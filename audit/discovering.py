"""Between comparing with what the article cites and comparing again: sources that nobody linked.

What the search needs of other stages meets here: pages read, words held against them, the web
asked.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from audit.discover import FoundPage, ReadPage, Searcher, wanted
from audit.discover.provider import CandidateProvider
from audit.errors import CiteauditError
from audit.extract.outlets.mentions import outlets_named
from audit.match import Reader, fit_of, speaker_is_on
from audit.model import (
    Article,
    Attribution,
    AttributionCheck,
    Capture,
    Discover,
    DiscoverySettings,
    Fit,
    HouseStyle,
    Resolution,
    Search,
    Source,
    SourceRecord,
    Standing,
    Style,
    Verdict,
)
from audit.pages import extract_page, read_capture
from audit.read import read_dates

_MOST_BYTES = 3_000_000  # of a page in which its days are looked for


class Web(Protocol):
    """What a search asks for; part of ``audit.pipeline.Outside``."""

    def begin(self, step: str, /) -> None:
        """Work on what came from this address begins."""
        ...

    def seek(self, url: str, stamp: str | None, /) -> Capture:
        """See ``audit.discover.Seek``."""
        ...

    def archived(self, domains: Sequence[str], before: str | None, /) -> Sequence[str]:
        """See ``audit.discover.at_hand.Archived``."""
        ...

    def log(self, error: Exception, /) -> str:
        """What failed, and where the log of it is."""
        ...


@dataclass(frozen=True, slots=True)
class Discovered:
    """What came of the searches of an article.

    ``sources`` are those found, with what came back for them; ``resolution`` has them and the
    attributions tied to them.
    """

    resolution: Resolution
    sources: tuple[tuple[Source, Capture], ...] = ()
    searches: tuple[Search, ...] = ()


def discover(
    article: Article,
    checks: Sequence[AttributionCheck],
    resolution: Resolution,
    settings: DiscoverySettings,
    web: Web,
    *,
    style: Style | HouseStyle,
    wayback: str | None,
    given_up: Mapping[str, str],
    more: Sequence[CandidateProvider] = (),
) -> Discovered:
    """Searches for the sources of what an article quotes and no page that it cites has.

    Args:
        article: The article.
        checks: What came of its attributions so far.
        resolution: Its sources, and which attributions are tied to them.
        settings: What is searched, and how far.
        web: Asked for lists and pages.
        style: How strictly quotations are held to their sources.
        wayback: The address of the Wayback Machine; None where nobody is to ask it.
        given_up: The addresses whose pages are not to be read any more.
        more: Providers of other rooms, asked before the outlet's site.
    """
    if settings.discover in {None, Discover.OFF}:
        return Discovered(resolution)
    searcher = Searcher(
        article,
        settings,
        seek=_fenced(web, given_up),
        archived=web.archived,
        reading=_Reading(web, style, given_up),
        known=[url for source in resolution.sources for url in (source.url, source.words_at)],
        wayback=wayback,
        more=more,
    )
    sources: dict[tuple[str, str | None], tuple[Source, Capture]] = {}
    tied: dict[str, str] = {}
    searches: list[Search] = []
    for search, found in searcher.search(wanted(article, checks, settings, outlets_named)):
        if found is not None:
            key = found.url, found.capture.archived_at
            if key not in sources:
                source_id = f"s{len(resolution.sources) + len(sources) + 1}"
                sources[key] = _source(source_id, found), found.capture
            tied[search.attribution_id] = sources[key][0].id
        if search.places:
            searches.append(replace(search, found=tied.get(search.attribution_id)))
    return Discovered(_with_found(resolution, sources, tied), (*sources.values(),), (*searches,))


def with_searches(
    checks: Sequence[AttributionCheck], searches: Sequence[Search]
) -> tuple[AttributionCheck, ...]:
    """The checks with what was searched for them.

    Of words that are compared now, only what found them.
    """
    by_id = {search.attribution_id: search for search in searches}

    def search_of(check: AttributionCheck) -> Search | None:
        search = by_id.get(check.attribution.id)
        if search is None or search.found is not None:
            return search
        return search if check.verdict is Verdict.NOT_COMPARED else None

    return tuple(replace(check, search=search_of(check)) for check in checks)


def _fenced(web: Web, given_up: Mapping[str, str]) -> Callable[[str, str | None], Capture]:
    """Asks for addresses; what is computed on an answer until the next is work on that answer."""

    def seek(url: str, stamp: str | None) -> Capture:
        capture = web.seek(url, stamp)
        web.begin(url)
        return replace(capture, body=b"") if url in given_up else capture

    return seek


class _Reading:
    """See ``audit.discover.search.Reading``."""

    def __init__(self, web: Web, style: Style | HouseStyle, given_up: Mapping[str, str]) -> None:
        self._web = web
        self._given_up = given_up
        self._records: dict[str, SourceRecord] = {}
        self._reader = Reader(self._records, extract_page, style, web.begin)

    def read(self, capture: Capture) -> ReadPage | None:
        place = capture.final_url
        if not self._given_up.keys().isdisjoint({capture.url, place}):
            return None
        self._web.begin(place)
        try:
            read, page = read_capture(capture)
        except CiteauditError:
            raise
        except Exception as error:  # noqa: BLE001 — one page is fenced off from the others
            self._web.log(error)
            return None
        if page is None:
            return None
        self._records[place] = SourceRecord(
            Source(place, capture.url, place, Standing.DISCOVERED), read, page
        )
        return ReadPage(read, page, *read_dates(read.body[:_MOST_BYTES]))

    def fit(self, attribution: Attribution, read: ReadPage, *, own: bool) -> Fit:
        try:
            return fit_of(attribution, read.capture.final_url, self._reader, own=own)
        except Exception as error:  # noqa: BLE001 — the same
            self._web.log(error)
            return Fit.NONE

    def names_speaker(self, attribution: Attribution, read: ReadPage) -> bool:
        return speaker_is_on(attribution, read.page.text)


def _source(source_id: str, found: FoundPage) -> Source:
    return Source(
        source_id,
        found.url,
        found.url,
        Standing.DISCOVERED,
        found.outlet,
        discovery=found.discovery,
    )


def _with_found(
    resolution: Resolution,
    sources: Mapping[tuple[str, str | None], tuple[Source, Capture]],
    tied: Mapping[str, str],
) -> Resolution:
    pairings = tuple(
        replace(
            pairing,
            standing=Standing.DISCOVERED,
            source_ids=(tied[pairing.attribution_id],),
            candidates=(*pairing.source_ids, *pairing.candidates),
        )
        if pairing.attribution_id in tied
        else pairing
        for pairing in resolution.pairings
    )
    found = tuple(source for source, _ in sources.values())
    return Resolution((*resolution.sources, *found), pairings)
