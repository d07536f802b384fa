"""Where the report of each input goes."""

import re
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath

from audit.read import is_url

STDIN = "-"
"""The input that stands for standard input."""


def folders(inputs: Sequence[str], output_dir: Path) -> dict[str, Path]:
    """A folder for each input; inputs of one name are told apart by a hash of their path."""
    slugs = {name: _slug(name) for name in inputs}
    shared = Counter(slugs.values())
    return {
        name: output_dir
        / (slug if shared[slug] == 1 else f"{slug}-{sha256(name.encode()).hexdigest()[:8]}")
        for name, slug in slugs.items()
    }


def without_password(name: str) -> str:
    """An input as it may be shown: no request carries a password from it, and no report either."""
    if not is_url(name):
        return name
    head, _, rest = name.partition("://")
    host, slash, path = rest.partition("/")
    return f"{head}://{host.rpartition('@')[2]}{slash}{path}"


def _slug(name: str) -> str:
    """The last part of a path or URL, without its suffix, as a folder's name."""
    if name == STDIN:
        return "stdin"
    if is_url(name):
        path = PurePosixPath(name.split("://", 1)[1].partition("?")[0].partition("#")[0])
        stem = path.stem  # the host, when there is no path
    else:
        stem = Path(name).stem
    return re.sub(r"[^\w]+", "-", stem.lower()).strip("-_")[:80] or "article"
