"""One attribution's search under way, and what comes of it."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Protocol

from audit.discover.leads import ReadPage
from audit.discover.ranking import LEAST, PROMISING, is_of_subject_alone, words_of_weak
from audit.discover.wanted import Wanted
from audit.discover.words import stems, stems_of_address
from audit.model import (
    Attribution,
    Candidate,
    Capture,
    Discovery,
    Fit,
    Outlet,
    Search,
    Searched,
)

_MOST_SHOWN = 6  # words by which lists were ranked, in the report
_MOST_ELSEWHERE = 3
_FEW_READ = 2  # pages after which one that has but one word of the subject hardly has the words
_MOST_THIN = 3  # pages for one attribution that have one word in common, or none
_OF_RIVAL = 0.5  # of what a page promised that has the words changed
WHY = {
    Fit.UNPUBLISHED: "they stand only in its readers' comments, in its links to other pages or out of sight",
    Fit.OTHER_SPEAKER: "somebody else says them there",
}
"""Why a page that has the words is no source for them, by how it has them."""
NOT_QUITE = "some of them are others there, and other pages were left unread"
"""Why a page that has the words changed is none."""


class Reading(Protocol):
    """What a search needs of other stages, for one article."""

    def read(self, capture: Capture) -> ReadPage | None:
        """A page as it came; None for one without text, or that we failed on."""
        ...

    def fit(self, attribution: Attribution, read: ReadPage, *, own: bool) -> Fit:
        """What a page has of the words; ``own`` says that it is the named outlet's."""
        ...

    def names_speaker(self, attribution: Attribution, read: ReadPage) -> bool:
        """Whether a page names who the article says the words are of."""
        ...


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page that is the source of words nobody linked.

    ``capture`` is what came back for ``url``, or that copy of a page; ``outlet`` the one that the
    article names and that publishes there, None where it names none.
    """

    url: str
    capture: Capture
    outlet: Outlet | None
    discovery: Discovery


@dataclass(slots=True)
class Trail:
    """One attribution's search under way.

    ``leads`` are where teasers with its words lead to, and articles that go on. ``is_cut_short``
    says that a page was not read, for want of requests, that promised as much as the one with the
    words changed, ``is_spent`` that no request was left at all, ``has_twin`` that one of them has
    its title; ``is_refused`` that one could not be read, ``is_closed`` that a promising one showed
    its beginning alone, and a copy of it was asked for, ``is_at_wall`` that it is the one that was
    looked for, by its title. ``asked_for`` counts the pages that were read on its behalf first,
    ``weak`` has the words of each of those for which little spoke, ``led_by`` those on the subject
    that link to an address.
    """

    wanted: Wanted
    read: list[str] = field(default_factory=list)
    elsewhere: list[tuple[str, str]] = field(default_factory=list)
    tried: set[str] = field(default_factory=set)
    leads: list[Candidate] = field(default_factory=list)
    led_to: set[str] = field(default_factory=set)
    second: tuple[Fit, Candidate, ReadPage] | None = None
    live: Candidate | None = None
    places: tuple[Searched, ...] = ()
    is_cut_short: bool = False
    is_spent: bool = False
    has_twin: bool = False
    is_refused: bool = False
    is_closed: bool = False
    is_at_wall: bool = False
    asked_for: int = 0
    weak: set[frozenset[str]] = field(default_factory=set)
    found: FoundPage | None = None
    led_by: Counter[str] = field(default_factory=Counter)

    @property
    def is_near(self) -> bool:
        """Whether a page was read that has the words changed."""
        return self.second is not None and self.second[0] is Fit.NEAR

    def may_be_better(self, candidate: Candidate) -> bool:
        """Whether a page promised about as much as the one that has the words changed.

        Unread, it may have them as they are.
        """
        promised = self.second[1].score if self.second is not None else 0.0
        return candidate.score >= max(LEAST, _OF_RIVAL * promised)

    def is_one_too_many(self, candidate: Candidate) -> bool:
        """Whether little speaks for a page, and the same led nowhere before, or enough such did.

        Where not, it counts among those.
        """
        words = words_of_weak(candidate, self.wanted)
        if words is None:
            return False
        if len(words) < 2:
            is_late = len(self.read) >= _FEW_READ and candidate.score < PROMISING
            if is_late and is_of_subject_alone(words, self.wanted):
                return True
            if sum(len(each) < 2 for each in self.weak) >= _MOST_THIN:
                return True
        if words in self.weak:
            return True
        self.weak.add(words)
        return False

    def is_rival(self, candidate: Candidate) -> bool:
        """Whether a page has the words changed, and this one may be better."""
        return self.is_near and self.may_be_better(candidate)

    def is_twin(self, candidate: Candidate) -> bool:
        """Whether a page may be another version of the one that has the words changed.

        Such have the same words in their addresses or titles.
        """
        if self.second is None:
            return False
        other = self.second[1]
        slugs = stems_of_address(candidate.url), stems_of_address(other.url)
        titles = stems(candidate.title), stems(other.title)
        return any(first == second and first for first, second in (slugs, titles))


def told(trail: Trail) -> Search:
    """What the report says of a search."""
    words = trail.wanted.words[:_MOST_SHOWN]
    elsewhere = tuple(trail.elsewhere[:_MOST_ELSEWHERE])
    return Search(trail.wanted.id, trail.places, words, tuple(trail.read), elsewhere)
