"""What is cited, and what came back when it was asked for."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from audit.model.article import Outlet
from audit.model.choices import ArchiveUse

if TYPE_CHECKING:
    from audit.model.discovery import Discovery


class Standing(StrEnum):
    """How an attribution is tied to a source."""

    LINKED = "linked"  # by a link in the article
    SUPPLIED = "supplied"  # by the sources file
    UNLINKED = "unlinked"  # an outlet or person is named, no URL
    DISCOVERED = "discovered"  # the URL was found by search
    UNATTRIBUTED = "unattributed"  # quoted words with nobody named


class Outcome(StrEnum):
    """How asking for a URL ended; one word per cause."""

    CAPTURED = "captured"
    FROM_ARCHIVE = "from-archive"
    NOT_ARCHIVED = "not-archived"
    NOT_FOUND = "not-found"
    GONE = "gone"
    BLOCKED = "blocked"
    RATE_LIMITED = "rate-limited"
    SERVER_ERROR = "server-error"
    CLIENT_ERROR = "client-error"
    REDIRECT_LOOP = "redirect-loop"
    TOO_MANY_REDIRECTS = "too-many-redirects"
    BAD_REDIRECT = "bad-redirect"
    UNSUPPORTED_SCHEME = "unsupported-scheme"
    REFUSED = "refused"
    TLS_ERROR = "tls-error"
    NETWORK_ERROR = "network-error"
    BAD_RESPONSE = "bad-response"
    TIMED_OUT = "timed-out"
    TOO_LARGE = "too-large"
    TRUNCATED = "truncated"
    EMPTY = "empty"
    NOT_TEXT = "not-text"
    SOFT_404 = "soft-404"
    PAYWALLED = "paywalled"
    LOGIN_REQUIRED = "login-required"
    CONSENT_REQUIRED = "consent-required"
    NEEDS_JAVASCRIPT = "needs-javascript"
    ROBOTS_DISALLOWED = "robots-disallowed"
    IS_ARTICLE = "is-article"  # what came is the audited article itself
    INTERNAL_ERROR = "internal-error"  # what came, or not, we failed to ask for or to read


READ_WHOLE = frozenset({Outcome.CAPTURED, Outcome.FROM_ARCHIVE})
"""How asking for a page ends that was read whole."""


class NetworkFault(StrEnum):
    """What kept a connection from coming about, or broke it before an answer."""

    DNS = "dns"  # no name server knows the host
    UNREACHABLE = "unreachable"
    REFUSED_CONNECTION = "refused-connection"
    RESET = "reset"
    CLOSED = "closed"
    PROXY = "proxy"  # the environment names none that can be used


@dataclass(frozen=True, slots=True)
class Services:
    """The base addresses of the services that are asked beside the cited sites.

    ``mastodon`` is empty: each instance is asked for its own posts.
    """

    x_oembed: str = "https://publish.twitter.com/oembed"
    x_syndication: str = "https://cdn.syndication.twimg.com/tweet-result"
    bluesky: str = "https://public.api.bsky.app"
    mastodon: str = ""
    wayback: str = "https://web.archive.org"

    def is_one(self, url: str) -> bool:
        """Whether an address is of one of the services, whose interfaces are for programs."""
        bases = (self.x_oembed, self.x_syndication, self.bluesky, self.mastodon, self.wayback)
        return any(base and url.startswith(base) for base in bases)


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """Bounds of one fetch, all hops and retries together, and manners."""

    deadline: float = 30.0
    """Seconds, for all of it."""
    connect_timeout: float = 10.0
    """Seconds."""
    read_timeout: float = 15.0
    """Seconds."""
    max_bytes: int = 20_000_000
    """Of the body after decoding, and as received."""
    max_redirects: int = 20
    retries: int = 3
    allow_private: tuple[tuple[str, int], ...] = ()
    """The (host, port) pairs that may be reached although they are not public."""
    ca_bundle: str | None = None
    """A PEM file to trust beside the usual authorities."""
    max_age: float | None = None
    """The age in seconds up to which an archived capture answers in place of the web.

    None: each does that is in an archive given for reading, and none that an earlier run has left
    in the archive written to.
    """
    fresh: bool = False
    """No capture answers in place of the web, and every page is asked for whole."""
    trust_captures: bool = False
    """All captures in the archive written to are believed, whoever made them."""
    delay: float = 1.0
    """Seconds between two pages of one host."""
    max_time: float | None = None
    """Seconds, for the whole run."""
    ask_robots: bool = False
    """Each capture says what the site's robots.txt asks."""
    obey_robots: bool = False
    """Pages that it closes to programs are left alone."""
    user_agent: str | None = None
    """Said before our own name."""
    use_proxy: bool = False
    """Through the proxies of the environment: they hide which address is connected to."""
    use_system_certificates: bool = False
    """The authorities of the operating system are trusted."""
    archive: ArchiveUse | None = None
    """Whether copies of lost pages are looked for; None: they are not."""
    services: Services = field(default_factory=Services)
    """Where they are looked for."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One answer on the way to the final one: its URL, its status, the id of its WARC record."""

    url: str
    status: int
    record_id: str | None = None


class Provenance(StrEnum):
    """Why the bytes of a capture are believed to be what the web answered."""

    OWN_RUN = "own-run"  # a run of this user fetched them: this one, or one that the journal of captures knows
    GIVEN = "given"  # they stand in an archive that the command line says to believe


class Robots(StrEnum):
    """What a site's robots.txt asks of programs that come for a page (RFC 9309)."""

    ALLOWED = "allowed"
    DISALLOWED = "disallowed"


@dataclass(frozen=True, slots=True)
class Capture:
    """One URL asked for, and how that ended."""

    url: str
    """What was asked."""
    outcome: Outcome
    final_url: str
    """What the last exchange asked."""
    hops: tuple[Hop, ...] = ()
    """The redirect answers before it, in order."""
    status: int | None = None
    content_type: str | None = None
    """The header as received."""
    body: bytes = field(default=b"", repr=False)
    """After transfer and content decoding."""
    sha256: str | None = None
    """Of the body."""
    record_id: str | None = None
    """The WARC record of the last exchange: ``urn:uuid:…``."""
    fetched_at: str | None = None
    """Its WARC-Date."""
    reason: str = ""
    """What lies behind an outcome other than ``captured``, in a few words."""
    file: str | None = None
    """Of a page that an editor saved and supplied; it has no record."""
    archived_at: str | None = None
    """Where ``final_url`` is a copy in a web archive, its moment: ISO 8601, UTC."""
    saved_as: str | None = None
    """The address of a copy that was made on request."""
    canonical: str | None = None
    """The address that the page gives for itself where it is another: recorded, not followed."""
    robots: Robots | None = None
    """None where robots.txt was not asked or could not be read."""
    fault: NetworkFault | None = None
    """Set where the outcome is ``network-error``; in no report that is read back."""
    provenance: Provenance | None = None
    """Why its bytes and those of its hops are believed, None where nothing came."""
    received_at: str | None = None
    """The WARC-Date on which the body came.

    Before ``fetched_at`` where the site answered that it had not changed.
    """


class Fetch(Protocol):
    """Asks for a URL over the network or from an archive; never raises for what the web does."""

    def __call__(self, url: str, /) -> Capture:
        """The capture of ``url``; the same object each time it is asked in one run."""
        ...


@dataclass(frozen=True, slots=True)
class Supplied:
    """One ``[[source]]`` of the sources file: which attributions it serves, and where it is.

    ``outlet``, ``speaker`` and ``line`` select attributions; what is None selects nothing by
    itself. ``file`` is a saved page that stands for the URL, or a file of the user's own: then the
    URL names that (``address_of_file``). ``heard`` says that a machine wrote the transcript there.
    """

    url: str
    outlet: str | None = None
    speaker: str | None = None
    line: int | None = None
    file: str | None = None
    heard: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A cited URL and what it serves."""

    id: str
    url: str
    """The address as the article or the sources file gives it."""
    words_at: str
    """The address whose answer holds the words.

    The same, or that of a public embed service when ``url`` is a post.
    """
    standing: Standing
    outlet: Outlet | None = None
    file: str | None = None
    trail: Capture | None = None
    """The capture that resolved ``url`` where ``words_at`` differs from it."""
    spellings: tuple[str, ...] = ()
    """Other addresses of the same page.

    As the article spells them too, or less what counts its readers: asked where an archive is to
    have the page and lacks ``words_at``. A report that was read back has none.
    """
    discovery: "Discovery | None" = None
    """How a source was found that nobody gave."""
    heard: bool = False
    """A machine wrote the transcript that it serves."""
    rival_files: tuple[str, ...] = ()
    """The files that several tables give for ``url``, of which none is read.

    A report that was read back has none.
    """


@dataclass(frozen=True, slots=True)
class Pairing:
    """How one attribution is tied to sources: the ids of those its words should be in.

    ``candidates`` are those of the links of its sentence, then of its paragraph, where nothing is
    tied to it, or of what the same speaker says in the one above: its words may be there.
    ``own_reporting`` says that, as the article has it, they were said to its own author or paper,
    so that no page needs to have them. ``quoted_beside`` are the ids of the quotations of its
    paragraph, for a statement where nothing is tied to any of them: the page that proves to have
    those may have it.
    """

    attribution_id: str
    standing: Standing
    source_ids: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    own_reporting: bool = False
    quoted_beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """All sources of an article, and the pairing of each attribution with them."""

    sources: tuple[Source, ...]
    pairings: tuple[Pairing, ...]
