"""Which files have changed since a revision of a git repository, committed or not."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from shutil import which

from audit.cli.inputs.sources_files import sources_of
from audit.errors import UsageError

_SECONDS = 120
# A repository may be anybody's, and its settings may name programs: none of them is run.
_SAFELY = (
    *("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"),
    *("-c", "diff.external=", "-c", "core.pager=cat", "-c", "core.quotePath=false"),
)


class Changed:
    """The files that are other than they were at a revision, new ones among them.

    Raises:
        UsageError: There is no git, no repository, or no such revision.
    """

    def __init__(self, revision: str) -> None:
        self._revision = revision
        git = which("git")
        if git is None:
            raise UsageError("--changed-since needs git: install it, or name the articles")
        self._git = git
        self._no_filters: tuple[str, ...] = ()
        self._no_filters = tuple(self._without_filters())
        root = Path(os.fsdecode(self._run("rev-parse", "--show-toplevel").rstrip(b"\n")))
        self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        names = self._run(
            *("diff", "--name-only", "-z", "--no-ext-diff", "--no-textconv", "--diff-filter=d"),
            *("--ignore-submodules=dirty", "--end-of-options", revision, "--"),
            folder=root,
        )
        names += self._run("ls-files", "-z", "--others", "--exclude-standard", folder=root)
        self._files = {root / os.fsdecode(name) for name in names.split(b"\0") if name}

    def has(self, path: Path) -> bool:
        """Whether a file has changed, or the sources file beside it."""
        place = Path(os.path.realpath(path))
        return place in self._files or sources_of(place) in self._files

    def _without_filters(self) -> Iterator[str]:
        """What sets the programs back through which the settings send files to be compared.

        Of files that such a program changes, as Git LFS does, all then count as changed.
        """
        for name in self._run("config", "--list", "--name-only", "-z").split(b"\0"):
            if not name.lower().startswith(b"filter."):
                continue
            key = os.fsdecode(name)
            if "=" in key:  # -c would cut it there
                raise UsageError(
                    "--changed-since: the settings of this repository name a filter with '=':"
                    " name the articles instead"
                )
            yield from (
                "-c",
                f"{key}=" if not key.lower().endswith(".required") else f"{key}=false",
            )

    def _run(self, *words: str, folder: Path | None = None) -> bytes:
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
            "GIT_ALLOW_PROTOCOL": "none",  # of a partial clone: what is missing is asked of nobody
            "GIT_NO_LAZY_FETCH": "1",
            "GIT_OPTIONAL_LOCKS": "0",
            "GIT_TERMINAL_PROMPT": "0",
        }
        try:
            done = subprocess.run(  # noqa: S603 — git, with words of ours and a revision behind --end-of-options
                [self._git, *_SAFELY, *self._no_filters, *words],
                capture_output=True,
                check=False,
                cwd=folder,
                env=environment,
                timeout=_SECONDS,
                stdin=subprocess.DEVNULL,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise UsageError(f"--changed-since: git could not be run ({error})") from None
        if done.returncode:
            why = done.stderr.decode(errors="replace").strip().partition("\n")[0]
            raise UsageError(
                f"--changed-since {self._revision}: {why or 'it is no revision of this repository'}"
            )
        return done.stdout
