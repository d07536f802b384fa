"""What an element's name, role, label, id and classes say about the zone of its words."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from audit.markup.tokens import attributes_of
from audit.model import Zone

_LONGEST_NAME = 300  # characters of an attribute that are looked at
_LONGEST_REMEMBERED = 500  # characters of attributes
_LONGEST_LABEL = 4  # words: 'Related stories' names a part of a page, a sentence describes it


@dataclass(frozen=True, slots=True)
class Claim:
    """A zone that an element claims for its words, and what must be so for the claim to stand.

    ``links`` is the least share of the text that stands in links, asked of elements of more than
    ``short`` characters; ``longest`` is in characters. ``outside`` claims count only outside
    ``<article>`` and ``<main>``. One of at most ``inset`` characters whose claim falls is a box in
    the text.
    """

    zone: Zone
    links: float = 0.0
    short: int = 200
    longest: int | None = None
    outside: bool = False
    inset: int = 0


MAIN_TEXT = Claim(Zone.MAIN)
AN_ARTICLE = Claim(Zone.MAIN)
"""Of an ``<article>``: its words are in the zone that is around it, unless it is not the page's."""

_COMMENTS = Claim(Zone.COMMENTS)
_RELATED = Claim(Zone.RELATED)
_RELATED_IF_LINKS = Claim(Zone.RELATED, links=0.3)
_TEASER = Claim(Zone.RELATED, links=0.5, short=0)
_ASIDE = Claim(Zone.RELATED, links=0.5, short=0, inset=1500)
_NAVIGATION = Claim(Zone.NAVIGATION)
_NAVIGATION_IF_LINKS = Claim(Zone.NAVIGATION, links=0.3)
_PAGE_EDGE = Claim(Zone.NAVIGATION, outside=True)
_PAGE_TOP = Claim(Zone.NAVIGATION, links=0.3, outside=True)
_BOX = Claim(Zone.NAVIGATION, longest=1500)
_SLOT = Claim(Zone.NAVIGATION, longest=400)
"""A place for what a script puts there: one with more words in it is a part of the text."""
_HEADLINE = Claim(Zone.HEADLINE)
_CAPTION = Claim(Zone.CAPTION, longest=1500)
_EMBED = Claim(Zone.EMBED, longest=3000)
_INSET = Claim(Zone.INSET, longest=1500)
BESIDE = Claim(Zone.INSET, longest=1000)
"""Of what a style hides until something shows it; with a headline in it, it is the page."""
_SUBHEADING = Claim(Zone.INSET, longest=150)
_LINKS = Claim(Zone.INSET, longest=1500, links=0.8)
_OF_TAGS = frozenset({_ASIDE, _INSET, _SUBHEADING, _LINKS})
"""Claims by the name of a tag that another one by its class comes before."""

_BY_TAG = {
    "main": MAIN_TEXT,
    "article": AN_ARTICLE,
    "h1": _HEADLINE,
    "figcaption": _CAPTION,
    "caption": _CAPTION,
    "nav": _NAVIGATION,
    "menu": _NAVIGATION_IF_LINKS,
    "search": _NAVIGATION,
    "dialog": _NAVIGATION,
    "button": _NAVIGATION,
    "select": _NAVIGATION,
    "header": _PAGE_EDGE,
    "footer": _PAGE_EDGE,
    "aside": _ASIDE,
    "table": _INSET,
    "form": _INSET,
    "ul": _LINKS,
    "ol": _LINKS,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), _SUBHEADING),
}
_BY_ROLE = {
    "navigation": _NAVIGATION,
    "menu": _NAVIGATION,
    "menubar": _NAVIGATION,
    "toolbar": _NAVIGATION,
    "search": _NAVIGATION,
    "dialog": _NAVIGATION,
    "alertdialog": _NAVIGATION,
    "banner": _PAGE_EDGE,
    "contentinfo": _PAGE_EDGE,
    "complementary": _ASIDE,
}

_NAMES = (
    (_COMMENTS, (
        "comments, commentlist, disqus, livefyre, talkback, =comment, div comment, li comment",
        "comment list, comment body, comment text, comment content, comment thread, comment section",
        "comment item, comment wrapper, comment container, comment area, comment box, comment form",
        "comment author, comment reply, comment stream, user comment, reader comment",
        "kommentare, leserkommentare, commentaires, comentarios, commenti, kommentarer, kommentit, reacties",
        "komentarze, komentare, komentari, komentarii, kommentarii, hozzaszolasok, kommentek, yorumlar, sxolia",
        "комментарии, коментарі, коментари, コメント, 评论, 評論, 댓글",
    )),
    (_RELATED, (
        "recommended, recommendations, recirculation, recirc, outbrain, taboola",
        "trending, more stories, more news, more articles, more headlines, most read, most popular",
        "most viewed, most shared, read next, up next, also read, read also, see also, further reading",
        "top stories, latest news, latest stories, popular posts, popular stories, popular articles",
        "editors picks, you may, you might",
        "verwandte, meistgelesen, meistgelesene, weitere artikel, ahnliche artikel, aehnliche artikel, mehr zum",
        "auch interessant, lire aussi, articles lies, plus lus, relacionadas, relacionados, relacionado",
        "mas leido, mas leidas, mas leidos, puede interesar, correlati, leggi anche, piu letti, leia tambem",
        "mais lidas, veja tambem, gerelateerd, gerelateerde, lees ook, meest gelezen, relaterat, relaterade",
        "mest last, mest lest, czytaj takze, zobacz takze, powiazane, polecane, souvisejici, kapcsolodo",
        "ilgili haberler, cok okunanlar, читайте также, по теме, похожие новости, читайте також, 関連記事, 相关阅读, 관련기사",
    )),
    (_RELATED_IF_LINKS, ("sidebar",)),
    (_TEASER, ("teaser, teasers, promo, promos, read more, more from, more on",)),
    (_NAVIGATION_IF_LINKS, ("nav, navbar, navigation, subnav, sitenav, menu, submenu, topbar, toolbar",)),
    (_PAGE_EDGE, ("footer, cookie, cookies, consent, onetrust, gdpr",)),
    (_PAGE_TOP, ("masthead, site header, global header, main header, =header",)),
    (_BOX, (
        "breadcrumb, breadcrumbs, newsletter, pagination, pager, subscribe, signup, sign up, sponsored",
        "donate, donation, donations",
    )),
    (_SLOT, (
        "share, sharing, sharedaddy, social share, social links, social media, social icons, social bar",
        "skip link, ad, ads, adslot, adunit, advertisement, advert, teilen, partager, compartir, condividi",
        "compartilhar, delen, udostepnij, поделиться, anzeige, werbung, publicite, publicidad, pubblicita",
        "reklama",
    )),
    (_CAPTION, (
        "caption, figcaption, cutline, bildunterschrift, bildtext, legende, legenda, didascalia, pie foto",
        "onderschrift, подпись",
    )),
    (_EMBED, (
        "twitter tweet, instagram media, tiktok embed, bluesky embed, mastodon embed, reddit embed, fb post",
        "=embed, embed block, embed container, embed wrapper, embed placeholder, threads post, telegram post, social embed, embedded post, tweet embed, text post media",
    )),
    (_INSET, (
        "pullquote, pull quote, pulled quote, quote box, factbox, fact box, facts box, infobox, info box, explainer box",
        "key figure, key figures, big number, number box, stat box, key fact, key facts, ai summary, auto summary",
        "summary box, machine summary, callout, callout box, key points, key takeaways, at a glance, byline, timestamp, dateline, read time, poll",
        "quiz, audio player, audio embed, audio widget, video player, media player, media caption, podcast player, chart, datawrapper, infogram",
        "flourish, app promo, donation box, correction, editors note, tags, topics, tag list, gallery, slideshow",
    )),
    (_HEADLINE, ("=headline, entry title, article title, article headline, story headline",)),
)  # fmt: skip
"""Words of ids and classes: one, or two that follow each other.

``=word`` is a name of that word alone.
"""

_BY_WORD = {name: claim for claim, lines in _NAMES for line in lines for name in line.split(", ")}

_VETO = frozenset({
    *("category", "closed", "count", "counter", "disabled", "enabled", "has", "hide", "icon"),
    *("layout", "link", "no", "not", "open", "show", "tag", "toggle", "tone", "topic", "type"),
    *("with", "without"),
})  # fmt: skip
"""Words that make a class tell of a switch, a layout or a subject: ``has-comments``, ``tag-menu``.
"""

_PART_OF_TEXT = frozenset({
    *("article", "blockquote", "body", "card", "content", "entry", "post", "quote", "story"),
})  # fmt: skip
"""Words of a name under which a footer or header belongs to the text: ``blockquote-footer``."""

_RELATED_OF = frozenset({
    *("article", "articles", "bar", "block", "box", "card", "cards", "carousel", "container", "content"),
    *("contents", "coverage", "entries", "feed", "grid", "headlines", "inline", "item", "items", "layer"),
    *("link", "links", "list", "listing", "module", "modules", "news", "page", "pages", "panel", "post"),
    *("posts", "reading", "rail", "section", "sidebar", "stories", "story", "topics", "video", "videos"),
    *("view", "widget", "wrap", "wrapper"),
})  # fmt: skip
"""Words beside 'related' in the name of a list of links: ``post-related``, and not
``covid-related``.
"""

_NEVER_BY_NAME = frozenset({"html", "body", "main", "article", "head"})
_BY_MORE = _NEVER_BY_NAME | _BY_TAG.keys()
_HEADINGS = frozenset({"h2", "h3"})
# What publishing systems write before what a part of a text is: 'paragraph--type--newsletter'.
_OF_TYPE = re.compile(
    r"^(?:[a-z]{1,3}-)?(?:paragraph|block|component|module|widget)-{1,2}type-{1,2}"
)
_ONLY_CLASS = re.compile(' class="([^"&]{0,300})"')
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_A-Za-z]+")


def claim_of(tag: str, rest: str) -> Claim | None:
    """The zone that an element claims, None where it says nothing of its own.

    ``rest`` are its attributes, unread. ``MAIN_TEXT`` is the claim to hold what the page is about.
    """
    if not rest:
        return _BY_TAG.get(tag) or (_claim_of_custom(tag) if "-" in tag else None)
    if tag not in _BY_MORE and (only := _ONLY_CLASS.fullmatch(rest)):
        claim = _claim_by_name(only[1])
        return claim if claim and _may_claim(tag, claim) else None
    return _remembered(tag, rest) if len(rest) <= _LONGEST_REMEMBERED else _claim(tag, rest)


def _claim(tag: str, rest: str) -> Claim | None:
    attributes = attributes_of(rest)
    claim = _BY_TAG.get(tag)
    if (
        claim is MAIN_TEXT
        or attributes.get("role") == "main"
        or attributes.get("itemprop") == "articleBody"
    ):
        return MAIN_TEXT
    if claim is None:
        claim = _claim_by_attributes(tag, attributes)
    elif claim is _PAGE_EDGE and _is_part_of_text(attributes):
        return None
    elif claim in _OF_TAGS:
        claim = _claim_by_attributes(tag, attributes) or claim
    if claim is None and "-" in tag:
        claim = _claim_of_custom(tag)
    return claim


_remembered = lru_cache(maxsize=4096)(_claim)  # of a page's tags many are the same


def _claim_by_attributes(tag: str, attributes: Mapping[str, str]) -> Claim | None:
    if tag in _NEVER_BY_NAME:
        return None
    if (role := attributes.get("role")) and (claim := _BY_ROLE.get(role.strip().lower())):
        return claim
    for key in ("id", "class", "itemprop", "data-component", "data-testid"):
        value = attributes.get(key)
        if value and (claim := _claim_by_name(value[:_LONGEST_NAME])):
            return claim if _may_claim(tag, claim) else None
    label = attributes.get("aria-label", "")[:_LONGEST_NAME]
    if label and len(label.split()) <= _LONGEST_LABEL:
        claim = _claim_by_name(label.replace(" ", "-"))
        return claim if claim and _may_claim(tag, claim) else None
    return None


def _may_claim(tag: str, claim: Claim) -> bool:
    """Only a heading is a headline by name; a span has no zone but that of a caption."""
    if claim.zone is Zone.HEADLINE:
        return tag in _HEADINGS
    return tag != "span" or claim.zone is Zone.CAPTION


def _claim_of_custom(tag: str) -> Claim | None:
    """The claim of an element that a site made up: it may stand in the line, a box does not."""
    claim = _claim_by_name(tag)
    return None if claim in (_BOX, _SLOT) else claim


def _claim_by_name(value: str) -> Claim | None:
    """The claim of an id or a list of classes: that of the first name that makes one."""
    for name in value.split():
        if claim := _claim_of_one(name):
            return claim
    return None


@lru_cache(maxsize=4096)
def _claim_of_one(name: str) -> Claim | None:
    if ":" in name:  # a utility class with a state ('hover:…') is no name
        return None
    name = _OF_TYPE.sub("", name)
    if not name.isascii():  # labels have accents that names lack; Cyrillic 'й' keeps its own
        name = "".join(_plain(char) for char in name)
    words = [word.lower() for word in _WORD.findall(name)]
    return _claim_by_words(words) if _VETO.isdisjoint(words) else None


def _plain(char: str) -> str:
    """A Latin letter without its accent."""
    letter = unicodedata.normalize("NFD", char)[0]
    return letter if letter.isascii() else char


def _claim_by_words(words: list[str]) -> Claim | None:
    if _is_related(words):
        return _RELATED
    for entry in _entries(words):
        claim = _BY_WORD.get(entry)
        if claim is None or (claim in (_PAGE_EDGE, _PAGE_TOP) and _PART_OF_TEXT & set(words)):
            continue
        return claim
    return None


def _is_related(words: list[str]) -> bool:
    """Whether a name has 'related' in it as a list of links has, or beside such a word."""
    if "related" not in words:
        return False
    at = words.index("related")
    beside = words[max(at - 1, 0) : at] + words[at + 1 : at + 2]
    return len(words) == 1 or not _RELATED_OF.isdisjoint(beside)


def _entries(words: list[str]) -> Iterable[str]:
    if len(words) == 1:
        yield f"={words[0]}"
    for index, word in enumerate(words):
        yield word
        if index + 1 < len(words):
            yield f"{word} {words[index + 1]}"


def _is_part_of_text(attributes: Mapping[str, str]) -> bool:
    value = attributes.get("class", "")[:_LONGEST_NAME]
    return not _PART_OF_TEXT.isdisjoint(word.lower() for word in _WORD.findall(value))
