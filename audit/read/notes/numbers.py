"""Finds marks that cite notes in the text: '[1]', '[3–5]', '(2)', '¹', '[iv]', '[@lee2024]'."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from audit.languages.extraction.notes import note_words
from audit.model import NOT_PROSE, Block, BlockKind, Link
from audit.read.notes.lists import SUPERSCRIPT
from audit.read.notes.signs import signs_in
from audit.read.parsed import Parsed

_MOST_OF_A_RANGE = 50
_SIGN = r"[a-z]|[ivx]{2,6}|\*{1,3}|[†‡]"
_KEY = re.compile(r"@([\w:.-]{1,40})")
_PIECE = re.compile(r"\^?(\d{1,3})(?:\s{0,2}[–—-]\s{0,2}\^?(\d{1,3}))?")
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]{1,3}(?:[,˒][⁰¹²³⁴-⁹]{1,3}){0,9}")
_IN_CARETS = re.compile(r"\^(\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,9})\^")
_IN_PARENTHESES = re.compile(r"\((\d{1,3}(?:\s{0,2}[,;–-]\s{0,2}\d{1,3}){0,9})\)")
_LINKED = re.compile(rf"\[?\^?(\d{{1,3}}|{_SIGN})\]?|\(\d{{1,3}}\)|\^\d{{1,3}}\^|[⁰¹²³⁴-⁹]{{1,3}}")
_OPENING, _CLOSING = "“„«‹「", "”“»›」"
_RAISED_FIGURES = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_ENDS = ".!?…”’»\"'"
_BEFORE_A_MARK = _ENDS + ",;:)"
_NEAR = 30  # characters before a mark that are looked at
_LONGEST_UNIT = 2  # letters: 'm²', 'km³'


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in the text: the stretch that it takes up, and the labels that it cites.

    ``url`` is where it leads itself, None where a list says that.
    """

    start: int
    end: int
    labels: tuple[str, ...]
    url: str | None = None


@cache
def _bracket() -> re.Pattern[str]:
    locators = "|".join(re.escape(word) for word in note_words().locators)
    return re.compile(
        r"\[\s{0,2}(?:(\^?\d{1,3}(?:\s{0,2}[,;–—-]\s{0,2}\^?\d{1,3}){0,30})"
        rf"(?:(?::|[,;]\s{{0,2}}(?:{locators}))[^\[\]\n]{{1,40}})?"
        rf"|\^([\w-]{{1,40}})|({_SIGN})|(?:[^\[\]\n@]{{1,30}}\s)?-?(@\w[^\[\]\n]{{0,200}}))\s{{0,2}}\](?:_(?!\w))?",
        re.IGNORECASE,
    )


def find_marks(
    parsed: Parsed, labels: Collection[str], without: Collection[int], of_lists: Collection[str]
) -> Iterator[Mark]:
    """The marks in the prose of an article, in order.

    Args:
        parsed: The article.
        labels: Those of all entries.
        without: The numbers of the blocks that hold notes.
        of_lists: The labels of the entries of numbered lists: what '(1)' and '¹' may cite.
    """
    ends_of_links = [link.end for link in parsed.links]
    raised = iter(sorted(parsed.raised))
    up = next(raised, None)
    for number, block in enumerate(parsed.blocks):
        here: list[tuple[int, int]] = []
        while up is not None and up[0] < block.end:
            if up[0] >= block.start:
                here.append(up)
            up = next(raised, None)
        if number in without or block.kind in NOT_PROSE or block.kind is BlockKind.EMBED:
            continue
        first = bisect_left(ends_of_links, block.start + 1)
        last = bisect_left(ends_of_links, block.end + 1)
        links = parsed.links[first:last]
        found = [
            *_in_brackets(parsed.text, block, labels, links),
            *_by_lists(parsed.text, block, of_lists),
            *_raised(parsed.text, here, of_lists),
            *(
                Mark(start, end, (label,))
                for start, end, label in signs_in(parsed.text, block, of_lists)
            ),
            *_links(parsed.text, block, links, {start for start, _ in here}),
        ]
        yield from _apart(found)


def _apart(found: Sequence[Mark]) -> Iterator[Mark]:
    """The marks in order; of two at the same place the first that was found."""
    end = -1
    for mark in sorted(found, key=lambda mark: (mark.start, -mark.end)):
        if mark.start >= end:
            yield mark
            end = mark.end


def _in_brackets(
    text: str, block: Block, labels: Collection[str], links: Sequence[Link]
) -> Iterator[Mark]:
    quoted = _Quoted(text, block)
    at = 0
    for match in _bracket().finditer(text, block.start, block.end):
        while at < len(links) and links[at].end <= match.start():
            at += 1
        url = links[at].url if at < len(links) and links[at].start < match.end() else None
        cited = expanded(match[1]) if match[1] else (match[2] or match[3],)
        if match[4]:
            cited = _keys(match[4], labels)
            if not cited and url is None:
                continue
        if match[3] and match[3] not in labels and url is None:  # '[a]' may be a word put in
            continue
        if match[3] and text[match.end() : match.end() + 1].isalpha():
            continue  # '[i]t was', whose first letter was changed
        apart = (
            text[match.start() - 1 : match.start()].isspace()
            if match.start() > block.start
            else True
        )
        goes_on = text[match.end() : match.end() + 2]
        word_follows = goes_on[:1].isalnum() or (goes_on[:1].isspace() and goes_on[1:].isalnum())
        if url is None and apart and word_follows and not match[2] and quoted.at(match.start()):
            continue  # '“about [40] people died”': the reporter's own word
        yield Mark(match.start(), match.end(), cited, url)


def _keys(text: str, labels: Collection[str]) -> tuple[str, ...]:
    """The keys of Pandoc's '[@lee2024, p. 3; @moe-gulls]', none where it may be a person's handle.

    A key has a year, or a list has it.
    """
    found = tuple(key.rstrip(".:") for key in _KEY.findall(text))
    sure = all(f"@{key}" in labels or re.search(r"[^\W\d]\D{0,30}\d", key) for key in found)
    return tuple(f"@{key}" for key in found) if sure else ()


class _Quoted:
    """Whether an offset of a block stands between quotation marks; asked in ascending order."""

    def __init__(self, text: str, block: Block) -> None:
        self._text, self._at, self._open = text, block.start, ""

    def at(self, offset: int) -> bool:
        for sign in self._text[self._at : offset]:
            if self._open:
                if sign in ('"' if self._open == '"' else _CLOSING):
                    self._open = ""
            elif sign in _OPENING or sign == '"':
                self._open = sign
        self._at = offset
        return bool(self._open)


def expanded(numbers: str) -> tuple[str, ...]:
    """The numbers of a mark one by one: '3–5, 8' are four."""
    found: dict[str, None] = {}
    for match in _PIECE.finditer(numbers):
        first = int(match[1])
        last = int(match[2]) if match[2] else first
        if not first <= last <= first + _MOST_OF_A_RANGE:
            last = first
        found.update(dict.fromkeys(map(str, range(first, last + 1))))
    return tuple(found)


def _by_lists(text: str, block: Block, of_lists: Collection[str]) -> Iterator[Mark]:
    """'(2)' behind a sentence or a quotation and '¹' behind a word, where a list has the number."""
    if not of_lists:
        return
    for match in _IN_PARENTHESES.finditer(text, block.start, block.end):
        cited = expanded(match[1])
        before = text[block.start : match.start()].rstrip()[-1:]
        follows = text[match.end() : min(match.end() + 1, block.end)]
        ends = not follows or follows in ".,;:!?…”’»)"
        if before and (ends or before in _ENDS) and all(number in of_lists for number in cited):
            yield Mark(match.start(), match.end(), cited)
    for match in _RAISED.finditer(text, block.start, block.end):
        cited = tuple(match.group().translate(SUPERSCRIPT).replace("˒", ",").split(","))
        if _may_be_raised(text, match.start(), cited, of_lists):
            yield Mark(match.start(), match.end(), cited)
    for match in _IN_CARETS.finditer(text, block.start, block.end):
        cited = expanded(match[1])
        if match.start() > block.start and _may_be_raised(text, match.start(), cited, of_lists):
            yield Mark(match.start(), match.end(), cited)


def _raised(
    text: str, stretches: Sequence[tuple[int, int]], of_lists: Collection[str]
) -> Iterator[Mark]:
    for start, end in stretches:
        words = text[start:end].strip("[]() \u00a0")
        cited = expanded(words)
        if (
            re.fullmatch(r"[\d,;–\s-]+", words)
            and cited
            and _may_be_raised(text, start, cited, of_lists)
        ):
            yield Mark(start, end, cited)


def _may_be_raised(text: str, start: int, cited: Sequence[str], of_lists: Collection[str]) -> bool:
    """Whether raised figures cite notes: a list has them, no figure or unit is before them."""
    before = _last_word(text[max(start - _NEAR, 0) : start])
    if before[-1:].isdigit() or 0 < len(before) <= _LONGEST_UNIT:
        return False
    return all(number in of_lists for number in cited)


def _last_word(text: str) -> str:
    """The letters and figures in which a text ends, no more than are looked at."""
    near = text[-_NEAR:]
    at = len(near)
    while at and near[at - 1].isalnum():
        at -= 1
    return near[at:]


def _links(
    text: str, block: Block, links: Sequence[Link], raised: Collection[int]
) -> Iterator[Mark]:
    """Links whose words are a mark: '[1](https://…)' right behind a word or a sentence.

    ``raised`` is where stretches begin that are set higher.
    """
    for link in links:
        if link.end - link.start > len("[^123]"):
            continue
        match = _LINKED.fullmatch(text[link.start : link.end])
        if match is None:
            continue
        before = text[block.start : link.start]
        unit = 0 < len(_last_word(before)) <= _LONGEST_UNIT
        is_raised = link.start in raised or text[link.start] in _RAISED_FIGURES
        bracketed = text[link.start] in "[(^" or (is_raised and not unit)
        behind = text[link.end : block.end].strip()
        closes = before[-1:] in _BEFORE_A_MARK and not before[-2:-1].isdigit()
        attached = bool(before) and (closes or len(_last_word(before)) > _LONGEST_UNIT)
        apart = before.rstrip()[-1:] in _ENDS and not behind
        goes_on = text[link.end : link.end + 1].isalnum()
        if bracketed or (before and apart) or (attached and not goes_on):
            label = text[link.start : link.end].strip("[]()^").translate(SUPERSCRIPT)
            yield Mark(link.start, link.end, (label,), link.url)
