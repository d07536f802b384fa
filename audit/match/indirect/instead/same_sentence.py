"""The figure of a page's sentence that has nearly all words of a statement, in another's place.

'Three of his 13 co-defendants were released', where the page has 'Three of his 15 co-defendants
were released last week' and 13 of something else. Copy that is taken over is changed least where
it is changed at all: the words on both sides of the figure are the same.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice, pairwise

from rapidfuzz.distance import LCSseq

from audit.match.indirect.instead.in_place import Figure, digits_of, figures_in, is_of_one_unit
from audit.match.indirect.instead.misplaced import is_rounder, keeps_company, stands_as_it_is
from audit.match.indirect.instead.told_otherwise import Otherwise
from audit.match.indirect.telling import words_of
from audit.match.indirect.told import Told, told_of
from audit.match.prepared.source import Prepared
from audit.model import FIGURES, Attribution, Fact, Missing, Sentence
from audit.values.stretch import Token

_FEWEST = 7  # words that both have in their order
_LEAST = 0.75  # of a statement's words
_LEAST_AGAIN = 0.5  # of them in a sentence that has the statement's own figure
_MOST_WORDS = 80  # of a statement
_MOST_AGAIN = 40  # sentences with the figure


def figures_in_same_sentence(
    attribution: Attribution, nearest: Sequence[Sentence], page: Prepared
) -> Iterator[Otherwise]:
    """The figures of a statement that a sentence of the same words has another one for.

    None that any sentence has in half of the words: a page may tell the same twice.
    """
    said = told_of(words_of(attribution), page.language)
    if not _FEWEST < len(said.words) <= _MOST_WORDS:
        return
    for fact in attribution.facts:
        others = (
            Otherwise(Missing(fact, other.text), sentence)
            for token in _tokens_of(attribution, fact, said)
            for sentence in nearest
            if (other := _in_its_slot(token, said, sentence, page)) is not None
            and not _is_told_again(token, said, sentence, page)
        )
        found = next(others, None)
        if found is not None and not _is_rounder(found.missing, attribution, page):
            yield found


def _is_rounder(missing: Missing, attribution: Attribution, page: Prepared) -> bool:
    """Whether a figure may be the one in its slot, rounded: with fewer digits, or in words.

    'Nearly 73' is not 'nearly 70' for that both are some seventy.
    """
    ours, theirs = (
        digits_of(each).rstrip("0") for each in (missing.fact.span.text, missing.nearest)
    )
    return len(ours) < len(theirs) and is_rounder(missing, attribution, page)


def _tokens_of(attribution: Attribution, fact: Fact, said: Told) -> Iterator[Token]:
    """The tokens of a statement's words that a figure of it has: 'four in ten' has two."""
    first = 0  # of a part among the words of all
    for content in attribution.contents:
        if fact.kind in FIGURES and content.start <= fact.span.start < content.end:
            start, end = (first + at - content.start for at in (fact.span.start, fact.span.end))
            for token in said.tokens:
                if token.key.startswith("=") and start <= said.spans[token.start][0] < end:
                    yield token
        first += len(content.text) + 1


def _in_its_slot(token: Token, said: Told, sentence: Sentence, page: Prepared) -> Figure | None:
    """The other figure that a sentence of the same words has where a statement has one."""
    there = told_of(sentence.text, page.language)
    places = _aligned(said.words, there.words)
    own = range(token.start, token.end)
    shared = sum(at not in own for at in places)
    if shared < _FEWEST or shared < _LEAST * (len(said.words) - len(own)):
        return None
    before = places.get(token.start - 1, None if token.start else -1)
    behind = places.get(token.end, None if token.end < len(said.words) else len(there.words))
    if before is None or behind is None:
        return None
    slot = [each for each in there.tokens if before < each.start and each.end <= behind]
    if len(slot) != 1 or (slot[0].start, slot[0].end) != (before + 1, behind):
        return None
    figure, ours = _figure(slot[0], there, page), _figure(token, said, page)
    if figure is None or ours is None or not is_of_one_unit(ours, figure):
        return None
    same_digits = digits_of(figure.text) == (digits_of(ours.text) or None)
    return None if figure.key == ours.key or same_digits else figure


def _figure(token: Token, told: Told, page: Prepared) -> Figure | None:
    figures = figures_in(told.written(token.start, token.end), page.language)
    return figures[0] if len(figures) == 1 else None


def _aligned(ours: Sequence[str], theirs: Sequence[str]) -> Mapping[int, int]:
    """Which word of theirs each of ours is, of those that both have in the same order."""
    return {
        block.src_start + far: block.dest_start + far
        for block in LCSseq.opcodes(ours, theirs)
        if block.tag == "equal"
        for far in range(block.src_end - block.src_start)
    }


def not_told_again(
    found: Iterable[Otherwise], attribution: Attribution, page: Prepared
) -> Iterator[Otherwise]:
    """The figures that no other sentence has as a statement has them, with half of its words.

    It may have none in the place of any of them: 'the south mine' does not tell of 'the north
    mine'. Nor has a page one as it is where it stands beside the same other figure there, too, or
    where it has the very words.
    """
    said = told_of(words_of(attribution), page.language)
    for each in found:
        tokens = _tokens_of(attribution, each.missing.fact, said)
        if (
            not keeps_company(each.missing, attribution, page)
            and not stands_as_it_is(each.missing.fact, attribution, page)
            and not any(_is_told_again(token, said, each.sentence, page) for token in tokens)
        ):
            yield each


def _is_told_again(token: Token, said: Told, besides: Sentence, page: Prepared) -> bool:
    words = said.words[: token.start], said.words[token.end :]
    for start, end in _having(said.written(token.start, token.end), page):
        if start == besides.place.start:
            continue
        there = told_of(page.page.text[start:end], page.language)
        for figure in there.tokens:
            if figure.key != token.key:
                continue
            beside = there.words[: figure.start], there.words[figure.end :]
            small = page.vocabulary.small
            shared = [_shared_in_place(*pair, small) for pair in zip(words, beside, strict=True)]
            if None in shared:
                continue
            if sum(filter(None, shared)) >= _LEAST_AGAIN * sum(map(len, words)):
                return True
    return False


def _shared_in_place(
    ours: Sequence[str], theirs: Sequence[str], small: frozenset[str]
) -> int | None:
    """How many of some words stand among others in their order; None where others replace some.

    Words that tell nothing may be replaced.
    """
    blocks = list(LCSseq.opcodes(ours, theirs))
    for one, other in pairwise(blocks):
        if {one.tag, other.tag} == {"insert", "delete"}:
            left_out = one if one.tag == "delete" else other
            if not small.issuperset(ours[left_out.src_start : left_out.src_end]):
                return None
    return sum(each.src_end - each.src_start for each in blocks if each.tag == "equal")


def _having(written: str, page: Prepared) -> Iterator[tuple[int, int]]:
    """The first sentences with the digits of a figure, or with the last word of one in words."""
    digits = digits_of(written)
    if not digits:
        return page.sentences.having(written.lower().split()[-1])
    joined = (  # '55%' of '55%-41%'
        place
        for number in page.sentences.figures
        if written in number and digits_of(number) != digits
        for place in page.sentences.having(number)
    )
    return islice(chain(page.sentences.with_digits(digits), joined), _MOST_AGAIN)
