"""Bytes of a page or file to its characters, also where it says the wrong thing about itself."""

import codecs
import re

from audit.markup.characters.detection import detected, likelier, overruled
from audit.markup.characters.labels import encoding_of

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PRESCAN = 4096  # bytes in which a page declares its encoding; browsers look at 1024
_LATE = 200_000  # bytes in which a page may still declare it that has told nothing before
_UTF16_SAMPLE = 400  # bytes
_BAD_SHARE = 0.05  # of what is not ASCII: a cut or damaged page, not another encoding
_FEW_BAD = 2  # characters: so few say nothing
_TOO_MANY_FOR_CHANCE = 8  # bytes that are not ASCII

_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_META = re.compile(rb"<meta\s[^<>]{0,400}?charset\s*+=\s*+[\"']?\s*+([\w.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"\s{0,10}<\?xml\s[^<>]{0,200}?encoding\s*+=\s*+[\"']([\w.:-]{1,40})")
_ISO_2022_JP = re.compile(rb"\x1b\$[@B][!-~]{2}")
_BAD_LETTERS = 0.25  # of the letters beside ASCII: in another encoding more than half are no UTF-8
_LOOKED_AT = 100_000  # bytes
_C1_IN_UTF8 = re.compile(rb"\xc2[\x80-\x9f]")
_C1 = re.compile("[\x80-\x9f]")
_C1_MEANT = {code: bytes([code]).decode("cp1252", errors="replace") for code in range(0x80, 0xA0)}
_C1_BYTES = bytes(range(0x80, 0xA0))
# By the names of the first, pages call what programs of Windows wrote.
_OF_WINDOWS = {
    "iso8859-2": "cp1250",
    "iso8859-4": "cp1257",
    "iso8859-7": "cp1253",
    "iso8859-8": "cp1255",
    "iso8859-13": "cp1257",
}
_ASCII = bytes(range(128))
_MOST_CONTROLS = 0.03  # of the bytes of a text, or a few
_FEW_CONTROLS = 20
# "Binary data bytes" of the MIME Sniffing standard, 3: control characters that no text needs.
_CONTROLS = bytes([*range(0x09), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20)])


def decode_page(data: bytes, content_type: str | None = None) -> str:
    """The characters of a page or file, without byte order mark and NULs; never an error.

    The byte order mark counts first, then the ``charset`` of the header ``content_type``, then
    that of a ``<meta>``, then that of the XML declaration (labels as in the WHATWG Encoding
    Standard). Unlike a browser, which would show the reader broken letters, this takes the words'
    side: a declaration that the bytes contradict, or that makes no words of them, gives way to the
    next one or to detection, and every one to valid UTF-8, which text in another encoding never is
    by chance. Bytes that are no UTF-8 in a page that else is are read as windows-1252, and so are
    the control characters U+0080 to U+009F, which no page means. Other undecodable bytes become
    U+FFFD.
    """
    return all_characters(data, content_type).removeprefix("\ufeff").replace("\0", "")


def all_characters(data: bytes, content_type: str | None = None) -> str:
    """The characters as ``decode_page`` tells them, with byte order mark and NULs."""
    text = as_encoded(data, content_type)
    if b"\xc2" in data and _C1_IN_UTF8.search(data) and _C1.search(text):
        return text.translate(_C1_MEANT)
    return text


def is_binary(data: bytes) -> bool:
    """Whether bytes begin with text that holds NULs, and not because they are UTF-16."""
    return b"\0" in data[:_PRESCAN] and not is_utf_16(data)


def is_no_text(data: bytes) -> bool:
    """Whether bytes have more control characters than any text: a picture, random bytes."""
    begin = data[:_LOOKED_AT]
    most = max(_FEW_CONTROLS, _MOST_CONTROLS * len(begin))
    return count_controls(begin) > most and not is_utf_16(data)


def count_controls(data: bytes) -> int:
    """How many bytes are control characters that no text needs; a tenth of random bytes are."""
    return len(data) - len(data.translate(None, _CONTROLS))


def is_utf_16(data: bytes) -> bool:
    """Whether bytes are UTF-16, by their mark or, as markup and much else is, by their NULs."""
    return (encoding_of_mark(data) or _utf16_by_nuls(data) or "").startswith("utf-16")


def can_be_told(data: bytes) -> bool:
    """Whether undeclared bytes are plainly text in UTF-8, or in an encoding that makes words."""
    if encoding_of_mark(data) or _utf16_by_nuls(data):
        return True
    return _strictly_utf8(data) is not None or _is_mostly_utf8(data) or detected(data) is not None


def as_encoded(data: bytes, content_type: str | None = None) -> str:
    """The characters as ``all_characters`` tells them, with U+0080 to U+009F as they are."""
    if marked := encoding_of_mark(data) or _utf16_by_nuls(data):
        return data.decode(marked, errors="replace")
    utf8 = _strictly_utf8(data)
    if utf8 is not None and _ISO_2022_JP.search(data):
        return data.decode("iso2022_jp", errors="replace")
    foreign = len(data.translate(None, _ASCII))
    if utf8 is not None and foreign > _TOO_MANY_FOR_CHANCE:
        return utf8
    declared = _declared(data, content_type)
    if utf8 is not None:
        return _of_few_letters(data, utf8, declared)
    if _is_mostly_utf8(data):
        return data.decode("utf-8", errors=_BYTE_BY_BYTE)
    return _as_declared(data, declared or _declared_late(data), foreign)


def _of_few_letters(data: bytes, utf8: str, declared: list[str]) -> str:
    """Valid UTF-8 with so few letters beside ASCII that it may be of a declared legacy encoding.

    Windows-1252 is what servers say that were told nothing.
    """
    others = (name for name in declared if name != "cp1252" and not name.startswith("utf-16"))
    other = next(others, "utf-8")
    if other == "utf-8" or "cp1252" in declared or likelier(data, ["utf-8", other]) == "utf-8":
        return utf8
    text = data.decode(other, errors="replace")
    return utf8 if "\ufffd" in text else text


def _as_declared(data: bytes, declared: list[str], foreign: int) -> str:
    """Bytes that are no UTF-8, by the first declaration that they bear out, else by detection.

    ``foreign`` is how many of them are not ASCII.
    """
    for encoding in _likeliest_first(data, declared):
        text = data.decode(encoding, errors="replace")
        if text.count("\ufffd") <= max(_FEW_BAD, _BAD_SHARE * foreign) and not (
            encoding == "utf-8" and _has_no_letter_of_utf8(text)
        ):
            better = overruled(data, encoding) or _of_windows(data, encoding)
            text = data.decode(better, errors="replace") if better else text
            return text.translate(_C1_MEANT) if encoding.startswith("iso8859") else text
    return data.decode(detected(data) or _single_byte(declared), errors="replace")


def _of_windows(data: bytes, encoding: str) -> str | None:
    """The encoding of Windows that is called by the name of its sibling of ISO 8859.

    It has signs where that has control characters, and makes no fewer words.
    """
    sibling = _OF_WINDOWS.get(encoding)
    if not sibling or len(data) == len(data.translate(None, _C1_BYTES)):
        return None
    return sibling if likelier(data, [sibling, encoding]) == sibling else None


def _has_no_letter_of_utf8(text: str) -> bool:
    """Whether no letter beside ASCII was read, and it was no cut at the end that broke the one."""
    return text.replace("\ufffd", "").isascii() and "\ufffd" in text[:-1]


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether most letters beside ASCII are UTF-8, as far as a look at many of them tells."""
    first = len(data) - len(data.lstrip(_ASCII))
    text = data[first : first + _LOOKED_AT].decode("utf-8", errors="replace")
    letters = len(text) - len(text.encode("ascii", errors="ignore"))
    return text.count("\ufffd") < _BAD_LETTERS * letters


def _likeliest_first(data: bytes, declared: list[str]) -> list[str]:
    """What is declared, in order; where header and page contradict each other, what makes words."""
    if len(set(declared)) < 2:
        return declared
    first = likelier(data, declared)
    return [first, *(other for other in declared if other != first)]


def _single_byte(declared: list[str]) -> str:
    return next(
        (name for name in declared if name.startswith(("cp125", "iso8859", "koi8"))), "cp1252"
    )


def _byte_by_byte(error: UnicodeError) -> tuple[str, int]:
    """Reads what is no UTF-8 as windows-1252; a letter that the end cuts off stays unknown."""
    assert isinstance(error, UnicodeDecodeError)
    if error.end == len(error.object) and error.reason == "unexpected end of data":
        return "\ufffd", error.end
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


_BYTE_BY_BYTE = "citeaudit.windows-1252"
codecs.register_error(_BYTE_BY_BYTE, _byte_by_byte)


def encoding_of_mark(data: bytes) -> str | None:
    """The encoding that the byte order mark of bytes names, None without one."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    return None


def _utf16_by_nuls(data: bytes) -> str | None:
    """UTF-16 without its mark: as markup it begins in ASCII, and NULs stand on one side of it."""
    head = data[:_UTF16_SAMPLE]
    if (head[:1] == b"\0") == (head[1:2] == b"\0"):
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    first, other = (even, odd) if head[0] == 0 else (odd, even)
    if 20 * first < len(head) or 10 * other > first:
        return None
    return "utf-16-be" if head[0] == 0 else "utf-16-le"


def _strictly_utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _declared_late(data: bytes) -> list[str]:
    """What a ``<meta>`` says that stands where browsers no longer look."""
    found = _META.search(data, _PRESCAN, _LATE)
    known = encoding_of(found[1].decode("ascii", errors="replace")) if found else None
    return [known] if known and not known.startswith("utf-16") else []


def _declared(data: bytes, content_type: str | None) -> list[str]:
    """What header, ``<meta>`` and XML declaration say, in that order, as the web knows it."""
    labels = []
    if content_type and (header := _HEADER.search(content_type[:1000])):
        labels.append(header[1])
    for in_page in (_META.search(data, 0, _PRESCAN), _XML.match(data, 0, _PRESCAN)):
        if in_page:
            label = in_page[1].decode("ascii", errors="replace").lower()
            # A page whose ASCII is readable is not UTF-16, whatever it says (HTML, 13.2.3.2).
            labels.append("utf-8" if label.startswith("utf-16") else label)
    known = (encoding_of(label) for label in labels)
    return [encoding for encoding in known if encoding]
