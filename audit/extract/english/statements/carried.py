"""Finds what a cue carries.

The clause behind 'said that', before ', officials said', the object of 'cited'.
"""

from collections.abc import Container

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.grammar.ends import clause_end
from audit.extract.english.quotations.clause import Parsed, is_direct, parted_at
from audit.extract.english.statements.around_cue import (
    as_reported,
    closing,
    goes_on_with_it,
    opening,
)
from audit.extract.english.statements.behind_cue import following, that_clause
from audit.extract.phrase import Phrase
from audit.extract.sentences import IN_FIGURES, Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

_LONGEST_MARK = 3  # characters
_CLOSING = {")": "(", "-": "-", "–": "–", "—": "—", "--": "--"}
_OWN_WORDS = 2  # of the reporter's, beside a quotation
_ADDED = 3  # words
_TWO = 2
_BEFORE_ACCORDING = 3  # words before an 'according to' that opens its sentence


def carried_by(tokens: list[Token], cue: Cue, subject: Phrase, words: Lexicon) -> list[Phrase]:
    """What a cue carries, one phrase a part; none where the sentence does not say it."""
    if cue.kind is CueKind.ACCORDING:
        return _according(tokens, cue, subject, words)
    if cue.kind in {CueKind.POINT, CueKind.COLON}:
        return [Phrase(cue.end, clause_end(tokens, cue.end, words))]
    if cue.kind is CueKind.NOUN:
        start = max(cue.end, subject.stop)  # 'a demand by the union that'
        start += start < len(tokens) and tokens[start].low in words.be
        told = that_clause(tokens, start, words)
        relative = any(tokens[part.start].low in words.finite for part in told)
        return [] if relative else told  # 'a letter by Lee that was shared'
    if subject.start > cue.end and not cue.inverted:  # 'While saying that …, Lee'
        return [
            Phrase(phrase.start, min(phrase.stop, subject.start - 1))
            for phrase in following(tokens, cue, subject, words)
            if phrase.start < subject.start - 1
        ]
    around = as_reported(tokens, cue, subject, words) or closing(tokens, cue, subject, words)
    if around:
        return around if cue.kind is CueKind.SAY or cue.lemma in words.bare else []
    first = min(cue.start, subject.start)
    if first and tokens[first - 1].quote >= 0 and _tells_while(tokens, cue, words):
        return []  # '“No,” Lee said as the crowd yelled: “Yes!”'
    behind = following(tokens, cue, subject, words)
    introduces = subject.start == 1 and tokens[0].low == "as"
    if introduces and any(tokens[at].quote >= 0 for phrase in behind for at in phrase):
        return []  # 'As Lee said in May, “…”'
    return behind


def _tells_while(tokens: list[Token], cue: Cue, words: Lexicon) -> bool:
    """Whether what follows a verb only tells what happened while, before or after it."""
    behind = tokens[cue.end].low if cue.end < len(tokens) else ""
    return behind == "as" or behind in words.opens_first


def _according(tokens: list[Token], cue: Cue, subject: Phrase, words: Lexicon) -> list[Phrase]:
    before = [token for token in tokens[: cue.start] if token.is_word or token.quote >= 0]
    small = (words.conjunctions, words.prepositions, words.adds)
    leads = len(before) <= _BEFORE_ACCORDING and all(among(token.low, *small) for token in before)
    if leads or _opens_clause(tokens, cue.start, words):
        if subject.stop < len(tokens) and tokens[subject.stop].text == ",":
            return [Phrase(subject.stop + 1, len(tokens))]
        comma = next((i for i in range(subject.stop, len(tokens)) if tokens[i].text == ","), None)
        return [Phrase(comma + 1, len(tokens))] if comma is not None else []
    ahead, last = Phrase(opening(tokens), cue.start), subject.stop
    opens = _bracket_before(tokens, cue.start, last)
    if opens is not None:
        return [Phrase(opens + 1, cue.start)]
    last = _behind_relative(tokens, last, words)
    put_in = _is_put_in(tokens, cue.start, last, words)
    if put_in or _joins_on(tokens, cue.start, last, words):
        return [Phrase(ahead.start, cue.start - 1), Phrase(last + 1, len(tokens))]
    added = _added(tokens, last, words)
    return [ahead, added] if added is not None else [ahead]


def _opens_clause(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a clause begins right before 'according to': 'It rose: according to …', 'that, …'."""
    if at < _TWO:
        return False
    sign = tokens[at - 1].text
    opened = sign == "," and among(tokens[at - 2].low, words.clause_openers, words.opens_first)
    return opened or sign in {":", ";"}


def _added(tokens: list[Token], last: int, words: Lexicon) -> Phrase | None:
    """What a sentence adds to its figures behind a source: ', up from 3 million in 2020'.

    It has figures and no verb of its own, so that it is none of whoever writes.
    """
    if last >= len(tokens) or tokens[last].text != ",":
        return None
    stops = (i for i in range(last + 1, len(tokens)) if not _is_of_phrase(tokens, i))
    rest = tokens[last + 1 : next(stops, len(tokens))]
    said = [token for token in rest if token.is_word]
    if len(said) < _ADDED or among(said[0].low, words.conjunctions, words.relative, words.roles):
        return None
    if said[0].is_name or not any(token.text[0].isdigit() for token in said):
        return None
    if tokens[last - 1].is_name and not among(
        said[0].low, words.prepositions, small_words().comparing
    ):
        return None  # 'according to Ann Lee, a broker with 30 years behind her'
    small = (words.finite, words.past, words.be, words.pronouns)
    own = any(
        token.text == token.low and (token.low in words.say or among(token.low, *small))
        for token in said
    )
    return None if own else Phrase(last + 1, last + 1 + len(rest))


def _is_of_phrase(tokens: list[Token], at: int) -> bool:
    """Whether a word, or a sign inside a figure or a word, goes on with a phrase."""
    token = tokens[at]
    if token.quote >= 0:
        return False
    return token.is_word or token.text in IN_FIGURES or _is_grouping(tokens, at)


def _is_grouping(tokens: list[Token], at: int) -> bool:
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return behind is not None and tokens[at].end == behind.start and behind.text[0].isdigit()


def _is_put_in(tokens: list[Token], start: int, last: int, words: Lexicon) -> bool:
    """Whether a sentence goes on behind 'according to': 'The pier, according to Lee, is old'."""
    if last + 1 >= len(tokens) or tokens[last].text != "," or tokens[start - 1].text != ",":
        return False
    goes_on = tokens[last + 1]
    finite = among(goes_on.low, words.finite, words.past) and goes_on.text == goes_on.low
    return finite or _only_says_when(tokens[:start], words)


def _joins_on(tokens: list[Token], start: int, last: int, words: Lexicon) -> bool:
    """Whether a second verb is joined behind 'according to': 'It shut, according to X, and has'."""
    closes = last + 1 < len(tokens) and tokens[last].text == "," and tokens[start - 1].text == ","
    return closes and goes_on_with_it(tokens, last + 1, words)


def _behind_relative(tokens: list[Token], last: int, words: Lexicon) -> int:
    """Where a source ends with what tells who it is: 'according to members who were there, is'."""
    if last >= len(tokens) or tokens[last].low not in words.opens_relative:
        return last
    comma = next((at for at in range(last, len(tokens) - 1) if tokens[at].text == ","), None)
    goes_on = comma is not None and among(tokens[comma + 1].low, words.finite, words.be)
    return comma if comma is not None and goes_on else last


def _only_says_when(before: list[Token], words: Lexicon) -> bool:
    """Whether a sentence opens with a time alone: 'Last year, according to Lee, rents rose'."""
    said = [token for token in before if token.is_word or token.quote >= 0]
    return bool(said) and all(
        token.quote < 0 and (among(token.low, words.times, words.when) or token.low.isdigit())
        for token in said
    )


def _bracket_before(tokens: list[Token], at: int, close: int) -> int | None:
    """Where brackets or dashes open that close at ``close``: '- half of them, according to X -'."""
    if close >= len(tokens) or tokens[close].text not in _CLOSING:
        return None
    sign = _CLOSING[tokens[close].text]
    return next((i for i in range(at - 1, -1, -1) if tokens[i].text == sign), None)


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
    before += [o.subject.start - 1 for o in behind if o.subject is not None and not o.inverted]
    joined = [at for at in before if at > cue.end and tokens[at].low in small_words().coordinating]
    end = min([clause_end(tokens, cue.end, words), *credited, *joined])
    end = _before_gap(tokens, cue.end, end, words)
    parted = parted_at(tokens, cue, end, words) if cue.kind is CueKind.LABEL else None
    return end if parted is None else parted + (tokens[parted].quote >= 0)


def _before_gap(tokens: list[Token], start: int, end: int, words: Lexicon) -> int:
    """Where somebody else follows whose verb is left out, or the verb of a clause around.

    'called it “dead” and Marsh “asleep”', 'which Lee called “dead,” is back'.
    """
    for at in range(start, end - 2):
        behind = at + 1
        closes = tokens[at].quote >= 0 and tokens[at].text[-1:] == ","
        if closes and among(tokens[behind].low, words.finite, words.be):
            return behind
        joined = tokens[behind].text == "," or tokens[behind].low in small_words().coordinating
        name = behind + joined
        if tokens[at].quote < 0 or not tokens[name].is_name:
            continue
        while name < end and tokens[name].is_name:
            name += 1
        if name < end and tokens[name].quote >= 0:
            return behind
    return end


def _is_quoted_to(token: Token, ends: Container[int]) -> bool:
    """Whether a token is a quotation whose words end at one of some offsets."""
    if token.quote < 0:
        return False
    return any(token.end - mark in ends for mark in range(_LONGEST_MARK + 1))
