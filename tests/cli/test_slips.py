"""What a hand slips into on a command line, and what it is told: the cause, not a symptom."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.run import citeaudit


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("quote", "“That", "is", "not", "so”", "page.html"), "a shell knows straight quotation"),
        (("quote", "«Ce", "n’est", "rien»", "page.html"), "a shell knows straight quotation"),
        (("check", "“my", "article.md”"), "a shell knows straight quotation"),
        (("check", "dangling.md"), "it is a link to 'nowhere.md', which is not there"),
        (("check", "page.html", "--json"), "use --format json"),
        (("check", "page.html", "--sarif"), "use --format sarif"),
    ],
)
def test_the_cause_is_told_in_one_line(
    words: tuple[str, ...],
    says: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_text("<p>It rained.", encoding="utf-8")
    Path("dangling.md").symlink_to("nowhere.md")
    run = citeaudit(capsys, *words)
    assert run.code in {2, 3}
    assert says in run.err.splitlines()[0]


def test_a_word_far_from_all_is_taken_for_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert "did you mean" not in citeaudit(capsys, "explain", "nonsuchword").err
    assert "did you mean quote-absent?" in citeaudit(capsys, "explain", "quote-absnt").err


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_while_modules_load_is_one_line() -> None:
    code = (
        "import signal, os, sys; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "class Slow:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'click':\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Slow())\n"
        "import audit.cli\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (run.returncode, run.stderr) == (130, b"citeaudit: interrupted\n")


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_sigterm_ends_a_run_with_its_name(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys, threading\n"
        "from audit.cli import entry\n"
        "threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGTERM)).start()\n"
        "sys.argv = ['citeaudit', 'extract', '-', '--input-format', 'text']\n"
        "entry()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,  # nothing comes: it waits
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    ) as run:
        assert run.stderr is not None
        assert run.stderr.read().strip() == b"citeaudit: interrupted (SIGTERM)"
    assert run.returncode == 130
