"""Figures: ordinals, quantities with their units, amounts of money, and ranges of them."""

from collections.abc import Sequence
from fractions import Fraction

from audit.languages.comparison.values import ValueWords
from audit.values.numbers.in_one_word import keys_in_one_word
from audit.values.numbers.number import Number
from audit.values.numbers.ordinals import ordinal
from audit.values.numbers.spelled import Numbers
from audit.values.quantity import Quantity
from audit.values.ranges import PERCENT, is_change, of_two_years, other_ranges, range_of
from audit.values.shares import share
from audit.values.stretch import DASH, Found, Stretch, goes_on
from audit.values.times.clock import minutes_told, pointed_time, time_of_day
from audit.values.times.dates import pointed_day
from audit.values.times.decades import decade
from audit.values.units import SMALLER, Units, in_other_units

DOLLARS = {
    "r": "r$",
    "us": "us$",
    "a": "a$",
    "au": "a$",
    "c": "c$",
    "ca": "c$",
    "nz": "nz$",
    "hk": "hk$",
}
_CODE = 3  # letters of a currency's code: EUR
_MOST_UNIT_WORDS = 3
_GROUP = 3  # digits between spaces of thousands
_MILLION = 10**6
_POINT = "point"  # of percent
_DEGREE, _SCALES_OF_DEGREES = "degree", ("°c", "°f")  # which scale is meant is often not told
_ONE = Number(Fraction(1), 1)
_TEN, _HUNDRED, _HOURS, _HOUR = 10, 100, 24, 60
_LONGEST_RANGE = 16  # words


class Figures:
    """Reads the figures of a language."""

    def __init__(self, words: ValueWords, numbers: Numbers) -> None:
        self._words = words
        self._numbers = numbers
        self.units = {**words.currencies, **words.units}
        self.units |= {name: symbol for name, symbol in words.currencies.items() if name != symbol}
        self.units |= dict.fromkeys(words.points, _POINT)
        self._money = frozenset(words.currencies.values())
        self.units_of = Units(words, self.units, self._quantity)

    def read(self, stretch: Stretch, at: int) -> Found | None:
        """The ordinal, quantity or range of quantities that begins at a word."""
        low = stretch.low
        keys = keys_in_one_word(low[at])
        if keys:
            return at + 1, keys
        special = (
            self._between(stretch, at)
            or share(self._words, self._numbers, stretch, at)
            or decade(self._words, self._numbers, stretch, at)
            or self._without_whole(stretch, at)
            or self._without_one(stretch, at)
            or minutes_told(self._words, self._numbers, stretch, at)
            or self.units_of.once(stretch, at)
        )
        if special is not None:
            return special
        position = ordinal(self._numbers, low, at)
        if position is not None:
            # '1°' is the first of a month, or a degree
            as_degree = (f"={position[0]} degree",) if low[position[1] - 1] == "°" else ()
            return position[1], (f"={position[0]}.", *as_degree)
        first = self._quantity(stretch, at)
        if first is None:
            return None
        end = first.end
        in_pairs = (
            self._in_pairs(stretch, first)
            or self._side_by_side(stretch, first)
            or self.units_of.read(stretch, first)
        )
        if in_pairs is not None:
            return in_pairs
        if goes_on(low, end, self._words.ranges):
            second = self._quantity(stretch, end + 1, is_money=first.unit in self._money)
            is_one = second is not None and not is_change(first, second)
            if second is not None and is_one and ordinal(self._numbers, low, end + 1) is None:
                if low[end] == DASH:
                    second = of_two_years(first, second)
                return second.end, (range_of(first, second), *other_ranges(first, second))
        return end, first.keys or (
            first.key,
            *self._other_ways(first),
            *self._as_ordinal(low, first),
            *self._as_time(low, at, end),
        )

    def _between(self, stretch: Stretch, at: int) -> Found | None:
        """'between five and ten': as a range."""
        low = stretch.low
        if low[at] not in self._words.between:
            return None
        ties = range(at + 2, min(at + _LONGEST_RANGE, len(low) - 1))
        for tie in (tie for tie in ties if low[tie] in self._words.joined_by):
            part = Stretch(stretch.raw[:tie], low[:tie], stretch.beside)
            first = self._quantity(part, at + 1)
            if first is None:
                return None
            second = self._quantity(stretch, tie + 1) if first.end == tie else None
            if second is not None:
                return second.end, (range_of(first, second),)
        return None

    def _without_whole(self, stretch: Stretch, at: int) -> Found | None:
        """'.7 percent', and 'point seven' where the other side has such a figure."""
        word = stretch.low[at]
        if word[0] == "." and word[1:].isdecimal() and self._words.decimal == ".":
            return self._of_zero(stretch, at, f"0{word}")
        if word not in self._words.point or at + 1 >= len(stretch.low):
            return None
        ones = self._numbers.small.get(stretch.low[at + 1], 10)
        if ones >= 10:
            return None
        found = self._of_zero(stretch, at + 1, f"0{self._words.decimal}{ones}")
        return found if found is not None and found[1][0] in stretch.beside else None

    def _without_one(self, stretch: Stretch, at: int) -> Found | None:
        """'hundred' in 'the first hundred days', where the other side has such a figure."""
        word = stretch.low[at]
        if word not in self._words.hundreds and word not in self._words.scales:
            return None
        found = self._quantity(
            Stretch(["1", *stretch.raw[at:]], ["1", *stretch.low[at:]], stretch.beside), 0
        )
        if found is None or found.end == 1 or found.key not in stretch.beside:
            return None
        return at + found.end - 1, (found.key,)

    def _of_zero(self, stretch: Stretch, at: int, word: str) -> Found | None:
        """The quantity at a word that stands for another one."""
        low = [*stretch.low[:at], word, *stretch.low[at + 1 :]]
        found = self._quantity(Stretch(stretch.raw, low, stretch.beside), at)
        return (found.end, (found.key,)) if found is not None else None

    def _side_by_side(self, stretch: Stretch, first: Quantity) -> Found | None:
        """A range whose dash was no part of a word: '$5-$6', 'fifteen — twenty'."""
        low = stretch.low
        if first.end >= len(low) or first.keys:
            return None
        second = self._quantity(stretch, first.end)
        if second is None or second.keys:
            return None
        is_money = first.unit in self._money and low[first.end] == first.unit
        key = range_of(first, second)
        if is_money and not first.number.digits:
            return None
        return (second.end, (key,)) if key in stretch.beside else None

    def _in_pairs(self, stretch: Stretch, first: Quantity) -> Found | None:
        """'two thirty', where the other side has 230 or 2:30."""
        low, number = stretch.low, first.number
        if not (first.unit or number.digits) and number.value >= _HUNDRED * _TEN:
            hour, minute = divmod(number.value, _HUNDRED)
            key = f"=@{hour}:{minute}"
            return (first.end, (key,)) if minute >= _TEN and key in stretch.beside else None
        if not (first.unit or number.digits) and _TEN <= number.value < _HOURS:
            return self._hour_and_minutes(stretch, first)
        if first.unit or number.digits or not 0 < number.value < 10 or first.end >= len(low):
            return None
        second = self._numbers.read(low, first.end)
        if second is None or second.digits or not 10 <= second.value < 100:
            return None
        keys = (f"={100 * number.value + second.value}", f"=@{number.value}:{second.value}")
        shared = [key for key in keys if key in stretch.beside]
        return (first.end + second.words, (shared[0],)) if shared else None

    def _hour_and_minutes(self, stretch: Stretch, first: Quantity) -> Found | None:
        """'eighteen thirty', where the other side has 18:30."""
        if first.end >= len(stretch.low):
            return None
        second = self._numbers.read(stretch.low, first.end)
        if second is None or second.digits or not _TEN <= second.value < _HOUR:
            return None
        key = f"=@{first.number.value}:{second.value}"
        return (first.end + second.words, (key,)) if key in stretch.beside else None

    def _other_ways(self, quantity: Quantity) -> tuple[str, ...]:
        number = quantity.number
        if not quantity.unit and number.digits and not self._words.ordinal_ends:
            # the point of '21. Jahrhundert' is folded away
            is_plain = number.value.denominator == 1 and number.scale == 1
            return (f"={number.value}.",) if is_plain else ()
        if quantity.unit == "us$":
            return (f"={number.value} $",)
        if quantity.unit == _DEGREE:
            return tuple(f"={number.value} {scale}" for scale in _SCALES_OF_DEGREES)
        if quantity.unit == "£":
            return (f"={number.value} pound",)
        is_part = 0 < number.value < 1 and number.value.denominator <= _TEN
        if not quantity.unit and is_part and (_HUNDRED * number.value).denominator == 1:
            return (f"={_HUNDRED * number.value} {PERCENT}",)  # three fifths are 60 percent
        return tuple(in_other_units(quantity))

    def _as_ordinal(self, low: Sequence[str], quantity: Quantity) -> tuple[str, ...]:
        """'98-м' as an ordinal, where what is written to the digits may be a unit: metres."""
        number, last = quantity.number, low[quantity.end - 1]
        if not number.digits or last not in self._words.ordinal_ends:
            return ()
        return (f"={number.value}.",) if number.value.denominator == number.scale == 1 else ()

    def _as_time(self, low: Sequence[str], at: int, end: int) -> tuple[str, ...]:
        """'9.30' as a time, and where decimals stand behind a comma '1.5' as a day."""
        if end > at + 1:
            return ()
        day = pointed_day(low[at]) if self._words.decimal == "," else ()
        return *pointed_time(low[at]), *day

    def _quantity(self, stretch: Stretch, at: int, *, is_money: bool = False) -> Quantity | None:
        """A number with the sign of a currency before it, or a unit behind it.

        ``is_money`` says that the other end of a range is an amount of money.
        """
        low = stretch.low
        unit, start = self._currency(stretch, at)
        if start >= len(low) or (not unit and self._is_minus(low[at])):
            return None
        if not unit:
            clock = time_of_day(self._words, self._numbers, low, start)
            if clock is not None:
                return clock
        number = self._grouped(stretch, start) or self._numbers.read(low, start)
        if number is None:
            return None
        end = start + number.words
        lettered = self._lettered(low, number, end, unit, is_money=is_money)
        return lettered or self._with_unit(low, number, end, unit)

    def _currency(self, stretch: Stretch, at: int) -> tuple[str, int]:
        """The currency that stands before a number, if one does, and where the number begins."""
        low, currencies = stretch.low, self._words.currencies
        word, is_upper = low[at], stretch.raw[at].isupper()
        if word in currencies and not word.isalpha():
            return currencies[word], at + 1
        if word in DOLLARS and is_upper and low[at + 1 : at + 2] == ["$"]:
            return DOLLARS[word], at + 2
        if word in self._words.money_signs and stretch.raw[at][0].isupper():
            return currencies[word], at + 1
        if len(word) == _CODE and is_upper and word in currencies:
            return currencies[word], at + 1 + (low[at + 1 : at + 2] == ["$"])
        return "", at

    def _is_minus(self, word: str) -> bool:
        """Whether a word is a minus sign, alone or with a currency, and no number."""
        return word == "-" or (word.startswith("-") and word[1:] in self._words.currencies)

    def _lettered(
        self, low: Sequence[str], number: Number, end: int, unit: str, *, is_money: bool
    ) -> Quantity | None:
        """A number with a letter for its multiplier: '5k', '$3bn'; '3m' may be metres, too."""
        letter = low[end] if end < len(low) else ""
        if letter not in self._words.letters or not number.digits:
            return None
        bigger = self._times(number, int(self._words.letters[letter]))
        if unit or is_money or letter == "k":
            return self._with_unit(low, bigger, end + 1, unit)
        if letter != "m":
            return None
        many = self._with_unit(low, bigger, end + 1, "")
        if many.unit:  # '3m euros', '3m litres'
            return many
        return Quantity(number, end + 1, "m", (f"={number.value} m", f"={bigger.value}"))

    @staticmethod
    def _times(number: Number, scale: int) -> Number:
        return Number(number.value * scale, number.words, number.digits, scale)

    def _with_unit(self, low: Sequence[str], number: Number, end: int, unit: str) -> Quantity:
        if unit:
            # 'US$3 million dollars' has the currency twice
            return Quantity(number, end, unit)
        return (
            self._of_millions(low, number, end)
            or self._part_of(low, number, end)
            or self._measured(low, number, end)
        )

    def _of_millions(self, low: Sequence[str], number: Number, end: int) -> Quantity | None:
        """Millions that 'de' parts from their currency: 'tres millones de euros'."""
        if number.scale < _MILLION or end >= len(low):
            return None
        currencies = self._words.currencies
        if low[end] in self._words.before_month:
            symbol = currencies.get(low[end + 1]) if end + 1 < len(low) else None
            if symbol is not None:
                return Quantity(number, end + 2, symbol)
        symbol = currencies.get(low[end].partition("'")[2])  # trois millions d'euros
        return Quantity(number, end + 1, symbol) if symbol is not None else None

    def _part_of(self, low: Sequence[str], number: Number, end: int) -> Quantity | None:
        """A part of one unit: 'half a percent', 'a quarter of a century', '… d'heure'."""
        if not 0 < number.value < 1 or number.digits or end >= len(low):
            return None
        behind = end + (low[end] in self._words.before_month)
        at = behind + (behind < len(low) and low[behind] in self._words.once)
        joined = low[end].partition("'")[2]  # d'heure
        if at == end and not joined:
            return None
        named = [joined, *low[end + 1 :]] if at == end else low[at:]
        whole = self._with_unit(named, _ONE, 0, "") if named else None
        if whole is None or not whole.unit or (at == behind and whole.unit not in SMALLER):
            return None  # 'a third of dollars' is of many
        return Quantity(number, len(low) - len(named) + whole.end, whole.unit)

    def _measured(self, low: Sequence[str], number: Number, end: int) -> Quantity:
        """A number with the unit that stands behind it, if one does."""
        for percent in self._words.percent:
            if tuple(low[end : end + len(percent)]) == percent:
                return Quantity(number, end + len(percent), PERCENT)
        for length in range(_MOST_UNIT_WORDS, 0, -1):
            phrase = " ".join(low[end : end + length])
            if len(low) >= end + length and phrase in self.units:
                if phrase in ("m", "l", "g", "p", "t", "°") and not number.digits:
                    continue
                return Quantity(number, end + length, self.units[phrase])
        return Quantity(number, end)

    def _grouped(self, stretch: Stretch, at: int) -> Number | None:
        """Digits in groups of three with spaces between: 1 000 000."""
        low = stretch.low
        first = low[at]
        if not first.isdecimal() or len(first) > _GROUP or first.startswith("0"):
            return None
        end = at + 1
        while end < len(low) and len(low[end]) == _GROUP and low[end].isdecimal():
            end += 1
        if end == at + 1:
            return None
        value = int("".join(low[at:end]))
        sure = " " in self._words.thousands or all(group == "000" for group in low[at + 1 : end])
        if not sure and not any(
            key == f"={value}" or key.startswith(f"={value} ") for key in stretch.beside
        ):
            return None
        number = self._numbers.read([str(value), *low[end:]], 0)
        if number is None:
            return None
        return Number(number.value, number.words + end - at - 1, digits=True, scale=number.scale)
