"""The pages that audits have read, added to a corpus."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from audit.cli.console.output import say
from audit.model import Report


@contextmanager
def adding_to(corpus: Path | None) -> Iterator[Callable[[Report], None]]:
    """What adds the pages of a report to a corpus; nothing where none is named.

    Raises:
        CaptureError: The corpus cannot be written, or another run is writing to it.
    """
    if corpus is None:
        yield _leave
        return
    from audit.corpus.given import captured  # noqa: PLC0415 — not for runs without a corpus
    from audit.corpus.writer import open_writer  # noqa: PLC0415 — the same

    with open_writer(corpus) as writer:

        def add(report: Report) -> None:
            for record in report.facts.sources:
                kept = captured(record.capture, record.page, record.background.published)
                if kept is not None:
                    writer.add(kept)

        yield add
    say(f"{corpus}: {writer.added:,} pages added, {writer.known:,} were there already")


def _leave(_: Report) -> None:
    """No corpus is added to."""
