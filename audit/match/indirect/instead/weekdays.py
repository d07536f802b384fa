"""The day of the week that a page has beside a date of a statement, where the two differ.

'On Thursday, 19 May', where the page has 'Friday 19 May' and no other day beside it.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from audit.languages.comparison.calendar import weekdays
from audit.match.folding.fold import fold
from audit.match.indirect.told import Told, told_of
from audit.match.prepared.source import Prepared
from audit.model import Attribution, Fact, FactKind, Missing
from audit.values.times.dates import CalendarDate, calendar_date

_BEFORE = 2  # words before a date of which one is its day: 'Dienstag, dem 12. April'
_LONGEST_BETWEEN = 3  # characters of a word between: 'dem', 'the'
_MOST_SENTENCES = 20


def weekdays_otherwise(attribution: Attribution, page: Prepared) -> Iterator[Missing]:
    """The dates of a statement beside which a page has one other day of the week, wherever."""
    for fact in attribution.facts:
        if fact.kind is not FactKind.DATE:
            continue
        ours = _day_before(_words_before(attribution, fact))
        if ours is None:
            continue
        there = {text: day for text, day in _there(fact, page) if day is not None}
        if len(set(there.values())) == 1 and ours not in there.values():
            yield Missing(fact, next(iter(there)))


def _words_before(attribution: Attribution, fact: Fact) -> list[str]:
    for content in attribution.contents:
        if content.start <= fact.span.start < content.end:
            return fold(content.text[: fact.span.start - content.start]).words.lower().split()
    return []


def _day_before(words: Sequence[str]) -> int | None:
    """The day of the week that stands right before a date, or with an article between."""
    for far, word in enumerate(reversed(words[-_BEFORE:])):
        number = weekdays().get(word)
        if number is not None:
            return number
        if far or len(word) > _LONGEST_BETWEEN:
            return None
    return None


def _there(fact: Fact, page: Prepared) -> Iterator[tuple[str, int | None]]:
    """The same date wherever a page has it, with the words from its day of the week on."""
    own = [date for each in told_of(fact.span.text, page.language).dates if (date := each).is_day]
    if len(own) != 1:
        return
    text = page.page.text
    for start, end in islice(page.sentences.with_digits(str(own[0].first)), _MOST_SENTENCES):
        told = told_of(text[start:end], page.language)
        for token in told.tokens:
            there = calendar_date(token.key)
            if there is not None and _is_one_day(own[0], there):
                day = _day_before(told.words[: token.start])
                yield _shown(told, token.start, token.end), day


def _shown(told: Told, start: int, end: int) -> str:
    known = weekdays()
    first = next(
        (at for at in (start - 1, start - 2) if at >= 0 and told.words[at] in known), start
    )
    return told.written(first, end)


def _is_one_day(one: CalendarDate, other: CalendarDate) -> bool:
    """Whether two dates are the same day; of different years they are not."""
    is_same = (one.month, one.first) == (other.month, other.first) and other.is_day
    return is_same and (one.year is None or other.year is None or one.year == other.year)
