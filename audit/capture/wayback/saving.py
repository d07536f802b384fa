"""Copies that are made on request: Save Page Now 2 of the Wayback Machine.

As its API page has it (https://archive.org/account/s3.php gives the keys): a page is asked for with
``Authorization: LOW key:secret``, the answer names a job, and the job is asked until it is done.
Errors arrive with status 200. A page that was saved within the last hour is not saved again; the
job is then that of the copy there is. Seven pages a minute may be asked for.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from audit.capture.wayback.memento import is_public, with_note
from audit.model import Capture, Fetch, FetchSettings, Outcome

_BETWEEN_PAGES = 60 / 7  # seconds
_BETWEEN_LOOKS = 5.0  # seconds
_MOST_LOOKS = 36  # three minutes
_LONGEST_MESSAGE = 150
_LONGEST_ANSWER = 100_000  # bytes


def save_headers(settings: FetchSettings, keys: str) -> dict[str, dict[str, str]]:
    """The headers of requests for copies, by the address below which they go.

    Args:
        settings: Has the address of the service.
        keys: The access key and the secret, a colon between them.
    """
    headers = {"Authorization": f"LOW {keys}", "Accept": "application/json"}
    return {f"{settings.services.wayback}/save/": headers}


def with_saved_copy(
    capture: Capture, settings: FetchSettings, fetch: Fetch, wait: Callable[[float], None]
) -> Capture:
    """The capture with the address of a copy that was made now, or with the reason for none.

    Only what was captured live is saved, and never an address of an editor's own network.

    Args:
        capture: A source as it was captured.
        settings: Has the address of the service.
        fetch: Asks the service, with its headers (``Client.call_service``).
        wait: Lets so many seconds pass.
    """
    if capture.outcome is not Outcome.CAPTURED or capture.file is not None:
        return capture
    if not is_public(capture.url, settings):
        return capture
    service = settings.services.wayback
    begun = _answer_of(fetch(f"{service}/save/{capture.url}"))
    job = begun.get("job_id")
    wait(_BETWEEN_PAGES)
    if not isinstance(job, str) or not job or _is_error(begun):
        return _unsaved(capture, begun)
    for look in range(1, _MOST_LOOKS + 1):
        state = _answer_of(fetch(f"{service}/save/status/{job}?look={look}"))
        stamp, original = state.get("timestamp"), state.get("original_url")
        if state.get("status") == "success" and isinstance(stamp, str):
            address = original if isinstance(original, str) else capture.url
            return replace(capture, saved_as=f"{service}/web/{stamp}/{address}")
        if state.get("status") != "pending":
            return _unsaved(capture, state)
        wait(_BETWEEN_LOOKS)
    return _unsaved(capture, {"message": "the copy was not made in time"})


def _answer_of(capture: Capture) -> Mapping[str, Any]:
    """What the service says, whatever status it says it with."""
    try:
        value = json.loads(capture.body) if len(capture.body) <= _LONGEST_ANSWER else None
    except (ValueError, RecursionError):
        value = None
    if isinstance(value, dict):
        return value
    if capture.status == 401:
        return {"message": "the service does not accept the keys"}
    return {"message": capture.reason or f"status {capture.status}"}


def _is_error(answer: Mapping[str, Any]) -> bool:
    return answer.get("status") == "error" or "exception" in answer


def _unsaved(capture: Capture, answer: Mapping[str, Any]) -> Capture:
    message = answer.get("message") or answer.get("status_ext") or "no reason is given"
    shown = " ".join(str(message).split())[:_LONGEST_MESSAGE]
    return with_note(capture, f"no copy was saved: {shown}")
