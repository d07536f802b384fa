"""Finds the cue and the speaker of quoted words in languages other than English.

What differs from language to language is in the phrasebooks. It knows the speaker behind the words
('„…“, sagte Lind'), before them ('Lind a déclaré : « … »') and around them ('Lind hat den Plan als „…“
bezeichnet').
"""

from collections.abc import Sequence
from typing import NamedTuple

from audit.extract.others.noun_phrases import phrase_from
from audit.extract.others.persons import is_person, main_subject
from audit.extract.others.subjects import (
    name_before,
    phrase_at,
    right_of,
    subject_before,
    subject_of,
)
from audit.extract.others.tokens import clause_start, is_any_verb, is_verb, is_word
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.phrasebook import Phrasebook

_BETWEEN = frozenset(",—–-―).")
_REACH = 60  # tokens on either side of words within which their cue is looked for
_AGENT_REACH = 12  # tokens between a participle and its agent
_LONGEST_ASIDE = 8  # tokens, its commas among them
_CUE_REACH = 5  # tokens behind the comma within which a verb of saying is looked for


class Cue(NamedTuple):
    """Tokens ``start`` up to ``end`` say that ``subject`` says something; None where it is dropped."""

    start: int
    end: int
    subject: Phrase | None


def find_cue(tokens: Sequence[Token], index: int, book: Phrasebook) -> Cue | None:
    """The cue of the quotation at token ``index``, the surest pattern first."""
    return (
        _behind(tokens, index, book)
        or _ahead(tokens, index, book)
        or _closing(tokens, index, book)
        or _viewed(tokens, index, book)
        or _framed(tokens, index, book)
    )


def _behind(tokens: Sequence[Token], index: int, book: Phrasebook) -> Cue | None:
    """The cue behind words; a subject that it lacks may stand before them: 'O marido sorri: “Não”, diz'."""
    cue = cue_behind(tokens, index + 1, book)
    if cue is None or cue.subject is not None or index < 2 or tokens[index - 1].text != ":":
        return cue
    return cue._replace(subject=_before_colon(tokens, index - 1, book))


def cue_behind(tokens: Sequence[Token], at: int, book: Phrasebook) -> Cue | None:
    """The cue right behind words: ', sagte Lind', ', — он сказал', ', selon Lind', ', wie Lind sagt'."""
    limit = min(at + _REACH, len(tokens))
    end = next((i for i in range(at, limit) if tokens[i].quote >= 0), limit)
    while at < end and tokens[at].text in _BETWEEN:
        at += 1
    if at >= end:
        return None
    source = _according(tokens, at, end, book)
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
    verb = _verb_behind(tokens, at, end, book)
    if verb is not None:
        return _inverted(tokens, first, verb, end, book)
    unlisted = _unlisted(tokens, first, end, book)
    if unlisted is not None:
        return unlisted
    subject = phrase_at(tokens, at, end, book)
    if subject is None:
        return None
    for verb in range(subject.stop, min(subject.stop + _CUE_REACH, end)):
        if is_verb(tokens, verb, book):
            return said(tokens, verb, subject, book)
        if not is_word(tokens[verb]):
            break
    return None


def _verb_behind(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> int | None:
    """The verb of saying that follows, behind adverbs, or its infinitive: 'acertó a decir'."""
    for verb in range(at, min(at + _CUE_REACH, end)):
        if is_verb(tokens, verb, book):
            return verb
        if is_word(tokens[verb]):
            for infinitive in range(verb + 1, min(verb + 3, end)):
                if tokens[infinitive].low in book.infinitives:
                    return infinitive
        if tokens[verb].low not in book.passing and tokens[verb].low not in book.pronouns:
            return None
    return None


def _unlisted(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> Cue | None:
    """A verb that no list knows, told by its place: '„…“, witzelte Lind', '« … », s’emporte Roy'."""
    if tokens[at - 1].text not in {",", "—", "–", "-"} or not _quote_ends(tokens, at):
        return None
    while at < end and tokens[at].low in book.passing - book.copulas:
        at += 1
    if at + 1 >= end or tokens[at].text != tokens[at].low or not tokens[at].text.isalpha():
        return None
    if book.enclosed_verbs and tokens[at + 1].text in {",", "."}:
        ends = tokens[at].low.endswith(book.enclosed_verbs)
        return Cue(at, at + 1, None) if ends and tokens[at].low not in book.closed else None
    head = tokens[at + 1]
    opens = head.low in book.determiners or head.low in book.roles or head.low in book.pronouns
    if tokens[at].low in book.closed - book.copulas or tokens[at].low in book.determiners:
        return None
    stops = at + 2 >= end or tokens[at + 2].text in {".", ","}
    opens = opens or (not book.articles and is_word(head) and stops)
    if not (opens or head.is_name) and not book.articles:
        subject = _role_near(tokens, at + 1, end, book)
        return said(tokens, at, subject, book) if subject is not None else None
    if (
        not (opens or head.is_name)
        or tokens[at].low in book.joining
        or tokens[at].low in book.roles
    ):
        return None
    subject = phrase_from(tokens, at + 1, end, book)
    if head.low in book.pronouns:
        subject = range(at + 1, at + 2)
    return said(tokens, at, subject, book) if subject is not None else None


def _role_near(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> Phrase | None:
    """The role or name behind an unlisted verb and its object: '— не скрывал радости вратарь Зуб'."""
    for place in range(at, min(at + _CUE_REACH - 1, end)):
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


def said(tokens: Sequence[Token], verb: int, subject: Phrase | None, book: Phrasebook) -> Cue:
    """The cue of a verb, with the auxiliary right before it."""
    behind_auxiliary = verb > 0 and tokens[verb - 1].low in book.auxiliaries
    return Cue(verb - behind_auxiliary, verb + 1, subject)


def _according(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> Cue | None:
    """'laut Lind', 'по словам Линд', 'Lind zufolge'."""
    for words in book.according.get(tokens[at].low, ()):
        behind = at + len(words)
        if tuple(token.low for token in tokens[at:behind]) == words:
            if behind < end and tokens[behind].low in book.strong:
                return Cue(at, behind, range(behind, behind + 1))
            subject = phrase_at(tokens, behind, end, book)
            return Cue(at, behind, subject) if subject is not None else None
        if at + 1 >= end or tokens[at + 1].low not in book.possessives:
            continue
        whose = tuple(token.low for token in tokens[at : behind + 1])
        if len(whose) == 3 and (whose[0], whose[2]) == words:
            return Cue(at, behind + 1, range(at + 1, at + 2))
        whole = words[:-1] if words[-1] in book.joining else words
        if len(whose) > 2 and (whose[0], whose[2]) == whole:
            return Cue(at, at + 3, range(at + 1, at + 2))  # 'en su opinión', 'nach ihren Worten'
    if not book.postposed:
        return None
    for behind in range(at + 1, min(at + 12, end)):
        if tokens[behind].low in book.postposed:
            first = at + (tokens[at].low in book.postposed_opens)
            subject = phrase_from(tokens, first, behind, book)
            return Cue(behind, behind + 1, subject) if subject is not None else None
        if not is_word(tokens[behind]):
            break
    return None


def _agent(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> Cue | None:
    """'qualifié de « fou » par Lind'."""
    nearby = range(at - 1, max(at - _AGENT_REACH, -1), -1)
    ends = book.participle_ends or ("",)
    said_so = (i for i in nearby if tokens[i].low in book.say and tokens[i].low.endswith(ends))
    verb = next(said_so, None)
    if verb is not None and any(tokens[i].text in {",", ":"} for i in range(verb, at)):
        return None
    subject = phrase_at(tokens, at + 1, end, book)
    return Cue(verb, verb + 1, subject) if verb is not None and subject is not None else None


def _ahead(tokens: Sequence[Token], index: int, book: Phrasebook) -> Cue | None:
    """The nearest cue before words: 'Lind sagte am Montag: „…“', 'Selon Lind, …'."""
    orphan: int | None = None  # the nearest verb without a subject of its own
    for at in range(index - 1, max(index - _REACH, 0) - 1, -1):
        if tokens[at].quote >= 0:
            continue
        cue = _without_verb(tokens, at, index, book)
        if cue is not None:
            return cue
        if is_verb(tokens, at, book):
            subject = subject_of(tokens, at, index, book)
            if subject is not None:
                return said(tokens, at, subject, book)
            if book.drops_pronouns and tokens[index - 1].text == ":":
                return said(tokens, at, main_subject(tokens, at, book), book)
            orphan = at if orphan is None else orphan
    if index > 1 and tokens[index - 1].text == ":":
        speaker = _before_colon(tokens, index - 1, book)
        return _viewed(tokens, index, book) or Cue(index - 1, index, speaker)
    if tokens[0].low in book.coordinating and index > 2 and tokens[1].low in book.joining:
        return Cue(0, 2, None)  # 'Et d’annoncer « … »'
    if orphan is None or not book.drops_pronouns:
        return None
    # 'El técnico elogió a Keita, al que definió como «…»'
    return said(tokens, orphan, phrase_at(tokens, 0, orphan, book), book)


def _without_verb(tokens: Sequence[Token], at: int, index: int, book: Phrasebook) -> Cue | None:
    """The cue at a token that is no finite verb: 'selon Lind', ', so Lind,', 'pour demander …'."""
    low = tokens[at].low
    if low in book.according or low in book.postposed:
        source = source_at(tokens, at, index, book)
        if source is not None:
            return source
    if low in book.tags and at > 0 and tokens[at - 1].text == ",":
        subject = phrase_at(tokens, at + 1, index, book)
        if subject is not None and tokens[subject.stop].text == ",":
            return Cue(at, at + 1, subject)
    if low in book.infinitives:
        subject = main_subject(tokens, at, book)
        if subject is None and not (book.drops_pronouns and tokens[index - 1].text != ":"):
            return None
        behind_verb = at > 1 and is_any_verb(tokens, at - 2, book)  # 'limitou-se a responder que'
        return Cue(at, at + 1, subject) if subject is not None or behind_verb else None
    return None


def _before_colon(tokens: Sequence[Token], colon: int, book: Phrasebook) -> Phrase | None:
    """Who speaks without a verb of saying: 'Lind (39): „…“', 'Roth, Chefin der Bank, grinst: „…“'."""
    farthest = max(colon - _REACH, 0)
    first = next(
        (i + 1 for i in range(colon - 1, farthest - 1, -1) if tokens[i].quote >= 0), farthest
    )
    stop = colon
    if tokens[stop - 1].text == ")":
        opens = (i for i in range(stop - 1, first, -1) if tokens[i].text == "(")
        stop = next(opens, stop)
    start = max(clause_start(tokens, stop), first)
    phrase = phrase_at(tokens, start, stop, book)
    apposed = name_before(tokens, start - 1, book) if start > first else None
    opening = tokens[start].low
    bare = opening == tokens[start].text and opening not in book.determiners | book.pronouns
    if apposed is not None and (phrase is None or bare):
        return apposed
    near = range(first + 1, min(first + 4, stop))
    if tokens[first].low in book.speaking_from and any(tokens[i].low in book.bodies for i in near):
        return phrase_from(tokens, first + 1, stop, book)
    phrase = phrase or phrase_at(tokens, first, stop, book)
    if phrase is not None and _is_participle(tokens, phrase, book):
        return None
    if phrase is None and book.bare_roles:
        roles = (i for i in range(start, stop) if tokens[i].low in book.roles)
        role = next(roles, None)
        return phrase_from(tokens, role, stop, book) if role is not None else None
    if phrase is None or is_person(tokens, phrase, book):
        return phrase
    head = tokens[phrase.start]
    speaks = head.low in book.determiners | book.alone or head.is_name or book.nouns_capitalised
    return phrase if speaks else None


def _is_participle(tokens: Sequence[Token], phrase: Phrase, book: Phrasebook) -> bool:
    """Whether a phrase is the participle that opens a sentence: 'Perguntado sobre isso, sorri: “…”'."""
    first = tokens[phrase.start].low
    opens = book.drops_pronouns and phrase.start == 0 and len(phrase) == 1
    return opens and first.endswith(book.participles) and tokens[1].low in book.prepositions


def _viewed(tokens: Sequence[Token], index: int, book: Phrasebook) -> Cue | None:
    """'Pour Lind, la loi est « mauvaise »': a name or a role behind 'for' where a clause begins."""
    for at in range(index - 1, max(index - _REACH, 0) - 1, -1):
        if tokens[at].low not in book.view or (at > 0 and is_word(tokens[at - 1])):
            continue
        subject = phrase_from(tokens, at + 1, index, book) if at + 1 < index else None
        if subject is None and at + 1 < index and tokens[at + 1].low in book.strong:
            return Cue(at, at + 1, range(at + 1, at + 2))
        if subject is None:
            continue
        first = tokens[subject.start]
        named = (tokens[i] for i in subject if tokens[i].low not in book.determiners)
        names_one = any(word.is_name and not book.nouns_capitalised for word in named)
        names_one = names_one or (first.is_name and first.low not in book.determiners)
        names_one = names_one or (subject.stop + 1 == index and tokens[index - 1].text == ",")
        if names_one or any(tokens[i].low in book.roles for i in subject):
            return Cue(at, at + 1, subject)
    return None


def source_at(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> Cue | None:
    """The cue of 'according to' at a token, before its source or behind it."""
    if tokens[at].low not in book.postposed:
        return _according(tokens, at, end, book)
    start = at
    while at - start < 2 * _CUE_REACH and start > 0 and is_word(tokens[start - 1]):
        start -= 1
    return _according(tokens, start, at + 1, book) if start < at else None


def _closing(tokens: Sequence[Token], index: int, book: Phrasebook) -> Cue | None:
    """The cue at the end of a sentence: 'Der Plan sei „tot“ und zu teuer, sagte Lind'."""
    for at in range(index + 1, min(index + _REACH, len(tokens) - 1)):
        if tokens[at].text in {",", "—", "–"}:
            cue = cue_behind(tokens, at + 1, book)
            if cue is not None:
                return cue
    return None


def _framed(tokens: Sequence[Token], index: int, book: Phrasebook) -> Cue | None:
    """The verb behind words inside its clause: 'Lind hat den Plan als „tot“ bezeichnet'."""
    for verb in range(index + 1, min(index + _REACH, len(tokens))):
        if tokens[verb].text in {",", ";", ":"}:
            return None
        if tokens[verb].low in book.say and (book.verb_last or is_verb(tokens, verb, book)):
            subject = _frame_subject(tokens, index, book)
            return Cue(verb, verb + 1, subject) if subject is not None else None
    return None


def _frame_subject(tokens: Sequence[Token], index: int, book: Phrasebook) -> Phrase | None:
    start = index
    farthest = max(index - _REACH, 0)
    while start > farthest and (
        tokens[start - 1].quote >= 0 or tokens[start - 1].text not in ",;:"
    ):
        start -= 1
    clause = tokens[start:index]
    if any(token.low in book.passive for token in clause):
        agent = next((i for i in range(start, index) if tokens[i].low in book.agents), None)
        return phrase_from(tokens, agent + 1, index, book) if agent is not None else None
    auxiliary = next((i for i in range(start, index) if tokens[i].low in book.auxiliaries), start)
    return phrase_at(tokens, start, index, book) or subject_before(tokens, auxiliary, book)
