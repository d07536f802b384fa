"""Installs the Python programs of programs.toml into .programs/, an environment for each package."""

import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Makes the environments that are missing."""
    programs = tomllib.loads((ROOT / "tests" / "programs.toml").read_text(encoding="utf-8"))
    wanted = {tuple(program["pypi"]) for program in programs.values() if "pypi" in program}
    for packages in sorted(wanted):
        folder = ROOT / ".programs" / re.split(r"[<>=!~]", packages[0])[0]
        venv.create(folder, with_pip=True, clear=True)
        python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        subprocess.run(
            [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *packages],
            check=True,
        )


if __name__ == "__main__":
    main()
