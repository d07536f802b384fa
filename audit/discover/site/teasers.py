"""Whose words stand on a page: its own, or those of the pages that it announces.

The page of a tag, a section or an author has the beginnings of other pages, each under a headline
that leads to it.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from audit.discover.listing import absolute
from audit.discover.words import runs_of
from audit.markup.tokens import COMMENT, attributes_of, decoded, tags

_LARGEST = 3_000_000  # characters of a page that are looked through
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NO_TEXT = frozenset({"script", "style", "template", "noscript"})
_FEWEST_WORDS = 3  # of a headline; the names of sections have fewer


def announced(markup: str, base: str, runs: frozenset[str]) -> str | None:
    """The address of the page whose beginning has the words.

    None where the page itself has them somewhere, or nobody has.

    Args:
        markup: The page.
        base: Its address.
        runs: The runs of words that are looked for.
    """
    found = None
    for leads_to, text in _sections(markup[:_LARGEST], base):
        if runs.isdisjoint(runs_of(text)):
            continue
        if leads_to is None:
            return None
        found = found or leads_to
    return found


def _sections(markup: str, base: str) -> Iterator[tuple[str | None, str]]:
    """The text below each headline, with where that leads; None for one that leads nowhere."""
    reading = _Reading(base)
    for text, tag, rest, _ in tags(markup):
        if not reading.silent:
            reading.pieces.append(text)
        if not tag or tag == COMMENT:
            continue
        if tag in _NO_TEXT:
            reading.silent = tag if rest is not None else ""
        elif tag in _HEADINGS and rest is not None:
            yield reading.section()
            reading.begin_heading()
        elif tag in _HEADINGS:
            reading.end_heading()
        elif tag == "a":
            reading.link(attributes_of(rest).get("href", "") if rest is not None else "")
        elif tag == "article" and rest is None:
            yield reading.section()
            reading.leads_to = None
        else:
            reading.pieces.append(" ")
    yield reading.section()


class _Reading:
    """A page while it is being read."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._heading: list[str] | None = None
        self._in_heading = ""
        self._link = ""
        self.leads_to: str | None = None
        self.pieces: list[str] = []
        self.silent = ""

    def section(self) -> tuple[str | None, str]:
        """Where the text since the last headline belongs, and the text."""
        text = decoded("".join(self.pieces))
        self.pieces = []
        return self.leads_to, text

    def begin_heading(self) -> None:
        """A headline begins, perhaps in a link."""
        self._heading = self.pieces
        self._in_heading = self._link

    def end_heading(self) -> None:
        """The headline has ended: what follows belongs to where it leads."""
        if self._heading is None:
            return
        words = len(decoded(" ".join(self._heading)).split())
        leads = self._in_heading if words >= _FEWEST_WORDS else ""
        self.leads_to = leads if leads and self._is_elsewhere(leads) else None
        self._heading = None

    def link(self, href: str) -> None:
        """A link begins; without an address, it ends."""
        self._link = absolute(self._base, href).partition("#")[0] if href else ""
        if self._heading is not None and self._link:
            self._in_heading = self._link
        self.pieces.append(" ")

    def _is_elsewhere(self, url: str) -> bool:
        """Whether an address is of another page, and of no site's first one."""
        here, there = urlsplit(self._base), urlsplit(url)
        return there.path not in {"", "/"} and (
            (here.hostname, here.path.rstrip("/")) != (there.hostname, there.path.rstrip("/"))
        )
