"""What is said of a run that is under way."""

import time

import pytest

from audit.cli.console import progress as module
from audit.cli.console.progress import Progress, progress


def test_a_single_article_says_which_source_it_reads() -> None:
    shown = Progress(1)
    assert shown.line == ""
    shown.expect(20)
    for _ in range(6):
        shown.begin("https://a.example/x")
        shown.end("https://a.example/x")
    shown.begin("https://www.bbc.co.uk/news/1")
    assert shown.line == "reading 7 of 20: bbc.co.uk"


def test_a_batch_says_what_it_has_found_and_whom_it_waits_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 100.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    shown = Progress(1000)
    for number in range(10):
        shown.take(findings=number % 2, sources=3, is_kept=number >= 5)
    now = 150.0
    assert shown.line == "10 of 1000 articles, 30 sources, 5 findings; about 2 h 45 min left"
    for name in ("a", "b", "c", "d"):
        shown.begin(f"https://{name}.example/")
    assert "; waiting for a.example, b.example, c.example and 1 more; about" in shown.line


def test_lines_are_said_while_a_host_does_not_answer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(module, "_EVERY", 0.01)
    with progress(2) as shown:
        shown.begin("https://slow.example/")
        for _ in range(1000):
            if "slow.example" in capsys.readouterr().err:
                break
            time.sleep(0.01)
        else:
            pytest.fail("nothing was said")
