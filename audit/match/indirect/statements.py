"""Indirect statements beside their source: the figures and names that the source does not have.

A statement without quotation marks is never called supported. What can be said is which of its
figures and names stand nowhere in a source that was read whole, what figure there is nearest to
them, and which sentences are.
"""

import math
import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cache, lru_cache
from itertools import islice

from audit.languages.comparison.figures import words_behind_figures
from audit.languages.comparison.rounding import rounding
from audit.languages.comparison.values import scales_anywhere
from audit.languages.expressions import any_of
from audit.match.folding.fold import fold
from audit.match.indirect.counted import counts_the_same, is_counted, is_told_before
from audit.match.indirect.dated import day_beside, has_passed, is_years_from, month_beside
from audit.match.indirect.rounded import is_nearly, stands_for, wanted
from audit.match.indirect.telling import passages, words_of
from audit.match.indirect.timed import has_hour, is_near_time
from audit.match.indirect.values import has_figure
from audit.match.indirect.worked_out import is_worked_out
from audit.match.prepared import Prepared
from audit.match.weighing.canonical import spoken_out
from audit.model import FIGURES, UNSEEN, Attribution, Fact, FactKind, Missing, Place, Sentence
from audit.values.measured import YEARS

_MOST_SENTENCES = 3
_LONGEST_WORD = 40  # characters
_LEAST_SHARED = 0.5  # of a statement's telling words with the sentence that tells of the same
_FARTHEST = math.log(100)  # from a figure of another kind that tells a reader anything
_MOST_READ = 1_000_000  # characters of a source in which the nearest figures are looked for
_YEAR = re.compile(r"\b\d{4}\b")
_VALUE = re.compile(r"=-?\d{1,40}(?:/\d{1,40})?")


def missing_facts(attribution: Attribution, sources: Sequence[Prepared]) -> tuple[Missing, ...]:
    """A statement's figures and names that no source has, each with the nearest figure.

    Nothing is missing while a source was not read whole, or has hardly any words.
    """
    if not sources or not all(source.page.whole and not source.page.sparse for source in sources):
        return ()
    missing = (_missing(attribution, fact, sources) for fact in attribution.facts)
    return tuple(filter(None, missing))


def _missing(attribution: Attribution, fact: Fact, sources: Sequence[Prepared]) -> Missing | None:
    """A fact that no source has, or a date for which the nearest sentence has another."""
    if any(
        has_fact(source, fact)
        or (fact.kind in FIGURES and _stands_behind(source, attribution, fact))
        for source in sources
    ):
        other = _day_instead(attribution, fact, sources)
        return Missing(fact, other) if other else None
    other = _year_beside(attribution, fact, sources) or _day_instead(attribution, fact, sources)
    return Missing(fact, other or _nearest_figure(fact, sources))


def _day_instead(attribution: Attribution, fact: Fact, sources: Sequence[Prepared]) -> str:
    """The date that a source has in place of one that none has."""
    if fact.kind is not FactKind.DATE:
        return ""
    said = words_of(attribution)
    others = [
        day_beside(said, fact, source, nearest) or month_beside(said, fact, source, nearest)
        for source in sources
        for nearest in (closest_sentences(said, source),)
    ]
    return next(filter(None, others), "") if len(sources) == 1 or all(others) else ""


def _stands_behind(source: Prepared, attribution: Attribution, fact: Fact) -> bool:
    """Whether a source has what a statement's figure may be rounded from, worked out of, or count.

    What it is of has to stand in a sentence that shares a telling word with the statement: a number
    somewhere on a page is none of it, unless the two are nearly one.
    """
    if is_near_time(attribution, fact, source):
        return True
    ours = wanted(attribution, fact, source.language)
    if ours is None:
        return False
    near = rounding(source.language)
    if any(is_nearly(ours, way, near) for way in source.values.measures):
        return True
    said = words_of(attribution)
    telling = list(passages(said, source))
    if is_told_before(ours, near) and not any(counts_the_same(ours, each) for each in telling):
        return True
    return any(
        any(stands_for(ours, way, near) for each in passage.here.figures for way in each.ways)
        or is_worked_out(ours, passage, near)
        or has_passed(ours, passage, near, source)
        or is_counted(ours, passage, source.vocabulary.conjunctions, near)
        for passage in telling
    )


def _year_beside(attribution: Attribution, fact: Fact, sources: Sequence[Prepared]) -> str:
    """The one year, in the sentence of a source that tells the same, in another's place.

    Empty where the sentence is not plainly that one: a year that a source lacks may be the
    article's.
    """
    years = _YEAR.findall(fact.span.text)
    if fact.kind is not FactKind.DATE or len(years) != 1:
        return ""
    said = words_of(attribution)
    for source in sources:
        small = source.vocabulary.small
        wanted = {word for word in fold(said).words.lower().split() if word not in small} - {
            years[0]
        }
        for sentence in closest_sentences(said, source)[:1]:
            words = set(fold(sentence.text).words.lower().split())
            there: set[str] = set(_YEAR.findall(sentence.text))
            there -= set(years)  # "in the 1970's"
            is_plain = len(there) == 1 and len(wanted & words) >= _LEAST_SHARED * len(wanted)
            if is_plain and not is_years_from(int(years[0]), int(min(there)), sentence, source):
                return min(there)
    return ""


def closest_sentences(statement: str, source: Prepared) -> tuple[Sentence, ...]:
    """The sentences of a source that share most of a statement's telling words, best first."""
    small = source.vocabulary.small
    wanted = {word for word in fold(statement).words.lower().split() if word not in small}
    if not wanted:
        return ()
    text = source.page.text
    places = (
        Place(start, end, zone)
        for start, end in source.sentences.sharing(wanted)
        if (zone := source.zone(start)) not in UNSEEN
    )
    return tuple(
        Sentence(place, text[place.start : place.end]) for place in islice(places, _MOST_SENTENCES)
    )


def has_fact(source: Prepared, fact: Fact) -> bool:
    """Whether a source has a figure, the years of a date, or a name, however they are written."""
    if fact.kind is FactKind.DATE:
        return all(_stands(source, [year]) for year in _YEAR.findall(fact.span.text))
    words = fold(fact.span.text).words.split()
    if fact.kind is FactKind.NAME:  # a source may use the last name alone
        return _stands(source, words) or _stands(source, words[-1:])
    if len(words) == 1 and words[0].isdecimal():
        return _stands_unscaled(source, words[0]) or has_figure(source, fact.span.text)
    return _stands(source, words) or has_figure(source, fact.span.text) or has_hour(fact, source)


def _stands_unscaled(source: Prepared, digits: str) -> bool:
    """Whether digits stand in a source without a multiplier: '13 million' has no 13."""
    text, wanted = source.lowered, f" {digits} "
    at = text.find(wanted)
    while at >= 0:
        behind = at + len(wanted)
        following = text[behind : behind + _LONGEST_WORD].split(" ", 1)[0]
        if following not in scales_anywhere():
            return True
        at = text.find(wanted, behind - 1)
    return False


def _stands(source: Prepared, words: Sequence[str]) -> bool:
    return f" {' '.join(words).lower()} " in source.lowered


def _nearest_figure(fact: Fact, sources: Sequence[Prepared]) -> str:
    """The figure of the sources that is nearest in kind and size.

    Empty for names, or where there is none: a year is near to no share, nor to a sum of money.
    """
    if fact.kind in (FactKind.NAME, FactKind.DATE):
        return ""
    wanted = _spoken(fact.span.text)
    telling, size = set(wanted), max(_value(wanted), 1e-9)
    best: tuple[float, str] | None = None
    for source in sources:
        for match in _figure(source.language).finditer(source.page.text, 0, _MOST_READ):
            figure = match.group().strip(" .,\u00a0\u202f")
            words = _spoken(figure)
            shared = len(telling.intersection(words))
            value = _value(words)
            far = abs(math.log(max(value, 1e-9) / size))
            if not shared and (far > _FARTHEST or (_may_be_year(value) and not _may_be_year(size))):
                continue
            rank = far - 2 * shared
            if best is None or rank < best[0]:
                best = rank, figure
    return best[1] if best is not None else ""


@cache
def _figure(language: str | None) -> re.Pattern[str]:
    """A number in digits with the words for what it is of: '1,6 Millionen Euro'."""
    words = any_of(words_behind_figures(language), r"[ \u00a0\u202f]")
    return re.compile(
        r"[$€£¥]?\d[\d.,]*(?:[-–]\d[\d.,]*)?"
        rf"(?:[ \u00a0\u202f]?(?:%|(?i:{words})(?!\w))){{0,2}}"
    )


@lru_cache(maxsize=4096)  # each missing fact asks for the same figures of the source
def _spoken(figure: str) -> tuple[str, ...]:
    keys = spoken_out(fold(figure).words.split())[0]
    return tuple(part for key in keys for part in key.split())


def _may_be_year(value: float) -> bool:
    return YEARS.start <= value < YEARS.stop and value.is_integer()


def _value(words: Sequence[str]) -> float:
    """A size, for ranking alone: that of the first number."""
    number = next((match[0] for word in words if (match := _VALUE.match(word))), "=0")
    return abs(float(Fraction(number[1:])))
