"""A source made ready for many quotations: folded once, other readings when needed."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from itertools import accumulate, count
from operator import add

from audit.languages.comparison.comparing import Comparing, comparing
from audit.match.folding.characters import CONTINUOUS
from audit.match.folding.fold import Folded, fold, has_continuous, tightened
from audit.match.folding.parted import parted
from audit.match.language import language_of_page
from audit.match.passed_over.broken import mended
from audit.match.passed_over.sheets import sheet_edges
from audit.match.passed_over.transcripts import (
    Noise,
    Pieces,
    by_speaker,
    find_noise,
    without_noise,
)
from audit.match.prepared.kept import tokens_as_json, tokens_of_json
from audit.match.prepared.placed_values import PlacedValues
from audit.match.prepared.sentences import Sentences
from audit.model import UNSEEN, Fold, Keep, Page, PageBlock, Place, Zone
from audit.values.stretch import Token
from audit.values.tokens import own_tokens

_WORDS = re.compile(f"[{CONTINUOUS}]|[^ {CONTINUOUS}]+")

ZONE_RANK = {
    Zone.MAIN: 0,
    Zone.HEADLINE: 1,
    Zone.CAPTION: 2,
    Zone.EMBED: 3,
    Zone.INSET: 4,
    Zone.STRUCTURED: 5,
    Zone.FOLDED: 6,
    Zone.COMMENTS: 7,
    Zone.RELATED: 8,
    Zone.NAVIGATION: 9,
    Zone.WITHDRAWN: 10,
    Zone.HIDDEN: 11,
}
"""The order in which an editor wants to see the places of a passage."""

# A quotation may have 'she said' or the labels itself, and leave out the notes.
_NEVER_SPOKEN = frozenset({
    *(Fold.STAGE_NOTES, Fold.TIME_CODES, Fold.NOTE_MARKS, Fold.BOXES, Fold.RUNNING_MATTER),
})  # fmt: skip
_LAYERS = (
    frozenset({Fold.BOXES}),
    _NEVER_SPOKEN,
    _NEVER_SPOKEN | {Fold.SAID_BETWEEN},
    _NEVER_SPOKEN | {Fold.SPEAKER_LABELS},
    _NEVER_SPOKEN | {Fold.SPEAKER_LABELS, Fold.SAID_BETWEEN},
)
_TEXT = frozenset({Zone.MAIN, Zone.STRUCTURED, Zone.FOLDED, *UNSEEN})
# Characters within which a label makes a passage one of a transcript, and 'she said' one of two.
_NEAR = {Fold.SPEAKER_LABELS: 300, Fold.SAID_BETWEEN: 40}
_REACH = 2_500  # characters before and behind a passage that are read once more
_FEW_LOOKS = 100  # for words, which cost as much as an index of all
_MOST_PAIRS = 1_000  # of small words, whose places are kept
_PARTS_WORDS = frozenset(" '-")
_READ_TOGETHER = frozenset({Zone.MAIN, Zone.HEADLINE, Zone.CAPTION, Zone.EMBED, Zone.INSET})


@dataclass(frozen=True)
class Prepared:
    """A page and one reading of its text, folded.

    ``read_as`` is that reading; None where it is the text itself, folded when it is asked for.
    ``pieces`` tell where a reading that leaves out stage notes and labels has its text from; None
    where the text is read as it stands. ``skipped`` is what stands around the passage beside the
    words spoken. ``indexed`` says that many quotations are expected, so that an index of the words
    may be worth its while, and ``keep`` keeps for the next time what is read of
    the page itself. No slots: the cached properties live in the instance's dictionary.
    """

    page: Page
    read_as: Folded | None = None
    pieces: Pieces | None = None
    skipped: tuple[Noise, ...] = ()
    indexed: bool = False
    mended: bool = False
    keep: Keep | None = field(default=None, repr=False, compare=False)

    @cached_property
    def folded(self) -> Folded:
        """The words of the reading."""
        return self.read_as if self.read_as is not None else fold(self.page.text)

    @cached_property
    def lowered(self) -> str:
        """The folded words in lower case, each character where it was."""
        words = self.folded.words
        lowered = words.lower()
        if len(lowered) != len(words):  # 'İ' becomes two characters
            lowered = "".join(char.lower()[0] for char in words)
        return lowered

    @cached_property
    def vocabulary(self) -> Comparing:
        """The words to compare with in the page's language; in doubt, what weighs much in any."""
        return comparing(self.language)

    @cached_property
    def language(self) -> str | None:
        """The code of the language that the page is plainly in."""
        return language_of_page(self.page.text)

    @cached_property
    def index(self) -> dict[str, list[int]]:
        """Where each word stands in ``lowered``, as offsets of the space before it."""
        index: defaultdict[str, list[int]] = defaultdict(list)
        at = 0
        for word in self.lowered.split():
            index[word].append(at)
            at += len(word) + 1
        return dict(index)

    @cached_property
    def _looks(self) -> Iterator[int]:
        """Counts the looks for words."""
        return count()

    def is_worth_indexing(self) -> bool:
        """Whether so many words were looked for that an index of all costs less than the next."""
        return self.indexed and ("index" in self.__dict__ or next(self._looks) >= _FEW_LOOKS)

    def find_word(self, word: str, first: int, last: int, most: int) -> list[int]:
        """Where a lower-case word stands in ``lowered[first:last]``, at most so often."""
        if self.is_worth_indexing():
            found = self.index.get(word, [])
            return found[bisect_left(found, first) : bisect_left(found, last - len(word))][:most]
        return self.find_all(f" {word} ", first, last, most)

    def _find_anywhere(self, word: str) -> list[int]:
        return self.find_word(word, 0, len(self.lowered), len(self.lowered))

    @cached_property
    def values(self) -> PlacedValues:
        """The figures, dates, titles and spellings, and where they stand in ``lowered``."""
        words, starts = begin_words(self.folded.words, 0)
        return PlacedValues(
            words,
            starts,
            self.lowered,
            self._find_anywhere,
            self.language,
            has_spaces=self.has_spaces,
            read_own=self._own_tokens,
        )

    def _own_tokens(self, words: Sequence[str]) -> list[Token]:
        """The tokens of its words that are no plain ones, read when the page was read before."""
        if self.keep is None or self.read_as is not None:
            return own_tokens(words, self.language)
        text = self.page.text.encode("utf-8", "surrogatepass")
        return self.keep(
            ("figures", sha256(text).hexdigest(), self.language),
            lambda: own_tokens(words, self.language),
            tokens_as_json,
            lambda told: tokens_of_json(told, len(words)),
        )

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences of the page's text by their words."""
        return Sentences(self.page.text)

    @cached_property
    def has_spaces(self) -> bool:
        """Whether all of it is in scripts that part words by spaces."""
        return not has_continuous(self.folded.words)

    @cached_property
    def _letters(self) -> str:
        """``lowered`` without what parts words."""
        text = self.lowered
        for char in _PARTS_WORDS:
            text = text.replace(char, "")
        return text

    @cached_property
    def _kept(self) -> list[int]:
        """Where each of these characters stands in ``lowered``."""
        return [at for at, char in enumerate(self.lowered) if char not in _PARTS_WORDS]

    def find_letters(self, letters: str, most: int) -> list[int]:
        """Where the letters of words stand in ``lowered``, however they are parted."""
        wanted = letters.lower().replace("'", "").replace("-", "")
        found: list[int] = []
        at = self._letters.find(wanted)
        while at >= 0 and len(found) < most:
            found.append(max(self._kept[at] - 1, 0))
            at = self._letters.find(wanted, at + 1)
        return found

    @cached_property
    def _pairs(self) -> dict[tuple[str, int], list[int]]:
        """Where pairs of small words stand, which one quotation after another asks for."""
        return {}

    def find_pair(self, pair: str, first: int, last: int, most: int) -> list[int]:
        """Where a pair of words stands in ``lowered[first:last]``, at most so often."""
        if not self.indexed or (first, last) != (0, len(self.lowered)):
            return self.find_all(pair, first, last, most)
        if (pair, most) not in self._pairs:
            if len(self._pairs) >= _MOST_PAIRS:
                self._pairs.clear()
            self._pairs[pair, most] = self.find_all(pair, first, last, most)
        return self._pairs[pair, most]

    def find_all(self, needle: str, first: int, last: int, most: int) -> list[int]:
        """Where a string stands in ``lowered[first:last]``, at most so often."""
        found: list[int] = []
        at = self.lowered.find(needle, first, last)
        while at >= 0 and len(found) < most:
            found.append(at)
            at = self.lowered.find(needle, at + 1, last)
        return found

    def spoken(self, start: int, end: int) -> Iterator["Prepared"]:
        """Other readings of a passage: without what was not spoken, each speaker in one piece.

        None where neither notes stand in the passage, nor 'she said' beside it, nor labels near it.
        """
        reach = (max(start - _REACH, 0), min(end + _REACH, len(self.page.text)))
        text = self.page.text
        noise = self.noise_around(start, end)
        if not any(
            stretch.start < end + near and stretch.end > start - near
            for stretch in noise
            for near in (_NEAR.get(stretch.kind, 0),)
        ):
            return
        done: list[Noise] = []
        for kinds in _LAYERS:
            left = [stretch for stretch in noise if stretch.kind in kinds]
            if left != done:
                done = left
                yield self._reading(without_noise(text, left, reach), noise)
        turns = by_speaker(text, noise, reach)
        if turns is not None:
            yield self._reading(turns, noise)

    def unbroken(self, words: Sequence[str], start: int, end: int) -> "Prepared | None":
        """A passage and its surroundings with broken characters mended, for words as printed."""
        reach = (max(start - _REACH, 0), min(end + _REACH, len(self.page.text)))
        pieces = mended(self.page.text, words, reach)
        if pieces is None:
            return None
        return Prepared(self.page, fold(pieces.text), pieces, mended=True)

    def parted(self, start: int, end: int) -> "Prepared | None":
        """A passage and its surroundings, lines that end with a hyphen read as broken off."""
        reach = (max(start - _REACH, 0), min(end + _REACH, len(self.page.text)))
        pieces = parted(self.page.text, reach)
        return Prepared(self.page, fold(pieces.text), pieces) if pieces is not None else None

    def _reading(self, pieces: Pieces, noise: tuple[Noise, ...]) -> "Prepared":
        return Prepared(self.page, fold(pieces.text), pieces, noise)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.page.blocks]

    def zone(self, offset: int) -> Zone:
        """The zone at an offset of the page's text; main text where no block says otherwise."""
        index = bisect_right(self._block_starts, offset) - 1
        return self.page.blocks[index].zone if index >= 0 else Zone.MAIN

    def start(self, offset: int) -> int:
        """The offset in the page's text of the character at ``offset`` of the folded words."""
        start = self.folded.start(offset)
        return self.pieces.start(start) if self.pieces is not None else start

    def end(self, offset: int) -> int:
        """The offset in the page's text behind the character that ends at ``offset``."""
        end = self.folded.end(offset)
        return self.pieces.end(end) if self.pieces is not None else end

    def place(self, start: int, end: int) -> Place:
        """The passage that stands at ``folded.words[start:end]``."""
        text_start = self.start(start)
        return Place(text_start, self.end(end), self.zone(text_start))

    def shown(self, start: int, end: int) -> str:
        """The page's text of ``folded.words[start:end]``, for a reader."""
        return self.page.text[self.start(start) : self.end(end)]

    def noise_around(self, start: int, end: int) -> tuple[Noise, ...]:
        """Notes and labels of a passage of the page's text, and of what is around it."""
        if self.skipped:
            return self.skipped
        first, last = max(start - _REACH, 0), min(end + _REACH, len(self.page.text))
        noise = (
            *find_noise(self.page.text[first:last], first),
            *self._boxes(first, last, self.zone(start)),
            *sheet_edges(self.page, first, last),
        )
        return tuple(sorted(noise, key=lambda stretch: stretch.start))

    def _boxes(self, first: int, last: int, own: Zone) -> Iterator[Noise]:
        """What stands between two paragraphs of a zone and is none of it."""
        blocks = self.page.blocks
        number = max(bisect_right(self._block_starts, first) - 1, 0)
        while number < len(blocks) and blocks[number].start < last:
            block = blocks[number]
            if block.zone not in _TEXT and block.zone is not own and block.start >= first:
                yield Noise(block.start, block.end, Fold.BOXES)
            number += 1

    def reads_on(self, start: int, end: int) -> bool:
        """Whether a reader gets from one offset of the page's text to the other in one zone."""
        first, last = self.zone(start), self.zone(end)
        return first is last or {first, last} <= _READ_TOGETHER


def split_words(words: str) -> list[str]:
    """The words of a folded text, a character each in scripts without spaces."""
    return _WORDS.findall(words) if has_continuous(words) else words.split()


def locate_words(words: str, offset: int) -> tuple[list[str], list[tuple[int, int]]]:
    """The words of a folded text's part at ``offset``, and where each begins and ends in all."""
    found, starts = begin_words(words, offset)
    ends = map(add, starts, map(len, found))
    return found, list(zip(starts, ends, strict=True))


def begin_words(words: str, offset: int) -> tuple[list[str], list[int]]:
    """The words of a folded text's part at ``offset``, and where each begins in all."""
    if has_continuous(words):
        found = list(_WORDS.finditer(words))
        return [match.group() for match in found], [offset + match.start() for match in found]
    tokens = words.split()
    behind = [len(token) + 1 for token in tokens]
    return tokens, list(accumulate(behind, initial=offset + words.startswith(" ")))[:-1]


def word_spans(folded: Folded, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where each of the words of a folded text begins and ends in the text.

    Most stand there as they are, with nothing but spaces and marks between them.
    """
    found: list[tuple[int, int]] = []
    at = 0
    for word in words:
        start = folded.text.find(word, at)
        if start < 0 or any(map(str.isalnum, folded.text[at:start])):
            _, spans = locate_words(folded.words, 0)
            return [(folded.start(first), folded.end(last)) for first, last in spans]
        at = start + len(word)
        found.append((start, at))
    return found


def join_words(words: Sequence[str]) -> str:
    """Words as they stand in a folded text; the reverse of ``split_words``."""
    return tightened(" ".join(words))


def prepare(source: str | Page | Prepared, keep: Keep | None = None) -> Prepared:
    """Folds a source once, for many quotations.

    A string counts as a whole page of main text. Time and memory are linear in the source.
    """
    return replace(as_prepared(source), indexed=True, keep=keep)


def as_prepared(source: str | Page | Prepared) -> Prepared:
    """The source folded; what else quotations need is left until one does."""
    if isinstance(source, Prepared):
        return source
    if isinstance(source, str):
        source = Page(source, (PageBlock(0, len(source), Zone.MAIN),))
    return Prepared(source)
