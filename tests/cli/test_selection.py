"""Which files of a project are articles, and articles that stand in files of many."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from audit.cli.inputs import lines
from audit.cli.inputs.articles import articles
from audit.cli.inputs.changed import Changed
from audit.errors import UsageError
from tests.end_to_end.run import citeaudit, report_of
from tests.end_to_end.web import Answer, page, write_web

TEXT = "It rained all day in the town, and the fair was called off at noon.\n"
SAID = "We will rebuild the bridge by spring if the money lasts"
STORY = "https://echo.example/story"
OFFLINE = ("--captures", "web.warc.gz", "--offline")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_web(
        tmp_path / "web.warc.gz", [Answer(STORY, page("Bridge", [f"“{SAID},” Ann Lee said."] * 3))]
    )
    return tmp_path


def write(folder: Path, *names: str, text: str = TEXT) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def test_what_is_no_article_by_its_name_is_passed_over_and_counted(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, "site/posts/one.md", "site/posts/two.html", "site/Licence fees.md")
    write(project, "site/node_modules/x/README.md", "site/public/one.html", "site/_site/a.html")
    write(project, "site/LICENSE.txt", "site/requirements-dev.txt", "site/layouts/base.html")
    write(project, "site/posts/empty.md", text="")
    write(project, "site/page.html", text="{% extends 'base.html' %}<p>{{ page.title }}</p>")
    found = articles(["site"])
    assert found == ["site/Licence fees.md", "site/posts/one.md", "site/posts/two.html"]
    told = capsys.readouterr().err
    assert "passed over 6 of no articles by their names, 1 " in told
    assert "1 empty" in told
    assert "1 templates" in told
    assert articles(["site/**/*.md"]) == ["site/Licence fees.md", "site/posts/one.md"]
    assert articles(["site/public"]) == ["site/public/one.html"]
    assert articles(["site/LICENSE.txt", "site/posts/empty.md"])  # named, so they are meant


def test_a_gitignore_is_heeded_as_git_does(project: Path) -> None:
    (project / ".git").mkdir()
    write(
        project,
        "a/one.md",
        "a/b/two.md",
        "a/b/three.md",
        "c/four.md",
        "drafts/five.md",
        "a/six.txt",
    )
    write(project, ".gitignore", text="drafts/\n*.txt\n/c\n*" + "*a" * 40 + "\n")
    write(project, "a/.gitignore", text="two.md\n")
    write(project, "a/b/.gitignore", text="!two.md\nthree.md\n")
    assert articles(["."]) == ["a/b/two.md", "a/one.md"]
    assert articles(["."], exclude=["b/", "!c"]) == ["a/one.md"]
    assert articles(["drafts"]) == []
    assert articles(["drafts/five.md"]) == ["drafts/five.md"]


def test_a_pattern_that_takes_long_is_refused(project: Path) -> None:
    write(project, "a/one.md")
    with pytest.raises(UsageError, match="too many stars"):
        articles(["."], exclude=["*a" * 30])


def git(folder: Path, *words: str) -> None:
    settings = ("-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *settings, *words], cwd=folder, check=True, capture_output=True)


def test_only_what_has_changed_since_a_revision_is_audited(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(project, "init", "-q")
    write(project, "p/one.md", "p/two.md", "p/three.md", "p/four ‘x’.md")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "first")
    write(project, "p/one.md", "p/new.md", text=f"{TEXT} And more.")
    write(project, "p/two.sources.toml", text='[[source]]\nurl = ""\n')
    write(project, "p/four ‘x’.md", text=f"{TEXT} And more.")
    (project / "p" / "three.md").unlink()
    found = articles(["p"], changed=Changed("HEAD").has)
    assert found == ["p/four ‘x’.md", "p/new.md", "p/one.md", "p/two.md"]
    for wrong in ("nowhere", "--output=x", "HEAD:p/one.md"):
        with pytest.raises(UsageError, match="--changed-since"):
            Changed(wrong)
    assert not (project / "x").exists()
    git(project, "add", "-A")
    git(project, "commit", "-qm", "second")
    run = citeaudit(capsys, "check", "p", "--changed-since", "HEAD", "--offline")
    assert (run.code, "nothing to audit" in run.err) == (0, True)


def test_the_settings_of_a_repository_run_no_program(project: Path) -> None:
    git(project, "init", "-q")
    write(project, "one.md")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "first")
    trap = project / "trap.sh"
    trap.write_text("#!/bin/sh\ntouch sprung\n", encoding="utf-8")
    trap.chmod(0o755)
    write(project, ".gitattributes", text="*.md diff=evil\n")
    for key in ("core.fsmonitor", "diff.external", "diff.evil.command", "diff.evil.textconv"):
        git(project, "config", key, str(trap))
    write(project, "one.md", text="Changed.\n")
    assert Changed("HEAD").has(Path("one.md"))
    assert not (project / "sprung").exists()


def test_json_lines_are_articles(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    link = f'<p>“{SAID},” Ann Lee <a href="{STORY}">said</a> in München.</p>'
    rows = [
        {"id": "a-1", "html": f"<meta charset='iso-8859-1'><h1>Fair</h1>{link}"},
        {"url": "https://ours.example/2026/fair", "html": link.replace("will", "will not")},
        {"text": TEXT},
        {"id": "a-1", "text": TEXT},
    ]
    good = [json.dumps(row) for row in rows]
    bad = [
        '{"html": 1}',
        "no",
        '{"id": "x"}',
        '{"url": "file:///etc/passwd", "text": "x"}',
        "",
        "[]",
    ]
    write(project, "in.jsonl", text="\n".join([*good, *bad]))
    run = citeaudit(capsys, "check", "in.jsonl", *OFFLINE)
    assert run.code == 3
    assert [line.partition(": ")[2] for line in run.err.splitlines() if "in.jsonl:" in line] == [
        "in.jsonl:5: url, html and text are strings",
        "in.jsonl:6: no JSON: an article is an object on one line",
        "in.jsonl:7: no article: give html or text",
        "in.jsonl:8: url is no http(s) address",
        "in.jsonl:10: no object: an article is an object on one line",
    ]
    assert " in 4 articles (5 could not be audited); 2 of 2 quotations compared" in run.out
    index = (project / "reports" / "index.md").read_text(encoding="utf-8")
    assert "to check** in 4 articles, 5 could not be read." in index
    assert "- `in.jsonl:6`: " in index
    assert "no JSON: an article is an object on one line" in index
    assert "> 2 of 2 quotations compared." in index
    text = report_of(project / "reports" / "in" / "a-1")["article"]["text"]
    assert text.endswith("in München.")
    again = citeaudit(capsys, "check", "in.jsonl::a-1", *OFFLINE)
    assert again.code == 0
    assert "kept 2 reports" in again.err  # both have this id


def test_a_line_that_is_too_long_costs_itself_alone(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "_LONGEST_LINE", 1000)
    monkeypatch.setattr(lines, "_PIECE", 100)
    rows = [json.dumps({"id": name, "text": TEXT}) for name in ("one", "two")]
    long = json.dumps({"id": "long", "text": TEXT * 100})
    write(project, "in.jsonl", text="\n".join([rows[0], long, rows[1], long]))
    run = citeaudit(capsys, "check", "in.jsonl", "--offline")
    assert run.code == 3
    assert [line for line in run.err.splitlines() if "too long" in line] == [
        "citeaudit: in.jsonl:2: the line is too long for an article",
        "citeaudit: in.jsonl:4: the line is too long for an article",
    ]
    assert "in 2 articles (2 could not be audited)" in run.out
    assert run.err.endswith("wrote 2 reports and reports/index.md\n")
    monkeypatch.setattr(lines, "_LONGEST_PASSED", 2000)
    endless = citeaudit(capsys, "check", "in.jsonl", "--offline")
    assert (endless.code, endless.err) == (3, "citeaudit: in.jsonl:2: the line does not end\n")


def test_the_last_lines_do_not_contradict_each_other(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, "in/a.md", "in/b.md", "in/c.md", text=TEXT)
    kept = "has changed (--fresh audits all again)"

    def said(*words: str) -> list[str]:
        return citeaudit(capsys, "check", "in", "--offline", *words).err.splitlines()

    assert said() == ["wrote 3 reports and reports/index.md"]
    assert said() == [f"kept 3 reports: nothing of them {kept}", "wrote reports/index.md"]
    write(project, "in/b.md", "in/c.md", text=TEXT * 2)
    assert said() == [
        f"kept 1 report: nothing of it {kept}",
        "wrote 2 reports and reports/index.md",
    ]
    write(project, "in/a.md", text=TEXT * 2)
    assert said() == [
        f"kept 2 reports: nothing of them {kept}",
        "wrote 1 report and reports/index.md",
    ]
    assert said("--reports", "jsonl") == ["wrote reports/reports.jsonl and reports/index.md"]
    assert said("--reports", "problems") == ["wrote reports/index.md"]


def test_lines_come_from_a_stream(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert project.is_dir()
    text = "".join(json.dumps({"id": str(n), "text": f"{TEXT} {n}"}) + "\n" for n in range(5))
    stream = io.TextIOWrapper(io.BufferedReader(io.BytesIO(text.encode())))
    monkeypatch.setattr(sys, "stdin", stream)
    run = citeaudit(capsys, "check", "-", "--offline", "-f", "jsonl")
    assert run.code == 0, run.err
    assert run.out.count("\n") == 5


def test_the_pages_of_a_crawl_are_articles(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = f'“{SAID},” Ann Lee <a href="{STORY}">said</a>.'
    body = page("Ours", ["It rained."]).replace("It rained.", said)
    answers = [
        Answer("https://ours.example/", body),
        Answer("https://ours.example/2026/one", body),
        Answer("https://ours.example/2026/two", body.replace("will", "will not")),
        Answer("https://ours.example/gone", body, status="404 Not Found"),
        Answer("https://ours.example/feed", "<rss/>", content_type="application/rss+xml"),
        Answer("https://ours.example/2026/one", body),
    ]
    write_web(project / "crawl.warc.gz", answers)
    run = citeaudit(capsys, "check", "crawl.warc.gz", *OFFLINE)
    assert run.code == 1, run.err
    reports = project / "reports" / "ours-example" / "2026"
    assert report_of(reports / "one")["attributions"][0]["verdict"] == "verbatim"
    altered = report_of(reports / "two")
    assert altered["attributions"][0]["verdict"] == "altered"
    assert altered["article"]["capture"]["record_id"]
    assert len(list((project / "reports").rglob("report.json"))) == 2


def test_that_a_crawl_breaks_off_is_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = "<p>“We will go by noon and not before,” Ann Lee said.</p>"
    answers = [Answer(f"https://town.example/{at}", page("Town", [said])) for at in range(3)]
    write_web(project / "crawl.warc.gz", answers)
    whole = (project / "crawl.warc.gz").read_bytes()
    (project / "crawl.warc.gz").write_bytes(whole[:-20])
    run = citeaudit(capsys, "check", "crawl.warc.gz", *OFFLINE)
    assert run.code == 0
    assert " in 2 articles; " in run.out
    assert "crawl.warc.gz breaks off behind byte" in run.err


def test_one_bad_sources_file_is_of_one_article(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, "in/a.md", "in/b.md")
    write(project, "in/a.sources.toml", text="[[source]\n")
    run = citeaudit(capsys, "check", "in", "--offline")
    assert run.code == 2
    assert [path.parent.name for path in project.rglob("report.json")] == ["b"]
