"""How many words a page has, and how many it says that it has."""

import re
from collections.abc import Iterable

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
_LONGEST_TIME = 40  # characters of a line that says how long a text is
_TIME_TO_READ = re.compile(
    r"(?<!\d)(\d{1,2})[ -]{0,2}min[a-z]{0,6}\.? ?(?:\w{1,4} )?(?:read|lesezeit|lektüre|lecture|lectura|lettura|leestijd"
    r"|lezen|leitura|czytania|läsning)"
    r"|(?:reading time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|leestijd"
    r"|tempo de leitura|czas czytania|lästid)[: ]{0,3}(?:\w{1,4}\.? )?(\d{1,2}) ?min"
    r"|^(?:.{0,30}[·•|∙–—▶] ?)?(\d{1,2}) ?min(?:\.|s|utes?|uten|uti|utos|uter|uut|ut)?(?: ?[·•|∙–—].{0,30})?$"
)
_SHEETS = tuple(
    re.compile(
        rf"<meta\s[^<>]{{0,60}}citation_{which}page\"?[^<>]{{0,20}}\scontent\s?=\s?[\"']?(\d{{1,6}})\b",
        re.IGNORECASE,
    )
    for which in ("first", "last")
)
_A_SHEET = 200  # words: few, as figures take room
_HEAD = 300_000  # characters in which a page says so
_LETTERS_OF_A_WORD = 2  # in a script without spaces
_UNSPACED = re.compile(r"[\u3041-\u30fa\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def words_by_time(lines: Iterable[str]) -> int:
    """The words that a page says it has, by a time it shows: '12 min read', 'Essay · 24 min'."""
    found = [
        int(minutes[1] or minutes[2] or minutes[3])
        for line in lines
        if len(line) <= _LONGEST_TIME and (minutes := _TIME_TO_READ.search(line.casefold()))
    ]
    return _A_MINUTE * max(found, default=0)


def count_words(text: str) -> int:
    """How many words a text has; of one without spaces between them, what it would be about."""
    words = len(text.split())
    if text.isascii() or not (unspaced := len(_UNSPACED.findall(text))):
        return words
    return words + (unspaced - 1) // _LETTERS_OF_A_WORD


def has_fewer_words(text: str, least: int) -> bool:
    """Whether a text has fewer words than so many, see ``count_words``; mostly found at once."""
    words = len(text.split())
    return words < least and (text.isascii() or count_words(text) < least)


def is_unspaced(text: str) -> bool:
    """Whether a text has signs of a script that has no spaces between words."""
    return not text.isascii() and _UNSPACED.search(text) is not None


def promised_words(markup: str, *, by_minutes: bool) -> int:
    """How many words a page says that its text has, at least; 0 where it says nothing.

    By schema.org ``wordCount`` and the pages that a paper has in its journal, and with
    ``by_minutes`` by ``timeRequired`` and the time to read that ``<meta>`` elements give.
    """
    head = markup[:_HEAD]
    counts = [int(found[1] or found[2]) for found in _WORD_COUNT.finditer(head)]
    if "citation_" in head:
        first, last = (sheet.search(head) for sheet in _SHEETS)
        if first and last:
            counts.append(_A_SHEET * max(int(last[1]) - int(first[1]), 0))
    if counts or not by_minutes:
        return min(max(counts, default=0), _MOST)
    minutes = [int(found[1] or found[2]) for found in _MINUTES.finditer(head)]
    return _A_MINUTE * max(minutes, default=0)
