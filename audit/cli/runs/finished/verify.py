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
from audit.report.earlier import EarlierReport
from audit.report.escape import visible


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
    urls = {each.source.id: each.source.url for each in found.earlier.sources}
    for source_id, why in found.failed.items():
        complain_of_failed(urls[source_id], why)
    if found.failed:
        return Exit.INTERNAL
    if found.differences:
        return Exit.FINDINGS
    return Exit.INCOMPLETE if found.unverified else Exit.OK


def _lines(found: Verification) -> Iterator[str]:
    earlier = found.earlier
    counts = (
        f"{counted(len(earlier.archives), 'archive')}, {counted(len(earlier.sources), 'source')},"
        f" {earlier.counts.headline}"
    )
    if not found.differences and not found.unverified:
        yield f"{earlier.path}: all as the report says ({counts})"
        return
    differences = counted(len(found.differences), "difference") if found.differences else "nothing"
    yield f"{earlier.path}: {differences} found ({counts})"
    for remark in found.differences:
        yield _line(remark, earlier)
    for remark in found.unverified:
        yield f"not verified: {_line(remark, earlier)}"


def _line(remark: Remark, earlier: EarlierReport) -> str:
    if remark.about is Kind.ATTRIBUTION:
        return f"{earlier.numbers[remark.name]}: {remark.message}"
    return f"{remark.about} {remark.name}: {remark.message}"


def _object(found: Verification) -> dict[str, Any]:
    earlier = found.earlier
    return {
        "report": str(earlier.path),
        "agrees": not found.differences,
        "archives": len(earlier.archives),
        "sources": len(earlier.sources),
        "attributions": len(earlier.checks),
        "differences": [_remark(remark) for remark in found.differences],
        "unverified": [_remark(remark) for remark in found.unverified],
    }


def _remark(remark: Remark) -> dict[str, str]:
    return {"about": remark.about, "name": remark.name, "message": remark.message}
