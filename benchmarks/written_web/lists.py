"""Lists of pages as content management systems write them."""

import gzip
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from html import escape

from benchmarks.made_web.lists import Answer
from benchmarks.written_web.page import Page

_MAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
_IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
_SPACES = f'xmlns="{_MAPS}" xmlns:news="{_NEWS}" xmlns:image="{_IMAGE}"'


def moment(page: Page, hour: int = 9) -> datetime:
    """When a page was published."""
    return datetime.combine(page.day, time(hour, page.number % 60), UTC)


def xml(text: str) -> Answer:
    """An answer in XML."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return Answer(200, "application/xml; charset=utf-8", (head + text).encode())


def plain(text: str, status: int = 200) -> Answer:
    """An answer in plain text."""
    return Answer(status, "text/plain; charset=utf-8", text.encode())


def packed(answer: Answer) -> Answer:
    """An answer, gzipped as a file."""
    assert isinstance(answer.body, bytes)
    return Answer(answer.status, "application/gzip", gzip.compress(answer.body, 1))


def urlset(
    root: str, pages: Sequence[Page], *, days: bool = True, images: bool = False, built: str = ""
) -> Answer:
    """A sitemap; ``built`` is the day that all its pages are said to be of."""
    rows = []
    for page in pages:
        changed = built or (page.changed or page.day).isoformat()
        last = f"<lastmod>{changed}T14:02:11+00:00</lastmod>" if days else ""
        image = f"<image:image><image:loc>{root}/img/{page.number}.jpg</image:loc><image:title>Photo by the agency</image:title></image:image>" if images else ""  # fmt: skip
        rows.append(f"<url><loc>{escape(root + page.path)}</loc>{last}{image}</url>")
    return xml(f"<urlset {_SPACES}>{''.join(rows)}</urlset>")


def news(root: str, pages: Sequence[Page], name: str, lang: str = "en", *, words: bool = False) -> Answer:  # fmt: skip
    """A news sitemap; with ``words``, with the keywords of its pages."""
    rows = []
    for page in pages:
        keys = f"<news:keywords>{escape(page.keywords)}</news:keywords>" if words else ""
        rows.append(
            f"<url><loc>{escape(root + page.path)}</loc><news:news><news:publication><news:name>"
            f"{escape(name)}</news:name><news:language>{lang}</news:language></news:publication>"
            f"<news:publication_date>{moment(page).isoformat()}</news:publication_date>"
            f"<news:title><![CDATA[{page.title}]]></news:title>{keys}</news:news></url>"
        )
    return xml(f"<urlset {_SPACES}>{''.join(rows)}</urlset>")


def index(children: Sequence[tuple[str, date | str | None]]) -> Answer:
    """An index of sitemaps, each with the day of its last change, if any."""
    rows = [
        f"<sitemap><loc>{escape(url)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</sitemap>"
        for url, day in children
    ]
    return xml(f"<sitemapindex xmlns='{_MAPS}'>{''.join(rows)}</sitemapindex>")


def rss(
    root: str, pages: Sequence[Page], name: str, *, summaries: int = 200, mark: str = "", body: bool = False,
) -> Answer:  # fmt: skip
    """RSS 2.0, as WordPress and others write it; summaries are cut after so many characters."""
    rows = []
    for page in pages:
        told = page.summary or " ".join(page.paragraphs)
        cut = f"{told[:summaries].rsplit(' ', 1)[0]} [&#8230;]" if len(told) > summaries else told
        whole = f"<content:encoded><![CDATA[{''.join(f'<p>{each}</p>' for each in page.paragraphs)}]]></content:encoded>" if body else ""  # fmt: skip
        rows.append(
            f"<item><title>{escape(page.title)}</title><link>{escape(root + page.path + mark)}</link>"
            f"<dc:creator><![CDATA[{page.author}]]></dc:creator><pubDate>{format_datetime(moment(page))}</pubDate>"
            f"<category><![CDATA[{page.section.title()}]]></category>"
            f"<guid isPermaLink='false'>{root}/?p={page.number}</guid>"
            f"<description><![CDATA[{cut if summaries else ''}]]></description>{whole}</item>"
        )
    text = (
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' "
        f"xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>{escape(name)}</title>"
        f"<link>{root}</link>{''.join(rows)}</channel></rss>"
    )
    return Answer(200, "application/rss+xml; charset=UTF-8", text.encode())


def rdf(root: str, pages: Sequence[Page], name: str) -> Answer:
    """RSS 1.0."""
    items = "".join(
        f"<item rdf:about='{root}{page.path}'><title>{escape(page.title)}</title><link>{root}{page.path}</link>"
        f"<dc:subject>{escape(page.section.title())}</dc:subject><dc:date>{moment(page).isoformat()}</dc:date></item>"
        for page in pages
    )
    text = (
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'"
        f" xmlns:dc='http://purl.org/dc/elements/1.1/'><channel rdf:about='{root}'><title>{name}</title></channel>{items}</rdf:RDF>"
    )
    return Answer(200, "text/xml", text.encode())


def atom(root: str, pages: Sequence[Page], name: str) -> Answer:
    """Atom."""
    rows = "".join(
        f"<entry><title type='html'>{escape(escape(page.title))}</title><link rel='alternate' href='{root}{page.path}'/>"
        f"<id>tag:{name},{page.number}</id><published>{moment(page).isoformat()}</published>"
        f"<updated>{moment(page, 11).isoformat()}</updated><summary>{escape(page.summary)}</summary></entry>"
        for page in pages
    )
    text = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>{escape(name)}</title><link rel='self' href='{root}/atom.xml'/>{rows}</feed>"  # fmt: skip
    return Answer(200, "application/atom+xml", text.encode())


def json_feed(root: str, pages: Sequence[Page], name: str) -> Answer:
    """JSON Feed 1.1."""
    items = [
        {
            "id": root + page.path,
            "url": root + page.path,
            "title": page.title,
            "content_html": f"<p>{page.summary}</p>",
            "date_published": moment(page).isoformat(),
            "tags": page.keywords.split(", "),
        }
        for page in pages
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": name, "items": items}
    return Answer(200, "application/feed+json", json.dumps(feed).encode())
