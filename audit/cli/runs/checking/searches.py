"""What a search for sources would ask, and whom: printed before anybody is asked."""

from collections.abc import Iterable, Iterator

from audit.batch.item import Item
from audit.cli.console.output import complain, result
from audit.cli.exits import Exit, worst
from audit.cli.runs.exit_of import exit_of_failure
from audit.cli.runs.workers import workers_for
from audit.config import Settings
from audit.errors import CiteauditError, InternalError, ReadError
from audit.jobs.unlinked import searches_of
from audit.model import ArchiveUse
from audit.pipeline import Job
from audit.read import is_url
from audit.report.escape import visible


def tell_searches(settings: Settings, items: Iterable[Item]) -> Exit:
    """Prints for each article what would be searched, and the words of it that would be sent.

    An article that has to be fetched is passed over: nobody is asked.
    """
    codes = [Exit.OK]
    with workers_for(settings, tasks=0, beside=1) as workers:
        for item in items:
            name, job = item.name, item.job
            if isinstance(job, CiteauditError):
                complain(str(job))
                codes.append(exit_of_failure(job))
                continue
            if isinstance(job.input, str) and is_url(job.input):
                complain(
                    f"{name}: it would have to be fetched first: save the page and name the file"
                )
                codes.append(Exit.UNREADABLE)
                continue
            try:
                lines = [*_lines(name, job, searches_of(job, workers))]
            except (ReadError, InternalError) as error:
                complain(str(error))
                codes.append(exit_of_failure(error))
                continue
            result("".join(f"{visible(line)}\n" for line in lines))
    return worst(codes)


def _lines(
    name: str, job: Job, searches: tuple[tuple[str, tuple[str, ...], str], ...]
) -> Iterator[str]:
    if not searches:
        yield f"{name}: nothing would be searched"
        return
    service = job.settings.discovery.search
    yield f"{name}: what would be searched, where the pages that it cites lack the words"
    for words, sites, sent in searches:
        yield f"“{words}”"
        for site in sites:
            yield f"- site (asked for its lists; no words are sent): {site}"
        if sites and job.settings.fetch.archive not in {None, ArchiveUse.NONE}:
            archive = job.settings.fetch.services.wayback
            yield f"- {archive} (asked for the site and the days; no words are sent)"
        if service is not None:
            yield f"- {service.prefix} (is sent these words): {sent}"
        if not sites and service is None:
            yield "- nobody outside is asked: no outlet is named, and no search service is set"
