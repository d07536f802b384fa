"""Sources that are files of other programs: office documents, mails, saved pages; and what is refused."""

import plistlib
import zipfile
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from io import BytesIO

import pytest

from audit.match.verify import verify_quote
from audit.model import Page, Verdict, Zone
from audit.page.formats import source_text
from tests.page.files import mail, mhtml, open_document, package, web_archive
from tests.read.documents import document, link, paragraph

WORDS = "“We don’t want to reopen the ferry in spring, whatever the council’s paper says,”"
QUOTE = "We don’t want to reopen the ferry in spring, whatever the council’s paper says"
PAGE = f"<!DOCTYPE html><html><head><title>Ferry</title></head><body><p>{WORDS} said Lee.</p></body></html>"
RTF = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fswiss\fcharset0 Helvetica;}{\f1\fnil\fcharset77 X;}}"
    rb"{\colortbl;\red255\green255\blue255;}\f0 %b\par}"
)


def compared(data: bytes, content_type: str | None = None) -> tuple[Verdict, str]:
    page = source_text(data, content_type)
    return verify_quote(QUOTE, page).verdict, page.why_not_whole


def shown(page: Page) -> list[str]:
    return [page.text[block.start : block.end] for block in page.blocks if block.zone is Zone.MAIN]


def passed_on(inner: EmailMessage) -> bytes:
    message = mail("See the statement below.")
    message.add_attachment(inner)
    return message.as_bytes()


SAVED = {
    "mhtml": mhtml(PAGE),
    "mhtml in base64": mhtml(PAGE, coding="base64"),
    "mhtml, the words in a frame": mhtml("<p>A page about the ferry.</p>", PAGE),
    "mail": mail(WORDS).as_bytes(),
    "mail in base64": mail(WORDS, coding="base64").as_bytes(),
    "mail in windows-1252": mail(WORDS, charset="windows-1252").as_bytes(),
    "mail of Apple": b"1234      \n" + mail(WORDS).as_bytes() + b"<?xml version='1.0'?>",
    "mail of Apple, a short one": b"1234      \n" + mail(WORDS).as_bytes() + plistlib.dumps({"flags": 1}),
    "mail that is passed on": passed_on(mail(WORDS)),
    "mail that is passed on twice": passed_on(message_from_bytes(passed_on(mail(WORDS)), policy=default)),
    "mail with line ends of two": mail(WORDS).as_bytes().replace(b"\n", b"\r\n"),
    "mailbox of one": b"From a@b Mon Jan  1 00:00:00 2024\n" + mail(WORDS).as_bytes(),
    "web archive": web_archive(PAGE.encode(), "UTF-8"),
    "web archive as XML": web_archive(PAGE.encode(), "UTF-8", xml=True),
    "web archive of an old page": web_archive(PAGE.encode("cp1252"), "windows-1252"),
    "web archive, the words in a frame": web_archive(b"<p>About.</p>", "UTF-8", PAGE.encode()),
    "RTF": RTF % rb"\ldblquote We don\rquote t want to reopen the ferry in spring, whatever the council\rquote s paper says,\rdblquote  said Lee.",
    "RTF of TextEdit": RTF % rb"\'93We don\'92t want to reopen the ferry in spring, whatever the council\'92s paper says,\'94 said Lee.",
    "RTF of Word": RTF % rb"\uc1\u8220?We don\u8217?t want to reopen {\b the ferry} in spring, whatever the council\u8217?s paper says,\u8221? said Lee.",
    "RTF with a link": RTF % rb'We don\rquote t want to reopen {\field{\*\fldinst{HYPERLINK "https://a.example/"}}{\fldrslt{the ferry}}} in spring, whatever the council\rquote s paper says',
    "RTF with a picture": RTF % (rb"{\pict\pngblip " + b"89504e47" * 300 + rb"}We don\rquote t want to reopen the ferry in spring, whatever the council\rquote s paper says"),
    "Word": document(paragraph(WORDS, " said Lee.")),
    "Word, in pieces": document(paragraph("We don’t want to ", link(1, "reopen the"), " ferry in spring, whatever the council’s paper says"), links=("https://a.example/",)),
    "OpenDocument": open_document(f"<text:p>{WORDS} said Lee.</text:p>"),
    "OpenDocument, in pieces": open_document("<text:p>We don’t <text:span>want</text:span><text:s/>to reopen<text:tab/>the <text:a>ferry</text:a> in spring,<text:line-break/>whatever the council’s paper says</text:p>"),
}  # fmt: skip


@pytest.mark.parametrize("name", SAVED)
def test_words_are_compared_without_the_coding_that_they_are_saved_in(name: str) -> None:
    assert compared(SAVED[name]) == (Verdict.VERBATIM, "")


@pytest.mark.parametrize("name", SAVED)
@pytest.mark.parametrize("said", ["text/plain", "application/octet-stream", "text/html"])
def test_the_bytes_decide_whatever_is_said_of_them(name: str, said: str) -> None:
    assert compared(SAVED[name], said) == (Verdict.VERBATIM, "")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (package({"page.html": PAGE.encode()}), "a ZIP archive: unpack it and give the page in it"),
        (package({"a/p.html": PAGE.encode()}, packed=False), "a ZIP archive: unpack it"),
        (package({"xl/workbook.xml": b"<x/>"}), "a spreadsheet"),
        (package({"ppt/presentation.xml": b"<x/>"}), "a presentation"),
        (package({"mimetype": b"application/epub+zip", "META-INF/container.xml": b""}), "an e-book"),
        (package({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"}), "an OpenDocument file that is no text"),
        (package({"datapackage.json": b"{}"}), "a web archive (WACZ): name it with --captures"),
        (b"WARC/1.1\r\nWARC-Type: response\r\n\r\n", "a web archive (WARC)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Office document or Outlook mail"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "an Office document with a password: save it"),
        (b"\x1f\x8b\x08" + bytes(60), "a gzip archive"),
        (b"bplist00" + bytes(60), "a property list, not a page"),
        (b"bplist00WebMainResource" + bytes(60), "a broken web archive"),
        (b"PK\x03\x04" + bytes(60), "a ZIP archive"),
        (RTF % rb"{\pict\bin4 abcd}", "an RTF document with binary pictures"),
        (rb"{\rtf1\ansi\ansicpg10004 Caf\'8e}", "a broken RTF document"),
        (b"From a 2024\n" + mail(WORDS).as_bytes() + b"\nFrom b 2024\n" + mail(WORDS).as_bytes(), "a mailbox of several mails"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_refused_in_one_line(data: bytes, why: str) -> None:
    page = source_text(data, "text/plain")
    assert (page.text, page.whole) == ("", False)
    assert page.why_not_whole.startswith(why)


def test_of_the_forms_of_a_mail_the_richest_is_read() -> None:
    message = mail("Your program does not show HTML.")
    message.add_alternative(PAGE, subtype="html")
    assert source_text(message.as_bytes()).text == f"{WORDS} said Lee."
    message = mail(WORDS)
    message.add_alternative(b"BEGIN:VCALENDAR", "text", "calendar")
    assert source_text(message.as_bytes()).text.strip() == WORDS


def test_a_mail_with_documents_attached_is_not_whole() -> None:
    message = mail("See the statement attached to this mail.")
    message.add_attachment(b"%PDF-1.4", "application", "pdf", filename="statement.pdf")
    assert source_text(message.as_bytes()).why_not_whole.startswith("what is attached to the mail")
    message = mail("With a picture.")
    message.add_attachment(bytes(20), "image", "png", filename="logo.png")
    assert source_text(message.as_bytes()).whole


def test_what_a_program_keeps_behind_a_mail_is_none_of_its_words() -> None:
    kept = plistlib.dumps({"flags": 1, "subject": "Nobody knew of it"})
    assert source_text(b"99\n" + mail(WORDS).as_bytes() + kept).text.strip() == WORDS
    quoted = mail(f"{WORDS}\n<?xml version='1.0'?> begins it.").as_bytes()
    assert "begins it" in source_text(b"99\n" + quoted).text


def test_a_property_list_alone_is_no_mail_and_no_page() -> None:
    for data in (plistlib.dumps({"a": WORDS}), b"\xef\xbb\xbf" + plistlib.dumps({"a": WORDS})):
        assert source_text(data, "message/rfc822").why_not_whole == "a property list, not a page"


def test_a_page_in_a_page_in_a_page_is_not_read() -> None:
    message = EmailMessage()
    message.set_content(mail(WORDS).as_string(), cte="base64")
    assert source_text(message.as_bytes()).why_not_whole.startswith("a saved page inside another")


@pytest.mark.parametrize(
    "text",
    [
        "Subject: the ferry, and what became of it.\n\nIt did not sail for a year.",
        "Note: the council met.\nMinutes: none.\n\nThe ferry will sail in May, they said.",
        "From the pier one sees the ferry.\n\nFrom 2024 on it sailed.",
    ],
)
def test_a_text_that_begins_with_a_word_and_a_colon_is_no_mail(text: str) -> None:
    assert source_text(text.encode(), "text/plain").text == text


def test_word_is_read_as_it_will_be_printed() -> None:
    page = source_text(
        document(
            paragraph("The plan", style="Heading1")
            + paragraph(
                "We will ",
                "<w:del><w:r><w:delText>never</w:delText></w:r></w:del>",
                "<w:ins><w:r><w:t>soon</w:t></w:r></w:ins>",
                "<w:r><w:rPr><w:strike/></w:rPr><w:t> not</w:t></w:r>",
                '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> open</w:t></w:r>',
                "<w:r><w:tab/><w:t>it</w:t><w:br/><w:t>all.</w:t></w:r>",
            )
            + paragraph(),
            notes="<w:footnote w:id='1'><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>",
        )
    )
    assert shown(page) == ["The plan", "We will soon open it\nall.", "A note."]
    assert [page.text[b.start : b.end] for b in page.blocks if b.zone is Zone.WITHDRAWN] == [
        "We will soon not open it\nall."
    ]


def test_a_document_of_any_prefix_and_name_is_read() -> None:
    space = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<d:document xmlns:d="{space}"><d:p><d:r><d:t>We will.</d:t></d:r></d:p></d:document>'
    assert source_text(package({"word/document2.xml": body.encode()})).text == "We will."


def test_open_document_is_read_as_it_will_be_printed() -> None:
    styles = (
        '<style:style style:name="T1"><style:text-properties'
        ' style:text-line-through-style="solid"/></style:style>'
        '<style:style style:name="T2"><style:text-properties'
        ' style:text-line-through-style="none"/></style:style>'
    )
    page = source_text(
        open_document(
            "<text:tracked-changes><text:p>never</text:p></text:tracked-changes>"
            "<text:h>The plan</text:h>"
            "<text:p>We<text:s/><text:span text:style-name='T1'>not </text:span>will"
            "<text:note><text:note-citation>1</text:note-citation>"
            "<text:note-body><text:p>A note.</text:p></text:note-body></text:note>"
            "<office:annotation><text:p>A remark.</text:p></office:annotation>"
            " <text:span text:style-name='T2'>open</text:span> it.</text:p>"
            "<table:table><table:table-cell><text:p>5</text:p></table:table-cell></table:table>",
            styles,
        )
    )
    assert shown(page) == ["The plan", "We will open it.", "A note.", "5"]


def test_a_package_is_opened_within_bounds() -> None:
    bomb = package({"word/document.xml": b"<a>" + bytes(60_000_000)})
    assert source_text(bomb).why_not_whole.startswith("it unpacks to more than 200 MB")
    large = package({"word/document.xml": b"<a/>", "word/media/a.png": bytes(201_000_000)})
    assert source_text(large).why_not_whole.startswith("it unpacks to more than 200 MB")
    entities = b'<!DOCTYPE a [<!ENTITY b "words words">]><a>&b;</a>'
    page = source_text(package({"word/document.xml": entities}))
    assert page.why_not_whole == "a document with entities of its own, which are not expanded"
    file = BytesIO(document(paragraph(WORDS)))
    with zipfile.ZipFile(file) as made:
        at = made.getinfo("word/document.xml").header_offset
    broken = bytearray(file.getvalue())
    broken[at + 60 : at + 70] = bytes(10)
    assert source_text(bytes(broken)).why_not_whole == "a broken document: save it anew"


def test_elements_far_inside_each_other_are_passed_over() -> None:
    deep = "<w:ins>" * 220 + paragraph("Too deep.") + "</w:ins>" * 220
    assert shown(source_text(document(paragraph("Seen.") + deep))) == ["Seen."]


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\n"
        + b"".join(
            b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(99)
        ),
        b'MIME-Version: 1.0\nContent-Type: text/plain; a="' + b";" * 9000 + b"\n\nwords",
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n" + b"\n--a\n" * 60_000,
    ],
)
def test_a_mail_that_takes_more_time_than_mails_do_is_refused(data: bytes) -> None:
    assert source_text(data).why_not_whole.startswith("a mail of too many parts")


def test_a_web_archive_that_holds_itself_is_refused() -> None:
    objects = b"\xd1\x01\x00" + b"\x5fWebMainResource"[:1] + b"\x10\x0fWebMainResource"
    offsets = bytes([8, 11])
    trailer = bytes(6) + b"\x01\x01" + (2).to_bytes(8) + bytes(8) + (8 + len(objects)).to_bytes(8)
    page = source_text(b"bplist00" + objects + offsets + trailer)
    assert page.why_not_whole.startswith("a broken web archive")


@pytest.mark.parametrize(
    "markup",
    [
        rb"We {\strike will }not go home today.",
        rb"We \strike will \strike0 not go home today.",
        rb"We {\deleted will }not go home today.",
        rb"We {\v will }not go home today.",
        rb"We {\b\striked1 w\'69ll }not go home today.",
        rb"{\strike It is {\b ours}.\par }We {\strike w\u105?ll }not go home today.",
    ],
)
def test_struck_and_hidden_words_of_rtf_are_withdrawn(markup: bytes) -> None:
    page = source_text(RTF % markup)
    shown = "\n".join(
        page.text[block.start : block.end] for block in page.blocks if block.zone is Zone.MAIN
    )
    assert " ".join(shown.split()) == "We not go home today."
    check = verify_quote("We will not go home", page)
    assert (check.verdict, check.zone) == (Verdict.VERBATIM, Zone.WITHDRAWN)


@pytest.mark.parametrize(
    ("begun", "why"),
    [
        (b"mimetypeapplication/vnd.oasis.opendocument.text", "a broken OpenDocument file"),
        (b"mimetypeapplication/epub+zip", "a broken e-book"),
        (b"[Content_Types].xml", "a broken Office document"),
        (b"a.txt", "a ZIP archive"),
    ],
)
def test_a_package_that_breaks_off_is_called_what_it_was(begun: bytes, why: str) -> None:
    page = source_text(b"PK\x03\x04" + bytes(26) + begun + b"more")
    assert not page.whole
    assert page.why_not_whole.startswith(why)


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (rb"the ferry{\super 1} in spring", "the ferry¹ in spring"),
        (rb"the ferry\super 12\nosupersub  in spring", "the ferry¹² in spring"),
        (rb"10{\super 2} boats", "10² boats"),
        (rb"a {\super new} boat", "a new boat"),
    ],
)
def test_raised_figures_of_rich_text_are_told_from_figures(markup: bytes, words: str) -> None:
    assert source_text(RTF % markup).text.split() == words.split()


def test_rich_text_of_a_macintosh_is_read() -> None:
    data = (RTF % rb"won\'d5t").replace(rb"\ansi\ansicpg1252", rb"\mac\ansicpg10000")
    assert source_text(data).text == "won’t"


def test_raised_figures_of_word_are_told_from_figures() -> None:
    raised = "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r>"
    data = document(paragraph("The ferry holds 10").replace("</w:p>", f"{raised}</w:p>"))
    assert source_text(data).text.endswith("10²")


def test_a_page_with_an_archive_in_it_is_refused() -> None:
    data = b"<!DOCTYPE html><html><body><!--" + package({"index.html": PAGE.encode()}) + b"-->"
    page = source_text(data, "text/html")
    assert (page.text, page.whole) == ("", False)
    assert "ZIP" in page.why_not_whole
