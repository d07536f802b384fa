"""Whether a page is one sheet of a text of several, a recording, or a list of other pages."""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import islice
from tomllib import loads

from audit.markup.addresses.sheets import is_sheet_of
from audit.markup.addresses.url import is_own_file, path_of
from audit.markup.promised import count_words
from audit.markup.surroundings.look import Surroundings
from audit.markup.tokens import attributes_of
from audit.model import Zone

_LONGEST_PAGER = 80  # characters
_BEGIN = frozenset("1PpSsСс")  # how the words for pages begin: a quick look
_NUMBERED = re.compile(
    r"(?:pages?|seiten?|páginas?|pagin[ae]|strona|sida|страница) (\d{1,3})"
    r" (?:of|von|sur|de|di|van|z|av|из|/) (\d{1,3})(?!\d)"
)
_OF_SLIDES = re.compile(r"\s?1 ?(?:/|of|von|sur|de|di|van|z|av|из) ?\d{1,3}\s?")
_LISTED = re.compile(
    r"(?:pages|seiten?|páginas?|pagin[ae]'?s?|strony|sidor|страницы): ?1((?: \d{1,3}){1,30})"
)
_COUNTED = re.compile(
    r"1((?: \d{1,3}){1,30})(?: (?:…|\.\.\.|\d{1,3})){0,2} ?"
    r"(?:next|weiter|nächste|suivant|siguiente|avanti|successiva|volgende|seguinte|dalej|nästa|следующая|[›»>→])"
)
_LENGTH = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d\d(?: ?/ ?(?:\d{1,2}:)?\d{1,2}:\d\d)?")
# Said with a label, and by a player that shows nothing.
_TOLD_LENGTH = re.compile(
    r"(?:^|[.·|(]\s?)(?:duration|running time|dauer|länge|durée|duración|durata|duur|duração|czas trwania|längd|speltid):?\s"
    r"(?:\d{1,2}:)?\d{1,2}:\d\d(?!\d)|^(?:this|the) (?:video|audio|clip) (?:can ?not|can't|could not) be (?:played|loaded)",
    re.IGNORECASE,
)
_FEWEST_LINKS = 3
_HARDLY_ANY = 12  # words beside the links of a list
_SENTENCE = 8  # words
_FEWEST_TEASERS = 2
_FEWEST_OF_HEADLINE = 3  # words
_MOST_OF_A_LIST = 20  # words that a list of pages has of its own
_MOST_OF_A_NAMED_LIST = 12
_PAGER = re.compile(r"1(?:\s2(?:\s3)?)(?:\s\S{1,12}){0,12}")
_NEXT = ('"next', "'next", "=next")
_LEADS_ON = re.compile(
    r"""<(?:a|link)\b([^<>]{0,500}?\brel\s?=\s?["']?next\b[^<>]{0,500})>""", re.IGNORECASE
)
_ON_TWO = re.compile(
    r"<a\b([^<>]{1,500})>\s{0,20}(?:<[^<>]{1,100}>\s{0,20})?2\s{0,20}<", re.IGNORECASE
)
_MOST_LINKS = 20
_LETTER = re.compile(r"[^\W\d_]")


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


def goes_on_elsewhere(markup: str, blocks: Sequence[tuple[str, Zone]], url: str | None) -> bool:
    """Whether a page links to the next page of its text: as such, or below the figure 2."""
    if not url or is_own_file(url):
        return False
    found: list[str] = []
    if any(mark in markup for mark in _NEXT):
        found += _first(_LEADS_ON, markup)
    if any(_PAGER.fullmatch(text) for text, zone in blocks if zone is not Zone.COMMENTS):
        found += _first(_ON_TWO, markup)
    return any(is_sheet_of(attributes_of(rest).get("href", ""), url) for rest in found)


def _first(pattern: re.Pattern[str], markup: str) -> list[str]:
    return [found[1] for found in islice(pattern.finditer(markup), _MOST_LINKS)]


def is_of_teasers(told: Sequence[tuple[str, Zone]], around: Surroundings) -> bool:
    """Whether what a page tells stands below headings that lead to other pages.

    ``told`` is what it tells itself: one sentence may say what its list is of.
    """
    if around.teasers < _FEWEST_TEASERS or not around.teased:
        return False
    headline = max((count_words(text) for text, zone in told if zone is Zone.HEADLINE), default=0)
    own = [
        count_words(text)
        for text, zone in told
        if zone is Zone.MAIN and " ".join(text.split()) not in around.teased
    ]
    paragraphs = [words for words in own if words >= _SENTENCE]
    if headline >= _FEWEST_OF_HEADLINE:
        return not paragraphs
    return sum(paragraphs) <= (_MOST_OF_A_NAMED_LIST if headline > 1 else _MOST_OF_A_LIST)


def is_search(url: str | None) -> bool:
    """Whether an address is that of a search for words, and names no page."""
    path = path_of(url or "")
    if not url or "?" not in url or "-" in path or path.strip("/").count("/"):
        return False
    query = url.partition("#")[0].partition("?")[2]
    return any(
        name.lower() in _words("queries") and _LETTER.search(value) and "/" not in value
        for name, _, value in (each.partition("=") for each in query.split("&")[:_MOST_LINKS])
    )


@cache
def _words(key: str) -> frozenset[str]:
    text = (files(__package__) / "addresses.toml").read_text(encoding="utf-8")
    return frozenset(loads(text)[key].split())


def is_recording(blocks: Sequence[tuple[str, Zone]], players: int) -> bool:
    """Whether a page of hardly any words has a recording, in which others may be said."""
    return players > 0 or any(
        _LENGTH.fullmatch(text.strip()) or _TOLD_LENGTH.search(text) for text, _ in blocks
    )


def is_first_slide(blocks: Sequence[tuple[str, Zone]]) -> bool:
    """Whether a page of hardly any words shows the first of several pictures: '1 / 12'."""
    return any(
        zone is Zone.MAIN and _OF_SLIDES.fullmatch(text) is not None for text, zone in blocks
    )


def _is_of_another(text: str, around: Surroundings) -> bool:
    """Whether a text begins with a link on the headline of another page."""
    plain = " ".join(text.split())
    linked = around.stories.get(plain)
    return linked is not None and plain.startswith(linked)


def _is_sentence(text: str) -> bool:
    """Whether a text of a list or a table is a sentence, and not a name or a headline."""
    return text.endswith((".", "。")) and count_words(text) >= _SENTENCE


def is_list_of_links(blocks: Sequence[tuple[str, Zone]], around: Surroundings) -> bool:
    """Whether what a page shows beside its headline is links to other pages."""
    links = beside = 0
    for text, zone in blocks:
        if zone not in {Zone.MAIN, Zone.INSET}:
            continue
        if _is_of_another(text, around) or (zone is Zone.INSET and not _is_sentence(text)):
            links += 1
        else:
            beside += count_words(text)
    return links >= _FEWEST_LINKS and beside < _HARDLY_ANY
