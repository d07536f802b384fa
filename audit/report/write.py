"""The report files of one article: whole, or not there."""

from pathlib import Path

from audit.errors import UsageError
from audit.files import make_folder, write_texts
from audit.report.escape import no_commands
from audit.report.json.read_back import Finished
from audit.report.json.tree import json_of
from audit.report.markdown import render_markdown

HTML_FILE = "report.html"
"""The file of a report that is for a browser."""


def report_files(directory: Path) -> tuple[Path, ...]:
    """The files of a report, the one to open last."""
    return directory / "report.md", directory / "report.json", directory / HTML_FILE


def write_reports(finished: Finished, directory: Path) -> tuple[Path, ...]:
    """Writes ``report.md``, ``report.json`` and ``report.html`` into a directory, made if need be.

    No link is followed. All are rendered and written under temporary names beside their own before
    any is renamed, so that a reader finds the old files or the new ones.

    Returns:
        The paths of the files.

    Raises:
        UsageError: The directory cannot be made or written to.
    """
    from audit.report.html import render_html  # noqa: PLC0415 — jinja2 is slow to import

    report = finished.report
    texts = dict(
        zip(
            report_files(directory),
            (
                no_commands(render_markdown(report)),
                json_of(finished.tree),
                no_commands(render_html([report])),
            ),
            strict=True,
        )
    )
    try:
        make_folder(directory)
        write_texts(texts)
    except OSError as error:
        raise UsageError(
            f"cannot write a report into {directory} ({_why(directory, error)}): choose another folder"
            " with --output-dir"
        ) from error
    return tuple(texts)


def _why(directory: Path, error: OSError) -> str:
    """What stands in the way; 'File exists' would name the folder that does not."""
    above = (directory, *directory.parents)
    if isinstance(error, FileExistsError | NotADirectoryError):
        for each in above:
            if each.exists() and not each.is_dir():
                return f"{each} is no folder"
    return str(error.strerror)
