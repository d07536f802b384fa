"""TOML of others, parsed within bounds on size and on the depth of keys and of brackets.

Python's parser takes memory by the square of a dotted key's parts, and calls itself once a bracket.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

from audit.errors import UsageError
from audit.files import read_file

_LARGEST = 1_000_000  # bytes
_DEEPEST_KEY = 8  # parts between dots; ours have three
_DEEPEST = 20  # brackets in brackets
_LONGEST_COMPLAINT = 200  # characters
_SIGN = re.compile(r"[\"'#\n.,=\[\]{}]")
_PLACE = re.compile(r"\(at line (\d{1,7}), column \d{1,9}\)")
_CURLY = re.compile(r"=[ \t]{0,20}[“”„‟«»‘’‚]")
_BACKSLASH = re.compile(r'"[^"\n]{0,2000}\\')
_STRINGS = {  # from behind the opening quotation mark; a line end ends what is no string
    '"': re.compile(r'(?:[^"\\\n]|\\.)*+"?'),
    "'": re.compile(r"[^'\n]*+'?"),
    '"""': re.compile(r'(?:[^"\\]|\\.|"(?!""))*+(?:"""(?:""?)?)?', re.DOTALL),
    "'''": re.compile(r"(?:[^']|'(?!''))*+(?:'''(?:''?)?)?"),
}


def read_table(path: Path) -> dict[str, Any]:
    """The document of a TOML file.

    Raises:
        UsageError: It cannot be read, is too large or too deep, or is no TOML.
    """
    text = read_text(path)
    return parsed(text, path)


def read_text(path: Path) -> str:
    """The text of a file of settings, without a byte order mark.

    Raises:
        UsageError: It cannot be read, is too large, or is not UTF-8.
    """
    try:
        data = read_file(path, _LARGEST)
    except FileNotFoundError:
        raise UsageError(f"{path} does not exist: check the name and the folder") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}") from None
    if len(data) > _LARGEST:
        raise UsageError(f"{path} is larger than {_LARGEST // 1_000_000} MB: is it the right file?")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not UTF-8: save it as UTF-8") from None


def parsed(text: str, path: Path) -> dict[str, Any]:
    """The document of a text of TOML; ``path`` is what messages call it.

    Raises:
        UsageError: It is too deep, or is no TOML.
    """
    line = _too_deep(text)
    if line is not None:
        raise UsageError(f"{path} is not valid TOML for settings: too deep at line {line}")
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # of a number too long it is no TOMLDecodeError
        why = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "a value out of bounds"
        raise UsageError(
            f"{path} is not valid TOML: {_likely(text, why) or why[:_LONGEST_COMPLAINT]}"
        ) from None


def _likely(text: str, why: str) -> str | None:
    """What a writer who is no programmer has most likely done on the line of a complaint."""
    place = _PLACE.search(why)
    if place is None:
        return None
    number = int(place[1])
    line = text.split("\n")[number - 1] if number <= text.count("\n") + 1 else ""
    if _CURLY.search(line):
        return f'line {number} has curly quotation marks where TOML needs straight ones: file = "…"'
    if _BACKSLASH.search(line):
        return (
            f"line {number} has a backslash in double quotation marks: write / instead,"
            " or put the path in single ones: file = 'C:\\…'"
        )
    return None


def _too_deep(text: str) -> int | None:
    """The line on which keys have too many parts, or brackets stand in too many others.

    None for none.
    """
    depth = dots = at = 0
    line = 1
    while sign := _SIGN.search(text, at):
        at = sign.end()
        match sign[0]:
            case "#":
                at = _end_of_line(text, at)
            case '"' | "'":
                mark = sign[0] * (3 if text.startswith(sign[0] * 2, at) else 1)
                begin = at + len(mark) - 1
                string = _STRINGS[mark].match(text, begin)
                assert string is not None
                at = string.end()
                line += string[0].count("\n")
            case ".":
                dots += 1
            case bracket:
                line += bracket == "\n"
                dots = 0
                depth = max(0, depth + (bracket in "[{") - (bracket in "]}"))
        if dots >= _DEEPEST_KEY or depth > _DEEPEST:
            return line
    return None


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
