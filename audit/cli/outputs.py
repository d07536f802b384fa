"""Every format that finished reports can have: one line for each."""

import os
import sys
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from audit.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from audit.report.read_back import Finished

    Reports = Sequence[Finished]
    Render = Callable[[Reports], str]


class Color(StrEnum):
    """When standard output is coloured."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Output:
    """A format of reports.

    ``render`` makes one text of several reports: pages behind each other, an array, or one document. It
    imports what it needs when it is called. ``on_screen`` gives standard output another text than a file.
    ``has_commands`` says that lines of it are meant for a build server to obey; ``printed`` is called when
    the text has been printed.
    """

    name: str
    render: "Render"
    on_screen: "Callable[[Reports, Color], str] | None" = None
    has_commands: bool = False
    printed: "Callable[[Reports], None] | None" = None


def _by(module: str, function: str) -> "Render":
    """Renders with a function of ``audit.report`` that takes all reports, imported on its first use."""

    def render(finished: "Reports") -> str:
        text: str = getattr(import_module(f"audit.report.{module}"), function)(
            [one.report for one in finished]
        )
        return text

    return render


def _lines(finished: "Reports") -> str:
    from audit.report import render_lines  # noqa: PLC0415 — keeps --help light

    return "".join(render_lines(one.report) for one in finished)


def _on_screen(finished: "Reports", color: Color) -> str:
    """The summary for people on a terminal, the greppable lines for everything else."""
    from audit.report import render_lines  # noqa: PLC0415 — keeps --help light

    terminal = sys.stdout is not None and sys.stdout.isatty()
    # https://no-color.org: set and not empty. A terminal that calls itself dumb takes no sequences.
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    colored = color is Color.ALWAYS or (color is Color.AUTO and terminal and not plain)
    if not terminal:
        return "".join(render_lines(one.report, color=colored) for one in finished)
    from audit.report.terminal import render_terminal  # noqa: PLC0415 — loads rich

    width = get_terminal_size().columns
    return "\n".join(render_terminal(one.report, color=colored, width=width) for one in finished)


def _markdown(finished: "Reports") -> str:
    from audit.report import render_markdown  # noqa: PLC0415 — keeps --help light

    return "\n---\n\n".join(render_markdown(one.report) for one in finished)


def _json(finished: "Reports") -> str:
    from audit.report import json_of  # noqa: PLC0415 — keeps --help light

    trees = [one.tree for one in finished]
    return json_of(trees[0] if len(trees) == 1 else trees)


def _json_lines(finished: "Reports") -> str:
    from audit.report import render_json_line  # noqa: PLC0415 — keeps --help light

    return "".join(render_json_line(one.tree) for one in finished)


def _sarif(finished: "Reports") -> str:
    from audit.report.sarif import RuleText, render_sarif  # noqa: PLC0415 — keeps --help light
    from audit.rules import RULES  # noqa: PLC0415 — keeps --help light

    rules = [
        RuleText(one.id, one.summary, one.severity, one.help, one.confidence, one.links[0])
        for one in RULES
    ]
    return render_sarif([one.report for one in finished], rules)


def _job_summary(finished: "Reports") -> None:
    """Adds the summary to what earlier commands of a step left, in what is left of its room."""
    from audit.report import SUMMARY_BYTES, render_summary  # noqa: PLC0415 — keeps --help light

    name = os.environ.get("GITHUB_STEP_SUMMARY")
    if not name:
        return
    path = Path(name)
    try:
        used = path.stat().st_size if path.exists() else 0
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(render_summary([one.report for one in finished], SUMMARY_BYTES - used))
    except OSError as error:
        raise UsageError(
            f"cannot write {path} ({error.strerror}), which GITHUB_STEP_SUMMARY names"
        ) from error


OUTPUTS: tuple[Output, ...] = (
    Output("terminal", _lines, _on_screen),
    Output("markdown", _markdown),
    Output("json", _json),
    Output("jsonl", _json_lines),
    Output("html", _by("html", "render_html")),
    Output("sarif", _sarif),
    Output("junit", _by("junit", "render_junit")),
    Output("github", _by("github", "render_github"), has_commands=True, printed=_job_summary),
    Output("csv", _by("csv", "render_csv")),
)
"""In the order in which they are offered; the first is printed where none is asked for."""
