"""Where the sentences of a text stand, and those of a source by their words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, cached_property

from audit.languages.comparison.values import languages_with_values, value_words
from audit.languages.expressions import any_of

_MOST_READ = 1_000_000  # characters of a source
_DIGIT = re.compile(r"\d")
_FEWEST_SHOWN = 20  # characters of a sentence that tells a reader anything
_AT_EDGES = ".,;:!?“”‘’\"'()"


@cache
def _sentence() -> re.Pattern[str]:
    words = [value_words(code) for code in languages_with_values()]
    months = any_of({name for each in words if not each.ordinal_ends for name in each.months})
    return re.compile(
        r"(?:[^\n.!?]|[.!?](?=\w)|\.(?=[ \u00a0]?[a-zß-öø-ÿа-яё]|[,;:)])"
        rf"|(?<=\d)\.(?=[ \u00a0](?i:{months})(?!\w))){{10,900}}[.!?]?"
    )


def sentence_spans(text: str, most: int) -> Iterator[tuple[int, int]]:
    """Where the sentences stand in the first ``most`` characters, a line's end ends one.

    A point before a small letter or a figure ends none: 'at 9 p.m. on Monday', '1.5'; nor
    does that of an ordinal: 'am 3. Mai'.
    """
    for match in _sentence().finditer(text, 0, most):
        sentence = match.group()
        start = match.start() + len(sentence) - len(sentence.lstrip())
        end = match.start() + len(sentence.rstrip())
        if start < end:
            yield start, end


class Sentences:
    """Where the sentences of a text stand, and which words are in them."""

    def __init__(self, text: str) -> None:
        self._spans: list[tuple[int, int]] = []
        found: defaultdict[str, list[int]] = defaultdict(list)
        for start, end in sentence_spans(text, _MOST_READ):
            if end - start < _FEWEST_SHOWN and not _DIGIT.search(text, start, end):
                continue  # a row of a table tells of its figure: 'Vehicles $604,000'
            number = len(self._spans)
            self._spans.append((start, end))
            sentence = text[start:end]
            for word in {word.strip(_AT_EDGES) for word in sentence.lower().split()}:
                found[word].append(number)
        self._numbers = dict(found)

    @cached_property
    def figures(self) -> tuple[str, ...]:
        """The words with a digit."""
        return tuple(word for word in self._numbers if any(map(str.isdecimal, word)))

    def having(self, word: str) -> Iterator[tuple[int, int]]:
        """Where the sentences stand that have a word."""
        return (self._spans[number] for number in self._numbers.get(word, ()))

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
