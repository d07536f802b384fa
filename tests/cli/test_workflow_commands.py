"""No line that the program prints is a command to the runner of a build server, whatever it reads."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from audit.report.escape import no_commands
from audit.report.json.read_back import finished
from audit.report.write import write_reports
from tests.end_to_end.run import Run, citeaudit
from tests.report.poison import poisoned
from tests.report.sample import report

ORDERS = (
    "::add-mask::e",
    "::error file=a.py,line=1::x",
    "\u00a0\u2003::stop-commands::e",
    "\u00ad:\u200b:set-env name=PATH::e",
    "##[error]e",
    "##[add-path]e",
    "##vso[task.setvariable variable=a]b",
    "#\u00ad#\ufe0fv\u2060so[task.complete result=Succeeded;]e",
    "\x1b[0Ksection_start:1560896352:e[collapsed=true]\r\x1b[0Ke",
    "a\r::error::e",
    "a\x85::error::b\u2028::error::c\x0b::error::d",
)
NAMES = [f"{order}.txt" for order in ORDERS]
OVERLOOKED = re.compile(
    "[\u00ad\u034f\u180e\u200b-\u200f\u2060-\u206f\ufe00-\ufe0f\ufeff\x00-\x08]"
)
OURS = re.compile(r"::(error|warning|notice) title=[^:]*::")


def orders(text: str, ours: re.Pattern[str] | None = None) -> list[str]:
    """The lines that a runner would obey, by the rules of GitHub, Azure and GitLab, read generously."""
    found = []
    for line in re.split(r"\r\n|[\r\n]", text):
        plain = OVERLOOKED.sub("", line)
        if ours is not None and ours.match(plain):
            if "##vso[" in plain.lower():
                found.append(line)
        elif plain.lstrip().startswith("::") or re.search(r"##(vso)?\[", plain, re.IGNORECASE):
            found.append(line)
    if re.search(r"section_(start|end):\d+:[^\r\n]*\r\x1b\[0K", text):
        found.append("a section")
    return found


@pytest.fixture(name="desk")
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for at, (name, order) in enumerate(zip(NAMES, ORDERS, strict=True)):
        text = (
            f"{order}\n\n“{order} we will go there now,” said {order} Ann Lee of {order}"
            f" [{order}](https://a.example/{at}?{order}).\n\n{order}: “No, {order}.”\n"
        )
        for path in (tmp_path / name, tmp_path / f"{at}.txt", tmp_path / f"{at}.md"):
            path.write_text(text, encoding="utf-8", newline="")
    return tmp_path


def every_line_is_harmless(run: Run, ours: re.Pattern[str] | None = None) -> None:
    assert not orders(run.out, ours)
    assert not orders(run.err)


FORMATS = ["terminal", "markdown", "json", "jsonl", "html", "sarif", "junit", "github", "csv"]


@pytest.mark.parametrize("shape", FORMATS)
def test_check(desk: Path, capsys: pytest.CaptureFixture[str], shape: str) -> None:
    ours = OURS if shape == "github" else None
    words = ("check", *NAMES, ".", "--offline", "-f", shape, "-o", f"{shape}:out")
    run = citeaudit(capsys, *words, "--color", "always")
    assert run.code == 0
    every_line_is_harmless(run, ours)
    assert not orders((desk / "out").read_text(encoding="utf-8"), ours)
    for path in (desk / "reports").rglob("*.*"):
        if path.suffix in {".md", ".json", ".html", ".cdxj"}:
            assert not orders(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize("shape", FORMATS)
@pytest.mark.parametrize("order", ORDERS)
def test_render_of_anybodys_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], shape: str, order: str
) -> None:
    spoilt = finished(poisoned(report(), lambda text: order + text))
    write_reports(spoilt, tmp_path / "poisoned")
    for path in (tmp_path / "poisoned").iterdir():
        assert not orders(path.read_text(encoding="utf-8")), path
    tree = finished(report()).tree
    told = json.loads(json.dumps(tree))
    told["tool"]["version"] = told["repeat"][0] = told["article"]["path"] = order
    for record in (*told["findings"], *told["sources"]):
        record.update({key: order for key in ("message", "reason") if key in record})
    (tmp_path / "told.json").write_text(json.dumps(told), encoding="utf-8")
    run = citeaudit(capsys, "render", tmp_path / "told.json", "-f", shape, "--color", "always")
    assert run.out
    every_line_is_harmless(run, OURS if shape == "github" else None)


@pytest.mark.usefixtures("desk")
def test_json_comes_back_as_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    run = citeaudit(capsys, "check", "4.txt", "--offline", "--no-output-dir", "-f", "json")
    assert "##[error]e" in json.loads(run.out)["article"]["text"]


WRONG = [
    *(("{}",), ("--{}",), ("check", "--{}"), ("check", "{}"), ("check", "-f", "{}", "0.txt")),
    *(("check", "--from-file", "{}"), ("check", "0.txt", "-o", "{}"), ("explain", "{}")),
    *(("check", "0.txt", "--today", "{}"), ("check", "0.txt", "--select", "{}")),
    *(("check", "0.txt", "--baseline", "{}"), ("check", "0.txt", "--sources", "{}")),
    *(("check", "0.txt", "--captures", "{}"), ("check", "0.txt", "--config", "{}")),
    *(("check", "0.txt", "--allow-private", "{}"), ("check", "0.txt", "--max-age", "{}")),
    *(("check", "0.txt", "--output-dir", "{}/x\0"), ("check", "0.txt", "--bundle", "{}/x")),
    *(("quote", "{}", "0.txt"), ("quote", "{}", "0.txt", "-f", "json"), ("quote", "a", "{}")),
    *(("quote", "we will go there now", "0.txt", "--speaker", "{}"), ("init", "{}/a/b")),
    *(("render", "{}"), ("verify", "{}"), ("recheck", "{}"), ("config", "--config", "{}")),
    *(("capture", "{}", "--offline"), ("capture", "http://a.example/{}", "--dry-run")),
    *(("capture", "0.txt", "4.txt", "6.txt", "--dry-run"), ("capture", "4.txt", "--offline")),
    ("capture", "6.txt", "--dry-run", "-f", "json"),
]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_what_is_wrong_on_the_command_line(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    for order in ORDERS:
        run = citeaudit(capsys, *(word.replace("{}", order) for word in words))
        every_line_is_harmless(run)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("shape", ["terminal", "json", "jsonl"])
def test_extract(capsys: pytest.CaptureFixture[str], shape: str) -> None:
    every_line_is_harmless(citeaudit(capsys, "extract", *NAMES, "gone", "-f", shape))


def test_settings_of_a_project_and_what_they_say(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for order in ORDERS:
        quoted = json.dumps(order)
        for text in (
            f"output-dir = {quoted}",
            f"{quoted} = 1",
            f"[severity]\n{quoted} = 'off'",
            f"[severity]\nlink-dead = {quoted}",
            f"[[waive]]\nrule = {quoted}\nfingerprint = '{'a' * 32}'\nreason = {quoted}",
            f"[{quoted}]\n[{quoted}]",
        ):
            (desk / "citeaudit.toml").write_text(text, encoding="utf-8")
            every_line_is_harmless(citeaudit(capsys, "config"))
            words = ("check", "0.txt", "--offline", "--no-output-dir")
            every_line_is_harmless(citeaudit(capsys, *words))


@pytest.mark.parametrize("command", ["verify", "recheck"])
def test_a_report_asked_again(desk: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert citeaudit(capsys, "check", "4.txt", "--offline", "--output-dir", "out").code == 0
    path = desk / "out" / "4" / "report.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    for order in ORDERS:
        changed = json.dumps(told).replace("we will go", json.dumps(order)[1:-1] + " we will go")
        (desk / "out" / "4" / f"{order}.json").write_text(changed, encoding="utf-8")
        name = desk / "out" / "4" / f"{order}.json"
        for shape in ("terminal", "json"):
            run = citeaudit(capsys, command, os.path.relpath(name), "-f", shape)
            every_line_is_harmless(run)


def test_libraries_and_tracebacks_write_no_commands_either() -> None:
    program = (
        "import logging, sys, threading, warnings\n"
        "from audit.cli.console.output import guard_errors\n"
        "guard_errors()\n"
        "logging.getLogger('a').warning('b\\n::error::c')\n"
        "warnings.warn('d\\n##[error]e')\n"
        "def fail(): raise ValueError('f\\n::error::g')\n"
        "thread = threading.Thread(target=fail); thread.start(); thread.join()\n"
        "print('::error::h', file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    told = done.stderr.decode()
    assert all(letter in told for letter in "bcdefgh")
    assert not orders(told)


@pytest.mark.parametrize("order", ORDERS[:-1])
def test_the_detector_of_this_test_finds_them(order: str) -> None:
    assert orders(order)
    assert not orders(no_commands(order).replace("\x1b[0K", ""))


@pytest.mark.parametrize("text", ["std::vector", "a :: b", "# [a]", "##", "a##b[c]", "https://a"])
def test_what_is_no_command_stays(text: str) -> None:
    assert no_commands(text) == text
