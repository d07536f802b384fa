"""Another person's name, the opposite or a negation in a sentence that is a statement's else.

'Rubio will vote against the bill in March', where the page has 'Cruz will vote against the bill in
March'. Told only of copy that is taken over: the page's sentence has all the other words in
their order. Of a name only where both are persons on that page, and of words that are opposites
or negate; any other word may be a better one for the same.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from rapidfuzz.distance import LCSseq, Opcode

from audit.languages.comparison.opposites import Opposites, opposites
from audit.match.indirect.instead.told_otherwise import Otherwise
from audit.match.indirect.telling import words_of
from audit.match.indirect.told import Told, told_of
from audit.match.prepared.source import Prepared
from audit.match.speakers.surnames import as_person
from audit.match.speakers.voices import person_names, two_persons
from audit.model import Attribution, Fact, FactKind, Missing, Place, Sentence, Span

_FEWEST = 8  # words that both have in their order
_LEAST = 0.85  # of a statement's words, and of the words between its first and last in the sentence
_MOST_WORDS = 80  # of a statement
_LONGEST = 2  # words in another's place
_LEAST_AGAIN = 0.5  # of them in a sentence that has the statement's own word
_MOST_AGAIN = 40  # sentences with that word


def words_in_same_sentence(
    attribution: Attribution, nearest: Sequence[Sentence], page: Prepared
) -> Iterator[Otherwise]:
    """The one word of a statement that a sentence of the same words has another for.

    None where they differ in two such places, and none that any other sentence of the page has
    with half of the words: a page may tell of two.
    """
    said = told_of(words_of(attribution), page.language)
    if not _FEWEST < len(said.words) <= _MOST_WORDS:
        return
    for sentence in nearest[:1]:
        there = told_of(sentence.text, page.language)
        slots = list(_slots(said.words, there.words))
        found = [
            (ours, theirs) for ours, theirs in slots if _is_other(said, ours, there, theirs, page)
        ]
        if len(found) != 1:
            return
        ours, theirs = found[0]
        if _is_told_again(ours, said, sentence, page):
            return
        if not ours or not theirs:  # a negation: shown with the words beside it
            ours, theirs = (range(each.start - 1, each.stop + 1) for each in (ours, theirs))
        span = span_of_words(ours, said, attribution)
        if span is not None and theirs.start >= 0:
            nearby = there.written(theirs.start, min(theirs.stop, len(there.words)))
            yield Otherwise(Missing(Fact(FactKind.WORD, span), nearby), sentence)


def said_in_same_words(
    attribution: Attribution, nearest: Sequence[Sentence], page: Prepared
) -> Sentence | None:
    """What of a sentence of the page is a statement, nearly word for word; None where none is."""
    said = told_of(words_of(attribution), page.language)
    if not _FEWEST <= len(said.words) <= _MOST_WORDS:
        return None
    for sentence in nearest[:1]:
        there = told_of(sentence.text, page.language)
        equal = _equal(said.words, there.words)
        if equal:
            start = there.spans[equal[0].dest_start][0]
            end = there.spans[equal[-1].dest_end - 1][1]
            place = sentence.place
            within = Place(place.start + start, place.start + end, place.zone)
            return Sentence(within, sentence.text[start:end])
    return None


def _equal(ours: Sequence[str], theirs: Sequence[str]) -> list[Opcode]:
    """The stretches that a statement and a sentence share; none where they share not nearly all."""
    equal = [block for block in LCSseq.opcodes(ours, theirs) if block.tag == "equal"]
    shared = sum(block.src_end - block.src_start for block in equal)
    if shared < _FEWEST or shared < _LEAST * len(ours):
        return []
    return equal if shared >= _LEAST * (equal[-1].dest_end - equal[0].dest_start) else []


def _slots(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[range, range]]:
    """Where a sentence has other words than a statement, if it has nearly all of its words."""
    equal = _equal(ours, theirs)
    if not equal:
        return
    for before, behind in zip((None, *equal), (*equal, None), strict=True):
        mine = range(before.src_end if before else 0, behind.src_start if behind else len(ours))
        its = range(
            before.dest_end if before else max(equal[0].dest_start - len(mine), 0),
            behind.dest_start if behind else min(equal[-1].dest_end + len(mine), len(theirs)),
        )
        if mine or its:
            yield mine, its


def _is_other(said: Told, ours: range, there: Told, theirs: range, page: Prepared) -> bool:
    """Whether a sentence has another person in a place, the opposite or a negation."""
    if max(len(ours), len(theirs)) > _LONGEST:
        return False
    mine, its = said.words[_slice(ours)], there.words[_slice(theirs)]
    vocabulary = page.vocabulary
    negated = [sum(map(vocabulary.is_negation, words)) for words in (mine, its)]
    if negated[0] != negated[1]:
        rest = {word for word in (*mine, *its) if not vocabulary.is_negation(word)}
        return rest <= vocabulary.small and max(negated) == 1
    if not mine or not its:
        return False
    known = opposites(page.language)
    if known is not None and _are_opposites(mine, its, known):
        return True
    named, other = said.as_written[_slice(ours)], there.as_written[_slice(theirs)]
    return _are_two_persons(_less_possessive(named), _less_possessive(other), page)


def _less_possessive(names: Sequence[str]) -> str:
    """Names as one, of 'Lee's' the name."""
    return " ".join(names).removesuffix("'s")


def _are_opposites(ours: Sequence[str], theirs: Sequence[str], known: Opposites) -> bool:
    """Whether two stretches of words are the two sides of one group, and nothing else."""
    sides = [
        {(side.group, side.way) for end, side in known.begun(words, 0) if end == len(words)}
        for words in (ours, theirs)
    ]
    return any((group, -way) in sides[1] for group, way in sides[0]) and not sides[0] & sides[1]


def _are_two_persons(ours: str, theirs: str, page: Prepared) -> bool:
    """Whether both are names of persons whom the page has, and not of one."""
    one, other = (as_person(name, page) for name in (ours, theirs))
    if not all(map(person_names, (one, other))) or not two_persons(one, other):
        return False
    text = page.page.text
    return ours in text and not any(
        f"{a} {b}" in text for a, b in ((ours, theirs), (theirs, ours))
    )  # 'Hillary', 'Clinton'


def _slice(words: range) -> slice:
    """The slice of a list that has some words."""
    return slice(words.start, words.stop)


def span_of_words(words: range, said: Told, attribution: Attribution) -> Span | None:
    """Where words of a statement stand in the article; None where they are of two of its parts."""
    words = range(max(words.start, 0), min(words.stop, len(said.spans)))
    if not words:
        return None
    start, end = said.spans[words.start][0], said.spans[words.stop - 1][1]
    first = 0  # of a part among the words of all
    for content in attribution.contents:
        if first <= start and end <= first + len(content.text):
            at = start - first
            text = content.text[at : end - first]
            return Span(content.start + at, content.start + end - first, text)
        first += len(content.text) + 1
    return None


def _is_told_again(ours: range, said: Told, besides: Sentence, page: Prepared) -> bool:
    """Whether another sentence of a page has the statement's word with half of its others."""
    word = said.words[ours.stop - 1] if ours else ""
    for start, end in islice(page.sentences.having(word), _MOST_AGAIN) if word else ():
        if start == besides.place.start:
            continue
        there = told_of(page.page.text[start:end], page.language)
        others = set(said.words) - {word}
        if len(others & set(there.words)) >= _LEAST_AGAIN * len(others):
            return True
    return False
