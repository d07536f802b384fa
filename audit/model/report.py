"""What the audit hands to its formats."""

from dataclasses import dataclass, field

from audit.model.article import Article, Attribution, Outlet
from audit.model.capture import Capture, Pairing, Source
from audit.model.check import AttributionCheck, Page, QuoteCheck
from audit.model.choices import Confidence, Severity, Style
from audit.model.house import HouseLine


@dataclass(frozen=True, slots=True)
class Waiver:
    """Why a finding is let stand: a reason, who answers for it, until when, written where.

    ``until`` is the last day (ISO 8601) on which it counts, None for no end. ``where`` is a line of
    the article's file or the name of a settings file.
    """

    reason: str
    where: str
    who: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class NamedWaiver:
    """A waiver of the settings, for the finding of a rule that has this fingerprint.

    ``article`` is the path that it was written for, from the root of the project; None where
    nobody has said.
    """

    rule: str
    fingerprint: str
    waiver: Waiver
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's judgement on the facts of one attribution, of one source, or of the article.

    ``words`` is the quotation it speaks of, where an attribution has several. ``fingerprint`` names
    the finding from one run to the next. ``waiver`` is set where the severity is waived; ``before``
    is the severity without waiver and baseline, None where neither changed it. ``confidence`` is
    the rule's, or what this finding rests on, where that is surer or less sure.
    """

    rule: str
    severity: Severity
    message: str
    attribution_id: str | None = None
    source_id: str | None = None
    words: str | None = None
    fingerprint: str = ""
    waiver: Waiver | None = None
    before: Severity | None = None
    confidence: Confidence = Confidence.MEDIUM


@dataclass(frozen=True, slots=True)
class Background:
    """What is known of a source beside its words.

    ``publisher`` is the outlet known to publish on its host. ``published`` and ``modified`` are the
    days (ISO 8601) that the page gives for itself. ``earlier`` is the capture before, where its
    words are others, ``earlier_page`` its text; a report that was read back has none.
    """

    publisher: Outlet | None = None
    published: str | None = None
    modified: str | None = None
    earlier: Capture | None = None
    earlier_page: Page | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source, what came back for it, and its text (None when there was none to read)."""

    source: Source
    capture: Capture
    page: Page | None = None
    background: Background = Background()

    @property
    def read_at(self) -> str:
        """The address at which a reader finds it: a post's, not its service's for programs."""
        is_served = self.source.words_at != self.source.url
        return self.source.url if is_served else self.capture.final_url or self.source.url


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive file of captures: its path as the user gave it or as it was written.

    ``sha256`` is of its first ``size`` bytes: all that it had. A later run may have added to it.
    ``cut`` is the offset behind its last whole record where it breaks off in the next; else None.
    """

    path: str
    sha256: str
    size: int
    cut: int | None = None


@dataclass(frozen=True, slots=True)
class ProjectSetting:
    """A setting that a project's file makes another than it would be without that file.

    ``key`` is the file's, with a dot before the rule of a severity; ``value`` and ``instead_of``
    are as TOML has them, for people. ``where`` is the name of the file.
    """

    key: str
    value: str
    instead_of: str
    where: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that rules may look at: collected before any judgement.

    ``remarks`` are sentences on the comments in the article that would waive findings and cannot,
    ``house`` the lines on quotations that hold: those of a guide, and one's own. ``untold`` are the
    statements of nobody that were compared with nothing: no page that was read plainly tells them.
    """

    article: Article
    checks: tuple[AttributionCheck, ...]
    sources: tuple[SourceRecord, ...]
    remarks: tuple[str, ...] = ()
    house: tuple[HouseLine, ...] = ()
    untold: tuple[Attribution, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One audited article.

    ``when`` is the newest WARC-Date among the captures used (ISO 8601, UTC), None when nothing was
    fetched: never the clock, so that a report computed again is the same. ``repeat`` is the
    command line, as arguments, that computes it again offline. ``own`` is the capture of the
    article itself where it was fetched; ``pairings`` tie the attributions to sources, in their
    order. ``settings`` are those that a project's file, which may be anybody's, has made other than
    they would be. ``house`` are lines of one's own on quotations. ``today`` is the day (ISO 8601)
    that the command line gave as the audit's, None for that of the newest capture.
    """

    tool_version: str
    facts: Facts
    findings: tuple[Finding, ...]
    when: str | None
    archives: tuple[Archive, ...] = ()
    repeat: tuple[str, ...] = ()
    style: Style = Style.STRICT
    house: tuple[HouseLine, ...] = ()
    own: Capture | None = None
    pairings: tuple[Pairing, ...] = ()
    settings: tuple[ProjectSetting, ...] = ()
    today: str | None = None


@dataclass(frozen=True, slots=True)
class QuoteAnswer:
    """One quotation tried against one source: what came back for it, its text, and the check."""

    capture: Capture
    page: Page | None
    check: QuoteCheck
