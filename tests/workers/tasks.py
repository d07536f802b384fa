"""What workers are told to do in these tests: to answer, and to misbehave in every way that ends or stops one."""

import ctypes
import os
import re
import signal
import subprocess
import sys
import time
from typing import Any

from audit.errors import ReadError
from audit.workers import Asker


def answer(asker: Asker, *words: Any) -> Any:
    asker.begin("answering")
    return asker.ask("double", *words)


def process_id(_: Asker) -> int:
    return os.getpid()


def spin(asker: Asker) -> None:
    """An expression that holds the interpreter for longer than anybody waits."""
    asker.begin("spinning")
    re.match(r"(?:a{1,99}){0,30}b", "a" * 60)


def loop(asker: Asker) -> None:
    asker.begin("looping")
    while True:
        pass


def sleep(asker: Asker) -> None:
    asker.begin("sleeping")
    time.sleep(600)


def grow(asker: Asker) -> None:
    asker.begin("growing")
    held = []
    while True:
        held.append(bytes(500_000_000))  # address space; no time goes into filling it


def grow_in_c(asker: Asker) -> None:
    asker.begin("growing in C")
    re.sub("a", "b" * 1_000_000, "a" * 1_000_000)


def crash(asker: Asker) -> None:
    asker.begin("crashing")
    ctypes.string_at(0)


def leave(asker: Asker) -> None:
    asker.begin("leaving")
    os._exit(3)


def leave_by_exception(asker: Asker) -> None:
    asker.begin("leaving")
    raise SystemExit(4)


def kill(asker: Asker) -> None:
    asker.begin("killing")
    os.kill(os.getpid(), signal.SIGKILL)


def fail(asker: Asker) -> None:
    asker.begin("failing")
    raise ZeroDivisionError("by nothing")


def recurse(asker: Asker, depth: int = 0) -> None:
    asker.begin("recursing") if depth == 0 else None
    recurse(asker, depth + 1)


def refuse(_: Asker) -> None:
    raise ReadError("there are no words")


def start_another(asker: Asker) -> None:
    """A program of the worker's own, which would outlive it."""
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    asker.ask("started", child.pid)
    time.sleep(600)


def many_steps(asker: Asker) -> float:
    """More computing than one step may take, in several of them."""
    began = time.process_time()
    while time.process_time() - began < 2.5:
        asker.begin("a step")
        until = time.process_time() + 0.3
        while time.process_time() < until:
            pass
    return time.process_time() - began


def unpicklable(asker: Asker) -> Any:
    asker.begin("answering")
    return lambda: None


def spun(url: str) -> str:
    """Computed beside tasks: over one address, an expression that holds the interpreter."""
    if url.endswith("/spin"):
        re.match(r"(?:a{1,99}){0,30}b", "a" * 60)
    if url.endswith("/grow"):
        return "a" * 10_000_000_000
    return url


def compute_pid() -> int:
    return os.getpid()
