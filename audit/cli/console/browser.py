"""Opens a finished report where a person reads it."""

import os
from pathlib import Path

from audit.cli.console.output import complain, say


def open_report(path: Path) -> None:
    """Opens a report in the browser of this machine; not on a build server, where nobody sits."""
    if os.environ.get("CI"):
        say(f"did not open {path}: CI is set")
        return
    import webbrowser  # noqa: PLC0415 — few runs open one

    if not webbrowser.open(path.resolve().as_uri()):
        complain(f"no browser was found: open {path} yourself")
