"""A batch keeps nothing of an article beyond a row: four times as many take no more memory."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.press import write_archive, write_articles
from tests.end_to_end.run import ROOT

FEW, MANY = 40, 160
PAGES = 20


def greatest(folder: Path, number: int) -> int:
    """The kilobytes that a process of a batch has had at most: the first, and its workers."""
    write_articles(folder / f"in{number}", "https://press.example", number, PAGES)
    program = (
        "import resource as r;from audit.cli import main;"
        f"code=main(['check','in{number}','--captures','web.warc.gz','--offline','--jobs','2',"
        f"'--output-dir','out{number}']);assert code==1,code;"
        "print(max(r.getrusage(who).ru_maxrss for who in (r.RUSAGE_SELF,r.RUSAGE_CHILDREN)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout.splitlines()[-1])


@pytest.mark.skipif(sys.platform != "linux", reason="kilobytes are Linux's unit")
def test_four_times_as_many_articles_take_no_more_memory(tmp_path: Path) -> None:
    write_archive(tmp_path / "web.warc.gz", "https://press.example", PAGES)
    few, many = greatest(tmp_path, FEW), greatest(tmp_path, MANY)
    # Where reports were kept until the end, an article took a quarter of a megabyte and more.
    assert many - few < 12_000, (few, many)
