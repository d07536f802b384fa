"""Days of a statement in words of its own: another day of the week or of the month on its page.

'They sold Beck on Friday for £2.6m', where the page has 'sold Tom Beck for £2.6m on Thursday';
'from 25 May', where the only day of May on the page is the 15th and it tells there of the same.
"""

import re
from collections.abc import Iterator, Sequence

from audit.languages.comparison.calendar import months, weekdays
from audit.match.indirect.instead.both_sides import sentence_of
from audit.match.indirect.instead.dated import has_day
from audit.match.indirect.instead.same_words import span_of_words
from audit.match.indirect.stems import stem_of
from audit.match.indirect.telling import Matter, words_of
from audit.match.indirect.told import Told, told_of
from audit.match.prepared.source import Prepared
from audit.model import Attribution, Fact, FactKind, Missing
from audit.values.times.dates import CalendarDate, calendar_date

_FEWEST_SHARED = 2  # telling words of a statement, and numbers, with the clause of another day
_LEAST_SHARED = 0.5  # of them, with its sentence
_FEWEST_BESIDE = 6  # words beside a date that is no byline's: 'By Ann Lee on March 2'
_OF_DAYS = "day"
_NUMBER = re.compile(r"\d{2,}|\d[.,]\d+")
_LONGEST_PART = 10  # letters behind a day of the week: 'Freitagabend', 'Friday's'


def days_otherwise(attribution: Attribution, page: Prepared) -> Iterator[Missing]:
    """The day of the week of a statement, and its day of a month, where its page has another."""
    said = told_of(words_of(attribution), page.language)
    own = _weekdays_in(said)
    dates = [fact for fact in attribution.facts if fact.kind is FactKind.DATE]
    if not own and not dates:
        return
    matter = Matter(said.text, page)
    if len({day for _, day in own}) == 1:
        at, day = own[0]
        other = _other_weekday(said, day, matter, page)
        span = span_of_words(range(at, at + 1), said, attribution) if other else None
        if span is not None:
            yield Missing(Fact(FactKind.WORD, span), other)
    for fact in dates:
        other = _other_day(fact, matter, page)
        if other:
            yield Missing(fact, other)


def _weekdays_in(told: Told) -> list[tuple[int, int]]:
    """The words that name a day of the week, each with the number of the day."""
    return [
        (at, day) for at, word in enumerate(told.words) if (day := _weekday_of(word)) is not None
    ]


def _weekday_of(word: str) -> int | None:
    known = weekdays()
    day = known.get(word)
    if day is not None or len(word) < len("sunday"):
        return day
    for length in range(len(word) - 1, max(len(word) - _LONGEST_PART, len("lundi")), -1):
        if word[:length] in known and word[:length].endswith(("tag", "woch", "day", "abend")):
            return known[word[:length]]
    return None


def _other_weekday(said: Told, day: int, matter: Matter, page: Prepared) -> str:
    """The one day of the week that a page has where it plainly tells of the same."""
    apart = {stem_of(said.words[at], page.language) for at, _ in _weekdays_in(said)}
    wanted = matter.stems - apart
    numbers = frozenset(_NUMBER.findall(said.text))
    best, found, places = 0, "", 0
    for number in sorted(matter.shared):
        here = _text_at(number, matter, page)
        if here is None:
            continue
        there = _weekdays_in(here)
        if any(each == day for _, each in there):
            return ""  # it may be told of that day
        shared = len(wanted & here.stems) + len(numbers & set(_NUMBER.findall(here.text)))
        if not there or shared < best:
            continue
        if shared == best:
            places += 1
            continue
        at = there[0][0]
        beside = _clause(here, at)
        near = len(wanted & {stem_of(word, page.language) for word in beside})
        near += len(numbers & set(_NUMBER.findall(" ".join(beside))))
        is_plain = near >= _FEWEST_SHARED and shared >= _LEAST_SHARED * (len(wanted) + len(numbers))
        is_alone = len({each for _, each in there}) == 1 and not _is_beside(number, day, page)
        best, places = shared, 1
        found = here.written(at, at + 1) if is_plain and is_alone else ""
    return found if places == 1 else ""


def _text_at(number: int, matter: Matter, page: Prepared) -> Told | None:
    passage = matter.passage(number)
    return passage.here if sentence_of(passage, page) is not None else None


def _is_beside(number: int, day: int, page: Prepared) -> bool:
    """Whether a sentence beside one has a day of the week, or counts days: 'a day before'."""
    spans, text = page.sentences.spans, page.page.text
    beside = [
        told_of(text[start:end], page.language)
        for start, end in spans[max(number - 1, 0) : number + 2]
    ]
    return any(
        _OF_DAYS in told.units
        or any(way.unit == _OF_DAYS for each in told.figures for way in each.ways)
        or any(each == day for _, each in _weekdays_in(told))
        for told in beside
    )


def _clause(told: Told, at: int) -> Sequence[str]:
    """The words of a sentence between two signs around one of them."""
    first, last = at, at + 1
    while first and not told.is_parted(first):
        first -= 1
    while last < len(told.words) and not told.is_parted(last):
        last += 1
    return told.words[first:last]


def _other_day(fact: Fact, matter: Matter, page: Prepared) -> str:
    """The only day that a page has of a month, where it is a slip for a statement's."""
    dates = [each for each in told_of(fact.span.text, page.language).dates if each.is_day]
    if len(dates) != 1 or dates[0].first != dates[0].last:
        return ""
    [own] = dates
    if has_day(frozenset({(own.month, own.first)}), page):
        return ""
    found: dict[int, str] = {}
    for start, end in _dated(own, page):
        number = page.sentences.number_at(start)
        told = told_of(page.page.text[start:end], page.language)
        for token in told.tokens:
            date = calendar_date(token.key)
            if date is None or date.month != own.month:
                continue
            if not date.is_day:
                return ""
            if own.year is not None and date.year is not None and own.year != date.year:
                return ""
            beside = len(told.words) - (token.end - token.start)
            tells = matter.shared[number] or (
                beside >= _FEWEST_BESIDE and matter.shared[number - 1]
            )
            found[date.first] = told.written(token.start, token.end) if tells else ""
    if len(found) != 1:
        return ""
    [(day, text)] = found.items()
    return text if _is_slip(own.first, day) else ""


def _dated(own: CalendarDate, page: Prepared) -> Iterator[tuple[int, int]]:
    """The sentences that name a month."""
    names = [name for name, number in months().items() if number == own.month]
    places = {place for name in names for place in page.sentences.having(name)}
    yield from sorted(places)


def _is_slip(one: int, other: int) -> bool:
    """Whether two days are one but for a digit, or with two of them exchanged."""
    a, b = str(one), str(other)
    if a == b[::-1]:
        return True
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    short, long = sorted((a, b), key=len)
    return short in long
