"""What stands at the edges of a PDF's pages: a sentence reads on over it.

Notes at the foot, and heads and feet that only one page has: where a page ends in the middle of a
sentence, it goes on with the first line of the next one that begins with a small letter.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from audit.match.passed_over.transcripts import Noise
from audit.model import Fold, Page

_MOST_CHARS = 1_500  # of the notes of one page
_MOST_LINES = 4  # of a head or a foot
_LONGEST_EDGE = 500  # characters of it
_NOTE = re.compile(r"\n(?=[ \t]{0,9}(?:\[?\d{1,3}[\].)]?|[*†‡§])[ \t]{1,9}[A-ZÀ-ÖØ-ÞА-Я“\"(])")
_MARK = re.compile(r"(?<=[^\W\d_A-Z]{4})\d{1,2}(?=[\s.,;:)”])")  # raised in print
_ENDED = re.compile(r"[.!?:;”\"’)\]][\s\d]*$")


def sheet_edges(page: Page, first: int, last: int) -> Iterator[Noise]:
    """What may be no text where pages end between two offsets of a text, and the marks of notes."""
    sheets = page.sheets[bisect_right(page.sheets, first) : bisect_left(page.sheets, last)]
    if page.sheets:
        for mark in _MARK.finditer(page.text, first, last):
            yield Noise(*mark.span(), Fold.NOTE_MARKS)
    for sheet in sheets:
        low = max(first, sheet - _MOST_CHARS)
        found = next(_NOTE.finditer(page.text, low, sheet), None)
        head = _head(page.text, sheet)
        goes_on = page.text[head : head + 1].islower()
        start = found.start() if found is not None else _foot(page.text, sheet) if goes_on else None
        if start is not None:
            yield Noise(start, sheet, Fold.RUNNING_MATTER)
        body = start if start is not None else sheet
        if head > sheet and goes_on and not _ENDED.search(page.text, max(body - 20, 0), body):
            yield Noise(sheet, head, Fold.RUNNING_MATTER)


def _head(text: str, sheet: int) -> int:
    """Where the first line of a sheet stands that begins with a small letter; else its start."""
    at = sheet
    for _ in range(_MOST_LINES):
        if text[at : at + 1].islower():
            return at
        end = text.find("\n", at, at + _LONGEST_EDGE)
        if end < 0:
            break
        at = end + 1
        while text[at : at + 1] in {" ", "\t", "\n"} and text[at : at + 1]:
            at += 1
    return at if text[at : at + 1].islower() else sheet


def _foot(text: str, sheet: int) -> int | None:
    """Where the foot of the sheet that ends there begins: behind a line that has not ended."""
    end = sheet - 1
    for _ in range(_MOST_LINES):
        start = text.rfind("\n", max(sheet - _LONGEST_EDGE, 0), end)
        if start < 0:
            return None
        line = text[start + 1 : end].strip()
        if line[:1].islower():
            return None
        if not _ENDED.search(text, max(start - 20, 0), start):
            return start if _ENDED.search(text, max(sheet - 20, 0), sheet) else None
        end = start
    return None
