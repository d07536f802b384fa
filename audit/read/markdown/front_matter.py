"""A Markdown file's metadata: YAML between dashes, TOML between pluses, JSON in braces."""

import json
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from audit.read.html.metadata import iso_date, language_tag

_OPENING = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\r|\n)")
_TOML = re.compile(r"\ufeff?\+\+\+[ \t]*(?:\r\n|\r|\n)")
_TOML_ENDS = re.compile(r"^\+\+\+[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)
_JSON = re.compile(r"\ufeff?(?=\{[ \t]{0,20}(?:\r\n|\r|\n)?[ \t]{0,20}\")")
_JSON_ENDS = re.compile(r"[ \t]*(?:\r\n|\r|\n|\Z)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)
_ENTRY = re.compile(r"^([A-Za-z_-]{1,40}):[ \t]*([^\r\n]*)", re.MULTILINE)
_LONGEST = 20_000  # characters
_COMMENT = re.compile(r"(?:^|[ \t])#")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What it says of the article, and the file offset at which the article's body begins."""

    body_at: int
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None
    publisher: str | None = None
    canonical: str | None = None


def read_front_matter(source: str) -> FrontMatter:
    """The front matter of a Markdown file, its values only where they are plain strings.

    It is YAML in the files of most publishing tools, TOML or JSON in those of some; nested values
    and multi-line strings of YAML are passed over, not guessed at. What cannot be read as TOML or
    JSON is text. A file without one has its body after the byte order mark.
    """
    for read in (_in_toml, _in_json):
        found = read(source)
        if found is not None:
            return found
    opening = _OPENING.match(source)
    closing = opening and _CLOSING.search(source, opening.end(), opening.end() + _LONGEST)
    if not opening or not closing:
        return FrontMatter(body_at=1 if source.startswith("\ufeff") else 0)
    entries = {
        match[1].lower(): _plain(match[2])
        for match in _ENTRY.finditer(source, opening.end(), closing.start())
    }
    return _told(entries, closing.end())


def _in_toml(source: str) -> FrontMatter | None:
    opening = _TOML.match(source)
    ends = opening and _TOML_ENDS.search(source, opening.end(), opening.end() + _LONGEST)
    if not opening or not ends:
        return None
    return _parsed(tomllib.loads, source[opening.end() : ends.start()], ends.end())


def _in_json(source: str) -> FrontMatter | None:
    opening = _JSON.match(source)
    if opening is None:
        return None
    try:
        _, length = json.JSONDecoder().raw_decode(source[opening.end() :][:_LONGEST])
    except (ValueError, RecursionError):
        return None
    end = opening.end() + length
    ends = _JSON_ENDS.match(source, end)
    return _parsed(json.loads, source[opening.end() : end], ends.end()) if ends else None


def _parsed(read: Callable[[str], object], text: str, body_at: int) -> FrontMatter | None:
    try:
        tree = read(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(tree, Mapping):
        return None
    plain = {
        str(key).lower(): value.strip() or None if isinstance(value, str) else value.isoformat()
        for key, value in tree.items()
        if isinstance(value, str | date)
    }
    return _told(plain, body_at)


def _told(entries: Mapping[str, str | None], body_at: int) -> FrontMatter:
    language = entries.get("lang") or entries.get("language")
    return FrontMatter(
        body_at=body_at,
        title=entries.get("title"),
        byline=entries.get("author") or entries.get("byline"),
        published=iso_date(entries.get("date") or entries.get("published")),
        language=language_tag(language or ""),
        publisher=_first(entries, ("publisher", "publication", "outlet", "site_name", "site")),
        canonical=_first(entries, ("canonical", "canonical_url", "permalink", "url")),
    )


def _first(entries: Mapping[str, str | None], keys: Sequence[str]) -> str | None:
    return next((value for key in keys if (value := entries.get(key))), None)


def _plain(value: str) -> str | None:
    """A YAML scalar on one line, without its quotation marks or comment; None for anything else."""
    value = value.strip()
    for mark in ('"', "'"):
        if value.startswith(mark):
            inside, found, _ = value[1:].partition(mark)
            return inside.strip() or None if found else None
    if value.startswith(("[", "{", "|", ">", "&", "*", "!")):
        return None
    return _COMMENT.split(value, maxsplit=1)[0].strip() or None
