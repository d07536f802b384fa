"""Settings, sources files, baselines and lists that are bombs: one line, exit 2 or 3, in bounds."""

import json
import os
import tracemalloc
from pathlib import Path

import pytest

from audit.config import load_settings, load_sources
from audit.errors import UsageError
from audit.waive import read_baseline
from tests.end_to_end.run import citeaudit

SOURCE = "[[source]]\nline = 1\nurl = 'https://a.example'\n"

BOMBS = {
    "a dotted key": ".".join(["a"] * 20_000) + " = 1",
    "a dotted key in quotation marks": ".".join(['"a.\\""'] * 20_000) + " = 1",
    "a dotted key of literal strings": " . ".join(["'#'"] * 20_000) + " = 1",
    "a dotted table": f"[{'.'.join(['a'] * 20_000)}]",
    "dotted keys in an inline table": f"a = {{{'.'.join(['b'] * 20_000)} = 1}}",
    "a dotted key behind a string": 'b = """\n"""\n' + ".".join(["a"] * 20_000) + " = 1",
    "arrays in arrays": "a = " + "[" * 50_000 + "]" * 50_000,
    "arrays in arrays, line by line": "a = " + "[\n" * 50_000 + "]" * 50_000,
    "tables in tables": "a = " + "{b = " * 50_000 + "1" + "}" * 50_000,
    "an integer": "deadline = " + "9" * 5000,
    "an integer with underscores": "max-bytes = " + "1_0" * 5000,
    "a hexadecimal integer": "max-bytes = 0x" + "f" * 500_000,
    "a float": "deadline = 1e999999999",
    "a float of many digits": "deadline = " + "1" * 500_000 + ".5",
    "no number": "deadline = nan",
    "infinity": "delay = inf",
    "a date that is none": "style = 2026-13-45",
    "a time that is none": "style = 99:99:99",
    "a far zone": "style = 2026-01-01T00:00:00+99:99",
    "a key twice": "style = 'strict'\nstyle = 'strict'",
    "a long key": "a" * 900_000 + " = 1",
    "a key with controls": '"\\u001b]0;x\\u0007\\n::error::x" = 1',
    "a NUL": "style = 'strict'\0",
    "a NUL in a path": 'output-dir = "a\\u0000b"',
    "a long path": f"output-dir = '{'x' * 300}'",
    "a long path of long characters": f"output-dir = '{'ü' * 200}'",
    "a string without an end": 'style = "' + "x" * 900_000,
    "a text without an end": 'style = """' + '""\\"' * 200_000,
    "a surrogate": 'style = "\\ud800"',
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_one_short_line_and_takes_no_memory(tmp_path: Path, text: str) -> None:
    path = tmp_path / "citeaudit.toml"
    path.write_text(text, encoding="utf-8")
    for load in (load_settings, load_sources):
        tracemalloc.start()
        with pytest.raises(UsageError) as caught:
            load(path)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 100_000_000
        assert "\n" not in str(caught.value)
        assert len(str(caught.value)) < 500 + len(str(path))


def test_many_tables_within_the_bounds_take_memory_within_bounds(tmp_path: Path) -> None:
    path = tmp_path / "citeaudit.toml"
    path.write_text("".join(f"[{i}.a.b.c.d.e.f]\n" for i in range(50_000)), encoding="utf-8")
    tracemalloc.start()
    with pytest.raises(UsageError):
        load_settings(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 500_000_000


@pytest.mark.parametrize(
    "text",
    [
        "[tool.a.b.'c.d'.\"e.f\".g]\nh = [1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5, 0.5]\n",
        "# a.b.c.d.e.f.g.h.i.j [[[[[[[[[[[[[[[[[[[[[[[[\na = 'a.b.c.d.e.f.g.h.i.j [[[[[[[[[[[[[[[[[[[[['\n",
        'a = """\nx.x.x.x.x.x.x.x.x.x.x "" [[[[[[[[[[[[[[[[[[[[[[[[[[[ \\""" """\nb = 1.5\n',
        "a = '''\nx.x.x.x.x.x.x.x.x.x.x '' [[[[[[[[[[[[[[[[[[[[[[[[[[[ '''''\nb = 1.5\n",
        "\ufeffa = 1\n",
    ],
)
def test_what_other_tools_have_in_a_pyproject_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    (tmp_path / "pyproject.toml").write_text(
        text + "[tool.citeaudit]\ndeadline = 9\n", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    assert load_settings(environment={}).fetch.deadline == 9


@pytest.mark.parametrize("name", ["citeaudit.toml", "pyproject.toml"])
@pytest.mark.parametrize("kind", ["folder", "pipe", "device", "loop", "nothing"])
def test_a_projects_file_that_is_none_is_refused_and_not_left_out(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    kind: str,
) -> None:
    path = tmp_path / name
    match kind:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "device":
            path.symlink_to("/dev/zero")
        case "loop":
            path.symlink_to(name)
        case _:
            path.symlink_to("none")
    monkeypatch.chdir(tmp_path)
    for words in (("config",), ("config", "--config", name)):
        run = citeaudit(capsys, *words)
        assert run.code == 2
        assert len(run.err.splitlines()) == 1
        assert name in run.err


def test_a_large_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "citeaudit.toml"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)  # of which the disk has nothing
    for load in (load_settings, load_sources):
        with pytest.raises(UsageError, match="is larger than"):
            load(path)


@pytest.mark.parametrize("data", [b"\xff\xfe", b"a = '\xc3'", b"\xef\xbb\xbf\xef\xbb\xbfa = 1"])
def test_bytes_that_are_no_text_are_one_line(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "citeaudit.toml"
    path.write_bytes(data)
    with pytest.raises(UsageError):
        load_settings(path)


@pytest.mark.parametrize(
    ("file", "says"),
    [
        ("../secret.txt", "leads out of the folder"),
        ("/etc/hostname", "leads out of the folder"),
        ("link.txt", "leads out of the folder"),
        ("folder/secret.txt", "leads out of the folder"),
        (".git/config", "is hidden"),
        ("shown.txt", "is hidden"),
        ("round", "circle"),
        ("folder", "leads out of"),
        (".", "is a folder"),
        ("page\\u0000.html", "expected the path"),
        ("x" * 300, "expected the path"),
        ("y/" * 900, "there is no file"),
    ],
)
def test_a_sources_file_takes_pages_of_its_folder_only(
    tmp_path: Path, file: str, says: str
) -> None:
    project = tmp_path / "project"
    (project / ".git").mkdir(parents=True)
    (project / ".git" / "config").write_text("token", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (project / "link.txt").symlink_to("../secret.txt")
    (project / "shown.txt").symlink_to(".git/config")
    (project / "folder").symlink_to("..", target_is_directory=True)
    (project / "round").symlink_to("round")
    path = project / "sources.toml"
    path.write_text(f'{SOURCE}file = "{file}"\n', encoding="utf-8")
    with pytest.raises(UsageError, match=says) as caught:
        load_sources(path)
    assert "\n" not in str(caught.value)


def test_a_folder_that_is_named_may_have_the_pages(tmp_path: Path) -> None:
    (tmp_path / "saved").mkdir()
    (tmp_path / "project").mkdir()
    (tmp_path / "saved" / "page.html").write_text("<p>Words.", encoding="utf-8")
    path = tmp_path / "project" / "sources.toml"
    path.write_text(f'{SOURCE}file = "../saved/page.html"\n', encoding="utf-8")
    [supplied] = load_sources(path, (tmp_path / "saved",))
    assert supplied.file is not None
    assert Path(supplied.file).samefile(tmp_path / "saved" / "page.html")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 1_000_000,
        '{"a":' * 500_000,
        "[" + "[]," * 4_000_000 + "[]]",
        '{"schema": "urn:citeaudit:schema:baseline:1", "findings": [{"count": '
        + "9" * 5000
        + "}]}",
        '{"schema": "urn:citeaudit:schema:baseline:1", "findings": 1e999}',
        '{"schema": "urn:citeaudit:schema:baseline:1", "findings": [NaN]}',
        "\ufeff{}",
        "",
    ],
    ids=range(8),
)
def test_a_baseline_that_is_a_bomb_is_one_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "known.json"
    path.write_text(text, encoding="utf-8")
    tracemalloc.start()
    with pytest.raises(UsageError) as caught:
        read_baseline(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 200_000_000
    assert "\n" not in str(caught.value)


def test_a_baseline_counts_no_more_than_there_can_be(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    entry = {"article": "a", "rule": "r", "fingerprint": "f", "severity": "error", "count": 10**9}
    path.write_text(
        json.dumps({"schema": "urn:citeaudit:schema:baseline:1", "findings": [entry]}),
        encoding="utf-8",
    )
    with pytest.raises(UsageError, match="number 1"):
        read_baseline(path)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"a\0b\n", b"x" * 300 + b"\n", b"/dev/zero\n"])
def test_a_list_that_names_no_articles_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes
) -> None:
    path = tmp_path / "list"
    path.write_bytes(data)
    run = citeaudit(capsys, "check", "--from-file", path, "--no-output-dir", "--offline")
    assert run.code in {2, 3}
    assert len(run.err.splitlines()) == 1
