"""``citeaudit index``: pages in one file, to be searched for quotations."""

from pathlib import Path
from typing import Annotated

from audit.cli.options.corpus import CorpusFile
from audit.cli.options.declare import Argument, Option


def index(
    inputs: Annotated[
        list[Path],
        Argument(
            metavar="INPUT",
            help="Folders of pages, web archives (.warc, .warc.gz, .wacz), lists of pages"
            " (.jsonl), or single pages.",
        ),
    ],
    *,
    corpus: CorpusFile = None,
    jobs: Annotated[
        int, Option(("--jobs", "-j"), least=1, most=64, help="Pages that are read at once.")
    ] = 4,
) -> int:
    """Build a corpus of pages, or add to it, to be searched for quotations."""
    from audit.cli.runs.index import index_pages

    return index_pages(inputs, corpus, jobs)
