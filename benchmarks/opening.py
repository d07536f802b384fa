"""What it takes to open an archive of many records, first and with its index: CPU seconds and MiB.

    python -m benchmarks.opening [--records 100000]

Each line is a process of its own; the archive is generated, some 3.4 kB a record.
"""

import argparse
import multiprocessing
import os
import random
import resource
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from audit.capture import open_client
from audit.model import FetchSettings
from benchmarks.newsroom import address, record


def opened(archive: Path, line: str) -> None:
    """Opens the archive, asks it for one page, and prints what that took."""
    import audit.capture.client  # noqa: F401, PLC0415 — what is loaded once is not counted

    memory, before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    with open_client(FetchSettings(), archives=[archive], offline=True) as client:
        took = time.process_time() - before
        capture = client(address(403))
    assert capture.status == 200
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory) / 1024
    print(f"{line:25} {took:8.3f} s {more:8.1f} MiB", flush=True)


def main() -> None:
    """Prints a line for each opening."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--records", type=int, default=100_000)
    count = parser.parse_args().records
    chance = random.Random(1)
    with TemporaryDirectory() as name:
        os.environ["XDG_CACHE_HOME"] = str(Path(name) / "cache")
        os.chdir(Path(name).parent.parent)
        archive = Path(name) / "pages.warc.gz"
        with archive.open("wb") as file:
            for number in range(count):
                file.write(record(address(number), chance.randbytes(3000) + b"x" * 9000, number))
        print(f"{count} records, {archive.stat().st_size / 1e6:.0f} MB")
        for line in ("first, the index is made", "with its index", "again"):
            process = multiprocessing.get_context("spawn").Process(
                target=opened, args=(archive, line)
            )
            process.start()
            process.join()


if __name__ == "__main__":
    main()
