"""Answers and pages that were read before, with their voices, in memory and in the user's cache.

An entry is named by the SHA-256 of all that it was made of: the bytes of the page, what is said of
them, and this program. It is JSON, and held to be anybody's: what does not fit is worked out again.
The folder may be deleted at any moment, and several processes may use it at once.
"""

import json
import os
import unicodedata
import zlib
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from threading import Lock
from time import time
from typing import Any, TypeVar

from audit._version import __version__
from audit.private import cache_folder

_Made = TypeVar("_Made")

_MOST_BYTES = 1_000_000_000  # on disk, within a tenth: some 40,000 pages of news
_MOST_IN_MIND = 16_000_000  # characters of entries
_LARGEST = 8_000_000  # bytes of an entry as it is stored
_LARGEST_INFLATED = 64_000_000
_FOLDERS = 256
_TRIMMED_AFTER = 32  # entries that are written to a folder, on average
_DAY = 86_400  # seconds after which an entry that is used is noted to be


class PageCache:
    """Keeps what was worked out, by a key.

    Args:
        folder: Where to; None for memory alone.
        most: Bytes on disk; what was used longest ago goes first.
    """

    def __init__(self, folder: Path | None, most: int = _MOST_BYTES) -> None:
        self._folder = folder
        self._most = most
        self._in_mind: OrderedDict[str, tuple[object, int]] = OrderedDict()
        self._size = 0
        self._guard = Lock()  # sources are asked for in threads

    def get(
        self,
        made_of: tuple[object, ...],
        make: Callable[[], _Made],
        told: Callable[[_Made], Any],
        read: Callable[[Any], _Made],
    ) -> _Made:
        """What ``make`` makes, or made before of the same, as ``audit.model.Keep`` has it."""
        key = sha256(repr((program(), *made_of)).encode("utf-8", "surrogatepass")).hexdigest()
        with self._guard:
            if key in self._in_mind:
                self._in_mind.move_to_end(key)
                found: Any = self._in_mind[key][0]
                return found  # type: ignore[no-any-return]  # of the same key, of the same kind
        text = self._stored(key)
        if text is not None:
            with suppress(ValueError, TypeError, LookupError, RecursionError):
                made = read(json.loads(text))
                self._remember(key, made, len(text))
                return made
        made = make()
        plain = told(made)
        if plain is not None:
            text = json.dumps(plain, ensure_ascii=True, separators=(",", ":"))
            self._remember(key, made, len(text))
            self._store(key, text)
        return made

    def _remember(self, key: str, made: object, size: int) -> None:
        with self._guard:
            _, before = self._in_mind.pop(key, (None, 0))
            self._in_mind[key] = made, size
            self._size += size - before
            while self._size > _MOST_IN_MIND:
                _, (_, gone) = self._in_mind.popitem(last=False)
                self._size -= gone

    def _place(self, key: str) -> Path | None:
        return self._folder / key[:2] / key[2:] if self._folder is not None else None

    def _stored(self, key: str) -> str | None:
        place = self._place(key)
        if place is None:
            return None
        if not os.path.isfile(place):  # noqa: PTH113 — a folder or a pipe; the name is ours
            return None
        try:
            handle = os.open(place, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        except OSError:
            return None
        with os.fdopen(handle, "rb") as file:
            try:
                packed = file.read(_LARGEST + 1)
                inflater = zlib.decompressobj()
                text = inflater.decompress(packed, _LARGEST_INFLATED)
                if len(packed) > _LARGEST or not inflater.eof:
                    return None
                if time() - os.fstat(handle).st_mtime > _DAY:
                    os.utime(place)
                return text.decode("ascii")
            except (OSError, zlib.error, UnicodeDecodeError):
                return None

    def _store(self, key: str, text: str) -> None:
        place = self._place(key)
        packed = zlib.compress(text.encode("ascii"), 1)
        if place is None or len(packed) > _LARGEST or len(text) > _LARGEST_INFLATED:
            return
        part = place.with_name(f".{token_hex(8)}.part")
        with suppress(OSError):
            place.parent.mkdir(mode=0o700, exist_ok=True)
            try:
                with os.fdopen(
                    os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb"
                ) as file:
                    file.write(packed)
                part.replace(place)
            finally:
                part.unlink(missing_ok=True)
            if int(key[2:4], 16) * _TRIMMED_AFTER < _FOLDERS:
                self._trim(place.parent)

    def _trim(self, folder: Path) -> None:
        """Lets the entries of a folder go that were used longest ago, where they are too large."""
        files = [(file.stat(), file) for file in folder.iterdir()]
        left = self._most // _FOLDERS
        for about, file in sorted(files, key=lambda pair: -pair[0].st_mtime):
            left -= about.st_size
            if left < 0:
                file.unlink(missing_ok=True)


@cache
def usual_cache() -> PageCache:
    """The cache of this user."""
    return PageCache(cache_folder("pages"))


@cache
def program() -> str:
    """What tells this program from another that reads pages otherwise.

    Installed, it is its version. In a checkout it is what its files are.
    """
    here = Path(__file__).parent.parent
    told = f"{__version__} {unicodedata.unidata_version}"
    if here.parent.name in {"site-packages", "dist-packages"}:
        return told
    about = [(path, each.st_size, each.st_mtime_ns) for path, each in sorted(_files(str(here)))]
    return sha256(repr((told, about)).encode("utf-8", "surrogatepass")).hexdigest()


def _files(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as found:
        for each in found:
            if each.is_dir(follow_symlinks=False):
                yield from _files(each.path)
            elif each.name.endswith((".py", ".toml")):
                yield each.path, each.stat()
