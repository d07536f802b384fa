"""``citeaudit capture``: a plan from the options, the captures, and what is printed of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit.asking import archives_of
from audit.capture import write_bundle
from audit.cli.console.output import complain, result, result_json, say
from audit.cli.exits import Exit, worst
from audit.cli.inputs.folders import report_folders, without_password
from audit.cli.options.reports import FolderOptions, Shape
from audit.cli.options.sources import SourceOptions
from audit.cli.options.web import WebOptions
from audit.cli.runs.plan import (
    Plan,
    plan_run,
    settings_for,
    tell_project_settings,
    tell_sources_beside,
)
from audit.cli.runs.workers import complain_of_failed, workers_for
from audit.errors import InternalError, ReadError, UsageError
from audit.jobs.gather import addresses, gather
from audit.model import READ_WHOLE, Capture, Outcome
from audit.pipeline import Job
from audit.read import is_url
from audit.report.escape import visible
from audit.report.json.tree import capture_object
from audit.workers import Workers

_FOLDER_OF_URLS = "urls"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureOptions:
    """The options of the command."""

    sources: SourceOptions
    folder: FolderOptions
    web: WebOptions
    input_format: str | None
    output_format: Shape
    dry_run: bool
    fail_on_incomplete: bool


@dataclass(frozen=True, slots=True)
class _Group:
    """One article, or all URLs of the command line: they share an archive, in a folder.

    ``named`` is what the folder is named after.
    """

    name: str
    named: str
    urls: tuple[str, ...]


def capture_links(inputs: Sequence[str], options: CaptureOptions) -> Exit:
    """Fetches and archives the links of articles, and prints what came."""
    sources, dry_run = options.sources, options.dry_run
    settings = settings_for(options.web, max_age=sources.max_age, offline=sources.offline)
    tell_project_settings(settings)
    plan = plan_run(settings, sources, options.folder, asks=not dry_run)
    groups = _groups([without_password(name) for name in inputs])
    if sources.bundle is not None and len(groups) != 1:
        raise UsageError("--bundle packs the links of one article: give one at a time")
    found: list[dict[str, Any]] = []
    codes: list[Exit] = []
    named = [group.named for group in groups]
    if plan.supplied is None:
        tell_sources_beside([group.name for group in groups])
    with (
        workers_for(settings, tasks=1, beside=1) as workers,
        report_folders(named, plan.output_dir) as folders,
    ):
        for group in groups:
            try:
                rows, code = _done(group, folders.get(group.named), plan, options, workers)
            except (ReadError, InternalError) as error:
                complain(str(error))
                is_ours = isinstance(error, InternalError)
                rows, code = [], Exit.INTERNAL if is_ours else Exit.UNREADABLE
            found.extend(rows)
            codes.append(code)
    if options.output_format is Shape.JSON:
        result_json(found)
    else:
        result("".join(f"{visible(line)}\n" for line in _lines(found, dry_run=dry_run)))
    return worst(codes)


def _groups(inputs: Sequence[str]) -> list[_Group]:
    articles = [name for name in dict.fromkeys(inputs) if not is_url(name)]
    urls = tuple(name for name in dict.fromkeys(inputs) if is_url(name))
    groups = [_Group(name, name, ()) for name in articles]
    together = urls[0] if len(urls) == 1 else _FOLDER_OF_URLS
    return [*groups, _Group(urls[0], together, urls)] if urls else groups


def _done(
    group: _Group, folder: Path | None, plan: Plan, options: CaptureOptions, workers: Workers
) -> tuple[list[dict[str, Any]], Exit]:
    """The rows of one group, and the exit code that it asks for."""
    job = plan.job(group.name, options.input_format, folder)
    if options.dry_run:
        urls = group.urls or addresses(job, workers)
        return [{"input": group.name, "url": url} for url in urls], Exit.OK
    came = gather(job, group.urls, workers)
    if job.record_to is not None:
        say(f"wrote {job.record_to}")
    if options.sources.bundle is not None:
        _pack(options.sources.bundle, group, job, came)
    return list(_objects(group, job, came)), _exit(came, plan, options)


def _exit(came: Sequence[Capture], plan: Plan, options: CaptureOptions) -> Exit:
    failed = [capture for capture in came if capture.outcome is Outcome.INTERNAL_ERROR]
    for capture in failed:
        complain_of_failed(capture.url, capture.reason)
    if failed:
        return Exit.INTERNAL
    fails = options.fail_on_incomplete or plan.settings.fail_on_incomplete
    is_whole = all(capture.outcome in READ_WHOLE for capture in came)
    return Exit.INCOMPLETE if fails and not is_whole else Exit.OK


def _objects(group: _Group, job: Job, came: Sequence[Capture]) -> Iterator[dict[str, Any]]:
    archive = job.record_to.as_posix() if job.record_to is not None else None
    for capture in came:
        name = capture.url if group.urls else group.name
        yield {"input": name, "archive": archive, **capture_object(capture)}


def _pack(bundle: Path, group: _Group, job: Job, came: Sequence[Capture]) -> None:
    dates = [capture.fetched_at for capture in came if capture.fetched_at is not None]
    title = "Captured pages" if group.urls else f"Links of {group.name}"
    pages = [(capture, None) for capture in came]
    write_bundle(bundle, archives_of(job), pages, title=title, when=max(dates, default=None))
    say(f"wrote {bundle}")


def _lines(found: Sequence[dict[str, Any]], *, dry_run: bool) -> Iterator[str]:
    if dry_run:
        yield from (row["url"] for row in found)
        return
    for row in found:
        moved = f" → {row['final_url']}" if row["final_url"] != row["url"] else ""
        why = f" ({row['reason']})" if row["reason"] else ""
        yield (
            f"{row['outcome']}  {row['record_id'] or '–'}  {row['sha256'] or '–'}"
            f"  {row['url']}{moved}{why}"
        )
