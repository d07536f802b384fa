"""The digest fields of WARC records: ``algorithm:value`` (WARC 1.1, 5.8 and 5.9)."""

import base64
import binascii
import hashlib

_SIZES = {"sha1": 20, "sha256": 32, "sha512": 64, "md5": 16}  # bytes


def digest(data: bytes) -> str:
    """The value of a digest field: SHA-1 in base 32, as the tools of the field have it."""
    return "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()


def fits(declared: str, data: bytes) -> bool:
    """Whether data are what a digest field says, or it says nothing that can be checked here."""
    name, _, value = declared.partition(":")
    name = name.strip().lower().replace("-", "")
    if name not in _SIZES:
        return True
    wanted = _decoded(value.strip(), _SIZES[name])
    return wanted is None or hashlib.new(name, data, usedforsecurity=False).digest() == wanted


def _decoded(value: str, size: int) -> bytes | None:
    """The bytes that a value writes; None when it is in no spelling that is known."""
    try:
        if len(value) == 2 * size:
            return binascii.unhexlify(value)
        padded = value.upper().rstrip("=")
        decoded = base64.b32decode(padded + "=" * (-len(padded) % 8))
    except (binascii.Error, ValueError):
        return None
    return decoded if len(decoded) == size else None
