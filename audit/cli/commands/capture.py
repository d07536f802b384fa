"""``citeaudit capture``: fetches and archives every link of articles, and judges no words."""

from typing import Annotated

from audit.cli.options.articles import SUFFIXES, InputFormat
from audit.cli.options.declare import Argument, Option
from audit.cli.options.reports import FolderOptions, Printed, Shape
from audit.cli.options.sources import SourceOptions
from audit.cli.options.web import WebOptions


def capture(
    inputs: Annotated[
        list[str],
        Argument(
            metavar="INPUT",
            help=f"Articles whose links are captured: files ({SUFFIXES}), or - for standard"
            " input. A URL is captured itself.",
        ),
    ],
    *,
    dry_run: Annotated[
        bool, Option(("--dry-run",), help="Print the addresses, and ask nobody.")
    ] = False,
    sources: SourceOptions,
    input_format: InputFormat = None,
    output_format: Printed = Shape.TERMINAL,
    folder: FolderOptions,
    fail_on_incomplete: Annotated[
        bool, Option(("--fail-on-incomplete",), help="Exit 4 when a page did not come.")
    ] = False,
    web: WebOptions,
) -> int:
    """Fetch and archive every link of articles, or single URLs. No words are compared."""
    from audit.cli.runs.capture import CaptureOptions, capture_links

    options = CaptureOptions(
        sources=sources,
        folder=folder,
        web=web,
        input_format=input_format,
        output_format=output_format,
        dry_run=dry_run,
        fail_on_incomplete=fail_on_incomplete,
    )
    return capture_links(inputs, options)
