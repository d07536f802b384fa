"""Finds the subject of a verb of saying, without a parser, in languages other than English."""

from collections.abc import Sequence

from audit.extract.others.grammar.antecedents import antecedent, name_before
from audit.extract.others.grammar.appositions import titled_name
from audit.extract.others.grammar.first_phrase import phrase_at
from audit.extract.others.grammar.noun_phrases import NAME_MARKS, behind_marks, phrase_from
from audit.extract.others.grammar.tokens import clause_start, is_verb, is_word
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.phrasebook import Phrasebook

_REACH = 60  # tokens within which a subject is looked for
_HUNG = 3  # characters of an object that is no word of its own: '-se'
_SHORTEST_ADVERBIAL = 2  # tokens before a verb: a preposition and a name
_ASIDES = 2  # commas before the one that ends the asides between a subject and its verb


def subject_before(tokens: Sequence[Token], verb: int, book: Phrasebook) -> Phrase | None:
    """The subject on the left of a verb: 'Anna Lind, die Leiterin, sagte'."""
    start = clause_start(tokens, verb)
    relative = book.words.relative - book.determiners
    if start > 1 and tokens[start].low in book.articles and tokens[start + 1].low in relative:
        return antecedent(tokens, start - 1, book)  # 'il quale'
    subject = _in_clause(tokens, start, verb, book)
    if subject is not None:
        return subject
    if start > 1 and tokens[start].low in relative:
        return antecedent(tokens, start - 1, book)
    return _before_aside(tokens, start, verb, book)


def _in_clause(tokens: Sequence[Token], start: int, verb: int, book: Phrasebook) -> Phrase | None:
    """The subject between where the clause of a verb begins, or its 'that' stands, and the verb."""
    opens = book.that | book.words.relative - book.determiners
    that = next((i for i in range(verb - 1, start, -1) if tokens[i].low in opens), start)
    if tokens[that].low in book.object_relatives and _only_passing(tokens, that + 1, verb, book):
        return None  # 'un avis que ne partage pas Roy'
    for first in dict.fromkeys((that, start)):  # 'una idea que el PP ve'
        phrase = phrase_at(tokens, first, verb, book)
        if phrase is not None and first == that != start:
            other = (tokens[i].low not in book.passing for i in range(phrase.stop, verb))
            phrase = None if any(other) else phrase  # 'el informe que la comisión presentó dice'
        if phrase is not None:
            nearer = _nearer(tokens, phrase, verb, book) or _in_second(tokens, phrase, verb, book)
            return nearer or _joined(tokens, phrase, verb, book)
    return None


def _in_second(
    tokens: Sequence[Token], phrase: Phrase, verb: int, book: Phrasebook
) -> Phrase | None:
    """The subject of the second of two clauses that an 'and' joins: 'La queja sube y Roy dijo'."""
    if not book.articles or book.verb_second:
        return None
    joins = range(verb - 1, phrase.stop, -1)
    at = next((i for i in joins if tokens[i].low in book.coordinating), None)
    if at is None:
        return None
    second = phrase_from(tokens, at + 1, verb, book)
    if second is None or second.start > at + 1:
        return None
    parted = any(tokens[i].low not in book.passing for i in range(second.stop, verb))
    return None if parted else second


def _only_passing(tokens: Sequence[Token], start: int, stop: int, book: Phrasebook) -> bool:
    return all(tokens[at].low in book.passing for at in range(start, stop))


def _before_aside(
    tokens: Sequence[Token], start: int, verb: int, book: Phrasebook
) -> Phrase | None:
    """The subject before what commas or brackets set between it and its verb."""
    aside = start > 1 and tokens[start - 1].text in {",", ")"}
    between = (
        book.passing | book.determiners | book.causing
    )  # an object pronoun looks like an article: 'l’accuse'
    if not aside or any(tokens[i].low not in between for i in range(start, verb)):
        return None
    before = clause_start(tokens, start - 1)
    if before < 2 or tokens[before - 1].text not in {",", "("}:
        return None
    phrase = phrase_at(tokens, clause_start(tokens, before - 1), start - 1, book)
    if phrase is not None and _is_participle(tokens, phrase, book):
        return phrase_at(tokens, before, start - 1, book)
    if phrase is None:
        return name_before(tokens, start - 1, book)
    titled = titled_name(tokens, phrase, start - 1, book)
    if titled is not None:
        return titled
    if opens_with_verb(tokens, phrase, book):
        return None
    return _joined(tokens, phrase, before - 1, book)


def _is_participle(tokens: Sequence[Token], phrase: Phrase, book: Phrasebook) -> bool:
    """Whether a participle and its preposition open a sentence: 'Consultado por este medio, …'."""
    if not book.participles or phrase.start > 0 or len(phrase) > 1:
        return False
    follows = among(tokens[1].low, book.prepositions, book.agents)
    return follows and tokens[0].low.endswith(book.participles)


def opens_with_verb(tokens: Sequence[Token], phrase: Phrase, book: Phrasebook) -> bool:
    """Whether a sentence may open with a verb whose subject is understood: 'Viste chándal, …'."""
    if not book.drops_pronouns or phrase.start > 0 or len(phrase) < 2:
        return False
    first, second = tokens[0], tokens[1]
    if among(first.low, book.determiners, book.roles, book.pronouns, book.alone):
        return False
    return second.text == second.low and not among(second.low, book.joining, book.nobiliary)


def _nearer(tokens: Sequence[Token], phrase: Phrase, verb: int, book: Phrasebook) -> Phrase | None:
    """A role or a pronoun right before the verb, if an object stands first.

    'Слухи авторы называют'.
    """
    if book.verb_second:
        return None
    for first in range(phrase.stop, verb):
        low = tokens[first].low
        if low in book.pronouns and low not in book.determiners:
            return range(first, first + 1)
        if low in book.roles and not among(tokens[first - 1].low, book.closed, book.joining):
            nearer = phrase_from(tokens, first, verb, book)
            return nearer if nearer is not None and nearer.stop == verb else None
    return None


def _joined(tokens: Sequence[Token], phrase: Phrase, end: int, book: Phrasebook) -> Phrase:
    """A subject with a second one that ends right before its verb: 'L’UDC et le MCG'."""
    at = phrase.stop
    if at + 1 >= end or tokens[at].low not in book.coordinating:
        return phrase
    second = phrase_from(tokens, at + 1, end, book)
    if second is None or any(tokens[i].low not in book.passing for i in range(second.stop, end)):
        return phrase
    if tokens[second.start].low in book.articles and _is_of_one(tokens, end, book):
        return second  # 'La queja sube y la chica dijo'
    return range(phrase.start, second.stop)


def _is_of_one(tokens: Sequence[Token], verb: int, book: Phrasebook) -> bool:
    """Whether a verb is singular, where its end tells: not 'dijeron', 'han dicho'."""
    if not book.drops_pronouns or not is_verb(tokens, verb, book):
        return False
    helped = tokens[verb - 1].low in book.auxiliaries
    return not tokens[verb - helped].low.endswith(book.impersonal_ends)


def subject_of(tokens: Sequence[Token], verb: int, end: int, book: Phrasebook) -> Phrase | None:
    """The subject of a verb before the words, on whichever side it stands."""
    follows = tokens[verb + 1].low if verb + 1 < end else ""
    if follows in book.pronouns and (tokens[verb].low, follows) not in book.impersonal:
        return right_of(tokens, verb, end, book)
    body = body_before(tokens, verb, book)
    if body is not None or is_impersonal(tokens, verb, book):
        return body
    stop = next((i for i in range(verb + 1, end) if tokens[i].text == ":"), end)
    if _is_turned_round(tokens, verb, book):
        turned = _is_behind_quotation(tokens, verb) or book.verb_second
        on_left = None if turned else _apposed(tokens, verb, book)
        return on_left or right_of(tokens, verb, stop, book)
    before = _before_passing(tokens, verb, book)
    if before >= 0 and tokens[before].low in book.coordinating:
        return _shared(tokens, before, book)
    stop = next((i for i in range(verb + 1, stop) if tokens[i].low in book.that), stop)
    on_left = subject_before(tokens, verb, book) or _before_asides(tokens, before, book)
    if on_left is not None:
        return on_left
    on_right = right_of(tokens, verb, stop, book)
    object_there = on_right is not None and _is_object_there(tokens, verb, on_right, book)
    return None if object_there else on_right


def _is_object_there(tokens: Sequence[Token], verb: int, thing: Phrase, book: Phrasebook) -> bool:
    """Whether a thing behind a verb is what it is about: 'ha negado los hechos', 'comentó la cita'.

    Where a language drops its pronouns. What leads to words is a subject, as in 'dijo la nota que',
    and so is whatever the verb is in: 'como dijo la nota'.
    """
    if not (book.drops_pronouns and book.articles) or thing.stop >= len(tokens):
        return False
    if verb > 0 and among(tokens[verb - 1].low, book.like, book.words.relative):
        return False
    leads = tokens[thing.stop]
    if leads.quote >= 0 or leads.text in NAME_MARKS | {":"} or leads.low in book.that:
        return False
    behind = range(thing.stop + 1, min(thing.stop + _REACH, len(tokens)))
    aside = next((i for i in behind if tokens[i].text == ","), len(tokens))
    if leads.text == "," and aside + 1 < len(tokens) and tokens[aside + 1].low in book.that:
        return False
    return not heads_somebody(tokens, thing, book)


def heads_somebody(tokens: Sequence[Token], phrase: Phrase, book: Phrasebook) -> bool:
    """Whether the noun of a phrase is who can speak, not only whose it is: no 'la cita de Roy'."""
    for at in phrase:
        token = tokens[at]
        if at > phrase.start and token.low in book.joining:
            return False
        known = among(token.low, book.roles, book.bodies, book.sources, book.kin)
        known = known or (token.low in book.alone and len(phrase) == 1)
        named = token.is_name or token.text != token.low  # 'elDiario'
        if known or named or among(token.low, book.pronouns - book.determiners):
            return True
        if among(token.low, book.words.titles, book.words.outlet_words, book.words.outlet_first):
            return True
    return False


def _is_turned_round(tokens: Sequence[Token], verb: int, book: Phrasebook) -> bool:
    """Whether words or an adverbial stand before a verb, so that its subject is behind it."""
    if _is_behind_quotation(tokens, verb) or _is_behind_adverbial(tokens, verb, book):
        return True
    return _opens_adverbially(tokens, book) and tokens[verb - 1].text == ","


def _is_behind_adverbial(tokens: Sequence[Token], verb: int, book: Phrasebook) -> bool:
    """Whether a verb that comes second stands behind 'to whom': 'Tegen Omroep Zeeland zei Jansen'.

    Names alone stand between the two.
    """
    opens = clause_start(tokens, verb)
    if not book.verb_second or verb - opens < _SHORTEST_ADVERBIAL:
        return False
    low = tokens[opens].low
    if low not in book.prepositions or low in book.nobiliary:
        return False
    return all(tokens[at].is_name for at in range(opens + 1, verb))


def _before_asides(tokens: Sequence[Token], comma: int, book: Phrasebook) -> Phrase | None:
    """The subject that opens a sentence before several asides: 'La química, 40, que …, cree'."""
    if not 0 < comma <= _REACH or tokens[comma].text != ",":
        return None
    if sum(token.text == "," for token in tokens[:comma]) < _ASIDES:
        return None
    opening = phrase_at(tokens, 0, comma, book)
    if opening is None or opening.start > 0 or tokens[opening.stop].text != ",":
        return None
    known = any(among(tokens[at].low, book.roles, book.bodies) for at in opening)
    return opening if known or tokens[opening.stop - 1].is_name else None


def _before_passing(tokens: Sequence[Token], at: int, book: Phrasebook) -> int:
    """The token before a verb and its adverbs, -1 where there is none."""
    at -= 1
    while at >= 0 and tokens[at].low in book.passing:
        at -= 1
    return at


def _is_behind_quotation(tokens: Sequence[Token], verb: int) -> bool:
    """Whether only signs part a verb from a quotation before it."""
    return verb > 1 and any(
        tokens[at].quote >= 0 and all(not is_word(token) for token in tokens[at + 1 : verb])
        for at in range(max(verb - 3, 0), verb)
    )


def _opens_adverbially(tokens: Sequence[Token], book: Phrasebook) -> bool:
    """Whether a sentence opens with something else than its subject: 'Am Montag', 'Comme'."""
    return among(tokens[0].low, book.prepositions, book.conjunctions, book.like)


def _apposed(tokens: Sequence[Token], verb: int, book: Phrasebook) -> Phrase | None:
    """The subject between commas before a verb, or before what the commas hold."""
    name = name_before(tokens, verb - 1, book)
    if name is None or tokens[name.start - 1].text != ",":
        return subject_before(tokens, verb, book)
    return name


def _shared(tokens: Sequence[Token], conjunction: int, book: Phrasebook) -> Phrase | None:
    """The subject of a verb behind 'and': that of the verb of saying before it."""
    nearby = range(conjunction, max(conjunction - _REACH, -1), -1)
    other = next((i for i in nearby if is_verb(tokens, i, book)), None)
    if other is not None and not book.drops_pronouns:
        return subject_of(tokens, other, conjunction, book)
    start = clause_start(tokens, conjunction)
    return subject_before(tokens, conjunction if other is None else other, book) or _before_aside(
        tokens, start, start, book
    )


def is_impersonal(tokens: Sequence[Token], verb: int, book: Phrasebook) -> bool:
    """Whether the pronoun beside a verb makes it nobody's: 'se respondió que', 'lê-se que'."""
    token = tokens[verb]
    hung = token.end - token.start - len(token.text) == _HUNG  # 'lê-se', not 'considera-a'
    if hung and book.enclitic_objects and ("se", token.low) in book.impersonal:
        return True
    return verb > 0 and (tokens[verb - 1].low, tokens[verb].low) in book.impersonal


def body_before(tokens: Sequence[Token], verb: int, book: Phrasebook) -> Phrase | None:
    """The body in which something is said: 'Aus dem Ministerium hieß es', 'В Кремле заявили'."""
    if tokens[verb].low in book.bodiless:
        for at in range(max(verb - _REACH, 0), verb):
            if is_body(tokens, at, verb, verb, book):
                return phrase_from(tokens, at + 1, verb, book)
    start = clause_start(tokens, verb)
    while start < verb and tokens[start].low in book.passing - book.speaking_from:
        start += 1
    if tokens[start].low not in book.speaking_from or start + 1 >= verb:
        return None
    impersonal = tuple(token.low for token in tokens[verb : verb + 2]) in book.impersonal
    noun = tokens[start + 1].low in book.articles and not tokens[start + 2].is_name
    impersonal |= noun and is_impersonal(tokens, verb, book)  # 'Desde el palacio se respondió'
    if impersonal or is_body(tokens, start, verb, verb, book):
        return phrase_from(tokens, start + 1, verb, book)
    return None


def right_of(tokens: Sequence[Token], verb: int, end: int, book: Phrasebook) -> Phrase | None:
    """The subject behind its verb, a body that speaks too.

    'сообщили в пресс-службе', 'hieß es aus …'.
    """
    at = verb + 1
    if at < end and tokens[at].low in book.conjunctions - book.coordinating - book.determiners:
        return None
    if at < end and (tokens[verb].low, tokens[at].low) in book.impersonal:
        place = at + 1
        while place < end and tokens[place].low in book.passing - book.speaking_from:
            place += 1
        speaks = place + 1 < end and tokens[place].low in book.speaking_from
        return phrase_from(tokens, place + 1, end, book) if speaks else None
    if at < end and tokens[at].text in NAME_MARKS:
        behind = behind_marks(tokens, at, end)
        if behind is not None and behind < end and is_body(tokens, behind, verb, end, book):
            return phrase_from(tokens, behind + 1, end, book)
    for place in range(at, min(at + 3, end - 1)):
        if is_body(tokens, place, verb, end, book):
            return phrase_from(tokens, place + 1, end, book)
        if tokens[place].low not in book.passing:
            break
    return phrase_at(tokens, at, end, book) or _outlet_alone(tokens, at, end, book)


def _outlet_alone(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> Phrase | None:
    """An outlet that is told things elsewhere, where nobody else can speak: 'сообщает ТАСС'."""
    if at >= end or not tokens[at].is_name or tokens[at].low not in book.listeners:
        return None
    goes_on = at + 1 < end and is_word(tokens[at + 1])
    return None if goes_on and tokens[at + 1].low not in book.prepositions else range(at, at + 1)


def is_body(tokens: Sequence[Token], at: int, verb: int, end: int, book: Phrasebook) -> bool:
    """Whether 'in' at a token leads to a body that speaks.

    'в его пресс-службе', 'заявили в Кремле'.
    """
    if tokens[at].low not in book.speaking_from or at + 1 >= end:
        return False
    head = at + 1 + (tokens[at + 1].low in book.articles and at + 2 < end)
    named = tokens[head].is_name or tokens[head].text in {"«", '"', "„", "“"}
    if named and tokens[verb].low.endswith(book.impersonal_ends):
        return True
    return any(tokens[i].low in book.bodies for i in range(at + 1, min(at + 4, end)))
