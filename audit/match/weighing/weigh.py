"""What kind of difference two runs of words make, and how much it weighs.

Heavy is what may turn the meaning: a figure, a negation, a modal, a pronoun, a name, a word of
content, the order. Light is how speech is put on paper: contractions, spelled figures, spellings,
fillers and repeats left out. Between the two stand the words that carry grammar, endings, hedges
and intensifiers. When in doubt, heavy.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.languages.comparison.comparing import Comparing
from audit.languages.comparison.other_letters import are_elided, are_kana_of
from audit.match.weighing.canonical import spoken_out
from audit.match.weighing.inflections import is_inflection
from audit.match.weighing.said_again import (
    Around,
    is_false_start,
    is_figure,
    is_of_unit_before,
    is_repeat,
    is_restated,
    is_taken_up,
)
from audit.match.weighing.spelled_otherwise import (
    are_marked_otherwise,
    are_parted_otherwise,
    is_one,
)
from audit.match.weighing.spoken_negation import is_spoken_negation
from audit.match.weighing.word_alignment import matching_blocks
from audit.model import DiffKind, Weight
from audit.values.numbers.kanji import kanji_number
from audit.values.spellings import respelled
from audit.values.tokens import has_long_form

HEAVIEST_FIRST = tuple(Weight)
"""What of several differences counts comes first."""

_LONGEST_PHRASE = 5
_LONGEST_ELIDED = 4  # letters
_FEWEST_OF_CLAUSE = 3
_WORDS_OF_CLAUSE = 12  # before "nor", among which a negation stands
_DIGIT_ONE = "1"
_PARTS_FIGURES = frozenset(
    {
        DiffKind.FILLER_DROPPED,
        DiffKind.HEDGE_DROPPED,
        DiffKind.INTENSIFIER_DROPPED,
        DiffKind.REPEAT_DROPPED,
        DiffKind.FALSE_START_DROPPED,
        DiffKind.ARTICLE_DROPPED,
        DiffKind.INFLECTION,
        DiffKind.SPELLING,
    }
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """One difference: its kind, as a check names it, and its weight."""

    kind: DiffKind
    weight: Weight


def weigh(
    quoted: Sequence[str], there: Sequence[str], around: Around, *, same_value: bool = False
) -> tuple[Weighed, ...]:
    """The differences between a run of a quotation and the source at its place, heaviest first.

    ``same_value`` says that both are one figure, date, title or word, as their context tells.
    """
    vocabulary = around.vocabulary
    ours, theirs = spoken_out(quoted, there, around.language)
    if ours == theirs or same_value:
        if _only_inflected(quoted, there, vocabulary):  # ten minute, ten minutes
            return (Weighed(DiffKind.INFLECTION, Weight.MINOR),)
        return (Weighed(_style_kind(quoted, there, ours), Weight.STYLE),)
    number = kanji_number("".join(quoted))
    if number is not None and number == kanji_number("".join(there)):  # 百億円, 100億円
        return (Weighed(DiffKind.SPELLED_FIGURE, Weight.STYLE),)
    if are_marked_otherwise(quoted, there, around.language):
        return (Weighed(DiffKind.SPELLING, Weight.STYLE),)
    if are_parted_otherwise(quoted, there):
        return (Weighed(DiffKind.SPELLING, Weight.MINOR),)
    if is_one(quoted, there, around.language):
        return (Weighed(DiffKind.SPELLED_FIGURE, Weight.STYLE),)
    if are_kana_of("".join(quoted), "".join(there)):
        return (Weighed(DiffKind.SPELLING, Weight.STYLE),)
    if are_elided(quoted, there, around.language):
        return (Weighed(DiffKind.CONTRACTION, Weight.STYLE),)
    if is_spoken_negation(quoted, there, around):
        return (Weighed(DiffKind.CONTRACTION, Weight.STYLE),)
    found = _weighed(ours, theirs, quoted, there, around)
    if found[0].kind is DiffKind.NUMBER:
        # a figure that a filler parts, or of two spellings: 'ten, um, minutes', 'twenty-5'
        apart = _weighed(
            spoken_out(quoted, there, around.language, apart=True)[0],
            spoken_out(there, quoted, around.language, apart=True)[0],
            quoted,
            there,
            around,
        )
        if all(difference.kind in _PARTS_FIGURES for difference in apart):
            return apart
    return found


def _only_inflected(quoted: Sequence[str], there: Sequence[str], vocabulary: Comparing) -> bool:
    """Whether nothing differs but the ending of a unit."""
    if len(quoted) != len(there):
        return False
    pairs = [
        (a.lower(), b.lower()) for a, b in zip(quoted, there, strict=True) if a.lower() != b.lower()
    ]
    return bool(pairs) and all(
        vocabulary.units.issuperset(pair) and is_inflection(*pair, None) for pair in pairs
    )


def _weighed(
    ours: Sequence[str],
    theirs: Sequence[str],
    quoted: Sequence[str],
    there: Sequence[str],
    around: Around,
) -> tuple[Weighed, ...]:
    """The differences of two runs as keys, heaviest first."""
    vocabulary = around.vocabulary
    found: list[Weighed] = []
    names = {respelled(word) for word in (*quoted, *there) if word[0].isupper() and word != "I"}
    before, after = spoken_out(around.before, around.after, around.language)
    a = b = 0
    for a_next, b_next, size in [*matching_blocks(ours, theirs), (len(ours), len(theirs), 0)]:
        if a < a_next or b < b_next:
            context = Around(
                vocabulary,
                [*before, *theirs[:b]],
                [*theirs[b_next:], *after],
                starts_sentence=around.starts_sentence and b == 0,
                breaks_off=around.breaks_off and b_next == len(theirs),
                behind_comma=around.behind_comma and b == 0,
                language=around.language,
            )
            found += _residue(ours[a:a_next], theirs[b:b_next], context, names)
        a, b = a_next + size, b_next + size
    if not found:
        found = [Weighed(DiffKind.SPELLING, Weight.STYLE)]
    return tuple(
        sorted(dict.fromkeys(found), key=lambda difference: HEAVIEST_FIRST.index(difference.weight))
    )


def _style_kind(quoted: Sequence[str], there: Sequence[str], keys: Sequence[str]) -> DiffKind:
    words = [word.lower() for word in (*quoted, *there)]
    if "%" in words or "percent" in words or "cent" in words:
        return DiffKind.PERCENT_SIGN
    if any(key[0] == "=" for key in keys):
        return DiffKind.SPELLED_FIGURE
    if any(word in ("okay", "ok") for word in words):
        return DiffKind.OKAY
    if any("'" in word for word in words) and len(quoted) != len(there):
        return DiffKind.CONTRACTION
    return DiffKind.SPELLING


def _residue(
    ours: Sequence[str], theirs: Sequence[str], around: Around, names: set[str]
) -> Iterator[Weighed]:
    """The differences that are left when both sides are spoken out."""
    if not ours:
        yield from _dropped(theirs, around, names)
    elif not theirs:
        yield from _put_in(ours, around.vocabulary, names)
    else:
        yield from _replaced(ours, theirs, around, names)


def _dropped(words: Sequence[str], around: Around, names: set[str]) -> Iterator[Weighed]:
    if is_repeat(words, around):
        yield Weighed(DiffKind.REPEAT_DROPPED, Weight.STYLE)
        return
    if is_false_start(words, around):
        yield Weighed(DiffKind.FALSE_START_DROPPED, Weight.STYLE)
        return
    rest: list[str] = []
    for kind, weight, phrase in _phrases(
        words, around.vocabulary, starts_sentence=around.starts_sentence
    ):
        if kind:
            yield Weighed(DiffKind(f"{kind}-dropped"), weight)
        else:
            rest.extend(phrase)
    if not rest:
        return
    if is_taken_up(rest, around):
        yield Weighed(DiffKind.PRONOUN, Weight.MINOR)
    elif is_restated(rest, around):
        yield Weighed(DiffKind.REPEAT_DROPPED, Weight.MINOR)
    elif is_repeat(rest, around):
        yield Weighed(DiffKind.REPEAT_DROPPED, Weight.STYLE)
    elif is_false_start(rest, around):
        yield Weighed(DiffKind.FALSE_START_DROPPED, Weight.STYLE)
    else:
        yield _of_words(rest, around.vocabulary, names, "dropped")


def _put_in(words: Sequence[str], vocabulary: Comparing, names: set[str]) -> Iterator[Weighed]:
    rest: list[str] = []
    for kind, _, phrase in _phrases(words, vocabulary, starts_sentence=False):
        if kind:
            yield Weighed(DiffKind(f"{kind}-put-in"), Weight.MINOR)
        else:
            rest.extend(phrase)
    if rest:
        yield _of_words(rest, vocabulary, names, "put-in")


def _replaced(
    ours: Sequence[str], theirs: Sequence[str], around: Around, names: set[str]
) -> Iterator[Weighed]:
    """Words in the place of others, asked first without the fillers of the source."""
    kept: list[str] = []
    for kind, weight, phrase in _phrases(
        theirs, around.vocabulary, starts_sentence=around.starts_sentence
    ):
        if kind in ("filler", "hedge") and len(theirs) > len(phrase):
            yield Weighed(DiffKind(f"{kind}-dropped"), weight)
        else:
            kept.extend(phrase)
    pairs = [_of_pair(a, b, around, names) for a, b in zip(ours, kept, strict=False)]
    if len(ours) == len(kept) and (
        len(pairs) == 1 or all(pair.weight is not Weight.SERIOUS for pair in pairs)
    ):
        yield from pairs
    elif _same_verb(ours, kept, around, names):  # 'see', 'are seeing'
        yield Weighed(DiffKind.INFLECTION, Weight.MINOR)
    elif {tuple(ours), tuple(kept)} <= around.vocabulary.hedges:
        yield Weighed(DiffKind.HEDGE, Weight.MINOR)
    else:
        yield _of_words([*ours, *kept], around.vocabulary, names, "")


def _same_verb(ours: Sequence[str], theirs: Sequence[str], around: Around, names: set[str]) -> bool:
    """Whether two runs are forms of one word beside a word or two that carry grammar."""
    grammar = around.vocabulary.grammar
    told = [[word for word in side if word not in grammar] for side in (ours, theirs)]
    if [len(side) for side in told] != [1, 1] or max(len(ours), len(theirs)) > _FEWEST_OF_CLAUSE:
        return False
    if ours[-1] != told[0][0] or theirs[-1] != told[1][0]:  # 'have happened', 'happen again'
        return False
    return _of_pair(told[0][0], told[1][0], around, names).kind is DiffKind.INFLECTION


def _goes_on_with_negation(both: tuple[str, str], around: Around) -> bool:
    """Whether 'nor' stands in the place of 'or' behind a negation: 'not for love nor money'."""
    pairs = around.vocabulary.negated_or
    is_pair = both in pairs or both[::-1] in pairs
    return is_pair and any(map(around.vocabulary.is_negation, around.before[-_WORDS_OF_CLAUSE:]))


def _of_figures(ours: str, theirs: str, around: Around) -> Weighed:
    """One word in the place of one other, where one of them is a figure or its unit."""
    if is_of_unit_before(ours, theirs, around):
        return Weighed(DiffKind.SPELLED_FIGURE, Weight.STYLE)
    units, language = around.vocabulary.units, around.language
    if units.issuperset((ours, theirs)) and is_inflection(ours, theirs, language):
        return Weighed(DiffKind.INFLECTION, Weight.MINOR)
    return Weighed(DiffKind.NUMBER, Weight.SERIOUS)


def _of_pair(ours: str, theirs: str, around: Around, names: set[str]) -> Weighed:
    """One word in the place of one other."""
    vocabulary, language = around.vocabulary, around.language
    ours, theirs = both = _behind_one_elision(ours, theirs)
    if any(map(vocabulary.is_negation, both)):
        is_one = _goes_on_with_negation(both, around)
        return (
            Weighed(DiffKind.FUNCTION_WORD, Weight.MINOR)
            if is_one
            else Weighed(DiffKind.NEGATION, Weight.SERIOUS)
        )
    if any(is_figure(word, vocabulary) for word in both):
        return _of_figures(ours, theirs, around)
    if vocabulary.are_moods(ours, theirs):
        return Weighed(DiffKind.INFLECTION, Weight.MINOR)
    if vocabulary.modals.intersection(both):
        return Weighed(DiffKind.MODAL, Weight.SERIOUS)
    if vocabulary.inflected.get(ours, ours) == vocabulary.inflected.get(theirs, theirs):
        return Weighed(DiffKind.INFLECTION, Weight.MINOR)
    if vocabulary.pronouns.intersection(both):
        return Weighed(DiffKind.PRONOUN, Weight.SERIOUS)
    if vocabulary.many.intersection(both):
        return Weighed(DiffKind.CONTENT, Weight.SERIOUS)
    if _are_names(both, names, around):
        return Weighed(DiffKind.NAME, Weight.SERIOUS)
    if is_inflection(ours, theirs, language):
        return Weighed(DiffKind.INFLECTION, Weight.MINOR)
    if vocabulary.are_opposed(ours, theirs):
        return Weighed(DiffKind.CONTENT, Weight.SERIOUS)
    if vocabulary.are_synonyms(ours, theirs):
        return Weighed(DiffKind.NEAR_SYNONYM, Weight.MINOR)
    if vocabulary.grammar.issuperset(both):
        return Weighed(DiffKind.FUNCTION_WORD, Weight.MINOR)
    if vocabulary.intensifiers.issuperset(both):
        return Weighed(DiffKind.INTENSIFIER, Weight.MINOR)
    return Weighed(DiffKind.CONTENT, Weight.SERIOUS)


def _behind_one_elision(ours: str, theirs: str) -> tuple[str, str]:
    """Two words without the same short one that lost its vowel before them: "n'a", "n'ont"."""
    one, tie, rest = ours.partition("'")
    other, _, their_rest = theirs.partition("'")
    is_same = tie and one == other and 0 < len(one) <= _LONGEST_ELIDED
    return (rest, their_rest) if is_same and rest and their_rest else (ours, theirs)


def _are_names(both: tuple[str, str], names: set[str], around: Around) -> bool:
    """Whether one of two words is a name, or both are titles: 'señor', 'señora'."""
    if names.intersection(both) and not around.vocabulary.grammar.issuperset(both):
        return True
    return all(has_long_form([word], around.language) for word in both)


def _of_words(words: Sequence[str], vocabulary: Comparing, names: set[str], what: str) -> Weighed:
    """Several words, or words on one side only, by the heaviest of them."""
    suffix = f"-{what}" if what else ""
    if any(map(vocabulary.is_negation, words)):
        return Weighed(DiffKind.NEGATION, Weight.SERIOUS)
    if any(is_figure(word, vocabulary) for word in words):
        return Weighed(DiffKind.NUMBER, Weight.SERIOUS)
    if not vocabulary.modals.isdisjoint(words):
        return Weighed(DiffKind.MODAL, Weight.SERIOUS)
    if not vocabulary.pronouns.isdisjoint(words) and len(words) < _FEWEST_OF_CLAUSE:
        return Weighed(DiffKind.PRONOUN, Weight.SERIOUS)
    if vocabulary.grammar.issuperset(words) and len(words) <= _FEWEST_OF_CLAUSE:
        kind = "article" if vocabulary.articles.issuperset(words) and what else "function-word"
        return Weighed(DiffKind(f"{kind}{suffix}"), Weight.MINOR)
    if names.intersection(words) and len(words) < _FEWEST_OF_CLAUSE:
        return Weighed(DiffKind.NAME, Weight.SERIOUS)
    kind = "clause" if len(words) >= _FEWEST_OF_CLAUSE and what else "content"
    return Weighed(DiffKind(f"{kind}{suffix}"), Weight.SERIOUS)


def _phrases(
    words: Sequence[str], vocabulary: Comparing, *, starts_sentence: bool
) -> Iterator[tuple[str, Weight, Sequence[str]]]:
    """The words as fillers, hedges, intensifiers, conjunctions, articles, and others (no kind)."""
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST_PHRASE, len(words) - at), 0, -1):
            phrase = tuple(words[at : at + length])
            found = _phrase_kind(phrase, vocabulary, starts_sentence=starts_sentence and at == 0)
            if found is not None:
                yield (*found, phrase)
                at += length
                break
        else:
            yield "", Weight.SERIOUS, words[at : at + 1]
            at += 1
            starts_sentence = False


def _phrase_kind(
    phrase: tuple[str, ...], vocabulary: Comparing, *, starts_sentence: bool
) -> tuple[str, Weight] | None:
    if len(phrase) == 1 and phrase[0] in vocabulary.conjunctions:
        return "conjunction", Weight.STYLE if starts_sentence else Weight.MINOR
    if phrase in vocabulary.hesitations or phrase in vocabulary.fillers:
        return "filler", Weight.STYLE
    if phrase in vocabulary.hedges:
        return "hedge", Weight.MINOR
    if len(phrase) == 1 and phrase[0] in vocabulary.intensifiers:
        return "intensifier", Weight.MINOR
    if len(phrase) == 1 and phrase[0] in vocabulary.articles:
        return "article", Weight.MINOR
    return None


def weigh_words(words: Sequence[str], vocabulary: Comparing, language: str | None) -> Weighed:
    """Words of a quotation that stand nowhere in its source."""
    names = {respelled(word) for word in words if word[0].isupper() and word != "I"}
    found = _of_words(spoken_out(words, language=language)[0], vocabulary, names, "put-in")
    return Weighed(found.kind, Weight.SERIOUS)
