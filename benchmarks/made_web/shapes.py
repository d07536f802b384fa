"""What pages look like that are hard to tell from sources, or sources that are hard to tell."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from benchmarks.made_web.kinds import Shape

if TYPE_CHECKING:
    from benchmarks.made_web.page import MadePage


def _page(page: "MadePage", body: str, head: str = "") -> str:
    title = escape(page.title)
    day = f"<meta property='article:published_time' content='{page.day}T09:00:00Z'>"
    return (
        f"<!doctype html><html lang='en'><head><title>{title}</title>{day}{head}</head><body>"
        f"<article><h1>{title}</h1>{body}</article></body></html>"
    )


def _paragraphs(*texts: str) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


def _about(page: "MadePage") -> str:
    event = page.event
    return (
        f"For weeks the {event.thing} has been the talk of {event.place}. The {event.group} want to"
        f" know what becomes of the {event.nouns[1]}, and the {event.body} is to answer them."
    )


def _said(page: "MadePage", at: int = 0) -> str:
    words, person = page.said[at]
    return f"“{words},” said {person.name}, {person.role} of {page.event.place}."


def _first(page: "MadePage", _: Sequence["MadePage"]) -> str:
    leads = f"<nav class='pagination'>Page 1 <a href='{page.url}/2' rel='next'>2</a> <a href='{page.url}/2'>Next page</a></nav>"  # fmt: skip
    head = f"<link rel='canonical' href='{page.url}'><link rel='next' href='{page.url}/2'>"
    return _page(page, _paragraphs(_about(page), _said(page, 1)) + leads, head)


def _second(page: "MadePage", _: Sequence["MadePage"]) -> str:
    assert page.twin is not None
    back = f"<nav class='pagination'><a href='{page.twin.url}' rel='prev'>1</a> Page 2</nav>"
    end = f"A hearing on the {page.event.thing} is expected within two months."
    head = f"<link rel='prev' href='{page.twin.url}'>"
    return _page(page, _paragraphs(_said(page), end) + back, head)


def _unheaded(page: "MadePage", beside: Sequence["MadePage"]) -> str:
    words, person = page.said[0]
    begun = f"“{words},” says {person.name}. A visit to {page.event.place}."
    rows = [(f"{page.site.root}gone/{page.number}", page.title, begun)]
    rows += [(each.url, each.title, each.summary) for each in beside]
    cards = "".join(
        f"<li class='entry'><a href='{escape(url)}'>{escape(title)}</a><p>{escape(text)}</p></li>"
        for url, title, text in rows
    )
    name = f"All by our correspondent in {escape(page.event.place)}"
    return (
        f"<!doctype html><html lang='en'><head><title>{name}</title></head><body><main>"
        f"<h1>{name}</h1><ul class='archive'>{cards}</ul></main></body></html>"
    )


def _syndicated(page: "MadePage", _: Sequence["MadePage"]) -> str:
    assert page.twin is not None
    head = f"<link rel='canonical' href='{page.twin.url}'>"
    credit = f"This article was first published by {page.twin.site.name} and is printed here with its permission."  # fmt: skip
    return _page(page, _paragraphs(_about(page), _said(page), _said(page, 1), credit), head)


def _split(page: "MadePage", _: Sequence["MadePage"]) -> str:
    words, person = page.said[0]
    first, second = words.split("; ", 1)
    said = f"“{first},” said {person.name}, {person.role} of {page.event.place}, “{second}.”"
    return _page(page, _paragraphs(_about(page), said, _said(page, 1)))


def _denial(page: "MadePage", _: Sequence["MadePage"]) -> str:
    words, person = page.said[0]
    claim = f"A picture that thousands have shared shows {person.name}, {person.role} of {page.event.place}, beside the words “{words}.”"  # fmt: skip
    verdict = f"We went through all recordings of the meeting and found no such sentence. {person.last} never said it; the picture was made by a group that opposes the {page.event.thing}."  # fmt: skip
    return _page(page, _paragraphs(claim, verdict, "Our rating: false."))


def _interview(page: "MadePage", _: Sequence["MadePage"]) -> str:
    words, person = page.said[0]
    event = page.event
    who = f"{person.name}, {person.role} of {event.place}, receives us between two meetings."
    rows = (
        (f"Is the {event.thing} still worth the trouble?", "That depends on whom you ask around here."),
        (f"And what do you say to the {event.group}?", f"{words}."),
        ("Thank you for your time.", "You are welcome."),
    )  # fmt: skip
    talk = "".join(f"<p><strong>{escape(q)}</strong></p><p>{escape(a)}</p>" for q, a in rows)
    return _page(page, f"{_paragraphs(who)}{talk}{_paragraphs(_said(page, 1))}")


def _pulled(page: "MadePage", _: Sequence["MadePage"]) -> str:
    words, person = page.said[0]
    quote = f"<blockquote class='pullquote'><p>{escape(words)}</p><cite>{person.name}</cite></blockquote>"  # fmt: skip
    told = f"{person.name}, {person.role} of {page.event.place}, was not in a mood for compromise."
    return _page(page, _paragraphs(_about(page), told) + quote + _paragraphs(_said(page, 1)))


def _live(page: "MadePage", _: Sequence["MadePage"]) -> str:
    event = page.event
    posts = [f"<p>{escape(f'The {event.group} arrive at the hall. Number {at} on the list speaks.')}</p>" for at in range(29)]  # fmt: skip
    posts.insert(17, _paragraphs(_said(page)))
    body = "".join(f"<section class='post' id='p{at}'><h2>{9 + at // 4}.{at % 4}5</h2>{post}</section>" for at, post in enumerate(posts))  # fmt: skip
    return _page(page, body + _paragraphs(_said(page, 1)))


def _struck(page: "MadePage", _: Sequence["MadePage"]) -> str:
    note = (
        "Update: we have taken a sentence out of this story, since the recording does not have it."
    )
    body = f"<p><del>{escape(_said(page))}</del></p>"
    return _page(page, _paragraphs(_about(page)) + body + _paragraphs(_said(page, 1), note))


def _satire(page: "MadePage", _: Sequence["MadePage"]) -> str:
    start = f"Satire. What we would have loved to hear at last night's meeting on the {page.event.thing}:"  # fmt: skip
    end = "None of this was said, and more is the pity. The author makes jokes for a living."
    return _page(page, _paragraphs(start, _said(page), end))


def _german(page: "MadePage", _: Sequence["MadePage"]) -> str:
    words, person = page.said[0]
    other, who = page.said[1]
    texts = (
        f"In {page.event.place} wird seit Wochen gestritten, und ein Ende ist nicht in Sicht.",
        f"„{words}“, sagte {person.name}, die seit Jahren im Rat von {page.event.place} sitzt.",
        f"„{other}“, sagte {who.name} am Abend im vollen Saal.",
        "Eine Entscheidung wird in den kommenden Wochen erwartet, heißt es aus dem Rathaus.",
    )
    return _page(page, _paragraphs(*texts)).replace("lang='en'", "lang='de'")


SHAPES: Mapping[Shape, Callable[["MadePage", Sequence["MadePage"]], str]] = {
    Shape.FIRST: _first,
    Shape.SECOND: _second,
    Shape.UNHEADED: _unheaded,
    Shape.SYNDICATED: _syndicated,
    Shape.SPLIT: _split,
    Shape.DENIAL: _denial,
    Shape.INTERVIEW: _interview,
    Shape.PULLED: _pulled,
    Shape.LIVE: _live,
    Shape.STRUCK: _struck,
    Shape.SATIRE: _satire,
    Shape.GERMAN: _german,
}
"""The HTML of pages by their shape, given those beside them."""
