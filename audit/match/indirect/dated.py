"""Dates and years of statements: another day in its place, and years counted to the day of writing.

'June 19' where the sentence that tells the same has June 9; 'aged 44' of somebody born in 1981.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise

from audit.languages.comparison.rounding import Rounding
from audit.languages.comparison.values import value_words
from audit.match.folding.fold import fold
from audit.match.indirect.rounded import Wanted
from audit.match.indirect.telling import OF_A_MONTH, Passage, Told
from audit.match.prepared import Prepared, locate_words
from audit.model import Fact, Sentence
from audit.values.measured import YEARS
from audit.values.measured import days as in_days
from audit.values.tokens import tokens

_LEAST_SHARED = 0.5  # of a statement's telling words with the sentence that tells of the same
_FEWEST_SHARED = 2  # of them, where the months differ, too
_DAY = re.compile(r"=d(\d{1,2})-(\d{1,2})(?:\.\.(\d{1,2}))?(?:/\d{4})?")
_MONTH = re.compile(r"=d(\d{1,2})(?=[-/.]|$)")
_WORD_ENDS = " '"  # "February's primaries"
_FEW_YEARS = 5
_ANY_YEAR = re.compile(r"1\d\d\d|20\d\d")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_YOUNGEST, _OLDEST = 4, 110  # years at which somebody does what is told
_MOST_BIRTHS = 5  # sentences
_OF_MONTHS = "month"
_IN_YEARS = {"year": 1, "decade": 10, "century": 100, "": 1}
_LONGEST_AGE = 1_500  # years
_AROUND = 150  # characters beside a sentence in which a span of years is told
_ROUGHLY = 0.15  # of a time that a word calls round
_LATEST = 2  # years of a source of which one may be that of the writing, and one is to come
_BEHIND = 2  # years that an article may be written after the last that its source names

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
    if len(wanted) != 1 or not closest or _has_day(wanted[0], source):
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
    told = Told(sentence, language)
    spans = [span for each in told.figures for way in each.ways if (span := in_days(way))]
    return any(
        abs(abs(_of_year(a) - _of_year(b)) - span) <= 1
        for a in wanted
        for b in days
        for span in spans
    )


def is_years_from(year: int, other: int, sentence: Sentence, source: Prepared) -> bool:
    """Whether a year is so many years from another as their passage tells: '1971', '48 years'."""
    place, text = sentence.place, source.page.text
    around = text[max(place.start - _AROUND, 0) : place.end + _AROUND]
    told = Told(around, source.language)
    spans = {
        way.value * _IN_YEARS[way.unit]
        for each in told.figures
        for way in each.ways
        if way.unit and way.unit in _IN_YEARS
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
    found = (_MONTH.match(key) for key in source.values.keys)
    return any(match[1] == month for match in found if match)


def _words(text: str) -> set[str]:
    return set(fold(text).words.lower().split())


def _dates(text: str, language: str | None) -> Iterator[tuple[str, frozenset[_Day]]]:
    """The dates of a text that name a day, in its own characters, each with its days."""
    folded = fold(text)
    words, spans = locate_words(folded.words, 0)
    articles = value_words(language).before_day
    for token in tokens(words, language):
        days = _days(token.key)
        if days:
            first = token.start + (words[token.start].lower() in articles)
            start, end = spans[first][0], spans[token.end - 1][1]
            yield text[folded.start(start) : folded.end(end)], days


def _days(key: str) -> frozenset[_Day]:
    """The days of the year that a date's key names, those between two ends among them."""
    match = _DAY.fullmatch(key)
    if match is None:
        return frozenset()
    month, first = int(match[1]), int(match[2])
    last = int(match[3] or first)
    return frozenset((month, day) for day in range(first, min(last, 31) + 1))


def _has_day(days: frozenset[_Day], source: Prepared) -> bool:
    """Whether a source names one of some days, or a day of a month that is not told."""
    if any(f"={day}." in source.values.keys for _, day in days):
        return True
    return any(
        not days.isdisjoint(_days(key)) for key in source.values.keys if key.startswith("=d")
    )


def has_passed(ours: Wanted, passage: Passage, near: Rounding, source: Prepared) -> bool:
    """Whether a figure of years is what has passed since a year of a passage until the writing.

    When that was, the latest year that the source names says; where it names no other, nothing
    can be said against the figure.
    """
    per = _IN_YEARS.get(ours.figure.unit)
    if per is None:
        return False
    is_since = ours.figure.unit != "" and (
        _is_told_since(passage.here, near) or _is_lasting(ours, passage.here, near)
    )
    if not is_since and not any(phrase in _joined(ours) for phrase in _spaced(near.ago)):
        return False
    told = filter(None, (passage.before, passage.here, passage.after))
    years = {int(word) for each in told for word in each.words if _ANY_YEAR.fullmatch(word)}
    return _has_passed_since(ours, years, near, source)


def has_lasted(ours: Wanted, near: Rounding, source: Prepared) -> bool:
    """The same of any year of a source no sentence of which shares a word with a statement."""
    is_time = bool(ours.figure.unit) and ours.figure.unit in _IN_YEARS
    if not is_time or near.lasting.isdisjoint(ours.lead):
        return False
    return _has_passed_since(ours, _years_of(source), near, source)


def _has_passed_since(ours: Wanted, years: set[int], near: Rounding, source: Prepared) -> bool:
    per = _IN_YEARS[ours.figure.unit]
    passed = ours.figure.value * per
    if not 0 < passed <= _LONGEST_AGE or not years:
        return False
    known = sorted(_years_of(source) | years)
    if known[-1] <= max(years) and len(years) == 1:
        return True
    return any(_is_now(ours, years, passed, latest, near) for latest in known[-_LATEST:])


def _is_now(ours: Wanted, years: set[int], passed: float, latest: int, near: Rounding) -> bool:
    """Whether so much has passed since one of some years until the latest, or soon after it."""
    least, most = latest - 1.0, float(latest + _BEHIND)
    if ours.told & (near.below | near.about):  # 'almost a hundred years old'
        most += _ROUGHLY * passed
    if ours.told & (near.above | near.about):  # 'more than ten years' are twelve, too
        least -= max(_ROUGHLY * passed, _FEW_YEARS)
    return any(least <= year + passed <= most for year in years)


def _is_lasting(ours: Wanted, told: Told, near: Rounding) -> bool:
    """Whether a time is told as one that goes on, and a sentence tells no other: 'for nine years'.

    'Has served for seven years' is told of 'was appointed in 2019'.
    """
    is_other = any(way.unit and way.unit in _IN_YEARS for each in told.figures for way in each.ways)
    return not is_other and not near.lasting.isdisjoint(ours.lead)


def _is_told_since(told: Told, near: Rounding) -> bool:
    """Whether a sentence counts from a year: 'the highest since 1936'."""
    years = {str(year) for year in told.years}
    return any(one in near.since and other in years for one, other in pairwise(told.words))


def was_aged(ours: Wanted, passage: Passage, near: Rounding, source: Prepared) -> bool:
    """Whether a figure is the age at which somebody did what a passage tells of.

    'She was 25 when', of a year in the passage and the one in which the page has her born.
    """
    age = ours.figure
    if age.unit or not _YOUNGEST <= age.value <= _OLDEST or not age.value.is_integer():
        return False
    if ours.behind and ours.behind[0] not in source.vocabulary.small:
        return False  # '25 boats'
    years = set(passage.here.years) | {int(word) for word in ours.said if _YEAR.fullmatch(word)}
    born = {year for word in near.born for year in _years_beside(word, source)}
    return any(abs(year - birth - age.value) <= 1 for year in years for birth in born)


def _years_beside(word: str, source: Prepared) -> Iterator[int]:
    """The first years behind a word in the sentences that have it."""
    for start, end in islice(source.sentences.having(word), _MOST_BIRTHS):
        behind = source.page.text[start:end].lower().partition(word)[2]
        found = _YEAR.search(behind)
        if found is not None:
            yield int(found[0])


def _joined(ours: Wanted) -> str:
    return f" {' '.join(ours.said)} "


def _spaced(phrases: frozenset[str]) -> Iterator[str]:
    return (f" {phrase} " for phrase in phrases)


def _years_of(source: Prepared) -> set[int]:
    """The years that a source names, alone or in a date."""
    found = (key.rpartition("/")[2] if "/" in key else key[1:] for key in source.values.keys)
    return {int(year) for year in found if year.isdecimal() and len(year) == 4} & set(YEARS)
