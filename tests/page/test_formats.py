"""Sources that are no HTML: feeds, XHTML, Markdown, captions with their times, PDF with its pages."""

import zlib

import pytest

from audit.match.verify import verify_quote
from audit.model import Page, Verdict, Zone
from audit.page.formats import source_text

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Gazette</title>
<link>https://gazette.example/</link>
<item><title>Bridge &amp; harbour</title><guid>https://gazette.example/1</guid>
<description>&lt;p&gt;They &lt;b&gt;re&lt;/b&gt;built it&amp;#8217;s said.&lt;/p&gt;&lt;p&gt;By spring.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>The whole <em>text</em> stands here.</p><p>And ends.</p>]]></content:encoded></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title><entry><title>One</title>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Words <em>in</em> a div.</p></div></content></entry></feed>"""
XHTML = """<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="de"><head><title>Titel</title><script src="x.js"/></head>
<body><div/><p>Schöne <![CDATA[<Grüße> & mehr]]> hier.</p><p/><p hidden="hidden"/>Ende</body></html>"""
VTT = """WEBVTT - a talk

NOTE not said

STYLE
::cue { color: red }

1
00:00:01.000 --> 00:00:04.000 align:start
<v Ann Lind>We will rebuild <i>the</i>

2
00:00:04.000 --> 00:00:07.500
<v Ann Lind>bridge &amp; the <00:00:05.000>harbour.

00:01:02.000 --> 00:01:05.000
<v.loud Bo Ek>Not in my time.

01:00:02.500 --> 01:00:05.000
Not in my time.
Nobody laughed.
"""
SRT = """1
00:00:01,000 --> 00:00:02,000
{\\an8}<i>When did it</i>
begin?

2
00:00:02,100 --> 00:00:04,000
- In spring.
- No, in May.
"""


def text_of(page: Page) -> list[str]:
    return [page.text[block.start : block.end] for block in page.blocks]


@pytest.mark.parametrize(
    "content_type", ["application/rss+xml", "text/xml; charset=utf-8", "application/xml", None]
)
def test_a_feed_gives_its_words_also_where_they_are_markup(content_type: str | None) -> None:
    page = source_text(RSS.encode(), content_type)
    assert text_of(page) == [
        "The Gazette",
        "Bridge & harbour",
        "They rebuilt it’s said.",
        "By spring.",
        "The whole text stands here.",
        "And ends.",
    ]
    assert page.title == "The Gazette"
    assert {block.zone for block in page.blocks} == {Zone.MAIN}


@pytest.mark.parametrize("content_type", ["application/atom+xml", None])
def test_an_atom_feed(content_type: str | None) -> None:
    assert text_of(source_text(ATOM.encode(), content_type)) == ["Notes", "One", "Words in a div."]


@pytest.mark.parametrize(
    "content_type", ["application/xhtml+xml", "application/xml", "text/xml", None]
)
def test_xhtml_ends_its_empty_elements(content_type: str | None) -> None:
    page = source_text(XHTML.encode("latin-1"), content_type)
    assert text_of(page)[:2] == ["Schöne <Grüße> & mehr hier.", "Ende"]
    assert page.language == "de"


def test_any_other_xml_is_the_words_of_its_elements() -> None:
    data = b"<?xml version='1.0'?><nitf><body><hl1>A head</hl1><p>Words of <em>one</em> man</p></body></nitf>"
    assert text_of(source_text(data)) == ["A head", "Words of one man"]


def test_markdown_is_read_without_its_marks() -> None:
    data = b"# A *head*\n\nThe [old](https://x.example/a_b) **bridge**\nfell &amp; sank[^1].\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n"
    page = source_text(data, "text/markdown; charset=utf-8")
    assert text_of(page) == [
        "A head",
        "The old bridge fell & sank[^1].",
        "one",
        "two",
        "a b",
        "c d",
    ]
    assert page.title == "A head"


@pytest.mark.parametrize("url", ["https://x.example/talk.vtt?lang=en", None])
@pytest.mark.parametrize("content_type", ["text/vtt", "text/plain", None])
def test_captions_are_running_text_that_knows_its_times(
    content_type: str | None, url: str | None
) -> None:
    page = source_text(VTT.replace("\n", "\r\n").encode(), content_type, url)
    assert text_of(page) == [
        "Ann Lind: We will rebuild the bridge & the harbour.",
        "Bo Ek: Not in my time.",
        "Nobody laughed.",
    ]
    for words, seconds in [
        ("rebuild", 1),
        ("bridge", 4),
        ("Not in", 62),
        ("Nobody", 3602.5),
    ]:
        assert page.time_at(page.text.index(words)) == seconds


def test_a_quotation_across_captions_points_to_its_moment() -> None:
    check = verify_quote(
        "rebuild the bridge and the harbour".replace("and", "&"), source_text(VTT.encode())
    )
    assert check.verdict is Verdict.VERBATIM
    assert check.selector is not None
    assert check.selector.directive == "t=1"


def test_subrip_captions() -> None:
    page = source_text(SRT.encode(), None, "talk.srt")
    assert text_of(page) == ["When did it begin?", "- In spring. - No, in May."]
    assert page.times == ((0, 1.0), (19, 2.1))


def test_rolling_captions_say_each_line_once() -> None:
    lines = ["so this is", "how it works", "in the end"]
    cues = [
        f"00:00:0{n}.000 --> 00:00:0{n + 1}.000\n{lines[n - 1] if n else ' '}\n{line}\n"
        for n, line in enumerate(lines)
    ]
    data = "\n".join(["WEBVTT\n", *cues]).encode()
    assert source_text(data).text == "so this is how it works in the end"


def test_a_text_that_only_mentions_times_is_no_caption() -> None:
    text = "At 10:30 we met.\n00:00 --> never\n"
    assert source_text(text.encode(), "text/plain").text == text


def pdf(*pages: list[str]) -> bytes:
    """A PDF with these lines on its pages, written by hand."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        stream = zlib.compress(f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET".encode())
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {number + 1} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(
            f"<< /Length {len(stream)} /Filter /FlateDecode >>\nstream\n".encode()
            + stream
            + b"\nendstream"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    data = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (
            size,
            table,
            size,
            len(data),
        )
    )


def test_a_pdf_is_read_page_by_page_without_its_running_heads() -> None:
    sheets = [
        ["Annual report", "The bridge was re-", "built by spring, he", "1"],
        ["Annual report", "said in the har-", "bour. Nobody asked", "2"],
        ["Annual report", "him why it took ten years.", "3"],
    ]
    page = source_text(pdf(*sheets), "application/pdf")
    assert page.whole
    assert "Annual" not in page.text
    check = verify_quote("rebuilt by spring, he said in the harbour. Nobody asked him why", page)
    assert check.verdict is Verdict.VERBATIM
    assert check.start is not None
    assert page.sheet_at(check.start) == 1
    assert page.sheet_at(page.text.index("Nobody")) == 2
    assert check.selector is not None
    assert check.selector.directive == "page=1"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n" + b"x" * 1000, pdf(["one"])[:200], b"%PDF-"])
def test_a_pdf_that_is_none_says_so(data: bytes) -> None:
    page = source_text(data)
    assert (page.text, page.whole, page.why_not_whole) == ("", False, "a PDF that cannot be read")


def test_a_pdf_of_images_says_so() -> None:
    assert source_text(pdf([])).why_not_whole == "a PDF of images, without text"


def test_without_a_reader_a_pdf_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.page.pdf.text.find_spec", lambda _: None)
    page = source_text(pdf(["one"]))
    assert not page.whole
    assert "pipx inject citeaudit pypdf" in page.why_not_whole


def test_a_pdf_whose_letters_stand_apart_is_not_whole() -> None:
    lines = ["We wi l l r eopen t he f er r y", "and nobody wi l l pay mor e", "The pier is old."]
    page = source_text(pdf(lines))
    assert not page.whole
    assert verify_quote("We will reopen the ferry", page).verdict is not Verdict.ABSENT
    assert source_text(pdf(["I am a boat, and a boat I am."] * 3)).whole


@pytest.mark.parametrize("content_type", ["text/html", "text/plain", "text/markdown", None])
def test_bytes_that_are_no_text_are_not_read_as_one(content_type: str | None) -> None:
    picture = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 40
    page = source_text(picture, content_type, "https://a.example/p")
    assert not page.whole
    assert page.why_not_whole == "not text"
    assert page.text == ""


def test_a_text_with_a_few_control_characters_is_one() -> None:
    page = source_text(
        b"<p>The pier\x00 is\x1a shut for\x08 good.</p>" + b"<p>So it was said.</p>" * 30,
        "text/html",
        None,
    )
    assert "shut for" in page.text
