"""Word documents, which editors write in."""

import sys
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit import extract, read_article
from audit.errors import ReadError
from audit.model import BlockKind, Format
from tests.read.documents import document, link, note_mark, paragraph

SAID = "“The bridge is safe,” Anna Lind told the BBC."


def test_paragraphs_are_blocks_and_places() -> None:
    article = read_article(document(paragraph("First.") + paragraph("") + paragraph(SAID)))
    assert article.format is Format.DOCX
    assert [article.text[block.start : block.end] for block in article.blocks] == ["First.", SAID]
    [said] = extract(article)
    assert (article.line(said.contents[0].start), article.paragraph(said.contents[0].start)) == (
        None,
        2,
    )


@pytest.mark.parametrize(
    ("headings", "title"),
    [
        ([("What the papers say", 1), ("The vote", 2)], "What the papers say"),
        ([("The vote", 2)], "The vote"),
        ([("Politics", 1), ("What the papers say", 0)], "What the papers say"),
        ([("", 0)], "Word Document"),
    ],
)
def test_the_heading_that_a_document_opens_with_is_its_title(
    headings: list[tuple[str, int]], title: str
) -> None:
    made = docx.Document()
    made.core_properties.title = "Word Document"
    for words, level in headings:
        made.add_heading(words, level=level)
    made.add_paragraph(SAID)
    made.add_heading("Later", level=1)
    file = BytesIO()
    made.save(file)
    assert read_article(file.getvalue()).title == title


def test_a_document_of_a_word_processor_is_read(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("Council votes", level=0)
    made.add_heading("The vote", level=1)
    made.add_paragraph(SAID)
    made.add_paragraph("one", style="List Bullet")
    made.add_paragraph("We were told.", style="Quote")
    made.add_table(1, 1).cell(0, 0).text = "cell"
    made.core_properties.author = "Ada Byline"
    made.save(str(tmp_path / "draft.docx"))
    article = read_article(tmp_path / "draft.docx")
    assert (article.title, article.byline) == ("Council votes", "Ada Byline")
    assert [block.kind for block in article.blocks] == [
        BlockKind.HEADING,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.QUOTE,
        BlockKind.CELL,
    ]


def test_links_stand_on_their_words() -> None:
    body = paragraph("Lind ", link(1, "told the BBC"), " that it was over.")
    article = read_article(document(body, links=("https://bbc.example/lind",)))
    [found] = article.links
    assert (article.text[found.start : found.end], found.url) == (
        "told the BBC",
        "https://bbc.example/lind",
    )


@pytest.mark.parametrize(
    "field",
    [
        '<w:fldSimple w:instr=" HYPERLINK &quot;https://bbc.example/lind&quot; "><w:r><w:t>told the BBC</w:t></w:r></w:fldSimple>',
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://bbc.example/lind"</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>told the BBC</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        ),
    ],
)
def test_links_in_fields_are_links(field: str) -> None:
    article = read_article(document(paragraph("Lind ", field, " that it was over.")))
    [found] = article.links
    assert (article.text[found.start : found.end], found.url) == (
        "told the BBC",
        "https://bbc.example/lind",
    )


def test_a_footnotes_link_belongs_to_the_passage_with_its_mark() -> None:
    note = f'<w:footnote w:id="2">{paragraph("See ", link(1, "the interview"), ".")}</w:footnote>'
    body = paragraph(SAID, note_mark(2)) + paragraph("Elsewhere.")
    article = read_article(document(body, links=("https://bbc.example/lind",), notes=note))
    [said] = [attribution for attribution in extract(article) if attribution.speaker is not None]
    assert said.url == "https://bbc.example/lind"
    assert article.text.endswith("See the interview.")


def test_a_bare_address_in_a_footnote_is_its_link() -> None:
    note = f'<w:footnote w:id="2">{paragraph("https://bbc.example/lind.")}</w:footnote>'
    article = read_article(document(paragraph(SAID, note_mark(2)), notes=note))
    assert article.links[0].url == "https://bbc.example/lind"


def test_tracked_changes_are_read_as_accepted() -> None:
    body = paragraph(
        "The bridge is ",
        "<w:del><w:r><w:delText>not </w:delText></w:r></w:del>",
        "<w:ins><w:r><w:t>very </w:t></w:r></w:ins>",
        "safe.",
    )
    assert read_article(document(body)).text == "The bridge is very safe."


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('Boxed.')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    article = read_article(document(paragraph("Before.") + f"<w:p><w:r>{both}</w:r></w:p>"))
    assert article.text.count("Boxed.") == 1


def test_a_broken_document_is_refused_with_one_line() -> None:
    with pytest.raises(ReadError, match="broken Word document"):
        read_article(document("<w:p>"))


def test_a_document_that_unpacks_beyond_measure_is_refused() -> None:
    bomb = document(paragraph("x"), extra={"word/media/a.bin": b"\0" * 201_000_000})
    assert len(bomb) < 1_000_000
    with pytest.raises(ReadError, match="unpacks to more than 200 MB"):
        read_article(bomb)


def test_entities_are_not_expanded() -> None:
    good = document(paragraph("x"))
    with zipfile.ZipFile(BytesIO(good)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document.xml"] = b'<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + parts[
        "word/document.xml"
    ].replace(b">x<", b">x&a;<")
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    with pytest.raises(ReadError, match="entities of its own"):
        read_article(packed.getvalue())


def test_a_document_that_breaks_off_is_a_broken_one() -> None:
    whole = document(paragraph(SAID))
    with pytest.raises(ReadError, match="broken Word document"):
        read_article(whole[: len(whole) // 2])


def test_another_packed_document_is_no_article() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("mimetype", "application/epub+zip")
    with pytest.raises(ReadError, match="ZIP archive"):
        read_article(packed.getvalue())


def test_text_named_docx_is_refused() -> None:
    with pytest.raises(ReadError, match="no Word document"):
        read_article(b"plain words", name="draft.docx")


def test_deep_nesting_ends() -> None:
    deep = "<w:sdt>" * 3000 + paragraph("deep") + "</w:sdt>" * 3000
    with pytest.raises(ReadError):
        read_article(document(deep))


@given(at=st.integers(min_value=0), byte=st.integers(0, 255))
@settings(max_examples=100, deadline=None)
def test_damage_anywhere_is_refused_or_read(at: int, byte: int) -> None:
    data = bytearray(document(paragraph(SAID, link(1, "x")), links=("https://a.example/",)))
    data[at % len(data)] = byte
    with suppress(ReadError):
        read_article(bytes(data))


def test_without_the_library_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ReadError, match=r"pipx inject citeaudit python-docx"):
        read_article(document(paragraph("x")))
