"""Figures and what is written to them in one word: '3pm', '10-20%', '#4'."""

import re
from collections.abc import Collection, Sequence

from audit.languages.comparison.values import ValueWords
from audit.values.numbers.ordinals import ORDINAL_SIGN
from audit.values.stretch import DASH
from audit.values.times.dates import is_iso_date

_GLUED = re.compile(
    r"(?P<sign>#?)(?P<low>-?\d[\d.,/:]*[½⅓⅔¼¾]?|[½⅓⅔¼¾])(?:(?P<hour>[^\W\d])(?P<minutes>[0-5]\d)|(?P<unit>[^\W\d]{1,4}|°[cfCF]?))?"
    r"(?:-(?P<high>\d[\d.,]*[½⅓⅔¼¾]?)(?P<last>[^\W\d]{1,4}|°[cfCF]?)?)?"
)

_FEET = re.compile(r"([1-9])['′](\d{1,2})[\"″]?")  # 5'11"
_ENDS_IN_ONE = re.compile(r"(?<!1)1$")
_GLUED_ONLY = {"in": "inch", "C": "°c", "F": "°f"}
"""Units by what stands for them only where it is written to a figure: '6ft 2in', '-12C'."""
_DEGREES = frozenset({"C", "F"})


class Glued:
    """Parts words of a language that are glued together; ``units`` may stand at a figure."""

    def __init__(self, words: ValueWords, units: Collection[str]) -> None:
        self._words = words
        self._units = frozenset(units).union(
            phrase[0] for phrase in words.percent if len(phrase) == 1
        )

    def read(self, words: Sequence[str]) -> tuple[list[str], list[int]]:
        """The words, figures parted from what is written to them, and which word each is of."""
        raw: list[str] = []
        owner: list[int] = []
        for number, word in enumerate(words):
            parts = [word]
            if word in _DEGREES and self._words.decimal == "." and raw and raw[-1][-1].isdecimal():
                parts = [_GLUED_ONLY[word]]  # '104 F', but '100 F' are francs in French
            elif word[0].isnumeric() or (word[0] in "-#" and len(word) > 1):
                parts = self._parts(word)
            raw += parts
            owner += [number] * len(parts)
        return raw, owner

    def _parts(self, word: str) -> list[str]:
        if is_iso_date(word):
            return [word]
        match = _GLUED.fullmatch(word)
        if match is None:
            feet = _FEET.fullmatch(word) if self._words.decimal == "." else None
            if feet is not None:
                return [feet[1], "foot", feet[2], "inch"]
            digits, _, end = word.partition("'")
            if end.lower() in self._words.together_ends and digits.isdecimal():
                return [digits]
            return [word]
        parts = ["#"] if match["sign"] else []
        parts.append(match["low"])
        if match["hour"]:  # 14h30
            is_time = (match["hour"].lower(),) in self._words.hours and not match["high"]
            return [*parts, match["hour"], match["minutes"]] if is_time else [word]
        for group in ("unit", "high", "last"):
            part = match[group]
            if not part:
                continue
            if group == "high":
                parts.append(DASH)
            elif part == "st" and not _ENDS_IN_ONE.search(match["low"]):
                part = "stone"  # '10st 4lb'
            elif part.lower() in self._words.ordinal_ends and not self._is_unit(part.lower()):
                part = ORDINAL_SIGN
            elif not self._is_suffix(part.lower()):
                known = _GLUED_ONLY.get(part)
                if known is None:
                    return [word]
                part = known
            parts.append(part)
        return parts

    def _is_unit(self, part: str) -> bool:
        """Whether what ends ordinals is a unit, too, where a hyphen parts it from no digits."""
        return part.isalpha() and part in self._words.units

    def _is_suffix(self, part: str) -> bool:
        return (
            part in self._words.letters
            or part in self._words.scales
            or part in self._units
            or (part,) in self._words.morning
            or (part,) in self._words.evening
        )
