"""The pages that audits have read, added to a corpus."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from audit.cli.console.output import say
from audit.corpus.entry import Kept
from audit.model.counted import counted


@contextmanager
def adding_to(corpus: Path | None) -> Iterator[Callable[[Iterable[Kept]], None]]:
    """What adds pages to a corpus; nothing where none is named.

    Raises:
        CaptureError: The corpus cannot be written, or another run is writing to it.
    """
    if corpus is None:
        yield _leave
        return
    from audit.corpus.writer import open_writer  # noqa: PLC0415 — not for runs without a corpus

    with open_writer(corpus) as writer:

        def add(pages: Iterable[Kept]) -> None:
            for page in pages:
                writer.add(page)

        yield add
    say(
        f"{corpus}: {counted(writer.added, 'page')} added, {counted(writer.known, 'was', 'were')} there already"
    )


def _leave(_: "Iterable[Kept]") -> None:
    """No corpus is added to."""
