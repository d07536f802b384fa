"""Pages in web archives: the answers of a WARC or WACZ, as the web gave them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from audit.capture.archive.index.entries import Collector
from audit.capture.archive.records import scan
from audit.capture.archive.replay import Index
from audit.capture.http.exchange import Cut, Exchange
from audit.capture.http.wire import HEADROOM
from audit.capture.outcome.reading import Reading, read
from audit.corpus.entry import Kept
from audit.corpus.given import Given, kept_of
from audit.model import Capture, FetchSettings

_MOST_BYTES = FetchSettings().max_bytes


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer of a server, as its record has it; ``sha256`` once it is known."""

    name: str
    url: str
    response: bytes
    date: str | None
    cut: Cut | None
    sha256: str | None = None
    is_ready: bool = False

    def key(self) -> tuple[str, str] | None:
        """See ``Given``."""
        return None if self.sha256 is None else (self.url, self.sha256)

    def digested(self) -> Given | None:
        """See ``Given``; None for what is no page: a redirect, an error, a picture."""
        reading = self._read()
        return None if reading.is_redirect else replace(self, sha256=reading.sha256)

    def kept(self) -> Kept | None:
        """See ``Given``."""
        reading = self._read()
        capture = Capture(
            url=self.url,
            outcome=reading.outcome,
            final_url=self.url,
            status=reading.status,
            content_type=reading.content_type,
            body=reading.body,
            sha256=reading.sha256,
            received_at=self.date,
            reason=reading.reason,
        )
        return kept_of(capture)

    def _read(self) -> Reading:
        return read(self.url, self.response, self.cut, (), _MOST_BYTES)


def pages_in(path: Path) -> Iterator[Given]:
    """The answers in an archive; what a revisit record repeats is there as it came first.

    Raises:
        CaptureError: The archive cannot be read.
    """
    for record in scan(path):
        collector = Collector(path)
        collector.take(record)
        for entry in collector.entries():
            if entry.failure is None and entry.repeats is None:
                exchange = Index().load(entry, _MOST_BYTES + HEADROOM)
                if exchange.failure is None:
                    yield _given(path, exchange)


def _given(path: Path, exchange: Exchange) -> Given:
    return GivenAnswer(
        f"{path}, {exchange.url}", exchange.url, exchange.response, exchange.date, exchange.cut
    )
