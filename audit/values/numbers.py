"""Reads numbers in digits or words, of any size, to exact values."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from audit.languages import english
from audit.languages.comparing import Comparing, comparing
from audit.languages.values import ValueWords, value_words

_DIGITS = re.compile(r"-?\d{1,30}(?:[.,]\d{1,30}){0,10}")
_FRACTION = re.compile(r"(\d{1,4})[/⁄](\d{1,3})")
_VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
_MOST_WORDS = 24  # of a spelled number: bounds the work on hostile text
_LARGEST_DENOMINATOR = 10
_GROUP = 3  # digits between signs of thousands


@dataclass(frozen=True, slots=True)
class Number:
    """A value, how many words it takes, and whether digits stand in it."""

    value: Fraction
    words: int
    digits: bool = False
    scale: int = 1  # the multiplier behind it: 'million'
    least: Fraction = Fraction(1)
    """The last multiplier: a number behind 'and' must be less."""


class Numbers:
    """The numbers of a language."""

    def __init__(self, values: ValueWords, words: Comparing) -> None:
        self.words = values
        small = {word: int(number) for word, number in words.ones.items() if number.isdecimal()}
        tens = {word: int(number) for word, number in words.tens.items() if number.isdecimal()}
        if values.tens_joined_by:
            small |= _joined(small, tens, values.tens_joined_by)
        self.ordinals = {
            word: int(re.sub(r"\D", "", number)) for word, number in words.ordinals.items()
        }
        self.small: Mapping[str, int] = small
        self.tens: Mapping[str, int] = tens
        self.hundreds = {word: int(number) for word, number in values.hundreds.items()}
        self.scales = {word: int(number) for word, number in values.scales.items()}
        self._compounds = sorted(
            ((word, n) for word, n in {**self.hundreds, **self.scales}.items() if n in (100, 1000)),
            key=lambda pair: -pair[1],
        )
        phrases = [word for group in (small, tens) for word in group if " " in word]
        self._phrases = frozenset(phrases)
        self._longest = max((word.count(" ") + 1 for word in phrases), default=1)
        self.starts = frozenset(
            word.split()[0]
            for group in (
                small, tens, self.hundreds, self.scales, values.fractions, values.mixed,
                self.ordinals,
            )
            for word in group
        ) | values.once | values.minus  # fmt: skip

    def may_start(self, word: str) -> bool:
        """Whether a lower-case word may begin a number: a quick look."""
        return word in self.starts or (
            bool(self.words.tens_joined_by) and self.compound(word) is not None
        )

    def read(self, words: Sequence[str], at: int) -> Number | None:
        """The longest number that begins at a word, with its multipliers and fractions."""
        word = words[at]
        if word in self.words.minus and at + 1 < len(words):
            behind = self.read(words, at + 1)
            if behind is None:
                return None
            return Number(-behind.value, behind.words + 1, behind.digits, behind.scale)
        return self._of_digits(words, at) or self._spelled(words, at)

    def digits(self, word: str) -> Fraction | None:
        """The value of a word of digits with the language's signs; None where it is no number."""
        if word in _VULGAR:
            return Fraction(*_VULGAR[word])
        if word[-1] in _VULGAR and word[:-1].isdecimal():
            return int(word[:-1]) + Fraction(*_VULGAR[word[-1]])
        if not _DIGITS.fullmatch(word):
            return None
        whole, _, decimals = word.partition(self.words.decimal)
        sign = [sign for sign in self.words.thousands if sign in whole]
        if sign:
            groups = whole.lstrip("-").split(sign[0])
            if len(groups[0]) > _GROUP or any(len(group) != _GROUP for group in groups[1:]):
                # the other sign in a text of this language: decimals as English writes them
                if len(groups) == 2 and not decimals and sign[0] == ".":
                    return Fraction(f"{whole}")
                return None
            whole = whole.replace(sign[0], "")
        if decimals and not decimals.isdecimal():
            return None
        try:
            return Fraction(f"{whole}.{decimals}" if decimals else whole)
        except ValueError:
            return None

    def _of_digits(self, words: Sequence[str], at: int) -> Number | None:
        word = words[at]
        if not (word[0].isdigit() or word[0] in "-½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"):
            return None
        part = _part(word)
        value = part if part is not None else self.digits(word)
        if value is None:
            return None
        taken = 1
        if part is None and value.denominator == 1 and at + 1 < len(words):
            behind = _part(words[at + 1])  # 2 1/2
            if behind is not None and words[at + 1] not in _VULGAR:
                value, taken = value + behind, 2
            elif words[at + 1] in _VULGAR:
                value, taken = value + Fraction(*_VULGAR[words[at + 1]]), 2
            elif taken == 1:
                more = self._and_a_half(words, at + 1)
                if more is not None:
                    value, taken = value + more[0], 1 + more[1]
        return self._scaled(words, at, Number(value, taken, digits=True))

    def _and_a_half(self, words: Sequence[str], at: int) -> tuple[Fraction, int] | None:
        """'and a half', 'and three quarters' behind a number: its value and words."""
        if at + 1 >= len(words) or words[at] not in self.words.joined_by:
            return None
        part = self._fraction(words, at + 1)
        if part is None or part.value >= 1 or part.words < 2:
            return None
        return part.value, part.words + 1

    def _scaled(self, words: Sequence[str], at: int, number: Number) -> Number:
        """The number with the multipliers behind it."""
        value, taken, scaled = number.value, number.words, number.scale
        while at + taken < len(words) and taken < _MOST_WORDS:
            word = words[at + taken]
            scale = self.scales.get(word) or (
                self.hundreds.get(word) if self.hundreds.get(word) == 100 and scaled == 1 else None
            )
            if scale is None:
                break
            value, taken, scaled = value * scale, taken + 1, scaled * scale
        return Number(value, taken, number.digits, scaled)

    def _spelled(self, words: Sequence[str], at: int) -> Number | None:
        if words[at] in self.words.mixed:
            return self._scaled(words, at, Number(Fraction(self.words.mixed[words[at]]), 1))
        fraction = self._fraction(words, at)
        whole = self._whole(words, at)
        if fraction is not None and (whole is None or fraction.words >= whole.words):
            return self._of_part(words, at, fraction)
        if whole is None:
            return None
        value, taken, scale = whole.value, whole.words, whole.scale
        if scale == 1 and at + taken < len(words):
            more = self._and_a_half(words, at + taken)
            if more is not None:
                return self._scaled(words, at, Number(value + more[0], taken + more[1]))
            if words[at + taken] in self.words.point:
                decimals = ""
                behind = at + taken + 1
                while behind < len(words) and 0 <= self.small.get(words[behind], -1) < 10:
                    decimals += str(self.small[words[behind]])
                    behind += 1
                if decimals:
                    value += Fraction(int(decimals), 10 ** len(decimals))
                    return self._scaled(words, at, Number(value, behind - at))
        return Number(value, taken, scale=scale, least=whole.least)

    def _of_part(self, words: Sequence[str], at: int, part: Number) -> Number:
        """'half a million', 'half of a million'; else the fraction alone."""
        behind = at + part.words
        if (
            behind + 1 < len(words)
            and words[behind] in self.words.once
            and (self.scales.get(words[behind + 1]) or self.hundreds.get(words[behind + 1]) == 100)
        ):
            return self._scaled(words, at, Number(part.value, part.words + 1))
        if behind < len(words) and words[behind] in self.scales:
            return self._scaled(words, at, part)
        return part

    def _fraction(self, words: Sequence[str], at: int) -> Number | None:
        """'half', 'one half', 'two thirds', 'a third of'."""
        parts = self.words.fractions
        word = words[at]
        after = words[at + 1] if at + 1 < len(words) else ""
        if parts.get(word) == "2" and word not in self.ordinals:
            return Number(Fraction(1, 2), 1)
        if after not in parts:
            return None
        if word in self.words.once:
            is_half = parts[after] == "2"
            follows = words[at + 2] if at + 2 < len(words) else ""
            if is_half or follows in self.words.before_month:
                return Number(Fraction(1, int(parts[after])), 2)
            return None
        above = self.small.get(word)
        if above is None or not 0 < above < 10:
            return None
        if above > 1 and after in self.ordinals and parts[after] != "2":
            return None  # 'two third': an ordinal
        return Number(Fraction(above, int(parts[after])), 2)

    def _whole(  # noqa: C901, PLR0912, PLR0915 - the grammar of numbers, a word at a time
        self, words: Sequence[str], at: int, depth: int = 0
    ) -> Number | None:
        """A whole number in words: 'two hundred and five thousand', 'nineteen eighty-four'."""
        total = current = 0
        least = 10**15  # the multipliers descend
        last = 1
        behind, seen, scaled = at, False, False
        if words[at] in self.words.once:
            after = words[at + 1] if at + 1 < len(words) else ""
            if not (self.hundreds.get(after) == 100 or after in self.scales):
                return None
            behind, current, seen = at + 1, 1, True
        while behind < len(words) and behind - at < _MOST_WORDS:
            phrase, length = self._phrase(words, behind)
            below = current % 100
            compound = self.compound(phrase) if self.words.tens_joined_by else None
            if phrase in self.small or compound is not None:
                value = self.small.get(phrase, compound) or 0
                fits = below == 0 or (below >= 20 and below % 10 == 0 and value < 10)
                if current and value == 0:
                    break
                if not fits or (value >= 100 and current):
                    pair = current + 0 if 13 <= current < 100 and 10 <= value < 100 else 0
                    if not pair or total or scaled:
                        break
                    current, behind, seen = pair * 100 + value, behind + length, True
                    break
                current += value
            elif phrase in self.tens:
                value = self.tens[phrase]
                if below:
                    if not (13 <= current < 100 and not total and not scaled):
                        break
                    current = current * 100 + value  # nineteen eighty
                    behind, seen = behind + length, True
                    ones = self.small.get(words[behind], 0) if behind < len(words) else 0
                    if 0 < ones < 10:
                        current, behind = current + ones, behind + 1
                    break
                current += value
            elif phrase in self.hundreds:
                value = self.hundreds[phrase]
                if value == 100:
                    if not (0 < current < 100) and not (phrase in self.words.alone and not current):
                        break
                    current = (current or 1) * 100
                    last = 100
                elif current:
                    break
                else:
                    current, last = value, 100
            elif phrase in self.scales:
                scale = self.scales[phrase]
                if not current and phrase not in self.words.alone:
                    if total and scale > last:  # mil millones
                        total, last, behind = total * scale, scale, behind + length
                        continue
                    break
                if scale >= least:
                    break
                total += (current or 1) * scale
                current, least, last, scaled = 0, scale, scale, True
            elif phrase in self.words.joined_by and seen and depth < 4:
                tens = below >= 20 and below % 10 == 0
                if behind + 1 >= len(words) or (last == 1 and not tens):
                    break
                ones = self.small.get(words[behind + 1], 0)
                if tens and 0 < ones < 10:  # 'vingt et un', whose 'un' is an article, too
                    current, behind = current + ones, behind + 2
                    break
                rest = self._whole(words, behind + 1, depth + 1)
                if rest is None or rest.value >= (10 if tens else last) or rest.value == 0:
                    break
                if rest.words == 1 and words[behind + 1] in self.words.once:
                    break
                current += int(rest.value)
                behind += 1 + rest.words
                break
            else:
                break
            behind, seen = behind + length, True
        if not seen or behind == at:
            return None
        scale = last if scaled and not current and last >= 1000 else 1
        return Number(Fraction(total + current), behind - at, scale=scale, least=Fraction(last))

    def _phrase(self, words: Sequence[str], at: int) -> tuple[str, int]:
        for length in range(min(self._longest, len(words) - at), 1, -1):
            phrase = " ".join(words[at : at + length])
            if phrase in self._phrases:
                return phrase, length
        return words[at], 1

    def compound(self, word: str) -> int | None:
        """The value of a number in one word: 'zweihundertfünfzig'."""
        if word in self.small or word in self.tens:
            return self.small.get(word, self.tens.get(word))
        for multiplier, value in self._compounds:
            before, found, after = word.partition(multiplier)
            if not found or (not before and not after):
                continue
            many = 1 if before in ("", *self.words.once) else self.compound(before)
            rest = 0 if not after else self.compound(after.removeprefix(self.words.tens_joined_by))
            if many is None or rest is None or rest >= value or many >= 1000:
                continue
            return many * value + rest
        return None


def _part(word: str) -> Fraction | None:
    """A fraction in lowest terms, below one: 2/3."""
    if word in _VULGAR:
        return Fraction(*_VULGAR[word])
    match = _FRACTION.fullmatch(word)
    if match is None:
        return None
    above, below = int(match[1]), int(match[2])
    if not 0 < above < below <= _LARGEST_DENOMINATOR:
        return None
    value = Fraction(above, below)
    return value if value.denominator == below else None


def _joined(small: Mapping[str, int], tens: Mapping[str, int], tie: str) -> dict[str, int]:
    """'einundzwanzig' to 'neunundneunzig'."""
    ones = [(word, n) for word, n in small.items() if 0 < n < 10]
    return {f"{word}{tie}{ten}": n + m for word, n in ones for ten, m in tens.items()}


@cache
def numbers(language: str | None = None) -> Numbers:
    """The numbers of a language, read once; English ones where none is told."""
    return Numbers(value_words(language), comparing(language or english.LANGUAGE))
