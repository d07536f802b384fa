"""What all rooms' tests share: programs beside Python, snapshots, and repeatable random examples."""

import os
import shutil
import tomllib
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from audit.pages.cache import usual_cache

HERE = Path(__file__).parent
PROGRAMS = tomllib.loads((HERE / "programs.toml").read_text(encoding="utf-8"))

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")

_COUNT = count()
_KEYS = {"IA_ACCESS_KEY_ID", "IA_SECRET_ACCESS_KEY"}
_PROXIES = {"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"}
_READ = {"CI", "GITHUB_STEP_SUMMARY", "NO_COLOR"} | _KEYS | _PROXIES
Snapshot = Callable[[Path, str], None]


def program(name: str) -> str | None:
    """The path of a program beside Python, or of a package of npm; None when it is not installed."""
    if "npm" in PROGRAMS[name]:
        package = HERE.parent / "node_modules" / name
        return str(package) if package.is_dir() else None
    own = [str(folder) for folder in (HERE.parent / ".programs").glob("*/bin")]
    return shutil.which(name) or shutil.which(name, path=os.pathsep.join(own))


def pytest_configure() -> None:
    """What the environment says to the program counts in no test that has not set it.

    Whoever runs the tests may have settings of their own, and may be a build server (``CI``).
    """
    for name in list(os.environ):
        if name.startswith("CITEAUDIT_") or name.upper() in _READ:
            del os.environ[name]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--snapshot-update",
        action="store_true",
        help="write the outputs that tests compare as a whole, instead of comparing them",
    )


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Packed bytes name no test: gzip writes the time into them, and the processes of xdist must collect
    the same names."""
    return argname if isinstance(val, bytes) and not val.isascii() else None


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skips a test whose program is missing; fails it where REQUIRE_PROGRAMS is 1."""
    for marker in item.iter_markers("program"):
        (name,) = marker.args
        if name not in PROGRAMS:
            pytest.fail(f"{name} is not in tests/programs.toml", pytrace=False)
        if program(name) is None:
            missing = f"{name} is missing: {PROGRAMS[name]}"
            if os.environ.get("REQUIRE_PROGRAMS") == "1":
                pytest.fail(missing, pytrace=False)
            pytest.skip(missing)


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    """Compares a text with a committed file, byte for byte; --snapshot-update writes the file."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--snapshot-update"):
            path.write_bytes(text.encode())
        assert path.is_file(), f"{path.name} is missing: run pytest with --snapshot-update"
        assert text == path.read_bytes().decode(), f"{path.name} differs: --snapshot-update?"

    return compare


@pytest.fixture(autouse=True)
def _no_settings_of_ones_own(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever runs the tests may have settings of their own: they do not count here."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.getbasetemp() / "no-settings"))
    state = f"state-{next(_COUNT)}"  # a journal of captures for each test
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.getbasetemp() / state))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / f"cache-{state}"))
    usual_cache.cache_clear()
