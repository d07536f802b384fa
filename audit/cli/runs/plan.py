"""From options to what a run is told: settings, sources, archives, and where its folder is."""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from audit.cli.console.output import complain, say
from audit.cli.console.streams import standard_input
from audit.cli.inputs.folders import STDIN
from audit.cli.inputs.lines import LinedArticle
from audit.cli.inputs.sources_files import SOURCES, sources_of
from audit.cli.options.reports import FolderOptions
from audit.cli.options.sources import ArchiveOptions, SourceOptions
from audit.cli.options.web import WebOptions
from audit.config import (
    Settings,
    host_and_port,
    load_settings,
    load_sources,
    output_folder,
    still_of_project,
)
from audit.errors import UsageError
from audit.model import ArchiveUse, Discover, FetchSettings, Supplied
from audit.pipeline import Job
from audit.read import MAX_BYTES, is_url
from audit.report.settings import settings_line

_AGE = re.compile(r"([0-9]{1,9})([smhd]?)")
_KEYS = ("IA_ACCESS_KEY_ID", "IA_SECRET_ACCESS_KEY")
_MOST_TOLD = 5  # files of sources that are named
_LATELY = "1h"
_SECONDS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86_400}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the inputs of a run have in common.

    ``supplied`` are the sources added by hand, None where each input may have a file of them beside
    it, which may take pages from the folders ``pages``. ``archives`` answer before the web is
    asked, or instead of it when ``offline``. ``output_dir`` is where folders go, None where nothing
    is kept. ``archive_keys`` are those of the web archive, where it is to save pages,
    ``search_key`` that of the user's own search service.
    """

    settings: Settings
    supplied: tuple[Supplied, ...] | None
    pages: tuple[Path, ...]
    archives: tuple[Path, ...]
    offline: bool
    output_dir: Path | None
    archive_keys: str | None
    search_key: str | None

    def job(self, name: str, input_format: str | None, folder: Path | None) -> Job:
        """The work on one input, whose folder is given where there is one.

        Raises:
            UsageError: The file of sources beside it is wrong.
        """
        supplied = self.supplied
        if supplied is None:
            beside = sources_beside(name)
            supplied = load_sources(beside, self.pages) if beside is not None else ()
        given = standard_input(MAX_BYTES) if name == STDIN else name
        return replace(self._job(given, folder), format=input_format, supplied=supplied)

    def job_of(self, article: LinedArticle, name: str, folder: Path | None) -> Job:
        """The work on an article out of a line of a file."""
        job = self._job(article.data, folder)
        return replace(job, format=article.format, name=name, url=article.url)

    def _job(self, given: str | bytes, folder: Path | None) -> Job:
        keeps = folder is not None and not self.offline
        return Job(
            input=given,
            settings=self.settings,
            supplied=self.supplied or (),
            archives=self.archives,
            offline=self.offline,
            record_to=folder / "captures.warc.gz" if folder is not None and keeps else None,
            folder=folder or Path(),
            archive_keys=self.archive_keys,
            search_key=self.search_key,
        )


def plan_run(
    settings: Settings,
    sources: SourceOptions | ArchiveOptions,
    folder: FolderOptions,
    *,
    asks: bool = True,
) -> Plan:
    """The plan of a run.

    Args:
        settings: Those that hold, with the options over them.
        sources: Where sources are looked for.
        folder: Where folders go.
        asks: Whether the run asks anybody; else nothing is kept, and no keys are needed.

    Raises:
        UsageError: A file of sources is wrong, a folder cannot be, or keys are missing.
    """
    supplied: tuple[Supplied, ...] | None = ()
    pages: tuple[Path, ...] = ()
    if isinstance(sources, SourceOptions):
        pages = tuple(sources.pages or ())
        if sources.sources is not None:
            if sources.no_sources:
                raise UsageError("--no-sources and --sources contradict each other: leave one off")
            supplied = load_sources(sources.sources, pages)
        elif not sources.no_sources:
            supplied = None
        if sources.bundle is not None and folder.no_output_dir and not sources.offline:
            raise UsageError("--bundle packs what is archived: leave --no-output-dir off")
    keeps = asks and not folder.no_output_dir
    return Plan(
        settings=settings,
        supplied=supplied,
        pages=pages,
        archives=tuple(sources.captures or ()),
        offline=sources.offline,
        output_dir=output_folder(settings, folder.output_dir) if keeps else None,
        archive_keys=_archive_keys(settings, asks=asks and not sources.offline),
        search_key=_search_key(settings) if asks and not sources.offline else None,
    )


def sources_beside(name: str) -> Path | None:
    """The sources file that lies beside an article as NAME.sources.toml.

    None for what is no local file. A link is passed over: it may lead to another folder.
    """
    if name == STDIN or is_url(name):
        return None
    path = Path(name)
    if not path.name or path.name.endswith(SOURCES):
        return None
    beside = sources_of(path)
    try:
        if beside.is_symlink():
            say(f"{beside} is passed over: it is a link; name it with --sources if it is meant")
            return None
        return beside if beside.is_file() else None
    except (OSError, ValueError):  # of a name that no system takes
        return None


def tell_sources_beside(names: Iterable[str]) -> None:
    """Says which files of sources were found beside articles: they may be anybody's."""
    found = [beside for name in names if (beside := sources_beside(name)) is not None]
    for beside in found[:_MOST_TOLD]:
        say(f"sources of {beside}, found beside the article (--no-sources leaves it alone)")
    if len(found) > _MOST_TOLD:
        say(f"and of {len(found) - _MOST_TOLD} more such files")


def settings_for(
    web: WebOptions, *, max_age: str | None, offline: bool = False, asks_lately: bool = True
) -> Settings:
    """The settings that hold, with the options that ask the web over them.

    ``asks_lately`` says that pages which a run of the last hour has received are asked for again;
    in CI they are, with ``--fresh``, and where captures are believed whoever made them.

    Raises:
        UsageError: An option or a setting cannot be understood.
    """
    settings = load_settings(web.config)
    _refuse_contradictions(web, asks_less=offline or max_age is not None)
    is_told = offline or web.fresh or web.trust_captures or in_ci()
    if max_age is None and not (asks_lately or is_told):
        max_age = _LATELY
    return replace(settings, fetch=_fetch_settings(web, settings.fetch, max_age, offline=offline))


def tell_project_settings(settings: Settings) -> None:
    """Says in one line what a project's file, which may be anybody's, has set."""
    line = settings_line(still_of_project(settings))
    if line:
        complain(line)


def _refuse_contradictions(web: WebOptions, *, asks_less: bool) -> None:
    agent = web.user_agent
    if web.proxy not in {None, "env"}:
        raise UsageError("--proxy: write 'env'; set HTTP_PROXY and HTTPS_PROXY in the environment")
    if agent is not None and not (agent.isascii() and agent.isprintable()):
        raise UsageError("--user-agent: write plain ASCII letters, in one line")
    if web.fresh and asks_less:
        raise UsageError("--fresh asks for every page: leave --offline and --max-age off")


def _fetch_settings(
    web: WebOptions, fetch: FetchSettings, max_age: str | None, *, offline: bool
) -> FetchSettings:
    """The settings of fetching; an option that was given comes before a setting."""
    given = {
        "deadline": web.deadline,
        "max_time": web.max_time,
        "delay": web.delay,
        "max_age": _seconds(max_age) if max_age is not None else None,
        "allow_private": tuple(map(_host_and_port, web.allow_private or ())) or None,
        "ca_bundle": str(web.ca_bundle) if web.ca_bundle is not None else None,
        "archive": web.archive or fetch.archive or _usual_archive(offline=offline),
        "obey_robots": web.obey_robots or None,
    }
    fetch = replace(fetch, **{key: value for key, value in given.items() if value is not None})  # type: ignore[arg-type]
    return replace(
        fetch,
        fresh=web.fresh,
        trust_captures=web.trust_captures,
        ask_robots=True,
        use_proxy=web.proxy is not None,
        user_agent=web.user_agent,
        use_system_certificates=web.system_certificates,
    )


def _archive_keys(settings: Settings, *, asks: bool) -> str | None:
    """The keys of the web archive, from the environment, where it is to be asked to save pages.

    Raises:
        UsageError: It is to be asked, and there are none.
    """
    if settings.fetch.archive is not ArchiveUse.SAVE or not asks:
        return None
    keys = [os.environ.get(name, "") for name in _KEYS]
    if not all(key and key.isascii() and key.isprintable() for key in keys):
        raise UsageError(f"--archive save: set {' and '.join(_KEYS)} (archive.org/account/s3.php)")
    return ":".join(keys)


def _search_key(settings: Settings) -> str | None:
    """The key of the search service, from the environment variable that the settings name.

    Raises:
        UsageError: There is none, and something is to be searched.
    """
    service, discover = settings.discovery.search, settings.discovery.discover
    if service is None or service.key_env is None or discover in {None, Discover.OFF}:
        return None
    key = os.environ.get(service.key_env, "")
    if not (key and key.isascii() and key.isprintable()):
        raise UsageError(f"the settings' [search] needs a key: set {service.key_env}")
    return key


def with_discovery(settings: Settings, asked: Discover | None, *, offline: bool) -> Settings:
    """The settings with the searches that hold: as asked, as set, or as usual.

    Sources are searched for, but not in CI, where nobody has agreed to it. Offline nobody is asked:
    what a run has found is then found in its captures.
    """
    usual = Discover.OFF if in_ci() and not offline else Discover.NAMED
    discover = asked or settings.discovery.discover or usual
    return replace(settings, discovery=replace(settings.discovery, discover=discover))


def _usual_archive(*, offline: bool) -> ArchiveUse:
    """Copies are looked for, but not in CI, where nobody has agreed to it.

    Offline nobody is asked: a copy that a run has found is then read from its captures.
    """
    return ArchiveUse.NONE if in_ci() and not offline else ArchiveUse.MEMENTO


def in_ci() -> bool:
    """Whether a build server runs this, and nobody looks on."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


def _seconds(text: str) -> float:
    found = _AGE.fullmatch(text.strip().lower())
    if found is None:
        raise UsageError(f"--max-age {text}: write a number and s, m, h or d, for instance 12h")
    return float(found[1]) * _SECONDS[found[2]]


def _host_and_port(text: str) -> tuple[str, int]:
    try:
        return host_and_port(text)
    except ValueError:
        raise UsageError(
            f"--allow-private {text}: write HOST:PORT, for instance 127.0.0.1:8000"
        ) from None
