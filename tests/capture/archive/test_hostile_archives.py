"""Archives that mean harm, and what any archive must bear: refused with one line, or passed over; bounded."""

import gzip
import hashlib
import time
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from audit.capture import open_client
from audit.capture.archive import record
from audit.capture.archive.index.entries import Collector
from audit.capture.archive.records import Gap, salvage, scan
from audit.capture.archive.replay import Index, collected
from audit.capture.archive.warc import Recorder
from audit.capture.http.exchange import Cut, Exchange, Failure
from audit.errors import CaptureError
from audit.model import FetchSettings, Outcome, Provenance
from tests.capture.archive.test_recording import sha1
from tests.capture.archives import OTHER, PAGE, URL, packed, response
from tests.capture.archives import record as record_of
from tests.capture.conftest import Replay
from tests.capture.server import ARTICLE, http


@pytest.mark.parametrize("field", ["WARC-Block-Digest"])
def test_a_record_that_is_not_what_its_digest_says_has_no_words(replay: Replay, field: str) -> None:
    changed = PAGE.replace(b"minister", b"muckster")
    right = {field: sha1(PAGE)}
    assert replay(packed(response(URL, PAGE, **right))).outcome is Outcome.CAPTURED
    capture = replay(packed(response(URL, changed, **right)))
    assert (capture.outcome, capture.body) == (Outcome.BAD_RESPONSE, b"")
    assert "not what its digest says" in capture.reason


@pytest.mark.parametrize(
    "digest", ["sha1:", "sha1:AAAA", "crc32:00", "words", "sha256:zz", "md5:" + "é" * 32]
)
def test_a_digest_that_says_nothing_is_passed_over(replay: Replay, digest: str) -> None:
    page = response(URL, PAGE, **{"WARC-Block-Digest": digest})
    assert replay(packed(page)).outcome is Outcome.CAPTURED


def test_digests_in_hexadecimal_and_of_other_kinds_are_read(replay: Replay) -> None:
    for name in ("sha1", "sha256", "md5", "sha512"):
        right = hashlib.new(name, PAGE).hexdigest()
        for digest, outcome in (
            (f"{name}:{right}", Outcome.CAPTURED),
            (f"{name.upper()}:{right.upper()}", Outcome.CAPTURED),
            (f"{name}:{'0' * len(right)}", Outcome.BAD_RESPONSE),
        ):
            page = response(URL, PAGE, **{"WARC-Block-Digest": digest})
            assert replay(packed(page)).outcome is outcome


def test_a_request_of_ours_for_another_answer_changes_nothing(replay: Replay) -> None:
    lie = record_of(
        "request",
        "https://news.example/b",
        b"GET / HTTP/1.1\r\nUser-Agent: citeaudit/1\r\nCookie: a=1\r\n\r\n",
        **{"WARC-Concurrent-To": "<nobody>"},
    )
    assert replay(packed(response(URL, PAGE), lie)).outcome is Outcome.CAPTURED


def test_two_records_of_one_id_are_both_there(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    other = http("200 OK", ARTICLE + b"<p>Other")
    path.write_bytes(packed(response(URL, PAGE, id="one"), response(URL, other, id="one")))
    assert len(Index([path]).named("one")) == 2


def test_many_empty_members_are_no_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record, "_MOST_RECORDS", 1000)
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed(OTHER) + gzip.compress(b"", mtime=0) * 2000)
    with pytest.raises(CaptureError, match="more than 1,000 records; such an archive is not read"):
        list(scan(path))
    with pytest.raises(CaptureError, match="more than 1,000 records"):
        list(salvage(path))


def test_more_captures_than_can_be_held_in_mind_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    long = "https://news.example/" + "x" * 60_000
    path.write_bytes(packed(response(long, b"HTTP/1.1 200 OK\r\n\r\n")) * 4000)
    tracemalloc.start()
    with pytest.raises(CaptureError, match="too many captures for one run"):
        collected(Collector(path), path).entries()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 450_000_000


def test_many_revisits_of_nothing_cost_little(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    circle = (
        record_of(
            "revisit", URL, b"", id=f"urn:{number}", **{"WARC-Refers-To": f"<urn:{number + 1}>"}
        )
        for number in range(10_000)
    )
    path.write_bytes(packed(*circle))
    with open_client(FetchSettings(), archives=[path], offline=True) as client:
        before = time.process_time()
        assert client(URL).outcome is Outcome.NOT_ARCHIVED
        assert time.process_time() - before < 3


heads = st.lists(
    st.tuples(st.sampled_from(["X-A", "Content-Type", "ETag"]), st.text("abc;=/ é", max_size=20)),
    max_size=4,
)
answers = st.builds(
    lambda head, body: (
        b"HTTP/1.1 200 OK\r\n"
        + b"".join(f"{name}: {value}\r\n".encode() for name, value in head)
        + b"\r\n"
        + body
    ),
    heads,
    st.binary(max_size=3000),
)
exchanges = st.builds(
    Exchange,
    url=st.text("abcé%/?&", max_size=30).map("http://news.example/".__add__),
    date=st.just("2026-01-01T00:00:00.000000Z"),
    request=st.sampled_from([b"", b"GET / HTTP/1.1\r\nUser-Agent: citeaudit/1\r\n\r\n"]),
    response=answers,
    cut=st.sampled_from([None, *Cut]),
    address=st.sampled_from([None, "192.0.2.1", "2001:db8::1"]),
)
failures = st.builds(
    Failure,
    st.sampled_from([Outcome.TIMED_OUT, Outcome.REFUSED, Outcome.TLS_ERROR]),
    st.text("abc: é\r\n", max_size=60).map(lambda text: " ".join(text.split())),
)


@settings(max_examples=60)
@given(st.lists(st.tuples(exchanges, st.one_of(st.none(), failures)), min_size=1, max_size=5))
def test_what_is_written_is_read_back_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    written: list[tuple[Exchange, Failure | None]],
) -> None:
    path = tmp_path_factory.mktemp("round") / "captures.warc.gz"
    recorder = Recorder(path)
    kept = []
    for exchange, failure in written:
        if failure is not None:
            exchange = replace(exchange, response=b"", cut=None, failure=failure)  # noqa: PLW2901
        kept.append(recorder.keep(exchange)[0])
    recorder.close()
    index = Index([path])
    for held in kept:
        assert held.record_id is not None
        [entry] = index.named(held.record_id)
        hidden = bool(held.request) and held.address is None  # a proxy hides the address
        # No journal was asked.
        read = replace(held, request=b"", via_proxy=hidden, provenance=Provenance.GIVEN)
        assert index.load(entry, 1_000_000) == read


@given(st.data())
def test_behind_any_damage_the_sound_records_are_found(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    records = [response(f"https://news.example/{number}", PAGE) for number in range(4)]
    pack = data.draw(st.sampled_from([packed, lambda *parts: b"".join(parts)]))
    ends = [len(pack(*records[:count])) for count in range(5)]
    sound = pack(*records)
    hit = data.draw(st.integers(0, 3))
    place = data.draw(st.integers(ends[hit], ends[hit + 1] - 1))
    noise = data.draw(st.binary(min_size=1, max_size=20))
    assume(place > 0 or not noise.startswith(b"PK"))  # what begins so is a ZIP package
    path = tmp_path_factory.getbasetemp() / "damaged.warc.gz"
    path.write_bytes(sound[:place] + noise + sound[place + 1 :])
    found = list(salvage(path))
    whole = {record.uri[-1:] for record in found if not isinstance(record, Gap)}
    if pack is packed:
        assert whole >= {str(number) for number in range(4) if number != hit}
    assert len(found) <= 2 * len(records)
