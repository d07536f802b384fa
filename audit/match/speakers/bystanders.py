"""Whether a page has somebody else say words to, of or beside the speaker whom an article names.

'“…,” Ann Lee told Tom Pike' names two people, and leaves no doubt which of them speaks. Neither
does '“…,” Ann Lee said' in a paragraph in whose other sentences Tom Pike does something else. What
may make one the other, or have one say the other's words, leaves it in doubt.
"""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from audit.languages.comparison.bystanding import bystanding
from audit.languages.comparison.comparing import articles, comparing
from audit.languages.extraction.english import given_names
from audit.match.speakers.paragraphs import Paragraph, Stretch, paragraph_of
from audit.match.speakers.voices import Voices, name_of, person_names, plain_letters
from audit.model import Attribution, Page, Place

_MOST_NAMED = 8  # times, in a paragraph
_FARTHEST = 120  # characters between words and the name of who says them
_SHORTEST = 3  # letters of a surname
_MOST_SKIPPED = 5  # words of a name, with its title
_MOST_IDLE = 3
_LONGEST_SUBJECT = 6  # words
_MOST_QUOTED = 20  # times in a paragraph that somebody is
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Bystander(IntEnum):
    """How plain it is that somebody else says the words."""

    DOUBTED = 0
    PLAINLY = 1
    SURELY = 2
    """Who is named is spoken to or of by the very verb, or says other words in the paragraph."""


class _Named(NamedTuple):
    """One time that the name of who is credited stands in the paragraph."""

    start: int
    end: int
    sentence: Stretch


def bystander(named: str, said: Attribution, place: Place, page: Page, voices: Voices) -> Bystander:
    """How plainly ``named`` only stands beside words that ``said`` gives to another by name."""
    paragraph = paragraph_of(page, place)
    there, surname = name_of(said), _surname(named)
    if paragraph is None or there is None or surname is None:
        return Bystander.DOUBTED
    cue = _sentence_of_cue(said, paragraph)
    if cue is None or not _are_told_apart(named, there):
        return Bystander.DOUBTED
    found = list(_named(surname, paragraph))
    if not 0 < len(found) <= _MOST_NAMED:
        return Bystander.DOUBTED
    are_persons = bool(person_names(there)) and _is_person(named, surname, page)
    return min(
        _in_cue(each, said, paragraph)
        if each.sentence == cue
        else _in_another(each, there, paragraph, voices)
        if are_persons
        else Bystander.DOUBTED
        for each in found
    )


def speaks_of_another(named: str, said: Attribution, place: Place, page: Page) -> bool:
    """Whether another than ``named`` gives words in marks in a clause of their own about somebody.

    'Ann Lee, a spokeswoman, said the governor “looks forward to it”': these are her words.
    """
    surname = _surname(named)
    if surname is None or not _is_person(named, surname, page):
        return False
    if not _are_told_apart(named, name_of(said) or ""):
        return False
    paragraph = paragraph_of(page, place)
    if paragraph is None or said.speaker is None or _sentence_of_cue(said, paragraph) is None:
        return False
    between = paragraph.bare[said.speaker.end - paragraph.begin : paragraph.own[0]]
    words = _WORD.findall(between)
    known, folded = bystanding(), [word.casefold() for word in words]
    at = next((n for n, word in enumerate(folded) if word in comparing().said), None)
    if at is None or between[-1:].strip() or between.rstrip()[-1:] in ",:;":
        return False
    subject = folded[at + 1 :]
    if subject[:1] and subject[0] in known.that:
        del subject[0]
    return 0 < len(subject) <= _LONGEST_SUBJECT and (
        known.relays | known.told | comparing().said | comparing().first_person
    ).isdisjoint(subject)


def _sentence_of_cue(said: Attribution, paragraph: Paragraph) -> Stretch | None:
    """The sentence that has both the words in their marks and the name of who says them."""
    if said.speaker is None:
        return None
    start, end = said.speaker.start - paragraph.begin, said.speaker.end - paragraph.begin
    if not 0 <= start < end <= len(paragraph.text) or paragraph.is_quoted(start):
        return None
    first, last = sentence = paragraph.sentence_of(start)
    mark, closing = paragraph.own
    if not first <= mark < last or max(start - closing, mark - end) > _FARTHEST:
        return None
    behind = paragraph.bare[end:last].rstrip() if start > mark else ""
    if ":" in behind:
        return None  # of what is said next
    if not _has_none(bystanding().relays, sentence, paragraph):
        return None
    return sentence if _says_it_alone(paragraph.bare[end:last]) else None


def _says_it_alone(behind: str) -> bool:
    """Whether nobody speaks in what stands behind a name: 'Tom Pike said she had told him'."""
    known, telling = bystanding(), 0
    words = [word.casefold() for word in _WORD.findall(behind)]
    for word, following in pairwise((*words, "")):
        is_asked = word in known.asks and following in known.by
        telling += not is_asked and word in comparing().said | known.told
    return telling <= 1 and comparing().subjects.isdisjoint(words)


def _are_told_apart(named: str, there: str) -> bool:
    """Whether two names share none of theirs: one may have married, or go by another."""
    ours, theirs = (
        {plain_letters(word) for word in _WORD.findall(name)} for name in (named, there)
    )
    shared = ours & theirs
    return shared <= comparing().courtesy | comparing().name_titles | articles()


def _surname(named: str) -> str | None:
    names = person_names(named)
    if names:
        return names[-1] if len(names[-1]) >= _SHORTEST else None
    alone = named[:1].isupper() and len(named) >= _SHORTEST and _WORD.fullmatch(named)
    return named if alone and named.casefold() not in comparing().group_words else None


def _is_person(named: str, surname: str, page: Page) -> bool:
    """Whether a name is a person's: by what the article calls them, or the page does."""
    if person_names(named):
        return True
    pattern = rf"(?<!\w)([^\W\d_][\w'’.-]{{0,30}})[ \u00a0]{re.escape(surname)}(?!\w)"
    before = (match[1].strip(".").casefold() for match in re.finditer(pattern, page.text))
    return any(word in given_names() or word in comparing().courtesy for word in before)


def _named(surname: str, paragraph: Paragraph) -> Iterator[_Named]:
    pattern = rf"(?<!\w)(?:{re.escape(surname)}|{re.escape(surname.upper())})"
    for match in re.finditer(pattern, paragraph.text):
        yield _Named(*match.span(), paragraph.sentence_of(match.start()))


def _has_none(words: frozenset[str], sentence: Stretch, paragraph: Paragraph) -> bool:
    bare = paragraph.bare[slice(*sentence)]
    return words.isdisjoint(word.casefold() for word in _WORD.findall(bare))


def _is_plain_name(each: _Named, paragraph: Paragraph) -> bool:
    """Whether a name stands there for the person: not in marks, and not as whose something is."""
    behind = paragraph.text[each.end : each.end + 1]
    return not paragraph.is_quoted(each.start) and not (behind in {"'", "’"} or behind.isalnum())


def _in_cue(each: _Named, said: Attribution, paragraph: Paragraph) -> Bystander:
    """What one is who stands in the sentence that says who speaks."""
    speaker = said.speaker
    if speaker is None or not _is_plain_name(each, paragraph):
        return Bystander.DOUBTED
    if speaker.start <= each.start + paragraph.begin < speaker.end or not _ends(each, paragraph):
        return Bystander.DOUBTED
    if not _has_none(bystanding().renames, each.sentence, paragraph):
        return Bystander.DOUBTED
    before = _words_before(each, paragraph)
    known, says = bystanding(), comparing().said
    nearest, further = before[-1:], before[-2:-1]
    if nearest and nearest[0] in known.told:
        return Bystander.SURELY
    if _is_role_of_one_toward(before) and _word_behind(each, paragraph) in {"", *known.that}:
        return Bystander.PLAINLY
    if nearest and nearest[0] in known.toward:
        by_the_verb = further and further[0] in says | known.told
        return Bystander.SURELY if by_the_verb else Bystander.PLAINLY
    if nearest and further and nearest[0] in known.by and further[0] in known.asks:
        return Bystander.PLAINLY
    return Bystander.PLAINLY if _is_subject_of(each, before, paragraph) else Bystander.DOUBTED


def _is_role_of_one_toward(before: Sequence[str]) -> bool:
    """Whether what somebody is leads to a name: 'told inspector Ann Lee', 'to the vet Ann Lee'."""
    known, role = bystanding(), before[-1:]
    if not role or role[0] in known.toward | known.told | known.by | known.that | comparing().said:
        return False
    leads = before[-2:-1]
    leads = before[-3:-2] if leads and leads[0] in articles() else leads
    return bool(leads) and leads[0] in known.toward | known.told


def _ends(each: _Named, paragraph: Paragraph) -> bool:
    """Whether a name ends there: 'told Boeing employees', 'of the Lee Foundation' go on."""
    word, known = _word_behind(each, paragraph), bystanding()
    return not word or word in known.toward | known.idle | known.behind | known.that


def _word_behind(each: _Named, paragraph: Paragraph) -> str:
    """The word right behind a name; empty where a sign or nothing is."""
    following = _WORD.match(paragraph.bare[each.end : each.sentence[1]].lstrip())
    return following.group().casefold() if following is not None else ""


def _is_subject_of(each: _Named, before: Sequence[str], paragraph: Paragraph) -> bool:
    """Whether the words in marks say what the one named is: 'said that Tom Pike is “lost”'."""
    between = paragraph.bare[each.end : paragraph.own[0]]
    words = [word.casefold() for word in _WORD.findall(between)]
    return (
        each.end <= paragraph.own[0]
        and not between.strip(" ").endswith((",", ":"))
        and len(words) <= _MOST_IDLE
        and bystanding().idle.issuperset(words)
        and bool(before)
        and before[-1] in comparing().said | bystanding().that
    )


def _words_before(each: _Named, paragraph: Paragraph) -> list[str]:
    """The words of the sentence before a name, without its given names and titles."""
    words = _WORD.findall(paragraph.bare[each.sentence[0] : each.start])
    known = bystanding()
    for _ in range(_MOST_SKIPPED):
        if not words or words[-1].casefold() in known.toward | known.by:
            break
        is_title = words[-1].casefold() in comparing().name_titles | comparing().name_particles
        if not (is_title or words[-1][:1].isupper()):
            break
        words.pop()
    return [word.casefold() for word in words]


def _in_another(each: _Named, there: str, paragraph: Paragraph, voices: Voices) -> Bystander:
    """What one is who stands in another sentence of the paragraph."""
    known, theirs = bystanding(), person_names(there)[-1].casefold()
    bare = paragraph.bare[slice(*each.sentence)]
    words = {word.casefold() for word in _WORD.findall(bare)}
    if not _is_plain_name(each, paragraph) or theirs in words:
        return Bystander.DOUBTED
    if not (known.relays | known.renames | comparing().speaks_for).isdisjoint(words):
        return Bystander.DOUBTED
    return Bystander.SURELY if _says_others(each, paragraph, voices) else Bystander.PLAINLY


def _says_others(each: _Named, paragraph: Paragraph, voices: Voices) -> bool:
    """Whether the one named is who says other words of the paragraph."""
    begin, at = paragraph.begin, each.start + paragraph.begin
    others = [stretch for stretch in paragraph.quoted if stretch != paragraph.own]
    for start, end in others[:_MOST_QUOTED]:
        said = voices.of(begin + start + 1, begin + end - 1)
        speaker = said.speaker if said is not None and said.name_is_written else None
        if speaker is not None and speaker.start <= at < speaker.end:
            return True
    return False
