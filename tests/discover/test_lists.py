"""Sitemaps, indexes and feeds in their published shapes, and as nobody should write them."""

import gzip
import json
from dataclasses import replace

import pytest

from audit.discover.days import Window, day_in_address, day_of, span_in_address, window
from audit.discover.listing import LARGEST, MOST_ENTRIES, Child, characters, unpacked
from audit.discover.site.answers import read_list
from audit.discover.site.feeds import is_feed, read_feed
from audit.discover.site.links import read_links
from audit.discover.site.order import in_order
from audit.discover.site.robots import sitemaps_named
from audit.discover.site.sitemaps import is_sitemap, read_sitemap
from audit.model import Capture, Outcome, Provider

WHERE = "https://echo.example/list.xml"
NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://echo.example/a?x=1&amp;y=2</loc><lastmod>2026-03-06T10:00:00+01:00</lastmod>
<news:news><news:publication><news:name>Echo</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2026-03-05T08:00:00Z</news:publication_date>
<news:title>Pier &amp; breakwater</news:title><news:keywords>harbour, storms</news:keywords></news:news>
<image:image><image:loc>https://echo.example/p.jpg</image:loc><image:title>A boat</image:title></image:image></url>
<url><image:image><image:loc>https://echo.example/q.jpg</image:loc></image:image>
<loc><![CDATA[ https://echo.example/b ]]></loc></url>
</urlset>"""
RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Echo</title><link>https://echo.example/</link><description>All</description>
<item><title><![CDATA[Pier & breakwater]]></title><link>https://echo.example/a</link>
<pubDate>Thu, 05 Mar 2026 08:00:00 GMT</pubDate><category>Harbour</category><category>Storms</category>
<media:content url="https://echo.example/p.jpg"><media:title>A boat</media:title></media:content>
<description>&lt;p&gt;The &lt;b&gt;council&lt;/b&gt; votes&lt;/p&gt;</description></item>
<item><guid isPermaLink="true">https://echo.example/b</guid><dc:date>2026-03-04</dc:date></item>
</channel></rss>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Echo</title></channel>
<item rdf:about="https://echo.example/a"><title>Pier &amp; breakwater</title><link>https://echo.example/a</link>
<dc:date>2026-03-05T08:00:00Z</dc:date></item></rdf:RDF>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Echo</title><link rel="self" href="/feed"/>
<entry><title type="html">Pier &amp;amp; breakwater</title><link rel="enclosure" href="/p.mp3"/>
<link href="/a"/><id>tag:echo.example,2026:a</id><published>2026-03-05T08:00:00Z</published>
<updated>2026-03-06T08:00:00Z</updated><category term="Harbour"/><summary>The council votes</summary></entry></feed>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Echo",
        "items": [
            {
                "id": "1",
                "url": "https://echo.example/a",
                "title": "Pier & breakwater",
                "date_published": "2026-03-05T08:00:00Z",
                "summary": "The council votes",
                "tags": ["Harbour"],
            },
            {"id": "2", "external_url": 7},
            "none",
        ],
    }
)


def test_a_news_sitemap_gives_title_day_and_keywords_and_no_picture() -> None:
    assert is_sitemap(NEWS)
    first, second = read_sitemap(NEWS, WHERE).entries
    assert (first.url, first.title) == ("https://echo.example/a?x=1&y=2", "Pier & breakwater")
    assert (first.day, first.changed, first.keywords) == (
        *("2026-03-05", "2026-03-06", "harbour, storms"),
    )
    assert (second.url, second.title) == ("https://echo.example/b", "")


@pytest.mark.parametrize("text", [RSS, RDF, ATOM, JSON], ids=["rss", "rdf", "atom", "json"])
def test_a_feed_gives_address_title_and_day(text: str) -> None:
    assert is_feed(text)
    assert not is_sitemap(text)
    first = read_feed(text, WHERE).entries[0]
    assert (first.url, first.title) == ("https://echo.example/a", "Pier & breakwater")
    assert (first.day, first.provider) == ("2026-03-05", Provider.FEED)
    if text is not RDF:
        assert "council votes" in first.summary
        assert "Harbour" in first.keywords


def test_an_item_may_have_its_address_in_the_guid() -> None:
    assert read_feed(RSS, WHERE).entries[1].url == "https://echo.example/b"
    assert read_feed(RSS, WHERE).entries[1].day == "2026-03-04"


def test_what_is_broken_is_read_as_far_as_it_goes() -> None:
    assert len(read_sitemap(NEWS[: NEWS.index("<url><image:image>")], WHERE).entries) == 1
    assert len(read_feed(RSS[: RSS.index("<item><guid")], WHERE).entries) == 1
    assert read_feed(
        RSS.replace("<description>&lt;p", "<description>a & b &nbsp;<p"), WHERE
    ).entries
    for text in ("", "<urlset", "<rss>", "{", "<html>", "[" * 10_000, "<feed><entry>" * 1000):
        read_sitemap(text, WHERE)
        read_feed(text, WHERE)


def test_entities_are_not_expanded_and_nothing_is_included() -> None:
    bomb = (
        '<!DOCTYPE urlset [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY f SYSTEM "file:///etc/hostname">]>'
        "<urlset><url><loc>https://echo.example/&b;&f;</loc></url></urlset>"
    )
    assert [entry.url for entry in read_sitemap(bomb, WHERE).entries] == [
        "https://echo.example/&b;&f;"
    ]


def test_addresses_that_are_none_of_the_web_are_left_out() -> None:
    for url in ("javascript:alert(1)", "file:///etc/passwd", "//x", "https://a b", "x" * 3000, ""):
        assert read_sitemap(f"<urlset><url><loc>{url}</loc></url></urlset>", WHERE).entries == ()


def test_a_sitemap_of_many_entries_is_read_in_linear_time_and_bounded() -> None:
    row = "<url><loc>https://echo.example/{}</loc></url>"
    many = "<urlset>" + "".join(row.format(n) for n in range(MOST_ENTRIES + 10)) + "</urlset>"
    listing = read_sitemap(many, WHERE)
    assert len(listing.entries) == MOST_ENTRIES
    assert "more than 50000" in listing.trouble


def test_a_feed_of_many_entries_is_read_no_further_than_a_sitemap() -> None:
    item = "<item><link>https://echo.example/{}</link></item>"
    many = f"<rss><channel>{''.join(map(item.format, range(MOST_ENTRIES + 10)))}</channel></rss>"
    listing = read_feed(many, WHERE)
    assert len(listing.entries) == MOST_ENTRIES
    assert "more than 50000" in listing.trouble


def test_packed_lists_are_unpacked_within_bounds() -> None:
    assert unpacked(gzip.compress(b"<urlset/>")) == (b"<urlset/>", "")
    data, trouble = unpacked(gzip.compress(bytes(LARGEST + 5_000_000)))
    assert (len(data), trouble) == (LARGEST, "it is too large")
    packed = gzip.compress(NEWS.encode())
    assert unpacked(packed[: len(packed) // 2])[1] == "it is cut off"
    assert unpacked(b"\x1f\x8b\x08" + b"x" * 50)[1] == "it is broken"
    assert characters(gzip.compress(NEWS.encode()), "application/gzip")[0] == NEWS


@pytest.mark.parametrize(
    ("capture", "entries", "trouble"),
    [
        (Capture(WHERE, Outcome.CAPTURED, WHERE, body=NEWS.encode(), status=200), 2, ""),
        (
            Capture(WHERE, Outcome.NOT_TEXT, WHERE, body=gzip.compress(NEWS.encode()), status=200),
            *(2, ""),
        ),
        (
            Capture(WHERE, Outcome.TRUNCATED, WHERE, body=NEWS[:700].encode(), status=200),
            *(1, "it was cut off"),
        ),
        (Capture(WHERE, Outcome.RATE_LIMITED, WHERE, status=429), 0, "the site asked for fewer requests"),
        (
            Capture(WHERE, Outcome.CAPTURED, WHERE, body=b"<p>Please log in</p>", status=200),
            *(0, "it is neither a sitemap nor a feed"),
        ),
    ],
    ids=lambda value: getattr(value, "outcome", None),
)  # fmt: skip
def test_how_a_list_came_is_told(capture: Capture, entries: int, trouble: str) -> None:
    listing = read_list(capture, WHERE)
    assert (len(listing.entries), listing.trouble) == (entries, trouble)


def test_robots_names_sitemaps_for_all_programs() -> None:
    robots = (
        b"User-agent: x\r\nsitemap: https://echo.example/a.xml\r\nDisallow: /\n Sitemap:/b.xml # late\n"
        b"Sitemap: https://echo.example/a.xml\nSitemap: ftp://x/\n"
    )
    assert sitemaps_named(robots, "https://echo.example/robots.txt") == (
        *("https://echo.example/a.xml", "https://echo.example/b.xml"),
    )


def test_an_index_is_followed_to_the_days_in_question() -> None:
    days = Window("2026-02-23", "2026-03-06")
    children = [
        Child("https://e.example/2024/03/sitemap.xml"),
        Child("https://e.example/sitemap-images.xml", "2026-03-06"),
        Child("https://e.example/old.xml", "2026-01-01"),
        Child("https://e.example/posts-2.xml", "2026-03-07"),
        Child("https://e.example/posts-3.xml", "2026-05-01"),
        Child("https://e.example/2026/02/sitemap.xml"),
        Child("https://e.example/2026/03/sitemap.xml", "2026-03-31"),
        Child("https://e.example/2026-03-02.xml"),
        Child("https://e.example/2026-03-05.xml"),
    ]
    ordered = [child.url.rpartition(".example/")[2] for child in in_order(children, days)]
    assert ordered[:2] == ["2026/03/sitemap.xml", "2026-03-05.xml"]
    assert ordered.index("posts-2.xml") < ordered.index("posts-3.xml")
    assert ordered[-1] == "sitemap-images.xml"
    assert not {"old.xml", "2024/03/sitemap.xml"} & set(ordered)


def test_the_links_of_a_page_are_its_headlines_and_feeds() -> None:
    listing = read_links(
        '<base href="https://echo.example/x/"><link rel="alternate" type="application/rss+xml" href="/rss">'
        '<link rel="alternate" hreflang="de" href="/de"><a href="a">The council <b>votes</b> today</a>'
        '<a href="/login">Log in to your account now</a><a href="/world">World</a>'
        '<a href="/news/pier-and-breakwater-closed">…</a><a href="javascript:x">One two three</a>',
        WHERE,
        Provider.HOME_PAGE,
        WHERE,
    )
    assert [(entry.url, entry.title) for entry in listing.entries] == [
        ("https://echo.example/x/a", "The council votes today"),
        ("https://echo.example/news/pier-and-breakwater-closed", "…"),
    ]
    assert [child.url for child in listing.children] == ["https://echo.example/rss"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-05", "2026-03-05"),
        ("2026-03-05T23:00:00+01:00", "2026-03-05"),
        ("20260305", "2026-03-05"),
        ("Thu, 05 Mar 2026 08:00:00 GMT", "2026-03-05"),
        ("2026-13-05", None),
        ("yesterday", None),
        ("Thu, 99 Mar 2026", None),
        ("9" * 5000, None),
        ("", None),
    ],
)
def test_days_are_read_as_lists_write_them(text: str, day: str | None) -> None:
    assert day_of(text) == day


def test_days_are_read_from_addresses() -> None:
    assert day_in_address("https://e.example/2026/3/5/pier") == "2026-03-05"
    assert day_in_address("https://e.example/pier-20260305.html") == "2026-03-05"
    assert day_in_address("https://e.example/2026/99/99/pier-123456789") is None
    for number in ("200415", "2011167", "1998-5123", "a/202631"):  # of pages, not of days
        assert day_in_address(f"https://e.example/{number}") is None
    assert span_in_address("https://e.example/sitemap-2026-mar.xml") == ("2026-03-01", "2026-03-31")
    assert span_in_address("https://e.example/sitemap_2026.xml") == ("2026-01-01", "2026-12-31")
    assert span_in_address("https://e.example/sitemap-1.xml") is None
    assert window("2026-03-05T12:00:00Z", 10) == Window("2026-02-23", "2026-03-06")
    assert window(None, 10) is None
    assert window("0001-01-01", 10) is None
    assert replace(Window("a", "b"), first="b").has("b")
