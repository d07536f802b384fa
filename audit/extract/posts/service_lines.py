"""Reads the lines that services set around the words of a post: who posted it, when, and the rest.

X and Bluesky sign '— Name (@handle) December 6, 2024 at 3:10 PM', Instagram 'A post shared by Name
(@handle)', Facebook 'Posted by Name on Thursday, August 27, 2015', Mastodon 'Post by @name@server';
TikTok sets '@name' above the words.
"""

import re
from dataclasses import dataclass
from functools import cache

from audit.extract.posts.wording import wording
from audit.languages.comparison.calendar import english_months, english_weekdays
from audit.languages.expressions import any_of
from audit.model import PostService

_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?\s?(?:[AaPp]\.?[Mm]\.?)?"
_SIGNED = (
    r"(?:—|–|--|―|&mdash;)\s{0,9}+(?P<name>\S[^\n]{0,79}?)?\s{0,3}\((?P<handle>@[\w.@-]{1,100})\)"
)
_LONGEST_SIGNATURE = 300
_DASHES = re.compile(r"—|–|--|―|&mdash;")
_MOST_DASHES = 3  # in a signature and the words right before it
_ABOVE = re.compile(r"\s*(?P<handle>@[\w.]{1,60})\s*")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs a post, from where in the text on.

    The span of the name, the handle, an ISO 8601 date.
    """

    start: int
    name: tuple[int, int] | None
    handle: str | None
    date: str | None


def pasted_signature(text: str, start: int, end: int) -> Signature | None:
    """The signature in which ``text[start:end]`` ends, as X and Bluesky write it, with its date.

    It is the whole or stands behind the words, as it does when a post is copied from a page.
    """
    near = max(start, end - _LONGEST_SIGNATURE)
    if text.find("(@", near, end) < 0:
        return None
    dashes = [dash.start() for dash in _DASHES.finditer(text, near, end)]
    first = _behind_spaces(text, start, end)
    for at in (first, *reversed(dashes[-_MOST_DASHES:])):
        match = _pasted().fullmatch(text, at, end)
        if match is not None:
            return Signature(
                start if at == first else at, _name(match), match["handle"], _iso(match)
            )
    return None


def closing_signature(text: str, start: int, end: int, service: PostService) -> Signature | None:
    """The signature in which ``text[start:end]``, the last line of an embed, ends.

    It is the whole line, in the form of the service; or it is as in a pasted post, where the markup
    of the line was lost.
    """
    first = _behind_spaces(text, start, end)
    for form in _closing(service) if end - first <= _LONGEST_SIGNATURE else ():
        match = form.fullmatch(text, first, end)
        if match is not None:
            return Signature(start, _name(match), match["handle"], _date_in(match["rest"] or ""))
    return pasted_signature(text, start, end)


def opening_signature(text: str, start: int, end: int) -> Signature | None:
    """The signature that ``text[start:end]``, an embed's first line, is as TikTok writes it."""
    match = _ABOVE.fullmatch(text, start, end)
    return None if match is None else Signature(start, match.span("handle"), match["handle"], None)


def is_of_service(text: str, start: int, end: int) -> bool:
    """Whether a line of an embed is the service's.

    'View this post on Instagram', a piece of music.
    """
    return _of_service().fullmatch(text, _behind_spaces(text, start, end), end) is not None


def service_of_handle(handle: str) -> PostService:
    """The service that writes handles so: Mastodon with the server, Bluesky as a domain, X bare."""
    if "@" in handle[1:]:
        return PostService.MASTODON
    return PostService.BLUESKY if "." in handle else PostService.X


def _behind_spaces(text: str, start: int, end: int) -> int:
    return end - len(text[start:end].lstrip())


@cache
def _day() -> str:
    month = any_of(name.capitalize() for name in english_months())
    return (
        rf"(?:(?P<month>{month})\.?\s(?P<day>\d{{1,2}}),?\s(?P<year>\d{{4}})"
        rf"|(?P<day_first>\d{{1,2}})\s(?P<month_second>{month})\.?,?\s(?P<year_last>\d{{4}})"
        r"|(?P<iso>\d{4}-\d{2}-\d{2}))(?!\d)"
    )


@cache
def _date() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){_day()}")


@cache
def _pasted() -> re.Pattern[str]:
    weekday = any_of(name.capitalize() for name in english_weekdays())
    when = (
        rf"(?:[·•|,]\s)?(?:{weekday},\s)?(?:{_CLOCK}\s[·•]\s)?{_day()}"
        rf"(?:,?\s(?:{any_of(wording().before_clock)}\s|[·•]\s)?{_CLOCK}(?:\s[A-Z]{{2,4}})?)?"
    )
    return re.compile(rf"{_SIGNED}\s{{0,3}}{when}\s*")


@cache
def _closing(service: PostService) -> tuple[re.Pattern[str], ...]:
    """The forms in which a service signs."""
    words = wording()
    declared = re.compile(rf"{_SIGNED}(?P<rest>[^\n]{{0,80}})")
    posted = re.compile(
        rf"{any_of(words.posted_by)}\s"
        r"(?:(?P<handle>@[\w.@-]{1,100})|(?P<name>\S[^\n]{0,79}?))\.?"
        rf"(?P<rest>\s{any_of(words.before_day)}\s[^\n]{{0,60}}+)?\s*+"
    )
    if service is PostService.INSTAGRAM:
        shared = re.compile(
            rf"{any_of(words.shared_by)}\s"
            r"(?P<name>\S[^\n]{0,79}?)?\s{0,3}\((?P<handle>@[\w.]{1,60})\)(?P<rest>[^\n]{0,80})"
        )
        return shared, declared
    if service is PostService.FACEBOOK:
        return (posted,)
    return (declared, posted) if service is PostService.MASTODON else (declared,)


@cache
def _of_service() -> re.Pattern[str]:
    words = wording()
    look = (
        rf"{any_of(words.looks)}(?:\s{words.this})?(?:\s{any_of(words.things)})?"
        rf"\s{words.on}\s{any_of(words.services)}"
    )
    return re.compile(
        rf"(?:\[{any_of(words.shown)}\]|{look}|{any_of(words.lines)}|♬[^\n]{{0,300}}+)\s*+"
    )


def _name(match: re.Match[str]) -> tuple[int, int]:
    """The span of the name, or of the handle where it stands alone.

    'Post by @name@server', '— (@name)'.
    """
    return match.span("name") if match["name"] else match.span("handle")


def _date_in(text: str) -> str | None:
    match = _date().search(text)
    return None if match is None else _iso(match)


def _iso(match: re.Match[str]) -> str:
    if match["iso"]:
        return match["iso"]
    month = english_months()[(match["month"] or match["month_second"]).lower()]
    day = int(match["day"] or match["day_first"])
    return f"{match['year'] or match['year_last']}-{month:02}-{day:02}"
