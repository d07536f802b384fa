"""The name in a byline, without what stands before it: 'Par Clémence Ardouin'."""

import re
from collections.abc import Iterator

from audit.languages.comparison.comparing import comparing
from audit.languages.extraction.english import LANGUAGE
from audit.languages.folders import folders
from audit.model import Block, BlockKind

_LONGEST = 6  # letters of 'door', 'автор'
_LINES = 4  # from the top in which a byline stands
_LONGEST_LINE = 100  # characters
_BEHIND = re.compile(r"\s?[,|·•–—(]")  # what an outlet, a place or a date stands behind
_NAME = r"(?=[^\W\d_a-z])[^\W\d_][\w’'.-]{0,30}"
_NAMES = re.compile(
    rf"{_NAME}(?:\s(?:[a-z]{{1,3}}[\s’'])?{_NAME}){{1,3}}(?:(?:,| \w{{1,3}}) {_NAME}(?: {_NAME}){{1,3}}){{0,3}}"
)


def author_alone(byline: str | None, language: str | None) -> str | None:
    """A byline without the word of its language for 'by'; as it is where that is not known."""
    if byline is None or language is None:
        return byline
    first, _, name = byline.partition(" ")
    code = language.partition("-")[0].lower()
    if len(first) > _LONGEST or not name[:1].isupper() or code not in folders():
        return byline
    return name if first.rstrip(":").lower() in comparing(code).bylines else byline


def byline_in(text: str, blocks: tuple[Block, ...], language: str | None) -> str | None:
    """Whom a line near the top of a text names behind 'by', and nobody else does."""
    for number, block in enumerate(blocks[:_LINES]):
        if block.kind is BlockKind.HEADING and number == 0:
            continue  # of a plain text short lines are headings
        line = text[block.start : block.end].strip()
        first, _, rest = line.partition(" ")
        if len(line) > _LONGEST_LINE or len(first) > _LONGEST or line.endswith((".", ":")):
            continue
        name = _BEHIND.split(rest, maxsplit=1)[0].strip()
        if _NAMES.fullmatch(name) and any(
            first.rstrip(":").lower() in comparing(code).bylines for code in _codes(language)
        ):
            return name
    return None


def _codes(language: str | None) -> Iterator[str]:
    """The language of a text, or all, English first, where that is not told."""
    code = language.partition("-")[0].lower() if language is not None else ""
    if code in folders():
        yield code
        return
    yield LANGUAGE
    yield from (each for each in folders() if each != LANGUAGE)
