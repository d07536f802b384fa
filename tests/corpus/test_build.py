import gzip
import json
import random
import threading
import zipfile
from hashlib import sha256
from itertools import islice
from pathlib import Path

import pytest
import zstandard

from audit.corpus.entry import Kept
from audit.corpus.schema import reading, writing
from audit.corpus.search import open_corpus, search_corpus
from audit.corpus.writer import open_writer
from audit.errors import CaptureError, UsageError
from audit.model import Page, PageBlock, Zone
from tests.capture.archives import packed, record, response
from tests.capture.server import http, redirect
from tests.corpus.conftest import Builder
from tests.corpus.pages import AROUND, QUOTE, answer, html, lines, row, warc


def urls(path: Path, words: str = QUOTE) -> list[str]:
    return [hit.kept.url for hit in search_corpus(path, words).hits]


def test_a_folder_is_read_with_all_that_lies_below_it(corpus: Builder, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / "a.html").write_text(html(f"“{QUOTE},” she said."), encoding="utf-8")
    (folder / "deep" / "er" / "b").write_text(html(f"“{QUOTE},” he said."), encoding="utf-8")
    (folder / "c.txt").write_text(f"{QUOTE}\n\n{AROUND}", encoding="utf-8")
    (folder / "d.md").write_text(f"# A vote\n\n> {QUOTE}\n\n{AROUND}", encoding="utf-8")
    (folder / ".hidden.html").write_text(html(QUOTE), encoding="utf-8")
    (folder / "link.html").symlink_to(folder / "a.html")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / "style.css").write_text(f"/* {QUOTE} */", encoding="utf-8")
    built = corpus(folder)
    assert (built.added, built.left_out) == (4, 0)
    names = {url.removeprefix(f"file:{folder}/") for url in urls(corpus.path)}
    assert names == {"a.html", "deep/er/b", "c.txt", "d.md"}


def test_a_page_keeps_its_zones_title_dates_and_digest(corpus: Builder, tmp_path: Path) -> None:
    page = html("Nothing was said.", title="The vote", day="2026-03-04", comment=QUOTE)
    url = "https://www.bbc.com/news/1"
    corpus(warc(tmp_path / "a.warc.gz", {url: page}))
    [hit] = search_corpus(corpus.path, QUOTE).hits
    assert (hit.kept.url, hit.kept.page.title, hit.outlet) == (url, "The vote", "BBC")
    assert (hit.kept.published, hit.kept.captured) == ("2026-03-04", "2024-06-01T12:00:00Z")
    assert hit.kept.sha256 == sha256(page.encode()).hexdigest()
    assert hit.check.zone is Zone.COMMENTS
    assert hit.passage == QUOTE


@pytest.mark.parametrize("name", ["plain.warc", "packed.warc.gz", "bundle.wacz"])
def test_archives_are_read_as_they_are_stored(corpus: Builder, tmp_path: Path, name: str) -> None:
    records = [
        response("https://news.example/a", answer(html(QUOTE))),
        response("https://news.example/moved", redirect("/a")),
        response("https://news.example/gone", http("404 Not Found", html(QUOTE).encode())),
        record("request", "https://news.example/a", b"GET /a HTTP/1.1\r\n\r\n"),
        response("https://news.example/b", answer(html(f"“{QUOTE},” said the mayor."))),
    ]
    path = tmp_path / name
    if name.endswith(".wacz"):
        with zipfile.ZipFile(path, "w") as bundle:
            bundle.writestr("archive/data.warc.gz", packed(*records))
            bundle.writestr("datapackage.json", json.dumps({"resources": []}))
    else:
        path.write_bytes(packed(*records) if name.endswith(".gz") else b"".join(records))
    built = corpus(path)
    assert (built.added, built.left_out) == (2, 0)
    assert set(urls(corpus.path)) == {"https://news.example/a", "https://news.example/b"}


def test_what_is_there_is_not_read_again(
    corpus: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "all"
    folder.mkdir()
    (folder / "a.html").write_text(html(QUOTE), encoding="utf-8")
    warc(folder / "b.warc.gz", {"https://news.example/b": html(f"{QUOTE}!")})
    lines(folder / "c.jsonl", row(1, QUOTE), row(1, QUOTE), row(2, QUOTE))
    first = corpus(folder)
    assert (first.added, first.known) == (4, 1)
    read: list[str] = []
    monkeypatch.setattr("audit.corpus.build._kept", lambda given: read.append(given.name))
    second = corpus(folder)
    assert (second.added, second.known, read) == (0, 5, [])
    with open_corpus(corpus.path) as opened:
        assert len(opened) == 4


def test_a_page_with_other_words_is_one_more(corpus: Builder, tmp_path: Path) -> None:
    url = "https://news.example/a"
    corpus(warc(tmp_path / "old.warc.gz", {url: html(QUOTE, day="2026-03-04")}))
    corpus(warc(tmp_path / "new.warc.gz", {url: html(QUOTE.replace("14", "15"), day="2026-03-04")}))
    hits = search_corpus(corpus.path, QUOTE).hits
    assert [hit.check.verdict for hit in hits] == ["verbatim"]
    changed = search_corpus(corpus.path, QUOTE.replace("14", "15")).hits
    assert [hit.passage for hit in changed] == [QUOTE.replace("14", "15")]


def test_a_list_has_a_page_in_each_line(corpus: Builder, tmp_path: Path) -> None:
    path = lines(
        tmp_path / "pages.jsonl",
        row(1, f"“{QUOTE},” she said.", title="A vote", date="2026-03-04T10:00:00Z"),
        {"url": "https://news.example/2", "html": html(QUOTE), "date": "Wed, 04 Mar 2026 10:00:00"},
        {"url": "https://news.example/3", "html": html(QUOTE, day="2026-03-01"), "date": "soon"},
        {"url": "https://news.example/4"},
        {"text": QUOTE},
        {"url": "javascript:alert(1)", "text": QUOTE},
        [QUOTE],
        row(5, "a half \ud800 of a character"),
    )
    with path.open("ab") as file:
        file.write(b"\n{\xff}\n" + b'[[[[[[[[[[{"a":' * 20_000 + b"\n")
    built = corpus(path)
    assert (built.added, built.left_out) == (4, 6)
    assert built.unreadable[0] == f"{path}, line 4: has neither html nor text"
    found = {hit.kept.url[-1]: hit.kept.published for hit in search_corpus(corpus.path, QUOTE).hits}
    assert found == {"1": "2026-03-04", "2": "2026-03-04", "3": "2026-03-01"}
    [hit] = search_corpus(corpus.path, "half of a character").hits
    assert hit.kept.page.text == "a half ? of a character"


def test_the_title_of_a_text_is_its_headline(corpus: Builder, tmp_path: Path) -> None:
    corpus(lines(tmp_path / "a.jsonl", row(1, AROUND, title="Tunnel vote is put off again")))
    [hit] = search_corpus(corpus.path, "Tunnel vote is put off").hits
    assert hit.check.zone is Zone.HEADLINE


def test_a_list_may_be_gzipped(corpus: Builder, tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl.gz"
    path.write_bytes(gzip.compress(lines(tmp_path / "plain", row(1, QUOTE)).read_bytes()))
    assert corpus(path).added == 1
    path.write_bytes(path.read_bytes()[:-12])
    with pytest.raises(UsageError, match="cannot be read"):
        corpus(path)


def test_a_damaged_archive_among_others_stops_none(corpus: Builder, tmp_path: Path) -> None:
    folder = tmp_path / "all"
    folder.mkdir()
    (folder / "a.warc.gz").write_bytes(b"no archive")
    warc(folder / "b.warc.gz", {"https://news.example/b": html(QUOTE)})
    built = corpus(folder)
    assert (built.added, built.left_out) == (1, 1)
    assert "not a web archive" in built.unreadable[0]
    with pytest.raises(CaptureError, match="not a web archive"):
        corpus(folder / "a.warc.gz")


def test_what_came_before_a_damaged_input_stays(corpus: Builder, tmp_path: Path) -> None:
    good = lines(tmp_path / "a.jsonl", row(1, QUOTE))
    (tmp_path / "b.warc.gz").write_bytes(b"no archive")
    with pytest.raises(CaptureError):
        corpus(good, tmp_path / "b.warc.gz")
    assert urls(corpus.path) == ["https://news.example/1"]


def test_a_second_writer_is_told_at_once(corpus: Builder, tmp_path: Path) -> None:
    pages = lines(tmp_path / "a.jsonl", row(1, QUOTE))
    corpus(pages)
    with writing(corpus.path), pytest.raises(CaptureError) as told:
        corpus(pages)
    assert str(told.value) == (
        f"{corpus.path}: another run is writing to this corpus; wait until it has ended"
    )


def test_readers_go_on_while_somebody_writes(corpus: Builder, tmp_path: Path) -> None:
    corpus(lines(tmp_path / "a.jsonl", row(1, QUOTE)))
    with open_corpus(corpus.path) as before, writing(corpus.path) as writer:
        writer.execute("DELETE FROM block")
        seen: list[int] = []
        reader = threading.Thread(
            target=lambda: seen.append(len(search_corpus(corpus.path, QUOTE).hits))
        )
        reader.start()
        reader.join()
        assert seen == [1]
        assert len(before.search(QUOTE).hits) == 1
        writer.rollback()
    corpus(lines(tmp_path / "a.jsonl", row(1, QUOTE)))  # the next one leaves no log behind
    assert [path.name for path in tmp_path.glob("pages.corpus*")] == ["pages.corpus"]


def test_a_run_that_was_killed_costs_what_it_had_not_committed(
    corpus: Builder, tmp_path: Path
) -> None:
    corpus(lines(tmp_path / "a.jsonl", row(1, QUOTE)))
    killed = tmp_path / "killed.corpus"
    with writing(corpus.path) as writer:
        writer.execute("DELETE FROM block")
        for ending in ("", "-wal", "-shm"):
            source = corpus.path.with_name(corpus.path.name + ending)
            killed.with_name(killed.name + ending).write_bytes(source.read_bytes())
        writer.rollback()
    assert urls(killed) == ["https://news.example/1"]
    corpus.path = killed
    assert corpus(lines(tmp_path / "b.jsonl", row(2, QUOTE))).added == 1


def test_what_pages_share_is_kept_once(tmp_path: Path) -> None:
    path = tmp_path / "many.corpus"
    rng = random.Random(5)
    names = ["".join(rng.choices("aeioulmnrst", k=7)) for _ in range(3000)]

    def add(numbers: range) -> None:
        with open_writer(path) as writer:
            for number in numbers:
                text = f"{QUOTE} {number}. {' '.join(rng.choices(names, k=450))}"
                page = Page(text, (PageBlock(0, len(text), Zone.MAIN),))
                sha = sha256(text.encode()).hexdigest()
                writer.add(Kept(f"https://e.example/{number}", sha, page, "2026-03-01"))

    add(range(20))  # too few to learn from
    add(range(20, 1100))
    add(range(1100, 1200))
    with reading(path) as connection:
        assert connection.execute("SELECT count(*) FROM dictionary").fetchone() == (1,)
        kinds = {
            bool(zstandard.get_frame_parameters(data).dict_id)
            for (data,) in connection.execute("SELECT data FROM block")
        }
    assert kinds == {False, True}
    for number in (3, 19, 20, 700, 1099, 1100, 1199):
        [hit] = search_corpus(path, f"all 14 conditions of the harbour board are met {number}").hits
        assert hit.kept.url == f"https://e.example/{number}"
        assert hit.kept.published == "2026-03-01"


def pieces_of_index(path: Path) -> int:
    with reading(path) as connection:
        (pieces,) = connection.execute("SELECT count(DISTINCT segid) FROM word_idx").fetchone()
    return int(pieces)


@pytest.mark.parametrize("more", [3, 9])
def test_an_index_is_joined_where_a_run_adds_much(more: int, tmp_path: Path) -> None:
    """One piece is searched faster; for a few pages more, all of it is not written anew."""
    path = tmp_path / "pages.corpus"
    pieces: list[int] = []
    numbers = iter(range(1000))
    for added in (40, more, 60):
        with open_writer(path) as writer:
            for number in islice(numbers, added):
                text = f"{QUOTE}, number {number} said.\n\n{AROUND}"
                page = Page(text, (PageBlock(0, len(text), Zone.MAIN),))
                digest = sha256(text.encode()).hexdigest()
                writer.add(Kept(f"https://news.example/{number}", digest, page))
        pieces.append(pieces_of_index(path))
    assert pieces == [1, 2, 1]
    with open_corpus(path) as corpus:
        assert len(corpus) == 100 + more
        assert corpus.search("number 7 said").hits
