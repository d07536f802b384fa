"""Audits of the articles of a made web, held against what is true."""

import http.client
import json
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from audit.capture.run import Run
from audit.config import Settings
from audit.jobs.one_article import audit_article
from audit.model import (
    ArchiveUse,
    AttributionCheck,
    Discover,
    DiscoverySettings,
    FetchSettings,
    Report,
    Verdict,
)
from audit.pipeline import Job
from benchmarks.made_web.kinds import Kind
from benchmarks.made_web.proxy import CONTROL
from benchmarks.made_web.site import WAYBACK
from benchmarks.made_web.world import Asked, MadeArticle

_SAME = 0.8  # of the words of a quotation that the check of it has
_VERDICTS = {Kind.EDITED: Verdict.EDITED, Kind.ALTERED: Verdict.ALTERED}


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of one attribution.

    ``found`` is the address of the page that was called its source, None where none was; ``told`` is
    what the report says of the search. ``is_read`` says that the article was read so that the outlet
    and the words are those that it has.
    """

    asked: Asked
    found: str | None
    verdict: Verdict | None
    told: tuple[str, ...]
    is_read: bool

    @property
    def is_right(self) -> bool:
        """Whether the page is the source, or none was called so where none can be read today."""
        if self.found is None:
            return not self.asked.kind.can_be_found
        return self.found in self.asked.right

    @property
    def is_wrong(self) -> bool:
        """Whether a page that is not the source is called so."""
        return self.found is not None and self.found not in self.asked.right

    @property
    def is_judged_right(self) -> bool:
        """Whether the words were held against the page with the right verdict."""
        return self.verdict is _VERDICTS.get(self.asked.kind, Verdict.VERBATIM)


@dataclass(frozen=True, slots=True)
class Audited:
    """One article audited: CPU seconds of this process, and how often each address was asked."""

    answered: tuple[Answered, ...]
    seconds: float
    requests: Counter[str]


def settings(ca_bundle: Path, discover: Discover) -> Settings:
    """Those of a run that goes through the proxy of the environment."""
    fetch = FetchSettings(
        ca_bundle=str(ca_bundle), delay=0, use_proxy=True, archive=ArchiveUse.MEMENTO
    )
    return Settings(fetch=fetch, discovery=DiscoverySettings(discover=discover))


def audited(
    article: MadeArticle, folder: Path, proxy: str, held: Settings, run: Run | None = None
) -> Audited:
    """Audits an article; ``run`` is shared with the others of a batch."""
    path = folder / f"{article.name}.html"
    path.write_text(article.html, encoding="utf-8")
    _counted(proxy)
    before = time.process_time()
    report = audit_article(Job(str(path), held), run)
    seconds = time.process_time() - before
    answered = tuple(_answered(asked, report) for asked in article.asked)
    return Audited(answered, seconds, _counted(proxy))


def baseline(article: MadeArticle, folder: Path, proxy: str, held: Settings) -> float:
    """The CPU seconds of the same audit without a search."""
    off = replace(held, discovery=replace(held.discovery, discover=Discover.OFF))
    return audited(article, folder, proxy, off).seconds


def _counted(proxy: str) -> Counter[str]:
    """What was asked since this was last called."""
    parts = urlsplit(proxy)
    assert parts.hostname is not None
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=30)
    connection.request("GET", f"http://{CONTROL}/", headers={"Host": CONTROL})
    counts = json.loads(connection.getresponse().read())
    connection.close()
    return Counter(counts)


def _answered(asked: Asked, report: Report) -> Answered:
    check = next(_checks_of(asked, report), None)
    if check is None:
        return Answered(asked, None, None, (), is_read=False)
    outlet = check.attribution.outlet
    is_read = outlet is not None and outlet.publishes(asked.site.root)
    told = tuple(check.search.sentences()) if check.search is not None else ()
    if check.verdict is Verdict.NOT_COMPARED or check.source_id is None:
        return Answered(asked, None, None, told, is_read)
    urls = {record.source.id: record.source.url for record in report.facts.sources}
    return Answered(asked, _original(urls[check.source_id]), check.verdict, told, is_read)


def _checks_of(asked: Asked, report: Report) -> Iterator[AttributionCheck]:
    """The checks of words, those that have most of them first."""
    words = Counter(asked.words.split())
    found: list[tuple[int, int, AttributionCheck]] = []
    for check in report.facts.checks:
        said = " ".join(content.text for content in check.attribution.contents).rstrip(".,").split()
        shared = (words & Counter(said)).total()
        if shared > _SAME * words.total():
            found.append((-shared, len(found), check))
    yield from (check for _, _, check in sorted(found))


def _original(url: str) -> str:
    """The address of the page that a copy in the Wayback Machine is of."""
    if urlsplit(url).hostname != WAYBACK:
        return url
    return url.partition("/web/")[2].partition("/")[2]
