"""The link on the outlet that was told words, where they call it a paper: 'sagte sie dem Blatt'."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from audit.extract.places import links_between, text_outside
from audit.languages.extraction.linking import Linking
from audit.model import Article, Link, LinkRole, Span

_FARTHEST = 2_000  # characters back to the link on the outlet


class PaperTold:
    """The links of an article on the names of outlets, for who was told what somebody says."""

    def __init__(
        self, article: Article, known: Linking, names_outlet: Callable[[Link], bool]
    ) -> None:
        self._article = article
        self._known = known
        self._names_outlet = names_outlet

    def of(self, words: Sequence[Span], sentences: Iterable[tuple[int, int]]) -> int | None:
        """The number of the last such link before words whose sentences say so beside them."""
        if self._says is None or not any(
            self._says.search(
                text_outside(self._article, start, end, words).lower().replace("’", "'")
            )
            for start, end in sentences
        ):
            return None
        at = words[0].start
        behind = bisect_left(self._outlets, at, key=self._start)
        if behind == 0 or at - self._start(self._outlets[behind - 1]) > _FARTHEST:
            return None
        outlet = self._outlets[behind - 1]
        return None if self._another_since(outlet, at) else outlet

    def _another_since(self, outlet: int, at: int) -> bool:
        """Whether the paragraph of words has links before them, and none on the outlet."""
        number = self._article.paragraph(at)
        start = self._article.blocks[number - 1].start if number is not None else at
        return self._start(outlet) < start and bool(links_between(self._article, start, at))

    def _start(self, number: int) -> int:
        return self._article.links[number].start

    @cached_property
    def _says(self) -> re.Pattern[str] | None:
        phrases = "|".join(map(re.escape, self._known.told_paper))
        return re.compile(rf"(?<!\w)(?:{phrases})(?!\w)") if phrases else None

    @cached_property
    def _outlets(self) -> list[int]:
        return [
            number
            for number, link in enumerate(self._article.links)
            if link.role in {LinkRole.SOURCE, LinkRole.HOME} and self._names_outlet(link)
        ]
