"""Shares told in whole numbers: 'one in ten', 'uno de cada diez', 'jeder zehnte'."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from audit.languages.comparison.values import ValueWords
from audit.values.numbers.ordinals import ordinal
from audit.values.numbers.spelled import Numbers
from audit.values.stretch import Found, Stretch

_LARGEST = 1000
_LONGEST_TIE = 3  # words
_HUNDRED = 100
_FARTHEST_NOUN = 3  # words behind the percentage: 'de los vecinos'
_FEWEST_OF_NOUN, _LETTERS_OF_NOUN = 4, 5


def share(words: ValueWords, numbers: Numbers, stretch: Stretch, at: int) -> Found | None:
    """The share that begins at a word, where the other side has it as a part or in percent."""
    if not stretch.beside:
        return None
    found = _each(words, numbers, stretch, at) or _of_so_many(words, numbers, stretch, at)
    if found is None:
        return None
    end, part = found
    keys = (f"={part}", f"={_HUNDRED * part} %")
    shared = next((key for key in keys if key in stretch.beside), None)
    return (end, (shared,)) if shared is not None else None


def _each(
    words: ValueWords, numbers: Numbers, stretch: Stretch, at: int
) -> tuple[int, Fraction] | None:
    """'jeder zehnte', and 'jeder 10.' where ordinals have a point, which is folded away."""
    low, behind = stretch.low, at + 1
    if low[at] not in words.each or behind >= len(low):
        return None
    position = ordinal(numbers, low, behind)
    if position is None and not words.ordinal_ends and low[behind].isdecimal():
        position = int(low[behind]), behind + 1
    if position is None or not 1 < position[0] <= _LARGEST:
        return None
    return position[1], Fraction(1, position[0])


def _of_so_many(
    words: ValueWords, numbers: Numbers, stretch: Stretch, at: int
) -> tuple[int, Fraction] | None:
    """'one in ten', 'two out of 3'."""
    low = stretch.low
    if low[at] in words.once:
        few, behind = Fraction(1), at + 1
    else:
        first = numbers.read(low, at)
        if first is None or first.scale > 1:
            return None
        few, behind = first.value, at + first.words
    for length in range(min(_LONGEST_TIE, len(low) - behind - 1), 0, -1):
        if tuple(low[behind : behind + length]) not in words.shares:
            continue
        many = numbers.read(low, behind + length)
        if many is None or not 0 < few < many.value <= _LARGEST:
            return None
        if few.denominator > 1 or many.value.denominator > 1:
            return None
        return behind + length + many.words, few / many.value
    return None


def shares_of(
    words: ValueWords, numbers: Numbers, low: Sequence[str], at: int
) -> Iterator[tuple[int, str]]:
    """Shares of what a noun names that begin at a word, and where they end.

    'Un habitant sur dix' and 'jeder zehnte Einwohner' have the key of '10 % des habitants' and
    '10 Prozent der Einwohner'. Of the noun its first letters count, which its plural has, too.
    """
    yield from shares_told(words, numbers, low, at)
    yield from _in_parts(words, numbers, low, at)
    if low[at] in words.elided.values() and at + 1 < len(low):
        for end, key in _in_parts(words, numbers, low, at + 1):
            yield end, f"{low[at]} {key}"
    elif lead := elided_one(words, low[at]):  # "d'un tiers des habitants"
        behind = [low[at].rpartition("'")[2], *low[at + 1 :]]
        for end, key in _in_parts(words, numbers, behind, 0):
            yield at + end, f"{lead} {key}"


def shares_of_both(
    words: ValueWords,
    numbers: Numbers,
    ours: Sequence[str],
    theirs: Sequence[str],
    may_start: Callable[[str], bool],
) -> frozenset[str]:
    """The keys of those shares that both sides have, one of them alone in whole numbers."""

    def told_by(low: Sequence[str]) -> frozenset[str]:
        starts = [
            at
            for at, word in enumerate(low)
            if is_one(words, numbers, word) or word in words.each or elided_one(words, word)
        ]
        return frozenset(key for at in starts for _, key in shares_told(words, numbers, low, at))

    def all_of(low: Sequence[str]) -> frozenset[str]:
        leads = words.elided.values()
        starts = [
            at
            for at, word in enumerate(low)
            if may_start(word) or word in leads or elided_one(words, word)
        ]
        return frozenset(key for at in starts for _, key in shares_of(words, numbers, low, at))

    told, others_told = told_by(ours), told_by(theirs)
    if not told and not others_told:
        return frozenset()
    either = (told & all_of(theirs)) | (others_told & all_of(ours))
    return either - (told & others_told)


def shares_told(
    words: ValueWords, numbers: Numbers, low: Sequence[str], at: int
) -> Iterator[tuple[int, str]]:
    """Those of them that are told in whole numbers; "qu'un élève sur dix" begins with 'que'."""
    lead = elided_one(words, low[at])
    if lead:
        behind = [low[at].rpartition("'")[2], *low[at + 1 :]]
        for end, key in shares_told(words, numbers, behind, 0):
            yield at + end, f"{lead} {key}"
        return
    if is_one(words, numbers, low[at]) and at + 2 < len(low):
        found = _of_so_many(words, numbers, Stretch(low, [low[at], *low[at + 2 :]], frozenset()), 0)
        if found is not None:
            yield at + found[0] + 1, _key_of(found[1], low[at + 1])
    each = _each(words, numbers, Stretch(low, low, frozenset()), at)
    if each is not None and each[0] < len(low):
        yield each[0] + 1, _key_of(each[1], low[each[0]])


def is_one(words: ValueWords, numbers: Numbers, word: str) -> bool:
    """Whether a word counts one of what a noun behind it names: 'one pupil in three'."""
    return word in words.once or numbers.small.get(word) == 1


def elided_one(words: ValueWords, word: str) -> str:
    """The full form of what is elided before an article: 'que' in "qu'un"; empty for none."""
    elided, tie, article = word.rpartition("'")
    return words.elided.get(f"{elided}'", "") if tie and article in words.once else ""


def _in_parts(
    words: ValueWords, numbers: Numbers, low: Sequence[str], at: int
) -> Iterator[tuple[int, str]]:
    """Those of them that are told in percent, or as a fraction in words."""
    number = numbers.read(low, at)
    if number is None or not 0 < number.value <= _HUNDRED:
        return
    end = at + number.words
    if number.value < 1 and not number.digits:  # 'un tiers des habitants'
        yield from _with_nouns(low, end, number.value)
    for percent in words.percent:
        if tuple(low[end : end + len(percent)]) == percent:
            yield from _with_nouns(low, end + len(percent), number.value / _HUNDRED)


def _with_nouns(low: Sequence[str], at: int, part: Fraction) -> Iterator[tuple[int, str]]:
    """Where each of the next words ends that may be a noun, and the key of a part of that."""
    for noun in range(at, min(at + _FARTHEST_NOUN, len(low))):
        if len(low[noun]) >= _FEWEST_OF_NOUN:
            yield noun + 1, _key_of(part, low[noun])


def is_share_of(key: str) -> bool:
    """Whether a key is that of a share of what a noun names."""
    return " % " in key


def _key_of(part: Fraction, noun: str) -> str:
    return f"={_HUNDRED * part} % {noun[:_LETTERS_OF_NOUN]}"
