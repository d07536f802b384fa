"""What users report of single pages: faithful words accused, or words missed in half a page.

The situations were written before the program was tried on them.
"""

import base64
import tomllib
from pathlib import Path
from typing import Any

import pytest

from audit.capture.outcome import reading
from audit.match import verify_quote
from audit.model import Capture, Outcome, QuoteCheck, Verdict, Weight
from audit.pages import read_capture

_FAIR = (Verdict.VERBATIM, Verdict.EDITED)
_URL = "https://portgazette.example/2026/05/12/boats-lost-in-the-storm"


def _situations() -> list[Any]:
    return [
        pytest.param(
            each,
            id=f"{path.stem} {each['name']}",
            marks=[pytest.mark.xfail(strict=True)] if each.get("missed") else [],
        )
        for path in sorted((Path(__file__).parent / "situations").glob("*.toml"))
        for each in tomllib.loads(path.read_text(encoding="utf-8"))["situation"]
    ]


def _check(situation: dict[str, Any]) -> QuoteCheck | None:
    """What comes of the quotation; None where the answer is no page."""
    if "base64" in situation:
        body = base64.b64decode(situation["base64"])
    else:
        body = situation["markup"].encode(situation.get("charset", "utf-8"))
    url = situation.get("url", _URL)
    coding = f"Content-Encoding: {situation['encoding']}\r\n" if "encoding" in situation else ""
    head = (
        f"HTTP/1.1 200 OK\r\nContent-Type: {situation.get('type', 'text/html')}\r\n{coding}"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    read = reading.read(url, head.encode() + body, None, situation.get("way", ()), 1_000_000)
    outcome = Outcome.BAD_REDIRECT if read.turns else read.outcome
    capture, page = read_capture(
        Capture(url, outcome, url, content_type=read.content_type, body=read.body)
    )
    if capture.outcome is not Outcome.CAPTURED or page is None:
        return None
    return verify_quote(situation["quote"], page)


@pytest.mark.parametrize("situation", _situations())
def test_what_comes_of_a_quotation(situation: dict[str, Any]) -> None:
    check = _check(situation)
    if situation["comes"] == "unsure":
        assert check is None or check.verdict is Verdict.NOT_COMPARED
        return
    if situation["comes"] == "unaccused" and check is None:
        return
    assert check is not None
    if situation["comes"] == "unaccused":
        assert check.verdict in (*_FAIR, Verdict.NOT_COMPARED)
        return
    if situation["comes"] == "fair":
        assert check.verdict in _FAIR, (check.verdict, check.reason, check.diff)
    else:
        assert check.verdict is Verdict.ABSENT or check.weight is Weight.SERIOUS
