"""A derived quotation and its label, and the passages of text from which quotations are derived."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"
_SENTENCE_END = re.compile(r"(?<=[.!?。])[”’»」]?(?=\s|$|[^\x00-\u2fff])")
_WORD = re.compile(r"[^\W_](?:[^\s—–…“”«»„‘]*[^\W_])?")
_NOT_SPOKEN = re.compile(r"\[|\([A-Z]{4}")  # time codes and stage notes: nobody quotes them
_EDGE = " \n\t“”‘’«»„「」,.;:!?。、-—–"

_OF_FIGURES = frozenset(
    [
        "hundred",
        "thousand",
        "million",
        "billion",
        "percent",
        "per",
        "cent",
        "tausend",
        "millionen",
        "milliarden",
        "prozent",
        "mil",
    ]
)


@dataclass(frozen=True)
class Case:
    """A quotation, its source, and what is right to say of it.

    ``verdicts`` are all right, the first one most; ``start`` and ``end`` say where the passage stands, None
    where the quotation stands nowhere. ``weight`` is that of the heaviest difference, empty where none counts.
    """

    kind: str
    quote: str
    source: str
    verdicts: tuple[str, ...]
    start: int | None = None
    end: int | None = None
    weight: str = ""


@dataclass(frozen=True)
class Passage:
    """A stretch of a source from which a quotation is derived."""

    language: str
    source: str
    start: int
    end: int
    others: tuple[tuple[int, int], ...]
    """All sentences of the same text."""
    foreign: tuple[str, ...]
    """Sentences of other texts in the same language."""

    @property
    def text(self) -> str:
        """Its words."""
        return self.source[self.start : self.end]

    @property
    def words(self) -> list[re.Match[str]]:
        """Its words with their offsets."""
        return list(_WORD.finditer(self.text))


@dataclass(frozen=True)
class Derived:
    """What a kind makes of a passage; offsets and source only where they are not the passage's own."""

    quote: str
    source: str | None = None
    start: int | None = None
    end: int | None = None


Make = Callable[[random.Random, Passage], "str | Derived | None"]


@dataclass(frozen=True)
class Kind:
    """One way of deriving a quotation, and the label of all it derives."""

    name: str
    verdicts: tuple[str, ...]
    weight: str
    make: Make
    languages: tuple[str, ...]


KINDS: list[Kind] = []


def kind(
    name: str, *verdicts: str, weight: str = "", languages: tuple[str, ...] = ()
) -> Callable[[Make], Make]:
    """Registers a function as a kind; it returns None where the passage does not lend itself."""

    def register(make: Make) -> Make:
        KINDS.append(Kind(name, verdicts, weight, make, languages))
        return make

    return register


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence, without the punctuation and quotation marks around it."""
    found = []
    offset = 0
    for line in text.splitlines(keepends=True):
        start = 0
        for end in [match.end() for match in _SENTENCE_END.finditer(line)] or [len(line)]:
            piece = line[start:end]
            left = len(piece) - len(piece.lstrip(_EDGE))
            right = len(piece.rstrip(_EDGE))
            if right > left:
                found.append((offset + start + left, offset + start + right))
            start = end
        offset += len(line)
    return found


def load(folder: Path) -> Iterator[tuple[str, str]]:
    """Language and text of every file; a first line of two letters names the language."""
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        if re.match(r"[a-z]{2}\n", text):
            yield text[:2], text[3:]
        else:
            yield "en", text


def passages(texts: Sequence[tuple[str, str]], seed: int) -> Iterator[Passage]:
    """Sentences, runs of sentences and parts of sentences, with the texts around them."""
    rng = random.Random(seed)
    spans = [(language, text, sentences(text)) for language, text in texts]
    for number, (language, text, found) in enumerate(spans):
        around = [
            other for at, (same, other, _) in enumerate(spans) if at != number and same == language
        ]
        before, after = (rng.choice(around), rng.choice(around)) if around else ("", "")
        foreign = tuple(
            other[a:b]
            for at, (same, other, theirs) in enumerate(spans)
            if at != number and same == language and other not in (before, after)
            for a, b in theirs
        )
        source = f"{before}\n{text}\n{after}"
        shift = len(before) + 1
        others = tuple((a + shift, b + shift) for a, b in found)
        for at, (start, end) in enumerate(others):
            yield Passage(language, source, start, end, others, foreign)
            if at + 1 < len(others):
                yield Passage(language, source, start, others[at + 1][1], others, foreign)
            words = list(_WORD.finditer(source[start:end]))
            if len(words) >= 14:
                first = rng.randrange(1, 4)
                last = rng.randrange(first + 8, len(words) - 1)
                while last < len(words) - 1 and words[last + 1].group().lower() in _OF_FIGURES:
                    last += 1  # no part ends inside a figure: it would be another one
                yield Passage(
                    language,
                    source,
                    start + words[first].start(),
                    start + words[last].end(),
                    others,
                    foreign,
                )


def cases(texts: Sequence[tuple[str, str]], *, seed: int = 7, each: int = 60) -> Iterator[Case]:
    """At most ``each`` cases of every kind, derived from texts at random but repeatably."""
    pool = [
        passage
        for passage in passages(texts, seed)
        if 15 <= len(passage.text) <= 500 and not _NOT_SPOKEN.search(passage.text)
    ]
    for kind_ in KINDS:
        rng = random.Random(f"{seed} {kind_.name}")
        chosen = [
            passage
            for passage in pool
            if not kind_.languages or passage.language in kind_.languages
        ]
        rng.shuffle(chosen)
        made = 0
        for passage in chosen:
            derived = kind_.make(rng, passage)
            if derived is None:
                continue
            yield _case(kind_, passage, derived)
            made += 1
            if made == each:
                break


def _case(passage_kind: Kind, passage: Passage, derived: str | Derived) -> Case:
    if isinstance(derived, str):
        derived = Derived(derived)
    somewhere = "absent" not in passage_kind.verdicts
    start = derived.start if derived.start is not None else passage.start
    end = derived.end if derived.end is not None else passage.end
    return Case(
        passage_kind.name,
        derived.quote,
        derived.source if derived.source is not None else passage.source,
        passage_kind.verdicts,
        start if somewhere else None,
        end if somewhere else None,
        passage_kind.weight,
    )
