"""Finds the noun phrase that is the subject of a verb of saying, without a parser.

What bounds a noun phrase are the closed classes of the language, which its phrasebook lists. A phrase
is a range of token numbers.
"""

from collections.abc import Iterator, Sequence

from audit.extract.phrasebook import Phrasebook
from audit.extract.sentences import Token

_NAME_MARKS = frozenset('«»„“”"')
_BOUNDS = frozenset(",;:—–()[].!?…")
_SHORTEST_VERB = 4  # letters; what is shorter is told by the lists alone
_LONGEST_MARKED = 6  # words of a name between marks
_LONGEST_CLAUSE = 60  # tokens
_LONGEST_PHRASE = 20  # tokens
_FARTHEST = 14  # tokens between a verb and its subject


def refined(tokens: Sequence[Token], book: Phrasebook) -> list[Token]:
    """Tokens with what is written together apart: 'l’élu' is two words, 'dit-il' too, '“.' two signs."""
    return [part for token in tokens for part in _split(token, book)]


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
    if hyphen and verb and pronoun.lower() in book.enclitics:
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
    if token.low not in book.say:
        if at == 0 or token.low not in book.near:
            return False
        limit = min(at + 4, len(tokens))
        behind = (i for i in range(at + 1, limit) if tokens[i].low not in book.passing)
        return tokens[next(behind, at)].quote >= 0
    if at > 0 and (token.text[0].isupper() or _is_noun(tokens, at, book)):
        return False
    if token.low in book.roles and at + 1 < len(tokens) and tokens[at + 1].is_name:
        return False  # 'l’ancien juge Hugo Vernet'
    if book.participle_ends and token.low.endswith(book.participle_ends):
        before = [word.low for word in tokens[max(at - 4, 0) : at]]
        helper = next((low for low in reversed(before) if low in book.auxiliaries), None)
        return helper is not None and (helper not in book.being or "s'" in before or "se" in before)
    return True


def _is_noun(tokens: Sequence[Token], at: int, book: Phrasebook) -> bool:
    """Whether what looks like a verb has a determiner: 'sa demande', not 'la ministre le demande'."""
    before = tokens[at - 1].low
    if not book.object_pronouns or before not in book.determiners or before in book.alone:
        return False
    if before not in book.object_pronouns:
        return True
    low = tokens[at - 2].low
    return at == 1 or low in book.say or low in book.closed - book.pronouns or low in book.joining


def phrase_at(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> range | None:
    """The first noun phrase between two tokens that can be a subject, None where there is none."""
    at = _skip(tokens, at, min(end, at + _FARTHEST), book)
    if at >= end:
        return None
    if tokens[at].low in book.pronouns:
        return range(at, at + 1)
    phrase = phrase_from(tokens, at, end, book)
    if phrase is not None and _is_bare(tokens[phrase.start : phrase.stop], book):
        adjective = tokens[phrase.stop - 1].low.endswith(book.adjective_ends or ("\0",))
        goes_on = adjective and phrase.stop < end and tokens[phrase.stop].low in book.determiners
        phrase = phrase_from(tokens, phrase.stop, end, book) if goes_on else None
    if phrase is None:
        return None
    return _name_in_apposition(tokens, phrase, end, book) or phrase


def _is_bare(phrase: Sequence[Token], book: Phrasebook) -> bool:
    """Whether a phrase lacks the determiner that makes a word of its language a subject."""
    first = phrase[0]
    if first.text != first.low or not first.text[0].isalpha() or book.capital_nouns:
        return False
    if any(first.low in group for group in (book.determiners, book.roles, book.alone)):
        return False
    return not first.low.endswith(book.bare_ends) or first.low.endswith(book.not_bare)


def _skip(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> int:
    """Behind adverbs, listeners and adverbial phrases."""
    while at < end:
        low = tokens[at].low
        if tokens[at].quote >= 0:
            return at
        if tokens[at].text in _NAME_MARKS:
            behind = _behind_marks(tokens, at, end)
            if behind is None or behind >= end or not is_word(tokens[behind]):
                return at
            if tokens[behind].low in book.closed or is_verb(tokens, behind, book):
                return at
            if not tokens[behind - 2].low.endswith(book.dative_ends or ("\0",)):
                return at
            at = behind  # who was told: 'сообщила «Коммерсанту» глава банка'
        elif low in book.prepositions or low in book.oblique or low in book.joining:
            at = _behind_adverbial(tokens, at + 1, end, book)
        elif (low in book.determiners and at + 1 < end and tokens[at + 1].low in book.times) or (
            low in book.genitive and at + 1 < end and tokens[at + 1].low in book.listeners
        ):
            at += 2
        elif low in book.passing or low in book.conjunctions:
            at += 1
        else:
            return at
    return at


def _behind_adverbial(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> int:
    while at < end and tokens[at].low in book.determiners:
        at += 1
    if at < end and (tokens[at].low in book.times or tokens[at].low in book.listeners):
        return at + 1
    first = at
    while at < end and is_word(tokens[at]):
        token = tokens[at]
        if token.low in book.closed or token.low in book.determiners or token.low in book.joining:
            break
        if at > first and (token.low in book.roles or (token.is_name and not book.capital_nouns)):
            break
        at += 1
        if book.capital_nouns and token.is_name and token.text not in book.declined:
            break
    return max(at, first)


def phrase_from(tokens: Sequence[Token], start: int, end: int, book: Phrasebook) -> range | None:
    """The noun phrase that begins at a token, in whatever case, None where there is none."""
    at = start
    end = min(end, start + _LONGEST_PHRASE)
    common = not tokens[start].is_name or tokens[start].low in book.determiners
    has_noun = False
    while at < end and tokens[at].quote < 0:
        token = tokens[at]
        low = token.low
        if token.text in _NAME_MARKS:
            behind = _behind_marks(tokens, at, end)
            if behind is None or not (has_noun or at == start):
                break
            starts = at == start
            has_noun = True
            at = behind
            if starts:
                break
        elif token.text == "(" and has_noun and (name := _behind_aside(tokens, at, end)) is not None:
            at = name
        elif not is_word(token):
            break
        elif low in book.speaking_from and _is_source(tokens, start, at, end, book):
            at += 1
        elif low in book.within and has_noun and _name_follows(tokens, at, end, book):
            at += 1
        elif low in book.joining and (has_noun or (at > start and tokens[at - 1].low in book.alone)):
            if at + 1 < end and tokens[at + 1].low in book.strong:
                at += 2  # 'una de ellas'
                has_noun = True
                break
            if not _goes_on(tokens, at + 1, end, book) or _is_place(tokens, start, at, book):
                break
            if low not in book.agents and book.capital_nouns and _ends_in_name(tokens, start, at, book):
                break  # 'sagte Karin Roth bei der Vorlage'
            at += 1
        elif low in book.determiners and not (has_noun and token.is_name):  # 'Yann Le Goff'
            genitive = common and low in book.genitive and _goes_on(tokens, at + 1, end, book)
            genitive = genitive and not _ends_in_name(tokens, start, at, book)
            if has_noun and not genitive and tokens[at - 1].low not in book.joining:
                break
            if not has_noun and at > start and tokens[at - 1].low not in book.determiners:
                start = at  # what stands before an article is no part of its phrase
            at += 1
        elif (extended := _behind_participle(tokens, start, at, end, book)) is not None:
            at = extended
        elif low in book.closed or (at > start and _is_any_verb(tokens, at, book)):
            if not (low in book.within and _joins_names(tokens, at, end, book)):
                break
            at += 1
        elif book.capital_nouns and has_noun and token.text == low:
            break  # an adjective stands before its noun: this is a verb
        elif (
            at - 1 > max(start - 1, 0)
            and tokens[at - 1].is_name
            and token.text == low
            and not (common and low.endswith(book.adjective_ends))
        ):
            break  # a name takes no adjective: this is a verb
        else:
            noun = not book.capital_nouns or token.text != low
            has_noun = has_noun or (noun and not token.text.isdigit())
            at += 1
    if not has_noun:
        return range(start, at) if at > start and tokens[at - 1].low in book.alone else None
    while at > start and _dangles(tokens[at - 1], tokens[start:at], book):
        at -= 1
    return range(start, at) if at > start else None


def _is_any_verb(tokens: Sequence[Token], at: int, book: Phrasebook) -> bool:
    """Whether a token is a finite verb, as far as the lists and its ending tell."""
    token = tokens[at]
    if token.text[0].isupper():
        return False
    by_ending = len(token.low) > _SHORTEST_VERB and token.low.endswith(book.verb_ends or ("\0",))
    return by_ending or token.low in book.finite or is_verb(tokens, at, book)


def _joins_names(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> bool:
    """Whether a preposition stands inside a name: 'Médicos sin Fronteras'."""
    if not 1 < at < end - 1 or not tokens[at - 1].is_name:
        return False
    return tokens[at + 1].is_name and tokens[at + 1].low not in book.closed


def _behind_aside(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """Behind the brackets that part a title from its name: 'le député (LR) Paul Roy'."""
    closing = next((i for i in range(at + 2, min(at + 5, end)) if tokens[i].text == ")"), end)
    return closing + 1 if closing + 1 < end and tokens[closing + 1].is_name else None


def _is_source(tokens: Sequence[Token], start: int, at: int, end: int, book: Phrasebook) -> bool:
    """Whether 'in' goes on with where a source sits: 'собеседник издания в министерстве'."""
    if at + 1 >= end or tokens[start].low not in book.sources:
        return False
    return is_word(tokens[at + 1]) and tokens[at + 1].low not in book.closed


def _behind_marks(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """Behind a name in quotation marks that begins at a token: '«Новый труд»'."""
    if at + 1 >= end or not is_word(tokens[at + 1]):
        return None
    closing = range(at + 2, min(at + 2 + _LONGEST_MARKED, end))
    return next((i + 1 for i in closing if tokens[i].text in _NAME_MARKS), None)


def _name_follows(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> bool:
    """Whether a role goes on to a name: 'эксперт по безопасности Олег Вершинин'."""
    for i in range(at + 1, min(at + 7, end - 1)):
        if not is_word(tokens[i]) or tokens[i].low in book.closed - book.prepositions:
            return False
        if tokens[i].is_name:
            acronym = i == at + 1 and tokens[i].text.isupper() and len(tokens[i].text) > 1
            return acronym or (tokens[i + 1].is_name and i > at + 1)
    return False


def _is_place(tokens: Sequence[Token], start: int, at: int, book: Phrasebook) -> bool:
    """Whether German 'von der' leads away from who speaks: 'ruft die Malerin von der Treppe'."""
    if not book.capital_nouns or tokens[at].low != "von" or tokens[start].low not in book.determiners:
        return False
    return tokens[at + 1].low in book.determiners and sum(t.is_name for t in tokens[start:at]) == 1


def _behind_participle(
    tokens: Sequence[Token], start: int, at: int, end: int, book: Phrasebook
) -> int | None:
    """Behind what stands between a German article and its participle: 'eine mit der Sache vertraute Person'."""
    if not book.capital_nouns or at != start + 1 or tokens[at].low not in book.prepositions:
        return None
    if tokens[start].low not in book.determiners:
        return None
    for place in range(at + 2, min(at + 7, end - 1)):
        token = tokens[place]
        if not is_word(token):
            return None
        adjective = token.text == token.low and token.low[-1:] in "enrsm"
        if adjective and tokens[place - 1].is_name and tokens[place + 1].is_name:
            return place + 1
    return None


def _ends_in_name(tokens: Sequence[Token], start: int, end: int, book: Phrasebook) -> bool:
    """Whether first name and surname stand at the end, so that no genitive can follow."""
    last = tokens[max(end - 2, start) : end]
    return len(last) == 2 and all(
        token.is_name and token.low not in book.determiners for token in last
    )


def _goes_on(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> bool:
    """Whether a noun phrase goes on at a token, not a listener, a time or an outlet's initials."""
    while at < end and tokens[at].low in book.determiners:
        at += 1
    if at >= end or not is_word(tokens[at]):
        return False
    token = tokens[at]
    initials = book.capital_nouns and len(token.text) > 1 and token.text.isupper()
    return not (initials or token.low in book.closed)


def _dangles(last: Token, phrase: Sequence[Token], book: Phrasebook) -> bool:
    if last.low in book.joining or last.low in book.determiners:
        return True
    return last.text in _NAME_MARKS and sum(token.text in _NAME_MARKS for token in phrase) % 2 == 1


def _name_in_apposition(
    tokens: Sequence[Token], phrase: range, end: int, book: Phrasebook
) -> range | None:
    """The name behind a description: 'dijo el ministro de Trabajo, Luis Vega' is by Luis Vega."""
    first = tokens[phrase.start]
    described = not first.is_name or first.low in book.determiners
    described = described or (phrase.start == 0 and first.low in book.roles and len(phrase) > 1)
    if not described or phrase.stop + 2 >= end or tokens[phrase.stop].text != ",":
        return None
    name = phrase_from(tokens, phrase.stop + 1, min(end, phrase.stop + 9), book)
    if name is None or len(name) < 2 or not all(tokens[i].is_name for i in name[-2:]):
        return None
    return name


def subject_before(tokens: Sequence[Token], verb: int, book: Phrasebook) -> range | None:
    """The subject on the left of a verb: 'Anna Lind, die Leiterin, sagte'."""
    start = clause_start(tokens, verb)
    opens = book.that | book.words.relative - book.determiners
    that = next((i for i in range(verb - 1, start, -1) if tokens[i].low in opens), start)
    for first in dict.fromkeys((that, start)):  # 'una idea que el PP ve'
        phrase = phrase_at(tokens, first, verb, book)
        if phrase is not None and first == that != start:
            other = (tokens[i].low not in book.passing for i in range(phrase.stop, verb))
            phrase = None if any(other) else phrase  # 'el informe que la comisión presentó dice'
        if phrase is not None:
            return _joined(tokens, phrase, verb, book)
    if start > 1 and tokens[start].low in book.words.relative and not book.capital_nouns:
        return _antecedent(tokens, start - 1, book)
    aside = start > 1 and tokens[start - 1].text in {",", ")"}
    between = book.passing | book.determiners  # an object pronoun looks like an article: 'l’accuse'
    if not aside or any(tokens[i].low not in between for i in range(start, verb)):
        return None
    before = clause_start(tokens, start - 1)
    if before < 2 or tokens[before - 1].text not in {",", "("}:
        return None
    phrase = phrase_at(tokens, clause_start(tokens, before - 1), start - 1, book)
    if phrase is None:
        return name_before(tokens, start - 1, book)
    return _joined(tokens, phrase, before - 1, book)


def _joined(tokens: Sequence[Token], phrase: range, end: int, book: Phrasebook) -> range:
    """A subject with a second one that ends right before its verb: 'L’UDC et le MCG'."""
    at = phrase.stop
    if at + 1 >= end or tokens[at].low not in book.coordinating:
        return phrase
    second = phrase_from(tokens, at + 1, end, book)
    if second is None or any(tokens[i].low not in book.passing for i in range(second.stop, end)):
        return phrase
    return range(phrase.start, second.stop)


def _antecedent(tokens: Sequence[Token], comma: int, book: Phrasebook) -> range | None:
    """The noun phrase that ends at a comma before a relative: 'un portavoz de Velvia, que insiste'."""
    if tokens[comma].text != ",":
        return None
    for first in range(max(clause_start(tokens, comma), comma - _LONGEST_PHRASE), comma):
        token = tokens[first]
        if not (token.low in book.determiners or token.is_name or token.low in book.roles):
            continue
        phrase = phrase_from(tokens, first, comma, book)
        if phrase is not None and phrase.stop == comma:
            return phrase
    return None


def name_before(tokens: Sequence[Token], comma: int, book: Phrasebook) -> range | None:
    """The name of two words or more that ends at a comma: 'le secrétaire du parti, Paul Roy, accuse'."""
    first = comma
    while first > 0 and tokens[first - 1].is_name and tokens[first - 1].low not in book.closed:
        first -= 1
    return range(first, comma) if comma - first > 1 and tokens[comma].text == "," else None


def clause_start(tokens: Sequence[Token], at: int) -> int:
    """Where the stretch between punctuation marks begins that ends before a token."""
    farthest = max(at - _LONGEST_CLAUSE, 0)
    while at > farthest and tokens[at - 1].quote < 0:
        if tokens[at - 1].text not in _BOUNDS:
            at -= 1
        elif tokens[at - 1].text == ")" and at < len(tokens) and tokens[at].is_name:
            opening = next((i for i in range(at - 2, max(at - 6, 0), -1) if tokens[i].text == "("), 0)
            if opening == 0 or not is_word(tokens[opening - 1]):
                break
            at = opening
        else:
            break
    return at
