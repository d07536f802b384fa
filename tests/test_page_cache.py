"""Pages that were read before come out of the cache as they were read, and what is not sound there does not count."""

import json
import os
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.match import verify_quote
from audit.match.prepared.kept import tokens_of_json
from audit.match.prepared.source import prepare
from audit.match.speakers.voices import VoicesOfPage, name_of
from audit.model import Capture, Outcome, Page, PageBlock, Verdict, Zone
from audit.page import source_text
from audit.pages import extract_page, keep_part, read_capture, voices_of
from audit.pages.as_json import page_as_json, page_of_json, voices_as_json, voices_of_json
from audit.pages.cache import PageCache, program, usual_cache

URL = "https://news.example/a"
HTML = (
    b"<html lang=en><title>Bridge</title><nav><a href=/>Home of the news</a></nav><main><h1>Bridge</h1>"
    b"<p>The mayor, Ann Lee, was there. \xe2\x80\x9cWe will build it,\xe2\x80\x9d she said."
    b"<p>It was raining, <q>as ever</q>, and the council of the town met for a second time this year.</main>"
)
PAGES = sorted((Path(__file__).parents[1] / "fixtures" / "pages").glob("*.*"))


def capture(body: bytes, **changes: Any) -> Capture:
    told: dict[str, Any] = {"content_type": "text/html; charset=utf-8", "body": body, **changes}
    return Capture(URL, Outcome.CAPTURED, URL, **told)


def folder() -> Path:
    return Path(os.environ["XDG_CACHE_HOME"]) / "citeaudit" / "pages"


def stored() -> list[Path]:
    return [path for path in sorted(folder().rglob("*")) if path.is_file()]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_and_its_voices_are_the_same_read_anew_out_of_mind_and_off_the_disk(
    path: Path,
) -> None:
    body = path.read_bytes()
    given_type = "application/json" if path.suffix == ".json" else "text/html"
    fresh = source_text(body, given_type, URL)
    for _ in ("made", "in mind"):
        _, page = read_capture(capture(body, content_type=given_type))
        assert page == (fresh if page is not None else None)
    usual_cache.cache_clear()
    _, again = read_capture(capture(body, content_type=given_type))
    assert again == page
    if page is None:
        return
    for _ in ("made", "in mind"):
        _assert_same_voices(page)
    usual_cache.cache_clear()
    _assert_same_voices(page)


def _assert_same_voices(page: Page) -> None:
    ours, fresh = VoicesOfPage(page, voices_of), VoicesOfPage(page, extract_page)
    for start in range(0, len(page.text), 7):
        before, now = fresh.of(start, start + 20), ours.of(start, start + 20)
        assert (before and name_of(before)) == (now and name_of(now))
        assert (before and before.name_is_written) == (now and now.name_is_written)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_figures_of_a_page_are_the_same_read_anew_out_of_mind_and_off_the_disk(
    path: Path,
) -> None:
    given_type = "application/json" if path.suffix == ".json" else "text/html"
    page = source_text(path.read_bytes(), given_type, URL)
    fresh = prepare(page).values
    for keep in ("made", "in mind", "off the disk"):
        if keep == "off the disk":
            usual_cache.cache_clear()
        kept = prepare(page, keep_part).values
        assert list(kept.keys) == list(fresh.keys)
        assert kept.figures == fresh.figures
        assert kept.spans(bool) == fresh.spans(bool)


@pytest.mark.parametrize(
    "told",
    [
        *([[0, 1]], [[1, 1, "=1"]], [[0, 3, "=1"]], [[-1, 1, "=1"]], [[0, 1, 1]], [[0, 1, "=1", None]]),
        *([[0, 2, "=1"], [1, 2, "=2"]], [[0.0, 1, "=1"]], [[True, 2, "=1"]], [[0]], [1], 1, None, {"a": 1}),
    ],
)  # fmt: skip
def test_figures_that_do_not_fit_their_page_are_not_believed(told: Any) -> None:
    with pytest.raises((ValueError, TypeError, LookupError)):
        tokens_of_json(told, 2)


def test_what_was_read_before_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    _, page = read_capture(capture(HTML))
    assert page is not None
    usual_cache.cache_clear()
    monkeypatch.setattr("audit.pages.reading.source_text", None)
    assert read_capture(capture(HTML))[1] == page


@pytest.mark.parametrize(
    "other",
    [
        capture(HTML + b" "),
        capture(HTML, content_type="text/plain"),
        Capture(
            URL,
            Outcome.CAPTURED,
            URL + "?other",
            body=HTML,
            content_type="text/html; charset=utf-8",
        ),
    ],
)
def test_another_body_type_or_address_is_another_page(other: Capture) -> None:
    read_capture(capture(HTML))
    assert len(stored()) == 1
    read_capture(other)
    assert len(stored()) == 2


@pytest.mark.parametrize("body", [b"%PDF-1.7 no such", b"PK\x03\x04 no such"])
def test_what_other_programs_read_is_not_kept(body: bytes) -> None:
    read_capture(capture(body))
    assert not stored()


_BAD = [
    b"",
    b"no zlib",
    zlib.compress(b"\xff"),
    zlib.compress(b"[" * 100_000),
    zlib.compress(b"null"),
    zlib.compress(b"{}"),
    zlib.compress(json.dumps({"text": "ab", "blocks": [[0, 3, "main"]]}).encode()),
    zlib.compress(b'"' + b"a" * 64_000_001 + b'"'),
]


@pytest.mark.parametrize("bad", _BAD, ids=[str(number) for number in range(len(_BAD))])
def test_an_entry_that_is_not_sound_does_not_count(bad: bytes) -> None:
    _, page = read_capture(capture(HTML))
    (entry,) = stored()
    entry.write_bytes(bad)
    usual_cache.cache_clear()
    assert read_capture(capture(HTML))[1] == page


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=3),
                    lambda inner: st.lists(inner, max_size=4), max_leaves=8), st.data())  # fmt: skip
def test_no_value_in_an_entry_makes_more_than_a_refusal(value: Any, data: st.DataObject) -> None:
    page = source_text(HTML, "text/html; charset=utf-8", URL)
    told = json.loads(json.dumps(page_as_json(page)))
    assert page_of_json(told, URL) == page
    told[data.draw(st.sampled_from(sorted(told)))] = value
    try:
        found = page_of_json(told, URL)
    except (ValueError, TypeError, LookupError):
        return
    ends = [0, *(at for block in found.blocks for at in (block.start, block.end)), len(found.text)]
    assert ends == sorted(ends)


@given(
    st.lists(
        st.lists(st.integers() | st.text(max_size=2) | st.booleans() | st.none(), max_size=7),
        max_size=3,
    )
)
def test_nor_does_one_in_the_voices(told: Any) -> None:
    try:
        found = voices_of_json(told, "Some words.")
    except (ValueError, TypeError, LookupError):
        return
    assert voices_of_json(json.loads(json.dumps(voices_as_json(found))), "Some words.") == found


@pytest.mark.parametrize(
    "written",
    [
        "“We sailed at dawn with all of the crew,” said her lawyer, Tom Pike.",
        "“We sailed at dawn with all of the crew,” she said, according to Tom Pike.",
        "The Harbour Gazette said: “We sailed at dawn with all of the crew.”",
    ],
)
def test_who_speaks_for_others_does_so_out_of_the_cache_too(written: str) -> None:
    markup = f"<html lang=en><title>Dawn</title><main><h1>Dawn</h1><p>{written}</p></main>".encode()
    page = source_text(markup, "text/html; charset=utf-8", URL)
    words = "We sailed at dawn with all of the crew"
    for _ in ("made", "off the disk"):
        kept = verify_quote(words, page, speaker="Ann Lee", extract=voices_of)
        anew = verify_quote(words, page, speaker="Ann Lee", extract=extract_page)
        assert (kept.verdict, kept.cautions) == (anew.verdict, anew.cautions)
        assert kept.verdict is not Verdict.MISATTRIBUTED
        usual_cache.cache_clear()


def test_a_link_in_the_place_of_an_entry_is_not_followed(tmp_path: Path) -> None:
    read_capture(capture(HTML))
    (entry,) = stored()
    other = tmp_path / "other"
    other.write_bytes(entry.read_bytes())
    entry.unlink()
    entry.symlink_to(other)
    usual_cache.cache_clear()
    _, page = read_capture(capture(HTML))
    assert page is not None
    assert not entry.is_symlink()


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_what_is_no_file_in_the_place_of_an_entry_does_not_count(
    make: Callable[[Path], None],
) -> None:
    fresh = read_capture(capture(HTML))
    for place in stored():
        place.unlink()
        make(place)
    usual_cache.cache_clear()
    assert read_capture(capture(HTML)) == fresh


def test_the_cache_may_go_at_any_moment_and_need_not_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, page = read_capture(capture(HTML))
    for path in stored():
        path.unlink()
        path.parent.rmdir()
    folder().rmdir()
    cache = PageCache(folder())
    assert cache.get(("a",), lambda: 1, lambda made: made, int) == 1
    usual_cache.cache_clear()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file" / "below"))
    (tmp_path / "file").write_bytes(b"")
    assert read_capture(capture(HTML))[1] == page


def test_a_cache_of_the_audited_folder_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    usual_cache.cache_clear()
    read_capture(capture(HTML))
    assert not stored()


def test_the_disk_and_the_memory_that_it_takes_are_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit.pages.cache._MOST_IN_MIND", 100_000)
    monkeypatch.setattr("audit.pages.cache._TRIMMED_AFTER", 1)  # each time
    cache = PageCache(tmp_path, most=256 * 500)
    for number in range(2500):
        made = os.urandom(100).hex()
        assert cache.get((number,), lambda made=made: made, str, str) == made  # type: ignore[misc]
    size = sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file())
    assert 256 * 250 < size <= 256 * 500
    assert cache._size <= 100_000
    assert not list(tmp_path.rglob("*.part"))


def test_a_page_with_more_than_text_is_not_kept() -> None:
    page = Page("Words.", (PageBlock(0, 6, Zone.MAIN),), sheets=(0,))
    assert page_as_json(page) is None


def test_another_program_reads_for_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    read_capture(capture(HTML))
    assert program() == program()
    monkeypatch.setattr("audit.pages.cache.program", lambda: "another")
    usual_cache.cache_clear()
    read_capture(capture(HTML))
    assert len(stored()) == 2
