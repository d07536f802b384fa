"""What stands among the words that were spoken: stage notes, time codes, labels of speakers, 'she said'.

A quotation that is not in a source as it stands is looked for in other readings of it: without
those, and with each speaker's turns in one piece. Where they stand is found once, by patterns at
brackets and line starts.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from audit.languages.comparing import comparing
from audit.model import Fold

WALL = "§§§"
"""Stands between the turns of two speakers in the reading that has each speaker's in one piece."""

_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_LONG_CLOCK = r"\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?"
_TIME_CODE = re.compile(
    rf"\[{_CLOCK}\]|\({_LONG_CLOCK}\)"
    rf"|\n[ \t]{{0,20}}(?:{_CLOCK}[ \t]{{0,9}}-->[ \t]{{0,9}}{_CLOCK}[^\n]{{0,99}}|{_LONG_CLOCK}(?=\s)"
    rf"|{_CLOCK}(?=[ \t]{{0,9}}(?:\n|$))|\({_CLOCK}\))"
)
_LABEL = re.compile(
    rf"\n[ \t]{{0,20}}(?:[\[(]?{_CLOCK}[\])]?[ \t]+)?(?:>>[ \t]?)?"
    r"(?P<name>[A-ZÀ-ÖØ-ÞА-Я][^:\n!?\"“”„«»;]{0,60}):(?=[ \t\n])"
)
_GAP = r"[\s.,;:!-]{0,3}"
_MOST_LABEL_WORDS = 8


@cache
def _stage_note() -> re.Pattern[str]:
    known = comparing()
    stage = _any_of(" ".join(phrase) for phrase in known.stage_notes)
    beside = _any_of(known.stage_words)
    return re.compile(
        rf"[(\[](?:{beside}\b{_GAP}){{0,3}}{stage}\b{_GAP}"
        rf"(?:(?:{stage}|{beside})\b{_GAP}){{0,4}}[)\]]",
        re.IGNORECASE,
    )


@cache
def _said_between() -> re.Pattern[str]:
    said = _any_of(comparing().said)
    return re.compile(
        # The marks before the words: quicker.
        r"[”\"’»“](?=[ \u00a0,–—-]{1,3}[^“”\"«»„‘\n]{2,90}[“\"‘«„]\w)"
        rf"(?=[^“”\"«»„\n]{{0,90}}\b{said}\b)[ \u00a0,–—-]{{1,3}}[^“”\"«»„‘\n]{{2,90}}[“\"‘«„](?=\w)",
        re.IGNORECASE,
    )


def _any_of(words: Iterable[str]) -> str:
    """A pattern of any of the words, those that begin with another first."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, reverse=True)))})"


@dataclass(frozen=True, slots=True)
class Noise:
    """A stretch of a text that was not spoken.

    ``speaker`` is who a label says speaks from here on.
    """

    start: int
    end: int
    kind: Fold
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text put together from stretches of another, and the way back."""

    text: str
    new: tuple[int, ...]
    old: tuple[int, ...]
    speaker_by_speaker: bool = False

    def start(self, offset: int) -> int:
        """The offset in the other text of the character at ``offset``."""
        piece = max(bisect_right(self.new, offset) - 1, 0)
        return self.old[piece] + offset - self.new[piece]

    def end(self, offset: int) -> int:
        """The offset in the other text just after the character that ends at ``offset``."""
        return self.start(offset - 1) + 1


def find_noise(text: str, offset: int = 0) -> tuple[Noise, ...]:
    """The stage notes, time codes and labels of a text, in order; one may stand in another.

    ``offset`` is where the text begins in a longer one, whose offsets are given.
    """
    found = [Noise(*match.span(), Fold.STAGE_NOTES) for match in _stage_note().finditer(text)]
    found += [Noise(*match.span(), Fold.TIME_CODES) for match in _TIME_CODE.finditer(text)]
    found += [Noise(*match.span(), Fold.SAID_BETWEEN) for match in _said_between().finditer(text)]
    labels = [
        Noise(max(match.start() - 1, 0), match.end() - 1, Fold.SPEAKER_LABELS, _name(match["name"]))
        for match in _LABEL.finditer(f"\n{text}")
        if _is_name(match["name"])
    ]
    if len(labels) > 1:
        found += labels
    found.sort(key=lambda noise: noise.start)
    return tuple(
        Noise(noise.start + offset, noise.end + offset, noise.kind, noise.speaker)
        for noise in found
    )


def _apart(noise: Iterable[Noise]) -> list[Noise]:
    """Those of a sequence that stand behind the end of the one before."""
    kept: list[Noise] = []
    for stretch in noise:
        if not kept or stretch.start >= kept[-1].end:
            kept.append(stretch)
    return kept


def blanked(text: str) -> str:
    """The text with spaces where its stage notes and time codes stand: offsets stay."""
    pieces: list[str] = []
    done = 0
    for stretch in _apart(
        stretch
        for stretch in find_noise(text)
        if stretch.kind in (Fold.STAGE_NOTES, Fold.TIME_CODES)
    ):
        pieces += [text[done : stretch.start], " " * (stretch.end - stretch.start)]
        done = stretch.end
    return "".join([*pieces, text[done:]])


def without_noise(text: str, noise: Sequence[Noise], reach: tuple[int, int]) -> Pieces:
    """A stretch of the text in its order, without what was not spoken."""
    apart = _apart(noise)
    edges = [
        reach[0],
        *(edge for stretch in apart for edge in (stretch.start, stretch.end)),
        reach[1],
    ]
    return _pieces(text, zip(edges[::2], edges[1::2], strict=True), frozenset())


def by_speaker(text: str, noise: Sequence[Noise], reach: tuple[int, int]) -> Pieces | None:
    """A stretch with each speaker's turns in one piece, one after the other.

    None where nobody speaks twice.
    """
    turns: dict[str, list[tuple[int, int]]] = {}
    speaker, start, labels = "", reach[0], 0
    for stretch in _apart(noise):
        turns.setdefault(speaker, []).append((start, stretch.start))
        start = stretch.end
        if stretch.kind == Fold.SPEAKER_LABELS:
            speaker, labels = stretch.speaker, labels + 1
    turns.setdefault(speaker, []).append((start, reach[1]))
    if len(turns) < 2 or labels < 3:
        return None
    walls = frozenset(spans[0][0] for spans in turns.values())
    spans = (span for spans in turns.values() for span in spans)
    return replace(_pieces(text, spans, walls), speaker_by_speaker=True)


def skipped(noise: Sequence[Noise], start: int, end: int) -> tuple[Fold, ...]:
    """What a passage was read without, by name, each once."""
    inside = (stretch.kind for stretch in noise if start < stretch.end and stretch.start < end)
    return tuple(dict.fromkeys(inside))


def speakers(noise: Sequence[Noise], start: int, end: int) -> frozenset[str]:
    """Who speaks in a stretch of a text, as its labels have it; nobody where they do not say."""
    found: set[str] = set()
    for stretch in noise:
        if stretch.start >= end:
            break
        if stretch.speaker and stretch.end <= start:
            found = {stretch.speaker}
        elif stretch.speaker:
            found.add(stretch.speaker)
    return frozenset(found)


def _pieces(text: str, spans: Iterable[tuple[int, int]], walls: frozenset[int]) -> Pieces:
    pieces: list[str] = []
    new: list[int] = []
    old: list[int] = []
    length = 0
    for start, end in spans:
        lead = f" {WALL} " if start in walls and length else ""
        new.append(length + len(lead))
        old.append(start)
        pieces.append(f"{lead}{text[start:end]} ")
        length += len(pieces[-1])
    return Pieces("".join(pieces), tuple(new), tuple(old))


def _name(label: str) -> str:
    return re.split(r"[,(]", label, maxsplit=1)[0].strip().casefold()


def _is_name(label: str) -> bool:
    """Whether what stands before a colon at the start of a line names a speaker."""
    particles = comparing().label_particles
    words = re.split(r"[,(]", label, maxsplit=1)[0].split()
    return 0 < len(words) <= _MOST_LABEL_WORDS and all(
        not word[0].islower() or word in particles for word in words
    )
