"""``citeaudit render``: finished reports in another format, with no network."""

from collections.abc import Sequence
from pathlib import Path

from audit.cli.console.output import complain
from audit.cli.console.streams import standard_input
from audit.cli.exits import Exit, worst
from audit.cli.inputs.folders import STDIN
from audit.cli.inputs.reports import reports_of
from audit.cli.options.reports import FormatOptions
from audit.cli.runs.deliver import deliver, extra_output
from audit.cli.runs.exit_of import exit_of
from audit.crash import logged, traceback_of
from audit.errors import CiteauditError, InternalError, ReadError
from audit.model import Severity
from audit.report.json.read_back import LARGEST, Finished, read_file, read_reports


def render_reports(
    inputs: Sequence[str],
    formats: FormatOptions,
    fail_on: Severity | None,
    *,
    fail_on_incomplete: bool,
) -> Exit:
    """Reads reports and prints them; a file that holds none stops no other."""
    extra = [extra_output(text) for text in formats.output or ()]
    reports: list[Finished] = []
    codes: list[Exit] = []
    for name in reports_of(inputs):
        try:
            found = _read(name)
        except (ReadError, InternalError) as error:
            complain(str(error))
            is_ours = isinstance(error, InternalError)
            codes.append(Exit.INTERNAL if is_ours else Exit.UNREADABLE)
            continue
        reports.extend(found)
        codes.extend(
            exit_of(done.report, fail_on, fail_on_incomplete=fail_on_incomplete) for done in found
        )
    codes.append(deliver(reports, formats, extra))
    return worst(codes)


def _read(name: str) -> tuple[Finished, ...]:
    try:
        if name == STDIN:
            return read_reports(standard_input(LARGEST), "standard input")
        return read_file(Path(name))
    except CiteauditError:
        raise
    except Exception as error:  # noqa: BLE001 — one file is fenced off from the others
        raise InternalError.of(name, logged(type(error).__name__, traceback_of(error))) from None
