"""``citeaudit extract``: who is quoted or cited, without asking the network."""

from typing import Annotated

from audit.cli.options.articles import SUFFIXES, ExtractFormat, InputFormat
from audit.cli.options.declare import Argument, Option


def extract(
    inputs: Annotated[
        list[str],
        Argument(
            metavar="INPUT",
            help=f"Articles: files ({SUFFIXES}), folders of such files, patterns, or - for standard"
            " input.",
        ),
    ],
    *,
    jobs: Annotated[
        int, Option(("--jobs", "-j"), least=1, most=64, help="Articles that are read at once.")
    ] = 2,
    input_format: InputFormat = None,
    output_format: Annotated[
        ExtractFormat, Option(("--format", "-f"), help="What is printed to standard output.")
    ] = ExtractFormat.TERMINAL,
) -> int:
    """List who is quoted or cited in articles, with which words. No network is asked."""
    from audit.cli.runs.extract import list_attributions

    return list_attributions(inputs, input_format, output_format, jobs)
