"""``citeaudit index`` and ``search``, and ``--corpus-add``: pages kept and found by their words."""

import json
from pathlib import Path

import pytest

from audit.corpus.schema import writing
from tests.corpus.pages import AROUND, QUOTE, html, lines, row, warc
from tests.end_to_end.run import ROOT, citeaudit, said_with


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "a.html").write_text(html(f"“{QUOTE},” she said."), encoding="utf-8")
    page = {"url": "https://www.bbc.com/news/1", "html": html(comment=QUOTE, title="A \x1b[2Jvote")}
    lines(tmp_path / "list.jsonl", {**page, "date": "2026-03-04"}, {"url": "nowhere"})
    return tmp_path


def test_pages_are_added_once_and_found(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("index", "saved", "list.jsonl", "--corpus", "pages.corpus")
    done = citeaudit(capsys, *words)
    assert (done.code, done.out) == (0, "")
    assert done.err == (
        "citeaudit: list.jsonl, line 2: has no address (url)\n"
        "pages.corpus: 2 pages added, 0 were there already, 1 left out\n"
    )
    assert "0 pages added, 2 were there already" in citeaudit(capsys, *words).err
    done = citeaudit(capsys, "search", "not dig a single metre", "--corpus", "pages.corpus")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "verbatim\n"
        "  A vote\n"
        "  file:saved/a.html\n"
        f"  > “{QUOTE},” she said.\n"
        "\n"
        "verbatim · BBC · 2026-03-04\n"
        "  A ⟦U+001B⟧[2Jvote\n"
        "  https://www.bbc.com/news/1\n"
        f"  > in comments: {QUOTE}\n"
        "\n"
    )


def test_a_search_for_programs_has_all_that_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    citeaudit(capsys, "index", "list.jsonl", "--corpus", "pages.corpus")
    done = citeaudit(capsys, "search", QUOTE, "--corpus", "pages.corpus", "-f", "json")
    found = json.loads(done.out)
    [hit] = found["hits"]
    assert (hit["outlet"], hit["date"], hit["zone"]) == ("BBC", "2026-03-04", "comments")
    assert (hit["verdict"], hit["passage"]) == ("verbatim", QUOTE)
    assert len(found["asked"]) == found["least"] == 5
    assert (found["candidates"], found["read"], found["more"]) == (1, 1, False)


def test_what_is_not_found_is_no_finding(capsys: pytest.CaptureFixture[str]) -> None:
    citeaudit(capsys, "index", "saved", "--corpus", "pages.corpus")
    done = citeaudit(capsys, "search", "nobody said so", "--corpus", "pages.corpus")
    assert done.code == 0
    assert done.out.startswith("not found; ")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("index", "saved"), 2, "--corpus FILE"),
        (("search", "words"), 2, "--corpus FILE"),
        (("index", "none", "--corpus", "a.corpus"), 2, "none: there is no such file or folder"),
        (("index", "n" * 5000, "--corpus", "a.corpus"), 2, "cannot be read: File name too long"),
        (("search", "words", "--corpus", "list.jsonl"), 2, "list.jsonl: not a corpus"),
        (("index", "saved", "--corpus", "list.jsonl"), 2, "list.jsonl: not a corpus"),
        (("search", "words", "--corpus", "none"), 2, "none: the corpus cannot be read"),
        (("search", "?!", "--corpus", "list.jsonl"), 2, "name words to search for"),
        (("index", "empty", "--corpus", "a.corpus"), 3, "no page with words was found"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, told: str
) -> None:
    Path("empty").mkdir()
    done = citeaudit(capsys, *words)
    assert (done.code, done.out) == (code, "")
    assert told in done.err.splitlines()[-1]


def test_a_second_run_that_writes_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    citeaudit(capsys, "index", "saved", "--corpus", "pages.corpus")
    with writing(Path("pages.corpus")):
        done = citeaudit(capsys, "index", "list.jsonl", "--corpus", "pages.corpus")
        assert done.code == 2
        assert done.err == (
            "citeaudit: pages.corpus: another run is writing to this corpus; wait until it has"
            " ended\n"
        )
        assert citeaudit(capsys, "search", QUOTE, "--corpus", "pages.corpus").code == 0


def test_pages_that_an_audit_read_are_added(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    articles = ROOT / "fixtures" / "articles"
    words = (
        *("check", articles / "harbour-tunnel.html", "--offline", "--no-output-dir"),
        *("--sources", articles / "harbour-tunnel.sources.toml"),
        *("--captures", ROOT / "fixtures" / "web.warc.gz", "--corpus-add", "pages.corpus"),
    )
    first = citeaudit(capsys, *words)
    said = first.err.splitlines()[-1]
    assert said.startswith("pages.corpus: ")
    assert said.endswith(" pages added, 0 were there already")
    assert "pages.corpus: 0 pages added" in citeaudit(capsys, *words).err
    added = json.loads(citeaudit(capsys, *words, "-f", "json").out)["sources"]
    read = [each for each in added if each["outcome"] in {"captured", "from-archive"}]
    assert read
    index = ("index", ROOT / "fixtures" / "web.warc.gz", "--corpus", tmp_path / "web.corpus")
    assert citeaudit(capsys, *index).code == 0
    both = citeaudit(capsys, "index", ROOT / "fixtures" / "web.warc.gz", "--corpus", "pages.corpus")
    assert "0 were there already" not in both.err  # an audit and an index know a page as the same


def test_rows_may_be_added_to_what_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    citeaudit(capsys, "index", "saved", "--corpus", "pages.corpus")
    lines(Path("more.jsonl"), row(1, QUOTE))
    done = citeaudit(capsys, "index", "more.jsonl", "--corpus", "pages.corpus")
    assert "1 page added" in done.err


def test_our_own_reports_are_no_pages(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.md", "b.md"):
        (tmp_path / "in" / name).write_text(f"“{QUOTE},” said Ann Lee.\n", encoding="utf-8")
    citeaudit(capsys, "check", "in", "--offline", "--output-dir", "saved/audits")
    citeaudit(capsys, "check", "in/a.md", "--offline", "-o", "html:saved/copy.html")
    (tmp_path / "saved" / "report.html").write_text(html(f"“{QUOTE},” he said."), encoding="utf-8")
    (tmp_path / "saved" / "index.html").write_text(html("Our first page."), encoding="utf-8")
    done = citeaudit(capsys, "index", "saved", "--corpus", "pages.corpus")
    assert "pages.corpus: 3 pages added, 0 were there already, " in done.err
    # Of each article three formats and its path; of both, two pages, a list and the ledger; the copy.
    assert done.err.endswith(", 13 files of reports passed over\n")
    named = citeaudit(capsys, "index", "saved/copy.html", "--corpus", "other.corpus")
    assert "other.corpus: 1 page added" in named.err  # who names one wants it


def test_an_audit_searches_a_corpus_first(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    url = "https://www.bbc.com/news/articles/c1"
    archive = warc(
        tmp_path / "web.warc.gz",
        {url: html(f"“{QUOTE},” said Ines Calloway, the mayor.", day="2026-03-04")},
    )
    Path("story.html").write_text(
        '<meta property="article:published_time" content="2026-03-05T08:00:00Z">'
        f"<article><h1>Tunnel</h1><p>“{QUOTE},” Ines Calloway told the BBC on Wednesday.</p>"
        f"<p>{AROUND}</p></article>",
        encoding="utf-8",
    )
    assert citeaudit(capsys, "index", archive, "--corpus", "pages.corpus").code == 0
    words = ("check", "story.html", "--offline", "--captures", archive, "--corpus", "pages.corpus")
    done = citeaudit(capsys, *words, "-f", "json", "--no-output-dir")
    report = json.loads(done.out)
    said = said_with(report, "not dig a single metre")
    assert (said["standing"], said["verdict"]) == ("discovered", "verbatim")
    assert "--corpus pages.corpus" in " ".join(report["repeat"])
    assert url in {each["url"] for each in report["sources"]}
    assert "the corpus" in citeaudit(capsys, *words, "-f", "markdown", "--no-output-dir").out


def test_a_file_that_is_no_corpus_ends_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    Path("story.txt").write_text("“It is over,” Ann Lee told the BBC.", encoding="utf-8")
    done = citeaudit(capsys, "check", "story.txt", "--offline", "--corpus", "list.jsonl")
    assert done.code == 2
    assert "list.jsonl: not a corpus" in done.err


def test_an_index_of_nothing_leaves_no_corpus(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty").mkdir()
    run = citeaudit(capsys, "index", "empty", "--corpus", "new.corpus")
    assert (run.code, run.out, run.err.count("\n")) == (3, "", 1)
    assert not list(tmp_path.glob("new.corpus*"))
