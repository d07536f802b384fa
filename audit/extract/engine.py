"""What reads an article in its language.

English has an engine of its own, other languages share one.

Why there are two: docs/decisions/2026-11-28-two-engines.md.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from audit.extract.claims import Carried, Claim
from audit.extract.sentences import Sentence, last_sentence
from audit.extract.shared_sentences import Reach
from audit.languages.common import CommonWords
from audit.model import Article, Span


class Outlets(Protocol):
    """The outlets that an article names."""

    def of(self, claim: Claim, reach: Reach) -> Carried | None:
        """The outlet that carried a claim's words, None where none does.

        ``reach`` is where in its sentences it may be named.
        """
        ...


class Speakers(Protocol):
    """The persons that an article names."""

    def resolve(self, speaker: Span) -> str:
        """The full name behind a speaker span."""
        ...


@dataclass(frozen=True, slots=True)
class Reading:
    """What an engine finds in an article.

    ``sentences`` are those that the claims number. ``known_names`` are the single words that are
    names in this article, None where the language has no rules for the figures and names of
    statements. ``titles`` are what stands before persons' names, by the name.
    ``introduced`` tells who says what stands below a block, by its number, where that
    leads up to it ('The court held:'): a claim without contents, None where nobody does.
    """

    claims: Sequence[Claim]
    sentences: Sequence[Sentence]
    speakers: Speakers
    outlets: Outlets
    words: CommonWords
    known_names: frozenset[str] | None
    introduced: Callable[[int], Claim | None]
    titles: Mapping[str, str] = field(default_factory=dict)


def introductions(
    sentences: Sequence[Sentence], introduce: Callable[[Sentence, int], Claim | None]
) -> Callable[[int], Claim | None]:
    """Who says what stands below a block, told by its last sentence: ``Reading.introduced``."""

    def introduced(block: int) -> Claim | None:
        number = last_sentence(sentences, block)
        return None if number is None else introduce(sentences[number], number)

    return introduced


class Engine(Protocol):
    """Finds who says what in an article of its language."""

    def read(self, article: Article, *, without: frozenset[int]) -> Reading:
        """Reads an article but for the blocks with these numbers: signatures of posts."""
        ...
