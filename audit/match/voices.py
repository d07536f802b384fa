"""Who says the words in the source, and whether that is somebody else than the article says."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from audit.languages.comparing import comparing
from audit.model import Attribution, Page

_NAME_RUN = re.compile(r"[^\W\d_][\w'’.-]*(?:[ \u00a0]+[^\W\d_][\w'’.-]*)*")
_LONG_NAME = 5  # letters from which a name may be spelled differently and be the same


def voice(attributions: Sequence[Attribution], start: int, end: int) -> Attribution | None:
    """The attribution on the source page whose words overlap a passage most; None where nobody says them."""
    best: Attribution | None = None
    most = (end - start) // 2  # less than half of the passage says nothing of the rest
    for attribution in attributions:
        shared = sum(
            max(min(span.end, end) - max(span.start, start), 0) for span in attribution.contents
        )
        if shared > most and name_of(attribution):
            best, most = attribution, shared
    return best


def name_of(attribution: Attribution) -> str | None:
    """The fullest name that a text gives a speaker, else the words it uses for them."""
    if attribution.speaker_name:
        return attribution.speaker_name
    if attribution.speaker:
        return attribution.speaker.text
    return attribution.post.author if attribution.post else None


def different_people(named: str, there: str, page: Page, start: int, end: int) -> bool:
    """Whether two names are certainly those of two persons.

    A group, its spokesperson and a pronoun are one voice or nobody known, and equal or nearly equal last
    names are one person. So is anybody whom the article names and the source mentions within
    the paragraph of the passage: who says what there is for a reader to judge.
    """
    ours, theirs = person_names(named), person_names(there)
    if not ours or not theirs or _same_person(ours, theirs):
        return False
    first = page.text.rfind("\n", 0, start) + 1
    last = page.text.find("\n", end)
    paragraph = page.text[first : last if last >= 0 else len(page.text)].casefold()
    return ours[-1].casefold() not in paragraph


def one_voice(named: str, there: str) -> bool:
    """Whether two descriptions share a name, so that they may be the same speaker."""
    theirs = {word.casefold() for run in _capitalised_runs(there) for word in run}
    return any(word.casefold() in theirs for run in _capitalised_runs(named) for word in run)


def person_names(description: str) -> tuple[str, ...]:
    """The names of a person, given name first; empty when the words may mean anybody or a group.

    At least two names are asked for: a single one is as often a place, a group or an outlet.
    """
    known = comparing()
    for run in _capitalised_runs(description):
        names = tuple(word for word in run if word.casefold() not in known.name_titles)
        if 2 <= len(names) <= 4 and known.group_words.isdisjoint(word.casefold() for word in run):
            return names
    return ()


def _capitalised_runs(description: str) -> list[list[str]]:
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
    """Whether the last name of one is among the names of the other, or spelled nearly like its last name."""
    one, other = ours[-1].casefold(), theirs[-1].casefold()
    if one in {name.casefold() for name in theirs} or other in {name.casefold() for name in ours}:
        return True
    if min(len(one), len(other)) < _LONG_NAME:
        return False
    return Levenshtein.distance(one, other, score_cutoff=2) <= 2
