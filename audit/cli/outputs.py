"""Every format that finished reports can have: one line for each. Loads none of them."""

from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from audit.report.json.read_back import Finished

    Reports = Sequence[Finished]
    Render = Callable[[Reports], str]


class Color(StrEnum):
    """When standard output is coloured."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Printing:
    """How the log is printed: its colours, and what of the findings is in it (see ``Shown``)."""

    color: Color = Color.AUTO
    show_known: bool = False
    quiet: bool = False
    statistics: bool = False
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Output:
    """A format of reports.

    ``render`` makes one text of several reports: pages behind each other, an array, or one
    document. It imports what it needs when it is called. ``in_file`` and ``on_screen`` stand for it
    where options shape the text, and standard output has another than a file. ``has_commands`` says
    that lines of it are meant for a build server to obey; ``printed`` is called when the text has
    been printed.
    """

    name: str
    render: "Render"
    in_file: "Callable[[Reports, Printing], str] | None" = None
    on_screen: "Callable[[Reports, Printing], str] | None" = None
    has_commands: bool = False
    printed: "Callable[[Reports], None] | None" = None


def _by(module: str, function: str) -> "Render":
    """Renders by a function of ``audit.report`` that takes all reports, imported on first use."""

    def render(finished: "Reports") -> str:
        text: str = getattr(import_module(f"audit.report.{module}"), function)(
            [done.report for done in finished]
        )
        return text

    return render


def _own(function: str) -> "Callable[..., Any]":
    """A function of ``audit.cli.rendering``, imported on its first use."""

    def call(*words: Any) -> Any:
        return getattr(import_module("audit.cli.rendering"), function)(*words)

    return call


OUTPUTS: tuple[Output, ...] = (
    Output("terminal", _own("lines"), _own("lines"), _own("on_screen")),
    Output("markdown", _own("markdown")),
    Output("json", _own("json")),
    Output("jsonl", _own("json_lines")),
    Output("html", _by("html", "render_html")),
    Output("sarif", _own("sarif")),
    Output("junit", _by("build.junit", "render_junit")),
    Output(
        *("github", _by("build.github", "render_github")),
        has_commands=True,
        printed=_own("job_summary"),
    ),
    Output("csv", _by("csv", "render_csv")),
)
"""In the order in which they are offered; the first is printed where none is asked for."""
