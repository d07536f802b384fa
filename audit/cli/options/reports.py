"""The options that say what is printed and written, where, and what of it makes a run fail."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from audit.cli.options.declare import Option
from audit.cli.outputs import OUTPUTS, Color, Printing
from audit.model import Severity, Style

if TYPE_CHECKING:
    OutputFormat = str
else:  # the help offers the members; which there are, the list of outputs says
    OutputFormat = StrEnum("OutputFormat", {output.name: output.name for output in OUTPUTS})


class Shape(StrEnum):
    """What a command without reports can print."""

    TERMINAL = "terminal"
    JSON = "json"


Printed = Annotated[Shape, Option(("--format", "-f"), help="What is printed to standard output.")]


class FailOn(StrEnum):
    """The least severity at which a run fails."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"

    @property
    def severity(self) -> Severity | None:
        """The severity meant, None when no finding fails a run."""
        return None if self is FailOn.NEVER else Severity(self.value)


FailOnIncomplete = Annotated[
    bool,
    Option(("--fail-on-incomplete",), help="Exit 4 when a source could not be checked."),
]
StyleOption = Annotated[
    Style | None,
    Option(help="How strictly quotations are held to their sources. [strict]"),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatOptions:
    """The formats of finished reports: on standard output, and in files of the user's choice."""

    output_format: Annotated[
        OutputFormat, Option(("--format", "-f"), help="What is printed to standard output.")
    ] = OUTPUTS[0].name
    output: Annotated[
        list[str] | None,
        Option(
            ("--output", "-o"),
            metavar="FORMAT:PATH",
            help="One more file for all articles; repeatable.",
        ),
    ] = None
    color: Annotated[
        Color,
        Option(help="Colours on standard output; auto: on a terminal without NO_COLOR."),
    ] = Color.AUTO
    show_known: Annotated[
        bool,
        Option(
            ("--show-known",),
            help="Print in the log what a baseline knows or a waiver covers, too.",
        ),
    ] = False
    quiet: Annotated[
        bool,
        Option(
            ("--quiet", "-q"),
            help="Print findings and what went wrong, and nothing else: no counts, no progress, no"
            " names of written files.",
        ),
    ] = False
    statistics: Annotated[
        bool,
        Option(
            ("--statistics",),
            help="Print how many findings each rule has, instead of the findings.",
        ),
    ] = False

    def printing(self, failed: int = 0) -> Printing:
        """What shapes the log; ``failed`` articles of the run have no report."""
        return Printing(self.color, self.show_known, self.quiet, self.statistics, failed)


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderOptions:
    """Where a run keeps what it has fetched and written."""

    output_dir: Annotated[
        Path | None,
        Option(
            metavar="FOLDER",
            help="Where reports and captures go, in a folder for each article. [reports]",
        ),
    ] = None
    no_output_dir: Annotated[
        bool, Option(("--no-output-dir",), help="Write no folders: no reports, no captures.")
    ] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StrictnessOptions:
    """How strictly an article is held to its sources, and a run to its findings."""

    style: StyleOption = None
    fail_on: Annotated[
        FailOn | None, Option(help="The least finding that makes the exit code 1. [error]")
    ] = None
    fail_on_incomplete: FailOnIncomplete = False
