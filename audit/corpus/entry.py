"""The nouns of a corpus: a page that is kept in it, and a page that was found there."""

from dataclasses import dataclass

from audit.model import Page, QuoteCheck


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as a corpus keeps it.

    ``url`` is its address, or that of a file of the user's own (``file:…``). ``sha256`` is of the
    bytes that it was read from, in hexadecimal. ``published`` is the day that the page gives for
    itself, ``captured`` the moment at which its bytes came; both ISO 8601.
    """

    url: str
    sha256: str
    page: Page
    published: str | None = None
    captured: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A page of a corpus in which words were found, and how they stand there.

    ``outlet`` is the name of the outlet known to publish at the address, else its host; None for a
    file of the user's own.
    """

    kept: Kept
    outlet: str | None
    check: QuoteCheck

    @property
    def passage(self) -> str:
        """The words of the page, as they stand there."""
        assert self.check.start is not None
        return self.kept.page.text[self.check.start : self.check.end]

    @property
    def date(self) -> str | None:
        """When the page was published, as far as it says so; else when its bytes came."""
        return self.kept.published or self.kept.captured


@dataclass(frozen=True, slots=True)
class Found:
    """What came of a search.

    ``hits`` are best first. ``asked`` are the words that a page had to have, ``least`` how many of
    them; ``candidates`` is the number of pages that have them, ``read`` how many of these were
    compared. ``more`` says that there are pages that were not looked at.
    """

    hits: tuple[Hit, ...]
    asked: tuple[str, ...]
    least: int
    candidates: int
    read: int
    more: bool
