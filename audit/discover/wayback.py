"""The Wayback Machine's index as a provider: which pages were copied in the days in question.

Its CDX server is asked by domain and days; the words are matched here and sent to nobody. An answer
has a row a page, and behind an empty one a key with which the next part is asked for ('Resumption
Key' in the server's own documentation).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlencode

from audit.discover.days import day_before, day_of
from audit.discover.listing import MOST_ENTRIES, address, characters
from audit.discover.provider import Asked
from audit.discover.ranking import LEAST, Pool
from audit.discover.site.answers import trouble_of
from audit.discover.site.links import read_links
from audit.discover.wanted import Wanted, is_first_page, sites_of
from audit.markup.addresses.link_roles import role_of
from audit.markup.addresses.url import hostname
from audit.markup.json_ld import parse_json
from audit.model import Candidate, LinkRole, Provider

_ROWS = 5000  # of one answer
_MOST_PARTS = 2
_MOST_FIRST_PAGES = 2
_EVENING = "180000"
_LARGEST = 5_000_000  # bytes of one answer
_FOR_PAGES = 1  # requests that are left for the copies themselves
_STAMP = re.compile(r"[0-9]{14}")
_NO_PAGE = re.compile(r"\.(?:css|js|json|xml|txt|jpe?g|png|gif|svg|ico|pdf|woff2?)$", re.IGNORECASE)


class Wayback:
    """Copies of the outlet's pages.

    Args:
        service: The address of the Wayback Machine.
        is_numbered: Whether addresses of an outlet say nothing: then its first pages are asked for,
            and no index.
    """

    name = "wayback"
    wants = 1

    def __init__(
        self, service: str, is_numbered: Callable[[Wanted], bool] = lambda _: False
    ) -> None:
        self._service = service
        self._is_numbered = is_numbered

    def candidates(self, wanted: Wanted, asked: Asked) -> Iterator[Candidate]:
        """The copies of pages of the named outlet, by their addresses; domain by domain."""
        if wanted.window is None:
            return
        wanted = replace(wanted, outlet=wanted.outlet or wanted.beside)
        if self._is_numbered(wanted):
            yield from self._of_first_page(wanted, asked)
            return
        for domain in self._domains(wanted):
            yield from self._of_domain(domain, wanted, asked)

    def _of_domain(self, domain: str, wanted: Wanted, asked: Asked) -> Iterator[Candidate]:
        """Those of one domain, part by part."""
        pool = Pool()
        given: set[str] = set()
        key = ""
        for _ in range(_MOST_PARTS):
            capture = asked.fetch(self._question(wanted, domain, key), keep=_FOR_PAGES)
            if capture is None or capture.status is None:
                return
            rows, key = read_cdx(capture.body) if capture.status == 200 else ((), "")
            pool.add(rows)
            ranked = [each for each in pool.ranked(wanted) if each.url not in given]
            trouble = trouble_of(capture)
            if not trouble and capture.body.strip()[:1] not in {b"", b"["}:
                trouble = "its answer is no list"
            asked.note(Provider.WAYBACK, domain, listed=len(pool), trouble=trouble)
            for candidate in ranked:
                if candidate.score >= LEAST:
                    given.add(candidate.url)
                    yield candidate
            if not key:
                break
        if pool.is_numbered:
            yield from self._of_first_page(wanted, asked)
        yield from (each for each in pool.ranked(wanted) if each.url not in given)

    def _of_first_page(self, wanted: Wanted, asked: Asked) -> Iterator[Candidate]:
        """What the outlet's first page led to then: it has words for numbers."""
        day = day_of(wanted.published or "")
        base = next((site for site in wanted.sites if is_first_page(site)), None)
        if day is None or base is None:
            return
        held: list[Candidate] = []
        for _ in range(_MOST_FIRST_PAGES):
            stamp = f"{day.replace('-', '')}{_EVENING}"
            capture = asked.fetch(base, stamp, keep=_FOR_PAGES)
            if capture is None or capture.archived_at is None or not capture.body:
                break
            text, _ = characters(capture.body, capture.content_type)
            listing = read_links(text, base, Provider.HOME_PAGE, capture.final_url)
            own = Pool(each for each in listing.entries if wanted.is_own(each.url))
            ranked = own.ranked(wanted)
            asked.note(Provider.HOME_PAGE, capture.final_url, listed=len(ranked))
            yield from (each for each in ranked if each.score >= LEAST)
            held += (each for each in ranked if 0 < each.score < LEAST)
            day = day_before(day_before(day_before(day)))
        yield from held

    def _domains(self, wanted: Wanted) -> Sequence[str]:
        """The domains of the outlet's sites; of one that the settings know alone, its host."""
        if wanted.outlet is None:
            return ()
        own = sites_of(wanted.outlet) or tuple(map(hostname, wanted.sites))
        return tuple(filter(None, own))

    def _question(self, wanted: Wanted, domain: str, key: str) -> str:
        assert wanted.window is not None
        asked = [
            ("url", domain),
            ("matchType", "domain"),
            ("from", wanted.window.first.replace("-", "")),
            ("to", wanted.window.last.replace("-", "")),
            ("output", "json"),
            ("fl", "timestamp,original"),
            ("filter", "statuscode:200"),
            ("filter", "mimetype:text/html"),
            ("collapse", "urlkey"),
            ("limit", str(_ROWS)),
            ("showResumeKey", "true"),
            *([("resumeKey", key)] if key else []),
        ]
        return f"{self._service}/cdx/search/cdx?{urlencode(asked, quote_via=quote, safe=':,')}"


def read_cdx(body: bytes) -> tuple[tuple[Candidate, ...], str]:
    """The pages of an answer of the CDX server in JSON, and the key of its next part.

    Never an error.
    """
    rows: Any = parse_json(body[:_LARGEST].decode("utf-8", errors="replace"))
    found: list[Candidate] = []
    key = ""
    behind = False
    for row in rows[: MOST_ENTRIES + 2] if isinstance(rows, list) else ():
        if not isinstance(row, list) or not all(isinstance(value, str) for value in row):
            continue
        if not row:
            behind = True
        elif behind:
            key = row[0][:2000] if len(row) == 1 and row[0].isprintable() else ""
        elif len(row) == 2 and _STAMP.fullmatch(row[0]):
            url = address(_without_port(row[1]))
            if url and not _NO_PAGE.search(url) and role_of(url) is LinkRole.SOURCE:
                found.append(Candidate(url, Provider.WAYBACK, stamp=row[0]))
    return tuple(found), key


def _without_port(url: str) -> str:
    """An address as it was archived, less the port that its scheme has anyway."""
    return re.sub(r"^(http://[^/:]+):80(?=/|$)|^(https://[^/:]+):443(?=/|$)", r"\1\2", url)
