"""The options that say which corpus is searched or added to."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from audit.cli.options.declare import Option

CorpusFile = Annotated[
    Path | None,
    Option(("--corpus",), metavar="FILE", help="The corpus: a file that citeaudit index writes."),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusOptions:
    """The corpus in which an audit searches, and the one that it adds to."""

    corpus: Annotated[
        Path | None,
        Option(
            metavar="FILE",
            help="A corpus (see citeaudit index) that is searched for sources before the web is.",
        ),
    ] = None
    corpus_add: Annotated[
        Path | None,
        Option(
            metavar="FILE",
            help="Add the pages that were read to this corpus, for later searches.",
        ),
    ] = None

    def words(self) -> tuple[str, ...]:
        """The options that add to what is found, as words that repeat the run."""
        return ("--corpus", self.corpus.as_posix()) if self.corpus is not None else ()
