"""Names, pages and lines of lists that hold a runner's commands, in the commands about many articles and corpora."""

import json
from pathlib import Path

import pytest

from tests.cli.test_workflow_commands import ORDERS, every_line_is_harmless
from tests.end_to_end.run import citeaudit

QUOTE = "we will not dig a single metre until all conditions are met"


def article(order: str, number: int = 0) -> str:
    return (
        f"{order}\n\n“{order} {QUOTE},” said {order} Ann Lee of {order} [{order}](https://a.example/{number}?{order})."
        f"\n\n“It rained in {order},” Bo Holm told the BBC.\n"
    )


@pytest.fixture(name="desk")
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Articles, pages of a corpus, and lists of both, each with one of the orders wherever it may stand."""
    monkeypatch.chdir(tmp_path)
    for folder in ("in", "pages"):
        (tmp_path / folder).mkdir()
    listed, given = [], []
    for number, order in enumerate(ORDERS):
        (tmp_path / "in" / f"{order}.md").write_text(article(order, number), encoding="utf-8")
        page = f"<title>{order}</title><h1>{order}</h1><p>“{QUOTE},” said {order} Ann Lee.</p>"
        (tmp_path / "pages" / f"{order}.html").write_text(page, encoding="utf-8")
        listed.append(
            {"id": order, "url": f"https://b.example/{number}?{order}", "text": article(order)}
        )
        url = f"https://c.example/{number}?{order}"
        given.append({"url": url, "title": order, "text": f"{order}\n\n“{QUOTE},” said Ann Lee."})
        given.append({"url": order, "text": order, "date": order})
    for name, rows in (("in.jsonl", listed), ("pages.jsonl", given)):
        lines = [json.dumps(row) for row in rows]
        lines += [*ORDERS, *(json.dumps({"id": order, "url": 1, order: order}) for order in ORDERS)]
        (tmp_path / name).write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "words",
    [
        ("check", "in.jsonl"),
        ("check", "in.jsonl", "--reports", "jsonl"),
        ("check", "in", "--statistics", "--show-known"),
        ("check", "in", "-f", "jsonl"),
        ("check", f"in/{ORDERS[0]}.md", "--discover", "all", "--dry-run"),
        ("check", "in", "--exclude", "::error::x"),
        ("extract", "in.jsonl"),
        ("capture", f"in/{ORDERS[0]}.md", "--dry-run"),
        ("sources", f"in/{ORDERS[4]}.md"),
        ("explain", "::error::x"),
        ("explain", "##[error]x"),
        ("config", "--config", "::error::x"),
        ("check", "in", "--changed-since", "::error::x"),
        ("waive", "::error::x", "::error::y"),
    ],
)
@pytest.mark.usefixtures("desk")
def test_many_articles(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    offline = ("--offline",) if words[0] == "check" else ()
    run = citeaudit(capsys, *words, *offline)
    assert run.code in (0, 1, 2, 3)
    assert run.out + run.err
    every_line_is_harmless(run)


@pytest.mark.usefixtures("desk")
def test_a_corpus(capsys: pytest.CaptureFixture[str]) -> None:
    built = citeaudit(capsys, "index", "pages", "pages.jsonl", "--corpus", "::error::c.corpus")
    every_line_is_harmless(built)
    for shape in ("terminal", "json"):
        found = citeaudit(capsys, "search", QUOTE, "--corpus", "::error::c.corpus", "-f", shape)
        assert found.code == 0
        assert "Ann Lee" in found.out
        every_line_is_harmless(found)
    for order in ORDERS:
        every_line_is_harmless(citeaudit(capsys, "search", order, "--corpus", "::error::c.corpus"))
    name = f"in/{ORDERS[0]}.md"
    words = ("--corpus", "::error::c.corpus", "--corpus-add", "##[error]d.corpus")
    every_line_is_harmless(
        citeaudit(capsys, "check", name, *words, "--discover", "all", "--offline")
    )


def test_waivers(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    citeaudit(capsys, "check", "in", "--offline")
    reports = sorted((desk / "reports").rglob("report.json"))
    assert len(reports) == len(ORDERS)
    for path in reports:
        listed = citeaudit(capsys, "waive", str(path))
        every_line_is_harmless(listed)
        number = listed.out.partition(".")[0]
        waived = citeaudit(
            capsys, "waive", str(path), number, "--reason", "::error::x", "--who", "##[error]y"
        )
        assert waived.code == 0, waived.err
        every_line_is_harmless(waived)
    again = citeaudit(capsys, "check", "in", "--offline", "--show-known")
    assert "waived" in again.out + again.err
    every_line_is_harmless(again)
