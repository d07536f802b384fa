"""``citeaudit quote``: one quotation against one source or several."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from audit.cli.asking import (
    Asking,
    Captures,
    MaxAge,
    Offline,
    tell_project_settings,
)
from audit.cli.exits import Exit
from audit.cli.folders import STDIN, folders, without_password
from audit.cli.output import Printed, Shape, result, say
from audit.errors import UsageError
from audit.model import ArchiveUse, Style, Verdict
from audit.read import is_url

_EXITS = {
    Verdict.VERBATIM: Exit.OK,
    Verdict.EDITED: Exit.OK,
    Verdict.NOT_COMPARED: Exit.INCOMPLETE,
}


def quote(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="The quotation, in shell quotes.")],
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE", help="Files, URLs, or - for standard input."),
    ],
    *,
    speaker: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Who is said to have said it; compared with the source."),
    ] = None,
    style: Annotated[
        Style | None,
        typer.Option(help="How strictly quotations are held to their sources. [strict]"),
    ] = None,
    output_format: Printed = Shape.TERMINAL,
    captures: Captures = None,
    offline: Offline = False,
    output_dir: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Where what was fetched is kept, in a folder of its own. [reports]",
        ),
    ] = None,
    no_output_dir: Annotated[
        bool, typer.Option("--no-output-dir", help="Keep nothing of what was fetched.")
    ] = False,
    max_age: MaxAge = None,
    asking: Asking,
) -> int:
    """Compare one quotation with sources: verdict, passage, and what differs word by word."""
    from audit.config import output_folder  # noqa: PLC0415 — keeps --help light
    from audit.one_quote import Question, ask, best  # noqa: PLC0415 — keeps --help light
    from audit.report.quote import quote_json, quote_text  # noqa: PLC0415 — keeps --help light

    settings = asking.settings(max_age=max_age, offline=offline)
    settings = replace(settings, style=style or settings.style)
    tell_project_settings(settings)
    if settings.fetch.archive is ArchiveUse.SAVE:
        raise UsageError("--archive save: use it with check or capture; quote makes no copies")
    sources = [without_password(source) for source in sources]
    asked = [source for source in sources if is_url(source)]
    record_to = None
    if asked and not offline and not no_output_dir:
        folder = folders(asked[:1], output_folder(settings, output_dir))[asked[0]]
        record_to = folder / "quote.warc.gz"
    question = Question(
        quote=words,
        settings=settings,
        speaker=speaker,
        archives=tuple(captures or ()),
        offline=offline,
        record_to=record_to,
    )
    answers = ask(
        question,
        [(STDIN, sys.stdin.buffer.read()) if source == STDIN else source for source in sources],
    )
    counts = best(answers)
    shown = quote_json if output_format is Shape.JSON else quote_text
    result(shown(counts, answers))
    if record_to is not None and record_to.exists():
        say(f"wrote {record_to}")
    return _EXITS.get(counts.check.verdict, Exit.FINDINGS)
