"""A sources file → pages supplied by hand, none of them outside its folder, and none that is hidden."""

import tempfile
from pathlib import Path

from audit.config import load_sources
from tests.fuzz.words import TOML

WORDS = (
    *TOML,
    *("source", "outlet", "speaker", "line", "url", "file", "https://a.example", "page.html"),
    *("../secret", "link", ".hidden", "folder/", "a/../", "/etc/hostname", "~"),
)
RUNS = 4000


def run(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "project").resolve()
        folder.mkdir()
        (folder / "page.html").write_bytes(b"<p>Words.")
        (folder / ".hidden").write_bytes(b"token")
        (folder / "folder").symlink_to("..", target_is_directory=True)
        (folder / "link").symlink_to("../secret")
        (folder.parent / "secret").write_bytes(b"secret")
        path = folder / "sources.toml"
        path.write_bytes(data)
        for source in load_sources(path):
            if source.file is not None:
                assert Path(source.file).resolve() in {folder / "page.html", path}
