"""A batch that is ended at any moment goes on where it was: nothing is done or asked twice."""

import json
import signal
import sys
from pathlib import Path

import pytest

from tests.batch.press import (
    DIES,
    ENTRY,
    begun,
    killed_again_and_again,
    press,
    recorded,
    write_archive,
    write_articles,
)
from tests.end_to_end.run import outputs_of, report_of

ARTICLES, PAGES = 24, 40
ENDS = (signal.SIGKILL,) * 14 + (signal.SIGTERM,) * 3 + (signal.SIGINT,) * 3


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_what_was_fetched_and_finished_before_a_kill_is_neither_asked_nor_done_again(
    tmp_path: Path,
) -> None:
    with press(0.02) as (site, asked):
        write_articles(tmp_path / "in", f"http://{site}", ARTICLES, PAGES)
        known: dict[str, int] = {}
        finished: dict[str, bytes] = {}
        reports = tmp_path / "reports"

        def look() -> None:
            """What is recorded was asked for the last time; what is finished stays as it is."""
            for address in recorded(reports):
                path = address.partition(site)[2]
                known.setdefault(path, asked[path])
                assert asked[path] == known[path], path
            for report in reports.rglob("report.json"):
                json.loads(report.read_bytes())

        words = ("--allow-private", site, "--delay", "0", "--archive", "none", "-j", "3")
        said = killed_again_and_again(
            lambda: begun(tmp_path, "check", "in", *words), ENDS, look, seed=7
        )
        look()
        assert len(known) >= PAGES / 2
        found = sorted(reports.rglob("report.json"))
        assert len(found) == ARTICLES
        for path in found:
            verdicts = {each["verdict"] for each in report_of(path.parent)["attributions"]}
            assert verdicts <= {"verbatim", "altered"}
        assert not list(reports.rglob("*.part"))
        finished = {str(path): path.read_bytes() for path in found}
        before = asked.copy()
        process = begun(tmp_path, "check", "in", *words)
        _, error = process.communicate(timeout=120)
        assert f"kept {ARTICLES} reports" in error.decode()
        assert asked == before
        assert finished == {path: Path(path).read_bytes() for path in finished}, said


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("moment", ["within", "after"])
def test_death_between_any_two_steps_of_recording_leaves_no_page_to_be_asked_for_again(
    moment: str, tmp_path: Path
) -> None:
    with press() as (site, asked):
        write_articles(tmp_path / "in", f"http://{site}", 2, 2)
        words = ("--allow-private", site, "--delay", "0", "--archive", "none", "-j", "1")
        known: dict[str, int] = {}
        for number in range(2, 30):
            dies = DIES.replace("NUMBER", str(number)).replace("MOMENT", moment)
            process = begun(tmp_path, "check", "in", *words, entry=dies + ENTRY)
            process.communicate(timeout=120)
            for address in recorded(tmp_path / "reports"):
                path = address.partition(site)[2]
                assert asked[path] == known.setdefault(path, asked[path]), (path, number)
            if process.returncode != -signal.SIGKILL:
                break
        assert process.returncode in {0, 1}
        assert set(known) == {"/0", "/1"}


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_batch_that_was_killed_writes_what_one_at_a_stretch_writes(tmp_path: Path) -> None:
    site = "https://press.example"
    write_articles(tmp_path / "in", site, ARTICLES, PAGES)
    write_archive(tmp_path / "web.warc.gz", site, PAGES)
    written = []
    for out, jobs, kills in (("one", "1", 0), ("four", "4", 0), ("killed", "2", 5)):
        offline = ("--captures", "web.warc.gz", "--offline", "--jobs", jobs)
        folder = tmp_path / out
        words = ("check", "in", *offline)
        killed_again_and_again(
            lambda words=words: begun(tmp_path, *words),  # type: ignore[misc]
            (signal.SIGKILL,) * kills,
            lambda: None,
            seed=3,
        )
        (tmp_path / "reports").rename(folder)
        written.append(outputs_of(folder))
    assert len(written[0]) == ARTICLES * 4 + 3
    assert written[0] == written[1] == written[2]
