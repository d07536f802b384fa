"""Words spoken out: contractions, figures and spellings brought to one form.

Two runs of words that are the same spoken out differ in style alone. Nothing here decides a
verdict.
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from audit.languages.comparison.spelling import spelling
from audit.languages.comparison.values import value_words
from audit.values.tokens import key_pairs, tokens

_MOST_OF_SHORT = 2  # words of a phrase that is written short: 'p. ex.'


def spoken_out(
    words: Sequence[str],
    other: Sequence[str] = (),
    language: str | None = None,
    *,
    apart: bool = False,
) -> tuple[list[str], list[str]]:
    """Two runs of words, each in one form: the keys of their tokens.

    Each tells how the other is to be read: whether 'd is 'would' or 'had', and what '3m' counts.
    ``language`` is that of the figures; ``apart`` keeps every word a token of its own.
    """
    ours, theirs = _spoken(words, other, language), _spoken(other, words, language)
    if apart:
        return _each(ours, language), _each(theirs, language)
    _, keys, _, other_keys = key_pairs(ours, theirs, language)
    return keys, other_keys


def without_contractions(words: Sequence[str]) -> list[str]:
    """Lower-case words with their contractions spoken out: "we're gonna" is 'we are going to'."""
    return [word.lower() for word in _spoken(words, (), None)]


def with_contractions(words: Sequence[str]) -> list[str]:
    """Lower-case words of which those are contracted that may be: 'it is' as "it's"."""
    out: list[str] = []
    for word in words:
        before = out[-1] if out else ""
        joined = _contracted().get((before, word.lower()))
        if joined is None and before and "'" not in before:
            joined = next(
                (
                    before + ending
                    for ending, long in _endings()
                    if long == word.lower() and _pieces(before + ending) != (before + ending,)
                ),
                None,
            )
        if joined is None:
            out.append(word.lower())
        else:
            out[-1] = joined
    return out


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    """The contracted endings and the words that they stand for."""
    return *spelling().endings.items(), ("'s", "is"), ("'d", "would")


@cache
def _contracted() -> Mapping[tuple[str, str], str]:
    """Two words and their contraction: 'will not' as "won't"."""
    long = {short: tuple(words.split()) for short, words in spelling().shortened.items()}
    return {(words[0], words[1]): short for short, words in long.items() if len(words) == 2}


def _each(words: Sequence[str], language: str | None) -> list[str]:
    return [token.key for word in words for token in tokens([word], language)]


def _spoken(words: Sequence[str], other: Sequence[str], language: str | None) -> list[str]:
    """The words without contractions, phrases that are written short in full."""
    beside = {piece.lower() for word in other for piece in _pieces(word)}
    out: list[str] = []
    for word in _in_full(words, language):
        out.extend(_resolved(piece, beside) for piece in _pieces(word))
    return out


@cache
def _short_phrases(language: str | None) -> tuple[Mapping[str, str], frozenset[str]]:
    """The phrases written short of a language, and the words that they begin with."""
    short = value_words(language).short_phrases
    return short, frozenset(phrase.split()[0] for phrase in short)


def _in_full(words: Sequence[str], language: str | None) -> Sequence[str]:
    """The words with phrases written short in full: 'z. B.', 'p. ex.'."""
    short, begun = _short_phrases(language)
    if begun.isdisjoint(map(str.lower, words)):
        return words
    out: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(_MOST_OF_SHORT, len(words) - at), 0, -1):
            phrase = short.get(" ".join(words[at : at + length]).lower())
            if phrase is not None:
                out += phrase.split()
                at += length
                break
        else:
            out.append(words[at])
            at += 1
    return out


@lru_cache(maxsize=20_000)
def _pieces(word: str) -> tuple[str, ...]:
    known = spelling()
    lowered = word.lower()
    if lowered in known.shortened:
        return tuple(known.shortened[lowered].split())
    for ending, long in known.endings.items():
        stem = lowered.removesuffix(ending)
        if stem and stem != lowered:
            return (*_pieces(stem), long)
    for ending in ("'s", "'d"):
        stem = lowered.removesuffix(ending)
        if stem and stem != lowered and (ending == "'d" or stem in known.s_stands_for_is):
            return stem, ending
    return (word,)


def _resolved(piece: str, beside: set[str]) -> str:
    if piece == "'s":
        return "has" if "has" in beside and "is" not in beside else "is"
    if piece == "'d":
        return "had" if "had" in beside and "would" not in beside else "would"
    return piece
