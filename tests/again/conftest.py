"""An article audited over real HTTP on loopback, its report in a folder of its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.capture.server import Server, http
from tests.end_to_end.run import Run, citeaudit
from tests.end_to_end.web import page

BRIDGE = "We will rebuild the bridge by spring if the money lasts"
SCHOOL = "The school stays open for as long as there are children in it"
ETAG = 'ETag: "one"'


def story(title: str, *words: str) -> bytes:
    """A page on which somebody says the words."""
    said = [f"“{word},” Anna Lindqvist said on the steps of the town hall." for word in words]
    return page(title, ["It rained all day in the town.", *said, "More is to follow."] * 9).encode()


@dataclass(frozen=True)
class Audited:
    """A finished audit: its folder, and how to run the command with what reaches the server."""

    server: Server
    folder: Path
    run: Callable[..., Run]

    @property
    def report(self) -> Path:
        return self.folder / "report.json"

    @property
    def archive(self) -> Path:
        return self.folder / "captures.warc.gz"


@pytest.fixture
def audited(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Audited]:
    monkeypatch.chdir(tmp_path)
    with Server() as server:
        bridge = server.on("/bridge", http("200 OK", story("Bridge", BRIDGE), ETAG))
        school = server.on("/school", http("200 OK", story("School", SCHOOL)))
        gone = server.on("/gone", http("404 Not Found", b"<p>There is no such page here.</p>"))
        moved = server.on("/moved", http("301 Moved", b"", "Location: /bridge"))
        Path("story.md").write_text(
            f"“{BRIDGE},” Anna Lindqvist [said]({bridge}).\n\n"
            f"“{SCHOOL},” Anna Lindqvist [told us]({school}).\n\n"
            f"“It is much too wide for all of us here,” Bo Holm [said]({gone}).\n\n"
            f"“{BRIDGE},” Anna Lindqvist [said again]({moved}).\n",
            encoding="utf-8",
        )

        def run(command: str, *words: str | Path) -> Run:
            hurry = ("--delay", "0") if command != "verify" else ()
            return citeaudit(capsys, command, *words, *hurry)

        allowed = f"127.0.0.1:{server.port}"
        done = run("check", "story.md", "--allow-private", allowed)
        assert done.code == 0, done.err
        yield Audited(server, tmp_path / "reports" / "story", run)
