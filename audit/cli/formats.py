"""What finished reports are printed as, on standard output and into files of the user's choice."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.cli.output import result
from audit.cli.outputs import OUTPUTS, Color, Output
from audit.errors import UsageError
from audit.files import write_text

if TYPE_CHECKING:
    from audit.report.read_back import Finished

    OutputFormat = str
else:  # Typer offers the members; which there are, the list says
    OutputFormat = StrEnum("OutputFormat", {one.name: one.name for one in OUTPUTS})

TERMINAL = OUTPUTS[0].name

FormatOption = Annotated[
    OutputFormat, typer.Option("--format", "-f", help="What is printed to standard output.")
]
OutputOption = Annotated[
    list[str] | None,
    typer.Option(
        "--output", "-o", metavar="FORMAT:PATH", help="One more file for all articles; repeatable."
    ),
]
ColorOption = Annotated[
    Color, typer.Option(help="Colours on standard output; auto: on a terminal without NO_COLOR.")
]


def extra_output(text: str) -> tuple[Output, Path]:
    """The format and the path of an ``--output`` option.

    Raises:
        UsageError: It is not FORMAT:PATH.
    """
    name, colon, path = text.partition(":")
    known = {one.name: one for one in OUTPUTS}
    if not colon or not path or name not in known:
        raise UsageError(f"--output {text}: write FORMAT:PATH with one of {', '.join(known)}")
    return known[name], Path(path)


def deliver(
    reports: Sequence["Finished"],
    wanted: str,
    extra: Sequence[tuple[Output, Path]],
    color: Color,
) -> None:
    """Prints the reports to standard output, in the format of that name, and writes each extra file.

    Inside GitHub Actions the format ``github`` also adds to the step's job summary.

    Raises:
        UsageError: A file cannot be written.
    """
    output = next(one for one in OUTPUTS if one.name == wanted)
    if reports:
        own = output.on_screen
        text = rendered(reports, output) if own is None else own(reports, color)
        result(text, commands=output.has_commands)
        if output.printed is not None:
            output.printed(reports)
    for other, path in extra:
        write(path, rendered(reports, other))


def rendered(finished: Sequence["Finished"], output: Output) -> str:
    """Several reports as one text.

    Files of it are printed by others: it has no commands to build servers but those of its format.
    """
    from audit.report.escape import no_commands  # noqa: PLC0415 — keeps --help light

    text = output.render(finished)
    return text if output.has_commands else no_commands(text)


def write(path: Path, text: str) -> None:
    """Writes a file whole or not at all.

    Raises:
        UsageError: It cannot be written.
    """
    try:
        write_text(path, text)
    except OSError as error:
        raise UsageError(
            f"cannot write {path} ({error.strerror}): choose another --output"
        ) from error
