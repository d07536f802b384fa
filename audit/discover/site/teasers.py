"""Whose words stand on a page: its own, or those of the pages that it announces.

The page of a tag, a section or an author has the beginnings of other pages, each under a headline
that leads to it, or beside a link that begins a row or a card.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from audit.discover.listing import absolute
from audit.discover.words import runs_of
from audit.markup.tokens import COMMENT, attributes_of, decoded, tags

_LARGEST = 3_000_000  # characters of a page that are looked through
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NO_TEXT = frozenset({"script", "style", "template", "noscript"})
_CARDS = frozenset({"li", "article", "section", "div", "td", "dd"})
_LISTS = frozenset({"ul", "ol"})  # they end their rows
_BLOCKS = frozenset({"p", "br", "hr", "dl", "dt", "blockquote", "figure", "footer"})
_LONGEST_CARD = 800  # characters; the body of a story may begin with a link, too
_FEWEST_WORDS = 3  # of a headline; the names of sections have fewer
_DEEPEST = 1000  # elements in one another


def announced(markup: str, base: str, runs: frozenset[str]) -> str | None:
    """The address of the page whose beginning has the words.

    None where the page itself has them somewhere, or nobody has.

    Args:
        markup: The page.
        base: Its address.
        runs: The runs of words that are looked for.
    """
    found = None
    for leads_to, text in _parts(markup[:_LARGEST], base):
        if runs.isdisjoint(runs_of(text)):
            continue
        if leads_to is None:
            return None
        found = found or leads_to
    return found


def beginnings(markup: str, base: str) -> dict[str, str]:
    """What a page has of the pages that it announces, by their addresses, each cut to a card's."""
    found: dict[str, str] = {}
    for leads_to, text in _parts(markup[:_LARGEST], base):
        if leads_to is not None and text.strip():
            found[leads_to] = f"{found.get(leads_to, '')} {text}".strip()[:_LONGEST_CARD]
    return found


def _parts(markup: str, base: str) -> Iterator[tuple[str | None, str]]:
    """The parts of a page in their order, each with where it leads; None for one of its own."""
    reading = _Reading(base)
    for text, tag, rest, _ in tags(markup):
        if not reading.silent:
            reading.hear(text)
        if not tag or tag == COMMENT:
            continue
        if tag in _NO_TEXT:
            reading.silent = tag if rest is not None else ""
        elif tag in _HEADINGS and rest is not None:
            reading.begin_heading(is_first=tag == "h1")
        elif tag in _HEADINGS:
            reading.end_heading()
        elif tag == "a":
            reading.link(attributes_of(rest).get("href", "") if rest is not None else "")
        elif tag in _CARDS or tag in _LISTS:
            reading.card(tag, begins=rest is not None)
        else:
            reading.other(tag, begins=rest is not None)
    return reading.parts()


@dataclass(slots=True)
class _Card:
    """An element that is open. ``lead`` is where the link leads that its text begins with.

    ``start`` and ``size`` are what was read before it, in pieces and in characters.
    """

    tag: str
    start: int
    size: int
    lead: str | None = None


class _Reading:
    """A page while it is being read: its texts, and from which on they belong to whom."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._heading: int | None = None
        self._in_heading = ""
        self._link = ""
        self._link_at = 0
        self._open: list[_Card] = []
        self._counts: Counter[str] = Counter()
        self._fresh = 0  # the first of these that has no words of its own yet
        self._lead = ""  # a link that was all their text so far
        self._is_apart = False  # since that, a paragraph or the like began or ended
        self._in_time = False
        self._size = 0
        self._sections: list[tuple[int, str | None]] = [(0, None)]
        self._cards: list[tuple[int, int, str]] = []
        self.pieces: list[str] = []
        self.silent = ""

    def hear(self, text: str) -> None:
        """A text between two tags; what begins with words of its own is no card."""
        self.pieces.append(text)
        self._size += len(text)
        if self._link or self._in_time or not text or text.isspace():
            return
        if self._lead and self._is_apart:
            for card in self._open[self._fresh :]:
                card.lead = self._lead
        self._lead, self._fresh = "", len(self._open)

    def other(self, tag: str, *, begins: bool) -> None:
        """A tag that is neither a headline's, a link's nor a card's."""
        self.pieces.append(" ")
        self._is_apart |= tag in _BLOCKS
        if tag == "time":
            self._in_time = begins

    def begin_heading(self, *, is_first: bool) -> None:
        """A headline begins, perhaps in a link; the first one is the page's own."""
        if is_first:
            self._lead, self._fresh = "", len(self._open)
        self._sections.append((len(self.pieces), self._sections[-1][1]))
        self._heading = len(self.pieces)
        self._in_heading = self._link

    def end_heading(self) -> None:
        """The headline has ended: what follows belongs to where it leads."""
        if self._heading is None:
            return
        leads = self._in_heading if self._is_headline(self._heading) else ""
        at, _ = self._sections.pop()
        self._sections.append((at, leads if leads and self._is_elsewhere(leads) else None))
        self._heading = None

    def link(self, href: str) -> None:
        """A link begins; without an address, it ends."""
        if not href and self._link:
            self._end_link()
        self._link = absolute(self._base, href).partition("#")[0] if href else ""
        self._link_at = len(self.pieces)
        if self._heading is not None and self._link:
            self._in_heading = self._link
        self.pieces.append(" ")

    def card(self, tag: str, *, begins: bool) -> None:
        """An element begins or ends that may hold what is told of another page."""
        self.pieces.append(" ")
        self._is_apart = True
        if begins:
            if tag == "li" and self._open and self._open[-1].tag == "li":  # its end may be left out
                self._close()
            if len(self._open) < _DEEPEST:
                self._open.append(_Card(tag, len(self.pieces), self._size))
                self._counts[tag] += 1
            return
        while self._counts[tag] and self._close() != tag:
            pass
        if tag == "article":
            self._sections.append((len(self.pieces), None))

    def parts(self) -> Iterator[tuple[str | None, str]]:
        """The texts, each with where it leads; a card tells that before a headline does."""
        while self._open:
            self._close()
        ends = [at for at, _ in self._sections[1:]] + [len(self.pieces)]
        cards = iter(sorted(self._cards, key=lambda card: (card[0], -card[1])))
        card = next(cards, None)
        done = 0
        for (start, leads), end in zip(self._sections, ends, strict=True):
            at = max(start, done)
            while card is not None and card[0] < end:
                if card[0] >= at:
                    yield leads, self._text(at, card[0])
                    yield card[2], self._text(*card[:2])
                    at = done = card[1]
                card = next(cards, None)
            yield leads, self._text(at, end)

    def _text(self, start: int, end: int) -> str:
        return decoded("".join(self.pieces[start:end]))

    def _end_link(self) -> None:
        """A link has ended: where it is the first text of an element, that may be told of it."""
        if not self._lead and self._is_headline(self._link_at) and self._is_elsewhere(self._link):
            self._lead, self._is_apart = self._link, False

    def _close(self) -> str:
        """The innermost element ends; gives its tag."""
        card = self._open.pop()
        self._counts[card.tag] -= 1
        if self._lead and self._fresh <= len(self._open):  # all of it is the link
            card.lead = self._lead
        if card.tag in _LISTS:
            card.lead = None
        if card.lead is not None and self._size - card.size <= _LONGEST_CARD:
            self._cards.append((card.start, len(self.pieces), card.lead))
        if self._fresh >= len(self._open):
            self._lead, self._fresh = "", len(self._open)
        return card.tag

    def _is_headline(self, start: int) -> bool:
        return len(decoded(" ".join(self.pieces[start:])).split()) >= _FEWEST_WORDS

    def _is_elsewhere(self, url: str) -> bool:
        """Whether an address is of another page, and of no site's first one."""
        here, there = urlsplit(self._base), urlsplit(url)
        return there.path not in {"", "/"} and (
            (here.hostname, here.path.rstrip("/")) != (there.hostname, there.path.rstrip("/"))
        )
