"""Numbers in one word that are no plain figure: '4.0.0', '3:1', '50/50', '2:14:30', ’53."""

import re
from fractions import Fraction

_FEWEST_OF_VERSION = 3  # numbers between points
_GROUP = 3  # digits between points of thousands
_SCORE = re.compile(r"(\d{1,2}):(\d)")
_RUNNING_TIME = re.compile(r"(\d{1,3}):([0-5]\d):([0-5]\d)")
_CENTURIES = range(17, 21)  # by the first digits of their years
_HOUR = 60  # minutes, and a minute's seconds
EVEN_ODDS = ("=50..50", "=5050")
"""The keys of 'fifty-fifty', whose numbers are read in pairs."""
_IDIOMS = {"50/50": EVEN_ODDS, "24/7": ("=24..7",)}


def keys_in_one_word(word: str) -> tuple[str, ...]:
    """The keys of such a word; none of any other."""
    return _version(word) or _score(word) or _running_time(word) or _short_year(word)


def _version(word: str) -> tuple[str, ...]:
    """The keys of a number with points for what is made again and again: '4.0.0' is 4."""
    numbers = word.split(".")
    if len(numbers) < _FEWEST_OF_VERSION or not all(map(str.isdecimal, numbers)):
        return ()
    if all(len(number) == _GROUP for number in numbers[1:]):
        return ()  # thousands
    while len(numbers) > 1 and not numbers[-1].strip("0"):
        numbers.pop()
    if len(numbers) > 2 or (len(numbers) > 1 and numbers[1].endswith("0")):
        return (word,)  # 2.10 is not 2.1
    return (word, f"={Fraction('.'.join(numbers))}")


def _score(word: str) -> tuple[str, ...]:
    """The keys of two numbers that are no time: '3:1' is '3-1', '50/50' is 'fifty-fifty'."""
    if word in _IDIOMS:
        return _IDIOMS[word]
    match = _SCORE.fullmatch(word) if ":" in word else None
    return (f"={match[1]}..{match[2]}",) if match else ()


def _short_year(word: str) -> tuple[str, ...]:
    """The keys of a year whose century an apostrophe stands for; the plain number may be meant."""
    if word[0] != "'" or not word[1:].isdecimal():
        return ()
    return f"={int(word[1:])}", *(f"={century}{word[1:]}" for century in _CENTURIES)


def _running_time(word: str) -> tuple[str, ...]:
    """The keys of hours, minutes and seconds, as a race is timed: '2:14:30'."""
    match = _RUNNING_TIME.fullmatch(word) if ":" in word else None
    if match is None:
        return ()
    hours, minutes, seconds = map(int, match.groups())
    total = (hours * _HOUR + minutes) * _HOUR + seconds
    return f"={hours} hour+{minutes} minute+{seconds} second", f"={total} second"
