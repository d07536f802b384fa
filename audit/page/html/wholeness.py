"""Whether a page of few words shows the whole of its text, by what it says of itself."""

import re
from collections.abc import Sequence
from urllib.parse import unquote

from audit.markup.addresses.url import is_own_file, path_of
from audit.markup.promised import (
    asks,
    asks_for_money,
    is_addressed,
    is_beside,
    promised_words,
)
from audit.model import Zone

SUBSCRIPTION = "behind a subscription"
_FEWER = "it shows far fewer words than it says its text has"
_BREAKS_OFF = "its text breaks off where it asks its reader to subscribe or to sign in"
_OFFERS = "what stands below its few words offers the rest to subscribers"
_OTHER = "it shows hardly a word of what its title or address names"
_ENOUGH = 500  # words of text that are beyond doubt
_SHORT = 250
_SHARE = 0.5  # of the words that a page promises
_LEAST_PROMISED = 150
_FEWEST_OF_A_PARAGRAPH = 5
_HARDLY_ANY = 60  # words
_FEWEST_NAMES = 4  # words of a title or an address that tell what it is about
_LEAST_NAMED = 0.25  # of them, on a page that is about it
_TEXT = frozenset({Zone.MAIN, Zone.HEADLINE, Zone.CAPTION, Zone.EMBED, Zone.INSET})
_WORD = re.compile(r"[^\W\d_]{4,}")
_ENDS = re.compile(r"[.!?。！？:;)\]”\"’'»*]\s{0,3}$")
_LABEL = re.compile(r"[^.!?:]{1,40}:")  # of a line that is no sentence: 'Press contact: …'
_BETWEEN_LINKS = re.compile(r"\s[|·•»]\s")
_MOST_CAPITALS = 0.55  # of the words of a sentence: German ones have many
_SENTENCE = 12  # words
_MOST_BELOW = 12  # blocks
_GOES_ON = re.compile(r"(?:…|\.\.\.|\[…\])\s{0,3}$")


def why_in_part(
    markup: str,
    blocks: Sequence[tuple[str, Zone]],
    title: str | None,
    url: str | None,
    bodies: Sequence[str],
) -> str:
    """Why a page's text is not all there; empty where nothing says so.

    A page that shows few words is taken by its own: by the length that it declares, by how its text
    ends where it asks for a subscription, and by whether it has the words of its title and address.

    Args:
        markup: The page.
        blocks: Its blocks that are seen, with their zones.
        title: What it is called.
        url: Its address.
        bodies: The texts that its JSON-LD has.
    """
    shown = [text for text, zone in blocks if zone in _TEXT]
    words = 0
    for text in shown:
        words += len(text.split())
        if words >= _ENOUGH:
            return ""
    given = max(words, sum(len(body.split()) for body in bodies))
    asking = asks(text for text, _ in blocks)
    promised = promised_words(markup, by_minutes=asking)
    if promised >= _LEAST_PROMISED and given < _SHARE * promised:
        return SUBSCRIPTION if asking else _FEWER
    if words >= _SHORT or given > words:
        return ""
    if asking and _breaks_off(blocks):
        return _BREAKS_OFF
    below = _below(blocks)
    if _breaks_off(blocks) and asks_for_money(below, 1):
        return _BREAKS_OFF
    if asks_for_money(below):
        return _OFFERS
    return _OTHER if _is_about_another_thing(shown, title, url) else ""


def _breaks_off(blocks: Sequence[tuple[str, Zone]]) -> bool:
    """Whether the last paragraph before what asks for more ends in the middle of a sentence."""
    last = ""
    for text, zone in blocks:
        if zone is Zone.MAIN and len(text.split()) >= _FEWEST_OF_A_PARAGRAPH:
            if asks([text]):
                if is_beside(text):
                    continue
                break
            if last and _is_call(text):
                break
            last = text
    if not last or _LABEL.match(last):
        return False
    return _GOES_ON.search(last) is not None or (_ENDS.search(last) is None and _is_prose(last))


def _is_call(text: str) -> bool:
    """Whether a paragraph offers its reader something, as no paragraph of an article does."""
    return is_addressed(text) and asks_for_money([text], 1)


def _is_prose(line: str) -> bool:
    """Whether a line may be a sentence: no list of names or links, and no address at its end."""
    words = line.split()
    if _BETWEEN_LINKS.search(line) or "://" in words[-1]:
        return False
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in words)
    return capitals <= _MOST_CAPITALS * len(words)


def _below(blocks: Sequence[tuple[str, Zone]]) -> Sequence[str]:
    """What stands behind the last paragraph of a page, its menus and buttons too."""
    last = -1
    for index, (text, zone) in enumerate(blocks):
        is_long = zone is Zone.MAIN and len(text.split()) >= _SENTENCE
        if is_long and not asks_for_money([text]) and not (last >= 0 and _is_call(text)):
            last = index
    return [text for text, _ in blocks[last + 1 :][:_MOST_BELOW]] if last >= 0 else ()


def _is_about_another_thing(shown: Sequence[str], title: str | None, url: str | None) -> bool:
    """Whether a page has hardly a word of its title, nor of its address where that has words.

    The address is in other words than many a text: alone it tells of a page that shows hardly any.
    """
    text = "\n".join(shown).casefold()
    have = frozenset(_WORD.findall(text))
    titled = frozenset(_WORD.findall((title or "").casefold()))
    if len(titled) < _FEWEST_NAMES and len(text.split()) > _HARDLY_ANY:
        return False
    path = unquote(path_of(url)) if url and not is_own_file(url) else ""
    named = frozenset(_WORD.findall(path.casefold()))
    enough = [names for names in (titled, named) if len(names) >= _FEWEST_NAMES]
    return bool(enough) and not any(_has_some(have, names) for names in enough)


def _has_some(have: frozenset[str], names: frozenset[str]) -> bool:
    return len(names & have) >= _LEAST_NAMED * len(names)
