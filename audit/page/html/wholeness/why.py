"""Whether a page of few words shows the whole of its text, by what it says of itself."""

from collections.abc import Sequence
from typing import NamedTuple

from audit.markup.json_ld import StructuredArticle
from audit.markup.offers import asks, offers_more, says_outright
from audit.markup.promised import count_words, promised_words, words_by_time
from audit.markup.surroundings.look import Surroundings, surroundings
from audit.markup.surroundings.names import may_have_barrier
from audit.model import Zone
from audit.page.html.text import HtmlText
from audit.page.html.wholeness.another_thing import (
    is_about_another_thing,
    is_headed,
    is_home_of,
    is_named_for_site,
)
from audit.page.html.wholeness.ending import OFFERS, goes_on, why_no_more
from audit.page.html.wholeness.failed import has_failed
from audit.page.html.wholeness.instead import asks_instead, speaks
from audit.page.html.wholeness.own import without_teasers
from audit.page.html.wholeness.several import (
    goes_on_elsewhere,
    is_first_slide,
    is_list_of_links,
    is_of_teasers,
    is_one_of_several,
    is_recording,
    is_search,
)
from audit.page.sparse import has_hardly_any_words

SUBSCRIPTION = "behind a subscription"
_FEWER = "it shows far fewer words than it says its text has"
_ASKS = "it asks its reader for something, and says hardly a word besides"
_CUT = "the text in its data for search engines breaks off"
_OTHER = "it shows hardly a word of what its title or address names"
_NO_TITLE = "it has hardly any words, and no title but the name of its site"
_ONE_OF_SEVERAL = "it is one of several pages of its text"
_RECORDING = "it has hardly any words beside a recording"
_LINKS = "it is a list of links"
_LIVE = "it is written on while something goes on, and shows its last entries"
_ELSEWHERE = "it has hardly any words beside a document or a link into an app"
_AWAITED = "a script is to bring its text: save it from a browser"
_FAILED = "the program that makes it failed in the middle of it"
_UNKNOWN = "und"  # a language (RFC 5646)
_ENOUGH = 500  # words of text that are beyond doubt
_SHORT = 250
_HARDLY_ANY = 60
_SHARE = 0.5  # of the words that a page promises
_LEAST_PROMISED = 150
_LEAST_MET = 100  # words that a page promises, and has
_MET = 1.1  # of its words: some count a caption or two
_LEAST_OF_CHARACTERS, _MOST_OF_CHARACTERS = 0.9, 1.3  # in a count that is one of them
_UNTOLD = frozenset({Zone.RELATED, Zone.COMMENTS})
_TEXT = frozenset({Zone.MAIN, Zone.HEADLINE, Zone.CAPTION, Zone.EMBED, Zone.INSET})


class Wholeness(NamedTuple):
    """Why a page's text is not all there, empty where nothing says so, and how little it shows.

    ``is_sparse`` says that it has hardly any words beside its links to other pages.
    """

    why: str
    is_sparse: bool = False


def wholeness(
    markup: str,
    found: HtmlText,
    article: StructuredArticle,
    bodies: Sequence[str],
    url: str | None,
) -> Wholeness:
    """Whether a page's text is all there.

    A page that shows few words is taken by its own: by the length that it declares, by how its text
    ends where it asks for a subscription, and by whether it has the words of its title and address.
    Links to other pages, and what is said of those, are not its words.

    Args:
        markup: The page.
        found: What it holds.
        article: What its JSON-LD says of it.
        bodies: The texts that it has there, as lines.
        url: Its address.
    """
    blocks = found.blocks
    if article.is_live:
        return Wholeness(_LIVE)
    if is_one_of_several(blocks) or goes_on_elsewhere(markup, blocks, url):
        return Wholeness(_ONE_OF_SEVERAL)
    if has_failed(blocks):
        return Wholeness(_FAILED)
    told = without_teasers(blocks, found.leading)
    words = _count(_shown(told))
    if words >= _ENOUGH:
        return Wholeness(_why_part_of_much(markup, _shown(blocks), bodies, url))
    page = _Page(markup, found, article, bodies, url, told, words)
    is_sparse = not bodies and len(told) < len(blocks) and has_hardly_any_words(told)
    return Wholeness(_why_part_of_little(page), is_sparse)


class _Page(NamedTuple):
    """A page of few words: what is given of it, what it tells itself, and how many words it has."""

    markup: str
    found: HtmlText
    article: StructuredArticle
    bodies: Sequence[str]
    url: str | None
    told: Sequence[tuple[str, Zone]]
    words: int


def _why_part_of_little(page: _Page) -> str:
    """Why a page of few words has more; empty where nothing says so."""
    blocks, article, bodies, words = page.found.blocks, page.article, page.bodies, page.words
    around = surroundings(page.markup, page.url)
    given = max(words, sum(map(count_words, bodies)))
    asking = asks(text for text, _ in blocks if " ".join(text.split()) not in around.menu)
    promised = _promised(page.markup, blocks, by_minutes=asking)
    if promised >= _LEAST_PROMISED and _are_fewer(given, promised, _shown(blocks)):
        return SUBSCRIPTION if asking else _FEWER
    if around.is_locked:
        return SUBSCRIPTION
    is_short = given < _SHORT
    if is_short and _is_of_recording(article, around):
        return _RECORDING
    if given > words:
        return _CUT if goes_on(max(bodies, key=len)) else ""
    if around.is_streamed_in_part:
        return _AWAITED
    elsewhere = [_leads_elsewhere(text, around) for text, _ in blocks]
    parts = _less_what_is_behind(without_teasers(blocks, elsewhere, with_labels=True), around)
    why = why_no_more(
        parts,
        around,
        page.found.language,
        asking=asking,
        is_short=is_short,
        is_open=article.is_said_free or _LEAST_MET <= promised <= _MET * words,
    )
    return why if why or not is_short else _why_no_article(page, around)


def _shown(blocks: Sequence[tuple[str, Zone]]) -> list[str]:
    """The text of a page, without what stands around it."""
    return [text for text, zone in blocks if zone in _TEXT]


def _promised(markup: str, blocks: Sequence[tuple[str, Zone]], *, by_minutes: bool) -> int:
    """How many words a page says its text has, by a number or by the time to read it."""
    return promised_words(markup, by_minutes=by_minutes) or words_by_time(
        text for text, zone in blocks if zone not in _UNTOLD
    )


def _is_of_recording(article: StructuredArticle, around: Surroundings) -> bool:
    """Whether a page is there for a recording: it says so, or has one and says nothing else."""
    return article.is_recording or (around.is_recording and not article.kinds)


def _leads_elsewhere(text: str, around: Surroundings) -> bool:
    """Whether a line is a link to another page, and not one to the rest of this text."""
    line = " ".join(text.split())
    return line in around.links and (line in around.cards or not says_outright(line))


def _less_what_is_behind(
    blocks: Sequence[tuple[str, Zone]], around: Surroundings
) -> list[tuple[str, Zone]]:
    """Blocks of which those that stand behind the article are none of its text."""
    return [
        (text, Zone.NAVIGATION if " ".join(text.split()) in around.behind else zone)
        for text, zone in blocks
    ]


def _why_part_of_much(
    markup: str, shown: Sequence[str], bodies: Sequence[str], url: str | None
) -> str:
    """Why a page of many words has more: it says so itself, or a wall stands behind them."""
    if '"wordCount"' in markup:
        given = max(sum(map(count_words, shown)), sum(map(count_words, bodies)))
        if _are_fewer(given, promised_words(markup, by_minutes=False), shown):
            return _FEWER
    return OFFERS if _has_barrier(markup, url) else ""


def _are_fewer(given: int, promised: int, shown: Sequence[str]) -> bool:
    """Whether a text has far fewer words than are promised; some sites count characters."""
    if given >= _SHARE * promised:
        return False
    characters = sum(map(len, shown))
    return not _LEAST_OF_CHARACTERS * characters < promised < _MOST_OF_CHARACTERS * characters


def _has_barrier(markup: str, url: str | None) -> bool:
    """Whether what is named for a wall stands behind a long text, inside the article, and asks."""
    if not may_have_barrier(markup):
        return False
    barrier = surroundings(markup, url).barrier
    return offers_more(barrier) or asks(barrier)


def _count(shown: Sequence[str]) -> int:
    """How many words there are, as far as they are not beyond doubt."""
    words = 0
    for text in shown:
        words += count_words(text)
        if words >= _ENOUGH:
            break
    return words


def _why_no_article(page: _Page, around: Surroundings) -> str:
    """Why a page of few words is none of an article: of another thing, or of its reader."""
    blocks, told, url = page.found.blocks, page.told, page.url
    title, language = page.found.title, page.found.language
    shown = _shown(told)
    spoken = (language or _UNKNOWN).lower()[:2]
    heading = next((text for text, zone in blocks if zone is Zone.HEADLINE), title or "")
    if is_about_another_thing(shown, title, url, is_speaking=speaks(heading, spoken)):
        return _OTHER
    if is_list_of_links(blocks, around) or is_of_teasers(told, around) or is_search(url):
        return _LINKS
    has_headline = is_headed(told, title)
    if 0 < _count(shown) <= _HARDLY_ANY:
        if is_home_of(around.own, url):
            return _OTHER
        if not has_headline and is_named_for_site(title, url):
            return _NO_TITLE
        if is_recording(told, around.players):
            return _RECORDING
        if is_first_slide(told):
            return _ONE_OF_SEVERAL
        if around.is_awaited:
            return _AWAITED
        if around.is_elsewhere:
            return _ELSEWHERE
    is_asking = asks_instead(
        shown,
        spoken,
        fields=around.fields,
        buttons=around.buttons,
        has_headline=has_headline,
    )
    return _ASKS if is_asking else ""
