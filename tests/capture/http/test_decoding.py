import gzip
import zlib
from collections.abc import Callable

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from audit.capture.http.decoding import Decoded, decoded
from audit.capture.http.exchange import Cut

LIMIT = 100_000


def in_pieces(data: bytes, size: int) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data), size)]


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def zstd(data: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(data)


PACK: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstd,
}


@given(st.binary(max_size=2000), st.integers(1, 50))
def test_each_coding_is_undone_however_it_arrives(data: bytes, size: int) -> None:
    assert decoded(in_pieces(data, size), "", LIMIT) == Decoded(data)
    for coding, pack in PACK.items():
        assert decoded(in_pieces(pack(data), size), coding, LIMIT) == Decoded(data)
    assert decoded(in_pieces(raw_deflate(data), size), "deflate", LIMIT) == Decoded(data)


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=4), st.integers(1, 50))
def test_gzip_members_one_after_another_are_one_body(parts: list[bytes], size: int) -> None:
    packed = b"".join(map(gzip.compress, parts))
    assert decoded(in_pieces(packed, size), "gzip", LIMIT) == Decoded(b"".join(parts))


@given(st.binary(min_size=50, max_size=500), st.data())
def test_a_compressed_body_that_stops_anywhere_is_cut(data: bytes, draw: st.DataObject) -> None:
    coding = draw.draw(st.sampled_from([*PACK]))
    packed = PACK[coding](data)
    stop = draw.draw(st.integers(1, len(packed) - 1))
    came = decoded([packed[:stop]], coding, LIMIT)
    assert came.cut is Cut.DISCONNECT
    assert data.startswith(came.data)


@pytest.mark.parametrize("coding", PACK)
def test_a_bomb_is_inflated_no_further_than_the_limit(coding: str) -> None:
    came = decoded(in_pieces(PACK[coding](b"a" * 50_000_000), 4096), coding, LIMIT)
    assert came == Decoded(b"a" * LIMIT, Cut.LENGTH)


def test_a_body_of_exactly_the_limit_is_whole() -> None:
    assert decoded([b"a" * LIMIT], "", LIMIT).cut is None
    assert decoded([gzip.compress(b"a" * LIMIT)], "gzip", LIMIT).cut is None
    assert decoded([b"a" * LIMIT, b"a"], "", LIMIT).cut is Cut.LENGTH


def test_a_body_that_is_not_compressed_as_announced_is_taken_as_it_stands() -> None:
    assert decoded([b"<p>", b"words</p>"], "gzip", LIMIT) == Decoded(b"<p>words</p>")


def test_padding_after_a_compressed_body_is_passed_over() -> None:
    assert decoded([gzip.compress(b"words") + b"\0\0\0\0"], "gzip", LIMIT) == Decoded(b"words")


def test_a_coding_that_is_not_known_is_named() -> None:
    data = b"\x0b\x02\x80"
    assert decoded([data], "rot13", LIMIT) == Decoded(data, unknown_coding="rot13")
    assert decoded([data], "gzip, rot13", LIMIT).unknown_coding == "gzip, rot13"
    assert decoded([data], ", ".join(["gzip"] * 5), LIMIT).unknown_coding


def test_a_flipped_bit_is_a_cut() -> None:
    packed = bytearray(gzip.compress(bytes(range(256)) * 40))
    packed[len(packed) // 2] ^= 1
    assert decoded([bytes(packed)], "gzip", LIMIT).cut is Cut.DISCONNECT


def test_codings_one_over_another_are_undone_from_the_last() -> None:
    packed = brotli.compress(gzip.compress(zstd(b"words")))
    assert decoded(in_pieces(packed, 7), "zstd, gzip, br", LIMIT) == Decoded(b"words")


@pytest.mark.parametrize("announced", PACK)
def test_markup_that_is_not_compressed_at_all_is_taken_as_it_stands(announced: str) -> None:
    page = b"<!doctype html><p>words"
    assert decoded([page], announced, LIMIT) == Decoded(page)


@given(st.sampled_from([*PACK]), st.binary(max_size=300))
def test_any_bytes_end_in_some_body(coding: str, data: bytes) -> None:
    assert len(decoded([data], coding, 1000).data) <= 1000
