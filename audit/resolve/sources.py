"""The stage: every attribution paired with the sources that should hold its words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from audit.markup.addresses.canonical import canonical, untracked
from audit.markup.addresses.wrapped import unwrapped
from audit.model import (
    Article,
    Attribution,
    AttributionKind,
    Fetch,
    Outcome,
    Outlet,
    Pairing,
    Resolution,
    Services,
    Source,
    Standing,
    Supplied,
)
from audit.resolve.candidates import beside_nobody, beside_words, is_on_name
from audit.resolve.going_on import with_going_on
from audit.resolve.posts import embed_addresses, is_short_link, post_id, shows_words
from audit.resolve.quoted_beside import with_quoted_beside
from audit.resolve.supplied import same_name, serves

_MOST_SPELLINGS = 4


def resolve(
    article: Article,
    attributions: Sequence[Attribution],
    supplied: Sequence[Supplied],
    fetch: Fetch,
    services: Services | None = None,
    *,
    is_own_reporting: Callable[[Attribution, Article], bool] = lambda _, __: False,
) -> Resolution:
    """The sources of an article, in the order in which it needs them, and who is paired with which.

    An attribution is paired by the sources file, else by the links that it cites. Where nothing is,
    the links of its sentence and its paragraph are candidates. ``fetch`` is asked only for posts:
    where a short link hides one, and which of the ``services`` has its words. ``is_own_reporting``
    tells which words were said to the article's own author or paper.
    """
    given = _files(supplied)
    heard = frozenset(canonical(unwrapped(entry.url)) for entry in supplied if entry.heard)
    register = _Register(fetch, services or Services(), given, heard)
    pairings = [_pair(article, attribution, supplied, register) for attribution in attributions]
    for entry in supplied:
        register.supplied(entry, None)
    pairings = [
        replace(pairing, own_reporting=is_own_reporting(attribution, article))
        if pairing.standing is Standing.UNLINKED and attribution.contents
        else pairing
        for attribution, pairing in zip(attributions, pairings, strict=True)
    ]
    pairings = _with_neighbours(article, attributions, pairings)
    pairings = with_going_on(article, attributions, pairings)
    pairings = with_quoted_beside(article, attributions, pairings)
    return Resolution(register.sources(attributions), tuple(pairings))


def _with_neighbours(
    article: Article, attributions: Sequence[Attribution], pairings: Sequence[Pairing]
) -> list[Pairing]:
    """Where a paragraph has no link, the one source of the words in it is beside its figures.

    '“…,” she told the Post. She got eleven weeks' pay after five years', and the Post was linked
    above.
    """
    found: dict[int | None, set[str]] = {}
    paragraphs = [
        article.paragraph(said.contents[0].start) if said.contents else None
        for said in attributions
    ]
    for paragraph, pairing in zip(paragraphs, pairings, strict=True):
        found.setdefault(paragraph, set()).update(pairing.source_ids)
    return [
        replace(pairing, candidates=tuple(found[paragraph]))
        if _is_of_nobody(said)
        and not (pairing.source_ids or pairing.candidates)
        and paragraph is not None
        and len(found[paragraph]) == 1
        else pairing
        for said, paragraph, pairing in zip(attributions, paragraphs, pairings, strict=True)
    ]


def _is_of_nobody(said: Attribution) -> bool:
    return said.kind is AttributionKind.INDIRECT and said.speaker is None and said.cue is None


def _files(supplied: Sequence[Supplied]) -> dict[str, tuple[str, ...]]:
    """The saved pages that are given for each address."""
    given: dict[str, dict[str, None]] = {}
    for page in supplied:
        if page.file is not None:
            given.setdefault(canonical(unwrapped(page.url)), {})[page.file] = None
    return {url: tuple(files) for url, files in given.items()}


class _Register:
    """Hands out one source for each address, however often and however spelled it is cited.

    ``files`` are the saved pages that stand for addresses, whoever cites these, ``heard`` the
    addresses whose transcripts a machine wrote. Of several files for one address none stands for
    it: nobody can tell which was meant, and words would be missing in the other.
    """

    def __init__(
        self,
        fetch: Fetch,
        services: Services,
        files: Mapping[str, tuple[str, ...]],
        heard: frozenset[str],
    ) -> None:
        self._files = files
        self._heard = heard
        self._fetch = fetch
        self._services = services
        self._sources: dict[str, Source] = {}

    def supplied(self, entry: Supplied, outlet: Outlet | None) -> str:
        named = Outlet(entry.outlet) if entry.outlet is not None else None
        return self._add(entry.url, Standing.SUPPLIED, outlet or named)

    def linked(self, url: str, outlet: Outlet | None) -> str:
        """The source behind a link.

        It is the outlet's when it may be: not a blog named for the BBC.
        """
        elsewhere = outlet is not None and outlet.domains and not outlet.publishes(url)
        return self._add(url, Standing.LINKED, None if elsewhere else outlet)

    def post(self, attribution: Attribution) -> str | None:
        """The source of a post's words, None where no address of the post can be told.

        A short link at the end of a post mostly leads to the post itself, but it may lead to what
        the post links to: then the permalink of the embed is the post's address.
        """
        permalink = attribution.post.permalink if attribution.post is not None else None
        url = attribution.url
        if url is None or not is_short_link(url):
            address = permalink or url
        elif post_id(final := self._fetch(url).final_url) is not None:
            address = url
        else:
            followed = not is_short_link(final)
            address = permalink if permalink is not None or followed else url
        return self._add(address, Standing.LINKED, None) if address is not None else None

    def _add(self, url: str, standing: Standing, outlet: Outlet | None) -> str:
        url = unwrapped(url)
        key = canonical(url)
        known = self._sources.get(key)
        if known is not None:
            if known.outlet is None and outlet is not None:  # a statement of nobody came first
                self._sources[key] = replace(known, outlet=outlet)
            self._spell(key, url)
            return known.id
        files = self._files.get(key, ())
        file = files[0] if len(files) == 1 else None
        trail = self._fetch(url) if is_short_link(url) else None
        target = trail.final_url if trail is not None else url
        ways = () if file is not None else embed_addresses(target, self._services)
        words_at = self._first_with_words(ways) if ways else url
        source_id = f"s{len(self._sources) + 1}"
        self._sources[key] = Source(
            source_id,
            url,
            words_at,
            standing,
            outlet,
            file,
            trail if words_at != url else None,
            heard=key in self._heard,
            rival_files=files if file is None else (),
        )
        self._spell(key, url)
        return source_id

    def _spell(self, key: str, url: str) -> None:
        """Remembers how else a page that is asked for by its own address is spelled."""
        source = self._sources[key]
        if source.words_at != source.url or source.file is not None:
            return
        spelled = dict.fromkeys((*source.spellings, url, untracked(url), untracked(source.url)))
        spelled.pop(source.url, None)
        self._sources[key] = replace(source, spellings=tuple(spelled)[:_MOST_SPELLINGS])

    def _first_with_words(self, ways: Sequence[Sequence[str]]) -> str:
        """The address of a service that answers with a post's words, or that answers at all."""
        answered = []
        for spellings in ways:
            for way in spellings:
                capture = self._fetch(way)
                if shows_words(capture):
                    return way
                if capture.outcome is not Outcome.NOT_ARCHIVED:
                    answered.append(way)
                    break
        return answered[0] if answered else ways[0][0]

    def sources(self, attributions: Sequence[Attribution]) -> tuple[Source, ...]:
        """All sources; one without an outlet gets that which the article names for its domain."""
        outlets = [
            attribution.outlet for attribution in attributions if attribution.outlet is not None
        ]
        return tuple(_with_outlet(source, outlets) for source in self._sources.values())


def _with_outlet(source: Source, outlets: Sequence[Outlet]) -> Source:
    if source.outlet is not None and source.outlet.domains:
        return source
    for outlet in outlets:
        named = source.outlet is not None and same_name(source.outlet.name, outlet.name)
        by_domain = outlet.publishes(source.url)
        if named or (source.outlet is None and by_domain):
            return replace(source, outlet=outlet)
    return source


def _pair(
    article: Article, attribution: Attribution, supplied: Sequence[Supplied], register: _Register
) -> Pairing:
    cited = attribution.cited
    if not cited and attribution.url is not None and not is_on_name(article, attribution):
        cited = (attribution.url,)
    if attribution.kind is AttributionKind.UNATTRIBUTED:
        ids = dict.fromkeys(register.linked(url, None) for url in cited)
        own = () if ids else beside_nobody(article, attribution)
        beside = tuple(dict.fromkeys(register.linked(url, None) for url in own))
        return Pairing(attribution.id, Standing.UNATTRIBUTED, tuple(ids), beside)
    by_hand = tuple(
        dict.fromkeys(
            register.supplied(entry, attribution.outlet)
            for entry in supplied
            if serves(entry, attribution, article)
        )
    )
    if by_hand:
        return Pairing(attribution.id, Standing.SUPPLIED, by_hand)
    if attribution.kind is AttributionKind.POST:
        source_id = register.post(attribution)
        linked: tuple[str, ...] = (source_id,) if source_id is not None else ()
    else:
        linked = tuple(dict.fromkeys(register.linked(url, attribution.outlet) for url in cited))
    if linked:
        return Pairing(attribution.id, Standing.LINKED, linked)
    near = tuple(
        dict.fromkeys(register.linked(url, None) for url in beside_words(article, attribution))
    )
    return Pairing(attribution.id, Standing.UNLINKED, (), near)
