"""Redirects to another page than the one asked for: home, a section, a search, an error page."""

import re
from collections.abc import Sequence
from urllib.parse import unquote

from audit.capture.outcome.wall_words import segment
from audit.markup.addresses.url import hostname, path_of
from audit.model import Outcome

_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][a-z]{2})?")
_EXTENSION = re.compile(r"\.(?:html?|php|aspx?|jsp)$")
_SLUG = re.compile(r"(?<![^\W_])[^\W_]++(?:[-_][^\W_]++){2,}")
_LIST = 0.4  # of its words stand outside links, at most
_NUMBER = re.compile(r"\d{3}")
_YEAR = re.compile(r"(?:19|20)\d\d")


def redirected_elsewhere(final: str, way: Sequence[str]) -> tuple[Outcome, str] | None:
    """``soft-404`` where a way ends at a page that stands for a whole site or section; else None.

    A site that no longer has a page often sends its readers there instead of saying so. A short
    link may lead to a home page rightly, so only an address that looks like that of one page, or
    one of the same host, counts as one that leads elsewhere.

    Args:
        final: The address of the last answer.
        way: The addresses that led to it, in order.
    """
    if not way:
        return None
    before, after = _segments(path_of(way[0])), _segments(path_of(final))
    names_a_page = _names_a_page(before)
    is_plain = any(map(_SLUG.search, before)) or len(before) > 1  # and no short link
    if not before or not (is_plain or hostname(way[0]) == hostname(final)):
        return None
    if after and segment("error").fullmatch(after[-1]):
        return Outcome.SOFT_404, "the link leads on to the site's error page"
    if not after:
        return Outcome.SOFT_404, "the link leads on to the site's home page"
    if not names_a_page:
        return None
    if segment("search").fullmatch(after[-1]):
        return Outcome.SOFT_404, "the link leads on to the site's search"
    if not _names_a_page(after) and any(map(segment("listing").fullmatch, after[-2:])):
        return Outcome.SOFT_404, "the link leads on to a list of the site"
    if len(after) < len(before) and after == before[: len(after)] and not _names_a_page(after):
        return Outcome.SOFT_404, "the link leads on to a section of the site"
    return None


def redirected_to_links(final: str, way: Sequence[str], prose: float) -> tuple[Outcome, str] | None:
    """``soft-404`` where the way from the address of one page ends at a list of links on its site.

    Args:
        final: The address of the last answer.
        way: The addresses that led to it, in order.
        prose: The share of what it shows that stands outside links.
    """
    if not way or prose >= _LIST or hostname(way[0]) != hostname(final):
        return None
    before, after = _segments(path_of(way[0])), _segments(path_of(final))
    if not _names_a_page(before) or _names_a_page(after) or len(after) > len(before):
        return None
    return Outcome.SOFT_404, "the link leads on to a list of links on the site"


def _segments(path: str) -> list[str]:
    """The parts of a path that say something: no language, no name of an index, no extension."""
    parts = [_EXTENSION.sub("", part) for part in unquote(path).lower().split("/") if part]
    if parts and (not parts[-1] or segment("home").fullmatch(parts[-1])):
        parts.pop()
    return parts[1:] if len(parts) == 1 and _LANGUAGE.fullmatch(parts[0]) else parts


def _names_a_page(segments: Sequence[str]) -> bool:
    """Whether a path looks like that of one article: words joined by hyphens, or a number."""
    return any(
        (_SLUG.search(part) or _NUMBER.search(part)) and not _YEAR.fullmatch(part)
        for part in segments
    )
