"""Texts that make a regular expression slow, worked out from the expression itself.

Python's own parser gives the tree. For every repeat in it the text goes: what leads to the repeat, what the repeat
reads many times over, what makes the rest fail. What is pumped is chosen by the sets of characters that share it, so that
nested and adjacent repeats over overlapping sets meet what they can divide between them in many ways.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from re import _constants as op  # type: ignore[attr-defined] # the parser of re has no public name
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_ALPHABET = (
    *"aAzZ_é1٣ \t\n\r\xa0\u200b.,:;!?-–—/\\'\"“”’‘«»()[]{}<>&#@=+*|^$%~`\0яА語",
    *("\ufeff", "\u3000", "İ", "x", "X", "e", "0"),
)
_SUFFIXES = ("", "\0", "\n\n!", "a ")
_LOOPS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_LONG = 30  # repeats of at most so many are bounded work
_MOST_PUMPS = 8

Tree = Sequence[tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Attack:
    """``lead`` once or each time, ``pump`` as often as fits, ``fail`` at the end."""

    lead: str
    pump: str
    fail: str
    each: bool

    def text(self, size: int) -> str:
        if self.each:
            unit = self.lead + self.pump * 3
            return unit * (size // max(len(unit), 1)) + self.fail
        return self.lead + self.pump * (size // max(len(self.pump), 1)) + self.fail


def attacks(pattern: "re.Pattern[Any]") -> list[Attack]:
    """The attacks on a pattern, each once."""
    text = (
        pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    )
    flags = pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags
    tree = _parser.parse(text, flags & ~re.DEBUG)
    maker = _Maker(pattern.flags, list(_sets(tree)))
    found: dict[Attack, None] = {}
    for lead, body in maker.repeats(tree, ""):
        for pump in maker.pumps(body):
            for fail in _SUFFIXES:
                found[Attack(lead, pump, fail, each=False)] = None
            if lead:
                found[Attack(lead, pump, "", each=True)] = None
    for start in maker.pumps(tree):
        found[Attack("", start, "", each=False)] = None
        if len(start) > 1:  # begins again and again, and never comes to its end
            found[Attack("", start[:-1], "", each=False)] = None
    return list(found)


def _sets(tree: Tree) -> Iterator[tuple[Any, Any]]:
    """Every place of a tree that reads one character."""
    for kind, value in tree:
        if kind in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY):
            yield kind, value
        for part in _parts(kind, value):
            yield from _sets(part)


def _parts(kind: Any, value: Any) -> list[Tree]:
    if kind in _LOOPS:
        return [value[2]]
    if kind is op.BRANCH:
        return list(value[1])
    if kind is op.SUBPATTERN:
        return [value[3]]
    if kind is op.ATOMIC_GROUP:
        return [value]
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return [value[1]]
    if kind is op.GROUPREF_EXISTS:
        return [part for part in value[1:] if part is not None]
    return []


class _Maker:
    def __init__(self, flags: int, sets: list[tuple[Any, Any]]) -> None:
        self._flags = flags
        literals = [chr(value) for kind, value in sets if kind is op.LITERAL]
        bounds = [chr(n) for kind, value in sets if kind is op.IN for n in _bounds(value)]
        alphabet = dict.fromkeys((*_ALPHABET, *literals[:40], *bounds[:40]))
        if not flags & re.UNICODE:  # bytes
            alphabet = dict.fromkeys(char for char in alphabet if ord(char) < 256)
        by_sets: dict[tuple[bool, ...], str] = {}
        for char in alphabet:
            by_sets.setdefault(tuple(self._reads(one, char) for one in sets), char)
        ranked = sorted(by_sets.items(), key=lambda one: -sum(one[0]))
        self._chars = [char for _, char in ranked]
        self._any_others = list(alphabet)

    def _reads(self, one: tuple[Any, Any], char: str) -> bool:
        return _reads(one, char, self._flags)

    def repeats(self, tree: Tree, lead: str) -> Iterator[tuple[str, Tree]]:
        """Every long repeat: an example of what leads to it, and its body."""
        for kind, value in tree:
            if kind in _LOOPS and value[1] > _LONG:
                yield lead, value[2]
            for part in _parts(kind, value):
                yield from self.repeats(part, lead)
            lead += self.example([(kind, value)], self._chars[0])

    def pumps(self, body: Tree) -> list[str]:
        """Examples of a body, each with another set of characters preferred."""
        found: dict[str, None] = {}
        for char in self._chars:
            for turn in range(3):
                if example := self.example(body, char, turn):
                    found[example] = None
            if len(found) >= _MOST_PUMPS:
                break
        return list(found)[:_MOST_PUMPS]

    def example(self, tree: Tree, char: str, turn: int = 0) -> str:
        """What a tree reads, ``char`` wherever it may stand."""
        parts = []
        for kind, value in tree:
            if kind is op.LITERAL:
                parts.append(chr(value))
            elif kind in (op.NOT_LITERAL, op.IN, op.ANY):
                parts.append(self._one((kind, value), char))
            elif kind in _LOOPS:
                least = min(max(value[0], 0 if turn == 1 else 1), 200)
                parts.append(self.example(value[2], char, turn) * least)
            elif kind is op.BRANCH:
                parts.append(self.example(value[1][turn % len(value[1])], char, turn))
            elif kind is op.SUBPATTERN:
                parts.append(self.example(value[3], char, turn))
            elif kind is op.ATOMIC_GROUP:
                parts.append(self.example(value, char, turn))
        return "".join(parts)

    def _one(self, one: tuple[Any, Any], char: str) -> str:
        if self._reads(one, char):
            return char
        return next((c for c in (*self._chars, *self._any_others) if self._reads(one, c)), "")


def _bounds(members: Sequence[tuple[Any, Any]]) -> Iterator[int]:
    for kind, value in members:
        if kind is op.LITERAL:
            yield value
        elif kind is op.RANGE:
            yield value[0]


def _reads(one: tuple[Any, Any], char: str, flags: int) -> bool:
    kind, value = one
    if kind is op.ANY:
        return char != "\n" or bool(flags & re.DOTALL)
    cased = {char, char.lower(), char.upper()} if flags & re.IGNORECASE else {char}
    if kind is op.LITERAL:
        return chr(value) in cased
    if kind is op.NOT_LITERAL:
        return chr(value) not in cased
    negated = value[0][0] is op.NEGATE
    inside = any(_is_member(part, c, flags) for part in value for c in cased if len(c) == 1)
    return bool(inside != negated)


def _is_member(part: tuple[Any, Any], char: str, flags: int) -> bool:
    kind, value = part
    if kind is op.LITERAL:
        return bool(ord(char) == value)
    if kind is op.RANGE:
        first, last = value
        return bool(first <= ord(char) <= last)
    if kind is op.CATEGORY:
        written = _CATEGORIES[value]
        of_unicode = bool(flags & re.UNICODE)
        return _category(written, of_unicode=of_unicode).match(char) is not None
    return False


_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d",
    op.CATEGORY_NOT_DIGIT: r"\D",
    op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S",
    op.CATEGORY_WORD: r"\w",
    op.CATEGORY_NOT_WORD: r"\W",
}


@cache
def _category(written: str, *, of_unicode: bool) -> re.Pattern[str]:
    return re.compile(written, 0 if of_unicode else re.ASCII)
