"""Whole numbers in words: 'two hundred and five thousand', 'nineteen eighty-four'."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from audit.languages.comparison.values import ValueWords
from audit.values.numbers.number import MOST_WORDS, Number

_MOST_JOINED = 4  # numbers behind one another's 'and'
_ABOVE_SCALES = 10**15
_HUNDRED = 100
_THOUSAND = 1000


@dataclass(slots=True)
class _Count:
    """A number so far, and where the words end that it has taken."""

    end: int
    current: int = 0  # what is not yet multiplied
    total: int = 0  # what is
    least: int = _ABOVE_SCALES  # the multipliers descend
    last: int = 1
    seen: bool = False  # whether a word counts already

    @property
    def below(self) -> int:
        """What stands below the hundreds."""
        return self.current % _HUNDRED

    @property
    def lacks_ones(self) -> bool:
        """Whether it ends with tens, behind which ones may stand."""
        return self.below >= 20 and self.below % 10 == 0

    @property
    def may_be_century(self) -> bool:
        """Whether a year may go on behind it: 'nineteen'."""
        return 13 <= self.current < _HUNDRED and not self.total

    def take(self, current: int, words: int) -> None:
        """Goes on behind some words, with what is then to be multiplied."""
        self.current, self.end, self.seen = current, self.end + words, True


class Wholes:
    """The whole numbers of a language."""

    def __init__(
        self,
        words: ValueWords,
        small: Mapping[str, int],
        tens: Mapping[str, int],
        hundreds: Mapping[str, int],
        scales: Mapping[str, int],
    ) -> None:
        self._words = words
        self._small = small
        self._tens = tens
        self._hundreds = hundreds
        self._scales = scales
        self._compounds = sorted(
            ((word, n) for word, n in {**hundreds, **scales}.items() if n in (_HUNDRED, _THOUSAND)),
            key=lambda pair: -pair[1],
        )
        phrases = [word for group in (small, tens) for word in group if " " in word]
        self._phrases = frozenset(phrases)
        self._longest = max((word.count(" ") + 1 for word in phrases), default=1)

    def read(self, words: Sequence[str], at: int, depth: int = 0) -> Number | None:
        """The longest whole number that begins at a word; ``depth`` counts the 'and' before it."""
        count = _Count(at)
        if words[at] in self._words.once:
            after = words[at + 1] if at + 1 < len(words) else ""
            if self._hundreds.get(after) != _HUNDRED and after not in self._scales:
                return None
            count.take(1, 1)
        while count.end < len(words) and count.end - at < MOST_WORDS:
            if not self._take(count, words, depth):
                break
        if not count.seen:
            return None
        ends_scaled = count.total and not count.current and count.last >= _THOUSAND
        return Number(
            Fraction(count.total + count.current),
            count.end - at,
            scale=count.last if ends_scaled else 1,
            least=Fraction(count.last),
        )

    def compound(self, word: str) -> int | None:
        """The value of a number in one word: 'zweihundertfünfzig'."""
        if word in self._small or word in self._tens:
            return self._small.get(word, self._tens.get(word))
        for multiplier, value in self._compounds:
            before, found, after = word.partition(multiplier)
            if not found or (not before and not after):
                continue
            many = 1 if before in ("", *self._words.once) else self.compound(before)
            rest = 0 if not after else self.compound(after.removeprefix(self._words.tens_joined_by))
            if many is None or rest is None or rest >= value or many >= _THOUSAND:
                continue
            return many * value + rest
        return None

    def _phrase(self, words: Sequence[str], at: int) -> tuple[str, int]:
        for length in range(min(self._longest, len(words) - at), 1, -1):
            phrase = " ".join(words[at : at + length])
            if phrase in self._phrases:
                return phrase, length
        return words[at], 1

    def _take(self, count: _Count, words: Sequence[str], depth: int) -> bool:
        """Adds the next word of a number, if it is one; whether more may follow."""
        phrase, length = self._phrase(words, count.end)
        compound = self.compound(phrase) if self._words.in_one_word else None
        value = self._small.get(phrase, compound)
        if value is not None:
            return self._take_small(count, value, length)
        if phrase in self._tens:
            return self._take_tens(count, words, self._tens[phrase], length)
        if phrase in self._hundreds:
            return self._take_hundreds(count, phrase, length)
        if phrase in self._scales:
            return self._take_scale(count, phrase, length)
        if phrase in self._words.joined_by and count.seen and depth < _MOST_JOINED:
            self._take_joined(count, words, depth)
        return False

    def _is_year(self, count: _Count) -> bool:
        return self._words.years_in_pairs and count.may_be_century

    def _take_small(self, count: _Count, value: int, length: int) -> bool:
        """'five', 'twelve', and in some languages any number in one word."""
        if count.current and value == 0:
            return False
        fits = count.below == 0 or (count.lacks_ones and value < 10)
        if fits and not (value >= _HUNDRED and count.current):
            count.take(count.current + value, length)
            return True
        if self._is_year(count) and 10 <= value < _HUNDRED:  # nineteen twelve
            count.take(count.current * _HUNDRED + value, length)
        return False

    def _take_tens(self, count: _Count, words: Sequence[str], value: int, length: int) -> bool:
        if not count.below:
            count.take(count.current + value, length)
            return True
        if self._is_year(count):  # nineteen eighty
            count.take(count.current * _HUNDRED + value, length)
            ones = self._small.get(words[count.end], 0) if count.end < len(words) else 0
            if 0 < ones < 10:
                count.take(count.current + ones, 1)
        return False

    def _take_hundreds(self, count: _Count, phrase: str, length: int) -> bool:
        """'hundred' behind what it multiplies, or a word for several: 'quinientos'."""
        value = self._hundreds[phrase]
        if value == _HUNDRED:
            stands_alone = phrase in self._words.alone and not count.current
            if not stands_alone and not 0 < count.current < _HUNDRED:
                return False
            value *= count.current or 1
        elif count.current:
            return False
        count.take(value, length)
        count.last = _HUNDRED
        return True

    def _take_scale(self, count: _Count, phrase: str, length: int) -> bool:
        """'thousand', 'million'."""
        scale = self._scales[phrase]
        if not count.current and phrase not in self._words.alone:
            if not (count.total and scale > count.last):
                return False
            count.total *= scale  # mil millones
        else:
            if scale >= count.least:
                return self._take_all(count, scale, length)
            count.total += (count.current or 1) * scale
            count.least = scale
        count.take(0, length)
        count.last = scale
        return True

    @staticmethod
    def _take_all(count: _Count, scale: int, length: int) -> bool:
        """A multiplier of all that stands before it: 'dos mil trescientos millones'."""
        whole = count.total + count.current
        if count.least != _THOUSAND or not whole < scale < _ABOVE_SCALES:
            return False
        count.total, count.least = whole * scale, scale
        count.take(0, length)
        count.last = scale
        return True

    @staticmethod
    def _multiplies_all(count: _Count, rest: Number) -> bool:
        """Whether what 'and' adds has a multiplier of both: 'três mil e quinhentos milhões'."""
        many = rest.value / rest.scale
        is_scaled = _THOUSAND < rest.scale < _ABOVE_SCALES and many >= _HUNDRED
        return is_scaled and count.least == count.last == _THOUSAND and many < _THOUSAND

    def _take_joined(self, count: _Count, words: Sequence[str], depth: int) -> None:
        """What 'and' adds to hundreds or to tens: it ends the number."""
        behind = count.end + 1
        if behind >= len(words) or (count.last == 1 and not count.lacks_ones):
            return
        ones = self._small.get(words[behind], 0)
        if count.lacks_ones and 0 < ones < 10:  # 'vingt et un', whose 'un' is an article, too
            count.take(count.current + ones, 2)
            return
        rest = self.read(words, behind, depth + 1)
        if rest is not None and self._multiplies_all(count, rest):
            count.total = (count.total + count.current) * rest.scale + int(rest.value)
            count.least = count.last = rest.scale
            count.take(0, 1 + rest.words)
            return
        if rest is None or not 0 < rest.value < (10 if count.lacks_ones else count.last):
            return
        if rest.words > 1 or words[behind] not in self._words.once:
            count.take(count.current + int(rest.value), 1 + rest.words)
