"""What a corpus is built from: pages in folders, files, archives and lists, before they are read.

What a page is read from is bytes of strangers, so what computes on them is a function of a module
that a worker can run.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from audit.corpus.entry import Kept
from audit.errors import CaptureError, UsageError
from audit.model import Capture, Page, Report
from audit.pages import can_be_read, read_capture
from audit.read import read_dates

_MOST_BYTES = 3_000_000  # of a page in which its date is looked for

Complain = Callable[[str, str], None]
"""Told what is left out, by its name where the reason has none, and why."""


class Given(Protocol):
    """A page that may be added: ``name`` says what it is, for a person."""

    @property
    def name(self) -> str:
        """What it is called where it is left out."""
        ...

    def key(self) -> tuple[str, str] | None:
        """Its address and the SHA-256 of its bytes, None where that takes a worker."""
        ...

    def digested(self) -> "Given | None":
        """The same with its key, None where there is no page; a worker's to compute."""
        ...

    def kept(self) -> Kept | None:
        """The page, None where it has no words; a worker's to compute, unless it is ready."""
        ...

    @property
    def is_ready(self) -> bool:
        """Whether it has been read already, so that nothing is left to compute."""
        ...


@dataclass(frozen=True, slots=True)
class GivenCapture:
    """A page as bytes: a file of the user's, or one that a list has."""

    name: str
    capture: Capture
    published: str | None = None
    title: str | None = None
    is_ready: bool = False

    def key(self) -> tuple[str, str] | None:
        """See ``Given``."""
        assert self.capture.sha256 is not None
        return self.capture.final_url, self.capture.sha256

    def digested(self) -> Given | None:
        """See ``Given``."""
        return self

    def kept(self) -> Kept | None:
        """See ``Given``."""
        kept = kept_of(self.capture)
        if kept is None:
            return None
        page = replace(kept.page, title=self.title or kept.page.title)
        return replace(kept, page=page, published=self.published or kept.published)


@dataclass(frozen=True, slots=True)
class GivenText:
    """A page that is text already."""

    name: str
    ready: Kept
    is_ready: bool = True

    def key(self) -> tuple[str, str] | None:
        """See ``Given``."""
        return self.ready.url, self.ready.sha256

    def digested(self) -> Given | None:
        """See ``Given``."""
        return self

    def kept(self) -> Kept | None:
        """See ``Given``."""
        return self.ready


def kept_of(capture: Capture) -> Kept | None:
    """The page of a capture as a corpus keeps it; None where no words of a page came."""
    if not can_be_read(capture):
        return None
    read, page = read_capture(capture)
    published, _ = read_dates(capture.body[:_MOST_BYTES])
    return captured(read, page, published)


def captured(capture: Capture, page: Page | None, published: str | None) -> Kept | None:
    """A page that was read, as a corpus keeps it; a post is no page of an outlet."""
    if page is None or not page.text.strip() or page.post is not None or capture.sha256 is None:
        return None
    return Kept(capture.final_url, capture.sha256, page, published, capture.received_at)


def pages_of(report: Report) -> Iterator[Kept]:
    """The pages that an audit has read, as a corpus keeps them."""
    for record in report.facts.sources:
        kept = captured(record.capture, record.page, record.background.published)
        if kept is not None:
            yield kept


def is_list(path: Path) -> bool:
    """Whether a file has a page in each of its lines, by its name."""
    return path.name.lower().endswith((".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"))


def is_archive(path: Path) -> bool:
    """Whether a file is a web archive, by its name."""
    return path.name.lower().endswith((".warc", ".warc.gz", ".wacz"))


def given_in(path: Path, complain: Complain, pass_over: Callable[[Path], bool]) -> Iterator[Given]:
    """The pages of a folder, an archive, a list or a file.

    Of what was found in a folder, ``pass_over`` says whether it is left alone.

    Raises:
        UsageError: The folder or file cannot be read.
        CaptureError: The archive cannot be read.
    """
    from audit.corpus import archives, folders, lists  # noqa: PLC0415 — each for its own inputs

    if path.is_dir():
        for file in folders.files_below(path, pass_over):
            try:
                yield from given_in(file, complain, pass_over)
            except (UsageError, CaptureError) as error:  # of a file that nobody has named
                complain("", str(error))
    elif is_archive(path):
        yield from archives.pages_in(path)
    elif is_list(path):
        yield from lists.pages_in(path, complain)
    else:
        yield folders.page_in(path)
