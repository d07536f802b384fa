"""Articles of a JSON Lines file: each an object with ``html`` or ``text``, ``url`` and ``id``.

The file is read line by line, and an article again when its turn comes: none is kept.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from audit.cli.inputs.folders import PARTED
from audit.errors import ReadError
from audit.files import open_file
from audit.read import MAX_BYTES, is_url

SUFFIXES = (".jsonl", ".ndjson")
_LONGEST_LINE = 2 * MAX_BYTES
_LONGEST_PASSED = 2_000_000_000  # bytes of a line that is passed over
_PIECE = 1 << 20
_LONGEST_ID = 300  # characters
_MOST = 2_000_000  # lines of a file


@dataclass(frozen=True, slots=True)
class Line:
    """Where an article stands: the offset in bytes at which its line begins, its number from 1."""

    path: Path
    offset: int
    number: int


@dataclass(frozen=True, slots=True)
class LinedArticle:
    """An article out of a line: its bytes, what they are written in, and their address."""

    data: bytes
    format: str
    url: str | None


def lines_of(path: Path) -> Iterator[tuple[str, Line] | ReadError]:
    """The name of each article with its place; an error in place of a line that has none.

    Raises:
        ReadError: The file cannot be read.
    """
    try:
        with open_file(path) as file:
            offset = number = 0
            while line := file.readline(_LONGEST_LINE + 1):
                number += 1
                begins, offset = offset, offset + len(line)
                if not line.endswith(b"\n") and len(line) > _LONGEST_LINE:
                    yield ReadError(f"{path}:{number}: the line is too long for an article")
                    offset += _rest(file, path, number)
                    continue
                if number > _MOST:
                    raise ReadError(f"{path} has more than {_MOST:,} lines: give parts of it")
                if not line.strip():
                    continue
                try:
                    tree = _tree(line, path, number)
                    label = tree.get("id") or tree.get("url") or number
                    name = f"{path}{PARTED}{str(label)[:_LONGEST_ID]}"
                    yield name, Line(path, begins, number)
                except ReadError as error:
                    yield error
    except OSError as error:
        raise ReadError(f"{path} cannot be read: {error.strerror or error}") from None


def article_at(line: Line) -> LinedArticle:
    """The article of a line.

    Raises:
        ReadError: It is not there any more.
    """
    try:
        with open_file(line.path) as file:
            tree = _tree(_line_at(file, line.offset), line.path, line.number)
    except OSError as error:
        raise ReadError(f"{line.path} cannot be read: {error.strerror or error}") from None
    kind = "html" if tree.get("html") else "text"
    # With a mark that it is UTF-8: what a page says of its encoding was true of its file.
    encoding = "utf-8-sig" if kind == "html" else "utf-8"
    return LinedArticle(tree[kind].encode(encoding, "replace"), kind, tree.get("url"))


def _rest(file: BinaryIO, path: Path, number: int) -> int:
    """Passes over what is left of a line; how many bytes that is."""
    passed = 0
    while passed < _LONGEST_PASSED:
        piece = file.readline(_PIECE)
        passed += len(piece)
        if not piece or piece.endswith(b"\n"):
            return passed
    raise ReadError(f"{path}:{number}: the line does not end")


def _line_at(file: BinaryIO, offset: int) -> bytes:
    file.seek(offset)
    return file.readline(_LONGEST_LINE + 1)


def _tree(line: bytes, path: Path, number: int) -> dict[str, Any]:
    where = f"{path}:{number}"
    try:
        tree = json.loads(line)
    except (ValueError, RecursionError):
        raise ReadError(f"{where}: no JSON: an article is an object on one line") from None
    if not isinstance(tree, dict):
        raise ReadError(f"{where}: no object: an article is an object on one line")
    texts = {name: tree.get(name) for name in ("html", "text", "url")}
    if any(value is not None and not isinstance(value, str) for value in texts.values()):
        raise ReadError(f"{where}: url, html and text are strings")
    if not isinstance(tree.get("id"), str | int | None):
        raise ReadError(f"{where}: id is a string or a number")
    if not texts["html"] and not texts["text"]:
        raise ReadError(f"{where}: no article: give html or text")
    if texts["url"] and not is_url(texts["url"]):
        raise ReadError(f"{where}: url is no http(s) address")
    return tree
