"""Words as tokens that are equal where their values are: '$4.2bn' and '4.2 billion dollars'.

A token is a word under the key of its spelling, or a run of words that are one figure, date, time or
title under the key of its value. What may be read in several ways ('3m': millions or metres) has
further keys, of which one counts where the other side has it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache

from audit.languages.spelling import spelling
from audit.languages.values import value_words
from audit.values.numbers import Number, numbers
from audit.values.spellings import respelled

_GLUED = re.compile(
    r"(?P<sign>#?)(?P<low>-?\d[\d.,/:]*[½⅓⅔¼¾]?|[½⅓⅔¼¾])(?P<unit>[^\W\d]{1,4}|°[cfCF]?)?"
    r"(?:-(?P<high>\d[\d.,]*[½⅓⅔¼¾]?)(?P<last>[^\W\d]{1,4}|°[cfCF]?)?)?"
)
_ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_POINTED_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)")
_ORDINAL_END = re.compile(r"st|nd|rd|th")
_ROMAN = {
    "II": 2, "III": 3, "IV": 4, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "XI": 11, "XII": 12, "XIII": 13,
    "XIV": 14, "XV": 15, "XVI": 16, "XVII": 17, "XVIII": 18, "XIX": 19,
}  # fmt: skip
_DOLLARS = {
    "r": "r$",
    "us": "us$",
    "a": "a$",
    "au": "a$",
    "c": "c$",
    "ca": "c$",
    "nz": "nz$",
    "hk": "hk$",
}
_DASH = "–"  # between the two ends of a range written in one word
_MOST_UNIT_WORDS = 3
_GROUP = 3  # digits between spaces of thousands
_NOON = 12
_MILLION = 10**6
_MOST_KEPT = 500  # words
_LAST_YEAR = 2999
_FIRST_YEAR = 1000


@dataclass(frozen=True, slots=True)
class Token:
    """``words[start:end]`` of a text under one key; ``also`` are other keys that it may have."""

    start: int
    end: int
    key: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Quantity:
    """A number with its unit; of a time of day, the value is minutes and the unit '@'."""

    number: Number
    end: int
    unit: str = ""
    keys: tuple[str, ...] = ()  # in place of value and unit

    @property
    def key(self) -> str:
        """Its value and unit."""
        if self.keys:
            return self.keys[0]
        return f"={self.number.value} {self.unit}".rstrip()


def tokens(
    words: Sequence[str],
    language: str | None = None,
    *,
    beside: frozenset[str] = frozenset(),
    breaks: frozenset[int] = frozenset(),
) -> list[Token]:
    """The tokens of folded words, in their own case.

    Args:
        words: Folded words, one by one.
        language: Whose signs and words count; English ones where none is told.
        beside: Keys on the other side, which settle what can be read in several ways.
        breaks: Indices of words that no token reaches over: an editor's mark stands before them.
    """
    reading = _reader(language)
    if not reading.has_values(words):
        return [Token(at, at + 1, respelled(word)) for at, word in enumerate(words)]
    if len(words) <= _MOST_KEPT:
        return list(_kept(tuple(words), language, beside, breaks))
    return _read(words, language, beside, breaks)


@lru_cache(maxsize=256)
def _kept(
    words: tuple[str, ...],
    language: str | None,
    beside: frozenset[str],
    breaks: frozenset[int],
) -> list[Token]:
    """The tokens of a stretch, which is asked for again while one quotation is compared."""
    return _read(words, language, beside, breaks)


def _read(
    words: Sequence[str],
    language: str | None,
    beside: frozenset[str],
    breaks: frozenset[int],
) -> list[Token]:
    reading = _reader(language)
    out: list[Token] = []
    edges = [*sorted(edge for edge in breaks if 0 < edge < len(words)), len(words)]
    first = 0
    for last in edges:
        out += reading.read(words[first:last], first, beside)
        first = last
    return out


def settled(ours: Sequence[Token], theirs: Sequence[Token]) -> tuple[list[str], list[str]]:
    """The keys of both sides; of several that a token may have, one that the other side has."""
    mine = {key for token in ours for key in (token.key, *token.also)}
    others = {key for token in theirs for key in (token.key, *token.also)}
    return [_settle(token, others) for token in ours], [_settle(token, mine) for token in theirs]


def _settle(token: Token, other: set[str]) -> str:
    if not token.also:
        return token.key
    shared = sorted(key for key in (token.key, *token.also) if key in other)
    return shared[0] if shared else token.key


def key_pairs(
    ours: Sequence[str],
    theirs: Sequence[str],
    language: str | None,
    *,
    breaks: frozenset[int] = frozenset(),
) -> tuple[list[Token], list[str], list[Token], list[str]]:
    """Both sides as tokens with their settled keys."""
    a, b = tokens(ours, language, breaks=breaks), tokens(theirs, language)
    a_keys, b_keys = settled(a, b)
    if a_keys != b_keys and (_is_unsure(ours, language) or _is_unsure(theirs, language)):
        known_a = frozenset(key for token in a for key in (token.key, *token.also))
        known_b = frozenset(key for token in b for key in (token.key, *token.also))
        a = tokens(ours, language, beside=known_b, breaks=breaks)
        b = tokens(theirs, language, beside=known_a)
        a_keys, b_keys = settled(a, b)
    return a, a_keys, b, b_keys


def has_values(words: Sequence[str], language: str | None = None) -> bool:
    """Whether a figure, a date or a title may stand in folded words: a quick look."""
    return _reader(language).has_values(words)


def _is_unsure(words: Sequence[str], language: str | None) -> bool:
    """Whether the other side may tell how words are to be grouped: '1 300', 'no 10', 'a third'."""
    known = value_words(language)
    return any(
        (word.isdecimal() and len(word) == _GROUP and at and words[at - 1].isdecimal())
        or (
            at
            and (words[at - 1].lower() in known.number_signs or words[at - 1].lower() in known.once)
            and (word[0].isdigit() or word.lower() in known.fractions)
        )
        for at, word in enumerate(words)
    )


class _Reader:
    """Reads words in one language."""

    def __init__(self, language: str | None) -> None:
        self.words = value_words(language)
        self.numbers = numbers(language)
        self.units = {**self.words.currencies, **self.words.units}
        self.units |= {
            name: symbol for name, symbol in self.words.currencies.items() if name != symbol
        }
        self.phrases: dict[str, str] = {}
        for short, long in self.words.initials.items():
            self.phrases[long] = short
        singular: dict[str, str] = {}
        for name, number in self.words.months.items():
            singular.setdefault(number, name)
        self.month_names = singular
        self.starts = (
            self.numbers.starts
            | self.words.months.keys()
            | self.words.number_signs
            | self.words.currencies.keys()
            | self.words.titles.keys()
            | self.words.initials.keys()
            | {phrase.split()[0] for phrase in self.phrases}
        )
        self.leads = (self.words.once | self.words.before_day | _DOLLARS.keys()) - {"us"}
        self.starts -= self.leads
        self.own_month = spelling().capital_makes_another_word
        self.money = frozenset(self.words.currencies.values())
        self._may: dict[str, bool] = {}

    def may_start(self, word: str) -> bool:
        """Whether a word may begin a token of its own kind: a quick look."""
        known = self._may.get(word)
        if known is None:
            lowered = word.lower()
            known = (
                any(char.isnumeric() for char in word)
                or lowered in self.starts
                or self.numbers.may_start(lowered)
                or word in _ROMAN
            )
            if len(self._may) < 50_000:
                self._may[word] = known
        return known

    def has_values(self, words: Sequence[str]) -> bool:
        """Whether any word may begin a token of its own kind."""
        may = self._may
        return any(
            known if (known := may.get(word)) is not None else self.may_start(word)
            for word in words
        )

    def read(self, words: Sequence[str], offset: int, beside: frozenset[str]) -> Iterator[Token]:
        """The tokens of a stretch of words that begins at ``offset`` of a text."""
        raw, owner = self._unglued(words)
        low = [word.lower() for word in raw]
        at = 0
        while at < len(raw):
            found = None
            if self.may_start(raw[at]) or (
                low[at] in self.leads and at + 1 < len(raw) and self.may_start(raw[at + 1])
            ):
                found = self._at(raw, low, at, beside)
            if found is not None:
                end, keys = found
                # a token ends with a word: what was cut off one belongs to it
                while end < len(raw) and owner[end] == owner[end - 1]:
                    keys = (f"{keys[0]} {low[end]}",)
                    end += 1
                yield Token(offset + owner[at], offset + owner[end - 1] + 1, keys[0], keys[1:])
                at = end
                continue
            end = at + 1
            while end < len(raw) and owner[end] == owner[at]:
                end += 1
            word = words[owner[at]]
            yield Token(offset + owner[at], offset + owner[at] + 1, respelled(word))
            at = end

    def _unglued(self, words: Sequence[str]) -> tuple[list[str], list[int]]:
        """The words, figures parted from what is written to them, and which word each is of."""
        raw: list[str] = []
        owner: list[int] = []
        for number, word in enumerate(words):
            parts = [word]
            if word[0].isnumeric() or (word[0] in "-#" and len(word) > 1):
                parts = self._parts(word)
            raw += parts
            owner += [number] * len(parts)
        return raw, owner

    def _parts(self, word: str) -> list[str]:
        if _ISO_DATE.fullmatch(word):
            return [word]
        match = _GLUED.fullmatch(word)
        if match is None:
            return [word]
        parts = ["#"] if match["sign"] else []
        parts.append(match["low"])
        for group in ("unit", "high", "last"):
            part = match[group]
            if not part:
                continue
            if group == "high":
                parts.append(_DASH)
            elif not self._is_suffix(part.lower()):
                return [word]
            parts.append(part)
        return parts

    def _is_suffix(self, part: str) -> bool:
        return (
            part in self.words.letters
            or part in self.words.scales
            or part in self.units
            or _ORDINAL_END.fullmatch(part) is not None
            or (part,) in self.words.morning
            or (part,) in self.words.evening
        )

    def _at(
        self, raw: Sequence[str], low: Sequence[str], at: int, beside: frozenset[str]
    ) -> tuple[int, tuple[str, ...]] | None:
        """Where the token that begins at a word ends, and its keys."""
        ways: tuple[Callable[[], tuple[int, tuple[str, ...]] | None], ...] = (
            lambda: self._date(raw, low, at),
            lambda: self._named_number(raw, low, at, beside),
            lambda: self._figure(raw, low, at, beside),
            lambda: self._name(raw, low, at),
        )
        return next((found for way in ways if (found := way()) is not None), None)

    # figures

    def _figure(
        self, raw: Sequence[str], low: Sequence[str], at: int, beside: frozenset[str]
    ) -> tuple[int, tuple[str, ...]] | None:
        ordinal = self._ordinal(low, at)
        if ordinal is not None:
            return ordinal[1], (f"={ordinal[0]}.",)
        first = self._quantity(raw, low, at, beside)
        if first is None:
            return None
        end = first.end
        if end + 1 < len(low) and (low[end] == _DASH or low[end] in self.words.ranges):
            money = first.unit if first.unit in self.money else ""
            second = self._quantity(raw, low, end + 1, beside, money)
            if second is not None and self._ordinal(low, end + 1) is None:
                return second.end, (self._range(first, second),)
        return end, first.keys or (first.key, *self._other_ways(first))

    @staticmethod
    def _other_ways(quantity: _Quantity) -> tuple[str, ...]:
        if quantity.unit == "us$":
            return (f"={quantity.number.value} $",)
        if quantity.unit == "£":
            return (f"={quantity.number.value} pound",)
        return ()

    @staticmethod
    def _range(first: _Quantity, second: _Quantity) -> str:
        low, high = first.number.value, second.number.value
        if second.keys and not first.keys and second.keys[0].startswith("=@"):
            hour = int(second.keys[0][2:].split(":")[0])
            late = hour >= _NOON and low < _NOON and low + _NOON < hour
            return f"=@{int(low) + (_NOON if late else 0)}:00..{second.keys[0][1:]}"
        if second.number.scale > 1 and first.number.scale == 1:
            scale = second.number.scale
            if not first.unit or first.unit == second.unit or not second.unit:
                low = low * scale if low * scale <= high else low
        unit = second.unit or first.unit
        if first.unit and second.unit and first.unit != second.unit:
            return f"{first.key}..{second.key}"
        if first.keys or second.keys:
            return f"{first.key}..{second.key}"
        return f"={low}..{high} {unit}".rstrip()

    def _ordinal(self, low: Sequence[str], at: int) -> tuple[int, int] | None:
        """'21st', 'twenty-first': its number and end."""
        word = low[at]
        after = low[at + 1] if at + 1 < len(low) else ""
        if word.isdecimal() and _ORDINAL_END.fullmatch(after):
            return int(word), at + 2
        if word in self.numbers.ordinals:
            return self.numbers.ordinals[word], at + 1
        if word in self.numbers.tens and after in self.numbers.ordinals:
            ones = self.numbers.ordinals[after]
            return (self.numbers.tens[word] + ones, at + 2) if ones < 10 else None
        return None

    def _quantity(
        self,
        raw: Sequence[str],
        low: Sequence[str],
        at: int,
        beside: frozenset[str],
        money: str = "",
    ) -> _Quantity | None:
        """A number with the sign of a currency before it, or a unit behind it.

        ``money`` is the currency of the other end of a range.
        """
        unit, start = "", at
        if low[at] in self.words.currencies and not low[at].isalpha():
            unit, start = self.words.currencies[low[at]], at + 1
        elif low[at] in _DOLLARS and raw[at].isupper() and low[at + 1 : at + 2] == ["$"]:
            unit, start = _DOLLARS[low[at]], at + 2
        elif len(low[at]) == 3 and raw[at].isupper() and low[at] in self.words.currencies:
            unit, start = self.words.currencies[low[at]], at + 1
            start += low[start : start + 1] == ["$"]
        elif low[at] == "-" or (low[at].startswith("-") and low[at][1:] in self.words.currencies):
            return None
        if start >= len(low):
            return None
        if not unit:
            clock = self._time(low, start)
            if clock is not None:
                return clock
        grouped = self._grouped(low, start, beside)
        number = grouped or self.numbers.read(low, start)
        if number is None:
            return None
        end = start + number.words
        if end < len(low) and low[end] in self.words.letters and number.digits:
            letter = low[end]
            bigger = self._times(number, int(self.words.letters[letter]))
            if unit or money or letter == "k":
                return self._with_unit(low, bigger, end + 1, unit)
            glued = letter == "m"
            if glued:
                many = self._with_unit(low, bigger, end + 1, "")
                if many.unit in self.money:
                    return many
                key = f"={number.value} m"
                return _Quantity(number, end + 1, "m", (key, bigger_key(bigger)))
        return self._with_unit(low, number, end, unit)

    @staticmethod
    def _times(number: Number, scale: int) -> Number:
        return Number(number.value * scale, number.words, number.digits, scale)

    def _with_unit(self, low: Sequence[str], number: Number, end: int, unit: str) -> _Quantity:
        if unit:
            # 'US$3 million dollars' has the currency twice
            return _Quantity(number, end, unit)
        if number.scale >= _MILLION and low[end : end + 1] and low[end] in self.words.before_month:
            symbol = self.words.currencies.get(low[end + 1]) if end + 1 < len(low) else None
            if symbol is not None:  # 'tres millones de euros'
                return _Quantity(number, end + 2, symbol)
        for percent in self.words.percent:
            if tuple(low[end : end + len(percent)]) == percent:
                return _Quantity(number, end + len(percent), "%")
        for length in range(_MOST_UNIT_WORDS, 0, -1):
            phrase = " ".join(low[end : end + length])
            if len(low) >= end + length and phrase in self.units:
                if phrase in ("m", "l", "g", "p", "°") and not number.digits:
                    continue
                return _Quantity(number, end + length, self.units[phrase])
        return _Quantity(number, end)

    def _grouped(self, low: Sequence[str], at: int, beside: frozenset[str]) -> Number | None:
        """Digits in groups of three with spaces between: 1 000 000."""
        first = low[at]
        if not first.isdecimal() or len(first) > _GROUP or first.startswith("0"):
            return None
        end = at + 1
        while end < len(low) and len(low[end]) == _GROUP and low[end].isdecimal():
            end += 1
        if end == at + 1:
            return None
        value = int("".join(low[at:end]))
        sure = " " in self.words.thousands or all(group == "000" for group in low[at + 1 : end])
        if not sure and not any(
            key == f"={value}" or key.startswith(f"={value} ") for key in beside
        ):
            return None
        number = self.numbers.read([str(value), *low[end:]], 0)
        if number is None:
            return None
        return Number(number.value, number.words + end - at - 1, digits=True, scale=number.scale)

    def _time(self, low: Sequence[str], at: int) -> _Quantity | None:
        """A time of day: '3pm', '3:30 p.m.', 'three o'clock', '15 Uhr'."""
        match = _CLOCK.fullmatch(low[at])
        if match:
            hour, minute, end, exact = int(match[1]), int(match[2]), at + 1, ":" in low[at]
        else:
            number = self.numbers.read(low, at)
            if number is None or number.value.denominator > 1 or not 0 <= number.value <= 24:
                return None
            hour, minute, end, exact = int(number.value), 0, at + number.words, False
        of_number = Number(Fraction(hour), end - at, digits=True)
        for group, later in ((self.words.morning, False), (self.words.evening, True)):
            for phrase in group:
                if 0 < hour <= _NOON and tuple(low[end : end + len(phrase)]) == phrase:
                    on_24 = hour % _NOON + (_NOON if later else 0)
                    return _Quantity(of_number, end + len(phrase), "@", (f"=@{on_24}:{minute:02}",))
        for phrase in self.words.hours:
            if tuple(low[end : end + len(phrase)]) == phrase:
                keys: tuple[str, ...] = (f"=@{hour}:{minute:02}",)
                if 0 < hour <= _NOON:
                    keys = (*keys, f"=@{hour % _NOON + _NOON}:{minute:02}")
                    keys = (*keys, f"=@{hour % _NOON}:{minute:02}")
                return _Quantity(of_number, end + len(phrase), "@", tuple(dict.fromkeys(keys)))
        if exact:
            return _Quantity(of_number, end, "@", (f"=@{hour}:{minute:02}",))
        return None

    # dates

    def _month(self, raw: Sequence[str], low: Sequence[str], at: int) -> str | None:
        if at >= len(low):
            return None
        month = self.words.months.get(low[at])
        if month is None or (low[at] in self.own_month and raw[at].islower()):
            return None
        return month

    def _day(self, low: Sequence[str], at: int) -> tuple[int, int] | None:
        if at >= len(low):
            return None
        ordinal = self._ordinal(low, at)
        if ordinal is None:
            number = self.numbers.read(low, at)
            if number is None or number.value.denominator > 1 or number.scale > 1:
                return None
            ordinal = int(number.value), at + number.words
        return ordinal if 1 <= ordinal[0] <= 31 else None

    @staticmethod
    def _year(low: Sequence[str], at: int) -> tuple[str, int]:
        """The year at a word, as the end of a key, and where it ends."""
        word = low[at] if at < len(low) else ""
        if word.isdecimal() and len(word) == 4 and _FIRST_YEAR <= int(word) <= _LAST_YEAR:
            return f"/{word}", at + 1
        return "", at

    def _date(
        self, raw: Sequence[str], low: Sequence[str], at: int
    ) -> tuple[int, tuple[str, ...]] | None:
        iso = _ISO_DATE.fullmatch(low[at])
        if iso:
            return at + 1, (f"=d{int(iso[2])}-{int(iso[3])}/{iso[1]}",)
        pointed = _POINTED_DATE.fullmatch(low[at])
        if pointed and self.words.decimal == ",":
            return at + 1, (f"=d{int(pointed[2])}-{int(pointed[1])}/{pointed[3]}",)
        month = self._month(raw, low, at)
        if month is not None:
            behind = at + 1
            behind += behind + 1 < len(low) and low[behind] in self.words.before_day
            year, end = self._year(low, at + 1)
            if not year and low[at + 1 : at + 2] and low[at + 1] in self.words.before_month:
                year, end = self._year(low, at + 2)
            if year:
                return end, (f"=d{month}{year}",)
            day = self._day(low, behind)
            if day is not None:
                return self._dated(low, month, day[0], day[1])
            name = self.month_names[month]
            return at + 1, (name,)
        start = at
        if low[at] in self.words.before_day:
            start = at + 1
            # 'the 4th of July', never 'the 4 July'
            if start >= len(low) or self._ordinal(low, start) is None:
                return None
        if start >= len(low) or not self.may_start(raw[start]):
            return None
        day = self._day(low, start)
        if day is None:
            return None
        behind = day[1]
        if low[behind : behind + 1] and low[behind] in self.words.before_month:
            behind += 1
        month = self._month(raw, low, behind)
        if month is None:
            return None
        year, end = self._year(low, behind + 1)
        if not year and low[behind + 1 : behind + 2]:
            joined = low[behind + 1] in self.words.before_month
            year, end = self._year(low, behind + 1 + joined)
            end = end if year else behind + 1
        return end, (f"=d{month}-{day[0]}{year}",)

    def _dated(
        self, low: Sequence[str], month: str, day: int, end: int
    ) -> tuple[int, tuple[str, ...]]:
        """A date that begins with the month, its last day and its year, where they follow."""
        last = ""
        if end + 1 < len(low) and (low[end] == _DASH or low[end] in self.words.ranges):
            second = self._day(low, end + 1)
            if second is not None:
                last, end = f"..{second[0]}", second[1]
        year, end = self._year(low, end)
        return end, (f"=d{month}-{day}{last}{year}",)

    # names

    def _named_number(
        self, raw: Sequence[str], low: Sequence[str], at: int, beside: frozenset[str]
    ) -> tuple[int, tuple[str, ...]] | None:
        """'No. 10', 'Number Ten', '#10'."""
        if low[at] == "#":
            return (at + 2, (f"=no {low[at + 1]}",)) if at + 1 < len(low) else None
        if low[at] not in self.words.number_signs or at + 1 >= len(low):
            return None
        number = self.numbers.read(low, at + 1)
        if number is None or number.value.denominator > 1:
            return None
        key = f"=no {number.value}"
        sure = len(low[at]) > 2 or raw[at] == "No"
        if low[at] == "no" and not low[at + 1].isdecimal():
            return None
        if not sure and key not in beside:
            return None
        return at + 1 + number.words, (key,)

    def _name(
        self, raw: Sequence[str], low: Sequence[str], at: int
    ) -> tuple[int, tuple[str, ...]] | None:
        if raw[at] in _ROMAN:
            return at + 1, (f"={_ROMAN[raw[at]]}",)
        if low[at] in self.words.initials and raw[at].isupper():
            long = self.words.initials[low[at]]
            return at + 1, (long, *(["united states"] if low[at] == "usa" else []))
        for length in (4, 2):
            phrase = " ".join(low[at : at + length])
            if len(low) >= at + length and phrase in self.phrases:
                short = self.phrases[phrase]
                return at + length, (phrase, *(["united states"] if short == "usa" else []))
        if low[at] in self.words.titles and raw[at][0].isupper():
            meanings = self.words.titles[low[at]].split()
            return at + 1, (meanings[0],) if len(meanings) == 1 else (low[at], *meanings)
        return None


def bigger_key(number: Number) -> str:
    """The key of a plain number."""
    return f"={number.value}"


@cache
def _reader(language: str | None) -> _Reader:
    return _Reader(language)
