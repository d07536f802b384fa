"""Finds who a German clause is about: its subject, by case, place and what can speak."""

from collections.abc import Sequence

from audit.extract.german.grammar.agents import agent, voiced_by
from audit.extract.german.grammar.beside_verbs import (
    is_adverbial,
    is_nobody_s,
    is_owned_thing,
    nobiliary,
    opens_aside,
)
from audit.extract.german.grammar.clauses import Clause, Kind
from audit.extract.german.grammar.forms import FIRST, INDICATIVE, LIKELY, is_word
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.grammar.named_behind import named_behind
from audit.extract.german.grammar.phrases import (
    first_subject,
    may_be_subject,
    noun_phrase,
    opening_phrase,
)
from audit.extract.german.grammar.who_speaks import is_document, is_he_who, is_role, speaks
from audit.extract.german.outlets import outlet_at
from audit.extract.others.grammar.noun_phrases import NAME_MARKS, phrase_from
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token

_NEAR = 3  # tokens behind a verb that tell that it goes on: 'nannte dies aber'
_FARTHEST = 14  # tokens behind a verb in which its subject begins


def subject_of(
    tokens: Sequence[Token],
    clause: Clause,
    found: Sequence[Clause],
    lexis: Lexis,
) -> Phrase | None:
    """Who says what a clause's verb says, None where nobody is named.

    ``found`` are the clauses of the sentence: a subject may stand in the one before, with an
    apposition, or be shared ('… und kündigte an').
    """
    subject = _subject(tokens, clause, found, lexis)
    return named_behind(tokens, subject, lexis) if subject is not None else None


def _subject(
    tokens: Sequence[Token],
    clause: Clause,
    found: Sequence[Clause],
    lexis: Lexis,
) -> Phrase | None:
    if clause.finite is None:
        return None
    if clause.said is not None:
        if clause.said.lemma in lexis.grammar.cite:
            return _cited(tokens, clause, found, lexis)
        if clause.said.is_passive:
            written = _written_on(tokens, clause, lexis)
            is_told = _is_relative(tokens, clause, lexis)
            return written or agent(tokens, clause, lexis, is_told=is_told)
    if clause.kind is Kind.LAST:
        return _in_last(tokens, clause, lexis)
    voiced = voiced_by(tokens, clause, lexis)
    if voiced is not None or is_nobody_s(tokens, clause, lexis):
        return voiced
    behind = _behind_verb(tokens, clause, lexis)
    if clause.kind is Kind.FIRST:
        if clause.is_coordinated or clause.sign == "":
            shared = _shared(tokens, clause, found, lexis)
            if shared is not None and not _is_pronoun(tokens, behind, lexis):
                return shared
            if behind is None or not speaks(tokens, behind, lexis):
                return _shared(tokens, clause, found, lexis, whatever_mood=True) or behind
        if behind is None and _goes_on(tokens, clause, lexis):
            return _shared(tokens, clause, found, lexis, whatever_mood=True)
        return behind
    noble = nobiliary(tokens, clause, lexis)
    if noble is not None:  # but 'Von der Stadt wünscht sie sich'
        another = behind is not None and speaks(tokens, behind, lexis)
        return behind if another else noble
    before = _before_verb(tokens, clause, found, lexis)
    if before is None:
        joins = behind is None and _is_participle_joined(tokens, clause, found, lexis)
        return _shared(tokens, clause, found, lexis) if joins else behind
    return _either(tokens, clause, before, behind, lexis)


def _either(
    tokens: Sequence[Token], clause: Clause, before: Phrase, behind: Phrase | None, lexis: Lexis
) -> Phrase:
    """Which of the phrases on either side of a verb is its subject."""
    if behind is None:
        return before
    if clause.finite == clause.body:
        opens = opens_aside(tokens, before, lexis) and speaks(tokens, behind, lexis)
        return behind if opens else before  # else an apposition stands between them
    if _is_nominative_pronoun(tokens, behind):
        return behind
    speaking = speaks(tokens, behind, lexis)
    denies = clause.said is not None and clause.said.lemma in lexis.grammar.rejecting
    if speaking and denies and is_document(tokens, before, lexis):
        return behind  # 'Berichte darüber dementierte der Sprecher'
    if speaking and tokens[behind.start].low == "ein" and not _is_determined(tokens, before, lexis):
        return behind  # no accusative: 'Brandstiftung schloss ein Sprecher aus'
    if speaking and is_adverbial(tokens, before, lexis):
        return behind
    if speaking and _is_told(tokens, before, clause, lexis):
        return behind
    if _is_masculine(tokens, before, clause, lexis):
        return before
    if speaking and _is_she_in_dative(tokens, before, lexis):
        return behind  # 'Der Mutter half ein Nachbar'
    if _is_he_in_nominative(tokens, before, lexis):
        return (
            before  # 'Der Anrufer drohte der Polizei', 'Der Kölner ist sich keiner Schuld bewusst'
        )
    if speaks(tokens, before, lexis) and not (
        speaking
        and is_owned_thing(tokens, before, lexis)
        and not is_owned_thing(tokens, behind, lexis)
    ):
        return before
    return behind if speaking else before


def _is_told(tokens: Sequence[Token], before: Phrase, clause: Clause, lexis: Lexis) -> bool:
    """Whether what opens a sentence is whom something was told, by its case.

    'Der „Bild-Zeitung“ sagte Roth', where a paper tells nobody; 'Russischen Diplomaten warf Roth'.
    """
    if clause.said is None or clause.said.lemma not in lexis.grammar.dative:
        return False
    opens = tokens[before.start]
    if len(before) == 1:  # 'Kritikern warf Roth'
        several = opens.low.endswith("n") and is_role(opens.low, lexis)
        return several and not tokens[clause.finite or clause.body].low.endswith("n")
    if opens.low == "der":
        named = tokens[before.start + 1]
        return named.quote >= 0 or named.text in NAME_MARKS
    return opens.low.endswith(lexis.grammar.adjective_datives) and tokens[before.stop - 1].is_name


def _is_determined(tokens: Sequence[Token], phrase: Phrase, lexis: Lexis) -> bool:
    return len(phrase) > 1 or tokens[phrase.start].low in lexis.book.pronouns


def _is_masculine(tokens: Sequence[Token], before: Phrase, clause: Clause, lexis: Lexis) -> bool:
    """Whether 'der' can only be a subject's: no accusative, and the verb has no dative."""
    if tokens[before.start].low != "der" or clause.said is None:
        return False
    return clause.said.lemma not in lexis.grammar.dative


def _is_he_in_nominative(tokens: Sequence[Token], before: Phrase, lexis: Lexis) -> bool:
    """Whether 'der' opens a man's noun in '-er': no dative but of a few women, 'der Mutter'."""
    noun = tokens[before.stop - 1].low
    if tokens[before.start].low != "der" or not noun.endswith("er") or len(before) > 2:
        return False
    return is_he_who(tokens, before, lexis) and noun not in lexis.book.kinswomen


def _is_she_in_dative(tokens: Sequence[Token], before: Phrase, lexis: Lexis) -> bool:
    """Whether 'der' opens a woman's noun: 'der Mutter', 'der Ministerin'."""
    if tokens[before.start].low != "der" or len(before) > 2:
        return False
    noun = tokens[before.stop - 1].low
    return noun in lexis.book.kinswomen or (noun.endswith("in") and is_role(noun, lexis))


def _is_pronoun(tokens: Sequence[Token], phrase: Phrase | None, lexis: Lexis) -> bool:
    alone = phrase is not None and len(phrase) == 1  # no 'beide Seiten'
    return phrase is not None and alone and tokens[phrase.start].low in lexis.grammar.personal


def _is_nominative_pronoun(tokens: Sequence[Token], phrase: Phrase | None) -> bool:
    return phrase is not None and len(phrase) == 1 and tokens[phrase.start].low == "er"


def _before_verb(
    tokens: Sequence[Token],
    clause: Clause,
    found: Sequence[Clause],
    lexis: Lexis,
) -> Phrase | None:
    """The subject before the verb of a main clause, or before an apposition before it."""
    finite = clause.finite or clause.body
    if finite > clause.body:
        return opening_phrase(tokens, clause.body, finite, lexis)
    number = next((i for i, other in enumerate(found) if other.start == clause.start), 0)
    if number + 1 < len(found) and _is_told_around(clause, found[number + 1]):
        return None
    for other in reversed(found[:number]):
        if other.sign in {"", ":", ";"} or other is found[0]:
            if other.kind is not Kind.FRAGMENT:
                return None
            return opening_phrase(tokens, other.body, other.stop, lexis)
    return None


def _is_told_around(clause: Clause, follows: Clause) -> bool:
    """Whether a verb stands in the middle of what it says: 'Die Lage, sagte Lind, sei ernst'."""
    return clause.said is not None and follows.kind is Kind.FIRST and follows.mood == FIRST


def _behind_verb(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> Phrase | None:
    """The first noun phrase behind the finite verb that can be its subject."""
    at = (clause.finite or clause.body) + 1
    stop = min(clause.stop, at + _FARTHEST)
    if at < stop and tokens[at].low == "es" and tokens[at - 1].low in lexis.grammar.gives:
        return None  # 'gab es Lob'
    if at + 1 < stop and tokens[at].low == "es":  # 'brachte es Lind auf den Punkt'
        named = noun_phrase(tokens, at + 1, stop, lexis)
        if named is not None and may_be_subject(tokens, named, lexis):
            at += speaks(tokens, named, lexis)
    first = first_subject(tokens, at, stop, clause.stop, lexis)
    return first if first is None else _behind_object(tokens, first, stop, lexis)


def _behind_object(tokens: Sequence[Token], first: Phrase, stop: int, lexis: Lexis) -> Phrase:
    """The subject behind a pronoun that may be an object: 'nennt sie ein Nachbar'."""
    if len(first) > 1 or tokens[first.start].low not in lexis.grammar.objects_too:
        return first
    named = noun_phrase(tokens, first.stop, stop, lexis)
    after = named is not None and named.start == first.stop and _is_he(tokens, named, lexis)
    return named if after and named is not None else first


def _is_participle_joined(
    tokens: Sequence[Token], clause: Clause, found: Sequence[Clause], lexis: Lexis
) -> bool:
    """Whether 'und' joins a participle to a perfect: 'hat das begrüßt und es „gut“ genannt'."""
    ends = not any(is_word(token) for token in tokens[(clause.finite or 0) + 1 : clause.stop])
    before = next((each for each in reversed(found) if each.stop <= clause.start), None)
    if not (ends and clause.is_coordinated) or before is None or before.finite is None:
        return False
    main = before.kind is Kind.MAIN and clause.start == before.stop
    return main and tokens[before.finite].low in lexis.grammar.having


def _goes_on(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> bool:
    """Whether a verb goes on behind a comma: 'Lind blieb ruhig, sagte aber, …'."""
    follows = (clause.finite or clause.body) + 1
    near = tokens[follows : min(follows + _NEAR, clause.stop)]
    return any(token.low in lexis.grammar.aside for token in near)


def _shared(
    tokens: Sequence[Token],
    clause: Clause,
    found: Sequence[Clause],
    lexis: Lexis,
    *,
    whatever_mood: bool = False,
) -> Phrase | None:
    """The subject of a clause that 'und' joins to the one before.

    A report in the subjunctive is not what an indicative goes on, but for a verb that nobody
    else is the subject of.
    """
    number = next((i for i, other in enumerate(found) if other.start == clause.start), 0)
    for index in range(number - 1, -1, -1):
        other = found[index]
        reported = other.mood in {FIRST, LIKELY} and clause.mood == INDICATIVE and not whatever_mood
        if other.kind in {Kind.MAIN, Kind.FIRST} and other.finite is not None and not reported:
            subject = subject_of(tokens, other, found[: index + 1], lexis)
            if subject is not None or other.kind is Kind.MAIN:
                return subject  # but 'Sie schaut auf, seufzt und sagt'
    return None


def _in_last(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> Phrase | None:
    """The subject of a clause with its verb last: 'wie Lind sagte', 'der angab'."""
    opener = tokens[clause.body].low
    joins = opener in lexis.grammar.subordinators  # 'während' is a preposition too
    behind = clause.body + 1 < (clause.finite or clause.stop)
    if opener in lexis.book.prepositions and behind and not joins:
        stop = clause.said.start if clause.said is not None else clause.finite or clause.stop
        stop = min(stop, clause.finite or stop)
        return first_subject(tokens, clause.body + 2, stop, stop, lexis)
    if opener in lexis.grammar.relative and opener not in lexis.grammar.subordinators:
        return _relative_subject(tokens, clause, lexis)
    stop = clause.finite or clause.stop
    if clause.said is not None:
        stop = min(stop, clause.said.start)
    return first_subject(tokens, clause.body + 1, stop, stop, lexis)


def _is_relative(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> bool:
    opener = tokens[clause.body].low
    return clause.kind is Kind.LAST and opener in lexis.grammar.relative_subjects


def _relative_subject(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> Phrase | None:
    """Who speaks in a relative clause: its pronoun, or the name behind an object."""
    opener = tokens[clause.body]
    follows = clause.body + 1
    stop = clause.said.start if clause.said is not None else clause.finite or clause.stop
    if opener.low not in lexis.grammar.relative_subjects:  # 'dem Kritiker „…“ vorwerfen'
        if outlet_at(tokens, follows, stop, lexis.book) is not None:
            return None  # 'Jan Lind, dem Kurier sagte'
        subject = first_subject(tokens, follows, stop, stop, lexis)
        return subject if subject is not None and speaks(tokens, subject, lexis) else None
    if opener.low in lexis.grammar.relative_objects and follows < clause.stop:
        named = tokens[follows].is_name or tokens[follows].low in lexis.grammar.persons
        subject = first_subject(tokens, follows, stop, stop, lexis)
        if subject is None or not speaks(tokens, subject, lexis):
            return range(clause.body, clause.body + 1)
        if named or (subject.start == follows and _is_he(tokens, subject, lexis)):
            return subject
        whom = antecedent(tokens, clause, lexis)
        if subject.start == follows and whom is not None and _is_mute(tokens, whom, lexis):
            return subject  # 'ein Gesetz, das die Partei als „…“ ablehnt'
    return range(clause.body, clause.body + 1)


def _written_on(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> Phrase | None:
    """The document of a relative clause: 'ein Antrag, in dem es „…“ genannt wird'."""
    if clause.kind is not Kind.LAST or clause.body + 1 >= clause.stop:
        return None
    pronoun = tokens[clause.body + 1].low in lexis.grammar.relative
    if tokens[clause.body].low not in lexis.grammar.places or not pronoun:
        return None
    document = antecedent(tokens, clause, lexis)
    if document is None:
        return None
    written = is_document(tokens, document, lexis) or any(
        tokens[at].low in lexis.grammar.media for at in document
    )
    return document if written else None


def _is_mute(tokens: Sequence[Token], phrase: Phrase, lexis: Lexis) -> bool:
    """Whether a noun says nothing itself: no person, no document."""
    return not (speaks(tokens, phrase, lexis) or is_document(tokens, phrase, lexis))


def _is_he(tokens: Sequence[Token], phrase: Phrase, lexis: Lexis) -> bool:
    """Whether a phrase can only be a subject's: 'der Bürgermeister', 'ein Sprecher'."""
    low = tokens[phrase.start].low
    if low not in lexis.grammar.he_forms or len(phrase) < 2:
        return False
    nouns = (tokens[at].low for at in phrase if tokens[at].is_name)
    head = next(nouns, "")
    return is_role(head, lexis) and not head.endswith(lexis.grammar.told_ends)


def antecedent(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> Phrase | None:
    """The noun phrase that ends at the comma before a relative clause."""
    comma = clause.start - 1
    done = any(token.low in lexis.grammar.becoming for token in tokens[:comma])
    agents = [i for i in range(max(comma - 12, 0), comma) if tokens[i].low in lexis.book.agents]
    by = agents[-1] + 1 if done and agents else 0  # 'wurde vom Verband getadelt, der …'
    for first in range(max(comma - 12, by), comma):
        token = tokens[first]
        if not (token.low in lexis.book.determiners or token.is_name):
            continue
        phrase = phrase_from(tokens, first, comma, lexis.book)
        if phrase is not None and phrase.stop == comma:
            return phrase
    return None


def _cited(
    tokens: Sequence[Token], clause: Clause, found: Sequence[Clause], lexis: Lexis
) -> Phrase | None:
    """Whom a medium cites: its object, or the subject of 'wird mit den Worten zitiert'."""
    verb = clause.said
    if verb is None:
        return None
    subject = subject_of(tokens, clause._replace(said=None), found, lexis)
    if verb.is_passive:
        return subject
    at = (clause.finite or clause.body) + 1
    if clause.kind is Kind.FIRST and tokens[at].low in lexis.book.he & lexis.grammar.no_subjects:
        return range(at, at + 1)  # 'zitiert ihn das „Hafenblatt“'
    first = (clause.finite or clause.body) + 1
    if subject is not None:
        first = max(subject.stop, first)
    elif tokens[first].low not in lexis.grammar.oblique_articles:
        return None  # but in 'Die „Post“ zitierte den Manager'
    whom = noun_phrase(tokens, first, clause.stop, lexis)
    behind = any(is_word(token) for token in tokens[first : clause.stop])
    alone = subject is not None and not behind and clause.kind is Kind.FIRST
    return subject if alone else whom
