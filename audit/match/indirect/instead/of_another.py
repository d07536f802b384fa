"""A figure of a statement that a page tells in the same words of somebody else.

'Haas won with 51.7 percent of the vote', where the page has 'Jimenez won with 51.7 percent of the
vote, ahead of Haas'. Two names are of two only where a sentence sets one against the other.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from audit.languages.comparison.opposites import Opposites, opposites
from audit.match.indirect.instead.in_place import digits_of
from audit.match.indirect.telling import is_name
from audit.match.indirect.told import Told, told_of
from audit.match.prepared.source import Prepared
from audit.model import FIGURES, Attribution, Fact, FactKind, Missing

_FEWEST = 4  # words from the name on that are the same, with the figure
_MOST_SENTENCES = 20
_LONGEST_NAME = 4  # words
_POSSESSIVE = "'s"


def figures_of_another(attribution: Attribution, page: Prepared) -> Iterator[Missing]:
    """The figures of a statement that a page has behind another name, in the same words.

    None that any of its sentences tells of whom the statement names, or of nobody by name.
    """
    names = [fact for fact in attribution.facts if fact.kind is FactKind.NAME]
    for content in attribution.contents:
        said = told_of(content.text, page.language)
        for fact in attribution.facts:
            if fact.kind not in FIGURES or not content.start <= fact.span.start < content.end:
                continue
            begins = _behind_name(names, fact, content.start, said) or _behind_first(said, page)
            if begins is None:
                continue
            figure = fact.span.end - content.start
            own, ours = begins
            run = [
                word
                for word, (_, end) in zip(said.words[ours:], said.spans[ours:], strict=True)
                if end <= figure
            ]
            other = _of_another(own, run, said.words[ours + len(run) :], fact, page)
            if other:
                yield Missing(fact, other)


def _behind_name(
    names: Sequence[Fact], fact: Fact, first: int, said: Told
) -> tuple[frozenset[str], int] | None:
    """The words of the last name before a figure, and which word of a statement is behind it."""
    before = [
        each for each in names if each.span.end <= fact.span.start and each.span.start >= first
    ]
    if not before:
        return None
    name = max(before, key=lambda each: each.span.end)
    end = name.span.end - first
    behind = next((at for at, (start, _) in enumerate(said.spans) if start >= end), None)
    if behind is None:
        return None
    return frozenset(_bare(word) for word in name.span.text.lower().split()), behind


def _behind_first(said: Told, page: Prepared) -> tuple[frozenset[str], int] | None:
    """The same of the words with a capital that a statement begins with, if the page has a name."""
    behind = next((at for at, word in enumerate(said.as_written) if not word[0].isupper()), 0)
    if not 0 < behind <= _LONGEST_NAME:
        return None
    if not any(is_name(word, page) for word in said.as_written[:behind] if word.isalpha()):
        return None
    return frozenset(map(_bare, said.words[:behind])), behind


def _of_another(
    own: frozenset[str], run: Sequence[str], rest: Sequence[str], fact: Fact, page: Prepared
) -> str:
    """The words of the page from another name to the figure."""
    found = ""
    digits = digits_of(fact.span.text)
    if not digits or not run:
        return ""
    text = page.page.text
    for start, end in islice(page.sentences.with_digits(digits), _MOST_SENTENCES):
        told = told_of(text[start:end], page.language)
        at = _place(run, rest, told.words)
        if at is None:
            continue
        name = _name_before(told, at)
        if not name or not own.isdisjoint(map(_bare, name)):
            return ""
        if _are_apart(own, name, page):
            found = found or told.written(at - len(name), at + len(run))
    return found


def _place(run: Sequence[str], rest: Sequence[str], there: Sequence[str]) -> int | None:
    """Where the words up to a figure stand in a sentence; those behind it count to be enough."""
    for at in range(len(there) - len(run) + 1):
        if list(there[at : at + len(run)]) == list(run):
            behind = there[at + len(run) :]
            more = 0
            while more < min(len(rest), len(behind)) and rest[more] == behind[more]:
                more += 1
            if len(run) + more >= _FEWEST:
                return at
    return None


def _name_before(told: Told, at: int) -> tuple[str, ...]:
    """The words with a capital right before a place, in lower case; those of a name of several."""
    first = at
    while first > max(at - _LONGEST_NAME, 0) and told.as_written[first - 1][:1].isupper():
        first -= 1
    if first == 0 and at == 1:
        return ()  # 'She', 'Rain'
    return tuple(told.words[first:at])


def _are_apart(own: frozenset[str], other: Sequence[str], page: Prepared) -> bool:
    """Whether a sentence of the page tells what one of two does to the other: they are two.

    'Berlin' may be 'Germany', and 'the Blues' are 'Chelsea', whatever sentences they share.
    """
    known = opposites(page.language)
    if known is None:
        return False
    text, last = page.page.text, _bare(other[-1])
    for start, end in islice(page.sentences.having(last), _MOST_SENTENCES):
        words = [_bare(word) for word in told_of(text[start:end], page.language).words]
        ours = [at for at, word in enumerate(words) if word in own]
        theirs = [at for at, word in enumerate(words) if word == last]
        if (
            ours
            and theirs
            and any(
                _acts_at(words, at, known)
                for at in range(min(*ours, *theirs), max(*ours, *theirs))
                if at not in ours and at not in theirs
            )
        ):
            return True
    return False


def _acts_at(words: Sequence[str], at: int, known: Opposites) -> bool:
    return words[at] in known.acts or any(side.is_turned for _, side in known.begun(words, at))


def _bare(word: str) -> str:
    return word.removesuffix(_POSSESSIVE)
