"""What stands at the edges of a PDF's pages and is no text: heads, feet, page numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from statistics import median

from audit.languages.expressions import any_of
from audit.languages.extraction.notes import note_words

_EDGE = 4  # lines at the top and the foot of a page in which it may name itself
_SHARE = (
    0.4  # of the pages have such a line; those on the left may have another than those on the right
)
_SHORT = 0.8  # of the usual length of a line
_SURE = 3  # pages that have a line of any length
_LONGEST = 150  # characters of it
_DIGITS = re.compile(r"\d+")


@cache
def _number() -> re.Pattern[str]:
    """The number of a page, alone on its line."""
    words = note_words()
    return re.compile(
        rf"[-–—\[(|\s]{{0,4}}(?:{any_of(words.pages)}\s{{0,3}})?(?:\d{{1,4}}|[ivxl]{{1,7}})"
        rf"(?:\s{{0,3}}(?:/|{any_of(words.of_pages)})\s{{0,3}}\d{{1,4}})?[-–—\])|.\s]{{0,4}}",
        re.IGNORECASE,
    )


def without_running_matter(pages: Sequence[str]) -> list[str]:
    """The pages without the lines at either edge that many share, but for their numbers."""
    lines = [[line.strip() for line in page.split("\n") if line.strip()] for page in pages]
    least = max(2.0, _SHARE * len(pages))
    heads = Counter(key for page in lines for key in enumerate(map(_key, page[:_EDGE])))
    feet = Counter(key for page in lines for key in enumerate(map(_key, page[: -_EDGE - 1 : -1])))
    lengths = [len(line) for page in lines for line in page]
    usual = median(lengths) if lengths else 0
    left = []
    for page in lines:
        first = _running(page[:_EDGE], heads, least, usual)
        last = _running(page[first:][: -_EDGE - 1 : -1], feet, least, usual)
        left.append("\n".join(page[first : len(page) - last]))
    return left


def _running(
    edge: Sequence[str], shared: Counter[tuple[int, str]], least: float, usual: float
) -> int:
    """How many lines of an edge, from the outside, are none of the text.

    In few pages a line that fills its measure may be text that is there twice.
    """
    for number, line in enumerate(edge):
        is_shared = shared[number, _key(line)] >= max(
            least, 0 if len(line) < _SHORT * usual else _SURE
        )
        if len(line) > _LONGEST or not (is_shared or _number().fullmatch(line)):
            return number
    return len(edge)


def _key(line: str) -> str:
    return _DIGITS.sub("#", line)
