"""The word-level difference between a quotation and a passage of its source.

Runs of the diff show the words as they are printed on either side. Differences that leave the
words the same (capitals, compounds, apostrophes) are noted by name and stand in equal runs.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from audit.languages.comparison.other_letters import is_cut_off
from audit.match.altered.same_words import case_note, is_headline, same_words_note
from audit.match.edited.align import words_allowed
from audit.match.edited.marks import Gap, QuoteWord
from audit.match.folding.characters import DASHES
from audit.match.prepared.source import Prepared, locate_words
from audit.match.prepared.years import signed, signed_there, unsigned
from audit.match.weighing.fitted import is_fitted
from audit.match.weighing.said_again import Around
from audit.match.weighing.weigh import Weighed, weigh
from audit.match.weighing.word_alignment import matching_blocks
from audit.model import DiffKind, DiffOp, DiffRun, Fold, Weight
from audit.values.tokens import key_pairs


@dataclass(frozen=True, slots=True)
class Difference:
    """A whole diff: its runs, the differences that change no word, and the weighed ones."""

    runs: tuple[DiffRun, ...]
    same_words: tuple[Fold, ...]
    weighed: tuple[Weighed, ...] = ()

    @property
    def unmarked(self) -> tuple[DiffRun, ...]:
        """The runs that no ellipsis and no brackets own up to."""
        return tuple(run for run in self.runs if run.op is not DiffOp.EQUAL and not run.marked)


@dataclass(frozen=True, slots=True)
class _Step:
    """Words ``a0:a1`` of the quotation beside words ``b0:b1`` of the source."""

    a0: int
    a1: int
    b0: int
    b1: int
    equal: bool
    marked: bool = False
    same_value: bool = False  # one token in two spellings


def difference(
    quote: str, words: Sequence[QuoteWord], prepared: Prepared, start: int, end: int
) -> Difference:
    """The diff of a quotation's words and the words ``start:end`` of a source's folded text.

    Words are laid side by side by their longest common subsequence, whatever their case; then each
    pair is held to its case, and each stretch that differs is asked whether the words are the same
    all the same, and if they are not, how much the difference weighs.
    """
    return _Comparison(quote, words, prepared, start, end).result()


@dataclass
class _Comparison:
    quote: str
    words: Sequence[QuoteWord]
    prepared: Prepared
    start: int
    end: int
    notes: list[Fold] = field(default_factory=list)
    weighed: list[Weighed] = field(default_factory=list)

    def __post_init__(self) -> None:
        part = self.prepared.folded.words[self.start : self.end]
        words, self.edges = locate_words(part, self.start)
        self.words = signed(self.quote, self.words)
        beside = [word.word for word in self.words]
        self.source = signed_there(self.prepared, words, self.edges, beside)
        self.headline = is_headline(self.source) or is_headline([word.word for word in self.words])

    def result(self) -> Difference:
        steps: list[_Step] = []
        for step in self._steps():
            judged = step if step.marked else self._judge(step)
            if steps and judged.equal and steps[-1].equal:
                judged = _Step(steps[-1].a0, judged.a1, steps[-1].b0, judged.b1, equal=True)
                steps.pop()
            steps.append(judged)
        moved = self._moved(steps)
        runs = tuple(self._run(step, moved=step in moved) for step in steps)
        return Difference(runs, tuple(dict.fromkeys(self.notes)), tuple(self.weighed))

    def _steps(self) -> Iterator[_Step]:
        """Pairs of words that agree but for case, one by one, and the stretches between them.

        A figure, a date, a title or a word in another spelling is a pair of its own.
        """
        words = [word.word for word in self.words]
        marks = [at for at, word in enumerate(self.words) if word.gap is not None]
        breaks = frozenset(edge for at in marks for edge in (at, at + 1))
        ours, keys, theirs, their_keys = key_pairs(
            words, self.source, self.prepared.language, breaks=breaks
        )
        a_ends = [0, *(token.end for token in ours)]
        b_ends = [0, *(token.end for token in theirs)]
        blocks = matching_blocks(keys, their_keys)
        a = b = 0
        for a_next, b_next, size in [*blocks, (len(ours), len(theirs), 0)]:
            if a < a_next or b < b_next:
                step = _Step(a_ends[a], a_ends[a_next], b_ends[b], b_ends[b_next], equal=False)
                yield from _change(self.words, step)
            for k in range(size):
                x, y = ours[a_next + k], theirs[b_next + k]
                quoted = [unsigned(word).lower() for word in words[x.start : x.end]]
                there = [unsigned(word).lower() for word in self.source[y.start : y.end]]
                if quoted == there:
                    for at, word in enumerate(range(x.start, x.end)):
                        yield _Step(word, word + 1, y.start + at, y.start + at + 1, equal=True)
                else:
                    yield _Step(x.start, x.end, y.start, y.end, equal=False, same_value=True)
            a, b = a_next + size, b_next + size

    def _judge(self, step: _Step) -> _Step:
        """The step, equal when its words are the same; in what they differ is noted."""
        quoted, there = self._sides(step)
        both_one = len(quoted) == len(there) == 1
        if both_one and not step.a0 and is_cut_off(quoted[0], there[0], self.prepared.language):
            self.notes.append(Fold.COMPOUNDS)
            return replace(step, equal=True)
        same = both_one and quoted[0].lower() == there[0].lower()
        if step.equal or same:  # of 'US' and 'us' the keys differ
            if quoted == there or (step.a0 == 0 and quoted[0][1:] == there[0][1:]):
                return step  # the case of the first letter is the quotation's own
            if quoted[0][:1].isupper():
                at = self.words[step.a0].start
                starts = not _SENTENCE_ENDS.isdisjoint(self.quote[max(at - 3, 0) : at])
            else:
                starts = self._starts_sentence(step.b0)
            note = case_note(quoted[0], there[0], starts_sentence=starts, headline=self.headline)
        else:
            longer = self._shown(step)[len(quoted) <= len(there)]
            has_hyphen = any(dash in longer for dash in DASHES)
            note = same_words_note(quoted, there, has_hyphen=has_hyphen)
        if note is not None:
            self.notes.append(note)
        return replace(step, equal=note is not None)

    def _moved(self, steps: Sequence[_Step]) -> list[_Step]:
        """Unmarked steps whose words come back on the other side: they stand in another order."""
        differing = [step for step in steps if not (step.equal or step.marked or step.same_value)]
        added = Counter(word for step in differing for word in self._lowered(step)[0])
        dropped = Counter(word for step in differing for word in self._lowered(step)[1])
        shared = set(added & dropped)
        return [
            step
            for step in differing
            if shared.issuperset([*chain.from_iterable(self._lowered(step))])
        ]

    def _run(self, step: _Step, *, moved: bool) -> DiffRun:
        quoted, there = self._shown(step)
        if step.equal or step.marked:
            op = DiffOp.EQUAL if step.equal else _OPS[bool(quoted), bool(there)]
            return DiffRun(op, quoted, there, step.marked)
        if moved:
            found: tuple[Weighed, ...] = (Weighed(DiffKind.ORDER, Weight.SERIOUS),)
        else:
            there_around, around = self._around(step)
            quoted_words = self._sides(step)[0]
            found = weigh(quoted_words, there_around, around, same_value=step.same_value)
            if self._are_masked(step, quoted, there):
                found = (Weighed(DiffKind.MASKED, Weight.STYLE),)
            elif found[0].kind is DiffKind.INFLECTION and self._is_fitted(step):
                found = (Weighed(DiffKind.INFLECTION, Weight.STYLE),)
        self.weighed += found
        return DiffRun(
            _OPS[bool(quoted), bool(there)],
            quoted,
            there,
            kind=found[0].kind,
            weight=found[0].weight,
        )

    def _is_fitted(self, step: _Step) -> bool:
        """Whether a quotation begins with the step, one word whose case is its sentence's."""
        quoted, there = self._sides(step)
        if step.a0 or len(quoted) != 1 or len(there) != 1:
            return False
        if any(map(str.isalnum, self.quote[: self.words[0].start])):
            return False
        behind = [word.word for word in self.words[step.a1 : step.a1 + _TO_NOUN]]
        return is_fitted(quoted[0], there[0], behind, self.prepared.language)

    def _are_masked(self, step: _Step, quoted: str, there: str) -> bool:
        """Whether one side is the other with an expletive masked, also at its end: 'bulls---'."""
        if not quoted or not there:
            return False
        behind = self.words[step.a1 - 1].end
        masked = quoted + _mask_at(self.quote, behind)
        text = self.prepared.page.text
        other = there + _mask_at(text, self.prepared.end(self.edges[step.b1 - 1][1]))
        return _is_masked(masked, there) or _is_masked(other, quoted)

    def _around(self, step: _Step) -> tuple[list[str], Around]:
        """The source's words of a step and what stands around them.

        Words left out that end as the words before them do may as well have been left out earlier:
        they are taken where the speaker broke off.
        """
        first, last = step.b0, step.b1
        back = 0
        if step.a0 == step.a1:
            while (
                back < min(first, _WORDS_AROUND)
                and self.source[first - 1 - back].lower() == self.source[last - 1 - back].lower()
            ):
                back += 1
        breaks = [by for by in range(back + 1) if first < last and self._breaks_off(last - by)]
        first, last = (first - breaks[0], last - breaks[0]) if breaks else (first, last)
        around = Around(
            self.prepared.vocabulary,
            self.source[max(first - _WORDS_AROUND, 0) : first],
            self.source[last : last + _WORDS_AROUND],
            starts_sentence=first < last and self._starts_sentence(first),
            breaks_off=bool(breaks),
            behind_comma=self._is_behind_comma(first),
            language=self.prepared.language,
        )
        return self.source[first:last], around

    def _starts_sentence(self, index: int) -> bool:
        at = self.prepared.start(self.edges[index][0])
        before = self.prepared.page.text[max(at - 3, 0) : at]
        return index == 0 or not _SENTENCE_ENDS.isdisjoint(before)

    def _is_behind_comma(self, index: int) -> bool:
        """Whether a comma stands right before a word of the source."""
        if not 0 < index < len(self.edges):
            return False
        at = self.prepared.start(self.edges[index][0])
        return self.prepared.page.text[max(at - 3, 0) : at].rstrip()[-1:] == ","

    def _breaks_off(self, index: int) -> bool:
        """Whether a dash or points stand before a word of the source."""
        if index >= len(self.source):
            return False
        between = self.prepared.page.text[
            self.prepared.end(self.edges[index - 1][1]) : self.prepared.start(self.edges[index][0])
        ]
        return any(sign in between for sign in _BREAKS)

    def _sides(self, step: _Step) -> tuple[list[str], list[str]]:
        quoted = [word.word for word in self.words[step.a0 : step.a1] if word.gap is None]
        there = self.source[step.b0 : step.b1]
        if step.same_value:
            return quoted, there
        return list(map(unsigned, quoted)), list(map(unsigned, there))

    def _lowered(self, step: _Step) -> tuple[list[str], list[str]]:
        quoted, there = self._sides(step)
        return [word.lower() for word in quoted], [word.lower() for word in there]

    def _shown(self, step: _Step) -> tuple[str, str]:
        """Both sides as they are printed."""
        quoted = there = ""
        if step.a0 < step.a1:
            quoted = self.quote[self.words[step.a0].start : self.words[step.a1 - 1].end]
        if step.b0 < step.b1:
            there = self.prepared.shown(self.edges[step.b0][0], self.edges[step.b1 - 1][1])
        return quoted, there


def _mask_at(text: str, at: int) -> str:
    found = _MASK.match(text, at)
    return found[0] if found else ""


def _is_masked(masked: str, there: str) -> bool:
    """Whether words are the others with letters of an expletive masked: 'f***ing'."""
    if not _MASK.search(masked) or len(masked) > _LONGEST_MASKED:
        return False
    pattern = _MASK.sub("\0", masked)
    pattern = r"[^\W\d_]{1,10}".join(map(re.escape, pattern.split("\0")))
    return re.fullmatch(pattern, there, re.IGNORECASE) is not None


def _change(words: Sequence[QuoteWord], step: _Step) -> Iterator[_Step]:
    """A stretch that differs; the marks at its end own up to their own words only."""
    gaps = [word.gap for word in words[step.a0 : step.a1]]
    owned: list[Gap] = [gap for gap in gaps if gap is not None]
    if owned and len(owned) == len(gaps) and step.b1 - step.b0 <= words_allowed(owned):
        yield _Step(step.a0, step.a1, step.b0, step.b1, equal=False, marked=True)
        return
    first, middle = step.a0, step.a1
    while first < middle and words[first].gap is not None:
        first += 1
    while middle > first and words[middle - 1].gap is not None:
        middle -= 1
    if step.a0 < first:
        yield _Step(step.a0, first, step.b0, step.b0, equal=False, marked=True)
    if first < middle or step.b0 < step.b1:
        yield _Step(first, middle, step.b0, step.b1, equal=False)
    if middle < step.a1:
        yield _Step(middle, step.a1, step.b1, step.b1, equal=False, marked=True)


_MASK = re.compile(r"(?<=[^\W\d_])(?:\*{1,10}|[-–—]{2,10}|_{2,10})")
_LONGEST_MASKED = 40
_TO_NOUN = 2  # words behind the first one that tell whether it is an adjective
_WORDS_AROUND = 24  # of the source, in which a repeat or a new start is looked for
_OPS = {(True, True): DiffOp.REPLACE, (True, False): DiffOp.INSERT, (False, True): DiffOp.DELETE}
_SENTENCE_ENDS = frozenset(".!?…:\n")
_BREAKS = ("—", "–", "--", " -", "- ", "…", "...")
