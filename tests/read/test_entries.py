"""Articles in several entries are read whole, and struck words are none of a draft's."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest

from audit.read import read_article
from tests.read.documents import document, paragraph

LONG = "The council met on Monday and heard the engineers, who told it that the pier is old. " * 4
ENTRIES = [f"At {hour} o'clock {name} said that she would not stand. {LONG}" for hour, name in (
    *((9, "Ann Lee"), (10, "Ina Frost"), (11, "Eva Krag"), (12, "Ida Voll")),
)]  # fmt: skip


SHORT = [entry.partition(". ")[0] for entry in ENTRIES[1:]]


def page(*entries: str, before: str = "<h1>Premier resigns</h1>", behind: str = "") -> str:
    return f"<!DOCTYPE html><title>Live</title><main>{before}<div>{''.join(entries)}</div>{behind}</main>"


@pytest.mark.parametrize(
    "entry",
    [
        "<article><h2>An entry</h2><p>{}</p></article>",
        "<article><time>9:00</time><div class=body><p>{}</p></div></article>",
        "<div class='live-entry x1'><p>{}</p></div>",
        "<section class='update'><h3>Later</h3><p>{}</p></section>",
    ],
)
def test_all_entries_of_a_live_blog_are_the_article(entry: str) -> None:
    article = read_article(page(*map(entry.format, ENTRIES)).encode(), "html")
    assert all(words.strip() in article.text for words in ENTRIES)
    assert article.title == "Premier resigns"


@pytest.mark.parametrize(
    "others",
    [
        "".join(f"<article><h1>Another story</h1><p>{words}</p></article>" for words in SHORT),
        "".join(f"<article><a href=/a>{words}</a></article>" for words in SHORT),
        "".join(f"<article class=comment><p>{words}</p></article>" for words in SHORT),
    ],
)
def test_other_articles_teasers_and_comments_are_none_of_its_entries(others: str) -> None:
    first = f"<article><h1>Premier resigns</h1><p>{ENTRIES[0]}</p><p>{LONG * 3}</p></article>"
    article = read_article(page(first, others, before="").encode(), "html")
    assert ENTRIES[0].strip() in article.text
    assert not any(words in article.text for words in SHORT)


def test_a_document_whose_properties_have_no_type_is_read(tmp_path: Path) -> None:
    made, packed = docx.Document(), BytesIO()
    made.add_paragraph("“The bridge is safe,” Anna Lind told the BBC.")
    made.save(packed)
    with zipfile.ZipFile(packed) as package, zipfile.ZipFile(tmp_path / "a.docx", "w") as without:
        for name in package.namelist():
            data = package.read(name)
            if name == "[Content_Types].xml":
                start = data.index(b'<Override PartName="/docProps/core.xml"')
                data = data[:start] + data[data.index(b"/>", start) + 2 :]
            without.writestr(name, data)
    assert "The bridge is safe" in read_article(tmp_path / "a.docx").text


@pytest.mark.parametrize("mark", ["strike", "dstrike", "vanish"])
def test_words_that_word_strikes_or_hides_are_none(mark: str) -> None:
    struck = f"<w:r><w:rPr><w:{mark}/></w:rPr><w:t>not </w:t></w:r>"
    kept = f'<w:r><w:rPr><w:{mark} w:val="0"/></w:rPr><w:t>pay</w:t></w:r>'
    article = read_article(document(paragraph("We will ", struck, kept)))
    assert article.text == "We will pay"


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("We will ~~not~~ pay", "markdown"),
        ("We will <del>not</del> pay", "markdown"),
        ("<p>We will <s>not</s> pay", "html"),
    ],
)
def test_struck_words_of_a_draft_are_none(written: str, kind: str) -> None:
    assert " ".join(read_article(written.encode(), kind).text.split()) == "We will pay"
