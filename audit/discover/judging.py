"""What a page that was read is for words: its outlet's, theirs, or why it is no source."""

from audit.discover.corrections import is_correction_of
from audit.discover.days import day_in_address
from audit.discover.leads import ReadPage, is_changed_since, is_live, is_on_subject, markup_of
from audit.discover.ranking import best_words, may_be_of
from audit.discover.site.teasers import announced
from audit.discover.trail import FoundPage, Reading
from audit.discover.wanted import Wanted
from audit.markup.addresses.url import hostname
from audit.model import Candidate, Discovery, Outlet, OutletKind, Provider

_LONGEST = 500_000  # characters of a page in which the name of its outlet is looked for


def is_own(wanted: Wanted, url: str, read: ReadPage) -> bool:
    """Whether a page is the named outlet's: on its site, or of an agency that it names."""
    outlet = wanted.outlet
    if outlet is None:
        return False
    if (
        hostname(read.capture.final_url) in wanted.moved_to
    ):  # who has the address now may be another
        return _is_named(outlet, markup_of(read))
    if wanted.is_own(read.capture.final_url) or wanted.is_own(url):
        return True
    return outlet.kind is OutletKind.AGENCY and outlet.name in read.page.text


def _is_named(outlet: Outlet, markup: str) -> bool:
    """Whether a page has the name of an outlet in it, with or without its article."""
    name = outlet.name.removeprefix("The ").casefold()
    return name in " ".join(markup[:_LONGEST].casefold().split())


def objection_to(candidate: Candidate, wanted: Wanted, read: ReadPage, reading: Reading) -> str:
    """Why a page that has the words is no source for them; empty where it may be."""
    day = read.day or candidate.day or day_in_address(read.capture.final_url)
    if not may_be_of(wanted, day):
        return f"it is of {day}"
    if wanted.outlet is not None and not is_own(wanted, candidate.url, read):
        return f"it is not by {wanted.outlet.name}"
    if wanted.outlet is None and not reading.names_speaker(wanted.attribution, read):
        return "it does not name who the article says the words are of"
    if is_correction_of(read.page, wanted.runs):
        return "it says of a quotation that it was wrong"
    if announced(markup_of(read), read.capture.final_url, wanted.runs) is not None:
        return "they stand there only in the teaser of another page"
    return ""


def had_more(wanted: Wanted, read: ReadPage, reading: Reading) -> bool:
    """Whether a page may have had the words when the article was written."""
    if is_live(read):
        return True
    on_subject = is_changed_since(read, wanted) and is_on_subject(read, wanted)
    return on_subject and reading.names_speaker(wanted.attribution, read)


def as_found(candidate: Candidate, wanted: Wanted, read: ReadPage) -> FoundPage:
    """The source that a page is."""
    discovery = Discovery(
        candidate.provider,
        candidate.where,
        candidate.query,
        best_words(candidate, wanted),
        candidate.rank,
        candidate.of,
    )
    own = is_own(wanted, candidate.url, read)
    # The words are to be looked up where they stand: at the copy, where the page has others.
    is_earlier = candidate.provider is Provider.EARLIER
    url = read.capture.final_url if is_earlier else candidate.url
    return FoundPage(url, read.capture, wanted.outlet if own else None, discovery)
