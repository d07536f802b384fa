"""Whether a page is one sheet of a text of several, a recording, or a list of links."""

import re
from collections.abc import Sequence

from audit.markup.promised import count_words
from audit.model import Zone

_LONGEST_PAGER = 80  # characters
_BEGIN = frozenset("1PpSsСс")  # how the words for pages begin: a quick look
_NUMBERED = re.compile(
    r"(?:pages?|seiten?|páginas?|pagin[ae]|strona|sida|страница) (\d{1,3})"
    r" (?:of|von|sur|de|di|van|z|av|из|/) (\d{1,3})(?!\d)"
)
_LISTED = re.compile(
    r"(?:pages|seiten?|páginas?|pagin[ae]'?s?|strony|sidor|страницы): ?1((?: \d{1,3}){1,30})"
)
_COUNTED = re.compile(
    r"1((?: \d{1,3}){1,30})(?: (?:…|\.\.\.|\d{1,3})){0,2} ?"
    r"(?:next|weiter|nächste|suivant|siguiente|avanti|successiva|volgende|seguinte|dalej|nästa|следующая|[›»>→])"
)
_LENGTH = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d\d(?: ?/ ?(?:\d{1,2}:)?\d{1,2}:\d\d)?")
_FEWEST_LINKS = 3
_HARDLY_ANY = 12  # words beside the links of a list


def is_one_of_several(blocks: Sequence[tuple[str, Zone]]) -> bool:
    """Whether a page says that it is one of a text's pages: 'Page 1 of 3', '1 2 3 Next'.

    One that has the others, too, is a text with running heads; the pages of comments are not its
    text's.
    """
    found: set[tuple[str, str]] = set()
    for text, zone in blocks:
        if text[:1] not in _BEGIN or len(text) > _LONGEST_PAGER or zone is Zone.COMMENTS:
            continue
        plain = text.casefold()
        if numbered := _NUMBERED.match(plain):
            found.add((numbered[1], numbered[2]))
        elif listed := _LISTED.match(plain) or _COUNTED.match(plain):
            found.add(("1", listed[1].split()[-1]))
    return len(found) == 1 and not {("1", "1"), ("0", "0")} & found


def is_recording(blocks: Sequence[tuple[str, Zone]], players: int) -> bool:
    """Whether a page of hardly any words has a recording, in which others may be said."""
    return players > 0 or any(_LENGTH.fullmatch(text.strip()) for text, _ in blocks)


def is_list_of_links(blocks: Sequence[tuple[str, Zone]]) -> bool:
    """Whether what a page shows beside its headline is links to other pages."""
    links = [text for text, zone in blocks if zone is Zone.INSET]
    beside = sum(count_words(text) for text, zone in blocks if zone is Zone.MAIN)
    return len(links) >= _FEWEST_LINKS and beside < _HARDLY_ANY
