"""Finds German noun phrases, and tells which can be a subject."""

from collections.abc import Sequence

from audit.extract.german.grammar.forms import is_word
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.grammar.who_speaks import is_another, is_document, is_role
from audit.extract.german.outlets import outlet_at
from audit.extract.others.grammar.noun_phrases import phrase_from
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among

_OBLIQUE_ENDS = ("em", "en")
_DECLINED = ("e", "en", "er", "em", "es")
_FARTHEST_NOUN = 5  # tokens from an article to its noun
_MARKS = frozenset('„“”«»"')


def opening_phrase(tokens: Sequence[Token], start: int, stop: int, lexis: Lexis) -> Phrase | None:
    """The noun phrase that opens a stretch and may be a subject; None of 'Am Montag', 'So'."""
    while start < stop - 1 and tokens[start].low in lexis.grammar.focus:
        start += 1
    first = tokens[start]
    if _opens_no_subject(tokens, start, stop, lexis) or _is_fronted(tokens, start, stop, lexis):
        return None
    if _is_pronoun_opening(tokens, start, stop, lexis):
        return range(start, start + 1)
    if _is_adverb(first, lexis):
        return None
    phrase = noun_phrase(tokens, start, stop, lexis)
    if phrase is None or not may_be_subject(tokens, phrase, lexis):
        return None
    away = lexis.book.prepositions | lexis.book.joining
    goes_on = start + 1 < stop and tokens[start + 1].low in away
    adverbial = goes_on and first.low.endswith(lexis.grammar.adverb_ends)
    return None if adverbial else phrase  # 'Passend zu den Gefahren'


def _is_fronted(tokens: Sequence[Token], start: int, stop: int, lexis: Lexis) -> bool:
    """Whether a participle opens a sentence before its auxiliary: 'Gesammelt hat sie'."""
    if stop - start != 1 or stop >= len(tokens):
        return False
    participle = tokens[start].low.startswith("ge") and tokens[start].low.endswith(("t", "en"))
    return participle and tokens[stop].low in lexis.grammar.auxiliary


def _opens_no_subject(tokens: Sequence[Token], start: int, stop: int, lexis: Lexis) -> bool:
    """Whether no subject begins with a word: 'Am', 'Als', 'Niemand' alone, a quotation."""
    first = tokens[start]
    if (
        first.quote >= 0
        or first.low in lexis.grammar.no_subjects
        or first.low in lexis.book.prepositions
    ):
        return True
    if first.low in lexis.grammar.comparing or first.low.endswith(
        lexis.grammar.sentence_adverb_ends
    ):
        return True
    determines = first.low in lexis.book.determiners and start + 1 < stop
    return first.low in lexis.grammar.nobody and not determines


def _is_pronoun_opening(tokens: Sequence[Token], start: int, stop: int, lexis: Lexis) -> bool:
    """Whether a pronoun is the subject that opens a stretch: 'Sie', 'Diese', not 'Diese Partei'."""
    low = tokens[start].low
    if low in lexis.grammar.demonstrative and start + 1 == stop:
        return True  # 'Der sagte'
    if low in lexis.book.pronouns - lexis.book.determiners:
        return True
    if low not in lexis.book.pronouns and low not in lexis.grammar.personal:
        return False
    return start + 1 >= stop or tokens[start + 1].text == tokens[start + 1].low


def _is_adverb(token: Token, lexis: Lexis) -> bool:
    low = token.low
    if low in lexis.book.determiners or low in lexis.book.roles:
        return False
    return (
        low in lexis.book.adverbs
        or low in lexis.book.times
        or low in lexis.grammar.no_verbs
        or low in lexis.grammar.onward
        or low in lexis.grammar.subordinators
    )


def noun_phrase(tokens: Sequence[Token], start: int, stop: int, lexis: Lexis) -> Phrase | None:
    """The noun phrase at a token, with 'und' and a second one where both speak."""
    if start >= stop:
        return None
    if (
        _is_partitive(tokens, start, stop, lexis)
        and tokens[start + 2].low in lexis.grammar.no_subjects
    ):
        return range(start, start + 3)
    if is_another(tokens, start, stop, lexis):
        return range(start, start + 2)
    outlet = _outlet_phrase(tokens, start, stop, lexis) or _owned_role(tokens, start, stop, lexis)
    if outlet is not None:
        return outlet
    phrase = phrase_from(tokens, start, stop, lexis.book)
    phrase = _with_far_noun(tokens, start, phrase, stop, lexis)
    phrase = _less_agent(tokens, phrase, lexis) if phrase is not None else None
    if phrase is None or not any(
        tokens[i].text != tokens[i].low or tokens[i].quote >= 0 for i in phrase
    ):
        alone = tokens[start].low in lexis.book.alone and phrase is not None
        return phrase if alone else None
    if len(phrase) > 2 and tokens[phrase.stop - 1].low in lexis.grammar.giving:
        phrase = range(phrase.start, phrase.stop - 2)  # 'gaben Zeugen zu Protokoll'
    phrase = _less_listener(tokens, _with_owner(tokens, phrase, stop, lexis), lexis)
    phrase = _with_suspended(tokens, _with_number(tokens, phrase, stop, lexis), stop, lexis)
    return _with_second(tokens, phrase, stop, lexis)


def _owned_role(tokens: Sequence[Token], start: int, stop: int, lexis: Lexis) -> Phrase | None:
    """A role behind whose it is and how it is: 'Ottmanns langjährige Trainerin Beate Wieck'."""
    if start + 2 >= stop or not (tokens[start].is_name and tokens[start].low.endswith("s")):
        return None
    adjective = tokens[start + 1]
    if adjective.text != adjective.low or not adjective.low.endswith(_DECLINED):
        return None
    if among(adjective.low, lexis.book.closed, lexis.book.determiners):
        return None
    role = tokens[start + 2]
    if not (role.is_name and is_role(role.low, lexis)):
        return None
    whole = phrase_from(tokens, start + 2, stop, lexis.book)
    return range(start, whole.stop) if whole is not None and whole.start == start + 2 else None


def _with_suspended(tokens: Sequence[Token], phrase: Phrase, stop: int, lexis: Lexis) -> Phrase:
    """A phrase with the compound whose last part it shares: 'der Hotel- und Gaststättenverband'."""
    at = phrase.stop
    if at + 2 >= stop or tokens[at].text != "-" or tokens[at].start != tokens[at - 1].end:
        return phrase
    if tokens[at + 1].low not in lexis.grammar.joining:
        return phrase
    whole = phrase_from(tokens, at + 2, stop, lexis.book)
    begins = whole is not None and whole.start == at + 2
    return range(phrase.start, whole.stop) if whole is not None and begins else phrase


def _outlet_phrase(tokens: Sequence[Token], start: int, stop: int, lexis: Lexis) -> Phrase | None:
    """An outlet's name with its article, if it is not the beginning of a longer name."""
    leads = tokens[start].low in lexis.book.articles | lexis.grammar.oblique_articles
    named = start + (leads and start + 1 < stop)
    outlet = outlet_at(tokens, named, stop, lexis.book)
    if outlet is None or (outlet[0] < stop and tokens[outlet[0]].is_name):
        return None
    return range(start, outlet[0])


def _with_far_noun(
    tokens: Sequence[Token], start: int, phrase: Phrase | None, stop: int, lexis: Lexis
) -> Phrase | None:
    """A phrase whose article an adverb parts from its noun: 'einer gestern verbreiteten Studie'."""
    bare = phrase is None or all(tokens[i].low in lexis.book.determiners for i in phrase)
    if not bare or tokens[start].low not in lexis.book.determiners:
        return phrase
    for at in range(start + 1, min(start + _FARTHEST_NOUN, stop)):
        token = tokens[at]
        if not is_word(token):
            return phrase
        if token.text != token.low:
            declined = tokens[at - 1].low.endswith(_DECLINED)
            far = phrase_from(tokens, at, stop, lexis.book) if at > start + 2 and declined else None
            return range(start, far.stop) if far is not None else phrase
    return phrase


def _less_agent(tokens: Sequence[Token], phrase: Phrase, lexis: Lexis) -> Phrase:
    """A phrase less who acts for it: 'ließ die Frau von ihrem Anwalt erklären'."""
    for at in range(phrase.start + 1, phrase.stop - 1):
        if (
            tokens[at].low in lexis.grammar.agents
            and tokens[at + 1].low in lexis.grammar.possessives
        ):
            return range(phrase.start, at)
    return phrase


def _with_number(tokens: Sequence[Token], phrase: Phrase, stop: int, lexis: Lexis) -> Phrase:
    """A phrase with its number and what that is of: 'Artikel 5 der Verfassung'."""
    at = phrase.stop
    if tokens[at - 1].low not in lexis.grammar.numbered or at >= stop:
        return phrase
    if not tokens[at].text[0].isdigit():
        return phrase
    of = at + 1 < stop and tokens[at + 1].low in lexis.book.genitive
    owner = phrase_from(tokens, at + 1, stop, lexis.book) if of else None
    return range(phrase.start, at + 1 if owner is None else owner.stop)


def _with_owner(tokens: Sequence[Token], phrase: Phrase, stop: int, lexis: Lexis) -> Phrase:
    """A bare role with the genitive behind it: 'Vertreter der Stadt'."""
    if not _is_bare_role(tokens, phrase, lexis) or phrase.stop + 1 >= stop:
        return phrase
    if tokens[phrase.stop].low not in lexis.book.genitive:
        return phrase
    owner = phrase_from(tokens, phrase.stop, stop, lexis.book)
    if owner is None or owner.start != phrase.stop:
        return phrase
    return range(phrase.start, owner.stop)


def _with_second(tokens: Sequence[Token], phrase: Phrase, stop: int, lexis: Lexis) -> Phrase:
    """A phrase with the one that 'und' adds, where that goes to the end of the stretch."""
    at = phrase.stop
    if at + 1 < stop and tokens[at].low in lexis.grammar.adding:
        second = phrase_from(tokens, at + 1, stop, lexis.book)
        if second is None or second.start != at + 1:
            return phrase
        if second.stop == stop or not (
            is_word(tokens[second.stop]) or tokens[second.stop].quote >= 0
        ):
            return range(phrase.start, second.stop)
    return phrase


def _less_listener(tokens: Sequence[Token], phrase: Phrase, lexis: Lexis) -> Phrase:
    """A phrase less the outlet in the dative that looks like a genitive: 'der Minister der SZ'."""
    for at in range(phrase.start + 1, phrase.stop - 1):
        if _is_group(tokens, at, lexis):
            led = at - 2 > phrase.start and tokens[at - 2].low in lexis.grammar.of_owner
            return range(phrase.start, at - 2 if led else at + 1)
        if tokens[at].low != "der" or tokens[at - 1].low in lexis.book.joining:
            continue
        outlet = outlet_at(tokens, at + 1, phrase.stop, lexis.book)
        of_it = tokens[at - 1].low.endswith(lexis.grammar.staff_ends)
        if outlet is not None and outlet[0] == phrase.stop and not of_it:
            return range(phrase.start, at)
    return phrase


def _is_group(tokens: Sequence[Token], at: int, lexis: Lexis) -> bool:
    """Whether a party stands before another name: 'sagte Kern von den Grünen Radio Weser'."""
    led = tokens[at - 1].low in lexis.grammar.oblique_articles
    return led and tokens[at].low in lexis.grammar.groups and tokens[at + 1].is_name


def _is_bare_role(tokens: Sequence[Token], phrase: Phrase, lexis: Lexis) -> bool:
    """Whether a phrase is a role without article or name: 'Vertreter' in 'Vertreter der Stadt'."""
    return len(phrase) == 1 and is_role(tokens[phrase.start].low, lexis)


def may_be_subject(tokens: Sequence[Token], phrase: Phrase, lexis: Lexis) -> bool:
    """Whether a noun phrase can stand in the nominative, as far as its first words tell."""
    low = tokens[phrase.start].low
    if low in lexis.book.oblique or low in lexis.grammar.oblique_articles:
        return False
    if _is_partitive(tokens, phrase.start, phrase.stop, lexis):
        return True
    if low in lexis.grammar.er_forms and len(phrase) > 1:
        follows = tokens[phrase.start + 1]
        small = follows.text == follows.low or _is_outlet(tokens, phrase, lexis)
        adjective = small and follows.low.endswith(_OBLIQUE_ENDS)
        told = follows.low in lexis.book.listeners and follows.low.endswith(lexis.grammar.told_ends)
        if adjective or told:
            return False
        return low in lexis.grammar.masculine
    return True


def _is_partitive(tokens: Sequence[Token], at: int, end: int, lexis: Lexis) -> bool:
    """Whether 'einer' is one of several: 'einer der Demonstranten', 'einer von ihnen'."""
    if tokens[at].low not in lexis.grammar.one_of or at + 2 >= end:
        return False
    follows = tokens[at + 1].low
    return follows in lexis.book.genitive or follows in lexis.grammar.of_owner


def _is_outlet(tokens: Sequence[Token], phrase: Phrase, lexis: Lexis) -> bool:
    """Whether a phrase is an article and an outlet of two words: 'der Süddeutschen Zeitung'."""
    outlet = outlet_at(tokens, phrase.start + 1, phrase.stop, lexis.book)
    return outlet is not None and outlet[0] == phrase.stop and len(phrase) > 2


def first_subject(
    tokens: Sequence[Token], at: int, stop: int, end: int, lexis: Lexis
) -> Phrase | None:
    """The first noun phrase from a token on that can be a subject, past adverbs and objects."""
    while at < stop:
        token = tokens[at]
        if token.quote >= 0 or token.low in lexis.grammar.unnamed:
            return None
        if _is_pronoun_alone(tokens, at, end, lexis):
            return range(at, at + 1)
        if not is_word(token) and token.text not in _MARKS:
            return None
        if token.low in lexis.book.prepositions:
            phrase = noun_phrase(tokens, at + 1, end, lexis)
            at = phrase.stop if phrase is not None else at + 1
            continue
        phrase = None
        if not _is_passed(tokens, at, end, lexis):
            phrase = noun_phrase(tokens, at, end, lexis)
        if phrase is None:
            at += 1
            continue
        if may_be_subject(tokens, phrase, lexis) and not _is_time(tokens, phrase, lexis):
            return phrase
        at = phrase.stop
    return None


def _is_pronoun_alone(tokens: Sequence[Token], at: int, end: int, lexis: Lexis) -> bool:
    """Whether a pronoun is a whole subject: 'er', 'diese', not 'diese Partei'."""
    low = tokens[at].low
    if low not in lexis.grammar.personal:
        return False
    before_noun = at + 1 < end and tokens[at + 1].text != tokens[at + 1].low
    return not (low in lexis.book.determiners and before_noun)


def _is_passed(tokens: Sequence[Token], at: int, end: int, lexis: Lexis) -> bool:
    """Whether a word stands between a verb and its subject: 'sich', 'gestern', 'ihm'."""
    token = tokens[at]
    low = token.low
    determines = low in lexis.book.determiners and at + 1 < end and tokens[at + 1].is_name
    if (
        (low in lexis.grammar.nobody and not determines)
        or low in lexis.grammar.no_subjects - lexis.grammar.oblique_articles
        or _is_adverb(token, lexis)
    ):
        return True
    plain = token.text == low and is_word(token) and low not in lexis.book.determiners
    if not plain or _leads(tokens, at, end):
        return False
    return outlet_at(tokens, at, end, lexis.book) is None


def _is_time(tokens: Sequence[Token], phrase: Phrase, lexis: Lexis) -> bool:
    times = lexis.book.times | lexis.book.determiners
    return all(tokens[i].low in times or tokens[i].text.isdigit() for i in phrase)


def _leads(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether an adjective at a token leads to a noun: 'britische Zeitungen'."""
    for place in range(at + 1, min(at + 4, end)):
        if tokens[place].is_name:
            return tokens[at].low.endswith(("e", "er", "n"))
        if tokens[place].text != tokens[place].low or not is_word(tokens[place]):
            return False
    return False


def last_document(tokens: Sequence[Token], lexis: Lexis) -> Phrase | None:
    """The document that a sentence names, None where it names none or several."""
    found: Phrase | None = None
    at = 0
    while at < len(tokens):
        opens = tokens[at].low in lexis.book.determiners
        phrase = noun_phrase(tokens, at, len(tokens), lexis) if opens else None
        if phrase is not None and is_document(tokens, phrase, lexis):
            if found is not None:
                return None
            found = phrase
        at = phrase.stop if phrase is not None else at + 1
    return found
