"""Reads the marks of an editor in a quotation: ellipses and brackets.

What they own up to follows the usual style guides (Chicago Manual of Style, 17th ed.,
13.50–13.61): an ellipsis stands for words left out; brackets hold words put in or put in the place
of others, a letter whose case was changed, an ending, or '[sic]'.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from audit.match.folding.characters import APOSTROPHES
from audit.match.folding.fold import Folded, fold, has_words
from audit.match.prepared.source import split_words

_POINTS = r"(?:…|\.{2,}|\.(?:\s\.){2,3})"
ELLIPSIS = re.compile(
    rf"\[\s{{0,3}}{_POINTS}\s{{0,3}}\]|\(\s{{0,3}}{_POINTS}\s{{0,3}}\)|…+|\.{{3,}}|\.(?:[ \u00a0\u202f]\.){{2,}}"
)
_SQUARE = r"\[(?P<square>[^\[\]]{0,200})\]"
_ROUND = r"\((?P<round>[^()]{0,200})\)"
_MARKS = re.compile(f"(?P<ellipsis>{ELLIPSIS.pattern})|{_SQUARE}")
_MARKS_WITH_ROUND = re.compile(f"(?P<ellipsis>{ELLIPSIS.pattern})|{_SQUARE}|{_ROUND}")
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}][^\W\d_]{{1,2}}\b")  # also of '[I]'m'
_ELIDED = re.compile(rf"[{APOSTROPHES}](?=[^\W\d_])")  # '[C]’est'
_MAY_HAVE_MARKS = re.compile(r"[\[(…]|\.{3}|\.[ \u00a0\u202f]\.")


class Mark(StrEnum):
    """What an editor's mark does."""

    ELLIPSIS = "ellipsis"
    WORDS = "words"  # put in, or in the place of others
    CAPITAL = "capital"  # [T]he
    ENDING = "ending"  # want[s]
    SIC = "sic"


@dataclass(frozen=True, slots=True)
class Gap:
    """One mark: what it does, where it stands, and the words inside its brackets."""

    mark: Mark
    start: int
    end: int
    content: str = ""
    is_round: bool = False  # round brackets are an editor's only where words are put in


@dataclass(frozen=True, slots=True)
class QuoteWord:
    """One folded word of a quotation and its offsets there, or a mark that stands for words."""

    word: str
    start: int
    end: int
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class Literal:
    """Words between marks, which must stand in the source as they are.

    ``words`` is folded, without outer spaces; ``tokens`` are the same words with their offsets.
    ``any_case`` frees the case of the first letter; ``open_start`` and ``open_end`` say that a
    bracket stands for the rest of the first or last word.
    """

    words: str
    tokens: tuple[QuoteWord, ...]
    any_case: bool = False
    open_start: bool = False
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A quotation as literals and gaps: ``gaps[i]`` come before ``literals[i]``.

    ``gaps`` has one more entry than ``literals``: the marks at the end.
    """

    literals: tuple[Literal, ...]
    gaps: tuple[tuple[Gap, ...], ...]

    @property
    def has_inner_marks(self) -> bool:
        """Whether anything but an ellipsis at either end is marked."""
        inner = any(self.gaps[1:-1]) or any(
            gap.mark is not Mark.ELLIPSIS for gap in (*self.gaps[0], *self.gaps[-1])
        )
        return inner or len(self.literals) > 1


def may_have_marks(quote: str) -> bool:
    """Whether a look for marks is worth its while."""
    return _MAY_HAVE_MARKS.search(quote) is not None


def read_marks(quote: str, folded: Folded, *, round_unless_in: str | None = None) -> Marked:
    """Splits a quotation, of which ``folded`` has the words, at its marks.

    Round brackets count only where ``round_unless_in``, the source's text, is given, and does not
    have the same words in round brackets itself.
    """
    reader = _Reader(quote, folded)
    pattern = _MARKS if round_unless_in is None else _MARKS_WITH_ROUND
    for match in pattern.finditer(quote):
        if round_unless_in is None or not match["round"] or match.group() not in round_unless_in:
            reader.mark(match)
    return reader.finish()


def quote_words(marked: Marked, quote: str) -> tuple[QuoteWord, ...]:
    """All words of a quotation in order; a mark that stands for words is one marked word."""
    words: list[QuoteWord] = []
    for index, gaps in enumerate(marked.gaps):
        words.extend(
            QuoteWord(quote[gap.start : gap.end], gap.start, gap.end, gap)
            for gap in gaps
            if gap.mark in (Mark.ELLIPSIS, Mark.WORDS, Mark.SIC)
        )
        if index < len(marked.literals):
            words.extend(marked.literals[index].tokens)
    return tuple(words)


class _Reader:
    """Collects literals and gaps from left to right."""

    def __init__(self, quote: str, folded: Folded) -> None:
        self.quote = quote
        self.folded = folded
        self.literals: list[Literal] = []
        self.gaps: list[tuple[Gap, ...]] = []
        self.waiting: list[Gap] = []
        self.done = 0
        self.capital: Gap | None = None
        self.open_start = False

    def mark(self, match: re.Match[str]) -> None:
        start, end = match.span()
        if start < self.done:  # inside the rest of a word that an earlier bracket took
            return
        groups = match.groupdict()
        content = next((groups[name] for name in ("square", "round") if groups.get(name)), "")
        after_word = start > self.done and self.quote[start - 1].isalpha()
        before_word = end < len(self.quote) and self.quote[end].isalpha()
        possessive = _POSSESSIVE.match(self.quote, end)
        if groups["ellipsis"]:
            self._close(start)
            self._gap(Gap(Mark.ELLIPSIS, start, end))
        elif (
            (before_word or possessive or _ELIDED.match(self.quote, end))
            and not after_word
            and len(content) == 1
            and content.isalpha()
        ):
            self._close(start)
            self.capital = Gap(Mark.CAPITAL, start, end, content)
            self.waiting.append(self.capital)
        elif after_word:
            self._close(start, open_end=True)
            while end < len(self.quote) and self.quote[end].isalnum():
                end += 1
            self._gap(Gap(Mark.ENDING, start, end, content))
        elif before_word:
            self._close(start)
            self._gap(Gap(Mark.ENDING, start, end, content))
            self.open_start = True
        else:
            self._close(start)
            sic = content.strip().casefold().rstrip("!") == "sic"
            end = possessive.end() if possessive else end  # '[he]'s' for 'Moreau's'
            kind = Mark.SIC if sic else Mark.WORDS
            self._gap(Gap(kind, start, end, content, is_round=self.quote[start] == "("))
        self.done = end

    def finish(self) -> Marked:
        self._close(len(self.quote))
        return Marked(tuple(self.literals), (*self.gaps, tuple(self.waiting)))

    def _gap(self, gap: Gap) -> None:
        self.waiting.append(gap)

    def _close(self, end: int, *, open_end: bool = False) -> None:
        """Ends the literal before ``end``; punctuation alone is none."""
        text = self.quote[self.done : end]
        if self.capital is not None:
            text = self.capital.content + text
        folded = self.folded if text == self.quote else fold(text)
        if has_words(folded):
            after_ellipsis = any(gap.mark is Mark.ELLIPSIS for gap in self.waiting)
            self.literals.append(
                Literal(
                    folded.words.strip(),
                    self._tokens(folded),
                    any_case=not self.literals or after_ellipsis or self.capital is not None,
                    open_start=self.open_start,
                    open_end=open_end,
                )
            )
            self.gaps.append(tuple(self.waiting))
            self.waiting = []
        self.capital = None
        self.open_start = False

    def _tokens(self, folded: Folded) -> tuple[QuoteWord, ...]:
        tokens = []
        at = 0
        for word in split_words(folded.words):
            at = folded.words.index(word, at)
            start, end = folded.start(at), folded.end(at + len(word))
            at += len(word)
            if self.capital is None:
                start, end = start + self.done, end + self.done
            else:  # the first letter stands in brackets: '[T]he' is 'The' two characters on
                start = self.capital.start + (start + 2 if start else 0)
                end += self.capital.start + 2
            tokens.append(QuoteWord(word, start, end))
        return tuple(tokens)
