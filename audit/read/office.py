"""What the readers of office documents share: packages, and comments that name a source."""

from collections.abc import Iterable, Sequence

from audit.errors import ReadError
from audit.markup.package import MOST_BYTES, Refusal, refusal
from audit.read.links.addresses import only_absolute
from audit.read.links.bare_links import bare_links
from audit.read.parsed import NoteEntry, NoteRef
from audit.read.runs import Run

MOST_PARAGRAPHS = 200_000
"""More than any article has."""
DEEPEST = 200
"""Elements inside each other; what is deeper is passed over."""


def refuse_package(data: bytes, called: str, kind: str) -> None:
    """Refuses a package that is not to be opened; ``kind`` says what it would be.

    Raises:
        ReadError: It is broken, packed beyond measure, or protected by a password.
    """
    match refusal(data):
        case Refusal.BEYOND_MEASURE:
            size = MOST_BYTES // 1_000_000
            raise ReadError(
                f"{called} unpacks to more than {size} MB: save it without its pictures"
            )
        case Refusal.PASSWORD:
            raise ReadError(f"{called} is protected by a password: save it without one")
        case Refusal.BROKEN:
            raise broken(called, kind)


def broken(called: str, kind: str) -> ReadError:
    """What is said of a document that cannot be read."""
    return ReadError(f"{called} is a broken {kind}: save it anew")


def comment_entry(key: str, runs: Iterable[Run | None]) -> NoteEntry | None:
    """A comment that gives an address: the source that somebody named for the words.

    None where it gives none.
    """
    told = [run for run in runs if run is not None]
    words = "\n\n".join(run.text for run in told)
    links = [href for run in told for _, _, href in run.links]
    addresses = [url for href in links if (url := only_absolute(href)) is not None]
    addresses += [link.url for link in bare_links(words)]
    if not addresses:
        return None
    return NoteEntry(key, "", words=words, addresses=tuple(dict.fromkeys(addresses)))


def cited(refs: tuple[NoteRef, ...], entries: Sequence[NoteEntry]) -> tuple[NoteRef, ...]:
    """The places that cite notes, without those of comments that name no source."""
    keys = {entry.key for entry in entries}
    return tuple(ref for ref in refs if ref.label or ref.keys[0] in keys)
