"""Several reports, one after the other: one that cannot be read stops no other."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from audit.cli.console.output import complain, result_json
from audit.cli.exits import Exit, worst
from audit.cli.inputs.reports import reports_of
from audit.crash import logged, traceback_of
from audit.errors import CiteauditError, InternalError, ReadError, UsageError


def each_report(
    inputs: Sequence[str], captures: Sequence[Path], run: Callable[[Path], tuple[Any, Exit]]
) -> tuple[list[Any], Exit]:
    """What ``run`` makes of each report, and the exit code of all; archives are of one report.

    Raises:
        ReadError: A folder has no report.
        UsageError: Archives are given for several reports.
    """
    names = reports_of(inputs)
    if captures and len(names) > 1:
        raise UsageError("--captures has the archives of one report: give one report at a time")
    found: list[Any] = []
    codes: list[Exit] = []
    for name in names:
        try:
            made, code = run(Path(name))
        except CiteauditError as error:
            if len(names) == 1:
                raise
            complain(str(error))
            codes.append(_exit(error))
        except Exception as error:
            if len(names) == 1:
                raise
            complain(str(InternalError.of(name, logged(type(error).__name__, traceback_of(error)))))
            codes.append(Exit.INTERNAL)
        else:
            found.append(made)
            codes.append(code)
    return found, worst(codes)


def print_objects(found: Sequence[Any]) -> None:
    """The object of one report, or an array of several."""
    result_json(found[0] if len(found) == 1 else list(found))


def _exit(error: CiteauditError) -> Exit:
    if isinstance(error, InternalError):
        return Exit.INTERNAL
    return Exit.UNREADABLE if isinstance(error, ReadError) else Exit.USAGE
