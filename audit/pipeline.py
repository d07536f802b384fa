"""READ FIRST: the audit of one article, top to bottom.

    bytes ─read→ Article ─extract→ Attributions ─resolve→ Sources ─capture→ Captures
          ─match→ checks ─discover→ more Sources ─match→ checks
          ─rules→ findings ─waive→ findings ─report→ files

Each stage knows only the nouns of ``audit.model``. Where one needs another's work, it is handed in
here as a function.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from audit._version import __version__
from audit.background import with_background, without_earlier_page
from audit.config import Settings, still_of_project
from audit.corpus import corpus_providers
from audit.discovering import discover, with_searches
from audit.errors import CiteauditError, InternalError, ReadError
from audit.extract import extract
from audit.match import compare
from audit.match.altered.houses import house_lines
from audit.model import (
    ArchiveUse,
    Article,
    Attribution,
    AttributionCheck,
    Capture,
    Facts,
    Fetch,
    Finding,
    HouseStyle,
    Outcome,
    Report,
    Resolution,
    Source,
    SourceRecord,
    Supplied,
)
from audit.pages import keep_part, read_page, read_source, voices_of
from audit.pages.itself import unless_itself
from audit.read import is_url, read_article
from audit.resolve import resolve
from audit.rules import RULES, in_order, judge
from audit.rules.own_reporting import is_own_reporting
from audit.waive import Policy, read_comments, settle
from audit.workers import WHOLE

THE_ARTICLE = WHOLE
"""The step that is work on no source in particular."""


@dataclass(frozen=True, slots=True)
class Job:
    """One article to audit.

    ``input`` is a path, an http(s) URL, or the bytes that were piped in. ``folder`` is where its
    report goes; archives are named relative to it. ``record_to`` is the archive that a live run
    adds to. ``repeat`` is the command line that computes the report again offline. ``archive_keys``
    are the access key and the secret of a web archive, a colon between them; ``search_key`` is that
    of the search service in the settings. ``policy`` says what counts of the findings, None that
    the settings alone do. ``name`` and ``url`` are what bytes are called and the address that they
    came from, where they are not of standard input. ``corpus`` is searched for sources that nobody
    linked. ``by_journal`` says that captures are told to be this user's own by the journal: of a
    cluster, each machine has another.
    """

    input: str | bytes
    settings: Settings
    format: str | None = None
    supplied: tuple[Supplied, ...] = ()
    archives: tuple[Path, ...] = ()
    offline: bool = False
    record_to: Path | None = None
    folder: Path = Path()
    repeat: tuple[str, ...] = ()
    archive_keys: str | None = field(default=None, repr=False)
    search_key: str | None = field(default=None, repr=False)
    policy: Policy | None = None
    name: str | None = None
    url: str | None = None
    by_journal: bool = True
    corpus: Path | None = None


class Outside(Protocol):
    """What an audit asks for: the web, archives and a log, whichever process has them."""

    def begin(self, step: str, /) -> None:
        """A step begins: work on the source with this id, or on the article (``THE_ARTICLE``)."""
        ...

    def fetch(self, url: str, /) -> Capture:
        """See ``audit.model.Fetch``."""
        ...

    def ask(self, sources: Sequence[Source], published: str | None, /) -> Sequence[Capture]:
        """Every source asked for, or a copy of about the day the article was published."""
        ...

    def save(self, capture: Capture, /) -> Capture:
        """The capture with the copy that a web archive was asked to make, if the job says so."""
        ...

    def before(self, capture: Capture, /) -> Capture | None:
        """The capture before one, in the archives."""
        ...

    def seek(self, url: str, stamp: str | None, /) -> Capture:
        """What a search for sources asks for; see ``audit.discover.Seek``."""
        ...

    def archived(self, domains: Sequence[str], before: str | None, /) -> Sequence[str]:
        """The addresses on the domains that the archives have captures of, before a WARC-Date."""
        ...

    def log(self, error: Exception, /) -> str:
        """What failed, and where the log of it is."""
        ...


def audited(job: Job, outside: Outside, given_up: Mapping[str, str]) -> Report:
    """Audits one article; ``given_up`` are the sources not to be read any more, and why.

    What fails on one source leaves that one out. The report lacks the archives, which are still
    open.

    Raises:
        ReadError: The article cannot be read or has no text.
        CaptureError: An archive cannot be read or written.
        UsageError: A supplied page cannot be read.
    """
    article, own, attributions, resolution, asked = asked_for(job, outside)
    records = {
        source.id: _record(article, source, capture, outside, given_up)
        for source, capture in zip(resolution.sources, asked, strict=True)
    }
    checks = _compared(attributions, resolution, records, outside, job.settings.house_style)
    with corpus_providers(job.corpus) as more:
        found = discover(
            article,
            checks,
            resolution,
            job.settings.discovery,
            outside,
            style=job.settings.house_style,
            wayback=_wayback(job),
            given_up=given_up,
            more=more,
        )
    if found.sources:
        resolution = found.resolution
        for source, capture in found.sources:
            records[source.id] = _record(article, source, capture, outside, given_up)
        checks = _compared(attributions, resolution, records, outside, job.settings.house_style)
    checks = with_searches(checks, found.searches)
    outside.begin(THE_ARTICLE)
    sources = tuple(without_earlier_page(record) for record in records.values())
    when = _when(own, sources)
    facts, findings = _judged(_facts(article, attributions, checks, sources, job), job, when)
    return Report(
        tool_version=__version__,
        facts=facts,
        findings=findings,
        when=when,
        repeat=job.repeat,
        style=job.settings.style,
        house=job.settings.house,
        own=own,
        pairings=resolution.pairings,
        settings=still_of_project(job.settings),
        today=job.policy.today if job.policy is not None else None,
    )


def _facts(
    article: Article,
    attributions: Sequence[Attribution],
    checks: tuple[AttributionCheck, ...],
    sources: tuple[SourceRecord, ...],
    job: Job,
) -> Facts:
    compared = {check.attribution.id for check in checks}
    return Facts(
        article,
        checks,
        sources,
        house=house_lines(job.settings.house_style),
        untold=tuple(said for said in attributions if said.id not in compared),
    )


def asked_for(
    job: Job, outside: Outside
) -> tuple[Article, Capture | None, Sequence[Attribution], Resolution, Sequence[Capture]]:
    """The first half of an audit: everything that it asks for, and who says what.

    Raises:
        ReadError: The article cannot be read or has no text.
        CaptureError: An archive cannot be read or written.
        UsageError: A supplied page cannot be read.
    """
    outside.begin(THE_ARTICLE)
    article, own = _read(job, outside.fetch)
    attributions = extract(article)
    resolution = resolve(
        article,
        attributions,
        job.supplied,
        outside.fetch,
        job.settings.fetch.services,
        is_own_reporting=is_own_reporting,
    )
    asked = outside.ask(resolution.sources, article.published)
    return article, own, attributions, resolution, asked


def _record(
    article: Article,
    source: Source,
    capture: Capture,
    outside: Outside,
    given_up: Mapping[str, str],
) -> SourceRecord:
    """A source read, and what is known of it beside its words."""
    if source.id in given_up:
        return SourceRecord(source, _failed(capture, given_up[source.id]))
    try:
        outside.begin(source.id)
        read, page = read_source(source, unless_itself(article, source, capture))
        if page is None and source.rival_files:
            read = _of_rivals(read, source.rival_files)
        record = SourceRecord(source, outside.save(read), page)
        (record,) = with_background((record,), outside.before, read_page)
    except CiteauditError:
        raise
    except Exception as error:  # noqa: BLE001 — one source is fenced off from the others
        return SourceRecord(source, _failed(capture, outside.log(error)))
    return record


def _of_rivals(capture: Capture, files: Sequence[str]) -> Capture:
    """What came of an address for which several files are given, so that none could be read."""
    several = " and ".join(files)
    why = f"the sources file gives {several} for it, and none is read: keep one"
    return replace(capture, reason="; ".join(filter(None, (capture.reason, why))))


def _compared(
    attributions: Sequence[Attribution],
    resolution: Resolution,
    records: dict[str, SourceRecord],
    outside: Outside,
    style: HouseStyle,
) -> tuple[AttributionCheck, ...]:
    """What came of every attribution.

    A source that comparing fails on loses its page, and the rest is compared.
    """
    while True:
        at = THE_ARTICLE

        def begin(source_id: str) -> None:
            nonlocal at
            at = source_id
            outside.begin(source_id)

        try:
            return compare(
                attributions, resolution, records, voices_of, style, begin=begin, keep=keep_part
            )
        except Exception as error:
            if at == THE_ARTICLE:
                raise
            record = records[at]
            records[at] = SourceRecord(record.source, _failed(record.capture, outside.log(error)))


def _wayback(job: Job) -> str | None:
    """The address of the Wayback Machine, where a search may ask it."""
    fetch = job.settings.fetch
    return fetch.services.wayback if fetch.archive not in {None, ArchiveUse.NONE} else None


def _failed(capture: Capture, why: str) -> Capture:
    return replace(capture, outcome=Outcome.INTERNAL_ERROR, reason=why)


def _judged(facts: Facts, job: Job, when: str | None) -> tuple[Facts, tuple[Finding, ...]]:
    """The facts with what is to be said of the article's comments, and the findings that count."""
    settings = job.settings
    policy = job.policy or Policy(severities=settings.severity, waivers=settings.waive)
    defaults = {rule.id: rule.severity for rule in RULES}
    covering, remarks = read_comments(facts.article, defaults) if policy.inline else ((), ())
    facts = replace(facts, remarks=remarks)
    policy = replace(policy, today=policy.today or (when and when[: len("YYYY-MM-DD")]))
    return facts, in_order(settle(judge(facts), facts, covering, policy, defaults), facts)


def _read(job: Job, fetch: Fetch) -> tuple[Article, Capture | None]:
    """The article, and its own capture when it was fetched."""
    if isinstance(job.input, bytes) or not is_url(job.input):
        return read_article(job.input, job.format, url=job.url, name=job.name), None
    capture = fetch(job.input)
    if capture.outcome is Outcome.INTERNAL_ERROR:
        raise InternalError.of(capture.url, capture.reason)
    if capture.outcome is not Outcome.CAPTURED:
        why = f" ({capture.reason})" if capture.reason else ""
        raise ReadError(
            f"{capture.url}: {capture.outcome.value}{why}: save the page and name the file"
        )
    article = read_article(
        capture.body, job.format, url=capture.final_url, content_type=capture.content_type
    )
    return article, capture


def _when(own: Capture | None, records: Sequence[SourceRecord]) -> str | None:
    """The newest WARC-Date of all captures that were used; never the clock."""
    used = [own, *(record.capture for record in records)]
    used.extend(record.source.trail for record in records)
    dates = [
        capture.fetched_at
        for capture in used
        if capture is not None and capture.fetched_at is not None
    ]
    return max(dates, default=None)
