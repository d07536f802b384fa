"""Tells what a run of this user wrote from what came along with a checkout.

A ledger in an output folder may be anybody's, and it could claim that articles were audited which
were not. So each of its rows carries an HMAC-SHA-256 under a key that never leaves this user's own
folder, as the journal of captures does.
"""

import hmac
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_bytes

from platformdirs import user_state_path

from audit.files import make_folder, read_file
from audit.private import objection

_BYTES = 32


class Seal:
    """Signs texts, and knows its signature again; ``lasts`` says whether the next run will too."""

    def __init__(self) -> None:
        self._key, self.lasts = _key()

    def of(self, *parts: str | bytes) -> bytes:
        """The signature of some texts; each counts by itself."""
        signed = hmac.new(self._key, digestmod=sha256)
        for part in parts:
            data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
            signed.update(len(data).to_bytes(8, "big") + data)
        return signed.digest()

    def fits(self, signature: object, *parts: str | bytes) -> bool:
        """Whether a signature is of these texts, and ours."""
        return isinstance(signature, bytes) and hmac.compare_digest(signature, self.of(*parts))


def _key() -> tuple[bytes, bool]:
    """The key of this user, made where there is none; one for this run where none can be kept."""
    path = user_state_path("citeaudit", appauthor=False) / "ledger.key"
    if not path.is_absolute():  # of a user without a home
        return token_bytes(_BYTES), False
    with suppress(OSError):
        make_folder(path.parent)
        with suppress(FileExistsError):
            _write(path, token_bytes(_BYTES))
        if _is_ours(path):
            key = read_file(path, _BYTES)
            if len(key) == _BYTES:
                return key, True
    return token_bytes(_BYTES), False


def _write(path: Path, key: bytes) -> None:
    """Writes the file whole, for this user alone, where there is none yet."""
    part = path.with_name(f".{os.getpid()}-{path.name}")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(key)
        os.link(part, path)
    finally:
        part.unlink(missing_ok=True)


def _is_ours(path: Path) -> bool:
    return objection(path, path.lstat()) is None
