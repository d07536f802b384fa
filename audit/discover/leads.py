"""A page that was read in a search, and where it leads when it has not the words itself."""

import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from math import fsum
from urllib.parse import urlsplit

from audit.discover.days import day_of
from audit.discover.listing import characters
from audit.discover.ranking import LEAST, PROMISING, Pool
from audit.discover.site.links import next_page, read_links
from audit.discover.site.teasers import announced
from audit.discover.wanted import Wanted
from audit.discover.words import runs_of, stem, stems
from audit.model import Candidate, Capture, Outcome, Page, Provider

_OF_A_TEASER = 100.0
_PROMISING = 10.0  # the score of a page that a list told to be on the subject
_OF_SAME_ARTICLE = 20.0  # beside what its first page promised
_FOR_SUBJECT = 5000  # characters of a page that tell its subject
_OF_RELATED = 4.0  # what a page on the subject adds to what it links to
_MANY_LINKS = 4
_RELATED = 2 / 3  # of the links of such a page, if they are chosen by its subject
_HARDLY = 1.5  # the score of a link that is on the subject itself
_OF_ONE_MORE = 1.0  # of that, each other such page that links there
_CLOSED = frozenset({Outcome.PAYWALLED, Outcome.LOGIN_REQUIRED, Outcome.CONSENT_REQUIRED})
_SUBJECT = 0.3  # of the weights of what surrounds the quotation: a page with so much is on that


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page that was read in a search.

    ``day`` is that of its publication, ``changed`` that of its last change, as it says itself.
    """

    capture: Capture
    page: Page
    day: str | None
    changed: str | None = None


def markup_of(read: ReadPage) -> str:
    """The characters of a page as it came."""
    return characters(read.capture.body, read.capture.content_type)[0]


def is_as_it_was(read: ReadPage, wanted: Wanted) -> bool:
    """Whether a page says of itself that it was changed last before the article's day."""
    changed, day = day_of(read.changed or ""), day_of(wanted.published or "")
    return changed is not None and day is not None and changed < day


def is_changed_since(read: ReadPage, wanted: Wanted) -> bool:
    """Whether a page says of itself that it was changed on an article's day or later.

    Not on that of its publication: most pages are changed then.
    """
    changed, day = day_of(read.changed or ""), day_of(wanted.published or "")
    if changed is None or day is None or changed < day:
        return False
    return read.day is not None and changed > read.day


def is_on_subject(read: ReadPage, wanted: Wanted) -> bool:
    """Whether a page has many of the names and words beside the quotation, by what they weigh."""
    there = stems(read.page.text[:_FOR_SUBJECT])
    known = wanted.weights.keys() - set(map(stem, wanted.words))
    shared = fsum(wanted.weights[word] for word in known & there)
    return shared >= _SUBJECT * fsum(wanted.weights[word] for word in known)


def is_live(read: ReadPage) -> bool:
    """Whether a page is written on while something goes on: it may have had the words before."""
    titles, addresses = _live_words()
    title = (read.page.title or "").strip().casefold()
    if any(title.startswith(word) and not title[len(word) :][:1].isalpha() for word in titles):
        return True
    path = urlsplit(read.capture.final_url).path.casefold()
    if any(f"/{word}/" in path or f"/{word}-" in path for word in addresses):
        return True
    return '"LiveBlogPosting"' in markup_of(read)


@cache
def _live_words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    known = tomllib.loads((files(__package__) / "live_words.toml").read_text("utf-8"))
    return tuple(known["titles"]), tuple(known["addresses"])


def teased_by(read: ReadPage, wanted: Wanted) -> Candidate | None:
    """Where the words lead that a page announces: they stand whole there."""
    where = read.capture.final_url
    url = announced(markup_of(read), where, wanted.runs)
    if url is None:
        return None
    return Candidate(url, Provider.PAGE_LINKS, where=where, score=_OF_A_TEASER)


def copy_of(refused: Candidate, read: Iterable[tuple[str, str | None]]) -> Candidate | None:
    """The copy of a page that cannot be had, where it is a copy that links to it.

    ``read`` are the addresses of the pages that were read, each with the moment of the copy.
    """
    if refused.provider is not Provider.PAGE_LINKS or refused.stamp is not None:
        return None
    stamps = (stamp for url, stamp in read if url == refused.where and stamp is not None)
    stamp = next(stamps, None)
    return replace(refused, stamp=stamp) if stamp is not None else None


def is_closed(read: ReadPage, candidate: Candidate) -> bool:
    """Whether a page that promised much showed no more than its beginning, to who has no account.

    A copy of the day on which it was open may have the rest.
    """
    return read.capture.outcome in _CLOSED and candidate.score >= PROMISING


def is_titled_by(read: ReadPage, wanted: Wanted) -> bool:
    """Whether the title of a page quotes the words: no other page has them sooner."""
    return not wanted.runs.isdisjoint(runs_of(read.page.title or ""))


def copy_of_day(page: Candidate, published: str | None, wayback: str | None) -> Candidate | None:
    """The copy of a page that is nearest to the end of an article's day; None of what is one."""
    day = day_of(published or "")
    if day is None or wayback is None or page.stamp is not None:
        return None
    stamp = f"{day.replace('-', '')}235959"
    return Candidate(page.url, Provider.EARLIER, page.title, stamp=stamp, where=wayback)


def second_page_of(read: ReadPage, candidate: Candidate, wanted: Wanted) -> Candidate | None:
    """Where an article goes on that is on the subject, or promised to be; of a copy, the copy.

    Its first page may have neither the speaker nor much else.
    """
    where = read.capture.final_url
    url = next_page(markup_of(read), where if candidate.stamp is None else candidate.url)
    if not url or (candidate.score < _PROMISING and not is_on_subject(read, wanted)):
        return None
    return Candidate(
        url, Provider.PAGE_LINKS, candidate.title, stamp=candidate.stamp, where=where,
        score=candidate.score + _OF_SAME_ARTICLE,
    )  # fmt: skip


def promising_links(
    read: ReadPage, url: str, wanted: Wanted, led_by: Counter[str], listed: Pool | None
) -> list[Candidate]:
    """The links of a page that may have the words, in the order of their own promise.

    What a page on the subject leads to is on it, too, whatever its title says. ``listed`` is the
    longest list of the outlet, which says how rare words are; ``led_by`` counts the pages on the
    subject that link to an address.
    """
    listing = read_links(markup_of(read), read.capture.final_url, Provider.PAGE_LINKS, url)
    own = [entry for entry in listing.entries if wanted.is_own(entry.url)]
    pool = listed or Pool(own)
    links = [(each, *pool.promise_of(each, wanted)) for each in Pool(own).ranked(wanted)]
    more = _OF_RELATED if is_on_subject(read, wanted) else 0.0
    if more and len(links) >= _MANY_LINKS:  # what is read most, or came last, is on anything
        alike = sum(score * of_day >= _HARDLY for _, score, of_day in links)
        more *= min(1.0, alike / (_RELATED * len(links)))
    promising = []
    for each, promised, of_day in links:
        if more:
            led_by[each.url] += 1
        others = max(led_by[each.url] - 1, 0)
        score = (promised + more * (1 + _OF_ONE_MORE * others)) * of_day
        if score >= LEAST:
            promising.append(replace(each, score=score))
    return promising
