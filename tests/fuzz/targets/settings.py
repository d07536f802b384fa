"""A settings file → settings, as the user's own and as a project's; and what is said of the latter."""

import os
import tempfile
from pathlib import Path

from audit.config import layers, settled
from audit.config.project import still_of_project
from audit.errors import UsageError
from audit.report.settings import settings_line
from tests.fuzz.words import TOML

WORDS = (
    *TOML,
    *("style", "fail-on", "severity", "waive", "output-dir", "deadline", "max-bytes", "max-time"),
    *("allow-private", "services", "archive", "'off'", "'never'", "light-edit", "127.0.0.1:80"),
    *(
        "[search]",
        "url = 'https://s.example/?q={query}'",
        "results",
        "key-env",
        "phrase",
        "[sites]",
        "discover",
    ),
    *("discover-requests", "max-cpu", "[[waive]]", "{0.__class__}", "{", "}"),
    *("fingerprint", "reason", "until", "rule", "obey-robots", "delay", "save", "[tool.citeaudit]"),
)
RUNS = 4000
_LONGEST = 2000  # characters of what is said of one mistake, beside the names of files


def run(data: bytes) -> None:
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "citeaudit.toml")
        path.write_bytes(data)
        os.chdir(folder)
        try:
            for named in (path, None):
                _load(named)
        finally:
            os.chdir(before)


def _load(named: Path | None) -> None:
    settings, mistake = None, ""
    try:
        settings, _ = settled(layers(named, environment={}))
    except UsageError as error:
        mistake = str(error)
    assert len(mistake) < _LONGEST
    if settings is None:
        return
    told = settings_line(still_of_project(settings))
    assert not (named is not None and told)
    assert len(told) < 10 * _LONGEST
    assert settings.fetch.deadline > 0
    if named is None:
        assert settings.fetch.max_bytes >= 1_000_000
        assert settings.fetch.allow_private == ()
        assert ".." not in Path(settings.output_dir).parts
