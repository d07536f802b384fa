"""``citeaudit search``: where in a corpus words stand."""

from typing import Annotated

from audit.cli.options.corpus import CorpusFile
from audit.cli.options.declare import Argument, Option
from audit.cli.options.reports import Printed, Shape


def search(
    words: Annotated[str, Argument(metavar="WORDS", help="The quotation, in shell quotes.")],
    *,
    corpus: CorpusFile = None,
    most: Annotated[int, Option(least=1, most=100, help="Pages that are shown at most.")] = 10,
    output_format: Printed = Shape.TERMINAL,
) -> int:
    """Search a corpus for the pages that have words: outlet, date, and the passage."""
    from audit.cli.runs.search import search_pages

    return search_pages(words, corpus, most, output_format)
