"""Which of many pages promise to have the words, by title, slug, section, summary and day."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import fsum, log

from audit.discover.days import apart, day_in_address, day_of, month_in_address
from audit.discover.wanted import OF_QUOTATION, OF_SPEAKER, TELLING, Wanted
from audit.discover.words import is_spelled_out, runs_of, stems, stems_of_address, stems_of_path
from audit.model import Candidate, Provider

# How much a word counts by where a list has it.
_IN_TITLE, _IN_SUMMARY, _IN_FOLDER = 1.0, 0.7, 0.4
_NEAR_DAYS = 3
_ON_THE_DAY, _NEAR, _IN_WINDOW, _CHANGED_LATER, _UNDATED = 1.0, 0.95, 0.8, 0.6, 0.75
_HARDLY_OF_THEN = 0.4  # changed later, where a day of change tells the day of a page
_AT_ONCE = 0.3  # of the pages of a list, changed on one day: a new layout has done it
_FEW_WORDS = 8  # of a title; a longer list of words has more of them by chance
_SAID_THEN, _SAID_LATER = 1.1, 0.6  # by the day on which the article has the words said
_ALONE = 0.6  # of what a word of no name and no title is worth where it has no other beside it
_OF_A_RUN, _MOST_RUNS = 10.0, 3  # four words of the quotation on end
_OF_ITS_DAYS = 0.6  # the most that pages on one subject on one day add to each other
_OF_FOUND_DAY = 0.8  # what the day of another source of the article adds
_ON_SUBJECT = 0.3  # of the best page's score: from there on a page is on the subject, too
_SHORT = 100  # pages: a shorter list does not tell which words are rare
_SLUG = 4  # words of an address: more than its folders have
_SOME = 0.3  # sections have words in their addresses, too
_ENOUGH = 10  # pages of a list by which one knows its manner
_MOST_WORDLESS = 500  # pages of a list of which neither title nor address says anything
_NO_WORDS: frozenset[str] = frozenset()
LEAST = 3.0
"""The score from which a page is worth a request before other providers are asked."""
PROMISING = 6.0
"""The score from which it is worth one before other lists of its site are."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One page of a list; ``folder`` are the words that only the folders of its address have."""

    candidate: Candidate
    day: str | None
    month: str | None
    heading: frozenset[str]
    folder: frozenset[str]
    summary: frozenset[str]
    is_spelled: bool


class Pool:
    """The pages of one list, or of several of a site, each word counted by its rarity there.

    ``worded`` of them have a word in title, summary or address, ``spelled`` one in their address.
    """

    def __init__(self, candidates: Iterable[Candidate] = ()) -> None:
        self._entries: list[_Entry] = []
        self._counts: Counter[str] = Counter()
        self._changes: Counter[str] = Counter()  # by day
        self._at: dict[str, int] = {}
        self._wordless = 0
        self.worded = 0
        self.spelled = 0
        self._days: dict[str | None, float] = {}
        self._runs_of: dict[str, frozenset[str]] = {}
        self.add(candidates)

    def __len__(self) -> int:
        return len(self._entries)

    @property
    def is_numbered(self) -> bool:
        """Whether the addresses of the pages say nothing."""
        return len(self._entries) >= _ENOUGH and self.spelled <= _SOME * len(self._entries)

    @property
    def is_wordless(self) -> bool:
        """Whether the list is long enough to tell that it says nothing of its pages."""
        return len(self._entries) >= _ENOUGH and not self.worded

    def add(self, candidates: Iterable[Candidate]) -> None:
        """Adds pages; of two with the same address the first stays."""
        for candidate in candidates:
            if candidate.url in self._at:
                continue
            entry = _entry(candidate)
            if not entry.heading and not entry.summary:  # of such, a list may have thousands
                self._wordless += 1
                if self._wordless > _MOST_WORDLESS:
                    continue
            self.worded += entry.is_spelled or bool(candidate.title or entry.summary)
            self.spelled += entry.is_spelled
            self._at[candidate.url] = len(self._entries)
            self._entries.append(entry)
            self._counts.update(entry.heading)
            self._counts.update(entry.summary)
            if candidate.changed is not None:
                self._changes[candidate.changed] += 1

    def ranked(self, wanted: Wanted) -> list[Candidate]:
        """The pages that come into question, the most promising first."""
        scored = [
            (self._score(entry, wanted), at, entry)
            for at, entry in enumerate(self._entries)
            if may_be_of(wanted, entry.day, entry.candidate.changed, entry.month)
        ]
        self._days = _days_of(scored)
        scored = [(score * self._of_days(entry, wanted), at, entry) for score, at, entry in scored]
        scored.sort(key=lambda each: (-each[0], _distance(each[2], wanted), each[1]))
        return [
            replace(entry.candidate, day=entry.day, score=score, rank=rank, of=len(scored))
            for rank, (score, _, entry) in enumerate(scored, 1)
        ]

    def promise_of(self, candidate: Candidate, wanted: Wanted) -> tuple[float, float]:
        """What the words of a page promise that this list may lack, and its day times that.

        By the rarity of its words here. The days are those of the last ranking.
        """
        at = self._at.get(candidate.url)
        entry = _entry(candidate)
        if at is not None:
            listed = self._entries[at]
            # Of a page that the list has by a number alone, a link says what it is about.
            entry = _with_days(entry, listed) if not listed.heading else listed
        return self._score(entry, wanted), self._of_days(entry, wanted)

    def _of_days(self, entry: _Entry, wanted: Wanted) -> float:
        """What the day of a page counts for.

        Of what happened an outlet has most pages on one day, and what an article quotes of it most
        often is of the same one.
        """
        day = _day(entry)
        of_found = _OF_FOUND_DAY if day in wanted.found_on else 0.0
        return (1 + _OF_ITS_DAYS * self._days.get(day, 0.0)) * (1 + of_found)

    def _score(self, entry: _Entry, wanted: Wanted) -> float:
        named = wanted.weights.keys() & entry.heading
        found = fsum(self._worth(word, wanted) for word in named - entry.folder)
        found += fsum(self._worth_of_folder(word, wanted) for word in named & entry.folder)
        found *= _IN_TITLE * _shortened(len(entry.heading), _FEW_WORDS)
        also = wanted.weights.keys() & entry.summary
        told = fsum(self._worth(word, wanted) for word in also)
        told *= _IN_SUMMARY * _shortened(len(entry.summary), 2 * _FEW_WORDS)
        runs = len(wanted.runs & self._runs(entry)) if told or found else 0
        shared = named | also
        if len(shared) == 1 and wanted.weights[min(shared)] < TELLING:
            found, told = found * _ALONE, told * _ALONE
        of_day = _of_day(entry, wanted, tells=self._changes_tell)
        return (found + told) * of_day + min(runs, _MOST_RUNS) * _OF_A_RUN

    @property
    def _changes_tell(self) -> bool:
        """Whether the days of change are of the pages, and not of a new layout for all of them."""
        at_once = max(self._changes.values(), default=0)
        return at_once <= _AT_ONCE * self._changes.total()

    def _runs(self, entry: _Entry) -> frozenset[str]:
        """The runs of words of an entry's title and summary, which may begin to quote."""
        candidate = entry.candidate
        if candidate.url not in self._runs_of:
            self._runs_of[candidate.url] = runs_of(candidate.title) | runs_of(candidate.summary)
        return self._runs_of[candidate.url]

    def _worth(self, word: str, wanted: Wanted) -> float:
        pages = max(len(self._entries), _SHORT)
        return wanted.weights[word] * log(1 + (pages + 2) / (self._counts[word] + 1))

    def _worth_of_folder(self, word: str, wanted: Wanted) -> float:
        """What a word counts for that a section is called by: all its pages have it.

        Those of other lists, too, however short this one is.
        """
        rare = log(1 + (len(self._entries) + 2) / (self._counts[word] + 1))
        return _IN_FOLDER * wanted.weights[word] * rare


def _entry(candidate: Candidate) -> _Entry:
    heading, folder = stems_of_path(candidate.url)
    heading |= folder
    is_spelled = len(heading) >= _SLUG or (bool(heading) and is_spelled_out(candidate.url))
    if candidate.title or candidate.keywords:
        told = stems(f"{candidate.title} {candidate.keywords}")
        heading |= told
        folder -= told
    summary = stems(candidate.summary) if candidate.summary else _NO_WORDS
    heading -= folder & summary
    summary -= heading
    day = candidate.day or day_in_address(candidate.url)
    month = month_in_address(candidate.url) if day is None else None
    return _Entry(candidate, day, month, heading, folder & heading, summary, is_spelled)


def _days_of(scored: Sequence[tuple[float, int, _Entry]]) -> dict[str | None, float]:
    """The days of the pages on the subject, each with its part of the most that one day has."""
    least = max(LEAST, _ON_SUBJECT * max((score for score, _, _ in scored), default=0.0))
    counts = Counter(_day(entry) for score, _, entry in scored if score >= least)
    del counts[None]
    most = max(counts.values(), default=1)
    return {day: count / most for day, count in counts.items()} if most > 1 else {}


def _day(entry: _Entry) -> str | None:
    return entry.day or entry.candidate.changed


def _shortened(words: int, few: int) -> float:
    """What a long text counts for: it has more of the words by chance."""
    return 1.0 if words <= few else pow(few / words, 0.3)


def best_words(candidate: Candidate, wanted: Wanted, most: int = 6) -> tuple[str, ...]:
    """The words of a search that an entry of a list has, weightiest first, in article order."""
    there = stems(f"{candidate.title} {candidate.keywords} {candidate.summary}")
    there |= stems_of_address(candidate.url)
    shared = sorted(wanted.weights.keys() & there, key=lambda word: (-wanted.weights[word], word))
    return tuple(wanted.shown[word] for word in shared[:most])


def words_of_weak(candidate: Candidate, wanted: Wanted) -> frozenset[str] | None:
    """The words of a search that a page has for which little speaks; None for one that has more.

    Either no more than one, or of little weight together. What another page leads to has more to
    speak for it than words, if it has any.
    """
    if candidate.provider in {Provider.LINKS, Provider.EARLIER}:
        return None
    entry = _entry(candidate)
    shared = wanted.weights.keys() & (entry.heading | entry.summary)
    if shared <= entry.folder:
        return _NO_WORDS
    is_told_of = candidate.provider is Provider.PAGE_LINKS
    is_weak = not is_told_of and (len(shared) < 2 or candidate.score < PROMISING)
    return frozenset(shared) if is_weak else None


def is_by_one_word(candidate: Candidate, wanted: Wanted) -> bool:
    """Whether all that speaks for a page is one word, and that no speaker's name."""
    words = words_of_weak(candidate, wanted)
    return (
        words is not None
        and len(words) < 2
        and all(wanted.weights[each] < OF_SPEAKER for each in words)
    )


def is_of_subject_alone(words: Iterable[str], wanted: Wanted) -> bool:
    """Whether stems that a page has say that it is on the subject, and nothing of the quotation."""
    return all(wanted.weights[word] < OF_QUOTATION for word in words)


def may_be_of(
    wanted: Wanted, day: str | None, changed: str | None = None, month: str | None = None
) -> bool:
    """Whether a page of that day may be the source: published in the window, as far as is known."""
    if wanted.window is None:
        return True
    if day is not None:
        return wanted.window.has(day)
    if month is not None and not wanted.window.has_of(month):
        return False
    return changed is None or changed >= wanted.window.first


def _with_days(entry: _Entry, listed: _Entry) -> _Entry:
    """An entry with the days that a list has for it, where it has none."""
    changed = entry.candidate.changed or listed.candidate.changed
    candidate = replace(entry.candidate, changed=changed)
    return replace(entry, candidate=candidate, day=entry.day or listed.day)


def _of_day(entry: _Entry, wanted: Wanted, *, tells: bool) -> float:
    published = day_of(wanted.published or "")
    if entry.day is None or published is None:
        changed = entry.candidate.changed
        if changed is None or wanted.window is None:
            return _UNDATED
        if wanted.window.has(changed):
            return _IN_WINDOW
        return _HARDLY_OF_THEN if tells else _CHANGED_LATER
    days = apart(entry.day, published)
    near = _ON_THE_DAY if days <= 1 else _NEAR if days <= _NEAR_DAYS else _IN_WINDOW
    if wanted.said_on is None:
        return near
    if entry.day < wanted.said_on:
        return _SAID_LATER
    return _SAID_THEN if apart(entry.day, wanted.said_on) <= 1 else near


def _distance(entry: _Entry, wanted: Wanted) -> int:
    """How many days an entry is from the article; many where that is not known."""
    published = day_of(wanted.published or "")
    day = _day(entry)
    return apart(day, published) if day is not None and published is not None else 1000


def merged(lists: Iterable[Sequence[Candidate]]) -> Iterator[Candidate]:
    """Ranked lists as one, the best first; of equals, those of the first list come first."""
    everything = [candidate for ranked in lists for candidate in ranked]
    yield from sorted(everything, key=lambda candidate: -candidate.score)
