"""``citeaudit sources``: a sources file to fill in, without asking the network."""

from pathlib import Path
from typing import Annotated

from audit.cli.options.articles import SUFFIXES, InputFormat
from audit.cli.options.declare import Argument, Option


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
) -> int:
    """Write a sources file for what an article quotes without a link, to be filled in."""
    from audit.cli.runs.sources import write_sources

    return write_sources(article, input_format, output)
