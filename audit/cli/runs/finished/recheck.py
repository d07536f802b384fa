"""``citeaudit recheck``: what changed at the sources of a report since it was written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit.again import Change, Presence, Recheck, SourceNow, WordsNow, shown
from audit.again import recheck as rechecked
from audit.cli.console.output import result, say
from audit.cli.exits import Exit
from audit.cli.options.reports import Shape
from audit.cli.options.web import WebOptions
from audit.cli.runs.finished.reports import each_report, print_objects
from audit.cli.runs.plan import settings_for, tell_project_settings
from audit.cli.runs.workers import complain_of_failed, workers_for
from audit.errors import UsageError
from audit.model import ArchiveUse
from audit.model.counted import counted
from audit.report.escape import visible
from audit.report.json.tree import capture_object

_SENTENCES = {
    Change.UNCHANGED: "unchanged",
    Change.SAME_TEXT: "other bytes, the same words",
    Change.CHANGED: "the words of the page changed",
    Change.LOST: "cannot be read any more",
    Change.FOUND: "can be read now",
    Change.STILL_MISSING: "still cannot be read",
    Change.NOT_CHECKED: "could not be checked",
}
_UNREAD = frozenset({Change.LOST, Change.STILL_MISSING, Change.NOT_CHECKED})


@dataclass(frozen=True, slots=True, kw_only=True)
class RecheckOptions:
    """The options of the command."""

    captures: tuple[Path, ...]
    max_age: str | None
    output_format: Shape
    fail_on_incomplete: bool
    web: WebOptions


def recheck_reports(inputs: Sequence[str], options: RecheckOptions) -> Exit:
    """Fetches the sources of reports again, and prints what changed."""
    settings = settings_for(options.web, max_age=options.max_age)
    tell_project_settings(settings)
    if settings.fetch.archive is ArchiveUse.SAVE:
        raise UsageError("--archive save: use it with check or capture; recheck makes no copies")
    fails = options.fail_on_incomplete or settings.fail_on_incomplete

    def one_report(path: Path) -> tuple[dict[str, Any], Exit]:
        with workers_for(settings, tasks=1, beside=1) as workers:
            found = rechecked(path, settings.fetch, options.captures, workers)
        if options.output_format is not Shape.JSON:
            result("".join(f"{visible(line)}\n" for line in _lines(found)))
        say(f"wrote {found.archive}")
        return _object(found), _exit(found, fails_on_unread=fails)

    found, code = each_report(inputs, options.captures, one_report)
    if options.output_format is Shape.JSON:
        print_objects(found)
    return code


def _exit(found: Recheck, *, fails_on_unread: bool) -> Exit:
    failed = [source for source in found.sources if source.change is Change.NOT_CHECKED]
    for source in failed:
        complain_of_failed(source.url, source.now.reason)
    if failed:
        return Exit.INTERNAL
    if any(words.presence is Presence.GONE for words in found.words):
        return Exit.FINDINGS
    unread = any(source.change in _UNREAD for source in found.sources)
    return Exit.INCOMPLETE if unread and fails_on_unread else Exit.OK


def _lines(found: Recheck) -> Iterator[str]:
    yield f"{found.earlier.path}: {counted(len(found.sources), 'source')} asked again"
    for source in found.sources:
        yield f"{source.id} {source.url}: {_change(source)}"
    for words in found.words:
        yield f"{found.earlier.numbers[words.before.attribution.id]} {_words(words)}"


def _change(source: SourceNow) -> str:
    text = _SENTENCES[source.change]
    if source.change in _UNREAD:
        why = f": {source.now.reason}" if source.now.reason else ""
        return f"{text} ({source.now.outcome}{why})"
    if source.now.final_url != source.before.final_url:
        return f"{text}, now at {source.now.final_url}"
    return text


def _words(words: WordsNow) -> str:
    before, now = words.before.verdict, words.verdict
    change = f"{now}" if before == now else f"was {before}, is {now}"
    return f"{words.presence}: {shown(words.before)} ({change})"


def _object(found: Recheck) -> dict[str, Any]:
    return {
        "report": str(found.earlier.path),
        "archive": str(found.archive),
        "sources": [
            {
                "id": source.id,
                "url": source.url,
                "change": source.change,
                "before": {
                    "outcome": source.before.outcome,
                    "final_url": source.before.final_url,
                    "status": source.before.status,
                    "sha256": source.before.sha256,
                    "record_id": source.before.record_id,
                    "fetched_at": source.before.fetched_at,
                },
                "now": capture_object(source.now),
            }
            for source in found.sources
        ],
        "attributions": [
            {
                "id": words.before.attribution.id,
                "number": found.earlier.numbers[words.before.attribution.id],
                "words": [span.text for span in words.before.attribution.contents],
                "presence": words.presence,
                "before": words.before.verdict,
                "now": words.verdict,
                "reason": words.reason,
                "source_id": words.source_id,
            }
            for words in found.words
        ],
    }
