"""What an article of very many quotations costs, all of one source: CPU seconds, and that they are linear.

    python -m benchmarks.quotations [250 1000 5000] [--profile]

The source says each quotation once, two sentences apart; of ten, one is changed by a word and one is not there.
The audit is whole: reading, extraction, comparing, rules, all formats written; in one process, with what is loaded
and compiled once left out.
"""

import argparse
import cProfile
import os
import pstats
import random
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from audit.capture import begin_run
from audit.config import Settings
from audit.jobs.one_article import audit_article
from audit.pipeline import Job
from audit.report.json.read_back import finished
from audit.report.write import write_reports
from benchmarks.newsroom import Prose, record

ADDRESS = "https://news.example/hearing"


def written(folder: Path, number: int) -> Job:
    """An article with so many quotations, and its source in an archive."""
    chance = random.Random(number)
    prose = Prose(chance)
    told, quoted = [], []
    for at in range(number):
        words, name = prose.words(), prose.name()
        told.append(f"<p>“{words},” said {name}. {prose.words()}. {prose.words()}.</p>")
        if at % 10 == 3:
            parts = words.split(" ")
            parts[chance.randrange(1, len(parts))] = "never"
            words = " ".join(parts)
        elif at % 10 == 7:
            words = prose.words()
        quoted.append(f"“{words},” {name} [said]({ADDRESS}). {prose.words()}.")
    page = f"<!doctype html><html lang=en><title>Hearing</title><main><article>{''.join(told)}</article></main>"
    folder.mkdir()
    archive = folder / "web.warc.gz"
    archive.write_bytes(record(ADDRESS, page.encode(), 1))
    article = folder / "article.md"
    article.write_text("\n\n".join(quoted) + "\n", encoding="utf-8")
    return Job(str(article), Settings(), archives=(archive,), offline=True, folder=folder)


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("numbers", type=int, nargs="*", default=[250, 1000, 5000])
    parser.add_argument("--profile", action="store_true", help="what the greatest spends it on")
    asked = parser.parse_args()
    with TemporaryDirectory() as name:
        os.environ["XDG_CACHE_HOME"] = str(Path(name) / "cache")
        os.chdir("/")
        folder = Path(name)
        write_reports(
            finished(audit_article(written(folder / "w", 20), begin_run(Settings().fetch))), folder
        )
        for number in asked.numbers:
            job = written(folder / str(number), number)
            profile = cProfile.Profile(time.process_time)
            if asked.profile and number == asked.numbers[-1]:
                profile.enable()
            before = time.process_time()
            done = audit_article(job, begin_run(Settings().fetch))
            audited = time.process_time()
            write_reports(finished(done), folder)
            written_at = time.process_time()
            profile.disable()
            print(
                f"{number:6} quotations {audited - before:8.2f} s the audit {written_at - audited:8.2f} s its files"
                f" {1000 * (written_at - before) / number:8.2f} ms each",
                flush=True,
            )
            if asked.profile and number == asked.numbers[-1]:
                pstats.Stats(profile).sort_stats("tottime").print_stats(45)
                pstats.Stats(profile).sort_stats("cumtime").print_stats(70)


if __name__ == "__main__":
    main()
