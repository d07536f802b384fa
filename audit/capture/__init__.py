"""From URLs to captures: one client, one policy, every exchange kept.

``Client`` is imported when one is opened and not with this package: most of what it needs, the
help does not.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from audit.capture.archive.on_disk import describe_archive, discard_archive
from audit.capture.saved_pages import capture_file, supplied
from audit.capture.wayback.memento import copy_at, with_copies
from audit.capture.wayback.saving import save_headers, with_saved_copy
from audit.errors import CaptureError
from audit.model import Capture, Compute, FetchSettings, Remember, compute_here, remember_nothing

if TYPE_CHECKING:
    from audit.capture.client import Client
    from audit.capture.evidence import Evidence
    from audit.capture.run import Places, Run

__all__ = [
    "begin_run",
    "capture_file",
    "copy_at",
    "crawled_pages",
    "cut_of",
    "describe_archive",
    "discard_archive",
    "load_shared",
    "open_client",
    "open_evidence",
    "save_headers",
    "supplied",
    "whole_length",
    "with_copies",
    "with_saved_copy",
    "write_bundle",
]


def open_client(
    settings: FetchSettings,
    *,
    archives: Sequence[Path] = (),
    believed: Sequence[Path] | None = None,
    offline: bool = False,
    record_to: Path | None = None,
    headers: Mapping[str, Mapping[str, str]] | None = None,
    run: "Run | None" = None,
    compute: Compute = compute_here,
    remember: Remember = remember_nothing,
) -> "Client":
    """A client for one run; a context manager, and callable as ``audit.model.Fetch``.

    Args:
        settings: The bounds of each fetch.
        archives: WARC files whose captures answer before the network is asked.
        believed: Those of them whose captures are believed whoever made them; all when None.
        offline: Asks archives only; what they lack is ``not-archived``, and nothing is recorded.
        record_to: The archive that every exchange is appended to, as WARC/1.1.
        headers: Those of ``call_service``, by the address below which they go. An Authorization is
            not kept.
        run: What is shared with the clients of other articles (see ``begin_run``).
        compute: Runs what is computed on answers: here, or in a process that can be ended.
        remember: Keeps what came of that for the next time.

    Raises:
        CaptureError: An archive cannot be read, or the one to record to cannot be written.
        UsageError: The certificates that the settings name cannot be read.
    """
    from audit.capture.client import Client  # noqa: PLC0415 — not needed for --help

    return Client(
        settings,
        archives=archives,
        believed=believed,
        offline=offline,
        record_to=record_to,
        headers=headers or {},
        run=run,
        compute=compute,
        remember=remember,
    )


def begin_run(
    settings: FetchSettings, places: "Places | None" = None, *, by_journal: bool = True
) -> "Run":
    """What the clients of several articles share: a URL that several cite is asked once.

    ``places`` keeps where the answers stand: for this run alone, where nothing is given. Without
    ``by_journal``, no record is known to be this user's own, and none is noted as such.
    """
    from audit.capture.archive.journal import Unkept  # noqa: PLC0415 — the same
    from audit.capture.run import InMind, Run  # noqa: PLC0415 — not needed for --help

    places = InMind() if places is None else places
    return Run(settings, places=places, journal=None if by_journal else Unkept())


def load_shared() -> None:
    """Loads what processes need that ask, read answers or read pages, before one is forked."""
    import audit.capture.http.robots  # noqa: PLC0415 — nor are these needed for --help
    import audit.capture.outcome.reading  # noqa: F401, PLC0415


def crawled_pages(path: Path, cut: Callable[[int], None] | None = None) -> Iterator[str]:
    """The addresses of the articles of a crawl; see ``audit.capture.crawl``.

    Raises:
        CaptureError: The archive cannot be read.
    """
    from audit.capture import crawl  # noqa: PLC0415 — nor is isal

    return crawl.crawled_pages(path, cut)


def cut_of(path: Path) -> int | None:
    """Where an archive breaks off, if it does; see ``audit.capture.archive.index.opened``.

    Raises:
        CaptureError: It cannot be read.
    """
    from audit.capture.archive.index import opened  # noqa: PLC0415 — nor is isal

    return opened.cut_of(path)


def whole_length(path: Path) -> int:
    """The bytes of an archive up to the end of its last whole record; 0 where it has none yet.

    Raises:
        CaptureError: It cannot be read, or is damaged.
    """
    from audit.capture.archive.records import scan  # noqa: PLC0415 — nor is isal

    try:
        if not path.stat().st_size:
            return 0
    except OSError as error:
        raise CaptureError(f"{path}: the archive cannot be read ({error.strerror})") from error
    end = 0
    for record in scan(path):
        end = record.end
    return end


def open_evidence(archives: Sequence[Path]) -> "Evidence":
    """What the archives of a report hold under the record ids that it names.

    Raises:
        CaptureError: An archive cannot be read.
    """
    from audit.capture.evidence import Evidence  # noqa: PLC0415 — nor is isal

    return Evidence(archives)


def write_bundle(
    path: Path,
    archives: Sequence[Path],
    captures: Sequence[tuple[Capture, str | None]],
    *,
    title: str,
    when: str | None,
) -> None:
    """Packs the records that captures name into a WACZ file; see ``audit.capture.archive.wacz``.

    Raises:
        UsageError: The file cannot be written.
        CaptureError: An archive cannot be read.
    """
    from audit.capture.archive import wacz  # noqa: PLC0415 — nor is isal

    wacz.write_bundle(path, archives, captures, title=title, when=when)
