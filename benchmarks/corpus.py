"""What a corpus costs: pages a second to build, its size, and how long a search takes, on one core.

    python -m benchmarks.corpus [PAGES]

Pages of some 3 kB are made of a vocabulary of 150,000 words, as frequent as Zipf and Mandelbrot
have it. Building is from pages whose text is extracted already, CPU seconds of this process, made
text not counted; beside it, what FTS5 takes as it comes for the same texts in the same run. Searches are for 6 to 30 words in a row of a page: as they stand, with a word
changed, and of none. 'Common' are the words of the middle of the list of frequencies alone: the
hardest to tell apart. The size of the index is that of its tables, of the file all of it, to be
compared with the text; memory is the most that the process took at any time, the generator's
vocabulary included.
"""

import random
import resource
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

from audit.corpus.entry import Kept
from audit.corpus.schema import TOKENIZER
from audit.corpus.search import Corpus, open_corpus
from audit.corpus.writer import open_writer
from audit.model import Page
from audit.page.layout import paragraphs

PAGES = 100_000
LENGTH = 3_000  # characters
SEARCHES = 300
_VOCABULARY = 150_000
_LETTERS = "etaoinshrdlucmfwypvbgkjqxz"
_WEIGHTS = [1 / (rank + 2) for rank in range(len(_LETTERS))]


class Language:
    """Made words, the frequent ones shorter, and texts of them."""

    def __init__(self, seed: int) -> None:
        rng = random.Random(seed)
        words: dict[str, None] = {}
        while len(words) < _VOCABULARY:
            length = max(1, round(rng.gauss(2.2 + 1.25 * len(words) ** 0.14, 1.2)))
            words["".join(rng.choices(_LETTERS, _WEIGHTS, k=length))] = None
        self.words = list(words)
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(_VOCABULARY)))

    def text(self, rng: random.Random) -> str:
        """Paragraphs of sentences."""
        made: list[str] = []
        size = 0
        while size < LENGTH:
            words = rng.choices(self.words, cum_weights=self._weights, k=rng.randrange(8, 30))
            made.append(f"{' '.join(words).capitalize()}.{rng.choice((' ', ' ', chr(10) * 2))}")
            size += len(made[-1])
        return "".join(made)


def kept(language: Language, number: int) -> Kept:
    """The page with a number: always the same."""
    text = language.text(random.Random(number))
    url = f"https://outlet-{number % 40}.example/{2000 + number % 26}/story-{number}"
    page = Page(text, tuple(paragraphs(text)), url=url, title=f"Story {number}")
    return Kept(url, sha256(text.encode()).hexdigest(), page, f"20{number % 26:02}-05-01")


def built(language: Language, pages: int, path: Path) -> tuple[float, int]:
    """The CPU seconds that building took, and the bytes of the text."""
    size, spent = 0, 0.0
    with open_writer(path) as writer:
        for number in range(pages):
            page = kept(language, number)
            size += len(page.page.text.encode())
            before = time.process_time()
            writer.add(page)
            spent += time.process_time() - before
        before = time.process_time()
    return spent + time.process_time() - before, size


def built_plain(language: Language, pages: int, path: Path) -> tuple[float, float]:
    """The CPU seconds that an index of FTS5 takes as it comes, and the phrases a second it answers.

    Of the same texts, with positions, so that it answers phrases itself; it keeps no text, no
    address and no date, and knows no page that is there already.
    """
    spent = 0.0
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        run = connection.execute
        run("PRAGMA synchronous = OFF")
        run("PRAGMA journal_mode = WAL")
        run(f"CREATE VIRTUAL TABLE word USING fts5 (text, content='', tokenize='{TOKENIZER}')")
        run("BEGIN")
        for number in range(pages):
            text = kept(language, number).page.text
            before = time.process_time()
            run("INSERT INTO word (rowid, text) VALUES (?, ?)", (number, text))
            spent += time.process_time() - before
        before = time.process_time()
        run("COMMIT")
        spent += time.process_time() - before
        asked = [" ".join(words) for _, words in passages(language, pages)]
        before = time.process_time()
        for words in asked:
            phrase = words.replace('"', " ")
            run("SELECT rowid FROM word WHERE word MATCH ? LIMIT 10", (f'"{phrase}"',)).fetchall()
        return spent, len(asked) / (time.process_time() - before)


def passages(language: Language, pages: int) -> Iterator[tuple[int, list[str]]]:
    """The words of passages, and of which page they are."""
    rng = random.Random(11)
    for _ in range(SEARCHES):
        number = rng.randrange(pages)
        words = kept(language, number).page.text.split()
        length = rng.randrange(6, 30)
        at = rng.randrange(len(words) - length)
        yield number, words[at : at + length]


def searched(corpus: Corpus, quotations: Sequence[tuple[int | None, str]]) -> str:
    """How long searches take, and how many find the page that they should."""
    times, right = [], 0
    for number, words in quotations:
        before = time.process_time()
        found = corpus.search(words)
        times.append(1000 * (time.process_time() - before))
        urls = [hit.kept.url for hit in found.hits]
        right += not urls if number is None else any(url.endswith(f"-{number}") for url in urls)
    times.sort()
    p95 = times[int(0.95 * len(times))]
    return (
        f"{len(times) / sum(times) * 1000:8.0f}/s  median {statistics.median(times):6.2f} ms"
        f"  p95 {p95:6.2f} ms  most {times[-1]:7.2f} ms  right {right}/{len(times)}"
    )


def questions(language: Language, pages: int) -> dict[str, list[tuple[int | None, str]]]:
    """Quotations by kind, each with the page that has it, None where none has."""
    rng = random.Random(12)
    made: dict[str, list[tuple[int | None, str]]] = {
        kind: [] for kind in ("as it stands", "a word changed", "of none", "common words")
    }
    for number, words in passages(language, pages):
        made["as it stands"].append((number, " ".join(words)))
        changed = list(words)
        changed[rng.randrange(1, len(words) - 1)] = rng.choice(language.words)
        made["a word changed"].append((number, " ".join(changed)))
        shuffled = rng.sample(words, len(words))
        made["of none"].append((None, " ".join(shuffled)))
        common = " ".join(rng.choices(language.words[40:400], k=8))
        made["common words"].append((None, common))
    return made


def sizes(path: Path) -> tuple[int, int]:
    """The bytes of the index and of the file."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        (index,) = connection.execute(
            "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'word_%'"
        ).fetchone()
    return index, path.stat().st_size


def timed(name: str, work: Callable[[], str]) -> None:
    """Prints what comes of some work."""
    print(f"{name:16}{work()}", flush=True)


def main() -> None:
    """Builds a corpus of made pages and searches it."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    language = Language(7)
    with TemporaryDirectory() as folder:
        path = Path(folder, "made.corpus")
        spent, text = built(language, pages, path)
        index, file = sizes(path)
        print(f"{pages:,} pages, {text / 1e6:,.0f} MB of text ({text / pages:,.0f} bytes a page)")
        plain, phrases = built_plain(language, pages, Path(folder, "plain.sqlite"))
        print(
            f"build           {pages / spent:8.0f}/s  (FTS5 as it comes {pages / plain:.0f}/s,"
            f" {spent / plain:.2f} of its time; phrases there {phrases:.0f}/s)"
        )
        print(f"index           {index / text:8.0%} of the text; the file {file / text:.0%}")
        with open_corpus(path) as corpus:
            for name, asked in questions(language, pages).items():
                timed(name, lambda asked=asked: searched(corpus, asked))  # type: ignore[misc]
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory          {most:8.0f} MB")


if __name__ == "__main__":
    main()
