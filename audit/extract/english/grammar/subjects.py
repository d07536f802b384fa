"""Finds the subject of a verb, leftwards from it: past adverbs, appositions and what it governs."""

from audit.extract.english.grammar.appositions import before_apposition, is_honour
from audit.extract.english.grammar.forms import is_person_word
from audit.extract.english.grammar.joint import with_others
from audit.extract.english.grammar.leftwards import ends_figure, phrase_to
from audit.extract.english.grammar.phrases import (
    LONGEST,
    is_adverb,
    phrase_from,
    points,
)
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon, person_words
from audit.languages.extraction.english_small_words import small_words

_LONGEST_BYNAME = 3  # words
_FARTHEST = 45  # tokens between a name and the comma that closes its apposition


def subject_before(tokens: list[Token], verb: int, words: Lexicon) -> Phrase | None:
    """The subject of the verb at index ``verb``, None where nothing on its left can be it."""
    nearest = _nearest(tokens, verb, words)
    return None if nearest is None else with_others(tokens, nearest, words)


def _nearest(tokens: list[Token], verb: int, words: Lexicon) -> Phrase | None:
    """The subject, or the last part of a joint one."""
    at = _skip_adverbials(tokens, verb - 1, words)
    if at < 0:
        return None
    token = tokens[at]
    if token.quote >= 0 and (_is_byname(tokens, at, words) or _closes_relative(tokens, at, words)):
        return before_apposition(tokens, at, words, sign=",")
    if token.quote >= 0 or ends_figure(tokens, at):
        return None
    if _relative(token, words) in words.relative:
        return Phrase(at, at + 1) if _antecedent(tokens, at, words) is not None else None
    single = token.low in words.pronouns or token.low in small_words().anybody
    if single or _is_contracted(token, words):
        return Phrase(at, at + 1)
    if token.text == "," and at > 0 and tokens[at - 1].text == ")":
        at, token = at - 1, tokens[at - 1]  # 'Gov. John Kasich (R-OH), said'
    if token.text in {",", ")", "—", "–", "--", "-"}:
        return before_apposition(tokens, at, words)
    return _noun_before(tokens, at, words)


def _noun_before(tokens: list[Token], at: int, words: Lexicon) -> Phrase | None:
    """The subject whose last word stands at an index, with nothing put in behind it."""
    phrase = phrase_to(tokens, at, words)
    if phrase is not None and _is_in_relative(tokens, phrase):
        return _antecedent(tokens, phrase.start - 1, words)  # 'A friend who works in fashion calls'
    while phrase is not None and is_honour(tokens, phrase):
        phrase = phrase_to(tokens, phrase.start - 2, words)  # 'Ann Lee, MD, MPH: “…”'
    if phrase is None or _is_participle(tokens, phrase, words):
        return None
    found = (
        _from_there(tokens, phrase, words)
        or _head(tokens, phrase, words)
        or _behind_opening(tokens, phrase, words)
        or phrase
    )
    lone = len(found) == 1 and tokens[found.start].low in small_words().object_pronouns
    return None if lone else found  # 'the guy next to me said'


def _is_in_relative(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether a phrase behind 'who' opens with the verb of its clause: 'who works in fashion'."""
    if phrase.start < 2 or tokens[phrase.start - 1].low not in small_words().who:
        return False
    verb = tokens[phrase.start]
    return (
        len(phrase) > 1
        and verb.text == verb.low
        and verb.low.endswith("s")
        and (tokens[phrase.start + 1].text == tokens[phrase.start + 1].low)
    )


def _from_there(tokens: list[Token], phrase: Phrase, words: Lexicon) -> Phrase | None:
    """The name before where somebody is from: 'By noon Geoff from Legal had replied'."""
    start = phrase.start - 1
    if start < 1 or tokens[start].low != "from" or not tokens[start - 1].is_name:
        return None
    stop = start
    while start > 0 and tokens[start - 1].is_name:
        if among(tokens[start - 1].low, words.times, words.prepositions):
            break
        start -= 1
    return Phrase(start, stop) if 0 < start < stop else None  # 'Results from Kelm'


def _behind_opening(tokens: list[Token], phrase: Phrase, words: Lexicon) -> Phrase | None:
    """The name behind what opens a clause without a comma: 'In one interview Lee called'.

    Or behind a clause of its own: 'When I complained about the roll Lee whispered'.
    """
    at = phrase.start - 1
    if at < 0 or tokens[at].low not in words.prepositions:
        return None
    inside = at > 0 and tokens[at - 1].is_word and tokens[at - 1].low not in words.be
    if inside and not any(token.low in words.opens_first for token in tokens[:at]):
        return None
    start = phrase.stop
    while start > phrase.start and tokens[start - 1].is_name:
        start -= 1
    noun = tokens[start - 1]
    persons = person_words()
    is_role = among(noun.low, words.roles, words.titles, persons.occupations, persons.kin)
    if start in {phrase.start, phrase.stop} or not noun.is_word or is_role:
        return None
    return None if noun.low in words.prepositions else Phrase(start, phrase.stop)


def _is_participle(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether a phrase is one word that no noun looks like: 'should be closed were'."""
    only = tokens[phrase.start]
    rest = tokens[phrase.start + 1 : phrase.stop]
    if only.text != only.low or not all(token.low.isdigit() for token in rest):
        return False  # but 'dated 4 [May] says'
    return (only.low.endswith("ed") and only.low not in words.roles) or only.low in words.past


def _head(tokens: list[Token], phrase: Phrase, words: Lexicon) -> Phrase | None:
    """The phrase that one behind a preposition belongs to: 'a source speaking to Fox News said'.

    It begins its clause, and no verb stands between.
    """
    if phrase.start < 2 or tokens[phrase.start - 1].low not in words.prepositions:
        return None
    start = phrase.start - 1
    lowest = max(phrase.start - LONGEST, 0)
    while start > lowest and (
        _is_inside_clause(tokens[start - 1], words) or points(tokens, start - 1, words)
    ):
        start -= 1
    before = tokens[start - 1] if start > 0 else None
    inside = before is not None and before.is_word and before.low not in words.clause_openers
    if inside or not _may_be_head(tokens[start], words):
        return None
    head = phrase_from(tokens, start, words)
    return head if head is not None and head.stop < phrase.start else None


def _is_inside_clause(token: Token, words: Lexicon) -> bool:
    """Whether a word neither opens a clause nor is its verb."""
    bounded = among(token.low, words.conjunctions, words.finite, words.be, words.past)
    return token.is_word and not bounded and not _says(token, words)


def _may_be_head(first: Token, words: Lexicon) -> bool:
    """Whether a phrase that begins so may have another behind a preposition.

    Not 'speaking', not 'in'.
    """
    if among(first.low, words.prepositions, words.times) or first.low.endswith(("ing", "ed")):
        return False
    return first.is_name or first.low in words.determiners or first.low.endswith("s")


def meant(tokens: list[Token], phrase: Phrase, words: Lexicon) -> Phrase:
    """What a relative pronoun stands for ('farmers, who …'); any other phrase means itself."""
    if _relative(tokens[phrase.start], words) not in words.relative:
        return phrase
    return _antecedent(tokens, phrase.start, words) or phrase


def _antecedent(tokens: list[Token], relative: int, words: Lexicon) -> Phrase | None:
    before = relative - 1
    if before > 0 and tokens[before].text in {"—", "–", "--"}:
        before -= 1
    if before > 0 and tokens[before].low in small_words().coordinating:
        return _joined_antecedent(tokens, before, words)
    if before >= 0 and tokens[before].low in small_words().plural_pronouns:
        return Phrase(before, relative)
    if before >= 0 and tokens[before].text == ",":
        before -= 1
    if before >= 0 and tokens[before].text == ",":
        return None
    found = phrase_to(tokens, before, words)
    if found is not None and tokens[relative].low == "who":
        found = _person_before(tokens, found, words) or found
    elif found is not None and tokens[relative].low == "which":
        found = _last_noun(tokens, found, words)
    return None if found is None else _from_there(tokens, found, words) or found


def _last_noun(tokens: list[Token], phrase: Phrase, words: Lexicon) -> Phrase:
    """What 'which' is said of behind somebody of something: 'Ann Lee of their league, which'."""
    head = tokens[phrase.start]
    last = [at for at in phrase if tokens[at].low in words.prepositions]
    person = last and (tokens[last[0] - 1].is_name or is_person_word(tokens[last[0] - 1], words))
    if not person or last[-1] + 1 >= phrase.stop or head.low in words.prepositions:
        return phrase
    return Phrase(last[-1] + 1, phrase.stop)


def _person_before(tokens: list[Token], phrase: Phrase, words: Lexicon) -> Phrase | None:
    """Who stands before a place or the like with 'who' behind it: 'told Santos on camera, who'."""
    at = phrase.start - 1
    thing = len(phrase) == 1 and tokens[phrase.start].text == tokens[phrase.start].low
    if not thing or is_person_word(tokens[phrase.start], words) or at < 1:
        return None
    named = tokens[at].low in words.prepositions and tokens[at - 1].is_name
    return phrase_to(tokens, at - 1, words) if named else None


def _joined_antecedent(tokens: list[Token], joint: int, words: Lexicon) -> Phrase | None:
    """Whom the second of two relative clauses stands for: 'Roy, who left but who said'."""
    for at in range(joint - 1, max(joint - _FARTHEST, 0), -1):
        if tokens[at].low in words.opens_relative and tokens[at].low != "that":
            return _antecedent(tokens, at, words)
    return None


def _relative(token: Token, words: Lexicon) -> str:
    """A word less the verb that is glued to it: 'who' of "who've"."""
    return token.low.partition("'")[0] if token.low not in words.pronouns else token.low


def _is_contracted(token: Token, words: Lexicon) -> bool:
    """Whether a pronoun has its verb glued to it: "they've"."""
    pronoun, apostrophe, _ = token.low.partition("'")
    return bool(apostrophe) and among(pronoun, words.pronouns, words.relative)


def _skip_adverbials(tokens: list[Token], at: int, words: Lexicon) -> int:
    """From the word before a verb leftwards over auxiliaries, adverbs and 'on Monday'."""
    while at >= 0:
        token = tokens[at]
        if token.quote >= 0:
            return at
        if _is_contracted(token, words):
            return at
        if (
            token.low == "'s"
            and at > 0
            and (among(tokens[at - 1].low, words.pronouns, words.relative))
        ):
            return at - 1  # "he's said"
        if token.low in words.alone and (
            at == 0
            or not tokens[at - 1].is_word
            or tokens[at - 1].low in small_words().coordinating
        ):
            return at  # 'Both vowed to stay'
        if token.text == "," and at > 1 and _is_thrown_in(tokens, at, words):
            at -= 3  # 'has, however, said'
            continue
        if (
            is_adverb(token, words)
            or among(token.low, words.auxiliaries, words.be, words.finite)
            or token.low in words.afterthoughts
        ):
            at -= 1
            continue
        before = _before_time(tokens, at, words)
        if before == at:
            return at
        at = before
    return at


def _is_thrown_in(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a comma closes one word that another opens: ', however,'."""
    word = tokens[at - 1]
    adverb = among(word.low, words.thrown_in) or is_adverb(word, words)
    return adverb and tokens[at - 2].text == ","


def _before_time(tokens: list[Token], at: int, words: Lexicon) -> int:
    """The index before a time that ends at ``at`` ('on Friday'), ``at`` itself where none does."""
    if at > 1 and _is_year(tokens[at]) and tokens[at - 1].low in small_words().before_year:
        return at - 2  # 'a study from 2011 noted'
    if tokens[at].low not in words.times or at == 0:
        return at
    before = tokens[at - 1].low
    if tokens[at].low in words.conjunctions and tokens[at].text == tokens[at].low:
        start = at - 1  # 'the judges yesterday ruled'
    elif before in words.times and tokens[at - 1].is_name:
        start = at - 1  # 'on Thursday evening'
    elif before in small_words().before_time:
        start = at - 2
        start -= start > 0 and tokens[start].low in small_words().before_time  # 'late last week'
    elif tokens[at].is_name:
        start = at - 1
    elif before in words.determiners and tokens[at + 1].low in words.times:
        start = at - 2  # 'Lee a month later announced'
    else:
        return at
    issued = start > 0 and tokens[start].low in words.issued
    return start - issued  # 'a poll released on Friday'


def _is_year(token: Token) -> bool:
    return len(token.text) == len("2011") and token.text.isdigit()


def _is_byname(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether quoted words with a comma close an apposition: 'Lee, known as “the Hammer,” said'."""
    text = tokens[at].text.rstrip("’'\" ")
    short = text.endswith(",") and len(text.split()) <= _LONGEST_BYNAME
    return short and at > 1 and tokens[at - 1].low == "as" and tokens[at - 2].low in words.bynames


def _closes_relative(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether quoted words close a relative clause: 'Lee, who called it “mad,” said'."""
    if tokens[at].text.rstrip("’'\" ")[-1:] != ",":
        return False
    for index in range(at - 1, 0, -1):
        if tokens[index].text == ",":
            return tokens[index + 1].low in words.opens_relative
        if not tokens[index].is_word:
            return False
    return False


def _says(token: Token, words: Lexicon) -> bool:
    return token.text == token.low and words.is_verb(token.low) and not token.low.endswith("ing")
