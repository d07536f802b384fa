"""What came back for a sitemap or a feed, as a list of pages; which of its days are believed."""

from collections import Counter
from dataclasses import replace

from audit.discover.days import Window, apart, day_of, span_in_address
from audit.discover.listing import Listing, characters
from audit.discover.site.feeds import is_feed, read_feed
from audit.discover.site.sitemaps import (
    is_plain_sitemap,
    is_sitemap,
    read_plain_sitemap,
    read_sitemap,
)
from audit.model import READ_WHOLE, Capture, Outcome, Provider

ENOUGH = 10
"""Pages of lists by which one knows the manner of an outlet."""
RECENT = 2
"""Days that a news sitemap reaches back, and most feeds."""
_NEARLY_ALL = 0.9
_WHY = {
    Outcome.NOT_FOUND: "there is none",
    Outcome.ROBOTS_DISALLOWED: "it is closed to programs",
    Outcome.RATE_LIMITED: "the site asked for fewer requests",
    Outcome.TIMED_OUT: "the answer took too long",
    Outcome.TOO_LARGE: "it is too large",
    Outcome.TRUNCATED: "it was cut off",
}
_MAY_HAVE_TEXT = READ_WHOLE | {
    Outcome.TRUNCATED,
    Outcome.TOO_LARGE,
    Outcome.TIMED_OUT,
    Outcome.NOT_TEXT,
}


def read_list(capture: Capture, url: str) -> Listing:
    """A sitemap or a feed as it came."""
    if not capture.body or capture.outcome not in _MAY_HAVE_TEXT:
        return Listing(Provider.SITEMAP, trouble=trouble_of(capture))
    text, trouble = characters(capture.body, capture.content_type)
    if is_feed(text):
        listing = read_feed(text, url)
    elif is_sitemap(text):
        listing = read_sitemap(text, url)
    elif is_plain_sitemap(text):
        listing = read_plain_sitemap(text, url)
    else:
        listing = Listing(Provider.SITEMAP, trouble="it is neither a sitemap nor a feed")
    cut = "" if capture.outcome is Outcome.NOT_TEXT else trouble_of(capture)
    return replace(listing, trouble=listing.trouble or trouble or cut)


def with_true_days(listing: Listing, url: str, asked: str | None, window: Window | None) -> Listing:
    """A list without the days of its pages, where these are of the list.

    A new layout gives all pages one day, and so does a clock that was never set. All of one day,
    too, has a list of that day, as its address says, and one of the last days. A day in question
    is believed.
    """
    days = Counter(entry.day for entry in listing.entries if entry.day is not None)
    if len(listing.entries) < ENOUGH or not days:
        return listing
    [(day, most)] = days.most_common(1)
    last = day_of(asked or "")
    is_true = (
        span_in_address(url) is not None
        or (last is not None and apart(day, last) <= RECENT)
        or (window is not None and window.has(day))
    )
    if most < _NEARLY_ALL * len(listing.entries) or is_true:
        return listing
    entries = (replace(entry, day=None) for entry in listing.entries)
    return replace(listing, entries=tuple(entries))


def trouble_of(capture: Capture) -> str:
    """Why an answer could not be read whole, in a few words; empty where it could."""
    if capture.outcome in READ_WHOLE:
        return ""
    return _WHY.get(capture.outcome, f"asking for it ended as {capture.outcome}")
