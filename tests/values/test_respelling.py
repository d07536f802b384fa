"""Whatever the value: respelling it is never serious, changing it always is."""

from hypothesis import given, settings
from hypothesis import strategies as st

from audit import verify_quote
from audit.model import Verdict, Weight

_FRAME = "We will talk about {} with the people of the harbour tomorrow"
_AROUND = "The council met on Monday to look at the winter and the boats that were lost in it."
_MONTHS = ("January", "February", "April", "June", "July", "September", "October", "December")
_SCALES = (("million", "m"), ("billion", "bn"))
_ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def _spelled(number: int) -> str:
    """A number from 1 to 13, or from 20 to 999 in words."""
    if number >= 100:
        rest = f" and {_spelled(number % 100)}" if number % 100 else ""
        return f"{_ONES[number // 100 - 1]} hundred{rest}"
    if number <= len(_ONES):
        return _ONES[number - 1]
    ones = f"-{_ONES[number % 10 - 1]}" if number % 10 else ""
    return f"{_TENS[number // 10 - 2]}{ones}"


_NUMBERS = st.integers(1, 999).filter(lambda n: not 13 < n % 100 < 20)
_DATES = st.tuples(st.sampled_from(_MONTHS), st.integers(1, 28))


@st.composite
def _money(draw: st.DrawFn) -> tuple[str, ...]:
    number = f"{draw(st.integers(1, 99))}.{draw(st.integers(1, 9))}"
    word, short = draw(st.sampled_from(_SCALES))
    sign, name = draw(st.sampled_from([("$", "dollars"), ("£", "pounds"), ("€", "euros")]))
    return (
        f"{sign}{number}{short}",
        f"{sign}{number} {word}",
        f"{number} {word} {name}",
        f"{number}{short} {name}",
    )


_FULL = (("Prof.", "Professor"), ("Capt.", "Captain"), ("Gov.", "Governor"), ("Lt.", "Lieutenant"))
_TIMES = st.tuples(st.integers(1, 11), st.integers(10, 59), st.sampled_from("ap"))


@st.composite
def _two_units(draw: st.DrawFn) -> tuple[str, ...]:
    big, small = draw(st.integers(2, 9)), draw(st.integers(2, 11))
    one, other = draw(st.sampled_from([("hours", "minutes"), ("feet", "inches")]))
    words = f"{_ONES[big - 1]} {one} and {_ONES[small - 1]} {other}"
    return f"{big} {one} {small} {other}", f"{big} {one} and {small} {other}", words


_VALUES = st.one_of(
    _money(),
    _NUMBERS.map(lambda n: (f"{n} boats", f"{_spelled(n)} boats")),
    _NUMBERS.map(lambda n: (f"{n}%", f"{n} percent", f"{_spelled(n)} per cent")),
    _NUMBERS.map(lambda n: (f"{n} km", f"{n}km", f"{_spelled(n)} kilometres")),
    st.integers(1_000, 999_999).map(lambda n: (f"{n:,} boats", f"{n} boats")),
    _DATES.map(lambda d: (f"{d[0]} {d[1]}", f"{d[1]} {d[0]}", f"{d[0][:3]}. {d[1]}")),
    _NUMBERS.map(lambda n: (f"No. {n}", f"Number {n}")),
    st.integers(1, 11).map(lambda n: (f"{n}pm", f"{n} p.m.", f"{n}:00 p.m.")),
    st.sampled_from([("Gov. Lee", "Governor Lee"), ("Sen. Lee", "Senator Lee")]),
    st.sampled_from(_FULL).map(lambda pair: tuple(f"{title} Moss" for title in pair)),
    _TIMES.map(lambda t: (f"{t[0]}:{t[1]}{t[2]}m", f"{t[0]}:{t[1]} {t[2]}.m.")),
    st.integers(1, 11).map(
        lambda n: (f"half past {_ONES[n - 1]} in the morning", f"{n}:30 a.m.", f"{n}:30am")
    ),
    st.integers(2, 9).map(lambda n: (f"the {_TENS[n - 2][:-1]}ies", f"the 19{n}0s", f"the {n}0s")),
    st.tuples(st.integers(2, 12), st.integers(13, 40)).map(
        lambda n: (
            f"{n[0]}-{n[1]} boats",
            f"{n[0]} to {n[1]} boats",
            f"between {n[0]} and {n[1]} boats",
        )
    ),
    st.tuples(_DATES, st.integers(1801, 2099)).map(
        lambda d: (
            f"{d[0][0]} {d[0][1]}, {d[1]}",
            f"{d[0][1]} {d[0][0]} {d[1]}",
            f"{d[0][0][:3]}. {d[0][1]}, {d[1]}",
        )
    ),
    _two_units(),
)


def _weight(quoted: str, there: str) -> tuple[Verdict, Weight | None]:
    source = f"{_AROUND} “{_FRAME.format(there)},” she said. {_AROUND}"
    check = verify_quote(_FRAME.format(quoted), source)
    return check.verdict, check.weight


@given(value=_VALUES, data=st.data())
@settings(max_examples=150, deadline=None)
def test_a_value_respelled_is_never_serious(value: tuple[str, ...], data: st.DataObject) -> None:
    verdict, weight = _weight(data.draw(st.sampled_from(value)), data.draw(st.sampled_from(value)))
    assert verdict is not Verdict.ABSENT
    assert weight in (None, Weight.STYLE)


@given(value=_VALUES, other=_VALUES, data=st.data())
@settings(max_examples=150, deadline=None)
def test_another_value_is_always_serious(
    value: tuple[str, ...], other: tuple[str, ...], data: st.DataObject
) -> None:
    if value[0] == other[0]:
        return
    quoted, there = data.draw(st.sampled_from(value)), data.draw(st.sampled_from(other))
    assert _weight(quoted, there) == (Verdict.ALTERED, Weight.SERIOUS)


@given(
    number=st.integers(21, 999).filter(
        lambda n: n % 100 not in range(14, 20) and " " in _spelled(n).replace("-", " ")
    ),
    data=st.data(),
)
@settings(max_examples=100, deadline=None)
def test_a_spelled_number_cut_anywhere_is_another(number: int, data: st.DataObject) -> None:
    spelled = _spelled(number)
    words = spelled.replace("-", " ").split()
    cut = data.draw(st.integers(1, len(words) - 1))
    if words[cut - 1] == "and":
        return
    kept = " ".join(words[:cut])
    source = f"{_AROUND} “We will talk of {spelled} boats tomorrow,” she said. {_AROUND}"
    check = verify_quote(f"We will talk of {kept}", source)
    assert (check.verdict, check.weight) == (Verdict.ALTERED, Weight.SERIOUS)
