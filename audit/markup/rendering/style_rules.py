"""What a page's own ``<style>`` hides: the plain selectors of it, and nothing that is in doubt.

A selector counts that names classes and ids of an element and of those around it, outside every
condition. What hides is overruled as in a browser: by the more precise one, or the later one; and,
since here words are rather shown than lost, by any that shows such an element on some screen, or
beside some other.
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
_COMPOUND = re.compile(rf"([a-z][a-z0-9]{{0,20}})?((?:[.#]{_NAME}){{0,6}})", re.IGNORECASE)
_AROUND = re.compile(r"\s{0,40}(>)\s{0,40}|\s{1,40}")
_MOST_AROUND = 4  # elements that a selector names around the one that it hides
# Rules of a sheet that hide an element by where it stands: one with more is that of a whole site,
# mostly of its menus.
_MOST_INSIDE = 100
_MOST_OPEN = 100  # elements that are looked at from within
_KEPT_TAGS = frozenset({"article", "body", "html", "main", "p"})  # are not hidden by their tag
_NEVER_AROUND = frozenset({"html", "body"})  # scripts change their classes
_IN_PRINT = re.compile(
    r"@(?:media\s{1,9}(?:only\s{1,9})?(?:print|speech)\b|page|font-face|keyframes)"
)
_ANY_SCREEN = re.compile(
    r"@(?:media\s{1,9}(?:only\s{1,9})?(?:screen|all)|layer[\w\s.-]{0,60}?)\s{0,9}\{", re.IGNORECASE
)
_MEDIA = re.compile(r"(?:^|,)\s{0,9}(?:all|screen)\s{0,9}(?:,|$)", re.IGNORECASE)


class _Rule(NamedTuple):
    """What one selector says: ids count before classes, these before a tag, the last of equals.

    ``around`` are the names of elements that it has to stand in, outermost first; ``is_child`` says
    that the last of these is the one right around it.
    """

    weight: tuple[bool, int, int, bool, int]
    hides: bool
    tag: str
    names: frozenset[str]
    around: tuple[frozenset[str], ...] = ()
    is_child: bool = False


class _Selector(NamedTuple):
    """A selector as it is read; ``is_whole`` says that it names no other element."""

    is_whole: bool
    tag: str
    names: frozenset[str]
    around: tuple[frozenset[str], ...] = ()
    is_child: bool = False


class StyleRules:
    """The rules of the sheets that a page has had so far; ``names`` is empty where none hides."""

    __slots__ = (
        *("_hidden", "_known", "_named", "_open", "_order", "_outer", "_patience", "_rules"),
        *("_tags", "_told_of", "has_outer"),
    )

    def __init__(self) -> None:
        self._rules: dict[str, list[_Rule]] = {}  # by one of their names, or by their tag
        self._known: dict[tuple[str, str], tuple[_Rule, ...]] = {}
        self._hidden: set[str] = set()  # names in rules that hide, without their marks
        self._tags: set[str] = set()  # that are hidden by where they stand
        self._outer: set[str] = set()  # names that stand around what is hidden
        self._told_of: set[str] = set()  # both, without their marks
        self._named: dict[str, frozenset[str]] = {}  # which of these attributes have
        self._open: list[str] = []  # the attributes of open elements, and below them of older ones
        self.has_outer = False  # whether it matters what stands around an element
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
        open_ones = {at: selectors for at, selectors, hides, is_open in told if hides and is_open}
        inside = sum(
            _PARTS.search(selectors.strip()) is not None for selectors in open_ones.values()
        )
        is_small = inside <= _MOST_INSIDE
        hiding = {
            at: list(_plain(selectors, inside=is_small)) for at, selectors in open_ones.items()
        }
        if not self._rules and not any(hiding.values()):
            return
        for each in chain.from_iterable(hiding.values()):
            self._hidden.update(name[1:] for name in each.names)
            self._outer.update(chain.from_iterable(each.around))
            if not each.names:
                self._tags.add(each.tag)
        self.has_outer = bool(self._outer)
        self._told_of = self._hidden | {name[1:] for name in self._outer}
        for at, selectors, hides, is_open in told:
            if hides and not is_open:
                continue
            if not hides and "#" not in selectors and self._is_of_others(selectors):
                continue
            if not is_open and _is_in_print(css, at):
                continue
            for each in hiding[at] if hides else _plain(selectors, hides=False):
                self._note(each, hides=hides, is_lasting=not (each.is_whole and is_open))
        self._known.clear()
        self._named.clear()

    def _note(self, told: _Selector, *, hides: bool, is_lasting: bool) -> None:
        self._order += 1
        named = [*told.names, *chain.from_iterable(told.around)]
        ids = sum(name[0] == "#" for name in named)
        weight = (is_lasting and not hides, ids, len(named) - ids, bool(told.tag), self._order)
        rule = _Rule(weight, hides, told.tag, told.names, told.around, told.is_child)
        self._rules.setdefault(min(told.names, default=told.tag), []).append(rule)

    def _is_of_others(self, selectors: str) -> bool:
        """Whether selectors have no name in them that a rule hides; most have none."""
        return (
            not self._tags
            and "\\" not in selectors
            and self._hidden.isdisjoint(name for _, name in _NAMED.findall(selectors))
        )

    def open(self, rest: str, depth: int) -> None:
        """Notes the attributes of the element that is open at a depth."""
        open_at = self._open
        if depth <= len(open_at):
            open_at[depth - 1] = rest
        else:
            open_at += [""] * (depth - 1 - len(open_at))
            open_at.append(rest)

    def concern(self, tag: str, rest: str) -> bool:
        """Whether the rules may hide an element, or some that stand in it."""
        names = self._names_of(rest)
        if not names and tag not in self._tags:
            return False
        if not self._outer.isdisjoint(names):
            return True
        return bool(self._of(tag, rest))

    def hide(self, tag: str, rest: str, around: Sequence[str] = ()) -> bool:
        """Whether the rules hide an element, by its classes and its id.

        ``rest`` are its attributes, unread, and ``around`` the names of the open elements.
        """
        known = self._of(tag, rest)
        if not known:
            return False
        there = (rule for rule in known if not rule.around or self._stands_in(rule, around))
        strongest = max(there, key=lambda rule: rule.weight, default=None)
        return strongest is not None and strongest.hides

    def _of(self, tag: str, rest: str) -> tuple[_Rule, ...]:
        """The rules of an element, each found once."""
        key = (tag, rest)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._matching(tag, rest)
        return known

    def _matching(self, tag: str, rest: str) -> tuple[_Rule, ...]:
        """The rules that an element has the tag and the names of; none where none of them hides."""
        names = self._names_of(rest)
        if not names and tag not in self._tags:  # soon told, of most
            return ()
        asked = [rule for name in (*names, tag) for rule in self._rules.get(name, ())]
        self._patience -= len(asked)
        if self._patience < 0:
            return ()
        matching = tuple(rule for rule in asked if rule.names <= names and rule.tag in {"", tag})
        return matching if any(rule.hides for rule in matching) else ()

    def _names_of(self, rest: str) -> frozenset[str]:
        """The classes and the id of an element, with their marks; none where no rule has any."""
        known = self._named.get(rest)
        if known is None:
            names: set[str] = set()
            if _may_be_named(rest) and not self._told_of.isdisjoint(_PARTED.split(rest)):
                attributes = attributes_of(rest)
                names.update(f".{name}" for name in attributes.get("class", "").split()[:50])
                if named := attributes.get("id", "").strip():
                    names.add(f"#{named}")
            known = self._named[rest] = frozenset(names)
        return known

    def _stands_in(self, rule: _Rule, around: Sequence[str]) -> bool:
        """Whether all that a rule names around an element is open around it, in this order."""
        wanted, is_next = len(rule.around) - 1, rule.is_child
        last = min(len(around), len(self._open)) - 1  # the element itself, if it is open
        for at in range(last - 1, max(last - 1 - _MOST_OPEN, -1), -1):
            self._patience -= 1
            names = self._names_of(self._open[at]) if around[at] not in _NEVER_AROUND else ()
            if rule.around[wanted].issubset(names):
                wanted, is_next = wanted - 1, False
                if wanted < 0:
                    return self._patience >= 0
            elif is_next or self._patience < 0:
                return False
        return False


def _may_be_named(rest: str) -> bool:
    """Whether attributes may have a class or an id: a quick look."""
    return "class" in rest or "id" in rest or "CLASS" in rest or "ID" in rest


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


def _plain(selectors: str, *, hides: bool = True, inside: bool = True) -> Iterator[_Selector]:
    """Each selector of classes and ids.

    Of those that hide, with what they name around an element, or with ``inside`` false those that
    name nothing; of those that show, the element alone: it is shown beside some other.
    """
    for selector in selectors.split(",")[:_MOST_SELECTORS]:
        plain = selector.strip()
        if found := _PLAIN.fullmatch(plain):
            yield _Selector(is_whole=True, tag=(found[1] or "").lower(), names=_marked(found[2]))
        elif hides:
            if inside:
                yield from _inside(plain)
        elif not _OF_A_STATE.search(plain):  # '.tip:hover .text'
            last = _PARTS.split(plain)[-1]
            if last != plain and (found := _COMPOUND.fullmatch(last)) and last:
                names = _marked(found[2])
                yield _Selector(is_whole=False, tag=(found[1] or "").lower(), names=names)


def _inside(selector: str) -> Iterator[_Selector]:
    """A selector of an element that stands in others: '.card .date', '.tools > ul'."""
    parts = _AROUND.split(selector)  # with the sign between two, or None
    if not 3 <= len(parts) <= 2 * _MOST_AROUND + 1:
        return
    found = [_COMPOUND.fullmatch(part) for part in parts[::2]]
    if not all(found) or not all(parts[::2]):
        return
    *outer, last = [((each[1] or "").lower(), _marked(each[2])) for each in found if each]
    tag, names = last
    if not all(each for _, each in outer) or (not names and tag in _KEPT_TAGS):
        return
    around = tuple(each for _, each in outer)
    yield _Selector(False, tag, names, around, is_child=parts[-2] is not None)


def _marked(written: str) -> frozenset[str]:
    """Names with their marks: '.a#b'."""
    plain = _NAMED.findall(written)
    if "\\" not in written:
        return frozenset(mark + name for mark, name in plain)
    return frozenset(mark + _ESCAPED.sub(r"\1", name) for mark, name in plain)


def _is_met(css: str, at: int) -> bool:
    """Whether the condition around a rule is none: any screen, or a layer of rules."""
    begin = css.rfind("@", max(at - _LONGEST_CONDITION, 0), at)
    return begin >= 0 and _ANY_SCREEN.match(css, begin) is not None


def _is_in_print(css: str, at: int) -> bool:
    """Whether the condition around a rule is that of another medium than a screen."""
    begin = css.rfind("@", max(at - _LONGEST_CONDITION, 0), at)
    return begin >= 0 and _IN_PRINT.match(css, begin) is not None
