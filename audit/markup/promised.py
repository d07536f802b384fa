"""How many words a page says that it has, and whether it asks to pay or to sign in."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

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
_PRICE = re.compile(
    r"[€$£¥]\s?\d|\d\s?(?:[€$£]|(?:kr|krona|kronor|zł|złoty|euro|eur|usd|chf|руб)(?![^\W\d_]))"
)
_SHARE_LEFT = re.compile(r"^[^.!?]{0,40}(?<!\d)\d{2}\s?%")  # of a text that is left to read
_SPOKEN = re.compile('[“”„«»"]')
_WORD = re.compile(r"[^\W\d_']+(?:'[^\W\d_]+)?")
_LABEL_WORDS = 2  # of a button or a link of any page: 'Log in'
_LONGEST_OFFER = 200  # characters of a line that offers the rest
_LONGEST_CALL = 600  # characters of a block in which it asks


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


def asks(blocks: Iterable[str]) -> bool:
    """Whether a short text of a page asks its reader to pay or to sign in."""
    wanted = _asks()
    return any(
        wanted.search(block.casefold().replace("’", "'"))
        for block in blocks
        if len(block) < _LONGEST_CALL
    )


def asks_for_money(lines: Iterable[str], least: int = 2) -> bool:
    """Whether what stands below a text offers the rest of it: for a price, a plan, an account.

    A line that asks for something else, a letter's readers or a gift, does not. ``least`` signs of
    it are enough.
    """
    points = 0
    priced = False
    for line in lines:
        plain = line.casefold().replace("’", "'")
        is_of_rest = least == 1 and _offers_the_rest(plain)
        if len(line) >= _LONGEST_OFFER or (_words_of("beside").search(plain) and not is_of_rest):
            continue
        if is_of_rest or _words_of("strong").search(plain):
            return True
        is_priced = _PRICE.search(plain) is not None and _words_of("periods").search(plain)
        if is_priced and is_addressed(line):
            return True
        priced = priced or bool(is_priced)
        is_of_reading = _words_of("reading").search(plain) is not None
        if _SHARE_LEFT.search(plain) or (
            len(plain.split()) > _LABEL_WORDS
            and (_words_of("weak").search(plain) or _words_of("asks").search(plain))
        ):
            points += 1 + is_of_reading
        elif is_of_reading and "?" in plain:
            points += 1
    return points + (priced and points > 0) >= least


def is_addressed(line: str) -> bool:
    """Whether a line speaks to its reader, and is nobody's words in quotation marks."""
    return _SPOKEN.search(line) is None and not _whole_words("addressed").isdisjoint(
        _WORD.findall(line.casefold().replace("’", "'"))
    )


def _offers_the_rest(plain: str) -> bool:
    return bool(_words_of("whole").search(plain)) and bool(_words_of("reading").search(plain))


def is_beside(line: str) -> bool:
    """Whether a line that asks its reader for something asks for another thing than to read on."""
    return _words_of("beside").search(line.casefold()) is not None


def _asks() -> re.Pattern[str]:
    return _words_of("asks")


@cache
def _words_of(key: str) -> re.Pattern[str]:
    """A pattern of the words of a key, each at the beginning of a word."""
    words = "|".join(map(re.escape, _phrases()[key]))
    return re.compile(rf"(?<![^\W\d_])(?:{words})")


@cache
def _whole_words(key: str) -> frozenset[str]:
    return frozenset(_phrases()[key])


@cache
def _phrases() -> dict[str, list[str]]:
    return tomllib.loads((files(__package__) / "promised.toml").read_text(encoding="utf-8"))
