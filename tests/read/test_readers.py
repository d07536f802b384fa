"""How the readers of articles are found, and what an added one takes."""

import re
from pathlib import Path

import pytest

from audit.errors import UsageError
from audit.model import Block, BlockKind
from audit.read import format as registry
from audit.read import formats, read_article, suffixes
from audit.read.parsed import Parsed
from audit.read.reader import Given, Reader

SAID = "“We will not dig until May,” Ines Calloway said."


def read(data: bytes, given: Given) -> Parsed:
    text = data.removeprefix(b"%TOY ").decode()
    return Parsed(text, (Block(0, len(text), BlockKind.PARAGRAPH),), title=given.called)


TOY = Reader("toy", (".toy",), ("text/x-toy",), read, lambda data: data.startswith(b"%TOY "))


@pytest.fixture(autouse=True)
def listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "READERS", (*registry.READERS, TOY))


def test_a_listed_reader_is_found_by_every_way(tmp_path: Path) -> None:
    data = f"%TOY {SAID}".encode()
    (tmp_path / "a.TOY").write_bytes(SAID.encode())
    for article in (
        read_article(data),
        read_article(SAID.encode(), "toy"),
        read_article(SAID.encode(), content_type="Text/X-Toy; charset=utf-8"),
        read_article(tmp_path / "a.TOY"),
    ):
        assert (article.format, article.text) == ("toy", SAID)
    assert ".toy" in suffixes()
    with pytest.raises(UsageError, match="html, markdown, text, docx, odt, toy"):
        read_article(data, "epub")


def test_what_is_said_of_a_text_goes_before_what_its_bytes_show() -> None:
    assert read_article(f"%TOY {SAID}".encode(), "text").format == "text"


def test_no_two_readers_claim_the_same() -> None:
    for claims in (
        formats(),
        suffixes(),
        [media_type for reader in registry.READERS for media_type in reader.media_types],
    ):
        assert len(set(claims)) == len(claims)
        assert all(claim == claim.lower() for claim in claims)
    assert all(re.fullmatch("[a-z][a-z0-9-]{0,79}", name) for name in formats())
