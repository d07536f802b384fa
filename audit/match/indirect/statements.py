"""Indirect statements beside their source: the figures and names that the source does not have.

A statement without quotation marks is never called supported. What can be said is which of its
figures and names stand nowhere in a source that was read whole, what figure there is nearest to
them, and which sentences are.
"""

import re
from collections.abc import Iterator, Sequence

from audit.languages.comparison.rounding import Rounding, rounding
from audit.languages.comparison.values import scales_anywhere
from audit.match.folding.fold import fold
from audit.match.indirect.closest import closest_sentences
from audit.match.indirect.instead.beside import figure_beside
from audit.match.indirect.instead.dated import (
    day_beside,
    has_days_of,
    is_years_from,
    month_beside,
)
from audit.match.indirect.reckoned.by_pencil import (
    is_by_pencil,
    is_of_whole,
    is_rest_of_all,
)
from audit.match.indirect.reckoned.counted import (
    counts_the_same,
    is_by_order,
    is_told_before,
)
from audit.match.indirect.reckoned.far_apart import is_from_far
from audit.match.indirect.reckoned.in_proportion import as_ratio
from audit.match.indirect.reckoned.of_page import (
    in_money,
    in_scale,
    is_between_somewhere,
    is_compared_somewhere,
    is_made_somewhere,
    is_part_beside,
    is_period,
    is_put_together,
    is_rate_somewhere,
    is_share_of_another,
    is_share_somewhere,
)
from audit.match.indirect.reckoned.of_passage import is_reckoned
from audit.match.indirect.reckoned.own_part import is_no_share_of_own
from audit.match.indirect.reckoned.rounded import is_nearly, is_share_of_page, stands_for
from audit.match.indirect.reckoned.tables import are_columns, is_in_table
from audit.match.indirect.reckoned.times.between_dates import lies_between_dates
from audit.match.indirect.reckoned.times.passed import has_lasted, tells_how_long, was_aged
from audit.match.indirect.reckoned.times.timed import has_hour, is_near_time, is_of_time
from audit.match.indirect.reckoned.values import has_figure, is_small_abroad
from audit.match.indirect.reckoned.votes import may_have_stood, vote_instead, vote_of
from audit.match.indirect.reckoned.wanted import Wanted, wanted
from audit.match.indirect.telling import Passage, clause_of, passages, words_of
from audit.match.prepared.source import Prepared
from audit.model import FIGURES, Attribution, Fact, FactKind, Missing

_LONGEST_WORD = 40  # characters
_LEAST_SHARED = 0.5  # of a statement's telling words with the sentence that tells of the same
_LEAD = 2  # words before a year
_FEWEST_SHARED = 2  # of them, where the year has the same two words before it
_BARE = 1  # telling words of a statement that no sentence plainly tells: 'It is 80 years old'
_YEAR = re.compile(r"\b\d{4}\b")


def missing_facts(attribution: Attribution, sources: Sequence[Prepared]) -> tuple[Missing, ...]:
    """A statement's figures and names that no source has, each with the nearest figure.

    Nothing is missing while a source was not read whole, or has hardly any words.
    """
    return tuple(missing_in_turn(attribution, sources))


def missing_in_turn(attribution: Attribution, sources: Sequence[Prepared]) -> Iterator[Missing]:
    """The same one by one: the next is looked for when it is asked for."""
    if sources and all(source.page.whole and not source.page.sparse for source in sources):
        missing = (_missing(attribution, fact, sources) for fact in attribution.facts)
        yield from filter(None, missing)


def _missing(attribution: Attribution, fact: Fact, sources: Sequence[Prepared]) -> Missing | None:
    """A fact that no source has, or a date for which the nearest sentence has another."""
    if is_of_time(attribution, fact):
        return None
    vote = vote_of(fact)
    if vote is not None:
        there = [vote_instead(attribution, vote, source) for source in sources]
        if any(each.has_it for each in there):
            return None
        if any(
            may_have_stood(attribution, vote, source) or are_columns(vote[:2], source)
            for source in sources
        ):
            return None
        if all(each.other for each in there):
            return Missing(fact, there[0].other)
    if any(
        has_fact(source, fact)
        or (fact.kind in FIGURES and _stands_behind(source, attribution, fact))
        for source in sources
    ):
        other = _day_instead(attribution, fact, sources)
        is_day_nowhere = not other and not any(has_days_of(fact, source) for source in sources)
        return Missing(fact, other) if other or is_day_nowhere else None
    other = (
        _year_beside(attribution, fact, sources)
        or _day_instead(attribution, fact, sources)
        or figure_beside(attribution, fact, sources)
    )
    if fact.kind in FIGURES and _may_be_worked_out(
        attribution, fact, sources, is_another=bool(other)
    ):
        return None
    return Missing(fact, other)


def _may_be_worked_out(
    attribution: Attribution, fact: Fact, sources: Sequence[Prepared], *, is_another: bool
) -> bool:
    """Whether a figure may be reckoned from any of a source, or a time that has no other beside."""
    for source in sources:
        ours, near = wanted(attribution, fact, source.language), rounding(source.language)
        if ours is None:
            continue
        telling = list(passages(words_of(attribution), source))
        if any(
            is_by_pencil(each, telling, near, source) or is_from_far(each, telling, near, source)
            for each in (ours, *in_money(ours, source))
        ):
            return True
        if not is_another and lies_between_dates(ours, telling, near, source):
            return True
    return False


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
    if is_near_time(attribution, fact, source) or is_small_abroad(fact, source):
        return True
    ours = wanted(attribution, fact, source.language)
    if ours is None:
        return False
    scaled = in_scale(ours, words_of(attribution), source.language)
    read = (ours, *scaled, *in_money(ours, source))
    return any(_may_stand(source, attribution, fact, each) for each in read)


def _may_stand(source: Prepared, attribution: Attribution, fact: Fact, ours: Wanted) -> bool:
    """The same of a figure as it is read."""
    near = rounding(source.language)
    telling = list(passages(words_of(attribution), source))
    if is_no_share_of_own(ours, attribution, telling, near, source):
        return False
    if any(
        is_nearly(ours, way, near, is_bare=not telling) for way in source.values.measures
    ) or is_rate_somewhere(ours, near, source):
        return True
    if is_in_table(ours, source, near):
        return True
    if not telling and is_share_of_page(ours, source, near):
        return True  # all of it is told in other words
    is_reworded = not any(each.tells((each.here,)) for each in telling)
    if is_reworded and (
        is_share_somewhere(ours, near, source) or is_made_somewhere(ours, near, source)
    ):
        return True
    is_bare = all(len(each.stems) <= _BARE for each in telling)
    is_bare = is_bare and not any(tells_how_long(each.here) for each in telling)
    if is_bare and (has_lasted(ours, near, source) or is_compared_somewhere(ours, near, source)):
        return True
    if _is_told(ours, telling, near, source):
        return True
    if is_between_somewhere(ours, near, source):
        return True
    clause = clause_of(attribution, fact)
    is_part = len(clause) < sum(len(each.text) for each in attribution.contents)
    return is_part and _is_told(ours, list(passages(clause, source)), near, source)


def _is_told(ours: Wanted, telling: Sequence[Passage], near: Rounding, source: Prepared) -> bool:
    """Whether a figure may come of what the sentences have that share a word with its statement."""
    is_told_how_many = any(counts_the_same(ours, each) for each in telling)
    if is_told_before(ours, near) and not is_told_how_many:
        return True
    if is_share_of_another(ours, telling, near, source):
        return True
    return any(
        any(
            stands_for(ours, way, near)
            for each in passage.here.figures
            for way in passage.here.ways(each, ours.figure.unit)
        )
        or is_reckoned(ours, passage, near, source)
        or as_ratio(ours, passage.here, near)
        or was_aged(ours, passage, near, source)
        or is_put_together(ours, passage, near, source)
        or is_part_beside(ours, passage, near)
        or is_rest_of_all(ours, passage, near)
        or is_of_whole(ours, passage)
        or is_period(ours, passage, near)
        or (not is_told_how_many and is_by_order(ours, passage))
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
            shared = len(wanted & words)
            is_led_alike = shared >= _FEWEST_SHARED and _is_led_alike(years[0], said, sentence.text)
            is_plain = len(there) == 1 and (shared >= _LEAST_SHARED * len(wanted) or is_led_alike)
            if is_plain and not is_years_from(int(years[0]), int(min(there)), sentence, source):
                return min(there)
    return ""


def _is_led_alike(year: str, said: str, sentence: str) -> bool:
    """Whether the same two words stand before a year in a statement and before one in a sentence.

    'Sicher bis 2035' for 'Weilersheim sei sicher bis 2030'.
    """
    other, at = _YEAR.search(sentence), said.find(year)
    if other is None or at < 0:
        return False
    lead, led = (
        fold(before).words.lower().split()[-_LEAD:]
        for before in (said[:at], sentence[: other.start()])
    )
    return len(lead) == _LEAD and lead == led


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
