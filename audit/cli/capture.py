"""``citeaudit capture``: fetches and archives every link of articles, and judges no words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from audit.cli.asking import (
    Asking,
    Bundle,
    Captures,
    MaxAge,
    Offline,
    Pages,
    SourcesFile,
    archive_keys,
    tell_project_settings,
)
from audit.cli.exits import Exit, worst
from audit.cli.folders import STDIN, folders, without_password
from audit.cli.inputs import InputFormat
from audit.cli.output import Printed, Shape, complain, result, result_json, say
from audit.cli.streams import standard_input
from audit.errors import ReadError, UsageError
from audit.model import READ_WHOLE, Capture
from audit.read import MAX_BYTES, is_url
from audit.report.escape import visible

if TYPE_CHECKING:
    from audit.pipeline import Job

_FOLDER_OF_URLS = "urls"


@dataclass(frozen=True, slots=True)
class _Group:
    """One article, or all URLs of the command line: they share an archive, in a folder."""

    name: str
    urls: tuple[str, ...]
    folder: Path | None


def capture(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT",
            help="Articles whose links are captured: files (.html, .md, .txt), or - for standard"
            " input. A URL is captured itself.",
        ),
    ],
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print the addresses, and ask nobody.")
    ] = False,
    sources: SourcesFile = None,
    pages: Pages = None,
    captures: Captures = None,
    offline: Offline = False,
    max_age: MaxAge = None,
    bundle: Bundle = None,
    input_format: InputFormat = None,
    output_format: Printed = Shape.TERMINAL,
    output_dir: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="Where the archives go, a folder for each article. [reports]"
        ),
    ] = None,
    no_output_dir: Annotated[
        bool, typer.Option("--no-output-dir", help="Keep no archive.")
    ] = False,
    fail_on_incomplete: Annotated[
        bool, typer.Option("--fail-on-incomplete", help="Exit 4 when a page did not come.")
    ] = False,
    asking: Asking,
) -> int:
    """Fetch and archive every link of articles, or single URLs. No words are compared."""
    from audit.config import load_sources, output_folder  # noqa: PLC0415 — keeps --help light
    from audit.gather import addresses, gather  # noqa: PLC0415 — keeps --help light
    from audit.pipeline import Job  # noqa: PLC0415 — keeps --help light

    settings = asking.settings(max_age=max_age, offline=offline)
    tell_project_settings(settings)
    supplied = load_sources(sources, pages or ()) if sources is not None else ()
    keys = archive_keys(settings.fetch.archive, offline=offline or dry_run)
    keeps_none = no_output_dir or offline or dry_run
    keep = None if keeps_none else output_folder(settings, output_dir)
    groups = _groups([without_password(name) for name in inputs], keep)
    if bundle is not None and len(groups) != 1:
        raise UsageError("--bundle packs the links of one article: give one at a time")
    if bundle is not None and no_output_dir and not offline:
        raise UsageError("--bundle packs what is archived: leave --no-output-dir off")
    found: list[dict[str, Any]] = []
    codes: list[Exit] = []
    for group in groups:
        job = Job(
            input=standard_input(MAX_BYTES) if group.name == STDIN else group.name,
            settings=settings,
            format=input_format,
            supplied=supplied,
            archives=tuple(captures or ()),
            offline=offline,
            record_to=group.folder / "captures.warc.gz" if group.folder is not None else None,
            archive_keys=keys,
        )
        try:
            if dry_run:
                urls = group.urls or addresses(job)
                found.extend({"input": group.name, "url": url} for url in urls)
                continue
            came = gather(job, group.urls)
        except ReadError as error:
            complain(str(error))
            codes.append(Exit.UNREADABLE)
            continue
        found.extend(_objects(group, job, came))
        if job.record_to is not None:
            say(f"wrote {job.record_to}")
        if bundle is not None:
            _pack(bundle, group, job, came)
        if not all(one.outcome in READ_WHOLE for one in came):
            incomplete = fail_on_incomplete or settings.fail_on_incomplete
            codes.append(Exit.INCOMPLETE if incomplete else Exit.OK)
    if output_format is Shape.JSON:
        result_json(found)
    else:
        result("".join(f"{visible(line)}\n" for line in _lines(found, dry_run=dry_run)))
    return worst(codes)


def _groups(inputs: Sequence[str], output_dir: Path | None) -> list[_Group]:
    articles = [name for name in dict.fromkeys(inputs) if not is_url(name)]
    urls = tuple(name for name in dict.fromkeys(inputs) if is_url(name))
    together = [urls[0] if len(urls) == 1 else _FOLDER_OF_URLS] if urls else []
    names = [*articles, *together]
    where = folders(names, output_dir) if output_dir is not None else {}
    groups = [_Group(name, (), where.get(name)) for name in articles]
    return [*groups, *(_Group(urls[0], urls, where.get(name)) for name in together)]


def _objects(group: _Group, job: "Job", came: Sequence[Capture]) -> Iterator[dict[str, Any]]:
    from audit.report.json import capture_object  # noqa: PLC0415 — keeps --help light

    archive = job.record_to.as_posix() if job.record_to is not None else None
    for one in came:
        name = one.url if group.urls else group.name
        yield {"input": name, "archive": archive, **capture_object(one)}


def _pack(bundle: Path, group: _Group, job: "Job", came: Sequence[Capture]) -> None:
    from audit.capture import write_bundle  # noqa: PLC0415 — keeps --help light
    from audit.pipeline import archives_of  # noqa: PLC0415 — keeps --help light

    when = max((one.fetched_at for one in came if one.fetched_at is not None), default=None)
    title = "Captured pages" if group.urls else f"Links of {group.name}"
    pages = [(one, None) for one in came]
    write_bundle(bundle, archives_of(job), pages, title=title, when=when)
    say(f"wrote {bundle}")


def _lines(found: Sequence[dict[str, Any]], *, dry_run: bool) -> Iterator[str]:
    if dry_run:
        yield from (one["url"] for one in found)
        return
    for one in found:
        moved = f" → {one['final_url']}" if one["final_url"] != one["url"] else ""
        yield (
            f"{one['outcome']}  {one['record_id'] or '–'}  {one['sha256'] or '–'}"
            f"  {one['url']}{moved}{_why(one)}"
        )


def _why(one: dict[str, Any]) -> str:
    return f" ({one['reason']})" if one["reason"] else ""
