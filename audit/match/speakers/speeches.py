"""Whether a page is one person's words throughout: a speech, a statement, a letter, an essay.

Nobody is quoted there with the words, so nothing beside a passage says whose they are: the page's
title does, or its byline.
"""

import re

from audit.languages.comparison.comparing import Comparing
from audit.match.prepared.source import Prepared
from audit.match.speakers.authors import MARKS, author_of, is_anothers
from audit.match.speakers.voices import person_names
from audit.model import Page, Place, Zone

_LONGEST_TITLE = 200  # characters
_LONGEST_LABEL = 60
_FARTHEST = 20_000  # of a label above a passage
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def is_own_speech(prepared: Prepared, place: Place, speaker: str) -> bool:
    """Whether a passage is of what ``speaker`` says or writes on a page of their own.

    Neither marks nor a label may give the passage to somebody else.
    """
    page, vocabulary = prepared.page, prepared.vocabulary
    names = person_names(speaker) or tuple(speaker.split()[-1:])
    if not names or not names[-1][:1].isupper() or place.zone is not Zone.MAIN:
        return False
    last = names[-1].casefold()
    if last in _label_above(page, place):
        return True
    if is_anothers(page, place):
        return False
    if any(_is_speech_of(last, title, vocabulary) for title in _titles(page)):
        return True
    author = author_of(page, vocabulary)
    return author is not None and last in {name.casefold() for name in person_names(author)}


def _label_above(page: Page, place: Place) -> frozenset[str]:
    """The words of the last line above a passage that ends in a colon, as a judge's name does.

    None where the passage stands behind marks in its paragraph, or a line between opens some.
    """
    above = page.text[max(place.start - _FARTHEST, 0) : place.start].split("\n")
    between = [above.pop()]
    while above and not between[-1].rstrip().endswith(":"):
        between.append(above.pop())
    label = between.pop().rstrip() if len(between) > 1 else ""
    if (
        not label.endswith(":")
        or len(label) > _LONGEST_LABEL
        or not MARKS.isdisjoint("".join(between))
    ):
        return frozenset()
    return frozenset(word.casefold() for word in _WORD.findall(label))


def _titles(page: Page) -> tuple[str, ...]:
    """The title and the first line of the main text, which most often is its heading."""
    first = next((block for block in page.blocks if block.zone is Zone.MAIN), None)
    heading = page.text[first.start : first.end] if first is not None else ""
    return (page.title or "")[:_LONGEST_TITLE], heading if len(heading) <= _LONGEST_TITLE else ""


def _is_speech_of(last: str, title: str, vocabulary: Comparing) -> bool:
    words = {word.casefold().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(title)}
    return last in words and not vocabulary.speeches.isdisjoint(words)
