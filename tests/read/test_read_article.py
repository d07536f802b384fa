import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from audit.errors import ReadError, UsageError
from audit.model import Format
from audit.read import read_article

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"
WORDS = "“Naïve,” she said – and paid €5."
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def test_the_three_formats_of_one_article_give_the_same_words() -> None:
    texts = []
    for suffix in ("html", "md", "txt"):
        article = read_article(ARTICLES / f"russia-taliban.{suffix}")
        texts.append([article.text[block.start : block.end] for block in article.blocks])
    assert texts[0] == texts[1] == texts[2]


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.html", b"Words.", Format.HTML),
        ("a.HTM", b"Words.", Format.HTML),
        ("a.md", b"Words.", Format.MARKDOWN),
        ("a.txt", b"<p>Words.", Format.TEXT),
        ("a", b"\n <!DOCTYPE html><p>Words.", Format.HTML),
        ("a", b"<3 is what she wrote.", Format.TEXT),
        ("a.cgi", b"Words.", Format.TEXT),
    ],
)
def test_the_suffix_decides_the_format_and_without_one_the_beginning(
    tmp_path: Path, name: str, content: bytes, kind: Format
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert read_article(path).format is kind


def test_what_is_asked_for_goes_before_the_content_type_and_that_before_the_beginning() -> None:
    data = b"<p>Words."
    plain = "text/plain; charset=utf-8"
    assert read_article(data, "markdown", content_type=plain).format is Format.MARKDOWN
    assert read_article(data, content_type=plain).format is Format.TEXT
    assert read_article(data).format is Format.HTML


def test_an_unknown_format_is_a_mistake_in_the_call() -> None:
    with pytest.raises(UsageError, match="'epub' is not a format"):
        read_article(b"Words.", "epub")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "has no text"),
        (b"\xef\xbb\xbf", "has no text"),
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"PK\x03\x04...", "is a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n....", "is a PNG image"),
        (b"RIFF....WEBP", "is a picture"),
        (OLD_OFFICE, "is an old Microsoft Office document, not text"),
        (OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "document with a password: save it"),
        (b"Words\x00words", "is a binary file"),
        (b"\xff\xfeW\x00\x00\x00", "is a binary file"),
        (b"\xff\xfeWo\xd8", "is not valid UTF-16"),
        (b"a" * 20_000_001, "is larger than 20 MB"),
    ],
)
def test_what_is_no_article_is_refused_in_one_line_that_names_it(
    tmp_path: Path, content: bytes, says: str
) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(content)
    with pytest.raises(ReadError, match=says) as caught:
        read_article(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "page", ["<p hidden>Words.</p><script>var words</script>", "<!-- Words. -->", "<p> &nbsp;</p>"]
)
def test_a_page_with_nothing_to_see_is_refused(page: str) -> None:
    with pytest.raises(ReadError, match="has no text"):
        read_article(page.encode(), "html")


def test_a_missing_file_and_a_directory_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="does not exist"):
        read_article(tmp_path / "none.txt")
    with pytest.raises(ReadError, match="is a directory"):
        read_article(str(tmp_path))
    with pytest.raises(ReadError, match="no name has a NUL"):
        read_article("a\0b")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(ReadError, match="is not a regular file"):
        read_article(pipe)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_in_the_encoding_it_has(encoding: str) -> None:
    assert read_article(WORDS.encode(encoding), "text").text.lstrip("\ufeff") == WORDS


def test_a_text_keeps_the_control_characters_of_its_file() -> None:
    words = "He said: \x93We don\x92t know.\x94 Né à Paris."
    assert read_article(words.encode(), "text").text == words


def test_french_in_the_encoding_of_old_editors_is_not_taken_for_polish() -> None:
    words = "Le ministre a déclaré « nous ne céderons pas à la pression » vendredi."
    assert read_article(words.encode("cp1252"), "text").text == words


@pytest.mark.parametrize(
    ("head", "content_type", "encoding"),
    [
        ("<meta charset='windows-1251'>", None, "cp1251"),
        ("<meta charset='iso-8859-1'>", None, "cp1252"),
        ("<meta charset='utf-16'>", None, "utf-8"),
        ("<meta charset=utf-8>", "text/html; charset=koi8-r", "koi8-r"),
        ("<meta charset=utf-8>", "text/html; charset=rot13", "utf-8"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_a_browser_takes(
    head: str, content_type: str | None, encoding: str
) -> None:
    words = "Министр сказал нет." if encoding in {"cp1251", "koi8-r"} else "“Naïve,” she said."
    page = f"{head}<p>{words}".encode(encoding)
    assert read_article(page, "html", content_type=content_type).text == words


def test_a_fetched_page_has_no_lines_and_a_file_has() -> None:
    fetched = read_article(b"<p>Words.", url="https://example.org/a")
    assert fetched.origin is None
    assert fetched.line(0) is None
    assert fetched.url == "https://example.org/a"
    typed = read_article(b"\n\nWords.", "text", name="standard input")
    assert typed.line(typed.blocks[0].start) == 3
    assert typed.path == "standard input"


def test_the_hash_is_of_the_bytes() -> None:
    assert read_article(b"Words.").sha256 == hashlib.sha256(b"Words.").hexdigest()


def test_lines_are_counted_as_editors_do() -> None:
    article = read_article(b"One.\rTwo.\r\nThree.\nFour.", "text")
    assert [article.line(block.start) for block in article.blocks] == [1, 2, 3, 4]


@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_reading_text_and_markdown_imports_no_library_of_the_web(suffix: str) -> None:
    program = (
        "import sys; from audit.read import read_article; read_article(sys.argv[1]);"
        "print(*{'requests', 'urllib3', 'trafilatura', 'warcio', 'lxml'} & sys.modules.keys())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(ARTICLES / f"russia-taliban.{suffix}")],
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout.strip() == ""
