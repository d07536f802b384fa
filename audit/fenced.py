"""Requests of this process, each fenced off from the others: a fault of ours is the outcome of one.

``pipeline`` says what is asked for; here is what becomes of a request that fails by no fault of the
web.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from audit.asking import saved
from audit.crash import logged, told
from audit.errors import CiteauditError
from audit.model import Capture, Fetch, Outcome
from audit.pipeline import Job
from audit.workers import Closed, Died, Failed, logged_end

if TYPE_CHECKING:
    from audit.capture.client import Client


def fetch_fenced(fetch: Fetch, url: str) -> Capture:
    """The capture of a URL; where asking fails by a fault of ours, a capture that says so."""
    try:
        return fetch(url)
    except (CiteauditError, Closed):
        raise
    except Exception as error:  # noqa: BLE001 — one request is fenced off from the others
        return Capture(url, Outcome.INTERNAL_ERROR, url, reason=why_failed(error, url))


def save_fenced(capture: Capture, job: Job, client: "Client") -> Capture:
    """The capture with its saved copy, if the job wants one; see ``audit.asking.saved``."""
    try:
        return saved(capture, job, client)
    except (CiteauditError, Closed):
        raise
    except Exception as error:  # noqa: BLE001 — the page is there; only its copy is not
        return replace(capture, reason=f"no copy was saved: {why_failed(error, capture.url)}")


def why_failed(error: Exception, url: str) -> str:
    """What failed over a URL, here or in a worker, and where the log of it is."""
    if isinstance(error, Died | Failed):
        return logged_end(error, url)
    return logged(type(error).__name__, f"{url}\n{told(error)}")
