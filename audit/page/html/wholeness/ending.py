"""How the text of a page of few words ends, and what stands where it does."""

import re
from collections.abc import Sequence

from audit.languages.recognition import function_words
from audit.markup.offers import (
    asks,
    asks_for_response,
    asks_help,
    is_addressed,
    is_beside,
    is_call,
    is_kept_back,
    is_left_over,
    is_of_this_text,
    names_text,
    offers_more,
    prices,
    says_outright,
    says_read_on,
    sells_everything,
    speaks_of_reading,
    speaks_of_rest,
)
from audit.markup.promised import count_words
from audit.markup.surroundings.look import Surroundings
from audit.model import Zone
from audit.page.html.wholeness.own import LINKS

_BREAKS_OFF = "its text breaks off where it asks its reader to subscribe or to sign in"
_MID_SENTENCE = "its text breaks off in the middle of a sentence"
OFFERS = "what stands below its words offers the rest to subscribers"
_FEWEST_OF_A_PARAGRAPH = 5
_ENDS = re.compile(r"[.!?。！？:;)\]”“\"’‘'»«」』*]\s{0,3}$")
_STOPS = (".", "!", "?")
_LABEL = re.compile(r"[^.!?:]{1,40}:")  # of a line that is no sentence: 'Press contact: …'
_BETWEEN_LINKS = re.compile(r"\s[|·•»]\s")
_MOST_CAPITALS = 0.55  # of the words of a sentence: German ones have many
_SHORT_PARAGRAPH = 8
_SENTENCE = 12  # words
_LONGEST_WORD = 40
_UNKNOWN = "en"  # of a page that does not say its language
_ELSEWHERE = frozenset({Zone.COMMENTS, Zone.RELATED})
_PAIRS = (("“", "”"), ("«", "»"), ("„", "“"))
_MOST_BELOW = 12  # blocks
_NEXT = 2  # of them, that stand where the text would go on
_GOES_ON = re.compile(r"(?:…|\.\.\.|\[…\])\s{0,3}$")
# What a link behind it says: '… see more'.
_SEE_MORE = re.compile(r"(?:…|\.\.\.)\s{0,3}[^\W\d_]{2,12}(?:\s[^\W\d_]{2,12}){0,2}\s{0,3}$")
_LABELLED = re.compile(r"^\W{0,3}[^\W\d_]+(?:[ +-][^\W\d_]+)?\s?[:|]\s")

Parts = Sequence[tuple[str, Zone]]
"""The blocks of a page with their zones, in order."""


def goes_on(text: str) -> bool:
    """Whether a text says at its end that it goes on: '…'."""
    return _GOES_ON.search(text) is not None


def why_no_more(
    parts: Parts,
    around: Surroundings,
    language: str | None,
    *,
    asking: bool,
    is_short: bool,
    is_open: bool,
) -> str:
    """Why a page of few words has more: it breaks off, or the rest is offered below them.

    Empty where nothing says so.

    Args:
        parts: Its blocks that are seen, with their zones.
        around: What stands on it beside them.
        language: What it says of its language.
        asking: Whether it asks its reader to subscribe or to sign in, anywhere.
        is_short: Whether it has so few words that any offer below them is of the rest. Below longer
            ones many a paper praises its subscription.
        is_open: Whether it says that it is free to read, or has all the words that it says it has:
            then only what speaks of this text offers the rest of it. So it is where a line counts
            what its reader may still open.
    """
    spoken = (language or "").lower()[:2]
    is_open |= any(is_left_over(text) for text, _ in parts)
    below = _below(parts, around, spoken, is_open=is_open)
    last = _last_paragraphs(parts, spoken)
    if any(_SEE_MORE.search(text) for text in last) or _is_broken(
        last, below, around, language, asking=asking
    ):
        return _BREAKS_OFF
    if any(_is_cut(text, language) for text in last):
        return _MID_SENTENCE
    if _says_read_on(parts, spoken) and not around.is_folded:
        return OFFERS
    if not _is_offered(below, around, spoken):
        return ""
    is_of_text = (
        _is_walled(below, around) or speaks_of_rest(below, "further", spoken) or names_text(below)
    )
    return OFFERS if is_short or is_of_text else ""


def _says_read_on(parts: Parts, language: str) -> bool:
    """Whether what stands next behind the text says 'Continue reading', and is no heading."""
    last = _last_of_text(parts, language)
    behind = [part for part in parts[last + 1 :] if last >= 0 and part != LINKS][:_NEXT]
    return any(zone is not Zone.INSET and says_read_on(text) for text, zone in behind)


def _is_broken(
    last: Sequence[str],
    below: Sequence[str],
    around: Surroundings,
    language: str | None,
    *,
    asking: bool,
) -> bool:
    """Whether a last paragraph breaks off above what asks for more, or beside a sign of it."""
    broken = [
        text
        for text in last
        if goes_on(text) or (_is_unended(text) and not _is_line(text, language))
    ]
    if not broken or asking:
        return bool(broken)
    has_sign = around.offers > 0 or bool(around.walls)
    spoken = (language or "").lower()[:2]
    return has_sign or offers_more(below, 1, language=spoken) or speaks_of_reading(below, spoken)


def _is_line(text: str, language: str | None) -> bool:
    """Whether a short text without an end is a line of its own: who wrote it, when it was.

    Words that stay in their quotation marks, or end in 'and' or 'the', break off.
    """
    pairs = _PAIRS[2:] if "„" in text else _PAIRS[:2]
    opened = any(text.count(mark) > text.count(closing) for mark, closing in pairs)
    short = count_words(text) < _SHORT_PARAGRAPH
    return short and not opened and not _ends_small(text, language)


def _ends_small(text: str, language: str | None) -> bool:
    """Whether the last word of a text is one that no sentence of its language ends with."""
    small = function_words().get((language or _UNKNOWN).lower()[:2], frozenset())
    return not small.isdisjoint(text.lower()[-_LONGEST_WORD:].rstrip(" ,\n").split()[-1:])


def _is_offered(below: Sequence[str], around: Surroundings, language: str) -> bool:
    """Whether what stands below a text offers the rest of it."""
    links = _links(below, around)
    walled = _is_walled(below, around)
    if offers_more(below, is_linked=links, language=language):
        return True
    if asks_help(below):
        return False
    if links and (walled or prices(below) > 1 or speaks_of_rest(below, language=language)):
        return True
    if prices(below) > 1 and names_text(below):
        return True
    return walled and (
        offers_more(below, 1, language=language) or speaks_of_rest(below, language=language)
    )


def _links(below: Sequence[str], around: Surroundings) -> bool:
    """Whether one of some lines has a link to where something is bought, or one has no words."""
    return around.offers > len(around.offering) or not around.offering.isdisjoint(map(_line, below))


def _is_walled(below: Sequence[str], around: Surroundings) -> bool:
    """Whether one of some lines stands in what is named for a wall."""
    return not around.walls.isdisjoint(map(_line, below))


def _line(text: str) -> str:
    return " ".join(text.split())


def _is_cut(last: str, language: str | None) -> bool:
    """Whether a paragraph ends as nobody ends one: with 'and', with 'the'."""
    if count_words(last) < _SENTENCE or not _is_unended(last) or not language:
        return False
    return _ends_small(last, language)


def _last_paragraphs(parts: Parts, language: str) -> Sequence[str]:
    """The last paragraph before what asks for more, and the last long one; none where none is."""
    found: dict[bool, str] = {}
    for text, zone in parts:
        words = count_words(text)
        if zone is not Zone.MAIN or words < _FEWEST_OF_A_PARAGRAPH:
            continue
        if is_beside(text) and (asks([text]) or not _ENDS.search(text)):
            continue
        if not found and asks([text]):
            continue
        if asks([text]) or (found and _may_be_call(text, words, language)):
            break
        found[False] = text
        if words >= _SENTENCE:
            found[True] = text
    return [text for text in dict.fromkeys(found.values()) if not _LABEL.match(text)]


def _may_be_call(text: str, words: int, language: str) -> bool:
    if is_call(text, language):
        return True
    return words < _SHORT_PARAGRAPH and offers_more([text], 1, language=language)


def _is_unended(last: str) -> bool:
    """Whether a paragraph is a sentence without its end; of a post one may be."""
    if _ENDS.search(last) or last[:1].islower():
        return False
    if any(word[-1] in _STOPS or word[-2:-1] in _STOPS for word in last.split()[-3:-1]):
        return False  # behind the last sentence stands who wrote it, or a link
    return _is_prose(last)


def _is_prose(line: str) -> bool:
    """Whether a line may be a sentence: no list of names or links, and no address at its end."""
    words = line.split()
    if _BETWEEN_LINKS.search(line) or "://" in words[-1]:
        return False
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in words)
    return capitals <= _MOST_CAPITALS * len(words)


def _below(parts: Parts, around: Surroundings, language: str, *, is_open: bool) -> Sequence[str]:
    """What stands behind the last paragraph of a page, its menus and buttons too.

    A box beside the text that does not speak of it offers the paper, as on any page, and so does
    one behind it that offers every article. What stands beside the headline of another page is
    said of that. Where comments or other pages have begun, only what speaks of this text is of it.
    """
    last = _last_of_text(parts, language)
    beside = set[str]()
    if around.behind and sells_everything(around.behind):
        beside |= around.behind
    if not (speaks_of_rest(around.aside, language=language) or is_kept_back(around.aside)):
        beside |= around.aside
    below: list[str] = []
    is_over = is_open
    for text, zone in parts[last + 1 :] if last >= 0 else ():
        is_next = not (below or is_over) and says_outright(text, language)
        is_over |= zone in _ELSEWHERE or asks_for_response(text, language)
        line = _line(text)
        if not line or line in beside or _is_of_a_story(text, around):
            continue
        if around.is_folded and says_read_on(text):
            continue
        if is_over and not (is_next or is_of_this_text(text, language)):
            continue
        below.append(text)
        if len(below) >= _MOST_BELOW:
            break
    return below


def _last_of_text(parts: Parts, language: str) -> int:
    """The place of the last long paragraph that offers nothing, or of the first one.

    Of a page that has only a list of short lines, the last of them before an offer; -1 if none.
    """
    last = short = line = -1
    is_offered = False
    for index, (text, zone) in enumerate(parts):
        if zone is not Zone.MAIN:
            continue
        words = count_words(text)
        if _is_offer(text, words, language):
            is_offered = True
            continue
        if not is_offered:
            line = index
        if words < _SHORT_PARAGRAPH:
            continue
        short = index if short < 0 else short
        if words >= _SENTENCE and not (last >= 0 and is_call(text, language)):
            last = index
    if last >= 0 or short >= 0:
        return last if last >= 0 else short
    return line if is_offered else -1


def _is_offer(text: str, words: int, language: str) -> bool:
    """Whether a paragraph is an offer: a long one speaks to its reader, or says it outright."""
    return offers_more([text], language=language) and (
        words < _SENTENCE or is_addressed(text, language) or says_outright(text, language)
    )


def _is_of_a_story(line: str, around: Surroundings) -> bool:
    """Whether a line has the headline of another page, and a label beside it: 'Members only'."""
    linked = around.stories.get(" ".join(line.split()))
    if linked is None:
        return False
    headline = _LABELLED.sub("", linked)
    return not (offers_more([headline], 1) or speaks_of_rest([headline]))
