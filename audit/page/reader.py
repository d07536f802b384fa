"""What a reader of one format of sources is: what tells the format, how it becomes a page."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from audit.markup.characters.charset import decode_page
from audit.markup.xml import Root, root_of, without_subset
from audit.model import Page


@dataclass(frozen=True)
class Received:
    """A source as it came: its body after transfer and content decoding, its Content-Type, its URL.

    ``said`` is the format that its type or, failing that, its name says it is of; None where
    neither says one. What is worked out of the bytes is so once, when first asked: hence no slots.
    """

    data: bytes
    content_type: str | None
    url: str | None
    said: str | None

    @cached_property
    def text(self) -> str:
        """Its characters."""
        return decode_page(self.data, self.content_type)

    @property
    def lines(self) -> str:
        """Its characters, each line ended by a line feed."""
        return self.text.replace("\r\n", "\n").replace("\r", "\n")

    @cached_property
    def without_subset(self) -> tuple[str, str]:
        """Its characters without the internal subset of a document type, and that subset."""
        return without_subset(self.text)

    @cached_property
    def root(self) -> Root | None:
        """What its first element and its tags show it to be."""
        return root_of(self.without_subset[0])


@dataclass(frozen=True, slots=True)
class Inner:
    """What a source is the wrapping of: the bytes of a page or text, and what is said of them."""

    data: bytes
    content_type: str | None = None


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """The pages inside a source, the one that matters first.

    ``why_not_whole`` is empty where that is all.
    """

    inner: tuple[Inner, ...]
    title: str | None = None
    why_not_whole: str = ""


@dataclass(frozen=True, slots=True)
class PageReader:
    """One format of sources.

    ``media_types`` are lower-case, without parameters; '+json' stands for all that end so,
    'image/' for all that begin so. ``suffixes`` are lower-case, with their point. The reader is
    asked where its ``format`` is said, where one of ``also`` is (None: where nothing is), or
    ``always``. ``read`` returns None for what is not of the format after all, and raises nothing;
    what it needs of slow libraries it imports when it is called. ``packed`` says that the format is
    no text, so that its bytes are shown to the reader also where they look like no source at all.
    """

    format: str
    read: Callable[[Received], Page | Unwrapped | None]
    media_types: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    also: tuple[str | None, ...] = ()
    always: bool = False
    packed: bool = False

    def is_asked(self, said: str | None) -> bool:
        """Whether the reader looks at a source that is said to be of a format, or of none."""
        return self.always or said == self.format or said in self.also

    def has_type(self, media_type: str) -> bool:
        """Whether a media type says that a source is of the format."""
        return any(
            media_type.endswith(known)
            if known.startswith("+")
            else media_type.startswith(known)
            if known.endswith("/")
            else media_type == known
            for known in self.media_types
        )
