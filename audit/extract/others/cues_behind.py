"""Finds the cue right behind quoted words, in languages other than English."""

from collections.abc import Sequence

from audit.extract.others.cue import Cue, according, said
from audit.extract.others.grammar.first_phrase import phrase_at
from audit.extract.others.grammar.noun_phrases import phrase_from
from audit.extract.others.grammar.subjects import right_of
from audit.extract.others.grammar.tokens import is_verb, is_word
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.phrasebook import Phrasebook

_BETWEEN = frozenset(",—–-―).")
_REACH = 60  # tokens behind the words within which their cue is looked for
_AGENT_REACH = 12  # tokens between a participle and its agent
_LONGEST_ASIDE = 8  # tokens, its commas among them
_CUE_REACH = 5  # tokens behind the comma within which a verb of saying is looked for


def cue_behind(tokens: Sequence[Token], at: int, book: Phrasebook) -> Cue | None:
    """The cue right behind words.

    ', sagte Lind', ', — он сказал', ', selon Lind', ', wie Lind sagt'.
    """
    limit = min(at + _REACH, len(tokens))
    end = next((i for i in range(at, limit) if tokens[i].quote >= 0), limit)
    while at < end and tokens[at].text in _BETWEEN:
        at += 1
    if at >= end:
        return None
    if opens_clause(tokens[at], book) and tokens[at - 1].text == "," and end < limit:
        return None  # words of its own follow: ', quand Marca évoque «…»'
    source = according(tokens, at, end, book)
    if source is not None:
        return source
    if tokens[at].low in book.tags:
        subject = phrase_at(tokens, at + 1, end, book)
        return Cue(at, at + 1, subject) if subject is not None else None
    if tokens[at].low in book.agents:
        return _agent(tokens, at, end, book)
    first = at
    if at + 2 < end and tokens[at].low in book.auxiliaries and tokens[at + 1].low in book.enclitics:
        return Cue(at, at + 3, range(at + 1, at + 2))  # 'a-t-il laissé entendre'
    at += tokens[at].low in book.like
    pronoun = first < at < end and tokens[at].low in book.object_pronouns | book.elided
    verb = _verb_behind(tokens, at + pronoun, end, book)
    if verb is not None:
        return _inverted(tokens, first, verb, end, book)
    unlisted = _unlisted(tokens, first, end, book)
    if unlisted is not None:
        return unlisted
    return _subject_first(tokens, at, end, book)


def _subject_first(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> Cue | None:
    """A subject and the verb behind it: ', — он сказал'."""
    subject = phrase_at(tokens, at, end, book)
    if subject is None:
        return None
    for verb in range(subject.stop, min(subject.stop + _CUE_REACH, end)):
        if is_verb(tokens, verb, book):
            return said(tokens, verb, subject, book)
        if not is_word(tokens[verb]) or tokens[verb].low in book.coordinating:
            break  # 'calificó de «dolorosa» la situación y llamó a …'
    return None


def opens_clause(token: Token, book: Phrasebook) -> bool:
    """Whether a conjunction opens a clause that may have words of its own: 'mais', not 'comme'."""
    return token.low in book.conjunctions and token.low not in book.like


def _verb_behind(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> int | None:
    """The verb of saying that follows, behind adverbs, or its infinitive: 'acertó a decir'."""
    for verb in range(at, min(at + _CUE_REACH, end)):
        if is_verb(tokens, verb, book):
            return verb
        if tokens[verb].low in book.prepositions and verb == at:
            return _behind_adverbial(tokens, at, end, book)
        if is_word(tokens[verb]):
            for infinitive in range(verb + 1, min(verb + 3, end)):
                if tokens[infinitive].low in book.infinitives:
                    return infinitive
        if _is_clitic(tokens, verb, end, book):
            continue  # 'le ha risposto la sindaca'
        if tokens[verb].low not in book.passing and tokens[verb].low not in book.pronouns:
            return None
    return None


def _is_clitic(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> bool:
    """Whether what looks like an article is an object before a verb or its auxiliary."""
    if tokens[at].low not in book.object_pronouns or at + 1 >= end:
        return False
    return tokens[at + 1].low in book.auxiliaries or is_verb(tokens, at + 1, book)


def _behind_adverbial(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> int | None:
    """The verb behind a short phrase: '— в свою очередь отметила Белова', ', de son côté, dit'."""
    for verb in range(at + 2, min(at + _CUE_REACH, end)):
        if not is_word(tokens[verb]) or tokens[verb].low in book.words.relative - book.determiners:
            return None
        if is_verb(tokens, verb, book):
            return verb
    return None


def _unlisted(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> Cue | None:
    """A verb that no list knows, told by its place.

    '„…“, witzelte Lind', '« … », s’emporte Roy'.
    """
    parted = tokens[at - 1].text in {",", "—", "–", "-"}
    parted = parted or (tokens[at - 1].quote >= 0 and tokens[at - 1].text.endswith(","))
    if not parted or not _quote_ends(tokens, at):
        return None
    while at < end and tokens[at].low in book.passing - book.copulas:
        at += 1
    if at + 1 >= end or tokens[at].text != tokens[at].low or not tokens[at].text.isalpha():
        return None
    low = tokens[at].low
    if book.enclosed_verbs and tokens[at + 1].text in {",", "."}:
        verb = low.endswith(book.enclosed_verbs) and low not in book.closed
        return Cue(at, at + 1, None) if verb else None
    if low in book.determiners or low in book.closed - book.copulas:
        return None
    subject = _subject_of_unlisted(tokens, at, end, book)
    return said(tokens, at, subject, book) if subject is not None else None


def _subject_of_unlisted(
    tokens: Sequence[Token], verb: int, end: int, book: Phrasebook
) -> Phrase | None:
    """The subject right behind what may be a verb.

    In a language without articles, a role near it.
    """
    at = verb + 1
    if not _opens_subject(tokens, at, end, book):
        return None if book.articles else _role_near(tokens, at, end, book)
    if among(tokens[verb].low, book.joining, book.roles):
        return None
    if tokens[at].low in book.pronouns:
        return Phrase(at, at + 1)
    return phrase_from(tokens, at, end, book)


def _opens_subject(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> bool:
    head = tokens[at]
    if head.is_name or among(head.low, book.determiners, book.roles, book.pronouns):
        return True
    stops = at + 1 >= end or tokens[at + 1].text in {".", ","}
    return not book.articles and is_word(head) and stops


def _role_near(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> Phrase | None:
    """The role or name behind an unlisted verb and its object.

    '— не скрывал радости вратарь Зуб', '— обратился к рыбакам глава района'.
    """
    told = at  # the noun of a preposition is who is spoken to
    for place in range(at, min(at + _CUE_REACH, end)):
        if tokens[place].low in book.prepositions:
            told = place + 1
            continue
        if told == place > at and is_word(tokens[place]):
            continue
        if not is_word(tokens[place]) or tokens[place].low in book.closed:
            return None
        if tokens[place].low in book.roles or tokens[place].is_name:
            return phrase_from(tokens, place, end, book)
    return None


def _quote_ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether only signs part a token from a quotation before it."""
    while at > 0 and tokens[at - 1].text in _BETWEEN:
        at -= 1
    return at > 0 and tokens[at - 1].quote >= 0


def _inverted(
    tokens: Sequence[Token], first: int, verb: int, end: int, book: Phrasebook
) -> Cue | None:
    pronoun = next((i for i in range(first, verb) if tokens[i].low in book.pronouns), None)
    if pronoun is not None:
        return said(tokens, verb, range(pronoun, pronoun + 1), book)
    subject = right_of(tokens, verb, end, book) or _behind_aside(tokens, verb, end, book)
    if subject is None and not book.drops_pronouns:
        return None
    return said(tokens, verb, subject, book)


def _behind_aside(tokens: Sequence[Token], verb: int, end: int, book: Phrasebook) -> Phrase | None:
    """The subject behind an aside: '“Não”, respondeu, por escrito, o gabinete'."""
    at = verb + 1
    if at + 1 >= end or tokens[at].text != "," or tokens[at + 1].low not in book.prepositions:
        return None
    reach = range(at + 2, min(at + _LONGEST_ASIDE, end - 1))
    comma = next((i for i in reach if tokens[i].text == ","), None)
    return right_of(tokens, comma, end, book) if comma is not None else None


def _agent(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> Cue | None:
    """'qualifié de « fou » par Lind'."""
    nearby = range(at - 1, max(at - _AGENT_REACH, -1), -1)
    ends = book.participle_ends or ("",)
    said_so = (
        i
        for i in nearby
        if tokens[i].low in book.say and tokens[i].low.endswith(ends)
        if i == 0 or tokens[i - 1].low not in book.articles  # 'o arguido'
    )
    verb = next(said_so, None)
    if verb is not None and any(tokens[i].text in {",", ":"} for i in range(verb, at)):
        return None
    subject = phrase_at(tokens, at + 1, end, book)
    return Cue(verb, verb + 1, subject) if verb is not None and subject is not None else None
