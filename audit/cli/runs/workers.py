"""The workers of a run that is no batch of audits."""

from audit.cli.console.output import complain
from audit.config import Settings
from audit.errors import InternalError
from audit.workers import Limits, Workers


def workers_for(settings: Settings, *, tasks: int, beside: int) -> Workers:
    """Workers within the bounds of the settings; to be had before there are threads.

    ``tasks`` run what asks and has parts, ``beside`` what is computed at once.
    """
    return Workers(Limits(settings.max_cpu, settings.max_memory), tasks, beside)


def complain_of_failed(name: str, why: str) -> None:
    """One line for a source that we failed on."""
    complain(str(InternalError.of(name, why)))
