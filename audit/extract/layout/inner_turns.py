"""Reads the lines of an interview or transcript, and turns that follow each other in one line.

'Q. Did he leave? A. He never moved. Q. And you?' are three: letters that ask and answer in turn.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from audit.languages.extraction.layout import Layout
from audit.model import Block

_LINE = re.compile(r"[^\n]+")
_FIRST = re.compile(r"([^\W\d_]{1,10})[.:](?=\s)")
_INNER = re.compile(r"(?<=[.?!…”\"’)])\s+(?=([^\W\d_]{1,10})[.:]\s)")
_LAST_WORD = re.compile(r"(?<!\w)(\w{1,20})\.\Z")
_SHORTEST = 4  # letters of a word behind which a point ends a sentence: 'Dr. A. Lee'
_NEAR = 20  # characters


def lines_of(text: str, block: Block, layout: Layout) -> Iterator[re.Match[str]]:
    """The lines of a block, those with several turns turn by turn."""
    for line in _LINE.finditer(text, block.start, block.end):
        starts = [line.start(), *_inner(text, line, layout)]
        for start, end in pairwise([*starts, line.end()]):
            part = _LINE.match(text, start, end)
            if part is not None:
                yield part


def _inner(text: str, line: re.Match[str], layout: Layout) -> Iterator[int]:
    """Where further turns of a line begin that begins with one."""
    first = _FIRST.match(text, line.start(), line.end())
    if first is None:
        return
    asks = first[1].lower() in layout.asks
    if not asks and first[1].lower() not in layout.answers:
        return
    for inner in _INNER.finditer(text, first.end(), line.end()):
        wanted = layout.answers if asks else layout.asks
        if not inner[1][0].isupper() or inner[1].lower() not in wanted:
            continue
        before = _LAST_WORD.search(text[max(inner.start() - _NEAR, 0) : inner.start()])
        if before is not None and before[1][0].isupper() and len(before[1]) < _SHORTEST:
            continue
        asks = not asks
        yield inner.end()
