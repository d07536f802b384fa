"""What a speaker says again or leaves out the second time: repeats, new starts, units."""

from collections.abc import Sequence
from dataclasses import dataclass

from audit.languages.comparison.comparing import Comparing

_LONGEST_FALSE_START = 6
_RESTATED = 2  # words that are said once more: subject and verb
_WORDS_BEFORE = 6  # a figure, among which the one stands whose unit it shares
_CURRENCY = frozenset("$£€¥₽₹₩¢")


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a difference, as folded words.

    ``vocabulary`` holds the words of the source's language, whose figures are those of
    ``language``; ``before`` and ``after`` are the source's words. ``starts_sentence`` says that the
    source's words begin one, ``breaks_off`` that a dash or points follow them there,
    ``behind_comma`` that a comma stands right before them.
    """

    vocabulary: Comparing
    before: Sequence[str] = ()
    after: Sequence[str] = ()
    starts_sentence: bool = False
    breaks_off: bool = False
    behind_comma: bool = False
    language: str | None = None


def is_repeat(words: Sequence[str], around: Around) -> bool:
    """Whether words stand twice in a row in the source, and the quotation has them once."""
    count = len(words)
    if list(around.after[:count]) == list(words) or list(around.before[-count:]) == list(words):
        return True
    if words[-1][0] == "=" and len(around.after) >= count:  # 'two, two dollars'
        *others, figure = around.after[:count]
        if others == list(words[:-1]) and figure.startswith(f"{words[-1]} "):
            return True
    # the longest common subsequence may have matched the first half to one and the rest to the
    # other
    whole = [*around.before[-count:], *words, *around.after[:count]]
    return any(
        whole[at : at + count] == whole[at + count : at + 2 * count]
        for at in range(len(whole) - 2 * count + 1)
    )


def is_taken_up(words: Sequence[str], around: Around) -> bool:
    """Whether a pronoun only names its subject once more: 'The children, they are …'.

    So it does behind 'and', too, where nobody else was the subject: 'he called and he asked'.
    """
    subjects = around.vocabulary.subjects
    if len(words) != 1 or words[0] not in subjects or not around.before:
        return False
    if around.behind_comma:
        return True
    if around.before[-1] not in around.vocabulary.conjunctions:
        return False
    named = subjects.intersection(around.before)
    return named == {words[0]} or (not named and words[0] not in around.vocabulary.first_person)


def is_restated(words: Sequence[str], around: Around) -> bool:
    """Whether a speaker says a subject and its verb once more: 'I told them, I told them that'."""
    count = _RESTATED
    if len(words) < count or any(_is_heavy(word, around.vocabulary) for word in words):
        return False
    before = list(around.before)
    is_said = any(before[at : at + count] == list(words[:count]) for at in range(len(before)))
    known = around.vocabulary.pronouns | around.vocabulary.grammar | set(before)
    return is_said and words[0] in around.vocabulary.subjects and known.issuperset(words)


def is_false_start(words: Sequence[str], around: Around) -> bool:
    """Whether the speaker breaks off and begins anew, and all that could weigh comes again."""
    again = around.after[: _LONGEST_FALSE_START + 2]
    if len(words) > _LONGEST_FALSE_START or not again or not around.breaks_off:
        return False
    if any(_is_heavy(word, around.vocabulary) and word not in again for word in words):
        return False
    if len(words) == 1:
        return again[0].startswith(words[0]) or words[0] in around.vocabulary.grammar
    return words[0] == again[0]


def _is_heavy(word: str, vocabulary: Comparing) -> bool:
    return vocabulary.is_negation(word) or is_figure(word, vocabulary) or word in vocabulary.modals


def is_figure(word: str, vocabulary: Comparing) -> bool:
    """Whether a word has digits or a sign of money, or makes a figure another: 'million'."""
    return word in vocabulary.units or any(
        char.isnumeric() or char in _CURRENCY or char in "%‰°" for char in word
    )


def is_of_unit_before(ours: str, theirs: str, around: Around) -> bool:
    """Whether one of two figures leaves out its unit, which a figure shortly before it has.

    'Five hundred thousand dollars, maybe six hundred thousand, to fix', where the other has
    '$600,000'. One that counts what stands behind it leaves nothing out.
    """
    shorter, longer = sorted((ours, theirs), key=len)
    number, _, unit = longer.partition(" ")
    if number[:1] != "=" or not unit or shorter != number:
        return False
    if around.after and around.after[0] not in around.vocabulary.small:
        return False
    before = (word.partition(" ") for word in around.before[-_WORDS_BEFORE:])
    return any(figure[:1] == "=" and its == unit for figure, _, its in before)
