"""Finds what a cue carries.

The clause behind 'said that', before ', officials said', the object of 'cited'.
"""

from collections.abc import Container

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.grammar.clauses import is_bare_clause
from audit.extract.english.grammar.phrases import clause_end, phrase_from
from audit.extract.english.labels import is_title
from audit.extract.english.quotations.own_sentence import Parsed, is_direct
from audit.extract.english.statements.objects import object_of
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon

_FEWEST_WORDS = 3  # of a clause
_BEFORE_THAT = 14  # words at most between a verb and its 'that'
_LONGEST_MARK = 3  # characters
_APART = 4  # adverbs between a subject and its verb
_CLOSING = {")": "(", "-": "-", "–": "–", "—": "—", "--": "--"}
_ASIDE = 8  # tokens
_OWN_WORDS = 2  # of the reporter's, beside a quotation
_SAYS = frozenset({"say", "think", "believe", "insist", "tell"})  # a clause, whatever follows
_BEFORE_ACCORDING = 3  # words before an 'according to' that opens its sentence
_ANSWERS = frozenset({"yes", "no", "so"})
_WITH_LISTENER = frozenset(
    {"tell", "remind", "assure", "notify", "warn", "inform", "advise", "convince"}
)
_LONGEST_WHEN = 14  # words
_LONGEST_LEAD = 5  # words of an adverbial that opens a sentence
_NOT_OPENING = frozenset({"and", "but", "or", "so", "yet"})


def carried_by(tokens: list[Token], cue: Cue, subject: Phrase, words: Lexicon) -> list[Phrase]:
    """What a cue carries, one phrase a part; none where the sentence does not say it."""
    if cue.kind is CueKind.ACCORDING:
        return _according(tokens, cue, subject, words)
    if cue.kind in {CueKind.POINT, CueKind.COLON}:
        return [Phrase(cue.end, clause_end(tokens, cue.end, words))]
    if cue.kind is CueKind.NOUN:
        is_that = cue.end < len(tokens) and tokens[cue.end].low in words.be
        return _that_clause(tokens, cue.end + is_that, words)
    if subject.start > cue.end and not cue.inverted:  # 'While saying that …, Lee'
        return [
            Phrase(phrase.start, min(phrase.stop, subject.start - 1))
            for phrase in _following(tokens, cue, subject, words)
            if phrase.start < subject.start - 1
        ]
    around = _as_reported(tokens, cue, subject, words) or _closing(tokens, cue, subject, words)
    if around:
        return around if cue.kind is CueKind.SAY or cue.lemma in words.bare else []
    return _following(tokens, cue, subject, words)


def _according(tokens: list[Token], cue: Cue, subject: Phrase, words: Lexicon) -> list[Phrase]:
    before = [token for token in tokens[: cue.start] if token.is_word or token.quote >= 0]
    if len(before) <= _BEFORE_ACCORDING and all(
        among(token.low, words.conjunctions, words.prepositions, words.adds) for token in before
    ):
        if subject.stop < len(tokens) and tokens[subject.stop].text == ",":
            return [Phrase(subject.stop + 1, len(tokens))]
        comma = next((i for i in range(subject.stop, len(tokens)) if tokens[i].text == ","), None)
        return [Phrase(comma + 1, len(tokens))] if comma is not None else []
    ahead, last = Phrase(_opening(tokens), cue.start), subject.stop
    opens = _bracket_before(tokens, cue.start, last)
    if opens is not None:
        return [Phrase(opens + 1, cue.start)]
    if last + 1 < len(tokens) and tokens[last].text == "," and tokens[cue.start - 1].text == ",":
        goes_on = tokens[last + 1]
        if among(goes_on.low, words.finite, words.past) and goes_on.text == goes_on.low:
            return [Phrase(ahead.start, cue.start - 1), Phrase(last + 1, len(tokens))]
    return [ahead]


def _bracket_before(tokens: list[Token], at: int, close: int) -> int | None:
    """Where brackets or dashes open that close at ``close``: '- half of them, according to X -'."""
    if close >= len(tokens) or tokens[close].text not in _CLOSING:
        return None
    sign = _CLOSING[tokens[close].text]
    return next((i for i in range(at - 1, -1, -1) if tokens[i].text == sign), None)


def _opening(tokens: list[Token]) -> int:
    return 1 if tokens and tokens[0].low in _NOT_OPENING else 0


def _behind_listener(tokens: list[Token], cue: Cue, at: int, words: Lexicon) -> int:
    """Behind whom 'told' names, if it stands at an index."""
    listener = phrase_from(tokens, at, words) if cue.lemma == "tell" else None
    return listener.stop if listener is not None else at


def _as_reported(tokens: list[Token], cue: Cue, subject: Phrase, words: Lexicon) -> list[Phrase]:
    """What stands behind 'As Politico reported, …' or before '…, as Politico reported'."""
    before, last = subject.start - 1, max(cue.end, subject.stop)
    last = _behind_listener(tokens, cue, last, words)
    if cue.inverted or before < 0 or tokens[before].low != "as":
        return []
    if all(token.low in _NOT_OPENING or not token.is_word for token in tokens[:before]):
        closes = last < len(tokens) and tokens[last].text == ","
        return [Phrase(last + 1, len(tokens))] if closes else []
    if tokens[before - 1].text != "," or not _closes(tokens, last):
        return []
    return [Phrase(_opening(tokens), before - 1)]


def _closes(tokens: list[Token], index: int) -> bool:
    return index >= len(tokens) or tokens[index].text in {".", ",", ";", "?", "!"}


def _closing(tokens: list[Token], cue: Cue, subject: Phrase, words: Lexicon) -> list[Phrase]:
    """What stands around '…, officials said.' and '…, officials said, …'."""
    first, last = min(cue.start, subject.start), max(cue.end, subject.stop)
    last = _behind_listener(tokens, cue, last, words)
    first = _joint_start(tokens, first, words)
    if first == 0 or cue.start - subject.stop > _APART:
        return []
    if _stands_beside_direct(tokens, first, last) or not _ends_words(tokens[first - 1]):
        return []
    ahead = Phrase(_opening(tokens), first if tokens[first - 1].quote >= 0 else first - 1)
    if words.say.get(tokens[ahead.start].low) in words.asks and ahead.start == 0:
        return []  # 'Asked by a caller why, Lee sighed'
    sign = tokens[last].text if last < len(tokens) else "."
    if not any(token.is_word for token in tokens[ahead.start : ahead.stop]):
        opens = ahead.start > 0 and sign == ","
        return [Phrase(last + 1, len(tokens))] if opens else []  # 'But, she said, …'
    if sign in {".", "?", "!", ";", "—", "–", "--"} or (
        cue.inverted and tokens[last].low in {"who", "whose"}
    ):
        return [ahead]
    if sign == ",":
        return _on_both_sides(tokens, cue, ahead, last + 1, words)
    behind = _skip_when(tokens, last, words)
    if behind > last and tokens[behind - 1].text == "," and _is_clause(tokens, ahead):
        return _on_both_sides(tokens, cue, ahead, behind, words)  # 'he said this week, …'
    dated = _only_when(tokens, last, words) and _is_clause(tokens, ahead)
    return [ahead] if dated else []


def _on_both_sides(
    tokens: list[Token], cue: Cue, ahead: Phrase, behind: int, words: Lexicon
) -> list[Phrase]:
    """What stands before '…, officials said, …', and behind it if that goes on with it."""
    goes_on = behind < len(tokens)
    if goes_on and tokens[behind].quote >= 0:
        adverbial = tokens[ahead.start].low in words.prepositions and not _is_long(tokens, ahead)
        if adverbial:
            return []  # 'At the same time, she added, “…”'
    condition = tokens[ahead.start].low == "if"  # 'If it fails, he said, then …'
    others = goes_on and tokens[behind].low in words.joins and not condition
    if cue.inverted:
        others = not (goes_on and tokens[behind].low in words.finite)
    return [ahead] if others else [ahead, Phrase(behind, len(tokens))]


def _stands_beside_direct(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a clause of saying is of a whole quoted sentence.

    What else stands there is the reporter's.
    """
    behind = last + (last < len(tokens) and tokens[last].text in {",", ":"})
    beside = (at for at in (first - 1, behind) if at < len(tokens))
    return any(tokens[at].quote >= 0 and is_direct(tokens, at) for at in beside)


def _ends_words(before: Token) -> bool:
    """Whether reported words may end with a token before a clause of saying."""
    return before.text in {",", "—", "–"} or (before.quote >= 0 and before.text.endswith(","))


def _joint_start(tokens: list[Token], first: int, words: Lexicon) -> int:
    """Where a subject of two begins, behind a comma: ', teachers and union officials said'."""
    if first < 2 or tokens[first - 1].low != "and":
        return first
    for at in range(first - 2, max(first - 6, 0), -1):
        if tokens[at].text == ",":
            return at + 1
        if not tokens[at].is_word or among(tokens[at].low, words.finite, words.past):
            return first
    return first


def _is_clause(tokens: list[Token], phrase: Phrase) -> bool:
    return sum(token.is_word for token in tokens[phrase.start : phrase.stop]) >= _FEWEST_WORDS


def _is_long(tokens: list[Token], phrase: Phrase) -> bool:
    return sum(token.is_word for token in tokens[phrase.start : phrase.stop]) > _LONGEST_LEAD


def _only_when(tokens: list[Token], start: int, words: Lexicon) -> bool:
    """Whether only 'on Monday', 'in a statement' and the like follow."""
    if any(token.low == "that" for token in tokens[start : start + 3]):
        return False
    rest = [token for token in tokens[start:] if token.is_word]
    if not rest or len(rest) > _LONGEST_WHEN or rest[0].low not in words.opens_when:
        return False
    return len(rest) < 2 or not among(rest[1].low, words.finite, words.be)  # 'this was'


def _following(tokens: list[Token], cue: Cue, subject: Phrase, words: Lexicon) -> list[Phrase]:
    """What stands behind its verb: a clause, an infinitive, an object."""
    if cue.inverted or cue.end >= len(tokens):
        return []
    clause = _that_clause(tokens, cue.end, words)
    if clause or cue.kind is CueKind.LABEL:
        return clause
    at = cue.end
    if cue.lemma in _WITH_LISTENER:
        at = _behind_object(tokens, cue, words)
        clause = _that_clause(tokens, at, words)
        if clause:
            return clause
    at = _behind_aside(tokens, at, words)
    if at >= len(tokens) or tokens[at].text in {".", ",", ";", "?", "!"}:
        return []
    if tokens[at].low in _ANSWERS and cue.lemma == "say" and _ends_answer(tokens, at + 1, words):
        return [Phrase(at, at + 1)]
    if _opens_complement(tokens, at, cue, words):
        return [Phrase(at, clause_end(tokens, at, words))]
    at = _skip_when(tokens, at, words)
    if tokens[at].low == "to" and _opens_complement(tokens, at, cue, words):
        return [Phrase(at, clause_end(tokens, at, words))]  # 'vowed last month to stay'
    end = clause_end(tokens, at, words)
    counts = any(token.low in words.counts for token in tokens[subject.start : subject.stop])
    tells = tokens[at].is_name or any(token.low.endswith("ing") for token in tokens[at:end])
    poll = any(token.low in words.polls for token in tokens[subject.start : subject.stop])
    if counts and (tells or poll) and cue.lemma in {"find", "show"} and end - at >= _FEWEST_WORDS:
        return [Phrase(at, end)]  # 'a poll finds Lee leading by 15 points'
    if tokens[cue.start].low in {"state", "states"}:
        return []  # 'the state legislatures'
    if _is_participle(tokens, cue, at, words) or _comes_upon(tokens, cue, words):
        return []
    if cue.lemma in words.bare and is_bare_clause(tokens[at:end], words, says=cue.lemma in _SAYS):
        return [Phrase(at, end)]
    return object_of(tokens, cue, at, words)


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
    listener = phrase_from(tokens, cue.end, words)
    if listener is None or (cue.lemma == "warn" and listener.stop >= len(tokens)):
        return cue.end
    return listener.stop


def _ends_answer(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether 'yes' or 'no' is all that is said: not in 'said no one called'."""
    return at >= len(tokens) or not tokens[at].is_word or tokens[at].low in words.joins


def _opens_complement(tokens: list[Token], at: int, cue: Cue, words: Lexicon) -> bool:
    """Whether a word opens what is said: 'asked whether', 'vowed to fight', 'warned of'."""
    token = tokens[at]
    may_be = cue.start > 0 and tokens[cue.start - 1].low in words.modals  # 'could agree to stay'
    if token.low in words.asks_whether:
        return cue.kind is CueKind.SAY
    if token.low == "to":
        return cue.lemma in words.intent and not may_be
    if token.low.endswith("ing"):
        return cue.lemma == "suggest" and token.text == token.low  # 'suggests reducing fees'
    return token.low in {"of", "against"} and cue.lemma == "warn"


def around_quotation(
    sentence: Parsed, cue: Cue, words: Lexicon, quoted_to: Container[int]
) -> list[Phrase]:
    """What a cue carries with quoted words in it: 'called the visa programme “worse than amnesty”'.

    ``quoted_to`` are the offsets at which the cue's quotations end, their marks left out.
    """
    tokens = sentence.tokens
    if cue.inverted or cue.kind not in {CueKind.SAY, CueKind.LABEL, CueKind.VIEW}:
        return []
    end = _end_beside_others(sentence, cue, words)
    quoted = [at for at in range(cue.end, end) if _is_quoted_to(tokens[at], quoted_to)]
    if not quoted or any(is_direct(tokens, at) for at in quoted):
        return []
    own = [token for token in tokens[cue.end : end] if token.is_word]
    small = (words.determiners, words.pronouns, words.prepositions)
    if sum(not among(token.low, *small) for token in own) < _OWN_WORDS:
        return []
    said = sum(len(tokens[i].text.split()) for i in quoted)
    return [Phrase(cue.end, end)] if said <= len(own) else []


def _end_beside_others(sentence: Parsed, cue: Cue, words: Lexicon) -> int:
    """Where the clause behind a cue ends, or that of a cue begins that joins or credits it."""
    tokens = sentence.tokens
    behind = [other for other in sentence.cues if other.start > cue.end]
    credited = [other.start for other in behind if other.kind is CueKind.ACCORDING]
    before = [other.start - 1 for other in behind]
    joined = [at for at in before if at > cue.end and tokens[at].low in {"and", "but"}]
    return min([clause_end(tokens, cue.end, words), *credited, *joined])


def _is_quoted_to(token: Token, ends: Container[int]) -> bool:
    """Whether a token is a quotation whose words end at one of some offsets."""
    if token.quote < 0:
        return False
    return any(token.end - mark in ends for mark in range(_LONGEST_MARK + 1))


def _that_clause(tokens: list[Token], start: int, words: Lexicon) -> list[Phrase]:
    """The clause behind 'that', at once or behind 'on Monday', 'in an interview with The Post'."""
    for index in range(start, min(start + _BEFORE_THAT, len(tokens))):
        token = tokens[index]
        if token.low == "that":
            return [Phrase(index + 1, clause_end(tokens, index + 1, words))]
        programme = token.quote >= 0 and is_title(tokens, index)  # 'told ABC's “This Day” that'
        if not token.is_word and not programme and token.text not in {",", "'", "’"}:
            return []
        if index == start and not among(token.low, words.when, words.times):
            return []
        if among(token.low, words.finite, words.relative) or token.low in {"and", "but"}:
            return []
    return []


def _skip_when(tokens: list[Token], at: int, words: Lexicon) -> int:
    """Over 'Tuesday', 'on Tuesday', 'in a statement' and the comma behind them."""
    start = at
    while at < len(tokens):
        token = tokens[at]
        following = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if token.low in words.times or (at > start and token.text == ","):
            at += 1
        elif token.low in {"on", "late", "early", "last", "this"} and following in words.times:
            at += 2
        elif token.low in {"in", "during", "at"}:
            reach = range(at + 1, min(at + 6, len(tokens)))
            noun = next((i for i in reach if tokens[i].low in words.nouns), None)
            if noun is None:
                break
            at = noun + 1
        else:
            break
    return at if at < len(tokens) else start
