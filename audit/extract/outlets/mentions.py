"""Finds the outlets that an article names, and tells which one carried somebody's words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from audit.extract.outlets.gazetteer import KnownName, known_names, triggers
from audit.extract.sentences import Token
from audit.languages.common import CommonWords
from audit.model import Outlet, OutletKind

_LONGEST = 8  # words in the name of an outlet that no list knows
_NEAR = 6  # tokens before a preposition in which the word that it belongs to is looked for
_OPENS, _CLOSES = frozenset("(["), frozenset(")]")
_DASHES = frozenset({"-", "–", "—", "--"})
_STOPS = frozenset({",", ";", ":"})
_WORD = re.compile(r"[\w&-]+(?:[.'’][\w-]+)*")
_DATELINE = 8  # tokens at most before the agency in 'KYIV, March 3 (Reuters) –'


class Mention(NamedTuple):
    """Tokens ``start`` up to ``end`` of a sentence name an outlet.

    An article 'the' is not in them.
    """

    start: int
    end: int
    outlet: Outlet


def find_mentions(tokens: Sequence[Token], words: CommonWords) -> list[Mention]:
    """The outlets that a sentence by itself names outside its quotations, in order.

    One that no list knows is told by the last or first word of its name: 'the Kelmouth Echo'.
    """
    return _mentions(tokens, words, {})


def find_all_mentions(
    sentences: Iterable[Sequence[Token]], words: CommonWords
) -> list[list[Mention]]:
    """The outlets that each sentence of an article names, a list for each sentence, in order.

    As `find_mentions`, and a short name means the outlet that was last named before it in full:
    'the Post' is The Washington Post, or the Kelmouth Post.
    """
    named: dict[str, Outlet] = {}
    return [_mentions(tokens, words, named) for tokens in sentences]


def _mentions(
    tokens: Sequence[Token], words: CommonWords, named: dict[str, Outlet]
) -> list[Mention]:
    """The mentions of a sentence; ``named`` gains the last words of the full names in it."""
    low = {token.low for token in tokens if token.low != token.text}
    if not _may_name_one(tokens, low, words, named):
        return []
    may_end = not (words.outlet_words.isdisjoint(low) and words.outlet_first.isdisjoint(low))
    names = known_names()
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        mention: Mention | None = None
        if token.text in names or token.quote >= 0:
            mention = _listed(tokens, at, words)
        if token.low != token.text:
            if token.low in named and (mention is None or mention.end == at + 1):
                mention = _short(tokens, at, named) or mention
            if mention is None and may_end and token.is_name:
                mention = _unlisted(tokens, at, words)
        if mention is None:
            at += 1
            continue
        found.append(mention)
        at = mention.end
        last = tokens[at - 1].low
        if at - mention.start > 1 and last in words.outlet_words - triggers().generic:
            named[last] = mention.outlet
    return found


def _may_name_one(
    tokens: Sequence[Token], low: set[str], words: CommonWords, named: Mapping[str, Outlet]
) -> bool:
    """Whether any word of a sentence can be of an outlet's name; most sentences end here.

    ``low`` are its capitalised words in lower case, '' for a quotation.
    """
    return (
        "" in low
        or not words.outlet_words.isdisjoint(low)
        or not words.outlet_first.isdisjoint(low)
        or not named.keys().isdisjoint(low)
        or not known_names().keys().isdisjoint([token.text for token in tokens])
    )


def _listed(tokens: Sequence[Token], at: int, words: CommonWords) -> Mention | None:
    if tokens[at].quote >= 0:
        return _in_marks(tokens, at)
    for name in known_names()[tokens[at].text]:
        end = at + len(name.words)
        same = tuple(token.text for token in tokens[at:end]) == name.words
        if same and (not name.common or _is_meant(tokens, at, name, words)):
            written = name.article and at > 0 and tokens[at - 1].text == "The"
            return Mention(at - 1 if written else at, end, name.outlet)
    return None


def _in_marks(tokens: Sequence[Token], at: int) -> Mention | None:
    """A name between quotation marks, as is usual in German and Russian: 'sagte der „Bild“'."""
    inside = tuple(tokens[at].text[:60].split())
    for name in known_names().get(inside[0], ()) if inside else ():
        if name.words == inside:
            return Mention(at, at + 1, name.outlet)
    return None


def _is_meant(tokens: Sequence[Token], at: int, name: KnownName, words: CommonWords) -> bool:
    """Whether a name that means other things too is the outlet here: 'told Time', 'in The Sun,'."""
    end = at + len(name.words)
    with_the = at > 0 and tokens[at - 1].low == "the"
    before = at - 2 if with_the else at - 1
    if name.article and not with_the:
        return False
    if not with_the and before > 0 and tokens[before].is_name:
        return False  # 'Vicente Fox'
    if end < len(tokens):
        following = tokens[end]
        if following.is_name and following.low not in words.times:
            return False  # 'Time Warner', 'The Hill Country'
        speaks = following.low in words.say and (with_the or _is_acronym(name))
        if speaks or _is_deed(following.low):
            return True
    if before < 0:
        return False
    if _brings(tokens, before) or _is_staff_of(tokens, before):
        return True
    if tokens[before].text in _OPENS:
        return _is_closed(tokens, end)
    return _is_capitalised_inside(tokens, at, before, name)


def _is_capitalised_inside(tokens: Sequence[Token], at: int, before: int, name: KnownName) -> bool:
    """Whether a name has its 'The' in mid-sentence: 'as The Sun', not 'as the sun'."""
    return name.article and tokens[at - 1].text == "The" and tokens[before].is_word


def _is_deed(word: str) -> bool:
    """Whether a word behind a name tells of an outlet: 'Time reported', 'a Time reporter'."""
    return word in triggers().reports or word in triggers().staff


def _is_acronym(name: KnownName) -> bool:
    return len(name.words[0]) > 1 and name.words[0].isupper()


def _short(tokens: Sequence[Token], at: int, named: Mapping[str, Outlet]) -> Mention | None:
    """'the Post', 'a Post reporter': the last word of a name that was given in full before."""
    token = tokens[at]
    if not token.is_name or (at > 1 and tokens[at - 1].is_name and tokens[at - 1].low != "the"):
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.low in triggers().staff:
        return Mention(at, at + 1, named[token.low])
    if at == 0 or tokens[at - 1].low != "the" or (following is not None and following.is_name):
        return None
    return Mention(at, at + 1, named[token.low])


def _unlisted(tokens: Sequence[Token], start: int, words: CommonWords) -> Mention | None:
    """A name that ends or begins as names of outlets do, and has no listed one inside."""
    if tokens[start].low in words.prepositions or tokens[start].low in words.conjunctions:
        return None
    end = start
    longest = min(start + _LONGEST, len(tokens))
    while end < longest and tokens[end].is_name and tokens[end].low not in words.determiners:
        end += 1
    if tokens[start].low not in words.outlet_first:
        while end > start and tokens[end - 1].low not in words.outlet_words:
            end -= 1
    for at in range(start + 1, end):
        if tokens[at].text in known_names() and _listed(tokens, at, words):
            return None
    goes_on = end < len(tokens) and tokens[end].is_name and tokens[end].low not in words.times
    if end - start < 2 or goes_on:  # 'Senate Majority Leader Ann Lee'
        return None
    return Mention(start, end, Outlet(" ".join(token.text for token in tokens[start:end])))


def outlets_named(text: str) -> tuple[Outlet, ...]:
    """The listed outlets that a text names, by their names alone: no grammar is needed.

    A name that means other things too counts behind a word that leads to listeners: 'a Repubblica'.
    Enough to say where to look, and not whose words they are.
    """
    words = _WORD.findall(text)
    leading = triggers().dative | triggers().talk_joins | triggers().leads
    articles = triggers().articles
    found: dict[Outlet, None] = {}
    for at, word in enumerate(words):
        for name in known_names().get(word, ()):
            if tuple(words[at : at + len(name.words)]) != name.words:
                continue
            before = [each.lower() for each in words[max(at - 2, 0) : at]]
            if before and before[-1] in articles - leading:
                before.pop()
            if not name.common or (before and before[-1] in leading):
                found.setdefault(name.outlet)
            break
    return tuple(found)


def carrier(tokens: Sequence[Token], mentions: Sequence[Mention], cue_end: int) -> Mention | None:
    """The outlet that was told or published the words: 'told CBS News', 'in an interview with CNN'.

    ``cue_end`` is the index behind the cue of the words, the number of tokens where they have none.
    An outlet right behind the cue comes first, then the others in their order. An institution is
    no medium: it carries words only where it is cited for them ('according to the WHO').
    """
    carrying = [mention for mention in mentions if _carries(tokens, mention)]
    told = (
        mention for mention in carrying if _before(tokens, mention.start) < cue_end <= mention.start
    )
    return next(told, carrying[0] if carrying else None)


def was_told(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether the outlet is the listener: 'told CBS News', 'telling the Post'."""
    at = _before(tokens, mention.start)
    return at >= 0 and tokens[at].low in triggers().told


def credit(tokens: Sequence[Token], mentions: Sequence[Mention]) -> Mention | None:
    """The outlet of a sentence that is nothing but its credit: '(Reuters)', '[AP.]', '— BBC News'.

    It stands behind the words that it belongs to, as the rest of their paragraph.
    """
    if len(mentions) != 1 or tokens[0].text not in _OPENS | _DASHES:
        return None
    rest = [*tokens[: mentions[0].start], *tokens[mentions[0].end :]]
    lone = all(not token.is_word or token.low in triggers().articles for token in rest)
    dateline = len(rest) > 1 and rest[-1].text in _DASHES  # '(Reuters) –' opens a paragraph
    return mentions[0] if lone and not dateline else None


def _carries(tokens: Sequence[Token], mention: Mention) -> bool:
    start, end = mention.start, mention.end
    following = tokens[end].low if end < len(tokens) else "."
    at = _before(tokens, start)
    if mention.outlet.kind is OutletKind.INSTITUTION:
        return at >= 1 and _cites(tokens, at)
    if at >= 0 and _brings(tokens, at):
        return True
    if at >= 0 and tokens[at].text in _OPENS and _is_closed(tokens, end):
        return not _is_dateline(tokens, at, end)
    if following in triggers().reports:  # 'as the Post reported', ', the Post reported'
        return at >= 0 and (tokens[at].quote >= 0 or tokens[at].low in {",", "as"})
    if following in triggers().quotes:  # 'The Guardian quoted Lee as saying'
        return True
    if following in triggers().programme and at >= 0:
        return tokens[at].low in triggers().programme_joins
    return mention.outlet.kind in {OutletKind.BROADCASTER, None} and _is_on_air(tokens, at)


def _before(tokens: Sequence[Token], start: int) -> int:
    """The index of the word before a name and its articles, -1 where there is none."""
    at = start - 1
    while at >= 0 and tokens[at].low in triggers().articles:
        at -= 1
    return at


def _brings(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words up to index ``at`` make the outlet behind them one that carried words."""
    low, known = tokens[at].low, triggers()
    if low in known.told or _cites(tokens, at):
        return True
    near = _clause_before(tokens, at)
    if (low in known.talk_joins and not near.isdisjoint(known.talk)) or (
        low in known.piece_joins and not near.isdisjoint(known.piece)
    ):
        return True
    if low in known.staff_joins:  # 'told Ann Lee of CNN', 'told host Ann Lee on Fox News'
        listener = _before_person(tokens, at - 1)
        return 0 <= listener < at - 1 and tokens[listener].low in known.told
    subject = at - 1 if low in known.dative else at  # 'sagte Ann Lee der BBC', 'dijo Ann Lee a EFE'
    verb = _before_person(tokens, subject)
    return 0 <= verb < subject and tokens[verb].low in known.told_first


def _before_person(tokens: Sequence[Token], last: int) -> int:
    """The index before the name, with what the person does, that ends at index ``last``."""
    at = last
    while (
        at > last - _NEAR and at >= 0 and (tokens[at].is_name or tokens[at].low in triggers().staff)
    ):
        at -= 1
    return at


def _clause_before(tokens: Sequence[Token], at: int) -> set[str]:
    """The words shortly before index ``at``, back to a comma or a quotation."""
    near: set[str] = set()
    for token in reversed(tokens[max(at - _NEAR, 0) : at]):
        if token.quote >= 0 or token.text in _STOPS:
            break
        near.add(token.low)
    return near


def _is_staff_of(tokens: Sequence[Token], at: int) -> bool:
    """'a reporter for', 'the editor of' before an outlet."""
    known = triggers()
    return at > 0 and tokens[at].low in known.staff_joins and tokens[at - 1].low in known.staff


def _is_on_air(tokens: Sequence[Token], at: int) -> bool:
    """'On CNN, …', 'said on ABC's “This Week”', 'Sunday on Fox News'."""
    if at < 0 or tokens[at].low != "on":
        return False
    before = tokens[at - 1] if at else None
    return (
        before is None
        or before.quote >= 0
        or before.text == ","
        or before.is_name
        or before.low in triggers().air
    )


def _is_closed(tokens: Sequence[Token], end: int) -> bool:
    """Whether a bracket closes right behind a name: 'Reuters)', 'AP.]'."""
    if end < len(tokens) and tokens[end].text == ".":
        end += 1
    return end < len(tokens) and tokens[end].text[:1] in _CLOSES


def _is_dateline(tokens: Sequence[Token], opens: int, end: int) -> bool:
    """'(CNN) …' and 'KYIV (Reuters) – …': the article's own agency, which nobody told anything."""
    if opens == 0:
        return True
    dashed = end + 1 < len(tokens) and tokens[end + 1].text in _DASHES
    return dashed and opens <= _DATELINE


def _cites(tokens: Sequence[Token], at: int) -> bool:
    """Whether 'according to', 'citing' or 'reported by' ends at index ``at``."""
    low, known = tokens[at].low, triggers()
    if low in known.leads:
        return True
    if low == "to" and at > 0 and tokens[at - 1].low == "according":
        return True
    return low in known.done_joins and not _clause_before(tokens, at).isdisjoint(known.done)
