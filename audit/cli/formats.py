"""What a finished report is printed as, on standard output and into files of the user's choice."""

import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from shutil import get_terminal_size

from audit.errors import UsageError
from audit.model import Report


class OutputFormat(StrEnum):
    """What a report can be printed as."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"


def extra_output(text: str) -> tuple[OutputFormat, Path]:
    """The format and the path of an ``--output`` option.

    Raises:
        UsageError: It is not FORMAT:PATH.
    """
    name, colon, path = text.partition(":")
    known = [member.value for member in OutputFormat]
    if not colon or not path or name not in known:
        raise UsageError(f"--output {text}: write FORMAT:PATH with one of {', '.join(known)}")
    return OutputFormat(name), Path(path)


def rendered(reports: Sequence[Report], wanted: OutputFormat) -> str:
    """Several reports as one text: pages behind each other, or a JSON array."""
    from audit import report as formats  # noqa: PLC0415 — keeps --help light

    if wanted is OutputFormat.MARKDOWN:
        return "\n---\n\n".join(formats.render_markdown(one) for one in reports)
    if wanted is OutputFormat.JSON:
        texts = [formats.render_json(one) for one in reports]
        return texts[0] if len(texts) == 1 else f"[{','.join(text.strip() for text in texts)}]\n"
    if not sys.stdout.isatty():
        return "".join(formats.render_lines(one) for one in reports)
    from audit.report.terminal import render_terminal  # noqa: PLC0415 — loads rich

    width = get_terminal_size().columns
    color = "NO_COLOR" not in os.environ
    return "\n".join(render_terminal(one, color=color, width=width) for one in reports)


def write(path: Path, text: str) -> None:
    """Writes a file whole or not at all.

    Raises:
        UsageError: It cannot be written.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as error:
        raise UsageError(
            f"cannot write {path} ({error.strerror}): choose another --output"
        ) from error
    finally:
        part.unlink(missing_ok=True)
