"""Ranges between two quantities: '12-18', 'from nine to five', '2009-10'."""

from dataclasses import replace

from audit.values.numbers.in_one_word import EVEN_ODDS
from audit.values.quantity import Quantity
from audit.values.times.clock import NOON

PERCENT = "%"
_FIRST_YEAR, _LAST_YEAR = 1000, 2999
_HUNDRED = 100
_HALF = 50


def range_of(first: Quantity, second: Quantity) -> str:
    """The key of a range between two quantities."""
    low, high = first.number.value, second.number.value
    if second.keys and not first.keys and second.keys[0].startswith("=@"):
        hour = int(second.keys[0][2:].split(":")[0])
        is_half = second.number.value <= NOON  # '3 to 5pm', but '8 bis 24 Uhr'
        late = is_half and hour >= NOON and low < NOON and low + NOON < hour
        return f"=@{int(low) + (NOON if late else 0)}:00..{second.keys[0][1:]}"
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


def is_change(first: Quantity, second: Quantity) -> bool:
    """Whether the first is by how much and the second up to what: 'fell 4 % to $2.1 billion'."""
    units = {first.unit, second.unit}
    return PERCENT in units and len(units - {""}) > 1


def of_two_years(first: Quantity, second: Quantity) -> Quantity:
    """The second with the century of the first, where two digits stand behind a year: '2009-10'."""
    year, end = first.number.value, second.number.value
    is_year = not (first.unit or first.keys or second.unit or second.keys)
    if not (is_year and _FIRST_YEAR <= year <= _LAST_YEAR and year % _HUNDRED < end < _HUNDRED):
        return second
    return replace(second, number=replace(second.number, value=year - year % _HUNDRED + end))


def other_ranges(first: Quantity, second: Quantity) -> tuple[str, ...]:
    """What a range of two plain numbers may be: hours in 'from nine to five', 'fifty-fifty'."""
    if any(each.unit or each.keys or each.number.value.denominator > 1 for each in (first, second)):
        return ()
    ends = [int(quantity.number.value) for quantity in (first, second)]
    if ends == [_HALF, _HALF]:
        return EVEN_ODDS[1:]
    if not all(0 < end <= NOON for end in ends):
        return ()
    halves = [(end % NOON, end % NOON + NOON) for end in ends]
    return tuple(f"=@{one}:00..=@{other}:00" for one in halves[0] for other in halves[1])
