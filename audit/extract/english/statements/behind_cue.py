"""Finds what stands behind a verb of saying: a clause, an infinitive, an object."""

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.grammar.clauses import is_bare_clause
from audit.extract.english.grammar.ends import clause_end
from audit.extract.english.grammar.phrases import is_adverb, phrase_from
from audit.extract.english.labels import is_title
from audit.extract.english.statements.adverbials import skip_when
from audit.extract.english.statements.objects import object_of
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_naming import naming_words
from audit.languages.extraction.english_small_words import small_words

_FEWEST_WORDS = 3  # of a clause
_BEFORE_THAT = 14  # words at most between a verb and its 'that'
_ASIDE = 8  # tokens
_PUT_IN = {",": ",", "—": "—", "–": "–", "--": "--", "-": "-", "(": ")"}  # what closes each


def that_clause(tokens: list[Token], start: int, words: Lexicon) -> list[Phrase]:
    """The clause behind 'that', at once or behind 'on Monday', 'in an interview with The Post'."""
    start = _behind_put_in(tokens, start)
    for index in range(start, min(start + _BEFORE_THAT, len(tokens))):
        token = tokens[index]
        if token.low == "that":
            return [Phrase(index + 1, clause_end(tokens, index + 1, words))]
        programme = token.quote >= 0 and is_title(tokens, index)  # 'told ABC's “This Day” that'
        if not token.is_word and not programme and token.text not in {",", "'", "’"}:
            return []
        adverb = is_adverb(token, words) or token.low in small_words().said_only
        if index == start and not (adverb or among(token.low, words.when, words.times)):
            return []
        if (
            among(token.low, words.finite, words.relative)
            or token.low in small_words().coordinating
        ):
            return []
        if words.is_verb(token.low) and _parts_from_that(tokens, index, words):
            return []  # 'pledged his help, Lee suggested that'
    return []


def _behind_put_in(tokens: list[Token], start: int) -> int:
    """Behind what signs put between a verb and its 'that': 'said – on air, no less – that'."""
    sign = tokens[start].text if start < len(tokens) else ""
    if sign not in _PUT_IN:
        return start
    for closes in range(start + 2, min(start + _BEFORE_THAT, len(tokens) - 1)):
        if tokens[closes].quote >= 0 or tokens[start + 1].low in small_words().coordinating:
            return start
        if tokens[closes].text == _PUT_IN[sign] and tokens[closes + 1].low == "that":
            return closes + 1
    return start


def _parts_from_that(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a verb of saying parts an earlier one from a 'that': 'continues to insist that'."""
    low = tokens[at].low
    return tokens[at - 1].low == "to" or low.endswith(("ed", "ing")) or low in words.goes_on


def following(tokens: list[Token], cue: Cue, subject: Phrase, words: Lexicon) -> list[Phrase]:
    """What stands behind its verb: a clause, an infinitive, an object."""
    if cue.inverted or cue.end >= len(tokens):
        return []
    if _is_infinitive(tokens, cue.end, words) and _opens_complement(tokens, cue.end, cue, words):
        return [Phrase(cue.end, clause_end(tokens, cue.end, words))]
    clause = that_clause(tokens, cue.end, words)
    if clause or cue.kind is CueKind.LABEL:
        return clause
    at = cue.end
    if cue.lemma in small_words().with_listener:
        at = _behind_object(tokens, cue, words)
        clause = that_clause(tokens, at, words)
        if clause:
            return clause
        if at < len(tokens) and tokens[at].low in small_words().coordinating:
            return []  # 'told my coach and she left'
    elif cue.lemma in words.asks:
        asked = _behind_aside(tokens, _behind_object(tokens, cue, words), words)
        if asked < len(tokens) and tokens[asked].low in words.asks_whether:
            if asked > cue.end and _is_told_apart(tokens, cue.end, asked, words):
                return []
            at = asked  # 'asked the clerk whether it was shut'
        elif asked > cue.end and asked < len(tokens) and tokens[asked].text == ",":
            return []  # 'asked the mayor, Ann Lee, for more'
    at = _behind_aside(tokens, at, words)
    if at >= len(tokens) or tokens[at].text in {".", ",", ";", "?", "!"}:
        return []
    opened = _opened(tokens, at, cue, words)
    if opened is not None:
        return [opened]
    return _without_opening(tokens, skip_when(tokens, at, words), cue, subject, words)


def _opened(tokens: list[Token], at: int, cue: Cue, words: Lexicon) -> Phrase | None:
    """An answer, or what a word such as 'whether' or 'to' opens, at once or behind a time."""
    if (
        tokens[at].low in small_words().short_answers
        and cue.lemma == "say"
        and _ends_answer(tokens, at + 1, words)
    ):
        return Phrase(at, at + 1)
    if _opens_complement(tokens, at, cue, words):
        return Phrase(at, clause_end(tokens, at, words))
    at = skip_when(tokens, at, words)
    if tokens[at].low == "to" and _opens_complement(tokens, at, cue, words):
        return Phrase(at, clause_end(tokens, at, words))  # 'vowed last month to stay'
    return None


def _without_opening(
    tokens: list[Token], at: int, cue: Cue, subject: Phrase, words: Lexicon
) -> list[Phrase]:
    """A clause that no word opens, or an object."""
    if _tells_when_or_how(tokens, at, words) or _is_done_to(tokens, at, words):
        return []
    said = Phrase(at, clause_end(tokens, at, words))
    if _is_finding(tokens, said, cue, subject, words):
        return [said]
    if tokens[cue.start].low in naming_words().state_nouns:
        return []  # 'the state legislatures'
    if _is_participle(tokens, cue, at, words) or _comes_upon(tokens, cue, words):
        return []
    clause = tokens[said.start : said.stop]
    if cue.lemma in words.bare and is_bare_clause(
        clause, words, says=cue.lemma in small_words().says_clause
    ):
        return [said]
    return object_of(tokens, cue, at, words)


def _is_done_to(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a verb and its particle do something to somebody: 'wrote him up and hugged him'.

    Or to a thing: 'I wrote it on the fridge'.
    """
    if at + 1 >= len(tokens):
        return False
    behind = tokens[at + 1].low
    if tokens[at].low == "it" and among(behind, words.prepositions, words.particles):
        return True
    return tokens[at].low in small_words().object_pronouns and behind in words.particles


def _tells_when_or_how(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether only how or when follows: 'said pleasantly into the phone', 'a few days later'."""
    if is_adverb(tokens[at], words) and at + 1 < len(tokens):
        return tokens[at + 1].low in words.prepositions
    small = (words.times, words.determiners, words.numbers)
    return all(among(token.low, *small) or not token.is_word for token in tokens[at:])


def _is_infinitive(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether 'to' stands before a verb: not in 'to voters', 'to Lee', 'to his aides'."""
    if at + 1 >= len(tokens) or tokens[at].low != "to":
        return False
    verb = tokens[at + 1]
    if not verb.is_word or verb.text != verb.low or verb.low.endswith("s"):
        return False
    return not among(verb.low, words.determiners, words.pronouns, words.roles)


def _is_finding(
    tokens: list[Token], said: Phrase, cue: Cue, subject: Phrase, words: Lexicon
) -> bool:
    """Whether words are what a count or a poll shows: 'a poll finds Lee leading by 15 points'."""
    if cue.lemma not in small_words().finding or said.stop - said.start < _FEWEST_WORDS:
        return False
    counting = tokens[subject.start : subject.stop]
    if not any(token.low in words.counts for token in counting):
        return False
    tells = tokens[said.start].is_name or any(
        token.low.endswith("ing") for token in tokens[said.start : said.stop]
    )
    return tells or any(token.low in words.polls for token in counting)


def _is_participle(tokens: list[Token], cue: Cue, at: int, words: Lexicon) -> bool:
    """Whether only a time stands behind what a verb says of its noun: 'a deal announced Monday'."""
    if cue.lemma not in words.object or not tokens[cue.start].low.endswith("ed"):
        return False
    times = all(
        among(token.low, words.times, words.dated) or not token.is_word for token in tokens[at:]
    )
    return times or (at > cue.end and among(tokens[at].low, words.finite))


def _comes_upon(tokens: list[Token], cue: Cue, words: Lexicon) -> bool:
    """Whether 'find' is no saying: 'found himself in trouble', 'could not find a job'."""
    if cue.lemma != "find":
        return False
    before = tokens[max(cue.start - 2, 0) : cue.start]
    behind = tokens[cue.end].low if cue.end < len(tokens) else ""
    may = any(among(token.low, words.modals, words.be, words.finite) for token in before)
    return may or behind.endswith(("self", "selves")) or behind == "it"


def _behind_aside(tokens: list[Token], at: int, words: Lexicon) -> int:
    """Behind what commas put between a verb and its question: 'wondered, as I do, why'."""
    if at >= len(tokens) or tokens[at].text != ",":
        return at
    for closes in range(at + 2, min(at + _ASIDE, len(tokens) - 1)):
        if tokens[closes].text == ",":
            opens = among(tokens[closes + 1].low, words.asks_whether)
            return closes + 1 if opens else at
    return at


def _behind_object(tokens: list[Token], cue: Cue, words: Lexicon) -> int:
    """Behind whom a verb is said to.

    'reminded voters that'. What 'warn' ends with is what it warns of.
    """
    if _is_object(tokens, cue.end, words):
        return cue.end + 1
    if tokens[cue.end].low in words.persons:
        return cue.end  # 'warned they could sell'
    listener = phrase_from(tokens, cue.end, words)
    if listener is None or (cue.lemma == "warn" and listener.stop >= len(tokens)):
        return cue.end
    return listener.stop


def _is_told_apart(tokens: list[Token], start: int, who: int, words: Lexicon) -> bool:
    """Whether 'who' tells which people are asked: 'I asked three people who know'."""
    first, behind = tokens[start], tokens[who + 1 : who + 2]
    some = first.text[0].isdigit() or among(first.low, words.numbers, words.counts)
    if tokens[who].low != "who" or not some or not behind or behind[0].is_name:
        return False  # 'asked 30 readers who they think is best'
    return not among(behind[0].low, words.pronouns, words.determiners, words.be)


def _is_object(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a pronoun is all that is told something: 'him', and 'her' of 'told her of it'."""
    if at + 1 >= len(tokens) or tokens[at].low in small_words().object_pronouns:
        return at + 1 < len(tokens)
    owner = tokens[at].low in small_words().possessives
    return owner and among(tokens[at + 1].low, words.prepositions, words.pronouns, words.relative)


def _ends_answer(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether 'yes' or 'no' is all that is said: not in 'said no one called'."""
    return at >= len(tokens) or not tokens[at].is_word or tokens[at].low in words.joins


def _opens_complement(tokens: list[Token], at: int, cue: Cue, words: Lexicon) -> bool:
    """Whether a word opens what is said: 'asked whether', 'vowed to fight', 'warned of'."""
    token = tokens[at]
    may_be = cue.start > 0 and tokens[cue.start - 1].low in words.modals  # 'could agree to stay'
    if token.low in words.asks_whether:
        return cue.kind is CueKind.SAY
    refuses = token.low in small_words().negations and tokens[at + 1 : at + 2]
    if token.low == "to" or (refuses and tokens[at + 1].low == "to"):
        return cue.lemma in words.intent and not may_be
    if token.low.endswith("ing"):
        return cue.lemma == "suggest" and token.text == token.low  # 'suggests reducing fees'
    return token.low in small_words().warned_of and cue.lemma == "warn"
