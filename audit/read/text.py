"""Plain text: which lines are paragraphs, headings, list items and quotations.

The text stays as it is in the file; blocks are spans of it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from audit.model import Block, BlockKind, Format
from audit.read.decoding import decode_text
from audit.read.links.bare_links import bare_links
from audit.read.parsed import Parsed
from audit.read.reader import Given, Reader

_LINE = re.compile(r"[^\r\n]+")
_LIST_MARKER = re.compile(r"(?:[-*•‣◦]|\d{1,3}[.)])[ \t\u00a0]+(?=\S)")
_QUOTE_MARKER = re.compile(r">[ \t]?")
_NOTE = re.compile(r"\[\^?[\w-]{1,30}\]:?[ \t]|[⁰¹²³⁴-⁹]{1,3}[ \t]?\w")
_SIGNATURE = re.compile(r"(?:—|–|―|--)[ \t\u00a0]*\S")

_WIDEST_WRAP = 100  # characters; nobody wraps by hand wider, and few paragraphs are that short
_FULL = 0.6  # a wrapped line is at least this share of the widest
_LONGEST_HEADING = 100  # characters
_CLEARLY_SHORTER = 0.5  # of the median paragraph
_CLOSERS = "\"'”’»)]*_"
_OPENERS = "\"'“‘„«"
_ENDS_SENTENCE = ".!?…。！？。؟।"
_NO_HEADING_ENDS_SO = ".,;:…。、，；："
_MINOR_WORD = 3  # letters; shorter words are lower-case in a heading ('a', 'of', 'the')


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with words: where they start and end, and what its markers make of it."""

    start: int
    end: int
    words: str
    marker: BlockKind | None  # LIST_ITEM or QUOTE
    signs: bool  # '— Name': never part of what stands before it
    parted: bool  # a blank line stands before it
    noted: bool  # '[1] …', an entry of a list of notes


def read_text(text: str) -> Parsed:
    """The blocks and bare links of a plain text; the text itself is unchanged.

    A file is hard-wrapped when no line is longer than 100 characters and at least half of the line
    ends that no blank line follows fall inside a sentence. Its paragraphs are then what blank lines
    part; in every other file each line is a paragraph. A heading is a short line that ends like
    none of the sentences around it (see ``_is_heading``). Lines beginning ``>`` are quotations.
    """
    lines = _lines(text)
    paragraphs = _unwrapped(lines) if _is_hard_wrapped(lines) else [[line] for line in lines]
    return Parsed(text, _blocks(paragraphs), tuple(bare_links(text)))


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    previous_end = 0
    for match in _LINE.finditer(text):
        start, end = _trimmed(text, match.start(), match.end())
        if start == end:
            continue
        marker = None
        if found := _QUOTE_MARKER.match(text, start, end):
            marker, start = BlockKind.QUOTE, _trimmed(text, found.end(), end)[0]
        elif found := _LIST_MARKER.match(text, start, end):
            marker, start = BlockKind.LIST_ITEM, found.end()
        if start == end:  # a lone '>' parts paragraphs as a blank line does
            continue
        words = text[start:end]
        parted = _line_breaks(text[previous_end:start]) > 1
        lines.append(
            _Line(
                start,
                end,
                words,
                marker,
                bool(_SIGNATURE.match(words)),
                parted,
                bool(_NOTE.match(words)),
            )
        )
        previous_end = end
    return lines


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end].strip("\ufeff \t\u00a0\u3000\v\f\x1c\x1d\x1e\x85\u2028\u2029")
    if not words.strip():
        return start, start
    at = text.index(words, start, end)
    return at, at + len(words)


def _line_breaks(gap: str) -> int:
    return gap.count("\n") + gap.count("\r") - gap.count("\r\n")


def _is_hard_wrapped(lines: Sequence[_Line]) -> bool:
    widest = max((len(line.words) for line in lines), default=0)
    if widest > _WIDEST_WRAP:
        return False
    pairs = [
        (line, following)
        for line, following in pairwise(lines)
        if not following.parted and following.marker is not BlockKind.LIST_ITEM
    ]
    inside = sum(
        _runs_on(line, following, widest) and not _ends_sentence(line) for line, following in pairs
    )
    return bool(pairs) and 2 * inside >= len(pairs)


def _unwrapped(lines: Sequence[_Line]) -> list[list[_Line]]:
    widest = max(len(line.words) for line in lines)
    paragraphs: list[list[_Line]] = []
    for line in lines:
        if paragraphs and _continues(paragraphs[-1], line, widest):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _continues(paragraph: Sequence[_Line], line: _Line, widest: int) -> bool:
    if line.parted or line.signs or line.noted or line.marker is BlockKind.LIST_ITEM:
        return False
    quoted = paragraph[0].marker is BlockKind.QUOTE
    return quoted == (line.marker is BlockKind.QUOTE) and _runs_on(paragraph[-1], line, widest)


def _runs_on(line: _Line, following: _Line, widest: int) -> bool:
    """Whether a wrapped line goes on in the next: it is full, or the next begins in lower case.

    Behind an address at its end the next begins anew, as in a list of sources.
    """
    if not following.words[0].islower() and "://" in line.words.rsplit(maxsplit=1)[-1]:
        return False
    return following.words[0].islower() or len(line.words) >= _FULL * widest


def _ends_sentence(line: _Line) -> bool:
    return line.words.rstrip(_CLOSERS).endswith(tuple(_ENDS_SENTENCE))


def _blocks(paragraphs: Sequence[Sequence[_Line]]) -> tuple[Block, ...]:
    prose = sorted(_length(paragraph) for paragraph in paragraphs if _ends_sentence(paragraph[-1]))
    middle = len(prose) // 2
    usual = (prose[middle] + prose[~middle]) / 2 if prose else 0.0  # statistics loads slowly
    blocks: list[Block] = []
    group = -1
    quoting = False
    for index, paragraph in enumerate(paragraphs):
        first = paragraph[0]
        kind = first.marker or BlockKind.PARAGRAPH
        if kind is BlockKind.PARAGRAPH and index + 1 < len(paragraphs):
            after = paragraphs[index + 1][0]
            if _may_follow_heading(after) and _is_heading(paragraph, usual):
                kind = BlockKind.HEADING
        if kind is BlockKind.QUOTE and not quoting:
            group += 1
        quoting = kind is BlockKind.QUOTE
        number = group if quoting else None
        blocks.append(Block(first.start, paragraph[-1].end, kind, number))
    return tuple(blocks)


def _may_follow_heading(line: _Line) -> bool:
    return line.marker is not BlockKind.QUOTE and not line.words[0].islower()


def _is_heading(paragraph: Sequence[_Line], usual: float) -> bool:
    """Whether a paragraph that others follow is their heading.

    It is one line, begins with a word, holds no address, and ends in no mark that a sentence or its
    part ends in; ``?`` and ``!`` only with capitals. It is in title case, or clearly shorter than
    the ``usual`` paragraph of the file.
    """
    line = paragraph[0]
    words = line.words
    if len(paragraph) > 1 or len(words) > _LONGEST_HEADING or "://" in words:
        return False
    if not words.lstrip(_OPENERS)[:1].isalnum() or words.isdigit():
        return False
    bare = words.rstrip(_CLOSERS)
    if not bare or bare.endswith(tuple(_NO_HEADING_ENDS_SO)):
        return False
    if _ends_sentence(line) and words[0] in _OPENERS:  # somebody exclaims or asks
        return False
    if _is_title_case(words):
        return True
    return not _ends_sentence(line) and len(words) <= _CLEARLY_SHORTER * usual


def _is_title_case(words: str) -> bool:
    major = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) > _MINOR_WORD]
    return bool(major) and all(word[0].isupper() for word in major)


def _length(paragraph: Sequence[_Line]) -> int:
    return paragraph[-1].end - paragraph[0].start


def _read(data: bytes, given: Given) -> Parsed:
    decoded = decode_text(data, given.called)
    parsed = read_text(decoded)
    return replace(parsed, decoded=decoded, title=_title(parsed))


def _title(parsed: Parsed) -> str | None:
    """The heading that a text opens with; it stays a block."""
    for first in parsed.blocks[:1]:
        if first.kind is BlockKind.HEADING:
            return " ".join(parsed.text[first.start : first.end].split())
    return None


READER = Reader(Format.TEXT, (".txt",), ("text/plain",), _read)
