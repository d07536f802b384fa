"""The values of figures, however a language writes them: '1,9 Mio.

Euro' and '1.9 million euros' are one. '84.600' may be a number of thousands or a fraction: both are
taken, since to find a figure where it is not harms less than to miss it where it is.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from audit.languages.comparison.figures import any_figures

_MOST_READ = 1_000_000  # characters of a source
_SPACES = " \u00a0\u202f\u2009"
_PERCENT = "%"
_GROUP = 3  # digits
_GROUPS = re.compile(rf"[.,'’{_SPACES}]")
_DIGIT = re.compile(r"\d")


class Value(NamedTuple):
    """A number and what it is of: '%', an ISO 4217 code, or '' for anything else."""

    number: Decimal
    of: str


class _Found(NamedTuple):
    numbers: frozenset[Decimal]
    scales: frozenset[int]
    of: frozenset[str]
    leads_on: bool


def has_value(source: str, figure: str) -> bool:
    """Whether a source has every number that a figure in digits names, of the same kind."""
    if _DIGIT.search(figure) is None:
        return False
    wanted = _with_ranges(list(_found(figure, apart=False)))
    if not wanted:
        return False
    there = _values(source)
    return all(any(_fits(value, there) for value in _as_values(found)) for found in wanted)


def _fits(value: Value, there: frozenset[Value]) -> bool:
    if value.of:
        return value in there
    return Value(value.number, "") in there


@lru_cache(maxsize=16)  # each missing figure of a statement asks for the same source
def _values(source: str) -> frozenset[Value]:
    found = _with_ranges(list(_found(source[:_MOST_READ])))
    values = {value for each in found for value in _as_values(each)}
    # A number of something may be told without it, but a share is no number.
    return frozenset(values | {Value(value.number, "") for value in values if value.of != _PERCENT})


def _as_values(found: _Found) -> Iterator[Value]:
    for number in found.numbers:
        for scale in found.scales:
            for of in found.of or {""}:
                yield Value((number * scale).normalize(), of)


def _with_ranges(found: list[_Found]) -> list[_Found]:
    """The first end of a range is of what the second is: '50 to 60 percent', '1-3 million'."""
    for at in range(len(found) - 2, -1, -1):
        each, following = found[at], found[at + 1]
        bare = not each.of and each.scales == {1}
        if bare and each.leads_on and (following.of or following.scales != {1}):
            found[at] = each._replace(of=following.of, scales=each.scales | following.scales)
    return found


def _found(text: str, *, apart: bool = True) -> Iterator[_Found]:
    """The figures of a text; groups that spaces part are numbers by themselves too if ``apart``."""
    known = any_figures()
    for match in _pattern().finditer(text):
        digits, word = match["digits"], match["word"]
        numbers = (
            _readings(digits, apart=apart) if digits else map(Decimal, known.numbers[word.lower()])
        )
        scale = (match["scale"] or "").lower()
        of = set[str]()
        if match["percent"]:
            of = {_PERCENT}
        else:
            for money in (match["sign"], match["money"]):
                of |= known.currencies.get((money or "").lower(), frozenset())
        yield _Found(
            frozenset(numbers),
            known.scales.get(scale, frozenset({1})),
            frozenset(of),
            leads_on=match["range"] is not None,
        )


def _readings(digits: str, *, apart: bool) -> Iterator[Decimal]:
    """The numbers that digits with their separators may be."""
    parts = _GROUPS.split(digits)
    signs = _GROUPS.findall(digits)
    grouped = len(parts) > 1 and all(len(part) == _GROUP for part in parts[1:])
    if not signs:
        yield Decimal(digits)
        return
    if grouped and len(set(signs)) == 1:
        yield Decimal("".join(parts))
        if signs[0] in _SPACES and apart:
            yield from map(Decimal, parts)  # two numbers side by side
        if signs[0] in _SPACES:
            return
    if signs[-1] in ".," and (len(signs) == 1 or (signs[-1] not in signs[:-1])):
        yield Decimal(f"{''.join(parts[:-1])}.{parts[-1]}")


@cache
def _pattern() -> re.Pattern[str]:
    known = any_figures()
    signs = [form for form in known.currencies if not form.isalpha()]
    digits = (
        rf"\d{{1,3}}(?:[.,'’{_SPACES}]\d{{3}}){{1,5}}(?!\d)(?:[.,]\d{{1,6}})?"
        r"|\d{1,15}(?:[.,]\d{1,6})?"
    )
    gap = r"[\s-]{0,2}"
    return re.compile(
        rf"(?<![\w.,])(?:(?:(?P<sign>{_either(signs)})\s?)?(?P<digits>{digits})"
        rf"|(?P<word>{_either(known.numbers)})(?!\w))"
        rf"(?:{gap}(?P<scale>{_either(known.scales)})(?!\w)\.?)?"
        rf"(?:{gap}(?:de\s|d[’'])?(?:(?P<percent>{_either(known.percent)})"
        rf"|(?P<money>{_either(known.currencies)}))(?!\w))?"
        rf"(?P<range>(?=\s{{0,2}}(?:[-–—,/]|{_either(known.ranges)})\s{{0,2}}[$€£]?\d))?",
        re.IGNORECASE,
    )


def _either(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
