"""``citeaudit quote``: one quotation against one source or several."""

from typing import Annotated

from audit.cli.options.declare import Argument, Option
from audit.cli.options.reports import FolderOptions, Printed, Shape, StyleOption
from audit.cli.options.sources import ArchiveOptions
from audit.cli.options.web import WebOptions


def quote(
    words: Annotated[str, Argument(metavar="WORDS", help="The quotation, in shell quotes.")],
    sources: Annotated[
        list[str],
        Argument(metavar="SOURCE", help="Files, URLs, or - for standard input."),
    ],
    *,
    speaker: Annotated[
        str | None,
        Option(metavar="NAME", help="Who is said to have said it; compared with the source."),
    ] = None,
    heard: Annotated[
        bool, Option(("--heard",), help="A machine wrote the transcripts: words may be misheard.")
    ] = False,
    style: StyleOption = None,
    output_format: Printed = Shape.TERMINAL,
    archives: ArchiveOptions,
    folder: FolderOptions,
    web: WebOptions,
) -> int:
    """Compare one quotation with sources: verdict, passage, and what differs word by word."""
    from audit.cli.runs.quote import QuoteOptions, compare_quotation

    options = QuoteOptions(speaker, heard, style, output_format, archives, folder, web)
    return compare_quotation(words, sources, options)
