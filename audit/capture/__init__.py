"""From URLs to captures: one client, one policy, every exchange kept.

``Client`` loads requests and warcio, so it is imported when one is opened and not with this package.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from audit.capture.files import capture_file, describe_archive
from audit.capture.memento import with_copies
from audit.model import FetchSettings

if TYPE_CHECKING:
    from audit.capture.client import Client

__all__ = ["capture_file", "describe_archive", "open_client", "with_copies"]


def open_client(
    settings: FetchSettings,
    *,
    archives: Sequence[Path] = (),
    offline: bool = False,
    record_to: Path | None = None,
) -> "Client":
    """A client for one run; a context manager, and callable as ``audit.model.Fetch``.

    Args:
        settings: The bounds of each fetch.
        archives: WARC files whose captures answer before the network is asked.
        offline: Asks archives only; what they lack is ``not-archived``, and nothing is recorded.
        record_to: The archive that every exchange is appended to, as WARC/1.1.

    Raises:
        CaptureError: An archive cannot be read, or the one to record to cannot be written.
        UsageError: The certificates that the settings name cannot be read.
    """
    from audit.capture.client import Client  # noqa: PLC0415 — requests is not loaded for --help

    return Client(settings, archives=archives, offline=offline, record_to=record_to)
