"""Finds the first noun phrase behind a token, past adverbs and whom something was told."""

from collections.abc import Sequence

from audit.extract.others.grammar.appositions import name_in_apposition
from audit.extract.others.grammar.noun_phrases import NAME_MARKS, behind_marks, phrase_from
from audit.extract.others.grammar.tokens import is_any_verb, is_verb, is_word
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.phrasebook import Phrasebook

_FARTHEST = 14  # tokens within which it begins
_FULL_NAME = 2  # words


def phrase_at(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> Phrase | None:
    """The first noun phrase between two tokens that can be a subject, None where there is none."""
    at = _skip(tokens, at, min(end, at + _FARTHEST), book)
    if at >= end:
        return None
    if tokens[at].low in book.pronouns:
        alone = range(at, at + 1)
        return name_in_apposition(tokens, alone, end, book) or alone
    phrase = phrase_from(tokens, at, end, book)
    if phrase is not None and _is_bare(tokens, phrase, book):
        adjective = tokens[phrase.stop - 1].low.endswith(book.adjective_ends)
        goes_on = adjective and phrase.stop < end and tokens[phrase.stop].low in book.determiners
        phrase = phrase_from(tokens, phrase.stop, end, book) if goes_on else None
    if phrase is None or _is_object(tokens, phrase, book):
        return None
    return name_in_apposition(tokens, phrase, end, book) or phrase


def _is_object(tokens: Sequence[Token], phrase: Phrase, book: Phrasebook) -> bool:
    """Whether a noun that opens a sentence stands in the accusative.

    'Инициативу раскритиковали в …'.
    """
    low = tokens[phrase.start].low
    opens = phrase.start == 0 and low not in book.determiners
    return opens and low.endswith(book.object_ends)


def _is_bare(tokens: Sequence[Token], phrase: Phrase, book: Phrasebook) -> bool:
    """Whether a phrase lacks the determiner that makes a word of its language a subject."""
    first = tokens[phrase.start]
    if phrase.start > 0 and tokens[phrase.start - 1].low in book.article_inside:
        return False  # 'na opinião do governo', 'foi chamado de “louco” pelo governo'
    if first.text != first.low or not first.text[0].isalpha() or book.nouns_capitalised:
        return False
    if among(first.low, book.determiners, book.roles, book.alone, book.sources):
        return False
    if len(phrase) > 1 and all(tokens[at].is_name for at in phrase[1:]):
        if first.low in book.words.titles:
            return False  # 'doña Elvira'
        if len(phrase) > _FULL_NAME and not is_any_verb(tokens, phrase.start, book):
            return False  # 'zegt bioloog Tess Mol'
    return not first.low.endswith(book.bare_ends) or first.low.endswith(book.not_bare)


def _skip(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> int:
    """Behind adverbs, listeners and adverbial phrases."""
    while at < end:
        behind = _behind_one(tokens, at, end, book)
        if behind == at:
            return at
        at = behind
    return at


def _behind_one(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> int:
    """Behind the adverb, listener or adverbial phrase at a token.

    The token itself where there is none.
    """
    low = tokens[at].low
    if tokens[at].quote >= 0:
        return at
    if tokens[at].text in NAME_MARKS:
        return _behind_marked_listener(tokens, at, end, book)
    if at == 0 and low in book.joining & book.determiners:
        return at  # 'Des habitants assurent que'
    if among(low, book.prepositions, book.oblique, book.joining):
        if _opens_surname(tokens, at, end, book):
            return at
        return _behind_adverbial(tokens, at + 1, end, book)
    follows = tokens[at + 1].low if at + 1 < end else ""
    if follows in book.alone and at + 2 < end and _is_finite(tokens, at + 2, book):
        return at  # 'ce dernier avait jugé'
    cited = at > 0 and tokens[at - 1].low in book.according
    if cited and follows in book.alone and at + 2 < end and _is_noun(tokens[at + 2], book):
        return at  # 'selon le dernier bilan', but 'le dernier mois'
    if (low in book.determiners and follows in book.times) or (
        low in book.before_listeners and follows in book.listeners
    ):
        return at + 2
    return at + 1 if among(low, book.passing, book.conjunctions) else at


def _is_noun(token: Token, book: Phrasebook) -> bool:
    return is_word(token) and not among(token.low, book.times, book.closed)


def _is_finite(tokens: Sequence[Token], at: int, book: Phrasebook) -> bool:
    return tokens[at].low in book.auxiliaries or is_any_verb(tokens, at, book)


def _opens_surname(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> bool:
    """Whether a small word with a capital begins a surname: 'zei Van Dam', 'ha detto De Luca'."""
    if at == 0 or at + 1 >= end or not tokens[at].is_name or tokens[at].low not in book.nobiliary:
        return False
    follows = at + 1
    while follows + 1 < end and tokens[follows].low in book.nobiliary:
        follows += 1
    return tokens[follows].is_name and is_word(tokens[at - 1])


def _behind_marked_listener(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> int:
    """Behind who was told, if it is a name in marks: 'сообщила «Коммерсанту» глава банка'."""
    behind = behind_marks(tokens, at, end)
    if behind is None or behind >= end or not is_word(tokens[behind]):
        return at
    if at > 0 and tokens[at - 1].low in book.listeners:
        return behind  # 'рассказал газете «Труд» министр'
    if tokens[behind].low in book.closed or is_verb(tokens, behind, book):
        return at
    return behind if tokens[behind - 2].low.endswith(book.dative_ends) else at


def _behind_adverbial(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> int:
    """Behind the phrase of a preposition that stood before a token."""
    named = True  # whether an outlet's name may follow, as in 'con la cadena SER'
    while at < end and tokens[at].low in book.determiners:
        named = not book.articles or tokens[at].low in book.articles  # not in 'a este diario'
        at += 1
    if at < end and among(tokens[at].low, book.times, book.listeners):
        return at + 1
    first = at
    while at < end and _is_in_adverbial(tokens, at, first, book):
        token = tokens[at]
        if at > first and token.is_name and not book.nouns_capitalised:
            behind = _behind_names(tokens, at, end)
            if tokens[first - 1].low in book.joining:
                return behind  # 'acusó al Gobierno de Ana Roy de …'
            if tokens[at - 1].low in book.words.outlet_first and named:
                return behind  # 'en una entrevista con la cadena SER'
            return behind if tokens[at - 1].is_name and _opens(tokens, behind, end, book) else at
        at += 1
        if book.nouns_capitalised and token.is_name and token.text not in book.declined:
            break
    return at


def _is_in_adverbial(tokens: Sequence[Token], at: int, first: int, book: Phrasebook) -> bool:
    low = tokens[at].low
    if not is_word(tokens[at]) or among(low, book.closed, book.determiners, book.joining):
        return False
    if book.drops_pronouns and at > first and is_any_verb(tokens, at, book):
        return False  # 'De joven recorrió España'
    return at == first or low not in book.roles


def _behind_names(tokens: Sequence[Token], at: int, end: int) -> int:
    while at < end and is_word(tokens[at]) and tokens[at].is_name:
        at += 1
    return at


def _opens(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> bool:
    """Whether a subject opens behind a name of several words.

    'disse ao Valor Econômico um diretor'.
    """
    if at + 1 >= end or tokens[at].low not in book.determiners:
        return False
    return tokens[at + 1].low not in book.times and is_word(tokens[at + 1])
