"""Two names of a statement that a page has in each other's place: who beat, replaced, sued whom.

'Stowe beat Kelham', where the page has 'Kelham, which beat Stowe'. Only with verbs that no two do
to each other, in languages where who does it stands before the verb, or behind 'by'.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from audit.languages.comparison.comparing import comparing
from audit.languages.comparison.opposites import Opposites, opposites
from audit.match.folding.fold import fold
from audit.match.indirect.instead.both_sides import sentence_of
from audit.match.indirect.telling import Matter, words_of
from audit.match.indirect.told import Told, told_of
from audit.match.prepared.source import Prepared
from audit.model import Attribution, Fact, FactKind, Missing, Span

_LONGEST = 90  # characters that are shown
_MOST_SENTENCES = 40


class _Act(NamedTuple):
    """A verb of a sentence: its group, whether it is turned there, and where it stands."""

    group: str
    way: int
    start: int
    end: int


def places_exchanged(attribution: Attribution, page: Prepared) -> Iterator[Missing]:
    """What a statement tells of two names that a page tells of them the other way round."""
    known = opposites(page.language)
    if page.language is None or known is None or not known.by:
        return
    names = [fact for fact in attribution.facts if fact.kind is FactKind.NAME]
    if len(names) < 2:
        return
    said = words_of(attribution)
    told = told_of(said, page.language)
    acts = list(_acts(told, known))
    for one, other in pairwise(names) if acts and not _negates(told) else ():
        ours = _order(told, acts, _last(one), _last(other))
        if len(ours) != 1:
            continue
        shown = _told_otherwise(ours.pop(), (_last(one), _last(other)), Matter(said, page), page)
        span = _between(one, other, attribution)
        if shown and span is not None:
            yield Missing(Fact(FactKind.NUMBER, span), shown)


def _last(name: Fact) -> str:
    return fold(name.span.text).words.lower().removesuffix("'s").split()[-1]


def _acts(told: Told, known: Opposites) -> Iterator[_Act]:
    """The verbs of a sentence that one does to another."""
    for at, word in enumerate(told.words):
        found = [
            (side.group, side.way, end)
            for end, side in known.begun(told.words, at)
            if side.is_turned
        ]
        if word in known.acts:
            found.append((word, 1, at + 1))
        for group, way, end in found:
            is_passive = end < len(told.words) and told.words[end] in known.by
            yield _Act(group, -way if is_passive else way, at, end)


def _order(told: Told, acts: Sequence[_Act], one: str, other: str) -> set[tuple[str, int]]:
    """The groups of verbs between two names, each with whether the first of them does it."""
    found: set[tuple[str, int]] = set()
    first = {at for at, word in enumerate(told.words) if word.removesuffix("'s") == one}
    second = {at for at, word in enumerate(told.words) if word.removesuffix("'s") == other}
    if len(first) != 1 or len(second) != 1:
        return found
    (a,), (b,) = first, second
    for act in acts:
        if min(a, b) < act.start and act.end <= max(a, b):
            found.add((act.group, act.way if a < b else -act.way))
    return found


def _told_otherwise(
    ours: tuple[str, int], names: tuple[str, str], matter: Matter, page: Prepared
) -> str:
    """The verb and the name behind it where a page has two names the other way round alone."""
    known = opposites(page.language)
    assert known is not None  # the statement has a verb of it
    one, other = names
    shown = ""
    for number in matter.told[:_MOST_SENTENCES]:
        passage = matter.passage(number)
        here = passage.here
        if not {one, other} <= {word.removesuffix("'s") for word in here.words}:
            continue
        acts = list(_acts(here, known))
        there = {each for each in _order(here, acts, one, other) if each[0] == ours[0]}
        if not there or sentence_of(passage, page) is None:
            continue
        if there != {(ours[0], -ours[1])} or _negates(here):
            return ""
        shown = shown or _shown(here, acts, ours[0], {one, other})
    return shown


def _negates(told: Told) -> bool:
    return any(comparing(told.language).is_negation(word) for word in told.words)


def _shown(told: Told, acts: Sequence[_Act], group: str, names: set[str]) -> str:
    """The words of a page from a verb to the last name behind it."""
    act = next(each for each in acts if each.group == group)
    behind = [
        at
        for at, word in enumerate(told.words)
        if word.removesuffix("'s") in names and at >= act.end
    ]
    if not behind:
        return ""
    shown = " ".join(told.written(act.start, behind[0] + 1).split())
    return shown if len(shown) <= _LONGEST else ""


def _between(one: Fact, other: Fact, attribution: Attribution) -> Span | None:
    """The words of a statement from one name to the other; None where they are of two parts."""
    for part in attribution.contents:
        if part.start <= one.span.start and other.span.end <= part.end:
            start, end = one.span.start, other.span.end
            return Span(start, end, part.text[start - part.start : end - part.start])
    return None
