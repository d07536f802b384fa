"""How a language writes figures, dates and titles; words are lower-case and as folded."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from audit.languages.extraction import english
from audit.languages.folders import folders, has, read
from audit.languages.schema import key

_FILE = "values.toml"
_OWN = (
    *("once", "alone", "joined_by", "number_signs", "ordinal_ends", "before_hour", "after_hour"),
    *(
        "shares",
        "each",
        "together_ends",
        "between",
        "beside",
        "decades",
        "decade_ends",
        "months",
        "points",
        "clocks",
        "lasting",
    ),
    *(
        "morning",
        "evening",
        "past_hour",
        "of_hour",
        "short_of",
        "multiples",
        "aged",
        "decade_leads",
        "decade_behind",
        "century",
        "centuries",
        "elided",
        "classes",
        "class_letters",
        "spans",
        "cut_ends",
        "before_ordinals",
        "behind_ordinals",
    ),
)
"""Groups of which English words are other words elsewhere: 'sept' is seven, 'mar' the sea."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueWords:
    """What tells that two spellings are one value. Words below a hundred are in ``Comparing``."""

    decimal: str = key("The sign before decimals: '.' or ','.")
    thousands: str = key("The signs between thousands: ',' or '. '.")
    tens_joined_by: str = key(
        "What joins ones and tens in one word, ones first: 'und' in 'einundzwanzig'; else nothing."
    )
    in_one_word: bool = key(
        "Numbers above a hundred are written in one word: 'zweihundertfünfzig'."
    )
    years_in_pairs: bool = key("Years are told in pairs of numbers: 'nineteen eighty-four'.")
    joined_by: frozenset[str] = key("Words inside a number: 'and', 'y', 'et'.")
    once: frozenset[str] = key("Articles that stand for one before 'hundred' or 'half': 'a'.")
    alone: frozenset[str] = key("Multipliers that need no number before them: 'mil', 'hundert'.")
    point: frozenset[str] = key("Words for the decimal sign in a spelled figure: 'point'.")
    minus: frozenset[str] = key("Words for the sign of a negative figure: 'minus'.")
    ranges: frozenset[str] = key("Words between two ends of a range: 'to', 'bis'.")
    by_so_much: frozenset[str] = key(
        "Words before by how much something changed, where no range begins: 'by' in 'by 3 to 20'."
    )
    shares: frozenset[tuple[str, ...]] = key(
        "Words between two numbers of which the first is a share: 'in' in 'one in ten'."
    )
    each: frozenset[str] = key("Words before an ordinal that is a share: 'jeder' zehnte.")
    together_ends: frozenset[str] = key(
        "What is written to the digits of so many together: 'en' in 'met z'n 12'en'."
    )
    between: frozenset[str] = key(
        "Words before the two ends of a range that 'and' joins: 'between', 'zwischen'."
    )
    beside: frozenset[str] = key(
        "Words between two figures of which one may not stand for both: 'and', 'against'."
    )
    before_month: frozenset[str] = key("Words between a day and its month: 'of', 'de'.")
    before_day: frozenset[str] = key("Articles before the day of a date: 'the', 'der'.")
    money_signs: frozenset[str] = key(
        "Abbreviations of currencies before an amount: 'Rs' in 'Rs 500'."
    )
    number_signs: frozenset[str] = key("Words before a numeral that names: 'No', 'number'.")
    ordinal_ends: frozenset[str] = key(
        "What is written to the digits of an ordinal, where it is more than a point: 'st', 'er'."
    )
    decade_ends: frozenset[str] = key(
        "What is written to the digits of ten years: 's' in '1990s', 'er' in '90er'."
    )
    decade_leads: frozenset[str] = key(
        "Words before the tens that name ten years: 'años' in 'los años noventa'."
    )
    decade_behind: frozenset[str] = key(
        "Words behind ten years that may be left out: 'Jahre' in 'die achtziger Jahre'."
    )
    century: frozenset[str] = key("A hundred years beside its number: 'century', 'siglo'.")
    ordinal_suffixes: tuple[str, ...] = key(
        "What makes an ordinal of a number in one word: 'esimo' in 'ventitreesimo'."
    )
    age_suffixes: tuple[str, ...] = key(
        "What makes an age of a number in one word: 'jährige' in 'siebzehnjährige'."
    )
    aged: frozenset[str] = key("Words before a number that is an age: 'aged'.")
    classes: frozenset[tuple[str, ...]] = key(
        "What is counted before or behind: 'grade' in 'Grade 2' and 'second grade'."
    )
    class_letters: Mapping[str, str] = key(
        "Letters written to the number of one of these: q = \"quarter\" in 'Q3'."
    )
    multiples: frozenset[str] = key("Words that say how many times, behind a number: 'times'.")
    short_of: frozenset[str] = key("Words before the minutes that an hour lacks: 'без'.")
    percent: frozenset[tuple[str, ...]] = key("Ways to write percent: '%', 'per cent'.")
    points: tuple[str, ...] = key("Percentage points, all forms.")
    morning: frozenset[tuple[str, ...]] = key("Behind an hour before noon: 'am'.")
    evening: frozenset[tuple[str, ...]] = key("Behind an hour after noon: 'pm'.")
    hours: frozenset[tuple[str, ...]] = key("Behind an hour on the clock: 'o'clock', 'Uhr'.")
    clocks: tuple[str, ...] = key("What stands behind a time of day and counts nothing: 'Uhr'.")
    lasting: frozenset[str] = key("Before hours that are counted: 'pendant quatre heures'.")
    hundreds: Mapping[str, str] = key('Hundreds: hundred = "100", doscientos = "200".')
    scales: Mapping[str, str] = key('Multipliers from a thousand on: bn = "1000000000".')
    letters: Mapping[str, str] = key('Multipliers written behind digits: m = "1000000".')
    fractions: Mapping[str, str] = key('Parts by their denominator: third = "3".')
    mixed: Mapping[str, str] = key(
        'Numbers in words of their own: anderthalb = "3/2", "a couple of" = "2".'
    )
    spans: Mapping[str, str] = key(
        'Times in words of their own, without an article: fortnight = "2 week".'
    )
    moments: Mapping[str, str] = key('Times of day that have a name: noon = "12:00".')
    before_hour: Mapping[str, str] = key(
        'Minutes told before the hour: "half past" = "30", halb = "-30".'
    )
    after_hour: Mapping[str, str] = key(
        'Minutes told behind the hour: "y media" = "30", "menos cuarto" = "-15".'
    )
    past_hour: Mapping[str, str] = key(
        'Words between minutes and the hour that they are of: past = "1", to = "-1".'
    )
    of_hour: Mapping[str, str] = key(
        "Words between an hour and its minutes: menos = \"-1\" in 'ocho menos diez'."
    )
    decades: Mapping[str, str] = key(
        'Ten years by their name, as the digits that they begin with: nineties = "90".'
    )
    centuries: Mapping[str, str] = key(
        'A hundred years by their name, which has a capital: settecento = "18".'
    )
    elided: Mapping[str, str] = key(
        'Words whose end is lost before a vowel, as they are where it is not: d\' = "de".'
    )
    months: Mapping[str, str] = key('Months and their short forms: nov = "11".')
    units: Mapping[str, str] = key('Units by their symbol: kilometres = "km".')
    currencies: Mapping[str, str] = key('Currencies by their sign: dollars = "$".')
    titles: Mapping[str, str] = key(
        'Titles written short, with what they may stand for: st = "saint street".'
    )
    initials: Mapping[str, str] = key('Initials in capitals: us = "united states".')
    cut_ends: Mapping[str, str] = key(
        "Ends of names that are written short: str = \"straße\" in 'Hauptstr.'."
    )
    before_ordinals: Mapping[str, str] = key(
        "Words that are short for others only before an ordinal: s = \"siglo\" in 's. XIX'."
    )
    behind_ordinals: Mapping[str, str] = key(
        "Words that are short for others only behind an ordinal: s = \"siècle\" in 'XIXe s.'."
    )
    short_phrases: Mapping[str, str] = key(
        'Phrases of which a letter or two of each word is written: zb = "zum beispiel".'
    )

    @property
    def ties_of_hours(self) -> frozenset[str]:
        """The last words between an hour and its minutes."""
        ties = (*self.past_hour, *self.of_hour, *self.before_hour)
        return frozenset(tie.split()[-1] for tie in ties)

    def all_words(self) -> frozenset[str]:
        """Every word that stands anywhere in these."""
        found: set[str] = set()
        for group in fields(self):
            told = getattr(self, group.name)
            if isinstance(told, str | bool):
                told = [str(told)]
            for each in (*told, *(told.values() if isinstance(told, Mapping) else ())):
                found.update(each.split() if isinstance(each, str) else each)
        return frozenset(found)


@cache
def languages_with_values() -> tuple[str, ...]:
    """The codes of all languages that have words for figures."""
    return tuple(code for code in folders() if has(code, _FILE))


@cache
def scales_anywhere() -> frozenset[str]:
    """The multipliers of all languages, for a text whose language is not plain."""
    return frozenset(word for code in languages_with_values() for word in _file_of(code)["scales"])


@cache
def _file_of(language: str) -> Mapping[str, Any]:
    """What stands in a language's own file."""
    return read(language, _FILE, ValueWords)


@cache
def value_words(language: str | None = None) -> ValueWords:
    """The words of a language and, behind its own, those of English; a folder may have none.

    Raises:
        LanguageError: A file lacks a key, or has one too many.
    """
    if language != english.LANGUAGE and (language is None or not has(language, _FILE)):
        return value_words(english.LANGUAGE)
    own = _file_of(language)
    if language == english.LANGUAGE:
        return ValueWords(**own)
    base = value_words(english.LANGUAGE)
    made: dict[str, Any] = {}
    for group in fields(ValueWords):
        ours, theirs = own[group.name], getattr(base, group.name)
        made[group.name] = ours if isinstance(ours, str | bool | tuple) else theirs | ours
    for name in _OWN:
        made[name] = own[name]
    return ValueWords(**made)
