"""A page of an outlet, and what it looks like."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from html import escape

from benchmarks.made_web.events import Event, Person
from benchmarks.made_web.kinds import Shape
from benchmarks.made_web.outlets import Lists, Site
from benchmarks.made_web.shapes import SHAPES

_LATER = 5  # days after which a page has other words
_BELOW = {Shape.AMP: "amp", Shape.PRINT: "print", Shape.SPANISH: "es", Shape.SECOND: "2"}


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
        if self.site.lists is Lists.NUMBERS:
            return f"{self.site.root}a/{self.number * 7919 % 1_000_003}"
        if self.shape is Shape.RENAMED:
            return f"{self.site.root}{self.day:%Y/%m/%d}/{slug}-{self.number}-updated"
        if self.site.lists in {Lists.WRONG_DAYS, Lists.NO_DAYS, Lists.BARE_FEED}:
            return f"{self.site.root}{slug}-{self.number}"
        return f"{self.site.root}{self.day:%Y/%m/%d}/{slug}-{self.number}"

    @property
    def is_listed(self) -> bool:
        """Whether the lists of the outlet name it."""
        return self.shape is not Shape.SECOND

    @property
    def listed(self) -> str:
        """The address that lists have of it."""
        url = self.url.removesuffix("-updated")
        if self.site.lists is Lists.HTTP:
            return url.replace("https://", "http://", 1)
        if self.site.lists is Lists.BARE_HOST:
            return url.replace("https://www.", "https://", 1)
        if self.site.lists is Lists.TRACKED:
            return f"{url}?utm_source=rss&utm_medium=feed"
        return url

    @property
    def addresses(self) -> tuple[str, ...]:
        """Those by which it may be called."""
        return self.url, self.listed

    def at_first(self) -> "MadePage":
        """The page as it was on its day, if it has changed since."""
        return replace(self, said=self.before, before=()) if self.before else self

    @property
    def changes(self) -> str:
        """What the head says of the last change; two of three outlets say so."""
        if sum(map(ord, self.site.host)) % 3 == 0:
            return ""
        day = self.day + timedelta(_LATER if self.before else 0)
        return f"<meta property='article:modified_time' content='{day}T10:00:00Z'>"

    def html(self, beside: "tuple[MadePage, ...]" = ()) -> str:
        """The page; ``beside`` are pages that it links to."""
        event = self.event
        if self.shape not in {Shape.STORY, Shape.RENAMED}:
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
            f"<meta property='article:published_time' content='{self.day}T09:00:00Z'>{self.changes}"
            f"<meta name='description' content='{escape(self.summary)}'></head><body>"
            f"<article><h1>{escape(self.title)}</h1>{''.join(parts)}</article>{below}"
            f"<aside class='related'><h2>More</h2><ul>{links}</ul></aside></body></html>"
        )


def shaped(page: MadePage, beside: Sequence[MadePage]) -> str:
    """A page that is no plain story."""
    if page.shape in SHAPES:
        return SHAPES[page.shape](page, beside)
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
