"""Whether the source has somebody say words whose name the speaker shares in part, or nobody named.

Neither is an accusation: names are spelled and shortened in many ways, and a page that names nobody
may be of one who is named elsewhere. Where it is plain, an editor is told.
"""

import re
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import Levenshtein

from audit.languages.comparison.namesakes import namesakes
from audit.languages.extraction.offices import offices_of
from audit.match.cautions.added import cautioned
from audit.match.prepared.source import Prepared
from audit.match.speakers.given_names import is_given, may_be_one
from audit.match.speakers.voices import person_names, plain_letters
from audit.model import Caution, QuoteCheck

_DOUBTED = frozenset({Caution.OTHER_NAME, Caution.AUTHORS_WORDS})
_FEWEST_NAMES = 2
_SPELLED = 2  # letters by which one last name may be spelled in two ways
_JOINT = re.compile(r"[-'’.]")


def with_namesake(check: QuoteCheck, prepared: Prepared, speaker: str) -> QuoteCheck:
    """A check with the caution that a namesake, another first name or nobody says the words."""
    if check.said_by is None or not _DOUBTED.isdisjoint(check.cautions):
        return check
    ours, theirs = (_less_roles(person_names(name), prepared) for name in (speaker, check.said_by))
    alike = _are_namesakes(ours, theirs) or _share_first_name_alone(ours, theirs)
    if alike and is_given(theirs[0]):
        return cautioned(check, Caution.NAMESAKE)
    if len(ours) >= _FEWEST_NAMES and _is_another_first_name(check.said_by, ours):
        return cautioned(check, Caution.OTHER_NAME)
    if len(ours) >= _FEWEST_NAMES and not theirs and _is_unnamed(check.said_by, prepared, ours[-1]):
        return cautioned(check, Caution.UNNAMED)
    return check


def _less_roles(names: tuple[str, ...], prepared: Prepared) -> tuple[str, ...]:
    """Names without the role before them, which a label has: 'SHERIFF OSTROW', 'Director Lee'."""
    known = offices_of(prepared.language)
    first = next((at for at, name in enumerate(names[:-1]) if name.casefold() not in known), -1)
    return names[first:]


def _is_unnamed(description: str, prepared: Prepared, surname: str) -> bool:
    """Whether a source describes a speaker without a name, and has the surname nowhere."""
    words = description.split()
    if words[0].casefold() not in namesakes().indefinite or len(words) < _FEWEST_NAMES:
        return False
    if any(word[:1].isupper() for word in words[1:]):
        return False
    return surname.casefold() not in prepared.page.text.casefold()


def _is_another_first_name(description: str, ours: tuple[str, ...]) -> bool:
    """Whether a source has somebody say words by a first name alone, and it is none of ours."""
    if " " in description or not description[:1].isupper() or not is_given(description):
        return False
    return not any(may_be_one(description, name) for name in ours)


def _are_namesakes(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two full names share the last one, and no first or middle one by any reading."""
    if min(len(ours), len(theirs)) < _FEWEST_NAMES or _plain(ours[-1]) != _plain(theirs[-1]):
        return False
    return not any(may_be_one(a, b) for a in ours[:-1] for b in theirs[:-1])


def _share_first_name_alone(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two full names begin alike and share no more: 'John Kerry', 'John Kasich'.

    Not where one may be another spelling of the other, or a part of a double name.
    """
    if min(len(ours), len(theirs)) < _FEWEST_NAMES or _plain(ours[0]) != _plain(theirs[0]):
        return False
    if min(len(_plain(names[-1])) for names in (ours, theirs)) == 1:
        return False  # 'Anna B.'
    one, other = ({*_parts(names[1:])} for names in (ours, theirs))
    return not any(
        a.startswith(b) or b.startswith(a) or Levenshtein.distance(a, b, score_cutoff=2) <= _SPELLED
        for a in one
        for b in other
    )


def _parts(names: Iterable[str]) -> Iterator[str]:
    """The parts of names, in plain letters, less initials: of 'Müller-Wendt' there are two."""
    return (plain_letters(part) for name in names for part in _JOINT.split(name) if part[1:])


def _plain(name: str) -> str:
    return plain_letters(name.replace(".", ""))
