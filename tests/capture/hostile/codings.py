"""Content codings: undone, cut, mislabelled, and bombs."""

import gzip
import zlib

import brotli
import zstandard

from audit.model import Outcome
from tests.capture.hostile.fault import STORY, Words, fault, ok
from tests.capture.server import chunked

CAPTURED, TRUNCATED = Outcome.CAPTURED, Outcome.TRUNCATED
TOO_LARGE, BAD_RESPONSE = Outcome.TOO_LARGE, Outcome.BAD_RESPONSE
WHOLE, PART, SILENT = Words.WHOLE, Words.PART, Words.SILENT


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def zstd(data: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(data)


def coded(coding: str, body: bytes, *headers: str) -> bytes:
    return ok(body, f"Content-Encoding: {coding}", *headers)


PACKED = {
    "gzip": gzip.compress(STORY),
    "x-gzip": gzip.compress(STORY),
    "deflate": zlib.compress(STORY),
    "br": brotli.compress(STORY),
    "zstd": zstd(STORY),
}


CODED = (
    [
        fault(f"coded {coding}", coded(coding, body), CAPTURED, WHOLE)
        for coding, body in PACKED.items()
    ]
    + [
        fault(f"cut {coding} stream", coded(coding, body[: -len(body) // 3]), TRUNCATED, SILENT)
        for coding, body in PACKED.items()
    ]
    + [
        fault("gzip without its check", coded("gzip", gzip.compress(STORY)[:-8]), TRUNCATED, PART),
        fault(
            "gzip with a wrong check",
            coded("gzip", gzip.compress(STORY)[:-8] + b"12345678"),
            (TRUNCATED, BAD_RESPONSE),
            SILENT,
        ),
        fault(
            "zlib without its check", coded("deflate", zlib.compress(STORY)[:-4]), TRUNCATED, PART
        ),
        fault("zstd frame cut at a block", coded("zstd", zstd(STORY)[:-2]), TRUNCATED, SILENT),
        fault(
            "brotli without its end", coded("br", brotli.compress(STORY)[:-1]), TRUNCATED, SILENT
        ),
        fault("raw deflate", coded("deflate", raw_deflate(STORY)), CAPTURED, WHOLE),
        fault("raw deflate, cut", coded("deflate", raw_deflate(STORY)[:-40]), TRUNCATED, SILENT),
        fault(
            "gzip in two members",
            coded("gzip", gzip.compress(STORY[:900]) + gzip.compress(STORY[900:])),
            CAPTURED,
            WHOLE,
        ),
        fault(
            "zstd in two frames",
            coded("zstd", zstd(STORY[:900]) + zstd(STORY[900:])),
            CAPTURED,
            WHOLE,
        ),
        fault(
            "gzip with padding", coded("gzip", gzip.compress(STORY) + b"\0" * 100), CAPTURED, WHOLE
        ),
        fault(
            "gzip twice", coded("gzip, gzip", gzip.compress(gzip.compress(STORY))), CAPTURED, WHOLE
        ),
        fault(
            "gzip then brotli",
            coded("gzip, br", brotli.compress(gzip.compress(STORY))),
            CAPTURED,
            WHOLE,
        ),
        fault(
            "two coding headers",
            ok(
                brotli.compress(gzip.compress(STORY)),
                "Content-Encoding: gzip",
                "Content-Encoding: br",
            ),
            CAPTURED,
            WHOLE,
        ),
        fault("identity, gzip", coded("identity, gzip", gzip.compress(STORY)), CAPTURED, WHOLE),
        fault(
            "fifty codings",
            coded(", ".join(["gzip"] * 50), gzip.compress(STORY)),
            (Outcome.NOT_TEXT, BAD_RESPONSE, TRUNCATED),
        ),
        fault("coded in capitals", coded("GZIP", gzip.compress(STORY)), CAPTURED, WHOLE),
        fault("says gzip, is plain", coded("gzip", STORY), CAPTURED, WHOLE),
        fault("says br, is plain", coded("br", STORY), CAPTURED, WHOLE),
        fault("says zstd, is plain", coded("zstd", STORY), CAPTURED, WHOLE),
        fault("says deflate, is plain", coded("deflate", STORY), CAPTURED, WHOLE),
        fault("says deflate, is gzip", coded("deflate", gzip.compress(STORY)), CAPTURED, WHOLE),
        fault("says br, is gzip", coded("br", gzip.compress(STORY)), CAPTURED, WHOLE),
        fault("says nothing, is gzip", ok(gzip.compress(STORY)), CAPTURED, WHOLE),
        fault("says utf-8", coded("utf-8", STORY), CAPTURED, WHOLE),
        fault(
            "says something unknown", coded("rot13", b"\x03\x04\x05\x06" * 200), Outcome.NOT_TEXT
        ),
        fault(
            "chunked gzip",
            HEAD
            + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
            + chunked(*(PACKED["gzip"][n : n + 50] for n in range(0, len(PACKED["gzip"]), 50))),
            CAPTURED,
            WHOLE,
        ),
        fault(
            "coded in transfer",
            HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\n" + chunked(PACKED["gzip"]),
            CAPTURED,
            WHOLE,
        ),
        fault("empty gzip", coded("gzip", b""), Outcome.EMPTY),
        fault("gzip of nothing", coded("gzip", gzip.compress(b"")), Outcome.EMPTY),
    ]
)


BOMBS = [
    fault(f"{name} bomb", coded(coding, body), TOO_LARGE, SILENT)
    for name, coding, body in (
        ("gzip", "gzip", gzip.compress(b"words " * 5_000_000, 6)),
        ("deflate", "deflate", zlib.compress(b"\0" * 30_000_000, 9)),
        ("brotli", "br", brotli.compress(b"words " * 5_000_000, quality=4)),
        ("zstd", "zstd", zstd(b"words " * 5_000_000)),
        ("nested gzip", "gzip, gzip", gzip.compress(gzip.compress(b"words " * 5_000_000, 6), 6)),
    )
]
CODINGS = [*CODED, *BOMBS]
