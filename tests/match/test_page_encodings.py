"""Bytes to letters: by mark, header, meta, XML declaration, then by looking at the letters."""

import pytest

from audit.match.charset import decode_page
from audit.match.page import source_text

RUSSIAN = "Россия начала изучать запасы Афганистана, сообщили в пятницу."
FRENCH = "« Il a été très chaud à Genève, dit-il, et l’été a été annulé. »"
JAPANESE = "ロシアはアフガニスタンの鉱物資源の探査を始めたと報じられた。"
CHINESE = "俄罗斯已经开始勘探阿富汗的矿产资源，塔利班发言人周五表示。"

LETTERS = {
    "utf-8": RUSSIAN,
    "windows-1251": RUSSIAN,
    "koi8-r": RUSSIAN,
    "iso-8859-5": RUSSIAN,
    "windows-1252": FRENCH,
    "macintosh": FRENCH,
    "shift_jis": JAPANESE,
    "euc-jp": JAPANESE,
    "iso-2022-jp": JAPANESE,
    "gb2312": CHINESE,
    "gbk": CHINESE,
    "gb18030": CHINESE,
    "big5": "俄羅斯已經開始勘探阿富汗的礦產資源，塔利班發言人週五表示。",
    "euc-kr": "러시아가 아프가니스탄의 광물 자원을 탐사하기 시작했다고 보도했다.",
    "windows-1250": "Prezydent powiedział, że źródła są łatwe; žluťoučký kůň.",
    "iso-8859-2": "Prezydent powiedział, że źródła są łatwe; žluťoučký kůň.",
    "windows-1253": "Η Ρωσία άρχισε να εξερευνά τα αποθέματα του Αφγανιστάν.",
    "windows-1254": "Rusya rezervleri araştırmaya başladı, dışişleri açıkladı.",
    "windows-1255": "רוסיה החלה לחקור את עתודות המינרלים של אפגניסטן.",
    "windows-1256": "بدأت روسيا في استكشاف الاحتياطيات المعدنية في أفغانستان.",
    "windows-874": "รัสเซียเริ่มสำรวจแหล่งแร่ของอัฟกานิสถานแล้ว",
}
PYTHON_NAMES = {"macintosh": "mac-roman", "windows-874": "cp874"}
DETECTED = sorted(LETTERS.keys() - {"iso-2022-jp", "macintosh", "iso-8859-5", "iso-8859-2"})


def encoded(text: str, label: str) -> bytes:
    return text.encode(PYTHON_NAMES.get(label, label))


@pytest.mark.parametrize("label", LETTERS)
@pytest.mark.parametrize(
    ("content_type", "head"),
    [
        ('text/html; Charset="{}"', ""),
        ("text/html", "<meta charset={}>"),
        ("text/html", "<META content='text/html; charset={}' http-equiv=Content-Type>"),
        (None, "<?xml version='1.0' encoding='{}'?>"),
    ],
)
def test_a_declared_encoding_is_used(label: str, content_type: str | None, head: str) -> None:
    page = encoded(f"{head.format(label)}<p>{LETTERS[label]}</p>", label)
    declared = content_type.format(label) if content_type else None
    assert source_text(page, declared).text == LETTERS[label]


@pytest.mark.parametrize("label", DETECTED)
def test_an_undeclared_encoding_is_told_from_the_letters(label: str) -> None:
    page = encoded("<html>\n" + f"<p>{LETTERS[label]}</p>\n" * 5, label)
    assert source_text(page, "text/html").text == "\n".join([LETTERS[label]] * 5)


@pytest.mark.parametrize("label", DETECTED)
def test_letters_win_over_a_wrong_declaration_of_utf_8(label: str) -> None:
    page = encoded("<html>\n" + f"<p>{LETTERS[label]}</p>\n" * 5, label)
    assert LETTERS[label] in source_text(page, "text/html; charset=utf-8").text


@pytest.mark.parametrize(
    ("label", "text"),
    [
        *((label, FRENCH) for label in ("iso-8859-1", "us-ascii", "shift_jis", "euc-kr", "koi8-r")),
        *((label, "a single é") for label in ("iso-8859-1", "windows-1252", "us-ascii")),
    ],
)
def test_utf_8_wins_over_a_declaration_that_its_bytes_contradict(label: str, text: str) -> None:
    page = source_text(f"<p>{text}".encode(), f"text/html; charset={label}")
    assert page.text == text


def test_the_mark_wins_over_everything() -> None:
    page = f"\ufeff<meta charset=windows-1251><p>{FRENCH}".encode()
    assert source_text(page, "text/html; charset=koi8-r").text == FRENCH


def test_the_header_wins_over_the_page() -> None:
    page = f"<meta charset=koi8-r><p>{RUSSIAN}".encode("cp1251")
    assert source_text(page, "text/html; charset=windows-1251").text == RUSSIAN


def test_the_page_is_asked_where_the_header_cannot_be_right() -> None:
    page = f"<meta charset=windows-1251><p>{RUSSIAN}".encode("cp1251")
    assert source_text(page, "text/html; charset=utf-8").text == RUSSIAN


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("content_type", [None, "text/html", "text/html; charset=utf-16"])
def test_utf_16_is_told_by_its_mark_or_its_nuls(encoding: str, content_type: str | None) -> None:
    page = f"<html><head><title>x</title></head><p>{RUSSIAN}</p>".encode(encoding)
    assert source_text(page, content_type).text == RUSSIAN


def test_a_page_that_calls_itself_utf_16_and_is_not_is_read() -> None:
    page = b"<meta charset=utf-16><p>plain words."
    assert source_text(page, "text/html").text == "plain words."


def test_a_cut_letter_does_not_make_another_encoding() -> None:
    data = (RUSSIAN * 3).encode()[:-2]
    text = decode_page(data, "text/plain; charset=utf-8")
    assert text.startswith(RUSSIAN)
    assert text.endswith("\ufffd")


@pytest.mark.parametrize(
    "label", ["hex", "rot13", "utf-7", "idna", "unicode_escape", "nonsense", "..", "undefined"]
)
def test_a_label_that_is_no_encoding_of_the_web_is_ignored(label: str) -> None:
    assert decode_page(b"+plain words-", f"text/html; charset={label}") == "+plain words-"


@pytest.mark.parametrize(
    ("label", "data", "text"),
    [
        ("iso-8859-1", b"\x93quoted\x94 \x85", "“quoted” …"),
        ("iso-8859-9", b"\x93\xfd\x94", "“ı”"),
        ("gb2312", "镕".encode("gbk"), "镕"),
        ("shift_jis", "①".encode("cp932"), "①"),
        ("x-sjis", "①".encode("cp932"), "①"),
        ("ks_c_5601-1987", "똠".encode("cp949"), "똠"),
        ("tis-620", "“ก”".encode("cp874"), "“ก”"),
    ],
)
def test_labels_mean_what_they_mean_on_the_web(label: str, data: bytes, text: str) -> None:
    assert decode_page(data, f"text/plain; charset={label}") == text


def test_bytes_of_no_encoding_are_replacement_characters_and_no_error() -> None:
    data = b"caf\xe9 \x81\x8d bar"
    assert decode_page(data, "text/plain; charset=windows-1252") == "café \ufffd\ufffd bar"
