"""What a page's own ``<style>`` hides: the plain selectors of it, and nothing that is in doubt.

A selector counts that names classes and ids of one element, outside every condition. What hides is
overruled as in a browser: by the more precise one, or the later one; and, since here words are
rather shown than lost, by any that shows such an element on some screen, or beside some other.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from audit.markup.rendering.visible import hides_by_style
from audit.markup.tokens import attributes_of

_LONGEST_SHEET = 500_000  # characters
_MOST_DECLARATIONS = 3000  # that show or hide
_LONGEST_RULE = 4000  # characters of its selectors, and of its declarations
_MOST_RULES = 500  # that hide
_PATIENCE = 1_000_000  # rules that are asked for one page; then nothing is hidden
_MOST_SELECTORS = 40  # of one rule
_LONGEST_CONDITION = 20_000  # characters before a rule in which its condition begins
_HIDING = ("none", "hidden", "clip", "-9999")  # a quick look
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
# Looked for one by one: sooner found than by one pattern of all.
_DECLARED = tuple(map(re.compile, ("display", "visibility", "clip", "-9999")))
_MAY_HIDE = re.compile(r"none|hidden|clip|-\d{4}|collapse|[01]px", re.IGNORECASE)
_SHOWS = re.compile(
    r"(?:display\s{0,3}:\s{0,3}(?!none)|visibility\s{0,3}:\s{0,3}visible)", re.IGNORECASE
)
_NAME = r"-?[A-Za-z_](?:[\w-]|\\.){0,100}"
_PLAIN = re.compile(rf"([a-z][a-z0-9]{{0,20}})?((?:[.#]{_NAME}){{1,6}})", re.IGNORECASE)
_NAMED = re.compile(rf"([.#])({_NAME})")
_PARTED = re.compile(r"[\s\"'=]+")
_ESCAPED = re.compile(r"\\(.)")
_OF_A_STATE = re.compile(r"(?<!\\):")
_PARTS = re.compile(r"[\s>+~]{1,40}")
_IN_PRINT = re.compile(
    r"@(?:media\s{1,9}(?:only\s{1,9})?(?:print|speech)\b|page|font-face|keyframes)"
)
_ANY_SCREEN = re.compile(
    r"@(?:media\s{1,9}(?:only\s{1,9})?(?:screen|all)|layer[\w\s.-]{0,60}?)\s{0,9}\{", re.IGNORECASE
)
_MEDIA = re.compile(r"(?:^|,)\s{0,9}(?:all|screen)\s{0,9}(?:,|$)", re.IGNORECASE)


class _Rule(NamedTuple):
    """What one selector says: ids count before classes, these before a tag, the last of equals."""

    weight: tuple[bool, int, int, bool, int]
    hides: bool
    tag: str
    names: frozenset[str]


class StyleRules:
    """The rules of the sheets that a page has had so far; ``names`` is empty where none hides."""

    __slots__ = ("_hidden", "_known", "_order", "_patience", "_rules")

    def __init__(self) -> None:
        self._rules: dict[str, list[_Rule]] = {}  # by one of their names
        self._known: dict[tuple[str, str], bool] = {}
        self._hidden: set[str] = set()  # names in rules that hide, without their marks
        self._order = 0
        self._patience = _PATIENCE

    def __bool__(self) -> bool:
        return bool(self._rules)

    def add(self, sheet: str, attributes: str) -> None:
        """Takes in a sheet of the page; ``attributes`` are those of its element, unread."""
        if not self._rules and not any(word in sheet for word in _HIDING):
            return
        media = attributes_of(attributes).get("media", "") if "media" in attributes else ""
        if media.strip() and not _MEDIA.search(media):
            return
        css = _COMMENT.sub("", sheet[:_LONGEST_SHEET]) if "/*" in sheet else sheet[:_LONGEST_SHEET]
        told = list(_told(css))
        if not self._rules and not any(hides and is_open for _, _, hides, is_open in told):
            return
        hiding = (selectors for _, selectors, hides, is_open in told if hides and is_open)
        for _, _, names in chain.from_iterable(map(_plain, hiding)):
            self._hidden.update(name[1:] for name in names)
        for at, selectors, hides, is_open in told:
            if hides and not is_open:
                continue
            if not hides and "#" not in selectors and self._is_of_others(selectors):
                continue
            if not is_open and _is_in_print(css, at):
                continue
            for is_whole, tag, names in _plain(selectors, hides=hides):
                self._note(names, tag, hides=hides, is_lasting=not (is_whole and is_open))
        self._known.clear()

    def _note(
        self,
        names: frozenset[str],
        tag: str,
        *,
        hides: bool,
        is_lasting: bool,
    ) -> None:
        self._order += 1
        ids = sum(name[0] == "#" for name in names)
        weight = (is_lasting and not hides, ids, len(names) - ids, bool(tag), self._order)
        self._rules.setdefault(min(names), []).append(_Rule(weight, hides, tag, names))

    def _is_of_others(self, selectors: str) -> bool:
        """Whether selectors have no name in them that a rule hides; most have none."""
        return "\\" not in selectors and self._hidden.isdisjoint(
            name for _, name in _NAMED.findall(selectors)
        )

    def hide(self, tag: str, rest: str) -> bool:
        """Whether the rules hide an element, by its classes and its id; ``rest`` is unread."""
        key = (tag, rest)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._hide(tag, rest)
        return known

    def _hide(self, tag: str, rest: str) -> bool:
        if self._hidden.isdisjoint(_PARTED.split(rest)):  # soon told, of most
            return False
        attributes = attributes_of(rest)
        names = {f".{name}" for name in attributes.get("class", "").split()[:50]}
        if named := attributes.get("id", "").strip():
            names.add(f"#{named}")
        asked = [rule for name in names for rule in self._rules.get(name, ())]
        self._patience -= len(asked)
        if self._patience < 0:
            return False
        matching = (rule for rule in asked if rule.names <= names and rule.tag in {"", tag})
        strongest = max(matching, key=lambda rule: rule.weight, default=None)
        return strongest is not None and strongest.hides


def _told(css: str) -> Iterator[tuple[int, str, bool, bool]]:
    """Rules that show or hide: where, their selectors, whether they hide, and without condition."""
    depth = counted = hiding = last_end = 0
    last = -1
    for at in _declared(css):
        if hiding >= _MOST_RULES:
            return
        begin = css.rfind("{", max(at - _LONGEST_RULE, 0), at)
        if begin < 0 or begin == last:
            continue
        last = begin
        depth += css.count("{", counted, begin) - css.count("}", counted, begin)
        counted = begin
        low = max(begin - _LONGEST_RULE, last_end)
        start = low + 1 + max(map(css[low:begin].rfind, "{};"))
        end = css.find("}", begin, begin + _LONGEST_RULE)
        if end < 0:
            continue
        last_end = end
        declared = css[begin + 1 : end]
        hides = _MAY_HIDE.search(declared) is not None and hides_by_style(declared)
        if hides or _SHOWS.search(declared):
            hiding += hides
            is_open = depth == 0 or (depth == 1 and _is_met(css, begin))
            yield begin, css[start:begin], hides, is_open


def _declared(css: str) -> Sequence[int]:
    """Where something is declared that may show or hide, in order."""
    found = (islice(each.finditer(css), _MOST_DECLARATIONS) for each in _DECLARED)
    return sorted(match.start() for match in chain.from_iterable(found))


def _plain(selectors: str, *, hides: bool = True) -> Iterator[tuple[bool, str, frozenset[str]]]:
    """Of each selector of one element: that it is no more, the tag and the names.

    Of those that show, the last of several elements counts, too.
    """
    for selector in selectors.split(",")[:_MOST_SELECTORS]:
        parts = _PARTS.split(selector.strip()) if hides is False else [selector.strip()]
        if len(parts) > 1 and _OF_A_STATE.search(selector):  # '.tip:hover .text'
            continue
        if found := _PLAIN.fullmatch(parts[-1]):
            names = frozenset(
                mark + _ESCAPED.sub(r"\1", name) for mark, name in _NAMED.findall(found[2])
            )
            yield len(parts) == 1, (found[1] or "").lower(), names


def _is_met(css: str, at: int) -> bool:
    """Whether the condition around a rule is none: any screen, or a layer of rules."""
    begin = css.rfind("@", max(at - _LONGEST_CONDITION, 0), at)
    return begin >= 0 and _ANY_SCREEN.match(css, begin) is not None


def _is_in_print(css: str, at: int) -> bool:
    """Whether the condition around a rule is that of another medium than a screen."""
    begin = css.rfind("@", max(at - _LONGEST_CONDITION, 0), at)
    return begin >= 0 and _IN_PRINT.match(css, begin) is not None
