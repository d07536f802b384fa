"""The pages of the outlets and the articles that quote from them: what is true, made before anybody searches."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from html import escape
from typing import Any

from benchmarks.made_web.events import Event, Life, Person
from benchmarks.made_web.outlets import SITES, Lists, Site

ARTICLES = 200
EACH = 3
"""Attributions of an article."""
PAGES = 5_000
SEED = 16


class Kind(StrEnum):
    """How an attribution's words stand at the outlet that the article names."""

    PLAIN = "as they stand"
    EDITED = "with an ellipsis"
    ALTERED = "a word changed by the article"
    OPAQUE = "under a title that says nothing"
    TWICE = "on two pages of the outlet"
    SAME_PAGE = "on the page of the article's first words"
    NOWHERE = "nowhere"
    ELSEWHERE = "at other outlets only"
    COMMENTS = "in readers' comments only"
    LATER = "on a page of six weeks later only"
    RELEASE = "in a press release that five outlets print"
    AGENCY = "in an agency's text under titles of the outlets' own"
    AMP = "on a page with an AMP twin"
    PRINT = "on a page with a version to print"
    TAGGED = "on a page, and in the teaser of it on a tag's page"
    TEASER = "in the teaser on a tag's page only"
    CORRECTED = "in the outlet's correction of them only"
    WALLED = "behind a wall"
    TRANSLATED = "on a page with a twin in another language"
    MOVED = "in a liveblog that has moved on"
    REWRITTEN = "on an earlier version of the page"

    @property
    def can_be_found(self) -> bool:
        """Whether a page of the named outlet is their source, and open to be read."""
        return self not in {
            *(Kind.NOWHERE, Kind.ELSEWHERE, Kind.COMMENTS, Kind.LATER),
            *(Kind.TEASER, Kind.CORRECTED, Kind.WALLED, Kind.MOVED, Kind.REWRITTEN),
        }


_KINDS = (
    *(Kind.PLAIN,) * 22, *(Kind.EDITED,) * 4, *(Kind.ALTERED,) * 3, *(Kind.OPAQUE,) * 3,
    *(Kind.TWICE,) * 2, *(Kind.NOWHERE,) * 3, *(Kind.ELSEWHERE,) * 3, *(Kind.COMMENTS,) * 2,
    *(Kind.LATER,) * 1,
    *(Kind.RELEASE, Kind.AGENCY, Kind.AMP, Kind.PRINT, Kind.TAGGED, Kind.TEASER),
    *(Kind.CORRECTED, Kind.WALLED, Kind.TRANSLATED, Kind.MOVED, Kind.REWRITTEN),
    *(Kind.RELEASE, Kind.AGENCY, Kind.TAGGED, Kind.TEASER, Kind.REWRITTEN),
)  # fmt: skip


class Shape(StrEnum):
    """What a page is beside a story."""

    STORY = "a story"
    AGENCY = "an agency's text"
    AMP = "the AMP twin of a story"
    PRINT = "a story to print"
    TAG = "the page of a tag"
    CORRECTION = "a correction"
    WALL = "the beginning of a story, and an offer"
    SPANISH = "a story in Spanish"
    LIVEBLOG = "a liveblog"


_BELOW = {Shape.AMP: "amp", Shape.PRINT: "print", Shape.SPANISH: "es"}


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page of an outlet. ``said`` are quotations with who says them; ``number`` counts the pages."""

    site: Site
    number: int
    title: str
    day: date
    event: Event
    said: tuple[tuple[str, Person], ...]
    summary: str
    comment: str = ""
    shape: Shape = Shape.STORY
    twin: "MadePage | None" = None
    before: tuple[tuple[str, Person], ...] = ()

    @property
    def url(self) -> str:
        """Its address, after the manner of its outlet."""
        if self.twin is not None and self.shape in _BELOW:
            return f"{self.twin.url}/{_BELOW[self.shape]}"
        if self.shape is Shape.TAG:
            return f"{self.site.root}tag/{self.event.thing.replace(' ', '-')}-{self.number}"
        if self.site.lists is Lists.NEWS_OPAQUE:
            return f"{self.site.root}news/articles/c{self.number * 7919 % 1_000_003:06}x"
        slug = "".join(char if char.isalnum() else "-" for char in self.title.lower())
        slug = "-".join(filter(None, slug.split("-")))[:70]
        if self.site.lists is Lists.WRONG_DAYS:
            return f"{self.site.root}{slug}-{self.number}"
        return f"{self.site.root}{self.day:%Y/%m/%d}/{slug}-{self.number}"

    def at_first(self) -> "MadePage":
        """The page as it was on its day, if it has changed since."""
        return replace(self, said=self.before) if self.before else self

    def html(self, beside: "tuple[MadePage, ...]" = ()) -> str:
        """The page; ``beside`` are pages that it links to."""
        event = self.event
        if self.shape is not Shape.STORY:
            return shaped(self, beside)
        about = (
            f"The {event.thing} in {event.place} has been argued about for months, and the"
            f" {event.body} has said little. On {self.day:%A} the {event.group} met again, and some"
            f" of them spoke of the {event.nouns[0]} and the {event.nouns[1]}."
        )
        parts = [f"<p>{escape(about)}</p>"]
        for words, person in self.said:
            said = f"“{words},” said {person.name}, {person.role} of {event.place}."
            parts.append(f"<p>{escape(said)}</p>")
        end = f"The {event.body} did not answer questions about the {event.nouns[2]} before this was published. A decision is expected in the coming weeks, after a hearing."  # fmt: skip
        parts.append(f"<p>{escape(end)}</p>")
        links = "".join(
            f'<li><a href="{each.url}">{escape(each.title)}</a></li>' for each in beside
        )
        below = f"<section class='comments' id='comments'><h2>Comments</h2><p>{escape(self.comment)}</p></section>" if self.comment else ""  # fmt: skip
        return (
            f"<!doctype html><html lang='en'><head><title>{escape(self.title)}</title>"
            f"<meta property='article:published_time' content='{self.day}T09:00:00Z'>"
            f"<meta name='description' content='{escape(self.summary)}'></head><body>"
            f"<article><h1>{escape(self.title)}</h1>{''.join(parts)}</article>{below}"
            f"<aside class='related'><h2>More</h2><ul>{links}</ul></aside></body></html>"
        )


def shaped(page: MadePage, beside: Sequence[MadePage]) -> str:
    """A page that is no plain story."""
    words, person = page.said[0]
    event, story = page.event, page.twin or page
    plain = replace(page, shape=Shape.STORY)
    whole = plain.html(tuple(beside))
    canonical = f"<link rel='canonical' href='{escape(story.url)}'></head>"
    if page.shape is Shape.AGENCY:
        credit = "<p>Copyright Reuters. Additional reporting by our staff.</p></article>"
        return whole.replace("</article>", credit)
    if page.shape in {Shape.AMP, Shape.PRINT}:
        return plain.html().replace("</head>", canonical)
    if page.shape is Shape.SPANISH:
        said = f"<p>“{escape(_spanish(words))}”, dijo {person.name}, de {event.place}.</p>"
        head = f"<title>{escape(event.place)}: sigue la disputa</title>"
        day = f"<meta property='article:published_time' content='{page.day}T09:00:00Z'>"
        about = f"<p>La disputa de {event.place} dura ya varios meses y nadie sabe quién va a pagar la obra ni cuándo.</p>"  # fmt: skip
        return f"<!doctype html><html lang='es'><head>{head}{day}</head><body><article><h1>{escape(event.place)}: sigue la disputa</h1>{about}{said}</article></body></html>"  # fmt: skip
    if page.shape is Shape.TAG:
        link = story.url if page.twin is not None else f"{story.site.root}gone/{page.number}"
        cards = [f"<article class='teaser'><h3><a href='{escape(link)}'>{escape(page.title)}</a></h3><time>{page.day}</time><p>{escape(f'“{words},” says {person.name}.')} <a href='{escape(link)}'>Read more</a></p></article>"]  # fmt: skip
        cards += [f"<article class='teaser'><h3><a href='{escape(each.url)}'>{escape(each.title)}</a></h3><time>{each.day}</time><p>{escape(each.summary)} <a href='{escape(each.url)}'>Read more</a></p></article>" for each in beside]  # fmt: skip
        name = event.thing.capitalize()
        return f"<!doctype html><html lang='en'><head><title>{name} | {page.site.name}</title></head><body><main><h1>{name}</h1><p>All our stories on the {event.thing}.</p>{''.join(cards)}</main></body></html>"  # fmt: skip
    if page.shape is Shape.CORRECTION:
        text = f"An earlier version of our report on the {event.thing} misquoted {person.name}, {person.role} of {event.place}, as saying: “{words}.” {person.last} did not say so. We apologise for the error, which was made in editing."  # fmt: skip
        return f"<!doctype html><html lang='en'><head><title>Correction: {escape(page.title)}</title><meta property='article:published_time' content='{page.day}T20:00:00Z'></head><body><article><h1>Correction: {escape(page.title)}</h1><p>{escape(text)}</p></article></body></html>"  # fmt: skip
    if page.shape is Shape.WALL:
        begun = f"The {event.thing} in {event.place} has been argued about for months, and the {event.body} has said little."  # fmt: skip
        mark = '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","isAccessibleForFree":false}</script>'  # fmt: skip
        return f"<!doctype html><html lang='en'><head><title>{escape(page.title)}</title>{mark}<meta property='article:published_time' content='{page.day}T09:00:00Z'></head><body><article><h1>{escape(page.title)}</h1><p>{escape(begun)}</p><div class='paywall'><h2>Subscribe to continue reading</h2><p>Already a subscriber? Sign in.</p></div></article></body></html>"  # fmt: skip
    posts = "".join(f"<section class='post'><time>{9 + at}:15</time><p>{escape(f'“{said},” said {who.name}.')}</p></section>" for at, (said, who) in enumerate(page.said))  # fmt: skip
    return f"<!doctype html><html lang='en'><head><title>Live: {escape(page.title)}</title><meta property='article:published_time' content='{page.day}T09:00:00Z'></head><body><article><h1>Live: {escape(page.title)}</h1>{posts}</article></body></html>"  # fmt: skip


_SPANISH = ("obra", "ciudad", "puerto", "precio", "miedo", "agua", "tiempo", "vecinos", "nunca", "siempre", "promesa", "dinero")  # fmt: skip


def _spanish(words: str) -> str:
    """Words in Spanish, as many; what they mean matters to nobody here."""
    return " ".join(_SPANISH[len(word) * 5 % len(_SPANISH)] for word in words.split())


@dataclass(frozen=True, slots=True)
class Asked:
    """An attribution of an article: its words there, and the addresses that are their source."""

    words: str
    kind: Kind
    site: Site
    right: frozenset[str]


@dataclass(frozen=True, slots=True)
class MadeArticle:
    """An article that links nothing."""

    name: str
    html: str
    asked: tuple[Asked, ...]


@dataclass(slots=True)
class World:
    """All pages, and the articles."""

    pages: list[MadePage] = field(default_factory=list)
    articles: list[MadeArticle] = field(default_factory=list)


def world(articles: int = ARTICLES, pages: int = PAGES, seed: int = SEED) -> World:
    """The world of a seed."""
    made = _Making(seed)
    for number in range(articles):
        made.article(number)
    made.fill(pages)
    return made.world


class _Making:
    def __init__(self, seed: int) -> None:
        self.life = Life(seed)
        self.world = World()
        self._asked = 0

    def article(self, number: int) -> None:
        """An article on an event, and what the outlets that it names have published of it."""
        life = self.life
        event = life.event()
        day = event.day + timedelta(life.rng.randrange(4))
        asked: list[Asked] = []
        sentences: list[str] = []
        first: MadePage | None = None
        found: tuple[MadePage, ...] = ()
        right: tuple[MadePage, ...]
        for at in range(EACH):
            kind = _KINDS[self._asked * 7 % len(_KINDS)]
            site = SITES[self._asked * 11 % len(SITES)]
            self._asked += 1
            if at == EACH - 1:  # the first outlet is named again
                site = asked[0].site
            if at == EACH - 1 and first is not None and number % 2:  # and so is its page
                right = (first, *(page for page in found if page.twin is first))
                kind = Kind.SAME_PAGE
                words, person = first.said[1]
            else:
                person, words = life.person(), life.quotation(event)
                right = tuple(self._published(kind, site, event, person, words))
                self._decoys(site, event, person, words)
            if at == 0:
                found, first = right, next(iter(right), None)
            quoted = _as_quoted(kind, words)
            asked.append(Asked(quoted, kind, site, frozenset(page.url for page in right)))
            sentences.append(_sentence(at + number, quoted, person, event, site))
        title = f"What comes next for the {event.thing} in {event.place}"
        paragraphs = (
            f"The {event.thing} keeps {event.place} busy, and the {event.body} has to decide soon.",
            *sentences,
            f"The {event.group} will meet again next month, the {event.body} has announced.",
        )
        body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
        html = (
            f"<!doctype html><html lang='en'><head><title>{escape(title)}</title>"
            f"<meta property='article:published_time' content='{day}T12:00:00Z'></head>"
            f"<body><article><h1>{escape(title)}</h1>{body}</article></body></html>"
        )
        self.world.articles.append(MadeArticle(f"story-{number}", html, tuple(asked)))

    def _published(
        self, kind: Kind, site: Site, event: Event, person: Person, words: str
    ) -> Iterator[MadePage]:
        """Adds what the named outlet has, and gives the pages that are the source."""
        life = self.life
        special = _SPECIAL.get(kind)
        if special is not None:
            yield from special(self, site, event, person, words)
        elif kind is Kind.COMMENTS:
            self._add(site, event, person, life.quotation(event), event.day, comment=words)
        elif kind is Kind.LATER:
            self._add(site, event, person, words, event.day + timedelta(45))
        elif kind.can_be_found:
            yield self._add(site, event, person, words, event.day, opaque=kind is Kind.OPAQUE)
            if kind is Kind.TWICE:
                yield self._add(site, event, person, words, event.day + timedelta(1))

    def _decoys(self, site: Site, event: Event, person: Person, words: str) -> None:
        """The same speaker on other days, other speakers on that day; reprints, as they are and edited."""
        life, rng = self.life, self.life.rng
        for days in (-2, 1):
            self._add(site, event, person, life.quotation(event), event.day + timedelta(days))
        self._add(site, event, life.person(), life.quotation(event), event.day)
        first, *rest = words.split()
        edited = " ".join([first, *rest[: len(rest) // 2], "really", *rest[len(rest) // 2 :]])
        others = rng.sample([other for other in SITES if other is not site], 2)
        for other, reprint in zip(others, (words, edited), strict=True):
            self._add(other, event, person, reprint, event.day)

    def fill(self, pages: int) -> None:
        """Other pages, up to a number."""
        while len(self.world.pages) < pages:
            event = self.life.event()
            site = self.life.rng.choice(SITES)
            self._add(site, event, self.life.person(), self.life.quotation(event), event.day)

    def _add(
        self, site: Site, event: Event, person: Person, words: str, day: date, *, comment: str = "", opaque: bool = False,
    ) -> MadePage:  # fmt: skip
        title = self.life.title(event, person, words, opaque=opaque)
        summary = self.life.summary(event, person, words)
        said = ((words, person), (self.life.quotation(event), self.life.person()))
        page = MadePage(site, len(self.world.pages), title, day, event, said, summary, comment)
        self.world.pages.append(page)
        return page

    def _variant(self, page: MadePage, shape: Shape, **rest: Any) -> MadePage:
        """Another page made of one, that stands beside it."""
        made = replace(page, number=len(self.world.pages), shape=shape, twin=page, **rest)
        self.world.pages.append(made)
        return made

    def _become(self, page: MadePage, **rest: Any) -> MadePage:
        """The page last added, otherwise."""
        assert self.world.pages[-1] is page
        self.world.pages[-1] = replace(page, **rest)
        return self.world.pages[-1]

    def printed(self, site: Site, event: Event, person: Person, words: str, shape: Shape) -> Iterator[MadePage]:  # fmt: skip
        """The same text at five outlets, under their own titles."""
        others = self.life.rng.sample([other for other in SITES if other is not site], 4)
        for other in (site, *others):
            page = self._become(self._add(other, event, person, words, event.day), shape=shape)
            if other is site:
                yield page

    def twins(self, site: Site, event: Event, person: Person, words: str, shape: Shape) -> Iterator[MadePage]:  # fmt: skip
        """A story, and another page of its words, which is as good where they are the same."""
        page = self._add(site, event, person, words, event.day)
        yield page
        twin = self._variant(page, shape)
        if shape in {Shape.AMP, Shape.PRINT}:
            yield twin

    def instead(self, site: Site, event: Event, person: Person, words: str, shape: Shape) -> Iterator[MadePage]:  # fmt: skip
        """A page that has the words, and is no source for them."""
        self._become(self._add(site, event, person, words, event.day), shape=shape)
        yield from ()

    def changed(self, site: Site, event: Event, person: Person, words: str, shape: Shape) -> Iterator[MadePage]:  # fmt: skip
        """A page that had the words on its day, and has others now."""
        page = self._add(site, event, person, words, event.day)
        if shape is Shape.LIVEBLOG:
            now = self.life.quotation(event)
        else:
            each = words.split()
            now = " ".join([*each[: len(each) // 2], "certainly", *each[len(each) // 2 + 2 :]])
        said = (now, person), *page.said[1:]
        yield self._become(page, shape=shape, before=page.said, said=said)


_Made = Callable[[_Making, Site, Event, Person, str], Iterator[MadePage]]


def _as(how: Callable[..., Iterator[MadePage]], shape: Shape) -> _Made:
    return lambda making, *rest: how(making, *rest, shape)


_SPECIAL: dict[Kind, _Made] = {
    Kind.RELEASE: _as(_Making.printed, Shape.STORY),
    Kind.AGENCY: _as(_Making.printed, Shape.AGENCY),
    Kind.AMP: _as(_Making.twins, Shape.AMP),
    Kind.PRINT: _as(_Making.twins, Shape.PRINT),
    Kind.TAGGED: _as(_Making.twins, Shape.TAG),
    Kind.TRANSLATED: _as(_Making.twins, Shape.SPANISH),
    Kind.TEASER: _as(_Making.instead, Shape.TAG),
    Kind.CORRECTED: _as(_Making.instead, Shape.CORRECTION),
    Kind.WALLED: _as(_Making.instead, Shape.WALL),
    Kind.MOVED: _as(_Making.changed, Shape.LIVEBLOG),
    Kind.REWRITTEN: _as(_Making.changed, Shape.STORY),
}


def _as_quoted(kind: Kind, words: str) -> str:
    """The words as the article has them."""
    each = words.split()
    middle = len(each) // 2
    if kind is Kind.EDITED:
        return " ".join([*each[: middle - 1], "…", *each[middle + 1 :]])
    if kind is Kind.ALTERED:
        number = next((at for at, word in enumerate(each) if word.isdigit()), None)
        if number is not None:
            each[number] = str(int(each[number]) + 1)
        else:
            each[middle] = "never"
        return " ".join(each)
    return words


def _sentence(number: int, words: str, person: Person, event: Event, site: Site) -> str:
    """The sentence of an article that quotes words, in one of several manners."""
    name = f"{person.name}, {person.role} of {event.place},"
    return (
        f"“{words},” {name} told {site.name}.",
        f"{name} told {site.name}: “{words}.”",
        f"“{words},” {person.name} said in an interview with {site.name}.",
        f"“{words},” {name} told {site.name} on {event.day:%A}.",
    )[number % 4]
