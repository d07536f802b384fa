"""Shows that reading, extraction and comparison take time in proportion to the text, on hostile text too.

    python -m benchmarks.linear [ROOM …]

Prints CPU seconds at 10 kB, 100 kB and 1 MB (and for a hundredth as many revisits of an archive);
each column should be about ten times the one before.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from audit import extract, prepare, read_article, source_text, verify_quote
from audit.capture.archive.index.entries import Entry, Repeats
from audit.capture.archive.replay import Index
from audit.capture.http.exchange import Profile
from audit.discover.site.answers import read_list
from audit.discover.site.links import read_links
from audit.discover.site.robots import sitemaps_named
from audit.discover.wayback import read_cdx
from audit.model import Capture, Outcome, Provider

SIZES = (10_000, 100_000, 1_000_000)
TEXTS = {
    "plain news": "“We will rebuild it by spring,” Ann Lee told the BBC. It rained all day in the town.\n",
    "quotation marks": '"',
    "marks left open": "“",
    "nested marks": "“‘",
    "no spaces": "word",
    "one long line of speech": "Ann Lee said that it was over and ",
    "commas and names": "Ann, ",
    "right to left": "قال الرئيس «لن نتراجع» ",
    "signatures": "We go. — (@ann) December 6, 2024\n\n",
    "pictures": "pic.twitter.com/abc\n\n",
    "German": "„Wir gehen nach Hause“, sagte Anna Lee dem Spiegel. Es regnete den ganzen Tag. ",
    "French": "« Nous irons », a dit Anne Lee au Monde. Il a plu toute la journée dans la ville. ",
    "Spanish": "—Iremos —dijo Ana Lee a El País—. Llovió todo el día en la ciudad. ",
    "Russian": "«Мы пойдём», — заявила Анна Ли агентству ТАСС. Весь день шёл дождь. ",
}
LINKED = {
    "links and quotations": "“We go,” [Ann Lee](https://a.example/x) told the [BBC](https://b.example/). ",
    "in one sentence": "“we go”, [Ann Lee](https://a.example/x) said and ",
    "in posts": "We [go](https://a.example/x). — Ann Lee (@ann) December 6, 2024\n\n",
    "nested quotes": "> > [a](b) ",
    "brackets": "[a](",
    "stars": "*a **b ",
    "tables": "| a ",
    "open brackets": "[",
    "footnotes": "[^1]: a\n",
}
MARKUP = {
    "open tags": "<div>",
    "paragraphs": "<p>“We go,” <a href=x>Ann Lee</a> told the BBC.",
    "open comments": "<!--",
    "open brackets": "<",
    "open scripts": "<script>",
    "attributes": "<a b=c ",
    "references": "&amp",
    "quotes": "<q>a",
    "embeds": '<blockquote class="twitter-tweet">a</blockquote>',
    "blanks": " ",
    "cells": "<table><tr><td>a",
    "formatting": "<b><p>",
}
PAGES = {
    **MARKUP,
    "JSON": '[{"a":"b ',
    "XML": "<item><title>a</title>",
    "captions": "00:00:01.000 --> 00:00:02.000\na\n\n",
    "apostrophes": "’ ",
    "CDATA": "<![CDATA[",
    "not UTF-8": "<script é ",
}
LISTS = {
    "sitemap": "<urlset>|<url><loc>https://a.example/a-b-c</loc><lastmod>2026-03-05</lastmod></url>",
    "a sitemap's open tags": "<urlset>|<url><loc>",
    "feed": "<rss><channel>|<item><link>https://a.example/a</link><title>a b</title></item>",
    "entries in entries": "<feed>|<entry><link href='/a'/>",
    "first page": "<html>|<a href=/a-b-c-d>One two three</a>",
    "robots.txt": "|Sitemap: https://a.example/a.xml\n",
    "answer of an index": '[["timestamp","original"],|["20260305120000","https://a.example/a"],',
}
SOURCES = {
    "the words": "We will rebuild it by spring. ",
    "the words, said": "“We will rebuild it by spring,” Ann Lee told the BBC. ",
    "nearly the words": "We will not rebuild it by the spring of the year. ",
    "labels": "ANN LEE: We will (laughter) rebuild it. ",
    "one word": "we ",
    "dashes": "— ",
}
QUOTE = "We will rebuild it […] by the spring, we hope, and [they] will not."


def _extract(text: str) -> Callable[[], object]:
    article = read_article(text.encode(), format="text")
    return lambda: extract(article)


def _markdown(text: str) -> Callable[[], object]:
    return lambda: extract(read_article(text.encode(), format="markdown"))


def _html(text: str) -> Callable[[], object]:
    return lambda: extract(read_article(f"<p>A word.</p>{text}".encode(), format="html"))


def _page(text: str) -> Callable[[], object]:
    data = text.encode("latin-1" if "é" in text else "utf-8", "replace")
    types = (None, "text/html", "application/xml", "text/plain")
    return lambda: [source_text(data, content_type) for content_type in types]


def _lists(text: str) -> Callable[[], object]:
    """What a site and an archive list; what stands before the mark comes once."""
    head = text.partition("|")[0]
    whole = head + text.replace(f"{head}|", "")
    data, url = whole.encode(), "https://a.example/list"
    capture = Capture(url, Outcome.CAPTURED, url, body=data, status=200)
    return lambda: (
        read_list(capture, url),
        read_links(whole, url, Provider.HOME_PAGE, url),
        read_cdx(data.rstrip(b", end.") + b"]"),
        sitemaps_named(data, url),
    )


def _verify(text: str) -> Callable[[], object]:
    return lambda: verify_quote(QUOTE, text, speaker="Piet Moreau")


def _many_quotes(text: str) -> Callable[[], object]:
    """As many quotations as the source is long, each against it."""

    def run() -> None:
        page = source_text(text.encode(), "text/plain")
        prepared = prepare(page)
        for number in range(0, len(text), 2_000):
            verify_quote(text[number : number + 40], prepared)

    return run


ROOMS: dict[str, tuple[dict[str, str], Callable[[str], Callable[[], object]]]] = {
    "extract": (TEXTS, _extract),
    "markdown": (LINKED, _markdown),
    "html": (MARKUP, _html),
    "source_text": (PAGES, _page),
    "lists": (LISTS, _lists),
    "verify_quote": (SOURCES, _verify),
    "many quotations": ({"plain news": TEXTS["plain news"]}, _many_quotes),
}


def seconds(unit: str, size: int, make: Callable[[str], Callable[[], object]]) -> float:
    """CPU seconds for ``size`` characters of a repeated unit."""
    run = make(unit * (size // len(unit)) + " end.")
    start = time.process_time()
    run()
    return time.process_time() - start


def revisit_seconds(count: int) -> float:
    """CPU seconds to look a URL up that so many revisits answer, whose answer comes last."""
    url, last = "https://news.example/a", f"2026-01-01T00:00:00.{count:06}Z"
    repeats = Repeats(Profile.IDENTICAL, None, url, last, "")
    index = Index()
    for number in range(count + 1):
        date = f"2026-01-01T00:00:00.{number:06}Z"
        index.add(
            Entry(Path(), number, url, None, date, repeats=repeats if number < count else None)
        )
    start = time.process_time()
    index.find(url, "")
    return time.process_time() - start


def main() -> None:
    """Prints a table."""
    print(f"{'':44}" + "".join(f"{size:>12,}" for size in SIZES))
    for room in sys.argv[1:] or ROOMS:
        texts, make = ROOMS[room]
        for name, unit in texts.items():
            figures = "".join(f"{seconds(unit, size, make):12.2f}" for size in SIZES)
            print(f"{room + ': ' + name:44}{figures}", flush=True)
    counts = [size // 100 for size in SIZES]
    figures = "".join(f"{revisit_seconds(count):12.2f}" for count in counts)
    print(f"{'archive: revisits of one URL':44}{figures}")


if __name__ == "__main__":
    main()
