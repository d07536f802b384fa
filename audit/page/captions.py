"""Captions, WebVTT (W3C) and SubRip, to running text that knows when each word is said."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from audit.markup.tokens import decoded
from audit.model import Page, Voice, Zone
from audit.page.layout import joined
from audit.page.reader import PageReader, Received
from audit.page.recordings.heard import looks_heard, says_heard

_TIMES = re.compile(
    r"[ \t]{0,9}(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})[ \t]{0,9}-->[ \t]{0,9}"
    r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
)
_SUBRIP_START = re.compile(
    r"\s{0,99}\d{1,9}[ \t]{0,9}\r?\n[ \t]{0,9}\d{1,4}:\d{2}:\d{2}[.,]\d{1,3}[ \t]{0,9}-->"
)
_VOICE = re.compile(r"<v(?:\.[^ \t>]{0,99})?[ \t]+([^>]{1,200})>")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|<\d[\d:.]{0,20}>|\{\\[^{}]{0,99}\}")
_TURN = re.compile(r"(?:>>|[-–—] )")
_PAUSE = 4.0  # seconds of silence after which a new paragraph begins


@dataclass(frozen=True, slots=True)
class Turn:
    """What is said in one go.

    ``times`` are (offset in the text, seconds) pairs, ``voice`` who says it. The text begins with
    the name of a voice and a colon.
    """

    text: str
    times: tuple[tuple[int, float], ...]
    voice: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """The lines shown from one second to another, and who says them where that is told."""

    start: float
    end: float
    voice: str
    lines: tuple[str, ...]


def is_captions(text: str) -> bool:
    """Whether a text begins as WebVTT or SubRip files do."""
    return text.startswith("WEBVTT") or _SUBRIP_START.match(text) is not None


def turns(text: str) -> tuple[Turn, ...]:
    """The words of WebVTT or SubRip, without cue numbers, settings, styles, notes and markup."""
    return turns_of(_cues(text))


def turns_of(cues: Iterable[Cue]) -> tuple[Turn, ...]:
    """The words of captions.

    Lines that a cue repeats from the one before, as rolling captions do, are given once. A new
    speaker (a voice tag, '>>', a dash), or a pause, begins a paragraph; a voice is named at its
    beginning.
    """
    found: list[Turn] = []
    words: list[str] = []
    times: list[tuple[int, float]] = []
    length = 0
    voice, ended = "", 0.0
    said: tuple[str, ...] = ()

    def finish() -> None:
        nonlocal length
        if words:
            found.append(Turn(" ".join(words), tuple(times), voice))
        words.clear()
        times.clear()
        length = 0

    for cue in cues:
        lines = tuple(line for line in cue.lines if line not in said)
        said = cue.lines
        if not lines:
            ended = cue.end
            continue
        if cue.voice != voice or cue.start - ended > _PAUSE or _TURN.match(lines[0]):
            finish()
        if cue.voice and not words:
            lines = (f"{cue.voice}: {lines[0]}", *lines[1:])
        voice, ended = cue.voice, cue.end
        times.append((length, cue.start))
        for line in lines:
            words.append(line)
            length += len(line) + 1
    finish()
    return tuple(found)


def _cues(text: str) -> Iterator[Cue]:
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        times = _TIMES.match(lines[at])
        at += 1
        if times is None:
            continue
        voice = ""
        words: list[str] = []
        while at < len(lines) and lines[at].strip() and not _TIMES.match(lines[at]):
            for name, piece in _by_voice(lines[at]):
                if name is not None and name != voice:
                    if words:
                        yield Cue(_seconds(times, 1), _seconds(times, 5), voice, tuple(words))
                    voice, words = name, []
                line = " ".join(decoded(_MARKUP.sub("", piece)).split())
                if line:
                    words.append(line)
            at += 1
        if at < len(lines) and words and words[-1].isdigit() and _TIMES.match(lines[at]):
            words.pop()  # the number of the next cue, where no empty line stands before it
        yield Cue(_seconds(times, 1), _seconds(times, 5), voice, tuple(words))


def _by_voice(line: str) -> Iterator[tuple[str | None, str]]:
    """The pieces of a line, each with the voice that begins with it, None where none does."""
    tags = list(_VOICE.finditer(line))
    yield None, line[: tags[0].start()] if tags else line
    for number, tag in enumerate(tags):
        end = tags[number + 1].start() if number + 1 < len(tags) else len(line)
        yield " ".join(decoded(tag[1]).split()), line[tag.start() : end]


def _seconds(times: re.Match[str], first: int) -> float:
    hours, minutes, seconds, fraction = (times[first + place] for place in range(4))
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction}")


def _read(source: Received) -> Page | None:
    if not is_captions(source.text):
        return None
    return page_of(_cues(source.lines), source)


def page_of(cues: Iterable[Cue], source: Received, *, heard: bool = False) -> Page:
    """The page of a recording.

    ``heard`` says that its format tells that a machine wrote it down.
    """
    said = turns_of(cues)
    text, blocks = joined((turn.text, Zone.MAIN) for turn in said)
    times = tuple(
        (block.start + offset, seconds)
        for block, turn in zip(blocks, said, strict=True)
        for offset, seconds in turn.times
    )
    voices = tuple(
        Voice(block.start + len(turn.voice) + 1, block.end, turn.voice)
        for block, turn in zip(blocks, said, strict=True)
        if turn.voice
    )
    heard = heard or says_heard(source.text, source.url) or looks_heard(text)
    return Page(text, blocks, url=source.url, times=times, voices=voices, heard=heard)


READER = PageReader(
    "captions",
    _read,
    media_types=("text/vtt", "text/srt", "application/x-subrip"),
    suffixes=(".srt", ".vtt"),
    also=("text", None),
)
