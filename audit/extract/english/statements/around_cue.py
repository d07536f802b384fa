"""Finds what stands around a clause of saying: '…, officials said, …', 'As X reported, …'."""

from audit.extract.english.cues.cue import Cue
from audit.extract.english.grammar.forms import is_person_word
from audit.extract.english.grammar.phrases import is_adverb, phrase_from
from audit.extract.english.quotations.clause import is_direct
from audit.extract.english.statements.adverbials import only_when, skip_when
from audit.extract.outlets.gazetteer import triggers
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

_FEWEST_WORDS = 3  # of a clause
_APART = 4  # adverbs between a subject and its verb
_APPOSED = 12  # tokens of an apposition and its commas
_LONGEST_LEAD = 5  # words of an adverbial that opens a sentence


def as_reported(tokens: list[Token], cue: Cue, subject: Phrase, words: Lexicon) -> list[Phrase]:
    """What stands behind 'As Politico reported, …' or before '…, as Politico reported'."""
    before, last = subject.start - 1, max(cue.end, subject.stop)
    last = _behind_listener(tokens, cue, last, words)
    if cue.inverted or before < 0 or tokens[before].low != "as":
        return []
    comma = max(skip_when(tokens, last, words) - 1, last)  # 'As Politico reported on Monday, …'
    closes = comma < len(tokens) and tokens[comma].text == ","
    if all(token.low in small_words().skipped or not token.is_word for token in tokens[:before]):
        return [Phrase(comma + 1, len(tokens))] if closes else []
    if closes and tokens[before - 1].low in small_words().skipped:
        return [Phrase(comma + 1, len(tokens))]  # '…, and as Lee noted, …'
    ends = _closes(tokens, last) or only_when(tokens, last, words)
    if tokens[before - 1].text != "," or not ends:
        return []
    ahead = Phrase(opening(tokens), before - 1)
    goes_on = next((at for at in range(last, len(tokens)) if tokens[at].text == ","), None)
    adverbial = tokens[ahead.start].low in words.prepositions and not _has_verb(
        tokens, ahead, words
    )
    if adverbial and goes_on is not None:
        return [ahead, Phrase(goes_on + 1, len(tokens))]  # 'In Rome, as Roy wrote, it rains'
    return [ahead]


def closing(tokens: list[Token], cue: Cue, subject: Phrase, words: Lexicon) -> list[Phrase]:
    """What stands around '…, officials said.' and '…, officials said, …'."""
    first, last = min(cue.start, subject.start), max(cue.end, subject.stop)
    last = _behind_listener(tokens, cue, last, words)
    first = _joint_start(tokens, first, words)
    first = _description_start(tokens, first, words)
    if first == 0 or cue.start - subject.stop > _most_apart(tokens, cue, subject):
        return []
    if _stands_beside_direct(tokens, first, last) or not _ends_words(tokens[first - 1]):
        return []
    start = behind_first_statement(tokens, first, words) or opening(tokens)
    ahead = Phrase(start, first if tokens[first - 1].quote >= 0 else first - 1)
    if words.say.get(tokens[ahead.start].low) in words.asks and ahead.start == 0:
        return []  # 'Asked by a caller why, Lee sighed'
    if len(ahead) == 1 and tokens[first].low in small_words().writers:
        return []  # 'Reader, I believed'
    if not any(token.is_word for token in tokens[ahead.start : ahead.stop]):
        opens = ahead.start > 0 and last < len(tokens) and tokens[last].text == ","
        return [Phrase(last + 1, len(tokens))] if opens else []  # 'But, she said, …'
    return _ahead_and_behind(tokens, cue, ahead, last, words)


def behind_first_statement(tokens: list[Token], first: int, words: Lexicon) -> int | None:
    """Where a second statement begins in which a clause of saying is put.

    'Lee said that rents had risen, and wages, he added, were falling.'
    """
    that = next(
        (
            at
            for at in range(first - 2)
            if words.is_verb(tokens[at].low) and tokens[at + 1].low == "that"
        ),
        None,
    )
    if that is None:
        return None
    for at in range(first - 2, that, -1):
        if tokens[at].low in small_words().coordinating and tokens[at - 1].text == ",":
            return at + 1
    return None


def _most_apart(tokens: list[Token], cue: Cue, subject: Phrase) -> int:
    """How many tokens may part a subject from its verb: an apposition has more than adverbs."""
    apposed = subject.stop < cue.start and tokens[cue.start - 1].text == ","
    return _APPOSED if apposed and tokens[subject.stop].text == "," else _APART


def _ahead_and_behind(
    tokens: list[Token], cue: Cue, ahead: Phrase, last: int, words: Lexicon
) -> list[Phrase]:
    """What stands before a clause of saying that ends at ``last``, and what goes on behind it."""
    sign = tokens[last].text if last < len(tokens) else "."
    resumed = _resumed(tokens, ahead, last, words) if cue.inverted else None
    if resumed is not None:
        return [ahead, resumed]
    if sign in {".", "?", "!", ";", "—", "–", "--"} or (
        cue.inverted and tokens[last].low in small_words().who
    ):
        return [ahead]
    if sign == ",":
        return _on_both_sides(tokens, cue, ahead, last + 1, words)
    behind = skip_when(tokens, last, words)
    if behind > last and tokens[behind - 1].text == "," and _is_clause(tokens, ahead):
        return _on_both_sides(tokens, cue, ahead, behind, words)  # 'he said this week, …'
    dated = only_when(tokens, last, words) and _is_clause(tokens, ahead)
    adverbial = among(tokens[ahead.start].low, words.prepositions, words.opens_first)
    if adverbial and not _has_verb(tokens, ahead, words):
        return []  # 'For ten years, Lee wrote in a shed'
    return [ahead] if dated else []


def _resumed(tokens: list[Token], ahead: Phrase, last: int, words: Lexicon) -> Phrase | None:
    """The verb of a subject that a clause of saying parts from it: 'It, said Roy, a vet, is old'.

    Behind the comma that closes what says more of whoever speaks.
    """
    comma = last if last < len(tokens) and tokens[last].text == "," else None
    who = last < len(tokens) and tokens[last].low in small_words().who
    if (comma is None and not who) or _has_verb(tokens, ahead, words):
        return None
    if ahead.start and not tokens[ahead.start - 1].is_word:
        return None
    for at in range(last + 1, min(last + _APPOSED, len(tokens) - 2)):
        behind = tokens[at + 1]
        if tokens[at].quote >= 0 or tokens[at].text == ";":
            return None
        if tokens[at].text == "," and among(behind.low, words.finite, words.be):
            return Phrase(at + 1, len(tokens)) if behind.text == behind.low else None
    return None


def _has_verb(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    return any(among(tokens[at].low, words.finite, words.past) for at in phrase)


def _on_both_sides(
    tokens: list[Token], cue: Cue, ahead: Phrase, behind: int, words: Lexicon
) -> list[Phrase]:
    """What stands before '…, officials said, …', and behind it if that goes on with it."""
    may_report = not cue.inverted and tokens[cue.start].low in triggers().reports
    goes_on = behind < len(tokens)
    if goes_on and tokens[behind].quote >= 0:
        adverbial = tokens[ahead.start].low in words.prepositions and not _is_long(tokens, ahead)
        if adverbial:
            return []  # 'At the same time, she added, “…”'
    condition = tokens[ahead.start].low == "if"  # 'If it fails, he said, then …'
    others = goes_on and tokens[behind].low in words.joins and not condition
    if others and may_report and goes_on_with_it(tokens, behind, words):
        return [ahead, Phrase(behind, len(tokens))]
    if cue.inverted:
        others = not (goes_on and tokens[behind].low in words.finite)
    if goes_on and tokens[behind].low.endswith("ing") and tokens[behind].low in words.say:
        others = True  # '…, he said, adding that'
    return [ahead] if others else [ahead, Phrase(behind, len(tokens))]


def goes_on_with_it(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a joined verb at ``at`` has the subject of what was reported: ', and now has 40'.

    It stands in the present, or the perfect: what is joined in the past may be what the source did.
    """
    if tokens[at].low not in small_words().coordinating:
        return False
    at = verb = at + 1
    while verb < len(tokens) - 1 and (
        is_adverb(tokens[verb], words) or tokens[verb].low in words.often
    ):
        verb += 1
    if verb + 1 >= len(tokens) or tokens[verb].text != tokens[verb].low:
        return False
    low = tokens[verb].low
    led = verb > at and low.endswith("s") and tokens[verb].is_word  # 'and now runs 14 theatres'
    return led or among(low, words.be, words.have, words.modals)


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
    if first < 2 or tokens[first - 1].low != "and" or tokens[first - 2].text == ",":
        return first  # '“No,” she said, and the driver agreed'
    for at in range(first - 2, max(first - 6, 0), -1):
        if tokens[at].text == ",":
            return at + 1
        if not tokens[at].is_word or among(tokens[at].low, words.finite, words.past):
            return first
    return first


def _description_start(tokens: list[Token], first: int, words: Lexicon) -> int:
    """Where whoever a name says begins behind a comma: ', her principal, Dot Lee, said'."""
    if first < 2 or tokens[first - 1].text != ",":
        return first
    if not tokens[first].is_name:
        return _name_start(tokens, first, words)
    for at in range(first - 2, max(first - 8, -1), -1):
        if tokens[at].text == "," or tokens[at].quote >= 0:
            owned = any(token.low == "'s" for token in tokens[at + 1 : first - 1])
            begins = owned or tokens[at + 1].low in words.determiners
            known = any(is_person_word(token, words) for token in tokens[at + 1 : first - 1])
            return at + 1 if begins and known else first
        if not tokens[at].is_word or among(tokens[at].low, words.finite, words.past):
            return first
    return first


def _name_start(tokens: list[Token], first: int, words: Lexicon) -> int:
    """Where a name between quoted words and a description begins: '“…,” Lee, a vet'."""
    if tokens[first].low not in small_words().indefinite:
        return first
    start = first - 1
    while start > 0 and tokens[start - 1].is_name:
        start -= 1
    named = 0 < start < first - 1 and tokens[start - 1].quote >= 0
    return start if named and tokens[start].low not in words.times else first


def _is_clause(tokens: list[Token], phrase: Phrase) -> bool:
    return sum(token.is_word for token in tokens[phrase.start : phrase.stop]) >= _FEWEST_WORDS


def _is_long(tokens: list[Token], phrase: Phrase) -> bool:
    return sum(token.is_word for token in tokens[phrase.start : phrase.stop]) > _LONGEST_LEAD


def opening(tokens: list[Token]) -> int:
    """Where the words of a sentence begin, behind an 'And' or a 'But'."""
    return 1 if tokens and tokens[0].low in small_words().skipped else 0


def _behind_listener(tokens: list[Token], cue: Cue, at: int, words: Lexicon) -> int:
    """Behind whom 'told' names, if it stands at an index."""
    if cue.lemma != "tell" or at >= len(tokens):
        return at
    one = among(tokens[at].low, frozenset(small_words().objects), small_words().possessives)
    if one and (at + 1 >= len(tokens) or not tokens[at + 1].is_word):
        return at + 1  # '…, the mayor told her.'
    listener = phrase_from(tokens, at, words)
    return listener.stop if listener is not None else at


def _closes(tokens: list[Token], index: int) -> bool:
    return index >= len(tokens) or tokens[index].text in {".", ",", ";", "?", "!"}
