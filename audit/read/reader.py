"""What a reader of one format of articles is: how the format is told, and read."""

from collections.abc import Callable
from dataclasses import dataclass

from audit.read.parsed import Parsed

PACKED = b"PK\x03\x04"
"""How a packed document begins; what opens one is slow to import (``audit.markup.package``)."""


@dataclass(frozen=True, slots=True)
class Given:
    """What came with the bytes: their name in messages, their Content-Type, their URL."""

    called: str
    content_type: str | None = None
    url: str | None = None


def _tells_nothing(_: bytes) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Reader:
    """One format of articles.

    ``format`` is its name, as on the command line and in report.json. ``suffixes`` are lower-case,
    with their point; ``media_types`` are lower-case, without parameters. ``sniff`` says whether
    bytes show that they are of the format: of text it is asked where nothing else is known; what is
    ``packed`` is no text, and its bytes decide whatever is said of them. ``read`` raises ReadError
    for what is not of the format or is broken, and where the library that reads it is missing. What
    it needs of slow libraries it imports when it is called.
    """

    format: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    read: Callable[[bytes, Given], Parsed]
    sniff: Callable[[bytes], bool] = _tells_nothing
    packed: bool = False
