"""Articles with marks in eight forms, made up and the same at each run, with what every mark is for.

The kinds in ``LATER`` were written after the code, the others are those that it was written for.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

PEOPLE = (
    *("Ann Lee", "Carl Roe", "Mona Quill", "Piers Tolland", "Hilda Marsh", "Otto Brandvik"),
    *("Ines Falk", "Ruben Sand", "Thora Wick", "Jonas Ravn", "Edda Holm", "Karl Stray"),
)
OUTLETS = ("Kelmouth Echo", "Harbour Gazette", "Northern Post", "Valley Courier", "Island Herald")
THINGS = (
    *("the ferry will run again in spring", "the pier has to be closed for good"),
    *("nobody was told about the storm", "the harbour needs a second crane"),
    *("the school will keep its garden", "the toll ought to be lower for islanders"),
    *("the new library is late by a year", "the boats were never safe in winter"),
    *("the council has spent too much on paint", "we are all tired of waiting"),
    *("the lighthouse must stay where it is", "the bus comes when it wants to"),
)
Sentence = Callable[[str, str, str], str]
SENTENCES: tuple[Sentence, ...] = (
    lambda who, what, mark: f"“{_capital(what)},” said {who}.{mark}",
    lambda who, what, mark: f"“{_capital(what)},”{mark} said {who}.",
    lambda who, what, mark: f"{who} told the council that day: “{_capital(what)}.”{mark}",
    lambda who, what, mark: f"On Monday {who} said that {what}.{mark}",
    lambda who, what, mark: f"According to {who},{mark} {what}.",
)


@dataclass(frozen=True, slots=True)
class Made:
    """An article, its format, and for each of its quoted or reported words the addresses that are cited."""

    kind: str
    text: str
    format: str
    wanted: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Source:
    number: int
    author: str
    year: int
    title: str
    outlet: str
    url: str

    @property
    def surname(self) -> str:
        return self.author.split()[-1]

    @property
    def reference(self) -> str:
        first, surname = self.author.split()
        return f"{surname}, {first[0]}. ({self.year}). “{self.title}.” {self.outlet}. {self.url}"


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _sources(dice: random.Random, count: int) -> list[Source]:
    people = dice.sample(PEOPLE, count)
    return [
        Source(
            number,
            people[number - 1],
            dice.randint(1990, 2025),
            _capital(dice.choice(THINGS)),
            dice.choice(OUTLETS),
            f"https://{dice.choice(OUTLETS).split()[0].lower()}.example/{dice.randint(100, 999)}-{number}",
        )
        for number in range(1, count + 1)
    ]


def _body(
    dice: random.Random, sources: list[Source], mark: Callable[[list[Source]], str]
) -> tuple[list[str], tuple[tuple[str, tuple[str, ...]], ...]]:
    """Paragraphs in which each source is cited once, some two at a time, and what is cited for which words."""
    left = list(sources)
    paragraphs, wanted = [], []
    things = dice.sample(THINGS, len(sources))
    while left:
        cited = [left.pop(0)]
        if left and dice.random() < 0.2:
            cited.append(left.pop(0))
        who, what = dice.choice(PEOPLE), things.pop()
        sentence = dice.choice(SENTENCES)
        paragraphs.append(f"{sentence(who, what, mark(cited))} Nobody else spoke there.")
        wanted.append((what, tuple(source.url for source in cited)))
    return paragraphs, tuple(wanted)


Kind = Callable[[random.Random], Made]
KINDS: dict[str, Kind] = {}
LATER: set[str] = set()


def _kind(name: str, *, later: bool = False) -> Callable[[Kind], Kind]:
    def kept(make: Kind) -> Kind:
        KINDS[name] = make
        if later:
            LATER.add(name)
        return make

    return kept


def _marked(
    name: str,
    format_: str,
    dice: random.Random,
    mark: Callable[[list[Source]], str],
    listed: Callable[[list[Source]], str],
    wrap: Callable[[str], str] = lambda text: text,
) -> Made:
    sources = _sources(dice, 6)
    paragraphs, wanted = _body(dice, sources, mark)
    html = format_ == "html"
    shown = [f"<p>{paragraph}</p>" for paragraph in paragraphs] if html else paragraphs
    text = "\n\n".join([*shown, listed(sources)])
    return Made(name, wrap(text), format_, wanted)


def _each(sources: list[Source], line: Callable[[Source], str], between: str = "\n") -> str:
    return between.join(map(line, sources))


def _page(text: str) -> str:
    return (
        '<!DOCTYPE html><html lang="en"><head><title>Ferry | Echo</title></head><body><article>'
        f"<h1>What the harbour says</h1>{text}</article></body></html>"
    )


@_kind("brackets")
def _brackets(dice: random.Random) -> Made:
    return _marked(
        "brackets",
        "text",
        dice,
        lambda cited: f" [{', '.join(str(source.number) for source in cited)}]",
        lambda sources: (
            "Sources\n\n"
            + _each(sources, lambda source: f"[{source.number}] {source.outlet}, {source.url}")
        ),
    )


@_kind("brackets-markdown")
def _brackets_markdown(dice: random.Random) -> Made:
    return _marked(
        "brackets-markdown",
        "markdown",
        dice,
        lambda cited: "".join(f"[{source.number}]" for source in cited),
        lambda sources: (
            "## References\n\n"
            + _each(
                sources,
                lambda source: f"{source.number}. [{source.title}]({source.url}), {source.outlet}",
            )
        ),
    )


@_kind("footnotes-markdown")
def _footnotes_markdown(dice: random.Random) -> Made:
    return _marked(
        "footnotes-markdown",
        "markdown",
        dice,
        lambda cited: "".join(f"[^{source.number}]" for source in cited),
        lambda sources: _each(
            sources, lambda source: f"[^{source.number}]: {source.outlet}, <{source.url}>", "\n\n"
        ),
    )


@_kind("footnotes-html")
def _footnotes_html(dice: random.Random) -> Made:
    return _marked(
        "footnotes-html",
        "html",
        dice,
        lambda cited: "".join(
            f'<sup id="r{source.number}"><a href="#fn{source.number}">{source.number}</a></sup>'
            for source in cited
        ),
        lambda sources: (
            "<ol>"
            + _each(
                sources,
                lambda source: (
                    f'<li id="fn{source.number}"><a href="{source.url}">{source.title}</a>, {source.outlet}'
                    f' <a href="#r{source.number}">↩</a></li>'
                ),
            )
            + "</ol>"
        ),
        _page,
    )


@_kind("encyclopaedia")
def _encyclopaedia(dice: random.Random) -> Made:
    return _marked(
        "encyclopaedia",
        "html",
        dice,
        lambda cited: "".join(
            f'<sup id="cite_ref-{source.number}" class="reference"><a href="#cite_note-{source.number}">'
            f'<span class="cite-bracket">[</span>{source.number}<span class="cite-bracket">]</span></a></sup>'
            for source in cited
        ),
        lambda sources: (
            '<h2>References</h2><ol class="references">'
            + _each(
                sources,
                lambda source: (
                    f'<li id="cite_note-{source.number}"><span class="mw-cite-backlink"><b>'
                    f'<a href="#cite_ref-{source.number}">^</a></b></span> <span class="reference-text">{source.author}.'
                    f' <a rel="nofollow" class="external text" href="{source.url}">"{source.title}"</a>.'
                    f" <i>{source.outlet}</i>.</span></li>"
                ),
            )
            + "</ol>"
        ),
        _page,
    )


@_kind("author-year")
def _author_year(dice: random.Random) -> Made:
    return _marked(
        "author-year",
        "markdown",
        dice,
        lambda cited: (
            " (" + "; ".join(f"{source.surname}, {source.year}" for source in cited) + ")"
        ),
        lambda sources: (
            "## References\n\n" + _each(sources, lambda source: source.reference, "\n\n")
        ),
    )


@_kind("in-brackets")
def _in_brackets(dice: random.Random) -> Made:
    return _marked(
        "in-brackets",
        "markdown",
        dice,
        lambda cited: (
            " (" + ", ".join(f"[{source.outlet}]({source.url})" for source in cited) + ")"
        ),
        lambda _: "",
    )


@_kind("identifiers")
def _identifiers(dice: random.Random) -> Made:
    made = _marked(
        "identifiers",
        "text",
        dice,
        lambda cited: "".join(f"[{source.number}]" for source in cited),
        lambda sources: (
            "References\n\n"
            + _each(
                sources,
                lambda source: (
                    f"[{source.number}] {source.author}, {source.title}. doi:{_doi(source)}."
                ),
            )
        ),
    )
    urls = {
        source: f"https://doi.org/10.5555/{source.rpartition('/')[2]}"
        for _, all_ in made.wanted
        for source in all_
    }
    wanted = tuple((words, tuple(urls[url] for url in all_)) for words, all_ in made.wanted)
    return Made(made.kind, made.text, made.format, wanted)


def _doi(source: Source) -> str:
    return f"10.5555/{source.url.rpartition('/')[2]}"


@_kind("ranges", later=True)
def _ranges(dice: random.Random) -> Made:
    sources = _sources(dice, 9)
    things = dice.sample(THINGS, 3)
    who = dice.sample(PEOPLE, 3)
    marks = ("[1–3]", "[4, 6–7]", "[8][9]")
    cited = (sources[:3], [sources[3], *sources[5:7]], sources[7:])
    body = [SENTENCES[n](who[n], things[n], f" {marks[n]}") for n in range(3)]
    listed = "\n".join(f"{source.number}. {source.outlet}: {source.url}" for source in sources)
    wanted = tuple((things[n], tuple(source.url for source in cited[n])) for n in range(3))
    return Made("ranges", "\n\n".join([*body, "Literature", listed]), "text", wanted)


@_kind("superscript", later=True)
def _superscript(dice: random.Random) -> Made:
    raised = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
    return _marked(
        "superscript",
        "text",
        dice,
        lambda cited: ",".join(str(source.number).translate(raised) for source in cited),
        lambda sources: (
            "Quellen:\n"
            + _each(
                sources,
                lambda source: (
                    f"{str(source.number).translate(raised)} {source.outlet}, {source.url}"
                ),
            )
        ),
    )


@_kind("raised-html", later=True)
def _raised_html(dice: random.Random) -> Made:
    return _marked(
        "raised-html",
        "html",
        dice,
        lambda cited: f"<sup>{','.join(str(source.number) for source in cited)}</sup>",
        lambda sources: (
            "<h3>Fuentes</h3><ol>"
            + _each(sources, lambda source: f"<li>{source.outlet}, {source.url}</li>")
            + "</ol>"
        ),
        _page,
    )


@_kind("newsletter-html", later=True)
def _newsletter_html(dice: random.Random) -> Made:
    return _marked(
        "newsletter-html",
        "html",
        dice,
        lambda cited: "".join(
            f'<a data-component-name="FootnoteAnchorToDOM" id="footnote-anchor-{source.number}-77"'
            f' href="https://echo.example/p/ferry#footnote-{source.number}-77" class="footnote-anchor">{source.number}</a>'
            for source in cited
        ),
        lambda sources: _each(
            sources,
            lambda source: (
                f'<div class="footnote"><a id="footnote-{source.number}-77"'
                f' href="#footnote-anchor-{source.number}-77" class="footnote-number">{source.number}</a>'
                f'<div class="footnote-content"><p><a href="{source.url}">{source.title}</a></p><p>Seen in May.</p></div></div>'
            ),
        ),
        _page,
    )


@_kind("blog-html", later=True)
def _blog_html(dice: random.Random) -> Made:
    return _marked(
        "blog-html",
        "html",
        dice,
        lambda cited: "".join(
            f'<sup data-fn="a{source.number}f-1" class="fn"><a href="#a{source.number}f-1" id="a{source.number}f-1-link">'
            f"{source.number}</a></sup>"
            for source in cited
        ),
        lambda sources: (
            '<ol class="wp-block-footnotes">'
            + _each(
                sources,
                lambda source: (
                    f'<li id="a{source.number}f-1">{source.outlet}: {source.url}'
                    f' <a href="#a{source.number}f-1-link" aria-label="Jump">↩︎</a></li>'
                ),
            )
            + "</ol>"
        ),
        _page,
    )


@_kind("link-marks", later=True)
def _link_marks(dice: random.Random) -> Made:
    return _marked(
        "link-marks",
        "markdown",
        dice,
        lambda cited: " " + "".join(f"[[{source.number}]]({source.url})" for source in cited),
        lambda _: "",
    )


@_kind("author-year-two", later=True)
def _author_year_two(dice: random.Random) -> Made:
    """Two authors, further ones, letters, pages."""
    sources = _sources(dice, 5)
    things = dice.sample(THINGS, 5)
    who = dice.sample(PEOPLE, 5)
    name = [source.surname for source in sources]
    year = [source.year for source in sources]
    marks = (
        f" ({name[0]} & {name[1]} {year[0]}, p. 4)",
        f" (see {name[1]} et al., {year[1]}a)",
        f" ({name[2]} {year[2]}: 12)",
        f" ({name[3]} and {name[4]}, {year[3]})",
        f" (cf. {name[4]} {year[4]}b)",
    )
    entries = (
        f"{name[0]}, A. & {name[1]}, B. ({year[0]}). Boats of the north. {sources[0].url}",
        f"{name[1]}, C., {name[2]}, D. and {name[3]}, E. ({year[1]}a): Piers. {sources[1].url}",
        f"{name[1]}, C., {name[2]}, D. and {name[3]}, E. ({year[1]}b): Tides. https://wrong.example/1",
        f"{name[2]}, Ann. {year[2]}. “Winter.” Kelmouth Echo. {sources[2].url}",
        f"{name[3]}, Ann, and Bo {name[4]}. {year[3]}. Cranes and Tolls. {sources[3].url}",
        f"{name[4]}, F. ({year[4]}a). Light. https://wrong.example/2",
        f"{name[4]}, F. ({year[4]}b). Dark. {sources[4].url}",
    )
    body = [SENTENCES[n % 4](who[n], things[n], marks[n]) for n in range(5)]
    listed = "\n".join(f"- {entry}" for entry in entries)
    wanted = tuple((things[n], (sources[n].url,)) for n in range(5))
    return Made(
        "author-year-two", "\n\n".join([*body, "### Works cited", listed]), "markdown", wanted
    )


@_kind("author-year-told", later=True)
def _author_year_told(dice: random.Random) -> Made:
    """The authors are who says it: 'Lee (2024) found that …'."""
    sources = _sources(dice, 5)
    things = dice.sample(THINGS, 5)
    body = []
    for number, (source, what) in enumerate(zip(sources, things, strict=True)):
        forms = (
            f"{source.surname} ({source.year}) said that {what}.",
            f"According to {source.surname} ({source.year}), {what}.",
            f"{source.author} ({source.year}, p. 9) said: “{_capital(what)}.”",
        )
        body.append(forms[number % 3])
    listed = "\n".join(source.reference for source in sources)
    wanted = tuple((what, (source.url,)) for source, what in zip(sources, things, strict=True))
    return Made("author-year-told", "\n\n".join([*body, "Bibliografía", listed]), "text", wanted)


def made(each: int) -> Iterator[Made]:
    """So many articles of every kind."""
    for number, make in enumerate(KINDS.values()):
        for turn in range(each):
            yield make(random.Random(1_000 * number + turn))
