"""What is read and found in the article: text, blocks, links, embeds, attributions."""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from audit.model.addresses import copied_from, on_domain


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a text: ``text[start:end]``, half-open, in Python string offsets."""

    start: int
    end: int
    text: str


class Format(StrEnum):
    """What an article's bytes are written in; a reader may bring one without a name here."""

    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"
    DOCX = "docx"
    ODT = "odt"


class BlockKind(StrEnum):
    """What a block of the article is for its reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTE = "quote"  # a paragraph inside a block quotation
    EMBED = "embed"  # a paragraph inside an embedded post
    CAPTION = "caption"
    CELL = "cell"
    CODE = "code"
    NOTE = "note"  # of a footnote, an endnote or an entry of a list of references; no prose


NOT_PROSE = frozenset({BlockKind.CODE, BlockKind.NOTE})
"""The kinds of blocks in which nobody is quoted."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like stretch of ``Article.text``; blocks are in order and do not overlap.

    ``group`` numbers the block quotation or embed that the block belongs to, from 0; blocks of one
    embed share it. It is None outside both. ``row`` numbers the row of a table that a cell stands
    in, from 0 over the article, or the term of a list that is told of; None outside them, and where
    the format's reader does not tell.
    """

    start: int
    end: int
    kind: BlockKind
    group: int | None = None
    row: int | None = None


class LinkRole(StrEnum):
    """What a hyperlink is for; only a source may have somebody's words."""

    SOURCE = "source"
    SHARE = "share"
    SUBSCRIBE = "subscribe"
    LOGIN = "login"
    PROFILE = "profile"  # an author's page, somebody's account on a network
    TOPIC = "topic"  # all that an outlet has under a tag
    HOME = "home"  # the first page of a site
    AFFILIATE = "affiliate"


@dataclass(frozen=True, slots=True)
class BlockQuotation:
    """What the markup of a block quotation says beside its words.

    ``group`` is that of its blocks. ``url`` is the absolute address in ``cite=``. ``signature`` are
    the offsets of the text that the markup sets apart as who is quoted (``<cite>``, ``<footer>``,
    ``<figcaption>``). ``aside`` says that it is a callout, ``mailed`` that it is quoted e-mail.
    """

    group: int
    url: str | None = None
    signature: tuple[int, int] | None = None
    aside: bool = False
    mailed: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink in the body: the words it stands on and the absolute URL it leads to.

    ``role`` is what its address tells that it is for.
    The ``cite=`` of an HTML ``<q>`` is one on its words.
    """

    start: int
    end: int
    url: str
    role: LinkRole = LinkRole.SOURCE


class PostService(StrEnum):
    """The social network that shows a post."""

    X = "x"
    BLUESKY = "bluesky"
    MASTODON = "mastodon"
    INSTAGRAM = "instagram"
    FACEBOOK = "facebook"
    TELEGRAM = "telegram"
    TIKTOK = "tiktok"
    THREADS = "threads"
    YOUTUBE = "youtube"


@dataclass(frozen=True, slots=True)
class Embed:
    """A post of a social network shown in the article, as the article's markup declares it.

    ``group`` is that of its blocks. ``permalink`` is the post's own address, None where the markup
    gives none.
    """

    group: int
    start: int
    end: int
    service: PostService
    permalink: str | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the article's file that is meant for us, as written, and its line from 1.

    ``block`` is the index in ``Article.blocks`` of the block that it covers: the one it stands in
    or, standing alone, the next; None where there is none.
    """

    text: str
    line: int
    block: int | None


@dataclass(frozen=True, slots=True)
class Note:
    """An entry of the article's footnotes, endnotes or list of references.

    ``label`` is what it is cited by ('1', 'a', 'Lee 2024'), ``text`` its words without that.
    ``span`` is where these stand in ``Article.text``, None where they do not ('^[…]' of Markdown, a
    comment of Word). ``addresses`` are the absolute URLs that it gives, those of its identifiers (a
    DOI) included, in order and each once; of a note that says 'ibid.', those of the note before.
    ``group`` numbers the lists of an article, from 0; -1 is none: a mark that leads to its source
    itself, a book that notes alone lead to.
    """

    label: str
    text: str
    span: Span | None
    addresses: tuple[str, ...] = ()
    group: int = 0


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A place in ``Article.text`` at which a note is cited; the mark itself is no part of the text.

    ``at`` is the offset behind the last character before the mark. ``note`` is the index in
    ``Article.notes``; None where no entry fits or more than one does (``is_ambiguous``), and where
    the mark says itself that the words have no source (``says_unsourced``): '[citation needed]'.
    ``label`` is what the mark says.
    """

    at: int
    note: int | None
    label: str
    is_ambiguous: bool = False
    says_unsourced: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """Where in the decoded file the characters of ``Article.text`` stand.

    ``anchors`` are (text offset, file offset) pairs, ascending in both; from one anchor to the next
    both sides advance together. ``line_starts`` are the file offsets at which lines begin. ``lead``
    is the number of characters before the first line that no editor counts: a byte order mark.
    """

    anchors: tuple[tuple[int, int], ...]
    line_starts: tuple[int, ...]
    lead: int = 0

    def file_offset(self, offset: int) -> int:
        """The file offset, in characters, of a text offset."""
        index = max(bisect_right(self.anchors, offset, key=lambda pair: pair[0]) - 1, 0)
        text_at, file_at = self.anchors[index]
        distance = max(offset - text_at, 0)
        if index + 1 < len(self.anchors):
            distance = min(distance, self.anchors[index + 1][1] - file_at)
        return file_at + distance

    def line(self, offset: int) -> int:
        """The line, counted from 1, on which the character at a text offset stands."""
        return bisect_right(self.line_starts, self.file_offset(offset))

    def column(self, offset: int) -> int:
        """The column, in characters from 1, of the character at a text offset in its line."""
        at = self.file_offset(offset)
        start = self.line_starts[bisect_right(self.line_starts, at) - 1]
        return max(at - max(start, self.lead), 0) + 1


@dataclass(frozen=True, slots=True)
class Article:
    """An article as its reader sees it, with the way back to the file."""

    text: str
    """The body.

    Of plain text the whole file, byte order mark and line endings included.
    """
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    embeds: tuple[Embed, ...]
    format: str
    """The name of its reader."""
    sha256: str
    """Of the bytes that were read."""
    origin: Origin | None = None
    """None where there are no lines to name: for a fetched article and office documents."""
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    """An ISO 8601 date."""
    language: str | None = None
    path: str | None = None
    url: str | None = None
    comments: tuple[Comment, ...] = ()
    """Those for us in a local file; what was fetched or piped in has none."""
    quotations: tuple[BlockQuotation, ...] = ()
    """The block quotations of whose markup there is something to say."""
    notes: tuple[Note, ...] = ()
    marks: tuple[NoteMark, ...] = ()
    """The places at which ``notes`` are cited, in the order of the text."""
    canonical: str | None = None
    """The absolute address that its page declares as its own."""
    publisher: str | None = None
    """The name of the site or publisher that it declares."""

    def line(self, offset: int) -> int | None:
        """The line of the user's file, from 1, at a text offset.

        None where there are none to name (``origin``).
        """
        return None if self.origin is None else self.origin.line(offset)

    def column(self, offset: int) -> int | None:
        """The column, from 1, in that line; None where there are no lines to name."""
        return None if self.origin is None else self.origin.column(offset)

    def paragraph(self, offset: int) -> int | None:
        """The number, from 1, of the block that holds a text offset; None between blocks."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.start)
        if index == 0 or offset >= self.blocks[index - 1].end:
            return None
        return index


class AttributionKind(StrEnum):
    """How the article carries somebody's words."""

    DIRECT = "direct"  # quoted sentences
    MIXED = "mixed"  # quoted words inside a sentence of the reporter's
    INDIRECT = "indirect"  # reported without quotation marks
    POST = "post"  # an embedded or pasted post
    LINK = "link"  # a link with no words attributed
    UNATTRIBUTED = "unattributed"  # quoted words with nobody named


class OutletKind(StrEnum):
    """What a known outlet is."""

    AGENCY = "agency"
    BROADCASTER = "broadcaster"
    NEWSPAPER = "newspaper"
    MAGAZINE = "magazine"
    ONLINE = "online"
    FACT_CHECKER = "fact-checker"
    INSTITUTION = "institution"


@dataclass(frozen=True, slots=True)
class Outlet:
    """A medium or institution that carries words: its name and the domains it publishes on.

    ``kind`` is None where no list of outlets has it. ``feeds`` are the addresses of what lists its
    latest pages.
    """

    name: str
    domains: tuple[str, ...] = ()
    country: str | None = None
    kind: OutletKind | None = None
    feeds: tuple[str, ...] = field(default=(), compare=False)

    def publishes(self, url: str) -> bool:
        """Whether an address, or the page that it is a web archive's copy of, is on its domains."""
        page = copied_from(url) or url
        return on_domain(page, *self.domains)


@dataclass(frozen=True, slots=True)
class Post:
    """Who posted what, as an embed or pasted post says it.

    ``service`` is a ``PostService`` in an article; on a source page it may be any name that the
    page gives. ``date`` is ISO 8601. ``truncated`` says that the words shown end in an ellipsis of
    the service. ``links`` are the addresses in the post's words, ``media`` those of its pictures
    and videos.
    """

    service: str
    author: str | None = None
    handle: str | None = None
    date: str | None = None
    permalink: str | None = None
    truncated: bool = False
    links: tuple[str, ...] = ()
    media: tuple[str, ...] = ()


class FactKind(StrEnum):
    """What a statement may carry that can be looked for in its source."""

    AMOUNT = "amount"  # with a currency or a unit
    PERCENTAGE = "percentage"
    DATE = "date"
    NUMBER = "number"
    NAME = "name"
    WORD = "word"  # only of what a source has another for: the name, the opposite, a negation


FIGURES = frozenset({FactKind.AMOUNT, FactKind.PERCENTAGE, FactKind.NUMBER})
"""What of them is a figure; a date is one only where the source has another in its place."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure or a name that an indirect statement carries."""

    kind: FactKind
    span: Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that the article lays to somebody, or quotes from nobody named."""

    id: str
    kind: AttributionKind
    contents: tuple[Span, ...]
    """The words, one span a part, without their quotation marks."""
    cue: Span | None = None
    speaker: Span | None = None
    """The source as the text names it here: a person, a group, a document, an outlet."""
    speaker_name: str | None = None
    """The fullest name that the article gives it."""
    speaker_title: str | None = None
    """The titles before that name."""
    name_is_written: bool = True
    """False where the name was read from a pronoun.

    Or from what stands before words that nobody is named beside.
    """
    outlet: Outlet | None = None
    """What carried the words."""
    outlet_span: Span | None = None
    """Its name in the text."""
    via: Span | None = None
    """That span where it was told the words ('told CBS News').

    None where it speaks, prints or airs them.
    """
    url: str | None = None
    """The first of ``cited``, None where there is none."""
    post: Post | None = None
    within: str | None = None
    """The id of the post in which it stands."""
    facts: tuple[Fact, ...] = ()
    """The figures and names that an indirect statement carries."""
    cited: tuple[str, ...] = ()
    """The addresses that the article gives for these words, nearest first."""
    inside: str | None = None
    """The id of the statement that these words stand inside of: to a reader both are one."""
