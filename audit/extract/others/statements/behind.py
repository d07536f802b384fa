"""Finds statements whose verb of saying stands behind or inside them, without quotation marks.

'Le pont rouvrira en mai, a indiqué le préfet' and 'El puente, dijo Ruiz, abrirá'. A verb that also
takes persons as objects says nothing there: 'Roy, maire de Lyon, a remercié la préfète'.
"""

from collections.abc import Iterator, Sequence

from audit.extract.others.cue import Cue
from audit.extract.others.cues_behind import cue_behind
from audit.extract.others.grammar.noun_phrases import phrase_from
from audit.extract.others.grammar.persons import is_person
from audit.extract.others.grammar.tokens import is_any_verb, is_verb, is_word
from audit.extract.phrase import Phrase
from audit.extract.sentences import IN_FIGURES, Token
from audit.languages.common import among
from audit.languages.extraction.phrasebook import Phrasebook

_FEWEST = 2  # words of a statement
_ADDED = 3  # words
_COUNTED = 2  # of them where the first is a number: '70 camas'
_REACH = 6  # tokens behind a comma within which the verb stands
_MOST_COMMAS = 12  # of a sentence that are looked at


def statements_behind(
    tokens: Sequence[Token], book: Phrasebook
) -> Iterator[tuple[Cue, tuple[Phrase, ...]]]:
    """The cue of a statement without marks, with the stretches that are reported.

    At most one in a sentence.
    """
    if not book.stating or any(token.quote >= 0 for token in tokens):
        return
    commas = [at for at, token in enumerate(tokens) if token.text == ","][:_MOST_COMMAS]
    for comma in commas:
        if not any(states(token, book) for token in tokens[comma + 1 : comma + 1 + _REACH]):
            continue
        cue = cue_behind(tokens, comma + 1, book)
        if cue is None or not _is_turned_round(tokens, comma, cue, book):
            continue
        reported = _reported(tokens, comma, cue, book)
        if reported:
            yield cue, reported
            return


def states(token: Token, book: Phrasebook) -> bool:
    """Whether a verb of saying takes a clause, and no person, for what is said."""
    said = among(token.low, book.say, book.infinitives)
    return said and token.low.startswith(book.stating)


def _is_turned_round(tokens: Sequence[Token], comma: int, cue: Cue, book: Phrasebook) -> bool:
    """Whether a verb that states comes before its subject, who can speak."""
    subject = cue.subject
    if subject is None or not states(tokens[cue.end - 1], book):
        return False
    pronoun = len(subject) == 1 and among(tokens[subject.start].low, book.pronouns, book.enclitics)
    if subject.start < cue.end and not (pronoun and subject.start > comma + 1):
        return False
    if pronoun:
        return tokens[subject.start].low not in book.anybody | book.words.relative
    if any(_is_body(tokens[at].low, book) for at in subject):
        return True
    articled = len(subject) > 1 and tokens[subject.start].low in book.articles
    if articled and among(tokens[subject.start + 1].low, book.places):
        return True  # 'precisa la nota'
    stop = tokens[subject.stop].text if subject.stop < len(tokens) else ""
    if subject.start == cue.end and stop == "," and tokens[subject.start].low in book.articles:
        return True  # 'Le toit, précise le document, devra …'
    head = tokens[subject.start]
    if not book.articles and head.low.endswith(book.dative_ends) and head.low not in book.roles:
        return False  # who was told: 'сообщил журналистам'
    return is_person(tokens, subject, book)


def _is_body(low: str, book: Phrasebook) -> bool:
    """Whether a noun is of a body, or of several: 'syndicats', 'autoridades'."""
    return not book.bodies.isdisjoint({low, low.removesuffix("s"), low.removesuffix("es")})


def added_behind(
    tokens: Sequence[Token], before: Phrase, cue: Cue, book: Phrasebook
) -> tuple[Phrase, ...]:
    """What a sentence adds behind a source that it names: ', contre 3 millions en 2020'.

    It has a figure and no verb, or the words before the source have none and the sentence goes on.
    """
    end = max(cue.end, cue.subject.stop if cue.subject is not None else 0)
    if before.start >= end or end >= len(tokens) or tokens[end].text != ",":
        return ()
    stop = next((at for at in range(end + 1, len(tokens)) if _ends_phrase(tokens, at)), len(tokens))
    rest = range(end + 1, stop)
    fewest = _COUNTED if rest and tokens[rest.start].text[0].isdigit() else _ADDED
    if _words(tokens, rest) < fewest or _is_apposition(tokens, end, book):
        return ()
    verbs = [at for at in rest if _is_finite(tokens, at, book)]
    if tokens[rest.start].low in book.being and verbs == [rest.start]:
        return _if_figures(tokens, rest, cue, book)  # 'soit 21 %'
    if _opens_another(tokens[rest.start], book):
        return ()
    if not verbs:
        return _if_figures(tokens, rest, cue, book)
    goes_on = verbs[0] == rest.start and not any(_is_finite(tokens, at, book) for at in before)
    return (rest,) if goes_on else ()


def _opens_another(first: Token, book: Phrasebook) -> bool:
    """Whether a word opens a clause of its own, or a name: 'mais', 'ce que', 'Roy'."""
    closed = (book.conjunctions, book.coordinating, book.words.relative, book.pronouns, book.that)
    opens = among(first.low, *closed) and first.low not in book.prepositions
    return first.is_name or opens


def _if_figures(
    tokens: Sequence[Token], rest: Phrase, cue: Cue, book: Phrasebook
) -> tuple[Phrase, ...]:
    """A rest that has figures and is not said of a person before it: 'Roy, 45 ans, courtière'."""
    if not any(tokens[at].text[0].isdigit() for at in rest):
        return ()
    of_person = cue.subject is not None and is_person(tokens, cue.subject, book)
    return (rest,) if not of_person or tokens[rest.start].low in book.prepositions else ()


def _is_finite(tokens: Sequence[Token], at: int, book: Phrasebook) -> bool:
    """Whether a token is a finite verb, an auxiliary or a form of being."""
    return is_any_verb(tokens, at, book) or among(tokens[at].low, book.auxiliaries, book.being)


def _ends_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sign or a quotation ends a phrase; those inside figures do not."""
    token = tokens[at]
    if token.quote >= 0:
        return True
    inside = at + 1 < len(tokens) and tokens[at + 1].start == token.end
    return not is_word(token) and token.text not in IN_FIGURES and not inside


def _reported(
    tokens: Sequence[Token], comma: int, cue: Cue, book: Phrasebook
) -> tuple[Phrase, ...]:
    """The statement before a cue, and what goes on behind a cue in its middle."""
    before = _behind_sign(tokens, comma)
    subject = cue.subject or range(cue.end, cue.end)
    end = max(cue.end, subject.stop)
    if _words(tokens, before) < 1 or not _ends_clause(tokens, end, book):
        return ()
    goes_on = next((at for at in range(end, len(tokens)) if tokens[at].text == ","), None)
    if goes_on is not None and _is_apposition(tokens, goes_on, book):
        goes_on = next(
            (at for at in range(goes_on + 1, len(tokens)) if tokens[at].text == ","), None
        )
    rest = range(goes_on + 1, len(tokens)) if goes_on is not None else range(0)
    added = added_behind(tokens, before, cue, book)
    if added and _words(tokens, before) >= _FEWEST and not _lacks_verb(tokens, before, book):
        return before, *added
    if _words(tokens, rest) >= _FEWEST and _may_go_on(tokens, rest, book):
        return before, rest
    if _words(tokens, before) < _FEWEST or _lacks_verb(tokens, before, book):
        return ()
    return (before,)


def _behind_sign(tokens: Sequence[Token], end: int) -> Phrase:
    """What stands before a token in its sentence, from its last colon or semicolon on."""
    signs = (at + 1 for at in range(end - 1, -1, -1) if tokens[at].text in {":", ";"})
    return range(next(signs, 0), end)


def _words(tokens: Sequence[Token], within: Phrase) -> int:
    return sum(is_word(tokens[at]) for at in within)


def _ends_clause(tokens: Sequence[Token], at: int, book: Phrasebook) -> bool:
    """Whether nothing but when, where or to whom follows: no object, no 'that'."""
    if at >= len(tokens) or not is_word(tokens[at]):
        return True
    low = tokens[at].low
    if low in book.that:
        return False
    last = at + 1 >= len(tokens) or not is_word(tokens[at + 1])
    if last and low in book.finite:
        return True  # ', liet ze weten.'
    return among(low, book.prepositions, book.joining, book.passing, book.words.times, book.oblique)


def _is_apposition(tokens: Sequence[Token], comma: int, book: Phrasebook) -> bool:
    """Whether what follows a comma says more of the speaker: ', maire de Lyon', ', qui …'."""
    follows = tokens[comma + 1].low if comma + 1 < len(tokens) else ""
    behind = tokens[comma + 2].low if comma + 2 < len(tokens) else ""
    if among(follows, book.words.relative - book.determiners, book.roles, book.words.titles):
        return True
    article = follows in book.determiners and behind in book.roles
    participle = bool(book.participles) and follows.endswith(book.participles)
    return article or participle


def _may_go_on(tokens: Sequence[Token], rest: Phrase, book: Phrasebook) -> bool:
    """Whether the sentence itself goes on, not a second thing that the speaker does."""
    low = tokens[rest.start].low
    return not among(low, book.prepositions, book.conjunctions, book.words.relative, book.times)


def _lacks_verb(tokens: Sequence[Token], before: Phrase, book: Phrasebook) -> bool:
    """Whether what comes before is a subject with an aside, or says only when and where."""
    if any(
        is_any_verb(tokens, at, book) or among(tokens[at].low, book.auxiliaries, book.being)
        for at in _outside_asides(tokens, before, book)
    ):
        return False
    first = next((at for at in before if tokens[at].text == ","), None)
    if among(tokens[before.start].low, book.prepositions, book.conjunctions, book.joining):
        return True
    if first is None:
        return False
    subject = phrase_from(tokens, before.start, first, book)
    return subject is not None and subject.stop == first


def _outside_asides(tokens: Sequence[Token], before: Phrase, book: Phrasebook) -> Iterator[int]:
    """The words of a statement that are in no relative clause."""
    aside = False
    for at in before:
        if tokens[at].text == ",":
            follows = tokens[at + 1].low if at + 1 < before.stop else ""
            aside = follows in book.words.relative
        elif not aside and is_word(tokens[at]):
            yield at


def states_before_colon(tokens: Sequence[Token], colon: int, book: Phrasebook) -> int | None:
    """The verb right before a colon behind which its speaker's words are told without marks.

    'Мэр уверен: мост откроют в мае'. None where there is none.
    """
    verb = colon - 1
    if verb < 1 or colon + _FEWEST >= len(tokens) or not is_verb(tokens, verb, book):
        return None
    return verb if states(tokens[verb], book) else None
