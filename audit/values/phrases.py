"""Values in phrases: ages, named numbers, spans of time, the numbers of telephones."""

from collections.abc import Sequence

from audit.languages.comparison.values import ValueWords
from audit.values.names import roman
from audit.values.numbers.ordinals import ordinal
from audit.values.numbers.spelled import Numbers
from audit.values.stretch import DASH, Found, Stretch

_OLDEST = 130  # years
_LONGEST_ORDINAL = 3  # words
_LONGEST_LETTERED = 2  # characters of 'Q3'
_LAST_CLASS = 20  # of 'Grade 2'
_LONGEST_SPAN = 3  # words
_FEWEST_DIALLED, _MOST_DIALLED = 7, 15  # digits
_LONGEST_TRUNK = 6  # digits of the first group
_LENGTHS_OF_COUNTRIES = (1, 2, 3)  # digits of their codes
_SHORTEST_TRUNK = 2  # with its zero or plus


class Phrases:
    """Reads what a language tells in phrases of their own."""

    def __init__(self, words: ValueWords, numbers: Numbers) -> None:
        self._words = words
        self._numbers = numbers
        self.starts = frozenset(
            [phrase.split()[0] for phrase in (*words.spans, *words.mixed)]
            + [phrase[0] for phrase in words.classes if len(phrase) > 1]
        )
        classes = frozenset(phrase[0] for phrase in words.classes if len(phrase) == 1)
        self._first_of_class = frozenset(phrase[0] for phrase in words.classes)
        self._first_of_span = frozenset(phrase.split()[0] for phrase in words.spans)
        self.leads = words.aged | words.decade_leads | classes
        """Words that begin one only before a number."""

    def may_start(self, word: str) -> bool:
        """Whether a lower-case word is an age in one word."""
        return self._years(word) is not None

    def _years(self, word: str) -> int | None:
        """The years of 'siebzehnjährige'."""
        for suffix in self._words.age_suffixes:
            if len(word) > len(suffix) and word.endswith(suffix):
                return self._numbers.in_one_word(word.removesuffix(suffix))
        return None

    def read(self, stretch: Stretch, at: int) -> Found | None:
        """The value that begins at a word, if it is told so."""
        return (
            self._dialled(stretch.low, at)
            or self._span(stretch.low, at)
            or self._many_times(stretch, at)
            or self._age(stretch.low, at)
            or self._class(stretch, at)
            or self._lettered_class(stretch.low[at], at)
            or self._class_of_letter(stretch, at)
        )

    def _span(self, low: Sequence[str], at: int) -> Found | None:
        """'a fortnight', 'ein Vierteljahrhundert'; an article before it is of it."""
        start = at + (low[at] in self._words.once)
        if not low[start : start + 1] or low[start] not in self._first_of_span:
            return None
        for length in range(min(_LONGEST_SPAN, len(low) - start), 0, -1):
            told = self._words.spans.get(" ".join(low[start : start + length]))
            if told is not None:
                return start + length, (f"={told}",)
        return None

    def _many_times(self, stretch: Stretch, at: int) -> Found | None:
        """'two times', where the other side has 'twice' or '2x'."""
        low = stretch.low
        number = self._numbers.read(low, at) if stretch.beside else None
        if number is None or at + number.words >= len(low):
            return None
        key = f"={number.value} times"
        if low[at + number.words] not in self._words.multiples or key not in stretch.beside:
            return None
        return at + number.words + 1, (key,)

    def _age(self, low: Sequence[str], at: int) -> Found | None:
        """'aged 34', 'siebzehnjährige' as so many years."""
        years = self._years(low[at])
        if years is not None:
            return at + 1, (f"={years} year",)
        if low[at] not in self._words.aged or at + 1 >= len(low):
            return None
        number = self._numbers.read(low, at + 1)
        if number is None or number.value.denominator > 1 or not 0 <= number.value <= _OLDEST:
            return None
        end = at + 1 + number.words
        if " ".join(low[end : end + 1]) in self._words.units:
            return None  # 'aged two months'
        return end, (f"={number.value} year",)

    def _class(self, stretch: Stretch, at: int) -> Found | None:
        """'Grade 2' and 'second grade' under one key."""
        low = stretch.low
        named = self._class_at(low, at)
        if named:
            read = self._count(stretch, at + len(named)) if at + len(named) < len(low) else None
            return (read[1], (f"={read[0]}. {' '.join(named)}",)) if read is not None else None
        if self._first_of_class.isdisjoint(low[at + 1 : at + 1 + _LONGEST_ORDINAL]):
            return None
        position = ordinal(self._numbers, low, at)
        if position is None and not self._words.ordinal_ends and low[at].isdecimal():
            position = int(low[at]), at + 1  # the point of '2. Klasse' is folded away
        if position is None or not 0 < position[0] <= _LAST_CLASS:
            return None
        named = self._class_at(low, position[1])
        if not named:
            return None
        return position[1] + len(named), (f"={position[0]}. {' '.join(named)}",)

    def _lettered_class(self, word: str, at: int) -> Found | None:
        """'Q3', which is the third quarter."""
        named = self._words.class_letters.get(word[0])
        if named is None or not word[1:].isdecimal() or len(word) > _LONGEST_LETTERED:
            return None
        return at + 1, (word, f"={int(word[1:])}. {named}")

    def _class_of_letter(self, stretch: Stretch, at: int) -> Found | None:
        """'third quarter', where the other side has 'Q3'."""
        position = ordinal(self._numbers, stretch.low, at)
        if position is None or position[1] >= len(stretch.low):
            return None
        key = f"={position[0]}. {stretch.low[position[1]]}"
        return (position[1] + 1, (key,)) if key in stretch.beside else None

    def _class_at(self, low: Sequence[str], at: int) -> tuple[str, ...]:
        """The name of a class that begins at a word; empty where none does."""
        if low[at : at + 1] and low[at] in self._first_of_class:
            for phrase in self._words.classes:
                if tuple(low[at : at + len(phrase)]) == phrase:
                    return phrase
        return ()

    def _count(self, stretch: Stretch, at: int) -> tuple[int, int] | None:
        """The number behind the name of a class, and where it ends."""
        number = roman(stretch.raw[at])
        if number is not None:
            return number, at + 1
        read = self._numbers.read(stretch.low, at)
        if read is None or read.value.denominator > 1 or not 0 < read.value <= _LAST_CLASS:
            return None
        return int(read.value), at + read.words

    @staticmethod
    def _dialled(low: Sequence[str], at: int) -> Found | None:
        """The number of a telephone, however its digits are grouped: '0800 555 0199'."""
        first = low[at]
        trunk = first.removeprefix("+")
        is_trunk = trunk.isdecimal() and _SHORTEST_TRUNK <= len(first) <= _LONGEST_TRUNK
        if not is_trunk or first[0] not in "0+":
            return None
        digits, end = trunk, at + 1
        while end < len(low):
            behind = end + (low[end] == DASH)
            if not low[behind : behind + 1] or not low[behind].isdecimal():
                break
            digits, end = digits + low[behind], behind + 1
        if end == at + 1 or not _FEWEST_DIALLED <= len(digits) <= _MOST_DIALLED:
            return None
        if first[0] != "+":
            return end, (f"=#{digits}",)
        # '+44 20' is '020' at home
        at_home = (f"=#0{digits[code:].lstrip('0')}" for code in _LENGTHS_OF_COUNTRIES)
        return end, (f"=#+{digits}", *at_home)
