"""Finds lists of notes and sources by their headings and their numbers."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from audit.languages.extraction.notes import note_words
from audit.model import NOT_PROSE, Block, BlockKind
from audit.read.notes.entries import Entry, NoteList
from audit.read.parsed import Parsed

_RAISED_FIGURES = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LONGEST_HEADING = 60  # characters
_LONGEST_NUMBER = 3  # figures
_LONGEST_ENTRY = 600  # characters of an entry without a number
_LABEL = re.compile(
    r"\s{0,3}(?:\.\.[ ])?(?:\[\^?([\w-]{1,30}|@[\w:.-]{1,40})\]:?|([⁰¹²³⁴-⁹]{1,3})|\((\d{1,3})\)|\^(\d{1,3})\^?|(\d{1,3})[.)](?=\s)|(\d{1,3})(?=\s))"
    r"[ \t\u00a0]{0,3}"
)
_MARKER = re.compile(r"(?:^|[\r\n])[ \t>]*(\d{1,3})[.)][ \t\u00a0]+$")
_INSIDE = re.compile(r"(?<=\s)\[\^?(\d{1,3})\]:?\s")
_RAISED_INSIDE = re.compile(r"(?<=\s)([⁰¹²³⁴-⁹]{1,3})[ \t\u00a0]?(?=\S)")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_ORNAMENT = " \t\u00a0:*_#—–-|"


@cache
def _headings() -> tuple[frozenset[str], frozenset[str]]:
    words = note_words()
    return frozenset(words.headings), frozenset(words.remarks)


def find_lists(parsed: Parsed, taken: Collection[int], group: int) -> Iterator[NoteList]:
    """The lists of an article but for the blocks with the numbers ``taken``.

    Their groups count from ``group``. A list stands under a heading that says so, up to the next
    heading; or at the very end without one, where its entries begin '[1]', '[2]' …
    """
    found_at: set[int] = set(taken)
    for number, block in enumerate(parsed.blocks):
        heading = _heading(parsed, block)
        if heading is None or number in found_at:
            continue
        is_sure, begins = heading
        found = _below(parsed, number, begins, group, found_at, is_sure=is_sure)
        if found is not None:
            yield found
            found_at |= found.blocks
            group += 1
    found = _at_the_end(parsed, found_at, group)
    if found is not None:
        yield found


def _heading(parsed: Parsed, block: Block) -> tuple[bool, int] | None:
    """Whether a block is the heading of a list of sources (or of remarks), and where it ends.

    None for others.
    """
    if block.kind in NOT_PROSE or block.kind is BlockKind.EMBED:
        return None
    text = parsed.text[block.start : min(block.end, block.start + _LONGEST_HEADING)]
    inside = _INSIDE.search(text)
    whole = inside is None and block.end - block.start <= _LONGEST_HEADING
    if not whole and inside is None:
        return None
    words = text if inside is None else text[: inside.start()]
    name = words.strip(_ORNAMENT + "\n").lower()
    sources, remarks = _headings()
    if name not in sources and name not in remarks:
        return None
    if inside is None and block.kind not in {BlockKind.HEADING, BlockKind.PARAGRAPH}:
        return None
    return name in sources, block.start + len(words)


def _below(
    parsed: Parsed,
    number: int,
    begins: int,
    group: int,
    taken: Collection[int],
    *,
    is_sure: bool,
) -> NoteList | None:
    """The list below the heading that is block ``number``."""
    blocks: list[int] = []
    heading = parsed.blocks[number]
    if begins < heading.end and parsed.text[begins : heading.end].strip():
        blocks.append(number)
    for index in range(number + 1, len(parsed.blocks)):
        block = parsed.blocks[index]
        if block.kind is BlockKind.HEADING or index in taken:
            break
        if _heading(parsed, block) is not None:
            break
        blocks.append(index)
    found = numbered(parsed, blocks, begins, group)
    if found is not None:
        entries, filled, written = found
        return NoteList(entries, filled, is_sure=is_sure or written)
    return _unnumbered(parsed, blocks, group) if is_sure else None


def numbered(
    parsed: Parsed, blocks: list[int], begins: int, group: int
) -> tuple[tuple[Entry, ...], frozenset[int], bool] | None:
    """The entries of a numbered list that begins with its first block, and their blocks.

    Last whether their numbers are written as marks are: '[1]'.
    """
    entries: list[Entry] = []
    filled: list[int] = []
    written = True
    for index in blocks:
        block = parsed.blocks[index]
        start = max(block.start, begins)
        label, words = label_of(parsed, index, start, block.end)
        if label is None or not _goes_on(label, entries):
            if entries and _is_part(parsed, index, filled, words):
                last = entries.pop()
                entries.append(Entry(last.label, group, last.start, block.end))
                filled.append(index)
                continue
            break
        sign = parsed.text[start : start + 3].lstrip()[:1]
        written = written and sign == "["
        filled.append(index)
        inner = [(label, start, words)]
        if written or sign in _RAISED_FIGURES:
            pattern = _INSIDE if written else _RAISED_INSIDE
            inner += _inner(pattern.finditer(parsed.text, words, block.end), label)
        ends = [begins_at for _, begins_at, _ in inner[1:]] + [block.end]
        for (name, _, at), end in zip(inner, ends, strict=True):
            entries.append(Entry(name, group, at, max(at, end)))
    if not entries:
        return None
    return tuple(entries), frozenset(filled), written


def _inner(marks: Iterable[re.Match[str]], label: str) -> Iterator[tuple[str, int, int]]:
    """The labels of further entries in a block, each the next number; where it and they begin."""
    wanted = int(label) + 1 if label.isdecimal() else -1
    for match in marks:
        number = match[1].translate(SUPERSCRIPT)
        if int(number) == wanted:
            yield number, match.start(), match.end()
            wanted += 1


def _goes_on(label: str, entries: list[Entry]) -> bool:
    """Whether a label may follow those of a list: numbers ascend."""
    if not entries or not label.isdecimal():
        return True
    last = entries[-1].label
    return not last.isdecimal() or int(label) > int(last)


def _is_part(parsed: Parsed, index: int, filled: list[int], words: int) -> bool:
    """Whether a block without a number belongs to the entry before: its address, alone."""
    block = parsed.blocks[index]
    return (
        index == filled[-1] + 1
        and parsed.text.startswith(("http://", "https://"), words)
        and (" " not in parsed.text[words : block.end].strip())
    )


def is_raised(parsed: Parsed, start: int) -> bool:
    """Whether words begin with a raised number: '¹ Gazette', '^1^ Gazette'."""
    sign = parsed.text[start : start + 1]
    return sign in _RAISED_FIGURES | {"^"} or _raised_label(parsed, start) is not None


def _raised_label(parsed: Parsed, start: int) -> tuple[str, int] | None:
    """The number with which words begin that the markup sets higher, and where it ends."""
    at = bisect_left(parsed.raised, (start, 0))
    for begins, ends in parsed.raised[at : at + 1]:
        number = parsed.text[begins:ends].strip("[]()")
        if begins == start and number.isdecimal() and len(number) <= _LONGEST_NUMBER:
            return number, ends
    return None


def label_of(parsed: Parsed, index: int, start: int, end: int) -> tuple[str | None, int]:
    """What a block is numbered, None where it is not, and where its words begin."""
    raised = _raised_label(parsed, start)
    if raised is not None:
        return raised
    ordinal = parsed.ordinals.get(index)
    match = _LABEL.match(parsed.text, start, end)
    if match is not None and (ordinal is None or match[1]):
        label = next(group for group in match.groups() if group)
        return label.translate(SUPERSCRIPT), match.end()
    if ordinal is not None:
        return str(ordinal), start
    marker = _MARKER.search(parsed.text[max(start - 12, 0) : start])
    if marker is not None and parsed.blocks[index].kind is BlockKind.LIST_ITEM:
        return marker[1], start
    return None, start


def _unnumbered(parsed: Parsed, blocks: list[int], group: int) -> NoteList | None:
    """The entries of a list without numbers: each is short, and has a year or an address."""
    entries: list[Entry] = []
    filled = set()
    links = sorted((link.start, link.end) for link in parsed.links)
    for index in blocks:
        block = parsed.blocks[index]
        own = links[bisect_left(links, (block.start, 0)) : bisect_left(links, (block.end, 0))]
        words = parsed.text[block.start : block.end]
        if len(words) > _LONGEST_ENTRY or not (own or _YEAR.search(words)):
            break
        filled.add(index)
        entries += (Entry("", group, *part) for part in _joined(parsed.text, block, own))
    return NoteList(tuple(entries), frozenset(filled), is_sure=True) if filled else None


def _joined(text: str, block: Block, links: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The entries of a block: several where lines were joined, each ending in its address.

    None where a year stands behind an address and it cannot be told what each entry is.
    """
    if not links or _YEAR.search(text, links[0][1], links[-1][0]) is None:
        yield block.start, block.end
        return
    ends = [end for _, end in links]
    parts = list(pairwise([block.start, *ends]))
    if text[ends[-1] : block.end].strip(_ORNAMENT + ".,;)]\n"):
        return
    if all(
        _YEAR.search(text, *part) is not None and text[slice(*part)].lstrip(" .)]")[:1].isupper()
        for part in parts
    ):
        for start, end in parts:
            yield start + len(text[start:end]) - len(text[start:end].lstrip(" .)]")), end


def _at_the_end(parsed: Parsed, taken: Collection[int], group: int) -> NoteList | None:
    """The list without a heading with which an article ends."""
    first = len(parsed.blocks)
    while first and first - 1 not in taken:
        block = parsed.blocks[first - 1]
        match = _LABEL.match(parsed.text, block.start, block.end)
        if match is None or not match[1] or block.kind in NOT_PROSE:
            break
        first -= 1
    blocks = list(range(first, len(parsed.blocks)))
    if first == 0 or not blocks:
        return None
    label, _ = label_of(parsed, first, parsed.blocks[first].start, parsed.blocks[first].end)
    found = (
        numbered(parsed, blocks, 0, group)
        if label == "1" or not (label or "").isdecimal()
        else None
    )
    if found is None or len(found[1]) < len(blocks):
        return None
    return NoteList(found[0], found[1], is_sure=True)
