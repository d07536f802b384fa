"""``citeaudit verify``: whether a report is what its archives bear out, without a network."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from audit.cli.exits import Exit
from audit.cli.output import Printed, Shape, result, result_json
from audit.report.escape import visible

if TYPE_CHECKING:
    from audit.again import Verification
    from audit.again.verify import Remark


ReportFile = Annotated[
    Path, typer.Argument(metavar="REPORT.json", help="The report.json of an audit.")
]
GivenArchives = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE",
        help="An archive of the report, where it lies outside the report's folder; repeatable.",
    ),
]


def verify(
    report: ReportFile,
    *,
    captures: GivenArchives = None,
    output_format: Printed = Shape.TERMINAL,
) -> int:
    """Hash the captures of a report again and compute every verdict again. No network is asked."""
    from audit.again import verify as verified  # noqa: PLC0415 — keeps --help light

    found = verified(report, tuple(captures or ()))
    if output_format is Shape.JSON:
        result_json(_object(found))
    else:
        result("".join(f"{visible(line)}\n" for line in _lines(found)))
    if found.differences:
        return Exit.FINDINGS
    return Exit.INCOMPLETE if found.unverified else Exit.OK


def _lines(found: "Verification") -> Iterator[str]:
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


def _line(remark: "Remark") -> str:
    return f"{remark.about} {remark.name}: {remark.message}"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _object(found: "Verification") -> dict[str, Any]:
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


def _remark(remark: "Remark") -> dict[str, str]:
    return {"about": remark.about, "name": remark.name, "message": remark.message}
