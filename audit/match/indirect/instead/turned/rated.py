"""A figure that a page has of another length of time: '£1,100 a year' for '£1,100 a month'.

The figure is right, so nothing else tells. Wherever the page has it as it is written, another
length of time has to stand right behind it.
"""

import re
from collections.abc import Iterator
from itertools import islice

from audit.languages.comparison.rounding import Rounding, rounding
from audit.match.folding.fold import fold
from audit.match.indirect.reckoned.in_proportion import times_a_year
from audit.match.prepared.source import Prepared
from audit.model import FIGURES, Attribution, Missing, places_of

_BEHIND = 3  # words behind a figure: 'in der Woche'
_REACH = 40  # characters in which these stand
_MOST_PLACES = 50


def rated_otherwise(attribution: Attribution, page: Prepared) -> Iterator[Missing]:
    """The figures of a statement that a page has of another length of time alone."""
    near = rounding(page.language)
    for fact in attribution.facts if page.language is not None else ():
        if fact.kind not in FIGURES:
            continue
        ours = next(
            (
                _times(content.text[fact.span.end - content.start :], near)
                for content in attribution.contents
                if content.start <= fact.span.start < content.end
            ),
            0.0,
        )
        there = list(_places(fact.span.text, page)) if ours else []
        if there and all(
            times not in (0, ours) for times in (_times(each, near) for each in there)
        ):
            yield Missing(fact, f"{fact.span.text}{_shown(there[0], near)}")


def _places(figure: str, page: Prepared) -> Iterator[str]:
    """What stands right behind a figure wherever a page has it as it is written."""
    text = page.page.text
    return (text[end : end + _REACH] for end in islice(places_of(figure, text), _MOST_PLACES))


def _times(behind: str, near: Rounding) -> float:
    """How often a year the length of time comes that begins a stretch; 0 where none does."""
    clause = re.split(r"[.,;:!?\n]", behind[:_REACH], maxsplit=1)[0]
    return times_a_year(fold(clause).words.lower().split()[:_BEHIND], near)


def _shown(behind: str, near: Rounding) -> str:
    """The words of a stretch up to the end of the length of time in it."""
    end = 0
    for word in behind.split()[:_BEHIND]:
        end = behind.index(word, end) + len(word)
        if _times(behind[:end], near):
            return behind[:end].rstrip(".,;:!?")
    return ""
