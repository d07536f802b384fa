"""The pages of the outlets and the articles that quote from them: what is true, made before anybody searches."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from html import escape
from typing import Any

from benchmarks.made_web.events import Event, Life, Person
from benchmarks.made_web.kinds import KINDS, Kind, Shape
from benchmarks.made_web.outlets import GERMAN, SITES, Site
from benchmarks.made_web.page import MadePage

ARTICLES = 200
EACH = 3
"""Attributions of an article."""
PAGES = 5_000
SEED = 16
_GERMAN_EACH = 12  # articles


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
        if number % _GERMAN_EACH == 1:
            made.in_german(number)
        else:
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
            kind = KINDS[self._asked * 7 % len(KINDS)]
            site = SITES[self._asked * 11 % len(SITES)]
            self._asked += 1
            if at == EACH - 1:  # the first outlet is named again
                site = asked[0].site
            if at == EACH - 1 and first is not None and number % 2:  # and so is its page
                right = (first, *(page for page in found if page.twin is first))
                if first.shape is Shape.SECOND and first.twin is not None:
                    right = (first.twin,)  # the other words stand there
                kind = Kind.SAME_PAGE
                words, person = first.said[1]
            else:
                person, words = life.person(), life.quotation(event)
                right = tuple(self._published(kind, site, event, person, words))
                self._decoys(site, event, person, words)
            if at == 0:
                found, first = right, next(iter(right), None)
            quoted = _as_quoted(kind, words)
            asked.append(Asked(quoted, kind, site, _addresses(right)))
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

    def in_german(self, number: int) -> None:
        """An article in German, which quotes two outlets."""
        life = self.life
        event = life.event()
        asked: list[Asked] = []
        sentences: list[str] = []
        for site in GERMAN:
            person, words = life.person(), life.in_german()
            titles = [life.title_in_german(event, words) for _ in range(3)]
            for title, day in zip(titles[1:], (event.day - timedelta(1), event.day), strict=True):
                self._in_german(site, event, (life.in_german(), person), day, title)
            page = self._in_german(site, event, (words, person), event.day, titles[0])
            asked.append(Asked(words, Kind.GERMAN, site, _addresses([page])))
            sentences.append(f"„{words}“, sagte {person.name} {site.name}.")
        title = f"Wie es in {event.place} weitergeht"
        body = "".join(f"<p>{escape(each)}</p>" for each in (f"In {event.place} wird weiter gestritten.", *sentences))  # fmt: skip
        html = (
            f"<!doctype html><html lang='de'><head><title>{title}</title>"
            f"<meta property='article:published_time' content='{event.day + timedelta(1)}T12:00:00Z'>"
            f"</head><body><article><h1>{title}</h1>{body}</article></body></html>"
        )
        self.world.articles.append(MadeArticle(f"story-{number}", html, tuple(asked)))

    def _in_german(
        self, site: Site, event: Event, said: tuple[str, Person], day: date, title: str
    ) -> MadePage:
        both = said, (self.life.in_german(), self.life.person())
        number = len(self.world.pages)
        page = MadePage(site, number, title, day, event, both, title, shape=Shape.GERMAN)
        self.world.pages.append(page)
        return page

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
        elif kind is Kind.YEAR_BEFORE:
            self._add(site, event, person, words, event.day - timedelta(365))
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

    def as_well(self, site: Site, event: Event, person: Person, words: str) -> Iterator[MadePage]:
        """A shorter version with other words under another title, before the story itself."""
        each = words.split()
        edited = " ".join([*each[: len(each) // 3], "honestly", *each[len(each) // 3 + 1 :]])
        self._add(site, event, person, edited, event.day)
        yield self._add(site, event, person, words, event.day)

    def reported(self, site: Site, event: Event, person: Person, words: str) -> Iterator[MadePage]:
        """The same press conference at three outlets, and what else was said there at one."""
        others = self.life.rng.sample([other for other in SITES if other is not site], 2)
        for other in others:
            self._add(other, event, person, words, event.day)
        self._add(site, event, person, self.life.quotation(event), event.day)
        yield self._add(site, event, person, words, event.day)

    def halved(
        self, site: Site, event: Event, person: Person, words: str, *, whole: bool
    ) -> Iterator[MadePage]:
        """Half of the words on a day before, with another end; the whole where it is."""
        first, _, end = words.partition(";")
        second = end
        while _is_like(second, end):
            second = self.life.quotation(event).partition(";")[2]
        self._add(site, event, person, f"{first};{second}", event.day - timedelta(3))
        if whole:
            yield self._add(site, event, person, words, event.day)

    def below(self, site: Site, event: Event, person: Person, words: str) -> Iterator[MadePage]:
        """A story without the words, and a reader who quotes them."""
        said = f"As {person.name} put it: “{words}.” I could not agree more with that."
        self._add(site, event, person, self.life.quotation(event), event.day, comment=said)
        yield from ()

    def paged(self, site: Site, event: Event, person: Person, words: str) -> Iterator[MadePage]:
        """An article of two pages; the lists name the first."""
        page = self._add(site, event, person, self.life.quotation(event), event.day)
        first = self._become(page, shape=Shape.FIRST)
        said = ((words, person), *page.said[1:])
        yield self._variant(first, Shape.SECOND, said=said)

    def syndicated(
        self, site: Site, event: Event, person: Person, words: str
    ) -> Iterator[MadePage]:
        """A story that another outlet had first, as its head says."""
        other = self.life.rng.choice([other for other in SITES if other is not site])
        original = self._add(other, event, person, words, event.day)
        page = self._add(site, event, person, words, event.day)
        yield self._become(page, shape=Shape.SYNDICATED, twin=original)

    def by_another(self, site: Site, event: Event, _: Person, words: str) -> Iterator[MadePage]:
        """A story in which somebody else says the words."""
        self._add(site, event, self.life.person(), words, event.day)
        yield from ()

    def shown(self, site: Site, event: Event, person: Person, words: str, shape: Shape) -> Iterator[MadePage]:  # fmt: skip
        """A page of another shape that is the source."""
        yield self._become(self._add(site, event, person, words, event.day), shape=shape)

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


def _addresses(pages: Sequence[MadePage]) -> frozenset[str]:
    return frozenset(url for page in pages for url in page.addresses)


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
    Kind.RETITLED: _Making.as_well,
    Kind.CONFERENCE: _Making.reported,
    Kind.HALF: partial(_Making.halved, whole=True),
    Kind.HALF_ONLY: partial(_Making.halved, whole=False),
    Kind.QUOTED_BELOW: _Making.below,
    Kind.UNHEADED: _as(_Making.instead, Shape.UNHEADED),
    Kind.PAGED: _Making.paged,
    Kind.SYNDICATED: _Making.syndicated,
    Kind.SPLIT: _as(_Making.shown, Shape.SPLIT),
    Kind.OTHER_SPEAKER: _Making.by_another,
    Kind.DENIED: _as(_Making.instead, Shape.DENIAL),
    Kind.INTERVIEW: _as(_Making.shown, Shape.INTERVIEW),
    Kind.PULLED: _as(_Making.shown, Shape.PULLED),
    Kind.RENAMED: _as(_Making.shown, Shape.RENAMED),
    Kind.LIVE: _as(_Making.shown, Shape.LIVE),
    Kind.STRUCK: _as(_Making.instead, Shape.STRUCK),
    Kind.SATIRE: _as(_Making.instead, Shape.SATIRE),
}


def _is_like(words: str, others: str) -> bool:
    """Whether two texts share so many words that one may be the other, changed."""
    first, second = set(words.split()), set(others.split())
    return 2 * len(first & second) > min(len(first), len(second))


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
