"""One source that hangs, crashes or eats memory is left out, and so is one article; the rest is checked."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from audit.batch.item import Item
from audit.batch.ledger import Ledger
from audit.batch.run import audit_all
from audit.batch.written import Files, Writes
from audit.capture.http.exchange import Answer as HttpAnswer
from audit.capture.outcome import judgement
from audit.capture.outcome.judgement import judge as judged
from audit.cli.runs.workers import workers_of_audits
from audit.config import Settings
from audit.errors import InternalError
from audit.model import Capture, Outcome, Source
from audit.pipeline import THE_ARTICLE, Job, audited
from audit.report.index.listed import Listed
from tests.end_to_end.run import ROOT, citeaudit, outputs_of, report_of, said_with
from tests.end_to_end.web import Answer, page, write_web
from tests.workers.test_workers import gone

SAID = "We will rebuild the bridge by spring if the money lasts"
ALSO = "It is much too wide for a town of this size"
STORY = "https://echo.example/story"
LARGE = "https://large.example/minutes"
OFFLINE = ("--captures", "web.warc.gz", "--offline")
ENTRY = "from audit.cli import entry; entry()"
ARTICLE = f"“{SAID},” Anna Lindqvist [said]({STORY}).\n\n“{ALSO},” Bo Holm [said]({LARGE}).\n"


def minutes(number: int) -> str:
    """Minutes of a council that spoke for long: much to find out who says what in them."""
    said = [f"“It is over on day {at} for all,” Ann Lee said in town." for at in range(number)]
    return page("Minutes", [f"“{ALSO},” Bo Holm said.", *said])


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article, and its web: a story, and minutes that take many seconds to read."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    story = page("Bridge", [f"“{SAID},” Anna Lindqvist said.", "More to follow."])
    write_web(tmp_path / "web.warc.gz", [Answer(STORY, story), Answer(LARGE, minutes(25_000))])
    (tmp_path / "both.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "one.md").write_text(ARTICLE.partition("\n")[0], encoding="utf-8")
    return tmp_path


def logs(folder: Path) -> list[Path]:
    return sorted((folder / "state").rglob("*.log"))


def test_a_source_that_takes_too_long_is_left_out_and_the_others_are_compared(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CITEAUDIT_MAX_CPU", "1")
    outputs = ["sarif:o.sarif", "junit:o.xml", "github:o.gh", "csv:o.csv", "jsonl:o.jsonl"]
    extra = [word for output in outputs for word in ("-o", output)]
    run = citeaudit(capsys, "check", "both.md", *OFFLINE, *extra)
    assert run.code == 70
    [log] = logs(desk)
    line = (
        f"citeaudit: {LARGE} could not be checked: it took more than 1 s of computing (log {log})"
    )
    assert line in run.err.splitlines()
    assert LARGE in log.read_text(encoding="utf-8")
    assert "most recent call first" in log.read_text(encoding="utf-8")
    report = report_of(desk / "reports" / "both")
    assert said_with(report, SAID)["verdict"] == "verbatim"
    lost = said_with(report, ALSO)
    assert (lost["verdict"], lost["reason"]) == ("not-compared", "source-not-captured")
    assert [source["outcome"] for source in report["sources"]] == ["captured", "internal-error"]
    assert [finding["rule"] for finding in report["findings"]] == ["source-unavailable"]
    for name in ("report.md", "report.html", "report.json"):
        text = (desk / "reports" / "both" / name).read_text(encoding="utf-8")
        assert "internal-error" in text or "citeaudit failed on this page" in text
        assert "it took more than 1 s of computing" in text
    for output in outputs:
        path = desk / output.partition(":")[2]
        text = path.read_text(encoding="utf-8")
        assert (
            "it took more than 1 s of computing" in text or "citeaudit failed on this page" in text
        )
    again = citeaudit(capsys, "render", "reports/both/report.json", "--fail-on-incomplete")
    assert again.code == 70
    assert "internal-error" in again.out
    verified = citeaudit(capsys, "verify", "reports/both/report.json", "--captures", "web.warc.gz")
    assert verified.code == 0, verified.out


def test_with_more_time_the_same_source_is_read(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = citeaudit(capsys, "check", "both.md", *OFFLINE)
    assert run.code == 0, run.err
    assert said_with(report_of(desk / "reports" / "both"), ALSO)["verdict"] == "verbatim"
    assert logs(desk) == []


def test_an_article_that_takes_too_long_stops_no_other(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CITEAUDIT_MAX_CPU", "1")
    (desk / "in").mkdir()
    (desk / "in" / "endless.html").write_text(minutes(60_000), encoding="utf-8")
    for name in ("a", "z"):
        (desk / "in" / f"{name}.md").write_text(ARTICLE.partition("\n")[0], encoding="utf-8")
    run = citeaudit(capsys, "check", "in", *OFFLINE, "--jobs", "2")
    assert run.code == 70
    [log] = logs(desk)
    why = f"it took more than 1 s of computing (log {log})"
    why += (
        f"; it has {(desk / 'in' / 'endless.html').stat().st_size / 1e6:.1f} MB: try a part of it"
    )
    assert f"citeaudit: in/endless.html could not be checked: {why}" in run.err.splitlines()
    reports = desk / "reports"
    assert sorted(path.parent.name for path in reports.rglob("report.json")) == ["a", "z"]
    assert "`in/endless.html`" in (reports / "index.md").read_text(encoding="utf-8")


def _spins(url: str) -> None:
    if url == LARGE:
        re.match(r"(?:a{1,99}){0,30}b", "a" * 60)


def _grows(url: str) -> None:
    if url == LARGE:
        raise MemoryError("a" * 10_000_000_000)


@pytest.mark.skipif(sys.platform != "linux", reason="a worker has what was forked with it")
@pytest.mark.parametrize(
    ("harm", "why"),
    [(_spins, "it took more than 2 s of computing"), (_grows, "memory ran out")],
)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_answer_that_cannot_be_judged_costs_its_source_alone(
    harm: Callable[[str], None],
    why: str,
    jobs: str,
    desk: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The fault is planted where answers are judged; everything else is real, and in processes of its own."""

    def judge(answer: HttpAnswer, way: Sequence[str] = ()) -> tuple[Outcome, str]:
        harm(answer.exchange.url)
        return judged(answer, way)

    monkeypatch.setattr(judgement, "judge", judge)
    monkeypatch.setenv("CITEAUDIT_MAX_CPU", "2")
    (desk / "in").mkdir()
    (desk / "in" / "both.md").write_text(ARTICLE, encoding="utf-8")
    (desk / "in" / "one.md").write_text(ARTICLE.partition("\n")[0], encoding="utf-8")
    run = citeaudit(capsys, "check", "in", *OFFLINE, "--jobs", jobs)
    assert run.code == 70, run.err
    [log] = logs(desk)
    line = f"citeaudit: {LARGE} could not be checked: {why} (log {log})"
    assert line in run.err.splitlines()
    assert LARGE in log.read_text(encoding="utf-8")
    assert "in judge" in log.read_text(encoding="utf-8")
    report = report_of(desk / "reports" / "in" / "both")
    assert said_with(report, SAID)["verdict"] == "verbatim"
    assert said_with(report, ALSO)["reason"] == "source-not-captured"
    assert [source["outcome"] for source in report["sources"]] == ["captured", "internal-error"]
    other = report_of(desk / "reports" / "in" / "one")
    assert [source["outcome"] for source in other["sources"]] == ["captured"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts address space")
def test_a_source_that_eats_memory_is_left_out(desk: Path) -> None:
    story = page("Bridge", [f"“{SAID},” Anna Lindqvist said.", "More to follow."])
    write_web(desk / "web.warc.gz", [Answer(STORY, story), Answer(LARGE, minutes(25_000))])
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "CITEAUDIT_MAX_MEMORY": "100000000"}
    run = subprocess.run(
        [sys.executable, "-c", ENTRY, "check", "both.md", *OFFLINE],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert run.returncode == 70, run.stderr
    report = report_of(desk / "reports" / "both")
    assert said_with(report, SAID)["verdict"] == "verbatim"
    [_, lost] = report["sources"]
    assert lost["outcome"] == "internal-error"
    assert lost["reason"].startswith("memory ran out (log ")


def test_several_at_once_write_the_same_bytes_as_one_after_the_other(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "in").mkdir()
    for number in range(6):
        text = ARTICLE.partition("\n")[0].replace("spring", "spring" if number % 2 else "autumn")
        (desk / "in" / f"{number}.md").write_text(text, encoding="utf-8")
    written = []
    for jobs in ("1", "4"):
        run = citeaudit(capsys, "check", "in", *OFFLINE, "--jobs", jobs)
        assert run.code == 1
        written.append(outputs_of(desk / "reports"))
        assert len(written[-1]) == 6 * 4 + 3
        shutil.rmtree(desk / "reports")
    assert written[0] == written[1]


def test_what_fails_in_a_worker_stops_no_other_article(desk: Path) -> None:
    settings = Settings()
    good = Job(str(desk / "one.md"), settings, archives=(desk / "web.warc.gz",), offline=True)
    bad = replace(good, input=12345)  # type: ignore[arg-type]
    jobs = [bad, good, bad, good]
    items = [Item(at, f"{at}", job) for at, job in enumerate(jobs)]
    with (
        workers_of_audits(settings, 2, offline=True) as workers,
        Ledger(desk / "out", "", anew=False) as ledger,
    ):
        writes = Writes(Files.ALL, None)
        ended = {each.place: each.came for each in audit_all(items, ledger, workers, 2, writes)}
    assert [type(ended[at]) for at in range(4)] == [InternalError, Listed, InternalError, Listed]
    assert "could not be checked: " in str(ended[0])
    assert len(logs(desk)) == 2


class Wayward:
    """An ``Outside`` with a web of two pages, which fails over one of them."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.begun: list[str] = []
        self.logged: list[str] = []

    def begin(self, step: str) -> None:
        self.begun.append(step)
        if self.where == "compare" and step == "s1" and self.begun.count("s1") == 2:
            raise ZeroDivisionError

    def fetch(self, url: str) -> Capture:
        words = SAID if url == STORY else ALSO
        body = f"<p>“{words},” somebody said in the town of this size.</p>".encode()
        return Capture(url, Outcome.CAPTURED, url, content_type="text/html", body=body)

    def ask(self, sources: Sequence[Source], _: str | None) -> Sequence[Capture]:
        return [self.fetch(source.url) for source in sources]

    def save(self, capture: Capture) -> Capture:
        return capture

    def before(self, capture: Capture) -> Capture | None:
        if self.where == "before" and capture.url == STORY:
            raise MemoryError
        return None

    def seek(self, url: str, _: str | None) -> Capture:
        raise AssertionError(url)

    def archived(self, _: Sequence[str], __: str | None) -> Sequence[str]:
        raise AssertionError

    def log(self, error: Exception) -> str:
        self.logged.append(type(error).__name__)
        return "log /there"


@pytest.mark.parametrize("where", ["before", "compare"])
def test_what_fails_over_one_source_leaves_that_one_out(where: str, desk: Path) -> None:
    outside = Wayward(where)
    report = audited(Job(str(desk / "both.md"), Settings()), outside, {})
    first, second = report.facts.checks[0], report.facts.checks[-1]
    assert (first.verdict, second.verdict) == ("not-compared", "verbatim")
    [lost, found] = report.facts.sources
    assert (lost.capture.outcome, lost.capture.reason, lost.page) == (
        *("internal-error", "log /there", None),
    )
    assert found.capture.outcome == "captured"
    assert len(outside.logged) == 1
    assert outside.begun[0] == outside.begun[-1] == THE_ARTICLE


def test_a_source_that_was_given_up_is_not_read_again(desk: Path) -> None:
    outside = Wayward("nowhere")
    report = audited(Job(str(desk / "both.md"), Settings()), outside, {"s2": "it hung"})
    assert "s2" not in outside.begun
    assert [source.capture.reason for source in report.facts.sources] == ["", "it hung"]
    assert [check.verdict for check in report.facts.checks] == ["verbatim", "not-compared"]


def children(pid: int) -> set[int]:
    """The processes that one has started, and those that they have."""
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    own = (
        {int(word) for word in listed.read_text(encoding="ascii").split()}
        if listed.exists()
        else set()
    )
    return own.union(*(children(pid) for pid in own))


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (signal.SIGINT, 130),
        (signal.SIGTERM, 130),
        (signal.SIGKILL, -signal.SIGKILL),
    ],
)
def test_what_ends_a_run_ends_its_workers_in_the_middle_of_computing(
    sent: signal.Signals, code: int, desk: Path
) -> None:
    for name in ("a", "b"):
        (desk / f"{name}.html").write_text(minutes(100_000), encoding="utf-8")
    deaf = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    process = subprocess.Popen(
        [sys.executable, "-c", deaf + ENTRY, "check", "a.html", "b.html", *OFFLINE],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
    )
    until = time.monotonic() + 60
    workers = 3  # one for each article, and one that reads answers
    while len(found := children(process.pid)) < workers and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(0.5)
    process.send_signal(sent)
    _, error = process.communicate(timeout=30)
    assert process.returncode == code
    assert (b"interrupted" in error) == (sent != signal.SIGKILL)
    assert len(found) == workers
    assert all(gone(pid) for pid in found)
    assert logs(desk) == []
