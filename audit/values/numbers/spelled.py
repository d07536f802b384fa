"""Reads numbers in digits or words, of any size, to exact values."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache

from audit.languages.comparison.comparing import Comparing, comparing
from audit.languages.comparison.values import ValueWords, value_words
from audit.languages.extraction import english
from audit.values.numbers.number import MOST_WORDS, Number
from audit.values.numbers.wholes import Wholes

_DIGITS = re.compile(r"-?\d{1,30}(?:[.,]\d{1,30}){0,10}")
_FRACTION = re.compile(r"(\d{1,4})[/⁄](\d{1,3})")
_VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
_ARTICLES_BEFORE_HALVES = frozenset({"a"})  # 'and a half', but 'y medio'
_LARGEST_DENOMINATOR = 10
_GROUP = 3  # digits between signs of thousands
_PAIR = 2  # between those of lakhs
_LEAST_HALVED = 1_000  # of a multiplier that 'and a half' follows
_LONGEST_MIXED = 3  # words
_LOST_VOWELS = ("", "i", "a", "o", "e", "é")  # before the suffix of an ordinal
_LEAST_SUFFIXED = 20  # of an ordinal that is no word of its own


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
        self.longest_ordinal = max((word.count(" ") + 1 for word in self.ordinals), default=1)
        units = frozenset(filter(str.isalpha, values.units))  # '98 м' are metres
        words_of_others = words.small | words.grammar | words.pronouns | units
        self.ordinal_ends = values.ordinal_ends - words_of_others
        """Those that stand apart, too, since they are no words."""
        self.small: Mapping[str, int] = small
        self.tens: Mapping[str, int] = tens
        self.hundreds = {word: int(number) for word, number in values.hundreds.items()}
        self.scales = {word: int(number) for word, number in values.scales.items()}
        self._mixed_from = frozenset(phrase.split()[0] for phrase in values.mixed)
        self._halves_alone = values.once.isdisjoint(_ARTICLES_BEFORE_HALVES)
        self._wholes = Wholes(values, small, tens, self.hundreds, self.scales)
        self.starts = frozenset(
            word.split()[0]
            for group in (
                small, tens, self.hundreds, self.scales, values.fractions, values.mixed,
                self.ordinals,
            )
            for word in group
        ) | values.once | values.minus  # fmt: skip

    def all_words(self) -> frozenset[str]:
        """The words of numbers below a hundred, of ordinals and of multipliers."""
        groups = (self.small, self.tens, self.hundreds, self.scales, self.ordinals)
        return frozenset(word for group in groups for name in group for word in name.split())

    def may_start(self, word: str) -> bool:
        """Whether a lower-case word may begin a number: a quick look."""
        return (
            word in self.starts
            or (self.words.in_one_word and self._wholes.compound(word) is not None)
            or self.suffixed(word) is not None
        )

    def in_one_word(self, word: str) -> int | None:
        """The value of a number in one word, None where it is none."""
        return self._wholes.compound(word)

    def suffixed(self, word: str) -> int | None:
        """The number of an ordinal that is made of a number in one word: 'ventitreesimo'."""
        for suffix in self.words.ordinal_suffixes:
            stem = word.removesuffix(suffix)
            if stem == word:
                continue
            found = (self._wholes.compound(f"{stem}{vowel}") for vowel in _LOST_VOWELS)
            value = next(filter(None, found), None)
            if value is not None and value >= _LEAST_SUFFIXED:
                return value
        return None

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
            is_grouped = len(groups[0]) <= _GROUP and all(
                len(each) == _GROUP for each in groups[1:]
            )
            if not is_grouped and not (sign[0] == "," and _counts_lakhs(groups)):
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
        if part is None or part.value >= 1 or (part.words < 2 and not self._halves_alone):
            return None
        return part.value, part.words + 1

    def _scaled_and_a_half(self, words: Sequence[str], at: int, number: Number) -> Number:
        """'a million and a half': half of the million."""
        if number.scale < _LEAST_HALVED:
            return number
        more = self._and_a_half(words, at + number.words)
        if more is None:
            return number
        value = number.value + number.scale * more[0]
        return replace(number, value=value, words=number.words + more[1])

    def _scaled(self, words: Sequence[str], at: int, number: Number) -> Number:
        """The number with the multipliers behind it."""
        value, taken, scaled = number.value, number.words, number.scale
        while at + taken < len(words) and taken < MOST_WORDS:
            word = words[at + taken]
            scale = self.scales.get(word) or (
                self.hundreds.get(word) if self.hundreds.get(word) == 100 and scaled == 1 else None
            )
            if scale is None:
                break
            value, taken, scaled = value * scale, taken + 1, scaled * scale
        return self._scaled_and_a_half(words, at, Number(value, taken, number.digits, scaled))

    def _spelled(self, words: Sequence[str], at: int) -> Number | None:
        mixed = self._mixed(words, at)
        if mixed is not None:
            return self._scaled(words, at, mixed)
        fraction = self._fraction(words, at)
        whole = self._wholes.read(words, at)
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
        spelled = Number(value, taken, scale=scale, least=whole.least)
        return self._scaled_and_a_half(words, at, spelled)

    def _mixed(self, words: Sequence[str], at: int) -> Number | None:
        """'anderthalb', 'a couple of', 'una tercera parte' with its article."""
        for first in (at, at + 1) if words[at] in self.words.once else (at,):
            if first >= len(words) or words[first] not in self._mixed_from:
                continue
            for length in range(min(_LONGEST_MIXED, len(words) - first), 0, -1):
                value = self.words.mixed.get(" ".join(words[first : first + length]))
                if value is not None:
                    return Number(Fraction(value), length + first - at)
        return None

    def _of_part(self, words: Sequence[str], at: int, part: Number) -> Number:
        """'half a million', 'a quarter of a million'; else the fraction alone."""
        behind = at + part.words
        of_one = behind + 2 < len(words) and words[behind + 1] in self.words.once
        if of_one and words[behind] in self.words.before_month and words[behind + 2] in self.scales:
            return self._scaled(words, at, Number(part.value, part.words + 2))
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
        if not self.words.once and word in parts and word not in self.ordinals:
            return Number(Fraction(1, int(parts[word])), 1)  # 'треть', which needs no article
        if after not in parts:
            return None
        if word in self.words.once:
            is_half = parts[after] == "2"
            follows = words[at + 2] if at + 2 < len(words) else ""
            if is_half or follows in self.words.before_month or after not in self.ordinals:
                return Number(Fraction(1, int(parts[after])), 2)
            return None
        above = self.small.get(word)
        if above is None or not 0 < above < 10:
            return None
        has_plural = f"{after}s" in parts
        if above > 1 and has_plural and after in self.ordinals and parts[after] != "2":
            return None  # 'two third': an ordinal
        return Number(Fraction(above, int(parts[after])), 2)


def _counts_lakhs(groups: Sequence[str]) -> bool:
    """Whether digits are grouped as in India: 10,00,000."""
    first, *pairs, last = groups
    are_pairs = bool(pairs) and all(len(pair) == _PAIR for pair in pairs)
    return are_pairs and 0 < len(first) <= _PAIR and len(last) == _GROUP


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
