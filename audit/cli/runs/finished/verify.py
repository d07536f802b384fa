"""``citeaudit verify``: whether a report is what its archives bear out, without a network."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from audit.again import Kind, Remark, Verification
from audit.again import verify as verified
from audit.cli.console.output import result
from audit.cli.exits import Exit
from audit.cli.options.reports import Shape
from audit.cli.runs.finished.reports import each_report, print_objects
from audit.cli.runs.workers import complain_of_failed, workers_for
from audit.config import load_settings
from audit.model.counted import counted
from audit.report.escape import visible
from audit.report.told import Told


def verify_reports(inputs: Sequence[str], captures: Sequence[Path], output_format: Shape) -> Exit:
    """Holds reports against their archives, and prints what differs."""

    def one_report(path: Path) -> tuple[dict[str, Any], Exit]:
        with workers_for(load_settings(), tasks=1, beside=0) as workers:
            found = verified(path, captures, workers)
        if output_format is not Shape.JSON:
            result("".join(f"{visible(line)}\n" for line in _lines(found)))
        return _object(found), _exit(found)

    found, code = each_report(inputs, captures, one_report)
    if output_format is Shape.JSON:
        print_objects(found)
    return code


def _exit(found: Verification) -> Exit:
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
        f"{counted(len(told.archives), 'archive')}, {counted(len(told.sources), 'source')},"
        f" {told.counts.headline}"
    )
    if not found.differences and not found.unverified:
        yield f"{told.path}: all as the report says ({counts})"
        return
    differences = counted(len(found.differences), "difference") if found.differences else "nothing"
    yield f"{told.path}: {differences} found ({counts})"
    for remark in found.differences:
        yield _line(remark, told)
    for remark in found.unverified:
        yield f"not verified: {_line(remark, told)}"


def _line(remark: Remark, told: Told) -> str:
    if remark.about is Kind.ATTRIBUTION:
        return f"{told.numbers[remark.name]}: {remark.message}"
    return f"{remark.about} {remark.name}: {remark.message}"


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
