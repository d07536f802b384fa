"""The index beside an archive, held to what the field's own indexer writes."""

import random
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.capture import open_client
from audit.capture.archive.index.cdxj import index_line, index_text, surt
from audit.capture.archive.records import scan
from tests.capture.archives import PAGE, packed, record, response
from tests.capture.conftest import Settings
from tests.capture.server import ARTICLE, Server, http, redirect
from tests.conftest import program

ODD = [
    "http://www.Example.com/",
    "https://www2.example.com:443/A/B/?b=2&a=1",
    "http://example.com",
    "http://example.com/?",
    "http://example.com/a/../b/./c//d/",
    "http://example.com/%7Efoo/%2541",
    "http://bücher.example/ä?ö=ü",
    "http://127.0.0.1:8000/x",
    "http://[2001:db8::1]:80/x",
    "http://example.com:0080/",
    "http://example.com/?PHPSESSID=0123456789abcdef0123456789abcdef&z=1",
    "http://example.com/(a(0123456789abcdefghijklmn))/x.aspx?a=1",
    "https://example.com/a%20b?c+d",
    "http://example.com./a/?a&b=&a=1",
    "http://www.www.example.com/?x=%26y%3D1",
]


def lines(archive: Path) -> str:
    found = (index_line(record, archive.name) for record in scan(archive))
    return index_text(line for line in found if line is not None)


@pytest.mark.program("cdxj-indexer")
def test_the_index_is_that_of_the_fields_own_indexer(tmp_path: Path) -> None:
    generator = random.Random(3)
    parts = ["a", "B", "/", "%", "25", "2F", "?", "&", "=", "..", "é", "+", "~", "sid=", ":", "%20"]
    urls = ODD + [
        f"http://{host}/{''.join(generator.choices(parts, k=generator.randrange(14)))}"
        for host in ("example.com", "www.e.org", "EX.co.uk:81")
        for _ in range(200)
    ]
    archive = tmp_path / "captures.warc.gz"
    fields = {"WARC-Payload-Digest": "sha1:AAAA"}
    archive.write_bytes(
        packed(
            *(response(url, PAGE, **fields) for url in urls),
            response("http://e.example/b", http("404 No", b"x", kind="TEXT/Plain "), **fields),
            record("request", "http://e.example/b", b"GET / HTTP/1.1\r\n\r\n"),
        )
    )
    indexer = program("cdxj-indexer")
    assert indexer is not None
    done = subprocess.run(
        [indexer, "--sort", archive], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert lines(archive) == index_text(done.stdout.splitlines())


def test_an_index_stands_beside_its_archive(
    server: Server, settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "captures.warc.gz"
    url = server.on("/a", redirect("/b"))
    server.on("/b", http("200 OK", ARTICLE, 'ETag: "1"'), http("304 Not Modified"))
    for _ in range(2):
        with open_client(settings(), record_to=path) as client:
            client(url)
    text = path.with_name("captures.cdxj").read_text()
    assert text == lines(path)
    assert [line.count('"warc/revisit"') for line in text.splitlines()] == [0, 0, 0, 1]
    assert not list(tmp_path.glob(".*"))


@given(st.text(max_size=40).map("http://e.example/".__add__))
def test_any_address_has_a_key_of_one_word(url: str) -> None:
    assert len(f"{surt(url)} 2024".split()) == 2
    assert surt(url).startswith("example,e)/")


def test_deep_escapes_cost_little() -> None:
    assert surt("http://e.example/%" + "25" * 30_000).startswith("http://e.example/%")
    assert len(surt("http://e.example/%" + "25" * 4_000)) > 4_000
