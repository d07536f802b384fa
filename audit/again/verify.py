"""Verifies a report without a network.

Its archives are hashed, its captures read, its verdicts computed again.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit._version import __version__
from audit.again.archives import find_archives, inside
from audit.again.judged import article_at_hand, held_against
from audit.again.remark import Kind, Remark
from audit.capture import capture_file, open_evidence
from audit.errors import InternalError
from audit.match import compare
from audit.model import (
    AttributionCheck,
    Capture,
    HouseStyle,
    Outcome,
    Resolution,
    SourceRecord,
)
from audit.pages import keep_part, read_source, voices_of
from audit.report.earlier import (
    EarlierCapture,
    EarlierCheck,
    EarlierReport,
    EarlierSource,
    load_report,
)
from audit.report.json.checks import attribution_object, part_object
from audit.workers import WHOLE, Asker, Computation, GivenUp, Workers

if TYPE_CHECKING:
    from audit.capture.evidence import Evidence

_WORDS_SHOWN = 60
# Told of a capture that the report does not name, and by a search, which asks more than captures.
_OF_CAPTURE_BEFORE = "The words stood there"
_NOT_COMPARED_AGAIN = frozenset({"parts", "search", "searched"})
_IN_WORDS = {
    "missing": "other figures that were not found",
    "closest": "other closest sentences",
    "notes": "other notes",
    "facts": "other figures",
}
_WHATEVER_THE_VERSION = ("quote", "verdict", "reason", "start", "end", "source_id")


@dataclass(frozen=True, slots=True)
class Verification:
    """What came of verifying a report. ``unverified`` could not be read, which says nothing of it.

    ``failed`` has those sources among them that we failed on: their ids, and why.
    """

    earlier: EarlierReport
    differences: tuple[Remark, ...]
    unverified: tuple[Remark, ...]
    failed: Mapping[str, str]


def verify(path: Path, given: Sequence[Path], workers: Workers) -> Verification:
    """Holds a report against its archives, in a worker. The article itself is not looked at.

    A source that we fail on, or that takes more than its bounds, is unverified, as is what depends
    on it.

    Args:
        path: The ``report.json``.
        given: Archives that stand for those of the report; needed where they lie outside its
            folder.
        workers: One of them computes.

    Raises:
        ReadError: It is no report.
        UsageError: It names an archive outside its folder.
        CaptureError: An archive cannot be read.
        InternalError: It could not be verified, by a fault of ours or a bound.
    """
    try:
        with Computation(workers, _verified, path, tuple(given)) as computation:
            found: Verification = computation.result(named=lambda step: f"{path} {step}")
    except GivenUp as given_up:
        raise InternalError.of(str(path), given_up.why) from given_up
    return found


def _verified(
    asker: Asker, path: Path, given: Sequence[Path], failed: Mapping[str, str]
) -> Verification:
    asker.begin(WHOLE)
    earlier = load_report(path)
    archives = find_archives(earlier, given)
    asker.begin(WHOLE)
    notes = _Rereading(earlier, open_evidence([found.file for found in archives]))
    for found in archives:
        asker.begin(WHOLE)
        if (words := found.difference()) is not None:
            notes.differs(Kind.ARCHIVE, found.earlier.path, words)
    for gap in notes.evidence.gaps:
        notes.differs(Kind.ARCHIVE, gap.path.name, gap.message)
    own = None
    if earlier.own is not None:
        own = notes.reread(Kind.ARTICLE, earlier.own.capture.url, earlier.own)
        if own.sha256 != earlier.article_sha256:
            notes.differs(Kind.ARTICLE, own.url, "the report names two SHA-256 for it")
    records: dict[str, SourceRecord] = {}
    for earlier_source in earlier.sources:
        source = earlier_source.source
        if source.id in failed:
            records[source.id] = notes.failed(earlier_source, failed[source.id])
            continue
        asker.begin(source.id)
        if earlier_source.trail is not None:
            notes.reread(Kind.SOURCE, source.id, earlier_source.trail)
        if source.file is None:
            capture = notes.reread(Kind.SOURCE, source.id, earlier_source.capture)
        else:
            capture = notes.supplied(earlier_source, source.file)
        records[source.id] = SourceRecord(source, *read_source(source, capture))
    unread = {remark.name for remark in notes.unverified}
    doubted = unread | {remark.name for remark in notes.differences}
    checks: list[AttributionCheck] = []
    is_of_this_version = earlier.tool_version == __version__
    for check, now in compared_again(earlier, records, asker.begin):
        asker.begin(WHOLE)
        remark = _difference(earlier, check, now, records) if now is not None else _untold(check)
        checks += () if now is None else (now,)
        depends = {check.source_id, *_paired(earlier, check)} & unread
        if remark is None and now is not None and is_of_this_version and not depends:
            remark = _otherwise_told(earlier, check, now, records)
        if remark is None:
            continue
        doubted.add(remark.name)
        (notes.unverified if depends else notes.differences).append(remark)
    if is_of_this_version:
        asker.begin(WHOLE)
        article = article_at_hand(earlier, own.body if own is not None else None, _below_here)
        doubted |= {
            check.attribution.id
            for check in earlier.checks
            if {check.source_id, *_paired(earlier, check)} & doubted
        }
        notes.differences += held_against(earlier, checks, records, article, doubted)
    return Verification(earlier, tuple(notes.differences), tuple(notes.unverified), failed)


class _Rereading:
    """Reads what a report speaks of, and notes down what differs and what cannot be read."""

    def __init__(self, earlier: EarlierReport, evidence: "Evidence") -> None:
        self._earlier = earlier
        self.evidence = evidence
        self.differences: list[Remark] = []
        self.unverified: list[Remark] = []

    def differs(self, about: Kind, name: str, message: str) -> None:
        self.differences.append(Remark(about, name, message))

    def reread(self, about: Kind, name: str, earlier: EarlierCapture) -> Capture:
        """A capture with the body that its record has."""
        found = self.evidence.reread(earlier.capture, earlier.length)
        where = "" if about is Kind.ARTICLE else f"{earlier.capture.url}: "
        for words in found.differences:
            self.differs(about, name, where + words)
        if not found.is_kept:
            message = f"{where}the report names no record for its words"
            self.unverified.append(Remark(about, name, message))
        return found.capture

    def failed(self, earlier_source: EarlierSource, why: str) -> SourceRecord:
        """A source that we failed on: nothing is said of its words."""
        message = f"{InternalError.of(earlier_source.source.url, why)}"
        self.unverified.append(Remark(Kind.SOURCE, earlier_source.source.id, message))
        capture = replace(
            earlier_source.capture.capture, outcome=Outcome.INTERNAL_ERROR, reason=why
        )
        return SourceRecord(earlier_source.source, capture)

    def supplied(self, earlier_source: EarlierSource, path: str) -> Capture:
        """The page that an editor supplied for a source, as it now is."""
        earlier, name = earlier_source.capture.capture, earlier_source.source.id
        file = supplied_page(self._earlier, path)
        if file is None:
            message = f"the page supplied for it, {path}, is not in a folder that is read"
            self.unverified.append(Remark(Kind.SOURCE, name, message))
            return earlier
        now = capture_file(earlier.url, file)
        if now.sha256 != earlier.sha256:
            self.differs(Kind.SOURCE, name, f"the page supplied for it, {path}, is another now")
        if earlier.outcome is Outcome.IS_ARTICLE:
            now = replace(now, outcome=earlier.outcome, reason=earlier.reason)
        return now


def supplied_page(earlier: EarlierReport, path: str) -> Path | None:
    """A page that a report says was supplied, read only below the working folder or its own."""
    for file in (_below_here(path), inside(earlier, path)):
        if file is not None and file.is_file():
            return file
    return None


def _below_here(path: str) -> Path | None:
    here = Path.cwd().resolve()
    if "\0" in path or Path(path).drive not in {"", here.drive}:
        return None
    file = Path(path).resolve()
    return file if file.is_relative_to(here) else None


def compared_again(
    earlier: EarlierReport, records: Mapping[str, SourceRecord], begin: Callable[[str], None]
) -> Iterator[tuple[EarlierCheck, AttributionCheck | None]]:
    """Each attribution as the report has it, and what comparing with these records shows.

    None of a statement of nobody that no page tells any more: comparing leaves such ones out.
    ``begin`` is told the id of a source before each piece of work with it.
    """
    sources = tuple(earlier_source.source for earlier_source in earlier.sources)
    checks = compare(
        [check.attribution for check in earlier.checks],
        Resolution(sources, earlier.pairings),
        records,
        voices_of,
        HouseStyle(earlier.style, earlier.house),
        begin=begin,
        keep=keep_part,
    )
    now = {check.attribution.id: check for check in checks}
    return ((check, now.get(check.attribution.id)) for check in earlier.checks)


def _untold(check: EarlierCheck) -> Remark:
    message = f"{shown(check)} is told by none of the pages now"
    return Remark(Kind.ATTRIBUTION, check.attribution.id, message)


def _paired(earlier: EarlierReport, check: EarlierCheck) -> Iterator[str]:
    for pairing in earlier.pairings:
        if pairing.attribution_id == check.attribution.id:
            yield from pairing.source_ids


def _difference(
    earlier: EarlierReport,
    check: EarlierCheck,
    now: AttributionCheck,
    records: Mapping[str, SourceRecord],
) -> Remark | None:
    name = check.attribution.id
    if (now.verdict, now.reason) != (check.verdict, check.reason):
        message = (
            f"{shown(check)} is {_worded(now.verdict, now.reason)},"
            f" not {_worded(check.verdict, check.reason)}"
        )
        return Remark(Kind.ATTRIBUTION, name, message)
    if (now.source_id, now.found_elsewhere) != (check.source_id, check.found_elsewhere):
        message = f"{shown(check)} is decided by {now.source_id}, not by {check.source_id}"
        return Remark(Kind.ATTRIBUTION, name, message)
    pages = {source_id: record.page for source_id, record in records.items()}
    parts = [_as_read(part_object(part, pages)) for part in now.parts]
    keys = _keys(parts, check.parts, same_version=earlier.tool_version == __version__)
    differing = sorted(
        key
        for before, after in zip(check.parts, parts, strict=False)
        for key in keys
        if before.get(key) != after.get(key)
    )
    if differing or len(parts) != len(check.parts):
        what = differing[0].replace("_", " ") if differing else "number of parts"
        return Remark(Kind.ATTRIBUTION, name, f"{shown(check)} has another {what} in the report")
    return None


def _otherwise_told(
    earlier: EarlierReport,
    check: EarlierCheck,
    now: AttributionCheck,
    records: Mapping[str, SourceRecord],
) -> Remark | None:
    """What of an attribution beside its parts is another: figures missing, sentences, notes."""
    pages = {source_id: record.page for source_id, record in records.items()}
    said = next(tree for tree in earlier.tree["attributions"] if tree["id"] == check.attribution.id)
    found = _as_read(attribution_object(earlier.report.facts.article, now, pages))
    for tree in (said, found):
        tree["notes"] = [note for note in tree["notes"] if not note.startswith(_OF_CAPTURE_BEFORE)]
    keys = sorted(found.keys() - _NOT_COMPARED_AGAIN)
    if (what := next((key for key in keys if found[key] != said[key]), None)) is None:
        return None
    name = _IN_WORDS.get(what, f"another {what.replace('_', ' ')}")
    return Remark(
        Kind.ATTRIBUTION, check.attribution.id, f"{shown(check)} has {name} in the report"
    )


def _keys(*parts: Sequence[Mapping[str, Any]], same_version: bool) -> set[str]:
    if not same_version:
        return set(_WHATEVER_THE_VERSION)
    return {key for group in parts for part in group for key in part}


def _as_read(part: dict[str, Any]) -> dict[str, Any]:
    """A part as it comes back from JSON."""
    read: dict[str, Any] = json.loads(json.dumps(part))
    return read


def _worded(verdict: str, reason: str | None) -> str:
    return f"{verdict} ({reason})" if reason is not None else str(verdict)


def shown(check: EarlierCheck) -> str:
    """The words of an attribution, short enough for a line."""
    words = " … ".join(" ".join(part.text.split()) for part in check.attribution.contents)
    short = words if len(words) <= _WORDS_SHOWN else words[: _WORDS_SHOWN - 1] + "…"
    return f"“{short}”"
