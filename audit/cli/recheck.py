"""``citeaudit recheck``: what changed at the sources of a report since it was written."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from audit.cli.asking import (
    Asking,
    MaxAge,
    tell_project_settings,
)
from audit.cli.exits import Exit
from audit.cli.output import Printed, Shape, result, result_json, say
from audit.cli.verify import GivenArchives, ReportFile
from audit.errors import UsageError
from audit.model import ArchiveUse
from audit.report.escape import visible

if TYPE_CHECKING:
    from audit.again import Recheck
    from audit.again.recheck import SourceNow, WordsNow

_CHANGES = {
    "unchanged": "unchanged",
    "same-text": "other bytes, the same words",
    "changed": "the words of the page changed",
    "lost": "cannot be read any more",
    "found": "can be read now",
    "still-missing": "still cannot be read",
}


def recheck(
    report: ReportFile,
    *,
    captures: GivenArchives = None,
    max_age: MaxAge = None,
    output_format: Printed = Shape.TERMINAL,
    fail_on_incomplete: Annotated[
        bool,
        typer.Option("--fail-on-incomplete", help="Exit 4 when a source cannot be read now."),
    ] = False,
    asking: Asking,
) -> int:
    """Fetch the sources of a report again: what changed there, and whether each quotation still stands."""
    from audit.again import recheck as rechecked  # noqa: PLC0415 — keeps --help light

    settings = asking.settings(max_age=max_age)
    tell_project_settings(settings)
    if settings.fetch.archive is ArchiveUse.SAVE:
        raise UsageError("--archive save: use it with check or capture; recheck makes no copies")
    found = rechecked(report, settings.fetch, tuple(captures or ()))
    if output_format is Shape.JSON:
        result_json(_object(found))
    else:
        result("".join(f"{visible(line)}\n" for line in _lines(found)))
    say(f"wrote {found.archive}")
    if any(words.presence == "gone" for words in found.words):
        return Exit.FINDINGS
    unread = any(source.change in {"lost", "still-missing"} for source in found.sources)
    incomplete = fail_on_incomplete or settings.fail_on_incomplete
    return Exit.INCOMPLETE if unread and incomplete else Exit.OK


def _lines(found: "Recheck") -> Iterator[str]:
    yield f"{found.told.path}: {len(found.sources)} sources asked again"
    for source in found.sources:
        yield f"{source.id} {source.url}: {_change(source)}"
    for words in found.words:
        yield f"{words.before.attribution.id} {_words(words)}"


def _change(source: "SourceNow") -> str:
    text = _CHANGES[source.change]
    if source.change in {"lost", "still-missing"}:
        why = f": {source.now.reason}" if source.now.reason else ""
        return f"{text} ({source.now.outcome}{why})"
    if source.now.final_url != source.before.final_url:
        return f"{text}, now at {source.now.final_url}"
    return text


def _words(words: "WordsNow") -> str:
    from audit.again.verify import shown  # noqa: PLC0415 — keeps --help light

    before, now = words.before.verdict, words.verdict
    change = f"{now}" if before == now else f"was {before}, is {now}"
    return f"{words.presence}: {shown(words.before)} ({change})"


def _object(found: "Recheck") -> dict[str, Any]:
    from audit.report.json import capture_object  # noqa: PLC0415 — keeps --help light

    return {
        "report": str(found.told.path),
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
