"""What is searched: the words of one attribution, whose they are, when they may be from."""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from importlib.resources import files

from audit.discover.days import Window, weekday_before, window
from audit.discover.words import names_in, rarest, runs_of, stem, words_of
from audit.markup.addresses.url import hostname
from audit.model import (
    Article,
    Attribution,
    AttributionCheck,
    AttributionKind,
    Discover,
    DiscoverySettings,
    NotCompared,
    Outlet,
    Span,
    Verdict,
)

_QUOTED = frozenset({AttributionKind.DIRECT, AttributionKind.MIXED})
_WITHOUT_SOURCE = frozenset({
    *(NotCompared.NO_SOURCE, NotCompared.NOT_IN_CITED, NotCompared.SOURCE_NOT_CAPTURED),
})  # fmt: skip
FEWEST_WORDS = 4
"""Words of a quotation by which a page can be told; fewer stand anywhere."""
_MOST_SENT = 5  # words of a quotation that a search service is asked for
_LEAST_KEPT_BACK = 2  # words of a quotation that are not sent
_MOST_SITES = 2  # of an outlet with several domains: an edition may have one of its own
_MOST_SUBJECT = 12  # names and words that tell what an article is about

# How much a word weighs in ranking, by where it is from.
_LAST_NAME, _NAME, _OFFICE = 3.0, 2.0, 1.0
_QUOTED_WORD, _TITLE, _AROUND, _SUBJECT = 1.0, 1.2, 0.8, 0.8
_LEAD, _BODY, _FOUND = 0.6, 0.3, 0.6
_LONGEST_LEAD = 600  # characters from which an article's first words say what it is about
OF_QUOTATION = _QUOTED_WORD
"""From this weight on, a word is the quotation's, or says as much."""
OF_SPEAKER = _LAST_NAME
"""What the name by which a speaker is called weighs."""
TELLING = _TITLE
"""From this weight on, a word alone says that a page is on the subject."""
_MOST_TITLES, _LONGEST_TITLE = 8, 300
_BESIDE_TITLE = re.compile(r" [|–—·»-] ")  # before the name of the site
_LONGEST_BODY = 20_000  # characters of an article whose words say what it is about
_FARTHEST_AROUND = 2_000  # characters on each side of words in a paragraph
_STEP = 2_000  # characters
_AROUND_NAMES = '.,;:!?()"“”„«»‘’'


NamedIn = Callable[[str], Sequence[Outlet]]
"""Which outlets a text names."""


def no_outlets(_: str) -> Sequence[Outlet]:
    """Finds none: nobody has said how."""
    return ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """The search for the source of one attribution.

    ``sites`` are addresses to begin with at the outlet: of its site, its sitemaps or feeds, in the
    order of trust. ``weights`` are the stems by which lists are ranked, and what each weighs;
    ``shown`` the word behind each stem. ``said_on`` is the day on which, by the article's sentence,
    the words were said. ``runs`` are the runs of four words that the quotation has, as ``spelled``
    gives them. ``language`` is the article's. ``words`` are those of the quotation, the rarest
    first. ``found_on`` are the days of
    sources that were found for other words of the article. ``beside`` is the outlet that their
    paragraph names where nothing says that the words are its: its lists are asked, and a page of it
    is proved as any other is.
    """

    attribution: Attribution
    outlet: Outlet | None
    sites: tuple[str, ...]
    window: Window | None
    published: str | None
    said_on: str | None
    words: tuple[str, ...]
    weights: Mapping[str, float]
    shown: Mapping[str, str]
    runs: frozenset[str]
    language: str | None = None
    found_on: frozenset[str] = frozenset()
    beside: Outlet | None = None
    moved_to: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        """The id of the attribution."""
        return self.attribution.id

    @property
    def quotation(self) -> str:
        """The words as the article has them."""
        return " … ".join(content.text for content in self.attribution.contents)

    @property
    def asked(self) -> tuple[str, ...]:
        """The addresses at which a search of the outlet may begin."""
        feeds = self.outlet.feeds if self.outlet is not None and self.sites else ()
        return *self.sites, *feeds

    def is_own(self, url: str) -> bool:
        """Whether an address is on the site of the named outlet."""
        if self.outlet is None:
            return False
        hosts = self.moved_to | set(map(hostname, self.sites))
        return self.outlet.publishes(url) or hostname(url) in hosts

    def query(self) -> str:
        """The words that a search service is sent: the speaker's name and a few rare ones.

        In an order of their own, and never all words of the quotation.
        """
        name = (self.attribution.speaker_name or "").split()
        outlet = [self.outlet.name] if self.outlet is not None and not self.outlet.domains else []
        most = min(_MOST_SENT, max(len(self.words) - _LEAST_KEPT_BACK, 0))
        said = {word.casefold() for word in name}
        rare = sorted(word for word in self.words[:most] if word not in said)
        return " ".join([*name, *rare, *outlet])


def wanted(
    article: Article,
    checks: Sequence[AttributionCheck],
    settings: DiscoverySettings,
    named_in: NamedIn = no_outlets,
) -> list[Wanted]:
    """What is to be searched for after what the article cites was compared.

    The named outlets first. ``named_in`` gives the outlets that a text names.
    """
    outlets = [said.outlet for check in checks if (said := check.attribution).outlet is not None]
    told = _Told(
        article,
        settings,
        window(article.published, settings.discover_days),
        _subject(article),
        frozenset(stem(word) for outlet in outlets for word in words_of(outlet.name)),
        partial(_named_near, outlets=outlets, named_in=named_in),
    )
    found = [
        _wanted(told, check.attribution)
        for check in checks
        if _is_searched(check, settings.discover)
    ]
    return sorted(found, key=lambda each: each.outlet is None)


def knowing(wanted: Wanted, days: Sequence[str], titles: Sequence[str]) -> Wanted:
    """A search that knows on which days sources of the article were found, and their titles.

    The others are on that subject, too, and may name it as these do.
    """
    weights, shown = dict(wanted.weights), dict(wanted.shown)
    own = set(map(stem, words_of(wanted.outlet.name))) if wanted.outlet is not None else set()
    for title in titles[-_MOST_TITLES:]:
        own_words = max(_BESIDE_TITLE.split(title[:_LONGEST_TITLE]), key=len)
        for key, word in _by_stem(own_words).items():
            if key not in own:
                weights[key] = max(weights.get(key, 0.0), _FOUND)
                shown.setdefault(key, word)
    return replace(wanted, found_on=frozenset(days), weights=weights, shown=shown)


def _is_searched(check: AttributionCheck, discover: Discover | None) -> bool:
    said = check.attribution
    if check.verdict is not Verdict.NOT_COMPARED or check.reason not in _WITHOUT_SOURCE:
        return False
    if (
        discover in {None, Discover.OFF}
        or max(map(_length, said.contents), default=0) < FEWEST_WORDS
    ):
        return False
    if discover is Discover.ALL:
        return said.kind in _QUOTED or said.kind is AttributionKind.UNATTRIBUTED
    return said.kind in _QUOTED and (said.outlet is not None or said.speaker is not None)


def _length(content: Span) -> int:
    return max(len(content.text.split()), len(words_of(content.text)) // 2)


def _subject(article: Article) -> Counter[str]:
    """The names that an article has most often, by stem."""
    counts: Counter[str] = Counter()
    for block in article.blocks:
        counts.update(names_in(article.text[block.start : block.end]))
    return counts


@dataclass(frozen=True, slots=True)
class _Told:
    """What an article tells of all its attributions.

    ``named`` are the stems of the names of its outlets, ``near`` gives the outlets that a part of
    its text names.
    """

    article: Article
    settings: DiscoverySettings
    window: Window | None
    subject: Counter[str]
    named: frozenset[str]
    near: NamedIn


def _named_near(text: str, *, outlets: Sequence[Outlet], named_in: NamedIn) -> Sequence[Outlet]:
    """The outlets that a text names; those first that the article names as somebody's elsewhere.

    Of these, the last word of a name will do: 'gegenüber dem Standard'.
    """
    listed = named_in(text)
    words = {word.strip(_AROUND_NAMES) for word in text.split()}
    again = [each for each in outlets if each in listed]
    again = again or [each for each in outlets if each.name.rpartition(" ")[2] in words]
    return tuple(dict.fromkeys(again)) or listed


def _wanted(told: _Told, said: Attribution) -> Wanted:
    article = told.article
    weights: dict[str, float] = {}
    shown: dict[str, str] = {}

    def weigh(text: str, weight: float) -> None:
        for key, word in _by_stem(text).items():
            weights[key] = max(weights.get(key, 0.0), weight)
            shown.setdefault(key, word)

    name = said.speaker_name or (said.speaker.text if said.speaker is not None else "")
    outlet = said.outlet
    if outlet is not None and name == outlet.name:
        name = ""
    quotation = " ".join(content.text for content in said.contents)
    if _is_name(name):
        weigh(name.rpartition(" ")[2], _LAST_NAME)
        weigh(name, _NAME)
    weigh(name, _OFFICE)
    weigh(quotation, _QUOTED_WORD)
    weigh(article.title or "", _TITLE)
    weigh(_around(article, said), _AROUND)
    weigh(" ".join(name for name, _ in told.subject.most_common(_MOST_SUBJECT)), _SUBJECT)
    weigh(_lead(article), _LEAD)
    weigh(article.text[:_LONGEST_BODY], _BODY)
    beside = _beside(article, said, told.near) if outlet is None else None
    of = outlet or beside
    for word in words_of(of.name) if of is not None else ():  # it is on every page there
        weights.pop(stem(word), None)
    for word in told.named:  # 'politics' is a section, and no subject of who cites Politico
        if weights.get(word, 0.0) <= _AROUND:
            weights.pop(word, None)
    names = {name.casefold() for name in names_in(quotation)}
    return Wanted(
        said,
        outlet,
        _sites(article, of, told.settings),
        told.window,
        article.published,
        _weekday_before(_around(article, said), article.published),
        tuple(rarest(words_of(quotation), names)),
        weights,
        shown,
        runs_of(quotation),
        article.language,
        beside=beside,
    )


def _is_name(name: str) -> bool:
    """Whether a speaker is called by a name: 'an analyst' is in many titles."""
    return name.rpartition(" ")[2][:1].isupper()


def _beside(article: Article, said: Attribution, named_in: NamedIn) -> Outlet | None:
    """The one outlet that the paragraph of words names outside them."""
    text = _around(article, said)
    for content in said.contents:
        text = text.replace(content.text, " ")
    known = [outlet for outlet in named_in(text) if outlet.domains]
    return known[0] if len(known) == 1 else None


@lru_cache(maxsize=32)  # neighbours in a paragraph have the same words around them
def _by_stem(text: str) -> Mapping[str, str]:
    """The words of a text by their stems, of each the first."""
    found: dict[str, str] = {}
    for word in words_of(text):
        found.setdefault(stem(word), word)
    return found


@lru_cache(maxsize=32)
def _weekday_before(text: str, published: str | None) -> str | None:
    return weekday_before(text, published)


def _around(article: Article, said: Attribution) -> str:
    """The paragraph around words, of a very long one what is near them.

    What is near begins and ends at steps, so that neighbours have the same.
    """
    number = article.paragraph(said.contents[0].start)
    if number is None:
        return ""
    block, words = article.blocks[number - 1], said.contents
    first = (words[0].start - _FARTHEST_AROUND) // _STEP * _STEP
    last = -((words[-1].end + _FARTHEST_AROUND) // -_STEP) * _STEP
    return article.text[max(block.start, first) : min(block.end, last)]


def _lead(article: Article) -> str:
    """The first paragraph of an article below its title."""
    title = (article.title or "").split()
    texts = (article.text[block.start : block.end] for block in article.blocks)
    return next((text[:_LONGEST_LEAD] for text in texts if text.split() != title), "")


def _sites(article: Article, outlet: Outlet | None, settings: DiscoverySettings) -> tuple[str, ...]:
    """Where to begin at an outlet: as the settings say, as the article links, by its domain."""
    if outlet is None:
        return ()
    given = settings.sites.get(outlet.name.casefold())
    if given:
        return given
    for link in article.links:
        if outlet.publishes(link.url) and (base := base_of(link.url)):
            return (base,)
    return tuple(map(_first_page, sites_of(outlet)))


def sites_of(outlet: Outlet) -> tuple[str, ...]:
    """The domains at which an outlet may have a site each: 'politico.com' and 'politico.eu'."""
    main = outlet.domains[:1]
    alike = [each for each in outlet.domains[1:] if each.split(".")[0] == main[0].split(".")[0]]
    return (*main, *alike)[:_MOST_SITES]


def _first_page(host: str) -> str:
    """The address of the site of a domain."""
    if host in _bare_domains():
        return f"https://{host}/"
    bare = host.count(".") == 1 or re.fullmatch(r"[^.]+\.(?:co|com|org|net|gov|ac)\.[a-z]{2}", host)
    return f"https://www.{host}/" if bare else f"https://{host}/"


@cache
def _bare_domains() -> frozenset[str]:
    known = tomllib.loads((files(__package__) / "bare_domains.toml").read_text("utf-8"))
    return frozenset(known["domains"])


def base_of(url: str) -> str:
    """The first page of the site of an address; empty where that is none of the web."""
    scheme, _, rest = url.partition("://")
    if scheme.lower() not in {"http", "https"} or not hostname(url):
        return ""
    return f"{scheme.lower()}://{re.split(r'[/?#]', rest, maxsplit=1)[0].rpartition('@')[2]}/"


def is_first_page(url: str) -> bool:
    """Whether an address is that of a site: some have all their pages call it their own."""
    return url.rstrip("/") == base_of(url).rstrip("/")


def what_is_sent(each: Wanted, settings: DiscoverySettings) -> str:
    """The words that leave this machine for one attribution; empty where none do."""
    service = settings.search
    if service is None:
        return ""
    return f"“{each.quotation}”" if service.phrase else each.query()
