"""Which differences from a transcript may be the machine's, and which are the words'.

A machine hears 'there' for 'their', 'more in teddy' for 'Maureen Tiddy', and loses an 'of'. It is
not believed to have heard another figure, or a 'not' too few: these are differences all the same.
"""

from collections.abc import Sequence

from audit.languages.comparison.comparing import Comparing
from audit.match.folding.fold import fold
from audit.match.heard.sounds import alike, sound
from audit.match.prepared.source import split_words
from audit.model import DiffKind, DiffRun
from audit.values.numbers.spelled import numbers
from audit.values.tokens import tokens

_ALIKE = 0.6
_NAMES_ALIKE = 0.4  # names are what a machine knows least
_PRONOUNS_ALIKE = 0.5  # 'he' and 'she', 'he' and 'we'; not 'us' and 'him'
_MOST_LOST = 2  # words that carry grammar, which are swallowed


def may_be_misheard(run: DiffRun, vocabulary: Comparing, language: str | None) -> bool:
    """Whether an unmarked difference may be one of hearing alone."""
    ours, theirs = (split_words(fold(side).words) for side in (run.quote, run.source))
    if _letters(ours) == _letters(theirs):
        return True
    if not _keeps_what_counts(ours, theirs, vocabulary, language):
        return False
    both = (*ours, *theirs)
    if not _keeps_persons(ours, theirs, vocabulary):
        return False
    if max(len(ours), len(theirs)) <= _MOST_LOST and is_swallowed(both, vocabulary):
        return True
    if run.kind is DiffKind.ORDER or not ours or not theirs:
        return False
    is_name = all(word[:1].isupper() or word.lower() in vocabulary.small for word in ours)
    return alike(ours, theirs) >= (_NAMES_ALIKE if is_name else _ALIKE)


def _keeps_what_counts(
    ours: Sequence[str], theirs: Sequence[str], vocabulary: Comparing, language: str | None
) -> bool:
    """Whether neither a figure nor a negation is lost: 'for' may be 'four', and 'know' be 'no'."""
    figures, others = _figures(ours, language), _figures(theirs, language)
    if figures and others:
        if [number for number, _ in figures] != [number for number, _ in others]:
            return False
    elif figures or others:
        beside = theirs if figures else ours
        if not all(_is_heard(words, beside) for _, words in figures or others):
            return False
    negated = [[word for word in side if vocabulary.is_negation(word)] for side in (ours, theirs)]
    if bool(negated[0]) == bool(negated[1]):
        return True
    beside = theirs if negated[0] else ours
    return all("'" not in word and _is_heard([word], beside) for word in negated[0] or negated[1])


def _keeps_persons(ours: Sequence[str], theirs: Sequence[str], vocabulary: Comparing) -> bool:
    """Whether a pronoun in the place of another may be heard for it; one alone may be swallowed."""
    first, second = (
        [word for word in side if word.lower() in vocabulary.pronouns] for side in (ours, theirs)
    )
    return not first or not second or alike(first, second) >= _PRONOUNS_ALIKE


def _figures(words: Sequence[str], language: str | None) -> list[tuple[str, Sequence[str]]]:
    """The numbers among words, and what multiplies them, each with its word."""
    known = numbers(language)
    found: list[tuple[str, Sequence[str]]] = []
    for word in words:
        key = tokens([word], language)[0].key
        if key[0] == "=" or key in known.scales or key in known.hundreds:
            found.append((key.partition(" ")[0], [word]))
    return found


def _is_heard(words: Sequence[str], beside: Sequence[str]) -> bool:
    """Whether other words have one that sounds just so."""
    wanted = sound("".join(words))
    return any(sound(word) == wanted and word.lower() != words[0].lower() for word in beside)


def is_swallowed(words: Sequence[str], vocabulary: Comparing) -> bool:
    """Whether words carry grammar alone, spoken so lightly that they are lost or changed."""
    return all(_carries_grammar(word.lower(), vocabulary) for word in words)


def _carries_grammar(word: str, vocabulary: Comparing) -> bool:
    if vocabulary.is_negation(word) or word in vocabulary.modals or word in vocabulary.many:
        return False
    return word in vocabulary.small or word in vocabulary.grammar or word in vocabulary.pronouns


def same_letters(quoted: str, there: str) -> bool:
    """Whether words are the same but for capitals: a machine writes them as it pleases."""
    return fold(quoted).words.lower() == fold(there).words.lower()


def _letters(words: Sequence[str]) -> str:
    """The letters of words, however they are parted: 'dont' and "don't", 'a part' and 'apart'."""
    return "".join(words).replace("'", "").lower()
