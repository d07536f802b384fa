"""Where the sentences of a text stand, and those of a source by their words."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, cached_property

from audit.languages.comparison.comparing import comparing
from audit.languages.comparison.values import languages_with_values, value_words
from audit.languages.expressions import any_of

_MOST_READ = 1_000_000  # characters of a source
_FEWEST, _MOST = 10, 900  # characters of a sentence
_FEWEST_SHOWN = 20  # characters of a sentence that tells a reader anything
_FEW_LOOKS = 12  # for words, which cost as much as an index of all
_AT_EDGES = ".,;:!?“”‘’\"'()"
_MARK = re.compile(r"[\n.!?]")
_DIGIT = re.compile(r"\d")
_LONGEST = 60  # letters of a word
_LETTERS = re.compile(rf"[^\W\d_]{{1,{_LONGEST}}}")


@cache
def _inside() -> re.Pattern[str]:
    """A mark within a sentence: 'at 9 p.m. on Monday', '1.5', 'am 3. Mai', 'Jan. 22', 'Mr. Lee'."""
    words = [value_words(code) for code in languages_with_values()]
    months = any_of({name for each in words if not each.ordinal_ends for name in each.months})
    short = {name for each in words for name in _cut_short(each.months)}
    titles = {title.capitalize() for title in comparing().short_titles}
    return re.compile(
        r"[.!?](?=\w)|\.(?=[ \u00a0]?[a-zß-öø-ÿа-яё]|[,;:)])"
        rf"|(?<=\d)\.(?=[ \u00a0](?i:{months})(?!\w))"
        rf"|(?:{_behind(short)})\.(?=[ \u00a0]\d)"
        rf"|(?:{_behind(titles)})\.(?=[ \u00a0][^\W\d_])"
    )


def _behind(names: Collection[str]) -> str:
    """An expression of where one of some words ends that begins behind a space or a bracket."""
    return "|".join(
        rf"(?<=[\s(]{any_of(alike)})"
        for many in sorted({len(name) for name in names})
        for alike in [{name for name in names if len(name) == many}]
    )


def _cut_short(months: Collection[str]) -> Iterator[str]:
    """The names of months that are others cut short: 'Sept' of 'September', but not 'May'."""
    return (
        name.capitalize()
        for name in months
        if any(other.startswith(name) and other != name for other in months)
    )


def sentence_spans(text: str, most: int) -> Iterator[tuple[int, int]]:
    """Where the sentences stand in the first ``most`` characters, a line's end ends one.

    A point before a small letter or a figure ends none: 'at 9 p.m. on Monday', '1.5'; nor
    does that of an ordinal: 'am 3. Mai', of a short month before a day, or of a title cut short:
    'Sen. Lee'. A very long one is parted, and very short ones are none.
    """
    most = min(most, len(text))
    is_inside = _inside().match
    first = 0
    for match in _MARK.finditer(text, 0, most):
        at = match.start()
        if text[at] != "\n" and is_inside(text, at, most):
            continue
        if at - first >= _FEWEST:
            yield from _spans(text, first, at, most)
        first = at + 1
    yield from _spans(text, first, most, most)


def _spans(text: str, first: int, last: int, most: int) -> Iterator[tuple[int, int]]:
    """The sentence between two marks, with the one that ends it; a very long one in parts."""
    while last - first >= _FEWEST:
        end = min(first + _MOST, last)
        if end < most and text[end] in ".!?":
            end += 1
        sentence = text[first:end]
        start = first + len(sentence) - len(sentence.lstrip())
        stop = first + len(sentence.rstrip())
        if start < stop:
            yield start, stop
        first = end


class Sentences:
    """Where the sentences of a text stand, and which words are in them.

    A word is looked for when it is asked for, and all of them once many were.
    """

    def __init__(self, text: str) -> None:
        self._text = text[:_MOST_READ]
        self._looks = 0
        self._found: dict[str, tuple[int, ...]] = {}  # of the words that were looked for

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where all of them stand, in order."""
        return list(sentence_spans(self._text, _MOST_READ))

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.spans]

    def number_at(self, offset: int) -> int:
        """The number of the last sentence that begins at an offset or before it; -1 for none."""
        return bisect_right(self._starts, offset) - 1

    @cached_property
    def _lowered(self) -> str:
        """The text in lower case, each character where it was."""
        lowered = self._text.lower()
        if len(lowered) != len(self._text):  # 'İ' becomes two characters
            lowered = "".join(char.lower()[0] for char in self._text)
        return lowered

    def _hits(self, letters: str) -> Iterator[tuple[int, int]]:
        """Where letters stand in a sentence, with its number."""
        at = self._lowered.find(letters)
        while at >= 0:
            number = self.number_at(at)
            if number >= 0 and at + len(letters) <= self.spans[number][1]:
                yield at, number
            at = self._lowered.find(letters, at + 1)

    def _is_worth_indexing(self) -> bool:
        """Whether so many words were looked for that an index of all costs less than the next."""
        self._looks += 1
        return self._looks > _FEW_LOOKS

    @cached_property
    def _numbers(self) -> dict[str, list[int]]:
        """The sentences that have each word, by their numbers."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, (start, end) in enumerate(self.spans):
            for word in {word.strip(_AT_EDGES) for word in self._lowered[start:end].split()}:
                found[word].append(number)
        return dict(found)

    def _having(self, word: str) -> Iterable[int]:
        """The numbers of the sentences that have a word in lower case, in order."""
        found = self._found.get(word)
        if found is not None:
            return found
        if not word or self._is_worth_indexing():
            return self._numbers.get(word, ())
        hits = self._hits(word)
        numbers = (number for at, number in hits if self._is_word(at, word, number))
        return self._found.setdefault(word, tuple(dict.fromkeys(numbers)))

    def _is_word(self, at: int, word: str, number: int) -> bool:
        """Whether letters are a word of a sentence, marks at its edges aside."""
        text, (start, end) = self._lowered, self.spans[number]
        first, last = at, at + len(word)
        while first > start and text[first - 1] in _AT_EDGES:
            first -= 1
        while last < end and text[last] in _AT_EDGES:
            last += 1
        begins = first == start or text[first - 1].isspace()
        return begins and (last == end or text[last].isspace())

    def _shown(self, number: int) -> bool:
        """Whether one tells a reader anything; a row of a table does of its figure."""
        start, end = self.spans[number]
        return end - start >= _FEWEST_SHOWN or _DIGIT.search(self._text, start, end) is not None

    @cached_property
    def figures(self) -> tuple[str, ...]:
        """The words with a digit."""
        sentences = (self._lowered[start:end] for start, end in self.spans)
        words = (word for each in sentences if _DIGIT.search(each) for word in each.split())
        return tuple(dict.fromkeys(word.strip(_AT_EDGES) for word in words if _DIGIT.search(word)))

    @cached_property
    def _by_digits(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in self.figures:
            found["".join(filter(str.isdecimal, word))].append(word)
        return dict(found)

    def with_digits(self, digits: str) -> Iterator[tuple[int, int]]:
        """Where the sentences stand that have a word with these digits, whatever stands between."""
        return (place for word in self._by_digits.get(digits, ()) for place in self.having(word))

    def having(self, word: str) -> Iterator[tuple[int, int]]:
        """Where the sentences stand that have a word, but for the shortest."""
        return (self.spans[number] for number in self._having(word) if self._shown(number))

    def sharing(self, words: Iterable[str]) -> Iterator[tuple[int, int]]:
        """Where the sentences stand that have two or more of some words, but for the shortest.

        Those with most of them come first, then the earlier ones.
        """
        shared: Counter[int] = Counter()
        for word in words:
            shared.update(self._having(word))
        several = [
            (-count, number)
            for number, count in shared.items()
            if count > 1 and self._shown(number)
        ]
        for _, number in sorted(several):
            yield self.spans[number]

    @cached_property
    def _words(self) -> dict[str, Sequence[int]]:
        """The sentences that have each word of letters alone, by their numbers.

        Most words are; others have some: 'week' of 'mid-week', 'association' of 'l'association'.
        """
        found: dict[str, Sequence[int]] = {}
        parts: defaultdict[str, set[int]] = defaultdict(set)
        for word, numbers in self._numbers.items():
            if word.isalpha() and len(word) <= _LONGEST:
                found[word] = numbers
            else:
                for part in _LETTERS.findall(word):
                    parts[part].update(numbers)
        for part, more in parts.items():
            found[part] = sorted(more.union(found.get(part, ())))
        return found

    @cached_property
    def _sorted_words(self) -> list[str]:
        return sorted(self._words)

    def beginning(self, letters: str) -> Iterator[tuple[str, Iterable[int]]]:
        """The words of letters alone that begin with some, each with its sentences' numbers."""
        if self._is_worth_indexing():
            words = self._sorted_words
            for at in range(bisect_left(words, letters), len(words)):
                if not words[at].startswith(letters):
                    return
                yield words[at], self._words[words[at]]
            return
        found: defaultdict[str, dict[int, None]] = defaultdict(dict)
        for at, number in self._hits(letters):
            word = _LETTERS.match(self._lowered, at, self.spans[number][1])
            if word is not None and not self._lowered[at - 1 : at].isalpha():
                found[word[0]][number] = None
        yield from found.items()
