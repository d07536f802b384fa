"""What an answer amounts to is the same when it was read before, and what is not sound does not count."""

import json
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from audit.capture.http.exchange import Cut, Exchange
from audit.capture.outcome.kept import reading_of
from audit.capture.outcome.reading import Reading, read
from audit.model import Outcome, compute_here
from audit.pages.cache import PageCache

URL = "https://news.example/a"
MOST = 10_000_000
LONG = b"<p>The council met for the second time this year and heard the mayor.</p>" * 80
WALL = (
    b"<title>Sign in</title><h1>Sign in</h1><form><input type=password></form>" + b"<!-- -->" * 700
)
ANSWERS = {
    "page": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    b"<link rel=canonical href=https://news.example/b><h1>The council met</h1>" + LONG,
    "wall": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + WALL,
    "sent on": b"HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Type: text/html\r\n\r\n" + LONG,
    "gone": b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + LONG,
    "no type": b"HTTP/1.1 200 OK\r\n\r\n" + LONG,
    "loads itself": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    b"<meta http-equiv=refresh content='0; url=https://news.example/a'>" + LONG,
}


class Counting:
    """Computes here, and knows how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, function: Callable[..., Any], /, *words: Any, **named: Any) -> Any:
        self.times += 1
        return compute_here(function, *words, **named)


def again(
    answer: bytes, folder: Path, way: tuple[str, ...] = (), cut: Cut | None = None
) -> tuple[Reading, int]:
    """The reading by a cache of its own on a folder, and how often it was computed."""
    compute = Counting()
    exchange = Exchange(URL, response=answer, cut=cut)
    reading = reading_of(exchange, way, MOST, compute, PageCache(folder).get)
    return reading, compute.times


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_that_was_read_before_is_the_same_and_not_computed(
    name: str, tmp_path: Path
) -> None:
    fresh = read(URL, ANSWERS[name], None, (), MOST)
    assert again(ANSWERS[name], tmp_path) == (fresh, 1)
    assert again(ANSWERS[name], tmp_path) == (fresh, 0)


def test_the_way_and_the_end_of_an_answer_are_part_of_what_is_kept(tmp_path: Path) -> None:
    page = ANSWERS["page"]
    again(page, tmp_path)
    assert again(page, tmp_path, way=("https://news.example/login?to=a",))[1] == 1
    cut, times = again(page, tmp_path, cut=Cut.TIME)
    assert (cut.outcome, times) == (Outcome.TIMED_OUT, 1)
    assert again(page + b" ", tmp_path)[1] == 1


def test_short_answers_are_read_each_time(tmp_path: Path) -> None:
    short = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Not much is said here."
    assert [again(short, tmp_path)[1] for _ in range(2)] == [1, 1]
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: [],
        lambda kept: {"status": kept["status"]},
        lambda kept: kept | {"outcome": "captured for sure"},
        lambda kept: kept | {"outcome": ["captured"]},
        lambda kept: kept | {"status": "200"},
        lambda kept: kept | {"turns": 1},
        lambda kept: kept | {"canonical": 7},
        lambda kept: kept | {"leads_to": {"url": "https://evil.example/"}},
    ],
)
def test_what_is_not_sound_is_worked_out_again(
    spoil: Callable[[dict[str, Any]], Any], tmp_path: Path
) -> None:
    fresh, _ = again(ANSWERS["page"], tmp_path)
    [place] = [path for path in tmp_path.rglob("*") if path.is_file()]
    kept = json.loads(zlib.decompress(place.read_bytes()))
    place.write_bytes(zlib.compress(json.dumps(spoil(kept)).encode()))
    assert again(ANSWERS["page"], tmp_path) == (fresh, 1)
