"""The block of metadata at the top of a Markdown file, between lines of three dashes."""

import re
from dataclasses import dataclass

from audit.read.html.metadata import iso_date, language_tag

_OPENING = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\r|\n)")
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


def read_front_matter(source: str) -> FrontMatter:
    """The front matter of a Markdown file, its values only where they are plain strings.

    It is YAML in the files of most publishing tools; nested values and multi-line strings are
    passed over, not guessed at. A file without one has its body after the byte order mark.
    """
    opening = _OPENING.match(source)
    closing = opening and _CLOSING.search(source, opening.end(), opening.end() + _LONGEST)
    if not opening or not closing:
        return FrontMatter(body_at=1 if source.startswith("\ufeff") else 0)
    entries = {
        match[1].lower(): _plain(match[2])
        for match in _ENTRY.finditer(source, opening.end(), closing.start())
    }
    language = entries.get("lang") or entries.get("language")
    return FrontMatter(
        body_at=closing.end(),
        title=entries.get("title"),
        byline=entries.get("author") or entries.get("byline"),
        published=iso_date(entries.get("date") or entries.get("published")),
        language=language_tag(language or ""),
    )


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
