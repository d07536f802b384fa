"""What stands among spoken words: stage notes, time codes, labels, 'she said'.

A quotation that is not in a source as it stands is looked for in other readings of it: without
those, and with each speaker's turns in one piece. Where they stand is found once, by patterns at
brackets and line starts.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from audit.languages.comparison.comparing import comparing
from audit.languages.comparison.values import languages_with_values, value_words
from audit.languages.extraction.notes import NoteWords, note_words
from audit.match.passed_over.reported import (
    any_of,
    said_aside,
    said_between,
    said_between_dashes,
)
from audit.match.prepared.blanks import with_blanks
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
_BEGUN_BY_CLOCK = re.compile(rf"\n[ \t]{{0,20}}({_CLOCK})(?=[ \t]{{1,9}}\S)")
_LABEL = re.compile(
    rf"\n[ \t]{{0,20}}(?:[\[(]?{_CLOCK}[\])]?[ \t]+)?(?:>>[ \t]?)?"
    r"(?P<name>[A-ZÀ-ÖØ-ÞА-Я][^:\n!?\"“”„«»;]{0,60}):(?=[ \t\n])"
)
_BEHIND_A_LABEL = (": ", ":\t", ":\n")
_QUESTION = re.compile(
    r"\n[ \t]{0,20}(?P<name>Q(?=(?:\.|[ \t])[ \t]{0,20}[A-Z\"“(¿])\.?|A(?=\.[ \t]|[ \t]{2})\.?|[QA](?=[ \t]{0,9}\n))(?=\s)"
)
_ANSWER = re.compile(r"\n[ \t]{0,20}(?P<name>A)(?=[ \t][A-Z\"“])")
_LINE_NUMBER = re.compile(r"\n[ \t]{0,30}(\d{1,2})(?=[ \t]{1,20}\S)")
_PARAGRAPH_NUMBER = re.compile(
    r"\n[ \t]{0,30}((?:\(?(?:(\d{1,3})|[a-z])[.)])(?=[ \t]{1,4}[^\W\d_]))"
)
# Of the posts of a thread: '2/', '(2/7)', before the words of one or behind them.
_POST_NUMBER = re.compile(
    r"\n[ \t]{0,30}(\(?(\d{1,3})/(\d{1,3})?\)?)(?=[ \t]{1,4}\S|[ \t]{0,4}\n)"
    r"|(?<=\S)[ \t]{1,4}(\(?(\d{1,3})/(\d{1,3})?\)?)(?=[ \t]{0,4}(?:\n|$))"
)
# Before the number of a column: the day of the sitting.
_DATED = r"(?:\d{1,2}[ \u00a0][^\W\d_]{3,9}\.?[ \u00a0]\d{4}[ \u00a0]?[:,][ \u00a0])?"
_LETTERED = 1000  # so that no letter counts on from a figure
_LINES_OF_A_SHEET = 20  # at least
_LONGEST_EDGE = 400  # characters of the foot of a sheet and the head of the next
_FEWEST_LINES = 3  # that are numbered one after the other
_GAP = r"[\s.,;:!-]{0,3}"
_MOST_LABEL_WORDS = 8
_NO_SPEECH = frozenset({Fold.STAGE_NOTES, Fold.TIME_CODES, Fold.NOTE_MARKS})
_BROKEN_WORD = re.compile(r"[^\W\d_][-\u2010\u00ad]\s{0,40}$")


_IN_EVERY_MARK = re.compile(r"[\[(*※¹²³⁴-⁹⁰]")  # a quick look: most passages have none


@cache
def _mark() -> re.Pattern[str]:
    """The mark of a note, or what an editor asks in brackets."""
    words = note_words()
    return re.compile(
        r"[ \u00a0]?\[(?:\d{1,3}(?:\s?[,;–—-]\s?\d{1,3}){0,9}|\*\d{1,4}"
        rf"|{any_of(words.marks)}[ \u00a0]?\d{{1,3}}|{any_of(words.queries)})\]"
        rf"|(?-i:{_author_year(words)})"
        r"|(?<=[^\W\d_]{3})(?:\[[a-z]{1,2}\]|\(\d{1,2}\)|[*※]\d{1,2}(?!\w))"
        r"|(?<=[^\W\d_]{3})[¹²³⁴-⁹⁰]{1,3}(?![\w⁻⁺])|(?<=[.,;!?”’\"])[¹²³⁴-⁹⁰]{1,3}(?=\s|$)",
        re.IGNORECASE,
    )


def _author_year(words: NoteWords) -> str:
    """'(Lee, 2024)', '(see Lee & Day, 2020, p. 3; Roy et al. 2019)', as papers have them.

    The APA's and Harvard's forms, with the words of any language; '(March 2024)' is none.
    """
    months = {name for code in languages_with_values() for name in value_words(code).months}
    name = r"(?:[A-Z]['’])?[A-ZÀ-ÖØ-Þ][^\W\d_]{1,30}(?:-[A-ZÀ-ÖØ-Þ][^\W\d_]{1,30})?"
    more = rf"(?: {any_of(words.others)}|,? {any_of(words.joining)} {name})?"
    page = rf"(?:[,:] ?(?:(?i:{any_of(words.locators)}) ?)?\d{{1,4}}(?:[-–]\d{{1,4}})?)?"
    cited = rf"(?!(?i:{any_of(months)})\b){name}{more},? (?:1[89]|20)\d\d[a-z]?{page}"
    see = rf"(?:{any_of(words.leading)},? )?"
    return rf"[ \u00a0]\({see}{cited}(?:; {cited}){{0,9}}\)"


@cache
def _running() -> re.Pattern[str]:
    """The number of a page or a column: in brackets, or on a line of its own."""
    words = note_words()
    page = rf"(?i:{any_of(words.pages)})"
    return re.compile(
        rf"(?<![^\W\d_])[\[(]{{0,2}}(?:{_DATED}{any_of(words.columns)}[ \u00a0]\d{{1,5}}(?:WH|WS|W|GC|A)?"
        rf"|(?<=[\[(]){page}[ \u00a0]{{0,2}}[A-Z]?\d{{1,5}})(?![\w])[\])]{{0,2}}"
        rf"|<{page} ?\d{{1,4}}>"
        r"|[{|]\d{1,4}[}|]|(?<=\s)\*\d{1,4}(?=\s)"
        rf"|\n[ \t]{{0,40}}[-–—\[(]{{0,2}}[ \t]{{0,3}}(?:{page}[ \t]{{0,3}})?\d{{1,4}}"
        rf"(?:[ \t]{{0,3}}(?:/|{any_of(words.of_pages)})[ \t]{{0,3}}\d{{1,4}})?"
        r"[ \t]{0,3}[-–—\])]{0,2}[ \t]{0,40}(?=\n|$)"
    )


@cache
def _stage_note() -> re.Pattern[str]:
    known = comparing()
    stage = any_of(" ".join(phrase) for phrase in known.stage_notes)
    beside = any_of(known.stage_words)
    return re.compile(
        rf"[(\[](?:{beside}\b{_GAP}){{0,3}}{stage}\b{_GAP}"
        rf"(?:(?:{stage}|{beside})\b{_GAP}){{0,4}}[)\]]",
        re.IGNORECASE,
    )


def without_reporting(text: str) -> str:
    """A quotation with blanks for what reports it inside: 'We came, he said, in spring'."""
    spans = [match.span() for match in said_between().finditer(text)]
    for aside in (said_aside(), said_between_dashes()):
        spans += [match.span("aside") for match in aside.finditer(text)]
    return _blanked(text, (Noise(*span, Fold.SAID_BETWEEN) for span in sorted(spans)))


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
    found += _clocks_of_lines(text)
    found += [Noise(*match.span(), Fold.SAID_BETWEEN) for match in said_between().finditer(text)]
    if "—" in text or "–" in text:
        asides = said_between_dashes().finditer(text)
        found += [Noise(*match.span("aside"), Fold.SAID_BETWEEN) for match in asides]
    if _IN_EVERY_MARK.search(text):
        found += [Noise(*match.span(), Fold.NOTE_MARKS) for match in _mark().finditer(text)]
    found += [Noise(*match.span(), Fold.RUNNING_MATTER) for match in _running().finditer(text)]
    numbers = list(_line_numbers(text))
    found += numbers
    found += _paragraph_numbers(text)
    if "/" in text:
        found += _post_numbers(text)
    # The numbers of lines stand before the labels.
    shown = _blanked(text, numbers) if numbers else text
    may_have_labels = any(colon in shown for colon in _BEHIND_A_LABEL)
    labels = [
        Noise(max(match.start() - 1, 0), match.end() - 1, Fold.SPEAKER_LABELS, _name(match["name"]))
        for match in (_LABEL.finditer(f"\n{shown}") if may_have_labels else ())
        if _is_name(match["name"])
    ]
    labels += [
        Noise(max(match.start() - 1, 0), match.end() - 1, Fold.SPEAKER_LABELS, match["name"][0])
        for match in _QUESTION.finditer(f"\n{shown}")
    ]
    if any(label.speaker == "Q" for label in labels):
        labels += [
            Noise(max(match.start() - 1, 0), match.end() - 1, Fold.SPEAKER_LABELS, "A")
            for match in _ANSWER.finditer(f"\n{shown}")
        ]
    if len(labels) > 1:
        found += labels
    found.sort(key=lambda noise: (noise.start, -noise.end))
    return tuple(
        Noise(noise.start + offset, noise.end + offset, noise.kind, noise.speaker)
        for noise in found
    )


def _clocks_of_lines(text: str) -> Sequence[Noise]:
    """The times that lines begin with, where there are several and each is later than the last."""
    found = list(_BEGUN_BY_CLOCK.finditer(f"\n{text}"))
    times = [(match[1].count(":"), match[1].rjust(12)) for match in found]
    if len(found) < _FEWEST_LINES or times != sorted(times):
        return ()
    return [Noise(match.start(1) - 1, match.end(1) - 1, Fold.TIME_CODES) for match in found]


def _line_numbers(text: str) -> Iterator[Noise]:
    """The line numbers of a court's transcript: each is the one before it and one."""
    run: list[re.Match[str]] = []
    for match in _LINE_NUMBER.finditer(f"\n{text}"):
        follows = bool(run) and (
            int(match[1])
            in (int(run[-1][1]) + 1, 1 if int(run[-1][1]) >= _LINES_OF_A_SHEET else -1)
        )
        if not follows:
            if len(run) >= _FEWEST_LINES:
                yield from _numbers_of(text, run)
            run = []
        run.append(match)
    if len(run) >= _FEWEST_LINES:
        yield from _numbers_of(text, run)


def _paragraph_numbers(text: str) -> Iterator[Noise]:
    """The numbers of paragraphs, '13.' or '(b)', where one counts on from the one before."""
    last = -1
    for match in _PARAGRAPH_NUMBER.finditer(f"\n{text}"):
        number = int(match[2]) if match[2] else ord(match[1].strip("(.)")) + _LETTERED
        if number == last + 1:
            yield _line_number(match)
        last = number


def _post_numbers(text: str) -> Iterator[Noise]:
    """The numbers of the posts of a thread: '2/', '(2/7)', or '2/7' that counts on from '1/7'."""
    last: tuple[int, str] | None = None
    for match in _POST_NUMBER.finditer(f"\n{text}"):
        at = 1 if match[1] else 4
        number, total = int(match[at + 1]), match[at + 2] or ""
        if not total or match[at].startswith("(") or last == (number - 1, total):
            yield Noise(match.start(at) - 1, match.end(at) - 1, Fold.RUNNING_MATTER)
        last = number, total


def _numbers_of(text: str, run: Sequence[re.Match[str]]) -> Iterator[Noise]:
    yield from map(_line_number, run)
    yield from _between_sheets(text, run)


def _between_sheets(text: str, run: Sequence[re.Match[str]]) -> Iterator[Noise]:
    """What stands between the last numbered line of a sheet and the first one of the next."""
    for last, first in pairwise(run):
        end = text.find("\n", last.end() - 1)
        if first[1] == "1" and 0 <= end < first.start(1) - 1 <= end + _LONGEST_EDGE:
            yield Noise(end, first.start(1) - 1, Fold.RUNNING_MATTER)


def _line_number(match: re.Match[str]) -> Noise:
    return Noise(match.start(1) - 1, match.end(1) - 1, Fold.RUNNING_MATTER)


def _apart(noise: Iterable[Noise]) -> list[Noise]:
    """Those of a sequence that stand behind the end of the one before."""
    kept: list[Noise] = []
    for stretch in noise:
        if not kept or stretch.start >= kept[-1].end:
            kept.append(stretch)
    return kept


def blanked(text: str) -> str:
    """The text with spaces where its stage notes and time codes stand: offsets stay."""
    return _blanked(text, (stretch for stretch in find_noise(text) if stretch.kind in _NO_SPEECH))


def _blanked(text: str, noise: Iterable[Noise]) -> str:
    return with_blanks(text, ((stretch.start, stretch.end) for stretch in _apart(noise)))


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
        while start < end and text[start].isspace():
            start += 1  # noqa: PLW2901 — a word broken over what is left out reads on
        lead = f" {WALL} " if start in walls and length else ""
        new.append(length + len(lead))
        old.append(start)
        piece = text[start:end]
        broken = _BROKEN_WORD.search(piece, max(len(piece) - 50, 0))
        pieces.append(f"{lead}{piece[: broken.start() + 2]}\n" if broken else f"{lead}{piece} ")
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
