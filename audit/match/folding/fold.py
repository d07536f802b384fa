"""Folds a text to its words, with the way back to every character.

Folded are quotation marks and apostrophes, dashes, spaces, soft hyphens and zero-width characters,
ligatures, NFC and NFD, full-width forms, ellipsis characters, HTML entities left over, hyphenation
at line ends, the points of abbreviations and the punctuation between words. Never folded are
digits and number words, decimal points, signs, currencies, units, percent signs, accents and case.
Every step is linear in the text.

The words are made at once, by plain replacements. The way back is worked out piece by piece, where
it is asked for: most of a source is never shown.
"""

import html
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from audit.match.folding.characters import (
    COMBINING,
    CONTINUOUS,
    CURRENCY,
    INVISIBLE,
    LIGATURES,
    WORTH,
)
from audit.match.folding.offsets import Rewrite, rewrite

_LETTER = r"[^\W\d_]"
_ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});"
# Each pattern begins with the characters that it may begin with: the engine skips the others
# quickly.
_JOIN = (
    rf"(?<=\b{_LETTER}\.)(?:(?={_LETTER}\b)|[ \u00a0\u202f](?={_LETTER}\.))"  # U.S., z. B. -> US, zB
    r"|(?<=\b[A-Z][a-z]\.)(?=[A-Z]\.)|(?<=\b[A-Z]\.)(?=[A-Z][a-z]{1,3}\.)"  # Ph.D., M.Sc.
    rf"|(?<={_LETTER}[-\u2010\u00ad])[ \t]{{0,20}}\r?\n[ \t]{{0,99}}(?={_LETTER})"
    rf"|(?<=&){_ENTITY[1:]}"
)
_LIGATURE = "".join(LIGATURES)
_VANISHING = rf"(?<=[{INVISIBLE}])[{INVISIBLE}]*|(?<=[{_LIGATURE}])|(?<=[\u1100-\u1112])[\u1161-\u1175][\u11a8-\u11c2]?"
_EDITS_ASCII = re.compile(rf"[.&\-](?:{_JOIN})")
_EDITS_OTHER = rf"[.&\-\u2010{INVISIBLE}{_LIGATURE}\u1100-\u1112](?:{_JOIN}|{_VANISHING})"
_EDITS = re.compile(_EDITS_OTHER)
# Runs of marks are cut at 30, as in the Stream-Safe Text Format (UAX #15): composing is quadratic
# in them.
_EDITS_COMBINING = re.compile(f"{_EDITS_OTHER}|.[{COMBINING}]{{1,30}}", re.DOTALL)
_HAS_COMBINING = re.compile(f"[{COMBINING}]")
_HAS_CONTINUOUS = re.compile(f"[{CONTINUOUS}]")
_INVISIBLE_ONLY = re.compile(f"[{INVISIBLE}]+")

_NO_SIGN = re.compile(
    r"[.,:/\-'<>=±≤≥≠+@#](?:"
    r"(?<=\.)(?:(?!\d)|(?<=[^\W\d]\.)|(?<=\.\.))"  # a point counts before a digit: 1.5, .5
    r"|(?<=[,:/])(?:(?!\d)|(?<!\d.))"  # these between digits: 1,000 10:30 24/7
    rf"|(?<=-)(?:(?![\d.{CURRENCY}])|(?=\.(?!\d))|(?<=[^\W\d]-)|(?<=\d-)(?!\d)|(?<=--))"  # 1-3, -5, -$5
    r"|(?<=')(?:(?<!\w')|(?!\w))"  # don't, Russia's
    r"|(?<=[<>=±≤≥≠])(?!\d)|(?<=\+)(?!\d)(?<!\w\+)|(?<=[@#])(?!\w))"
)
_SIGN = re.compile(rf"[%‰{CURRENCY}]")
_RUNS = re.compile(rf" +|-?[%‰{CURRENCY}]")
_BESIDE_CONTINUOUS = re.compile(f" (?=[{CONTINUOUS}])|(?<=[{CONTINUOUS}]) ")

_POWER = re.compile(  # of a unit, that others write m2
    r"(?:(?<=[kcdmµ]m)(?<![A-Za-z][kcdmµ]m)|(?<=m)(?<![A-Za-z]m)|(?<=ft|mi)(?<![A-Za-z](?:ft|mi)))[²³]"
)
_OTHER_THAN_ASCII = re.compile(r"([^\x00-\x7f]+)")

_ALPHANUMERIC = re.compile(r"[^\W_]")
_PIECE = 1_000  # characters at least; no fold reaches over the space between two letters
_BETWEEN_LETTERS = re.compile(
    r"(?<=[A-Za-z\u00c0-\u024f\u0370-\u052f]) (?=[A-Za-z\u00c0-\u024f\u0370-\u0482\u048a-\u052f])"
)
_COMMONEST = (("’", "'"), ("“", " "), ("”", " "), ("‘", "'"), ("—", " "), ("…", " "))
"""One character for one, as ``WORTH`` has it.

Replaced beforehand, since most texts are ASCII but for them.
"""


@dataclass(frozen=True, slots=True)
class _Exact:
    """A piece of text folded step by step, with the way back through every step."""

    joined: Rewrite
    spaced: Rewrite

    def start(self, offset: int) -> int:
        return self.joined.start(max(self.spaced.start(offset) - 1, 0))

    def end(self, offset: int) -> int:
        return self.joined.end(self.spaced.end(offset) - 1)


@dataclass(frozen=True, slots=True)
class _Plain:
    """The words of a piece of text, each of which stands there as it is folded."""

    starts: list[int]  # in the folded words
    ends: list[int]
    text_starts: list[int]
    text_ends: list[int]


@dataclass(frozen=True, slots=True)
class Folded:
    """A text's words, one space between them and one at either end.

    ``words`` has no space beside characters of scripts that are written without them. Piece ``i``
    of the text begins at ``_text_starts[i]``, its words at ``_word_starts[i]``.
    """

    text: str
    words: str
    _text_starts: tuple[int, ...]
    _word_starts: tuple[int, ...]
    _exact: dict[int, _Exact] = field(default_factory=dict, compare=False, repr=False)
    _plain: dict[int, _Plain | None] = field(default_factory=dict, compare=False, repr=False)

    def start(self, offset: int) -> int:
        """The offset in the text of the character at ``offset`` of ``words``."""
        number = max(bisect_right(self._word_starts, offset) - 1, 0)
        plain = self._plain_piece(number)
        if plain is not None:
            at = bisect_left(plain.starts, offset)
            if at < len(plain.starts) and plain.starts[at] == offset:
                return plain.text_starts[at]
        local = offset - self._word_starts[number] + 1
        return self._text_starts[number] + self._piece(number).start(local)

    def end(self, offset: int) -> int:
        """The offset in the text just after the character that ends at ``offset`` of ``words``."""
        number = max(bisect_right(self._word_starts, offset - 1) - 1, 0)
        plain = self._plain_piece(number)
        if plain is not None:
            at = bisect_left(plain.ends, offset)
            if at < len(plain.ends) and plain.ends[at] == offset:
                return plain.text_ends[at]
        local = offset - self._word_starts[number] + 1
        return self._text_starts[number] + self._piece(number).end(local)

    def _piece(self, number: int) -> _Exact:
        if number not in self._exact:
            stop = (*self._text_starts[number + 1 : number + 2], len(self.text))[0]
            self._exact[number] = _fold_exactly(self.text[self._text_starts[number] : stop])
        return self._exact[number]

    def _plain_piece(self, number: int) -> _Plain | None:
        """The words of a piece where they stand as they are: edges of most words need no more."""
        if number not in self._plain:
            self._plain[number] = self._read_plainly(number)
        return self._plain[number]

    def _read_plainly(self, number: int) -> _Plain | None:
        """The same; None where a word is written otherwise, or letters are left over."""
        first = self._word_starts[number]
        last = (*self._word_starts[number + 1 : number + 2], len(self.words))[0]
        at = self._text_starts[number]
        stop = (*self._text_starts[number + 1 : number + 2], len(self.text))[0]
        words = self.words[first:last]
        if has_continuous(words):
            return None
        is_left_over = _ALPHANUMERIC.search
        plain = _Plain([], [], [], [])
        for word in words.split():
            start = self.text.find(word, at, stop)
            if start < 0 or (start > at and is_left_over(self.text, at, start)):
                return None
            at = start + len(word)
            plain.starts.append(first)
            plain.text_starts.append(start)
            first += len(word)
            plain.ends.append(first)
            plain.text_ends.append(at)
            first += 1
        return plain if not is_left_over(self.text, at, stop) else None


def fold(text: str) -> Folded:
    """The words of a text; folding them again changes nothing."""
    plain = text
    if not text.isascii():
        for char, worth in _COMMONEST:
            plain = plain.replace(char, worth)
        if "²" in plain or "³" in plain:
            plain = _POWER.sub(lambda power: "2" if power[0] == "²" else "3", plain)
    text_starts = [0]
    while match := _BETWEEN_LETTERS.search(plain, text_starts[-1] + _PIECE):
        text_starts.append(match.start())
    if len(text_starts) == 1:
        words = _fold_quickly(plain)
        return Folded(plain, f" {words} " if words else " ", (0,), (1,))
    pieces: list[str] = []
    word_starts: list[int] = []
    length = 1
    for start, stop in zip(text_starts, [*text_starts[1:], len(plain)], strict=True):
        pieces.append(_fold_quickly(plain[start:stop]))
        word_starts.append(length)
        length += len(pieces[-1]) + 1
    return Folded(plain, f" {' '.join(pieces)} ", tuple(text_starts), tuple(word_starts))


def has_words(folded: Folded) -> bool:
    """Whether anything is left that can be compared: a letter or a digit."""
    return any(char.isalnum() for char in folded.words)


def is_continuous(char: str) -> bool:
    """Whether a character is of a script that is written without spaces between words."""
    return _HAS_CONTINUOUS.match(char) is not None


def has_continuous(words: str) -> bool:
    """Whether any character is of such a script."""
    return not words.isascii() and _HAS_CONTINUOUS.search(words) is not None


def tightened(words: str) -> str:
    """Words without the spaces beside characters of scripts that have none."""
    return _BESIDE_CONTINUOUS.sub("", words) if has_continuous(words) else words


def _fold_quickly(text: str) -> str:
    """The words of a piece: what ``_fold_exactly`` finds, by plain replacements."""
    pattern = _edits(text)
    if pattern.search(text):
        text = pattern.sub(_replacement, text)
    spread = _NO_SIGN.sub(" ", f" {_worth(text)} ")
    for sign in set(_SIGN.findall(spread)):
        spread = spread.replace(sign, f" {sign} ").replace(f"- {sign}", f" -{sign}")
    return tightened(" ".join(spread.split()))


def _worth(text: str) -> str:
    """The text translated by ``WORTH``; the ASCII between a few other characters at once."""
    if text.isascii():
        return text.translate(WORTH)
    pieces = _OTHER_THAN_ASCII.split(text)
    if len(pieces) > len(text) // 20:
        return text.translate(WORTH)
    return "".join([piece.translate(WORTH) for piece in pieces])


def _fold_exactly(text: str) -> _Exact:
    joined = rewrite(text, _joins(text))
    # One space either side (each offset of `spread` is one more than in `joined`) spares every edge
    # case.
    spread = _NO_SIGN.sub(" ", f" {joined.text.translate(WORTH)} ")
    return _Exact(joined, rewrite(spread, _spaces(spread)))


def _edits(text: str) -> re.Pattern[str]:
    if text.isascii():
        return _EDITS_ASCII
    return _EDITS_COMBINING if _HAS_COMBINING.search(text) else _EDITS


def _joins(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _edits(text).finditer(text):
        replacement = _replacement(match)
        if replacement != match.group():
            yield match.start(), match.end(), replacement


def _replacement(match: re.Match[str]) -> str:
    found = match.group()
    if found[0] == "&" and len(found) > 1:
        decoded = html.unescape(found)
        return _INVISIBLE_ONLY.sub("", decoded) if len(decoded) == 1 else found
    if "\n" in found and found[0] in "-\u2010\u00ad":
        if match.string[match.end()].islower():
            return ""
        return found[1:] if found[0] == "\u00ad" else found
    if found[0] == "." or _INVISIBLE_ONLY.fullmatch(found):
        return ""
    if found in LIGATURES:
        return LIGATURES[found]
    return unicodedata.normalize("NFC", _INVISIBLE_ONLY.sub("", found))


def _spaces(spread: str) -> Iterator[tuple[int, int, str]]:
    """One space between words and around the signs of amounts, none beside continuous scripts."""
    last = len(spread)
    spaced = -1  # where a space was put in last
    for match in _RUNS.finditer(spread):
        start, end = match.span()
        if spread[start] != " ":
            if start != spaced and not _are_spaced(spread[start - 1], spread[start]):
                yield start, start, " "
            if not _are_spaced(spread[end - 1], spread[end]):
                yield end, end, " "
                spaced = end
        elif start > 0 and end < last and (_is_tight(spread[start - 1]) or _is_tight(spread[end])):
            yield start, end, ""
        elif end - start > 1:
            yield start, end, " "


def _is_tight(char: str) -> bool:
    return not char.isascii() and is_continuous(char)


def _are_spaced(left: str, right: str) -> bool:
    return " " in (left, right) or _is_tight(left) or _is_tight(right)
