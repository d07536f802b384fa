"""Who says the words of a quotation in its source, held against whom the article names for them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from audit.languages.comparison.comparing import comparing
from audit.languages.comparison.gendered import are_of_two, is_pronoun
from audit.match.cautions.added import cautioned
from audit.match.prepared.source import Prepared
from audit.match.speakers.alone_there import is_alone_there
from audit.match.speakers.authors import authors_own
from audit.match.speakers.bystanders import Bystander, bystander, speaks_of_another
from audit.match.speakers.offices import holder_of
from audit.match.speakers.surnames import as_person
from audit.match.speakers.voices import (
    Voices,
    different_people,
    is_named_beside,
    name_of,
    one_voice,
    person_names,
    speaks_as_outlet,
    two_persons,
)
from audit.model import Attribution, Caution, Page, Place, QuoteCheck, Verdict

_BESIDE = 40  # characters about a name in which stands what its bearer is
_FARTHEST = 300  # characters from words to who says them
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CLOSES = re.compile(r"[”»“\"](?!\w)")
_BEFORE = 4  # characters before a speech in which its label or its mark ends
_OPENING = frozenset("“„«")
_CLOSING, _CLOSING_LOW = frozenset("”»"), frozenset("“»")  # of „…“
_MOST_PARTS = 20  # of a quotation whose speakers are held against each other


def with_voice(
    check: QuoteCheck,
    prepared: Prepared,
    speaker: str | None,
    attributions: Voices,
    *,
    named: bool,
    written: str = "",
) -> QuoteCheck:
    """Who says the words in the source.

    Misattributed when that is certainly somebody else, everywhere. Where one of the two names was
    read from a pronoun, that is only cautioned; but where it was from 'he' in the article, which is
    ``written`` there, and from 'she' in the source, no reading of either makes them one.
    """
    voices = list(_voices(check.places, attributions, prepared.page))
    if _has_two_speakers(check, prepared, attributions):
        check = cautioned(check, Caution.TWO_SPEAKERS)
    if not voices:
        return _with_author(check, prepared, speaker, named=named)
    if speaker is None:
        return replace(check, said_by=voices[0][1])
    beside = _misattributed_beside(check, speaker, voices[0][1], attributions, prepared.page)
    if named and beside is not None:
        return beside
    if _are_of_two(written, speaker, voices, attributions, prepared.page):
        return replace(check, verdict=Verdict.MISATTRIBUTED, said_by=voices[0][1])
    holder = holder_of(speaker, prepared) if all(written for *_, written in voices) else ""
    if holder:  # whom the page calls so is not whom it has say the words: a note
        speaker, named = holder, False
    speaker = _as_named_there(speaker, voices, attributions, prepared)
    same = [
        name
        for place, name, _ in voices
        if one_voice(speaker, name)
        or not different_people(
            speaker, as_person(name, prepared), prepared.page, place.start, place.end
        )
    ]
    if not same and _may_say_it_elsewhere(check.places, speaker, voices, prepared.page):
        return replace(cautioned(check, Caution.OTHER_NAME), said_by=voices[0][1])
    if not same:
        other = voices[0][1]
        if named and all(written for _, _, written in voices):
            return replace(check, verdict=Verdict.MISATTRIBUTED, said_by=other)
        doubted = replace(cautioned(check, Caution.OTHER_NAME), said_by=other)
        if named and _are_alone_there(check.places, attributions, prepared.page):
            return replace(doubted, verdict=Verdict.MISATTRIBUTED)
        return doubted
    if all(_names_another(speaker, name) and written for _, name, written in voices):
        # and the source names the speaker beside the words
        return replace(cautioned(check, Caution.OTHER_NAME), said_by=voices[0][1])
    return replace(check, said_by=same[0])


def with_other_voice(
    check: QuoteCheck, prepared: Prepared, speaker: str, attributions: Voices
) -> QuoteCheck:
    """A check of words that differ, cautioned where certainly somebody else says them there."""
    other = with_voice(check, prepared, speaker, attributions, named=True)
    if other.verdict is not Verdict.MISATTRIBUTED:
        return check
    return replace(cautioned(check, Caution.OTHER_NAME), said_by=other.said_by)


def _as_named_there(
    speaker: str,
    voices: Sequence[tuple[Place, str, bool]],
    attributions: Voices,
    prepared: Prepared,
) -> str:
    """A surname as the source has it in full, where that person speaks or elsewhere; else as it is.

    A surname alone may be a place or a group; one whom the source lets speak, or to whom it gives a
    first name or a title, is a person.
    """
    alone = len(speaker.split()) == 1 and speaker[:1].isupper()
    if not alone or any(one_voice(speaker, name) for _, name, _ in voices):
        return speaker
    for said in attributions:
        full = name_of(said)
        names = person_names(full) if full is not None else ()
        if full is not None and names and names[-1].casefold() == speaker.casefold():
            return full
    return as_person(speaker, prepared)


def _may_say_it_elsewhere(
    places: Sequence[Place], speaker: str, voices: Sequence[tuple[Place, str, bool]], page: Page
) -> bool:
    """Whether a place that the page has nobody say stands in a paragraph that names the speaker."""
    told = [place for place, _, _ in voices]
    return any(
        place not in told and is_named_beside(speaker, page, place.start, place.end)
        for place in places
    )


def _has_two_speakers(check: QuoteCheck, prepared: Prepared, attributions: Voices) -> bool:
    """Whether the source has parts of the words said by different people."""
    said = list(_voices(check.parts, attributions, prepared.page))[:_MOST_PARTS]
    names = dict.fromkeys(name for _, name, _ in said)
    return any(
        different_people(name, other, prepared.page, place.start, place.end)
        for place, name, _ in said
        for other in names
    )


def _names_another(speaker: str, name: str) -> bool:
    return not one_voice(speaker, name) and two_persons(speaker, name)


def _with_author(
    check: QuoteCheck, prepared: Prepared, speaker: str | None, *, named: bool
) -> QuoteCheck:
    """Words that nobody is quoted with in the source: those of its author, where that is told."""
    if speaker is None or not check.places:
        return check
    owned = [authors_own(prepared, place, speaker) for place in check.places]
    own = owned[0]
    if own is None or any(other != own for other in owned):
        return check
    if own.is_sure and named:
        return replace(check, verdict=Verdict.MISATTRIBUTED, said_by=own.author)
    return replace(cautioned(check, Caution.AUTHORS_WORDS), said_by=own.author)


def _voices(
    places: Sequence[Place], attributions: Voices, page: Page
) -> Iterator[tuple[Place, str, bool]]:
    """The places that the source has somebody say, who that is, and whether it names them there."""
    for place in places:
        said = attributions.of(place.start, place.end)
        name = name_of(said) if said is not None else None
        if said is not None and name is not None and not _is_quoted_within(said, place, page):
            yield place, name, said.name_is_written and not _is_anothers_voice(said, place, page)


def _is_quoted_within(said: Attribution, place: Place, page: Page) -> bool:
    """Whether who says a passage quotes it from another: 'RAMOS: … He said, “Show me.”'."""
    for part in said.contents:
        opens = page.text[max(part.start - _BEFORE, 0) : part.start].rstrip()[-1:]
        is_speech = opens == ":" or opens in _OPENING or opens == '"'  # no statement around it
        if opens and is_speech and part.start < place.start and place.end < part.end:
            before = page.text[part.start : place.start]
            closing = _CLOSING_LOW if "„" in before else _CLOSING
            opened = max(map(before.rfind, _OPENING - closing))
            return opened > max(map(before.rfind, closing)) or before.count('"') % 2 == 1
    return False


def _are_alone_there(places: Sequence[Place], attributions: Voices, page: Page) -> bool:
    """Whether each place leaves no doubt who says the words: by name, or as the only one there."""
    said = [(place, attributions.of(place.start, place.end)) for place in places]
    return all(
        voice is not None
        and (name := name_of(voice)) is not None
        and not _is_anothers_voice(voice, place, page)
        and (voice.name_is_written or is_alone_there(name, place, page))
        for place, voice in said
    )


def _are_of_two(
    written: str,
    speaker: str,
    voices: Sequence[tuple[Place, str, bool]],
    attributions: Voices,
    page: Page,
) -> bool:
    """Whether the source has a woman say the words wherever the article has a man, or a man.

    It names whoever that is, and the article's speaker not beside the words.
    """
    return all(
        not one_voice(speaker, name)
        and not is_pronoun(name)
        and are_of_two(written, _written_for(place, name, attributions))
        and not is_named_beside(speaker, page, place.start, place.end)
        for place, name, _ in voices
    )


def _written_for(place: Place, name: str, attributions: Voices) -> str:
    """The pronoun that a source has for who says a passage, else the name."""
    said = attributions.of(place.start, place.end)
    text = said.speaker.text if said is not None and said.speaker is not None else ""
    return text if is_pronoun(text) else name


def _stands_beside(
    speaker: str, places: Sequence[Place], attributions: Voices, page: Page
) -> Bystander:
    """How plainly whom the article names only stands beside words that another says, everywhere."""
    return min(
        (_beside(speaker, place, attributions, page) for place in places),
        default=Bystander.DOUBTED,
    )


def _misattributed_beside(
    check: QuoteCheck, speaker: str, there: str, attributions: Voices, page: Page
) -> QuoteCheck | None:
    """The check of words that the page has another say to, of or beside the speaker."""
    how = _stands_beside(speaker, check.places, attributions, page)
    if how is Bystander.DOUBTED:
        return None
    found = replace(check, verdict=Verdict.MISATTRIBUTED, said_by=there)
    return found if how is Bystander.SURELY else cautioned(found, Caution.OTHER_NAME)


def _beside(speaker: str, place: Place, attributions: Voices, page: Page) -> Bystander:
    said = attributions.of(place.start, place.end)
    name = name_of(said) if said is not None else None
    if said is None or name is None or not said.name_is_written or one_voice(speaker, name):
        return Bystander.DOUBTED
    if not _is_anothers_voice(said, place, page):
        return bystander(speaker, said, place, page, attributions)
    is_plain = not speaks_as_outlet(said) and speaks_of_another(speaker, said, place, page)
    return Bystander.PLAINLY if is_plain else Bystander.DOUBTED


def _is_anothers_voice(said: Attribution, place: Place, page: Page) -> bool:
    """Whether who is named beside words may have said them for somebody else, or after them.

    So does an outlet.

    'Her lawyer Tom Pike read', '“…,” she said, according to Tom Pike'.
    """
    if said.speaker is None:
        return False
    if speaks_as_outlet(said):
        return True
    known, text = comparing(), page.text
    start, end = said.speaker.start, said.speaker.end
    closing = _CLOSES.search(text, place.end, max(start, place.end))
    spoken = closing.end() if closing is not None else place.end
    first = max(text.rfind("\n", 0, start) + 1, start - _BESIDE)
    last = text.find("\n", end, end + _BESIDE)
    beside = text[first : last if last >= 0 else end + _BESIDE]
    if place.start >= first or start > spoken > first:  # what is quoted says nothing of who says it
        cut = max(place.start - first, 0)
        beside = beside[:cut] + " " + text[spoken : first + len(beside)]
    if not known.speaks_for.isdisjoint(_words(beside)):
        return True
    return not known.subjects.isdisjoint(_words(text[spoken:start][:_FARTHEST]))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
