"""READ FIRST: the audit of one article, top to bottom.

    bytes ─read→ Article ─extract→ Attributions ─resolve→ Sources ─capture→ Captures
          ─match→ checks ─rules→ findings ─waive→ findings ─report→ files

Each stage knows only the nouns of ``audit.model``. Where one needs another's work, it is handed in here
as a function.
"""

import os
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from audit._version import __version__
from audit.background import with_background
from audit.capture import (
    capture_file,
    describe_archive,
    discard_archive,
    open_client,
    save_headers,
    with_copies,
    with_saved_copy,
    write_bundle,
)
from audit.config import Settings, still_of_project
from audit.errors import CaptureError, ReadError
from audit.extract import extract
from audit.files import make_folder, refuse_link
from audit.match import compare, source_text
from audit.model import (
    READ_WHOLE,
    Archive,
    ArchiveUse,
    Article,
    Attribution,
    Block,
    BlockKind,
    Capture,
    Facts,
    Fetch,
    Finding,
    Format,
    Outcome,
    Page,
    Report,
    Source,
    SourceRecord,
    Supplied,
    Zone,
)
from audit.read import is_url, read_article
from audit.resolve import resolve
from audit.rules import RULES, in_order, judge
from audit.waive import Policy, read_comments, settle

if TYPE_CHECKING:
    from audit.capture.client import Client
    from audit.capture.run import Run

_AT_ONCE = 32  # sources asked for at the same time; most of the time they wait
_IN_PART = frozenset({  # what came of the page may have the words all the same
    *(Outcome.TRUNCATED, Outcome.TOO_LARGE, Outcome.TIMED_OUT, Outcome.PAYWALLED),
    *(Outcome.LOGIN_REQUIRED, Outcome.CONSENT_REQUIRED, Outcome.NEEDS_JAVASCRIPT),
})  # fmt: skip
_LONGEST_PART = 2_000_000  # bytes of a page that is not whole: of a bomb there is no end
_READ_BY_NOBODY = frozenset({Zone.HIDDEN, Zone.STRUCTURED})


@dataclass(frozen=True, slots=True)
class Job:
    """One article to audit.

    ``input`` is a path, an http(s) URL, or the bytes that were piped in. ``folder`` is where its report
    goes; archives are named relative to it. ``record_to`` is the archive that a live run adds to.
    ``repeat`` is the command line that computes the report again offline. ``archive_keys`` are the access
    key and the secret of a web archive, a colon between them. ``policy`` says what counts of the findings,
    None that the settings alone do.
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
    policy: Policy | None = None


def audit_article(job: Job, run: "Run | None" = None) -> Report:
    """Audits one article; ``run`` is what it shares with the audits of others.

    Raises:
        ReadError: The article cannot be read or has no text.
        CaptureError: An archive cannot be read or written.
        UsageError: A supplied page cannot be read.
    """
    with opened(job, run) as fetch:
        article, own = _read(job, fetch)
        attributions = extract(article)
        resolution = resolve(
            article, attributions, job.supplied, fetch, job.settings.fetch.services
        )
        copies = with_copies(fetch, article.published, job.settings.fetch)
        records = capture_sources(resolution.sources, copies)
        records = tuple(
            replace(record, capture=saved(record.capture, job, fetch)) for record in records
        )
        records = with_background(records, fetch.before, read_page)
    checks = compare(
        attributions,
        resolution,
        {record.source.id: record for record in records},
        extract_page,
        job.settings.style,
    )
    when = _when(own, records)
    facts, findings = _judged(Facts(article, checks, records), job, when)
    return Report(
        tool_version=__version__,
        facts=facts,
        findings=findings,
        when=when,
        archives=tuple(_archive(path, job.folder) for path in archives_of(job)),
        repeat=job.repeat,
        style=job.settings.style,
        own=own,
        pairings=resolution.pairings,
        settings=still_of_project(job.settings),
    )


def _judged(facts: Facts, job: Job, when: str | None) -> tuple[Facts, tuple[Finding, ...]]:
    """The facts with what is to be said of the article's comments, and the findings that count."""
    settings = job.settings
    policy = job.policy or Policy(severities=settings.severity, waivers=settings.waive)
    defaults = {rule.id: rule.severity for rule in RULES}
    covering, remarks = read_comments(facts.article, defaults) if policy.inline else ((), ())
    facts = replace(facts, remarks=remarks)
    policy = replace(policy, today=policy.today or (when and when[: len("YYYY-MM-DD")]))
    return facts, in_order(settle(judge(facts), facts, covering, policy, defaults), facts)


def pack(report: Report, job: Job, path: Path) -> None:
    """Packs all that an audit was computed from into one WACZ file.

    Raises:
        UsageError: The file cannot be written.
        CaptureError: An archive cannot be read.
    """
    titles = [(report.own, report.facts.article.title)] if report.own is not None else []
    for record in report.facts.sources:
        titles.append((record.capture, record.page.title if record.page is not None else None))
        if record.source.trail is not None:
            titles.append((record.source.trail, None))
    title = f"Sources of {report.facts.article.title or report.facts.article.path or 'an article'}"
    write_bundle(path, archives_of(job), titles, title=title, when=report.when)


def _read(job: Job, fetch: Fetch) -> tuple[Article, Capture | None]:
    """The article, and its own capture when it was fetched."""
    if isinstance(job.input, bytes) or not is_url(job.input):
        return read_article(job.input, job.format), None
    capture = fetch(job.input)
    if capture.outcome is not Outcome.CAPTURED:
        why = f" ({capture.reason})" if capture.reason else ""
        raise ReadError(
            f"{capture.url}: {capture.outcome.value}{why}: save the page and name the file"
        )
    article = read_article(
        capture.body, job.format, url=capture.final_url, content_type=capture.content_type
    )
    return article, capture


def capture_sources(sources: Sequence[Source], fetch: Fetch) -> tuple[SourceRecord, ...]:
    """Every source asked for, and read."""
    return tuple(
        SourceRecord(source, *read_capture(capture))
        for source, capture in zip(sources, ask_sources(sources, fetch), strict=True)
    )


def ask_sources(sources: Sequence[Source], fetch: Fetch) -> tuple[Capture, ...]:
    """Every source asked for, several at once."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        asked = {source.id: pool.submit(_ask, source, fetch) for source in _host_by_host(sources)}
        return tuple(asked[source.id].result() for source in sources)


def _headers(job: Job) -> Mapping[str, Mapping[str, str]]:
    """The headers that a web archive asks for before it saves pages."""
    if job.archive_keys is None:
        return {}
    return save_headers(job.settings.fetch, job.archive_keys)


def saved(capture: Capture, job: Job, fetch: Fetch) -> Capture:
    """The capture with the copy that a web archive was asked to make of it, if the job says so."""
    settings = job.settings.fetch
    if settings.archive is not ArchiveUse.SAVE:
        return capture
    return with_saved_copy(capture, settings, fetch, _no_wait if job.offline else time.sleep)


def _no_wait(_: float) -> None:
    """A replay waits for nobody."""


def _host_by_host(sources: Sequence[Source]) -> list[Source]:
    """The first source of each host, then the second of each: those of one host wait for each other."""
    seen: Counter[str] = Counter()
    rounds: list[tuple[int, Source]] = []
    for source in sources:
        host = source.words_at.lower().partition("//")[2].partition("/")[0]
        rounds.append((seen[host], source))
        seen[host] += 1
    return [source for _, source in sorted(rounds, key=lambda pair: pair[0])]


def _ask(source: Source, fetch: Fetch) -> Capture:
    if source.file is not None:
        return capture_file(source.url, Path(source.file))
    return fetch(source.words_at)


def can_be_read(capture: Capture) -> bool:
    """Whether an outcome brings words, all of them or a part."""
    return capture.outcome in READ_WHOLE | _IN_PART


def read_page(capture: Capture) -> Page | None:
    """The text of a capture, None where it has none; see ``read_capture``."""
    return read_capture(capture)[1]


def read_capture(capture: Capture) -> tuple[Capture, Page | None]:
    """A capture with its text; the text is marked as not whole when more was there than was read.

    What is no text to the web may be to us: a PDF that could be read is ``captured``.
    """
    if not capture.body or not (can_be_read(capture) or capture.outcome is Outcome.NOT_TEXT):
        return capture, None
    body = capture.body[:_LONGEST_PART] if capture.outcome in _IN_PART else capture.body
    page = source_text(body, capture.content_type, capture.final_url)
    if capture.outcome in READ_WHOLE:
        if not page.text and not page.whole:
            return replace(capture, outcome=Outcome.NOT_TEXT, reason=page.why_not_whole), None
        return capture, page
    if capture.outcome is Outcome.NOT_TEXT:
        if page.sheets:
            return replace(capture, outcome=Outcome.CAPTURED, reason=""), page
        return replace(capture, reason=page.why_not_whole or capture.reason), None
    return capture, replace(
        page, whole=False, why_not_whole=capture.reason or capture.outcome.value
    )


def extract_page(page: Page) -> tuple[Attribution, ...]:
    """Who says what on a source page, in the words that its readers see."""
    blocks = tuple(
        Block(
            block.start,
            block.end,
            BlockKind.HEADING if block.zone is Zone.HEADLINE else BlockKind.PARAGRAPH,
        )
        for block in page.blocks
        if block.zone not in _READ_BY_NOBODY
    )
    return extract(Article(page.text, blocks, (), (), Format.TEXT, sha256="", url=page.url))


def _when(own: Capture | None, records: Sequence[SourceRecord]) -> str | None:
    """The newest WARC-Date of all captures that were used; never the clock."""
    used = [own, *(record.capture for record in records)]
    used.extend(record.source.trail for record in records)
    dates = [one.fetched_at for one in used if one is not None and one.fetched_at is not None]
    return max(dates, default=None)


@contextmanager
def opened(job: Job, run: "Run | None" = None) -> Iterator["Client"]:
    """The client of a job, with the archive that it adds to; see ``recording``.

    Raises:
        CaptureError: An archive cannot be read or written.
    """
    with (
        recording(None if job.offline else job.record_to) as record_to,
        open_client(
            job.settings.fetch,
            archives=job.archives,
            offline=job.offline,
            record_to=record_to,
            headers=_headers(job),
            run=run,
        ) as client,
    ):
        yield client


@contextmanager
def recording(path: Path | None) -> Iterator[Path | None]:
    """The archive to add to; one that this run has begun goes when there is nothing to audit.

    Raises:
        CaptureError: Its folder cannot be made.
    """
    if path is None:
        yield None
        return
    try:
        make_folder(path.parent)
        refuse_link(path)
        is_new = not path.exists()
    except OSError as error:
        raise CaptureError(
            f"cannot write {path} ({error.strerror}): choose another --output-dir"
        ) from error
    try:
        yield path
    except ReadError:
        if is_new:
            discard_archive(path)
        raise


def archives_of(job: Job) -> tuple[Path, ...]:
    """The archives that a job reads and the one that it adds to, each once."""
    added = [job.record_to] if job.record_to is not None and not job.offline else []
    return tuple({path.resolve(): path for path in (*added, *job.archives)}.values())[::-1]


def _archive(path: Path, folder: Path) -> Archive:
    """An archive as the report names it: from the report's folder, with its hash."""
    relative = Path(os.path.relpath(path, folder)).as_posix()
    return replace(describe_archive(path), path=relative)
