"""Times of day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from audit.languages.comparison.values import ValueWords
from audit.values.numbers.number import Number
from audit.values.numbers.ordinals import ordinal
from audit.values.numbers.spelled import Numbers
from audit.values.quantity import Quantity
from audit.values.stretch import Found, Stretch

NOON = 12
_HOUR = 60  # minutes
_LONGEST_MOMENT = 4  # words
_LEAST_SPELLED = 5  # minutes that are told in words
_MINUTES = re.compile(r"[0-5]\d")
_KEY = re.compile(r"=@(\d{1,2}):(\d\d)(?:\.\.@(\d{1,2}):(\d\d))?")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)")


def minutes_of(key: str) -> tuple[int, ...]:
    """The time of day that a token's key tells, in minutes; both of a range, none of other keys."""
    found = _KEY.fullmatch(key)
    ends = (found.groups()[:2], found.groups()[2:]) if found is not None else ()
    return tuple(_HOUR * int(hour) + int(minute) for hour, minute in ends if hour)


def time_of_day(
    words: ValueWords, numbers: Numbers, low: Sequence[str], at: int
) -> Quantity | None:
    """A time of day: '3pm', '3:30 p.m.', 'three o'clock', '15 Uhr'."""
    if low[at] in words.moments:  # 'midi', 'midi et demi'
        for length in range(_LONGEST_MOMENT, 0, -1):
            named = words.moments.get(" ".join(low[at : at + length]))
            if named is not None and at + length <= len(low):
                return _quantity(named, at, at + length)
    told = _told_before(words, numbers, low, at) or _told_behind(words, numbers, low, at)
    if told is not None:
        return told
    dial = _dial(numbers, low, at)
    if dial is None:
        return None
    if dial.hour == NOON and dial.end < len(low) and low[dial.end] in words.moments:  # 12 noon
        return _quantity(words.moments[low[dial.end]], at, dial.end + 1)
    told = _in_half(words, low, dial) or _of_hours(words, numbers, low, dial)
    if told is None and dial.exact:
        return Quantity(dial.number, dial.end, "@", (f"=@{dial.hour}:{dial.minute:02}",))
    return told


def pointed_time(word: str) -> tuple[str, ...]:
    """The keys of a word that is a time of day with a point in it, or a figure: '8.30'."""
    match = _CLOCK.fullmatch(word)
    return _either_half(int(match[1]), int(match[2])) if match and "." in word else ()


class _Dial(NamedTuple):
    """An hour and a minute as they are written, up to the word ``end``.

    ``exact`` says that a colon parts them: nothing else is written so.
    """

    number: Number
    hour: int
    minute: int
    end: int
    exact: bool


def _dial(numbers: Numbers, low: Sequence[str], at: int) -> _Dial | None:
    """'3:30', or a whole number that may be an hour."""
    match = _CLOCK.fullmatch(low[at])
    if match:
        hour, minute = int(match[1]), int(match[2])
        number = Number(Fraction(hour), 1, digits=True)
        return _Dial(number, hour, minute, at + 1, ":" in low[at])
    read = numbers.read(low, at)
    if read is None or read.value.denominator > 1 or not 0 <= read.value <= 24:
        return None
    number = Number(Fraction(int(read.value)), read.words, digits=True)
    return _Dial(number, int(read.value), 0, at + read.words, exact=False)


def _in_half(words: ValueWords, low: Sequence[str], dial: _Dial) -> Quantity | None:
    """A time with the half of the day behind it: '3 p.m.'."""
    for group, later in ((words.morning, False), (words.evening, True)):
        for phrase in group:
            behind = dial.end + len(phrase)
            if 0 < dial.hour <= NOON and tuple(low[dial.end : behind]) == phrase:
                on_24 = dial.hour % NOON + (NOON if later else 0)
                return Quantity(dial.number, behind, "@", (f"=@{on_24}:{dial.minute:02}",))
    return None


def _of_hours(
    words: ValueWords, numbers: Numbers, low: Sequence[str], dial: _Dial
) -> Quantity | None:
    """A time with the word for hours behind it, and minutes behind that: '15 Uhr', '14 h 30'."""
    for phrase in words.hours:
        stop, minute = dial.end + len(phrase), dial.minute
        if tuple(low[dial.end : stop]) == phrase:
            if not minute:
                minute, stop = _minutes_behind(numbers, low, stop)
            return Quantity(dial.number, stop, "@", _either_half(dial.hour, minute))
    return None


def _minutes_behind(numbers: Numbers, low: Sequence[str], at: int) -> tuple[int, int]:
    """The minutes behind an hour's word, and where they end: '14 h 30', 'huit heures trente'."""
    if at < len(low) and _MINUTES.fullmatch(low[at]):
        return int(low[at]), at + 1
    number = numbers.read(low, at) if at < len(low) else None
    if number is None or number.digits or number.value.denominator > 1:
        return 0, at
    is_time = _LEAST_SPELLED <= number.value < _HOUR and number.scale == 1
    return (int(number.value), at + number.words) if is_time else (0, at)


def _quantity(time: str, at: int, end: int) -> Quantity:
    """A time of day that is told by its name."""
    hour, _, minutes = time.partition(":")
    number = Number(Fraction(int(hour)), end - at)
    return Quantity(number, end, "@", (f"=@{int(hour)}:{minutes}",))


def _told_before(
    words: ValueWords, numbers: Numbers, low: Sequence[str], at: int
) -> Quantity | None:
    """'half past seven', 'quarter to eight', 'halb acht'."""
    told = _part_before(words, numbers, low, at)
    return _of_minutes(words, low, slice(at, told[0]), told[1]) if told is not None else None


def _part_before(
    words: ValueWords, numbers: Numbers, low: Sequence[str], at: int
) -> tuple[int, int] | None:
    """Where a time ends that begins with a part of an hour, and its minutes."""
    for phrase, minutes in words.before_hour.items():
        parts = phrase.split()
        behind = at + len(parts)
        if behind >= len(low) or list(low[at:behind]) != parts:
            continue
        hour = _hour(numbers, low, behind)
        if hour is None:
            continue
        return hour[1], hour[0] * _HOUR + int(minutes)
    return None


def _hour(numbers: Numbers, low: Sequence[str], at: int) -> tuple[int, int] | None:
    """The hour of half a day at a word, where it ends; 'в половине восьмого' has an ordinal."""
    position = ordinal(numbers, low, at)
    if position is not None:
        return position if 0 < position[0] <= NOON and not low[at][0].isdigit() else None
    number = numbers.read(low, at)
    if number is None or number.value.denominator > 1 or number.scale > 1:
        return None
    return (int(number.value), at + number.words) if 0 < number.value <= NOON else None


def minutes_told(words: ValueWords, numbers: Numbers, stretch: Stretch, at: int) -> Found | None:
    """'ten to six', 'fünf vor halb acht', 'ocho menos diez', 'без десяти восемь'.

    Only where the other side has the time: 'ten to six' may be a range, 'five after ten' a score.
    """
    if not any(key.startswith("=@") for key in stretch.beside):
        return None
    for end, total in _minutes_and_hour(words, numbers, stretch.low, at):
        told = _of_minutes(words, stretch.low, slice(at, end), total)
        shared = [key for key in told.keys if key in stretch.beside]
        if shared:
            return told.end, (shared[0],)
    return None


def _minutes_and_hour(
    words: ValueWords, numbers: Numbers, low: Sequence[str], at: int
) -> Iterator[tuple[int, int]]:
    """Where a time ends that begins at a word, and its minutes."""
    lacks = low[at] in words.short_of
    first = numbers.read(low, at + lacks) if at + lacks < len(low) else None
    if first is None or first.value.denominator > 1 or not 0 < first.value < _HOUR:
        return
    value, end = int(first.value), at + lacks + first.words
    if lacks:
        hour = _hour(numbers, low, end) if end < len(low) else None
        if hour is not None:
            yield hour[1], hour[0] * _HOUR - value
        return
    for tie, sign in words.past_hour.items():
        behind = end + len(tie.split())
        if " ".join(low[end:behind]) == tie and behind < len(low):
            half = _part_before(words, numbers, low, behind)
            if half is not None:
                yield half[0], half[1] + int(sign) * value
            hour = _hour(numbers, low, behind)
            if hour is not None:
                yield hour[1], hour[0] * _HOUR + int(sign) * value
    for tie, sign in words.of_hour.items():
        behind = end + len(tie.split())
        if " ".join(low[end:behind]) == tie and behind < len(low) and value <= NOON:
            minutes = numbers.read(low, behind)
            if minutes is not None and 0 < minutes.value < _HOUR and minutes.scale == 1:
                yield behind + minutes.words, value * _HOUR + int(sign) * int(minutes.value)


def _told_behind(
    words: ValueWords, numbers: Numbers, low: Sequence[str], at: int
) -> Quantity | None:
    """'siete y media', 'huit heures moins le quart'."""
    if not words.after_hour:
        return None
    number = numbers.read(low[: at + 1], at)
    if number is None or number.value.denominator > 1 or not 0 < number.value <= NOON:
        return None
    for phrase, minutes in words.after_hour.items():
        parts = phrase.split()
        if list(low[at + 1 : at + 1 + len(parts)]) != parts:
            continue
        total = int(number.value) * _HOUR + int(minutes)
        told = _of_minutes(words, low, slice(at, at + 1 + len(parts)), total)
        # 'dos y media' may be a number, too
        many = f"={number.value + Fraction(int(minutes), _HOUR)}"
        return replace(told, keys=(*told.keys, many))
    return None


def _of_minutes(words: ValueWords, low: Sequence[str], place: slice, minutes: int) -> Quantity:
    """Words that tell so many minutes of a half of the day, and which half, where that is told."""
    hour, minute = divmod(minutes if minutes >= _HOUR else minutes + NOON * _HOUR, _HOUR)
    of_hour = Number(Fraction(hour), place.stop - place.start)
    dial = _Dial(of_hour, hour, minute, place.stop, exact=False)
    told = _in_half(words, low, dial)
    return told or Quantity(of_hour, place.stop, "@", _either_half(hour, minute))


def _either_half(hour: int, minute: int) -> tuple[str, ...]:
    """The keys of a time that may be before or after noon."""
    keys = [f"=@{hour}:{minute:02}"]
    if 0 < hour <= NOON:
        keys += [f"=@{hour % NOON + NOON}:{minute:02}", f"=@{hour % NOON}:{minute:02}"]
    return tuple(dict.fromkeys(keys))
