"""Tells where a sentence speaks of a person whom it does not name: 'sa sœur', 'die Torhüterin'.

Whoever is behind a later 'she' may be meant by that as well as somebody with a name.
"""

from collections.abc import Sequence
from itertools import pairwise

from audit.extract.others.grammar.tokens import is_any_verb, is_word
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.phrasebook import Phrasebook

_FARTHEST_PLACE = 7  # tokens of what a role is of
_FARTHEST_ROLE = 3  # tokens before a name
_FARTHEST_NAME = 4  # tokens from a comma to the name behind it
_TELLING_END = 4  # letters of a surname's ending that only one gender has
_HE, _SHE = "he", "she"


def is_kin(tokens: Sequence[Token], at: int, book: Phrasebook) -> bool:
    """Whether somebody is named by whose brother he is: 'le frère du cinéaste', 'Ihre Tochter'."""
    if _bare(tokens[at], book) not in book.kin or at + 1 >= len(tokens):
        return False
    follows = tokens[at + 1]
    if tokens[at + 1].text == "," and _is_full_name_near(tokens, at + 2):
        return False  # 'O neto, o compositor Jair Nogueira'
    whose = at > 0 and tokens[at - 1].low in book.determiners
    joined = among(follows.low, book.joining, book.genitive)
    elided = tokens[at].low != _bare(tokens[at], book)
    if book.articles and not book.nouns_capitalised:
        return whose or (joined and elided)  # no 'fille d’agriculteurs, Roy'
    return joined or whose or (not book.articles and follows.text == follows.low)


def lone_name(tokens: Sequence[Token], kin: int, book: Phrasebook) -> str | None:
    """The name behind whose brother somebody is: 'Sa sœur Rosalie', not 'der Bruder Karls'."""
    at = kin + 1
    at += at < len(tokens) and tokens[at].text == ","
    if at >= len(tokens) or not tokens[at].is_name or kin == 0:
        return None
    if at > kin + 1 and (at + 1 >= len(tokens) or tokens[at + 1].text != ","):
        return None  # 'Mit ihrer Mutter, Karl und Paul'
    name = tokens[at]
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    if follows is not None and (follows.is_name or follows.text == "-"):
        return None
    known = among(name.low, book.closed, book.determiners, book.roles, book.words.times)
    genitive = book.nouns_capitalised and (
        name.low.endswith("s") or tokens[kin - 1].low in book.articles
    )
    return None if known or genitive or not name.text.isalpha() else name.text


def _is_full_name_near(tokens: Sequence[Token], at: int) -> bool:
    """Whether two capitalised words stand together within a few tokens, no sign before them."""
    near = tokens[at : at + _FARTHEST_NAME]
    for first, second in pairwise(near):
        if not is_word(first):
            return False
        if first.is_name and second.is_name:
            return True
    return False


def opens_sentence(tokens: Sequence[Token], first: int, book: Phrasebook) -> bool:
    """Whether a name is the subject that a sentence opens with, a role before it or not."""
    return not any(
        among(tokens[at].low, book.prepositions - book.joining, book.pronouns, book.conjunctions)
        or is_any_verb(tokens, at, book)
        for at in range(first)
    )


def is_role_alone(tokens: Sequence[Token], at: int, book: Phrasebook) -> bool:
    """Whether a role stands for somebody, without a name beside it: 'la préfète', 'der Pfarrer'."""
    low = _bare(tokens[at], book)
    if not _is_role(low, book) or (book.plural_ends and low.endswith(book.plural_ends)):
        return False
    elided = low != tokens[at].low
    first = at
    while first > max(at - 2, 0) and not elided and tokens[first].low not in book.determiners:
        first -= 1
    determined = elided or tokens[first].low in book.determiners
    if not (determined or not book.articles) or _is_apposed(tokens, first):
        return False
    if named_behind_place(tokens, at, book) is not None:
        return False
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    if follows is None or not is_word(follows):
        return not _leads_to_name(tokens, at + 1)
    if book.nouns_capitalised or among(follows.low, book.closed) or low in book.roles:
        return not follows.is_name or follows.low in book.closed
    return follows.text == follows.low and follows.low in book.determiners  # no 'premier pas'


def named_behind_place(tokens: Sequence[Token], at: int, book: Phrasebook) -> int | None:
    """Where a name begins behind what a role is of: 'le ministre des Transports, Paul Roy,'."""
    if at + 1 >= len(tokens) or not among(tokens[at + 1].low, book.joining, book.genitive):
        return None
    for comma in range(at + 2, min(at + 2 + _FARTHEST_PLACE, len(tokens) - 2)):
        if tokens[comma].text == ",":
            full = tokens[comma + 1].is_name and tokens[comma + 2].is_name
            return comma + 1 if full else None
        if not is_word(tokens[comma]) or tokens[comma].low in book.auxiliaries:
            return None
    return None


def gender_of(tokens: Sequence[Token], at: int, book: Phrasebook) -> str | None:
    """'he' or 'she', as far as a noun and its article tell."""
    low = _bare(tokens[at], book)
    if low in book.kin:
        return _SHE if low in book.kinswomen else _HE if low in book.kinsmen else None
    if book.feminine_ends and low.endswith(book.feminine_ends):
        return _SHE
    if book.nouns_capitalised:
        return _HE
    before = tokens[at - 1].low if at > 0 and low == tokens[at].low else ""
    return _HE if before in book.masculine else _SHE if before in book.feminine else None


def gender_of_noun(low: str, book: Phrasebook) -> str | None:
    """What a noun before a name tells: 'Trainerin', and 'Trainer', of whom there are both."""
    if low.endswith(book.feminine_ends):
        return _SHE
    both = any(low + end in book.roles for end in book.feminine_ends)
    return _HE if both and low in book.roles else None


def gender_of_surname(low: str, book: Phrasebook) -> str | None:
    """What the long ending of a surname in the nominative tells: 'Дольская', 'Дольский'."""
    tables = ((_SHE, book.genitive_surnames_women), (_HE, book.genitive_surnames_men))
    for gender, table in tables:
        ends = tuple(end for _, end in table if len(end) >= _TELLING_END)
        if low.endswith(ends):
            return gender
    return None


def role_begins(tokens: Sequence[Token], first: int, book: Phrasebook) -> int:
    """Where the roles before a name begin: not at 'Zeuge' of 'Der Zeuge half Kommissar Roth'."""
    start = first
    while start > max(first - _FARTHEST_ROLE, 0):
        before = tokens[start - 1]
        plain = before.text == before.low and is_word(before) and before.low not in book.closed
        if book.nouns_capitalised and plain:
            return start
        start -= 1
    return start


def _is_role(low: str, book: Phrasebook) -> bool:
    if _is_role_form(low, book):
        return True
    ends = [end for end in book.feminine_ends if low.endswith(end)]
    return any(_is_role_form(low.removesuffix(end), book) for end in ends)


def _is_role_form(form: str, book: Phrasebook) -> bool:
    titled = bool(book.title_ends) and form.endswith(book.title_ends)
    return titled or among(form, book.roles, book.words.titles)


def _bare(token: Token, book: Phrasebook) -> str:
    """A word without what is elided before it: 'avocat' of 'l'avocat'."""
    elided, apostrophe, rest = token.low.partition("'")
    return rest if apostrophe and rest and elided in book.elided else token.low


def _is_apposed(tokens: Sequence[Token], first: int) -> bool:
    """Whether a comma parts a role from the name that it is of: 'Anne Roy, la ministre'."""
    return first > 1 and tokens[first - 1].text == "," and tokens[first - 2].is_name


def _leads_to_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma leads from a role to its name: 'la ministre, la juriste Anne Roy'."""
    if at >= len(tokens) or tokens[at].text != ",":
        return False
    for token in tokens[at + 1 : at + 1 + _FARTHEST_NAME]:
        if token.is_name or not is_word(token):
            return token.is_name
    return False
