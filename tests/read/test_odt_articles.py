"""OpenDocument texts, as LibreOffice writes them."""

import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit import extract, read_article
from audit.errors import ReadError
from audit.model import Article, BlockKind, Format
from tests.read.open_documents import anchor, note, open_text, paragraph

SAID = "“The bridge is safe,” Anna Lind told the BBC."
URL = "https://bbc.example/lind"
STRUCK = (
    '<style:style style:name="T1" style:family="text">'
    '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="T2" style:family="text" style:parent-style-name="T1"/>'
    '<style:style style:name="T3" style:family="text">'
    '<style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="T4" style:family="text">'
    '<style:text-properties style:text-position="super 58%"/></style:style>'
)


def blocks(article: Article) -> list[tuple[BlockKind, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


def test_paragraphs_are_blocks_and_places() -> None:
    article = read_article(open_text(paragraph("First.") + paragraph("") + paragraph(SAID)))
    assert article.format is Format.ODT
    assert [words for _, words in blocks(article)] == ["First.", SAID]
    [said] = extract(article)
    start = said.contents[0].start
    assert (article.line(start), article.paragraph(start)) == (None, 2)


def test_styles_say_what_a_paragraph_is() -> None:
    styles = (
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>'
        '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Block_20_Text"/>'
    )
    article = read_article(
        open_text(
            paragraph("Council votes", style="Title")
            + "<text:h>The vote</text:h>"
            + paragraph("We were told.", style="P1")
            + paragraph("By nobody.", style="P2")
            + "<text:list><text:list-item>"
            + paragraph("one")
            + "</text:list-item></text:list>"
            + "<table:table><table:table-row><table:table-cell>"
            + paragraph("cell")
            + "</table:table-cell></table:table-row></table:table>"
            + paragraph(SAID),
            styles=styles,
        )
    )
    assert article.title == "Council votes"
    assert [kind for kind, _ in blocks(article)] == [
        BlockKind.HEADING,
        BlockKind.HEADING,
        BlockKind.QUOTE,
        BlockKind.QUOTE,
        BlockKind.LIST_ITEM,
        BlockKind.CELL,
        BlockKind.PARAGRAPH,
    ]


def test_author_title_and_language_are_those_of_the_document() -> None:
    article = read_article(
        open_text(
            paragraph(SAID),
            meta="<dc:title>Votes</dc:title><meta:initial-creator>Ada Byline</meta:initial-creator>",
            language=("de", "AT"),
        )
    )
    assert (article.title, article.byline, article.language) == ("Votes", "Ada Byline", "de-AT")


def test_links_stand_on_their_words() -> None:
    words = paragraph("Lind ", anchor(URL, "told the <text:span>BBC</text:span>"), " it was over.")
    article = read_article(open_text(words + paragraph("And ", anchor("#page", "below"), ".")))
    [found] = article.links
    assert (article.text[found.start : found.end], found.url) == ("told the BBC", URL)


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_notes_link_belongs_to_the_passage_with_its_mark(kind: str) -> None:
    cited = note(kind, "1", paragraph("See ", anchor(URL, "the interview"), "."))
    article = read_article(open_text(paragraph(SAID, cited, " So far.") + paragraph("Elsewhere.")))
    [said] = [each for each in extract(article) if each.speaker is not None]
    assert said.url == URL
    assert article.text.startswith(f"{SAID} So far.\n\nElsewhere.")
    assert article.text.endswith("See the interview.")


def test_a_note_may_be_cited_again() -> None:
    again = '<text:note-ref text:note-class="footnote" text:ref-name="ftn1">1</text:note-ref>'
    first = note("footnote", "1", paragraph(URL)).replace(
        "<text:note ", '<text:note text:id="ftn1" '
    )
    body = paragraph("We are safe,", first, " it says.") + paragraph(SAID, again)
    article = read_article(open_text(body))
    assert article.text.split("\n\n")[1] == SAID
    [said] = [each for each in extract(article) if each.speaker_name == "Anna Lind"]
    assert said.url == URL


def test_notes_and_comments_inside_others_end() -> None:
    inner = note("footnote", "2", paragraph(URL))
    comment = f"<office:annotation>{paragraph(URL, f'<office:annotation>{paragraph(URL)}</office:annotation>')}</office:annotation>"
    body = paragraph(SAID, note("footnote", "1", paragraph("See there", inner, ".")), comment)
    article = read_article(open_text(body))
    assert article.text.startswith(SAID)
    assert article.text.endswith("See there.")


def test_a_comment_that_names_a_source_is_one() -> None:
    comment = (
        '<office:annotation office:name="c1"><dc:creator>Checker</dc:creator>'
        f"{paragraph(URL)}</office:annotation>"
    )
    end = '<office:annotation-end office:name="c1"/>'
    article = read_article(open_text(paragraph(comment, SAID, end) + paragraph("Elsewhere.")))
    [said] = [each for each in extract(article) if each.speaker is not None]
    assert said.url == URL
    assert "Checker" not in article.text


def test_a_comment_without_an_address_is_nothing() -> None:
    comment = f"<office:annotation>{paragraph('Is that so?')}</office:annotation>"
    article = read_article(open_text(paragraph(SAID, comment)))
    assert (article.text, article.notes, article.marks) == (SAID, (), ())


def test_tracked_changes_are_read_as_accepted() -> None:
    changes = f"<text:tracked-changes><text:deletion>{paragraph('not ')}</text:deletion></text:tracked-changes>"
    body = changes + paragraph('The bridge is <text:change text:change-id="1"/>very safe.')
    assert read_article(open_text(body)).text == "The bridge is very safe."


def test_struck_and_hidden_words_are_none() -> None:
    words = "".join(f'<text:span text:style-name="T{n}">no</text:span>' for n in (1, 2, 3))
    hidden = "<text:hidden-text>no</text:hidden-text>"
    section = f'<text:section text:display="none">{paragraph("no")}</text:section>'
    body = section + paragraph("The bridge is ", words, hidden, "safe.")
    assert read_article(open_text(body, styles=STRUCK)).text == "The bridge is safe."


def test_blanks_tabs_and_line_ends_are_signs_of_their_own() -> None:
    body = paragraph('The<text:s text:c="3"/>bridge<text:tab/>is<text:line-break/>safe.')
    assert read_article(open_text(body)).text == "The bridge is\nsafe."


def test_numbers_of_a_list_are_kept() -> None:
    styles = (
        '<text:list-style style:name="L1">'
        '<text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>'
    )
    first = "".join(f"<text:list-item>{paragraph(each)}</text:list-item>" for each in ("a", "b"))
    body = (
        paragraph("The bridge is safe [3].")
        + paragraph("Sources")
        + f'<text:list text:style-name="L1">{first}</text:list>'
        + '<text:list text:style-name="L1" text:continue-numbering="true">'
        + f"<text:list-item>{paragraph('The inspection, ', URL)}</text:list-item></text:list>"
    )
    article = read_article(open_text(body, styles=styles))
    assert any(URL in note.addresses for note in article.notes)


def test_a_text_box_comes_behind_its_paragraph_and_pictures_have_no_words() -> None:
    box = f"<draw:frame><draw:text-box>{paragraph('The bridge in May.', style='Illustration')}</draw:text-box><svg:desc>grey</svg:desc></draw:frame>"
    article = read_article(open_text(paragraph("Before ", box, "and after.")))
    assert blocks(article) == [
        (BlockKind.PARAGRAPH, "Before and after."),
        (BlockKind.CAPTION, "The bridge in May."),
    ]


def test_a_broken_text_is_refused_with_one_line() -> None:
    for body in ("<text:p>", "<text:p>&undeclared;</text:p>"):
        with pytest.raises(ReadError, match="broken OpenDocument text"):
            read_article(open_text(body))


def test_entities_are_not_expanded() -> None:
    packed = open_text(
        paragraph("&a;"), doctype='<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    )
    with pytest.raises(ReadError, match="broken OpenDocument text"):
        read_article(packed)


def test_a_text_with_a_password_is_refused_as_one() -> None:
    secret = {"META-INF/manifest.xml": b"<m:manifest><m:encryption-data/></m:manifest>"}
    with pytest.raises(ReadError, match="protected by a password"):
        read_article(open_text(paragraph(SAID), extra=secret))


def test_a_text_that_unpacks_beyond_measure_is_refused() -> None:
    bomb = open_text(paragraph("x"), extra={"Pictures/a.bin": b"\0" * 201_000_000})
    with pytest.raises(ReadError, match="unpacks to more than 200 MB"):
        read_article(bomb)


def test_another_file_named_odt_is_refused() -> None:
    with pytest.raises(ReadError, match="no OpenDocument text"):
        read_article(b"plain words", name="draft.odt")


def test_a_broken_package_named_odt_is_called_by_its_name() -> None:
    with pytest.raises(ReadError, match=r"draft\.odt is a broken OpenDocument text: save it anew"):
        read_article(b"PK\x03\x04 and no more", name="draft.odt")


def test_deep_nesting_ends() -> None:
    for name in ("text:section", "text:span", "text:list", "draw:frame"):
        deep = f"<{name}>" * 3000 + paragraph("deep") + f"</{name}>" * 3000
        with pytest.raises(ReadError):
            read_article(open_text(deep))
        inner = f"<{name}>" * 240 + "deep" + f"</{name}>" * 240
        assert read_article(open_text(paragraph(SAID) + paragraph(inner))).text.startswith(SAID)


@given(at=st.integers(min_value=0), byte=st.integers(0, 255))
@settings(max_examples=100, deadline=None)
def test_damage_anywhere_is_refused_or_read(at: int, byte: int) -> None:
    data = bytearray(open_text(paragraph(SAID, anchor(URL, "x"))))
    data[at % len(data)] = byte
    with suppress(ReadError):
        read_article(bytes(data))


def test_the_package_is_one_that_zip_programs_open() -> None:
    with zipfile.ZipFile(BytesIO(open_text(paragraph(SAID)))) as package:
        assert package.namelist()[0] == "mimetype"
        assert package.getinfo("mimetype").compress_type == zipfile.ZIP_STORED


def test_a_text_that_breaks_off_is_a_broken_one() -> None:
    whole = open_text(paragraph(SAID))
    with pytest.raises(ReadError, match="broken OpenDocument text"):
        read_article(whole[: len(whole) // 2])
