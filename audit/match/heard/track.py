"""A transcript by the sounds of its words, to find a passage heard as other words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from audit.match.altered.nearest import Passage, is_near, nearest
from audit.match.heard.sounds import sound
from audit.match.prepared.source import Prepared, as_prepared, locate_words

_FEWEST_WORDS = 6  # of which half may be heard otherwise
_ENOUGH = 0.55  # of them that sound as the quotation's
_FEW_ENOUGH = 0.75  # of fewer


@dataclass(frozen=True, slots=True)
class Track:
    """The words of a transcript as keys of their sounds.

    ``spans`` are where each word stands in the folded words of the transcript, ``starts`` where
    its key begins in the folded keys.
    """

    keys: Prepared
    starts: dict[int, int]
    ends: dict[int, int]
    spans: tuple[tuple[int, int], ...]

    def find(
        self, words: Sequence[str], marks: Sequence[int], within: tuple[int, int] | None = None
    ) -> tuple[Passage, bool] | None:
        """The passage of a transcript that sounds most like words, and whether it is near."""
        passage = nearest(self.keys, [sound(word) for word in words], marks, within)
        if passage is None:
            return None
        first, last = self.starts[passage.start], self.ends[passage.end]
        share = passage.matched / len(words)
        near = is_near(passage, len(words)) or share >= (
            _ENOUGH if len(words) >= _FEWEST_WORDS else _FEW_ENOUGH
        )
        found = Passage(
            self.spans[first][0],
            self.spans[last][1],
            passage.matched,
            last - first + 1,
            has_content=True,
            in_a_row=passage.in_a_row,
            shared=passage.shared,
        )
        return found, near


@lru_cache(maxsize=2)  # each quotation from a recording asks again
def track_of(prepared: Prepared) -> Track:
    """The transcript of a page by its sounds."""
    words, spans = locate_words(prepared.folded.words, 0)
    keys = [sound(word) for word in words]
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    at = 1
    for number, key in enumerate(keys):
        starts[at] = number
        ends[at + len(key)] = number
        at += len(key) + 1
    return Track(as_prepared(" ".join(keys)), starts, ends, tuple(spans))
