"""Finds the sources that German names without a verb: 'laut X', 'nach Angaben X', 'X zufolge'."""

from collections.abc import Sequence
from typing import NamedTuple

from audit.extract.german.grammar.forms import is_word
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.grammar.phrases import noun_phrase
from audit.extract.german.outlets import outlet_at
from audit.extract.others.grammar.noun_phrases import phrase_from
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among

_NACH = "nach"
_GENITIVE_ENDS = ("s", "x", "z", "ß", "’", "'")
_OF_SEVERAL = "er"  # of an adjective in the genitive of several
_POSTPOSED = "zufolge"
_LONGEST_TAG = 3  # tokens of ', laut dem Verein'
_LONGEST = 22  # tokens of a source
_LONGEST_NAME = 40  # characters of a name in marks
_LONGEST_MARKED = 9  # tokens of a name in marks, the marks among them
_BEFORE_NOUN = 6  # tokens between 'nach' and its noun
_QUOTES = frozenset('„“«»"”')
_INSIDE_SOURCE = _QUOTES | frozenset("()")  # signs inside a source before 'zufolge'


class Source(NamedTuple):
    """A source: tokens ``start`` up to ``stop`` with its cue, and whose it is.

    ``speaker`` is who speaks; ``is_own`` of 'nach eigenen Angaben', where the subject of the clause
    does.
    """

    start: int
    stop: int
    cue: Phrase
    speaker: Phrase
    is_own: bool = False


def sources_in(tokens: Sequence[Token], lexis: Lexis) -> list[Source]:
    """The sources of a sentence, in order. Linear in the number of tokens."""
    found: list[Source] = []
    for at, token in enumerate(tokens):
        if token.quote >= 0 or (found and at < found[-1].stop):
            continue
        source = None
        if token.low in lexis.grammar.before_source:
            source = _laut(tokens, at, lexis)
        elif token.low == _NACH:
            source = _nach(tokens, at, lexis)
        elif token.low == _POSTPOSED:
            source = _zufolge(tokens, at, lexis)
        elif token.low in lexis.grammar.possessives:
            source = _own_view(tokens, at, lexis)
        elif token.low in lexis.grammar.opens_view:
            source = _view(tokens, at, lexis)
        if source is not None:
            found.append(source)
    return found


def _laut(tokens: Sequence[Token], at: int, lexis: Lexis) -> Source | None:
    if _opens_relative(tokens, at, lexis):
        return None  # 'ein Gutachten, laut dem Kevin schwer verletzt war'
    if at > 0 and tokens[at - 1].low in lexis.grammar.not_according:
        return None
    if at + 1 >= len(tokens):
        return None
    if tokens[at + 1].quote >= 0:
        return Source(at, at + 2, range(at, at + 1), range(at + 1, at + 2))
    if tokens[at + 1].low in lexis.book.strong:
        return Source(at, at + 2, range(at, at + 1), range(at + 1, at + 2))
    if tokens[at].low != "laut" and not _is_document_ahead(tokens, at, lexis):
        return None
    outlet = outlet_at(tokens, at + 1, len(tokens), lexis.book)
    phrase = range(at + 1, outlet[0]) if outlet is not None else _whole(tokens, at + 1, lexis)
    if phrase is None:
        return None
    return _named(tokens, at, phrase, lexis)


def _opens_relative(tokens: Sequence[Token], at: int, lexis: Lexis) -> bool:
    """Whether a preposition and a relative pronoun open a clause whose verb comes last."""
    if at == 0 or at + 2 >= len(tokens) or tokens[at - 1].text != ",":
        return False
    if tokens[at + 1].low not in lexis.grammar.relative:
        return False
    end = next((i for i in range(at + 2, len(tokens)) if not is_word(tokens[i])), len(tokens))
    return end - at > _LONGEST_TAG and _is_verb(tokens[end - 1].low, lexis)


def _own_view(tokens: Sequence[Token], at: int, lexis: Lexis) -> Source | None:
    """'seiner Ansicht nach'."""
    if at + 2 >= len(tokens) or tokens[at + 2].low != _NACH:
        return None
    if tokens[at + 1].low not in lexis.grammar.views:
        return None
    return Source(at, at + 3, range(at, at + 3), range(at, at + 1), is_own=True)


def _is_document_ahead(tokens: Sequence[Token], at: int, lexis: Lexis) -> bool:
    noun = _noun(tokens, at + 1, lexis)
    return noun is not None and _is_carrier(tokens[noun].low, lexis)


def _nach(tokens: Sequence[Token], at: int, lexis: Lexis) -> Source | None:
    wished = _wished(tokens, at, lexis)
    if wished is not None:
        return wished
    noun = _noun(tokens, at + 1, lexis)
    if noun is None or not _is_carrier(tokens[noun].low, lexis):
        return None
    between = [tokens[i].low for i in range(at + 1, noun)]
    if not lexis.grammar.own.isdisjoint(between):
        phrase = range(at + 1, noun + 1)
        return Source(at, noun + 1, range(at, at + 1), phrase, is_own=True)
    possessive = next(
        (i for i in range(at + 1, noun) if tokens[i].low in lexis.grammar.possessives), None
    )
    if possessive is not None:
        stop = noun + 1
        return Source(at, stop, range(at, stop), range(possessive, possessive + 1), is_own=True)
    whole = _whole(tokens, at + 1, lexis)
    phrase = whole if whole is not None and whole.stop > noun else range(at + 1, noun + 1)
    definite = (
        tokens[at + 1].low in lexis.grammar.of_whole
        and tokens[noun].low not in lexis.grammar.documents
    )
    if definite and phrase.stop == noun + 1:
        return None  # when something was: 'nach dem Urteil'
    return _named(tokens, at, phrase, lexis, noun=noun)


def _wished(tokens: Sequence[Token], at: int, lexis: Lexis) -> Source | None:
    """'Geht es nach Lind, …', 'Wenn es nach Lind geht, …'."""
    if at < 2 or tokens[at - 1].low != "es":
        return None
    whom = _whole(tokens, at + 1, lexis)
    if whom is None or whom.stop >= len(tokens):
        return None
    first, last = tokens[at - 2].low, tokens[whom.stop].low
    if first in lexis.grammar.goes_by and last == ",":
        return Source(at - 2, whom.stop, range(at - 2, at + 1), whom)
    if last in lexis.grammar.goes_by and first not in lexis.grammar.goes_by:
        return Source(at - 2, whom.stop + 1, range(at - 2, at + 1), whom)
    return None


def _noun(tokens: Sequence[Token], at: int, lexis: Lexis) -> int | None:
    """The first noun from a token on, past determiners and adjectives."""
    for place in range(at, min(at + _BEFORE_NOUN, len(tokens))):
        token = tokens[place]
        if token.quote >= 0 or not is_word(token):
            return None
        if token.low in lexis.book.determiners or token.low in lexis.grammar.own:
            continue
        if token.text != token.low:
            follows = tokens[place + 1] if place + 1 < len(tokens) else None
            genitive_first = follows is not None and follows.is_name and token.low.endswith("s")
            return place + 1 if genitive_first else place
        if token.low in lexis.book.prepositions or token.low in lexis.book.conjunctions:
            return None
    return None


def _is_carrier(low: str, lexis: Lexis) -> bool:
    """Whether a noun names what carries words: 'Ansicht', 'Bericht', 'Medienberichten'."""
    if low in lexis.grammar.views or low in lexis.grammar.documents:
        return True
    return low.endswith((*lexis.grammar.document_ends, "angaben", "ansicht", "aussagen"))


def _named(
    tokens: Sequence[Token],
    at: int,
    phrase: Phrase,
    lexis: Lexis,
    noun: int | None = None,
) -> Source | None:
    """A source with who speaks: behind 'Angaben' the one whom they are of."""
    if noun is None:
        noun = _noun(tokens, phrase.start, lexis)
    speaker = phrase
    if noun is not None and tokens[noun].low in lexis.grammar.views:
        of = noun + 1 + (noun + 1 < phrase.stop and tokens[noun + 1].low in lexis.book.joining)
        if of < phrase.stop:
            speaker = range(of, phrase.stop)
        elif noun > phrase.start and _is_owner(tokens[noun - 1], lexis):
            speaker = range(noun - 1, noun)  # 'nach Schäubles Ansicht'
    return Source(at, phrase.stop, range(at, at + 1), speaker)


def _is_owner(token: Token, lexis: Lexis) -> bool:
    """Whether a word is a name in the genitive, not the first of its sentence: 'Dem Bericht'."""
    owned = token.low.endswith(_GENITIVE_ENDS)
    return owned and token.is_name and token.low not in lexis.book.determiners


def _whole(tokens: Sequence[Token], at: int, lexis: Lexis) -> Phrase | None:
    """A noun phrase with a name in marks and an 'und' that go on with it."""
    stop = min(len(tokens), at + _LONGEST)
    if at >= stop:
        return None
    end = _head_end(tokens, at, stop, lexis)
    if end is None:
        return None
    end = _with_genitive(tokens, end, stop, lexis)
    if end < stop and _is_its_name(tokens, end, lexis):
        return range(at, end + 1)
    return range(at, _with_second(tokens, end, stop, lexis))


def _is_its_name(tokens: Sequence[Token], at: int, lexis: Lexis) -> bool:
    """Whether words in marks are the name of the noun before: 'der Zeitung „Kurier“'."""
    if tokens[at].quote < 0 or len(tokens[at].text) >= _LONGEST_NAME:
        return False
    noun = tokens[at - 1].low
    outlet = noun.endswith(tuple(lexis.book.words.outlet_words))
    articled = noun in lexis.book.determiners
    return outlet or articled or noun in lexis.book.named or _is_carrier(noun, lexis)


def _head_end(tokens: Sequence[Token], at: int, stop: int, lexis: Lexis) -> int | None:
    """Where a noun phrase ends, or its article before a name in marks; None where none is."""
    phrase = phrase_from(tokens, at, stop, lexis.book)
    if phrase is None:
        if _opens_marks(tokens, at + 1, stop) and tokens[at].low in lexis.book.determiners:
            return at + 1
        return at if _opens_marks(tokens, at, stop) else None
    adverbials = (
        i
        for i in range(at + 1, phrase.stop - 1)
        if tokens[i].low in lexis.book.joining_adverbial
        and tokens[i + 1].low in lexis.book.determiners
    )
    return next(adverbials, phrase.stop)


def _with_second(tokens: Sequence[Token], end: int, stop: int, lexis: Lexis) -> int:
    """Behind the second source that an 'und' adds, if the clause goes on in small letters there."""
    if end + 1 >= stop or tokens[end].low not in lexis.grammar.adding:
        return end
    second = noun_phrase(tokens, end + 1, stop, lexis)
    if second is None or second.stop >= len(tokens):
        return end
    follows = tokens[second.stop]
    pronouns = lexis.book.pronouns - lexis.book.determiners
    if follows.text != follows.low or not is_word(follows):
        return end
    return end if any(tokens[i].low in pronouns for i in second) else second.stop


def _with_genitive(tokens: Sequence[Token], end: int, stop: int, lexis: Lexis) -> int:
    """Behind the genitive and the name in marks that go on with a source."""
    for _ in range(3):
        at = end
        if at >= stop:
            return end
        owned = tokens[at].low in lexis.book.genitive or _is_of_several(tokens, at, lexis)
        if owned or tokens[at].low in lexis.grammar.of_owner:
            phrase = phrase_from(
                tokens, at + (tokens[at].low in lexis.book.joining), stop, lexis.book
            )
            at = phrase.stop if phrase is not None else at + 1
            if phrase is None and not _opens_marks(tokens, at, stop):
                return end
        if _opens_marks(tokens, at, stop):
            closing = range(at + 2, min(at + _LONGEST_MARKED, stop))
            at = next((i + 1 for i in closing if tokens[i].text in _QUOTES), at)
        if at == end:
            return end
        end = at
    return end


def _is_of_several(tokens: Sequence[Token], at: int, lexis: Lexis) -> bool:
    """Whether an adjective opens whose view it is: 'nach Ansicht führender Forscher'."""
    token = tokens[at]
    if at + 1 >= len(tokens) or tokens[at - 1].low not in lexis.grammar.views:
        return False
    small = is_word(token) and token.text == token.low and token.low.endswith(_OF_SEVERAL)
    return small and token.low not in lexis.book.closed and tokens[at + 1].is_name


def _opens_marks(tokens: Sequence[Token], at: int, stop: int) -> bool:
    return at + 1 < stop and tokens[at].text in _QUOTES and is_word(tokens[at + 1])


def _zufolge(tokens: Sequence[Token], at: int, lexis: Lexis) -> Source | None:
    """'Einem Bericht zufolge': the noun phrase before, from its first word on."""
    view = at > 1 and tokens[at - 1].low in lexis.grammar.views
    if view and tokens[at - 2].low in lexis.grammar.possessives:
        return Source(at - 2, at + 1, range(at, at + 1), range(at - 2, at - 1))
    first = at
    while first > 0 and at - first < _LONGEST and _goes_back(tokens, first, at, lexis):
        first -= 1
    start = None if _is_relative(tokens, at, lexis) else _dative_start(tokens, first, at, lexis)
    if start is None:
        return None
    noun = _noun(tokens, start, lexis)
    phrase = range(start, at)
    named = _named(tokens, start, phrase, lexis, noun=noun)
    if named is None:
        return None
    speaker = named.speaker
    return Source(start, at + 1, range(at, at + 1), speaker)


def _goes_back(tokens: Sequence[Token], first: int, at: int, lexis: Lexis) -> bool:
    """Whether a source before 'zufolge', of which a token is the first so far, begins before it."""
    before = tokens[first - 1]
    if not is_word(before):
        return before.text in _INSIDE_SOURCE or before.quote >= 0
    low = before.low
    if before.text != low or among(low, lexis.book.determiners, lexis.book.joining):
        return True
    if low in lexis.grammar.inside_source:
        return True
    attribute = low.endswith(("en", "er", "em", "es")) and first < at and tokens[first].is_name
    return attribute and low not in lexis.book.closed and not _is_verb(low, lexis)


def _is_relative(tokens: Sequence[Token], at: int, lexis: Lexis) -> bool:
    """Whether only a relative pronoun stands before: 'die Leitlinie, der zufolge …'."""
    alone = at == 1 or not is_word(tokens[at - 2])
    return alone and tokens[at - 1].low in lexis.grammar.relative


def _is_verb(low: str, lexis: Lexis) -> bool:
    return (
        low in lexis.grammar.auxiliary
        or low in lexis.grammar.first
        or low in lexis.grammar.second
        or (low in lexis.grammar.full)
    )


def _dative_start(tokens: Sequence[Token], first: int, at: int, lexis: Lexis) -> int | None:
    """Where the source before 'zufolge' begins: at the last dative that a determiner opens."""
    datives = [
        i
        for i in range(first, at)
        if tokens[i].low in lexis.grammar.datives
        or (
            tokens[i].low in lexis.grammar.feminine_datives
            and (i == first or not tokens[i - 1].is_name)
        )
    ]
    datives = [
        i for i in datives if i == first or tokens[i - 1].low not in lexis.book.joining | {"in"}
    ]
    if datives:
        return datives[0] if first == datives[0] else datives[-1]
    return next((i for i in range(first, at) if tokens[i].low not in lexis.book.joining), None)


def _view(tokens: Sequence[Token], at: int, lexis: Lexis) -> Source | None:
    """'aus Sicht der Partei', 'in den Augen der Kritiker'."""
    for words in lexis.book.according.get(tokens[at].low, ()):
        behind = at + len(words)
        if tuple(token.low for token in tokens[at:behind]) != words or behind >= len(tokens):
            continue
        phrase = _whole(tokens, behind, lexis)
        if phrase is not None and phrase.stop + 1 < len(tokens):
            return Source(at, phrase.stop, range(at, behind), phrase)
    return None
