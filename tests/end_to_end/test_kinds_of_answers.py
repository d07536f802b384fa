"""Over real HTTP on loopback: files of other programs, and answers that hold no text."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.end_to_end.run import citeaudit, report_of
from tests.page.files import mail, mhtml, open_document, package, web_archive
from tests.read.documents import document, paragraph

SAID = "We don’t want to reopen the ferry in spring, whatever the council’s paper says"
PAGE = f"<!doctype html><html><body><p>“{SAID},” Ann Lee said.</p></body></html>"
SHELL = "<html><head><title>Ferry</title></head><body><div id='app'></div>{}</body></html>"
JSON, HTML, TEXT = "application/json", "text/html", "text/plain"

HELD: dict[str, tuple[str, bytes]] = {
    "/page.mhtml": ("multipart/related", mhtml(PAGE)),
    "/page.mht": ("application/octet-stream", mhtml(PAGE, coding="base64")),
    "/mail.eml": (TEXT, mail(f"“{SAID},” Ann Lee said.").as_bytes()),
    "/page.webarchive": ("application/octet-stream", web_archive(PAGE.encode(), "UTF-8")),
    "/paper.docx": ("application/octet-stream", document(paragraph(f"“{SAID},” Ann Lee said."))),
    "/paper.odt": (
        "application/vnd.oasis.opendocument.text",
        open_document(f"<text:p>“{SAID},” Ann Lee said.</text:p>"),
    ),
    "/paper.rtf": (
        "application/rtf",
        rb"{\rtf1\ansi\ansicpg1252 \'93"
        + SAID.replace("’", r"\'92").encode()
        + rb",\'94 Ann Lee said.\par}",
    ),
}
"""Answers that have the words."""
NOTHING: dict[str, tuple[str, bytes]] = {
    "/empty-object": (JSON, b"{}"),
    "/empty-list": (JSON, b" [ ] "),
    "/null": (JSON, b"null"),
    "/error": (JSON, b'{"error": "rate limited, try again later"}'),
    "/problem": (
        "application/problem+json",
        b'{"errors": [{"message": "' + b"You may not see this page now, ask again later. " * 4
        + b'"}], "status": 0}',
    ),
    "/limit": (TEXT, b"Rate limit exceeded. Try again later."),
    "/ok": (HTML, b"<html><body>ok</body></html>"),
    "/shell": (HTML, SHELL.format("<p>Loading the newest stories for you</p>").encode()),
    "/menu": (HTML, SHELL.format("<nav>" + "<a href=x>One of the many sections</a> " * 9 + "</nav>").encode()),
    "/state": (HTML, SHELL.format('<script type="application/json">{"a": "The harbour is open and the pier is shut"}</script>').encode()),
    "/zip": ("application/zip", package({"page.html": PAGE.encode()})),
    "/stored": (TEXT, package({"page.html": PAGE.encode()}, packed=False)),
}  # fmt: skip
"""Answers that hold no text, or none that is read."""


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        kind, body = {**HELD, **NOTHING}[self.path]
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def verdicts(
    folder: Path, capsys: pytest.CaptureFixture[str], site: str, paths: list[str]
) -> dict[str, tuple[str, str | None, list[str]]]:
    """The verdict of the same words against each page, its reason, and the rules that speak of either."""
    found = {}
    for number, path in enumerate(paths):
        story = folder / f"{number}.md"
        story.write_text(f"# Ferry\n\n“{SAID},” Ann Lee [said](http://{site}{path}).\n")
        run = citeaudit(
            capsys, "check", story, "--output-dir", folder / "out", "--allow-private", site,
            "--delay", "0",
        )  # fmt: skip
        assert "internal" not in run.err
        report = report_of(folder / "out" / str(number))
        said = report["attributions"][0]
        rules = sorted({finding["rule"] for finding in report["findings"]})
        found[path] = (said["verdict"], said["reason"], rules)
    return found


def test_files_of_other_programs_are_read_as_what_they_hold(
    site: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = verdicts(tmp_path, capsys, site, [*HELD])
    assert found == dict.fromkeys(HELD, ("verbatim", None, []))


def test_an_answer_without_a_text_shows_nothing_and_the_report_says_so(
    site: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = verdicts(tmp_path, capsys, site, [*NOTHING])
    assert {path: (verdict, rules) for path, (verdict, _, rules) in found.items()} == dict.fromkeys(
        NOTHING, ("not-compared", ["source-unavailable"])
    )
    reasons = {path: reason for path, (_, reason, _) in found.items()}
    few = {"/limit", "/ok", "/menu"}
    assert {path for path, why in reasons.items() if why == "hardly-any-words"} == few
    in_part = {"/shell", "/state"}
    assert {reasons[path] for path in in_part} == {"source-not-whole"}
    rest = {why for path, why in reasons.items() if path not in few | in_part}
    assert rest == {"source-not-captured"}
