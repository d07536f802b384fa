"""What is passed over in folders and patterns: no articles, and what the user leaves out.

Only what was found is passed over, never what was named. What was passed over is counted by reason:
an article that is missing from a run is to be noticed.
"""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from audit.errors import UsageError
from audit.files import read_file, real

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NO_ARTICLES = (
    *("node_modules/", "bower_components/", "vendor/", "site-packages/", "__pycache__/", "venv/"),
    *("public/", "_site/", "dist/", "target/", "htmlcov/"),
    *("_layouts/", "_includes/", "layouts/", "partials/", "templates/", "archetypes/", "themes/"),
    *("LICENSE*", "LICENCE*", "COPYING*", "NOTICE*", "AUTHORS*", "CHANGELOG*", "CHANGES*"),
    *("CONTRIBUTING*", "CODE_OF_CONDUCT*", "SECURITY*", "CODEOWNERS"),
    *(
        "requirements*.txt",
        "constraints*.txt",
        "robots.txt",
        "humans.txt",
        "security.txt",
        "ads.txt",
    ),
    *("CMakeLists.txt", "404.html", "500.html", "google*.html"),
)
"""Names under which no article stands in sites and projects, as a .gitignore has them."""

_IGNORES = ".gitignore"
_LARGEST_IGNORES = 200_000  # bytes
_LONGEST_PATTERN = 300  # characters
_MOST_STARS = 8  # of a pattern: each more lets matching take longer by the length of a path
_TEMPLATE = re.compile(
    rb"\{%-?\s*(?:extends|block|for|if|include|macro|import)\b|\{\{[^{}\n]{0,200}\}\}|<%[=@-]?"
)
_OF_TEMPLATES = frozenset({".html", ".htm", ".xhtml"})
_BEGINNING = 20_000  # bytes of a file that are looked at


class PassedOver:
    """Decides for what was found in a folder; ``reasons`` counts what it passed over.

    Args:
        exclude: Patterns of the user, as a .gitignore has them, from the working folder.

    Raises:
        UsageError: A pattern is none.
    """

    def __init__(self, exclude: Sequence[str] = ()) -> None:
        self.reasons: Counter[str] = Counter()
        for pattern in exclude:
            if not _is_bounded(pattern):
                raise UsageError(f"--exclude {pattern[:80]}: has too many stars, or is too long")
        self._exclude = _patterns(exclude) if exclude else None
        self._here = Path.cwd()
        self._ignores: dict[Path, GitIgnoreSpec | None] = {}
        self._roots: dict[Path, Path] = {}

    @cached_property
    def _none(self) -> "GitIgnoreSpec":
        return _patterns(NO_ARTICLES)

    def has(self, entry: Path, *, is_folder: bool) -> bool:
        """Whether a folder or a file is passed over."""
        reason = self._reason(entry, "/" if is_folder else "")
        if reason is None and not is_folder:
            reason = _by_content(entry)
        if reason is not None:
            self.reasons[reason] += 1
        return reason is not None

    @property
    def line(self) -> str:
        """What was passed over, in a few words; empty where nothing was."""
        told = [f"{number} {reason}" for reason, number in self.reasons.most_common()]
        return f"passed over {', '.join(told)}" if told else ""

    def _reason(self, entry: Path, slash: str) -> str | None:
        path = Path(os.path.abspath(entry))  # noqa: PTH100 — follows no link
        if path.is_relative_to(self._here):
            below = path.relative_to(self._here).as_posix() + slash
            if self._exclude is not None and self._exclude.match_file(below):
                return "by --exclude"
        if self._none.match_file(path.name + slash):
            return "of no articles by their names"
        if self._is_ignored(path, slash):
            return f"by {_IGNORES}"
        return None

    def _is_ignored(self, path: Path, slash: str) -> bool:
        """Whether a .gitignore leaves it out: the nearest that speaks of it counts."""
        for folder in self._up(path.parent):
            spec = self._spec(folder)
            if spec is None:
                continue
            found = spec.check_file(path.relative_to(folder).as_posix() + slash)
            if found.include is not None:
                return found.include
        return False

    def _up(self, folder: Path) -> Iterator[Path]:
        """A folder and those above it, up to the root of its repository; none outside of one."""
        root = self._roots.get(folder)
        if root is None:
            root = next(
                (each for each in (folder, *folder.parents) if (each / ".git").exists()), Path()
            )
            self._roots[folder] = root
        if root == Path():
            return
        for each in (folder, *folder.parents):
            yield each
            if each == root:
                return

    def _spec(self, folder: Path) -> "GitIgnoreSpec | None":
        if folder not in self._ignores:
            self._ignores[folder] = _read_ignores(folder / _IGNORES)
        return self._ignores[folder]


def _read_ignores(path: Path) -> "GitIgnoreSpec | None":
    """The patterns of a .gitignore, less those that take long to match; None without any."""
    try:
        if path.is_symlink():
            return None
        data = read_file(path, _LARGEST_IGNORES)[:_LARGEST_IGNORES]
    except (OSError, ValueError):
        return None
    lines = data.decode("utf-8", "replace").splitlines()
    try:
        return _patterns(line for line in lines if _is_bounded(line))
    except ValueError:  # one that git would not take either
        return None


def _patterns(lines: Iterable[str]) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 — slow to import, and most runs name a file

    return GitIgnoreSpec.from_lines(lines)


def _is_bounded(pattern: str) -> bool:
    return len(pattern) <= _LONGEST_PATTERN and pattern.count("*") <= _MOST_STARS


def _by_content(path: Path) -> str | None:
    """Why a file is no article by what is in it."""
    try:
        if real(path).stat().st_size == 0:
            return "empty"
        if path.suffix.lower() in _OF_TEMPLATES:
            with path.open("rb") as file:
                if _TEMPLATE.search(file.read(_BEGINNING)):
                    return "templates"
    except OSError:
        return None  # reading it will say why
    return None
