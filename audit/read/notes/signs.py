"""Notes by signs, at the end of an article: 'It fell by 11 percent.*', '* Harbour office, 2024'."""

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from audit.model import NOT_PROSE, Block, BlockKind
from audit.read.notes.entries import Entry, NoteList
from audit.read.parsed import Parsed

_SIGN = r"\*{1,3}|†{1,2}|‡{1,2}|§{1,2}|¶"
_ENTRY = re.compile(rf"(?:^|(?<=[\r\n]))[ \t]{{0,3}}({_SIGN})(?![*†‡§¶])[ \t\u00a0]{{0,3}}(?=\S)")
_FURTHER = re.compile(rf"(?<=\s)({_SIGN})[ \t\u00a0]{{1,3}}(?=[^\W_])")  # behind joined lines
_BULLET = re.compile(r"(?:^|[\r\n])[ \t]{0,3}(\*)[ \t]{1,3}$")
_MARK = re.compile(rf"(?<=[\w.,;:!?…”’»\"')\]])({_SIGN})(?=[\s.,;:!?…”’»\"')\]]|$)")
_OPENED = re.compile(r"(?<!\S)\*{1,3}(?=\w)")  # '*so*': stressed in plain text
_BEFORE = 12  # characters before an item in which its bullet stands
_MOST = 12  # blocks of such a list


def signed_list(parsed: Parsed, taken: Collection[int], group: int) -> NoteList | None:
    """The list of notes with which an article ends that begin with signs, each with another.

    It is one only where the text before has a mark for every sign.
    """
    entries: list[Entry] = []
    first = len(parsed.blocks)
    while first and len(parsed.blocks) - first < _MOST and first - 1 not in taken:
        block = parsed.blocks[first - 1]
        found = None if block.kind in NOT_PROSE else list(_entries(parsed.text, block, group))
        if not found:
            break
        entries = found + entries
        first -= 1
    labels = {entry.label for entry in entries}
    if not entries or len(labels) < len(entries) or first == 0:
        return None
    cited = {
        label
        for block in parsed.blocks[:first]
        if block.kind not in NOT_PROSE
        for _, _, label in signs_in(parsed.text, block, labels)
    }
    cited |= {ref.label for ref in parsed.refs}
    if not labels <= cited:
        return None
    return NoteList(tuple(entries), frozenset(range(first, len(parsed.blocks))), is_sure=False)


def signs_in(text: str, block: Block, labels: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """The signs with these labels that stand behind words: where each begins and ends, and it."""
    stressed = "*" in "".join(labels) and _OPENED.search(text, block.start, block.end) is not None
    for match in _MARK.finditer(text, block.start, block.end):
        if match[1] in labels and not (stressed and match[1][0] == "*"):
            yield match.start(), match.end(), match[1]


def _entries(text: str, block: Block, group: int) -> Iterator[Entry]:
    """The notes of a block that begins with a sign, one a line."""
    words = text[block.start : block.end]
    begun = [(match.start(), match.end(), match[1]) for match in _ENTRY.finditer(words)]
    bullet = _BULLET.search(text[max(block.start - _BEFORE, 0) : block.start])
    if block.kind is BlockKind.LIST_ITEM and bullet is not None:
        begun.insert(0, (0, 0, bullet[1]))
    if not begun or begun[0][0] != 0:
        return
    if len(begun) == 1:  # the lines of a paragraph may be joined
        known = {begun[0][2]}
        for match in _FURTHER.finditer(words, begun[0][1]):
            if match[1] not in known:
                known.add(match[1])
                begun.append((match.start(), match.end(), match[1]))
    for (_, start, label), (end, _, _) in pairwise([*begun, (len(words), 0, "")]):
        yield Entry(label, group, block.start + start, block.start + end)
