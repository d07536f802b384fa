"""Requests of this process, each fenced off from the others: a fault of ours is the outcome of one.

``pipeline`` says what is asked for; here is what becomes of a request that fails by no fault of the
web.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from audit.crash import logged, told
from audit.errors import CiteauditError
from audit.model import Capture, Fetch, Outcome
from audit.pipeline import Job, saved

if TYPE_CHECKING:
    from audit.capture.client import Client


def fetch_fenced(fetch: Fetch, url: str) -> Capture:
    """The capture of a URL; where asking fails by a fault of ours, a capture that says so."""
    try:
        return fetch(url)
    except CiteauditError:
        raise
    except Exception as error:  # noqa: BLE001 — one request is fenced off from the others
        return failed_capture(url, logged(type(error).__name__, told(error)))


def save_fenced(capture: Capture, job: Job, client: "Client") -> Capture:
    """The capture with its saved copy, if the job wants one; see ``audit.pipeline.saved``."""
    try:
        return saved(capture, job, client)
    except CiteauditError:
        raise
    except Exception as error:  # noqa: BLE001 — the page is there; only its copy is not
        why = f"no copy was saved: {logged(type(error).__name__, told(error))}"
        return replace(capture, reason=why)


def failed_capture(url: str, why: str) -> Capture:
    """What stands for a page that we failed on."""
    return Capture(url, Outcome.INTERNAL_ERROR, url, reason=why)
