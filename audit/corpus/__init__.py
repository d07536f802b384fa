"""A corpus: pages of any number in one SQLite file, found by the words of a quotation.

``build`` makes one of folders, archives and lists, ``writer`` adds to it, ``search`` finds pages.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audit.discover.provider import CandidateProvider

__all__ = ["corpus_providers"]


@contextmanager
def corpus_providers(path: Path | None) -> Iterator[Sequence["CandidateProvider"]]:
    """What a search for sources asks beside the web: a corpus, where one is named.

    Raises:
        CaptureError: The file cannot be read, or is no corpus of this version.
    """
    if path is None:
        yield ()
        return
    from audit.corpus.provider import CorpusPages  # noqa: PLC0415 — SQLite where needed
    from audit.corpus.search import open_corpus  # noqa: PLC0415 — the same

    with open_corpus(path) as corpus:
        yield (CorpusPages(path, corpus),)
