"""Where the report of each input goes: a folder of its own, the same in every run.

A folder is named after its article's file; in a run of several articles, after its path from the
working folder. ``article.path`` in it says whose it is: an article keeps the folder that it has.
The first to come has the plain name, and later ones of that name have a hash of their path behind
it.
"""

import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from audit.errors import UsageError
from audit.files import make_folder, read_file, write_new
from audit.read import is_url

PARTED = "::"
"""What stands between a file of many articles and one of them in a name."""
STDIN = "-"
"""The input that stands for standard input."""
OWNER = "article.path"
"""The file in a folder that names its article: its address, or its path from ``output_dir``."""

_LONGEST = 80  # characters
_MOST_BYTES = 160  # of a name, of the 255 that a file system takes
_MOST_PIECES = 12  # folders below each other
_SAYS_NOTHING = frozenset({"index", "_index", "readme"})
_SHORTEST_HASH = 8  # characters
_LARGEST_OWNER = 20_000  # bytes
_LARGEST_REPORT = 50_000_000  # bytes
_OF_WINDOWS = re.compile(r"con|prn|aux|nul|(?:com|lpt)\d")  # no file there may be called so


@contextmanager
def report_folders(
    inputs: Sequence[str], output_dir: Path | None, *, by_path: bool = False
) -> Iterator[dict[str, Path]]:
    """A folder for each input, held from now on; those in which nothing was kept go at the end.

    No two inputs share one, also where capitals or the way to write an accent do not count, and
    none gets the folder of an article of another run. Without ``output_dir`` there are none.

    Args:
        inputs: Their names.
        output_dir: The folder that has theirs.
        by_path: Whether a new folder is named after the path of its article, or its name alone.

    Raises:
        UsageError: Every name that an input could have belongs to others, or a link stands there.
    """
    if output_dir is None:
        yield {}
        return
    made: set[Path] = set()
    missing = [
        folder for folder in (output_dir, *output_dir.parents) if not os.path.lexists(folder)
    ]
    try:
        while True:
            folders = _found(inputs, output_dir, _by_path if by_path else _slug)
            held = [
                _hold(folder, _identity(name, output_dir), output_dir, made)
                for name, folder in folders.items()
            ]
            if all(held):  # else another process was faster
                break
        yield folders
    finally:
        for folder in made:
            _leave_if_empty(folder, output_dir)
        with suppress(OSError):
            for folder in missing:
                folder.rmdir()


def _found(
    inputs: Sequence[str], output_dir: Path, slug_of: Callable[[str], str]
) -> dict[str, Path]:
    """A folder for each input: the one that is its own already, else one that is nobody's."""
    slugs = {name: slug_of(name) for name in inputs}
    times = Counter(map(_key, slugs.values()))
    owned: dict[str, str] = {}
    for name, slug in slugs.items():
        identity = _identity(name, output_dir)
        names = dict.fromkeys((slug, _slug(name), _by_path(name)))
        usual = [each for plain in names for each in (plain, next(_with_hash(plain, identity)))]
        kept = next(
            (each for each in usual if _owner(output_dir / each, output_dir) == identity), None
        )
        if kept is not None:
            owned[name] = kept
    taken = {_key(slug) for slug in owned.values()}
    taken |= {key for key, number in times.items() if number == 1}
    found = dict(owned)
    for name in sorted(slugs.keys() - owned.keys()):
        slug = slugs[name]
        is_free = times[_key(slug)] == 1 and _owner(output_dir / slug, output_dir) is None
        if not is_free:
            slug = _told_apart(name, slug, output_dir, taken)
            taken.add(_key(slug))
        found[name] = slug
    return {name: output_dir / found[name] for name in slugs}


def _told_apart(name: str, slug: str, output_dir: Path, taken: set[str]) -> str:
    """A slug with as much of a hash as it takes to be nobody else's."""
    for each in _with_hash(slug, _identity(name, output_dir)):
        if _key(each) not in taken and _owner(output_dir / each, output_dir) is None:
            return each
    raise UsageError(f"{output_dir} has no folder left for {name}: name another --output-dir")


def _with_hash(slug: str, identity: str) -> Iterator[str]:
    digest = sha256(identity.encode(errors="surrogateescape")).hexdigest()
    for length in range(_SHORTEST_HASH, len(digest) + 1):
        yield f"{slug}-{digest[:length]}"


def _identity(name: str, output_dir: Path) -> str:
    """What an input is called in ``article.path``: the same from wherever a run is started."""
    if name == STDIN or is_url(name):
        return name
    file, mark, label = name.partition(PARTED)
    if mark:  # an article out of a file of many
        return f"{_identity(file, output_dir)}{mark}{json.dumps(label)}"
    path = os.path.abspath(name)  # noqa: PTH100 — follows no link
    with suppress(ValueError):  # another drive of Windows
        path = os.path.relpath(path, output_dir)
    path = Path(path).as_posix()
    return path if path.isprintable() and "\\" not in path else json.dumps(path)


def _owner(folder: Path, output_dir: Path) -> str | None:
    """Whose a folder is; None where it is nobody's.

    Reports that were written before folders named their articles say it themselves.
    """
    if not os.path.lexists(folder):
        return None
    try:
        return _read(folder / OWNER, _LARGEST_OWNER).removesuffix("\n")
    except NotADirectoryError:
        return None  # writing the report will say so
    except FileNotFoundError:
        pass
    except (OSError, ValueError):
        return ""  # somebody's
    try:
        article = json.loads(_read(folder / "report.json", _LARGEST_REPORT))["article"]
        asked = article["capture"]["url"] if article["capture"] else STDIN
        return _identity(article["path"] or asked, output_dir)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return ""


def _read(path: Path, most: int) -> str:
    data = read_file(path, most)
    if len(data) > most:
        raise ValueError
    return data.decode(errors="surrogateescape")


def _hold(folder: Path, identity: str, output_dir: Path, made: set[Path]) -> bool:
    """Names the article in its folder, unless that is done; False where another is named there.

    Where it cannot be named, writing the report will say why.

    Raises:
        UsageError: The way to it leads through a link.
    """
    for above in folder.relative_to(output_dir).parents[:-1]:
        if (output_dir / above).is_symlink():
            raise UsageError(
                f"{output_dir / above} is a link, which is not followed: take it away, or choose"
                " another --output-dir"
            )
    try:
        make_folder(folder)
        write_new(folder / OWNER, f"{identity}\n")
    except FileExistsError:
        return _owner(folder, output_dir) in {identity, None}
    except OSError:
        return True
    made.add(folder)
    return True


def _leave_if_empty(folder: Path, output_dir: Path) -> None:
    with suppress(OSError):
        if [entry.name for entry in folder.iterdir()] == [OWNER]:
            (folder / OWNER).unlink()
            while folder != output_dir:
                folder.rmdir()
                folder = folder.parent


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
    return _pieces(name)[-1]


def _by_path(name: str) -> str:
    """All parts of a path from the working folder, or of a URL, as folders."""
    return "/".join(_pieces(name)[-_MOST_PIECES:])


def _pieces(name: str) -> list[str]:
    """The parts of a path or URL as names of folders; one that says nothing by itself goes."""
    if name == STDIN:
        return ["stdin"]
    file, mark, label = name.partition(PARTED)
    if mark and not is_url(name):
        return _pieces(label) if is_url(label) else [*_pieces(file), _piece(label)]
    if is_url(name):
        address = PurePosixPath(name.split("://", 1)[1].partition("?")[0].partition("#")[0])
        parts = address.parts
        parts = (*parts[:-1], address.stem)
    else:
        path = Path(name)
        with suppress(ValueError):  # another drive of Windows
            path = Path(os.path.relpath(name))
        parts = (*path.parts[:-1], path.stem)
        parts = tuple(part for part in parts if part not in {"..", path.anchor})
    if len(parts) > 1 and parts[-1].lower() in _SAYS_NOTHING:
        parts = parts[:-1]
    return [_piece(part) for part in parts] or ["article"]


def _piece(part: str) -> str:
    slug = re.sub(r"[^\w]+", "-", part.lower()).strip("-_")[:_LONGEST]
    slug = slug.encode()[:_MOST_BYTES].decode(errors="ignore").strip("-_") or "article"
    return f"{slug}-article" if _OF_WINDOWS.fullmatch(slug) else slug
