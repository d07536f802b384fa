"""The word-level difference between a quotation and a passage of its source.

Runs of the diff show the words as they are printed on either side. Differences that leave the words the same
(capitals, compounds, apostrophes) are noted by name and stand in equal runs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from audit.match.align import words_allowed
from audit.match.characters import DASHES
from audit.match.marks import Gap, Mark, Marked, QuoteWord
from audit.match.prepared import Prepared
from audit.match.same_words import case_note, is_headline, same_words_note
from audit.model import DiffRun


@dataclass(frozen=True, slots=True)
class Difference:
    """A whole diff: its runs, and the names of the differences that leave the words the same."""

    runs: tuple[DiffRun, ...]
    same_words: tuple[str, ...]

    @property
    def unmarked(self) -> tuple[DiffRun, ...]:
        """The runs that no ellipsis and no brackets own up to."""
        return tuple(run for run in self.runs if run.op != "equal" and not run.marked)


@dataclass(frozen=True, slots=True)
class _Step:
    """Words ``a0:a1`` of the quotation beside words ``b0:b1`` of the source."""

    a0: int
    a1: int
    b0: int
    b1: int
    equal: bool
    marked: bool = False


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


def difference(
    quote: str, words: Sequence[QuoteWord], prepared: Prepared, first: int, last: int
) -> Difference:
    """The diff of a quotation's words and the words ``first:last`` of a source.

    Words are laid side by side by their longest common subsequence, whatever their case; then each pair is
    held to its case, and each stretch that differs is asked whether the words are the same all the same.
    """
    source = prepared.tokens[first:last]
    headline = is_headline(source) or is_headline([word.word for word in words])
    steps: list[_Step] = []
    notes: list[str] = []
    for step in _steps(words, source):
        judged, note = _judge(step, quote, words, prepared, first, headline=headline)
        if note and note not in notes:
            notes.append(note)
        if steps and judged.equal and steps[-1].equal:
            judged = _Step(steps[-1].a0, judged.a1, steps[-1].b0, judged.b1, equal=True)
            steps.pop()
        steps.append(judged)
    runs = tuple(_run(step, quote, words, prepared, first) for step in steps)
    return Difference(runs, tuple(notes))


def _steps(words: Sequence[QuoteWord], source: Sequence[str]) -> Iterator[_Step]:
    """Pairs of words that agree but for case, one by one, and the stretches between them."""
    lowered = [word.word.lower() for word in words]
    blocks = LCSseq.editops(lowered, [token.lower() for token in source]).as_matching_blocks()
    a = b = 0
    for block in blocks:
        if a < block.a or b < block.b:
            yield from _change(words, _Step(a, block.a, b, block.b, equal=False))
        for k in range(block.size):
            yield _Step(block.a + k, block.a + k + 1, block.b + k, block.b + k + 1, equal=True)
        a, b = block.a + block.size, block.b + block.size


def _change(words: Sequence[QuoteWord], step: _Step) -> Iterator[_Step]:
    """A stretch that differs; the marks at its end own up to their own words only."""
    gaps = [word.gap for word in words[step.a0 : step.a1]]
    owned: list[Gap] = [gap for gap in gaps if gap is not None]
    if owned and len(owned) == len(gaps) and step.b1 - step.b0 <= words_allowed(owned):
        yield _Step(step.a0, step.a1, step.b0, step.b1, equal=False, marked=True)
        return
    middle = step.a1
    while middle > step.a0 and words[middle - 1].gap is not None:
        middle -= 1
    if step.a0 < middle or step.b0 < step.b1:
        yield _Step(step.a0, middle, step.b0, step.b1, equal=False)
    if middle < step.a1:
        yield _Step(middle, step.a1, step.b1, step.b1, equal=False, marked=True)


def _judge(
    step: _Step,
    quote: str,
    words: Sequence[QuoteWord],
    prepared: Prepared,
    first: int,
    *,
    headline: bool,
) -> tuple[_Step, str | None]:
    """The step, equal when its words are the same, and the note that says in what they differ."""
    if step.marked:
        return step, None
    quoted = [word.word for word in words[step.a0 : step.a1]]
    there = prepared.tokens[first + step.b0 : first + step.b1]
    if step.equal:
        if quoted == there or (step.a0 == 0 and quoted[0][1:] == there[0][1:]):
            return step, None  # the case of the first letter is the quotation's own
        note = case_note(quoted[0], there[0], headline=headline)
    else:
        run = _run(step, quote, words, prepared, first)
        longer = run.quote if len(quoted) > len(there) else run.source
        has_hyphen = any(dash in longer for dash in DASHES)
        note = same_words_note(quoted, there, has_hyphen=has_hyphen)
    return _Step(step.a0, step.a1, step.b0, step.b1, equal=note is not None), note


def _run(
    step: _Step, quote: str, words: Sequence[QuoteWord], prepared: Prepared, first: int
) -> DiffRun:
    quoted = quote[words[step.a0].start : words[step.a1 - 1].end] if step.a0 < step.a1 else ""
    there = ""
    if step.b0 < step.b1:
        place = prepared.token_place(first + step.b0, first + step.b1)
        there = prepared.page.text[place.start : place.end]
    op = "equal" if step.equal else _OPS[bool(quoted), bool(there)]
    return DiffRun(op, quoted, there, step.marked)


_OPS = {(True, True): "replace", (True, False): "insert", (False, True): "delete"}
