"""What finished reports are printed as, on standard output and into files of the user's choice."""

from collections.abc import Callable, Sequence
from pathlib import Path

from audit.cli.console.output import complain, result
from audit.cli.exits import Exit
from audit.cli.options.reports import FormatOptions
from audit.cli.outputs import OUTPUTS, Output, Printing
from audit.crash import logged, traceback_of
from audit.errors import CiteauditError, UsageError
from audit.files import write_text
from audit.report.escape import no_commands
from audit.report.json.read_back import Finished

_Render = Callable[[Sequence[Finished]], str]


def extra_output(text: str) -> tuple[Output, Path]:
    """The format and the path of an ``--output`` option.

    Raises:
        UsageError: It is not FORMAT:PATH.
    """
    name, colon, path = text.partition(":")
    known = {output.name: output for output in OUTPUTS}
    if not colon or not path or name not in known:
        raise UsageError(f"--output {text}: write FORMAT:PATH with one of {', '.join(known)}")
    return known[name], Path(path)


def deliver(
    reports: Sequence[Finished],
    formats: FormatOptions,
    extra: Sequence[tuple[Output, Path]],
    failed: int = 0,
) -> Exit:
    """Prints the reports to standard output in the format asked for, and writes each extra file.

    Inside GitHub Actions the format ``github`` also adds to the step's job summary. A report that
    we fail to render is left out of that text, with one line. ``failed`` is the number of articles
    without a report.

    Returns:
        The exit code that this asks for.

    Raises:
        UsageError: A file cannot be written.
    """
    printing = formats.printing(failed)
    output = next(each for each in OUTPUTS if each.name == formats.output_format)
    codes = []
    counts = failed > 1 and output.on_screen is not None  # the log of a batch has its last line
    if reports or counts:
        render = _shaped(output.render, output.on_screen, printing)
        text, shown, code = _rendered(reports, output, render)
        codes.append(code)
        result(text, commands=output.has_commands)
        if output.printed is not None:
            output.printed(shown)
    for other, path in extra:
        render = _shaped(other.render, other.in_file, printing)
        text, _, code = _rendered(reports, other, render)
        codes.append(code)
        write(path, text)
    return max(codes, default=Exit.OK)


def _shaped(
    plain: _Render, shaped: Callable[[Sequence[Finished], Printing], str] | None, printing: Printing
) -> _Render:
    """What renders, with the options that shape its text where it takes them."""
    return plain if shaped is None else lambda finished: shaped(finished, printing)


def _rendered(
    reports: Sequence[Finished], output: Output, render: _Render
) -> tuple[str, Sequence[Finished], Exit]:
    """Several reports as one text, those that are in it, and the exit code that this asks for.

    Files of it are printed by others: it has no commands to build servers but those of its format.
    """
    try:
        text = render(reports)
    except CiteauditError:
        raise
    except Exception:
        sound = [done for done in reports if _can_be_rendered(done, output, render)]
        if len(sound) == len(reports):
            raise
        text, code = (render(sound) if sound else ""), Exit.INTERNAL
        reports = sound
    else:
        code = Exit.OK
    return text if output.has_commands else no_commands(text), reports, code


def _can_be_rendered(done: Finished, output: Output, render: _Render) -> bool:
    try:
        render([done])
    except Exception as error:  # noqa: BLE001 — one report is fenced off from the others
        name = done.report.facts.article.path or "standard input"
        why = logged(type(error).__name__, traceback_of(error))
        complain(f"{name}: {output.name} could not be rendered: {why}")
        return False
    return True


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
