"""A batch on a real Dask cluster: a scheduler and two workers, one of which is killed in the middle."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.batch.press import begun, press, write_archive, write_articles
from tests.end_to_end.run import ROOT, citeaudit, outputs_of

pytest.importorskip("distributed")
ARTICLES, PAGES = 20, 24


class Cluster:
    """A scheduler and two workers, ended with the stack; ``more`` is their environment beside ours."""

    def __init__(self, folder: Path, stack: ExitStack, more: Mapping[str, str]) -> None:
        self._folder = folder
        self._stack = stack
        (folder / "dask").mkdir()
        self._environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "DASK_DISTRIBUTED__WORKER__DAEMON": "False",
            "DASK_DISTRIBUTED__ADMIN__SYSTEM_MONITOR__GIL__ENABLED": "False",
            "XDG_STATE_HOME": str(folder / "state-of-workers"),
            **more,
        }
        address = folder / "scheduler.json"
        self._begin(
            "scheduler",
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--no-dashboard",
            "--scheduler-file",
            str(address),
        )
        until = time.monotonic() + 120
        while not address.exists() and time.monotonic() < until:
            time.sleep(0.1)
        self._address = address
        self.workers = [self.worker(), self.worker()]

    @property
    def scheduler(self) -> str:
        return str(json.loads(self._address.read_text(encoding="utf-8"))["address"])

    def worker(self) -> "subprocess.Popen[bytes]":
        return self._begin(
            *("worker", "--scheduler-file", str(self._address), "--host", "127.0.0.1"),
            *("--nthreads", "2", "--no-nanny", "--no-dashboard", "--memory-limit", "0"),
            *("--local-directory", str(self._folder / "dask")),
        )

    def _begin(self, what: str, *words: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "distributed.cli.dask_" + what, *words]
        log = self._stack.enter_context((self._folder / f"{what}.log").open("ab"))
        process = subprocess.Popen(
            command, cwd=self._folder / "dask", env=self._environment, stdout=log, stderr=log
        )
        self._stack.callback(_end, process)
        return process


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()


@contextmanager
def cluster_in(folder: Path, **more: str) -> Iterator[Cluster]:
    with ExitStack() as stack:
        yield Cluster(folder, stack, more)


def test_one_worker_is_killed_and_nothing_is_lost_asked_twice_or_other_than_on_one_machine(
    tmp_path: Path,
) -> None:
    with press(0.1) as (site, asked), cluster_in(tmp_path) as cluster:
        write_articles(tmp_path / "in", f"http://{site}", ARTICLES, PAGES)
        words = ("check", "in", "--allow-private", site, "--delay", "0", "--archive", "none")
        on_cluster = ("--scheduler", cluster.scheduler, "--shared", "shared")
        run = begun(tmp_path, *words, *on_cluster)
        until = time.monotonic() + 120
        while len(asked) < PAGES / 3 and time.monotonic() < until and run.poll() is None:
            time.sleep(0.02)
        busy = next(each for each in cluster.workers if _has_segment_open(each.pid, tmp_path))
        at_kill = asked.copy()
        busy.send_signal(signal.SIGKILL)
        _, error = run.communicate(timeout=400)
        assert run.returncode == 1, error.decode()
        assert at_kill.total() < asked.total()
        # One may have been asked and not have answered when its worker was killed.
        assert sorted(asked.values())[-2] == 1, asked
        assert max(asked.values()) <= 2
        reports = tmp_path / "reports"
        written = outputs_of(reports)
        assert sum(name.endswith("/report.json") for name in written) == ARTICLES
        shutil.rmtree(reports)

        archives = sorted((tmp_path / "shared" / "captures").iterdir())
        assert archives
        captures = [
            word for path in archives for word in ("--captures", str(path.relative_to(tmp_path)))
        ]
        alone = begun(tmp_path, *words, *captures, "--offline")
        _, error = alone.communicate(timeout=400)
        assert alone.returncode == 1, error.decode()
        assert outputs_of(reports) == written
        assert asked.total() <= sum(1 for _ in asked) + 1


@contextmanager
def object_store(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """moto's server, which speaks S3, with a bucket; its address is in the environment."""
    server = pytest.importorskip("moto.server").ThreadedMotoServer(
        ip_address="127.0.0.1", port=0, verbose=False
    )
    server.start()
    try:
        _, port = server.get_host_and_port()
        for name, value in {
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
            "AWS_ACCESS_KEY_ID": "key",
            "AWS_SECRET_ACCESS_KEY": "secret",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_EC2_METADATA_DISABLED": "true",
        }.items():
            monkeypatch.setenv(name, value)
        # fsspec's own thread would outlive the test, and workers are forked only where there is none
        bucket = pytest.importorskip("boto3").resource("s3").create_bucket(Bucket="desk")
        yield bucket
        bucket.meta.client.close()
    finally:
        server.stop()


def test_an_object_store_is_a_place_like_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with (
        object_store(monkeypatch) as bucket,
        press(0.05) as (site, asked),
        cluster_in(tmp_path, XDG_CACHE_HOME=str(tmp_path / "cache-of-workers")) as cluster,
    ):
        work = tmp_path / "work"
        write_articles(work / "in", f"http://{site}", 6, 8)
        words = ("check", "in", "--allow-private", site, "--delay", "0", "--archive", "none")
        on_cluster = ("--scheduler", cluster.scheduler, "--shared", "s3://desk/audit")
        run = begun(work, *words, *on_cluster)
        _, error = run.communicate(timeout=400)
        assert run.returncode == 1, error.decode()
        assert set(asked.values()) == {1}
        stored = sorted(item.key for item in bucket.objects.filter(Prefix="audit/"))
        assert not any("/segments/" in name for name in stored)
        archives = [name for name in stored if "/captures/" in name]
        written = {
            name.partition("/reports/")[2]: bucket.Object(name).get()["Body"].read()
            for name in stored
            if "/reports/" in name
        }
        assert sum(name.endswith("/report.json") for name in written) == 6
        [root] = (tmp_path / "cache" / "citeaudit" / "clusters").iterdir()
        again = begun(work, *words, *on_cluster)
        _, error = again.communicate(timeout=400)
        assert b"kept 6 reports" in error
        assert set(asked.values()) == {1}

        captures = [word for name in archives for word in ("--captures", _at(root, name))]
        out = ("--output-dir", str(root / "alone"))
        alone = begun(work, *words, *captures, "--offline", *out)
        _, error = alone.communicate(timeout=400)
        assert alone.returncode == 1, error.decode()
        ours = outputs_of(root / "alone")
        assert {name: ours[name] for name in written} == written


def _at(root: Path, name: str) -> str:
    return str(root / "captures" / name.rpartition("/")[2])


def test_a_scheduler_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    write_articles(tmp_path / "in", "https://press.example", 2, 2)
    run = begun(tmp_path, "check", "in", "--scheduler", "nonsense://127.0.0.1:1")
    _, error = run.communicate(timeout=100)
    assert run.returncode == 2
    assert error == b"citeaudit: --scheduler nonsense://127.0.0.1:1: write tcp://HOST:PORT\n"


@pytest.mark.parametrize("is_link", [False, True])
def test_captures_of_others_at_the_usual_place_are_not_believed_unasked(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    *,
    is_link: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    write_articles(tmp_path / "in", "https://press.example", 2, 2)
    theirs = tmp_path / ("elsewhere" if is_link else "reports/cluster")
    (theirs / "segments" / "press.example").mkdir(parents=True)
    archive = theirs / "segments" / "press.example" / "a.warc.gz"
    write_archive(archive, "https://press.example", 2)
    if is_link:
        (tmp_path / "reports").mkdir()
        (tmp_path / "reports" / "cluster").symlink_to(theirs)
    run = citeaudit(capsys, "check", "in", "--scheduler", "tcp://127.0.0.1:1")
    assert run.code == 2
    [line] = run.err.splitlines()
    assert "--shared reports/cluster" in line
    assert archive.exists()


def _has_segment_open(pid: int, folder: Path) -> bool:
    """Whether a process records to a segment now."""
    links = []
    for link in Path(f"/proc/{pid}/fd").iterdir():
        try:
            links.append(str(link.readlink()))
        except OSError:
            continue
    return any(str(folder / "shared" / "segments") in name for name in links)
