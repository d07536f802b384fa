"""Finds the figures of a text.

Amounts, percentages, dates and numbers, as news English writes them.

The forms are those of the style guides of AP, Reuters and the Guardian: '$1.5 million', 'USD 1-3
trillion', '£5bn', '12 per cent', 'two-thirds', 'July 4, 2025', '4 July', 'the 1990s', 'three dozen
people'.
"""

import re
from collections.abc import Iterator
from functools import cache

from audit.languages.expressions import any_of
from audit.languages.extraction.english_figures import StatementFigures, statement_figures
from audit.model import Fact, FactKind, Span

_DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,8}|\d{1,2}(?:,\d\d){1,6},\d{3}|\d{1,30})(?:\.\d{1,30})?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_TIME = r"(?:1[0-2]|0?[1-9])(?:[.:][0-5]\d)?(?:\s?[-–]\s?(?:1[0-2]|0?[1-9])(?:[.:][0-5]\d)?)?"
_LEAD = 3  # letters of a word
_BEFORE = 20  # characters with the word before a figure
_OF_UNITS = frozenset({FactKind.AMOUNT, FactKind.PERCENTAGE})  # not 'by 8 to 3'
_KIND = {
    "date": FactKind.DATE,
    "year": FactKind.DATE,
    "percentage": FactKind.PERCENTAGE,
    "share": FactKind.PERCENTAGE,
    "vote": FactKind.NUMBER,
    "amount": FactKind.AMOUNT,
    "time": FactKind.NUMBER,
    "number": FactKind.NUMBER,
}


def figures(text: str, start: int) -> Iterator[Fact]:
    """The figures of ``text``, which stands at ``start`` in the article, in order."""
    for match in _figure().finditer(text):
        assert match.lastgroup is not None  # one of the alternatives matched
        words = match.group()
        if match.lastgroup == "number" and _is_many(words):
            continue
        fact = Fact(_KIND[match.lastgroup], Span(start + match.start(), start + match.end(), words))
        yield from _apart(fact, text[max(match.start() - _BEFORE, 0) : match.start()])


def _apart(fact: Fact, before: str) -> Iterator[Fact]:
    """A figure, or both of what looks like a range: 'by 20p to 95p' is how much and how far."""
    words, known = fact.span.text, statement_figures()
    tie = next((f" {tie} " for tie in known.between if f" {tie} " in words), "")
    last = before.rsplit(maxsplit=1)[-1:]
    if not tie or fact.kind not in _OF_UNITS or known.by_so_much.isdisjoint(last):
        yield fact
        return
    first, second = words.split(tie, 1)
    at = fact.span.start + len(first) + len(tie)
    yield Fact(fact.kind, Span(fact.span.start, fact.span.start + len(first), first))
    yield Fact(fact.kind, Span(at, at + len(second), second))


def _is_many(words: str) -> bool:
    """Whether a number stands for many of something: 'a thousand headlines', 'a dozen eggs'."""
    known = statement_figures()
    first, _, rest = words.lower().partition(" ")
    return first in {"a", "an"} and rest in known.large


@cache
def _figure() -> re.Pattern[str]:
    words = statement_figures()
    spelled = _spelled(words)
    to = any_of(words.between)
    figure = rf"{_DIGITS}(?:\s?{any_of(words.scales)}\b)?"
    range_ = rf"{_DIGITS}(?:\s?{any_of(words.scales)}\b)?(?:(?:\s?[-–]\s?|\s{to}\s){figure})?"
    worded_range = rf"{spelled}(?:\s{to}\s{spelled})?"
    percentage = _percentage(words, worded_range)
    # What a spelled number counts follows it: 'two bridges', not 'the two of them' or 'one or two'.
    counted = rf"(?=\s(?!{any_of(words.behind)}\b)[a-z])"
    of_many = r"(?=\sof\s(?:[a-z]{1,12}\s){0,2}\d)"  # 'eleven of the 23 boats'
    of_all = r"(?=\sof\s(?:the|those|these|all|its|his|her|our|their)\b)"  # 'one in five of those'
    share = rf"(?<=\b[io]n\s){spelled}{of_all}|(?<=\bout\sof\s){spelled}{of_all}"
    number = rf"{range_}(?!\w)|{spelled}(?:{counted}|{of_many}|(?<=s)(?=\sof\b))|{share}"
    return re.compile(
        rf"(?<![\w$€£.,:/-])(?={_lead(words)})"
        rf"(?:(?P<date>{_date(words)})|(?P<percentage>{percentage})|(?P<share>{_share(words)})"
        rf"|(?P<amount>{_amount(words, range_, worded_range)})"
        rf"|(?P<time>{_TIME}\s?{any_of(words.clocks)})|(?P<vote>{_vote(words, spelled)})"
        rf"|(?P<year>{_YEAR}(?![\w,.-]*\d))(?!\w)|(?P<number>{number}))(?!\w|[:.]\d)"
    )


def _share(words: StatementFigures) -> str:
    """'Three in ten', '1 in 20': one figure of what stands behind it, where that is no measure."""
    few = rf"(?:(?i:{any_of(words.ones)})|\d{{1,2}})"
    many = (
        rf"(?:(?:{any_of(words.small)}|{any_of(words.tens)})(?!-)|\d{{1,3}}(?![\w.:%/-]*\d|[%-]))"
    )
    of = any_of(words.of_whole)
    ends = rf"(?=\sof\b|\s(?!{any_of(words.times)}\b)[a-z]|[.,;:)]?$|[.,;:)]\s)"
    return rf"{few}\s{of}\s{many}{ends}"


def _vote(words: StatementFigures, spelled: str) -> str:
    """'17 votes to 9', '17 against 9': one figure."""
    number = rf"(?:{_DIGITS}|{spelled})"
    votes, against = any_of(words.votes), any_of(words.against)
    return (
        rf"{number}\s{votes}\s(?:{against}|{any_of(words.between)})\s{number}"
        rf"|{number}\s{against}\s{number}"
    )


def _spelled(words: StatementFigures) -> str:
    small = any_of(words.small)
    tens = rf"{any_of(words.tens)}(?:-{any_of(words.ones)})?"
    before = rf"(?:{any_of(words.single)}|{small}|{tens})"
    crowds = rf"{any_of(words.crowds)}(?=\sof\b)"
    return rf"(?i:{before}(?:\s{any_of(words.large)}){{1,2}}|{small}|{tens}|{crowds})"


def _date(words: StatementFigures) -> str:
    month = rf"(?:{any_of(words.months)}|{any_of(words.short_months)}\b\.?)"
    day = rf"[0-3]?\d{any_of(words.day_endings)}?"
    alone = "".join(rf"|(?<=\b{word}\s){month}(?!\w)" for word in sorted(words.before_months))
    return (
        rf"{month}\s{day}(?:\s?[-–]\s?{day})?(?!\d)(?:,?\s{_YEAR}(?!\d))?"
        rf"|{day}\s(?:of\s)?{month}(?!\w)(?:,?\s{_YEAR}(?!\d))?"
        rf"|{month},?\s{_YEAR}(?!\d)|\d{{4}}-\d\d-\d\d(?!\d)|{_YEAR}s\b{alone}"
    )


def _percentage(words: StatementFigures, worded_range: str) -> str:
    percent = rf"(?:\s?%|[\s-]{any_of(words.percent)}\b)"
    parts = any_of(words.parts | words.many_parts)
    # A quarter of a century is a time, and no share, and that of a point is one of percent.
    of = rf"(?=\sof\b(?!\san?\s(?:{any_of(words.units)}|{any_of(words.points)})\b))"
    fraction = (
        rf"(?i:(?:an?|{any_of(words.ones)})[\s-]{parts}{of}|half{of}"
        rf"|{any_of(words.ones - {'one'})}(?:-{any_of(words.many_parts)}|\s{any_of(words.shares_alone)}\b))"
    )
    to = any_of(words.between)
    return (
        rf"{_DIGITS}(?:(?:\s?%)?(?:\s?[-–]\s?|\s{to}\s){_DIGITS})?{percent}"
        rf"|{worded_range}{percent}|{fraction}"
    )


def _amount(words: StatementFigures, range_: str, worded_range: str) -> str:
    money, units = any_of(words.money), any_of(words.units, gap=r"[\s-]")
    parts = any_of(words.parts | words.many_parts)
    return (
        rf"(?i:(?:(?:an?|{any_of(words.ones)})[\s-]{parts}|half)\sof\san?\s"
        rf"(?:{any_of(words.units)}|{any_of(words.points)})(?!\w))"
        rf"|{any_of(words.signs)}\s?{range_}(?:[-\s]{money}\b)?|{any_of(words.codes)}\s?{range_}"
        rf"|{range_}\s?(?:{any_of(words.codes)}\b|[€£₽₴])"
        rf"|(?:{range_}|{worded_range})(?:[\s-]?(?:{money}|{units})(?!\w))"
    )


def _lead(words: StatementFigures) -> str:
    """How a figure may begin: a quick look that spares most words the long pattern behind it."""
    behind_one = "".join(sorted({word[0] for word in words.large | words.parts}))
    heads = {word[:_LEAD] for word in (*words.small, *words.tens, *words.crowds)}
    heads |= {word[:_LEAD] for word in words.single if len(word) > _LEAD}
    heads |= {rf"{word}[\s-][{behind_one}]" for word in words.single if len(word) <= _LEAD}
    heads |= {rf"one\s{word}" for word in words.of_whole}
    initials = sorted({head[0] for head in heads})
    small = "|".join(
        f"[{initial}{initial.upper()}](?:{'|'.join(sorted(h[1:] for h in heads if h[0] == initial))})"
        for initial in initials
    )
    capital = {word[:_LEAD] for word in (*words.months, *words.short_months, *words.codes)}
    return rf"\d|{any_of(words.signs)}|{small}|{any_of(capital)}"
