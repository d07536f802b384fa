"""Tells which German noun phrases name somebody who can speak, and which a document."""

from collections.abc import Sequence

from audit.extract.german.grammar.forms import is_word
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among

_DECLINED = ("e", "en", "er", "em", "es")
_SHORTEST_END = 3  # letters of an ending that tells a role
_OF_MEN = ("er", "e")  # endings of masculine nouns that are of persons, but for a few things
_SHORTEST_HE = 4  # letters of such a noun
_LESS_UMLAUTS = str.maketrans("äöü", "aou")


def speaks(tokens: Sequence[Token], phrase: Phrase, lexis: Lexis) -> bool:
    """Whether a phrase names a person or a body that can speak."""
    if tokens[phrase.start].low in lexis.grammar.personal and len(phrase) == 1:
        return tokens[phrase.start].low in lexis.grammar.persons
    if len(phrase) == 2 and is_another(tokens, phrase.start, phrase.stop, lexis):
        return True
    names = 0
    for at in _less_attribute(tokens, phrase, lexis):
        token = tokens[at]
        if token.quote >= 0 or not _is_noun(token) or (token.low in lexis.book.determiners):
            names = 0
            continue
        genitive = at > phrase.start and tokens[at - 1].low in lexis.book.determiners
        if is_role(token.low, lexis) and not (genitive and _is_abstract(tokens, phrase, at, lexis)):
            return True
        names = 0 if genitive else names + 1
        if names > 1 or (token.text.isupper() and len(token.text) > 1):
            return True
    lone = len(phrase) == 1 and tokens[phrase.start].is_name
    owned = phrase.stop < len(tokens) and tokens[phrase.stop].low == "des"
    lone = lone and not owned  # 'Teile des Gesetzes'
    lone = lone and not tokens[phrase.start].low.endswith(lexis.grammar.abstract_ends)
    return lone and tokens[phrase.start].low not in lexis.book.closed


def is_he_who(tokens: Sequence[Token], subject: Phrase, lexis: Lexis) -> bool:
    """Whether a subject is a man by its article and its ending: 'Der Kölner', 'ein junger Pole'.

    Of a subject alone, since 'der' is a dative too: 'der Presse'.
    """
    if tokens[subject.start].low not in lexis.grammar.he_forms or len(subject) < 2:
        return False
    head = next(
        (tokens[at] for at in range(subject.start + 1, subject.stop) if tokens[at].is_name), None
    )
    if head is None or head.low.endswith(lexis.grammar.things_of_he):
        return False
    return len(head.low) >= _SHORTEST_HE and head.low.endswith(_OF_MEN)


def may_say(tokens: Sequence[Token], subject: Phrase, lexis: Lexis) -> bool:
    """Whether somebody speaks who is known to, or is a man by article and ending."""
    return speaks(tokens, subject, lexis) or is_he_who(tokens, subject, lexis)


def is_another(tokens: Sequence[Token], start: int, stop: int, lexis: Lexis) -> bool:
    """Whether 'ein anderer' stands at a token without a noun: 'ruft ein anderer'."""
    if start + 1 >= stop or not tokens[start].low.startswith(lexis.grammar.indefinite):
        return False
    if tokens[start + 1].low not in lexis.grammar.another:
        return False
    follows = tokens[start + 2] if start + 2 < stop else None
    return follows is None or not (is_word(follows) and _may_lead(tokens, start + 2, stop))


def _may_lead(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether a noun is at a token, or behind an adjective at it: 'ein anderer junger Mann'."""
    if tokens[at].is_name:
        return True
    adjective = tokens[at].low.endswith(_DECLINED)
    return adjective and at + 1 < stop and tokens[at + 1].is_name


def _is_noun(token: Token) -> bool:
    """Whether a word has a capital, behind a figure too: 'der 34-Jährige'."""
    return token.is_name or (token.text[0].isdigit() and token.text != token.low)


def _less_attribute(tokens: Sequence[Token], phrase: Phrase, lexis: Lexis) -> Phrase:
    """A phrase less what stands before its noun: 'die von der Partei genannten Zahlen'."""
    opens = phrase.start + 1
    if opens >= phrase.stop or tokens[phrase.start].low not in lexis.book.articles:
        return phrase
    if tokens[opens].low not in lexis.book.prepositions:
        return phrase
    declined = (at for at in phrase if at > opens and _is_attribute(tokens, at, lexis))
    return range(next(declined, phrase.start), phrase.stop)


def _is_attribute(tokens: Sequence[Token], at: int, lexis: Lexis) -> bool:
    token = tokens[at]
    small = is_word(token) and token.text == token.low and token.low.endswith(_DECLINED)
    return small and not among(token.low, lexis.book.closed, lexis.book.determiners)


def is_document(tokens: Sequence[Token], phrase: Phrase, lexis: Lexis) -> bool:
    """Whether a phrase is a document, which says what is written in it: 'der Gesetzentwurf'."""
    nouns = (tokens[at].low for at in phrase if tokens[at].is_name)
    head = next((low for low in nouns if low not in lexis.book.determiners), "")
    return head in lexis.grammar.documents or head.endswith(lexis.grammar.document_ends)


def _is_abstract(tokens: Sequence[Token], phrase: Phrase, stop: int, lexis: Lexis) -> bool:
    """Whether the first noun of a phrase is no one: 'die Entwicklung der Schulen'."""
    nouns = (tokens[at] for at in range(phrase.start, stop) if tokens[at].is_name)
    head = next((word.low for word in nouns if word.low not in lexis.book.determiners), "")
    return head.endswith(lexis.grammar.abstract_ends) and not is_role(head, lexis)


def is_role(low: str, lexis: Lexis) -> bool:
    """Whether a noun, or the last part of a compound, is of somebody who can speak."""
    word = low.rpartition("-")[2]
    grammar = lexis.grammar
    him = word.removesuffix("nen").removesuffix("in") if word.endswith(("in", "innen")) else word
    plain = him.translate(_LESS_UMLAUTS)  # 'Bischöfin'
    less = ("s", "es", "n", "en")  # 'des Dezernenten'
    forms = {word, *map(word.removesuffix, less), him, plain}
    if not grammar.speakers.isdisjoint(forms):
        return True
    ends = grammar.role_ends
    return any(form[at:] in ends for form in forms for at in range(len(form) - _SHORTEST_END + 1))
