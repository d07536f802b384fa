"""A figure that a page has beside the opposite: '63 per cent against' for '63 per cent in favour'.

The figure is right, so nothing else tells. The page has to have it beside a word that is the
opposite of the statement's, nowhere beside the same, and where it tells of the same; neither side
may negate anything, and what may change places must not: 'Orr lost 1-3' is 'Dunmore won 3-1'.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from audit.languages.comparison.comparing import comparing
from audit.languages.comparison.opposites import BOUND, CHANGE, FROM, TIME, opposites
from audit.languages.comparison.rounding import rounding
from audit.match.indirect.instead.both_sides import (
    There,
    keys_there,
    names_of,
    sentence_of,
    speaker_of,
    words_there,
)
from audit.match.indirect.instead.clauses import (
    DATED,
    DAY,
    MANY,
    YEAR,
    ClauseFigure,
    clause_figures,
    stems_in,
)
from audit.match.indirect.instead.in_place import digits_of
from audit.match.indirect.instead.turned.poles import Pole, Poles, poles_of
from audit.match.indirect.telling import Matter, words_of
from audit.match.indirect.told import Told, told_of
from audit.match.prepared.source import Prepared
from audit.model import FIGURES, Attribution, Fact, FactKind, Missing, stands_in
from audit.values.measured import SHARE, measured

_LONGEST_SHOWN = 90  # characters
_MOST_PLACES = 20  # of a figure on a page
_FEWEST_WEAK = 2  # words that a sentence shares with a statement whose figure many have
_LEAST_WEAK = 0.5  # of those of the statement
_LEAST_RARE = 0.25  # of them, where the figure is rare
_NEAR = 4  # words between a figure that is rare and the word with an opposite
_EXACT = 3  # digits that are written out nowhere
_RARE = 2  # digits of one with a unit, or one more
_MILLIONS = 7  # digits of one
_PLAIN = frozenset({MANY, YEAR})
_VERB_MOVES = "de"  # and nouns have capitals


class _Own(NamedTuple):
    """A figure of a statement, and the words beside it that have opposites."""

    told: Told
    figure: ClauseFigure
    poles: Poles


class _Opposed(NamedTuple):
    """A figure of a page beside the opposite."""

    there: There
    pole: Pole


def opposed_otherwise(attribution: Attribution, page: Prepared) -> Iterator[Missing]:
    """The figures of a statement that a page has beside the opposite of the statement's words."""
    if page.language is None or opposites(page.language) is None:
        return
    said = words_of(attribution)
    told = told_of(said, page.language)
    own = [
        _Own(told, figure, poles)
        for figure in clause_figures(said, page.language)
        if (poles := poles_of(told, figure)).found and not poles.is_turned
    ]
    if not own:
        return
    names = names_of(attribution, page)
    unknown = frozenset(name for name, is_known in names.items() if not is_known)
    held = _Held(page, Matter(said, page), unknown | speaker_of(attribution, page))
    found: dict[Fact, str] = {}
    for each in own:
        fact = _fact_of(each.figure, attribution, page)
        if fact is not None and not found.get(fact):
            found[fact] = held.opposed(each)
    yield from (Missing(fact, other) for fact, other in found.items() if other)


def _fact_of(figure: ClauseFigure, attribution: Attribution, page: Prepared) -> Fact | None:
    """The fact of a statement that a figure of it is, or that is a part of it: '2023'."""
    facts = [fact for fact in attribution.facts if fact.kind in FIGURES | {FactKind.DATE}]
    return next(
        (
            fact
            for fact in facts
            if any(_is_same(figure, each) for each in _figures(fact.span.text, page))
        ),
        None,
    ) or next((fact for fact in facts if stands_in(fact.span.text, figure.text)), None)


def _figures(text: str, page: Prepared) -> tuple[ClauseFigure, ...]:
    return clause_figures(text, page.language)


def _is_same(one: ClauseFigure, other: ClauseFigure) -> bool:
    if one.key == other.key:
        return one.kind == other.kind or {one.kind, other.kind} <= _PLAIN
    value, unit = one.key.partition(" ")[::2]
    there, its_unit = other.key.partition(" ")[::2]
    is_elided = value == there and "" in (unit, its_unit) and len(value) > _MILLIONS
    return is_elided and MANY in (one.kind, other.kind)  # '28.4 million euros, 3.1 million more'


class _Held:
    """A page that the figures of a statement are held against.

    ``unknown`` are words of the statement that the page need not have.
    """

    def __init__(self, page: Prepared, matter: Matter, unknown: frozenset[str]) -> None:
        self._page, self._matter, self._unknown = page, matter, unknown

    def opposed(self, own: _Own) -> str:
        """What a page has of a figure beside an opposite of the statement's; empty for nothing."""
        there = list(self._having(own.figure))
        for group, pole in own.poles.found.items() if there else ():
            if pole.side.place == FROM and pole.end != own.figure.at.figure[0]:
                continue  # 'up from 52' is told of 52
            if self._has_both(own, pole):
                continue  # 'for three years it was closed; since Sunday it is open'
            words = self._telling(own)
            opposed: list[_Opposed] = []
            others: list[There] = []
            for each in there:
                beside = poles_of(each.passage.here, each.figure)
                other = beside.found.get(group) or beside.anywhere.get(group)
                if other is None:
                    others.append(each)
                elif other.side.way != pole.side.way and _turns(own, group, each, beside):
                    opposed.append(_Opposed(each, other))
                else:
                    break  # it may stand there with the same
            else:
                if opposed:
                    best = max(opposed, key=lambda each: len(words & words_there(each.there)))
                    if self._tells_the_same(own, words, pole, best, others):
                        return _shown(best)
        return ""

    def _has_both(self, own: _Own, pole: Pole) -> bool:
        """Whether a statement of one figure has the opposite of a word as well."""
        if len(_figures(own.told.text, self._page)) > 1:
            return False
        known, words = opposites(self._page.language), own.told.words
        return known is not None and any(
            side.group == pole.side.group and side.way != pole.side.way
            for at in range(len(words))
            for _, side in known.begun(words, at)
        )

    def _telling(self, own: _Own) -> frozenset[str]:
        """The words that tell of what a figure is, those with opposites left out."""
        language = self._page.language
        apart = (own.told.words[pole.start : pole.end] for pole in own.poles.found.values())
        stems = stems_in(" ".join(word for words in apart for word in words), language)
        return own.figure.beside - stems - self._unknown

    def _tells_the_same(
        self,
        own: _Own,
        words: frozenset[str],
        pole: Pole,
        best: _Opposed,
        others: Sequence[There],
    ) -> bool:
        """Whether a figure of a page is plainly the statement's."""
        shared = len(words & words_there(best.there)) + self._beside(own, best)
        if any(
            words & words_there(each) for each in others if each.sentence != best.there.sentence
        ):
            least = max(len(words & words_there(each)) for each in others)
            if least + 1 >= shared:
                return False
        if _is_of_another_time(own, best.there) or self._has_rival(own, words, best, shared):
            return False
        if _is_rare(own.figure):
            is_near = _far(pole, own.figure) <= _NEAR and (
                _far(best.pole, best.there.figure) <= _NEAR
            )
            if _is_within(pole, own.figure) and _is_within(best.pole, best.there.figure):
                return shared > _LEAST_RARE * len(words) or is_near
        before = best.there.passage.before
        if before is not None and _far(pole, own.figure) <= _NEAR:
            shared = max(shared, len(words & (words_there(best.there) | self._stems(before))))
        return shared >= min(_FEWEST_WEAK, max(len(words), 1)) and (
            shared >= _LEAST_WEAK * len(words)
        )

    def _beside(self, own: _Own, best: _Opposed) -> int:
        """How many other figures, and words that have opposites, stand beside both figures."""
        others = {each.key for each in _figures(own.told.text, self._page)} - {own.figure.key}
        poles = poles_of(best.there.passage.here, best.there.figure).found
        same = (
            group
            for group in own.poles.found.keys() & poles.keys()
            if own.poles.found[group].side.way == poles[group].side.way
        )
        return len(others & keys_there(best.there)) + len(list(same))

    def _stems(self, told: Told) -> frozenset[str]:
        return stems_in(told.text, self._page.language)

    def _has_rival(self, own: _Own, words: frozenset[str], best: _Opposed, shared: int) -> bool:
        """Whether another figure of the kind stands where more of a statement's words do."""
        number = best.there.passage.number
        for at, many in self._matter.shared.items():
            if many <= shared or at == number:
                continue
            for figure in self._figures_of(at):
                if (
                    figure.kind == own.figure.kind
                    and figure.key != own.figure.key
                    and len(words & figure.beside) > shared
                    and best.pole.side.group in poles_of(self._told(at), figure).found
                ):
                    return True
        return False

    def _told(self, number: int) -> Told:
        start, end = self._page.sentences.spans[number]
        return told_of(self._page.page.text[start:end], self._page.language)

    def _figures_of(self, number: int) -> tuple[ClauseFigure, ...]:
        return _figures(self._told(number).text, self._page)

    def _having(self, own: ClauseFigure) -> Iterator[There]:
        """The figures of a page that are a statement's, wherever they stand."""
        numbers = sorted(self._numbers(own))
        for number in numbers[:_MOST_PLACES]:
            passage = self._matter.passage(number)
            sentence = sentence_of(passage, self._page)
            if sentence is None:
                continue
            figures = _figures(sentence.text, self._page)
            yield from (
                There(each, sentence, figures, passage) for each in figures if _is_same(own, each)
            )

    def _numbers(self, own: ClauseFigure) -> set[int]:
        """The numbers of the sentences that may have a figure."""
        page, digits = self._page, digits_of(own.text)
        # who writes three digits finds three: to read all of a page for its numbers takes long
        values = page.values.find(own.key, _MOST_PLACES) if len(digits) < _EXACT else ()
        places = [page.start(value + 1) for value in values]
        if digits:
            places += [start for start, _ in page.sentences.with_digits(digits)]
        else:
            first = own.text.lower().split()[:1]
            places += [start for word in first for start, _ in page.sentences.having(word)]
        return {number for number in map(page.sentences.number_at, places) if number >= 0}


def _turns(own: _Own, group: str, there: There, beside: Poles) -> bool:
    """Whether the opposite on a page turns what a statement tells.

    It does not where either side negates it, or turns a second word as well ('the loss rose', 'the
    profit fell'), or has what it compares the other way round.
    """
    if beside.is_turned:
        return False
    ours, theirs = own.poles.found, beside.anywhere | beside.found
    if group == CHANGE and own.poles.level != beside.level:
        return False
    if _is_of_another_part(own, there):
        return False
    first, last = own.figure.at.clause
    for name in ours.keys() & beside.found.keys() - {group, BOUND, TIME}:
        is_another = ours[name].start != ours[group].start and first <= ours[name].start < last
        if ours[name].side.way != theirs[name].side.way and is_another:
            return False
    is_compared = ours[group].side.is_turned or group == CHANGE
    is_compared = is_compared and theirs[group].side.place != FROM
    return not is_compared or _is_in_order(own, ours[group], there, theirs[group])


def _is_of_another_part(own: _Own, there: There) -> bool:
    """Whether a page has another part of a whole: 'won one of eight' of 'lost seven of eight'."""
    here, first = there.passage.here, there.figure.at.figure[0]
    before = [each for each in there.figures if 0 < first - each.at.figure[1] <= _NEAR]
    if not before:
        return False
    part = max(before, key=lambda each: each.at.figure)
    between = here.words[part.at.figure[1] : first]
    if rounding(here.language).part_of.isdisjoint(between):
        return False
    return part.key not in {each.key for each in clause_figures(own.told.text, here.language)}


def _is_in_order(own: _Own, pole: Pole, there: There, other: Pole) -> bool:
    """Whether the words that two sentences share stand on the same side of their opposites.

    'It carried 40 more in the year before' is '40 fewer than in the year before'.
    """
    ours, theirs = own.told, there.passage.here
    known = opposites(ours.language)
    than = known.than if known is not None else frozenset()
    if (
        pole.side.group == CHANGE
        and than.isdisjoint(ours.words)
        and not than.isdisjoint(theirs.words[other.end : other.end + 2])
    ):
        behind = set(theirs.words[other.end :]) & set(ours.words)
        if behind - comparing(ours.language).grammar - comparing(ours.language).articles:
            return False
    small = comparing(ours.language).small | comparing(ours.language).grammar
    here, elsewhere = (
        _sides(told, figure, each)
        for told, figure, each in ((ours, own.figure, pole), (theirs, there.figure, other))
    )
    # A higher risk may stand before the figure or behind it.
    either_side = _right_beside(ours, own.figure, pole) & _right_beside(theirs, there.figure, other)
    return not any(
        here[word].isdisjoint(elsewhere[word])
        for word in here.keys() & elsewhere.keys() - small - either_side
    )


def _right_beside(told: Told, figure: ClauseFigure, pole: Pole) -> set[str]:
    """The words before and behind a figure with the word beside it that has an opposite."""
    first, last = min(figure.at.figure[0], pole.start), max(figure.at.figure[1], pole.end)
    return {*told.words[max(first - 1, 0) : first], *told.words[last : last + 1]}


def _sides(told: Told, figure: ClauseFigure, pole: Pole) -> dict[str, set[bool]]:
    """On which sides of a word with an opposite each other word stands, but those of a figure."""
    found: defaultdict[str, set[bool]] = defaultdict(set)
    start, end = figure.at.figure
    for at, word in enumerate(told.words):
        is_verb = told.language == _VERB_MOVES and told.as_written[at].islower()
        if not (start <= at < end or pole.start <= at < pole.end or is_verb):
            found[word].add(at < pole.start)
    return found


def _is_of_another_time(own: _Own, there: There) -> bool:
    """Whether a statement has a day, month or year, and the sentence others of these alone."""
    ours = _times(clause_figures(own.told.text, own.told.language))
    theirs = _times(there.figures)
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _times(figures: Sequence[ClauseFigure]) -> set[str]:
    """The years, months and days among figures; days also as their months: 'in mid-July'."""
    found = {each.key for each in figures if each.kind in DATED}
    days = (key[2:].partition("-")[0] for key in found if key.startswith("=d") and "-" in key)
    return found | {f"=m{month}" for month in days}


def _is_rare(figure: ClauseFigure) -> bool:
    """Whether a figure is one that no chance has twice: it has several digits, or is a day."""
    if figure.kind == DAY:
        return True
    if figure.kind in DATED:
        return False
    digits = max((each.digits for each in measured(figure.key)), default=0)
    return digits >= (_RARE if figure.kind not in _PLAIN else _RARE + 1) or (
        figure.kind == SHARE and digits >= _RARE
    )


def _is_within(pole: Pole, figure: ClauseFigure) -> bool:
    """Whether a word with an opposite stands in the clause of a figure, or goes on with it."""
    first, last = figure.at.clause
    return first <= pole.start < last or pole.side.place == FROM


def _far(pole: Pole, figure: ClauseFigure) -> int:
    """How many words stand between a figure and a word with an opposite."""
    start, end = figure.at.figure
    return max(pole.start - end, start - pole.end, 0)


def _shown(found: _Opposed) -> str:
    """A page's words from a figure to the opposite of a statement's, in its own characters."""
    told, figure, pole = found.there.passage.here, found.there.figure, found.pole
    first, last = min(figure.at.figure[0], pole.start), max(figure.at.figure[1], pole.end)
    shown = " ".join(told.written(first, last).split())
    return shown if len(shown) <= _LONGEST_SHOWN else ""
