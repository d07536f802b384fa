import hashlib
from pathlib import Path

import pytest

from audit.capture import capture_file
from audit.errors import UsageError
from audit.model import Capture, Outcome

URL = "https://news.example/a"


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("page.html", "text/html"),
        ("PAGE.HTM", "text/html"),
        ("page.txt", "text/plain"),
        ("x", None),
    ],
)
def test_a_saved_page_stands_for_its_url(
    tmp_path: Path, name: str, content_type: str | None
) -> None:
    path = tmp_path / name
    path.write_bytes(b"<p>words")
    assert capture_file(URL, path) == Capture(
        url=URL,
        outcome=Outcome.CAPTURED,
        final_url=URL,
        content_type=content_type,
        body=b"<p>words",
        sha256=hashlib.sha256(b"<p>words").hexdigest(),
        file=str(path),
    )


@pytest.mark.parametrize(
    "name", ["minutes.docx", "report.odt", "talk.txt", "scan.pdf", "notes", "a.rtf"]
)
@pytest.mark.parametrize(
    "begin", ["<!DOCTYPE html>", "\n<html lang='de'>", "\ufeff<!doctype  HTML >"]
)
def test_a_page_is_html_whatever_its_file_is_called(tmp_path: Path, name: str, begin: str) -> None:
    path = tmp_path / name
    path.write_text(f"{begin}<body><p>Sign in to read the minutes.", encoding="utf-8")
    assert capture_file(URL, path).content_type == "text/html"


@pytest.mark.parametrize("words", ["He typed <html> by hand.", "<htmlx>", "%PDF-1.7 <html>"])
def test_a_text_about_html_is_none(tmp_path: Path, words: str) -> None:
    path = tmp_path / "notes.txt"
    path.write_text(words, encoding="utf-8")
    assert capture_file(URL, path).content_type == "text/plain"


def test_a_saved_page_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"missing\.html: the saved page for https://news"):
        capture_file(URL, tmp_path / "missing.html")
