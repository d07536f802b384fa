"""``citeaudit verify``: whether a report is what its archives bear out, without a network."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from audit.again import Remark, Verification
from audit.again import verify as verified
from audit.cli.console.output import result, result_json
from audit.cli.exits import Exit
from audit.cli.options.reports import Shape
from audit.cli.runs.workers import complain_of_failed, workers_for
from audit.config import load_settings
from audit.report.escape import visible


def verify_report(report: Path, captures: Sequence[Path], output_format: Shape) -> Exit:
    """Holds a report against its archives, and prints what differs."""
    with workers_for(load_settings(), tasks=1, beside=0) as workers:
        found = verified(report, captures, workers)
    if output_format is Shape.JSON:
        result_json(_object(found))
    else:
        result("".join(f"{visible(line)}\n" for line in _lines(found)))
    urls = {told.source.id: told.source.url for told in found.told.sources}
    for source_id, why in found.failed.items():
        complain_of_failed(urls[source_id], why)
    if found.failed:
        return Exit.INTERNAL
    if found.differences:
        return Exit.FINDINGS
    return Exit.INCOMPLETE if found.unverified else Exit.OK


def _lines(found: Verification) -> Iterator[str]:
    told = found.told
    counts = (
        f"{_count(len(told.archives), 'archive')}, {_count(len(told.sources), 'source')},"
        f" {_count(len(told.checks), 'attribution')}"
    )
    if not found.differences and not found.unverified:
        yield f"{told.path}: all as the report says ({counts})"
        return
    differences = _count(len(found.differences), "difference") if found.differences else "nothing"
    yield f"{told.path}: {differences} found ({counts})"
    for remark in found.differences:
        yield _line(remark)
    for remark in found.unverified:
        yield f"not verified: {_line(remark)}"


def _line(remark: Remark) -> str:
    return f"{remark.about} {remark.name}: {remark.message}"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _object(found: Verification) -> dict[str, Any]:
    told = found.told
    return {
        "report": str(told.path),
        "agrees": not found.differences,
        "archives": len(told.archives),
        "sources": len(told.sources),
        "attributions": len(told.checks),
        "differences": [_remark(remark) for remark in found.differences],
        "unverified": [_remark(remark) for remark in found.unverified],
    }


def _remark(remark: Remark) -> dict[str, str]:
    return {"about": remark.about, "name": remark.name, "message": remark.message}
