"""The contrary of what a page tells, in words of the statement's own and without a figure.

'Unite will back the closure', where the page has 'Unite said that it would oppose the closure'.
The page has to have the contrary where it tells of the same, and of the same one who does it,
and must not have what the statement has anywhere where it may tell of it; neither side may negate
anything, and both tell of what is, or both of what is not yet.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from audit.languages.comparison.calendar import months, weekdays
from audit.languages.comparison.comparing import comparing
from audit.languages.comparison.contraries import Act, Contraries, contraries
from audit.languages.comparison.opposites import opposites
from audit.languages.comparison.values import value_words
from audit.match.indirect.instead.both_sides import sentence_of, speaker_of
from audit.match.indirect.instead.same_words import span_of_words
from audit.match.indirect.stems import longer_part, stem_of
from audit.match.indirect.telling import CAPITAL_NOUNS, Matter, Passage, words_of
from audit.match.indirect.told import Told, told_of
from audit.match.prepared.source import Prepared
from audit.model import Attribution, Fact, FactKind, Missing

_MOST_WORDS = 60  # of a statement, and of a sentence
_MOST_SENTENCES = 40  # that share most of a statement's words
_FIRST = 3  # telling words of a sentence among which is who does it
_FIRST_OF_NOUNS = 2  # where all nouns have capitals, and an object may stand before the verb
_LEAST_SHARED = 0.5  # of the words of a statement beside who does it
_FEWEST = 2  # words that both have
_NUMBER = re.compile(r"\d[\d.,]*\d")
_LONG = frozenset({"week", "month", "year"})
_MAY = 5  # letters of what may be no month without a capital: 'may', 'march'
_NEAR = 3  # words before a verb among which is its pronoun
_BEHIND = 3  # words that are shown behind the contrary


class _Read(NamedTuple):
    """A sentence with what is done in it, and which of its words each clause has."""

    told: Told
    acts: tuple[Act, ...]
    ends: tuple[int, ...]  # before which word each clause ends
    stems: tuple[str, ...]  # of its words; empty of those that tell nothing

    def clause(self, act: Act) -> range:
        """The words of the clause of an act."""
        first = max((end for end in self.ends if end <= act.start), default=0)
        last = min((end for end in self.ends if end > act.start), default=len(self.stems))
        return range(first, last)

    def telling(self, words: range) -> list[str]:
        """The stems of some words in order, those that tell nothing left out."""
        return [stem for stem in self.stems[words.start : words.stop] if stem]

    def words(self, words: range) -> list[str]:
        """Some words in lower case."""
        return self.told.words[words.start : words.stop]


def contrary_otherwise(attribution: Attribution, page: Prepared) -> Iterator[Missing]:
    """What is done in a statement, where a page has the contrary of it."""
    known = contraries(page.language)
    if known is None:
        return
    own, cue = _read(words_of(attribution), page.language), attribution.cue
    if not own.acts and cue is not None and attribution.speaker is not None:
        # 'Lee admitted that …': what is done is to say it
        text = f"{attribution.speaker.text} {cue.text} {own.told.text}"
        own = _read(text, page.language)
        first = len(attribution.speaker.text) + 1
        acts = [each for each in own.acts if own.told.spans[each.start][0] == first]
        own = own._replace(acts=tuple(acts))
    else:
        cue = None
    if not own.acts or len(own.stems) > _MOST_WORDS:
        return
    held = _Held(attribution, page, own, known)
    for act in own.acts:
        ways = {each.way.way for each in own.acts if each.way.group == act.way.group}
        if len(ways) > 1 or held.is_turned(own, act) or _is_of_pronoun(own, act):
            continue
        there = held.contrary(act)
        if not there:
            continue
        span = cue or span_of_words(range(act.start, act.end), own.told, attribution)
        if span is not None:
            yield Missing(Fact(FactKind.WORD, span), there)
            return  # one word that is wrong turns all of it


class _Held:
    """A page that a statement is held against."""

    def __init__(
        self, attribution: Attribution, page: Prepared, own: _Read, known: Contraries
    ) -> None:
        self._page, self._own, self._known = page, own, known
        has_cue = attribution.cue is not None  # else it is who is cited: '([Post](url))'
        self._speaker = speaker_of(attribution, page) if has_cue else frozenset[str]()
        self._matter = Matter(own.told.text, page)
        nouns = page.language == CAPITAL_NOUNS
        self._first = _FIRST_OF_NOUNS if nouns else _FIRST

    def is_turned(self, read: _Read, act: Act) -> bool:
        """Whether the clause of an act negates anything."""
        words = read.words(read.clause(act))
        return not self._known.negating.isdisjoint(words) or any(
            map(self._page.vocabulary.is_negation, words)
        )

    def contrary(self, act: Act) -> str:
        """The contrary of an act that a page has of the same; empty where it has none plainly."""
        subject = self._subject(act)
        wanted = self._wanted(act) | subject
        numbers = frozenset(_NUMBER.findall(self._own.told.text))
        found, has_numbers = "", False
        same: list[_Read] = []
        for passage in self._passages():
            there = _read(passage.here.text, self._page.language)
            for other in there.acts:
                if other.way.group != act.way.group:
                    continue
                if other.way.way == act.way.way:
                    is_of_one_time = self._is_ahead(self._own, act) == self._is_ahead(there, other)
                    if is_of_one_time and self._may_tell(there, other, wanted):
                        same.append(there)
                elif not found and self._tells(act, (subject, wanted), there, other, passage):
                    found = _shown(there, other)
                    has_numbers = len(numbers) > 1 and all(
                        each in passage.here.text for each in numbers
                    )
        if has_numbers:  # 'fell from 3,050 to 1,998' is told by the sentence that has both
            same = [each for each in same if any(number in each.told.text for number in numbers)]
        return "" if same else found

    def _passages(self) -> Iterator[Passage]:
        """The sentences of the text that share most of a statement's words, and those behind."""
        shared = [number for number, _ in self._matter.shared.most_common(_MOST_SENTENCES)]
        behind = [number + 1 for number in shared if number + 1 < self._many()]
        for number in islice(dict.fromkeys([*shared, *behind]), 2 * _MOST_SENTENCES):
            passage = self._matter.passage(number)
            if sentence_of(passage, self._page) is not None:
                yield passage

    def _many(self) -> int:
        return len(self._page.sentences.spans)

    def _subject(self, act: Act) -> frozenset[str]:
        """The words that say who does it: the first ones of its clause, or who says it."""
        clause = self._own.clause(act)
        before = self._own.telling(range(clause.start, act.start))
        if not before:
            before = self._own.telling(range(act.start))
        return frozenset(before[: self._first]) if before else self._speaker

    def _wanted(self, act: Act) -> frozenset[str]:
        """The words that tell what it is about."""
        own = self._own
        acts = {
            own.stems[at]
            for each in own.acts
            if each.way.group == act.way.group
            for at in range(each.start, each.end)
        }
        return frozenset(own.stems) - acts - {""}

    def _may_tell(self, there: _Read, other: Act, wanted: frozenset[str]) -> bool:
        """Whether a sentence that has the same act may tell of the same."""
        clause = there.clause(other)
        before = there.telling(range(clause.start, other.start))
        around = there.telling(clause) if before else [*there.stems]
        return not wanted.isdisjoint(around)

    def _tells(
        self,
        act: Act,
        words: tuple[frozenset[str], frozenset[str]],
        there: _Read,
        other: Act,
        passage: Passage,
    ) -> bool:
        """Whether a sentence plainly tells of the same, and of who does it."""
        (subject, wanted), own = words, self._own
        if len(there.stems) > _MOST_WORDS or self.is_turned(there, other):
            return False
        if self._is_ahead(own, act) != self._is_ahead(there, other):
            return False
        if _is_passive(own, act) != _is_passive(there, other) or not _is_of_one_time(own, there):
            return False
        is_single = len({each.way for each in there.acts if each.way.group == act.way.group}) == 1
        around = frozenset(there.stems if is_single else there.telling(there.clause(other)))
        before = passage.before.stems if passage.before is not None else frozenset()
        lacking = len(subject - self._speaker - frozenset(there.stems) - before)
        if lacking > (len(subject) > _FEWEST) or not self._is_by_same(
            subject, there, other, passage
        ):
            return False
        rest = wanted - subject
        shared = rest & around
        if len(shared) < _LEAST_SHARED * len(rest):
            return False
        return len(shared | (subject & frozenset(there.stems))) >= min(_FEWEST, len(wanted))

    def _is_by_same(
        self, subject: frozenset[str], there: _Read, other: Act, passage: Passage
    ) -> bool:
        """Whether who does it in a sentence is whom a statement has."""
        clause = there.clause(other)
        first = there.telling(range(other.start))[: self._first]
        first += there.telling(range(clause.start, other.start))[:_FIRST_OF_NOUNS]
        if not subject:
            return _begins_with_pronoun(there, self._page.language) and (
                _begins_with_pronoun(self._own, self._page.language)
            )
        if not subject.isdisjoint(first):
            return True
        if passage.before is None or not _begins_with_pronoun(there, self._page.language):
            return False
        before = _read(passage.before.text, self._page.language)
        return not subject.isdisjoint(before.telling(range(len(before.stems)))[: self._first])

    def _is_ahead(self, read: _Read, act: Act) -> bool:
        """Whether a clause tells of what is not yet."""
        clause = read.clause(act)
        words = read.told.as_written[clause.start : clause.stop]  # 'in May' is no 'may'
        return not self._known.ahead.isdisjoint(words)


def _begins_with_pronoun(read: _Read, language: str | None) -> bool:
    return not comparing(language).pronouns.isdisjoint(read.told.words[:2])


def _is_of_pronoun(own: _Read, act: Act) -> bool:
    """Whether a pronoun within a statement does it: 'Guests left the hall when it closed'."""
    subjects = comparing(own.told.language).subjects
    return any(own.told.words[at] in subjects for at in range(max(act.start - _NEAR, 2), act.start))


def _is_passive(read: _Read, act: Act) -> bool:
    """Whether who does it is told behind: 'was criticised by'."""
    known = opposites(read.told.language)
    return known is not None and not known.by.isdisjoint(read.told.words[act.end : act.end + 1])


def _is_of_one_time(own: _Read, there: _Read) -> bool:
    """Whether a sentence has the years, months, days and times that a statement has."""
    if not set(own.told.years) <= set(there.told.years):
        return False
    return _times(own.told) <= _times(there.told) and set(own.told.days) <= set(there.told.days)


def _times(told: Told) -> set[str]:
    """The days of the week and the months of a text, and what it has as 'last year'."""
    units, words = value_words(told.language).units, told.words
    bare = comparing(told.language).articles  # 'so many a year'
    found = {
        word
        for word, written in zip(words, told.as_written, strict=True)
        if word in weekdays() or (word in months() and (written[0].isupper() or len(word) > _MAY))
    }
    return found | {
        f"{words[at - 1]} {word}"
        for at, word in enumerate(words)
        if at and units.get(word) in _LONG and words[at - 1] not in bare
    }


def _shown(there: _Read, act: Act) -> str:
    """The contrary with some words behind it."""
    return there.told.written(act.start, min(act.end + _BEHIND, there.clause(act).stop))


@lru_cache(maxsize=4096)  # one statement after another is held against the same sentences
def _read(text: str, language: str | None) -> _Read:
    known, told = contraries(language), told_of(text, language)
    words = list(map(longer_part, told.words))
    acts = tuple(known.acts(words)) if known is not None else ()
    if known is None or not acts:
        return _Read(told, (), (), ())
    small = comparing(language).small | comparing(language).units
    small |= known.ahead | {behind for each in known.parted.values() for behind, _ in each}
    stems = tuple(
        stem_of(word, language) if word not in small and word.isalpha() else "" for word in words
    )
    return _Read(told, acts, tuple(_ends(told)), stems)


def _ends(told: Told) -> Iterator[int]:
    """Before which words a clause begins: behind a sign, or a word as 'but'."""
    known = opposites(told.language)
    parting: Sequence[str] | frozenset[str] = known.parting if known is not None else ()
    for at in range(1, len(told.words)):
        if told.is_parted(at) or told.words[at] in parting:
            yield at
    yield len(told.words)
