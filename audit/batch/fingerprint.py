"""What an audit is computed from, as one digest: where it is the same, the report is kept."""

import dataclasses
import json
from collections.abc import Mapping, Sequence
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import Any

from audit._version import __version__
from audit.capture import describe_archive
from audit.errors import CaptureError
from audit.files import read_file
from audit.model import FetchSettings
from audit.pipeline import Job
from audit.read import MAX_BYTES, is_url
from audit.waive import Policy

_NOT_OF_THE_RESULT = frozenset({"max_age", "fresh", "fail_on", "fail_on_incomplete", "output_dir"})
"""Settings that change no report: when pages are asked for again, and what fails a run."""


def of_fetching(settings: FetchSettings) -> str:
    """The digest of how pages are asked for: a run that was ended goes on with the same."""
    return _digest((settings.fresh, settings.max_age, settings))


class Fingerprints:
    """Digests of articles that one run audits: what they share is digested once.

    Args:
        job: One of them.
        written: What is written of each report.
    """

    def __init__(self, job: Job, written: str) -> None:
        archives = [(str(path), _of_archive(path)) for path in job.archives]
        corpus = None if job.corpus is None else _of_corpus(job.corpus)
        shared = (__version__, written, job.offline, job.settings, archives, corpus)
        self._shared = _digest(shared)
        self._policy = job.policy, _plain(job.policy)

    def of(self, job: Job) -> str | None:
        """The digest of one article, its sources and its settings.

        None where its bytes cannot be had before it is audited: it is on the web, or cannot be
        read, which the audit will say.
        """
        try:
            given = job.input if isinstance(job.input, bytes) else _bytes_of(job.input, job)
        except (OSError, ValueError):
            return None
        if given is None:
            return None
        supplied = []
        for source in job.supplied:
            page = None
            if source.file is not None:
                try:
                    page = sha256(read_file(Path(source.file), MAX_BYTES)).hexdigest()
                except (OSError, ValueError):
                    return None
            supplied.append((source, page))
        words = _plain((job.format, job.name, job.url, supplied, job.repeat))
        return _digest((self._shared, sha256(given).hexdigest(), [*words, self._plain(job.policy)]))

    def _plain(self, policy: Policy | None) -> Any:
        """A policy as JSON has it: mostly it is the one of the article before."""
        known, told = self._policy
        if policy is not known:
            told = _plain(policy)
            self._policy = policy, told  # one assignment: several threads ask
        return told


def _bytes_of(name: str, job: Job) -> bytes | None:
    """The bytes of an article; of one that archives hold, its address."""
    if not is_url(name):
        return read_file(Path(name), MAX_BYTES)
    return name.encode("utf-8", "surrogatepass") if job.offline else None


def _of_corpus(path: Path) -> tuple[str, int, int] | None:
    """A corpus as it is now: one of millions of pages is not read whole to find out."""
    try:
        now = path.stat()
    except OSError:
        return None
    return str(path), now.st_size, now.st_mtime_ns


def _of_archive(path: Path) -> str | None:
    try:
        return describe_archive(path).sha256
    except CaptureError:
        return None


def _digest(thing: object) -> str:
    text = json.dumps(_plain(thing), ensure_ascii=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def _plain(thing: object) -> Any:
    """A thing of dataclasses, enums and collections as JSON has it, in an order of its own."""
    if dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        return {
            field.name: _plain(getattr(thing, field.name))
            for field in dataclasses.fields(thing)
            if field.name not in _NOT_OF_THE_RESULT
        }
    if isinstance(thing, Enum):
        return thing.value
    if isinstance(thing, Mapping):
        return sorted((str(_plain(key)), _plain(value)) for key, value in thing.items())
    if isinstance(thing, set | frozenset):
        return sorted(str(_plain(each)) for each in thing)
    if isinstance(thing, Sequence) and not isinstance(thing, str | bytes):
        return [_plain(each) for each in thing]
    return thing if isinstance(thing, str | int | float | None) else str(thing)
