"""The persons that an article mentions, and whom a pronoun among them stands for."""

from bisect import bisect_left, bisect_right
from collections import Counter
from typing import NamedTuple

_REMEMBERED = 40  # mentions that a pronoun may reach back over
_FARTHEST_BLOCK = 1  # blocks from a pronoun back to whom it stands for
_OFTEN = 2  # mentions of who may be meant farther off
_NEAR = 160  # characters before a pronoun within which two persons may be meant


class Person(NamedTuple):
    """A full name, and 'he' or 'she' where its title or given name tells."""

    name: str | None  # None of a source without a name
    gender: str | None


class Mentions:
    """The mentions of persons in an article, in order, and the sentences that they stand in.

    ``opening`` are the offsets of those that open a sentence, as its subject; ``speaking`` those of
    who says something there.
    """

    def __init__(self) -> None:
        self.opening: set[int] = set()
        self.speaking: set[int] = set()
        self._offsets: list[int] = []
        self._persons: list[Person] = []
        self._often: Counter[Person] = Counter()
        self._begins: list[int] = []  # of sentences, by offset
        self._blocks: list[int] = []  # of theirs

    def begin(self, offset: int, block: int) -> None:
        """Adds a sentence."""
        self._begins.append(offset)
        self._blocks.append(block)

    def add(self, offset: int, person: Person) -> None:
        """Adds a mention of a person."""
        self._offsets.append(offset)
        self._persons.append(person)
        self._often[person] += 1

    def before(self, offset: int, gender: str | None) -> str | None:
        """The person named last before an offset whom the pronoun may stand for.

        None where two may be meant: two of that gender near it, or anybody else where a given name
        does not tell the gender. Whoever spoke in the sentence before is meant before others, and
        whoever opens a sentence of the pronoun's block before those of the blocks before.
        """
        index = bisect_left(self._offsets, offset)
        meant: Person | None = None
        last = offset
        for at in range(index - 1, max(index - _REMEMBERED, 0) - 1, -1):
            person, other = self._persons[at], self._offsets[at]
            if person == meant or (gender is not None and person.gender not in {None, gender}):
                continue
            if meant is None:
                meant, last = person, other
                continue
            rivals = (gender is not None and meant.gender is None) or other >= offset - _NEAR
            if rivals and not self._is_nearer(last, other, offset):
                return None
        far = self._block_of(last) < self._block_of(offset) - _FARTHEST_BLOCK
        if meant is None or (far and self._often[meant] < _OFTEN):
            return None  # named once, some paragraphs before: who wrote the article, maybe
        return meant.name

    def owner_before(self, offset: int, gender: str | None) -> str | None:
        """The person behind a possessive, 'a su juicio': of this sentence or the one before.

        That tells less than a pronoun does, so they have to speak there or to open it.
        """
        index = bisect_left(self._offsets, offset)
        sentence = self._sentence_of(offset)
        near = [
            at
            for at in range(index - 1, max(index - _REMEMBERED, 0) - 1, -1)
            if self._sentence_of(self._offsets[at]) >= sentence - 1
        ]
        persons = {self._persons[at] for at in near}
        about = any(self._offsets[at] in self.opening | self.speaking for at in near)
        return self.before(offset, gender) if len(persons) == 1 and about else None

    def _is_nearer(self, last: int, other: int, offset: int) -> bool:
        """Whether a pronoun stands for the person named last, not for another farther off."""
        block = self._block_of(offset)
        if block != self._block_of(last):
            return False
        if last in self.opening and self._block_of(other) < block:
            return True
        sentence = self._sentence_of(last)
        near = self._sentence_of(offset) - sentence <= 1
        return last in self.speaking and near and self._sentence_of(other) < sentence

    def _sentence_of(self, offset: int) -> int:
        return bisect_right(self._begins, offset) - 1

    def _block_of(self, offset: int) -> int:
        """The number of the block in which an offset stands."""
        number = self._sentence_of(offset)
        return self._blocks[number] if number >= 0 else 0
