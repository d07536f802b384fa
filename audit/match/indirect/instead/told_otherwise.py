"""The figure that a page has in the clause that tells the same, in place of a statement's.

'Skerry Road was built in 1968', where the page has 'Skerry Road was built in 1971' and 1968 in a
sentence about the library. What a statement tells of are the words of its clause, and the other
figures that it has. In doubt nothing is said: the page has to have all of that, or most of it,
beside the other figure, and hardly any beside the statement's own.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from audit.languages.comparison.comparing import comparing
from audit.languages.comparison.rounding import rounding
from audit.match.indirect.instead.anchored import (
    is_anchored,
    is_another_date,
    is_but_a_digit,
    is_slip,
    of_another_age,
)
from audit.match.indirect.instead.both_sides import (
    Said,
    There,
    figures_there,
    keys_there,
    names_of,
    said_of,
    sentence_of,
    speaker_of,
    words_there,
)
from audit.match.indirect.instead.clauses import (
    AGE,
    DATED,
    MANY,
    PAIR,
    YEAR,
    ClauseFigure,
    clause_figures,
    stems_in,
)
from audit.match.indirect.instead.turned.exchanged import exchanged, of_another_year, of_the_next
from audit.match.indirect.reckoned.counted import is_by_order
from audit.match.indirect.reckoned.far_apart import is_from_far
from audit.match.indirect.reckoned.of_page import is_told_roughly
from audit.match.indirect.reckoned.of_passage import is_reckoned
from audit.match.indirect.reckoned.rounded import stands_for
from audit.match.indirect.reckoned.wanted import wanted
from audit.match.indirect.telling import passages, words_of
from audit.match.indirect.told import told_of
from audit.match.prepared.source import Prepared
from audit.model import Attribution, Fact, Missing, Sentence
from audit.values.measured import is_of_one_dimension

_FEWEST_WHOLE = 2  # words of a clause, all of which stand beside the other figure
_FEWEST_MOST = 3  # of them, and other figures, where not all do
_LEAST_MOST = 0.6
_FEWER = 2  # that may not stand beside the statement's own figure on the page
_FOREIGN = 3  # words beside it of something else; 'A year before that it had been 40' goes on
_PLAIN = frozenset({MANY, YEAR})


class Otherwise(NamedTuple):
    """A figure with what a page has in its place, and the sentence where."""

    missing: Missing
    sentence: Sentence


class Held:
    """A statement held against a page: the figures of both, read when they are asked for."""

    def __init__(self, attribution: Attribution, page: Prepared) -> None:
        self._attribution, self._page = attribution, page

    @cached_property
    def _ours(self) -> tuple[ClauseFigure, ...]:
        return clause_figures(words_of(self._attribution), self._page.language)

    @cached_property
    def _facts(self) -> list[tuple[Fact, Said]]:
        attribution, page = self._attribution, self._page
        names = names_of(attribution, page)
        unknown = frozenset(name for name, is_known in names.items() if not is_known)
        unknown |= speaker_of(attribution, page)
        known = frozenset(names) - unknown
        return [
            (fact, said)
            for fact in attribution.facts
            if (said := said_of(fact, self._ours, (unknown, known), page))
        ]

    @cached_property
    def _there(self) -> list[There]:
        return list(figures_there(self._attribution, self._page)) if self._facts else []

    def otherwise(self) -> tuple[Otherwise, ...]:
        """The figures of the statement in whose place the page has others."""
        told = told_of(words_of(self._attribution), self._page.language)
        turned = exchanged(told, self._ours, self._there)
        known = frozenset(figure.key for figure in self._ours)
        crossed = [
            turned.get(said.figure.key)
            or _crossed(said, self._ours, self._there)
            or of_the_next(said, self._there, known)
            or of_another_year(told, said, self._there)
            for _, said in self._facts
        ]
        return tuple(
            Otherwise(Missing(fact, found.figure.text), found.sentence)
            for (fact, said), swapped in zip(self._facts, crossed, strict=True)
            if (found := swapped or (None if any(crossed) else self._instead(fact, said, known)))
        )

    def _instead(self, fact: Fact, said: Said, known: frozenset[str]) -> There | None:
        found = _instead(said, known, self._there, self._page)
        if found is None or _may_stand_for(self._attribution, fact, found, self._page):
            return None
        return None if is_told_roughly(self._attribution, fact, self._page) else found

    def has_alike(self) -> bool:
        """Whether the page has any figure that is but for a digit one of the statement's."""
        keys = [key for key in self._page.values.keys if key.startswith("=")]
        return any(is_but_a_digit(said.figure.key, key) for _, said in self._facts for key in keys)

    def sentence_of(self, missing: Missing) -> Sentence | None:
        """The sentence of a figure that looks like one that the page lacks; None where it has none.

        They are the same but for a digit, as '9 percent' and '19 percent', or for their units.
        """
        said = next((said for fact, said in self._facts if fact == missing.fact), None)
        figures = clause_figures(missing.nearest, self._page.language)
        if said is None or len(figures) != 1:
            return None
        language = self._page.language
        is_one = _is_of_one_kind(said.figure, figures[0], may_slip=True)
        if not is_one or not is_but_a_digit(said.figure.key, figures[0].key):
            return None
        for passage in passages(words_of(self._attribution), self._page):
            shares = not said.words.isdisjoint(stems_in(passage.here.text, language))
            if shares and missing.nearest in passage.here.text:
                return sentence_of(passage, self._page)
        return None

    def may_be_right(self, missing: Missing) -> bool:
        """Whether a page may have a figure of the same, or one that it stands for, all the same."""
        for fact, said in self._facts:
            if fact != missing.fact:
                continue
            others = [
                each
                for each in self._there
                if each.figure.text in missing.nearest and not _is_same(said.figure, each.figure)
            ]
            same = [each for each in self._there if _is_same(said.figure, each.figure)]
            return any(
                _may_stand_for(self._attribution, fact, other, self._page)
                or not all(_is_of_something_else(said, each, other) for each in same)
                for other in others
            )
        return False


def _may_stand_for(attribution: Attribution, fact: Fact, there: There, page: Prepared) -> bool:
    """Whether a statement's figure may be rounded from, or worked out of, what a sentence tells."""
    ours = wanted(attribution, fact, page.language)
    if ours is None or there.figure.kind in DATED | {PAIR}:
        return False
    near = rounding(page.language)
    keys = {each.key for each in clause_figures(fact.span.text, page.language)}
    if any(each.key in keys for each in there.figures):  # it would be worked out of itself
        other = told_of(there.figure.text, page.language).figures
        return any(stands_for(ours, way, near) for each in other for way in each.ways)
    passage = there.passage._replace(before=None, after=None)
    return (
        any(
            way.value != ours.figure.value and stands_for(ours, way, near)
            for each in passage.here.figures
            for way in each.ways
        )
        or is_reckoned(ours, passage, near, page)
        or is_from_far(ours, [there.passage], near, page)
        or is_by_order(ours, passage)
    )


def _instead(
    said: Said, known: frozenset[str], there: Sequence[There], page: Prepared
) -> There | None:
    """The one figure of a page that has what a clause tells beside it; None in doubt."""
    if said.figure.kind == AGE:
        return of_another_age(said, there)
    same = [each for each in there if _is_same(said.figure, each.figure)]
    others = [
        each
        for each in there
        if _is_of_one_kind(said.figure, each.figure, may_slip=not said.stands)
        and each.figure.key not in known
        and not _is_same(said.figure, each.figure)
    ]
    found = [each for each in others if _is_told(said, each, same)]
    if found:
        return _without_rivals(said, max(found, key=lambda each: _shared(said, each)), others)
    listed = [each for each in others if _is_listed(said, each, same)]
    only = listed or [each for each in others if is_slip(said, each, same)]
    only = only or [
        each
        for each in others
        if is_anchored(said, each, same) or is_another_date(said, each, page)
    ]
    return only[0] if len({each.figure.key for each in only}) == 1 else None


def _without_rivals(said: Said, best: There, others: Sequence[There]) -> There | None:
    """A figure, if no other has as much of what a clause tells."""
    rivals = {
        each.figure.key
        for each in others
        if _shared(said, each) >= _shared(said, best) and not _is_its_whole(each, best)
    }
    return best if rivals == {best.figure.key} else None


def _is_same(own: ClauseFigure, other: ClauseFigure) -> bool:
    return other.key == own.key and (other.kind == own.kind or {own.kind, other.kind} <= _PLAIN)


def _is_of_one_kind(own: ClauseFigure, other: ClauseFigure, *, may_slip: bool) -> bool:
    """Whether two figures are of the same: the unit, or what is counted where both tell it.

    A unit may be a slip for another of the same measure: 'five kilograms' for 'five grams'.
    """
    if own.kind != other.kind:
        value = own.key.partition(" ")[0] == other.key.partition(" ")[0]
        return may_slip and value and is_of_one_dimension(own.kind, other.kind)
    return own.kind != MANY or not (own.counted and other.counted) or own.counted == other.counted


def _is_its_whole(whole: There, part: There) -> bool:
    """Whether a figure is what another one beside it is a part of: '11 of the 22'."""
    return whole.figure.is_of_part and whole.sentence == part.sentence


def _shared(said: Said, each: There) -> int:
    """How many words of a clause stand beside a figure, and how many of the other figures.

    Two words right before a date are one more: 'bis zum', 'by the end of'.
    """
    is_led_by = (
        said.figure.kind in DATED
        and said.figure.before[1:]
        and said.figure.before == each.figure.before
    )
    return (
        len(said.words & each.figure.beside) + len(said.others & keys_there(each)) + bool(is_led_by)
    )


def _beside(said: Said, each: There) -> int:
    """How many words of a clause, and other figures of it, stand in the clause of another."""
    keys = {figure.key for figure in each.figures if figure.own == each.figure.own}
    return len(said.words & each.figure.beside) + len(said.others & keys)


def _is_told(said: Said, other: There, same: Sequence[There]) -> bool:
    """Whether the clause of another figure tells what a statement's tells, and its own does not."""
    shared = _shared(said, other)
    words = len(said.words & other.figure.beside)
    counted = said.figure.counted, other.figure.counted
    is_counted = counted[0] == counted[1] if all(counted) else said.figure.kind != MANY
    fewest = _FEWEST_WHOLE if said.stands or _leads_up_alike(said, other) else _FEWEST_MOST
    is_whole = 0 < words == len(said.words) and _beside(said, other) >= fewest
    is_named = said.names <= other.figure.beside
    most = _FEWEST_WHOLE if not any(_shared(said, each) for each in same) else _FEWEST_MOST
    is_most = (
        said.stands
        and is_named
        and is_counted
        and _beside(said, other) >= _FEWEST_WHOLE
        and shared >= max(most, _LEAST_MOST * (len(said.words) + len(said.others)))
    )
    if not (is_whole or is_most) or _is_of_another_time(said, other):
        return False
    return all(
        _shared(said, each) <= shared - _FEWER and _is_of_something_else(said, each, other)
        for each in same
    )


def _leads_up_alike(said: Said, other: There) -> bool:
    """Whether the same two words stand before two dates, one of them telling: 'opened in 1971'.

    The clause of the other one has all that the statement's has: 'The bridge opened to trains in
    1985' is of something else, and so is 'The tunnel opened in 1985; the bridge is older'.
    """
    before, language = said.figure.before, other.passage.here.language
    return (
        said.figure.kind in DATED
        and before == other.figure.before
        and said.words <= frozenset(other.figure.own)
        and any(not stems_in(word, language).isdisjoint(said.words) for word in before)
    )


def _is_of_another_time(said: Said, other: There) -> bool:
    """Whether a statement has a day, month or year, and the sentence others of these alone."""
    theirs = {figure.key for figure in other.figures if figure.kind in DATED}
    if not said.dated or said.figure.kind in DATED or not said.dated.isdisjoint(theirs):
        return False
    return bool(theirs) or not said.stands


def _is_of_something_else(said: Said, own: There, other: There) -> bool:
    """Whether a statement's figure has words beside it on a page that the statement has not.

    'Last year it was 40' may go on with what the sentence before tells of; and what alone stands
    beside it of a statement's words says that it is the statement's.
    """
    foreign = (own.figure.beside or words_there(own)) - said.words
    alone = (said.words & own.figure.beside) - other.figure.beside
    alone |= said.others & (keys_there(own) - keys_there(other))
    if own.sentence == other.sentence:
        is_apart = own.figure.own != other.figure.own and not own.figure.beside <= said.words
        return is_apart and not alone  # 'one ship carries 210 people, the other 90'
    goes_on = own.passage.number == other.passage.number + 1
    here = own.passage.here
    is_later = said.figure.kind not in DATED and here.names_time
    refers = not comparing(here.language).pronouns.isdisjoint(here.words)
    may_be_told = alone or (goes_on and (not foreign or is_later or refers))
    return len(foreign) >= _FOREIGN or not may_be_told


def _is_listed(said: Said, other: There, same: Sequence[There]) -> bool:
    """Whether a list has another figure for what a statement begins with, and its own for others.

    'In Tarnbrook it is 43 per cent', where it is '37 per cent in Tarnbrook, 43 in Fell End'.
    """
    first = said.figure.own[:1]
    if not first or other.figure.own[:1] != first or said.figure.kind != other.figure.kind:
        return False
    alone = len([each for each in other.figures if each.own == other.figure.own]) == 1
    beside = [each for each in same if each.sentence == other.sentence]
    return (
        alone
        and bool(beside)
        and all(
            first[0] not in each.figure.beside
            and (_is_before(each, other) or _tells_nothing_of(said, each))
            for each in same
        )
    )


def _is_before(one: There, other: There) -> bool:
    """Whether a figure stands before another in a sentence; a later one may leave words out."""
    at = [other.figures.index(each.figure) for each in (one, other) if each.figure in other.figures]
    return len(at) > 1 and at[0] < at[1]


def _tells_nothing_of(said: Said, each: There) -> bool:
    return said.words.isdisjoint(each.figure.beside) and bool(each.figure.own)


def _crossed(said: Said, ours: Sequence[ClauseFigure], there: Sequence[There]) -> There | None:
    """The other figure of a statement, where a page has the two of them the other way round.

    '300 dogs and 900 cats' for '900 dogs and 300 cats': what stands behind each figure, which has
    to be enough by itself where one of the two has nothing behind it.
    """
    own = said.figure
    for each in there:
        theirs = each.figure
        if theirs.kind != own.kind or theirs.key == own.key or not own.behind <= theirs.behind:
            continue
        [*swapped] = (figure for figure in ours if figure.key == theirs.key)
        [*kept] = (figure for figure in each.figures if figure.key == own.key)
        if len(swapped) != 1 or len(kept) != 1:
            continue
        other, their_own = swapped[0], kept[0]
        if own.behind & their_own.behind or other.behind & theirs.behind:
            continue
        both = own.behind and other.behind and other.behind <= their_own.behind
        if both or len(own.behind) >= _FEWEST_WHOLE:
            return each
    return None
