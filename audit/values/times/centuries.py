"""A hundred years by number, name or digits: 'XVIII secolo', 'Settecento', '1700s'."""

from collections.abc import Sequence

from audit.languages.comparison.values import ValueWords
from audit.values.names import roman
from audit.values.numbers.ordinals import ordinal
from audit.values.numbers.spelled import Numbers
from audit.values.stretch import Found, Stretch

_TEN, _HUNDRED = 10, 100
_DIGITS = 3  # of "'900"
_LAST = 21  # of those that are told
_FIRST_IN_DIGITS = 1100  # '1100s'


class Centuries:
    """Reads the centuries of a language, where the other side tells them otherwise."""

    def __init__(self, words: ValueWords, numbers: Numbers) -> None:
        self._words = words
        self._numbers = numbers
        self._led_by = frozenset(words.elided.values()) if words.centuries else frozenset()
        self._counted = words.units.keys() | words.currencies.keys() | words.scales.keys()
        self.leads = words.century | self._led_by
        """Words that begin one only with what stands behind them."""

    def may_start(self, word: str) -> bool:
        """Whether a lower-case word names a century: "dell'ottocento"."""
        _, tie, name = word.rpartition("'")
        known = self._words.centuries
        return bool(known) and (name in known or bool(tie and _in_three_digits(name)))

    def read(self, stretch: Stretch, at: int) -> Found | None:
        """The century that begins at a word."""
        low = stretch.low
        named = self._named(stretch, at)
        if named is not None:
            return named
        if not stretch.beside:
            return None
        lead = low[at] if low[at] in self._led_by else ""
        first = at + bool(lead)
        found = self._numbered(stretch, first) if first < len(low) else None
        if found is None:
            return None
        return _shared(found[0], f"{lead} {_key(found[1])}".lstrip(), stretch)

    def _named(self, stretch: Stretch, at: int) -> Found | None:
        """'Settecento', "dell'Ottocento", "il '900"."""
        low, raw = stretch.low, stretch.raw[at]
        elided, tie, name = low[at].rpartition("'")
        number = self._words.centuries.get(name) if raw.rpartition("'")[2][:1].isupper() else None
        if number is None and tie and self._words.centuries:
            number = _in_three_digits(name)
        if number is None or (low[at + 1 : at + 2] and low[at + 1] in self._counted):
            return None
        lead = self._words.elided.get(f"{elided}'", elided)
        value = self._numbers.read(low, at)
        as_number = (f"={value.value}",) if value is not None and value.words == 1 else ()
        return at + 1, (f"{lead} {_key(int(number))}".lstrip(), *as_number)

    def _numbered(self, stretch: Stretch, at: int) -> tuple[int, int] | None:
        """Where '17th century' or 'siglo XVII' ends, and which it is."""
        low, words = stretch.low, self._words.century
        start = at + (low[at] in words)
        if start >= len(low):
            return None
        number = roman(stretch.raw[start], self._words.ordinal_ends)
        position = (number, start + 1) if number is not None else self._position(low, start)
        if position is None or not 0 < position[0] <= _LAST:
            return None
        if start > at:
            return position[1], position[0]
        has_word = low[position[1] : position[1] + 1] and low[position[1]] in words
        return (position[1] + 1, position[0]) if has_word else None

    def _position(self, low: Sequence[str], at: int) -> tuple[int, int] | None:
        position = ordinal(self._numbers, low, at)
        if position is not None:
            return position
        read = self._numbers.read(low, at)
        if read is None or read.value.denominator > 1:
            return None
        return int(read.value), at + read.words


def in_digits(digits: str) -> tuple[str, ...]:
    """The key of the century whose years begin with digits: '1700' in '1700s'."""
    year = int(digits)
    is_century = year % _HUNDRED == 0 and year >= _FIRST_IN_DIGITS
    return (_key(year // _HUNDRED + 1),) if is_century else ()


def _in_three_digits(name: str) -> str | None:
    """The number of the century that an apostrophe stands before: "'900" is the twentieth."""
    is_one = len(name) == _DIGITS and name.isdecimal() and name.endswith("00") and name[0] != "0"
    return str(int(name[0]) + _TEN + 1) if is_one else None


def _key(number: int) -> str:
    return f"=century {number}"


def _shared(end: int, key: str, stretch: Stretch) -> Found | None:
    return (end, (key,)) if key in stretch.beside else None
