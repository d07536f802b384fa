"""Dates and years of statements: another day in its place, and years counted to the day of writing.

'June 19' where the sentence that tells the same has June 9; 'aged 44' of somebody born in 1981.
"""

from collections.abc import Iterator, Mapping, Sequence

from audit.languages.comparison.rounding import rounding
from audit.languages.comparison.values import value_words
from audit.match.folding.fold import fold
from audit.match.indirect.told import OF_A_MONTH, Told, told_of
from audit.match.prepared.source import Prepared
from audit.model import Fact, FactKind, Sentence
from audit.values.measured import IN_YEARS
from audit.values.measured import days as in_days
from audit.values.times.dates import calendar_date

_LEAST_SHARED = 0.5  # of a statement's telling words with the sentence that tells of the same
_FEWEST_SHARED = 2  # of them, where the months differ, too
_WORD_ENDS = " '"  # "February's primaries"
_OF_MONTHS = "month"
_AROUND = 150  # characters beside a sentence in which a span of years is told

_Day = tuple[int, int]


def day_beside(said: str, fact: Fact, source: Prepared, closest: Sequence[Sentence]) -> str:
    """The one date of the sentence that tells the same as a statement, of another day.

    Empty where the source has the day anywhere, or the sentence is not plainly that one.

    Args:
        said: The statement.
        fact: A date of it.
        source: The source.
        closest: Its sentences nearest to the statement, best first.
    """
    wanted = [days for _, days in _dates(fact.span.text, source.language)]
    if len(wanted) != 1 or not closest or has_day(wanted[0], source):
        return ""
    there = list(_dates(closest[0].text, source.language))
    if len(there) != 1:
        return ""
    text, days = there[0]
    if _is_counted_from(wanted[0], days, closest[0].text, source.language):
        return ""
    small, figures = source.vocabulary.small, _words(f"{fact.span.text} {text}")
    telling = {word for word in _words(said) if word not in small} - figures
    shared = len(telling & _words(closest[0].text))
    is_same_month = not {month for month, _ in days}.isdisjoint(month for month, _ in wanted[0])
    fewest = 1 if is_same_month else _FEWEST_SHARED
    return text if shared >= max(fewest, _LEAST_SHARED * len(telling)) else ""


def _is_counted_from(
    wanted: frozenset[_Day], days: frozenset[_Day], sentence: str, language: str | None
) -> bool:
    """Whether a day is so many days from another as a sentence tells: '9 August', six days on."""
    told = told_of(sentence, language)
    spans = [span for each in told.figures for way in each.ways if (span := in_days(way))]
    return any(
        abs(abs(_of_year(a) - _of_year(b)) - span) <= 1
        for a in wanted
        for b in days
        for span in spans
    )


def is_years_from(year: int, other: int, sentence: Sentence, source: Prepared) -> bool:
    """Whether a year is so many years from another as their passage tells: '1971', '48 years'.

    So is 2024 of '2025, six more than the year before'.
    """
    place, text = sentence.place, source.page.text
    around = text[max(place.start - _AROUND, 0) : place.end + _AROUND]
    told = Told(around, source.language)
    if other - year == 1:
        words = f" {' '.join(told.words)} "
        before = rounding(source.language).year_before
        if any(f" {phrase} " in words for phrase in before):
            return True
    spans = {
        way.value * IN_YEARS[way.unit]
        for each in told.figures
        for way in each.ways
        if way.unit and way.unit in IN_YEARS
    }
    return abs(year - other) in spans


def _of_year(day: _Day) -> float:
    return day[0] * OF_A_MONTH + day[1]


def month_beside(said: str, fact: Fact, source: Prepared, closest: Sequence[Sentence]) -> str:
    """The one month of the sentence that tells the same, where the source never has a date's own.

    A month without a day: 'will be heard in November', where it is to be heard in October.
    """
    known = value_words(source.language)
    months = known.months
    own = _months_in(fact.span.text, months)
    if len(own) != 1 or not closest or any(_dates(fact.span.text, source.language)):
        return ""
    ours, there = min(own), _months_in(closest[0].text, months)
    if len(there) != 1 or ours in there or _has_month(ours, months, source):
        return ""
    [text] = there.values()
    told = fold(closest[0].text).words.lower().split()
    if any(known.units.get(word) == _OF_MONTHS for word in told):
        return ""  # 'said in October that it would be heard next month'
    small = source.vocabulary.small
    apart = {own[ours].lower(), text.lower()} | {word for word in _words(said) if word.isdecimal()}
    telling = {word for word in _words(said) if word not in small} - apart
    shared = len(telling & _words(closest[0].text))
    return text if shared >= max(_FEWEST_SHARED, _LEAST_SHARED * len(telling)) else ""


def _months_in(text: str, months: Mapping[str, str]) -> dict[str, str]:
    """The months of a text as they are written there; 'may' is one with a capital alone."""
    words = fold(text).words.split()
    capital = any(word[0].isupper() for word in words if word.lower() in months)
    return {
        months[word.lower()]: word
        for word in words
        if word.lower() in months and (word[0].isupper() or not capital)
    }


def _has_month(month: str, months: Mapping[str, str], source: Prepared) -> bool:
    """Whether a source names a month anywhere, in words or in a date."""
    names = [name for name, number in months.items() if number == month]
    if any(f" {name}{end}" in source.lowered for name in names for end in _WORD_ENDS):
        return True
    found = (calendar_date(key) for key in source.values.keys)
    return any(str(date.month) == month for date in found if date)


def _words(text: str) -> set[str]:
    return set(fold(text).words.lower().split())


def _dates(text: str, language: str | None) -> Iterator[tuple[str, frozenset[_Day]]]:
    """The dates of a text that name a day, in its own characters, each with its days."""
    told = told_of(text, language)
    articles = value_words(language).before_day
    for token in told.tokens:
        days = _days(token.key)
        if days:
            first = token.start + (told.words[token.start] in articles)
            yield told.written(first, token.end), days


def _days(key: str) -> frozenset[_Day]:
    """The days of the year that a date's key names, those between two ends among them."""
    date = calendar_date(key)
    if date is None or not date.first:
        return frozenset()
    return frozenset((date.month, day) for day in range(date.first, min(date.last, 31) + 1))


def has_days_of(fact: Fact, source: Prepared) -> bool:
    """Whether a source names every day that a fact does; so it is where the fact names none."""
    if fact.kind is not FactKind.DATE:
        return True
    return all(has_day(days, source) for _, days in _dates(fact.span.text, source.language))


def has_day(days: frozenset[_Day], source: Prepared) -> bool:
    """Whether a source names one of some days, or a day of a month that is not told."""
    if any(f"={day}." in source.values.keys for _, day in days):
        return True
    return any(
        not days.isdisjoint(_days(key)) for key in source.values.keys if key.startswith("=d")
    )
