"""Asks the sources of a report again: what changed there, and whether the quoted words still stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from audit.again.archives import find_archives
from audit.again.verify import compared_again, supplied_page
from audit.capture import capture_file, open_client, open_evidence, with_copies
from audit.model import (
    Capture,
    FetchSettings,
    NotCompared,
    Page,
    SourceRecord,
    Verdict,
)
from audit.pages import can_be_read, read_capture, read_page
from audit.pipeline import ask_sources
from audit.report.told import Told, ToldCheck, load_report

ARCHIVE = "rechecks.warc.gz"
"""The archive beside a report that its rechecks are added to: the report's own stays as it is."""

_NEVER_COMPARED = frozenset(
    {NotCompared.INDIRECT, NotCompared.NOTHING_TO_COMPARE, NotCompared.NO_SOURCE}
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

    before: ToldCheck
    verdict: Verdict
    reason: NotCompared | None
    source_id: str | None
    presence: Presence


@dataclass(frozen=True, slots=True)
class Recheck:
    """What came of asking again; ``archive`` holds what was fetched."""

    told: Told
    sources: tuple[SourceNow, ...]
    words: tuple[WordsNow, ...]
    archive: Path


def recheck(path: Path, settings: FetchSettings, given: Sequence[Path] = ()) -> Recheck:
    """Fetches every source of a report again and compares.

    What the archives hold is asked for conditionally; captures younger than ``settings.max_age``
    (0 when None) are used instead of asking. Both only where a run of this user made them, or they were given.

    Args:
        path: The ``report.json``.
        settings: The bounds of each fetch.
        given: Archives that stand for those of the report; needed where they lie outside its folder.

    Raises:
        ReadError: It is no report.
        UsageError: It names an archive outside its folder.
        CaptureError: An archive cannot be read or written.
    """
    told = load_report(path)
    files = [found.file for found in find_archives(told, given)]
    archive = path.parent / ARCHIVE
    if settings.max_age is None:
        settings = replace(settings, max_age=0.0)
    believed = [file for file in files if file in given]
    with open_client(settings, archives=files, believed=believed, record_to=archive) as fetch:
        asked = [one.source for one in told.sources if one.source.file is None]
        copies = with_copies(fetch, told.article_published, settings)
        came = dict(zip([one.id for one in asked], ask_sources(asked, copies), strict=True))
    for one in told.sources:
        if one.source.file is not None:
            came[one.source.id] = _supplied(told, one.capture.capture)
    if all(_is_same(one.capture.capture, came[one.source.id]) for one in told.sources):
        return Recheck(told, _same_sources(told, came), _same_words(told), archive)
    evidence = open_evidence(files)
    sources, records = [], {}
    for one in told.sources:
        source, now = one.source, came[one.source.id]
        before = evidence.reread(one.capture.capture, one.capture.length).capture
        record = SourceRecord(source, *read_capture(now))
        records[source.id] = record
        sources.append(SourceNow(source.id, source.url, before, now, _change(before, record)))
    return Recheck(told, tuple(sources), _words(told, records), archive)


def _supplied(told: Told, before: Capture) -> Capture:
    """The page that an editor saved, as it now is; without words where it is not read."""
    assert before.file is not None
    file = supplied_page(told, before.file)
    return before if file is None else capture_file(before.url, file)


def _is_same(before: Capture, now: Capture) -> bool:
    """Whether the same came of asking, so that comparing would show the same."""
    return (before.outcome, before.sha256, before.content_type, before.final_url) == (
        *(now.outcome, now.sha256, now.content_type, now.final_url),
    )


def _same_sources(told: Told, came: Mapping[str, Capture]) -> tuple[SourceNow, ...]:
    return tuple(
        SourceNow(
            one.source.id,
            one.source.url,
            one.capture.capture,
            came[one.source.id],
            Change.UNCHANGED if can_be_read(one.capture.capture) else Change.STILL_MISSING,
        )
        for one in told.sources
    )


def _same_words(told: Told) -> tuple[WordsNow, ...]:
    return tuple(
        WordsNow(
            one,
            one.verdict,
            one.reason,
            one.source_id,
            _presence(one, one.verdict),
        )
        for one in told.checks
        if one.reason not in _NEVER_COMPARED
    )


def _change(before: Capture, record: SourceRecord) -> Change:
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


def _words(told: Told, records: Mapping[str, SourceRecord]) -> tuple[WordsNow, ...]:
    """Every attribution that the report compared with a source, or that could be compared now."""
    return tuple(
        WordsNow(before, now.verdict, now.reason, now.source_id, _presence(before, now.verdict))
        for before, now in compared_again(told, records)
        if before.reason not in _NEVER_COMPARED
    )


def _presence(before: ToldCheck, now: Verdict) -> Presence:
    if now is Verdict.NOT_COMPARED:
        return Presence.NOT_COMPARED
    if now in _THERE:
        return Presence.STILL_THERE if before.verdict in _THERE else Presence.BACK
    return Presence.GONE if before.verdict in _THERE else Presence.NOT_THERE
