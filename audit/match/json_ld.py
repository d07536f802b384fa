"""What a page says of itself in JSON-LD (schema.org NewsArticle): its text, and whether it is open."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class StructuredArticle:
    """``bodies`` are the ``articleBody`` strings as they stand there; ``free`` is False behind a paywall."""

    bodies: tuple[str, ...]
    free: bool


def structured_article(scripts: Iterable[str]) -> StructuredArticle:
    """Reads the JSON-LD scripts of a page; those that are no JSON say nothing.

    Lists, ``@graph`` and every nesting are looked through. ``isAccessibleForFree`` is false as a
    boolean or, as many sites write it, as a word (schema.org ``Boolean`` may be given as text).
    """
    bodies: dict[str, None] = {}
    free = True
    for script in scripts:
        for node in _objects(parse_json(script)):
            body = node.get("articleBody")
            if isinstance(body, str) and body.strip():
                bodies[body] = None
            open_to_all = node.get("isAccessibleForFree")
            free = free and str(open_to_all).rsplit("/", 1)[-1].lower() != "false"
    return StructuredArticle(tuple(bodies), free)


def parse_json(text: str) -> Any:
    """The value of a JSON text (RFC 8259; control characters in strings pass), None if it is none."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


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
