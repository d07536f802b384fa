"""How many words a page has, and how many it says that it has."""

import re

_A_MINUTE = 130  # words that are read in one: few, as minutes are rounded up
_MOST = 100_000
_WORD_COUNT = re.compile(
    r"\"wordCount\"\s{0,9}:\s{0,9}\"?(\d{1,6})\b"
    r"|<meta\s[^<>]{0,60}word[-_]?count\"?[^<>]{0,20}\scontent\s?=\s?[\"']?(\d{1,6})\b",
    re.IGNORECASE,
)
_MINUTES = re.compile(
    r"\"timeRequired\"\s{0,9}:\s{0,9}\"PT?(\d{1,3})M"
    r"|<meta\s[^<>]{0,60}\scontent\s?=\s?[\"']?(\d{1,3}) ?(?:min(?:ute)?s?|minuten|minutos|minuti|мин)\b",
    re.IGNORECASE,
)
_HEAD = 300_000  # characters in which a page says so
_LETTERS_OF_A_WORD = 2  # in a script without spaces
_UNSPACED = re.compile(r"[\u3041-\u30fa\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def count_words(text: str) -> int:
    """How many words a text has; of one without spaces between them, what it would be about."""
    words = len(text.split())
    if text.isascii() or not (unspaced := len(_UNSPACED.findall(text))):
        return words
    return words + (unspaced - 1) // _LETTERS_OF_A_WORD


def is_unspaced(text: str) -> bool:
    """Whether a text has signs of a script that has no spaces between words."""
    return not text.isascii() and _UNSPACED.search(text) is not None


def promised_words(markup: str, *, by_minutes: bool) -> int:
    """How many words a page says that its text has, at least; 0 where it says nothing.

    By schema.org ``wordCount``, and with ``by_minutes`` by ``timeRequired`` and the time to read
    that ``<meta>`` elements give.
    """
    head = markup[:_HEAD]
    counts = [int(found[1] or found[2]) for found in _WORD_COUNT.finditer(head)]
    if counts or not by_minutes:
        return min(max(counts, default=0), _MOST)
    minutes = [int(found[1] or found[2]) for found in _MINUTES.finditer(head)]
    return _A_MINUTE * max(minutes, default=0)
