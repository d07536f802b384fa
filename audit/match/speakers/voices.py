"""Who says the words in the source, and whether that is somebody else than the article says."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Any, overload

from rapidfuzz.distance import Levenshtein

from audit.languages.comparison.comparing import articles, comparing
from audit.model import Attribution, ExtractPage, Page, Zone

_NAME_RUN = re.compile(r"[^\W\d_][\w'’.-]*(?:[ \u00a0]+[^\W\d_][\w'’.-]*)*")
_FIRST = re.compile(r"[ '’]")  # "l'entraîneur"
_LONGEST_PARAGRAPH = 10_000  # characters before and behind a passage
_WITH_A_STROKE = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe"})
_LONG_NAME = 5  # letters from which a name may be spelled differently and be the same
_ASIDE = frozenset({Zone.COMMENTS, Zone.RELATED, Zone.NAVIGATION})


class Voices(Sequence[Attribution]):
    """The attributions of a source page, found by where their words stand."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._attributions = attributions
        spans = sorted(
            (span.start, span.end, number)
            for number, attribution in enumerate(attributions)
            if name_of(attribution)
            for span in attribution.contents
        )
        self._spans = spans
        self._starts = [start for start, _, _ in spans]
        self._furthest = list(accumulate((end for _, end, _ in spans), max))

    @overload
    def __getitem__(self, index: int) -> Attribution: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Attribution]: ...
    def __getitem__(self, index: int | slice) -> Attribution | Sequence[Attribution]:
        return self._attributions[index]

    def __len__(self) -> int:
        return len(self._attributions)

    def of(self, start: int, end: int) -> Attribution | None:
        """The attribution whose words overlap a passage most; None where nobody says most of it."""
        shared: Counter[int] = Counter()
        first, last = bisect_right(self._furthest, start), bisect_left(self._starts, end)
        for its_start, its_end, number in self._spans[first:last]:
            shared[number] += max(min(its_end, end) - max(its_start, start), 0)
        most = max(shared.values(), default=0)
        if most <= (end - start) // 2:  # less than half of the passage says nothing of the rest
            return None
        return self._attributions[min(number for number in shared if shared[number] == most)]


class VoicesOfPage(Voices):
    """The same of a page, worked out when a passage asks.

    Comments, links to other stories and menus say nothing of who speaks in the article: they are
    read only for a passage that stands in them.
    """

    def __init__(self, page: Page, extract: ExtractPage) -> None:
        self._page = page
        self._extract = extract
        self._block_starts = [block.start for block in page.blocks]

    @cached_property
    def _of_article(self) -> Voices:
        blocks = tuple(block for block in self._page.blocks if block.zone not in _ASIDE)
        if len(blocks) == len(self._page.blocks):
            return self._of_all
        return Voices(self._extract(replace(self._page, blocks=blocks)))

    @cached_property
    def _of_all(self) -> Voices:
        return Voices(self._extract(self._page))

    def __getitem__(self, index: int | slice) -> Any:
        return self._of_all[index]

    def __len__(self) -> int:
        return len(self._of_all)

    def of(self, start: int, end: int) -> Attribution | None:
        """See ``Voices.of``."""
        first = max(bisect_right(self._block_starts, start) - 1, 0)
        last = bisect_left(self._block_starts, end)
        is_aside = any(block.zone in _ASIDE for block in self._page.blocks[first:last])
        return (self._of_all if is_aside else self._of_article).of(start, end)


def as_voices(attributions: Sequence[Attribution]) -> Voices:
    """The attributions of a page, made ready for many passages."""
    return attributions if isinstance(attributions, Voices) else Voices(attributions)


def name_of(attribution: Attribution) -> str | None:
    """The fullest name that a text gives a speaker, else the words it uses for them."""
    name, speaker = attribution.speaker_name, attribution.speaker
    if name and speaker and " " not in name and speaker.text.endswith(f" {name}"):
        return speaker.text  # 'Ms Ostrova': the title tells that it is a person's
    if name:
        return name
    if speaker:
        return speaker.text
    return attribution.post.author if attribution.post else None


def speaks_as_outlet(attribution: Attribution) -> bool:
    """Whether the article has an outlet say the words, by any part of its name."""
    outlet, speaker, span = attribution.outlet, attribution.speaker, attribution.outlet_span
    name = attribution.speaker_name or (speaker.text if speaker is not None else "")
    if outlet is None or not name:
        return False
    names = f"{outlet.name} {span.text if span is not None else ''}"
    return _words(name) <= _words(names)


def _words(text: str) -> set[str]:
    return {word.strip(".'’").casefold() for word in text.split()}


def different_people(named: str, there: str, page: Page, start: int, end: int) -> bool:
    """Whether two names are certainly those of two persons.

    A group, its spokesperson and a pronoun are one voice or nobody known, and equal or nearly
    equal last names are one person. So is anybody whom the article names and the source mentions
    within the paragraph of the passage: who says what there is for a reader to judge.
    """
    return two_persons(named, there) and not is_named_beside(named, page, start, end)


def is_named_beside(named: str, page: Page, start: int, end: int) -> bool:
    """Whether the paragraph of a passage may name a person."""
    ours = person_names(named) or tuple(named.split()[-1:])
    paragraph = _paragraph(page, start, end)
    surname = ours[-1] if ours and len(ours[-1]) > 1 else " ".join(ours)  # 'Laura B.'
    return paragraph is None or _begins_a_word(surname.casefold(), paragraph)


def _begins_a_word(name: str, paragraph: str) -> bool:
    """Whether a name stands in a text, as it is or inflected: not 'Lee' in 'sleep'."""
    return re.search(rf"(?<!\w){re.escape(name)}", paragraph) is not None


def another_person(named: str, there: str, page: Page, start: int, end: int) -> bool:
    """Whether two names are those of two persons, by their given names too: to choose by.

    It is no ground to accuse anybody. Given names that begin alike are those of one ('Mike',
    'Michael'), and so are two of whom the paragraph of the passage has both.
    """
    if different_people(named, there, page, start, end):
        return True
    ours, theirs = person_names(named), person_names(there)
    if min(len(ours), len(theirs)) < len(("given", "last")):
        return False
    initials = {name[0].casefold() for name in ours[:-1]}
    if not initials.isdisjoint(name[0].casefold() for name in theirs):
        return False
    paragraph = _paragraph(page, start, end)
    return paragraph is not None and not any(name.casefold() in paragraph for name in ours[:-1])


def _paragraph(page: Page, start: int, end: int) -> str | None:
    """The paragraph of a passage in lower case; None where a text has none to speak of."""
    first = page.text.rfind("\n", max(start - _LONGEST_PARAGRAPH, 0), start)
    last = page.text.find("\n", end, end + _LONGEST_PARAGRAPH)
    if (first < 0 and start > _LONGEST_PARAGRAPH) or (
        last < 0 and len(page.text) - end > _LONGEST_PARAGRAPH
    ):
        return None  # nothing is certain
    return page.text[first + 1 : last if last >= 0 else len(page.text)].casefold()


def two_persons(named: str, there: str) -> bool:
    """Whether two names are persons', and not those of one."""
    ours, theirs = person_names(named), person_names(there)
    return bool(ours and theirs) and not _same_person(ours, theirs)


def one_voice(named: str, there: str) -> bool:
    """Whether two descriptions share a name, so that they may be the same speaker.

    'Laura B.' and 'Laura C.' are two: the letter stands there to tell them apart.
    """
    ours, theirs = person_names(named), person_names(there)
    if ours and theirs and len(ours[-1]) == len(theirs[-1]) == 1 and ours[-1] != theirs[-1]:
        return False
    shared = _words_of_names(named) & _words_of_names(there)
    return not shared <= comparing().courtesy  # two senators share 'Senator'


def _words_of_names(description: str) -> set[str]:
    return {plain_letters(word) for run in capitalised_runs(description) for word in run}


def plain_letters(name: str) -> str:
    """A name in small letters without their marks: 'José Żak' as papers without them write it."""
    apart = unicodedata.normalize("NFD", name.casefold())
    plain = "".join(char for char in apart if not unicodedata.combining(char))
    return plain.translate(_WITH_A_STROKE)


@lru_cache(maxsize=4096)  # a page's few speakers are compared with each quotation's
def person_names(description: str) -> tuple[str, ...]:
    """The names of a person, given name first; empty when the words may mean anybody or a group.

    At least two names are asked for, or a title: a single one is as often a place, a group or an
    outlet. An article before one makes no second name. Names of what somebody's office is in are
    none of theirs: 'the Port Vale manager', 'the maker of the Long Bridge', 'Ann Lee's office'.
    """
    known = comparing()
    for run in capitalised_runs(_without_complements(description)):
        names = tuple(word for word in run if word.casefold() not in known.name_titles)
        titled = len(run) == len(names) + 1 and run[0].casefold() in known.courtesy
        is_thing = names[:1] and names[0].casefold() in articles()  # 'La Presse'
        if 1 + (not titled) + bool(is_thing) <= len(names) <= 4 and known.group_words.isdisjoint(
            word.casefold() for word in run
        ):
            return names
    return ()


def _without_complements(description: str) -> str:
    """A description without whose and of what one is, where that stands with a common noun."""
    has_article = _FIRST.split(description, maxsplit=1)[0] in articles()
    known = comparing()
    joints = known.name_particles | known.label_particles
    kept = []
    for part in description.split(","):
        words = part.split()
        whose = [at for at, word in enumerate(words[:-1]) if word.endswith(("'s", "’s"))]
        words = words[whose[-1] + 1 :] if whose else words
        if (has_article or whose) and words and words[-1][:1].islower():
            continue
        if has_article:
            of = next((n for n, word in enumerate(words) if n and word in joints), 0)
            words = words[:of] if of and words[of - 1].islower() else words
        kept.append(" ".join(words))
    return ", ".join(kept)


def capitalised_runs(description: str) -> list[list[str]]:
    """Runs of capitalised words: 'Taliban spokesperson Zabihullah Mujahid' has two."""
    particles = comparing().name_particles
    runs: list[list[str]] = []
    for match in _NAME_RUN.finditer(description):
        runs.append([])
        for word in match.group().split():
            bare = word.removesuffix("'s").removesuffix("’s").strip(".'’-")
            if bare[:1].isupper():
                runs[-1].append(bare)
            elif bare.casefold() not in particles:
                runs.append([])
    return [run for run in runs if run]


def _same_person(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the last name of one is, or is spelled nearly like, a name of the other.

    One cut to its first letter is that of any name that begins so: 'Laura C.', 'Laura Chen'.
    """
    one, other = plain_letters(ours[-1]), plain_letters(theirs[-1])
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    if one in map(plain_letters, theirs) or other in map(plain_letters, ours):
        return True
    if min(len(one), len(other)) < _LONG_NAME:
        return False
    return Levenshtein.distance(one, other, score_cutoff=2) <= 2
