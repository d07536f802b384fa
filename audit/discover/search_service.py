"""A search engine of the user's own choice as a provider, answering in JSON, RSS or Atom.

It is sent the speaker's name and a few rare words of the quotation; the whole only where the user's
settings say so (``phrase``).
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from audit.discover.days import day_of
from audit.discover.listing import LONGEST_TEXT, MOST_ENTRIES, address, characters
from audit.discover.provider import Asked
from audit.discover.ranking import Pool
from audit.discover.site.answers import trouble_of
from audit.discover.site.feeds import is_feed, read_feed
from audit.discover.wanted import Wanted
from audit.markup.json_ld import parse_json
from audit.model import Candidate, Provider, SearchService

_MOST_PAGES = 2
_FOR_PAGES = 1
_LONGEST_QUERY = 300  # characters
_AT_THE_TOP = 6.0  # the worth of standing first in an answer that was asked for by the words


class Service:
    """The search service of the settings."""

    name = "search-service"
    wants = 2

    def __init__(self, service: SearchService) -> None:
        self._service = service

    def candidates(self, wanted: Wanted, asked: Asked) -> Iterator[Candidate]:
        """What the service lists, in its own order as far as nothing speaks for another."""
        query = _query(wanted, phrase=self._service.phrase)
        if not query:
            return
        pages = range(1, _MOST_PAGES + 1) if "{page}" in self._service.url else (1,)
        for page in pages:
            capture = asked.fetch(self._address(wanted, query, page), keep=_FOR_PAGES)
            if capture is None or capture.status is None:
                return
            found = self._found(capture.body, capture.content_type)
            ranked = _as_ranked(found, wanted, self._host(), query)
            trouble = trouble_of(capture) if capture.status != 200 else ""
            if not (found or trouble) and not self._is_answer(capture.body, capture.content_type):
                trouble = "its answer is neither JSON nor a feed"
            asked.note(Provider.SEARCH_SERVICE, self._host(), query, len(ranked), trouble)
            if not found:
                return
            yield from ranked

    def _host(self) -> str:
        return self._service.url.partition("://")[2].partition("/")[0]

    def _address(self, wanted: Wanted, query: str, page: int) -> str:
        url = self._service.url.replace("{query}", quote(query, safe=""))
        days = wanted.window
        url = url.replace("{from}", days.first if days is not None else "")
        domains = wanted.outlet.domains if wanted.outlet is not None else ()
        url = url.replace("{domain}", next(iter(domains), ""))
        url = url.replace("{to}", days.last if days is not None else "")
        return url.replace("{page}", str(page))

    def _is_answer(self, body: bytes, content_type: str | None) -> bool:
        """Whether an answer without results is one at all, and no page for readers."""
        text, _ = characters(body, content_type)
        return is_feed(text) or isinstance(parse_json(text), (dict, list))

    def _found(self, body: bytes, content_type: str | None) -> tuple[Candidate, ...]:
        text, _ = characters(body, content_type)
        if is_feed(text):
            return read_feed(text, "").entries
        return read_answer(text, self._service)


def read_answer(text: str, service: SearchService) -> tuple[Candidate, ...]:
    """The results of an answer in JSON, by the names that the settings give; never an error."""
    value: Any = parse_json(text)
    for name in service.results.split(".") if service.results else ():
        value = value.get(name) if isinstance(value, dict) else None
    found = []
    for result in value[:MOST_ENTRIES] if isinstance(value, list) else ():
        if not isinstance(result, dict):
            continue
        url = address(_text(result, service.address))
        if url:
            found.append(
                Candidate(
                    url,
                    Provider.SEARCH_SERVICE,
                    title=_text(result, service.title),
                    day=day_of(_text(result, service.date)),
                    summary=_text(result, service.summary),
                )
            )
    return tuple(found)


def _text(result: dict[str, Any], name: str) -> str:
    value: Any = result
    for part in name.split(".") if name else ():
        value = value.get(part) if isinstance(value, dict) else None
    return " ".join(value[:LONGEST_TEXT].split()) if isinstance(value, str) else ""


def _query(wanted: Wanted, *, phrase: bool) -> str:
    query = wanted.query()
    if phrase:
        query = f'"{" ".join(wanted.attribution.contents[0].text.split())}"'
    return query[:_LONGEST_QUERY]


def _as_ranked(
    found: tuple[Candidate, ...], wanted: Wanted, where: str, query: str
) -> list[Candidate]:
    """The results by their words and by the service's own order.

    Those of the named outlet first.
    """
    at = {candidate.url: number for number, candidate in reversed(list(enumerate(found)))}
    ranked = [
        replace(
            candidate,
            provider=Provider.SEARCH_SERVICE,
            where=where,
            query=query,
            score=candidate.score + _AT_THE_TOP / (1 + at[candidate.url]) + 0.01,
        )
        for candidate in Pool(found).ranked(wanted)
    ]
    outlet = wanted.outlet
    ranked.sort(
        key=lambda each: (outlet is not None and not outlet.publishes(each.url), -each.score)
    )
    return [replace(each, rank=rank) for rank, each in enumerate(ranked, 1)]
