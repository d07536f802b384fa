"""A worker that crashes, hangs or eats memory takes its own task along, and nothing else."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from audit.errors import ReadError
from audit.workers import Closed, Died, Failed, Limits, Workers, pool
from tests.workers import tasks

LIMITS = Limits(seconds=1, memory=1_000_000_000)


def answer(question: str, words: Sequence[Any]) -> Any:
    assert question == "double"
    return [2 * word for word in words]


def run(workers: Workers, function: Callable[..., Any], *words: Any) -> Any:
    task = workers.begin(function, *words)
    try:
        return task.result(answer)
    finally:
        task.end()


def is_running(pid: int) -> bool:
    """Whether a process runs; what has ended and nobody has asked for is none."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as file:  # noqa: PTH123 — no path of ours
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def gone(pid: int) -> bool:
    """Whether a process ends within a while."""
    until = time.monotonic() + 20
    while is_running(pid) and time.monotonic() < until:
        time.sleep(0.02)
    return not is_running(pid)


@pytest.fixture(params=["alone", "beside a thread"])
def workers(request: pytest.FixtureRequest) -> Iterator[Workers]:
    """One worker, forked here or, where there are threads, from a server."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    if request.param != "alone":
        thread.start()
    try:
        with Workers(LIMITS, 1) as found:
            yield found
        assert multiprocessing.active_children() == []
    finally:
        done.set()
        if request.param != "alone":
            thread.join()


def test_a_worker_answers_and_is_used_again(workers: Workers) -> None:
    assert run(workers, tasks.answer, 1, "a") == [2, "aa"]
    first = run(workers, tasks.process_id)
    assert first == run(workers, tasks.process_id) != os.getpid()


ENDS = {
    "spin": (tasks.spin, "spinning", "it took more than 1 s of computing"),
    "loop": (tasks.loop, "looping", "it took more than 1 s of computing"),
    "crash": (tasks.crash, "crashing", "its process was ended by SIGSEGV"),
    "leave": (tasks.leave, "leaving", "its process ended with code 3"),
    "exit": (tasks.leave_by_exception, "leaving", "its process ended with code 4"),
    "kill": (tasks.kill, "killing", "its process was ended by SIGKILL"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals")
@pytest.mark.parametrize("name", sorted(ENDS))
def test_what_ends_a_worker_is_told_and_another_takes_its_place(
    name: str, workers: Workers
) -> None:
    function, step, how = ENDS[name]
    before = run(workers, tasks.process_id)
    with pytest.raises(Died) as caught:
        run(workers, function)
    assert (caught.value.step, caught.value.how) == (step, how)
    after = run(workers, tasks.process_id)
    assert after != before
    assert gone(before)
    assert run(workers, tasks.answer, 4) == [8]


def test_a_worker_that_has_done_much_gives_way_to_a_new_one(
    workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_MOST_TASKS", 3)
    pids = [run(workers, tasks.process_id) for _ in range(7)]
    assert [pids.count(pid) for pid in dict.fromkeys(pids)] == [3, 3, 1]
    assert all(gone(pid) for pid in {*pids} - {pids[-1]})


def test_the_log_names_the_place_of_an_expression_that_held_the_interpreter(
    workers: Workers,
) -> None:
    with pytest.raises(Died) as caught:
        run(workers, tasks.spin)
    assert "tasks.py" in caught.value.trace
    assert "in spin" in caught.value.trace


def test_a_worker_that_computes_nothing_and_answers_nothing_hangs() -> None:
    with Workers(Limits(seconds=1, memory=1_000_000_000, patience=2), 1) as workers:
        pid = run(workers, tasks.process_id)
        with pytest.raises(Died) as caught:
            run(workers, tasks.sleep)
        assert caught.value.how == "it did not answer for 2 s"
        assert gone(pid)


def test_the_time_of_a_step_begins_anew_with_each(workers: Workers) -> None:
    assert run(workers, tasks.many_steps) > 2


FAILS = {
    "fail": (tasks.fail, "ZeroDivisionError"),
    "grow": (tasks.grow, "MemoryError"),
    "grow in C": (tasks.grow_in_c, "MemoryError"),
    "recurse": (tasks.recurse, "RecursionError"),
}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts address space")
@pytest.mark.parametrize("name", sorted(FAILS))
def test_what_a_function_raises_comes_back_with_its_traceback(name: str, workers: Workers) -> None:
    function, raised = FAILS[name]
    with pytest.raises(Failed) as caught:
        run(workers, function)
    assert caught.value.name == raised
    assert "tasks.py" in caught.value.trace
    assert run(workers, tasks.answer, 4) == [8]


def test_our_own_exceptions_come_back_as_they_are(workers: Workers) -> None:
    with pytest.raises(ReadError, match="there are no words"):
        run(workers, tasks.refuse)


def test_a_result_that_cannot_be_sent_is_a_failure(workers: Workers) -> None:
    with pytest.raises(Failed, match="Error"):
        run(workers, tasks.unpicklable)


def test_what_a_worker_started_ends_with_it(workers: Workers) -> None:
    started: list[int] = []

    def noted(_: str, words: Sequence[Any]) -> None:
        started.append(words[0])
        assert is_running(words[0])
        raise KeyboardInterrupt

    task = workers.begin(tasks.start_another)
    with pytest.raises(KeyboardInterrupt):
        task.result(noted)
    task.end()
    assert gone(started[0])


def test_ending_all_ends_those_under_way_and_tells_who_waits(workers: Workers) -> None:
    pid = run(workers, tasks.process_id)
    task = workers.begin(tasks.sleep)
    seen: list[BaseException] = []

    def wait() -> None:
        try:
            task.result(answer)
        except Closed as error:
            seen.append(error)

    waiting = threading.Thread(target=wait)
    waiting.start()
    time.sleep(0.2)
    workers.__exit__(None, None, None)
    waiting.join(timeout=20)
    assert len(seen) == 1
    assert gone(pid)
    with pytest.raises(Closed):
        workers.begin(tasks.process_id)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's end")
def test_workers_end_with_a_process_that_is_killed() -> None:
    read, write = os.pipe()
    parent = os.fork()
    if parent == 0:  # pragma: no cover — another process
        with Workers(LIMITS, 2) as workers:
            pids = [run(workers, tasks.process_id)]
            task = workers.begin(tasks.sleep)
            os.write(write, f"{pids[0]} {task._worker._process.pid}\n".encode())  # type: ignore[union-attr]
            time.sleep(600)
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as told:
        pids = [int(word) for word in told.readline().split()]
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    assert all(gone(pid) for pid in pids)


NAMESPACE = ["unshare", "--user", "--map-root-user", "--pid", "--fork"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has namespaces of processes")
def test_workers_serve_the_first_process_of_a_container() -> None:
    try:
        subprocess.run([*NAMESPACE, "true"], check=True, capture_output=True, timeout=30)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no namespace can be made here")
    program = """if True:
        import os
        from audit.workers import Limits, Workers
        from tests.workers import tasks

        assert os.getpid() == 1
        with Workers(Limits(), 1) as workers:
            print(workers.begin(tasks.process_id).result(None))
    """
    command = [*NAMESPACE, sys.executable, "-c", program]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) > 1


def test_what_is_computed_beside_a_task_is_computed_while_that_waits(workers: Workers) -> None:
    def compute(_: str, words: Sequence[Any]) -> Any:
        return [workers.compute(tasks.spun, str(word)) for word in words]

    task = workers.begin(tasks.answer, 1, "b")
    try:
        assert task.result(compute) == ["1", "b"]
    finally:
        task.end()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts address space")
def test_what_is_computed_beside_ends_alone(workers: Workers) -> None:
    with ThreadPoolExecutor(4) as pool:
        urls = ["/a", "/spin", "/b", "/grow", "/c"]
        asked = {url: pool.submit(workers.compute, tasks.spun, url) for url in urls}
        ended = {url: future.exception() for url, future in asked.items()}
    assert [url for url in urls if ended[url] is None] == ["/a", "/b", "/c"]
    assert isinstance(ended["/spin"], Died)
    assert ended["/spin"].how == "it took more than 1 s of computing"
    assert isinstance(ended["/grow"], Failed)
    assert ended["/grow"].name == "MemoryError"


def test_no_more_processes_compute_beside_tasks_than_was_said(workers: Workers) -> None:
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(workers.compute, tasks.compute_pid) for _ in range(40)]
        assert len({future.result() for future in asked} - {os.getpid()}) == 1


def test_who_waits_for_what_is_computed_is_told_that_all_is_ended() -> None:
    with Workers(LIMITS, 1) as ended:
        pass
    with pytest.raises(Closed):
        ended.compute(tasks.spun, "/a")
