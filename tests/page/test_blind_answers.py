"""Answers in ten languages that were written before they were tried: walls, and whole pages.

What a page lacks that is no whole article is not absent; what a short whole one lacks is.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from audit.capture.outcome import reading
from audit.match import verify_quote
from audit.model import Capture, NotCompared, Outcome, QuoteCheck, Verdict
from audit.pages import read_capture

SAID = {
    "en": "Nobody in this valley has ever asked us about the ferry",
    "de": "Niemand in diesem Tal hat uns jemals nach der alten Fähre gefragt",
    "fr": "Personne dans cette vallée ne nous a jamais parlé de la vieille barque",
    "es": "Nadie en este valle nos ha preguntado nunca por la vieja barca",
    "it": "Nessuno in questa valle ci ha mai chiesto niente della vecchia barca",
    "nl": "Niemand in dit dal heeft ons ooit iets over de oude boot gevraagd",
    "pt": "Ninguém neste vale nos perguntou alguma vez pela velha barca azul",
    "pl": "Nikt w tej dolinie nigdy nie pytał nas o starą łódź rybacką",
    "ru": "Никто в этой долине никогда не спрашивал нас о старой лодке",
    "sv": "Ingen i den här dalen har någonsin frågat oss om den gamla båten",
    "ja": "この谷の人は誰も私たちに古い渡し船のことを尋ねたことがない",
}


def _answers() -> list[Any]:
    return [
        pytest.param(
            answer,
            id=f"{path.stem} {answer['name']}",
            marks=[pytest.mark.xfail(strict=True)] if answer.get("missed") else [],
        )
        for path in sorted((Path(__file__).parent / "blind_answers").glob("*.toml"))
        for answer in tomllib.loads(path.read_text(encoding="utf-8"))["answer"]
    ]


def _check(answer: dict[str, Any]) -> QuoteCheck | None:
    """What comes of words that an answer does not have; None where it is no page."""
    body = answer["markup"].encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n"
    url = answer["url"]
    read = reading.read(url, head.encode() + body, None, answer.get("way", ()), 1_000_000)
    outcome = Outcome.BAD_REDIRECT if read.turns else read.outcome
    capture, page = read_capture(
        Capture(url, outcome, url, content_type=read.content_type, body=read.body)
    )
    language = re.search(r'lang="(\w\w)[-"]', answer["markup"])
    assert language is not None
    if capture.outcome is not Outcome.CAPTURED or page is None:
        return None
    return verify_quote(SAID[language[1]], page)


@pytest.mark.parametrize("answer", _answers())
def test_words_are_absent_from_whole_pages_alone(answer: dict[str, Any]) -> None:
    check = _check(answer)
    if not answer["is_whole"]:
        assert check is None or check.verdict is Verdict.NOT_COMPARED
    else:
        assert check is not None
        assert check.verdict is Verdict.ABSENT or check.reason is NotCompared.HARDLY_ANY_WORDS, (
            check.reason
        )
