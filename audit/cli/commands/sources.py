"""``citeaudit sources``: a sources file to fill in; the network is asked only to search."""

from pathlib import Path
from typing import Annotated

from audit.cli.options.articles import SUFFIXES, InputFormat
from audit.cli.options.declare import Argument, Option
from audit.cli.options.sources import ArchiveOptions
from audit.cli.options.web import WebOptions


def sources(
    article: Annotated[
        str,
        Argument(metavar="ARTICLE", help=f"An article file ({SUFFIXES}), or - for standard input."),
    ],
    *,
    input_format: InputFormat = None,
    output: Annotated[
        Path | None,
        Option(("--output", "-o"), metavar="FILE", help="Write the file, where there is none yet."),
    ] = None,
    discover: Annotated[
        bool,
        Option(
            ("--discover",),
            help="Search for the pages that have the words, and fill in those found, to be confirmed.",
        ),
    ] = False,
    archives: ArchiveOptions,
    web: WebOptions,
) -> int:
    """Write a sources file for what an article quotes without a link, to be filled in."""
    from audit.cli.runs.sources import Searching, write_sources

    searching = Searching(archives, web, discover=discover)
    return write_sources(article, input_format, output, searching)
