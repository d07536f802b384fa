"""What a page says of itself in JSON-LD (schema.org NewsArticle): its text, whether it is open."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

_LARGEST_HEAD = 1_000_000  # characters of a script that is asked what the article is
_MOST_NODES = 10_000
_BODIES = ("articleBody", "text", "reviewBody", "transcript")
_RECORDINGS = ("VideoObject", "AudioObject", "Episode", "Clip", "MusicRecording")
_SUMMARIES = ("headline", "alternativeHeadline", "description", "abstract")


@dataclass(frozen=True, slots=True)
class StructuredArticle:
    """What the objects of a page's JSON-LD have of its text.

    ``bodies`` are the strings of ``articleBody`` and the like as they stand there, those of
    comments left out; ``summaries`` are headlines and descriptions. ``free`` is False behind a
    paywall, ``is_said_free`` True where the page says that there is none. ``kinds`` are the types
    of the objects at the top: what the page is.
    """

    bodies: tuple[str, ...]
    summaries: tuple[str, ...]
    free: bool
    is_said_free: bool
    kinds: frozenset[str]

    @property
    def is_live(self) -> bool:
        """Whether the page is written on, and shows its last entries."""
        return "LiveBlogPosting" in self.kinds

    @property
    def is_recording(self) -> bool:
        """Whether the page is a film, a sound or an episode, and no article about one."""
        has_article = any(kind.endswith(("Article", "Posting")) for kind in self.kinds)
        return not has_article and any(kind.endswith(_RECORDINGS) for kind in self.kinds)


def structured_article(scripts: Iterable[str]) -> StructuredArticle:
    """Reads the JSON-LD scripts of a page; those that are no JSON say nothing.

    Lists, ``@graph`` and every nesting are looked through. ``isAccessibleForFree`` is false as a
    boolean or, as many sites write it, as a word (schema.org ``Boolean`` may be given as text).
    """
    bodies: dict[str, None] = {}
    summaries: dict[str, None] = {}
    said_of_access: set[str] = set()
    kinds: set[str] = set()
    for script in scripts:
        value = parse_json(script)
        for node in islice(_objects(value, ("@graph",)), _MOST_NODES):
            kinds.update(_kinds_of(node))
        for node in _objects(value):
            if "Comment" not in str(node.get("@type")):
                bodies.update(dict.fromkeys(_texts(node, _BODIES)))
                summaries.update(dict.fromkeys(_texts(node, _SUMMARIES)))
            said_of_access.add(str(node.get("isAccessibleForFree")).rsplit("/", 1)[-1].lower())
    free = "false" not in said_of_access
    return StructuredArticle(
        tuple(bodies),
        tuple(summaries),
        free,
        free and "true" in said_of_access,
        frozenset(kinds),
    )


def declared_article(scripts: Iterable[str]) -> dict[str, Any]:
    """The object that is the article of a page, empty where none is.

    It stands at the top of a script, in a list or in ``@graph`` there; what is nested deeper is
    another's.
    """
    for script in scripts:
        if len(script) > _LARGEST_HEAD:
            continue
        for node in islice(_objects(parse_json(script), ("@graph",)), _MOST_NODES):
            if any(kind.endswith(("Article", "Posting")) for kind in _kinds_of(node)):
                return node
    return {}


def parse_json(text: str) -> Any:
    """The value of a JSON text (RFC 8259.

    Control characters in strings pass), None if it is none.
    """
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _kinds_of(node: dict[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [
        kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)
    ]


def _texts(node: dict[str, Any], keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        value = node.get(key)
        for text in value if isinstance(value, list) else (value,):
            if isinstance(text, str) and text.strip():
                yield text


def _objects(value: Any, keys: tuple[str, ...] | None = None) -> Iterator[dict[str, Any]]:
    """All objects in a JSON value, outer ones first, in the order of the text.

    Nested under ``keys`` alone.
    """
    pending = [value]
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            yield value
            inner = value.values() if keys is None else [value.get(key) for key in keys]
            pending.extend(reversed(inner))
        elif isinstance(value, list):
            pending.extend(reversed(value))
