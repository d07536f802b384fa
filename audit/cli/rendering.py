"""Finished reports as one text, in the formats whose renderers take a report at a time."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import get_terminal_size
from typing import overload

from audit.cli.outputs import Color, Printing
from audit.errors import UsageError
from audit.model import Report
from audit.report.build.github import SUMMARY_BYTES, render_summary
from audit.report.build.sarif import RuleText, render_sarif
from audit.report.index.listed import rows_of
from audit.report.json.read_back import Finished
from audit.report.json.tree import json_of, render_json_line
from audit.report.markdown import render_markdown
from audit.report.screen.lines import Shown, render_lines
from audit.rules import RULES


class Unpacked(Sequence[Report]):
    """The reports of finished ones, each taken when it is asked for: a batch may have many."""

    def __init__(self, finished: Sequence[Finished]) -> None:
        self._finished = finished

    def __len__(self) -> int:
        return len(self._finished)

    @overload
    def __getitem__(self, at: int) -> Report: ...

    @overload
    def __getitem__(self, at: slice) -> "Unpacked": ...

    def __getitem__(self, at: int | slice) -> "Report | Unpacked":
        if isinstance(at, slice):
            return Unpacked(self._finished[at])
        return self._finished[at].report

    def __iter__(self) -> Iterator[Report]:
        return (done.report for done in self._finished)


def lines(finished: Sequence[Finished], printing: Printing = Printing()) -> str:  # noqa: B008 — frozen
    """The log, as for a program that reads it."""
    return render_lines(rows_of(finished), _shown(printing, color=False))


def _shown(printing: Printing, *, color: bool) -> Shown:
    return Shown(
        color=color,
        known=printing.show_known,
        quiet=printing.quiet,
        statistics=printing.statistics,
        failed=printing.failed,
    )


def on_screen(finished: Sequence[Finished], printing: Printing) -> str:
    """The summary for people on a terminal, the log for everything else."""
    terminal = sys.stdout is not None and sys.stdout.isatty()
    # https://no-color.org: set and not empty. A terminal that calls itself dumb takes no sequences.
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    color = printing.color
    colored = color is Color.ALWAYS or (color is Color.AUTO and terminal and not plain)
    if not terminal or printing.statistics:
        shown = _shown(printing, color=colored)
        return render_lines(rows_of(finished), shown)
    from audit.report.screen.terminal import render_terminal  # noqa: PLC0415 — loads rich

    width = get_terminal_size().columns
    return "\n".join(render_terminal(done.report, color=colored, width=width) for done in finished)


def markdown(finished: Sequence[Finished]) -> str:
    """Pages behind each other."""
    return "\n---\n\n".join(render_markdown(done.report) for done in finished)


def json(finished: Sequence[Finished]) -> str:
    """One report, or an array of several."""
    trees = [done.tree for done in finished]
    return json_of(trees[0] if len(trees) == 1 else trees)


def json_lines(finished: Sequence[Finished]) -> str:
    """A report a line."""
    return "".join(render_json_line(done.tree) for done in finished)


def sarif(finished: Sequence[Finished]) -> str:
    """One log, with the texts of all rules."""
    rules = [
        RuleText(rule.id, rule.summary, rule.severity, rule.help, rule.confidence) for rule in RULES
    ]
    return render_sarif([done.report for done in finished], rules)


def job_summary(finished: Sequence[Finished]) -> None:
    """Adds the summary to what earlier commands of a step left, in what is left of its room."""
    name = os.environ.get("GITHUB_STEP_SUMMARY")
    if not name:
        return
    path = Path(name)
    try:
        used = path.stat().st_size if path.exists() else 0
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(render_summary([done.report for done in finished], SUMMARY_BYTES - used))
    except OSError as error:
        raise UsageError(
            f"cannot write {path} ({error.strerror}), which GITHUB_STEP_SUMMARY names"
        ) from error
