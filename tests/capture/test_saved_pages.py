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


def test_a_saved_page_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"missing\.html: the saved page for https://news"):
        capture_file(URL, tmp_path / "missing.html")
