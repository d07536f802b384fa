"""The workers of a run."""

from audit.capture import load_shared
from audit.cli.console.output import complain
from audit.config import Settings
from audit.errors import InternalError
from audit.workers import Limits, Workers


def workers_for(settings: Settings, *, tasks: int, beside: int) -> Workers:
    """Workers within the bounds of the settings; to be had before there are threads.

    ``tasks`` run what asks and has parts, ``beside`` what is computed at once.
    """
    return Workers(Limits(settings.max_cpu, settings.max_memory), tasks, beside)


def workers_of_audits(settings: Settings, at_once: int, *, offline: bool) -> Workers:
    """A worker for each audit that runs at the same time; to be had before there are threads.

    Beside them are as many for what is computed on answers, where the web is asked.
    """
    load_shared()
    return workers_for(settings, tasks=at_once, beside=1 if offline else at_once)


def complain_of_failed(name: str, why: str) -> None:
    """One line for a source that we failed on."""
    complain(str(InternalError.of(name, why)))
