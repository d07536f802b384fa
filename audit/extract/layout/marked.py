"""Finds statements that a note alone backs, without a verb of saying: 'Sales fell by 7.4 %.[2]'.

A mark is for the words before it, back to the mark before or the beginning of its sentence. Such
words are taken only where they have a figure to look for: a sentence of an article is the author's
own in most of its words, and a note that talks at length may be a remark.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from audit.extract.claims import Claim, span
from audit.extract.engine import Reading
from audit.extract.sentences import Sentence, Token
from audit.languages.common import CommonWords
from audit.model import Article, AttributionKind, BlockKind, NoteMark, Span

_Tells = Callable[[Sequence[Span]], bool]
_FEWEST_WORDS = 4  # of a statement
_LONGEST_NOTE = 60  # words of a note that cites and does not talk
_MOST_BEFORE = 8  # tokens before the mark of a sentence on one work
_BEHIND = 3  # signs between the last word of a sentence and its mark
_WORD = re.compile(r"\w[\w’'.&-]*")
_FIGURE = re.compile(r"(?<![\w/-])[$€£¥]?\d")
_BRACKETS = re.compile(r"\([^()]{0,300}\)")
_EDGES = " \t\n\u00a0.,;:!?…–—-"
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION})


def marked_statements(
    article: Article,
    reading: Reading,
    words: CommonWords,
    claims: Sequence[Claim],
    tells_figure: _Tells,
) -> Iterator[Claim]:
    """An indirect claim for every stretch with a figure that only notes tie to its sources."""
    if not article.marks:
        return
    spoken = [claim for claim in claims if claim.kind is not AttributionKind.UNATTRIBUTED]
    said = {number for claim in spoken for number in claim.sentences}
    taken = sorted(content.start for claim in spoken for content in claim.contents)
    at = [mark.at for mark in article.marks]
    for number, sentence in enumerate(reading.sentences):
        if number in said or article.blocks[sentence.block].kind not in _KINDS:
            continue
        start, end = sentence.tokens[0].start, _end(article, sentence)
        if bisect_left(taken, end) > bisect_left(taken, start):
            continue
        marks = article.marks[bisect_right(at, start) : bisect_right(at, end)]
        for words_before, cited in _stretches(article, sentence, marks, words, tells_figure):
            yield Claim(
                AttributionKind.INDIRECT,
                list(words_before),
                None,
                None,
                sentence.block,
                [number],
                cited=cited,
            )


def _end(article: Article, sentence: Sentence) -> int:
    """Behind the signs that close a sentence, where its mark stands."""
    end = sentence.tokens[-1].end
    stop = min(article.blocks[sentence.block].end, end + _BEHIND)
    while end < stop and not article.text[end].isspace():
        end += 1
    return end


def _stretches(
    article: Article,
    sentence: Sentence,
    marks: Sequence[NoteMark],
    words: CommonWords,
    tells_figure: _Tells,
) -> Iterator[tuple[list[Span], tuple[str, ...]]]:
    """The words before each mark of a sentence that it is for, with its addresses."""
    since = sentence.tokens[0].start
    for at, group in groupby(marks, key=lambda mark: mark.at):
        before = [token for token in sentence.tokens if since <= token.start < at]
        joins = since > sentence.tokens[0].start  # 'Mehr als die Hälfte' opens the sentence
        since = at
        while before and (
            before[0].text in _EDGES or (joins and before[0].low in words.conjunctions)
        ):
            before = before[1:]
        while before and before[-1].text in _EDGES:
            before = before[:-1]
        cited = _addresses(article, list(group))
        if not cited:
            continue
        stretch = _stated(article, before, tells_figure)
        if not stretch and at == marks[-1].at:
            stretch = _stated(article, _behind(sentence, at, words), tells_figure)
        if stretch:
            yield stretch, cited


def _stated(article: Article, tokens: Sequence[Token], tells: _Tells) -> list[Span]:
    """The parts of a stretch outside brackets, where it has a figure and quotes nobody."""
    if not tokens or any(token.quote >= 0 for token in tokens):
        return []
    stretch = list(_outside_brackets(article, tokens[0].start, tokens[-1].end))
    text = " ".join(part.text for part in stretch)
    if len(_WORD.findall(text)) < _FEWEST_WORDS:
        return []
    return stretch if _FIGURE.search(text) is not None or tells(stretch) else []  # 'one in eight'


def _behind(sentence: Sentence, at: int, words: CommonWords) -> Sequence[Token]:
    """The words behind the only work that a sentence begins with: 'Lee (2023) put it at 3 %'.

    They end before what is quoted from it.
    """
    begins = [token for token in sentence.tokens if token.start < at]
    behind = [token for token in sentence.tokens if token.start >= at]
    if len(begins) > _MOST_BEFORE or not behind or not behind[0].text[:1].islower():
        return []
    quoted = next((n for n, token in enumerate(behind) if token.quote >= 0), len(behind))
    behind = behind[:quoted]
    while behind and (behind[-1].text in _EDGES or behind[-1].low in words.conjunctions):
        behind = behind[:-1]
    return behind


def _outside_brackets(article: Article, start: int, end: int) -> Iterator[Span]:
    """The parts of a stretch without what is in parentheses: years of birth, a translation."""
    for inside in _BRACKETS.finditer(article.text, start, end):
        yield from _part(article, start, inside.start())
        start = inside.end()
    yield from _part(article, start, end)


def _part(article: Article, start: int, end: int) -> Iterator[Span]:
    part = span(article, start, end)
    if _WORD.search(part.text):
        yield part


def _addresses(article: Article, marks: Sequence[NoteMark]) -> tuple[str, ...]:
    """The addresses of the notes that are cited at one place.

    None where one of them is a remark.
    """
    notes = [None if mark.note is None else article.notes[mark.note] for mark in marks]
    if any(note is not None and len(note.text.split()) > _LONGEST_NOTE for note in notes):
        return ()
    if any(note is None or not note.addresses for note in notes):
        return ()  # what the others do not have may stand where nobody looks
    return tuple(dict.fromkeys(url for note in notes if note for url in note.addresses))
