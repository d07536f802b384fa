"""Finds the cue and the speaker of quoted words in languages other than English.

What differs from language to language is in the phrasebooks. It knows the speaker behind the words
('„…“, sagte Lind'), before them ('Lind a déclaré : « … »') and around them ('Lind hat den Plan als
„…“ bezeichnet').
"""

from collections.abc import Sequence

from audit.extract.others.before_colon import before_colon, of_apposed_relative
from audit.extract.others.carriers import mentions_in
from audit.extract.others.cue import Cue, said, source_at
from audit.extract.others.cues_behind import cue_behind
from audit.extract.others.gapped import gapped, is_gapped_behind, is_led_anew
from audit.extract.others.grammar.first_phrase import phrase_at
from audit.extract.others.grammar.noun_phrases import phrase_from
from audit.extract.others.grammar.persons import is_person, main_subject
from audit.extract.others.grammar.subjects import (
    body_before,
    is_impersonal,
    opens_with_verb,
    subject_before,
    subject_of,
)
from audit.extract.others.grammar.tokens import clause_start, is_any_verb, is_verb, is_word
from audit.extract.others.statements.behind import states
from audit.extract.others.views import view_behind_conjunction, viewed
from audit.extract.others.whose_cue import (
    is_amid_clause,
    is_new_clause,
    is_of_next,
    leads_on,
    may_be_anothers,
)
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.own_reporting import told_words
from audit.languages.extraction.phrasebook import Phrasebook

_SAID_BEFORE = 4  # tokens before 'that' among which a verb of saying leads to it
_REACH = 60  # tokens on either side of words within which their cue is looked for


def find_cue(tokens: Sequence[Token], index: int, book: Phrasebook) -> Cue | None:
    """The cue of the quotation at token ``index``, the surest pattern first.

    Who reported words is not who spoke them: 'Lind sagte: „…“, berichtet die Zeit'.
    """
    without_verb = gapped(tokens, index, book)
    if without_verb is not None:
        return without_verb
    if is_led_anew(tokens, index):
        return None
    next_is_gapped = is_gapped_behind(tokens, index, book)
    behind = None if next_is_gapped else _behind(tokens, index, book)
    if behind is not None and is_of_next(tokens, index, behind, book):
        behind = None
    fragment = tokens[index].text[:1].islower()
    if behind is not None and fragment and is_new_clause(behind, book):
        behind = None
    if behind is not None and fragment and is_amid_clause(tokens, index, book):
        behind = None
    if behind is not None and leads_on(tokens, index, behind, book):
        return _ahead(tokens, index, book) or viewed(tokens, index, book)
    if behind is not None and may_be_anothers(tokens, index, behind, book):
        spoken = _ahead(tokens, index, book)
        if spoken is not None and spoken.subject is not None:
            return spoken
    return (
        behind
        or _ahead(tokens, index, book)
        or _closing(tokens, index, book)
        or viewed(tokens, index, book)
        or _framed(tokens, index, book)
    )


def _behind(tokens: Sequence[Token], index: int, book: Phrasebook) -> Cue | None:
    """The cue behind words; a subject that it lacks may stand before them.

    'O marido sorri: “Não”, diz'.
    """
    cue = cue_behind(tokens, index + 1, book)
    if cue is None or cue.subject is not None or index < 2 or tokens[index - 1].text != ":":
        return cue
    return cue._replace(subject=before_colon(tokens, index - 1, book))


def _ahead(tokens: Sequence[Token], index: int, book: Phrasebook) -> Cue | None:
    """The nearest cue before words: 'Lind sagte am Montag: „…“', 'Selon Lind, …'."""
    if index > 1 and tokens[index - 1].text == ":":
        beside = of_apposed_relative(tokens, index - 1, book)
        if beside is not None:
            return Cue(index - 1, index, beside)
    orphan: int | None = None  # the nearest verb without a subject of its own
    for at in range(index - 1, max(index - _REACH, 0) - 1, -1):
        if tokens[at].quote >= 0:
            continue
        cue = _without_verb(tokens, at, index, book) or view_behind_conjunction(
            tokens, at, index, book
        )
        if cue is not None:
            return cue
        if tokens[at].low in book.citing:
            return Cue(at, at + 1, _cited(tokens, at, index, book))
        if is_verb(tokens, at, book):
            cue = _of_verb(tokens, at, index, book)
            if cue is not None:
                return cue
            orphan = at if orphan is None else orphan
    if index > 1 and tokens[index - 1].text == ":":
        speaker = before_colon(tokens, index - 1, book)
        return viewed(tokens, index, book) or Cue(index - 1, index, speaker)
    if tokens[0].low in book.coordinating and index > 2 and tokens[1].low in book.joining:
        return Cue(0, 2, None)  # 'Et d’annoncer « … »'
    if orphan is None or not book.drops_pronouns:
        return None
    return _of_orphan(tokens, orphan, book)


def _of_verb(tokens: Sequence[Token], at: int, index: int, book: Phrasebook) -> Cue | None:
    """The cue of a verb before words, None where its subject is not found and may not lack."""
    if is_impersonal(tokens, at, book):  # 'un informe en el que se advierte'
        return Cue(at, at + 1, body_before(tokens, at, book))
    if _is_put_in(tokens, at, book):
        return said(tokens, at, None, book)
    subject = subject_of(tokens, at, index, book)
    if subject is not None and _is_told_outlet(tokens, subject, at, book):
        subject = _who_told(tokens, subject, book)  # 'a confié Roy au Monde, qui ajoute avoir «…»'
    if subject is not None and _is_thing_in_report(tokens, at, subject, book):
        return None
    if subject is not None and _is_labelled(tokens, at, subject, book):
        subject = _who_labels(tokens, subject, book)
    if subject is not None and not _is_object_behind(tokens, at, subject, index, book):
        return said(tokens, at, subject, book)
    if book.drops_pronouns and tokens[index - 1].text == ":":
        return said(tokens, at, main_subject(tokens, at, book), book)
    apart = _pronoun_apart(tokens, at, book)
    return said(tokens, at, apart, book) if apart is not None else None


def _pronoun_apart(tokens: Sequence[Token], verb: int, book: Phrasebook) -> Phrase | None:
    """The pronoun that opens the clause of a verb instead of its weak one: ', lui y voit «…»'."""
    first = clause_start(tokens, verb)
    opens = not book.drops_pronouns and first > 0 and tokens[first].low in book.strong
    between = range(first + 1, verb)
    alone = all(among(tokens[at].low, book.passing, book.object_pronouns) for at in between)
    return range(first, first + 1) if opens and alone else None


def _is_put_in(tokens: Sequence[Token], verb: int, book: Phrasebook) -> bool:
    """Whether commas stand on both sides of a verb without a subject: 'El plan, dijo, es «…»'."""
    if not book.drops_pronouns or not 0 < verb < len(tokens) - 1:
        return False
    first = verb - (tokens[verb - 1].low in book.auxiliaries)
    apart = first > 1 and tokens[first - 1].text == "," and tokens[verb + 1].text == ","
    return apart and states(tokens[verb], book)


def _is_thing_in_report(
    tokens: Sequence[Token], verb: int, subject: Phrase, book: Phrasebook
) -> bool:
    """Whether what another one says has a thing for its subject: 'said that it demanded “…”'.

    Or for its object: 'disse que escreveu o livro «de noite»'.
    """
    dropped = book.drops_pronouns and tokens[verb - 1].low in book.that and subject.start > verb
    if dropped and not is_person(tokens, subject, book):
        return any(is_verb(tokens, at, book) for at in range(max(verb - 1 - _SAID_BEFORE, 0), verb))
    near = range(subject.start - 1, max(subject.start - _REACH, 0), -1)
    signs = book.that | {";"}  # 'meldt dat het werkt; de maker noemt dat “…”'
    that = next((at for at in near if tokens[at].low in signs), 0)
    if (
        that == 0
        or tokens[that].text == ";"
        or subject.start > verb
        or is_person(tokens, subject, book)
    ):
        return False
    if any(among(tokens[at].low, book.bodies, book.sources, book.alone) for at in subject):
        return False
    return any(is_verb(tokens, at, book) for at in range(max(that - _SAID_BEFORE, 0), that))


def _is_labelled(tokens: Sequence[Token], verb: int, thing: Phrase, book: Phrasebook) -> bool:
    """Whether an antecedent is what is called something: 'las normas, que calificó de «trampa»'."""
    if not book.drops_pronouns or thing.stop + 1 >= verb or tokens[thing.stop].text != ",":
        return False
    if tokens[thing.stop + 1].low not in book.words.relative or is_person(tokens, thing, book):
        return False
    return verb + 1 < len(tokens) and among(tokens[verb + 1].low, book.joining, book.like)


def _who_labels(tokens: Sequence[Token], thing: Phrase, book: Phrasebook) -> Phrase | None:
    """Who calls a thing something in a relative clause on it: whom its sentence is about."""
    subject = main_subject(tokens, thing.start, book)
    opens = phrase_at(tokens, 0, thing.start, book) if subject is None else None
    named = opens is not None and opens.start == 0 and all(tokens[at].is_name for at in opens)
    return opens if named else subject


def _is_told_outlet(tokens: Sequence[Token], subject: Phrase, verb: int, book: Phrasebook) -> bool:
    """Whether the antecedent of a relative clause is an outlet that was told something."""
    relative = book.words.relative - book.determiners
    if subject.start < 2 or subject.stop + 1 >= verb or tokens[subject.stop].text != ",":
        return False
    if tokens[subject.stop + 1].low not in relative:
        return False
    before = tokens[subject.start - 1].low, tokens[subject.start].low
    return not told_words().isdisjoint(before) and any(
        subject.start <= mention.end - 1 < subject.stop for mention in mentions_in(tokens, book)
    )


def _who_told(tokens: Sequence[Token], outlet: Phrase, book: Phrasebook) -> Phrase | None:
    """Who says what an outlet was told: the subject of the verb before it."""
    verb = next((at for at in range(outlet.start - 1, -1, -1) if is_verb(tokens, at, book)), None)
    return subject_of(tokens, verb, outlet.start, book) if verb is not None else None


def _is_object_behind(
    tokens: Sequence[Token], verb: int, subject: Phrase, index: int, book: Phrasebook
) -> bool:
    """Whether a thing behind a verb is its object: 'Ni confirmó ni desmintió la noticia: «…»'."""
    if not book.drops_pronouns or not book.articles or subject.start < verb:
        return False
    if tokens[index - 1].text != ":" or is_person(tokens, subject, book):
        return False
    return not any(among(tokens[i].low, book.bodies, book.sources, book.alone) for i in subject)


def _of_orphan(tokens: Sequence[Token], verb: int, book: Phrasebook) -> Cue | None:
    """The cue of a verb whose subject opens the sentence, or is understood.

    'El técnico elogió a Keita, al que definió como «…»'.
    """
    opening = phrase_at(tokens, 0, verb, book)
    understood = opening is None or opens_with_verb(tokens, opening, book)
    if understood and not _may_be_dropped(tokens, verb, book):
        return None
    return said(tokens, verb, None if understood else opening, book)


def _may_be_dropped(tokens: Sequence[Token], verb: int, book: Phrasebook) -> bool:
    """Whether nothing before a verb can be a subject that was not recognised.

    'Media docena de vecinos gritaba «…»' has one, 'Ya no dijo «…»' has none.
    """
    first = clause_start(tokens, verb)
    return not any(
        tokens[at].low in book.joining and tokens[at + 1].low not in book.closed
        for at in range(first + 1, verb - 1)
        if is_word(tokens[at - 1]) and tokens[first].low not in book.prepositions
    )


def _cited(tokens: Sequence[Token], verb: int, index: int, book: Phrasebook) -> Phrase | None:
    """Whom an outlet cites: 'Le Courrier cite Roy', 'приводит слова Крылова'."""
    at = verb + 1
    while at < index and tokens[at].low in book.joining | book.prepositions | book.sayings:
        at += 1
    while at < index and tokens[at].low in book.articles and tokens[at + 1].low in book.sayings:
        at += 2
    while at < index and tokens[at].low in book.joining | book.prepositions:
        at += 1
    return phrase_from(tokens, at, index, book) if at < index and is_word(tokens[at]) else None


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
    noun = at > 0 and tokens[at - 1].low in book.articles - book.object_pronouns - book.carries
    if low in book.infinitives and not noun:
        subject = main_subject(tokens, at, book)
        if subject is None and not (book.drops_pronouns and tokens[index - 1].text != ":"):
            return None
        behind_verb = at > 1 and is_any_verb(tokens, at - 2, book)  # 'limitou-se a responder que'
        return Cue(at, at + 1, subject) if subject is not None or behind_verb else None
    return None


def _closing(tokens: Sequence[Token], index: int, book: Phrasebook) -> Cue | None:
    """The cue at the end of a sentence: 'Der Plan sei „tot“ und zu teuer, sagte Lind'."""
    for at in range(index + 1, min(index + _REACH, len(tokens) - 1)):
        if tokens[at].text in {",", "—", "–"}:
            cue = cue_behind(tokens, at + 1, book)
            if cue is not None and not is_new_clause(cue, book):
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
