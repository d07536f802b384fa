"""What the words were compared with, and what differed."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from audit.model.article import Attribution, Fact, Post
from audit.model.capture import Standing
from audit.model.comparison import Caution, DiffKind, DiffOp, EditMark, Fold

if TYPE_CHECKING:
    from audit.model.discovery import Search

_Made = TypeVar("_Made")


class Zone(StrEnum):
    """The part of a source page in which a passage stands."""

    MAIN = "main"
    HEADLINE = "headline"
    CAPTION = "caption"
    EMBED = "embed"  # a post of somebody else's that the page shows
    INSET = "inset"  # a box in the text: a pull quote, a subheading, facts, a form, a list of links
    COMMENTS = "comments"
    RELATED = "related"
    NAVIGATION = "navigation"
    STRUCTURED = (
        "structured"  # what the page says of itself as data: the articleBody of its JSON-LD …
    )
    FOLDED = "folded"  # in an element that is hidden until a script or the reader opens it
    WITHDRAWN = "withdrawn"  # lines with struck-out words, those words in them
    HIDDEN = "hidden"  # text that no reader sees


UNSEEN = frozenset({Zone.WITHDRAWN, Zone.HIDDEN})
"""Zones in which only the very words are looked for, and none that are near."""


@dataclass(frozen=True, slots=True)
class PageBlock:
    """One block of a page's text: ``text[start:end]`` and the zone it stands in."""

    start: int
    end: int
    zone: Zone


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says the words of ``Page.text[start:end]``, as a recording's captions name them."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Page:
    """A source as text."""

    text: str
    """What a reader sees, in reading order, and behind it what is not seen at once.

    That is what the page says of itself as data (the articleBody of its JSON-LD first of all), then
    folded, withdrawn and hidden text.
    """
    blocks: tuple[PageBlock, ...]
    """Which part of the text is which."""
    title: str | None = None
    language: str | None = None
    url: str | None = None
    whole: bool = True
    """False when it is known that more was there than was read."""
    why_not_whole: str = ""
    """Empty when ``whole``."""
    post: Post | None = None
    """Whose post it is, and of when, where a service gives it."""
    times: tuple[tuple[int, float], ...] = ()
    """(offset, seconds) pairs, ascending.

    Where in the text of a recording its moments begin.
    """
    sheets: tuple[int, ...] = ()
    """The offsets at which the pages of a PDF begin."""
    seams: tuple[int, ...] = ()
    """Offsets, ascending, at which a browser's own text of the page does not read on.

    Between the cells of a row, where it has the marks of a ``<q>`` or the reading of a ruby.
    """
    for_subscribers: bool = False
    """A subscription is why it is not whole."""
    sparse: bool = False
    """It shows fewer words than a text has: what is not among them shows nothing."""
    voices: tuple[Voice, ...] = ()
    """Those that the captions of a recording name, in order."""
    heard: bool = False
    """A machine wrote down what it heard."""

    def time_at(self, offset: int) -> float | None:
        """The second of the recording at which the words at an offset are said."""
        index = bisect_right(self.times, offset, key=lambda moment: moment[0]) - 1
        return self.times[index][1] if index >= 0 else None

    def sheet_at(self, offset: int) -> int | None:
        """The page of a PDF, from 1, on which an offset stands."""
        return bisect_right(self.sheets, offset) or None


class Verdict(StrEnum):
    """What comparing a quotation with a source showed; worse is later (see ``WORST_FIRST``)."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    NOT_COMPARED = "not-compared"
    ABSENT = "absent"
    MISATTRIBUTED = "misattributed"
    ALTERED = "altered"


WORST_FIRST: tuple[Verdict, ...] = (
    Verdict.ALTERED,
    Verdict.MISATTRIBUTED,
    Verdict.ABSENT,
    Verdict.NOT_COMPARED,
    Verdict.EDITED,
    Verdict.VERBATIM,
)

CLOSEST_FIRST: tuple[Verdict, ...] = (
    Verdict.VERBATIM,
    Verdict.EDITED,
    Verdict.ALTERED,
    Verdict.MISATTRIBUTED,
    Verdict.ABSENT,
    Verdict.NOT_COMPARED,
)
"""Of several sources, the one with the verdict that comes first here counts."""


class NotCompared(StrEnum):
    """Why words could not be compared."""

    NO_SOURCE = "no-source"
    NOT_IN_CITED = "not-in-cited"  # in none of the pages that the article cites
    SOURCE_NOT_CAPTURED = "source-not-captured"
    SOURCE_NOT_WHOLE = "source-not-whole"
    TRANSCRIPT_UNCERTAIN = "transcript-uncertain"  # what a machine heard may be the words
    HARDLY_ANY_WORDS = "hardly-any-words"
    LANGUAGE_DIFFERS = "language-differs"
    INDIRECT = "indirect"
    NOTHING_TO_COMPARE = "nothing-to-compare"
    TOO_LONG = "too-long"


class Weight(StrEnum):
    """How much an unmarked difference matters; heaviest first."""

    SERIOUS = "serious"  # it may turn the meaning: a figure, a negation, a name, a word of content, the order
    MINOR = "minor"  # grammar, an ending, a hedge, a near synonym
    STYLE = "style"  # how speech is put on paper: contractions, fillers, spellings


@dataclass(frozen=True, slots=True)
class DiffRun:
    """A run of the word-level diff: words of the quotation against words of the source.

    Equal runs have the same words on both sides, an insertion has no ``source``, a deletion no
    ``quote``. ``marked`` says that an ellipsis or brackets own up to the difference. Any other
    difference has a ``kind`` and a ``weight``, those of the heaviest in it.
    """

    op: DiffOp
    quote: str
    source: str
    marked: bool = False
    kind: DiffKind = DiffKind.NONE
    weight: Weight | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """One passage of the source: offsets into the page's text, and its zone."""

    start: int
    end: int
    zone: Zone


@dataclass(frozen=True, slots=True)
class Selector:
    """A W3C TextQuoteSelector (Web Annotation Data Model, 4.2.4) and its text directive.

    ``directive`` is the text fragment ``:~:text=…`` (WICG URL Fragment Text Directives), without
    '#'; of a recording and of a PDF ``t=seconds`` and ``page=number``. It is empty where nothing
    singles the passage out.
    """

    exact: str
    prefix: str
    suffix: str
    directive: str


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """One quotation against one source."""

    quote: str
    verdict: Verdict
    reason: NotCompared | None = None
    score: float = 0.0
    """The word similarity of the nearest passage, 1.0 when all words are there in order."""
    start: int | None = None
    """With ``end`` the hull of all fragments in the page's text, None when nothing was found."""
    end: int | None = None
    parts: tuple[Place, ...] = ()
    """The fragments between ellipses, in order."""
    places: tuple[Place, ...] = ()
    """All passages that hold the quotation, main text first."""
    zone: Zone | None = None
    diff: tuple[DiffRun, ...] = ()
    folds: tuple[Fold, ...] = ()
    """The typographic differences that were folded."""
    edits: tuple[EditMark | DiffKind, ...] = ()
    """The marked differences and, in light editing, the unmarked ones that pass."""
    cautions: tuple[Caution, ...] = ()
    said_by: str | None = None
    """Who says the words in the source, where the source tells."""
    selector: Selector | None = None
    weight: Weight | None = None
    """That of the heaviest unmarked difference, None where there is none."""


@dataclass(frozen=True, slots=True)
class PartCheck:
    """One part of an attribution: its check against the source that decided, or against none.

    ``passage`` is what the source has there with its context, in a report that was read back: the
    pages are not at hand then, and ``start`` and ``end`` lead nowhere.
    """

    check: QuoteCheck
    source_id: str | None = None
    passage: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a source: where it stands, and its words."""

    place: Place
    text: str


def places_of(figure: str, text: str) -> Iterator[int]:
    """Where a figure ends in a text as it is written, not as a part of another one."""
    written = re.finditer(rf"(?<![\w.,]){re.escape(figure)}(?!\w|[.,]\d)", text)
    return (place.end() for place in written)


def stands_in(figure: str, text: str) -> bool:
    """Whether a figure stands so in a text."""
    return any(True for _ in places_of(figure, text))


@dataclass(frozen=True, slots=True)
class Missing:
    """A statement's figure or name that no source of it has, and the nearest figure there.

    Or a word for which its source has another, where a sentence there is the statement else.
    """

    fact: Fact
    nearest: str = ""

    @property
    def has_figure_in_nearest(self) -> bool:
        """Whether the source has the figure among other words: 'lost 312' of 'gained 312'."""
        figure = self.fact.span.text
        return self.nearest != figure and stands_in(figure, self.nearest)


@dataclass(frozen=True, slots=True)
class AttributionCheck:
    """What came of one attribution: the worst verdict of its parts."""

    attribution: Attribution
    standing: Standing
    verdict: Verdict
    reason: NotCompared | None = None
    parts: tuple[PartCheck, ...] = ()
    source_id: str | None = None
    """The source that decided."""
    found_elsewhere: bool = False
    """The words were found at a source which the article does not name for them."""
    notes: tuple[str, ...] = ()
    """Sentences for the editor."""
    missing: tuple[Missing, ...] = ()
    """Of an indirect statement, the figures and names that no source of it has."""
    closest: tuple[Sentence, ...] = ()
    """Of an indirect statement, the sentences of the source to read beside it.

    Of a quotation without a source, the passage there that is nearly the same.
    """
    searched: tuple[str, ...] = ()
    """The ids of the sources whose pages were searched for the words, in that order."""
    search: "Search | None" = None
    """What was searched beyond what the article cites, None where nothing was."""

    @property
    def is_unlinked(self) -> bool:
        """Whether no page stood for the words.

        Words that were found at a source not named for them were compared.
        """
        return (
            self.standing is Standing.UNLINKED
            and self.verdict is Verdict.NOT_COMPARED
            and not self.found_elsewhere
        )

    @property
    def is_closest_the_same(self) -> bool:
        """Whether the passage nearest to words without a source has these words, and no others."""
        said = {_bare(content.text) for content in self.attribution.contents}
        return any(_bare(sentence.text) in said for sentence in self.closest[:1])


def _bare(words: str) -> str:
    """Words without case, and without the marks at their edges."""
    return " ".join(words.casefold().split()).strip(" .,;:!?…“”\"'‘’«»")


ExtractPage = Callable[[Page], Sequence[Attribution]]
"""Finds who says what on a source page; handed to matching by the pipeline."""


class Keep(Protocol):
    """Keeps what is worked out of a page for the next time; handed to matching by the pipeline."""

    def __call__(
        self,
        made_of: tuple[object, ...],
        make: Callable[[], _Made],
        told: Callable[[_Made], Any],
        read: Callable[[Any], _Made],
    ) -> _Made:
        """What ``make`` makes, or made before of the same.

        Args:
            made_of: All that it depends on, as plain values.
            make: Works it out.
            told: Puts it as JSON has values; None where it is not to be kept.
            read: The way back; a ``ValueError``, ``TypeError`` or ``LookupError`` where what was
                kept is not sound.
        """
        ...
