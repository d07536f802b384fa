"""The words of figures in English statements; other languages have ``comparison.figures``."""

from dataclasses import dataclass
from functools import cache

from audit.languages.extraction.english import LANGUAGE
from audit.languages.folders import read
from audit.languages.schema import key


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFigures:
    """Words by which figures in English statements are found, written as they stand there."""

    ones: frozenset[str] = key("Numbers behind a ten: 'one' in 'twenty-one'.")
    small: frozenset[str] = key("Numbers below twenty that stand alone; 'one' is rarely a number.")
    tens: frozenset[str] = key("Tens: 'twenty'.")
    single: tuple[str, ...] = key("What stands for one before a large number: 'half a', 'an'.")
    large: frozenset[str] = key("Large numbers behind another one: 'hundred', 'dozen'.")
    crowds: tuple[str, ...] = key("Numbers that need 'of' behind them: 'dozens'.")
    scales: frozenset[str] = key("What multiplies a figure in digits: 'million', 'bn'.")
    signs: tuple[str, ...] = key("Signs before an amount: 'US$', '£'.")
    codes: frozenset[str] = key("Codes of currencies: 'USD'.")
    money: tuple[str, ...] = key("Currencies behind a figure, all forms: 'pounds sterling'.")
    units: tuple[str, ...] = key("Units behind a figure, all forms: 'square miles', 'km'.")
    percent: tuple[str, ...] = key("Percent in words: 'per cent', 'basis points'.")
    parts: frozenset[str] = key("Parts of one: 'third'.")
    many_parts: frozenset[str] = key("The same in the plural: 'thirds'.")
    shares_alone: frozenset[str] = key("Those that are shares with no 'of' behind: no 'quarters'.")
    of_whole: tuple[str, ...] = key("Between a part and its whole, as in 'one in five': 'out of'.")
    times: frozenset[str] = key("Units of time, of which 'one in ten' is no share: 'days'.")
    points: tuple[str, ...] = key("Of percent, behind a part of one: 'point'.")
    votes: frozenset[str] = key("What is counted for and against: 'votes'.")
    against: frozenset[str] = key("Between the votes of two sides: 'against'.")
    clocks: tuple[str, ...] = key("Behind an hour on the clock, all forms: 'a.m.', 'o'clock'.")
    near_clocks: frozenset[str] = key(
        "Words before an hour that is not told to the minute: 'shortly', 'around'."
    )
    months: frozenset[str] = key("Months: 'January'.")
    short_months: frozenset[str] = key("Their short forms: 'Sept'.")
    day_endings: frozenset[str] = key("What is written behind the day of a date: 'th'.")
    before_months: frozenset[str] = key("Words behind which a month alone is a date: 'since'.")
    between: frozenset[str] = key("Words between the two ends of a range: 'to'.")
    by_so_much: frozenset[str] = key("Words behind which no range begins: 'by' in 'by 3 to 20'.")
    behind: frozenset[str] = key("Words that a number counts nothing before: 'two of them'.")


@cache
def statement_figures() -> StatementFigures:
    """The words of figures in English statements, read once."""
    return StatementFigures(**read(LANGUAGE, "figures_in_statements.toml", StatementFigures))
