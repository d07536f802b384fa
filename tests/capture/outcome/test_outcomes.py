import hashlib
import json

import pytest

from audit._version import __version__
from audit.capture import open_client
from audit.model import Outcome
from tests.capture.conftest import Fetched, Settings
from tests.capture.server import ARTICLE, WORDS, Server, http

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
NOISE = bytes(range(256)) * 8


def test_a_page_is_captured_with_its_bytes_and_their_hash(server: Server, fetched: Fetched) -> None:
    capture = fetched(server.on("/a", http("200 OK", ARTICLE)))
    assert capture.outcome is Outcome.CAPTURED
    assert capture.reason == ""
    assert capture.status == 200
    assert capture.body == ARTICLE
    assert capture.sha256 == hashlib.sha256(ARTICLE).hexdigest()
    assert capture.content_type == "text/html; charset=utf-8"
    assert capture.url == capture.final_url == server.url("/a")
    assert capture.hops == ()
    assert capture.file is None


def test_the_request_says_honestly_who_asks(server: Server, fetched: Fetched) -> None:
    fetched(server.on("/a", http("200 OK", ARTICLE)))
    (request,) = server.requests
    assert f"\r\nUser-Agent: citeaudit/{__version__} (".encode() in request
    assert request.count(b"\r\nHost: 127.0.0.1:") == 1
    assert b"\r\nAccept-Encoding: gzip, deflate, br, zstd\r\n" in request
    assert b"Cookie" not in request
    assert b"Authorization" not in request


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        ("204 No Content", Outcome.EMPTY),
        ("206 Partial Content", Outcome.TRUNCATED),
        ("300 Multiple Choices", Outcome.BAD_REDIRECT),
        ("304 Not Modified", Outcome.BAD_RESPONSE),
        ("400 Bad Request", Outcome.CLIENT_ERROR),
        ("401 Unauthorized", Outcome.LOGIN_REQUIRED),
        ("402 Payment Required", Outcome.PAYWALLED),
        ("403 Forbidden", Outcome.BLOCKED),
        ("404 Not Found", Outcome.NOT_FOUND),
        ("410 Gone", Outcome.GONE),
        ("418 I'm a teapot", Outcome.CLIENT_ERROR),
        ("429 Too Many Requests", Outcome.RATE_LIMITED),
        ("451 Unavailable For Legal Reasons", Outcome.BLOCKED),
        ("500 Internal Server Error", Outcome.SERVER_ERROR),
        ("503 Service Unavailable", Outcome.SERVER_ERROR),
        ("599 Odd", Outcome.SERVER_ERROR),
        ("700 Odder", Outcome.BAD_RESPONSE),
        ("999 Request denied", Outcome.BLOCKED),
    ],
)
def test_each_status_has_its_outcome(
    server: Server, fetched: Fetched, status: str, outcome: Outcome
) -> None:
    capture = fetched(server.on("/a", http(status, b"" if "No Content" in status else ARTICLE)))
    assert capture.outcome is outcome
    assert capture.status == int(status[:3])
    assert capture.reason


@pytest.mark.parametrize(
    ("kind", "body", "reason"),
    [
        ("image/png", PNG, "PNG image"),
        ("text/html", PNG, "PNG image"),
        ("image/webp", b"RIFF\x10\0\0\0WEBPVP8 ", "media file"),
        ("video/mp4", b"\0\0\0\x18ftypmp42", "media file"),
        ("image/svg+xml", b"<svg/>", "image/svg+xml"),
        ("application/pdf", b"%PDF-1.7\n1 0 obj", "PDF"),
        ("text/html", b"%PDF-1.7\n1 0 obj", "PDF"),
        ("application/octet-stream", NOISE, "binary data"),
        ("text/html", NOISE, "binary data"),
    ],
)
def test_what_is_no_text_is_named_by_its_bytes(
    server: Server, fetched: Fetched, kind: str, body: bytes, reason: str
) -> None:
    capture = fetched(server.on("/a", http("200 OK", body, kind=kind)))
    assert (capture.outcome, capture.reason) == (Outcome.NOT_TEXT, reason)


OEMBED = json.dumps({"type": "rich", "html": "<blockquote><p>Words</p></blockquote>"}).encode()


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json; charset=utf-8", OEMBED),
        ("text/plain", WORDS.encode()),
        ("application/octet-stream", WORDS.encode()),
        ("image/jpeg", ARTICLE),
        ("", ARTICLE),
        ("text/html; charset=utf-16", ARTICLE.decode().encode("utf-16")),
        ("text/html; charset=windows-1251", ("Слова министра. " * 200).encode("cp1251")),
        ("application/rss+xml", b"<rss><channel><title>T</title></channel></rss>"),
    ],
)
def test_text_of_any_kind_is_captured(
    server: Server, fetched: Fetched, kind: str, body: bytes
) -> None:
    assert fetched(server.on("/a", http("200 OK", body, kind=kind))).outcome is Outcome.CAPTURED


def test_an_answer_of_blanks_only_is_empty(server: Server, fetched: Fetched) -> None:
    assert fetched(server.on("/a", http("200 OK", b" \r\n "))).outcome is Outcome.EMPTY


def test_a_shell_of_scripts_needs_javascript(server: Server, fetched: Fetched) -> None:
    shell = b"<!doctype html><title>X</title><div id=root></div><script src=app.js></script>"
    capture = fetched(server.on("/a", http("200 OK", shell)))
    assert capture.outcome is Outcome.NEEDS_JAVASCRIPT
    assert capture.body == shell


def test_an_error_page_with_status_200_is_a_soft_404(server: Server, fetched: Fetched) -> None:
    page = b"<title>Page not found | The Paper</title><h1>Page not found</h1><p>Try the search."
    assert fetched(server.on("/a", http("200 OK", page))).outcome is Outcome.SOFT_404


def test_a_client_gives_the_same_object_each_time(server: Server, settings: Settings) -> None:
    url = server.on("/a", http("200 OK", ARTICLE))
    with open_client(settings()) as client:
        assert client(url) is client(url)
    assert server.asked("/a") == 1
