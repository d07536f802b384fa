"""The workers of a run that is no batch of audits."""

from audit.cli.console.output import complain
from audit.config import Settings
from audit.errors import InternalError
from audit.workers import Limits, Workers


def one_worker(settings: Settings) -> Workers:
    """A worker within the bounds of the settings; to be had before there are threads."""
    return Workers(Limits(settings.max_cpu, settings.max_memory), 1)


def complain_of_failed(name: str, why: str) -> None:
    """One line for a source that we failed on."""
    complain(str(InternalError.of(name, why)))
