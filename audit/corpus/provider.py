"""A corpus as a provider of addresses: its pages that have the words, asked for like any other.

A page of a corpus is found, and not compared with: what a report rests on is a capture.
"""

from collections.abc import Iterator
from pathlib import Path

from audit.corpus.entry import Hit
from audit.corpus.search import Corpus
from audit.discover.provider import Asked
from audit.discover.wanted import Wanted
from audit.markup.addresses.url import is_own_file
from audit.model import Candidate, Provider, Verdict

_SCORES = {Verdict.VERBATIM: 30.0, Verdict.EDITED: 25.0}
_SCORE_OF_LIKE = 5.0


class CorpusPages:
    """The pages of a corpus that have the words."""

    name = "corpus"
    wants = 1

    def __init__(self, path: Path, corpus: Corpus) -> None:
        self._path = path
        self._corpus = corpus

    def candidates(self, wanted: Wanted, asked: Asked) -> Iterator[Candidate]:
        """The pages with the longest part of the words, those of the named outlet first."""
        words = max((content.text for content in wanted.attribution.contents), key=len, default="")
        found = self._corpus.search(words)
        hits = [hit for hit in found.hits if not is_own_file(hit.kept.url)]
        outlet = wanted.outlet
        if outlet is not None:
            hits.sort(key=lambda hit: not outlet.publishes(hit.kept.url))
        query = " ".join(found.asked)
        asked.note(Provider.CORPUS, self._path.name, query, len(hits))
        for rank, hit in enumerate(hits, 1):
            yield self._candidate(hit, query, rank, len(hits))

    def _candidate(self, hit: Hit, query: str, rank: int, of: int) -> Candidate:
        return Candidate(
            hit.kept.url,
            Provider.CORPUS,
            title=hit.kept.page.title or "",
            day=hit.kept.published,
            where=self._path.name,
            query=query,
            rank=rank,
            of=of,
            score=_SCORES.get(hit.check.verdict, _SCORE_OF_LIKE),
        )
