"""The places of an article at which a source is cited: marks of notes, and sources in brackets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from audit.languages.expressions import any_of
from audit.languages.extraction.notes import note_words
from audit.model import NOT_PROSE, Article, Link

_LONGEST_LEAD = 40  # characters before a link in brackets
_SPACE = " \t\n\u00a0"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place at which sources are cited, behind the words that end there, and their addresses."""

    at: int
    addresses: tuple[str, ...]
    in_brackets: bool = False


def marks_of(article: Article) -> tuple[Mark, ...]:
    """All of them in the order of the text.

    Those without an address are among them: their words are cited all the same.
    """
    of_notes = (
        Mark(mark.at, () if mark.note is None else article.notes[mark.note].addresses)
        for mark in article.marks
    )
    return tuple(sorted(chain(of_notes, _in_brackets(article)), key=lambda mark: mark.at))


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"\s{{0,3}}(?:[,;/&|]|{any_of(note_words().joining)})?\s{{0,3}}")


@cache
def _lead() -> re.Pattern[str]:
    words = sorted(note_words().leading, key=len, reverse=True)
    either = "|".join(re.escape(word) for word in words)
    return re.compile(rf"([(\[])\s{{0,2}}(?:(?:{either})\s?[:,]?\s{{0,2}}){{0,2}}$", re.IGNORECASE)


def _in_brackets(article: Article) -> Iterator[Mark]:
    """'([Post](url))', '(Source: https://…)': brackets that hold links and nothing else."""
    text = article.text
    links = article.links
    number = 0
    block = 0
    while number < len(links):
        link = links[number]
        number += 1
        while block < len(article.blocks) - 1 and article.blocks[block].end <= link.start:
            block += 1
        around = article.blocks[block] if article.blocks else None
        if around is None or not around.start <= link.start < around.end:
            continue
        if around.kind in NOT_PROSE:
            continue
        lead = _lead().search(text[max(link.start - _LONGEST_LEAD, around.start) : link.start])
        if lead is None:
            continue
        inside = [link]
        while number < len(links) and _follows(text, inside[-1], links[number]):
            inside.append(links[number])
            number += 1
        closes = text[inside[-1].end : inside[-1].end + 2].lstrip()[:1]
        if closes != (")" if lead[1] == "(" else "]"):
            continue
        at = link.start - len(lead[0])
        at -= len(text[around.start : at]) - len(text[around.start : at].rstrip(_SPACE))
        yield Mark(at, tuple(dict.fromkeys(cited.url for cited in inside)), in_brackets=True)


def _follows(text: str, link: Link, following: Link) -> bool:
    return _between().fullmatch(text, link.end, following.start) is not None
