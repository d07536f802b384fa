"""Tokens of a sentence in another language than English, and what they are told by themselves."""

from collections.abc import Iterator, Sequence

from audit.extract.sentences import Token
from audit.languages.extraction.phrasebook import Phrasebook

_BOUNDS = frozenset(",;:—–()[].!?…")
_LONGEST_CLAUSE = 60  # tokens
_SHORTEST_VERB = 4  # letters; what is shorter is told by the lists alone


def refined(tokens: Sequence[Token], book: Phrasebook) -> list[Token]:
    """Tokens with what is written together apart.

    'l’élu' is two words, 'dit-il' too, '“.' two signs.

    An object that hangs on its verb is no word of its own: 'queixou-se' is the verb alone.
    """
    found: list[Token] = []
    for token in tokens:
        if token.text.isalpha():  # as most words: nothing in it can be apart
            found.append(token)
        else:
            found.extend(_split(token, book))
    return found


def _split(token: Token, book: Phrasebook) -> Iterator[Token]:
    text = token.text
    if token.quote >= 0 or token.low in book.according:
        yield token
        return
    if text[-1] == "." and not (text[0].isalnum() or text[0] == "."):
        yield Token(token.start, token.end - 1, text[:-1], token.low[:-1])
        yield Token(token.end - 1, token.end, ".", ".")
        return
    apostrophe = text.find("’") if "’" in text else text.find("'")
    if 0 < apostrophe < len(text) - 1 and token.low[:apostrophe] in book.elided:
        cut = apostrophe + 1
        yield Token(token.start, token.start + cut, text[:cut], token.low[:cut])
        yield from _split(Token(token.start + cut, token.end, text[cut:], token.low[cut:]), book)
        return
    verb, hyphen, pronoun = text.rpartition("-")
    low = pronoun.lower()
    if hyphen and verb and low in book.enclitic_objects:
        yield Token(token.start, token.end, verb, verb.lower())
        return
    if hyphen and verb and low in book.enclitics:
        cut = len(text) - len(pronoun)
        verb = verb.removesuffix("-t")
        yield Token(token.start, token.start + len(verb), verb, verb.lower())
        yield Token(token.start + cut, token.end, text[cut:], token.low[cut:])
        return
    yield token


def is_word(token: Token) -> bool:
    """Whether a token is a word or a number, not a sign and not a quotation."""
    return token.quote < 0 and token.text[0].isalnum()


def is_verb(tokens: Sequence[Token], at: int, book: Phrasebook) -> bool:
    """Whether a token is a verb of saying: a participle only behind an auxiliary."""
    token = tokens[at]
    if token.quote >= 0:
        return False
    if token.low not in book.say and not _agrees(tokens, at, book):
        if at == 0 or token.low not in book.near:
            return False
        limit = min(at + 4, len(tokens))
        behind = (i for i in range(at + 1, limit) if tokens[i].low not in book.passing)
        return tokens[next(behind, at)].quote >= 0
    if at > 0 and (token.text[0].isupper() or _is_noun(tokens, at, book)):
        return False
    if token.low in book.roles and at + 1 < len(tokens) and tokens[at + 1].is_name:
        return False  # 'l’ancien juge Hugo Vernet'
    if at > 0 and book.drops_pronouns and book.articles and tokens[at - 1].low in book.joining:
        return False  # 'el tono de queja'
    if token.low in book.causing and at > 0 and tokens[at - 1].low in book.auxiliaries:
        follows = tokens[at + 1].low if at + 1 < len(tokens) else ""
        return follows in book.infinitives  # 'a fait savoir', but 'en a fait une montagne'
    if book.participle_ends and token.low.endswith(book.participle_ends):
        before = [word.low for word in tokens[max(at - 4, 0) : at]]
        helper = next((low for low in reversed(before) if low in book.auxiliaries), None)
        return helper is not None and (
            helper not in book.being or not book.reflexive.isdisjoint(before)
        )
    return True


def _agrees(tokens: Sequence[Token], at: int, book: Phrasebook) -> bool:
    """Whether a participle right behind its auxiliary agrees with an object: 'l’ha definita'."""
    if at == 0 or not book.agreeing or tokens[at - 1].low not in book.auxiliaries - book.being:
        return False
    low = tokens[at].low
    pairs = (pair.split() for pair in book.agreeing)
    return any(
        low.endswith(end) and low.removesuffix(end) + plain in book.say for end, plain in pairs
    )


def _is_noun(tokens: Sequence[Token], at: int, book: Phrasebook) -> bool:
    """Whether what looks like a verb has a determiner.

    'sa demande', not 'la ministre le demande'.
    """
    before = tokens[at - 1].low
    leads = book.articles if book.verb_second else book.determiners  # 'dit zei Roos'
    if not book.object_pronouns or before not in leads:
        return False
    if before in book.alone and before not in book.articles:
        return False
    if before not in book.object_pronouns:
        return True
    if book.verb_second:
        return not _is_verb_last(tokens, at, book)  # 'begrijpt het besluit'
    low = tokens[at - 2].low
    if low in book.like:
        return False  # 'comme le note un rapport'
    return at == 1 or low in book.say or low in book.closed - book.pronouns or low in book.joining


def _is_verb_last(tokens: Sequence[Token], at: int, book: Phrasebook) -> bool:
    """Whether a clause begins as those do whose verb comes last: 'zoals Roos het noemt'."""
    opens = book.like | book.that | book.words.relative | (book.conjunctions - book.coordinating)
    return any(tokens[i].low in opens for i in range(clause_start(tokens, at), at - 1))


def is_any_verb(tokens: Sequence[Token], at: int, book: Phrasebook) -> bool:
    """Whether a token is a finite verb, as far as the lists and its ending tell."""
    token = tokens[at]
    if token.text[0].isupper():
        return False
    by_ending = len(token.low) > _SHORTEST_VERB and token.low.endswith(book.verb_ends)
    return by_ending or token.low in book.finite or is_verb(tokens, at, book)


def clause_start(tokens: Sequence[Token], at: int) -> int:
    """Where the stretch between punctuation marks begins that ends before a token."""
    farthest = max(at - _LONGEST_CLAUSE, 0)
    while at > farthest and tokens[at - 1].quote < 0:
        if tokens[at - 1].text not in _BOUNDS:
            at -= 1
        elif tokens[at - 1].text == ")" and at < len(tokens) and tokens[at].is_name:
            opening = next(
                (i for i in range(at - 2, max(at - 6, 0), -1) if tokens[i].text == "("), 0
            )
            if opening == 0 or not is_word(tokens[opening - 1]):
                break
            at = opening
        else:
            break
    return at
