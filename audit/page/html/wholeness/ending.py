"""How the text of a page of few words ends, and what stands where it does."""

import re
from collections.abc import Sequence

from audit.languages.recognition import function_words
from audit.markup.offers import (
    asks,
    asks_help,
    is_beside,
    is_call,
    is_kept_back,
    names_text,
    offers_more,
    prices,
    sells_everything,
    speaks_of_reading,
    speaks_of_rest,
)
from audit.markup.promised import count_words
from audit.markup.surroundings.look import Surroundings
from audit.model import Zone

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
_PAIRS = (("“", "”"), ("«", "»"), ("„", "“"))
_MOST_BELOW = 12  # blocks
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
    parts: Parts, around: Surroundings, language: str | None, *, asking: bool, is_short: bool
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
    """
    below = _below(parts, around)
    last = _last_paragraphs(parts)
    if any(_SEE_MORE.search(text) for text in last) or _is_broken(
        last, below, around, language, asking=asking
    ):
        return _BREAKS_OFF
    if any(_is_cut(text, language) for text in last):
        return _MID_SENTENCE
    if not _is_offered(below, around):
        return ""
    is_of_text = around.walled > 0 or speaks_of_rest(below, "further") or names_text(below)
    return OFFERS if is_short or is_of_text else ""


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
    has_sign = around.offers > 0 or around.walled > 0
    return has_sign or offers_more(below, 1) or speaks_of_reading(below)


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


def _is_offered(below: Sequence[str], around: Surroundings) -> bool:
    """Whether what stands below a text offers the rest of it."""
    if offers_more(below, is_linked=around.offers > 0):
        return True
    if asks_help(below):
        return False
    if around.offers and (around.walled or prices(below) > 1 or speaks_of_rest(below)):
        return True
    if prices(below) > 1 and names_text(below):
        return True
    return around.walled > 0 and (offers_more(below, 1) or speaks_of_rest(below))


def _is_cut(last: str, language: str | None) -> bool:
    """Whether a paragraph ends as nobody ends one: with 'and', with 'the'."""
    if count_words(last) < _SENTENCE or not _is_unended(last) or not language:
        return False
    return _ends_small(last, language)


def _last_paragraphs(parts: Parts) -> Sequence[str]:
    """The last paragraph before what asks for more, and the last long one; none where none is."""
    found: dict[bool, str] = {}
    for text, zone in parts:
        words = count_words(text)
        if zone is not Zone.MAIN or words < _FEWEST_OF_A_PARAGRAPH:
            continue
        if is_beside(text) and (asks([text]) or not _ENDS.search(text)):
            continue
        if asks([text]) or (found and _may_be_call(text, words)):
            break
        found[False] = text
        if words >= _SENTENCE:
            found[True] = text
    return [text for text in dict.fromkeys(found.values()) if not _LABEL.match(text)]


def _may_be_call(text: str, words: int) -> bool:
    return is_call(text) or (words < _SHORT_PARAGRAPH and offers_more([text], 1))


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


def _below(parts: Parts, around: Surroundings) -> Sequence[str]:
    """What stands behind the last paragraph of a page, its menus and buttons too.

    A box beside the text that does not speak of it offers the paper, as on any page, and so does
    one behind it that offers every article. What stands beside the headline of another page is
    said of that.
    """
    last = _last_of_text(parts)
    below = [text for text, _ in parts[last + 1 :][:_MOST_BELOW]] if last >= 0 else []
    below = [line for line in below if not _is_of_a_story(line, around)]
    beside = set[str]()
    if around.behind and sells_everything(around.behind):
        beside |= around.behind
    if not (speaks_of_rest(around.aside) or is_kept_back(around.aside)):
        beside |= around.aside
    return [line for line in below if " ".join(line.split()) not in beside]


def _last_of_text(parts: Parts) -> int:
    """The place of the last long paragraph that offers nothing, or of the first one; -1 if none."""
    last = short = -1
    for index, (text, zone) in enumerate(parts):
        words = count_words(text)
        if zone is not Zone.MAIN or words < _SHORT_PARAGRAPH or offers_more([text]):
            continue
        short = index if short < 0 else short
        if words >= _SENTENCE and not (last >= 0 and is_call(text)):
            last = index
    return short if last < 0 else last


def _is_of_a_story(line: str, around: Surroundings) -> bool:
    """Whether a line has the headline of another page, and a label beside it: 'Members only'."""
    linked = around.stories.get(" ".join(line.split()))
    if linked is None:
        return False
    headline = _LABELLED.sub("", linked)
    return not (offers_more([headline], 1) or speaks_of_rest([headline]))
