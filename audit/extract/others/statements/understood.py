"""Finds statements whose verb has no subject, of whoever the sentence before is about.

'«Jugamos mal», dijo Roy. Añadió que sigue', 'Preguntado por su futuro, respondió que …'. Only where
a language drops its pronouns, and the verb opens its sentence or stands between commas, as in
'El puente, dijo, abrirá'.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from audit.extract.claims import Claim
from audit.extract.others.grammar.persons import is_person, subject_in, tried_by
from audit.extract.others.grammar.subjects import is_impersonal
from audit.extract.others.grammar.tokens import is_any_verb, is_verb, is_word
from audit.extract.others.statements.behind import states
from audit.extract.others.statements.reported import words_span
from audit.extract.phrase import Phrase
from audit.extract.sentences import Sentence, Token
from audit.languages.common import among
from audit.languages.extraction.phrasebook import Phrasebook
from audit.model import Article, AttributionKind, Span

_LONGEST_OPENING = 12  # tokens of 'Preguntado por su futuro en el club,'
_LONGEST_VERB = 4  # tokens of 'le ha respondido'
_LONGEST_ADVERBIAL = 6  # tokens of 'En una rueda de prensa'
_FEWEST = 2  # words of a statement
_MOST_COMMAS = 12  # of a sentence that are looked at


def understood(
    article: Article, read: Sequence[Sentence], book: Phrasebook, said: Iterable[Claim]
) -> list[Claim]:
    """The statements of sentences without a subject; ``said`` are the claims of the others."""
    if not book.drops_pronouns or not book.articles:
        return []
    told = defaultdict[int, list[Claim]](list)
    for claim in said:
        told[claim.sentences[-1]].append(claim)
    found: list[Claim] = []
    for number, sentence in enumerate(read):
        if number == 0 or told[number] or read[number - 1].block != sentence.block:
            continue
        for cue, parts in _statement(sentence.tokens, book):
            speaker = _who_goes_on(article, read[number - 1], told[number - 1], book)
            if speaker is None:
                continue
            claim = Claim(
                AttributionKind.INDIRECT,
                [words_span(article, sentence.tokens, part) for part in parts],
                words_span(article, sentence.tokens, cue),
                speaker[0],
                sentence.block,
                [number],
                meant=speaker[1],
            )
            told[number].append(claim)
            found.append(claim)
    return found


def _statement(
    tokens: Sequence[Token], book: Phrasebook
) -> Iterator[tuple[Phrase, tuple[Phrase, ...]]]:
    """The verb of a sentence without a subject and what it states, at most one."""
    if any(token.quote >= 0 for token in tokens):
        return
    found = _opened(tokens, book) or _put_in(tokens, book)
    if found is not None:
        yield found


def _opened(tokens: Sequence[Token], book: Phrasebook) -> tuple[Phrase, tuple[Phrase, ...]] | None:
    """'Añadió que sigue': the verb opens the sentence, and 'that' stands right behind it."""
    first = _behind_opening(tokens, book)
    verb = _verb_from(tokens, first, book)
    end = _end(tokens)
    if verb is None or end - verb - 2 < _FEWEST or tokens[verb + 1].low not in book.that:
        return None
    return range(first, verb + 1), (range(verb + 2, end),)


def _put_in(tokens: Sequence[Token], book: Phrasebook) -> tuple[Phrase, tuple[Phrase, ...]] | None:
    """'El puente, dijo, abrirá' and 'El puente abrirá en mayo, dijo a la prensa'."""
    end = _end(tokens)
    commas = [at for at in range(_FEWEST, end) if tokens[at].text == ","][:_MOST_COMMAS]
    for comma in commas:
        verb = _verb_from(tokens, comma + 1, book)
        if verb is None or not states(tokens[verb], book):
            continue
        behind = verb + 1
        if behind == end or _is_aside(tokens, behind, end, book):
            return range(comma + 1, behind), (range(comma),)
        later = next((at for at in commas if at >= behind), end)
        beside = later == behind or _is_aside(tokens, behind, later, book)
        if later < end and beside and end - later > _FEWEST:
            return range(comma + 1, behind), (range(comma), range(later + 1, end))
    return None


def _verb_from(tokens: Sequence[Token], first: int, book: Phrasebook) -> int | None:
    """The verb of saying at a token, its helpers before it, in the singular."""
    for at in range(first, min(first + _LONGEST_VERB, len(tokens))):
        low = tokens[at].low
        if is_verb(tokens, at, book):
            plural = bool(book.impersonal_ends) and low.endswith(book.impersonal_ends)
            nobody = plural or is_impersonal(tokens, at, book)
            return None if nobody or at + 1 >= len(tokens) else at
        helps = among(low, book.auxiliaries, book.object_pronouns, book.adverbs)
        if not helps or among(low, book.reflexive, book.negations, book.anybody):
            return None
    return None


def _is_aside(tokens: Sequence[Token], start: int, end: int, book: Phrasebook) -> bool:
    """Whether only where or to whom follows: 'a la prensa', 'en una entrevista'."""
    if not among(tokens[start].low, book.prepositions, book.carries, book.joining):
        return False
    rest = range(start, end)
    return end - start <= _LONGEST_OPENING and not any(
        is_any_verb(tokens, at, book) or not is_word(tokens[at]) for at in rest
    )


def _behind_opening(tokens: Sequence[Token], book: Phrasebook) -> int:
    """Where a sentence begins behind an adverb or an adverbial and its comma."""
    at = 0
    while at < len(tokens) - 1 and among(tokens[at].low, book.coordinating, book.adverbs):
        if among(tokens[at].low, book.negations, book.reflexive):
            return at
        at += 1
    if at and tokens[at].text == ",":
        return at + 1
    first = tokens[at].low
    participle = bool(book.participles) and first.endswith(book.participles)
    if not (participle or among(first, book.prepositions, book.joining)):
        return at
    for comma in range(at + 1, min(at + _LONGEST_OPENING, len(tokens) - 1)):
        if tokens[comma].text == ",":
            return comma + 1
        if is_verb(tokens, comma, book):
            return comma if _is_adverbial(tokens, at, comma, book) else at
        if not is_word(tokens[comma]) or is_any_verb(tokens, comma, book):
            return at
    return at


def _is_adverbial(tokens: Sequence[Token], start: int, stop: int, book: Phrasebook) -> bool:
    """Whether a preposition has all up to a verb: 'En rueda de prensa anunció', not 'En mayo Roy'.

    A noun behind its article, and a name behind its preposition, are no subject.
    """
    joins = book.prepositions | book.joining
    lows = tuple(token.low for token in tokens[start:stop])
    phrases = book.according.get(lows[0], ())
    if any(lows[: len(phrase)] == phrase for phrase in phrases) or len(lows) > _LONGEST_ADVERBIAL:
        return False
    return all(
        tokens[at - 1].low in joins
        for at in range(start + 1, stop)
        if tokens[at].is_name or among(tokens[at].low, book.determiners, book.pronouns)
    )


def _end(tokens: Sequence[Token]) -> int:
    """Behind the last word of a sentence."""
    end = len(tokens)
    while end > 0 and not is_word(tokens[end - 1]):
        end -= 1
    return end


def _who_goes_on(
    article: Article, before: Sentence, told: Sequence[Claim], book: Phrasebook
) -> tuple[Span, Span | None] | None:
    """Who speaks in the sentence before, or the person whom it is about, and who that is."""
    if told:
        last = max(told, key=lambda claim: claim.contents[-1].end)
        others = {claim.speaker.text for claim in told if claim.speaker is not None}
        if last.speaker is None or len(others) > 1:
            return None
        return last.speaker, last.meant
    tokens = before.tokens
    if any(token.quote >= 0 for token in tokens) or tried_by(tokens, book) is not None:
        return None
    subject = subject_in(tokens, book, frozenset(), anything=False)
    if subject is None or not is_person(tokens, subject, book):
        return None
    if subject.start > 0 and not _is_apposed_to_first(tokens, subject, book):
        return None
    return words_span(article, tokens, subject), None


def _is_apposed_to_first(tokens: Sequence[Token], subject: Phrase, book: Phrasebook) -> bool:
    """Whether commas set a name behind what opens a sentence: 'El alcalde, Juan Roy, llegó'."""
    comma = subject.start - 1
    if comma < 1 or tokens[comma].text != "," or subject.stop >= len(tokens):
        return False
    if tokens[subject.stop].text != "," or tokens[0].low not in book.articles:
        return False
    return all(is_word(token) for token in tokens[:comma]) and not any(
        is_any_verb(tokens, at, book) for at in range(comma)
    )
