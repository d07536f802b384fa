"""The facts that a statement carries.

Its figures, and the names of people, places and institutions.

A name is a run of capitalised words. At a sentence's start every word is capitalised: there a
single word is a name only if the article writes it so in mid-sentence elsewhere.
"""

import re
from collections.abc import Container, Iterator, Sequence

from audit.extract.facts.figures import figures
from audit.languages.common import among
from audit.languages.extraction.english import name_words
from audit.model import Fact, FactKind, Span

_WORD = re.compile(r"(?:[^\W\d_]\.)+(?![^\W_])|[^\W_](?:[\w’'.&-]*\w)?")
_IN_MID_SENTENCE = re.compile(r" (?<=[a-z,] )([^\W\d_a-z][\w’'.&-]*\w)")  # fast to a space
_POSSESSIVE = re.compile(r"[’']s$")
_ENDS_SENTENCE = frozenset(".?!…\n")
_INSIDE = frozenset({" ", "\u00a0", ". "})  # between two words of a name
_BEFORE = 6  # characters before a statement in which the end of the last sentence is looked for


def facts_of(text: str, contents: Sequence[Span], known: Container[str]) -> tuple[Fact, ...]:
    """The facts of the parts of a statement in the article's ``text``, as ``facts_in``."""
    return tuple(
        fact
        for content in contents
        for fact in facts_in(
            content.text,
            content.start,
            known=known,
            begins_sentence=_begins_sentence(text, content.start),
        )
    )


def facts_in(
    text: str, start: int, *, known: Container[str] = frozenset(), begins_sentence: bool = True
) -> tuple[Fact, ...]:
    """The figures and names of ``text``, which stands at ``start`` in the article.

    In order, none overlapping another. Linear in the length of ``text``.

    Args:
        text: The words of a statement.
        start: The offset of its first character in the article.
        known: Single words that are names even at a sentence's start (see ``known_names``).
        begins_sentence: Whether the first word is capitalised because of its place.
    """
    found = list(figures(text, start))
    taken = {at for fact in found for at in range(fact.span.start - start, fact.span.end - start)}
    found += _names(text, start, taken, known, begins_sentence=begins_sentence)
    return tuple(sorted(found, key=lambda fact: fact.span.start))


def known_names(text: str) -> frozenset[str]:
    """The words that an article capitalises in mid-sentence."""
    return frozenset(
        word[:-2] if word.endswith(("’s", "'s")) else word
        for word in _IN_MID_SENTENCE.findall(text)
    )


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(start - _BEFORE, 0) : start]
    if start <= _BEFORE and not before.strip():
        return True
    return before.rstrip(" \t“‘\"'«„([")[-1:] in _ENDS_SENTENCE


def _names(
    text: str, start: int, taken: Container[int], known: Container[str], *, begins_sentence: bool
) -> Iterator[Fact]:
    """The runs of capitalised words outside the ``taken`` offsets of ``text``, as names."""
    run: list[re.Match[str]] = []
    joins: list[re.Match[str]] = []  # small words behind the run, part of it if it goes on
    run_begins = False
    last: re.Match[str] | None = None
    for word in _WORD.finditer(text):
        if not run and not word[0][0].isupper():
            last = word
            continue
        gap = text[last.end() : word.start()] if last is not None else ""
        begins = begins_sentence if last is None else _parts(last.group(), gap)
        adjoins = last is not None and gap in _INSIDE and not begins
        adjoins = adjoins and not (run and run[-1].group().endswith(("’s", "'s")))
        last = word
        capitalised = word.group()[0].isupper() and word.start() not in taken
        if run and not (adjoins and (capitalised or _joins(word.group(), run, joins))):
            yield from _name(text, start, run, known, begins_sentence=run_begins)
            run, joins = [], []
        if capitalised and (run or not _is_before_names(word.group())):
            if not run:
                run_begins = begins
            run += [*joins, word]
            joins = []
        elif run and adjoins:
            joins.append(word)
    if run:
        yield from _name(text, start, run, known, begins_sentence=run_begins)


def _is_before_names(word: str) -> bool:
    """Whether a capitalised word begins no name: 'The', 'It’s', 'Mr', 'Monday'."""
    low = word.lower().replace("’", "'").partition("'")[0]
    words = name_words()
    return low in words.no_names or low in words.titles


def _parts(before: str, gap: str) -> bool:
    """Whether a sentence ends between two words."""
    if _ENDS_SENTENCE.isdisjoint(gap):
        return False
    words = name_words()
    return not (gap == ". " and among(before.lower(), words.titles, words.abbreviations))


def _joins(word: str, run: Sequence[re.Match[str]], joins: Sequence[re.Match[str]]) -> bool:
    """Whether a small word goes on with a name: 'Ludwig van Beethoven', 'Bank of the West'.

    'Ann Lee of Kelmouth' is two names.
    """
    if word == "of" or (word == "the" and bool(joins) and joins[-1].group() == "of"):
        return len(run) == 1 or run[-1].group() in name_words().named_with_of
    return word in name_words().joins


def _name(
    text: str,
    start: int,
    run: Sequence[re.Match[str]],
    known: Container[str],
    *,
    begins_sentence: bool,
) -> Iterator[Fact]:
    """The name that a run of capitalised words is, less weekdays and months behind it."""
    no_names = name_words().no_names
    after = len(run)
    while after and run[after - 1].group().lower() in no_names:
        after -= 1
    if not after:
        return
    begin, end = run[0].start(), run[after - 1].end()
    name = _POSSESSIVE.sub("", text[begin:end])
    is_ordinary_start = begins_sentence and after == 1 and text[begin:end] == name
    if is_ordinary_start and not name.isupper() and name not in known:
        return
    yield Fact(FactKind.NAME, Span(start + begin, start + begin + len(name), name))
