"""The template as Jinja2 compiled it, kept where Python keeps what it compiles of our modules.

Compiling it takes some 150 ms of the processor, as long as a small audit. Who can write to that
folder can change our modules too. Where we cannot write there, or Python is to write none
(``sys.dont_write_bytecode``), the template is compiled each time.
"""

import marshal
import sys
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from audit.files import read_file, writing

_MOST_BYTES = 5_000_000
_DIGEST = sha256().digest_size


class BesideTheSource(BytecodeCache):
    """A file in ``__pycache__`` for each template, named for the interpreter.

    It begins with a digest of what it was made of and by: the template, and the files of ``makers``
    as they were when they were last changed.
    """

    def __init__(self, makers: Sequence[str]) -> None:
        self._makers = [f"{name} {Path(name).stat().st_mtime_ns}" for name in makers]

    def load_bytecode(self, bucket: Bucket) -> None:
        """Reads what was compiled, if it is of this template; one that is damaged is none."""
        with suppress(OSError, EOFError, ValueError, TypeError):
            kept = read_file(_place(bucket), _MOST_BYTES)
            if kept[:_DIGEST] == self._made_of(bucket):
                bucket.code = marshal.loads(kept[_DIGEST:])  # noqa: S302 — as Python loads a module

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what was compiled."""
        if sys.dont_write_bytecode:
            return
        with suppress(OSError):
            place = _place(bucket)
            place.parent.mkdir(parents=True, exist_ok=True)
            with writing(place) as file:
                file.write(self._made_of(bucket) + marshal.dumps(bucket.code))

    def _made_of(self, bucket: Bucket) -> bytes:
        return sha256("\n".join((*self._makers, bucket.checksum)).encode()).digest()


def _place(bucket: Bucket) -> Path:
    return Path(cache_from_source(str(Path(__file__).with_name(f"template_{bucket.key}.py"))))
