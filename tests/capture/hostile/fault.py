"""One row of the hostile web: what is served, how asking for it must end, and what may be said then."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from audit.model import Outcome
from tests.capture.server import Reply, http

QUOTE = "We will not pay a single crown for the old bridge"
MISSING = "Nobody in this valley has ever asked us about the ferry"
_PARAGRAPH = (
    "The council met on Monday evening to speak about the crossing, which has been closed since the"
    " flood in March and which nobody has used since then but the gulls. "
)


class Words(Enum):
    """What may be said of words, once the row has been asked for."""

    WHOLE = auto()  # those on the page are found; those that are not there are absent
    PART = auto()  # those on the page are found; of others nothing is said
    SILENT = auto()  # words may be found, or nothing is said of them
    NONE = auto()  # nothing is said of any words


@dataclass(frozen=True)
class Fault:
    """``serves`` has the replies by path; ``{port}`` in them is the server's port.

    A tuple of replies is served in turn. ``at`` is the path that is asked for, ``ends`` the path of the
    final URL. ``most`` is the number of requests that one path may get.
    """

    name: str
    serves: Mapping[str, Reply | tuple[Reply, ...]]
    outcomes: frozenset[Outcome]
    words: Words
    at: str = "/a"
    ends: str | None = None
    hops: int | None = None
    most: int = 4
    settings: Mapping[str, object] = field(default_factory=dict)


def fault(
    name: str,
    serves: Mapping[str, Reply | tuple[Reply, ...]] | Reply,
    outcome: Outcome | tuple[Outcome, ...],
    words: Words = Words.NONE,
    **more: object,
) -> Fault:
    """A row; a single reply is served at ``/a``."""
    return Fault(
        name,
        serves if isinstance(serves, Mapping) else {"/a": serves},
        frozenset({outcome} if isinstance(outcome, Outcome) else outcome),
        words,
        **more,  # type: ignore[arg-type]  # a row's own keywords
    )


def story(paragraphs: int = 12, *, head: str = "", foot: str = "") -> str:
    """An article of some 400 words whose last paragraph has the quotation."""
    text = "".join(f"<p>{number}. {_PARAGRAPH}</p>" for number in range(paragraphs))
    return (
        "<!doctype html><html lang='en'><head><meta charset='utf-8'>"
        f"<title>Council says no to the old bridge</title>{head}</head><body><article>"
        f"<h1>Council says no to the old bridge</h1>{text}"
        f"<p>“{QUOTE},” the mayor said.</p></article>{foot}</body></html>"
    )


def ok(page: str | bytes, *headers: str, kind: str = "text/html; charset=utf-8") -> bytes:
    """A well-formed answer with status 200."""
    return http("200 OK", page.encode() if isinstance(page, str) else page, *headers, kind=kind)


def sends(markup: str, *headers: str) -> bytes:
    """A page without words of its own."""
    return ok(f"<!doctype html><html><head>{markup}</head><body></body></html>", *headers)


STORY = story().encode()
PAGE = ok(STORY)
