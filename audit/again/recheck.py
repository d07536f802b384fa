"""Asks a report's sources again: what changed there, and whether the quoted words still stand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from audit.again.archives import find_archives
from audit.again.verify import compared_again, supplied_page
from audit.asking import ask_sources, fetch_fenced
from audit.capture import capture_file, open_client, open_evidence, with_copies
from audit.errors import InternalError
from audit.model import (
    Capture,
    FetchSettings,
    NotCompared,
    Outcome,
    Page,
    SourceRecord,
    Verdict,
)
from audit.pages import can_be_read, read_page, read_source
from audit.report.earlier import EarlierCheck, EarlierReport, load_report
from audit.workers import WHOLE, Asker, Computation, GivenUp, Workers, compute

ARCHIVE = "rechecks.warc.gz"
"""The archive beside a report that its rechecks are added to: the report's own stays as it is."""

_NEVER_COMPARED = frozenset(
    {
        NotCompared.INDIRECT,
        NotCompared.NOTHING_TO_COMPARE,
        NotCompared.NO_SOURCE,
        NotCompared.NOT_IN_CITED,
    }
)
_THERE = frozenset({Verdict.VERBATIM, Verdict.EDITED})


class Change(StrEnum):
    """What became of a source since the report."""

    UNCHANGED = "unchanged"  # the same bytes
    SAME_TEXT = "same-text"  # other bytes, and the same words
    CHANGED = "changed"  # other words
    LOST = "lost"  # it was read then, and cannot be read now
    FOUND = "found"  # it could not be read then
    STILL_MISSING = "still-missing"  # neither then nor now
    NOT_CHECKED = "not-checked"  # we failed on it


class Presence(StrEnum):
    """What became of an attribution's words at the sources."""

    STILL_THERE = "still-there"
    GONE = "gone"  # they stood there, and do not any more
    BACK = "back"  # they did not stand there, and do now
    NOT_THERE = "not-there"  # neither then nor now
    NOT_COMPARED = "not-compared"  # nothing to compare with now


@dataclass(frozen=True, slots=True)
class SourceNow:
    """One source: its capture in the report and now, and what changed."""

    id: str
    url: str
    before: Capture
    now: Capture
    change: Change


@dataclass(frozen=True, slots=True)
class WordsNow:
    """One attribution: what the report says, what comparing shows now, and what that means."""

    before: EarlierCheck
    verdict: Verdict
    reason: NotCompared | None
    source_id: str | None
    presence: Presence


@dataclass(frozen=True, slots=True)
class Recheck:
    """What came of asking again; ``archive`` holds what was fetched."""

    earlier: EarlierReport
    sources: tuple[SourceNow, ...]
    words: tuple[WordsNow, ...]
    archive: Path


def recheck(
    path: Path, settings: FetchSettings, given: Sequence[Path], workers: Workers
) -> Recheck:
    """Fetches every source of a report again and compares, in a worker.

    What the archives hold is asked for conditionally; captures younger than ``settings.max_age`` (0
    when None) are used instead of asking. Both only where a run of this user made them, or they
    were given. What we fail on has the outcome ``internal-error``.

    Args:
        path: The ``report.json``.
        settings: The bounds of each fetch.
        given: Archives that stand for those of the report; needed where they lie outside its
            folder.
        workers: One of them computes.

    Raises:
        ReadError: It is no report.
        UsageError: It names an archive outside its folder.
        CaptureError: An archive cannot be read or written.
        InternalError: It could not be read or compared, by a fault of ours or a bound.
    """
    try:
        earlier: EarlierReport = compute(workers, load_report, path)
        files = [found.file for found in find_archives(earlier, given)]
        came = _asked_again(earlier, settings, files, given, workers)
        if all(
            _is_same(earlier_source.capture.capture, came[earlier_source.source.id])
            for earlier_source in earlier.sources
        ):
            return Recheck(
                earlier, _same_sources(earlier, came), _same_words(earlier), path.parent / ARCHIVE
            )
        with Computation(workers, _compared, earlier, files, came) as computation:
            found: Recheck = computation.result(named=lambda step: f"{path} {step}")
    except GivenUp as given_up:
        raise InternalError.of(str(path), given_up.why) from given_up
    return found


def _asked_again(
    earlier: EarlierReport,
    settings: FetchSettings,
    files: Sequence[Path],
    given: Sequence[Path],
    workers: Workers,
) -> dict[str, Capture]:
    """What comes back for each source now, by its id."""
    if settings.max_age is None:
        settings = replace(settings, max_age=0.0)
    believed = [file for file in files if file in given]
    record_to = earlier.path.parent / ARCHIVE
    with open_client(
        settings,
        archives=files,
        believed=believed,
        record_to=record_to,
        compute=workers.compute,
    ) as client:
        asked = [
            earlier_source.source
            for earlier_source in earlier.sources
            if earlier_source.source.file is None
        ]
        copies = with_copies(client, earlier.article_published, settings)
        captures = ask_sources(asked, lambda url: fetch_fenced(copies, url))
        came = dict(zip([source.id for source in asked], captures, strict=True))
    for earlier_source in earlier.sources:
        if earlier_source.source.file is not None:
            came[earlier_source.source.id] = _supplied(earlier, earlier_source.capture.capture)
    return came


def _compared(
    asker: Asker,
    earlier: EarlierReport,
    files: Sequence[Path],
    came: Mapping[str, Capture],
    failed: Mapping[str, str],
) -> Recheck:
    asker.begin(WHOLE)
    evidence = open_evidence(files)
    sources, records = [], {}
    for earlier_source in earlier.sources:
        source, now = earlier_source.source, came[earlier_source.source.id]
        before = earlier_source.capture.capture
        if source.id in failed:
            now = replace(now, outcome=Outcome.INTERNAL_ERROR, reason=failed[source.id])
            record = SourceRecord(source, now)
        else:
            asker.begin(source.id)
            if before.outcome is Outcome.IS_ARTICLE:
                now = replace(now, outcome=before.outcome, reason=before.reason)
            before = evidence.reread(before, earlier_source.capture.length).capture
            record = SourceRecord(source, *read_source(source, now))
        records[source.id] = record
        change = _change(before, record)
        bare_before, bare_now = (replace(capture, body=b"") for capture in (before, now))
        sources.append(SourceNow(source.id, source.url, bare_before, bare_now, change))
    words = _words(earlier, records, asker.begin)
    return Recheck(earlier, tuple(sources), words, earlier.path.parent / ARCHIVE)


def _supplied(earlier: EarlierReport, before: Capture) -> Capture:
    """The page that an editor saved, as it now is; what is not there any more is no page."""
    assert before.file is not None
    file = supplied_page(earlier, before.file)
    if file is not None:
        return capture_file(before.url, file)
    why = f"the file {before.file} is not in a folder that is read"
    return replace(before, outcome=Outcome.NOT_FOUND, reason=why, body=b"", sha256=None)


def _is_same(before: Capture, now: Capture) -> bool:
    """Whether the same came of asking, so that comparing would show the same."""
    if now.outcome is Outcome.INTERNAL_ERROR:
        return False
    return (before.outcome, before.sha256, before.content_type, before.final_url) == (
        *(now.outcome, now.sha256, now.content_type, now.final_url),
    )


def _same_sources(earlier: EarlierReport, came: Mapping[str, Capture]) -> tuple[SourceNow, ...]:
    return tuple(
        SourceNow(
            earlier_source.source.id,
            earlier_source.source.url,
            earlier_source.capture.capture,
            came[earlier_source.source.id],
            Change.UNCHANGED
            if can_be_read(earlier_source.capture.capture)
            else Change.STILL_MISSING,
        )
        for earlier_source in earlier.sources
    )


def _same_words(earlier: EarlierReport) -> tuple[WordsNow, ...]:
    return tuple(
        WordsNow(
            check,
            check.verdict,
            check.reason,
            check.source_id,
            _presence(check, check.verdict),
        )
        for check in earlier.checks
        if check.reason not in _NEVER_COMPARED
    )


def _change(before: Capture, record: SourceRecord) -> Change:
    if record.capture.outcome is Outcome.INTERNAL_ERROR:
        return Change.NOT_CHECKED
    then, now = read_page(before), record.page
    # The words of a page that was supplied are in no archive, but its hash is in the report.
    was_read = then is not None or before.file is not None
    if now is None:
        return Change.LOST if was_read else Change.STILL_MISSING
    if record.capture.sha256 == before.sha256:
        return Change.UNCHANGED
    if then is None:
        return Change.CHANGED if was_read else Change.FOUND
    return Change.SAME_TEXT if _words_of(then) == _words_of(now) else Change.CHANGED


def _words_of(page: Page) -> list[str]:
    return page.text.split()


def _words(
    earlier: EarlierReport, records: Mapping[str, SourceRecord], begin: Callable[[str], None]
) -> tuple[WordsNow, ...]:
    """Every attribution that the report compared with a source, or that could be compared now."""
    return tuple(
        WordsNow(before, now.verdict, now.reason, now.source_id, _presence(before, now.verdict))
        for before, now in compared_again(earlier, records, begin)
        if now is not None and before.reason not in _NEVER_COMPARED
    )


def _presence(before: EarlierCheck, now: Verdict) -> Presence:
    if now is Verdict.NOT_COMPARED:
        return Presence.NOT_COMPARED
    if now in _THERE:
        return Presence.STILL_THERE if before.verdict in _THERE else Presence.BACK
    return Presence.GONE if before.verdict in _THERE else Presence.NOT_THERE
