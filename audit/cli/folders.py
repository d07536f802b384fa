"""Where the report of each input goes."""

import re
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from audit.read import is_url

STDIN = "-"
"""The input that stands for standard input."""

_LONGEST = 80  # characters
_MOST_BYTES = 160  # of a name, of the 255 that a file system takes
_SHORTEST_HASH = 8  # characters
_OF_WINDOWS = re.compile(r"con|prn|aux|nul|(?:com|lpt)\d")  # no file there may be called so


def folders(inputs: Sequence[str], output_dir: Path) -> dict[str, Path]:
    """A folder for each input, of its own also where capitals or the way to write an accent do not count.

    Inputs of one name are told apart by a hash of their path.
    """
    slugs = {name: _slug(name) for name in inputs}
    shared = Counter(map(_key, slugs.values()))
    taken = {key for key, times in shared.items() if times == 1}
    found = {}
    for name in sorted(slugs):
        slug = slugs[name]
        if shared[_key(slug)] > 1:
            slug = _told_apart(name, slug, taken)
            taken.add(_key(slug))
        found[name] = output_dir / slug
    return {name: found[name] for name in slugs}


def _told_apart(name: str, slug: str, taken: set[str]) -> str:
    """A slug with as much of a hash as it takes to be nobody else's."""
    digest = sha256(name.encode(errors="surrogateescape")).hexdigest()
    lengths = range(_SHORTEST_HASH, len(digest) + 1)
    named = (f"{slug}-{digest[:length]}" for length in lengths)
    return next(one for one in named if _key(one) not in taken)


def _key(slug: str) -> str:
    """What a file system may take for the same name."""
    return normalize("NFKC", normalize("NFKC", slug).casefold())


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
    slug = re.sub(r"[^\w]+", "-", stem.lower()).strip("-_")[:_LONGEST]
    slug = slug.encode()[:_MOST_BYTES].decode(errors="ignore").strip("-_") or "article"
    return f"{slug}-article" if _OF_WINDOWS.fullmatch(slug) else slug
