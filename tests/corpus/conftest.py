"""Workers that read pages, started and ended once for all tests of a corpus."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from audit.corpus.build import Built, build
from audit.workers import Limits, Workers


class Builder:
    """Builds the corpus of a test, in a folder of its own."""

    def __init__(self, workers: Workers, path: Path) -> None:
        self._workers = workers
        self.path = path

    def __call__(self, *inputs: Path) -> Built:
        return build(inputs, self.path, self._workers, 2)


@pytest.fixture(scope="module")  # no longer: tests of workers look for processes that are left
def workers() -> Iterator[Workers]:
    with Workers(Limits(), 0, 2) as started:
        yield started


@pytest.fixture
def corpus(workers: Workers, tmp_path: Path) -> Builder:
    return Builder(workers, tmp_path / "pages.corpus")
