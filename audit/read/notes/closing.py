"""Finds the numbered notes with which an article ends, without a heading.

An article may end with other numbered lists: one is of notes where the text before it has a mark
for every number, or for one where its own numbers are written as marks are.
"""

from collections.abc import Collection

from audit.model import NOT_PROSE
from audit.read.notes.entries import NoteList
from audit.read.notes.lists import is_raised, label_of, numbered
from audit.read.notes.numbers import find_marks
from audit.read.parsed import Parsed

_MOST = 400  # blocks of such a list
_BEHIND = 3  # blocks behind it: 'Reporting by Ann Lee'


def closing_list(parsed: Parsed, taken: Collection[int], group: int) -> NoteList | None:
    """The numbered notes at the end of an article but for the blocks ``taken``."""
    blocks = _blocks(parsed, taken)
    found = numbered(parsed, blocks, 0, group) if blocks else None
    if found is None or len(found[1]) < len(blocks):
        return None
    labels = {entry.label for entry in found[0]}
    marks = find_marks(parsed, labels, found[1].union(taken), labels)
    cited = {label for mark in marks if mark.url is None for label in mark.labels}
    cited.update(ref.label for ref in parsed.refs)
    start = parsed.blocks[blocks[0]].start
    as_marks = is_raised(parsed, start) or parsed.text[start] == "("
    least = 1 if as_marks else len(labels)
    if len(labels & cited) < least:
        return None
    return NoteList(found[0], found[1], is_sure=False)


def _blocks(parsed: Parsed, taken: Collection[int]) -> list[int]:
    """The numbers of the blocks from the one that is numbered 1 to the last with a number."""
    blocks: list[int] = []
    last = len(parsed.blocks) - 1
    for number in range(last, max(last - _MOST, 0), -1):
        block = parsed.blocks[number]
        if number in taken or block.kind in NOT_PROSE:
            break
        label, _ = label_of(parsed, number, block.start, block.end)
        if label is not None:
            blocks.append(number)
        elif blocks or last - number >= _BEHIND:
            break
        if label == "1":
            return blocks[::-1]
    return []
