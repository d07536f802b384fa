"""Whether a name that stands alone is a person's: by what the page has before it elsewhere.

'Obama said' names a person, 'Reuters said' does not, and neither word tells which. A page that
has 'President Obama' or 'Barack Obama' does.
"""

from collections.abc import Iterator
from functools import cache

from audit.languages.comparison.comparing import comparing
from audit.languages.comparison.namesakes import namesakes
from audit.languages.extraction.offices import titles_of
from audit.match.prepared.source import Prepared
from audit.match.speakers.given_names import is_given, may_be_one
from audit.match.speakers.voices import person_names, plain_letters

_SHORTEST = 3  # letters of a surname
_LONGEST = 30  # characters of the word before it
_MOST_LOOKS = 200  # at places that have a name
_INITIAL = 2  # characters: 'Carlton W. Reeves'
_MOST_NAMES = 3  # words before a last name
_FULL = 2  # names of a person
_SPACES = frozenset(" \u00a0")
_ENDS = frozenset(",;:!?)”»")  # of a word behind which another name begins
_MARKS = "“„\"'(«"
_COURTESY = "Mr"  # in any language: only that one is there is asked for


def is_surname_alone(name: str) -> bool:
    """Whether a name is one capitalised word that may be a person's last one."""
    is_word = name.replace("-", "").replace("'", "").replace("’", "").isalpha()
    is_name = name[:1].isupper() and len(name) >= _SHORTEST and not name.isupper()
    return is_word and is_name and name.casefold() not in comparing().group_words


def as_person(name: str, source: Prepared) -> str:
    """A surname alone with the given name that a page has before it, or with a courtesy title.

    The title is for that which the page or the description has: 'Governor Brown', 'l'assessore
    Bruni' are persons, as 'Mr Brown' is. As it is where there is neither, or a name in full.
    """
    written, text = name, source.page.text
    titles, is_titled = _titles(source.language), False
    words = name.replace("’", "'").split()
    if len(words) > 1 and not person_names(name):
        before = words[-2].split("'")[-1].rstrip(".").casefold()
        name, is_titled = words[-1], before in titles and words[-1].casefold() not in titles
        if not is_titled:
            return written
    if not is_surname_alone(name) or is_given(name):  # 'Pope Francis'
        return written
    for at, _ in places_of(name, text):
        words = _words_before(at, text)
        if words and len(words[-1]) == _INITIAL and words[-1].endswith("."):
            del words[-1]
        before = words[-1].strip(_MARKS) if words else ""
        if before[:1].isupper() and is_given(before):
            return f"{before} {name}"
        is_titled = is_titled or before.rstrip(".").casefold() in titles
    return f"{_COURTESY} {name}" if is_titled else written


def other_given_name(name: str, source: Prepared) -> str:
    """The full name of the one whom a page has by the last name of a person and another first.

    Empty where the page has the first name as well, in any form, or several people, or nobody.
    """
    names = person_names(name)
    if len(names) < _FULL or not is_given(names[0]) or not is_surname_alone(names[-1]):
        return ""
    others: dict[str, str] = {}
    for run, is_last in _runs_before(names[-1], source.page.text):
        given = [word for word in run if is_given(word)]
        if any(may_be_one(word, ours) for word in run for ours in names[:-1]):
            return ""
        if given and is_last:
            others[plain_letters(given[0])] = " ".join((*run[run.index(given[0]) :], names[-1]))
    return next(iter(others.values())) if len(others) == 1 else ""


def _runs_before(surname: str, text: str) -> Iterator[tuple[list[str], bool]]:
    """The capitalised words before a name, each time, and whether none stands behind it."""
    for at, end in places_of(surname, text):
        if text[at - 1 : at] not in _SPACES:
            continue
        run: list[str] = []
        for word in reversed(_words_before(at, text)):
            if not word[:1].isupper() or word[-1:] in _ENDS:
                break
            run.insert(0, word.strip(_MARKS))
        yield run, not _goes_on(end, text)


def places_of(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where words stand in a text, each time that no letter follows them; the first times alone."""
    at = text.find(words)
    for _ in range(_MOST_LOOKS):
        if at < 0:
            return
        end = at + len(words)
        if not text[end : end + 1].isalnum():
            yield at, end
        at = text.find(words, end)


def _goes_on(end: int, text: str) -> bool:
    """Whether another name stands behind one: 'Lopez Garcia'."""
    return text[end : end + 1] in _SPACES and text[end + 1 : end + 2].isupper()


def _words_before(at: int, text: str) -> list[str]:
    """The words that end right before an offset, as many as a name has."""
    return text[max(at - _LONGEST, 0) : at].replace("\u00a0", " ").split(" ")[:-1][-_MOST_NAMES:]


@cache
def _titles(language: str | None) -> frozenset[str]:
    """The titles of a language that stand before a last name, and those of courtesy of all."""
    return (titles_of(language) | comparing().courtesy) - namesakes().before_first
