"""Finds the name that commas set behind a description: 'le ministre du Travail, Luc Vega'."""

from collections.abc import Sequence

from audit.extract.others.grammar.antecedents import name_before
from audit.extract.others.grammar.noun_phrases import phrase_from
from audit.extract.others.grammar.tokens import is_word
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.extraction.phrasebook import Phrasebook

_LONGEST_PLACE = 6  # tokens
_FULL_NAME = 2  # words


def name_in_apposition(
    tokens: Sequence[Token], phrase: Phrase, end: int, book: Phrasebook
) -> Phrase | None:
    """The name behind a description: 'dijo el ministro de Trabajo, Luis Vega' is by Luis Vega."""
    first = tokens[phrase.start]
    described = not first.is_name or first.low in book.determiners | book.pronouns
    last = tokens[phrase.stop - 1]
    described = described or (phrase.start == 0 and last.text == last.low and len(phrase) > 1)
    described = described or (phrase.start == 0 and first.low in book.roles and len(phrase) > 1)
    comma = _behind_place(tokens, phrase, end, book) if described else end
    comma = _behind_adjective(tokens, comma, end, book)
    if comma + 2 >= end or tokens[comma].text != ",":
        return None
    name = phrase_from(tokens, comma + 1, min(end, comma + 9), book)
    if name is None or len(name) < 2 or not _is_whole_name(tokens, name, book):
        return None
    if name.stop < len(tokens) and is_word(tokens[name.stop]):
        return None  # 'Secondo la procura, Carlo Conti vive a Roma'
    small = book.determiners | book.pronouns
    named = any(tokens[at].is_name and tokens[at].low not in small for at in phrase)
    opens = tokens[name.start]
    another = named and opens.low in book.articles  # 'según la Cadena SER, la Guardia Civil …'
    office = opens.text == opens.low and opens.low not in book.words.titles
    full = all(tokens[at].is_name for at in phrase[-_FULL_NAME:]) and len(phrase) > _FULL_NAME
    return (
        None if another or (office and full) else name
    )  # 'la jueza Ana Roy, jefa de la Sala Alta'


def _is_whole_name(tokens: Sequence[Token], phrase: Phrase, book: Phrasebook) -> bool:
    """Whether a phrase ends in two capitalised words or more, small ones of a name aside."""
    if tokens[phrase.start].low in book.joining and not tokens[phrase.start].is_name:
        return False
    last = [at for at in phrase if tokens[at].low not in book.nobiliary][-2:]
    return len(last) > 1 and all(tokens[at].is_name for at in last)


def _behind_place(tokens: Sequence[Token], phrase: Phrase, end: int, book: Phrasebook) -> int:
    """Behind where a role works, if that is said.

    'o líder do governo no Senado, Murilo Azevedo'.
    """
    at = phrase.stop
    if at >= end or tokens[at].low not in book.role_places:
        return at
    if not any(tokens[i].low in book.roles for i in phrase):
        return at
    while at < min(end, phrase.stop + _LONGEST_PLACE) and is_word(tokens[at]):
        at += 1
    return at


def _behind_adjective(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> int:
    """Behind 'più prolifico' in 'il suo attaccante più prolifico, Chukwudi Obi'."""
    more = at + 2 < end and tokens[at].low in book.adverbs
    if not more or tokens[at + 2].text != "," or tokens[at + 1].is_name:
        return at
    return at + 2 if is_word(tokens[at + 1]) and tokens[at + 1].low not in book.closed else at


def titled_name(
    tokens: Sequence[Token], phrase: Phrase, comma: int, book: Phrasebook
) -> Phrase | None:
    """The name behind its title in an apposition: 'Son avocat, Me Paul Roy, dénonce'."""
    name = name_before(tokens, comma, book)
    if name is None or tokens[phrase.stop].text != ",":
        return None
    first = phrase.stop + 1
    titles = all(tokens[at].low in book.words.titles for at in range(first, name.start))
    described = tokens[phrase.start].low in book.determiners
    return range(first, name.stop) if described and titles and first <= name.start else None
