"""Which articles a command is given, and that each report has a folder of its own."""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

import pytest

from audit.cli.inputs.articles import articles
from audit.cli.inputs.folders import report_folders
from audit.errors import ReadError, UsageError
from tests.end_to_end.run import citeaudit

TEXT = "It rained all day in the town, and the fair was called off at noon.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "posts").mkdir()
    for name in ("one.md", "posts/two.html", "posts/three.txt"):
        (tmp_path / name).write_text(f"<p>{TEXT}</p>" if "html" in name else TEXT, encoding="utf-8")
    return tmp_path


OURS = {"one.md", "posts/two.html", "posts/three.txt"}


@pytest.mark.parametrize("words", [(), ("--output-dir", "made/here"), ("--output-dir", ".")])
def test_a_run_audits_no_report_of_an_earlier_one(
    words: tuple[str, ...], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert project.is_dir()
    for number in range(3):
        run = citeaudit(capsys, "check", ".", "--offline", *words, "-f", "jsonl")
        assert run.code == 0, run.err
        assert run.out.count("\n") == 3
        assert ("passed over" in run.err) == (number > 0)


def test_reports_are_passed_over_wherever_they_are(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    citeaudit(capsys, "check", ".", "--offline", "--output-dir", "elsewhere")
    assert set(articles(["."], (), project / "reports")) == OURS
    assert set(articles(["**/*.*"], (), project / "reports")) >= OURS
    found = articles(["**/*.md"], (), project / "reports")
    assert found == ["one.md"]


def test_a_pattern_passes_over_the_output_folder_and_a_name_does_not(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    citeaudit(capsys, "check", ".", "--offline")
    (project / "reports" / "notes.md").write_text(TEXT, encoding="utf-8")
    output_dir = project / "reports"
    assert articles(["**/*.md"], (), output_dir) == ["one.md"]
    assert articles(["reports"], (), output_dir) == ["reports/notes.md"]
    assert articles(["reports/*.md"], (), output_dir) == ["reports/notes.md"]
    assert articles(["reports/one/report.md"], (), output_dir) == ["reports/one/report.md"]


def test_an_article_of_the_same_name_is_no_report(project: Path) -> None:
    for name in ("report.md", "posts/index.md"):
        (project / name).write_text(f"# Citation audits of our own\n\n{TEXT}", encoding="utf-8")
    (project / "report.json").write_text('{"name": "annual"}', encoding="utf-8")
    assert set(articles(["."])) == {*OURS, "report.md", "posts/index.md"}


def test_saved_pages_that_a_sources_file_names_are_no_articles_of_a_folder(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project / "drafts"
    folder.mkdir()
    for name in ("a.md", "interview.txt", "page.html", "other.html"):
        (folder / name).write_text("It rained.\n", encoding="utf-8")
    (folder / "a.sources.toml").write_text(
        '[[source]]\nspeaker = "Ann Lee"\nfile = "interview.txt"\n'
        '[[source]]\nurl = "https://news.example/a"\nfile = "page.html"\n',
        encoding="utf-8",
    )
    (folder / "other.sources.toml").write_text("[[source", encoding="utf-8")
    kept = [str(folder / "a.md"), str(folder / "other.html")]
    assert articles([str(folder)]) == kept
    assert "passed over 2 that sources files name" in capsys.readouterr().err
    assert articles([f"{folder}/*.*"])[:1] == kept[:1]
    assert articles([str(folder / "page.html")]) == [str(folder / "page.html")]  # it is named


def test_two_spellings_of_a_path_are_one_article(project: Path) -> None:
    names = ["one.md", "./one.md", str(project / "one.md"), "posts/../one.md"]
    assert articles(names) == ["one.md"]


def test_folders_as_deep_as_they_go_are_looked_into(project: Path) -> None:
    deep = project
    for _ in range(60):
        deep /= "d" * 30
    made = os.open(project, os.O_RDONLY)
    try:
        for part in deep.relative_to(project).parts:
            os.mkdir(part, dir_fd=made)
            above, made = made, os.open(part, os.O_RDONLY, dir_fd=made)
            os.close(above)
    finally:
        os.close(made)
    assert set(articles(["."])) == OURS


@pytest.mark.parametrize("name", ["n" * 300, "n" * 5000, "a\0b", "?" * 300, "file/below", "[a\0b]"])
def test_a_name_that_no_file_has_is_one_line(
    name: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "list").write_bytes(name.encode() + b"\n")
    (project / "file").write_text(TEXT, encoding="utf-8")
    run = citeaudit(capsys, "check", "--from-file", "list", "--offline")
    assert run.code == 3
    assert run.err.count("\n") == 1


def test_an_empty_name_is_no_folder(capsys: pytest.CaptureFixture[str]) -> None:
    run = citeaudit(capsys, "check", "", "--offline")
    assert (run.code, run.out) == (3, "")
    assert run.err == "citeaudit: a name is empty: name an article, a folder or a URL\n"


@pytest.mark.parametrize("name", ["n" * 5000, "n" * 5000 + ".md", "a/" + "n" * 5000 + "::4"])
def test_a_name_too_long_on_the_command_line_is_one_line(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run = citeaudit(capsys, "check", name, "--offline")
    assert (run.code, run.err.count("\n")) == (3, 1)
    assert "cannot be read: File name too long" in run.err


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may look anywhere"
)
def test_a_folder_that_may_not_be_looked_into_is_one_line(project: Path) -> None:
    (project / "closed").mkdir(mode=0)
    with pytest.raises(ReadError, match="closed cannot be looked into"):
        articles(["closed"])


def test_a_folder_below_that_cannot_be_looked_into_leaves_the_others(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = articles(["."])
    (project / "closed").mkdir()
    looked_into = Path.iterdir

    def refused(folder: Path) -> Iterator[Path]:
        if folder.name == "closed":
            raise PermissionError(13, "Permission denied", str(folder))
        return looked_into(folder)

    monkeypatch.setattr(Path, "iterdir", refused)
    capsys.readouterr()
    assert articles(["."]) == whole
    err = capsys.readouterr().err
    assert "closed cannot be looked into: Permission denied; its articles are passed over\n" in err


def folders(names: Sequence[str], output_dir: Path) -> dict[str, Path]:
    """The folders of one run that keeps nothing."""
    with report_folders(names, output_dir) as found:
        assert all(path.is_dir() for path in found.values())
    assert not any(path.exists() for path in found.values())
    return found


def hashed(name: str) -> str:
    return sha256(f"../{name}".encode()).hexdigest()[:8]


SAME_PLACE = [
    ["a.html", "x/a.html"],
    ["a.html", "a.md", "A.txt"],
    ["a.html", "x/a.html", f"a-{hashed('a.html')}.html", f"a-{hashed('x/a.html')}.md"],
    ["straße.md", "strasse.md"],
    ["ﬁne.md", "fine.md"],
    ["İ.md", "i.md"],
    ["가.md", "\u1100\u1161.md"],
    ["a" * 90 + "1.md", "a" * 90 + "2.md"],
    ["-.md", "article.md", "https://e.example/"],
    ["nul.md", "nul-article.md"],
    ["-", "stdin.md"],
    ["https://e.example/a?1", "https://e.example/a?2", "a.md"],
    ["\udcff.md", "\udcfe.md"],
]


@pytest.mark.parametrize("names", SAME_PLACE, ids=[names[0][:20] for names in SAME_PLACE])
def test_no_two_articles_share_a_folder(names: list[str], project: Path) -> None:
    assert project.is_dir()
    for order in (names, names[::-1]):
        found = folders(order, Path("reports"))
        assert list(found) == order
        keys = {
            normalize("NFKC", normalize("NFKC", path.name).casefold()) for path in found.values()
        }
        assert len(keys) == len(names)
        assert found == folders(names, Path("reports"))


def report_paths(folder: Path) -> dict[str, str]:
    """Whose report is in each folder, by the report itself."""
    return {
        path.parent.relative_to(folder).as_posix(): json.loads(path.read_text(encoding="utf-8"))[
            "article"
        ]["path"]
        for path in folder.rglob("report.json")
    }


def check(capsys: pytest.CaptureFixture[str], *words: str) -> None:
    run = citeaudit(capsys, "check", *words, "--offline")
    assert run.code == 0, run.err


def test_a_folder_stays_with_its_article_in_later_runs(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("one.md", "posts/one.md", "posts/one.txt"):
        (project / name).write_text(TEXT, encoding="utf-8")
    check(capsys, "posts/one.md")
    check(capsys, "one.md")
    first = report_paths(project / "reports")
    assert first["one"] == "posts/one.md"
    assert sorted(first.values()) == ["one.md", "posts/one.md"]
    for words in (["one.md"], ["posts/one.txt", "one.md", "posts/one.md"], ["posts/one.md"]):
        check(capsys, *words)
        found = report_paths(project / "reports")
        assert first.items() <= found.items()
    assert len(found) == 3
    assert (project / "reports" / "one" / "article.path").read_text() == "../posts/one.md\n"


def test_one_spelling_from_two_folders_is_two_articles(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "posts" / "one.md").write_text(TEXT, encoding="utf-8")
    check(capsys, "one.md")
    monkeypatch.chdir(project / "posts")
    check(capsys, "one.md", "--output-dir", "../reports")
    assert len(report_paths(project / "reports")) == 2
    check(capsys, "../one.md", "--output-dir", "../reports")
    assert len(report_paths(project / "reports")) == 2


def test_reports_of_before_stay_with_their_articles(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check(capsys, "one.md")
    (project / "reports" / "one" / "article.path").unlink()
    (project / "posts" / "one.md").write_text(TEXT, encoding="utf-8")
    check(capsys, "posts/one.md")
    check(capsys, "one.md")
    found = report_paths(project / "reports")
    assert (found["one"], len(found)) == ("one.md", 2)


@pytest.mark.parametrize("content", [b"", b"\xff\n", b"../x.md\n" * 9_000, None])
def test_a_folder_of_nobody_knows_whom_is_left_alone(
    content: bytes | None, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    owner = project / "reports" / "one" / "article.path"
    owner.parent.mkdir(parents=True)
    if content is None:
        owner.mkdir()
    else:
        owner.write_bytes(content)
    check(capsys, "one.md")
    assert [path.name for path in owner.parent.iterdir()] == ["article.path"]
    assert len(report_paths(project / "reports")) == 1


def test_two_processes_share_no_folder(tmp_path: Path) -> None:
    names = ["a.md", "x/a.md", "y/a.md"]
    with ExitStack() as runs:
        found = [runs.enter_context(report_folders([name], tmp_path)) for name in names]
        assert len({path for folders in found for path in folders.values()}) == len(names)


def test_capture_and_quote_share_no_folder_with_another_article(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "posts" / "one.md").write_text(f"{TEXT}\n[a](http://127.0.0.1:9/)", encoding="utf-8")
    (project / "one.md").write_text(f"{TEXT}\n[a](http://127.0.0.1:9/)", encoding="utf-8")
    for name in ("one.md", "posts/one.md", "one.md"):
        assert citeaudit(capsys, "capture", name).code == 0
    citeaudit(capsys, "quote", "It rained", "http://127.0.0.1:9/one.html")
    owners = {path.read_text().strip() for path in project.glob("reports/*/article.path")}
    assert owners == {"../one.md", "../posts/one.md", "http://127.0.0.1:9/one.html"}
    assert len(list(project.glob("reports/*/*.warc.gz"))) == 3


@pytest.mark.parametrize("name", ["con", "NUL", "com1", "𝒜" * 100, "語" * 100, "..", "a" * 300])
def test_a_folder_has_a_name_that_every_system_takes(name: str, tmp_path: Path) -> None:
    [folder] = folders([f"{name}.md"], tmp_path).values()
    assert 0 < len(folder.name.encode()) <= 200
    assert folder.name.casefold() not in {"con", "nul", "com1", "..", "."}


def test_a_run_of_several_names_folders_after_paths(project: Path) -> None:
    names = [
        "posts/2026/last-reel/index.md",
        "posts/2026/last-reel.md",
        "posts/2026/First Reel.html",
        "../elsewhere/draft.md",
        str(project / "one.md"),
        "https://news.example/2026/story.html?page=2",
        "-",
    ]
    with report_folders(names, Path("reports"), by_path=True) as found:
        places = [path.relative_to("reports").as_posix() for path in found.values()]
    assert places[1].startswith("posts/2026/last-reel-")
    assert [places[0], *places[2:]] == [
        *("posts/2026/last-reel-" + places[0][-8:], "posts/2026/first-reel", "elsewhere/draft"),
        *("one", "news-example/2026/story", "stdin"),
    ]
    assert not (project / "reports").exists()


def test_no_folder_is_made_behind_a_link(project: Path) -> None:
    (project / "reports").mkdir()
    (project / "reports" / "posts").symlink_to(project / "posts")
    names = ["posts/two.html", "posts/three.txt"]
    with (
        pytest.raises(UsageError, match="is a link, which is not followed"),
        report_folders(names, Path("reports"), by_path=True),
    ):
        pass
    assert not (project / "posts" / "two").exists()


def test_a_single_name_stays_as_it_is(tmp_path: Path) -> None:
    name = "posts/Last Reel.md"
    assert folders([name], tmp_path) == {name: tmp_path / "last-reel"}
