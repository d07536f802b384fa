"""An audit beside a pipeline of ready-made parts, in the same run: CPU milliseconds an article, and their ratio.

    python -m benchmarks.peer [--articles 40] [--pages 500]

The peer reads the same archive (warcio, indexed once), takes the text out of each page (trafilatura), finds
quotations by a regular expression and their best place by rapidfuzz; it gives scores, no verdicts and no
reports. The audit is whole, with all formats written; cold, with an empty cache of pages and none in mind, and
warm, with the pages read before. Thirty sources are those of one article with as many, warm.
"""

import argparse
import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import trafilatura
from rapidfuzz import fuzz
from warcio.archiveiterator import ArchiveIterator

from audit.capture import begin_run
from audit.config import Settings
from audit.jobs.one_article import audit_article
from audit.pages.cache import usual_cache
from audit.pipeline import Job
from audit.report.json.read_back import finished
from audit.report.write import write_reports
from benchmarks.newsroom import Newsroom, newsroom

_QUOTED = re.compile(r"“([^”]+)”")
_LINKED = re.compile(r"\((https://[^)]+)\)")


def peer(room: Newsroom) -> list[float]:
    """The scores of all quotations, each against the pages that its article links."""
    offsets: dict[str, int] = {}
    with room.archive.open("rb") as file:
        records = ArchiveIterator(file)
        for record in records:
            offsets[record.rec_headers.get_header("WARC-Target-URI")] = records.get_record_offset()
    scores: list[float] = []
    with room.archive.open("rb") as file:
        for article in room.articles:
            text = article.read_text(encoding="utf-8")
            pages = []
            for url in dict.fromkeys(_LINKED.findall(text)):
                file.seek(offsets[url])
                body = next(iter(ArchiveIterator(file))).content_stream().read()
                pages.append(trafilatura.extract(body, url=url, include_comments=False) or "")
            for quotation in _QUOTED.findall(text):
                found = [fuzz.partial_ratio_alignment(quotation, page) for page in pages]
                scores.append(max(each.score for each in found if each is not None))
    return scores


def audit(room: Newsroom, folder: Path) -> None:
    """Every article audited and reported, as a batch in one process has it."""
    run = begin_run(Settings().fetch)
    for article in room.articles:
        place = folder / article.stem
        place.mkdir(parents=True, exist_ok=True)
        job = Job(str(article), Settings(), archives=(room.archive,), offline=True, folder=place)
        write_reports(finished(audit_article(job, run)), place)


def spent(work: Callable[[], object], articles: int) -> float:
    """CPU milliseconds an article."""
    before = time.process_time()
    work()
    return (time.process_time() - before) * 1000 / articles


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--pages", type=int, default=500)
    asked = parser.parse_args()
    with TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        os.chdir(folder.parent.parent)
        room = newsroom(folder / "room", pages=asked.pages, articles=asked.articles)
        wide = newsroom(folder / "wide", pages=30, articles=2, sources=30, quotes=2)
        first = Newsroom(room.articles[:1], room.archive, 0)
        peer(first)
        audit(first, folder / "first")  # what is loaded and compiled once is not counted
        usual_cache.cache_clear()
        for path in (folder / "cache").rglob("pages/*/*"):
            path.unlink()
        by_peer = spent(lambda: peer(room), asked.articles)
        cold = spent(lambda: audit(room, folder / "out"), asked.articles)
        usual_cache.cache_clear()
        warm = spent(lambda: audit(room, folder / "out"), asked.articles)
        audit(wide, folder / "wide-out")
        usual_cache.cache_clear()
        thirty = spent(lambda: audit(wide, folder / "wide-out"), 2)
    print(
        f"{asked.articles} articles, {room.quoted} quotations, {asked.pages} pages in the archive"
    )
    print(f"{'peer':40} {by_peer:8.1f} ms an article")
    print(f"{'audit, cold':40} {cold:8.1f} ms an article {cold / by_peer:6.2f} of the peer")
    print(f"{'audit, pages read before':40} {warm:8.1f} ms an article {warm / by_peer:6.2f}")
    print(f"{'audit of thirty sources, read before':40} {thirty:8.1f} ms an article")


if __name__ == "__main__":
    main()
