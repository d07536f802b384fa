"""The sentences of a source by their words, for many statements."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

_MOST_READ = 1_000_000  # characters of a source
_SENTENCE = re.compile(r"[^\n.!?]{20,600}(?:[.!?](?=\d)[^\n.!?]{0,300}){0,6}[.!?]?")
_AT_EDGES = ".,;:!?“”‘’\"'()"


class Sentences:
    """Where the sentences of a text stand, and which words are in them."""

    def __init__(self, text: str) -> None:
        self._spans: list[tuple[int, int]] = []
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, match in enumerate(_SENTENCE.finditer(text, 0, _MOST_READ)):
            sentence = match.group()
            start = match.start() + len(sentence) - len(sentence.lstrip())
            self._spans.append((start, match.start() + len(sentence.rstrip())))
            for word in {word.strip(_AT_EDGES) for word in sentence.lower().split()}:
                found[word].append(number)
        self._numbers = dict(found)

    def sharing(self, words: Iterable[str]) -> Iterator[tuple[int, int]]:
        """Where the sentences stand that have two or more of some words.

        Those with most of them come first, then the earlier ones.
        """
        shared: Counter[int] = Counter()
        for word in words:
            shared.update(self._numbers.get(word, ()))
        several = [(-count, number) for number, count in shared.items() if count > 1]
        for _, number in sorted(several):
            yield self._spans[number]
