"""Reads a file of words as a class of documented keys declares it, or says what is wrong.

A key is a field of a frozen dataclass, made by ``key``; its documentation stands above it in the
file of every language. The types of fields that a file may have:

- ``frozenset[str]``: a text of words parted by white space, written in lower case
- ``tuple[str, ...]``: a list of words or phrases
- ``frozenset[tuple[str, str]]`` and ``tuple[tuple[str, str], ...]``: a list of pairs of words
- ``frozenset[tuple[str, ...]]``: a list of phrases, of a word or more
- ``tuple[frozenset[str], ...]``: a list of texts of words that belong together
- ``Mapping[str, str]``: a table of words
- ``bool`` and ``str``
- ``tuple[Forms, ...]``: tables of stems and endings

``key(…, reads=…)`` says that a file has something else than what the code makes of it. A field
without documentation is worked out by the code that reads the file.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple

from audit.errors import LanguageError, nearest_name

_SAYS, _READS = "says", "reads"


class Ordered(tuple[str, ...]):
    """Words whose order counts; in a file they are a text."""

    __slots__ = ()


def key(says: str, *, reads: Any = None) -> Any:
    """A field that a file has to give; ``says`` what it is, with an example.

    ``reads`` is the type of what stands in the file, where it is not the field's.
    """
    return field(metadata={_SAYS: says, _READS: reads})


def documented(schema: type) -> dict[str, str]:
    """What each key of a file is, in the order in which a file has them."""
    return {
        declared.name: declared.metadata[_SAYS]
        for declared in fields(schema)
        if _SAYS in declared.metadata
    }


@dataclass(frozen=True, slots=True)
class Forms:
    """Words made of each stem with each ending.

    ``infinitive`` is the ending of that form, if any.
    """

    stems: tuple[str, ...]
    ends: tuple[str, ...]
    infinitive: str | None = None


def parse(text: str, schema: type, where: str) -> dict[str, Any]:
    """The values of the documented keys of a file's text; ``where`` is its name in messages.

    Raises:
        LanguageError: The text is no TOML, or a key is missing, unknown or of another kind.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LanguageError(f"{where}: {error}") from None
    wanted = documented(schema)
    for name in data:
        if name not in wanted:
            near = nearest_name(name, wanted)
            meant = f"; did you mean {near.replace('-', '_')}?" if near else ""
            raise LanguageError(f"{where}: {name} is no key of this file{meant}")
    kinds = _kinds(schema)
    found = {}
    for name, says in wanted.items():
        if name not in data:
            raise LanguageError(f"{where}: {name} is missing: {says}")
        kind = kinds[name]
        try:
            found[name] = kind.read(data[name])
        except (AttributeError, KeyError, TypeError, ValueError):
            raise LanguageError(f"{where}: {name} has to be {kind.shape}: {says}") from None
    return found


def empty(schema: type) -> dict[str, Any]:
    """The keys of a file with values that hold no words."""
    kinds = _kinds(schema)
    return {name: kinds[name].empty for name in documented(schema)}


def _kinds(schema: type) -> dict[str, "_Kind"]:
    return {
        declared.name: _KINDS[declared.metadata[_READS] or declared.type]
        for declared in fields(schema)
        if _SAYS in declared.metadata
    }


def _words(value: Any) -> frozenset[str]:
    return frozenset(value.split())


def _ordered(value: Any) -> Ordered:
    return Ordered(value.split())


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _list(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(map(_text, value))


def _pairs(value: Any) -> tuple[tuple[str, str], ...]:
    return tuple((_text(first), _text(second)) for first, second in value)


def _phrases(value: Any) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in _list(value))


def _groups(value: Any) -> tuple[frozenset[str], ...]:
    return tuple(map(_words, _list(value)))


def _set_of_pairs(value: Any) -> frozenset[tuple[str, str]]:
    return frozenset(_pairs(value))


def _table(value: Any) -> Mapping[str, str]:
    return {name: _text(word) for name, word in value.items()}


def _lists(value: Any) -> Mapping[str, tuple[str, ...]]:
    return {name: _list(words) for name, words in value.items()}


def _forms(value: Iterable[Mapping[str, str]]) -> tuple[Forms, ...]:
    made = []
    for table in value:
        if not table.keys() <= {"stems", "ends", "infinitive"}:
            raise KeyError
        stems, ends = tuple(table["stems"].split()), tuple(table["ends"].split())
        made.append(Forms(stems, ends, table.get("infinitive")))
    return tuple(made)


class _Kind(NamedTuple):
    """How values of a type stand in a file."""

    shape: str
    read: Callable[[Any], Any]
    empty: Any


_KINDS: dict[Any, _Kind] = {
    frozenset[str]: _Kind("a text of words", _words, ""),
    Ordered: _Kind("a text of words", _ordered, ""),
    str: _Kind("a text", _text, ""),
    bool: _Kind("true or false", _flag, False),
    tuple[str, ...]: _Kind("a list of texts", _list, []),
    frozenset[tuple[str, str]]: _Kind("a list of pairs of words", _set_of_pairs, []),
    tuple[tuple[str, str], ...]: _Kind("a list of pairs of words", _pairs, []),
    frozenset[tuple[str, ...]]: _Kind("a list of phrases", _phrases, []),
    tuple[frozenset[str], ...]: _Kind("a list of texts of words", _groups, []),
    Mapping[str, str]: _Kind("a table of words", _table, {}),
    Mapping[str, tuple[str, ...]]: _Kind("a table of lists of words", _lists, {}),
    tuple[Forms, ...]: _Kind(
        "tables of stems and ends, with an infinitive if it has one",
        _forms,
        [{"stems": "", "ends": "", "infinitive": ""}],
    ),
}
