"""Characters broken at the source, 'donâ€™t', 'don�t', read as what they stand for.

Text in UTF-8 that was read as Windows-1252 turns back without doubt. A character that was lost
counts for one that the quotation has there, in a word that agrees with it otherwise.
"""

import re
from collections.abc import Iterator, Sequence

from audit.match.passed_over.transcripts import Pieces

# The first byte of a character in UTF-8 read as Windows-1252, and the bytes that follow it.
_ONE = r"[ÂÃÄÅÐÑ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[âà].{2}|Â(?=\s)"
_MISREAD = re.compile(_ONE)
# Read so twice, a mark is as many as six characters: 'Ã¢â‚¬â„¢'.
_MISREAD_TWICE = re.compile(rf"Ã[\u0080-\u00bf¢](?:{_ONE}){{1,3}}|Ãƒ(?:{_ONE})|Ã‚(?:{_ONE})?")
_SUSPECT = re.compile(r"[ÂÃÄÅÐÑâà\ufffd]|\?\w")
_LOST = re.compile(r"(?<![^\W\d_])[^\W\d_]{0,60}(?:\ufffd{1,3}|(?<=\w)\?(?=\w))[\w\ufffd'’]*")
_MOST_MENDED = 200


def mended(text: str, words: Sequence[str], reach: tuple[int, int]) -> Pieces | None:
    """A stretch of a text with its broken characters mended; None where there are none.

    Args:
        text: The page's.
        words: Those of the quotation, as printed there.
        reach: Where the stretch begins and ends.
    """
    if not _SUSPECT.search(text, *reach):  # quickly told, of most pages
        return None
    mends = sorted(_mends(text, words, reach), key=_longest_first)[:_MOST_MENDED]
    if not mends:
        return None
    pieces: list[str] = []
    new: list[int] = []
    old: list[int] = []
    length, done = 0, reach[0]
    for start, end, put in [*mends, (reach[1], reach[1], "")]:
        if start < done:
            continue
        for piece, at in ((text[done:start], done), (put, start)):
            if piece:
                new.append(length)
                old.append(at)
                pieces.append(piece)
                length += len(piece)
        done = end
    return Pieces("".join(pieces), tuple(new), tuple(old))


def _longest_first(mend: tuple[int, int, str]) -> tuple[int, int]:
    return mend[0], -mend[1]


def _mends(
    text: str, words: Sequence[str], reach: tuple[int, int]
) -> Iterator[tuple[int, int, str]]:
    for match in _MISREAD_TWICE.finditer(text, *reach):
        put = _reread_twice(match.group())
        if put is not None:
            yield match.start(), match.end(), put
    for match in _MISREAD.finditer(text, *reach):
        put = _reread(match.group())
        if put is not None:
            yield match.start(), match.end(), put
    for match in _LOST.finditer(text, *reach):
        put = _found(match.group(), words)
        if put is not None:
            yield match.start(), match.end(), put


def _reread_twice(found: str) -> str | None:
    """What characters stand for that were read as Windows-1252, kept, and read so once more."""
    once = [_reread(match.group()) for match in _MISREAD.finditer(found)]
    said = "".join(each for each in once if each is not None)
    is_one = None not in once and _MISREAD.fullmatch(said) is not None
    return _reread(said) if is_one else None


def _reread(found: str) -> str | None:
    """The character whose bytes were read as Windows-1252; None where they are none."""
    if found == "Â":
        return ""
    raw = bytearray()
    for char in found:
        try:
            raw += char.encode("cp1252")
        except UnicodeEncodeError:
            if ord(char) > 0xFF:
                return None
            raw.append(ord(char))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _found(word: str, words: Sequence[str]) -> str | None:
    """The quotation's word that agrees with one whose character was lost."""
    lost = re.sub(r"\ufffd{1,3}|\?", "\0", word)
    pattern = re.compile(".{1,2}".join(map(re.escape, lost.split("\0"))), re.IGNORECASE)
    for other in words:
        if pattern.fullmatch(other) and not _is_plain_letter(other, word):
            return other
    return None


def _is_plain_letter(other: str, word: str) -> bool:
    """Whether a plain letter would stand for the lost character: those are never lost."""
    at = min(index for index, char in enumerate(word) if char in "\ufffd?")
    end = len(other) - (len(word) - at - 1)
    return other[at : max(end, at + 1)].isascii() and other[at].isalpha()
