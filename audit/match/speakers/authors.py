"""Whether a passage's words are the prose of its page's author, whom the byline names.

Most pages that quote somebody have a byline, and many have words of others without marks: a speech,
a letter, answers to questions. The author's own are only those that no mark, label or colon gives
away.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from audit.languages.comparison.comparing import Comparing
from audit.match.prepared.source import Prepared
from audit.match.speakers.voices import different_people, person_names
from audit.model import Page, Place, Zone

_MOST_LINES = 30  # of a page, in which its byline is looked for
_LONGEST_BYLINE = 120  # characters
_LONGEST_NAME = 5  # words
_LONGEST_BEFORE = 3_000  # characters of the paragraphs before a passage
_BACK = 3  # paragraphs before a passage in which a colon or an open mark is looked for
_MOST_QUESTIONS = 1  # paragraphs; with more a page is an interview
_MOST_READ = 200_000  # characters
_LABEL = re.compile(r"[^:\n]{1,60}:\s")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SENTENCE = re.compile(r"[^.!?\n]+")
_QUOTED = re.compile(
    r"“[^”\n]*(?:”|$)|„[^“”\n]*(?:[“”]|$)|«[^»\n]*(?:»|$)|\"[^\"\n]*(?:\"|$)|‘.*", re.MULTILINE
)
MARKS = frozenset('“”„«»"‘')
_TEXT = frozenset({Zone.MAIN})


class Own(NamedTuple):
    """The author in whose prose a passage stands; ``is_sure``: who speaks there is no other."""

    author: str
    is_sure: bool


def authors_own(prepared: Prepared, place: Place, speaker: str) -> Own | None:
    """The author whose own words a passage has, where that is another person than ``speaker``.

    It is sure where the author says 'I', and speaks of the other person so, or not at all.
    """
    page, vocabulary = prepared.page, prepared.vocabulary
    author = author_of(page, vocabulary)
    ours = person_names(speaker)
    if author is None or not ours or place.zone not in _TEXT:
        return None
    if not different_people(speaker, author, page, place.start, place.end):
        return None
    if is_anothers(page, place):
        return None
    last = ours[-1].casefold()
    told = [{word.casefold() for word in _WORD.findall(each)} for each in _prose(page)]
    says_i = [words for words in told if not vocabulary.first_person.isdisjoint(words)]
    speaks_of = any(last in words for words in says_i)
    unnamed = last not in page.text.casefold()
    return Own(author, bool(says_i) and (speaks_of or unnamed))


def is_anothers(page: Page, place: Place) -> bool:
    """Whether marks, a label, a colon or questions make a passage perhaps somebody's words."""
    text = page.text
    begin = text.rfind("\n", 0, place.start) + 1
    end = text.find("\n", place.end)
    paragraph = text[begin : end if end >= 0 else len(text)]
    if (
        not MARKS.isdisjoint(text[begin : place.start])
        or text[place.end : place.end + 2].strip()[:1] in MARKS
    ):
        return True
    if _LABEL.match(paragraph):
        return True
    before = text[max(begin - _LONGEST_BEFORE, 0) : begin].rstrip("\n").split("\n")[-_BACK:]
    if any(line.rstrip().endswith(":") or _is_open(line) for line in before):
        return True
    lines = text[:_MOST_READ].split("\n")
    return sum(line.rstrip().endswith("?") for line in lines) > _MOST_QUESTIONS


def _is_open(line: str) -> bool:
    """Whether a quotation goes on behind a paragraph."""
    return line.count("“") > line.count("”") or line.count('"') % 2 == 1


def _prose(page: Page) -> Iterator[str]:
    """The sentences of a page's main text, without what stands in quotation marks."""
    for block in page.blocks:
        if block.zone in _TEXT and block.start < _MOST_READ:
            bare = _QUOTED.sub(" ", page.text[block.start : block.end])
            yield from _SENTENCE.findall(bare)


def author_of(page: Page, vocabulary: Comparing) -> str | None:
    """The one person in a page's byline: a line of 'by' and a name, perhaps with a date."""
    bylines = "|".join(re.escape(word) for word in sorted(vocabulary.bylines))
    if not bylines:
        return None
    pattern = re.compile(
        rf"(?:[\d./ -]{{6,12}}|[^\W\d_]{{3,9}}\.? \d{{1,2}},? \d{{4}} )?(?:{bylines}):? (?P<name>[^\d,|·•]{{3,60}}?)"
        r"(?:[\s,|·•–—-]{0,3}[\d./-]{6,12}.{0,20})?",
        re.IGNORECASE,
    )
    names = set()
    for line in page.text[: _MOST_LINES * _LONGEST_BYLINE].split("\n")[:_MOST_LINES]:
        match = pattern.fullmatch(line.strip()) if len(line) <= _LONGEST_BYLINE else None
        if match is not None and len(match["name"].split()) <= _LONGEST_NAME:
            names.add(match["name"].strip())
    found = {name for name in names if person_names(name)}
    return found.pop() if len(found) == 1 == len(names) else None
