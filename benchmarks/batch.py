"""What a batch costs: memory of all processes, CPU per article, articles per second; a second run.

    python -m benchmarks.batch 500 2000 --jobs 1 2

Articles are generated: each quotes three pages of an archive of 500, some 150 kB each, and one in
ten quotes wrongly. No run has the pages that another kept, but for the third, which writes the
reports of the first one anew. The runs are offline, with all files of every report written. Memory
is sampled: the greatest sum over all processes of what each has for itself, and its share of what
several have (PSS, Linux), and the plain sum (RSS), which counts shared pages several times. CPU is
that of all processes; what the first one computes alone bounds what more cores can gain.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PAGES = 500
SOURCES = 3  # of an article
SIZE = 150_000  # bytes of a page
WORDS = ["".join(random.Random(n).choices("etaoinshrdlu", k=2 + n % 8)) for n in range(3000)]
EVERY = 0.2  # seconds between two looks at memory


def said(number: int, at: int) -> str:
    """What somebody says on a page."""
    words = random.Random(number * 1000 + at).choices(WORDS, k=14)
    return " ".join(words).capitalize()


def page(number: int) -> bytes:
    """A page as sites serve them: more markup than words."""
    generator = random.Random(number)
    parts = [f"<!doctype html><html lang='en'><head><title>Page {number}</title></head><body><nav>"]
    parts += [f"<a class='nav-item' href='/{n}'>{generator.choice(WORDS)}</a>" for n in range(150)]
    parts.append(f"</nav><main><article><h1>Page {number}</h1>")
    for at in range(12):
        text = " ".join(generator.choices(WORDS, k=50))
        parts.append(f"<p>{text}. “{said(number, at)},” Ann Lee said. {text}.</p>\n")
    parts.append("</article></main><aside>")
    size = sum(map(len, parts))
    while size < SIZE:
        words = " ".join(generator.choices(WORDS, k=6))
        parts.append(
            f"<div class='teaser teaser--{generator.randrange(40)}' data-id='{generator.random()}'>"
            f"<a href='/{generator.randrange(10**6)}'><span class='headline'>{words}</span></a>"
            f"<script type='application/json'>{{\"n\": [{', '.join(map(str, range(60)))}]}}</script></div>\n"
        )
        size += len(parts[-1])
    return "".join([*parts, "</aside></body></html>"]).encode()


def write_archive(path: Path) -> None:
    """The pages as a WARC file."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True, warc_version="1.1")
        for number in range(PAGES):
            body = page(number)
            headers = [("Content-Type", "text/html; charset=utf-8")]
            record = writer.create_warc_record(
                f"https://site{number % 50}.example/{number}",
                "response",
                payload=BytesIO(body),
                length=len(body),
                http_headers=StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1"),
                warc_headers_dict={"WARC-Date": "2026-03-01T12:00:00Z"},
            )
            writer.write_record(record)


def write_articles(folder: Path, number: int) -> None:
    """Articles that quote the pages."""
    for at in range(number):
        generator = random.Random(at)
        lines = [f"# Article {at}\n"]
        for _ in range(SOURCES):
            source = generator.randrange(PAGES)
            words = said(source, generator.randrange(12))
            if generator.random() < 0.1:
                words = words.replace(" ", " not ", 1)
            lines.append(" ".join(generator.choices(WORDS, k=60)) + ".\n")
            url = f"https://site{source % 50}.example/{source}"
            lines.append(f"“{words},” Ann Lee [said]({url}).\n")
        path = folder / f"{at // 100:03}" / f"{at:05}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines), encoding="utf-8")


class Memory:
    """The greatest sum of the memory of a process and all it started, in MB."""

    def __init__(self, pid: int) -> None:
        self.rss = self.pss = self.alone = 0.0
        self._pid = pid
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def _look(self) -> None:
        while not self._over.wait(EVERY):
            rss = pss = 0
            for pid in family(self._pid):
                try:
                    text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
                except OSError:
                    continue
                fields = dict(line.split(":", 1) for line in text.splitlines()[1:])
                rss += int(fields["Rss"].split()[0])
                pss += int(fields["Pss"].split()[0])
            self.alone = max(self.alone, own_cpu(self._pid))
            self.rss, self.pss = max(self.rss, rss / 1024), max(self.pss, pss / 1024)

    def end(self) -> None:
        """Looks no more."""
        self._over.set()
        self._thread.join()


def own_cpu(pid: int) -> float:
    """The CPU seconds of a process without those that it started."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def family(pid: int) -> list[int]:
    """A process and all below it."""
    found = [pid]
    for each in found:
        try:
            children = Path(f"/proc/{each}/task/{each}/children").read_text(encoding="ascii")
        except OSError:
            continue
        found.extend(map(int, children.split()))
    return found


def measured(words: list[str], folder: Path, number: int, name: str) -> float:
    """Runs the command, prints a row, and returns its CPU seconds."""
    before, began = os.times(), time.perf_counter()
    command = [sys.executable, "-c", "from audit.cli import entry; entry()", *words]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    with (folder / "out.txt").open("wb") as out:
        process = subprocess.Popen(  # noqa: S603 — our own command
            command, cwd=folder, env=environment, stdout=out, stderr=subprocess.PIPE
        )
        memory = Memory(process.pid)
        _, error = process.communicate()
    memory.end()
    took, after = time.perf_counter() - began, os.times()
    cpu = sum(after[2:4]) - sum(before[2:4])
    if process.returncode not in {0, 1}:
        print(error.decode()[-2000:])
    print(
        f"{name:34} {number:6} articles  {number / took:7.1f}/s  {cpu / number * 1000:7.1f} ms CPU each"
        f"  {memory.alone / cpu * 100:3.0f} % in the first process"
        f"  PSS {memory.pss:6.0f} MB  RSS {memory.rss:6.0f} MB",
        flush=True,
    )
    return cpu


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("numbers", type=int, nargs="*", default=[500, 2000])
    parser.add_argument("--jobs", type=int, nargs="*", default=[1, 2])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_STATE_HOME"] = str(Path(name) / "state")
        folder = Path(name) / "desk"
        folder.mkdir()
        write_archive(folder / "web.warc.gz")
        for number in given.numbers:
            write_articles(folder / f"in{number}", number)
            for jobs in given.jobs:
                out = f"out{number}-{jobs}"
                os.environ["XDG_CACHE_HOME"] = str(Path(name) / f"cache-{out}")
                words = ["check", f"in{number}", "--captures", "web.warc.gz", "--offline"]
                words += ["--jobs", str(jobs), "--output-dir", out]
                first = measured(words, folder, number, f"--jobs {jobs}")
                again = measured(words, folder, number, f"--jobs {jobs}, nothing changed")
                print(f"{'':34} the second run costs 1/{first / again:.0f} of the first")
                words[-1] = f"{out}-warm"
                measured(words, folder, number, f"--jobs {jobs}, pages read before")


if __name__ == "__main__":
    main()
