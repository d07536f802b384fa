"""Each provider in its documented shape on real HTTP: errors, 429, parts, keys; and again from the captures."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from audit.capture.archive.records import scan
from audit.config import Settings
from audit.discover.at_hand import ArticleLinks
from audit.discover.provider import Asked
from audit.discover.wanted import wanted
from audit.model import (
    ArchiveUse,
    Article,
    Attribution,
    AttributionCheck,
    AttributionKind,
    Capture,
    Discover,
    DiscoverySettings,
    Link,
    LinkRole,
    NotCompared,
    Outcome,
    Outlet,
    Report,
    SearchService,
    Source,
    Span,
    Standing,
    Verdict,
)
from tests.discover.press import DAY, SAID, Press, again, article, audit, press, searxng, settings

STORY = "/news/lee-breakwater"
BBC = Outlet("BBC", ("bbc.com",))


@pytest.fixture
def echo() -> Iterator[Press]:
    with press() as served:
        served.story(STORY, "Breakwater: Lee speaks", f"“{SAID},” said Ann Lee.")
        yield served


def found(report: Report) -> tuple[AttributionCheck, Source | None]:
    [check] = [each for each in report.facts.checks if each.attribution.kind == "direct"]
    sources = {record.source.id: record.source for record in report.facts.sources}
    return check, sources.get(check.source_id or "")


def by(report: Report) -> str | None:
    source = found(report)[1]
    return source.discovery.provider.value if source is not None and source.discovery else None


def searched_twice(tmp_path: Path, with_these: Settings, **job: Any) -> Report:
    """The report of a run, which is the same computed again from its captures."""
    report = audit(tmp_path, with_these, **job)
    replayed = again(tmp_path, with_these)
    assert replayed.facts.checks == report.facts.checks
    assert replayed.findings == report.findings
    return report


def test_a_packed_sitemap_behind_an_index(echo: Press, tmp_path: Path) -> None:
    echo.robots("/index.xml")
    echo.put(
        "/index.xml",
        "<sitemapindex><sitemap><loc>{base}/index.xml</loc></sitemap><sitemap><loc>{base}/2019.xml</loc>"
        "</sitemap><sitemap><loc>{base}/2026-03.xml.gz</loc></sitemap></sitemapindex>",
        "application/xml",
    )
    rows = f"<url><loc>{echo.base}{STORY}</loc><lastmod>{DAY}</lastmod></url>"
    echo.put(
        "/2026-03.xml.gz", gzip.compress(f"<urlset>{rows}</urlset>".encode()), "application/x-gzip"
    )
    article(tmp_path)
    report = searched_twice(tmp_path, settings(echo))
    assert by(report) == "sitemap"
    assert "/2019.xml" not in echo.asked


def test_indexes_that_lead_to_each_other_end(echo: Press, tmp_path: Path) -> None:
    echo.robots("/a.xml", "/b.xml")
    index = "<sitemapindex><sitemap><loc>{base}/a.xml</loc></sitemap><sitemap><loc>{base}/b.xml</loc></sitemap>"
    echo.put("/a.xml", index + "</sitemapindex>", "application/xml")
    echo.put("/b.xml", index + "</sitemapindex>", "application/xml")
    article(tmp_path)
    report = searched_twice(tmp_path, settings(echo))
    assert found(report)[1] is None
    assert echo.asked.count("/a.xml") == echo.asked.count("/b.xml") == 1


@pytest.mark.parametrize("kind", ["rss", "atom", "json"])
def test_a_feed_that_the_first_page_declares(kind: str, echo: Press, tmp_path: Path) -> None:
    feeds = {
        "rss": f"<rss><channel><item><title>Lee on the breakwater</title><link>{echo.base}{STORY}</link>"
        "<pubDate>Thu, 05 Mar 2026 08:00:00 GMT</pubDate></item></channel></rss>",
        "atom": f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Lee on the breakwater</title>'
        f'<link href="{STORY}"/><published>{DAY}T08:00:00Z</published></entry></feed>',
        "json": json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "items": [{"url": echo.base + STORY, "title": "Lee on the breakwater"}],
            }
        ),
    }
    types = {
        "rss": "application/rss+xml",
        "atom": "application/atom+xml",
        "json": "application/feed+json",
    }
    echo.put(
        "/",
        f'<link rel="alternate" type="{types[kind]}" href="/feed"><a href="/x">A fair in town</a>',
    )
    echo.put("/feed", feeds[kind], types[kind])
    article(tmp_path)
    report = searched_twice(tmp_path, settings(echo))
    assert by(report) == "feed"
    assert echo.asked == ["/robots.txt", "/sitemap.xml", "/", "/feed", STORY]


def test_a_page_that_was_read_leads_to_the_one_with_the_words(echo: Press, tmp_path: Path) -> None:
    echo.robots("/sitemap.xml")
    echo.sitemap("/sitemap.xml", [("/news/first", "Breakwater vote: Lee wins", DAY)])
    echo.story(
        "/news/first",
        "Breakwater vote",
        "The vote was close.",
        f'<a href="{STORY}">Ann Lee: northern breakwater before the winter storms</a>',
    )
    article(tmp_path)
    assert by(searched_twice(tmp_path, settings(echo))) == "page-links"


@pytest.mark.parametrize("status", [429, 500, 403])
def test_a_site_that_answers_with_an_error_is_told(
    status: int, echo: Press, tmp_path: Path
) -> None:
    echo.put("/robots.txt", "Sitemap: {base}/sitemap.xml", "text/plain")
    echo.put("/sitemap.xml", "no", "text/plain", status)
    article(tmp_path)
    report = searched_twice(tmp_path, settings(echo))
    check, source = found(report)
    assert source is None
    assert check.search is not None
    troubles = {
        429: "the site asked for fewer requests",
        500: "asking for it ended as server-error",
        403: "asking for it ended as blocked",
    }
    assert check.search.places[0].trouble == troubles[status]
    if status == 429:
        assert echo.asked == ["/robots.txt", "/sitemap.xml"]


def wayback(with_service: Settings) -> Settings:
    return replace(with_service, fetch=replace(with_service.fetch, archive=ArchiveUse.MEMENTO))


def cdx(*rows: tuple[str, str], key: str = "") -> str:
    listed: list[list[str]] = [["timestamp", "original"], *map(list, rows)]
    return json.dumps([*listed, [], [key]] if key else listed)


def test_a_copy_that_the_wayback_machine_lists(echo: Press, tmp_path: Path) -> None:
    address = f"{echo.base}/gone/lee-breakwater-winter"
    echo.put("/wayback/cdx/search/cdx", cdx(("20260305101112", address)), "application/json")
    echo.pages[f"/wayback/web/20260305101112id_/{address}"] = echo.pages[STORY]
    article(tmp_path)
    report = searched_twice(tmp_path, wayback(settings(echo)))
    assert by(report) == "wayback"
    source = found(report)[1]
    assert source is not None
    assert source.url == address
    [record] = report.facts.sources
    assert (record.capture.outcome, record.capture.archived_at) == (
        *("from-archive", "2026-03-05T10:11:12Z"),
    )
    [question] = [path for path in echo.asked if "/cdx/" in path]
    asked = parse_qs(urlsplit(question).query)
    assert asked["url"] == ["127.0.0.1"]
    assert (asked["from"], asked["to"]) == (["20260223"], ["20260306"])
    assert not any(word in question for word in ("breakwater", "Lee", "northern"))


def test_the_parts_of_an_index_are_asked_for_by_their_key(echo: Press, tmp_path: Path) -> None:
    address = f"{echo.base}/gone/lee-breakwater-winter"
    question = "/wayback/cdx/search/cdx"
    first = cdx(*((f"2026030510111{n}", f"{echo.base}/x/{n}") for n in range(9)), key="com,a)/x 20")

    class Parts(dict[str, tuple[int, str, bytes]]):
        def get(self, path: str, default: Any = None) -> Any:
            if path.startswith(f"{question}?"):
                more = "resumeKey=com%2Ca%29" in path or "resumeKey=com,a" in path
                body = cdx(("20260305101112", address)) if more else first
                return 200, "application/json", body.encode()
            return super().get(path, default)

    echo.pages = Parts(echo.pages)
    echo.pages[f"/wayback/web/20260305101112id_/{address}"] = echo.pages[STORY]
    article(tmp_path)
    assert by(searched_twice(tmp_path, wayback(settings(echo)))) == "wayback"


@pytest.mark.parametrize("status", [429, 503, 200])
def test_an_index_that_cannot_be_read_finds_nothing(
    status: int, echo: Press, tmp_path: Path
) -> None:
    echo.put("/wayback/cdx/search/cdx", "Too many requests", "text/plain", status)
    article(tmp_path)
    report = searched_twice(tmp_path, wayback(settings(echo)))
    check, source = found(report)
    assert source is None
    assert check.search is not None
    assert "wayback" in {place.provider.value for place in check.search.places}


def served_by(echo: Press, **service: Any) -> Settings:
    template = service.pop("url", "/search?q={query}&format=json")
    given = settings(echo, search=SearchService(echo.base + template, **service))
    sites = {"kelmouth echo": (f"{echo.base}/no-sitemap.xml",)}
    return replace(given, discovery=replace(given.discovery, sites=sites))


def test_a_search_service_is_sent_names_and_rare_words_only(echo: Press, tmp_path: Path) -> None:
    results = [
        {"url": f"{echo.base}/x", "title": "Winter storms", "content": "…", "publishedDate": ""},
        {"url": echo.base + STORY, "title": "Breakwater: Lee speaks", "content": "…"},
    ]
    echo.put("/search", searxng(results), "application/json")
    article(tmp_path)
    report = searched_twice(tmp_path, served_by(echo))
    assert by(report) == "search-service"
    [question] = [path for path in echo.asked if path.startswith("/search")]
    sent = parse_qs(urlsplit(question).query)["q"][0].split()
    assert {"Ann", "Lee"} <= set(sent)
    assert len({word.lower() for word in sent} & set(SAID.lower().split())) <= 5
    assert SAID.lower() not in " ".join(sent).lower()
    source = found(report)[1]
    assert source is not None
    assert source.discovery is not None
    assert source.discovery.query == " ".join(sent)


def test_the_whole_quotation_is_sent_only_where_the_settings_say_so(
    echo: Press, tmp_path: Path
) -> None:
    article(tmp_path)
    audit(tmp_path, served_by(echo, phrase=True))
    [question] = [path for path in echo.asked if path.startswith("/search")]
    assert parse_qs(urlsplit(question).query)["q"] == [f'"{SAID},"']


def test_a_key_goes_in_its_header_to_the_service_alone_and_is_kept_nowhere(
    echo: Press, tmp_path: Path
) -> None:
    stories = [{"url": echo.base + STORY, "title": "Breakwater", "publish_date": DAY}]
    echo.put("/search", json.dumps({"stories": stories}), "application/json")
    article(tmp_path)
    service = served_by(
        echo,
        url="/search?q={query}&start={from}&end={to}&domain={domain}",
        results="stories",
        date="publish_date",
        key_env="X",
        key_header="X-API-Key",
        key_prefix="Token ",
    )
    report = searched_twice(tmp_path, service, search_key="s3cret")
    assert by(report) == "search-service"
    with_key = [
        path
        for path, headers in zip(echo.asked, echo.headers, strict=True)
        if "s3cret" in str(headers)
    ]
    assert [path.partition("?")[0] for path in with_key] == ["/search"]
    assert "start=2026-02-23&end=2026-03-06" in with_key[0]
    for record in scan(tmp_path / "captures.warc.gz"):
        assert b"s3cret" not in gzip.decompress((tmp_path / "captures.warc.gz").read_bytes()), (
            record
        )


def test_a_service_that_answers_rss_needs_no_names(echo: Press, tmp_path: Path) -> None:
    rss = f"<rss><channel><item><title>Lee</title><link>{echo.base}{STORY}</link></item></channel></rss>"
    echo.put("/search", rss, "application/rss+xml")
    article(tmp_path)
    assert by(searched_twice(tmp_path, served_by(echo))) == "search-service"


def test_pages_of_answers_are_asked_for_until_one_is_empty(echo: Press, tmp_path: Path) -> None:
    wrong = [{"url": f"{echo.base}/news/{n}", "title": f"Breakwater {n}"} for n in range(2)]
    echo.pages["/search?page=1"] = 200, "application/json", searxng(wrong).encode()
    right = searxng([{"url": echo.base + STORY, "title": "Lee"}]).encode()
    echo.pages["/search?page=2"] = 200, "application/json", right
    article(tmp_path)
    report = searched_twice(tmp_path, served_by(echo, url="/search?page={page}"))
    assert by(report) == "search-service"


@pytest.mark.parametrize(
    ("status", "body"),
    [
        *((429, "slow down"), (503, ""), (403, "no json here"), (200, "{}"), (200, "[" * 9999)),
        (200, "<!doctype html><title>Sign in</title><p>Please sign in to search.</p>"),
        (200, '{"results": {"url": "x"}}'),
        (200, '{"results": [1, null, {"url": 5}, {"url": "javascript:x"}, {"title": []}]}'),
    ],
)
def test_a_service_that_gives_no_answer_finds_nothing(
    status: int, body: str, echo: Press, tmp_path: Path
) -> None:
    echo.put("/search", body, "application/json", status)
    article(tmp_path)
    report = searched_twice(tmp_path, served_by(echo))
    check, source = found(report)
    assert source is None
    assert check.search is not None
    assert "search-service" in {place.provider.value for place in check.search.places}
    assert sum(path.startswith("/search") for path in echo.asked) == 1


def test_links_of_the_article_to_the_outlet_are_candidates() -> None:
    text = "The BBC has it. Others say so too."
    links = (
        Link(8, 14, "https://www.bbc.com/news/pier"),
        Link(16, 22, "https://e.example/pier"),
        Link(16, 22, "https://www.bbc.com/", LinkRole.HOME),
    )
    told = Article(text, (), links, (), "text", "")
    said = Attribution("a1", AttributionKind.DIRECT, (Span(0, 7, "The BBC"),), outlet=BBC)
    check = AttributionCheck(said, Standing.UNLINKED, Verdict.NOT_COMPARED, NotCompared.NO_SOURCE)
    long = replace(said, contents=(Span(0, 15, "The BBC has it now"),))
    given = DiscoverySettings(discover=Discover.NAMED)
    assert wanted(told, [check], given) == []
    [each] = wanted(told, [replace(check, attribution=long)], given)
    asked = Asked(lambda url, _: Capture(url, Outcome.NOT_ARCHIVED, url), given)
    found = [candidate.url for candidate in ArticleLinks(told).candidates(each, asked)]
    assert found == ["https://www.bbc.com/news/pier"]


def test_time_that_is_over_leaves_the_rest_unasked_and_the_replay_the_same(
    echo: Press, tmp_path: Path
) -> None:
    echo.robots("/sitemap.xml")
    echo.sitemap("/sitemap.xml", [(STORY, "Lee", DAY)])
    article(tmp_path)
    given = settings(echo, discover_time=0.0)
    report = searched_twice(tmp_path, given)
    assert echo.asked == []
    assert found(report)[0].search is None
