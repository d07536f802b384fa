"""The options that say which corpus is searched or added to."""

from pathlib import Path
from typing import Annotated

from audit.cli.options.declare import Option

CorpusFile = Annotated[
    Path | None,
    Option(("--corpus",), metavar="FILE", help="The corpus: a file that citeaudit index writes."),
]
CorpusToAddTo = Annotated[
    Path | None,
    Option(
        ("--corpus-add",),
        metavar="FILE",
        help="Add the pages that were read to this corpus, for later searches.",
    ),
]
