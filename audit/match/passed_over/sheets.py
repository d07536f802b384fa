"""The footnotes at the foot of a PDF's pages: a sentence reads on over them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from audit.match.passed_over.transcripts import Noise
from audit.model import Fold, Page

_MOST_CHARS = 1_500  # of the notes of one page
_NOTE = re.compile(r"\n(?=[ \t]{0,9}(?:\[?\d{1,3}[\].)]?|[*†‡§])[ \t]{1,9}[A-ZÀ-ÖØ-ÞА-Я“\"(])")


def footnotes(page: Page, first: int, last: int) -> Iterator[Noise]:
    """What may be the notes of the pages that end between two offsets of a text."""
    sheets = page.sheets[bisect_right(page.sheets, first) : bisect_left(page.sheets, last)]
    for sheet in sheets:
        low = max(first, sheet - _MOST_CHARS)
        found = next(_NOTE.finditer(page.text, low, sheet), None)
        if found is not None:
            yield Noise(found.start(), sheet, Fold.RUNNING_MATTER)
