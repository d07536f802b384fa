"""What a page says of itself in JSON-LD (schema.org NewsArticle): its text, and whether it is open."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

_BODIES = ("articleBody", "text", "reviewBody", "transcript")
_SUMMARIES = ("headline", "alternativeHeadline", "description", "abstract")


@dataclass(frozen=True, slots=True)
class StructuredArticle:
    """What the objects of a page's JSON-LD have of its text.

    ``bodies`` are the strings of ``articleBody`` and the like as they stand there, those of comments left
    out; ``summaries`` are headlines and descriptions. ``free`` is False behind a paywall.
    """

    bodies: tuple[str, ...]
    summaries: tuple[str, ...]
    free: bool


def structured_article(scripts: Iterable[str]) -> StructuredArticle:
    """Reads the JSON-LD scripts of a page; those that are no JSON say nothing.

    Lists, ``@graph`` and every nesting are looked through. ``isAccessibleForFree`` is false as a
    boolean or, as many sites write it, as a word (schema.org ``Boolean`` may be given as text).
    """
    bodies: dict[str, None] = {}
    summaries: dict[str, None] = {}
    free = True
    for script in scripts:
        for node in _objects(parse_json(script)):
            if "Comment" not in str(node.get("@type")):
                bodies.update(dict.fromkeys(_texts(node, _BODIES)))
                summaries.update(dict.fromkeys(_texts(node, _SUMMARIES)))
            open_to_all = node.get("isAccessibleForFree")
            free = free and str(open_to_all).rsplit("/", 1)[-1].lower() != "false"
    return StructuredArticle(tuple(bodies), tuple(summaries), free)


def parse_json(text: str) -> Any:
    """The value of a JSON text (RFC 8259; control characters in strings pass), None if it is none."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _texts(node: dict[str, Any], keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        value = node.get(key)
        for text in value if isinstance(value, list) else (value,):
            if isinstance(text, str) and text.strip():
                yield text


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """All objects in a JSON value, outer ones first, in the order of the text."""
    pending = [value]
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            yield value
            pending.extend(reversed(value.values()))
        elif isinstance(value, list):
            pending.extend(reversed(value))
